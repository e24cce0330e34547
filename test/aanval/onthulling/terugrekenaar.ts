// An attacker of published tables, written apart from what protects them: it reads numbers off pages and files, writes
// down every sum that it can think of, and asks a solver of its own (branch and bound, no code shared with the protector)
// how far each count can be from the print. It knows the rule of rounding, as every reader does.
import { type Constraint, type Model, solve } from 'yalps';

/** What is read off one surface: a place, a period, and the number that stands there; null: left out. */
export interface Gelezen {
  readonly plaats: string;
  readonly periode: string;
  readonly getal: number | null;
  readonly hoe:
    | { readonly soort: 'precies' }
    | { readonly soort: 'gerond'; readonly basis: number; readonly ruim: boolean };
}

export interface Som {
  readonly geheel: string;
  readonly delen: readonly string[];
}

export const veld = (plaats: string, periode: string): string => `${plaats}@${periode}`;

/** The range that the print of a number leaves, from the rule as readers are told it. */
function ruimteVan(g: Gelezen): [number, number] {
  if (g.getal === null) return [0, 100_000];
  if (g.hoe.soort === 'precies') return [g.getal, g.getal];
  const schuif = (g.hoe.ruim ? 2 : 1) * g.hoe.basis - 1;
  if (g.hoe.ruim) return [Math.max(0, g.getal - schuif), g.getal + schuif];
  return g.getal === 0 ? [0, 0] : [Math.max(1, g.getal - schuif), g.getal + schuif];
}

/** All that was read, from any number of releases and surfaces, and the sums over it. */
export class Terugrekenaar {
  private readonly ruimte = new Map<string, [number, number]>();
  private readonly sommen: Som[] = [];

  lees(lijst: readonly Gelezen[]): this {
    for (const g of lijst) this.weet(veld(g.plaats, g.periode), ...ruimteVan(g));
    return this;
  }

  /** Something that he knows himself, or that another source prints. */
  weet(naam: string, onder: number, boven: number): this {
    const [a, b] = this.ruimte.get(naam) ?? [0, 100_000];
    this.ruimte.set(naam, [Math.max(a, onder), Math.min(b, boven)]);
    return this;
  }

  telOp(...sommen: readonly Som[]): this {
    this.sommen.push(...sommen);
    return this;
  }

  private model(naam: string, richting: 'minimize' | 'maximize'): Model {
    const constraints: Record<string, Constraint> = {};
    const variables: Record<string, Record<string, number>> = {};
    const bij = (n: string) => (variables[n] ??= { doel: n === naam ? 1 : 0, [`eigen ${n}`]: 1 });
    const alle = new Set([...this.ruimte.keys(), ...this.sommen.flatMap(s => [s.geheel, ...s.delen])]);
    for (const n of alle) {
      bij(n);
      const [onder, boven] = this.ruimte.get(n) ?? [0, 100_000];
      constraints[`eigen ${n}`] = { min: onder, max: boven };
    }
    for (const [i, s] of this.sommen.entries()) {
      constraints[`som ${i}`] = { equal: 0 };
      bij(s.geheel)[`som ${i}`] = -1;
      for (const d of s.delen) bij(d)[`som ${i}`] = (bij(d)[`som ${i}`] ?? 0) + 1;
    }
    return { direction: richting, objective: 'doel', constraints, variables, integers: [...alle] };
  }

  /** Between what a count can be pinned down, in whole numbers. @throws when the print cannot be, or time runs out. */
  reken(naam: string): [number, number] {
    const uit = (['minimize', 'maximize'] as const).map(richting => {
      const u = solve(this.model(naam, richting), { tolerance: 0, timeout: 20_000 });
      if (u.status !== 'optimal') throw new Error(`${naam}: ${u.status}`);
      return Math.round(u.result);
    });
    return [uit[0] ?? Number.NaN, uit[1] ?? Number.NaN];
  }
}

/** What was promised of a small count: it can be the threshold, and it is at least that uncertain. */
export const isOpen = ([onder, boven]: readonly [number, number], drempel: number): boolean =>
  boven >= drempel && boven - onder >= drempel;
