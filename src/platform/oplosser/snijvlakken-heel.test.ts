import { describe, expect, test } from 'vitest';
import {
  type Oplosser,
  onderdruk,
  primairBij,
  type Tabellen,
  type Vraagstuk,
} from '#kern/onthulling/index.ts';
import { losOpMetHighs } from './index.ts';

/** Waits as long as it takes: on a busy machine a second may be over before the best is proved. */
const geduldig: Oplosser = ({ geduld: _, ...v }) => losOpMetHighs(v);

/** Three rows and three columns with their totals. */
function tabel(rijen: Record<string, readonly [number, number, number]>): Tabellen {
  const namen = Object.keys(rijen);
  const cel = (r: string, k: number) => rijen[r]?.[k] ?? 0;
  const tellingen = namen.flatMap(r => [0, 1, 2].map(k => ({ naam: `${r}${k}`, waarde: cel(r, k) })));
  const totalen = [
    ...namen.map(r => ({ naam: `${r}t`, waarde: cel(r, 0) + cel(r, 1) + cel(r, 2) })),
    ...[0, 1, 2].map(k => ({ naam: `t${k}`, waarde: namen.reduce((n, r) => n + cel(r, k), 0) })),
  ];
  const alles = totalen.slice(0, 3).reduce((n, t) => n + t.waarde, 0);
  return {
    tellingen: [...tellingen, ...totalen, { naam: 'tt', waarde: alles }],
    optellingen: [
      ...namen.map(r => ({ som: `${r}t`, delen: [`${r}0`, `${r}1`, `${r}2`] })),
      ...[0, 1, 2].map(k => ({ som: `t${k}`, delen: namen.map(r => `${r}${k}`) })),
      { som: 'tt', delen: namen.map(r => `${r}t`) },
      { som: 'tt', delen: ['t0', 't1', 't2'] },
    ],
  };
}

/** How far a reader can hold one count off the truth, up or down, when these are left out. */
async function ruimte(
  t: Tabellen,
  weg: ReadonlySet<string>,
  naam: string,
  richting: 1 | -1,
): Promise<number> {
  const v: Vraagstuk = {
    richting: 'max',
    doel: { [naam]: richting },
    veranderlijken: t.tellingen.map(x => ({
      naam: x.naam,
      onder: weg.has(x.naam) ? -x.waarde : 0,
      boven: weg.has(x.naam) ? 200 : 0,
      geheel: false,
    })),
    eisen: t.optellingen.map(({ som, delen }) => ({
      termen: { [som]: 1, ...Object.fromEntries(delen.map(d => [d, -1])) },
      soort: '=',
      rechts: 0,
    })),
  };
  const u = await losOpMetHighs(v);
  return u.soort === 'optimaal' ? u.waarde : Number.NaN;
}

async function veilig(t: Tabellen, weg: ReadonlySet<string>): Promise<boolean> {
  for (const [naam, { op, neer }] of primairBij(t, 5))
    if ((await ruimte(t, weg, naam, 1)) < op - 1e-6 || (await ruimte(t, weg, naam, -1)) < neer - 1e-6)
      return false;
  return true;
}

// In each of these a choice in shares would cost less than any whole one, and the first good one is not the best.
const TABELLEN: [Tabellen, beste: number, inDelen: number][] = [
  [tabel({ a: [8, 2, 2], b: [17, 12, 12], c: [8, 16, 12] }), 21.949, 16.398],
  [tabel({ a: [0, 8, 3], b: [16, 16, 4], c: [0, 3, 0] }), 22.025, 20.702],
];

// @eis B2.4
describe.each(TABELLEN)('een tabel waarvan de beste keuze niet vanzelf heel is: %#', (t, beste, inDelen) => {
  const primair = primairBij(t, 5);

  test('de beste hele keuze, die het volledige programma in één keer ook vindt', async () => {
    const u = await onderdruk(t, { primair, vast: new Set() }, geduldig);
    if (u.soort !== 'onderdrukt') throw new Error(u.soort);
    expect([u.wijze, u.kosten, u.ondergrens]).toEqual(['optimaal', expect.closeTo(beste, 3), u.kosten]);
    expect(await veilig(t, u.weg)).toBe(true);
  });

  test('is er geen tijd voor het beste, dan een veilige keuze waarvan niets terug kan, met een grens', async () => {
    const zonderGeheel: Oplosser = async v =>
      v.veranderlijken.some(x => x.geheel) ? { soort: 'onbekend', waarom: 'tijd om' } : losOpMetHighs(v);
    const u = await onderdruk(t, { primair, vast: new Set() }, zonderGeheel);
    if (u.soort !== 'onderdrukt') throw new Error(u.soort);
    expect(u.wijze).toBe('begrensd');
    expect(u.ondergrens).toBeCloseTo(inDelen, 3);
    expect(u.kosten).toBeGreaterThan(beste);
    expect(u.kosten).toBeCloseTo(
      t.tellingen.reduce((n, x) => n + (u.weg.has(x.naam) ? 1 + Math.sqrt(x.waarde) : 0), 0),
      9,
    );
    expect(await veilig(t, u.weg)).toBe(true);
    for (const naam of u.weg)
      if (!primair.has(naam))
        expect(await veilig(t, new Set([...u.weg].filter(n => n !== naam))), naam).toBe(false);
  });

  test('valt de oplosser weg terwijl hij een keuze nagaat, dan blijft wat al goed was', async () => {
    // After the first whole choice nothing is answered any more.
    let heel = false;
    const losOp: Oplosser = async v => {
      if (heel) return { soort: 'onbekend', waarom: 'weg' };
      heel = v.veranderlijken.some(x => x.geheel);
      return losOpMetHighs(v);
    };
    const u = await onderdruk(t, { primair, vast: new Set() }, losOp);
    expect(u).toMatchObject({ soort: 'onderdrukt', wijze: 'begrensd' });
    expect(u.soort === 'onderdrukt' && (await veilig(t, u.weg))).toBe(true);
  });
});
