import type { Dagoordeel, maakDagoordeel, Werkdagweigering } from '../datum/index.ts';
import { gelukt, geweigerd, type Result } from '../resultaat/index.ts';
import { type AfgerondeOpschorting, isOpgeschort, verlengMetOpschorting } from './opschorting.ts';
import type { Termijnregel } from './regel.ts';
import type { Stap } from './stap.ts';

export type Beoordeel = ReturnType<typeof maakDagoordeel>;

/** The term as counted, before the Algemene termijnenwet extends it. */
export interface Telling {
  readonly eersteDag: Temporal.PlainDate;
  readonly laatsteDag: Temporal.PlainDate;
  readonly stappen: readonly Stap[];
  /** The judgements of days that the count rests on. */
  readonly oordelen: readonly Dagoordeel[];
}

/**
 * The last day of a term of months or years. Counted from the day after the start, it is the day with the number
 * of the start day; counted from the start itself, the day before that one. Where the last month has no such day,
 * it is the last of that month (as in the European Convention on the Calculation of Time-Limits, 1972, art. 4
 * lid 2).
 */
function laatsteDagVanMaanden(regel: Termijnregel, start: Temporal.PlainDate): Temporal.PlainDate {
  const maanden = regel.eenheid === 'jaar' ? regel.lengte * 12 : regel.lengte;
  const zelfdeDag = start.add({ months: maanden });
  if (!regel.eersteDagTelt || zelfdeDag.day !== start.day) return zelfdeDag;
  return zelfdeDag.subtract({ days: 1 });
}

function telKalenderdagen(
  regel: Termijnregel,
  start: Temporal.PlainDate,
  eersteDag: Temporal.PlainDate,
  opschortingen: readonly AfgerondeOpschorting[],
): Telling {
  const dagen = regel.eenheid === 'week' ? regel.lengte * 7 : regel.lengte;
  const inMaanden = regel.eenheid === 'maand' || regel.eenheid === 'jaar';
  const kaal = inMaanden ? laatsteDagVanMaanden(regel, start) : eersteDag.add({ days: dagen - 1 });
  const { laatsteDag, stappen } = verlengMetOpschorting(eersteDag, kaal, opschortingen);
  return { eersteDag, laatsteDag, stappen, oordelen: [] };
}

function telWerkdagen(
  regel: Termijnregel,
  eersteDag: Temporal.PlainDate,
  opschortingen: readonly AfgerondeOpschorting[],
  beoordeel: Beoordeel,
): Result<Telling, Werkdagweigering> {
  const oordelen: Dagoordeel[] = [];
  let nodig = regel.lengte;
  let laatsteDag = eersteDag;
  for (let dag = eersteDag; nodig > 0; dag = dag.add({ days: 1 })) {
    const oordeel = beoordeel(dag);
    if (!oordeel.ok) return geweigerd(oordeel.weigering);
    laatsteDag = dag;
    if (isOpgeschort(dag, opschortingen)) continue;
    oordelen.push(oordeel.waarde);
    if (oordeel.waarde.vrijOm === null) nodig -= 1;
  }
  const dagen = oordelen.flatMap(({ dag, vrijOm }) =>
    vrijOm === null ? [] : [{ dag: dag.toString(), reden: vrijOm }],
  );
  const stappen: Stap[] = [...verlengMetOpschorting(eersteDag, laatsteDag, opschortingen).stappen];
  if (dagen.length > 0) stappen.push({ code: 'vrije_dagen_overgeslagen', dagen });
  return gelukt({ eersteDag, laatsteDag, stappen, oordelen });
}

/**
 * Counts a term from the day it starts, in days, working days, weeks, months or years, without the days on
 * which it was suspended.
 */
export function tel(
  regel: Termijnregel,
  start: Temporal.PlainDate,
  opschortingen: readonly AfgerondeOpschorting[],
  beoordeel: Beoordeel,
): Result<Telling, Werkdagweigering> {
  const eersteDag = regel.eersteDagTelt ? start : start.add({ days: 1 });
  return regel.eenheid === 'werkdag'
    ? telWerkdagen(regel, eersteDag, opschortingen, beoordeel)
    : gelukt(telKalenderdagen(regel, start, eersteDag, opschortingen));
}
