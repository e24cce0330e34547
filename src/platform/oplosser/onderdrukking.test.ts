import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Eis,
  kennisVanExact,
  kennisVanVerborgen,
  type Oplosser,
  onderdruk,
  primairBij,
  type Tabellen,
  uitTeRekenen,
  type Veranderlijke,
  valAan,
  waarborg,
} from '#kern/onthulling/index.ts';
import { BEIDE, buiten, JAREN, MISDRIJVEN, metTotalen, tabel } from '../../../test/proef/proeftabellen.ts';
import { losOpMetHighs } from './index.ts';

/** Columns with their total only, as the annex of the source prints them: 27 counts, 3 sums. */
function alleenKolommen(): Tabellen {
  const namen = Object.keys(MISDRIJVEN);
  const tellingen = namen.flatMap(n =>
    (MISDRIJVEN[n] ?? []).map((waarde, k) => ({ naam: `${n}_${JAREN[k]}`, waarde })),
  );
  const optellingen = JAREN.map(j => ({ som: `regio_${j}`, delen: namen.map(n => `${n}_${j}`) }));
  const totalen = JAREN.map((j, k) => ({
    naam: `regio_${j}`,
    waarde: namen.reduce((n, x) => n + (MISDRIJVEN[x]?.[k] ?? 0), 0),
  }));
  return { tellingen: [...tellingen, ...totalen], optellingen };
}

// @eis B2.4
describe('onderdrukken', () => {
  test('in de bijlage van de bron gaan Waterland en Oostzaan weg, in 2018 en 2019, en niets anders', async () => {
    // Two programs of others agree on these four (statistics note, S3).
    const t = alleenKolommen();
    const primair = new Map(['waterland_2018', 'waterland_2019'].map(n => [n, { op: 3, neer: 3 }]));
    const u = await onderdruk(t, { primair, vast: new Set() }, losOpMetHighs);
    if (u.soort !== 'onderdrukt') throw new Error(u.soort);
    expect([...u.weg].sort()).toEqual(['oostzaan_2018', 'oostzaan_2019', 'waterland_2018', 'waterland_2019']);
  });

  test('een totaal dat moet blijven blijft, en wat overblijft houdt de lezer in het ongewisse', async () => {
    const t = metTotalen(MISDRIJVEN, JAREN);
    const vast = new Set(t.optellingen.map(o => o.som));
    const u = await onderdruk(t, { primair: primairBij(t, 5), vast }, losOpMetHighs);
    if (u.soort !== 'onderdrukt') throw new Error(u.soort);
    for (const naam of vast) expect(u.weg.has(naam), naam).toBe(false);
    const stof = {
      kennis: t.tellingen.map(x =>
        u.weg.has(x.naam) ? kennisVanVerborgen(x.naam) : kennisVanExact(x.naam, x.waarde),
      ),
      optellingen: t.optellingen,
    };
    expect(await waarborg(buiten(t, stof, 5), BEIDE)).toMatchObject({ soort: 'veilig' });
  });

  test('wie alles wil laten staan krijgt te horen dat het niet kan', async () => {
    const t = metTotalen({ a: [3, 9], b: [8, 7] }, [1, 2]);
    const vast = new Set(t.tellingen.map(x => x.naam));
    expect((await onderdruk(t, { primair: primairBij(t, 5), vast }, losOpMetHighs)).soort).toBe('onmogelijk');
  });

  test('zonder kleine telling gaat er niets weg', async () => {
    const t = metTotalen({ a: [13, 9], b: [8, 7] }, [1, 2]);
    const u = await onderdruk(t, { primair: primairBij(t, 5), vast: new Set() }, losOpMetHighs);
    expect(u).toEqual({ soort: 'onderdrukt', wijze: 'optimaal', weg: new Set(), kosten: 0, ondergrens: 0 });
  });
});

/**
 * The extended program of Fischetti and Salazar-González (2001), section 2: one other table per count and direction, in
 * one program. Another way to the same best choice, for small tables only.
 */
async function besteKosten(t: Tabellen, primair: ReturnType<typeof primairBij>): Promise<number | null> {
  const waarden = new Map(t.tellingen.map(x => [x.naam, x.waarde]));
  const grens = Math.max(...waarden.values()) + Math.max(...[...primair.values()].map(p => p.op)) + 1;
  const veranderlijken: Veranderlijke[] = t.tellingen.map(({ naam }) => ({
    naam: `x_${naam}`,
    onder: primair.has(naam) ? 1 : 0,
    boven: 1,
    geheel: true,
  }));
  const eisen: Eis[] = [];
  for (const [i, [doel, { op, neer }]] of [...primair].entries())
    for (const [merk, soort, rechts] of [
      [`${i}o`, '>=', op],
      [`${i}n`, '<=', -Math.min(neer, waarden.get(doel) ?? 0)],
    ] as const) {
      for (const { naam, waarde } of t.tellingen) {
        const y = `y${merk}_${naam}`;
        veranderlijken.push({ naam: y, onder: -waarde, boven: grens, geheel: false });
        eisen.push({ termen: { [y]: 1, [`x_${naam}`]: -grens }, soort: '<=', rechts: 0 });
        eisen.push({ termen: { [y]: 1, [`x_${naam}`]: waarde }, soort: '>=', rechts: 0 });
      }
      for (const { som, delen } of t.optellingen)
        eisen.push({
          termen: { [`y${merk}_${som}`]: 1, ...Object.fromEntries(delen.map(d => [`y${merk}_${d}`, -1])) },
          soort: '=',
          rechts: 0,
        });
      eisen.push({ termen: { [`y${merk}_${doel}`]: 1 }, soort, rechts });
    }
  const kost = Object.fromEntries(t.tellingen.map(x => [`x_${x.naam}`, 1 + Math.sqrt(x.waarde)]));
  const u = await losOpMetHighs({ richting: 'min', doel: kost, veranderlijken, eisen });
  return u.soort === 'optimaal' ? u.waarde : null;
}

// @eis B2.4
test('wet: snijvlakken laten precies zo weinig weg als het volledige programma in één keer', async () => {
  await fc.assert(
    fc.asyncProperty(tabel, async t => {
      const primair = primairBij(t, 5);
      fc.pre(primair.size > 0);
      const [u, beste] = [
        await onderdruk(t, { primair, vast: new Set() }, losOpMetHighs),
        await besteKosten(t, primair),
      ];
      if (u.soort !== 'onderdrukt') {
        expect([u.soort, beste]).toEqual(['onmogelijk', null]);
        return;
      }
      expect(u.wijze).toBe('optimaal');
      expect(u.kosten).toBeCloseTo(beste ?? NaN, 4);
      expect(u.ondergrens).toBeCloseTo(u.kosten, 4);
    }),
    { numRuns: 25 },
  );
});

// @eis B2.4
describe('als de beste keuze niet op tijd wordt gevonden', () => {
  const opgegeven: Oplosser = async () => ({ soort: 'onbekend', waarom: 'tijd om' });
  const zonderGeheel: Oplosser = async v =>
    v.veranderlijken.some(x => x.geheel) ? { soort: 'onbekend', waarom: 'tijd om' } : losOpMetHighs(v);

  test('wet: een goede keuze met een grens zegt dat zij dat is, en de beste ligt ertussen', async () => {
    await fc.assert(
      fc.asyncProperty(tabel, async t => {
        const primair = primairBij(t, 5);
        fc.pre(primair.size > 0);
        const u = await onderdruk(t, { primair, vast: new Set() }, zonderGeheel);
        if (u.soort !== 'onderdrukt') return;
        const beste = (await besteKosten(t, primair)) ?? NaN;
        expect(u.ondergrens).toBeLessThanOrEqual(beste + 1e-4);
        expect(u.kosten).toBeGreaterThanOrEqual(beste - 1e-4);
        if (u.kosten > u.ondergrens + 1e-4) expect(u.wijze).toBe('begrensd');
        const stof = {
          kennis: t.tellingen.map(x =>
            u.weg.has(x.naam) ? kennisVanVerborgen(x.naam) : kennisVanExact(x.naam, x.waarde),
          ),
          optellingen: t.optellingen,
        };
        expect(await waarborg(buiten(t, stof, 5), BEIDE)).toMatchObject({ soort: 'veilig' });
      }),
      { numRuns: 15 },
    );
  });

  test('wet: zonder oplosser volgt door eliminatie geen kleine telling precies, en het antwoord noemt de terugval', async () => {
    await fc.assert(
      fc.asyncProperty(tabel, async t => {
        const primair = primairBij(t, 5);
        fc.pre(primair.size > 0);
        const u = await onderdruk(t, { primair, vast: new Set() }, opgegeven);
        if (u.soort !== 'onderdrukt') throw new Error(u.soort);
        expect([u.wijze, u.ondergrens]).toEqual(['eliminatie', 0]);
        // Another table with the same sums in which this count differs: what elimination must leave possible.
        for (const naam of primair.keys()) {
          const ander = await losOpMetHighs({
            richting: 'max',
            doel: { [naam]: 1 },
            veranderlijken: t.tellingen.map(x => {
              const ruimte = u.weg.has(x.naam) ? 1 : 0;
              return { naam: x.naam, onder: -ruimte, boven: ruimte, geheel: false };
            }),
            eisen: t.optellingen.map(({ som, delen }) => ({
              termen: { [som]: 1, ...Object.fromEntries(delen.map(d => [d, -1])) },
              soort: '=',
              rechts: 0,
            })),
          });
          expect(ander.soort === 'optimaal' && ander.waarde, naam).toBeGreaterThan(1e-6);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('wie een som kent met één onbekende, rekent die uit; met twee niet', () => {
    const som = [{ som: 'totaal', delen: ['a', 'b', 'c'] }];
    expect([...uitTeRekenen(som, new Set(['a']))]).toEqual(['a']);
    expect([...uitTeRekenen(som, new Set(['a', 'b']))]).toEqual([]);
    const twee = [...som, { som: 'deel', delen: ['a', 'b'] }];
    // Together with the second sum the third part follows, and the two still do not.
    expect([...uitTeRekenen(twee, new Set(['a', 'b', 'c']))]).toEqual(['c']);
  });

  test('wie met eigen tellingen verder komt, telt bij de terugval mee', async () => {
    const t = metTotalen({ a: [3, 9], b: [8, 7], c: [11, 12] }, [1, 2]);
    const primair = primairBij(t, 5);
    const kent = new Set(['b_1', 'b_2', 'b_totaal']);
    const ingewijden = [{ naam: 'a_1', kent }];
    const u = await onderdruk(t, { primair, vast: new Set(), ingewijden }, opgegeven);
    if (u.soort !== 'onderdrukt') throw new Error(u.soort);
    const onbekend = new Set([...u.weg].filter(n => !kent.has(n)));
    expect(uitTeRekenen(t.optellingen, onbekend).has('a_1')).toBe(false);
  });
});

// @eis B2.4 B2.5
test('wet: wat is onderdrukt laat zich met hele getallen niet nauwer terugrekenen dan van nul tot de drempel', async () => {
  await fc.assert(
    fc.asyncProperty(tabel, async t => {
      const primair = primairBij(t, 5);
      const u = await onderdruk(t, { primair, vast: new Set() }, losOpMetHighs);
      if (u.soort !== 'onderdrukt') return;
      const stof = {
        kennis: t.tellingen.map(x =>
          u.weg.has(x.naam) ? kennisVanVerborgen(x.naam) : kennisVanExact(x.naam, x.waarde),
        ),
        optellingen: t.optellingen,
      };
      for (const naam of [...primair.keys()].slice(0, 3)) {
        const a = await valAan(stof, naam, losOpMetHighs, true);
        if (a.soort !== 'bereik') throw new Error(a.soort);
        expect(a.bereik.onder).toBe(0);
        expect(a.bereik.boven).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 25 },
  );
});
