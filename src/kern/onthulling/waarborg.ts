import { type Aanvalsstof, type Bereik, isBeschermd, valAan } from './aanval.ts';
import type { Tabellen } from './tabellen.ts';
import type { Oplosser } from './vraagstuk.ts';

/** What an attacker makes of one count that must be protected. */
export interface Waarborgregel {
  readonly naam: string;
  readonly bereik: Bereik;
  readonly beschermd: boolean;
}

/**
 * What was found about every count that must be protected. Only `veilig` may be published; everything that was not
 * proved, a solver that ran out of time and two solvers that differ are `onbekend`.
 */
export type Waarborg =
  | {
      readonly soort: 'veilig' | 'onveilig';
      readonly drempel: number;
      readonly regels: readonly Waarborgregel[];
    }
  | { readonly soort: 'onbekend'; readonly naam: string; readonly waarom: string };

/** Counts that point at few people: from 1 up to the threshold (Handbook on SDC, section 5.2). */
export const teBeschermen = (t: Tabellen, drempel: number): string[] =>
  t.tellingen.filter(x => x.waarde > 0 && x.waarde < drempel).map(x => x.naam);

const gelijk = (a: Bereik, b: Bereik): boolean => a.onder === b.onder && a.boven === b.boven;

/**
 * Attacks every count that must be protected with all that a reader has, by two solvers that must agree. `geheel`: the
 * attacker uses that counts are whole; that is the certificate, and takes longer.
 */
export async function waarborg(
  t: Tabellen,
  stof: Aanvalsstof,
  drempel: number,
  oplossers: readonly [Oplosser, Oplosser],
  geheel: boolean,
): Promise<Waarborg> {
  const regels: Waarborgregel[] = [];
  for (const naam of teBeschermen(t, drempel)) {
    const [een, twee] = [
      await valAan(stof, naam, oplossers[0], geheel),
      await valAan(stof, naam, oplossers[1], geheel),
    ];
    for (const a of [een, twee]) {
      if (a.soort === 'onbekend') return { soort: 'onbekend', naam, waarom: a.waarom };
      if (a.soort === 'strijdig') return { soort: 'onbekend', naam, waarom: 'what is printed cannot be' };
    }
    if (een.soort !== 'bereik' || twee.soort !== 'bereik') continue;
    if (!gelijk(een.bereik, twee.bereik)) return { soort: 'onbekend', naam, waarom: 'two solvers differ' };
    regels.push({ naam, bereik: een.bereik, beschermd: isBeschermd(een.bereik, drempel) });
  }
  return { soort: regels.every(r => r.beschermd) ? 'veilig' : 'onveilig', drempel, regels };
}
