import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import { type Bewaartermijn, type Bewaarvraag, beoordeelBewaring } from './bewaren.ts';

const dag = (iso: string) => Temporal.PlainDate.from(iso);
const { compare } = Temporal.PlainDate;
const basis: Bewaartermijn = {
  id: 'a',
  regio: null,
  soort: 'veilig_thuis',
  jaren: 20,
  vanaf: 'laatste_wijziging',
  wet: 'Wmo 2015',
  artikel: '5.3.4',
  bron: 'proef',
  praktijk: null,
  bevestigd: true,
  van: dag('2015-01-01'),
  tot: null,
};
const vraag: Bewaarvraag = {
  soort: 'veilig_thuis',
  regio: 'kennemerland',
  vanaf: dag('2004-03-10'),
  gesloten: true,
  aanhoudingen: [],
  verzoekLoopt: false,
};
const oordeel = (v: Partial<Bewaarvraag>, vandaag: string, termijnen = [basis]) =>
  waardeOf(beoordeelBewaring({ ...vraag, ...v }, termijnen, dag(vandaag)));

// @eis C4.3
describe('bewaartermijn', () => {
  test('twintig jaar na de laatste wijziging op 10 maart 2004 is 10 maart 2024 de laatste dag', () => {
    expect(oordeel({}, '2024-03-10').stand).toBe('bewaren');
    expect(oordeel({}, '2024-03-11')).toMatchObject({ stand: 'vervallen', redenen: [] });
    expect(oordeel({}, '2026-11-22').vervallenOp.toString()).toBe('2024-03-11');
  });
  test('29 februari: na vijftien jaar is er geen 29 februari en eindigt de termijn op 28 februari', () => {
    const wmo = { ...basis, soort: 'wmo', jaren: 15 } as const;
    expect(
      oordeel({ soort: 'wmo', vanaf: dag('2008-02-29') }, '2026-01-01', [wmo]).vervallenOp.toString(),
    ).toBe('2023-03-01');
  });
  test('een aanhouding wint van elke termijn, en de reden staat erbij', () => {
    expect(oordeel({ aanhoudingen: ['rechtszaak'] }, '2099-01-01')).toMatchObject({
      stand: 'aangehouden',
      redenen: ['rechtszaak'],
    });
    expect(oordeel({ verzoekLoopt: true }, '2099-01-01').stand).toBe('aangehouden');
  });
  test('een dossier dat nog open is, wordt gemeld en niet voorgesteld', () => {
    expect(oordeel({ gesloten: false }, '2030-01-01').stand).toBe('open');
  });
  test('de eigen termijn van een regio gaat voor, en alleen daar', () => {
    const eigen = { ...basis, id: 'b', regio: 'kennemerland', jaren: 25 };
    expect(oordeel({}, '2026-01-01', [basis, eigen]).termijn.jaren).toBe(25);
    expect(oordeel({ regio: 'zaanstreek-waterland' }, '2026-01-01', [basis, eigen]).termijn.jaren).toBe(20);
  });
  test('de termijn van vandaag geldt, ook voor wat onder een oude termijn is geschreven', () => {
    const oud = { ...basis, id: 'o', jaren: 15, tot: dag('2020-01-01') };
    const nieuw = { ...basis, id: 'n', van: dag('2020-01-01') };
    expect(oordeel({}, '2019-12-31', [oud, nieuw]).stand).toBe('vervallen');
    expect(oordeel({}, '2020-01-01', [oud, nieuw]).stand).toBe('bewaren');
  });
  test('zonder termijn of met twee tegelijk wordt geweigerd, niet gegokt', () => {
    const bij = (t: Bewaartermijn[]) => beoordeelBewaring(vraag, t, dag('2026-01-01'));
    expect(bij([])).toMatchObject({ weigering: { code: 'geen_bewaartermijn' } });
    expect(bij([basis, { ...basis, id: 'c' }])).toMatchObject({
      weigering: { code: 'meer_bewaartermijnen' },
    });
  });
  test('een onbevestigde termijn zegt dat in zijn stappen', () => {
    expect(oordeel({}, '2026-01-01', [{ ...basis, bevestigd: false }]).stappen[1]?.code).toBe(
      'regel_niet_bevestigd',
    );
  });
});

const dagen = fc.integer({ min: 0, max: 18_000 }).map(days => dag('2000-01-01').add({ days }));

// @eis C4.3
describe('wetten van bewaren', () => {
  test('langer bewaren eindigt nooit eerder, en later wijzigen evenmin', () => {
    fc.assert(
      fc.property(
        dagen,
        fc.nat(4000),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(20),
        (d, later, jaren, meer) => {
          const bij = (vanaf: Temporal.PlainDate, j: number) =>
            oordeel({ vanaf }, '2026-01-01', [{ ...basis, jaren: j }]).vervallenOp;
          expect(compare(bij(d, jaren), bij(d, jaren + meer))).toBeLessThanOrEqual(0);
          expect(compare(bij(d, jaren), bij(d.add({ days: later }), jaren))).toBeLessThanOrEqual(0);
        },
      ),
      { seed: 20261122 },
    );
  });
  test('wat wordt aangehouden of open is, is nooit te vernietigen', () => {
    fc.assert(
      fc.property(dagen, dagen, fc.boolean(), fc.boolean(), (vanaf, nu, gesloten, verzoekLoopt) => {
        fc.pre(!gesloten || verzoekLoopt);
        expect(
          oordeel({ vanaf, gesloten, verzoekLoopt }, nu.toString(), [{ ...basis, van: dag('1990-01-01') }])
            .stand,
        ).not.toBe('vervallen');
      }),
      { seed: 20261122 },
    );
  });
});
