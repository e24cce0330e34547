import { describe, expect, test } from 'vitest';
import {
  BUITENSTAANDER,
  type Certificaat,
  controleerBewijsregel,
  controleerCertificaat,
  type Gedrukt,
  gevallenVan,
  kennisVanExact,
  kennisVanVerborgen,
  stofVan,
} from './index.ts';

// 3 + 12 = 15, rounded to fives: 5 + 10 = 15.
const open = (naam: string, onder: number, boven: number) => ({ naam, onder, boven });
const gedrukt: Gedrukt[] = [
  { naam: 'a', getoond: 5, aard: 'gerond' },
  { naam: 'b', getoond: 10, aard: 'gerond' },
  { naam: 's', getoond: 15, aard: 'gerond' },
];
const stof = {
  kennis: [open('a', 1, 9), open('b', 6, 14), open('s', 11, 19)],
  optellingen: [{ som: 's', delen: ['a', 'b'] }],
};
const regel = {
  aanvaller: 'buitenstaander',
  naam: 'a',
  drempel: 5,
  laag: { a: 1, b: 10, s: 11 },
  hoog: { a: 9, b: 6, s: 15 },
};
const goed: Certificaat = {
  basis: 5,
  ruim: false,
  gedrukt,
  nulGevoelig: new Set(),
  toetsvraag: { stof, teBeschermen: new Map([['a', 5]]), aanvallers: [BUITENSTAANDER] },
  regels: [regel],
};
const metKennis = (...kennis: { naam: string; onder: number; boven: number }[]): Certificaat => ({
  ...goed,
  toetsvraag: {
    ...goed.toetsvraag,
    stof: { ...stof, kennis: stof.kennis.map(k => kennis.find(x => x.naam === k.naam) ?? k) },
  },
});

// @eis B2.5
describe('een bewijsregel nagaan', () => {
  test('twee tabellen die passen en ver genoeg uiteen liggen', () => {
    expect(controleerBewijsregel(stof, regel)).toBe(true);
  });

  test.each([
    ['de lage past niet', { laag: { a: 1, b: 11, s: 11 } }],
    ['de hoge past niet', { hoog: { a: 9, b: 5, s: 14 } }],
    ['zij liggen te dicht bijeen', { hoog: { a: 5, b: 10, s: 15 } }],
    ['de drempel wordt niet gehaald', { drempel: 9 }],
    ['zij gaat over een telling die er niet is', { naam: 'x' }],
  ])('%s: geen bewijs', (_, anders) => {
    expect(controleerBewijsregel(stof, { ...regel, ...anders })).toBe(false);
  });

  test('wat uit de sommen volgt telt mee, ook als het er niet met zoveel woorden staat', () => {
    // b is known to be 12, so a is at most seven.
    const nauw = { ...stof, kennis: [open('a', 1, 9), kennisVanExact('b', 12), open('s', 11, 19)] };
    expect(controleerBewijsregel(nauw, regel)).toBe(false);
    const past = { ...regel, laag: { a: 1, b: 12, s: 13 }, hoog: { a: 7, b: 12, s: 19 } };
    expect(controleerBewijsregel(nauw, past)).toBe(true);
  });
});

// @eis B2.5
describe('een certificaat nagaan', () => {
  test('wat klopt heeft geen fout', () => {
    expect(controleerCertificaat(goed)).toEqual([]);
  });

  test('wat gedrukt is en waarvan de aanvaller niets zou weten, is een fout', () => {
    const extra: Gedrukt = { naam: 'c', getoond: 5, aard: 'gerond' };
    expect(controleerCertificaat({ ...goed, gedrukt: [...gedrukt, extra] })).toEqual([
      { code: 'print_ontbreekt', naam: 'c' },
    ]);
  });

  test.each([
    ['één te laag', open('b', 5, 14)],
    ['één te hoog', open('b', 6, 15)],
    ['niets', kennisVanVerborgen('b')],
  ])('de aanvaller mag niet minder weten dan de druk zegt: %s', (_, k) => {
    expect(controleerCertificaat(metKennis(k))).toEqual([{ code: 'kennis_te_ruim', naam: 'b' }]);
  });

  test('meer weten mag, zolang het bewijs dan nog klopt', () => {
    expect(controleerCertificaat(metKennis(open('b', 6, 10)))).toEqual([]);
    expect(controleerCertificaat(metKennis(open('b', 7, 14)))).toEqual([
      { code: 'regel_fout', naam: 'a', aanvaller: 'buitenstaander' },
    ]);
  });

  test('exact gedrukt is exact bekend, en van wat weg is hoeft niets bekend te zijn', () => {
    const exact = gedrukt.map((g): Gedrukt => (g.naam === 's' ? { ...g, getoond: 15, aard: 'exact' } : g));
    expect(controleerCertificaat({ ...goed, gedrukt: exact })).toEqual([
      { code: 'kennis_te_ruim', naam: 's' },
    ]);
    const weg = gedrukt.map(
      (g): Gedrukt => (g.naam === 'b' ? { ...g, getoond: null, aard: 'weggelaten' } : g),
    );
    const ruimer = { ...metKennis(kennisVanVerborgen('b')), gedrukt: weg };
    expect(controleerCertificaat(ruimer)).toEqual([]);
  });

  test('een nul die iets zegt, en ruim afronden, lezen wijder', () => {
    const nul = metKennis(open('a', 0, 9));
    expect(controleerCertificaat(nul)).toEqual([{ code: 'kennis_te_ruim', naam: 'a' }]);
    expect(controleerCertificaat({ ...nul, nulGevoelig: new Set(['a']) })).toEqual([]);
    const wijd = metKennis(open('b', 1, 19));
    expect(controleerCertificaat(wijd)).toEqual([{ code: 'kennis_te_ruim', naam: 'b' }]);
    expect(controleerCertificaat({ ...wijd, ruim: true })).toEqual([]);
    // A printed 0 is a true zero: to take it for up to four would be to know too little.
    const niets = { ...metKennis(open('a', 0, 4)), regels: [], gedrukt: [{ ...gedrukt[0], getoond: 0 }] };
    const leeg = { ...niets, toetsvraag: { ...niets.toetsvraag, teBeschermen: new Map() } } as Certificaat;
    expect(controleerCertificaat(leeg)).toEqual([{ code: 'kennis_te_ruim', naam: 'a' }]);
  });

  test('een regel die er niet is, of bij een lagere drempel hoort, is een fout; een hogere mag', () => {
    const fout = { naam: 'a', aanvaller: 'buitenstaander' };
    expect(controleerCertificaat({ ...goed, regels: [] })).toEqual([{ code: 'regel_ontbreekt', ...fout }]);
    expect(controleerCertificaat({ ...goed, regels: [{ ...regel, drempel: 4 }] })).toEqual([
      { code: 'regel_fout', ...fout },
    ]);
    expect(controleerCertificaat({ ...goed, regels: [{ ...regel, drempel: 8 }] })).toEqual([]);
    expect(controleerCertificaat({ ...goed, regels: [{ ...regel, aanvaller: 'edam' }] })).toEqual([
      { code: 'regel_ontbreekt', ...fout },
    ]);
  });

  test('wie eigen tellingen kent heeft een eigen bewijs nodig, en over zijn eigen telling geen', () => {
    const edam = { naam: 'edam', kent: new Map([['b', 12]]) };
    const eigenaar = { naam: 'eigenaar', kent: new Map([['a', 3]]) };
    const drie = { ...goed.toetsvraag, aanvallers: [BUITENSTAANDER, edam, eigenaar] };
    expect(gevallenVan(drie).map(g => [g.aanvaller.naam, g.naam, g.drempel])).toEqual([
      ['buitenstaander', 'a', 5],
      ['edam', 'a', 5],
    ]);
    expect(stofVan(stof, edam)).toEqual({
      ...stof,
      kennis: [open('a', 1, 9), open('b', 12, 12), open('s', 11, 19)],
    });
    const alsEdam = { ...regel, aanvaller: 'edam' };
    expect(controleerCertificaat({ ...goed, toetsvraag: drie, regels: [regel, alsEdam] })).toEqual([
      { code: 'regel_fout', naam: 'a', aanvaller: 'edam' },
    ]);
    const eigen = { ...alsEdam, laag: { a: 1, b: 12, s: 13 }, hoog: { a: 7, b: 12, s: 19 } };
    expect(controleerCertificaat({ ...goed, toetsvraag: drie, regels: [regel, eigen] })).toEqual([]);
  });
});
