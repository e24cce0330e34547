import { solve } from 'yalps';
import type { Uitkomst, Vraagstuk } from '#kern/onthulling/index.ts';

type Grens = { equal?: number; min?: number; max?: number };

/**
 * Solves by yalps, which shares no code with the other solver: what both say of a certificate counts. Every lower bound
 * must be finite; a variable is shifted by it, because this solver starts at zero.
 */
export async function losOpMetYalps(p: Vraagstuk, seconden = 60): Promise<Uitkomst> {
  const constraints: Record<string, Grens> = {};
  const variables: Record<string, Record<string, number>> = {};
  const onder = new Map(p.veranderlijken.map(v => [v.naam, v.onder]));
  const verschoven = (termen: Readonly<Record<string, number>>) =>
    Object.entries(termen).reduce((n, [naam, w]) => n + w * (onder.get(naam) ?? Number.NaN), 0);
  for (const v of p.veranderlijken) {
    if (!Number.isFinite(v.onder)) throw new RangeError(`${v.naam} has no lower bound`);
    variables[v.naam] = { doel: p.doel[v.naam] ?? 0 };
    if (v.boven !== Infinity) {
      constraints[`b_${v.naam}`] = { max: v.boven - v.onder };
      (variables[v.naam] ?? {})[`b_${v.naam}`] = 1;
    }
  }
  for (const [i, e] of p.eisen.entries()) {
    const rechts = e.rechts - verschoven(e.termen);
    constraints[`e_${i}`] =
      e.soort === '=' ? { equal: rechts } : e.soort === '<=' ? { max: rechts } : { min: rechts };
    for (const [naam, w] of Object.entries(e.termen)) {
      const kolom = variables[naam];
      if (!kolom) throw new RangeError(`the program has no variable ${naam}`);
      kolom[`e_${i}`] = w;
    }
  }
  const u = solve(
    {
      direction: p.richting === 'min' ? 'minimize' : 'maximize',
      objective: 'doel',
      constraints,
      variables,
      integers: p.veranderlijken.filter(v => v.geheel).map(v => v.naam),
    },
    { timeout: seconden * 1000, tolerance: 0, includeZeroVariables: true },
  );
  if (u.status === 'infeasible') return { soort: 'onmogelijk' };
  if (u.status === 'unbounded') return { soort: 'onbegrensd' };
  if (u.status !== 'optimal') return { soort: 'onbekend', waarom: `solver status ${u.status}` };
  const bij = new Map(u.variables.map(([naam, w]) => [naam, w + (onder.get(naam) ?? 0)]));
  return { soort: 'optimaal', waarde: u.result + verschoven(p.doel), bij };
}
