import type { Casuswereld, Gezin } from './casuswereld.ts';
import { casusdoetabel } from './tabel-casus-doen.ts';
import { casusleestabel, NUL } from './tabel-casus-lezen.ts';

const gezin: Gezin = {
  id: NUL,
  nummer: '',
  ouder: NUL,
  kind: NUL,
  notitie: NUL,
  gedeeld: NUL,
  document: NUL,
  politie: NUL,
};
const leeg = {
  gezinnen: { een: gezin, twee: gezin, buur: gezin, ver: gezin },
  werkers: { vreemde: { persoon: NUL, organisatie: NUL }, buurleider: { organisatie: NUL } },
} as unknown as Casuswereld;

/** The routes that the matrix of relations decides, without a world to ask in. */
export const dossierroutes = (): string[] => [
  ...Object.keys(casusleestabel(leeg)).map(r => `GET ${r}`),
  ...Object.keys(casusdoetabel(leeg)).map(r => `POST ${r}`),
];
