/** A bound that no law fixes, with the day from which it holds and where it comes from. */
export interface Parameter {
  code: string;
  naam: string;
  waarde: number;
  eenheid: 'uur' | 'dagen' | 'per uur' | 'per dag' | 'tekens';
  /** ISO day. */
  vanaf: string;
  bron: string;
}

const EIGEN =
  'Keuze van dit huis: de wetten en normen die wij lazen noemen geen getal. Vast te stellen door de regio';

/** Every value that ever held, so that an old act can be judged by what held then. */
export const PARAMETERS = [
  {
    code: 'noodtoegang_duur',
    naam: 'Noodtoegang eindigt vanzelf na',
    waarde: 24,
    eenheid: 'uur',
    vanaf: '2026-01-01',
    bron: `${EIGEN}. De database staat nooit meer dan 72 uur toe`,
  },
  {
    code: 'noodtoegang_reden',
    naam: 'De reden van noodtoegang telt ten minste',
    waarde: 20,
    eenheid: 'tekens',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'overleg_duur',
    naam: 'Toegang voor een overleg duurt hoogstens',
    waarde: 31,
    eenheid: 'dagen',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'radar_per_uur',
    naam: 'Zoeken met de radar, hoogstens',
    waarde: 30,
    eenheid: 'per uur',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'radar_per_dag',
    naam: 'Zoeken met de radar, hoogstens',
    waarde: 120,
    eenheid: 'per dag',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'noodtoegang_per_uur',
    naam: 'Noodtoegang vragen, hoogstens',
    waarde: 5,
    eenheid: 'per uur',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'noodtoegang_per_dag',
    naam: 'Noodtoegang vragen, hoogstens',
    waarde: 10,
    eenheid: 'per dag',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'nummer_per_uur',
    naam: 'Op zaaknummer zoeken voor een blokkade of verzoek, hoogstens',
    waarde: 20,
    eenheid: 'per uur',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'nummer_per_dag',
    naam: 'Op zaaknummer zoeken voor een blokkade of verzoek, hoogstens',
    waarde: 60,
    eenheid: 'per dag',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'identiteit_per_uur',
    naam: 'Op precieze identiteit zoeken voor een blokkade, hoogstens',
    waarde: 10,
    eenheid: 'per uur',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'identiteit_per_dag',
    naam: 'Op precieze identiteit zoeken voor een blokkade, hoogstens',
    waarde: 30,
    eenheid: 'per dag',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'aanbod_per_uur',
    naam: 'Een dossier aanbieden, hoogstens',
    waarde: 20,
    eenheid: 'per uur',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
  {
    code: 'aanbod_per_dag',
    naam: 'Een dossier aanbieden, hoogstens',
    waarde: 60,
    eenheid: 'per dag',
    vanaf: '2026-01-01',
    bron: EIGEN,
  },
] as const satisfies readonly Parameter[];

export type Parametercode = (typeof PARAMETERS)[number]['code'];

/** The value that holds on this day (ISO or date). Throws for a day before the first value: never guessed. */
export function parameterOp(code: Parametercode, dag: Temporal.PlainDate): number {
  const geldig = PARAMETERS.filter(
    p => p.code === code && Temporal.PlainDate.compare(Temporal.PlainDate.from(p.vanaf), dag) <= 0,
  );
  const laatste = geldig.at(-1);
  if (!laatste) throw new Error(`Geen waarde voor ${code} op ${dag.toString()}.`);
  return laatste.waarde;
}
