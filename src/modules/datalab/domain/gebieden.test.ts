import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uitOpenbareBron } from '#kern/onthulling/index.ts';
import { poissonVerdeling } from '#kern/statistiek/index.ts';
import { leesIndicatoren } from '../usecases/gegevensbestanden.ts';
import { type Cijferbeeld, maakBeelden } from './cijferbeeld.ts';
import { type Gemeente, slugVan } from './gemeente.ts';
import type { Indicator } from './indicator.ts';
import type { Regio } from './plaats.ts';
import { type Regiobeeld, vergelijkRegios } from './regiovergelijking.ts';
import { maakTrechterbeeld, type Trechterbeeld, type Trechterrij } from './trechterbeeld.ts';
import { maakVerloop } from './verloop.ts';
import type { Waarneming } from './waarneming.ts';

const INDICATOR = leesIndicatoren().find(i => i.code === 'politie_misdrijven_hg') as Indicator;
// Regionaal Actieplan Zaanstreek-Waterland, Bijlage 1 Politiecijfers: misdrijven 2017, 2018 en 2019; inwoners op 1 januari
// 2019: CBS 37259.
const GEMEENTEN: [string, number, [number, number, number]][] = [
  ['Beemster', 9748, [5, 8, 11]],
  ['Edam-Volendam', 36099, [22, 13, 13]],
  ['Landsmeer', 11488, [11, 10, 12]],
  ['Oostzaan', 9757, [8, 6, 6]],
  ['Purmerend', 80117, [106, 82, 95]],
  ['Waterland', 17315, [11, 3, 4]],
  ['Wormerland', 16329, [12, 7, 12]],
  ['Zaanstad', 155885, [184, 165, 246]],
];
interface Anders {
  titel?: string;
  bron?: string;
  definitieversie?: number;
  intern?: boolean;
  soort?: 'gemeente' | 'regio';
}

function w(plaats: string, jaar: number, waarde: number, anders: Anders = {}): Waarneming {
  const { titel = 'Plan', bron = titel, definitieversie = 1, intern = false, soort = 'gemeente' } = anders;
  const citaat = { titel, van: 'regio', datum: '2020', plek: 'Bijlage 1' };
  return {
    id: `${plaats}${jaar}${bron}`,
    plaats: { soort, code: plaats, naam: plaats },
    regio: soort === 'regio' ? plaats : 'zw',
    gemeente: soort === 'gemeente' ? plaats : null,
    periode: { soort: 'jaar', jaar },
    periodeCode: String(jaar),
    periodeTekst: 'jaar',
    indicator: INDICATOR.code,
    definitieversie,
    cijfer: intern
      ? { openbaarheid: 'intern', waarde }
      : { openbaarheid: 'openbaar_in_bron', publiceerbaar: uitOpenbareBron(citaat, waarde) },
    decimalen: 0,
    eenheid: 'aantal',
    voorlopig: false,
    overgenomen: '2026-11-22',
    opmerking: null,
    bron,
    citaat,
    versie: 1,
  };
}

const alsGemeente = (naam: string, regio: string): Gemeente => ({
  code: naam,
  naam,
  cbsNaam: naam,
  slug: slugVan(naam),
  provincie: 'Noord-Holland',
  regio,
  subregio: null,
  geldigVanaf: null,
  geldigTot: null,
  opvolgers: [],
});

function beeldVan(waarnemingen: Waarneming[], regio = 'zw'): Cijferbeeld {
  const [beeld] = maakBeelden({
    waarnemingen,
    gemeenten: GEMEENTEN.map(([naam]) => alsGemeente(naam, regio)),
    inwonertallen: [2017, 2018, 2019].flatMap(jaar =>
      GEMEENTEN.map(([code, inwoners]) => ({ code, jaar, inwoners })),
    ),
    indicatoren: [INDICATOR],
    grenzen: 'bron',
    dag: '2019-07-01',
  });
  return beeld as Cijferbeeld;
}

/** The rows of 2019, with counts of one's own. */
function rijen(tellingen: readonly number[], anders: (naam: string) => Anders = () => ({})): Trechterrij[] {
  const beeld = beeldVan(GEMEENTEN.map(([naam], i) => w(naam, 2019, tellingen[i] as number, anders(naam))));
  return GEMEENTEN.map(([naam]) => ({
    code: naam,
    naam,
    regel: beeld.gemeenten.find(g => g.plaats.code === naam)?.regels.at(-1) ?? null,
  }));
}
const TELLINGEN = GEMEENTEN.map(([, , reeks]) => reeks[2]);
const trechter = (lijst: Trechterrij[]): Trechterbeeld => {
  const uit = maakTrechterbeeld(INDICATOR, lijst);
  if (typeof uit === 'string') throw new Error(uit);
  return uit;
};

describe('de trechter van de misdrijven van 2019', () => {
  // @eis B1.3 B4.2
  test('Waterland (4) staat er niet in; de andere zeven staan er op alfabet in', () => {
    const uit = trechter(rijen(TELLINGEN));
    expect(uit.gemeenten.map(g => g.naam)).toEqual(
      GEMEENTEN.map(([naam]) => naam).filter(naam => naam !== 'Waterland'),
    );
    expect(uit.buiten).toEqual([{ naam: 'Waterland', code: 'Waterland', reden: 'te_klein' }]);
    // 395 crimes on 319.423 inhabitants without Waterland.
    expect(uit.gemiddeld).toBeCloseTo((395 / 319_423) * 1000, 10);
  });

  // @eis B1.3 B4.2
  test('wet: welk aantal van 1 tot en met 4 Waterland heeft, is aan niets te zien', () => {
    const zonderBron = (b: Trechterbeeld) =>
      JSON.stringify({ ...b, gemeenten: b.gemeenten.map(g => ({ ...g, waarneming: null })) });
    const met = [1, 2, 3, 4].map(n => trechter(rijen(TELLINGEN.map((t, i) => (i === 5 ? n : t)))));
    expect(new Set(met.map(zonderBron)).size).toBe(1);
  });

  // @eis B1.3 B4.2
  test('wet: wie door toeval alleen nooit zo ver zou liggen, valt buiten de trechter zonder verbreding', () => {
    const telling = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 700 }));
    fc.assert(
      fc.property(fc.array(telling, { minLength: 8, maxLength: 8 }), tellingen => {
        fc.pre(tellingen.some(n => n > 0));
        const uit = trechter(rijen(tellingen));
        const buiten = uit.gemeenten.filter(g => {
          const zoVeel = g.telling === 0 ? 1 : poissonVerdeling(g.telling - 1, g.verwacht).boven;
          return Math.min(zoVeel, poissonVerdeling(g.telling, g.verwacht).onder) < 0.001;
        });
        expect(uit.trechter.buitenToeval).toBe(buiten.length);
        expect(uit.gemeenten.reduce((s, g) => s + g.verwacht, 0)).toBeCloseTo(
          tellingen.reduce((s, n) => s + n, 0),
          6,
        );
      }),
      { numRuns: 25 },
    );
  });

  // @eis B4.2
  test('een intern cijfer en een cijfer uit een andere bron doen niet mee, en tellen niet in het gemiddelde', () => {
    const uit = trechter(
      rijen(TELLINGEN, naam =>
        naam === 'Zaanstad' ? { intern: true } : naam === 'Beemster' ? { titel: 'Ander stuk' } : {},
      ),
    );
    expect(uit.buiten.map(b => [b.naam, b.reden])).toEqual([
      ['Beemster', 'andere_bron'],
      ['Waterland', 'te_klein'],
      ['Zaanstad', 'niet_openbaar'],
    ]);
    expect(uit.gemiddeld).toBeCloseTo((138 / 153_790) * 1000, 10);
  });

  // @eis B4.2
  test('met minder dan vijf gemeenten is er geen trechter, en voor een percentage nooit', () => {
    const vier = rijen(TELLINGEN).filter(r =>
      ['Edam-Volendam', 'Landsmeer', 'Purmerend', 'Waterland'].includes(r.naam),
    );
    expect(maakTrechterbeeld(INDICATOR, [...vier, ...vier.slice(0, 1)])).toBe('te_weinig');
    expect(maakTrechterbeeld({ ...INDICATOR, perDuizend: false }, rijen(TELLINGEN))).toBe('niet_per_inwoner');
  });
});

describe('verloop per gemeente', () => {
  const alle = GEMEENTEN.flatMap(([naam, , reeks]) => reeks.map((n, i) => w(naam, 2017 + i, n)));
  const namen = GEMEENTEN.map(([naam]) => ({ code: naam, naam }));

  // @eis B4.2
  test('elke gemeente heeft dezelfde jaren, en een aantal van 1 tot en met 4 is een gat', () => {
    const uit = maakVerloop(namen, beeldVan(alle).gemeenten);
    expect(uit?.map(l => l.naam)).toEqual(namen.map(n => n.naam));
    for (const lijn of uit ?? []) expect(lijn.punten.map(p => p.jaar)).toEqual([2017, 2018, 2019]);
    const waterland = uit?.find(l => l.naam === 'Waterland')?.punten ?? [];
    expect(waterland.map(p => [p.tempo === null, p.teKlein])).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
    // Zaanstad 2019: 246 on 155.885; Garwood 95 % is 216.2 to 278.7 (R, poisson.test(246)), outwards 216 and 279.
    const zaanstad = uit?.find(l => l.naam === 'Zaanstad')?.punten.at(-1)?.tempo;
    expect(zaanstad?.perDuizend).toBeCloseTo(246 / 155.885, 10);
    expect(zaanstad?.van).toBeCloseTo(216 / 155.885, 10);
    expect(zaanstad?.tot).toBeCloseTo(279 / 155.885, 10);
  });

  // @eis B4.2
  test('een intern jaar en een jaar uit een andere bron staan niet in dezelfde lijn', () => {
    const anders = alle.map(x =>
      x.plaats.naam === 'Purmerend' && x.periodeCode === '2017'
        ? w('Purmerend', 2017, 106, { titel: 'Ander stuk' })
        : x.plaats.naam === 'Zaanstad' && x.periodeCode === '2018'
          ? w('Zaanstad', 2018, 165, { intern: true })
          : x,
    );
    const uit = maakVerloop(namen, beeldVan(anders).gemeenten);
    const gaten = (naam: string) => uit?.find(l => l.naam === naam)?.punten.map(p => p.tempo === null);
    expect(gaten('Purmerend')).toEqual([true, false, false]);
    expect(gaten('Zaanstad')).toEqual([false, true, false]);
  });

  test('zonder twee gemeenten met een cijfer is er niets naast elkaar te zetten', () => {
    const een = alle.filter(x => x.plaats.naam === 'Zaanstad');
    expect(maakVerloop(namen, beeldVan(een).gemeenten)).toBeNull();
    expect(maakVerloop(namen, [])).toBeNull();
  });
});

describe('regio naast regio', () => {
  const regio = (id: string): Regio => ({ id, naam: id, vtRegio: id, vrCode: id });
  const deel = (id: string, ...lijst: Waarneming[]): Regiobeeld => ({
    regio: regio(id),
    beeld: lijst.length === 0 ? null : beeldVan(lijst, id),
  });
  const r = (id: string, jaar: number, n: number, anders: Anders = {}) =>
    w(id, jaar, n, { soort: 'regio', bron: `${id} eigen exemplaar`, ...anders });
  const redenen = (...delen: Regiobeeld[]) => vergelijkRegios(INDICATOR, delen).rijen.map(x => x.reden);

  // @eis B4.2
  test('dezelfde bron, definitie en jaar: tempo met interval per 1.000 inwoners, in de gegeven volgorde', () => {
    const uit = vergelijkRegios(INDICATOR, [deel('a', r('a', 2019, 399)), deel('b', r('b', 2019, 100))]);
    expect(uit.jaar).toBe(2019);
    // 399 and 100 on 336.738 inhabitants; Garwood 95 % of 399 is 360.8 to 440.1 (R, poisson.test(399)).
    expect(uit.rijen[0]?.tempo?.perDuizend).toBeCloseTo(399 / 336.738, 10);
    expect(uit.rijen[0]?.tempo?.van).toBeCloseTo(360 / 336.738, 10);
    expect(uit.rijen[0]?.tempo?.tot).toBeCloseTo(441 / 336.738, 10);
    expect(uit.rijen.map(x => [x.regio.id, x.reden])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  // @eis B4.2
  test('waar het niet kan, staat waarom niet', () => {
    const a = deel('a', r('a', 2019, 399));
    expect(redenen(a, deel('b'))).toEqual(['enige', 'geen_cijfer']);
    expect(redenen(a, deel('b', r('b', 2018, 100)))).toEqual(['ander_jaar', 'ander_jaar']);
    expect(redenen(a, deel('b', r('b', 2019, 100, { titel: 'Ander stuk' })))).toEqual([
      'andere_bron',
      'andere_bron',
    ]);
    expect(redenen(a, deel('b', r('b', 2019, 100, { definitieversie: 2 })))).toEqual([
      'andere_definitie',
      'andere_definitie',
    ]);
    expect(redenen(a, deel('b', r('b', 2019, 100, { intern: true })))).toEqual(['enige', 'geen_cijfer']);
    expect(redenen(a, deel('b', r('b', 2012, 100)))).toEqual(['enige', 'geen_inwoners']);
  });

  // @eis B4.2
  test('een regio met 1 tot en met 4 heeft geen tempo, welk van die aantallen het ook is', () => {
    const a = deel('a', r('a', 2019, 399));
    for (const n of [1, 2, 3, 4]) {
      const uit = vergelijkRegios(INDICATOR, [a, deel('b', r('b', 2019, n))]);
      expect([uit.jaar, uit.rijen.map(x => [x.tempo, x.reden])]).toEqual([
        null,
        [
          [null, 'enige'],
          [null, 'te_klein'],
        ],
      ]);
    }
  });

  // @eis B4.2
  test('vergeleken wordt het laatste jaar dat twee regio’s delen, ook als een van beide een later jaar heeft', () => {
    const uit = vergelijkRegios(INDICATOR, [
      deel('a', r('a', 2017, 359), r('a', 2018, 294), r('a', 2019, 399)),
      deel('b', r('b', 2017, 90), r('b', 2018, 100)),
      deel('c', r('c', 2019, 70, { titel: 'Ander stuk' })),
    ]);
    expect([uit.jaar, ...uit.rijen.map(x => x.regel?.waarneming.periodeCode ?? x.reden)]).toEqual([
      2018,
      '2018',
      '2018',
      'andere_bron',
    ]);
  });
});
