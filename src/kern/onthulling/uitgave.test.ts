import { describe, expect, test } from 'vitest';
import {
  eisPubliceerbaar,
  leeskennis,
  leidAf,
  maakUitgave,
  type Uitgave,
  type Uitgavecel,
  uitOpenbareBron,
  uitPublicatie,
  type Vaststelling,
  waaromNietInDruk,
} from './index.ts';

const goed: Vaststelling = {
  methode: 'afronden',
  basis: 5,
  ruim: false,
  waarborg: 'veilig',
  bewezen: true,
  vierOgen: true,
  zegel: 'abc',
  zegelNu: 'abc',
};
const citaat = { titel: 'Publicatie', van: 'regio', datum: '2026', plek: 'tabel 1' };
const cel = (anders: Partial<Uitgavecel>): Uitgavecel => ({
  naam: 'a',
  getoond: 5,
  aard: 'gerond',
  nulGevoelig: false,
  citaat,
  ...anders,
});

// @eis B2.1 B2.6
describe('de poort naar de druk', () => {
  test('wat veilig, bewezen, door een ander goedgekeurd en onveranderd is, mag', () => {
    expect(waaromNietInDruk(goed)).toBeNull();
  });

  test.each<[string, Partial<Vaststelling>, string]>([
    ['onveilig', { waarborg: 'onveilig' }, 'the audit did not find it safe'],
    ['onbekend', { waarborg: 'onbekend' }, 'the audit did not find it safe'],
    ['nooit getoetst', { waarborg: null }, 'the audit did not find it safe'],
    ['niet bewezen', { bewezen: false }, 'the exact proof is not complete'],
    ['alleen door de maker gezien', { vierOgen: false }, 'one person prepared and approved it'],
    ['veranderd na de goedkeuring', { zegelNu: 'abd' }, 'it is not what was approved'],
    ['zonder zegel', { zegel: '', zegelNu: '' }, 'it is not what was approved'],
  ])('%s komt er niet door', (_, anders, reden) => {
    expect(waaromNietInDruk({ ...goed, ...anders })).toBe(reden);
    expect(() => maakUitgave({ ...goed, ...anders }, [cel({})])).toThrow(
      new TypeError(`no release: ${reden}`),
    );
  });

  test('een uitgave is na het maken niet te wijzigen, ook niet via wat erin ging', () => {
    const vast = { ...goed };
    const c = { ...cel({}) };
    const u = maakUitgave(vast, [c]);
    vast.basis = 1;
    c.getoond = 99;
    expect(u.vaststelling.basis).toBe(5);
    expect(u.cellen.get('a')?.getoond).toBe(5);
    expect(Object.isFrozen(u)).toBe(true);
    expect(Object.isFrozen(u.vaststelling)).toBe(true);
    expect(Object.isFrozen(u.cellen.get('a'))).toBe(true);
  });

  test('wat niet door de poort ging, wordt niet gelezen, ook als het er net zo uitziet', () => {
    const echt = maakUitgave(goed, [cel({})]);
    const vals = { vaststelling: goed, cellen: echt.cellen } as unknown as Uitgave;
    expect(() => uitPublicatie(vals, 'a')).toThrow(new TypeError('this release did not pass the gate'));
    expect(() => uitPublicatie(echt, 'b')).toThrow(new RangeError('this release has no such count'));
  });
});

// @eis B2.2 A4.2
describe('een getal uit een uitgave', () => {
  const uitgave = maakUitgave({ ...goed, methode: 'onderdrukken' }, [
    cel({ naam: 'gerond', getoond: 5 }),
    cel({ naam: 'gevoelig', getoond: 5, nulGevoelig: true }),
    cel({ naam: 'exact', getoond: 17, aard: 'exact' }),
    cel({ naam: 'weg', getoond: null, aard: 'weggelaten' }),
  ]);

  test.each([
    ['gerond', { getoond: 5, aard: 'gerond', onder: 1, boven: 9 }],
    ['gevoelig', { getoond: 5, aard: 'gerond', onder: 0, boven: 9 }],
    ['exact', { getoond: 17, aard: 'exact', onder: 17, boven: 17 }],
    ['weg', { getoond: null, aard: 'weggelaten', onder: 0, boven: Infinity }],
  ])('%s: de druk en waar de waarheid tussen ligt, met de plaats', (naam, waarde) => {
    const p = uitPublicatie(uitgave, naam);
    expect(p.waarde).toEqual(waarde);
    expect(p.citaten).toEqual([citaat]);
    expect(eisPubliceerbaar(p)).toBe(p);
  });

  test('ruim afgerond leest wijder, en een nul is dan geen zekere nul', () => {
    const ruim = { ...goed, ruim: true };
    expect(leeskennis(cel({ getoond: 0 }), ruim)).toEqual({ naam: 'a', onder: 0, boven: 9 });
    expect(leeskennis(cel({ getoond: 0 }), goed)).toEqual({ naam: 'a', onder: 0, boven: 0 });
    expect(leeskennis(cel({ getoond: 10 }), ruim)).toEqual({ naam: 'a', onder: 1, boven: 19 });
  });

  test('een afgeleid getal heeft een deel nodig, en onthoudt plaatsen die in één opzicht verschillen', () => {
    expect(() => leidAf([], () => 1)).toThrow(
      new RangeError('a derived value needs at least one published part'),
    );
    const anders = [citaat, { ...citaat, titel: 'B' }, { ...citaat, datum: null }, { ...citaat, plek: 'C' }];
    const p = leidAf(
      [...anders, citaat].map(c => uitOpenbareBron(c, 1)),
      (...w) => w.length,
    );
    expect(p.waarde).toBe(5);
    expect(p.citaten).toEqual(anders);
    expect(Object.isFrozen(p) && Object.isFrozen(p.citaten)).toBe(true);
    expect(() => eisPubliceerbaar({ ...p })).toThrow(new TypeError('this value was not made publishable'));
  });

  test('een plaats is na het maken niet te wijzigen, en spaties zijn geen plaats', () => {
    const bron = { ...citaat };
    const p = uitOpenbareBron(bron, 3);
    bron.plek = 'elders';
    expect(p.citaten).toEqual([citaat]);
    expect(Object.isFrozen(p.citaten[0])).toBe(true);
    for (const leeg of [{ titel: '\t' }, { plek: '  ' }])
      expect(() => uitOpenbareBron({ ...citaat, ...leeg }, 3)).toThrow(
        new RangeError('a public value needs the title of its source and the place in it'),
      );
  });
});
