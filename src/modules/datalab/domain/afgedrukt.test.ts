import { expect, test } from 'vitest';
import { maakOvergenomen, maakUitgave, type Uitgave, uitPublicatie } from '#kern/onthulling/index.ts';
import { oordeelVerandering } from '#kern/statistiek/index.ts';
import { intervalVan, oordeelVan } from './afgedrukt.ts';
import { maakPublicatiekaart } from './publicatiekaart.ts';
import type { Velgroep } from './publicatievel.ts';

/** Printed counts of one release, by name; null: left out. */
function druk(
  getallen: Readonly<Record<string, number | null>>,
  methode: 'afronden' | 'onderdrukken' = 'afronden',
) {
  const citaat = { titel: 'Voorbeeld', van: null, datum: null, plek: 'x' };
  const u = maakUitgave(
    {
      methode,
      basis: 5,
      ruim: false,
      waarborg: 'veilig',
      bewezen: true,
      vierOgen: true,
      zegel: 'z',
      zegelNu: 'z',
    },
    Object.entries(getallen).map(([naam, getoond]) => ({
      naam,
      getoond,
      aard: getoond === null ? 'weggelaten' : methode === 'afronden' ? 'gerond' : 'exact',
      nulGevoelig: false,
      citaat,
    })),
  );
  return (naam: string) => uitPublicatie(u, naam);
}
const oordeel = (voor: number | null, na: number | null, n = 1) => {
  const cel = druk({ a: voor, b: na });
  return oordeelVan(cel('a'), cel('b'), n).waarde;
};

// @eis B2.2
test('een verandering heet alleen duidelijk als dat in elke hoek van de afronding zo is', () => {
  expect(oordeel(165, 245)).toBe('meer');
  expect(oordeel(245, 165)).toBe('minder');
  // As printed this is a signal; from 84 to 106, which the print allows, it is not.
  const zoals = { voor: { telling: 80, blootstelling: 1 }, na: { telling: 110, blootstelling: 1 } };
  expect(oordeelVerandering(zoals.voor, zoals.na).oordeel).toBe('signaal');
  expect(oordeel(80, 110)).toBe('niet_te_zeggen');
  expect(oordeel(500, 505)).toBe('geen_aanwijzing');
});

// @eis B2.2
test('weggelaten, klein en te groot voor de toets is alles hetzelfde: niet te zeggen', () => {
  for (const [voor, na] of [
    [null, 200],
    [200, null],
    [null, null],
    [5, 90],
    [5, 5],
    [0, 0],
    [60_000, 60_000],
  ] as const)
    expect(oordeel(voor, na), `${voor} ${na}`).toBe('niet_te_zeggen');
  const cel = druk({ groot: 150_000, weg: null });
  expect(intervalVan(cel('groot')).waarde).toBeNull();
  expect(intervalVan(cel('weg')).waarde).toBeNull();
});

// @eis B2.2
test('wie naar meer gemeenten tegelijk kijkt, noemt minder snel iets duidelijk', () => {
  expect(oordeel(100, 150)).toBe('meer');
  expect(oordeel(100, 150, 40)).toBe('niet_te_zeggen');
});

// @eis B2.1
test('de kaart van een publicatie zet de laatste twee hele jaren naast elkaar, in de volgorde van de tabel', () => {
  const cel = druk({ a1: 165, a2: 245, b1: 5, b2: 5, r1: 170, r2: 250 });
  const jaar = (n: number) => ({
    code: `${n}`,
    naam: `${n}`,
    heelJaar: true,
    van: `${n}-01-01`,
    tot: `${n}-12-31`,
  });
  const kwartaal = { code: '2019-Q1', naam: 'Q1', heelJaar: false, van: '2019-01-01', tot: '2019-03-31' };
  const groep: Velgroep = {
    indicator: 'x',
    definitieversie: 1,
    naam: 'X',
    definitie: '',
    kolommen: [jaar(2018), kwartaal, jaar(2019)],
    rijen: [
      { plaats: 'Aa', soort: 'gemeente', code: 'GM1', cellen: [cel('a1'), null, cel('a2')] },
      { plaats: 'Bee', soort: 'gemeente', code: 'GM2', cellen: [cel('b1'), null, cel('b2')] },
      { plaats: 'Regio', soort: 'regio', code: 'r', cellen: [cel('r1'), null, cel('r2')] },
    ],
    oordeel: null,
    schommelt: false,
  };
  const kaart = maakPublicatiekaart(groep);
  expect([kaart?.van.code, kaart?.tot.code]).toEqual(['2018', '2019']);
  expect(kaart?.gemeenten.map(g => [g.naam, g.wat])).toEqual([
    ['Aa', 'meer'],
    ['Bee', 'niet_te_zeggen'],
  ]);
  // One year, or one municipality: nothing to compare.
  expect(maakPublicatiekaart({ ...groep, kolommen: [jaar(2018), kwartaal, kwartaal] })).toBeNull();
  expect(maakPublicatiekaart({ ...groep, rijen: groep.rijen.slice(1) })).toBeNull();
});

const overname = (basis: number, aard: 'exact' | 'gerond', getallen: Readonly<Record<string, number>>) =>
  maakOvergenomen(
    { methode: 'overgenomen', basis, zegel: 'z', zegelNu: 'z' },
    Object.entries(getallen).map(([naam, getoond]) => ({
      naam,
      getoond,
      aard,
      nulGevoelig: false,
      citaat: { titel: 'Bron', van: null, datum: null, plek: 'x' },
    })),
  );

// @eis B2.1 B2.2
test('uit een openbare bron overgenomen: precies zoals gedrukt, en op 1 tot en met 4 wordt niets gebouwd', () => {
  const exact = overname(5, 'exact', { klein: 3, groot: 1226, nu: 1500 });
  expect(uitPublicatie(exact, 'klein').waarde).toMatchObject({ getoond: 3, onder: 3, boven: 3 });
  expect(intervalVan(uitPublicatie(exact, 'klein')).waarde).toBeNull();
  expect(intervalVan(uitPublicatie(exact, 'groot')).waarde).not.toBeNull();
  expect(oordeelVan(uitPublicatie(exact, 'klein'), uitPublicatie(exact, 'groot')).waarde).toBe(
    'niet_te_zeggen',
  );
  expect(oordeelVan(uitPublicatie(exact, 'groot'), uitPublicatie(exact, 'nu')).waarde).toBe('meer');
  // Rounded by the source to fives, each by itself: two off at most.
  const gerond = overname(5, 'gerond', { a: 140 });
  expect(uitPublicatie(gerond, 'a').waarde).toMatchObject({ getoond: 140, onder: 138, boven: 142 });
});

// @eis B2.1
test('alleen een publicatie komt in druk: eigen door de poort, overgenomen met haar zegel, en niets dat erop lijkt', () => {
  const echt = overname(5, 'exact', { a: 12 });
  expect(() => uitPublicatie({ ...echt } as Uitgave, 'a')).toThrow('did not pass the gate');
  const los = { vaststelling: echt.vaststelling, cellen: echt.cellen } as unknown as Uitgave;
  expect(() => uitPublicatie(los, 'a')).toThrow('did not pass the gate');
  const v = { methode: 'overgenomen', basis: 5, zegel: 'z', zegelNu: 'y' } as const;
  expect(() => maakOvergenomen(v, [])).toThrow('not what was taken over');
  expect(() => maakOvergenomen({ ...v, zegel: '', zegelNu: '' }, [])).toThrow('not what was taken over');
  // What should have been protected does not get in by this door.
  const eigen = { ...v, methode: 'afronden', zegelNu: 'z' } as unknown as typeof v;
  expect(() => maakOvergenomen(eigen, [])).toThrow('not taken over');
});
