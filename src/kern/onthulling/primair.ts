/** Who stand behind a count, each as far as the source says so; null: it does not. */
export interface Bijdragers {
  /** Different households; six reports about one family are one. */
  readonly huishoudens: number | null;
  /** Different persons. */
  readonly personen: number | null;
  /** How much of the count comes from the household or person with most of it. */
  readonly grootste: number | null;
  /** And from the one after that. */
  readonly tweede: number | null;
}

/** When a count of this indicator may not be told (an indicator has one rule for all its counts). */
export interface Primairregel {
  /** Fewer than this, and more than none, points at people. */
  readonly drempel: number;
  /** One household with at least this share of the count could tell the rest; null: not asked. */
  readonly overheersing: number | null;
  /**
   * Does one of those who are counted know that he is, and take himself off? 1 takes that into account. Asked where the
   * source gives who stand behind a count.
   */
  readonly ingewijden: 0 | 1;
  /** Does a zero say something of a group (nobody with this trait in this row)? */
  readonly nulGevoelig: boolean;
}

/** The default of the platform: threshold 5, half of the count, a coalition of one, zeros are harmless. */
export const GEWONE_REGEL: Primairregel = {
  drempel: 5,
  overheersing: 0.5,
  ingewijden: 1,
  nulGevoelig: false,
};

export type Primairreden = 'drempel' | 'ingewijde' | 'overheersing' | 'nul' | 'groep';

/** In what the threshold is counted. `telling`: in the count itself, since the source gives nothing better. */
export type Teleenheid = 'huishoudens' | 'personen' | 'telling';

/** Households where the source gives them (one family is one, however often and with how many), else persons. */
export const teleenheidVan = (wie: Bijdragers | null): Teleenheid =>
  wie?.huishoudens != null ? 'huishoudens' : wie?.personen != null ? 'personen' : 'telling';

/**
 * How much of a count its largest contributor can have, and so knows himself: what the source says, or else all that the
 * others leave when each of them has one. Null: nothing is known of who stand behind it.
 */
export function grootsteHoogstens(waarde: number, wie: Bijdragers | null): number | null {
  const mensen = wie?.huishoudens ?? wie?.personen ?? null;
  if (wie?.grootste != null) return wie.grootste;
  return mensen === null ? null : Math.max(0, waarde - Math.max(0, mensen - 1));
}

/** Has one of them most of it, for a reader who looks on or for the next largest who takes himself off? */
function overheerst(waarde: number, r: Primairregel, wie: Bijdragers): Primairreden | null {
  if (r.overheersing === null || wie.grootste === null) return null;
  if (wie.grootste / waarde >= r.overheersing) return 'overheersing';
  const rest = waarde - (wie.tweede ?? 0);
  return r.ingewijden === 1 && wie.grootste / rest >= r.overheersing ? 'ingewijde' : null;
}

/**
 * Why a count may not be told, or null when it may. Households or persons are counted where the source gives them, the
 * count itself otherwise. Source: Handbook on SDC, section 5.2 (threshold); NContributorsRule, MagnitudeRule and
 * SuppressKDisclosure of GaussSuppression (contributors, dominance, coalition).
 */
export function primaireReden(waarde: number, r: Primairregel, wie: Bijdragers | null): Primairreden | null {
  const mensen = wie?.huishoudens ?? wie?.personen ?? waarde;
  if (waarde === 0) return r.nulGevoelig ? 'nul' : null;
  if (mensen < r.drempel) return 'drempel';
  if (wie === null) return null;
  if (teleenheidVan(wie) !== 'telling' && mensen - r.ingewijden < r.drempel) return 'ingewijde';
  return overheerst(waarde, r, wie);
}

/** From this share on, one category says what (almost) everybody in the row has. */
export const GROEPSAANDEEL = 0.9;

/**
 * Does a row over categories of one group tell what its people have: nine in ten in one category, or at most two
 * categories in which there is anybody? Then its zeros tell as much as its counts.
 * Source: Handbook on SDC, section 5.2 (within-group disclosure); thresholds of the statistics note, 1.1.
 */
export function onthultGroep(rij: readonly number[]): boolean {
  const totaal = rij.reduce((n, w) => n + w, 0);
  if (totaal === 0 || rij.length < 2) return false;
  return (
    rij.filter(w => w > 0).length <= Math.min(2, rij.length - 1) || Math.max(...rij) / totaal >= GROEPSAANDEEL
  );
}
