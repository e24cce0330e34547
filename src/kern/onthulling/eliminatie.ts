import { gewicht, type Keuze, type Onderdrukking, type Openhouding } from './onderdrukking.ts';
import type { Optelling } from './tabellen.ts';

/** A prime below 2^26: products stay exact in a double. What follows modulo it follows, but for a chance of about 1e-8. */
const PRIEM = 67_108_859;

const modulo = (x: number): number => ((x % PRIEM) + PRIEM) % PRIEM;

/** The inverse, by Fermat's little theorem. */
function omgekeerde(x: number): number {
  let uit = 1;
  let basis = modulo(x);
  for (let e = PRIEM - 2; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) uit = modulo(uit * basis);
    basis = modulo(basis * basis);
  }
  return uit;
}

type Rij = Map<string, number>;

/** Takes `maal` times a row from another. */
function trekAf(rij: Rij, van: Rij, maal: number): void {
  for (const [naam, w] of van) {
    const nieuw = modulo((rij.get(naam) ?? 0) - modulo(maal * w));
    if (nieuw === 0) rij.delete(naam);
    else rij.set(naam, nieuw);
  }
}

/**
 * The counts that a reader can work out exactly from the sums when these are left out: Gauss and Jordan on the unknown
 * counts; a row that holds one count only tells it.
 */
export function uitTeRekenen(optellingen: readonly Optelling[], weg: ReadonlySet<string>): Set<string> {
  const klaar: [spil: string, rij: Rij][] = [];
  for (const { som, delen } of optellingen) {
    const rij: Rij = new Map();
    if (weg.has(som)) rij.set(som, 1);
    for (const d of delen) if (weg.has(d)) rij.set(d, PRIEM - 1);
    for (const [spil, r] of klaar) {
      const maal = rij.get(spil);
      if (maal) trekAf(rij, r, maal);
    }
    const eerste = rij.entries().next().value;
    if (!eerste) continue;
    const [spil, w] = eerste;
    const deel = omgekeerde(w);
    for (const [naam, x] of rij) rij.set(naam, modulo(x * deel));
    for (const [, r] of klaar) {
      const maal = r.get(spil);
      if (maal) trekAf(r, rij, maal);
    }
    klaar.push([spil, rij]);
  }
  return new Set(klaar.flatMap(([spil, rij]) => (rij.size === 1 ? [spil] : [])));
}

/** The cheapest count to leave out as well: beside one that can be worked out, and large enough to hide it. */
function besteErbij(
  k: Keuze,
  open: ReadonlySet<string>,
  nodig: number,
  af: ReadonlySet<string>,
): string | null {
  const waarde = (n: string): number => k.waarden.get(n) ?? 0;
  const kosten = (n: string): number => gewicht(waarde(n)) + (waarde(n) < nodig ? 1e6 : 0);
  const buren = k.tabellen.optellingen
    .map(o => [o.som, ...o.delen])
    .filter(leden => leden.some(n => open.has(n)))
    .flat()
    .filter(n => !af.has(n) && !k.blijft.has(n));
  return [...new Set(buren)].sort((a, b) => kosten(a) - kosten(b) || (a < b ? -1 : 1))[0] ?? null;
}

/** Per set of counts that somebody knows: what is to be kept open from him. */
function perKenner(k: Keuze): { kent: ReadonlySet<string>; open: Openhouding[] }[] {
  const uit = new Map<string, { kent: ReadonlySet<string>; open: Openhouding[] }>();
  for (const o of k.openhoudingen) {
    if (o.op + o.neer <= 0) continue;
    const sleutel = [...o.kent].sort().join(' ');
    const al = uit.get(sleutel) ?? { kent: o.kent, open: [] };
    al.open.push(o);
    uit.set(sleutel, al);
  }
  return [...uit.values()];
}

/**
 * The fallback where the best choice could not be found: leaves out, one by one, the cheapest count beside one that can
 * still be worked out exactly, until none can, for the outsider and for each who knows counts of his own. It says
 * nothing of how wide a range remains, and more may go than is needed: the audit decides, and the preparer is told.
 * Source: Hundepool and others, Statistical Disclosure Control (2012), section 4.4 (singularity by elimination).
 */
export function onderdrukMetEliminatie(k: Keuze): Onderdrukking {
  const weg = new Set(k.moetWeg);
  const kenners = perKenner(k);
  for (let verder = true; verder; ) {
    verder = false;
    for (const { kent, open } of kenners) {
      const verteld = uitTeRekenen(k.tabellen.optellingen, new Set([...weg].filter(n => !kent.has(n))));
      const o = open.find(x => verteld.has(x.naam));
      if (!o) continue;
      const af = new Set([...weg, ...kent]);
      // Beside the count itself; where nothing there can go, beside another that gives it away.
      const erbij =
        besteErbij(k, new Set([o.naam]), o.op + o.neer, af) ?? besteErbij(k, verteld, o.op + o.neer, af);
      if (erbij === null) return { soort: 'onbekend', waarom: 'nothing more can be left out' };
      weg.add(erbij);
      verder = true;
    }
  }
  const kosten = [...weg].reduce((n, x) => n + gewicht(k.waarden.get(x) ?? 0), 0);
  return { soort: 'onderdrukt', wijze: 'eliminatie', weg, kosten, ondergrens: 0 };
}
