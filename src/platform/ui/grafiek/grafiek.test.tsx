import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { voorbeeldland } from '../stijlgids/voorbeeldland.ts';
import { Tabel } from '../tabel/tabel.tsx';
import { geldig, leesbaar, waarden } from '../testing/geldig.ts';
import { GestapeldeStaaf } from './gestapeldestaaf.tsx';
import { Kaart } from './kaart.tsx';
import { stukken } from './lijngegevens.ts';
import { LijnGrafiek } from './lijngrafiek.tsx';
import { kwartalen, PlanningGrafiek } from './planninggrafiek.tsx';
import { StaafGrafiek } from './staafgrafiek.tsx';
import { spreid, wikkel } from './svgtekst.tsx';
import { TrapGrafiek } from './trapgrafiek.tsx';

const dag = (tekst: string) => Temporal.PlainDate.from(tekst);
const kader = {
  id: 'proef',
  titel: 'Het bleef gelijk',
  subtitel: 'Meldingen per jaar',
  beschrijving: 'Van 10 naar 12.',
  bron: 'Verzonnen, 2026',
  tabel: <Tabel bijschrift="Als tabel" kolommen={[{ naam: 'Jaar' }]} rijen={[['2024']]} />,
};
const punten = [2019, 2020, 2021, 2022].map((jaar, i) => ({ jaar, waarde: 10 + i }));
const breed = (opmaak: string) => opmaak.slice(opmaak.indexOf('<svg'), opmaak.indexOf('</svg>'));

const lijn = (deel: object = {}) => (
  <LijnGrafiek {...kader} reeksen={[{ naam: 'Meldingen', punten }]} {...deel} />
);
const staaf = (
  <StaafGrafiek
    {...kader}
    staven={[
      { naam: 'A', waarde: 100, nadruk: true },
      { naam: 'B', waarde: 50, onder: 40, boven: 60 },
      { naam: 'C', waarde: null, tekst: 'te klein' },
    ]}
  />
);
const stapel = (
  <GestapeldeStaaf
    {...kader}
    delen={['besteed', 'gevraagd']}
    rijen={[
      { naam: 'Rijk', waarden: [30, 70] },
      { naam: 'Gemeenten', waarden: [50, 0], woorden: 'en capaciteit (PM)' },
    ]}
  />
);
const planning = (
  <PlanningGrafiek
    {...kader}
    vandaag={dag('2026-11-22')}
    rijen={[
      {
        naam: 'Training',
        van: dag('2026-01-15'),
        tot: dag('2027-03-31'),
        punten: [
          { datum: dag('2026-04-01'), naam: 'Start', status: 'gereed' },
          { datum: dag('2026-10-01'), naam: 'Eind', status: 'vertraagd' },
        ],
      },
    ]}
  />
);
const kaart = (
  <Kaart
    {...kader}
    topologie={voorbeeldland}
    laag="vlakken"
    gebieden={[
      { code: 'VB1', naam: 'Duindorp', klasse: 4 },
      { code: 'VB2', naam: 'Polderstad', klasse: 'geen' },
    ]}
    klassen={[
      { klasse: 4, naam: 'duidelijk meer' },
      { klasse: 'geen', naam: 'te klein' },
    ]}
  />
);

// @eis A2.4
describe('elke grafiek', () => {
  test.each([
    ['LijnGrafiek', lijn()],
    ['StaafGrafiek', staaf],
    ['GestapeldeStaaf', stapel],
    ['PlanningGrafiek', planning],
    ['Kaart', kaart],
  ])(
    '%s heeft een bevinding als titel, een beschrijving, een bron en dezelfde cijfers als tabel',
    async (_, grafiek) => {
      const opmaak = await geldig(grafiek);
      expect(opmaak).toMatch(
        /<figure[^>]*><figcaption[^>]*><span[^>]*>Het bleef gelijk<\/span><span[^>]*>Meldingen per jaar/,
      );
      for (const verwijzing of waarden(opmaak, 'aria-labelledby').flatMap(v => v.split(' ')))
        expect(waarden(opmaak, 'id')).toContain(verwijzing);
      expect(opmaak.match(/<svg class="la-svg[^>]*role="img"/g)).toHaveLength(2);
      expect(opmaak).toContain('Van 10 naar 12.</desc>');
      expect(leesbaar(opmaak)).toContain('Bron: Verzonnen, 2026');
      expect(opmaak).toMatch(/<summary[^>]*>Bekijk als tabel<\/summary>/);
      expect(opmaak).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  test('in het Engels heet de tabel anders', async () => {
    expect(await geldig(lijn({ taal: 'en' }))).toContain('View as table');
  });
});

describe('LijnGrafiek', () => {
  test('de as begint bij nul', async () => {
    expect(breed(await geldig(lijn()))).toMatch(/<text[^>]*>0<\/text>/);
  });

  test('een jaar zonder waarde en een breuk in de telling onderbreken de lijn', () => {
    const met = [...punten, { jaar: 2023, waarde: null }, { jaar: 2024, waarde: 9 }];
    expect(stukken(met, []).map(s => s.map(p => p.jaar))).toEqual([[2019, 2020, 2021, 2022], [2024]]);
    expect(stukken(punten, [2021]).map(s => s.map(p => p.jaar))).toEqual([
      [2019, 2020],
      [2021, 2022],
    ]);
  });

  test('geen enkel gemeten punt raakt zoek door breuken', () => {
    const reeks = fc.array(fc.option(fc.integer({ min: 0, max: 99 })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(reeks, fc.array(fc.integer({ min: 2000, max: 2020 })), (lijst, breuken) => {
        const meting = lijst.map((waarde, i) => ({ jaar: 2000 + i, waarde }));
        expect(
          stukken(meting, breuken)
            .flat()
            .map(p => p.jaar),
        ).toEqual(meting.filter(p => p.waarde !== null).map(p => p.jaar));
      }),
    );
  });

  test('een voorlopig jaar is gearceerd, met dat woord, en een gebeurtenis staat bij haar lijn', async () => {
    const opmaak = breed(
      await geldig(
        lijn({
          reeksen: [{ naam: 'M', punten: [...punten, { jaar: 2023, waarde: 15, voorlopig: true }] }],
          jaarlijnen: [{ jaar: 2020, tekst: 'corona', soort: 'gebeurtenis' }],
        }),
      ),
    );
    expect(opmaak).toContain('<pattern id="proef-arcering-720"');
    expect(opmaak).toContain('voorlopig');
    expect(opmaak).toContain('corona');
    expect(opmaak).toContain('la-punt--voorlopig');
  });

  test('bij meer lijnen staat elke naam bij haar eigen lijn', async () => {
    const tweede = { naam: 'Adviezen', punten: punten.map(p => ({ ...p, waarde: p.waarde * 3 })) };
    const opmaak = breed(await geldig(lijn({ reeksen: [{ naam: 'Meldingen', punten }, tweede] })));
    expect(leesbaar(opmaak)).toMatch(/Meldingen 13 Adviezen 39/);
  });
});

describe('StaafGrafiek', () => {
  test('een staaf is zo lang als haar getal zegt', async () => {
    const breedten = Array.from(
      breed(await geldig(staaf)).matchAll(/<rect class="la-staaf[^>]*width="([\d.]+)"/g),
      m => Number(m[1]),
    );
    expect(breedten).toHaveLength(2);
    expect(breedten[0]! / breedten[1]!).toBeCloseTo(2, 1);
  });

  test('wat niet gepubliceerd is heeft geen staaf maar wel een reden', async () => {
    expect(leesbaar(breed(await geldig(staaf)))).toContain('te klein');
  });

  test('zonder één waarde blijft het een geldige tekening', async () => {
    const leeg = await geldig(<StaafGrafiek {...kader} staven={[{ naam: 'A', waarde: 0 }]} />);
    expect(leeg).not.toMatch(/NaN|Infinity/);
  });
});

describe('GestapeldeStaaf', () => {
  test('alle staven delen één schaal en elk deel staat er in woorden onder', async () => {
    const opmaak = breed(await geldig(stapel));
    const delen = Array.from(
      opmaak.matchAll(/<rect class="la-deel la-deel-\d"[^>]*width="([\d.]+)" height="28"/g),
      m => Number(m[1]),
    );
    expect(delen).toHaveLength(3);
    expect(delen[0]! + delen[1]!).toBeCloseTo(719, 0);
    expect(delen[2]!).toBeCloseTo(719 / 2, 0);
    expect(leesbaar(opmaak)).toContain('besteed 30 gevraagd 70');
    expect(leesbaar(opmaak)).toContain('en capaciteit (PM)');
  });
});

describe('PlanningGrafiek', () => {
  test('de kwartalen sluiten aan en omvatten elke datum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (a, b) => {
        const begin = dag('2020-01-01');
        const [een, twee] = [begin.add({ days: a }), begin.add({ days: b })];
        const lijst = kwartalen([{ naam: 'x', van: een, punten: [] }], twee);
        for (const d of [een, twee]) {
          expect(Temporal.PlainDate.compare(lijst[0]!, d)).toBeLessThanOrEqual(0);
          expect(Temporal.PlainDate.compare(lijst.at(-1)!, d)).toBe(1);
        }
        for (const d of lijst) expect([1, 4, 7, 10]).toContain(d.month);
        lijst.slice(1).forEach((d, i) => {
          expect(lijst[i]!.add({ months: 3 }).equals(d)).toBe(true);
        });
      }),
    );
  });

  test('de vorm van een mijlpaal zegt haar stand en vandaag is een streep', async () => {
    const opmaak = breed(await geldig(planning));
    expect(opmaak).toMatch(/la-vorm--gereed"><title>Start<\/title><circle/);
    expect(opmaak).toMatch(/la-vorm--vertraagd"><title>Eind<\/title><path/);
    const x = (klasse: string) => Number(new RegExp(`${klasse}" x1="([\\d.]+)"`).exec(opmaak)?.[1]);
    expect(x('la-vandaag')).toBeGreaterThan(Number(/la-vorm--gereed.*?cx="([\d.]+)"/.exec(opmaak)?.[1]));
  });

  test('kwartalen heten in het Engels naar quarter', async () => {
    const rijen = [{ naam: 'x', punten: [] }];
    expect(
      leesbaar(
        breed(
          await geldig(<PlanningGrafiek {...kader} taal="en" vandaag={dag('2026-11-22')} rijen={rijen} />),
        ),
      ),
    ).toContain('Q4');
  });
});

describe('Kaart', () => {
  test('alleen de gevraagde gebieden worden getekend, elk met zijn klasse en naam', async () => {
    const opmaak = breed(await geldig(kaart));
    expect(Array.from(opmaak.matchAll(/la-gebied la-gebied-(\w+)/g), m => m[1])).toEqual(['4', 'geen']);
    expect(opmaak).toContain('<title>Duindorp</title>');
  });

  test('elke klasse staat in woorden onder de kaart', async () => {
    expect(leesbaar(await geldig(kaart))).toMatch(/duidelijk meer\s+te klein/);
  });

  test('alles valt binnen de tekening', async () => {
    const opmaak = await geldig(kaart);
    for (const [, breedte, hoogte, inhoud] of opmaak.matchAll(/viewBox="0 0 (\d+) (\d+)">(.*?)<\/svg>/g)) {
      for (const m of inhoud!.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
        expect(Number(m[1])).toBeGreaterThanOrEqual(-0.1);
        expect(Number(m[1])).toBeLessThanOrEqual(Number(breedte));
        expect(Number(m[2])).toBeGreaterThanOrEqual(-0.1);
        expect(Number(m[2])).toBeLessThanOrEqual(Number(hoogte));
      }
    }
  });

  test('een laag die niet bestaat is een fout, geen lege kaart', () => {
    expect(() =>
      String(<Kaart {...kader} topologie={voorbeeldland} laag="wijken" gebieden={[]} klassen={[]} />),
    ).toThrow('wijken');
  });
});

describe('tekst in een tekening', () => {
  test('een regel is niet langer dan gevraagd, tenzij één woord dat is, en geen woord raakt zoek', () => {
    const woorden = fc.array(fc.stringMatching(/^[a-z]{1,14}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(woorden, fc.integer({ min: 4, max: 30 }), (lijst, tekens) => {
        const regels = wikkel(lijst.join(' '), tekens);
        expect(regels.join(' ')).toBe(lijst.join(' '));
        for (const r of regels) if (r.length > tekens) expect(r).not.toContain(' ');
      }),
    );
  });

  test('gespreide namen staan minstens de afstand uit elkaar en blijven in volgorde', () => {
    const plekken = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(plekken, lijst => {
        const uit = spreid(lijst, 20, 300);
        const gesorteerd = uit.toSorted((a, b) => a - b);
        for (let i = 1; i < gesorteerd.length; i++)
          expect(gesorteerd[i]! - gesorteerd[i - 1]!).toBeGreaterThanOrEqual(20);
        expect(Math.max(...uit)).toBeLessThanOrEqual(300);
        lijst.forEach((y, i) => {
          lijst.forEach((z, j) => {
            if (y < z) expect(uit[i]!).toBeLessThan(uit[j]!);
          });
        });
      }),
    );
  });
});

describe('TrapGrafiek', () => {
  const trap = (
    <TrapGrafiek
      {...kader}
      asnaam="dagen"
      reeksen={[
        {
          naam: 'klaar',
          tot: 10,
          treden: [
            { x: 2, waarde: 0.5, onder: 0.4, boven: 0.6 },
            { x: 5, waarde: 1 },
          ],
        },
        { naam: 'anders', tot: 8, treden: [{ x: 4, waarde: 0.25 }] },
      ]}
      bij={{ plek: 5, tekst: 'termijn: 5 dagen' }}
      hoogte={{ plek: 0.9, tekst: 'norm: 90 %' }}
      bandNaam="grenzen"
    />
  );

  test('de lijn loopt vlak tot een trede en springt daar, en elke kromme stopt waar zij niets meer zegt', () => {
    const opmaak = breed(String(trap));
    const lijnen = [...opmaak.matchAll(/class="la-lijn[^"]*" d="([^"]+)"/g)].map(m => m[1] ?? '');
    expect(lijnen).toHaveLength(2);
    const stappen = (d: string) => [...d.matchAll(/([HV])([\d.]+)/g)].map(m => [m[1], Number(m[2])] as const);
    const [anders = '', klaar = ''] = lijnen;
    expect(stappen(klaar).map(s => s[0])).toEqual(['H', 'V', 'H', 'V', 'H']);
    const van = Number(/^M([\d.]+)/.exec(klaar)?.[1]);
    const [, , , , tot] = stappen(klaar).map(s => s[1]);
    const perDag = ((tot ?? 0) - van) / 10;
    expect(stappen(klaar)[0]?.[1]).toBeCloseTo(van + 2 * perDag, 0);
    expect(stappen(klaar)[2]?.[1]).toBeCloseTo(van + 5 * perDag, 0);
    expect(stappen(anders).at(-1)?.[1]).toBeCloseTo(van + 8 * perDag, 0);
    // Half of the way up at 0.5, all of it at 1.
    const onder = Number(/^M[\d.]+ ([\d.]+)/.exec(klaar)?.[1]);
    const [, half, , heel] = stappen(klaar).map(s => s[1]);
    expect((onder - (half ?? 0)) * 2).toBeCloseTo(onder - (heel ?? 0), 0);
  });

  test('is geldige opmaak, met de namen van de krommen, de termijn en de norm als tekst', async () => {
    const opmaak = await geldig(trap);
    for (const woord of ['klaar', 'anders', 'termijn: 5 dagen', 'norm: 90 %', 'grenzen', 'dagen'])
      expect(opmaak).toContain(woord);
    expect(opmaak).not.toContain('style=');
  });
});
