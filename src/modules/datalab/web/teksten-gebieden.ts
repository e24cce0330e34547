import type { Tekstboom } from '#platform/ui/index.ts';
import type { Teksten } from './teksten.ts';

/** Dutch texts on many areas side by side: funnel, small lines, regions, and the same on paper. */
export const nl = {
  verandering: 'Verandering per gemeente',
  pdf: 'Download als PDF',
  trechter: {
    kop: 'Gemeenten onderling: de trechter',
    uitleg:
      'De trechter laat zien welke gemeenten meer van de andere afwijken dan toeval en gewone verschillen verklaren. Bij een kleine gemeente schommelt een aantal sterker; daarom is de trechter daar breder.',
    titel: (boven: string, onder: string) => {
      const delen = [boven, onder].filter(d => d !== '');
      return delen.length === 0
        ? 'Geen gemeente ligt buiten de trechter'
        : `${delen.join('; ')}; de andere niet`;
    },
    erboven: (namen: string) => `Boven de trechter: ${namen}`,
    eronder: (namen: string) => `Onder de trechter: ${namen}`,
    onder: (naam: string, jaar: string) => `${naam} in ${jaar}, per 1.000 inwoners, naar inwonertal`,
    beschrijving: (lijst: string, gemiddeld: string) =>
      `Gemeenten samen: ${gemiddeld} per 1.000 inwoners. ${lijst}.`,
    bron: 'De bronnen van de cijfers staan onderaan deze pagina. Inwoners: CBS 37259.',
    beperking:
      'waar meer geweld is, of wie het goed doet. Erboven of eronder wil zeggen dat het geregistreerde aantal afwijkt. Leeftijd en samenstelling van de bevolking zijn niet verrekend.',
    grootte: 'inwoners',
    waarde: 'per 1.000 inwoners',
    rand: 'grens van de trechter (99,8 procent)',
    binnenrand: 'grens van 95 procent',
    midden: 'gemeenten in de trechter samen',
    figuur:
      'In de figuur: een open rondje ligt binnen de trechter, een driehoek omhoog erboven, een driehoek omlaag eronder; bij een half rondje is het niet te zeggen. De dikke lijn is de grens van de trechter (99,8 procent), de streepjes zijn de grens van 95 procent, de dunne lijn is wat de gemeenten samen hebben.',
    oordeel: {
      binnen: 'binnen de trechter',
      erboven: 'erboven',
      eronder: 'eronder',
      niet_te_zeggen: 'niet te zeggen',
    },
    alarm: (n: string, kans: string) =>
      `Vals alarm: ook als er tussen ${n} gemeenten niets aan de hand is, ligt met een kans van ongeveer ${kans} ten minste één buiten de trechter.`,
    verbreed: (phi: string, buiten: string, n: string) =>
      `Extra spreiding: de onderlinge verschillen zijn, in het kwadraat, ${phi} keer zo groot als toeval alleen zou geven (phi, na afkappen van de uitersten). De trechter is daarom verbreed; zonder die verbreding zouden ${buiten} van de ${n} erbuiten liggen.`,
    nietVerbreed:
      'Extra spreiding: de gemeenten verschillen niet meer dan toeval alleen geeft; de trechter is niet verbreed.',
    gerond:
      'Afgerond: de bron rondt elk aantal af, en wat die afronding aan schommeling toevoegt zit in de grenzen en in de spreiding.',
    weinig: (n: string) =>
      `Met ${n} gemeenten is die spreiding zelf onzeker. Lees de trechter als een vraag om verder te kijken, niet als een uitkomst.`,
    stil: 'Niet te zeggen: er wordt hier zo weinig verwacht dat zelfs een verdubbeling te vaak niet zou opvallen (kans om haar te zien onder 80 procent).',
    buitenKop: 'Niet in de trechter',
    buitenUitleg:
      'Aantallen van 1 tot en met 4 doen nergens in mee: niet in het gemiddelde, niet in de spreiding en niet in de grenzen. Hun plek is dus niet terug te rekenen.',
    reden: {
      geen_cijfer: 'geen cijfer over dit hele jaar',
      te_klein: 'te klein voor een uitspraak',
      geen_inwoners: 'het inwonertal ontbreekt',
      niet_openbaar: 'het cijfer is niet openbaar',
      andere_bron: 'het cijfer komt uit een andere bron of is anders geteld',
    },
    geen: {
      niet_per_inwoner: 'Geen trechter: dit cijfer is geen aantal dat naar inwonertal te vergelijken is.',
      te_weinig:
        'Geen trechter: daarvoor zijn ten minste vijf gemeenten nodig met een openbaar cijfer over hetzelfde jaar, uit dezelfde bron, van 0 of van 5 of meer.',
    },
    tabel: (naam: string, jaar: string) =>
      `Trechter van ${naam} in ${jaar}: wat naar inwonertal te verwachten is en de grenzen per 1.000 inwoners, op alfabet van de gemeente`,
    kolom: {
      aantal: 'Aantal',
      verwacht: 'Verwacht',
      grenzen: 'Grenzen',
      gekrompen: 'Bijgesteld per 1.000',
      oordeel: 'Plaats in de trechter',
    },
    gekrompen:
      'Bijgesteld: het cijfer naar het gemiddelde getrokken, meer naarmate de gemeente kleiner is (empirische Bayes, Marshall 1991). Gemiddeld zit dat dichter bij wat te verwachten is; voor één gemeente kan het ernaast zitten.',
    kaartTitel: 'De trechter op de kaart',
    kaartOnder: (naam: string, jaar: string) => `${naam} in ${jaar}, plaats in de trechter per gemeente`,
    kaartGeen: 'niet in de trechter',
    lijst: 'Per gemeente, op alfabet',
    regel: (naam: string, oordeel: string, tempo: string, van: string, tot: string) =>
      `${naam}: ${oordeel}, ${tempo} per 1.000 (tussen ${van} en ${tot} had ook toeval kunnen zijn)`,
    regelGeen: (naam: string, reden: string) => `${naam}: ${reden}`,
    methode:
      'De grenzen zijn de exacte grenzen van Poisson rond wat elke gemeente bij het gezamenlijke tempo zou hebben (Spiegelhalter 2005). De spreiding is gemeten op de wortelschaal, met 10 procent afkappen aan beide kanten, en opgeteld bij het toeval.',
  },
  verloop: {
    kop: 'Verloop per gemeente',
    titel: 'Het verloop per gemeente, op één schaal',
    onder: (naam: string) => `${naam}, per 1.000 inwoners, hele jaren, op alfabet`,
    beschrijving: (lijst: string) => `Kleine lijnen per gemeente. ${lijst}.`,
    band: 'Gebied waarin het tempo ook door toeval had kunnen liggen (95 procent)',
    leeg: 'geen punt',
    tabel: (naam: string) => `${naam} per gemeente en jaar, per 1.000 inwoners, op alfabet`,
    beperking: 'of er meer of minder geweld was. Een onderbroken lijn betekent: geen cijfer, of te klein.',
  },
  profiel: {
    regioKop: (regio: string) => `Naast de regio ${regio}`,
    regioUitleg:
      'Alleen waar gemeente en regio uit dezelfde bron komen, over hetzelfde jaar. De gemeente telt zelf mee in het cijfer van de regio.',
    tabel: (gemeente: string, regio: string) => `${gemeente} en regio ${regio}, per 1.000 inwoners`,
    gemeente: 'Gemeente',
    regio: 'Regio',
    geenRegio: 'geen cijfer van de regio uit deze bron en dit jaar',
    tempo: (waarde: string, van: string, tot: string) => `${waarde} (${van} tot ${tot})`,
    tussenKop: 'Gemeenten onderling',
  },
  regios: {
    kop: 'Regio naast regio',
    titel: (naam: string) => `${naam}: regio naast regio`,
    overzicht: 'De regio’s naast elkaar',
    inleiding:
      'Regio’s staan hier alleen naast elkaar als hun cijfers uit dezelfde bron komen, over hetzelfde jaar, op dezelfde wijze geteld. Anders staat er waarom niet. Op alfabet; dit is geen ranglijst.',
    overzichtTabel: 'Wat per indicator te vergelijken is, op indicator en regio',
    tabel: (naam: string, jaar: string) => `${naam} in ${jaar} per regio, per 1.000 inwoners, op alfabet`,
    tabelZonder: (naam: string) => `${naam} per regio: waarom zij niet te vergelijken zijn, op alfabet`,
    kolomRegio: 'Regio',
    kolomLaatste: 'Laatste openbare cijfer',
    kolomTempo: 'Per 1.000 inwoners',
    kolomVergelijk: 'Te vergelijken',
    wel: (jaar: string, n: string) => `ja, ${n} regio’s over ${jaar}`,
    niet: 'nee',
    geenJaar: 'Voor deze indicator zijn geen twee regio’s te vergelijken. Hieronder staat per regio waarom.',
    welJaar: (jaar: string) =>
      `Vergeleken wordt ${jaar}: het laatste jaar waarover ten minste twee regio’s een cijfer hebben uit dezelfde bron.`,
    reden: {
      geen_cijfer: 'geen openbaar cijfer van de regio als geheel',
      geen_heel_jaar: 'geen cijfer over een heel jaar',
      te_klein: 'te klein voor een uitspraak',
      geen_inwoners: 'het inwonertal van dat jaar ontbreekt',
      enige: 'geen andere regio heeft een cijfer om naast te zetten',
      ander_jaar: 'de cijfers van de regio’s gaan over verschillende jaren',
      andere_definitie: 'de regio’s tellen op verschillende wijze',
      andere_bron: 'de cijfers van de regio’s komen uit verschillende bronnen',
    },
    beperking:
      'Dit zegt niet in welke regio meer geweld is. Een hoger tempo kan ook betekenen dat meer bekend wordt. Leeftijd en samenstelling van de bevolking zijn niet verrekend.',
    link: 'Zet de regio’s naast elkaar',
  },
  papier: {
    voet: (dag: string) => `Lange Adem, openbare cijfers, stand ${dag}`,
    stand: 'Stand',
    grenzen: 'Grenzen',
    regio: 'Regio',
    alleenOpenbaar:
      'Alleen openbare cijfers, overgenomen uit openbare bron, niet beveiligd; wie aangemeld is, kan op het scherm meer zien.',
    cijfers: 'Cijfers',
    soort: 'Inhoud',
    nietGezegd: 'Wat dit niet zegt',
    bronnen: 'Bronnen',
    methode: 'Hoe er is gerekend',
  },
} as const satisfies Tekstboom;

/** The same in English. */
export const en: Teksten['gebieden'] = {
  verandering: 'Change per municipality',
  pdf: 'Download as PDF',
  trechter: {
    kop: 'Municipalities among themselves: the funnel',
    uitleg:
      'The funnel shows which municipalities differ from the others by more than chance and ordinary differences explain. In a small municipality a count varies more, so the funnel is wider there.',
    titel: (boven, onder) => {
      const delen = [boven, onder].filter(d => d !== '');
      return delen.length === 0
        ? 'No municipality lies outside the funnel'
        : `${delen.join('; ')}; the others do not`;
    },
    erboven: namen => `Above the funnel: ${namen}`,
    eronder: namen => `Below the funnel: ${namen}`,
    onder: (naam, jaar) => `${naam} in ${jaar}, per 1,000 inhabitants, by number of inhabitants`,
    beschrijving: (lijst, gemiddeld) =>
      `Municipalities together: ${gemiddeld} per 1,000 inhabitants. ${lijst}.`,
    bron: 'The sources of the figures are at the end of this page. Inhabitants: CBS 37259.',
    beperking:
      'where there is more violence, or who does well. Above or below means that the recorded count differs. Age and make-up of the population are not taken into account.',
    grootte: 'inhabitants',
    waarde: 'per 1,000 inhabitants',
    rand: 'limit of the funnel (99.8 per cent)',
    binnenrand: 'limit of 95 per cent',
    midden: 'municipalities in the funnel together',
    figuur:
      'In the figure: an open circle lies within the funnel, a triangle pointing up above it, a triangle pointing down below it; with a half circle it cannot be said. The thick line is the limit of the funnel (99.8 per cent), the dashes are the limit of 95 per cent, the thin line is what the municipalities have together.',
    oordeel: {
      binnen: 'within the funnel',
      erboven: 'above',
      eronder: 'below',
      niet_te_zeggen: 'cannot be said',
    },
    alarm: (n, kans) =>
      `False alarm: even if nothing is the matter among ${n} municipalities, there is a chance of about ${kans} that at least one lies outside the funnel.`,
    verbreed: (phi, buiten, n) =>
      `Extra spread: the squared differences among the municipalities are ${phi} times as large as chance alone would give (phi, after cutting off the extremes). The funnel has been widened for it; without that, ${buiten} of ${n} would lie outside.`,
    nietVerbreed:
      'Extra spread: the municipalities differ no more than chance alone gives; the funnel was not widened.',
    gerond:
      'Rounded: the source rounds every count, and the variation that this adds is in the limits and in the spread.',
    weinig: n =>
      `With ${n} municipalities that spread is itself uncertain. Read the funnel as a question to look further, not as an outcome.`,
    stil: 'Cannot be said: so little is expected here that even a doubling would too often go unnoticed (chance to see it below 80 per cent).',
    buitenKop: 'Not in the funnel',
    buitenUitleg:
      'Counts of 1 to 4 take part in nothing: not in the mean, not in the spread and not in the limits. So their place cannot be computed back.',
    reden: {
      geen_cijfer: 'no figure over this whole year',
      te_klein: 'too small for a statement',
      geen_inwoners: 'the number of inhabitants is missing',
      niet_openbaar: 'the figure is not public',
      andere_bron: 'the figure is from another source or was counted in another way',
    },
    geen: {
      niet_per_inwoner:
        'No funnel: this figure is not a count that can be compared by number of inhabitants.',
      te_weinig:
        'No funnel: it takes at least five municipalities with a public figure over the same year, from the same source, of 0 or of 5 or more.',
    },
    tabel: (naam, jaar) =>
      `Funnel of ${naam} in ${jaar}: what is expected by number of inhabitants and the limits per 1,000 inhabitants, in alphabetical order of municipality`,
    kolom: {
      aantal: 'Count',
      verwacht: 'Expected',
      grenzen: 'Limits',
      gekrompen: 'Adjusted per 1,000',
      oordeel: 'Place in the funnel',
    },
    gekrompen:
      'Adjusted: the figure drawn towards the mean, more so the smaller the municipality (empirical Bayes, Marshall 1991). On average that is closer to what is to be expected; for one municipality it may be off.',
    kaartTitel: 'The funnel on the map',
    kaartOnder: (naam, jaar) => `${naam} in ${jaar}, place in the funnel per municipality`,
    kaartGeen: 'not in the funnel',
    lijst: 'Per municipality, in alphabetical order',
    regel: (naam, oordeel, tempo, van, tot) =>
      `${naam}: ${oordeel}, ${tempo} per 1,000 (between ${van} and ${tot} could as well have been chance)`,
    regelGeen: (naam, reden) => `${naam}: ${reden}`,
    methode:
      'The limits are the exact Poisson limits around what each municipality would have at the common rate (Spiegelhalter 2005). The spread is measured on the square root scale, cutting off 10 per cent at both ends, and added to chance.',
  },
  verloop: {
    kop: 'Course per municipality',
    titel: 'The course per municipality, on one scale',
    onder: naam => `${naam}, per 1,000 inhabitants, whole years, in alphabetical order`,
    beschrijving: lijst => `Small lines per municipality. ${lijst}.`,
    band: 'Area in which the rate could as well have been by chance (95 per cent)',
    leeg: 'no point',
    tabel: naam => `${naam} per municipality and year, per 1,000 inhabitants, in alphabetical order`,
    beperking: 'whether there was more or less violence. A broken line means: no figure, or too small.',
  },
  profiel: {
    regioKop: regio => `Beside the region ${regio}`,
    regioUitleg:
      'Only where municipality and region come from the same source, over the same year. The municipality itself counts in the figure of the region.',
    tabel: (gemeente, regio) => `${gemeente} and region ${regio}, per 1,000 inhabitants`,
    gemeente: 'Municipality',
    regio: 'Region',
    geenRegio: 'no figure of the region from this source and year',
    tempo: (waarde, van, tot) => `${waarde} (${van} to ${tot})`,
    tussenKop: 'Among municipalities',
  },
  regios: {
    kop: 'Region beside region',
    titel: naam => `${naam}: region beside region`,
    overzicht: 'The regions side by side',
    inleiding:
      'Regions stand side by side here only if their figures come from the same source, over the same year, counted in the same way. Otherwise it says why not. In alphabetical order; this is no ranking.',
    overzichtTabel: 'What can be compared per indicator, by indicator and region',
    tabel: (naam, jaar) => `${naam} in ${jaar} per region, per 1,000 inhabitants, in alphabetical order`,
    tabelZonder: naam => `${naam} per region: why they cannot be compared, in alphabetical order`,
    kolomRegio: 'Region',
    kolomLaatste: 'Latest public figure',
    kolomTempo: 'Per 1,000 inhabitants',
    kolomVergelijk: 'Can be compared',
    wel: (jaar, n) => `yes, ${n} regions over ${jaar}`,
    niet: 'no',
    geenJaar: 'No two regions can be compared on this indicator. Below it says why, per region.',
    welJaar: jaar =>
      `The year compared is ${jaar}: the last one over which at least two regions have a figure from the same source.`,
    reden: {
      geen_cijfer: 'no public figure of the region as a whole',
      geen_heel_jaar: 'no figure over a whole year',
      te_klein: 'too small for a statement',
      geen_inwoners: 'the number of inhabitants of that year is missing',
      enige: 'no other region has a figure to put beside it',
      ander_jaar: 'the figures of the regions are about different years',
      andere_definitie: 'the regions count in different ways',
      andere_bron: 'the figures of the regions come from different sources',
    },
    beperking:
      'This does not say in which region there is more violence. A higher rate can also mean that more becomes known. Age and make-up of the population are not taken into account.',
    link: 'Put the regions side by side',
  },
  papier: {
    voet: dag => `Lange Adem, public figures, as of ${dag}`,
    stand: 'As of',
    grenzen: 'Boundaries',
    regio: 'Region',
    alleenOpenbaar:
      'Public figures only, taken over from a public source, not protected; who is signed in may see more on the screen.',
    cijfers: 'Figures',
    soort: 'Content',
    nietGezegd: 'What this does not say',
    bronnen: 'Sources',
    methode: 'How it was computed',
  },
};
