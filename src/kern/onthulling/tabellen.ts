/** One count in a set of linked tables. */
export interface Telling {
  /** Unique in the set; letters, digits and underscores. */
  readonly naam: string;
  /** The true count of whom the table counts: a whole number from 0. */
  readonly waarde: number;
}

/** What a reader can write down without looking: this count is the sum of those. */
export interface Optelling {
  readonly som: string;
  readonly delen: readonly string[];
}

/**
 * A set of linked tables: all counts that are published together, and every sum between them (row, column, year out of
 * quarters, total out of kinds). A table is never judged alone, since a reader has the others too.
 */
export interface Tabellen {
  readonly tellingen: readonly Telling[];
  readonly optellingen: readonly Optelling[];
}

const NAAM = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;

function toetsTellingen(t: Tabellen): Map<string, number> {
  const waarden = new Map<string, number>();
  for (const { naam, waarde } of t.tellingen) {
    if (!NAAM.test(naam)) throw new RangeError(`not a name of a count: ${naam}`);
    if (waarden.has(naam)) throw new RangeError(`two counts are called ${naam}`);
    if (!Number.isSafeInteger(waarde) || waarde < 0)
      throw new RangeError(`${naam} is no whole number from zero`);
    waarden.set(naam, waarde);
  }
  return waarden;
}

/**
 * The counts by name, when the set is sound: names known and unique, and every sum comes out. What does not add up in
 * the source cannot be protected, because the protector and the reader would reckon with other equations.
 * @throws RangeError with the name of what is wrong.
 */
export function toetsTabellen(t: Tabellen): ReadonlyMap<string, number> {
  const waarden = toetsTellingen(t);
  for (const { som, delen } of t.optellingen) {
    const onbekend = [som, ...delen].find(n => !waarden.has(n));
    if (onbekend !== undefined) throw new RangeError(`sum over an unknown count: ${onbekend}`);
    if (delen.length === 0 || new Set([som, ...delen]).size !== delen.length + 1)
      throw new RangeError(`${som} is summed over nothing, or over something twice`);
    const totaal = delen.reduce((n, d) => n + (waarden.get(d) ?? 0), 0);
    if (totaal !== waarden.get(som))
      throw new RangeError(`${som} is ${waarden.get(som)}, its parts are ${totaal} together`);
  }
  return waarden;
}
