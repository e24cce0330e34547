import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feestdagenIn } from '../datum/index.ts';
import { waardeOf } from '../resultaat/index.ts';
import { bepaalTermijn, isUitgezonderd, type Opschorting, stapTekst, type Termijnregel } from './index.ts';

const { compare } = Temporal.PlainDate;
const begin = Temporal.PlainDate.from('2001-01-01');
const starts = fc.integer({ min: 0, max: 33_000 }).map(days => begin.add({ days }));
const regels = fc
  .record({
    lengte: fc.integer({ min: 1, max: 120 }),
    eenheid: fc.constantFrom('dag', 'werkdag', 'week', 'maand', 'jaar'),
    eersteDagTelt: fc.boolean(),
    verschuiving: fc.constantFrom('geen', 'algemene_termijnenwet'),
  })
  .map(
    (deel): Termijnregel => ({
      code: 'proef',
      naam: 'Proef',
      wet: 'Proefwet',
      artikel: '1',
      geldigVanaf: begin,
      geldigTot: null,
      bron: 'test',
      bevestigd: true,
      ...deel,
      lengte:
        deel.eenheid === 'jaar'
          ? 1 + (deel.lengte % 4)
          : deel.eenheid === 'maand'
            ? 1 + (deel.lengte % 12)
            : deel.lengte,
    }),
  );

const reeksen = (start: Temporal.PlainDate) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -20, max: 150 }), fc.integer({ min: 0, max: 30 }))
      .map(([na, duur]): Opschorting => {
        const van = start.add({ days: na });
        return { van, totEnMet: van.add({ days: duur }), grond: 'proef' };
      }),
    { maxLength: 3 },
  );
const gevallen = fc
  .tuple(regels, starts)
  .chain(([regel, start]) => fc.tuple(fc.constant(regel), fc.constant(start), reeksen(start)));

const uitkomst = (
  regel: Termijnregel,
  start: Temporal.PlainDate,
  opschortingen: readonly Opschorting[] = [],
) => waardeOf(bepaalTermijn([regel], 'proef', start, opschortingen));
const eind = (...invoer: Parameters<typeof uitkomst>) => uitkomst(...invoer).einddatum;

/** Independent of the engine: free days straight from the calendar of the year. */
function isVrij(dag: Temporal.PlainDate): boolean {
  const { dagen } = waardeOf(feestdagenIn(dag.year));
  return dag.dayOfWeek > 5 || dagen.some(feestdag => feestdag.dag.equals(dag));
}

// @eis A2.1
describe('wetten van de termijn', () => {
  test('een langere termijn eindigt nooit eerder, behalve over de grens van artikel 4', () => {
    fc.assert(
      fc.property(gevallen, ([regel, start, opschortingen]) => {
        const langer = { ...regel, lengte: regel.lengte + 1 };
        fc.pre(regel.verschuiving === 'geen' || isUitgezonderd(regel) === isUitgezonderd(langer));
        expect(
          compare(eind(langer, start, opschortingen), eind(regel, start, opschortingen)),
        ).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('opschorting maakt nooit korter', () => {
    fc.assert(
      fc.property(gevallen, ([regel, start, opschortingen]) => {
        expect(compare(eind(regel, start, opschortingen), eind(regel, start))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('een latere start eindigt nooit eerder', () => {
    fc.assert(
      fc.property(regels, starts, (regel, start) => {
        expect(compare(eind(regel, start.add({ days: 1 })), eind(regel, start))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('de Algemene termijnenwet maakt nooit korter en eindigt altijd op een werkdag', () => {
    fc.assert(
      fc.property(gevallen, ([regel, start, opschortingen]) => {
        const zonder = eind({ ...regel, verschuiving: 'geen' }, start, opschortingen);
        const met = eind({ ...regel, verschuiving: 'algemene_termijnenwet' }, start, opschortingen);
        expect(compare(met, zonder)).toBeGreaterThanOrEqual(0);
        if (!isUitgezonderd(regel)) expect(isVrij(met)).toBe(false);
      }),
    );
  });

  test('een verlengbare termijn van drie dagen of meer bevat twee werkdagen, en niet meer dan nodig', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 3, max: 10 }), fc.boolean(), (start, lengte, eersteDagTelt) => {
        const regel: Termijnregel = {
          code: 'proef',
          naam: 'Proef',
          wet: 'Proefwet',
          artikel: '1',
          geldigVanaf: begin,
          geldigTot: null,
          lengte,
          eenheid: 'dag',
          eersteDagTelt,
          verschuiving: 'algemene_termijnenwet',
          bron: 'test',
          bevestigd: true,
        };
        const eerste = eersteDagTelt ? start : start.add({ days: 1 });
        let werkdagen = 0;
        let verwacht = eerste;
        // The least day that satisfies the two articles, found by looking at every day.
        for (let nr = 1; ; nr += 1) {
          verwacht = eerste.add({ days: nr - 1 });
          if (!isVrij(verwacht)) werkdagen += 1;
          if (nr >= lengte && !isVrij(verwacht) && werkdagen >= 2) break;
        }
        expect(eind(regel, start).toString()).toBe(verwacht.toString());
      }),
    );
  });

  test('zonder verschuiving telt wie de dagen een voor een afstreept hetzelfde', () => {
    fc.assert(
      fc.property(gevallen, ([basis, start, opschortingen]) => {
        fc.pre(basis.eenheid === 'dag' || basis.eenheid === 'werkdag');
        const regel = { ...basis, verschuiving: 'geen' } as const;
        let nodig = regel.lengte;
        let dag = regel.eersteDagTelt ? start.subtract({ days: 1 }) : start;
        while (nodig > 0) {
          dag = dag.add({ days: 1 });
          const stil = opschortingen.some(o => compare(o.van, dag) <= 0 && compare(dag, o.totEnMet!) <= 0);
          if (!stil && (regel.eenheid === 'dag' || !isVrij(dag))) nodig -= 1;
        }
        expect(eind(regel, start, opschortingen).toString()).toBe(dag.toString());
      }),
    );
  });

  test('elke stap is een zin', () => {
    fc.assert(
      fc.property(gevallen, ([regel, start, opschortingen]) => {
        for (const stap of uitkomst(regel, start, opschortingen).stappen) {
          expect(stapTekst(stap)).toMatch(/^\S.*\.$/);
        }
      }),
    );
  });
});
