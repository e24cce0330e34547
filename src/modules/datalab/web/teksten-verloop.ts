import type { Bewakingsmethode, Methode, Methodereden } from '#kern/statistiek/index.ts';
import type { Tekstboom } from '#platform/ui/index.ts';
import type { Gebeurtenissoort } from '../domain/gebeurtenis.ts';

/** Dutch texts of how a series is read, why, and of what happened on its way. */
export const verloopNl = {
  kop: { jaar: 'Hoe de jaren te lezen zijn', kwartaal: 'Kwartaal voor kwartaal', maand: 'Maand voor maand' },
  waarom: (methode: string, redenen: string) => `Methode: ${methode}. ${redenen}`,
  geen: (redenen: string) => `Geen oordeel mogelijk. ${redenen}`,
  methoden: {
    geen: 'geen',
    interval: 'alleen het gebied van toeval',
    verhouding: 'exacte vergelijking van twee jaren',
    jaarhelling: 'helling over drie of vier jaren (Poisson)',
    fingertips: 'trendregel van Fingertips over vijf jaren',
    xmr: 'XmR-kaart met de regels van de NHS',
    exacte_kaart: 'kaart met exacte grenzen (Poisson)',
    laney: 'kaart met grenzen volgens Laney',
  } satisfies Record<Methode, string>,
  bewakingen: {
    poisson_cusum: 'Poisson-CUSUM',
    nb_cusum: 'negatief-binomiale CUSUM',
    ewma: 'EWMA',
    farrington: 'Farrington, flexibel',
  } satisfies Record<Bewakingsmethode, string>,
  redenen: {
    geen_punten: 'Er zijn geen volledige, definitieve perioden.',
    te_grote_aantallen: 'De aantallen zijn groter dan waarvoor deze methoden zijn getoetst (een miljoen).',
    te_kleine_aantallen: 'De aantallen zijn te klein; kijk naar langere perioden of naar de hele regio.',
    te_kort: 'Er zijn minder dan twaalf perioden op een rij.',
    een_jaar: 'Er is één jaar.',
    twee_jaren: 'Er zijn twee jaren op een rij.',
    drie_of_vier_jaren: 'Er zijn drie of vier jaren op een rij: te weinig voor een trendregel.',
    vijf_jaren_of_meer: 'Er zijn vijf jaren of meer op een rij.',
    twaalf_perioden_of_meer: 'Er zijn twaalf perioden of meer op een rij.',
    minder_dan_24_perioden: 'Met minder dan 24 perioden zijn de grenzen voorlopig.',
    gemiddelde_vanaf_tien: 'Gemiddeld zijn het er tien of meer per periode.',
    gemiddelde_onder_tien: 'Gemiddeld zijn het er minder dan tien per periode.',
    schommelt_meer_dan_toeval: 'De reeks schommelt meer dan toeval alleen.',
    ongelijke_blootstelling: 'Het aantal mensen of zaken per periode verschilt.',
    perioden_hangen_samen:
      'Opeenvolgende perioden hangen samen; daarom tellen alleen punten buiten de grenzen.',
    geen_bewaking_van_jaren: 'Jaren komen te laat om te waarschuwen.',
    te_kort_voor_bewaking:
      'De reeks is nog te kort: nodig zijn 24 maanden of 12 kwartalen om mee te vergelijken.',
    drie_jaar_geschiedenis: 'Er is drie jaar geschiedenis, zodat seizoen en trend meetellen.',
    nog_geen_drie_jaar: 'Er is nog geen drie jaar geschiedenis; het seizoen telt niet mee.',
    spreiding_als_toeval: 'De basislijn schommelt niet meer dan toeval.',
    spreiding_boven_toeval: 'De basislijn schommelt meer dan toeval; daar houdt de grens rekening mee.',
  } satisfies Record<Methodereden, string>,
  oordeel: {
    interval: (van: string, tot: string) => `Een volgend jaar zonder verandering geeft ${van} tot ${tot}.`,
    verhouding: 'Wat de twee jaren zeggen, staat bovenaan.',
    omhoog: 'De aantallen gaan omhoog, meer dan bij toeval past.',
    omlaag: 'De aantallen gaan omlaag, meer dan bij toeval past.',
    geen: 'Er is geen richting te zien die meer is dan toeval.',
    kaartStil: (n: string) => `Geen van de ${n} perioden valt op.`,
    kaartEen: (wanneer: string) => `Eén periode valt op: ${wanneer}.`,
    kaartMeer: (n: string, wanneer: string) => `${n} perioden vallen op, het laatst ${wanneer}.`,
    loos: (kans: string) => `De kans op zo’n uitkomst zonder verandering is ongeveer ${kans}.`,
    loosInterval: (kans: string) => `De kans dat het toch daarbuiten valt, is hoogstens ${kans}.`,
  },
  streef: (naam: string, waarde: string, periode: string) => `${naam}: ${waarde} (${periode}).`,
  doelKop: 'Streefwaarde en norm',
  geenDoel: 'De bronnen noemen voor dit cijfer geen streefwaarde en geen norm.',
  kaart: {
    onder: (naam: string, plaats: string, eenheid: string) => `${naam}, ${plaats}, ${eenheid} per periode`,
    beschrijving: (n: string, eerste: string, laatste: string) =>
      `${n} perioden van ${eerste} tot en met ${laatste}; de tabel eronder geeft elk punt.`,
    beperking: 'waardoor een periode opvalt, en of er meer of minder geweld was.',
    midden: 'Gemiddelde van de basislijn',
    grenzen: 'Grenzen van wat te verwachten is',
    opvallend: 'Valt op',
    tabel: (naam: string, plaats: string) => `${naam}, ${plaats}: elke periode met haar grenzen`,
    kolommen: { onder: 'Ondergrens', boven: 'Bovengrens', opvallend: 'Valt op' },
    ja: 'ja',
    nee: 'nee',
  },
  gebeurtenissen: {
    kop: 'Wat er intussen gebeurde',
    uitleg:
      'Deze gebeurtenissen kunnen een aantal veranderen zonder dat het geweld verandert. Ze bewijzen geen oorzaak.',
    bijschrift: 'Gebeurtenissen in de getoonde jaren, op datum',
    dag: 'Dag',
    soort: 'Soort',
    wat: 'Wat',
    bron: 'Bron',
    nietNagelezen: 'bron niet nagelezen',
    soorten: {
      wet: 'wet',
      werkwijze: 'werkwijze',
      corona: 'corona',
      herindeling: 'herindeling',
      definitie: 'andere telling',
      campagne: 'campagne',
      anders: 'anders',
    } satisfies Record<Gebeurtenissoort, string>,
  },
} as const satisfies Tekstboom;

type Verbreed<T> = T extends string
  ? string
  : T extends (...a: infer A) => string
    ? (...a: A) => string
    : { readonly [K in keyof T]: Verbreed<T[K]> };
export type Verloopteksten = Verbreed<typeof verloopNl>;

/** English texts of the same. */
export const verloopEn: Verloopteksten = {
  kop: { jaar: 'How to read the years', kwartaal: 'Quarter by quarter', maand: 'Month by month' },
  waarom: (methode, redenen) => `Method: ${methode}. ${redenen}`,
  geen: redenen => `No verdict possible. ${redenen}`,
  methoden: {
    geen: 'none',
    interval: 'only the range of chance',
    verhouding: 'exact comparison of two years',
    jaarhelling: 'slope over three or four years (Poisson)',
    fingertips: 'trend rule of Fingertips over five years',
    xmr: 'XmR chart with the NHS rules',
    exacte_kaart: 'chart with exact limits (Poisson)',
    laney: 'chart with limits after Laney',
  },
  bewakingen: {
    poisson_cusum: 'Poisson CUSUM',
    nb_cusum: 'negative binomial CUSUM',
    ewma: 'EWMA',
    farrington: 'Farrington, flexible',
  },
  redenen: {
    geen_punten: 'There are no complete, final periods.',
    te_grote_aantallen: 'The numbers are larger than those for which these methods were tested (a million).',
    te_kleine_aantallen: 'The numbers are too small; look at longer periods or at the whole region.',
    te_kort: 'There are fewer than twelve periods in a row.',
    een_jaar: 'There is one year.',
    twee_jaren: 'There are two years in a row.',
    drie_of_vier_jaren: 'There are three or four years in a row: too few for a trend rule.',
    vijf_jaren_of_meer: 'There are five years or more in a row.',
    twaalf_perioden_of_meer: 'There are twelve periods or more in a row.',
    minder_dan_24_perioden: 'With fewer than 24 periods the limits are provisional.',
    gemiddelde_vanaf_tien: 'On average there are ten or more per period.',
    gemiddelde_onder_tien: 'On average there are fewer than ten per period.',
    schommelt_meer_dan_toeval: 'The series varies more than chance alone.',
    ongelijke_blootstelling: 'The number of people or cases differs by period.',
    perioden_hangen_samen: 'Successive periods resemble each other, so only points outside the limits count.',
    geen_bewaking_van_jaren: 'Years come too late to warn.',
    te_kort_voor_bewaking:
      'The series is still too short: 24 months or 12 quarters are needed to compare with.',
    drie_jaar_geschiedenis: 'There are three years of history, so that season and trend count.',
    nog_geen_drie_jaar: 'There are no three years of history yet; the season does not count.',
    spreiding_als_toeval: 'The baseline varies no more than chance.',
    spreiding_boven_toeval: 'The baseline varies more than chance; the limit allows for that.',
  },
  oordeel: {
    interval: (van, tot) => `A next year without change gives ${van} to ${tot}.`,
    verhouding: 'What the two years say is at the top.',
    omhoog: 'The numbers go up, more than fits chance.',
    omlaag: 'The numbers go down, more than fits chance.',
    geen: 'There is no direction that is more than chance.',
    kaartStil: n => `None of the ${n} periods stands out.`,
    kaartEen: wanneer => `One period stands out: ${wanneer}.`,
    kaartMeer: (n, wanneer) => `${n} periods stand out, the last one ${wanneer}.`,
    loos: kans => `The chance of such an outcome without any change is about ${kans}.`,
    loosInterval: kans => `The chance that it still falls outside is at most ${kans}.`,
  },
  streef: (naam, waarde, periode) => `${naam}: ${waarde} (${periode}).`,
  doelKop: 'Target and norm',
  geenDoel: 'The sources name no target and no norm for this figure.',
  kaart: {
    onder: (naam, plaats, eenheid) => `${naam}, ${plaats}, ${eenheid} per period`,
    beschrijving: (n, eerste, laatste) =>
      `${n} periods from ${eerste} up to and including ${laatste}; the table below gives every point.`,
    beperking: 'why a period stands out, and whether there was more or less violence.',
    midden: 'Mean of the baseline',
    grenzen: 'Limits of what may be expected',
    opvallend: 'Stands out',
    tabel: (naam, plaats) => `${naam}, ${plaats}: every period with its limits`,
    kolommen: { onder: 'Lower limit', boven: 'Upper limit', opvallend: 'Stands out' },
    ja: 'yes',
    nee: 'no',
  },
  gebeurtenissen: {
    kop: 'What happened meanwhile',
    uitleg: 'These events may change a number without the violence changing. They prove no cause.',
    bijschrift: 'Events in the years shown, by date',
    dag: 'Day',
    soort: 'Kind',
    wat: 'What',
    bron: 'Source',
    nietNagelezen: 'source not read',
    soorten: {
      wet: 'law',
      werkwijze: 'way of working',
      corona: 'corona',
      herindeling: 'merger',
      definitie: 'other counting',
      campagne: 'campaign',
      anders: 'other',
    },
  },
};

/** The texts in the language of a page. */
export const verloopteksten = (taal: 'nl' | 'en'): Verloopteksten => (taal === 'en' ? verloopEn : verloopNl);
