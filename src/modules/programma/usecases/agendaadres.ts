import { createHash, randomBytes } from 'node:crypto';
import { gelukt, geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { Lidmaatschap } from '#modules/toegang/index.ts';
import { type Databank, metActor } from '#platform/db/index.ts';
import {
  type Agendaadres,
  findAgendaadres,
  houdtRol,
  listAgendaadressen,
  trekAgendaadresIn,
  vervangAgendaadres,
} from '../db/agendaadres.ts';
import { AGENDAROLLEN, type Agendalezer, type Agendarol } from '../domain/agendafeed.ts';
import { gemeenten, type Programma } from '../domain/programma.ts';
import type { Doen } from './doen.ts';
import { findProgramma } from './lees.ts';

const afdrukVan = (geheim: string): string => createHash('sha256').update(geheim).digest('hex');

export type Agendakeuze = Pick<Lidmaatschap, 'rol' | 'gemeente'> & { regio: string };

/** The memberships with which someone may subscribe. */
export function agendakeuzen(lidmaatschappen: readonly Lidmaatschap[]): (Agendakeuze & { rol: Agendarol })[] {
  return lidmaatschappen.flatMap(({ rol, regio, gemeente }) =>
    regio !== null && (AGENDAROLLEN as readonly string[]).includes(rol)
      ? [{ rol: rol as Agendarol, regio, gemeente }]
      : [],
  );
}

/**
 * Makes a secret address for one of the actor's own roles. The secret (256 random bits) is given here once and is
 * nowhere kept; an address that existed for the same role stops working.
 */
export function maakAgendaadres(d: Doen, keuze: Agendakeuze): Promise<Result<{ geheim: string }, Weigering>> {
  const { actor } = d;
  const eigen = agendakeuzen(d.lidmaatschappen).find(
    k => k.rol === keuze.rol && k.regio === keuze.regio && k.gemeente === keuze.gemeente,
  );
  if (actor.soort !== 'persoon' || !eigen) return Promise.resolve(geweigerd(nietGevonden()));
  const geheim = randomBytes(32).toString('base64url');
  return metActor(d.db, actor, d.vandaag, async tx => {
    await vervangAgendaadres(tx, { ...eigen, persoonId: actor.id, afdruk: afdrukVan(geheim), nu: d.nu });
    return gelukt({ geheim });
  });
}

/** Makes an own address stop working. */
export function trekIn(d: Doen, id: string): Promise<Result<null, Weigering>> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return Promise.resolve(geweigerd(nietGevonden()));
  return metActor(d.db, d.actor, d.vandaag, async tx =>
    (await trekAgendaadresIn(tx, id, d.nu)) ? gelukt(null) : geweigerd(nietGevonden()),
  );
}

/** The actor's own addresses that work. */
export function listEigenAdressen(d: Doen): Promise<Agendaadres[]> {
  return metActor(d.db, d.actor, d.vandaag, listAgendaadressen);
}

/** A programme as the owner of an address may see it today. */
export interface Agendalezing {
  p: Programma;
  lezer: Agendalezer;
}

/**
 * What is behind a secret address: published content, for a project leader the working version. Null when the
 * address never existed, was revoked, or its owner no longer holds the role: these look the same.
 */
export async function findAgenda(
  db: Databank,
  vandaag: Temporal.PlainDate,
  geheim: string,
): Promise<Agendalezing | null> {
  const zoeker = { soort: 'stelsel', taak: 'agendaadres' } as const;
  const adres = await metActor(db, zoeker, vandaag, tx => findAgendaadres(tx, afdrukVan(geheim)));
  if (!adres) return null;
  const eigenaar = { soort: 'persoon', id: adres.persoonId } as const;
  return metActor(db, eigenaar, vandaag, async tx => {
    if (!(await houdtRol(tx, adres))) return null;
    const p = await findProgramma(tx, adres.regio, adres.rol === 'projectleider' ? 'werk' : 'openbaar');
    if (!p) return null;
    const gemeente = gemeenten(p).find(g => g.code === adres.gemeente)?.naam ?? null;
    return { p, lezer: { rol: adres.rol as Agendarol, gemeente } };
  });
}
