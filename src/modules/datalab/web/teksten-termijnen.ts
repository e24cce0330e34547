import type { Afloop, Doorloopsoort } from '../domain/doorloop.ts';
import type { Normoordeel, Normreden } from '../domain/termijnbeeld.ts';
import type { Telwijze } from '../domain/termijnnorm.ts';

/** Names of codes, as a reader meets them. */
export const woorden = {
  soort: {
    veiligheidsbeoordeling: 'Veiligheidsbeoordelingen',
    onderzoek: 'Onderzoeken',
  } satisfies Record<Doorloopsoort, string>,
  telwijze: { kalenderdagen: 'kalenderdagen', werkdagen: 'werkdagen' } satisfies Record<Telwijze, string>,
  afloop: { afgerond: 'afgerond', anders_geeindigd: 'anders geëindigd' } satisfies Record<Afloop, string>,
  oordeel: {
    gehaald: 'gehaald',
    niet_gehaald: 'niet gehaald',
    niet_te_zeggen: 'niet te zeggen',
  } satisfies Record<Normoordeel, string>,
} as const;

const REDEN: Readonly<Record<Normreden, string>> = {
  boven_norm: 'Ook de onderkant van de marge ligt op of boven de norm.',
  onder_norm: 'Ook de bovenkant van de marge ligt onder de norm.',
  norm_binnen_marge: 'De norm ligt binnen de marge: het kan beide zijn. Dat is geen ‘bijna gehaald’.',
  te_weinig_zaken: 'Er zijn minder dan vijf zaken.',
  te_kort_gevolgd: 'Nog niemand is lang genoeg gevolgd om te weten of de termijn wordt gehaald.',
  meer_termijnen: 'In deze periode veranderde de termijn. Kies een periode waarin één termijn gold.',
  geen_zaken: 'Er begon hier niets in deze periode.',
};

/** Texts of the page with the terms. */
export const termijnen = {
  titel: 'Termijnen van Veilig Thuis',
  kruimel: 'Termijnen',
  inleiding:
    'Hoeveel veiligheidsbeoordelingen en onderzoeken zijn op tijd klaar? Wat nog loopt telt hier mee: een cijfer over alleen wat klaar is, wordt mooier naarmate er meer blijft liggen.',
  intern:
    'Deze pagina is intern. Aantallen van één tot en met vier staan er exact op; gebruik ze niet buiten het datalab.',
  leegTitel: 'Er zijn nog geen doorlooptijden.',
  leegUitleg:
    'Lees een bestand in met een regel per veiligheidsbeoordeling of onderzoek, ook van wat nog loopt.',
  leesIn: 'Lees doorlooptijden in',
  normenLink: 'Termijnen, normen en hun bronnen',
  geweigerd: 'De termijnen zijn niet te berekenen',
  filter: {
    regio: 'Regio',
    soort: 'Wat',
    telwijze: 'Geteld in',
    gemeente: 'Gemeente',
    periode: 'Begonnen in',
    heleRegio: 'Hele regio',
    allePerioden: 'Alles in het bestand',
  },
  heleRegio: (regio: string) => `de hele regio ${regio}`,
  allePerioden: 'alles in het bestand',
  oordeelTitel: (oordeel: Normoordeel, norm: string) => `Norm van ${norm}: ${woorden.oordeel[oordeel]}`,
  geenOordeel: 'Norm: niet te zeggen',
  reden: (r: Normreden) => REDEN[r],
  stand: (peildatum: string, vanaf: string, bron: string) =>
    `${bron}, stand op ${peildatum}, met alles wat begon vanaf ${vanaf}`,
  dossierbron: 'De meldingen in dit systeem',
  nietsOpenTitel: 'Er staat geen enkele open zaak in het bestand',
  nietsOpen:
    'Controleer of ook alles erin staat wat nog loopt. Een bestand met alleen afgesloten zaken geeft een te mooi beeld, en dat is achteraf niet te herstellen.',
  grafiek: {
    titel: (deel: string, termijn: string) => `Binnen ${termijn} was ${deel} besloten`,
    titelLeeg: 'Hoe snel er wordt besloten',
    subtitel: (soort: string, plaats: string, periode: string, telwijze: string) =>
      `${soort}, ${plaats}, ${periode}: deel dat is besloten, naar ${telwijze} sinds het begin`,
    beschrijving: (p50: string, p90: string, bij: string) =>
      `De lijn stijgt van 0 procent. De helft is besloten na ${p50}, negen van de tien na ${p90}. Bij de termijn staat zij op ${bij}.`,
    as: (telwijze: string) => `${telwijze} sinds het begin`,
    besloten: 'besloten',
    anders: 'anders geëindigd, dus niet besloten',
    band: 'Licht gebied: met 95 procent zekerheid ligt het deel hierbinnen',
    termijn: (t: string) => `termijn: ${t}`,
    norm: (n: string) => `norm: ${n}`,
    beperking:
      'of het besluit goed was, en hoe het verdergaat waar de lijn stopt: daar worden nog minder dan vijf zaken gevolgd.',
    tabel: 'De lijn als tabel: deel dat is besloten na zoveel dagen',
    kolommen: {
      dag: 'Na',
      risico: 'Toen nog gevolgd',
      besloten: 'Toen besloten',
      deel: 'Deel besloten',
      marge: 'Marge (95 %)',
    },
  },
  conclusie: {
    kop: 'Wat u hieruit kunt concluderen',
    wel: 'Wel: welk deel van alles wat begon binnen de termijn is besloten, met de marge die bij dit aantal zaken hoort.',
    niet: 'Niet: waarom het langer duurde, of gezinnen in de tussentijd veilig waren, of welke medewerker het betrof. Zolang de marges van twee gemeenten of perioden elkaar overlappen, is niet te zeggen dat zij verschillen.',
    aanname:
      'De berekening neemt aan dat wat nog loopt verder verloopt als wat langer is gevolgd. Wordt het werk trager, dan komt dat later in beeld.',
  },
  telwijzen: {
    kop: 'Dezelfde zaken, op twee manieren geteld',
    uitleg:
      'Het besluit noemt vijf dagen; de inspectie en de praktijk tellen werkdagen. Zolang niet vaststaat welke telling geldt, staan beide hier.',
    bijschrift: 'De indicator per manier van tellen, voor de gekozen plaats en periode',
    telwijze: 'Geteld in',
    termijn: 'Termijn',
    bevestigd: 'Bevestigd in de geldende tekst',
    ja: 'ja',
    nee: 'nee, zie de bronnen',
  },
  maten: {
    kop: 'Drie maten naast elkaar',
    bijschrift: 'Deel binnen de termijn, voor de gekozen plaats, periode en telling',
    maat: 'Maat',
    deel: 'Deel',
    aantal: 'Aantal',
    marge: 'Marge (95 %)',
    betekenis: 'Wat het zegt',
    gesloten: 'Van wat is besloten',
    geslotenZegt:
      'Vergeet wat nog loopt en wordt dus te mooi als er werk blijft liggen. Interval van Wilson.',
    verstreken: 'Van wat nu klaar had moeten zijn',
    verstrekenZegt:
      'Alles waarvan de termijn voorbij is, ook wat nog loopt. Exact interval van Clopper en Pearson.',
    binnen: 'Van alles wat begon',
    binnenZegt:
      'Open zaken tellen mee zolang zij zijn gevolgd; wie op een andere manier wegging is niet besloten. Op deze maat rust het oordeel.',
    anders: (deel: string) => `Anders geëindigd binnen de termijn: ${deel}.`,
    vanAantal: (x: string, n: string) => `${x} van ${n}`,
  },
  duur: {
    kop: 'Hoe lang het duurt',
    p50: 'De helft (P50) is besloten binnen',
    p90: 'Negen van de tien (P90) zijn besloten binnen',
    nietBereikt: 'niet te geven: zo veel is nog niet besloten',
    tussen: (van: string, tot: string) => `(95 %: ${van} tot ${tot})`,
    vanaf: (van: string) => `(95 %: ${van} of meer)`,
    hoogstens: (tot: string) => `(95 %: hoogstens ${tot})`,
    dagen: (n: string, telwijze: string) => `${n} ${telwijze}`,
  },
  voorraad: {
    kop: 'Wat op de peildatum nog liep',
    open: 'Nog niet geëindigd',
    over: 'Daarvan over de termijn',
    mediaan: 'De helft daarvan liep langer dan',
    oudste: 'De langste liep',
    dagen: (n: string) => `${n} kalenderdagen`,
    geen: 'Er liep niets meer.',
  },
  gemeenten: {
    kop: 'Per gemeente',
    bijschrift: (periode: string, telwijze: string) =>
      `Per gemeente, ${periode}, op alfabet; tijden in ${telwijze}. Het oordeel is strenger dan de marge: het houdt rekening met het aantal gemeenten`,
    kolom: 'Gemeente',
  },
  perioden: {
    kop: 'Per periode',
    bijschrift: (plaats: string, telwijze: string) =>
      `Per jaar en kwartaal van begin, ${plaats}, nieuwste eerst; tijden in ${telwijze}. Het oordeel is strenger dan de marge: het houdt rekening met het aantal perioden`,
    kolom: 'Begonnen in',
  },
  rij: {
    begonnen: 'Begonnen',
    open: 'Loopt nog',
    gesloten: 'Op tijd van wat is besloten',
    binnen: 'Op tijd van alles wat begon',
    marge: 'Marge (95 %)',
    p50: 'Helft binnen',
    p90: '90 % binnen',
    norm: 'Norm',
    leeg: '–',
  },
  inlezingen: {
    kop: 'Ingelezen bestanden',
    bijschrift: 'Ingelezen doorlooptijden, nieuwste eerst',
    bron: 'Bron',
    peildatum: 'Peildatum',
    aantal: 'Regels',
    toestand: 'Toestand',
    geldt: 'ingelezen',
    terug: 'teruggedraaid',
    draaiTerug: (bron: string, peildatum: string) => `Draai ${bron} van ${peildatum} terug`,
  },
} as const;
