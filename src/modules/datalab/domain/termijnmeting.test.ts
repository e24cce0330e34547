import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import { bepaalTermijn, type Termijneenheid, type Termijnregel } from '#kern/termijn/index.ts';
import type { Doorloop } from './doorloop.ts';
import { termijnbeeld } from './termijnbeeld.ts';
import { bundel, meetTermijnen, type Termijnmeting } from './termijnmeting.ts';
import { kiesNorm, lengteInDagen, type Telwijze, type Termijnnorm } from './termijnnorm.ts';

const dag = (iso: string) => Temporal.PlainDate.from(iso);
const { compare } = Temporal.PlainDate;

function norm(
  telwijze: Telwijze,
  eenheid: Termijneenheid,
  lengte: number,
  anders: { regel?: Partial<Termijnregel>; norm?: Partial<Termijnnorm> } = {},
): Termijnnorm {
  const regel: Termijnregel = {
    code: `veiligheidsbeoordeling_${telwijze}`,
    naam: 'Veiligheidsbeoordeling',
    wet: 'Uitvoeringsbesluit Wmo 2015',
    artikel: '4.1.7 lid 1',
    geldigVanaf: dag('2015-01-01'),
    geldigTot: null,
    lengte,
    eenheid,
    eersteDagTelt: false,
    verschuiving: eenheid === 'werkdag' ? 'geen' : 'algemene_termijnenwet',
    bron: 'proef',
    bevestigd: false,
    ...anders.regel,
  };
  return {
    id: `${telwijze}-${regel.geldigVanaf}-${lengte}`,
    regio: null,
    soort: 'veiligheidsbeoordeling',
    telwijze,
    regel,
    norm: 0.9,
    normBron: 'proef',
    normBevestigd: false,
    ...anders.norm,
  };
}
const VIJF_DAGEN = norm('kalenderdagen', 'dag', 5);
const VIJF_WERKDAGEN = norm('werkdagen', 'werkdag', 5);
const VOOR_BUNDEL = fc.constantFrom(VIJF_DAGEN, VIJF_WERKDAGEN);

const zaak = (start: string, eind: string | null, afloop: Doorloop['afloop'] = 'afgerond'): Doorloop => ({
  gemeente: 'GM0361',
  soort: 'veiligheidsbeoordeling',
  start: dag(start),
  eind: eind === null ? null : dag(eind),
  afloop: eind === null ? null : afloop,
});
const meet = (d: readonly Doorloop[], n: Termijnnorm | Termijnnorm[], peildatum: string) =>
  waardeOf(
    meetTermijnen(d, {
      soort: 'veiligheidsbeoordeling',
      telwijze: [n].flat()[0]?.telwijze ?? 'werkdagen',
      normen: [n].flat(),
      peildatum: dag(peildatum),
    }),
  );

describe('een doorloop naast zijn termijn', () => {
  // @eis B3.2
  test('vijf dagen na donderdag 1 februari 2024 is dinsdag de 6e, vijf werkdagen is donderdag de 8e', () => {
    const op = (eind: string) => [zaak('2024-02-01', eind)];
    const tijdig = (eind: string, n: Termijnnorm) => meet(op(eind), n, '2024-03-01')[0]?.inTijd;
    expect(['2024-02-06', '2024-02-07'].map(e => tijdig(e, VIJF_DAGEN))).toEqual([true, false]);
    expect(['2024-02-08', '2024-02-09'].map(e => tijdig(e, VIJF_WERKDAGEN))).toEqual([true, false]);
  });

  // @eis B3.2
  test('een vijfde dag op zondag loopt door tot en met maandag (Algemene termijnenwet, artikel 1)', () => {
    // Tuesday 6 February 2024 plus five days is Sunday the 11th.
    const [maandag, dinsdag] = meet(
      [zaak('2024-02-06', '2024-02-12'), zaak('2024-02-06', '2024-02-13')],
      VIJF_DAGEN,
      '2024-03-01',
    );
    expect(maandag).toMatchObject({ inTijd: true, tijd: 5 });
    expect(dinsdag).toMatchObject({ inTijd: false, tijd: 7 });
  });

  // @eis B3.2
  test('feestdagen tellen niet als werkdag: over Pasen heen', () => {
    // 2024: Good Friday 29 March and Easter Monday 1 April are free, so the five are 28 March and 2, 3, 4 and 5 April.
    const uit = meet([zaak('2024-03-27', null)], VIJF_WERKDAGEN, '2024-04-30')[0];
    expect(uit?.uiterlijk.toString()).toBe('2024-04-05');
  });

  const start = fc.integer({ min: 0, max: 3000 }).map(n => dag('2018-01-01').add({ days: n }));
  const duur = fc.integer({ min: 0, max: 40 });
  const willekeurig = fc.constantFrom(
    VIJF_DAGEN,
    VIJF_WERKDAGEN,
    norm('kalenderdagen', 'week', 1),
    norm('kalenderdagen', 'dag', 3, { regel: { eersteDagTelt: true } }),
  );

  // @eis B3.2
  test('wet: de gemeten tijd is hoogstens de termijn precies als de laatste dag van de wet is gehaald', () => {
    fc.assert(
      fc.property(start, duur, willekeurig, (van, dagen, n) => {
        const eind = van.add({ days: dagen });
        const [m] = meet([zaak(van.toString(), eind.toString())], n, van.add({ days: 60 }).toString());
        const laatste = waardeOf(bepaalTermijn([n.regel], n.regel.code, van)).einddatum;
        expect((m?.tijd ?? Number.NaN) <= lengteInDagen(n.regel)).toBe(compare(eind, laatste) <= 0);
      }),
    );
  });

  // @eis B3.2
  test('wet: wie later klaar is, heeft nooit een kortere doorlooptijd', () => {
    fc.assert(
      fc.property(start, duur, duur, willekeurig, (van, a, b, n) => {
        const [kort, lang] = [Math.min(a, b), Math.max(a, b)].map(
          x =>
            meet(
              [zaak(van.toString(), van.add({ days: x }).toString())],
              n,
              van.add({ days: 60 }).toString(),
            )[0]?.tijd ?? -1,
        );
        expect(kort).toBeLessThanOrEqual(lang as number);
      }),
    );
  });

  // @eis B3.2
  test('wet: wat nog open is telt mee tot de laatste dag van de termijn precies als die dag voorbij is', () => {
    fc.assert(
      fc.property(start, duur, willekeurig, (van, dagen, n) => {
        const peil = van.add({ days: dagen });
        const [m] = meet([zaak(van.toString(), null)], n, peil.toString());
        const laatste = waardeOf(bepaalTermijn([n.regel], n.regel.code, van)).einddatum;
        expect((m?.tijd ?? -1) >= lengteInDagen(n.regel)).toBe(compare(laatste, peil) <= 0);
        expect(m).toMatchObject({ oorzaak: 0, inTijd: false });
      }),
    );
  });
});

describe('welke termijn geldt', () => {
  const eigen = norm('werkdagen', 'werkdag', 3, {
    regel: { geldigVanaf: dag('2024-01-01') },
    norm: { regio: 'kennemerland' },
  });

  // @eis B3.2
  test('een termijn van de regio gaat voor vanaf haar eerste dag, daarvoor geldt de meegeleverde', () => {
    const kies = (op: string) =>
      waardeOf(kiesNorm([VIJF_WERKDAGEN, eigen], 'veiligheidsbeoordeling', 'werkdagen', dag(op))).regel
        .lengte;
    expect([kies('2023-12-31'), kies('2024-01-01')]).toEqual([5, 3]);
  });

  // @eis B3.2
  test('zonder termijn, of met twee die elkaar tegenspreken, wordt niets berekend', () => {
    const op = dag('2024-02-01');
    const weiger = (normen: Termijnnorm[]) => kiesNorm(normen, 'veiligheidsbeoordeling', 'werkdagen', op);
    expect(weiger([])).toMatchObject({ ok: false, weigering: { code: 'geen_termijnregel' } });
    const dubbel = [eigen, { ...eigen, regel: { ...eigen.regel, lengte: 4 } }];
    expect(weiger(dubbel)).toMatchObject({ ok: false, weigering: { code: 'meer_termijnregels' } });
  });

  // @eis B3.2
  test('over een periode waarin de termijn veranderde, is er geen oordeel', () => {
    const metingen = meet(
      Array.from({ length: 20 }, (_, i) => zaak(i < 10 ? '2023-12-20' : '2024-01-10', '2024-01-11')),
      [VIJF_WERKDAGEN, eigen],
      '2024-03-01',
    );
    expect(termijnbeeld(metingen, dag('2024-03-01'))).toMatchObject({
      oordeel: 'niet_te_zeggen',
      reden: 'meer_termijnen',
    });
  });
});

describe('het beeld van een termijn', () => {
  const peil = '2024-12-31';
  // Starts on every Monday of 2024; day 4 later is in time, day 20 is late.
  const maandag = (i: number) => dag('2024-01-01').add({ days: 7 * (i % 50) });
  const zaken = (n: number, na: number | null, afloop: Doorloop['afloop'] = 'afgerond') =>
    Array.from({ length: n }, (_, i) => {
      const s = maandag(i);
      return zaak(s.toString(), na === null ? null : s.add({ days: na }).toString(), afloop);
    });
  const beeld = (d: Doorloop[], vergelijkingen = 1, op = peil) =>
    termijnbeeld(meet(d, VIJF_WERKDAGEN, op), dag(op), vergelijkingen);

  // @eis B3.2
  test('alleen gesloten zaken tellen is te mooi als het werk zich opstapelt; de eerlijke maat ziet dat', () => {
    const uit = beeld([...zaken(60, 4), ...zaken(40, null)]);
    expect(uit.gesloten).toMatchObject({ inTijd: 60, totaal: 60 });
    expect(uit.verstreken).toMatchObject({ inTijd: 60, totaal: 100 });
    expect(uit.binnen?.schatting).toBeCloseTo(0.6, 12);
    expect(uit).toMatchObject({ oordeel: 'niet_gehaald', reden: 'onder_norm' });
    expect(uit.voorraad).toMatchObject({ open: 40, overTermijn: 40 });
  });

  // @eis B3.2
  test('wie op een andere manier wegging, telt niet als in tijd besloten', () => {
    const uit = beeld([...zaken(70, 4), ...zaken(30, 2, 'anders_geeindigd')]);
    expect(uit.binnen?.schatting).toBeCloseTo(0.7, 12);
    expect(uit.andersBinnen).toBeCloseTo(0.3, 12);
    expect(uit.gesloten).toMatchObject({ inTijd: 70, totaal: 70 });
  });

  // @eis B3.2
  test('drie oordelen: 98 van 100 haalt 90 procent, 80 van 100 niet, 92 van 100 is niet te zeggen', () => {
    // Exact 95 % limits of R binom.test: 0.9296 to 0.9976; 0.7082 to 0.8733; 0.8484 to 0.9648.
    const op = (goed: number) => beeld([...zaken(goed, 4), ...zaken(100 - goed, 20)]).oordeel;
    expect([98, 80, 92].map(op)).toEqual(['gehaald', 'niet_gehaald', 'niet_te_zeggen']);
  });

  // @eis B3.2
  test('alles op tijd is bij weinig zaken nog geen gehaalde norm: de exacte marge beslist', () => {
    // R: binom.test(20, 20)$conf.int[1] is 0.8316, binom.test(40, 40)$conf.int[1] is 0.9119.
    expect(beeld(zaken(20, 4))).toMatchObject({ oordeel: 'niet_te_zeggen', reden: 'norm_binnen_marge' });
    expect(beeld(zaken(40, 4)).oordeel).toBe('gehaald');
  });

  // @eis B3.2
  test('wie achttien gemeenten naast elkaar ziet, krijgt een strenger oordeel dan wie er één bekijkt', () => {
    const goed = [...zaken(97, 4), ...zaken(3, 20)];
    expect(beeld(goed).oordeel).toBe('gehaald');
    expect(beeld(goed, 18).oordeel).toBe('niet_te_zeggen');
  });

  // @eis B3.2
  test('bij minder dan vijf zaken, of als nog niemand tot het eind van de termijn is gevolgd, is er geen oordeel', () => {
    expect(beeld(zaken(4, 20))).toMatchObject({ oordeel: 'niet_te_zeggen', reden: 'te_weinig_zaken' });
    const net = Array.from({ length: 30 }, () => zaak('2024-12-30', null));
    expect(beeld(net)).toMatchObject({ oordeel: 'niet_te_zeggen', reden: 'te_kort_gevolgd', binnen: null });
    expect(beeld([])).toMatchObject({ reden: 'geen_zaken', aantal: 0 });
  });

  // @eis B3.2
  test('de voorraad: open zaken, over de termijn, mediane en oudste leeftijd', () => {
    const open = ['2024-12-30', '2024-12-01', '2024-11-01', '2024-10-01'].map(s => zaak(s, null));
    expect(beeld([...open, ...zaken(10, 4)]).voorraad).toEqual({
      open: 4,
      overTermijn: 3,
      mediaan: 45,
      oudste: 91,
    });
  });

  // @eis B3.2 B1.6
  test('P50 en P90 tellen open zaken mee: P90 wordt niet gegeven als te weinig zaken zo ver zijn', () => {
    const uit = beeld([...zaken(60, 4), ...zaken(40, null)]);
    expect(uit.p50?.tijd).toBe(4);
    expect(uit.p90?.tijd).toBeNull();
  });
});

// @eis B3.2 B3.5
test('wet: bij elkaar geteld geven dezelfde doorlooptijden hetzelfde beeld, per gemeente en per kwartaal', () => {
  const begin = dag('2024-01-01');
  const doorloop = fc
    .record({
      na: fc.integer({ min: 0, max: 180 }),
      duur: fc.option(fc.integer({ min: 0, max: 12 })),
      gemeente: fc.constantFrom('GM0361', 'GM0362'),
      afloop: fc.constantFrom('afgerond' as const, 'anders_geeindigd' as const),
      aantal: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ na, duur, gemeente, afloop, aantal }): Doorloop => {
      const start = begin.add({ days: na });
      const eind = duur === null ? null : start.add({ days: duur });
      return { gemeente, soort: 'veiligheidsbeoordeling', start, eind, afloop: eind ? afloop : null, aantal };
    });
  const uitgeschreven = (d: readonly Doorloop[]) =>
    d.flatMap(({ aantal, ...rest }) => new Array<Doorloop>(aantal ?? 1).fill(rest));
  fc.assert(
    fc.property(fc.array(doorloop, { minLength: 1, maxLength: 60 }), VOOR_BUNDEL, (lijst, n) => {
      const peildatum = '2024-07-31';
      const los = meet(uitgeschreven(lijst), n, peildatum);
      const samen = bundel(meet(lijst, n, peildatum));
      expect(samen.length).toBeLessThanOrEqual(los.length);
      for (const hoort of [
        () => true,
        (m: Termijnmeting) => m.doorloop.gemeente === 'GM0361',
        (m: Termijnmeting) => m.doorloop.start.month > 3 && m.doorloop.start.month < 7,
      ])
        expect(termijnbeeld(samen.filter(hoort), dag(peildatum))).toEqual(
          termijnbeeld(los.filter(hoort), dag(peildatum)),
        );
    }),
  );
});
