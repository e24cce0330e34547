import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bronbestand } from '../testing/proefapp.ts';
import { leesBestand } from './bestand.ts';
import {
  geldbronnen,
  geldregels,
  naamsleutel,
  type Regiobedrag,
  regiobedragen,
  stapel,
  telOp,
  telOpRegios,
  voegSamen,
} from './geld.ts';
import { bundel, type Onderdeel, type Programma } from './programma.ts';

function programma(regio: string): Programma {
  const { items } = leesBestand(bronbestand(regio));
  const vast = { versie: 1, openbareVersie: 1, geldigVanaf: '2021-01-01', doorRol: null };
  return bundel(
    regio,
    'openbaar',
    items.map((i, n) => ({ ...i, ...vast, id: `${n}` })),
  );
}
const [ken, nhn, zw] = ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland'].map(programma) as [
  Programma,
  Programma,
  Programma,
];
const bedrag = fc.option(fc.integer({ min: -1_000_000, max: 10_000_000 }), { nil: null });
const bedragen = fc.array(bedrag, { maxLength: 30 });

// @eis A3.5
describe('optellen', () => {
  test('wet: de volgorde maakt niet uit', () => {
    fc.assert(
      fc.property(
        bedragen.chain(l => fc.tuple(fc.constant(l), fc.shuffledSubarray(l, { minLength: l.length }))),
        ([een, ander]) => {
          expect(telOp(ander)).toEqual(telOp(een));
        },
      ),
    );
  });

  test('wet: het totaal is de som van de delen, hoe men ze ook verdeelt', () => {
    fc.assert(
      fc.property(bedragen, bedragen, (a, b) => {
        expect(voegSamen(telOp(a), telOp(b))).toEqual(telOp([...a, ...b]));
      }),
    );
  });

  test('wet: onbekend wordt nooit 0, verandert geen som en verdwijnt niet uit de telling', () => {
    fc.assert(
      fc.property(bedragen, fc.nat(5), (a, n) => {
        const zonder = telOp(a);
        const met = telOp([...a, ...Array<null>(n).fill(null)]);
        expect(met).toEqual({ ...zonder, onbekend: zonder.onbekend + n });
        expect(met.som === null).toBe(a.every(x => x === null));
      }),
    );
    expect(telOp([null, null])).toEqual({ som: null, bekend: 0, onbekend: 2 });
    expect(telOp([0, null])).toEqual({ som: 0, bekend: 1, onbekend: 1 });
  });
});

// Expected values: the plan itself (table 3.4 and its summary) and the council letter of Kennemerland, annex 2.
// @eis A3.5
describe('de begrotingen van de bronnen', () => {
  test('Zaanstreek-Waterland: DUVO klopt, verstrekt is 3 lager en aan te vragen 1.000 hoger dan de bron zegt', () => {
    const uit = geldbronnen(zw).filter(b => b.volgensBron !== null);
    expect(uit.map(b => [b.financiering, b.som.som, b.volgensBron, b.verschil])).toEqual([
      ['duvo', 115_478, 115_478, 0],
      ['subsidie-verstrekt', 476_712, 476_715, -3],
      ['subsidie-aan-te-vragen', 187_000, 186_000, 1_000],
    ]);
    for (const b of uit)
      expect([b.financiering, b.uitleg !== '']).toEqual([b.financiering, b.verschil !== 0]);
  });

  test('Kennemerland: acht projectregels tellen op tot 362.965 en één bedrag is onbekend', () => {
    const pool = geldbronnen(ken).find(b => b.financiering === 'projectenpool-ghnt');
    expect(pool?.som).toEqual({ som: 362_965, bekend: 8, onbekend: 1 });
    expect(pool?.volgensBron).toBeNull();
  });

  test('capaciteit, PM en onbekend zijn woorden', () => {
    const woorden = (p: Programma, code: string) => {
      const r = geldregels(p).find(x => x.regel.code === code);
      return [r?.bedrag, r?.woorden];
    };
    expect(woorden(zw, 'ZW-B1')).toEqual([null, ['capaciteit_gemeente', 'capaciteit_partner']]);
    expect(woorden(zw, 'ZW-B2')).toEqual([12_500, ['capaciteit_gemeente', 'capaciteit_partner']]);
    expect(woorden(zw, 'ZW-B16')).toEqual([null, ['capaciteit']]);
    expect(woorden(zw, 'ZW-B17')).toEqual([2_500, ['pm']]);
    expect(woorden(zw, 'ZW-B18')).toEqual([null, ['capaciteit_partner']]);
    expect(woorden(nhn, 'NHN-B4')).toEqual([null, ['onbekend']]);
    expect(woorden(zw, 'ZW-B20')).toEqual([186_000, []]);
  });

  test('wet: in het beeld staat elke euro van een regel één keer', () => {
    const vast = { ...geldregels(zw)[0]!, woorden: [] };
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.option(fc.nat(1_000_000), { nil: null }), (b, toegekend) => {
        for (const gevraagd of [b, null]) {
          const delen = stapel({ ...vast, bedrag: b, gevraagd, toegekend, besteed: null });
          expect(Object.values(delen).reduce((x, y) => x + y)).toBe(toegekend ?? b);
          expect(Object.values(delen).filter(n => n > 0).length).toBeLessThanOrEqual(1);
        }
      }),
    );
    const deels = stapel({ ...vast, bedrag: 100, gevraagd: 100, toegekend: 80, besteed: 30 });
    expect(deels).toEqual({ besteed: 30, toegekend: 50, gevraagd: 0, begroot: 0 });
  });
});

// @eis A3.5
describe('over regio’s heen', () => {
  const deel = (regio: string, naam: string, b: number | null, bovenregionaal = true): Regiobedrag => ({
    regio,
    onderdeel: {} as Onderdeel,
    naam,
    bedrag: b,
    bovenregionaal,
  });

  test('Blijf Veilig Na Opvang staat bij Kennemerland en bij Noord-Holland Noord en telt één keer', () => {
    const projecten = [ken, nhn, zw].flatMap(p => regiobedragen(p, 'project'));
    const { samenval } = telOpRegios(projecten);
    expect(samenval.map(s => [s.naam, s.delen.map(d => d.regio), s.telt, s.oneens])).toEqual([
      ['Blijf Veilig Na Opvang', ['kennemerland', 'noord-holland-noord'], 68_000, false],
    ]);
    const apart = telOp(projecten.map(x => x.bedrag)).som ?? 0;
    expect(telOpRegios(projecten).som).toBe(apart - 68_000);
  });

  test('de begrotingsregels van de drie regio’s: 68.000 telt één keer', () => {
    // 75.000 + 362.965 (Kennemerland), 68.000 (Noord-Holland Noord), 115.478 + 476.712 + 187.000 (the plan).
    const regels = [ken, nhn, zw].flatMap(p => regiobedragen(p, 'begrotingsregel'));
    expect(telOpRegios(regels).som).toBe(75_000 + 362_965 + 68_000 + 115_478 + 476_712 + 187_000);
  });

  test('verschillende bedragen: het hoogste telt en het verschil wordt gemeld', () => {
    const uit = telOpRegios([deel('a', 'Project Drakentemmers', 3_400), deel('b', 'drakentemmers!', 5_000)]);
    expect(uit).toMatchObject({ som: 5_000, bekend: 1, samenval: [{ telt: 5_000, oneens: true }] });
  });

  test('gelijke namen van gewone projecten in twee regio’s zijn twee projecten', () => {
    const uit = telOpRegios([
      deel('a', 'Projectleider', 75_000, false),
      deel('b', 'Projectleider', 75_000, false),
    ]);
    expect([uit.som, uit.samenval]).toEqual([150_000, []]);
  });

  test('wet: over regio’s heen is het totaal nooit hoger dan de delen bij elkaar, en de volgorde maakt niet uit', () => {
    const een = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('X', 'Y', 'Z'),
        fc.option(fc.nat(1e6), { nil: null }),
        fc.boolean(),
      )
      .map(([r, n, b, boven]) => deel(r, n, b, boven));
    fc.assert(
      fc.property(fc.array(een, { maxLength: 12 }), lijst => {
        const uit = telOpRegios(lijst);
        const los = telOp(lijst.map(l => l.bedrag));
        expect(uit.som ?? 0).toBeLessThanOrEqual(los.som ?? 0);
        expect(uit.som === null).toBe(los.som === null);
        expect(telOpRegios(lijst.toReversed()).som).toBe(uit.som);
      }),
    );
  });

  test('een naam is dezelfde in andere letters, met accenten of met Project ervoor', () => {
    expect(naamsleutel('Project Blijf Veilig Na Opvang')).toBe(naamsleutel('blijf veilig, na ópvang'));
    expect(naamsleutel('Blijf Veilig Na Opvang')).not.toBe(naamsleutel('Zorg dat ik veilig blijf'));
  });
});
