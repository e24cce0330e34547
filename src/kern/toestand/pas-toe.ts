import {
  gelukt,
  geweigerd,
  nietGevonden,
  nietToegestaneOvergang,
  ongeldig,
  type Result,
  type Weigering,
} from '../resultaat/index.ts';
import { handelingenVanuit, type Overgangstabel, type Tabelregel, tabelregels } from './tabel.ts';
import { VERPLICHT_VELD } from './teksten.ts';

export interface Handelingsinvoer<Rol extends string, Veld extends string> {
  /** The roles of the person who acts, for this thing. */
  readonly rollen: readonly Rol[];
  readonly velden?: Readonly<Partial<Record<Veld, string>>>;
}

export type Overgangsweigering = Weigering<'niet_gevonden' | 'niet_toegestaan_overgang' | 'ongeldig'>;

const magDoor = (door: readonly string[], rollen: readonly string[]) =>
  door.some(rol => rollen.includes(rol));

/** The acts that someone with these roles may do from this state, in the order of the table: the buttons. */
export function toegestaneHandelingen<T extends string, H extends string, R extends string, V extends string>(
  tabel: Overgangstabel<T, H, R, V>,
  toestand: NoInfer<T>,
  rollen: readonly NoInfer<R>[],
): H[] {
  return handelingenVanuit(tabel, toestand)
    .filter(({ door }) => magDoor(door, rollen))
    .map(({ handeling }) => handeling);
}

/**
 * Decides whether an act may be done now, and gives the row of the table that says so. Refuses with
 *
 * - `niet_gevonden` if these roles may not do the act here, nor anywhere: they learn nothing of the state;
 * - `niet_toegestaan_overgang` if these roles may do the act, but not from this state;
 * - `ongeldig` with every required field that is empty.
 */
export function pasToe<T extends string, H extends string, R extends string, V extends string>(
  tabel: Overgangstabel<T, H, R, V>,
  toestand: NoInfer<T>,
  handeling: NoInfer<H>,
  invoer: Handelingsinvoer<NoInfer<R>, NoInfer<V>>,
): Result<Tabelregel<T, H, R, V>, Overgangsweigering> {
  const regel = handelingenVanuit(tabel, toestand).find(kandidaat => kandidaat.handeling === handeling);
  if (regel === undefined) {
    const magElders = tabelregels(tabel).some(
      ander => ander.handeling === handeling && magDoor(ander.door, invoer.rollen),
    );
    return geweigerd(magElders ? nietToegestaneOvergang(toestand, handeling) : nietGevonden());
  }
  if (!magDoor(regel.door, invoer.rollen)) return geweigerd(nietGevonden());
  const leeg = (regel.vereist ?? []).filter(veld => !invoer.velden?.[veld]?.trim());
  if (leeg.length === 0) return gelukt(regel);
  return geweigerd(ongeldig(Object.fromEntries(leeg.map(veld => [veld, VERPLICHT_VELD]))));
}
