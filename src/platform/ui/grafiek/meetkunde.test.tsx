import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VasteStatus } from '../melding/statusmerk.tsx';
import { geldig, waarden } from '../testing/geldig.ts';
import { GestapeldeStaaf } from './gestapeldestaaf.tsx';
import type { MeetPunt } from './lijngegevens.ts';
import { LijnGrafiek } from './lijngrafiek.tsx';
import { PlanningGrafiek } from './planninggrafiek.tsx';
import { StaafGrafiek } from './staafgrafiek.tsx';

const kader = { id: 'm', titel: 'T', subtitel: 'S', beschrijving: 'B', bron: 'Verzonnen' };
/** Rounding of a drawing to tenths, twice, is at most this. */
const RUIS = 0.21;
/** Both drawings of a chart: the wide one and the one for a phone. */
const tekeningen = (grafiek: unknown): string[] => {
  const uit = Array.from(String(grafiek).matchAll(/<svg class="la-svg la[\s\S]*?<\/svg>/g), m => m[0]);
  expect(uit).toHaveLength(2);
  return uit;
};
const getallen = (opmaak: string, vorm: RegExp): number[] =>
  Array.from(opmaak.matchAll(vorm), m => Number(m[1]));
const aantal = fc.integer({ min: 0, max: 5000 });

// @eis A2.4
describe('staven', () => {
  const breedten = (svg: string) => getallen(svg, /<rect class="la-staaf[^>]*? width="([\d.]+)"/g);

  test('de lengte van elke staaf is evenredig met haar getal, vanaf nul', () => {
    fc.assert(
      fc.property(fc.array(aantal, { minLength: 2, maxLength: 12 }), lijst => {
        fc.pre(Math.max(...lijst) > 0);
        const staven = lijst.map((waarde, i) => ({ naam: `G${i}`, waarde }));
        for (const svg of tekeningen(<StaafGrafiek {...kader} staven={staven} />)) {
          const hoogste = Math.max(...breedten(svg));
          const nul = Number(/class="la-nul" x1="([\d.]+)"/.exec(svg)?.[1]);
          for (const x of getallen(svg, /<rect class="la-staaf[^>]*? x="([\d.]+)"/g)) expect(x).toBe(nul);
          breedten(svg).forEach((breedte, i) => {
            // Every bar is at least one unit, so that a small number is to be seen.
            const verwacht = Math.max(1, (hoogste * lijst[i]!) / Math.max(...lijst));
            expect(Math.abs(breedte - verwacht)).toBeLessThan(RUIS);
          });
        }
      }),
    );
  });

  test('het interval ligt om het einde van zijn staaf en valt binnen de tekening', () => {
    const deel = fc.record({ onder: aantal, midden: aantal, boven: aantal });
    fc.assert(
      fc.property(deel, d => {
        const onder = d.midden;
        const waarde = onder + d.onder;
        const boven = waarde + d.boven;
        fc.pre(boven > 0);
        const grafiek = <StaafGrafiek {...kader} staven={[{ naam: 'A', waarde, onder, boven }]} />;
        for (const svg of tekeningen(grafiek)) {
          const [, van, tot] = /la-spreiding" d="M([\d.]+) [\d.]+H([\d.]+)/.exec(svg)!.map(Number);
          const nul = Number(/class="la-nul" x1="([\d.]+)"/.exec(svg)?.[1]);
          const schaal = (tot! - nul) / boven;
          expect(Math.abs(van! - nul - onder * schaal)).toBeLessThan(RUIS);
          expect(tot!).toBeLessThanOrEqual(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]));
        }
      }),
    );
  });
});

// @eis A2.4
describe('gestapelde staven', () => {
  test('elk deel is zo breed als zijn bedrag op één schaal voor alle staven', () => {
    const rij = fc.array(fc.integer({ min: 1000, max: 900_000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(rij, { minLength: 1, maxLength: 5 }), lijst => {
        const rijen = lijst.map((w, i) => ({ naam: `B${i}`, waarden: w }));
        const hoogste = Math.max(...lijst.map(w => w.reduce((a, b) => a + b, 0)));
        const delen = ['a', 'b', 'c', 'd'];
        for (const svg of tekeningen(<GestapeldeStaaf {...kader} delen={delen} rijen={rijen} />)) {
          const breed = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) - 1;
          const breedten = getallen(svg, /<rect class="la-deel[^>]*? width="([\d.]+)" height="28"/g);
          lijst.flat().forEach((w, i) => {
            expect(Math.abs(breedten[i]! - Math.max(1, (breed * w) / hoogste))).toBeLessThan(RUIS);
          });
        }
      }),
    );
  });
});

// @eis A2.4
describe('lijnen', () => {
  const punt = (svg: string) => getallen(svg, /<circle class="la-punt[^>]*? cy="([\d.]+)"/g);
  const nulHoogte = (svg: string) => Number(/class="la-nul"[^>]*? y1="([\d.]+)"/.exec(svg)?.[1]);
  const lijn = (punten: MeetPunt[]) => <LijnGrafiek {...kader} reeksen={[{ naam: 'R', punten }]} />;
  const reeks = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 2, maxLength: 12 });

  test('de hoogte van elk punt boven de nullijn is evenredig met zijn waarde', () => {
    fc.assert(
      fc.property(reeks, lijst => {
        fc.pre(Math.max(...lijst) > 0);
        for (const svg of tekeningen(lijn(lijst.map((waarde, i) => ({ jaar: 2010 + i, waarde }))))) {
          const hoogten = punt(svg).map(y => nulHoogte(svg) - y);
          const [hoogste, top] = [Math.max(...hoogten), Math.max(...lijst)];
          hoogten.forEach((h, i) => {
            expect(Math.abs(h - (hoogste * lijst[i]!) / top)).toBeLessThan(RUIS);
          });
        }
      }),
    );
  });

  test('de band loopt langs onder- en bovengrens, op dezelfde schaal als de punten', () => {
    const punten = [10, 20, 15].map((waarde, i) => ({
      jaar: 2020 + i,
      waarde,
      onder: waarde - 5,
      boven: waarde + 5,
    }));
    for (const svg of tekeningen(lijn(punten))) {
      const schaal = (nulHoogte(svg) - punt(svg)[1]!) / 20;
      const hoek = /class="la-band" d="([^"]*)"/.exec(svg)![1]!;
      const hoogten = Array.from(hoek.matchAll(/,([\d.]+)/g), m => (nulHoogte(svg) - Number(m[1])) / schaal);
      [15, 25, 20, 10, 15, 5].forEach((w, i) => {
        expect(hoogten[i]).toBeCloseTo(w, 0);
      });
    }
  });

  test('de arcering dekt alle voorlopige jaren en geen enkel definitief jaar', () => {
    fc.assert(
      fc.property(reeks, fc.integer({ min: 1, max: 3 }), (lijst, n) => {
        fc.pre(n < lijst.length && Math.max(...lijst) > 0);
        const eerste = lijst.length - n;
        const punten = lijst.map((waarde, i) => ({ jaar: 2010 + i, waarde, voorlopig: i >= eerste }));
        for (const svg of tekeningen(lijn(punten))) {
          const [, van, breedte] = /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*url\(#m-arcering/
            .exec(svg)!
            .map(Number);
          getallen(svg, /<circle class="la-punt[^>]*? cx="([\d.]+)"/g).forEach((x, i) => {
            expect(x >= van! && x <= van! + breedte!).toBe(i >= eerste);
          });
          expect(svg.match(/la-punt--voorlopig/g)).toHaveLength(n);
        }
      }),
    );
  });

  test('zonder voorlopig jaar is er geen arcering', () => {
    for (const svg of tekeningen(lijn([{ jaar: 2020, waarde: 1 }]))) expect(svg).not.toContain('arcering');
  });
});

// @eis A2.4
describe('planning', () => {
  const begin = Temporal.PlainDate.from('2026-01-01');
  const dagen = fc.integer({ min: 0, max: 1000 });
  const vormen: Record<VasteStatus, RegExp> = {
    gepland: /^<circle[^>]*\/?>(<\/circle>)?$/,
    gereed: /^<circle[^>]*\/?>(<\/circle>)?$/,
    loopt: /^<circle[^>]*\/?>(<\/circle>)?<path class="la-vorm__half"/,
    vertraagd: /^<path d="M[\d.]+ [\d.]+l9 16h-18z"/,
    vervallen: /^<path d="M[\d.]+ [\d.]+l12 12m0-12l-12 12"/,
  };

  test('eerder staat links: punten en vandaag liggen in de volgorde van de kalender, naar evenredigheid', () => {
    fc.assert(
      fc.property(dagen, dagen, dagen, (a, b, nu) => {
        fc.pre(new Set([a, b, nu]).size === 3);
        const [een, twee] = [a, b].map((n, i) => ({
          datum: begin.add({ days: n }),
          naam: `P${i}`,
          status: 'gereed' as const,
        }));
        const rijen = [{ naam: 'R', punten: [een!, twee!] }];
        const vandaag = begin.add({ days: nu });
        for (const svg of tekeningen(<PlanningGrafiek {...kader} rijen={rijen} vandaag={vandaag} />)) {
          const [x1, x2] = getallen(svg, /<circle cx="([\d.]+)"/g);
          const x = Number(/la-vandaag" x1="([\d.]+)"/.exec(svg)?.[1]);
          const perDag = (x2! - x1!) / (b - a);
          expect(perDag).toBeGreaterThan(0);
          const breed = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
          expect(Math.abs(x - x1! - perDag * (nu - a))).toBeLessThan(
            0.3 + (0.2 * Math.abs(nu - a)) / Math.abs(b - a),
          );
          for (const plek of [x, x1!, x2!]) expect(plek).toBeLessThanOrEqual(breed);
        }
      }),
    );
  });

  test.each(Object.entries(vormen))('een punt dat %s is heeft zijn eigen vorm', (status, vorm) => {
    const rijen = [{ naam: 'R', punten: [{ datum: begin, naam: 'P', status: status as VasteStatus }] }];
    const [svg] = tekeningen(<PlanningGrafiek {...kader} rijen={rijen} vandaag={begin} />);
    const binnen = /<g class="la-vorm la-vorm--(\w+)"><title>P<\/title>(.*?)<\/g>/.exec(svg!);
    expect(binnen?.[1]).toBe(status);
    expect(binnen?.[2]).toMatch(vorm);
  });
});

// @eis A2.4
test('twee grafieken op een bladzijde delen geen enkel id en elke verwijzing komt bij haar eigen titel uit', async () => {
  const punten = [1, 2].map(n => ({ jaar: 2020 + n, waarde: n, voorlopig: n === 2 }));
  const opmaak = await geldig(
    <main>
      <LijnGrafiek {...kader} id="een" titel="Eerste" reeksen={[{ naam: 'R', punten }]} />
      <LijnGrafiek {...kader} id="twee" titel="Tweede" reeksen={[{ naam: 'R', punten }]} />
    </main>,
  );
  const ids = waarden(opmaak, 'id');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(14);
  expect(opmaak.match(/<title id="een-\w+-t">Eerste</g)).toHaveLength(2);
  expect(opmaak.match(/<title id="twee-\w+-t">Tweede</g)).toHaveLength(2);
});
