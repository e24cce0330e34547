import type { Kennis } from './kennis.ts';
import type { Optelling } from './tabellen.ts';

/** Everything that an attacker has: what is known of each count, and every sum between them. */
export interface Aanvalsstof {
  readonly kennis: readonly Kennis[];
  readonly optellingen: readonly Optelling[];
}

type Grenzen = Map<string, { onder: number; boven: number }>;

const RONDEN = 200;

/** Narrows one count; says whether anything changed. */
function zet(g: Grenzen, naam: string, onder: number, boven: number): boolean {
  const al = g.get(naam);
  if (!al || (onder <= al.onder && boven >= al.boven)) return false;
  g.set(naam, { onder: Math.max(al.onder, onder), boven: Math.min(al.boven, boven) });
  return true;
}

/** The sum of the least and of the greatest of some parts, and how many of them have no greatest. */
function tel(g: Grenzen, delen: readonly string[]): { onder: number; boven: number; open: number } {
  let [onder, boven, open] = [0, 0, 0];
  for (const d of delen) {
    const k = g.get(d);
    onder += k?.onder ?? 0;
    if (k && k.boven !== Infinity) boven += k.boven;
    else open += 1;
  }
  return { onder, boven, open };
}

/** What one sum says of its total, and then of each of its parts. */
function langs(g: Grenzen, { som, delen }: Optelling): boolean {
  const t = tel(g, delen);
  let anders = zet(g, som, t.onder, t.open > 0 ? Infinity : t.boven);
  const totaal = g.get(som) ?? { onder: 0, boven: Infinity };
  for (const d of delen) {
    const k = g.get(d) ?? { onder: 0, boven: Infinity };
    const openAnder = k.boven === Infinity ? t.open - 1 : t.open;
    const bovenAnder = k.boven === Infinity ? t.boven : t.boven - k.boven;
    if (!zet(g, d, openAnder > 0 ? 0 : totaal.onder - bovenAnder, totaal.boven - (t.onder - k.onder)))
      continue;
    Object.assign(t, tel(g, delen));
    anders = true;
  }
  return anders;
}

/**
 * Narrows what is known of every count by walking along the sums until nothing changes: what follows without
 * solving anything. Whole numbers stay whole. Never wider than before and never narrower than the truth allows.
 */
export function vernauw(s: Aanvalsstof): Aanvalsstof {
  const g: Grenzen = new Map(s.kennis.map(k => [k.naam, { onder: k.onder, boven: k.boven }]));
  for (let ronde = 0; ronde < RONDEN; ronde++) {
    let anders = false;
    for (const o of s.optellingen) anders = langs(g, o) || anders;
    if (!anders) break;
  }
  return {
    kennis: s.kennis.map(k => ({ naam: k.naam, ...(g.get(k.naam) ?? k) })),
    optellingen: s.optellingen,
  };
}

/**
 * The part of what is known that has to do with one count: the sums that reach it through counts that are not yet
 * certain. What is certain is a wall, and what lies behind it says nothing more.
 */
export function rondom(s: Aanvalsstof, naam: string): Aanvalsstof {
  const kennis = new Map(s.kennis.map(k => [k.naam, k]));
  const zeker = (n: string): boolean => kennis.get(n)?.onder === kennis.get(n)?.boven;
  const perTelling = new Map<string, Optelling[]>();
  for (const o of s.optellingen)
    for (const n of [o.som, ...o.delen]) perTelling.set(n, [...(perTelling.get(n) ?? []), o]);
  const sommen = new Set<Optelling>();
  const rij = [naam];
  const gezien = new Set(rij);
  while (rij.length > 0) {
    for (const o of perTelling.get(rij.pop() ?? '') ?? []) {
      sommen.add(o);
      for (const n of [o.som, ...o.delen])
        if (!gezien.has(n)) {
          gezien.add(n);
          if (!zeker(n)) rij.push(n);
        }
    }
  }
  return { kennis: s.kennis.filter(k => gezien.has(k.naam)), optellingen: [...sommen] };
}
