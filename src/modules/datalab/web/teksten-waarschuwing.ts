import type { Kant } from '#kern/statistiek/index.ts';
import type { Gebeurtenissoort } from '../domain/gebeurtenis.ts';
import type {
  Uitkomst,
  Waarschuwinghandeling,
  Waarschuwingrol,
  Waarschuwingstand,
} from '../domain/waarschuwing.ts';
import { verloopNl } from './teksten-verloop.ts';

/** Texts of the pages of warnings and of events (Dutch only). */
export const waarschuwingTeksten = {
  titel: 'Waarschuwingen',
  inleiding:
    'Het datalab kijkt elke dag, en na elk ingelezen bestand, of een reeks van maanden of kwartalen hoger of lager uitkomt dan te verwachten is. Welke kant op dat slecht nieuws is, zegt de indicator: bij hermeldingen een stijging, bij adviezen een daling, bij meldingen allebei, want minder meldingen kan ook betekenen dat minder mensen durven melden. Een waarschuwing is een vraag, geen antwoord: iemand zoekt uit wat er is.',
  regioKop: (naam: string) => naam,
  stand: (reeksen: string, loos: string, grens: string) =>
    `Bewaakt: ${reeksen === '1' ? '1 reeks' : `${reeksen} reeksen`}. Te verwachten: ${loos} loze alarmen per jaar over al deze reeksen samen (hoogstens ${grens}).`,
  gedeeld: 'Een reeks die op stijgen en dalen wordt bewaakt, verdeelt haar deel daarvan over beide kanten.',
  gerond:
    'Rondt de bron haar aantallen af, dan telt de schommeling door dat afronden mee in de grens; op een aantal dat 1 tot en met 4 kan zijn wordt niet gewaarschuwd, ook niet bij een daling.',
  alleenAantallen:
    'Alleen interne cijfers worden bewaakt: wat openbaar is, verschijnt te laat om op te waarschuwen. Percentages worden niet bewaakt; de aantallen waaruit zij bestaan wel, zoals het aantal meldingen dat op tijd is beoordeeld.',
  laatst: (wanneer: string) => `Laatste ronde: ${wanneer}.`,
  nooit: 'Er is nog geen ronde geweest.',
  lijstKop: 'Wat opviel',
  lijstGeen: 'Er zijn geen waarschuwingen.',
  lijstGeenUitleg: 'Dat zegt alleen iets over de reeksen die hieronder als bewaakt staan.',
  bijschrift: 'Waarschuwingen: open bovenaan, dan de nieuwste',
  kolommen: {
    wat: 'Wat',
    sterk: 'Hoe sterk',
    sinds: 'Sinds wanneer',
    stand: 'Stand',
    wie: 'Wie kijkt',
  },
  sterk: (kant: Kant, geteld: string, verwacht: string) =>
    `${kant === 'omhoog' ? 'Hoger' : 'Lager'}: ${geteld} geteld, ${verwacht} verwacht`,
  kanten: (kanten: readonly Kant[]) =>
    kanten.map(k => (k === 'omhoog' ? 'stijgen' : 'dalen')).join(' en ') || '–',
  sindsTot: (sinds: string, tot: string) => (sinds === tot ? sinds : `${sinds}, over de grens in ${tot}`),
  standen: { nieuw: 'Nieuw', in_onderzoek: 'In onderzoek', afgedaan: 'Afgedaan' } satisfies Record<
    Waarschuwingstand,
    string
  >,
  uitkomsten: {
    echt: 'Echt: er is iets aan de hand',
    verklaarbaar: 'Verklaarbaar, zoals een campagne of een andere werkwijze',
    vals_alarm: 'Vals alarm: toeval',
    gegevensfout: 'Fout in de gegevens',
  } satisfies Record<Uitkomst, string>,
  handelingen: {
    neem_op: 'Ik kijk ernaar',
    neem_over: 'Ik neem het over',
    rond_af: 'Rond af',
    heropen: 'Open opnieuw',
  } satisfies Record<Waarschuwinghandeling, string>,
  handelKop: (wat: string) => `Werk aan: ${wat}`,
  niemand: 'nog niemand',
  u: 'u',
  collega: (rol: Waarschuwingrol) => (rol === 'projectleider' ? 'een projectleider' : 'een datalab-analist'),
  uitkomst: 'Wat bleek het te zijn?',
  notitie: 'Waarom denkt u dat?',
  notitieUitleg: 'Schrijf geen namen en geen zaken op.',
  loosKop: 'Hoeveel loos alarm aanvaardt u?',
  loosVeld: 'Loze alarmen per jaar, over alle reeksen van de regio samen',
  loosUitleg: 'Minder loos alarm betekent dat een echte stijging of daling later wordt gezien.',
  loosKnop: 'Bewaar',
  reeksenKop: 'Welke reeksen worden bewaakt',
  reeksenBijschrift: 'Reeksen van maanden en kwartalen, met de methode en de reden',
  reeksenGeen: 'Er zijn geen reeksen van maanden of kwartalen ingelezen.',
  reeksenGeenUitleg: 'Lees een bestand in met tellingen per maand of kwartaal.',
  reeksKolommen: {
    wat: 'Reeks',
    perioden: 'Perioden',
    methode: 'Methode',
    kant: 'Bewaakt op',
    waarom: 'Waarom',
    loos: 'Loos alarm per jaar',
  },
  nietBewaakt: 'niet bewaakt',
  nietAfTeStellen: 'Geen grens houdt het loos alarm laag genoeg.',
  redenen: verloopNl.redenen,
  methoden: verloopNl.bewakingen,
  gebeurtenissen: {
    titel: 'Gebeurtenissen',
    link: 'Gebeurtenissen van de regio',
    inleiding:
      'Leg vast wat een aantal kan veranderen zonder dat het geweld verandert, zoals een campagne. Het staat bij de grafiek in het jaar waarin het gebeurde.',
    toevoegen: 'Voeg een gebeurtenis toe',
    regio: 'Regio',
    datum: 'Dag',
    soort: 'Wat voor gebeurtenis',
    gemeente: 'Waar',
    heleRegio: 'Hele regio',
    tekst: 'Wat gebeurde er?',
    tekstUitleg: 'In hoogstens 200 tekens, zonder namen en zaken.',
    bron: 'Waar staat dat?',
    openbaar: 'Iedereen mag dit zien',
    knop: 'Voeg toe',
    lijst: 'Vastgelegde gebeurtenissen',
    geen: 'Er is nog niets vastgelegd.',
    geenUitleg: 'Wetten, herindelingen en corona staan er al uit de meegeleverde gegevens.',
    intrekken: 'Haal weg',
    zichtbaar: 'Wie ziet het',
    iedereen: 'iedereen',
    intern: 'wie in het datalab werkt',
    soorten: verloopNl.gebeurtenissen.soorten satisfies Record<Gebeurtenissoort, string>,
  },
} as const;
