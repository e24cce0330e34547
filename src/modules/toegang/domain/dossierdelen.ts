import type { Doel } from './relaties.ts';

/** The parts of a file that have an access of their own. */
export const DOSSIERDELEN = {
  dossier: 'Dossier: nummer, stand, fase en data',
  gezin: 'Personen, huishoudens, adressen die niet geheim zijn, veilig contact',
  notitie: 'Notities',
  document: 'Documenten',
  verklaring: 'Verklaring van één partij',
  melder: 'Wie meldde',
  geheim_adres: 'Geheim adres',
  politiegegeven: 'Politiegegevens',
  relatie: 'Wie toegang heeft, en waarom; bij een bijzonder onderdeel alleen voor wie dat ook heeft',
} as const;
export type Dossierdeel = keyof typeof DOSSIERDELEN;
export const DEELCODES = Object.keys(DOSSIERDELEN) as readonly Dossierdeel[];

/**
 * How far a part opens for reading: all of it; what is shared, with what is of the reader's own organisation; only what is
 * shared; what the party stated for whom the reader works; what is of the controller, with what is of the own organisation;
 * nothing.
 */
export type Lezen =
  | 'alles'
  | 'verantwoordelijke_en_eigen'
  | 'gedeeld_en_eigen'
  | 'gedeeld'
  | 'eigen_partij'
  | 'nee';
/** How far for writing: all; as the own organisation; nothing. */
export type Schrijven = 'alles' | 'eigen' | 'nee';
export interface Opening {
  lezen: Lezen;
  schrijven: Schrijven;
}

const dicht: Opening = { lezen: 'nee', schrijven: 'nee' };
const leesbaar: Opening = { lezen: 'alles', schrijven: 'nee' };
const vrij: Opening = { lezen: 'alles', schrijven: 'alles' };
const GESLOTEN = { melder: dicht, geheim_adres: dicht, politiegegeven: dicht };

const MEELEZEN: Record<Dossierdeel, Opening> = {
  dossier: leesbaar,
  gezin: leesbaar,
  notitie: { lezen: 'gedeeld', schrijven: 'nee' },
  document: { lezen: 'gedeeld', schrijven: 'nee' },
  verklaring: dicht,
  // The name of another organisation can be that of a shelter.
  relatie: { lezen: 'verantwoordelijke_en_eigen', schrijven: 'nee' },
  ...GESLOTEN,
};
const BEHANDELING: Record<Dossierdeel, Opening> = {
  dossier: vrij,
  gezin: vrij,
  notitie: { lezen: 'gedeeld_en_eigen', schrijven: 'eigen' },
  document: { lezen: 'gedeeld_en_eigen', schrijven: 'eigen' },
  verklaring: { lezen: 'eigen_partij', schrijven: 'eigen' },
  relatie: leesbaar,
  ...GESLOTEN,
};
const alleen = (deel: Dossierdeel): Record<Dossierdeel, Opening> => ({
  ...GESLOTEN,
  dossier: dicht,
  gezin: dicht,
  notitie: dicht,
  document: dicht,
  verklaring: dicht,
  relatie: dicht,
  [deel]: vrij,
});

/** Which part of a file each purpose opens, and how far. Break-glass stands beside the purposes. */
export const OPENINGEN: Record<Doel | 'noodtoegang', Record<Dossierdeel, Opening>> = {
  behandeling: BEHANDELING,
  regie: { ...BEHANDELING, verklaring: { lezen: 'alles', schrijven: 'eigen' } },
  overleg: { ...MEELEZEN, verklaring: { lezen: 'eigen_partij', schrijven: 'nee' } },
  melder: alleen('melder'),
  geheim_adres: alleen('geheim_adres'),
  politie: alleen('politiegegeven'),
  // A colleague's notes are why break-glass is taken; those of another organisation open when they are shared.
  noodtoegang: {
    ...MEELEZEN,
    notitie: { lezen: 'gedeeld_en_eigen', schrijven: 'nee' },
    document: { lezen: 'gedeeld_en_eigen', schrijven: 'nee' },
  },
};

const LEESMAAT: readonly Lezen[] = [
  'nee',
  'eigen_partij',
  'gedeeld',
  'gedeeld_en_eigen',
  'verantwoordelijke_en_eigen',
  'alles',
];
const SCHRIJFMAAT: readonly Schrijven[] = ['nee', 'eigen', 'alles'];

/** What a reader with these purposes (and break-glass) may see of a file: the widest of each part. */
export function openingen(
  doelen: readonly Doel[],
  noodtoegang = false,
): Readonly<Record<Dossierdeel, Opening>> {
  const bronnen = [...doelen, ...(noodtoegang ? (['noodtoegang'] as const) : [])].map(d => OPENINGEN[d]);
  const wijdst = (deel: Dossierdeel): Opening => ({
    lezen: LEESMAAT[Math.max(0, ...bronnen.map(b => LEESMAAT.indexOf(b[deel].lezen)))] ?? 'nee',
    schrijven: SCHRIJFMAAT[Math.max(0, ...bronnen.map(b => SCHRIJFMAAT.indexOf(b[deel].schrijven)))] ?? 'nee',
  });
  return Object.fromEntries(DEELCODES.map(d => [d, wijdst(d)])) as Record<Dossierdeel, Opening>;
}
