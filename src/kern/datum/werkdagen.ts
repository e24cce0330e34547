import { gelukt, geweigerd, type Result, type Weigering } from '../resultaat/index.ts';
import { type FeestdagCode, type Feestdagenjaar, feestdagenIn } from './feestdagen.ts';
import { GELIJKSTELLINGEN, type Gelijkstelling } from './gelijkstelling.ts';

/** Why a day is not a working day. */
export type VrijeDagReden = 'zaterdag' | 'zondag' | FeestdagCode;

export interface Dagoordeel {
  readonly dag: Temporal.PlainDate;
  /** Null for a working day. */
  readonly vrijOm: VrijeDagReden | null;
  /** True if the answer rests on equated days that are unknown or not confirmed for this year. */
  readonly voorbehoud: boolean;
}

export interface Werkdaguitkomst {
  readonly dag: Temporal.PlainDate;
  /** The days that were passed over, in order. */
  readonly overgeslagen: readonly Dagoordeel[];
  /** Years whose equated days the answer depends on and which are not known or not confirmed. */
  readonly jarenMetVoorbehoud: readonly number[];
}

export type Werkdagweigering = Weigering<'jaar_onbekend'>;

/** The holidays of a year follow from the year and the decisions alone: worked out once for each list of decisions. */
const FEESTDAGEN = new WeakMap<
  readonly Gelijkstelling[],
  Map<number, Result<Feestdagenjaar, Werkdagweigering>>
>();

/**
 * Makes the judge of days for one calculation. A working day is a day that is not a Saturday, a Sunday, a
 * public holiday or a day equated with one (articles 1 and 3 Algemene termijnenwet).
 */
export function maakDagoordeel(
  besluiten: readonly Gelijkstelling[] = GELIJKSTELLINGEN,
): (dag: Temporal.PlainDate) => Result<Dagoordeel, Werkdagweigering> {
  const jaren = FEESTDAGEN.get(besluiten) ?? new Map<number, Result<Feestdagenjaar, Werkdagweigering>>();
  FEESTDAGEN.set(besluiten, jaren);
  return dag => {
    const jaar = jaren.get(dag.year) ?? feestdagenIn(dag.year, besluiten);
    jaren.set(dag.year, jaar);
    if (!jaar.ok) return jaar;
    const { dagen, gelijkstelling } = jaar.waarde;
    if (dag.dayOfWeek === 6) return gelukt({ dag, vrijOm: 'zaterdag', voorbehoud: false });
    if (dag.dayOfWeek === 7) return gelukt({ dag, vrijOm: 'zondag', voorbehoud: false });
    const feestdag = dagen.find(kandidaat => kandidaat.dag.equals(dag));
    const opBesluit = feestdag === undefined || feestdag.lid === 3;
    const voorbehoud = opBesluit && gelijkstelling !== 'bekend';
    return gelukt({ dag, vrijOm: feestdag?.code ?? null, voorbehoud });
  };
}

/** The years in which these judgements rest on equated days that are not known or not confirmed. */
export function jarenMetVoorbehoud(oordelen: readonly Dagoordeel[]): number[] {
  return [...new Set(oordelen.filter(oordeel => oordeel.voorbehoud).map(oordeel => oordeel.dag.year))];
}

/**
 * The first working day on or after `vanaf`. Refuses with `jaar_onbekend` outside 2000-2099.
 */
export function eersteWerkdagVanaf(
  vanaf: Temporal.PlainDate,
  besluiten: readonly Gelijkstelling[] = GELIJKSTELLINGEN,
): Result<Werkdaguitkomst, Werkdagweigering> {
  return telOp(vanaf, 1, besluiten);
}

/** The first working day after `dag`, even if `dag` is one itself. */
export function volgendeWerkdag(
  dag: Temporal.PlainDate,
  besluiten: readonly Gelijkstelling[] = GELIJKSTELLINGEN,
): Result<Werkdaguitkomst, Werkdagweigering> {
  return telOp(dag.add({ days: 1 }), 1, besluiten);
}

/**
 * The `aantal`-th working day after `dag`; `dag` itself does not count. Throws a RangeError unless `aantal` is
 * a whole number of at least 1.
 */
export function telWerkdagenOp(
  dag: Temporal.PlainDate,
  aantal: number,
  besluiten: readonly Gelijkstelling[] = GELIJKSTELLINGEN,
): Result<Werkdaguitkomst, Werkdagweigering> {
  return telOp(dag.add({ days: 1 }), aantal, besluiten);
}

function telOp(
  eerste: Temporal.PlainDate,
  aantal: number,
  besluiten: readonly Gelijkstelling[],
): Result<Werkdaguitkomst, Werkdagweigering> {
  if (!Number.isInteger(aantal) || aantal < 1) throw new RangeError(`Geen aantal werkdagen: ${aantal}`);
  const beoordeel = maakDagoordeel(besluiten);
  const oordelen: Dagoordeel[] = [];
  let nodig = aantal;
  for (let dag = eerste; ; dag = dag.add({ days: 1 })) {
    const oordeel = beoordeel(dag);
    if (!oordeel.ok) return geweigerd(oordeel.weigering);
    oordelen.push(oordeel.waarde);
    if (oordeel.waarde.vrijOm === null) nodig -= 1;
    if (nodig > 0) continue;
    const overgeslagen = oordelen.filter(vorig => vorig.vrijOm !== null);
    return gelukt({ dag, overgeslagen, jarenMetVoorbehoud: jarenMetVoorbehoud(oordelen) });
  }
}

/**
 * How many working days lie in `van` to `totEnMet`, both included; 0 if the end is before the start.
 */
export function aantalWerkdagen(
  van: Temporal.PlainDate,
  totEnMet: Temporal.PlainDate,
  besluiten: readonly Gelijkstelling[] = GELIJKSTELLINGEN,
): Result<{ readonly aantal: number; readonly jarenMetVoorbehoud: readonly number[] }, Werkdagweigering> {
  const beoordeel = maakDagoordeel(besluiten);
  const oordelen: Dagoordeel[] = [];
  for (let dag = van; Temporal.PlainDate.compare(dag, totEnMet) <= 0; dag = dag.add({ days: 1 })) {
    const oordeel = beoordeel(dag);
    if (!oordeel.ok) return geweigerd(oordeel.weigering);
    oordelen.push(oordeel.waarde);
  }
  const aantal = oordelen.filter(oordeel => oordeel.vrijOm === null).length;
  return gelukt({ aantal, jarenMetVoorbehoud: jarenMetVoorbehoud(oordelen) });
}
