/** Texts of releases for every reader, Dutch and English. */
const nl = {
  lijstTitel: (r: string) => `Gepubliceerde tabellen van ${r}`,
  lijstInleiding:
    'Cijfers van de partners die zo zijn bewerkt dat niemand eruit te herkennen is, en cijfers zoals een openbare bron ze drukt; die zijn niet beveiligd, en dat staat erbij. Elke publicatie heeft een blijvend adres en wijzigt niet meer.',
  lijstGeen: 'Er is nog niets gepubliceerd.',
  lijstGeenUitleg: 'Wat er uit openbare stukken bekend is, staat bij de cijfers.',
  lijstBijschrift: 'Publicaties, de nieuwste eerst',
  titel: 'Titel',
  wanneer: 'Gepubliceerd op',
  stand: 'Stand',
  standen: { gepubliceerd: 'in druk', ingetrokken: 'ingetrokken', vervangen: 'vervangen' },
  vervangen: 'De bron drukt intussen iets anders. Deze tabellen blijven staan zoals zij waren.',
  vervangenDoor: 'Naar wat er nu staat',
  overgenomenKop: 'Waar deze cijfers vandaan komen',
  herkomstKolom: 'Waar het getal vandaan komt',
  publicaties: 'Gepubliceerde tabellen',
  ingetrokken: (dag: string) => `Deze publicatie is ingetrokken op ${dag}.`,
  ingetrokkenUitleg: (reden: string) =>
    `De cijfers staan hier niet meer. Gebruik ze ook niet uit een eerdere kopie. Reden: ${reden}`,
  beschermdKop: 'Hoe deze cijfers zijn beschermd',
  tabel: (indicator: string) => `${indicator}: per plaats en periode, plaatsen op alfabet`,
  plaats: 'Plaats',
  wegVoluit: 'niet gepubliceerd',
  tussen: (van: string, tot: string) => `${van} tot en met ${tot}`,
  ruimteTitel: 'Tussen welke getallen het echte aantal ligt',
  ruimteBijschrift: (indicator: string) =>
    `${indicator}: kleinste en grootste getal dat achter het cijfer kan zitten`,
  grafiekTitel: (indicator: string, periode: string) => `${indicator} in ${periode}`,
  grafiekUitleg:
    'De lijn op de balk is wat ook toeval en afronding had kunnen geven (95 procent). De volgorde is het alfabet.',
  schommelt:
    'Let op: deze reeks schommelt vaker meer dan toeval alleen, dus een verschil lijkt hier te snel duidelijk.',
  beeldNiet:
    'hoeveel geweld er was, en waardoor een aantal verschilt of verandert. Het zijn tellingen van wat bekend werd.',
  grafiekPlaats: (indicator: string, plaats: string) => `${indicator} in ${plaats}, per jaar`,
  grafiekTijd: 'De lijn op de balk is wat ook toeval en afronding had kunnen geven (95 procent).',
  oordeelKop: 'Wat er over de regio te zeggen is',
  oordeel: {
    meer: (a: string, b: string) =>
      `Duidelijk meer in ${b} dan in ${a}: het verschil is groter dan toeval en afronding kunnen geven.`,
    minder: (a: string, b: string) =>
      `Duidelijk minder in ${b} dan in ${a}: het verschil is groter dan toeval en afronding kunnen geven.`,
    geen_aanwijzing: (a: string, b: string) =>
      `Geen aanwijzing dat het in ${b} anders was dan in ${a}: het verschil past bij toeval.`,
    niet_te_zeggen: (a: string, b: string) =>
      `Of het in ${b} anders was dan in ${a} is met deze getallen niet te zeggen.`,
  },
  nietKop: 'Wat deze cijfers niet zeggen',
  downloadKop: 'Meenemen',
  vormen: {
    csv: 'CSV',
    json: 'JSON',
    xlsx: 'Excel',
    pdf: 'PDF',
    docx: 'Word',
    'csv-metadata.json': 'Beschrijving van de kolommen (CSVW)',
  },
  citeer: (titel: string, regio: string, dag: string, adres: string, zegel: string) =>
    `${titel}. ${regio}, ${dag}. ${adres}. Zegel ${zegel}.`,
  citeerKop: 'Zo verwijst u hiernaar',
  definitie: (n: string) => `Definitie, versie ${n}`,
  uit: {
    kop: 'Uit publicaties',
    uitleg:
      'Cijfers van de partners, zo bewerkt dat niemand eruit te herkennen is. Zij komen uit een andere bron dan de cijfers uit openbare stukken op deze pagina en zijn anders bewerkt: tel ze er niet bij op en zet ze er niet mee in één lijn.',
    gepubliceerd: (dag: string) => `Gepubliceerd op ${dag}.`,
    meer: 'Er zijn eerdere publicaties met dit cijfer. Bekijk ze allemaal',
    tabel: (naam: string) =>
      `Gepubliceerde cijfers van ${naam}: de laatste periode per indicator, op alfabet`,
    indicator: 'Indicator',
    periode: 'Periode',
    waarde: 'Gepubliceerd',
    ruimte: 'Het echte getal ligt tussen',
    publicatie: 'Publicatie',
    geenOpenbare: 'In openbare bronnen staan hier geen cijfers over deze indicator.',
    kaartTitel: (n: number, jaar: string) =>
      n === 0
        ? `In ${jaar} nergens duidelijk meer of minder`
        : `In ${jaar} in ${n} ${n === 1 ? 'gemeente' : 'gemeenten'} duidelijk meer of minder`,
    kaartOnder: (naam: string, van: string, tot: string) => `${naam}, van ${van} naar ${tot}, per gemeente`,
    kaartBron: (titel: string) => `Kaart: CBS/Kadaster. Cijfers: ${titel}.`,
    kaartBeschrijving: (lijst: string) => `Kaart van de gemeenten. ${lijst}.`,
    kaartTabel: (naam: string) => `${naam}: verandering per gemeente, op alfabet`,
    oordeel: 'Wat er te zeggen is',
    woord: {
      meer: 'duidelijk meer',
      minder: 'duidelijk minder',
      geen_aanwijzing: 'geen aanwijzing voor verandering',
      niet_te_zeggen: 'niet te zeggen',
    },
    klasse: {
      anders: 'duidelijk meer of minder',
      geen_aanwijzing: 'geen aanwijzing voor verandering',
      niet_te_zeggen: 'niet te zeggen: niet gepubliceerd, te klein of te dicht bij elkaar',
    },
    gemeente: 'Gemeente',
  },
  voorProgrammas: 'Voor programma’s:',
  programmaKop: 'Voor programma’s en datacatalogi',
  api: 'API (JSON)',
  beschrijving: {
    jsonld: 'beschrijving DCAT-AP-NL (JSON-LD)',
    ttl: 'beschrijving DCAT-AP-NL (Turtle)',
  },
  catalogus: {
    jsonld: 'Catalogus van deze regio, DCAT-AP-NL 3.0 (JSON-LD)',
    ttl: 'Catalogus van deze regio, DCAT-AP-NL 3.0 (Turtle)',
  },
  licentie: 'U mag deze tabellen vrij gebruiken, als u zegt waar zij vandaan komen:',
  licentieBron:
    'Voor deze cijfers gelden de voorwaarden van de bron. Kijk daar of u ze mag overnemen, en noem de bron.',
  behalveOvergenomen: 'Voor tabellen die zijn overgenomen gelden de voorwaarden van de bron.',
  geenCatalogus: 'Deze regio heeft nog niets gepubliceerd; daarom is er nog geen catalogus.',
  onbekend: 'Deze publicatie kennen wij niet. Kies er een uit de lijst.',
};

export type Publicatieteksten = typeof nl;

const en: Publicatieteksten = {
  lijstTitel: r => `Published tables of ${r}`,
  lijstInleiding:
    'Figures of the partners, treated so that nobody can be recognised in them, and figures as a public source prints them; those are not protected, and are marked so. Every release has a permanent address and does not change any more.',
  lijstGeen: 'Nothing has been published yet.',
  lijstGeenUitleg: 'What is known from public documents is with the figures.',
  lijstBijschrift: 'Releases, newest first',
  titel: 'Title',
  wanneer: 'Published on',
  stand: 'State',
  standen: { gepubliceerd: 'in print', ingetrokken: 'withdrawn', vervangen: 'replaced' },
  vervangen: 'The source prints something else by now. These tables stay as they were.',
  vervangenDoor: 'To what stands now',
  overgenomenKop: 'Where these figures come from',
  herkomstKolom: 'Where the number comes from',
  publicaties: 'Published tables',
  ingetrokken: dag => `This release was withdrawn on ${dag}.`,
  ingetrokkenUitleg: reden =>
    `Its figures are no longer here. Please do not use them from an earlier copy either. Reason: ${reden}`,
  beschermdKop: 'How these figures are protected',
  tabel: indicator => `${indicator}: by place and period, places in alphabetical order`,
  plaats: 'Place',
  wegVoluit: 'not published',
  tussen: (van, tot) => `${van} to ${tot}`,
  ruimteTitel: 'Between what the true number lies',
  ruimteBijschrift: indicator => `${indicator}: least and greatest number that can be behind the figure`,
  grafiekTitel: (indicator, periode) => `${indicator} in ${periode}`,
  grafiekUitleg:
    'The line on the bar is what chance and rounding could also have given (95 per cent). The order is the alphabet.',
  schommelt:
    'Note: the years of this series vary more than chance alone, so a difference seems clear too soon here.',
  beeldNiet:
    'how much violence there was, or why a number differs or changes. These are counts of what became known.',
  grafiekPlaats: (indicator, plaats) => `${indicator} in ${plaats}, by year`,
  grafiekTijd: 'The line on the bar is what chance and rounding could also have given (95 per cent).',
  oordeelKop: 'What can be said of the region',
  oordeel: {
    meer: (a, b) =>
      `Clearly more in ${b} than in ${a}: the difference is more than chance and rounding can give.`,
    minder: (a, b) =>
      `Clearly fewer in ${b} than in ${a}: the difference is more than chance and rounding can give.`,
    geen_aanwijzing: (a, b) => `No sign that ${b} differed from ${a}: the difference fits chance.`,
    niet_te_zeggen: (a, b) => `Whether ${b} differed from ${a} cannot be said with these numbers.`,
  },
  nietKop: 'What these figures do not say',
  downloadKop: 'Take with you',
  vormen: {
    csv: 'CSV',
    json: 'JSON',
    xlsx: 'Excel',
    pdf: 'PDF',
    docx: 'Word',
    'csv-metadata.json': 'Description of the columns (CSVW)',
  },
  citeer: (titel, regio, dag, adres, zegel) => `${titel}. ${regio}, ${dag}. ${adres}. Seal ${zegel}.`,
  citeerKop: 'How to refer to this',
  definitie: n => `Definition, version ${n}`,
  uit: {
    kop: 'From releases',
    uitleg:
      'Figures of the partners, treated so that nobody can be recognised in them. They come from another source than the figures from public documents on this page and are treated differently: do not add them up or put them in one line.',
    gepubliceerd: dag => `Published on ${dag}.`,
    meer: 'There are earlier releases with this figure. See all of them',
    tabel: naam => `Published figures of ${naam}: the last period of each indicator, in alphabetical order`,
    indicator: 'Indicator',
    periode: 'Period',
    waarde: 'Published',
    ruimte: 'The true number lies between',
    publicatie: 'Release',
    geenOpenbare: 'Public sources print no figures of this indicator here.',
    kaartTitel: (n, jaar) =>
      n === 0
        ? `Nowhere clearly more or fewer in ${jaar}`
        : `Clearly more or fewer in ${n} ${n === 1 ? 'municipality' : 'municipalities'} in ${jaar}`,
    kaartOnder: (naam, van, tot) => `${naam}, from ${van} to ${tot}, by municipality`,
    kaartBron: titel => `Map: CBS/Kadaster. Figures: ${titel}.`,
    kaartBeschrijving: lijst => `Map of the municipalities. ${lijst}.`,
    kaartTabel: naam => `${naam}: change by municipality, in alphabetical order`,
    oordeel: 'What can be said',
    woord: {
      meer: 'clearly more',
      minder: 'clearly fewer',
      geen_aanwijzing: 'no sign of change',
      niet_te_zeggen: 'cannot be said',
    },
    klasse: {
      anders: 'clearly more or fewer',
      geen_aanwijzing: 'no sign of change',
      niet_te_zeggen: 'cannot be said: not published, too small or too close',
    },
    gemeente: 'Municipality',
  },
  voorProgrammas: 'For programs:',
  programmaKop: 'For programs and catalogues of data',
  api: 'API (JSON)',
  beschrijving: {
    jsonld: 'description DCAT-AP-NL (JSON-LD)',
    ttl: 'description DCAT-AP-NL (Turtle)',
  },
  catalogus: {
    jsonld: 'Catalogue of this region, DCAT-AP-NL 3.0 (JSON-LD)',
    ttl: 'Catalogue of this region, DCAT-AP-NL 3.0 (Turtle)',
  },
  licentie: 'You may use these tables freely, if you say where they come from:',
  licentieBron:
    'The terms of the source hold for these figures. See there whether you may use them, and name the source.',
  behalveOvergenomen: 'For tables that were taken over the terms of their source hold.',
  geenCatalogus: 'This region has not published anything yet; so there is no catalogue yet.',
  onbekend: 'We do not know this release. Choose one from the list.',
};

export const publicatieteksten = { nl, en };
