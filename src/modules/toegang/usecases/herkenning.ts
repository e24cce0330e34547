import { findMetRollen } from '../db/personen.ts';
import type { Lidmaatschap } from '../domain/rollen.ts';
import { moetAanraken, SESSIEDUUR, type Sessie, sessieGeldt } from '../domain/sessie.ts';
import { als, type Diensten, persoon } from './diensten.ts';

export interface Herkend {
  persoonId: string;
  naam: string;
  lidmaatschappen: Lidmaatschap[];
}

/**
 * The session that a cookie header bears: signed by us, in the database and within its limits; else null. Says
 * nothing about access: see `Sessie.sterk`.
 */
export async function leesSessie(d: Diensten, cookie: string | undefined): Promise<Sessie | null> {
  const token = d.kern.sessieToken(cookie);
  if (!token) return null;
  const sessie = await d.sessies.findOpToken(token);
  const nu = d.klok.nu();
  if (!sessie || !sessieGeldt(sessie, nu, SESSIEDUUR)) return null;
  if (moetAanraken(sessie, nu)) await d.sessies.raakAan(sessie.id, nu);
  return sessie;
}

/** The active person of a strong session with what he may do today; null otherwise: the public. */
export async function herkenPersoon(d: Diensten, sessie: Sessie | null): Promise<Herkend | null> {
  if (!sessie?.sterk) return null;
  const gevonden = await als(d, persoon(sessie.persoonId), tx =>
    findMetRollen(tx, d.kluis, sessie.persoonId),
  );
  return gevonden ? { persoonId: sessie.persoonId, ...gevonden } : null;
}
