import { conflict, gelukt, geweigerd, nietGevonden, ongeldig, type Result } from '#kern/resultaat/index.ts';
import { metActor } from '#platform/db/index.ts';
import { type Concept, findConcept } from '../db/concepten.ts';
import { schrijfVersie } from '../db/repository.ts';
import { SOORTEN } from '../domain/soorten.ts';
import { toetsReden } from '../domain/toets.ts';
import type { Soortcode } from '../domain/veld.ts';
import type { Bewaarweigering } from './bewaar.ts';
import { type Doen, magWijzigen, vastlegging } from './doen.ts';

interface Welk {
  regio: string;
  soort: Soortcode;
  code: string;
  /** Version that the writer saw. */
  versie: number;
  reden: string | null;
}

/** Kinds that stand once in a programme cannot go: without them there is no programme to show. */
export const magVerwijderd = (soort: Soortcode): boolean => SOORTEN[soort].bestand?.enkel !== true;

/**
 * Takes an item out of the working version, with a reason. The public keeps seeing it until that is published;
 * its history stays.
 */
export function verwijderOnderdeel(d: Doen, w: Welk): Promise<Result<Concept, Bewaarweigering>> {
  return zet(d, w, true);
}

/** Puts a removed item back in the working version. */
export function zetTerug(d: Doen, w: Welk): Promise<Result<Concept, Bewaarweigering>> {
  return zet(d, w, false);
}

function zet(d: Doen, w: Welk, verwijderd: boolean): Promise<Result<Concept, Bewaarweigering>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const nu = await findConcept(tx, w.regio, w.soort, w.code);
    if (!nu || !magVerwijderd(w.soort) || !magWijzigen(d.lidmaatschappen, w.regio, w.soort, nu.gemeente))
      return geweigerd(nietGevonden());
    if (verwijderd && !w.reden?.trim())
      return geweigerd({
        ...ongeldig({ reden: 'verplicht' }),
        bevindingen: [{ veld: 'reden', gebrek: { code: 'verplicht' } as const }],
      });
    const bevindingen = toetsReden(w.reden);
    if (bevindingen.length > 0)
      return geweigerd({ ...ongeldig({ reden: 'onbruikbaar_teken' }), bevindingen });
    if (nu.versie !== w.versie || nu.verwijderd === verwijderd) return geweigerd(conflict(nu.versie));
    const wijziging = {
      id: nu.id,
      vanVersie: nu.versie,
      inhoud: nu.inhoud,
      gemeente: nu.gemeente,
      verwijderd,
    };
    if (!(await schrijfVersie(tx, wijziging, vastlegging(d, w.regio, w.reden))))
      return geweigerd(conflict(nu.versie + 1));
    return gelukt({ ...nu, verwijderd, versie: nu.versie + 1 });
  });
}

/**
 * May this person add an item of this kind in the region? An adviser may, for the own municipality; which one
 * it is for is judged when it is saved. Kinds that stand once cannot be added.
 */
export function magToevoegen(
  lidmaatschappen: Doen['lidmaatschappen'],
  regio: string,
  soort: Soortcode,
): boolean {
  if (!magVerwijderd(soort)) return false;
  const eigen = lidmaatschappen.filter(l => l.regio === regio && l.gemeente !== null).map(l => l.gemeente);
  return [null, ...eigen].some(g => magWijzigen(lidmaatschappen, regio, soort, g));
}
