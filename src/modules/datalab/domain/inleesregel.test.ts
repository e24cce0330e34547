import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leesIndicatoren } from '../usecases/gegevensbestanden.ts';
import { periodeUitBron } from './bronperiode.ts';
import { type Gemeente, slugVan } from './gemeente.ts';
import { leesGetal } from './getal.ts';
import { beoordeelTabel, type Cel, type Inleeskennis, raadKoppeling } from './inleesregel.ts';
import { volgendeTotalen } from './kwaliteit.ts';

const gemeente = (code: string, naam: string, regio: string, subregio: string): Gemeente => ({
  code,
  naam,
  cbsNaam: naam,
  slug: slugVan(naam),
  provincie: 'Noord-Holland',
  regio,
  subregio,
  geldigVanaf: null,
  geldigTot: null,
  opvolgers: [],
});
const kennis: Inleeskennis = {
  regio: { id: 'kennemerland', naam: 'Kennemerland', vtRegio: 'Kennemerland', vrCode: 'VR12' },
  gemeenten: [
    gemeente('GM0392', 'Haarlem', 'kennemerland', 'Zuid-Kennemerland'),
    gemeente('GM0453', 'Velsen', 'kennemerland', 'IJmond'),
    gemeente('GM0361', 'Alkmaar', 'noord-holland-noord', 'Regio Alkmaar'),
  ],
  indicatoren: leesIndicatoren(),
  eersteJaar: 2000,
  laatsteJaar: 2026,
};
const kop = ['Gemeente', 'Jaar', 'Indicator', 'Aantal', 'Voorlopig'];
const beoordeel = (...rijen: Cel[][]) =>
  beoordeelTabel(
    { kop, rijen: rijen.map((cellen, i) => ({ nr: i + 2, cellen })) },
    raadKoppeling(kop),
    kennis,
  );
const goed: Cel[] = ['Haarlem', '2024', 'vt_meldingen', 120, 'nee'];

// @eis A4.5
describe('regels van een bestand', () => {
  test('gemeente, subregio en regio zijn alle drie een plaats', () => {
    const uit = beoordeel(
      goed,
      ['IJmond', 2024, 'vt_meldingen', '1.226', 'ja'],
      ['Kennemerland', '2024-H1', 'vt-adviezen', 9, ''],
    );
    expect(uit.fouten).toEqual([]);
    expect(uit.rijen.map(r => [r.plaats.soort, r.plaats.code, r.waarde, r.voorlopig])).toEqual([
      ['gemeente', 'GM0392', '120', false],
      ['subregio', 'kennemerland/ijmond', '1226', true],
      ['regio', 'kennemerland', '9', false],
    ]);
  });

  test.each<[string, Cel[], string, string]>([
    ['een onbekende gemeente', ['Nergenshuizen', '2024', 'vt_meldingen', 5, ''], 'Gemeente', 'Nergenshuizen'],
    ['een gemeente van een andere regio', ['Alkmaar', '2024', 'vt_meldingen', 5, ''], 'Gemeente', 'Alkmaar'],
    ['een onbekend jaar', ['Haarlem', '1850', 'vt_meldingen', 5, ''], 'Jaar', '1850'],
    ['een jaar in de toekomst', ['Haarlem', '2027', 'vt_meldingen', 5, ''], 'Jaar', '2027'],
    ['een onleesbare periode', ['Haarlem', 'vorig jaar', 'vt_meldingen', 5, ''], 'Jaar', 'vorig jaar'],
    ['een onbekende indicator', ['Haarlem', '2024', 'geluk', 5, ''], 'Indicator', 'geluk'],
    ['een gebroken aantal', ['Haarlem', '2024', 'vt_meldingen', 5.5, ''], 'Aantal', '5.5'],
    ['een negatief aantal', ['Haarlem', '2024', 'vt_meldingen', '-5', ''], 'Aantal', '-5'],
    ['een lege waarde', ['Haarlem', '2024', 'vt_meldingen', null, ''], 'Aantal', 'Vul een waarde in'],
    ['een formule', ['Haarlem', '2024', 'vt_meldingen', '=1+1', ''], 'Aantal', '=1+1'],
    [
      'een onbekende code bij voorlopig',
      ['Haarlem', '2024', 'vt_meldingen', 5, 'misschien'],
      'Voorlopig',
      'misschien',
    ],
  ])('%s wordt bij naam geweigerd, met rij en kolom', (_, rij, kolom, woord) => {
    const uit = beoordeel(goed, rij);
    expect(uit.fouten).toHaveLength(1);
    expect(uit.fouten[0]).toMatchObject({ rij: 3, kolom });
    expect(uit.fouten[0]?.melding).toContain(woord);
  });

  test('een regel die er al staat, noemt de rij waar hij staat', () => {
    expect(beoordeel(goed, goed).fouten[0]?.melding).toContain('rij 2');
  });

  test('elke fout in een rij wordt genoemd, niet alleen de eerste', () => {
    expect(beoordeel(['X', '1850', 'Y', 'Z', 'misschien']).fouten.map(f => f.kolom)).toEqual([
      'Jaar',
      'Indicator',
      'Voorlopig',
    ]);
  });
});

describe('getallen', () => {
  test('Nederlandse schrijfwijze, en niets wordt geraden', () => {
    const tekst = (cel: Cel) => {
      const r = leesGetal(cel);
      return r.ok ? r.waarde.tekst : null;
    };
    expect(['1.226', '4,5', '1226', '€ 186.000', '28,5 %', 12.5, '0'].map(tekst)).toEqual([
      '1226',
      '4.5',
      '1226',
      '186000',
      '28.5',
      '12.5',
      '0',
    ]);
    expect(['12.5', '1.22', 'twaalf', '1e5', '1,2,3', '', '0x10'].map(tekst)).toEqual(Array(7).fill(null));
  });

  test('een geheel getal komt er uit zoals het er in ging, hoe het ook is geschreven', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), n => {
        for (const vorm of [n, String(n), n.toLocaleString('nl-NL')]) {
          const r = leesGetal(vorm);
          expect(r.ok && r.waarde.tekst).toBe(String(n));
        }
      }),
    );
  });
});

describe('perioden in bronnen', () => {
  test.each([
    ['2020', 'jan t/m mei', '2020-01/2020-05'],
    ['2020', 'eerste kwartaal', '2020-Q1'],
    ['2019', 't.o.v. 2018', '2018/2019'],
    ['2019', 'groei 2017-2019', '2017/2019'],
    ['2020', 'mei 2020', '2020-05'],
    ['2020/2021', 'budget tabel 3.4', '2020/2021'],
    ['2017', 'publicatie CBS 18-8-2017', '2017'],
  ])('%s, "%s" is %s', async (jaar, tekst, code) => {
    const { periodeCode } = await import('#kern/datum/index.ts');
    const p = periodeUitBron(jaar, tekst);
    expect(p.ok && periodeCode(p.waarde)).toBe(code);
  });
});

// @eis A4.4
test('uit 140 (17,2 procent) en 100 (12,3 procent) volgt één totaal: 815', () => {
  expect(
    volgendeTotalen([
      { aantal: 140, procent: 17.2 },
      { aantal: 100, procent: 12.3 },
    ]),
  ).toEqual([815]);
});
