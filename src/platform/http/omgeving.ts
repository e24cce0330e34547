import type { Context, Hono } from 'hono';
import type { Instellingen } from '#platform/config/index.ts';
import type { Actor, Databank } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { NavItem, Taal } from '#platform/ui/index.ts';

/** The signed-in account as the layout needs it; the room of access knows the rest. */
export interface Gebruiker {
  id: string;
  naam: string;
  rol: string;
}

/** When the reader will be signed out: after so many minutes of silence, and in any case; warned for in minutes before. */
export interface Einde {
  stil: number;
  stilTot: Temporal.Instant;
  hoogstensTot: Temporal.Instant;
  waarschuw: number;
}

/** Who a request is from, as told by the room of access. */
export interface Herkenning {
  actor: Actor;
  gebruiker: Gebruiker | null;
  /** What the forgery token is bound to: the session, or an anonymous visit. */
  sessie: string;
  /** What the room of access wants to keep with the request (memberships); opaque here. */
  toegang: unknown;
  /** Absent for the public. */
  einde?: Einde;
}

/** What every request carries. */
export interface Variabelen {
  id: string;
  taal: Taal;
  actor: Actor;
  gebruiker: Gebruiker | null;
  sessie: string;
  csrf: string;
  toegang: unknown;
  einde: Einde | null;
  vandaag: Temporal.PlainDate;
  nu: Temporal.Instant;
  diensten: HttpDiensten;
}

/** What pages need of the platform. */
export interface HttpDiensten {
  db: Databank;
  klok: Klok;
  log: Log;
  instellingen: Instellingen;
  demo: boolean;
  stijlPad: string;
  scriptPad: string;
  /** Entries of the bar on top for this reader. */
  navigatie(c: Ctx): NavItem[];
}

export type Omgeving = { Variables: Variabelen };
export type Ctx = Context<Omgeving>;
export type App = Hono<Omgeving>;
