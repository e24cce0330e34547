import laad from 'highs';
import type { Uitkomst, Vraagstuk } from '#kern/onthulling/index.ts';

type Highs = Awaited<ReturnType<typeof laad>>;
let geladen: Promise<Highs> | null = null;

const rijgrenzen = (soort: '=' | '<=' | '>=', rechts: number, oneindig: number): [number, number] =>
  soort === '=' ? [rechts, rechts] : soort === '<=' ? [-oneindig, rechts] : [rechts, oneindig];

/** The terms of all rows, row by row. */
function alsRijen(p: Vraagstuk, index: (naam: string) => number) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const e of p.eisen) {
    for (const [naam, waarde] of Object.entries(e.termen)) {
      indices.push(index(naam));
      values.push(waarde);
    }
    starts.push(indices.length);
  }
  return { starts, indices, values };
}

/** The program in the arrays of the solver. */
function alsModel(h: Highs, p: Vraagstuk) {
  const plaats = new Map(p.veranderlijken.map((v, i) => [v.naam, i]));
  const index = (naam: string): number => {
    const i = plaats.get(naam);
    if (i === undefined) throw new RangeError(`the program has no variable ${naam}`);
    return i;
  };
  const kosten = new Array<number>(p.veranderlijken.length).fill(0);
  // The solver looks for the least unless told otherwise: the greatest is the least of the opposite.
  const teken = p.richting === 'min' ? 1 : -1;
  for (const [naam, waarde] of Object.entries(p.doel)) kosten[index(naam)] = teken * waarde;
  const grenzen = p.eisen.map(e => rijgrenzen(e.soort, e.rechts, h.infinity));
  const { variableType } = h.constants;
  return {
    numCols: p.veranderlijken.length,
    numRows: p.eisen.length,
    colCost: kosten,
    colLower: p.veranderlijken.map(v => v.onder),
    colUpper: p.veranderlijken.map(v => (v.boven === Infinity ? h.infinity : v.boven)),
    rowLower: grenzen.map(g => g[0]),
    rowUpper: grenzen.map(g => g[1]),
    matrix: {
      format: 'csr' as const,
      numRows: p.eisen.length,
      numCols: p.veranderlijken.length,
      ...alsRijen(p, index),
    },
    ...(p.veranderlijken.some(v => v.geheel)
      ? {
          integrality: p.veranderlijken.map(v => (v.geheel ? variableType.integer : variableType.continuous)),
        }
      : {}),
  };
}

/**
 * Solves by HiGHS, on this thread: a caller with a large program runs it in a worker. Optimal means proved, without a
 * gap; when `seconden` ran out the answer is `onbekend`, also when something feasible was found.
 */
export async function losOpMetHighs(p: Vraagstuk, seconden = 60): Promise<Uitkomst> {
  geladen ??= laad();
  const h = await geladen;
  return h.withModel(alsModel(h, p), (m): Uitkomst => {
    m.options.set({
      output_flag: false,
      time_limit: p.geduld ?? seconden,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-6,
    });
    m.run();
    const stand = h.constants.modelStatus;
    if (m.getModelStatus() === stand.unboundedOrInfeasible) {
      // Its preparation saw one of the two and does not say which: the search itself does.
      m.options.set({ presolve: 'off' });
      m.run();
    }
    const uit = m.getModelStatus();
    if (uit === stand.infeasible) return { soort: 'onmogelijk' };
    if (uit === stand.unbounded) return { soort: 'onbegrensd' };
    if (uit !== stand.optimal) return { soort: 'onbekend', waarom: `solver status ${uit}` };
    const { colValue: waarden, rowDual } = m.getSolution();
    const bij = new Map(p.veranderlijken.map((v, i) => [v.naam, waarden[i] ?? Number.NaN]));
    const waarde = Object.entries(p.doel).reduce((n, [naam, w]) => n + w * (bij.get(naam) ?? Number.NaN), 0);
    if (p.veranderlijken.some(v => v.geheel)) return { soort: 'optimaal', waarde, bij };
    const schaduw = p.richting === 'min' ? rowDual : rowDual.map(x => -x);
    return { soort: 'optimaal', waarde, bij, schaduw };
  });
}
