import type { Tekstboom } from '#platform/ui/index.ts';

/** Dutch texts about measurements and about what was known when. */
export const metingNl = {
  kort: 'Metingen',
  titel: (regio: string) => `Metingen van ${regio}`,
  link: 'Nulmetingen en jaarmetingen, vastgesteld en om aan te halen',
  inleiding:
    'Een meting is een verzameling cijfers zoals zij op een dag bekend waren. Zij verandert nooit meer: komt er later een beter cijfer, dan komt er een nieuwe meting bij.',
  geen: 'Er is nog geen meting vastgesteld.',
  geenUitleg: 'De projectleider of de datalab-analist van de regio stelt een meting vast.',
  bijschrift: 'Metingen, nieuwste jaar eerst',
  soorten: { nulmeting: 'Nulmeting', jaarmeting: 'Jaarmeting' },
  naam: 'Meting',
  naamVan: (soort: string, jaar: string) => `${soort} ${jaar}`,
  naamVanMeer: (soort: string, jaar: string, nr: string) => `${soort} ${jaar}, nummer ${nr}`,
  jaar: 'Jaar',
  bekendOp: 'Zoals bekend op',
  vastgesteld: 'Vastgesteld op',
  uitleg: (bekend: string, vastgesteld: string) =>
    `Cijfers over dit jaar zoals bekend op ${bekend}, vastgesteld op ${vastgesteld}.`,
  geenVoorU: 'Deze meting bevat geen cijfers die u mag zien.',
  geenVoorUUitleg: 'Zij bestaat uit cijfers voor intern gebruik.',
  cijfers: (naam: string) => `${naam}: cijfers op indicator, plaats en periode`,
  definitie: 'Versie van de definitie',
  aanhalenKop: 'Zo haalt u deze meting aan',
  aanhalen: (naam: string, regio: string, vastgesteld: string, adres: string) =>
    `Regio ${regio}, ${naam}, vastgesteld op ${vastgesteld}. ${adres}`,
  aanhalenUitleg: 'Dit adres blijft bestaan en toont altijd dezelfde cijfers.',
  onbekend: (naam: string) => `De meting ‘${naam}’ kennen wij niet. Kies er een uit de lijst.`,
  opVeld: 'Wat bekend was op (jjjj-mm-dd)',
  opDeDag: (dag: string) => `U ziet wat op ${dag} bekend was.`,
  opUitleg: 'Wat later kwam of werd verbeterd, staat hier niet bij.',
  opNu: 'Naar wat nu bekend is',
  opFout: (dag: string) => `‘${dag}’ is geen dag tot en met vandaag. Schrijf een dag als 2026-03-01.`,
} as const satisfies Tekstboom;

type Verbreed<T> = T extends string
  ? string
  : T extends (...a: infer A) => string
    ? (...a: A) => string
    : { readonly [K in keyof T]: Verbreed<T[K]> };
export type Metingteksten = Verbreed<typeof metingNl>;

/** The same in English. */
export const metingEn: Metingteksten = {
  kort: 'Measurements',
  titel: regio => `Measurements of ${regio}`,
  link: 'Baselines and yearly measurements, laid down and citable',
  inleiding:
    'A measurement is a set of figures as they were known on a day. It never changes again: when a better figure comes later, another measurement is added.',
  geen: 'No measurement has been laid down yet.',
  geenUitleg: 'The project leader or the datalab analyst of the region lays a measurement down.',
  bijschrift: 'Measurements, newest year first',
  soorten: { nulmeting: 'Baseline', jaarmeting: 'Yearly measurement' },
  naam: 'Measurement',
  naamVan: (soort, jaar) => `${soort} ${jaar}`,
  naamVanMeer: (soort, jaar, nr) => `${soort} ${jaar}, number ${nr}`,
  jaar: 'Year',
  bekendOp: 'As known on',
  vastgesteld: 'Laid down on',
  uitleg: (bekend, vastgesteld) => `Figures on this year as known on ${bekend}, laid down on ${vastgesteld}.`,
  geenVoorU: 'This measurement holds no figures that you may see.',
  geenVoorUUitleg: 'It consists of figures for internal use.',
  cijfers: naam => `${naam}: figures by indicator, place and period`,
  definitie: 'Version of the definition',
  aanhalenKop: 'How to cite this measurement',
  aanhalen: (naam, regio, vastgesteld, adres) =>
    `Region ${regio}, ${naam}, laid down on ${vastgesteld}. ${adres}`,
  aanhalenUitleg: 'This address stays and always shows the same figures.',
  onbekend: naam => `We do not know the measurement ‘${naam}’. Choose one from the list.`,
  opVeld: 'What was known on (yyyy-mm-dd)',
  opDeDag: dag => `You see what was known on ${dag}.`,
  opUitleg: 'What came or was corrected later is not in it.',
  opNu: 'To what is known now',
  opFout: dag => `‘${dag}’ is not a day up to today. Write a day as 2026-03-01.`,
};
