import type { Ingelezen } from './bestand.ts';
import { SOORTEN } from './soorten.ts';
import type { Inhoud, Soortcode } from './veld.ts';
import { gelijk, verschillen } from './waarde.ts';

/** An item as it is stored, removed ones too. */
export interface Bestaand {
  soort: Soortcode;
  code: string;
  gemeente: string | null;
  volgorde: number;
  verwijderd: boolean;
  inhoud: Inhoud;
}

/** What an item of a file means for what is stored. */
export type Koppeling<T extends Bestaand> =
  | { wat: 'nieuw'; item: Ingelezen }
  | { wat: 'gelijk' | 'gewijzigd' | 'terug'; oud: T; item: Ingelezen }
  | { wat: 'vervalt'; oud: T };

type Paar<T> = { oud: T; item: Ingelezen };

/**
 * Items without a code of their own are recognised by their content, then by their place; what is left over is
 * new and gets a number that was never used.
 */
function zonderCode<T extends Bestaand>(oud: readonly T[], items: readonly Ingelezen[]) {
  const over = [...oud].sort(
    (a, b) => Number(a.verwijderd) - Number(b.verwijderd) || a.volgorde - b.volgorde,
  );
  const paren: Paar<T>[] = [];
  const rest: Ingelezen[] = [];
  for (const item of items) {
    const i = over.findIndex(o => gelijk(o.inhoud, item.inhoud));
    const o = i < 0 ? undefined : over.splice(i, 1)[0];
    if (o) paren.push({ oud: o, item: { ...item, code: o.code } });
    else rest.push(item);
  }
  const levend = over.filter(o => !o.verwijderd);
  let hoogste = Math.max(0, ...oud.map(o => Number.parseInt(o.code, 10) || 0));
  const nieuw: Ingelezen[] = [];
  for (const item of rest) {
    const o = levend.shift();
    if (o) paren.push({ oud: o, item: { ...item, code: o.code } });
    else nieuw.push({ ...item, code: `${++hoogste}` });
  }
  return { paren, nieuw, weg: levend };
}

function metCode<T extends Bestaand>(oud: readonly T[], items: readonly Ingelezen[]) {
  const over = new Map(oud.map(o => [o.code, o]));
  const paren: Paar<T>[] = [];
  const nieuw: Ingelezen[] = [];
  for (const item of items) {
    const o = over.get(item.code);
    over.delete(item.code);
    if (o) paren.push({ oud: o, item });
    else nieuw.push(item);
  }
  return { paren, nieuw, weg: [...over.values()].filter(o => !o.verwijderd) };
}

/** What reading a whole file would do to what is stored: every stored item and every item of the file once. */
export function koppel<T extends Bestaand>(oud: readonly T[], items: readonly Ingelezen[]): Koppeling<T>[] {
  return Object.values(SOORTEN).flatMap(soort => {
    const van = <X extends { soort: Soortcode }>(lijst: readonly X[]) =>
      lijst.filter(x => x.soort === soort.code);
    const { paren, nieuw, weg } = (soort.codeVeld ? metCode : zonderCode)(van(oud), van(items));
    const wat = ({ oud: o, item }: Paar<T>) => {
      if (o.verwijderd) return 'terug' as const;
      return gelijk(o.inhoud, item.inhoud) && o.gemeente === item.gemeente
        ? ('gelijk' as const)
        : ('gewijzigd' as const);
    };
    return [
      ...paren.map(paar => ({ wat: wat(paar), ...paar })),
      ...nieuw.map(item => ({ wat: 'nieuw' as const, item })),
      ...weg.map(o => ({ wat: 'vervalt' as const, oud: o })),
    ];
  });
}

/** Names of the fields that reading would change. */
export function gewijzigdeVelden(k: Koppeling<Bestaand>): string[] {
  if (k.wat !== 'gewijzigd' && k.wat !== 'terug') return [];
  return verschillen(SOORTEN[k.item.soort], k.oud.inhoud, k.item.inhoud).map(v => v.naam);
}
