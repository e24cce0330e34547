import { conflict, geweigerd, nietGevonden, type Result } from '#kern/resultaat/index.ts';
import { metActor } from '#platform/db/index.ts';
import { findOnderdeel } from '../db/repository.ts';
import { type Afrondinvoer, jaaragenda, rondActieAf } from '../domain/jaaragenda.ts';
import type { Bewaarweigering } from './bewaar.ts';
import { type Doen, magWijzigen } from './doen.ts';
import { type Gehandeld, schrijfStand } from './handel.ts';
import { findProgramma } from './lees.ts';

/**
 * Decides how an action ends a year: goes on, closed, handed over to regular work, or succeeded. By the project
 * leader, with a reason; only for a year on whose agenda the action stands.
 */
export function rondAf(
  d: Doen,
  w: Afrondinvoer & { regio: string; code: string; versie: number },
): Promise<Result<Gehandeld, Bewaarweigering>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const mag = magWijzigen(d.lidmaatschappen, w.regio, 'actie', null);
    const p = mag ? await findProgramma(tx, w.regio, 'werk') : null;
    const nu = p && (await findOnderdeel(tx, w.regio, 'actie', w.code));
    if (!p || !nu) return geweigerd(nietGevonden());
    const agenda = jaaragenda(p, w.jaar);
    const erop = [...agenda.acties, ...agenda.blijvenLiggen].some(a => a.actie.code === w.code);
    if (!erop) return geweigerd(nietGevonden());
    if (nu.versie !== w.versie) return geweigerd({ ...conflict(nu.versie), nu });
    const na = rondActieAf(nu.inhoud, w);
    if (!na.ok) return na;
    return schrijfStand(tx, d, w.regio, nu, na.waarde, w.toelichting.trim());
  });
}
