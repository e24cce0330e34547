import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { voorbeeldland } from '../stijlgids/voorbeeldland.ts';
import { geldig, leesbaar } from '../testing/geldig.ts';
import { Kaart } from './kaart.tsx';
import { BREED, SMAL } from './kader.tsx';
import { KleineLijnen } from './kleinelijnen.tsx';
import { losseTekening } from './lossetekening.tsx';
import { TrechterGrafiek, type TrechterProps, tekenTrechter } from './trechtergrafiek.tsx';

const kader = {
  id: 'proef',
  titel: 'Niemand erbuiten',
  subtitel: 'Per 1.000',
  beschrijving: 'Aa 2,0; Bee 4,0.',
  bron: 'Verzonnen, 2026',
  tabel: 'dezelfde cijfers',
};
const wijd = (n: number) => ({ onder: Math.max(0, 3 - n), boven: 3 + n });
const trechter = (deel: Partial<TrechterProps> = {}): TrechterProps => ({
  ...kader,
  punten: [
    { naam: 'Aa', grootte: 10_000, waarde: 2, vorm: 'rond' },
    { naam: 'Bee', grootte: 80_000, waarde: 4, vorm: 'omhoog' },
  ],
  grenzen: [
    { grootte: 8000, rand: wijd(9), binnenrand: wijd(2) },
    { grootte: 100_000, rand: wijd(0.8), binnenrand: wijd(0.5) },
  ],
  midden: 3,
  grootteNaam: 'inwoners',
  waardeNaam: 'per 1.000',
  toonGrootte: n => String(n),
  toonWaarde: n => n.toFixed(1),
  vormen: [
    { vorm: 'rond', naam: 'erbinnen' },
    { vorm: 'omhoog', naam: 'erboven' },
  ],
  lijnen: { rand: 'buitenste grens', binnenrand: 'binnenste grens', midden: 'samen' },
  ...deel,
});
const breed = (opmaak: string) => opmaak.slice(opmaak.indexOf('<svg'), opmaak.indexOf('</svg>'));
/** Where each point is drawn, by its title. */
const plekken = (opmaak: string) =>
  Array.from(opmaak.matchAll(/<title>([^<]+)<\/title><path d="M([\d.]+) ([\d.]+)/g), m => ({
    naam: m[1],
    x: Number(m[2]),
    y: Number(m[3]),
  }));

describe('TrechterGrafiek', () => {
  // @eis B4.2
  test('heeft een bevinding, een beschrijving, een tabel en in woorden wat elke vorm en lijn is', async () => {
    const opmaak = await geldig(<TrechterGrafiek {...trechter()} />);
    expect(opmaak.match(/<svg class="la-svg[^>]*role="img"/g)).toHaveLength(2);
    expect(leesbaar(opmaak)).toMatch(/erbinnen.*erboven.*buitenste grens.*binnenste grens.*samen/);
    expect(opmaak).toContain('dezelfde cijfers');
    expect(opmaak).not.toMatch(/NaN|undefined|Infinity/);
  });

  // @eis B4.2
  test('wet: wie groter is staat verder naar rechts, wie meer heeft hoger, en elk punt valt binnen de tekening', () => {
    const punt = fc.record({
      grootte: fc.integer({ min: 900, max: 900_000 }),
      waarde: fc.double({ min: 0, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(punt, { minLength: 2, maxLength: 9 }),
        fc.constantFrom(BREED, SMAL),
        (lijst, breedte) => {
          const punten = lijst.map((p, i) => ({ ...p, naam: `P${i}`, vorm: 'rond' as const }));
          const grenzen = [800, 1e6].map(grootte => ({ grootte, rand: wijd(9), binnenrand: wijd(2) }));
          const t = tekenTrechter(trechter({ punten, grenzen }), breedte);
          const uit = plekken(String(t.inhoud));
          expect(uit.map(p => p.naam)).toEqual(punten.map(p => p.naam));
          uit.forEach((a, i) => {
            expect(a.x).toBeGreaterThanOrEqual(0);
            expect(a.x).toBeLessThanOrEqual(breedte);
            expect(a.y).toBeGreaterThanOrEqual(0);
            expect(a.y).toBeLessThanOrEqual(t.hoogte);
            uit.forEach((b, j) => {
              if (lijst[i]!.grootte <= lijst[j]!.grootte) expect(a.x).toBeLessThanOrEqual(b.x);
              if (lijst[i]!.waarde <= lijst[j]!.waarde) expect(a.y).toBeGreaterThanOrEqual(b.y);
            });
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  // @eis B4.2
  test('een punt boven de buitenste lijn is boven haar getekend, en erbinnen eronder', async () => {
    const opmaak = breed(await geldig(<TrechterGrafiek {...trechter()} />));
    const lijnen = Array.from(opmaak.matchAll(/<path class="la-trechter" d="([^"]+)"/g), m => m[1]!);
    const [, bovenlijn] = lijnen;
    const laatste = bovenlijn!.split('L').at(-1)!.split(',').map(Number);
    const bee = plekken(opmaak).find(p => p.naam === 'Bee');
    // 4,0 against an upper limit of 3,8 at the largest size.
    expect(bee!.y).toBeLessThan(laatste[1]!);
  });
});

describe('KleineLijnen', () => {
  const reeksen = [
    { naam: 'Aa', punten: [1, 2, 3].map((waarde, i) => ({ jaar: 2020 + i, waarde })) },
    { naam: 'Bee', punten: [10, null, 30].map((waarde, i) => ({ jaar: 2020 + i, waarde })) },
    { naam: 'Cee', punten: [] },
  ];
  const lijnen = <KleineLijnen {...kader} reeksen={reeksen} toon={String} leeg="te klein" />;

  // @eis B4.2
  test('elk gebied heeft een eigen tekening met zijn naam, en een ontbrekend jaar onderbreekt de lijn', async () => {
    const opmaak = breed(await geldig(lijnen));
    expect(leesbaar(opmaak)).toMatch(/Aa .*Bee .*Cee .*te klein/);
    expect(opmaak.match(/<circle/g)).toHaveLength(5);
    expect(opmaak).not.toMatch(/NaN|undefined|Infinity/);
  });

  // @eis B4.2
  test('alle tekeningen delen één schaal: dezelfde waarde staat even hoog', async () => {
    const gelijk = [
      { naam: 'Aa', punten: [{ jaar: 2020, waarde: 7 }] },
      { naam: 'Bee', punten: [7, 40].map((waarde, i) => ({ jaar: 2020 + i, waarde })) },
    ];
    const opmaak = breed(
      await geldig(<KleineLijnen {...kader} reeksen={gelijk} toon={String} leeg="te klein" />),
    );
    const [a, b, c] = Array.from(opmaak.matchAll(/<circle[^>]*cy="([\d.]+)"/g), m => Number(m[1]));
    expect(a).toBe(b);
    expect(c).toBeLessThan(a!);
  });
});

describe('op papier en op de kaart', () => {
  // @eis B4.2
  test('een losse tekening heeft haar eigen opmaak en haalt nergens iets vandaan', async () => {
    const svg = await losseTekening(tekenTrechter(trechter(), BREED), 'Niemand <erbuiten>');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 720 \d+"/);
    expect(svg).toContain('Niemand &lt;erbuiten&gt;');
    expect(svg).not.toMatch(/var\(|url\((?!#)|href/);
  });

  // @eis B4.2
  test('een gebied waarover niets zeker is, is gearceerd, met dat in de legenda', async () => {
    const opmaak = await geldig(
      <Kaart
        {...kader}
        topologie={voorbeeldland}
        laag="vlakken"
        gebieden={[
          { code: 'VB1', naam: 'Duindorp', klasse: 4 },
          { code: 'VB2', naam: 'Polderstad', klasse: 'geen', onzeker: true },
        ]}
        klassen={[{ klasse: 'geen', naam: 'niet te zeggen', onzeker: true }]}
      />,
    );
    expect(breed(opmaak).match(/<path fill="url\(#proef-arcering-720\)"/g)).toHaveLength(1);
    expect(opmaak).toContain('url(#proef-arcering-legenda)');
  });
});
