const nl = {
  titel: (naam: string, plaats: string) => `${naam}, ${plaats}`,
  onder: (periode: string) => `Aantal per ${periode}, zoals de bron het geeft`,
  perioden: { maand: 'maand', kwartaal: 'kwartaal', halfjaar: 'halfjaar', jaar: 'jaar' },
  geteld: 'Geteld',
  controle: 'Controlereeks',
  met: 'Verwacht met verandering',
  zonder: 'Verwacht zonder',
  periode: 'Periode',
  begin: 'Begin van de actie',
  beschrijving: (eerste: string, laatste: string, n: string) =>
    `Een lijn van ${n} perioden, van ${eerste} tot en met ${laatste}. De aantallen staan in de tabel.`,
  metModel: 'Twee lijnen van het model lopen mee: met en zonder de verandering.',
  beperking: 'De lijn laat zien wat er is geteld. Wat er anders ook gebeurde in die tijd, zit er ook in.',
  tabel: (naam: string) => `De cijfers waarop dit is berekend: ${naam}`,
  overgang: 'overgang, telt niet mee',
  nietAlles: 'Niet alle cijfers van deze reeks zijn voor u in te zien. Daarom staat hier geen grafiek.',
};
const en: typeof nl = {
  titel: (naam, plaats) => `${naam}, ${plaats}`,
  onder: periode => `Number per ${periode}, as the source gives it`,
  perioden: { maand: 'month', kwartaal: 'quarter', halfjaar: 'half-year', jaar: 'year' },
  geteld: 'Counted',
  controle: 'Control series',
  met: 'Expected with change',
  zonder: 'Expected without',
  periode: 'Period',
  begin: 'Start of the action',
  beschrijving: (eerste, laatste, n) =>
    `A line of ${n} periods, from ${eerste} up to and including ${laatste}. The numbers are in the table.`,
  metModel: 'Two lines of the model run along: with and without the change.',
  beperking: 'The line shows what was counted. What else happened in that time is in it too.',
  tabel: naam => `The figures this was computed on: ${naam}`,
  overgang: 'transition, left out',
  nietAlles: 'You cannot see all figures of this series. That is why there is no chart here.',
};

export const evaluatieTeksten = { nl, en };
