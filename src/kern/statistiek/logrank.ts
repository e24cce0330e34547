import { eindigeUitkomst } from './argumenten.ts';
import { chiKwadraatVerdeling } from './chikwadraat.ts';
import {
  eindenVan,
  eisVolgtijden,
  omvang,
  type Risicorij,
  risicotabel,
  type Volgtijd,
} from './risicotabel.ts';

/** What the test found for one group. */
export interface Logrankgroep {
  readonly aantal: number;
  readonly waargenomen: number;
  /** Events that the group would have had if all groups ended at one pace. */
  readonly verwacht: number;
}

export interface Logranktoets {
  readonly chiKwadraat: number;
  readonly vrijheidsgraden: number;
  readonly p: number;
  readonly groepen: readonly Logrankgroep[];
}

const MEESTE_GROEPEN = 50;

function eisGroepen(groepen: readonly (readonly Volgtijd[])[]): void {
  if (!Array.isArray(groepen)) throw new TypeError('groepen must be an array');
  if (groepen.length < 2 || groepen.length > MEESTE_GROEPEN)
    throw new RangeError(`groepen must hold 2 to ${MEESTE_GROEPEN} groups`);
  groepen.forEach((g, i) => {
    eisVolgtijden(`groepen[${i}]`, g);
  });
}

/** Adds one time to the expected events and their covariance: hypergeometric, given who was at risk. */
function telTijd(risico: readonly number[], rij: Risicorij, verwacht: number[], v: number[][]): void {
  const d = eindenVan(rij);
  const n = rij.risico;
  const spreiding = n === 1 ? 0 : (d * (n - d)) / (n - 1);
  risico.forEach((ri, i) => {
    verwacht[i] = (verwacht[i] as number) + (d * ri) / n;
    risico.forEach((rj, j) => {
      const deel = (ri / n) * ((i === j ? 1 : 0) - rj / n);
      (v[i] as number[])[j] = ((v[i] as number[])[j] as number) + spreiding * deel;
    });
  });
}

/** x' V^-1 x by elimination; V is symmetric and positive definite once a group is left out. */
function kwadraatvorm(v: readonly (readonly number[])[], x: readonly number[]): number {
  const m = v.map((rij, i) => [...rij, x[i] as number]);
  let som = 0;
  m.forEach((rij, k) => {
    const spil = rij[k] as number;
    const rechts = rij[x.length] as number;
    som += (rechts * rechts) / spil;
    for (const onder of m.slice(k + 1)) {
      const factor = (onder[k] as number) / spil;
      rij.forEach((w, j) => {
        onder[j] = (onder[j] as number) - factor * w;
      });
    }
  });
  return eindigeUitkomst('chiKwadraat', som);
}

/**
 * Log-rank test: do groups end at the same pace? Every cause other than 0 is the event.
 *
 * Reference: N. Mantel, Cancer Chemotherapy Reports 50 (1966) 163-170; R `survdiff(Surv(time, status) ~ group)`.
 * Assumes as `kaplanMeier` in every group, and sees curves that cross badly. A group in which nothing could be expected
 * (everybody left before the first event) does not count as one.
 * @param groepen two or more lists
 * @throws TypeError, RangeError when a list is out of range, or when fewer than two groups could have an event.
 */
export function logrankToets(groepen: readonly (readonly Volgtijd[])[]): Logranktoets {
  eisGroepen(groepen);
  const k = groepen.length;
  const risico = groepen.map(omvang);
  const weg = groepen.map(g => new Map(risicotabel(g).map(r => [r.tijd, r])));
  const verwacht = new Array<number>(k).fill(0);
  const v = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (const rij of risicotabel(groepen.flat())) {
    telTijd(risico, rij, verwacht, v);
    weg.forEach((tabel, i) => {
      const hier = tabel.get(rij.tijd)?.perOorzaak ?? [];
      risico[i] = (risico[i] as number) - hier.reduce((a, b) => a + b, 0);
    });
  }
  const waargenomen = groepen.map(g => omvang(g.filter(x => x.oorzaak !== 0)));
  const meetellend = verwacht.flatMap((e, i) => (e > 0 ? [i] : []));
  if (meetellend.length < 2) throw new RangeError('groepen must hold two groups in which events could occur');
  const vrij = meetellend.slice(0, -1);
  const chiKwadraat = kwadraatvorm(
    vrij.map(i => vrij.map(j => v[i]?.[j] as number)),
    vrij.map(i => (waargenomen[i] as number) - (verwacht[i] as number)),
  );
  return {
    chiKwadraat,
    vrijheidsgraden: vrij.length,
    p: chiKwadraatVerdeling(chiKwadraat, vrij.length).boven,
    groepen: groepen.map((g, i) => ({
      aantal: omvang(g),
      waargenomen: waargenomen[i] as number,
      verwacht: verwacht[i] as number,
    })),
  };
}
