import type { Tekstboom } from '#platform/ui/index.ts';
import { nl as gebieden } from './teksten-gebieden.ts';

/** Dutch texts of the public pages. */
export const nl = {
  cijfers: 'Cijfers',
  start: 'Begin',
  gemeenten: 'Gemeenten',
  kwaliteit: 'Kwaliteit van de cijfers',
  dashboard: {
    titel: (regio: string) => `Wat de cijfers van ${regio} laten zien`,
    inleiding:
      'Cijfers uit openbare stukken, met hun bron en met wat er wel en niet uit te concluderen is. Dit zijn tellingen van wat bekend werd, niet van wat er gebeurde.',
    geen: 'Deze regio heeft in de openbare bronnen nog geen eigen cijfers.',
    geenUitleg:
      'Hieronder staan de landelijke cijfers en de cijfers uit het programma. Eigen cijfers kan de projectleider inlezen.',
    bijschrift: (groep: string) =>
      `${groep}: laatste cijfer per plaats, op alfabet van de indicator en de plaats`,
    breder: 'Nederland, provincies en bovenregionaal',
    breederUitleg: 'Cijfers over een groter gebied. Ze zeggen niets over deze regio alleen.',
    programma: 'Cijfers uit het programma zelf',
    provincie: 'Andere provincies en landsdelen staan bij de indicator zelf.',
    programmaUitleg: 'Wat is afgesproken, begroot of gepland. Dit zijn geen metingen.',
    vergelijkKop: 'Gemeenten naast elkaar',
    kwaliteitLink: 'Waar de bronnen zichzelf of elkaar tegenspreken',
  },
  groepen: {
    veilig_thuis: 'Veilig Thuis',
    veilig_thuis_herkomst: 'Wie bij Veilig Thuis aanklopt',
    politie: 'Politie',
    huisverbod: 'Tijdelijk huisverbod',
    opvang: 'Opvang',
    achtergrond: 'Achtergrond uit onderzoek',
    programma: 'Programma',
  },
  kolom: {
    indicator: 'Indicator',
    plaats: 'Plaats',
    periode: 'Periode',
    waarde: 'Waarde',
    eenheid: 'Eenheid',
    interval: 'Had ook toeval kunnen zijn',
    perDuizend: 'Per 1.000 inwoners',
    oordeel: 'Wat er te zeggen is',
    stand: 'Stand',
    opmerking: 'Opmerking (intern)',
    bron: 'Bron',
    plek: 'Plaats in de bron',
    gemeente: 'Gemeente',
    code: 'Nummer',
    wat: 'Wat',
    a: 'De bron zegt',
    b: 'Daartegenover',
    controle: 'Controle',
    nagerekend: 'Nagerekend',
    verschillen: 'Verschillen',
  },
  plaatssoort: {
    land: 'land',
    landsdeel: 'landsdeel',
    provincie: 'provincie',
    regio: 'regio',
    subregio: 'subregio',
    gemeente: 'gemeente',
    bovenregionaal: 'bovenregionaal',
  },
  voorlopig: 'voorlopig',
  definitief: 'definitief',
  intern: 'intern',
  overgenomen: 'Overgenomen uit openbare bron, niet beveiligd.',
  overgenomenDeels: 'Wat hier niet intern heet: overgenomen uit openbare bron, niet beveiligd.',
  herzien: (n: string) => `herzien, stand ${n}`,
  afgerond: (van: string, tot: string) => `afgerond, geteld is ${van} tot en met ${tot}`,
  onbekend_of_geheim: (lijst: string) =>
    `Onbekend, onbetrouwbaar of geheim volgens de bron (dat is geen nul): ${lijst}.`,
  opgeteld: (delen: string) => `opgeteld: ${delen}`,
  interval: (van: string, tot: string) => `tussen ${van} en ${tot} had ook toeval kunnen zijn`,
  intervalKort: (van: string, tot: string) => `${van} tot ${tot}`,
  teKlein: 'te klein',
  nvt: 'niet van toepassing',
  oordeel: {
    signaal: 'Signaal',
    geen_signaal: 'Geen signaal',
    niet_te_zeggen: 'Niet te zeggen',
  },
  zin: {
    signaal: (voor: string, voorJaar: string, na: string, naJaar: string) =>
      `Duidelijk: van ${voor} (${voorJaar}) naar ${na} (${naJaar}) is meer dan toeval.`,
    mogelijk: (voor: string, voorJaar: string, na: string, naJaar: string) =>
      `Mogelijk: van ${voor} (${voorJaar}) naar ${na} (${naJaar}) is meer dan toeval, maar deze reeks schommelt vaker meer dan toeval alleen.`,
    geen: (voor: string, voorJaar: string, na: string, naJaar: string) =>
      `Geen aanwijzing voor verandering: van ${voor} (${voorJaar}) naar ${na} (${naJaar}) past bij toeval.`,
    vermogen: (voor: string, voorJaar: string, na: string, naJaar: string) =>
      `Van ${voor} (${voorJaar}) naar ${na} (${naJaar}): zulke aantallen zijn te klein om een verandering van toeval te onderscheiden.`,
    teKlein: 'Op een aantal van 1 tot en met 4 bouwen wij geen uitspraak.',
    geenPaar: 'Er zijn geen twee hele jaren uit dezelfde bron, op dezelfde wijze geteld, om te vergelijken.',
    geenTelling: 'Over een percentage, bedrag of duur zonder aantallen doen wij geen uitspraak.',
    loos: (kans: string) =>
      `De kans op zo’n signaal zonder verandering is hoogstens ${kans}, over alle vergelijkingen samen.`,
    vergelijkingen: (n: string) => `Rekening gehouden met ${n} vergelijkingen tegelijk (methode van Holm).`,
  },
  pagina: {
    titel: (naam: string, plaats: string) => `${naam} in ${plaats}`,
    gezegd: (waarde: string, periode: string, plaats: string) => `${waarde} in ${periode}, ${plaats}`,
    grafiekOnder: (naam: string, plaats: string, eenheid: string) =>
      `${naam}, ${plaats}, hele jaren, ${eenheid}`,
    grafiekBeschrijving: (plaats: string, reeks: string) => `Lijn van ${plaats} per jaar: ${reeks}.`,
    band: 'Gebied waarin het aantal ook door toeval had kunnen liggen (95 procent)',
    beperking:
      'of er meer of minder geweld was, en waardoor het aantal veranderde. Het is een telling van wat bekend werd.',
    tabel: (naam: string, plaats: string) => `${naam}, ${plaats}: elk cijfer uit de bronnen, op tijd`,
    gemeente: 'Plaats',
    regioHele: (regio: string) => `Hele regio ${regio}`,
    grenzen: 'Grenzen van gemeenten',
    bron: 'Zoals de bron ze gaf',
    vandaag: 'Zoals ze vandaag zijn',
    bronUitleg: 'U ziet de cijfers zoals de bron ze gaf, met de gemeenten van toen.',
    vandaagUitleg: (dag: string) =>
      `U ziet de cijfers op de grenzen van ${dag}. Gemeenten die zijn samengevoegd, zijn opgeteld.`,
    weggelaten: 'Niet om te rekenen naar de grenzen van vandaag',
    weglating: {
      opgesplitst: 'de gemeente is verdeeld over meer gemeenten',
      onvolledig: 'niet elk deel heeft een cijfer',
      niet_optelbaar: 'dit cijfer is niet op te tellen',
    },
    wat: 'Wat dit cijfer is',
    definitie: 'Definitie',
    eenheid: 'Eenheid',
    teller: 'Geteld wordt',
    noemer: 'Gedeeld door',
    richting: 'Wat beter is',
    geenNorm: 'Geen norm in de bronnen',
    eigenaar: 'Wie het cijfer bijhoudt',
    definitieversie: 'Versie van de definitie',
    overgenomen: 'Overgenomen op',
    valkuilen: 'Let op bij dit cijfer',
    anders: 'Andere plaatsen met dit cijfer',
    vergelijk: 'Zet gemeenten naast elkaar op de kaart',
    methode: 'Hoe wij rekenen',
    methodeTekst:
      'Het gebied van toeval is het exacte interval van Garwood (95 procent). Een verandering heet een signaal als de exacte toets op twee jaren na correctie voor het aantal vergelijkingen onder 5 procent blijft. Geen signaal zeggen wij alleen als een halvering waarschijnlijk (80 procent) was opgevallen. Op een aantal van 1 tot en met 4 bouwen wij niets. Politiecijfers schommelen meer dan toeval alleen; een signaal komt daar te snel.',
    geenCijfers: 'Hier zijn geen cijfers over deze indicator.',
    geenCijfersUitleg: 'Kies een andere plaats of kijk bij de cijfers van de regio.',
    alleenGemeenten: (naam: string) => `De bronnen geven dit cijfer niet voor de hele regio; u ziet ${naam}.`,
  },
  richtingen: { hoger: 'Hoger is beter', lager: 'Lager is beter', geen: 'Geen vaste richting' },
  downloadCsv: 'Download als CSV',
  downloadJson: 'Download als JSON',
  gemeente: {
    titel: (naam: string) => `Wat we van ${naam} weten`,
    inleiding: (regio: string, subregio: string) => `Gemeente in regio ${regio}, subregio ${subregio}.`,
    vijf: 'Cijfers die ertoe doen',
    alle: 'Alle cijfers',
    opgegaan: (naam: string, datum: string, in_: string) =>
      `De gemeente ${naam} bestaat niet meer: op ${datum} ging zij op in ${in_}.`,
    voorgangers: (namen: string) => `In deze gemeente gingen op: ${namen}.`,
    geen: 'Over deze gemeente staan nog geen cijfers in de openbare bronnen.',
    geenUitleg: 'Kijk bij de cijfers van de regio, of lees eigen cijfers in.',
  },
  vergelijk: {
    titel: (naam: string, regio: string) => `${naam}: gemeenten van ${regio} naast elkaar`,
    volgorde: 'Op alfabet. Dit is geen ranglijst: een hoger aantal is niet slechter en een lager niet beter.',
    jaar: 'Jaar',
    kaartTitel: (n: string, jaar: string) => `${n} in ${jaar} met een signaal`,
    eenSignaal: '1 gemeente',
    meerSignaal: (n: string) => `${n} gemeenten`,
    kaartOnder: (naam: string, jaar: string) => `${naam}, verandering naar ${jaar}, per gemeente`,
    kaartBron: 'Kaart: CBS/Kadaster. Cijfers: zie de tabel.',
    kaartBeschrijving: (lijst: string) => `Kaart van de gemeenten. ${lijst}.`,
    geenKlasse: 'geen cijfer, of te klein voor een uitspraak',
    tabel: (naam: string, jaar: string) => `${naam} in ${jaar} per gemeente, op alfabet`,
    geen: 'Geen gemeente in deze regio heeft hierover een cijfer over een heel jaar.',
    geenCijfer: 'geen cijfer',
  },
  gebieden,
  kwaliteitPagina: {
    titel: (regio: string) => `Waar de bronnen van ${regio} niet kloppen`,
    inleiding:
      'Wij tonen elk cijfer zoals de bron het geeft en veranderen niets. Waar een bron zichzelf of een andere tegenspreekt, staan hier beide waarden.',
    berekend: 'Nagerekend',
    berekendBijschrift: 'Verschillen die een controle uit de cijfers berekende, op nummer',
    aangehaald: 'Nagelezen',
    aangehaaldBijschrift: 'Tegenstrijdigheden in de teksten, op nummer',
    geen: 'Geen verschillen gevonden.',
    goed: (n: string, g: string, b: string) =>
      `Nagerekend: ${n} optellingen, ${g} genoemde groeicijfers en ${b} totalen van begrotingen.`,
    klein: 'Bevindingen die aan aantallen van 1 tot en met 4 raken, ziet alleen wie daar recht op heeft.',
    kleinMerk: 'raakt aan een klein aantal',
  },
  controles: {
    DK101: 'De gemeenten tellen niet op tot het totaal van de bron',
    DK102: 'Het genoemde groeicijfer volgt niet uit de aantallen',
    DK103: 'De regels van de begroting tellen niet op tot het genoemde totaal',
    DK104: 'Tekst en tabel geven over overlappende perioden verschillende aantallen',
    DK105: 'Twee bronnen over hetzelfde jaar passen niet bij elkaar',
    DK106: 'De halfjaren tellen niet op tot het jaar, ook niet als elk aantal is afgerond',
  },
  onbekend: {
    titel: 'Dit kennen wij niet',
    regio: (naam: string) => `De regio ‘${naam}’ kennen wij niet. Kies een regio op de beginpagina.`,
    gemeente: (naam: string) =>
      `De gemeente ‘${naam}’ kennen wij niet in deze regio. Kies er een uit de lijst.`,
    indicator: (naam: string) => `De indicator ‘${naam}’ kennen wij niet. Kies er een uit de lijst.`,
    jaar: (naam: string) => `Over het jaar ‘${naam}’ zijn hier geen cijfers. Kies een jaar uit de lijst.`,
    grenzen: (naam: string) => `‘${naam}’ is geen keuze voor de grenzen. Kies ‘bron’ of ‘vandaag’.`,
    terug: 'Naar de cijfers van de regio',
    begin: 'Naar het begin',
  },
} as const satisfies Tekstboom;

type Verbreed<T> = T extends string
  ? string
  : T extends (...a: infer A) => string
    ? (...a: A) => string
    : { readonly [K in keyof T]: Verbreed<T[K]> };
export type Teksten = Verbreed<typeof nl>;
