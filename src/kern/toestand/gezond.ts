import { EINDTOESTAND, handelingenVanuit, type Overgangstabel, toestandenVan } from './tabel.ts';

/** Flaws of a table that types cannot see; the test of every process asserts that both are empty. */
export interface Tabelgebreken<T extends string> {
  /** States that no series of acts reaches from the begin state. */
  readonly onbereikbaar: readonly T[];
  /** States from which no series of acts reaches an end state. */
  readonly zonderUitweg: readonly T[];
}

/** Finds the states of a table that cannot be reached or cannot be left for good. */
export function zoekGebreken<T extends string, H extends string, R extends string, V extends string>(
  tabel: Overgangstabel<T, H, R, V>,
  begin: NoInfer<T>,
): Tabelgebreken<T> {
  const toestanden = toestandenVan(tabel);
  const bereik = (van: T): Set<T> => {
    const gezien = new Set<T>([van]);
    // A set grows while it is walked, so this visits every state once.
    for (const toestand of gezien) {
      for (const { naar } of handelingenVanuit(tabel, toestand)) gezien.add(naar);
    }
    return gezien;
  };
  const vanafBegin = bereik(begin);
  return {
    onbereikbaar: toestanden.filter(toestand => !vanafBegin.has(toestand)),
    zonderUitweg: toestanden.filter(van => ![...bereik(van)].some(naar => tabel[naar] === EINDTOESTAND)),
  };
}
