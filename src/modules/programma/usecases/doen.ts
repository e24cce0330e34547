import { heeftRol, type Lidmaatschap, type Rol } from '#modules/toegang/index.ts';
import { type Actor, actorTekst, type Databank } from '#platform/db/index.ts';
import type { Vastlegging } from '../db/repository.ts';
import { SOORTEN } from '../domain/soorten.ts';
import type { Soortcode } from '../domain/veld.ts';

/** Who does something, when, with which rights. Every use case of this room takes one. */
export interface Doen {
  db: Databank;
  actor: Actor;
  lidmaatschappen: readonly Lidmaatschap[];
  vandaag: Temporal.PlainDate;
  nu: Temporal.Instant;
}

/** May this reader see the working version of the region? The same question as policy `werken`. */
export function magWerken(lidmaatschappen: readonly Lidmaatschap[], regio: string): boolean {
  return heeftRol(lidmaatschappen, ['projectleider', 'beleidsmedewerker', 'datalab_analist', 'lezer'], {
    regio,
  });
}

/**
 * May this reader write this item? The project leader edits the region; a municipality's adviser edits that
 * municipality's answers, status and results only. The same rule as SQL `programma.mag_wijzigen`.
 */
export function magWijzigen(
  lidmaatschappen: readonly Lidmaatschap[],
  regio: string,
  soort: Soortcode,
  gemeente: string | null,
): boolean {
  if (heeftRol(lidmaatschappen, ['projectleider'], { regio })) return true;
  if (!SOORTEN[soort].doorGemeente || gemeente === null) return false;
  return lidmaatschappen.some(
    l => l.rol === 'beleidsmedewerker' && l.regio === regio && l.gemeente === gemeente,
  );
}

/** The role in which this act is done, for the history. */
function rolVoor(lidmaatschappen: readonly Lidmaatschap[], regio: string): Rol | null {
  const volgorde: Rol[] = ['projectleider', 'beleidsmedewerker'];
  return volgorde.find(rol => heeftRol(lidmaatschappen, [rol], { regio })) ?? null;
}

export function vastlegging(d: Doen, regio: string, reden: string | null): Vastlegging {
  return {
    nu: d.nu,
    vandaag: d.vandaag,
    door: actorTekst(d.actor),
    doorRol: rolVoor(d.lidmaatschappen, regio),
    reden,
  };
}
