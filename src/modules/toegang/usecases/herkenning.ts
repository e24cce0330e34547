import { findMetRollen } from '../db/personen.ts';
import type { Lidmaatschap } from '../domain/rollen.ts';
import {
  moetAanraken,
  type Sessie,
  type Sessieduur,
  type Sessieeinde,
  sessieduurVoor,
  sessieeinde,
  sessieGeldt,
} from '../domain/sessie.ts';
import { als, type Diensten, persoon } from './diensten.ts';

export interface Herkend {
  persoonId: string;
  naam: string;
  lidmaatschappen: Lidmaatschap[];
}

/** What the cookie of a request came to. */
export interface Bezoeker {
  /** The session, when it holds; it says nothing about access: see `Sessie.sterk`. */
  sessie: Sessie | null;
  /** The active person of a strong session that holds, with what he may do today; null: the public. */
  wie: Herkend | null;
  /** When that session ends; null for the public. */
  einde: Sessieeinde | null;
  /** The session, when it has run out. */
  verlopen: Sessie | null;
}

const NIEMAND: Bezoeker = { sessie: null, wie: null, einde: null, verlopen: null };

const vindPersoon = (d: Diensten, id: string) => als(d, persoon(id), tx => findMetRollen(tx, d.kluis, id));

/** How long a session of this person lasts, by the roles that he has today. */
export async function duurVoor(d: Diensten, persoonId: string): Promise<Sessieduur> {
  const gevonden = await vindPersoon(d, persoonId);
  return sessieduurVoor((gevonden?.lidmaatschappen ?? []).map(l => l.rol));
}

/**
 * Who a cookie header is from: signed by us, in the database and within the limits of his roles. A session that
 * is over its limit is marked in the database as run out, and never holds again.
 */
export async function herkenBezoeker(d: Diensten, cookie: string | undefined): Promise<Bezoeker> {
  const token = d.kern.sessieToken(cookie);
  const sessie = token ? await d.sessies.findOpToken(token) : null;
  if (!sessie) return NIEMAND;
  const nu = d.klok.nu();
  const gevonden = await vindPersoon(d, sessie.persoonId);
  const duur = sessieduurVoor((gevonden?.lidmaatschappen ?? []).map(l => l.rol));
  if (!sessieGeldt(sessie, nu, duur)) {
    if (!sessie.verlopen) await d.sessies.laatVerlopen(sessie.id, nu);
    return { ...NIEMAND, verlopen: sessie };
  }
  const raakt = moetAanraken(sessie, nu);
  if (raakt) await d.sessies.raakAan(sessie.id, nu);
  const wie = sessie.sterk && gevonden ? { persoonId: sessie.persoonId, ...gevonden } : null;
  const einde = wie ? sessieeinde(raakt ? { ...sessie, gezien: nu } : sessie, duur) : null;
  return { sessie, wie, einde, verlopen: null };
}

/** The session that a cookie header bears, when it holds; else null. */
export async function leesSessie(d: Diensten, cookie: string | undefined): Promise<Sessie | null> {
  return (await herkenBezoeker(d, cookie)).sessie;
}
