import fc from 'fast-check';
import {
  type Aanvalsstof,
  BUITENSTAANDER,
  type Optelling,
  type Tabellen,
  type Toetsvraag,
  teBeschermenBij,
} from '#kern/onthulling/index.ts';
import { losOpMetHighs, losOpMetYalps } from '#platform/oplosser/index.ts';

export const BEIDE = [losOpMetHighs, losOpMetYalps] as const;

export const buiten = (t: Tabellen, stof: Aanvalsstof, drempel: number): Toetsvraag => ({
  stof,
  teBeschermen: teBeschermenBij(t, drempel),
  aanvallers: [BUITENSTAANDER],
});

/** Crimes of domestic violence in eight municipalities, 2017 to 2019: source document 004, annex 1. */
export const MISDRIJVEN: Record<string, [number, number, number]> = {
  beemster: [5, 8, 11],
  edam: [22, 13, 13],
  landsmeer: [11, 10, 12],
  oostzaan: [8, 6, 6],
  purmerend: [106, 82, 95],
  waterland: [11, 3, 4],
  wormerland: [12, 7, 12],
  zaanstad: [184, 165, 246],
};
export const JAREN = [2017, 2018, 2019];

/** Rows with their total, columns with theirs, and the whole. */
export function metTotalen(
  rijen: Record<string, readonly number[]>,
  kolommen: readonly (string | number)[],
): Tabellen {
  const tellingen = Object.entries(rijen).flatMap(([r, w]) =>
    w.map((waarde, k) => ({ naam: `${r}_${kolommen[k]}`, waarde })),
  );
  const optellingen: Optelling[] = [];
  const som = (naam: string, delen: string[]) => {
    const waarde = delen.reduce((n, d) => n + (tellingen.find(t => t.naam === d)?.waarde ?? 0), 0);
    tellingen.push({ naam, waarde });
    optellingen.push({ som: naam, delen });
  };
  const namen = Object.keys(rijen);
  for (const r of namen)
    som(
      `${r}_totaal`,
      kolommen.map(k => `${r}_${k}`),
    );
  for (const k of [...kolommen, 'totaal'])
    som(
      `regio_${k}`,
      namen.map(r => `${r}_${k}`),
    );
  optellingen.push({ som: 'regio_totaal', delen: kolommen.map(k => `regio_${k}`) });
  return { tellingen, optellingen };
}

export const tabel = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([r, k]) =>
    fc.array(fc.array(fc.nat(30), { minLength: k, maxLength: k }), { minLength: r, maxLength: r }),
  )
  .map(rijen =>
    metTotalen(Object.fromEntries(rijen.map((w, i) => [`r${i}`, w])), rijen[0]?.map((_, i) => `k${i}`) ?? []),
  );
