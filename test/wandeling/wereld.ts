import { Client } from 'pg';
import { inject } from 'vitest';
import { GOED_WACHTWOORD } from '#modules/toegang/testing/mensen.ts';
import {
  maakDatabase,
  maakPool,
  metClient,
  ROLLEN,
  type Rolcode,
  type Verbinding,
} from '#platform/db/index.ts';
import { alsRol } from '../proef/cluster.ts';
import type { Proef } from '../proef/index.ts';
import { DEMO_WACHTWOORD, type Huis, maakHuis } from '../toegang-matrix/huis.ts';
import type { Vrager } from '../toegang-matrix/wie.ts';
import { Merkboek } from './merken.ts';
import { houdBij, neemWijzigingen, type Wijziging } from './wijzigingen.ts';
import {
  type Gemeente,
  listGemeenten,
  zaaiCijfers,
  zaaiConcepten,
  zaaiElders,
  zaaiMensen,
} from './zaaigoed.ts';

/** Somebody who walks, with what a browser and a memory would hold. */
export interface Wandelaar {
  wie: Vrager;
  adres: string;
  wachtwoord: string;
  /** Ids of the own person and of the own sign-in account; empty for the public. */
  persoon: string;
  account: string;
  /** At the start; signing out and in changes them. */
  koekjes: ReadonlyMap<string, string>;
}

/** The real application on a database of its own, planted with marks, and everybody signed in. */
export interface Wereld {
  app: Huis['app'];
  wandelaars: Wandelaar[];
  boek: Merkboek;
  gemeenten: Gemeente[];
  /** Municipality of each item at the start: 'regio|soort|code' → CBS code. */
  gemeenteVan: ReadonlyMap<string, string>;
  /** Region of each import: id → region. */
  inlezingen: Map<string, string>;
  /** Ids of people and memberships without whom nobody could walk on. */
  onmisbaar: ReadonlySet<string>;
  neem(): Promise<Wijziging[]>;
  /** To plant a fault with: runs as the database's own administrator. */
  query(sql: string): Promise<unknown>;
  /** A quarter of an hour goes by: attempts at signing in are forgotten. */
  laatTijdGaan(): Promise<void>;
  /** Marks everything anew, so that there is always something to find. */
  zaaiOpnieuw(): Promise<void>;
  stop(): Promise<void>;
}

let teller = 0;

/** A migrated database of its own; like maakProef, but it may be made while a test runs. */
async function maakEigenProef(): Promise<{ p: Proef; ruimOp: () => Promise<void> }> {
  const { beheer, wachtwoorden, sjabloon } = inject('cluster');
  const naam = `${sjabloon.replace(/_sjabloon$/, '')}_${process.pid}_w${++teller}`;
  const weg = `drop database if exists "${naam}" with (force)`;
  await metClient(beheer, async c => {
    await c.query(weg);
    await maakDatabase(c, naam, sjabloon);
  });
  const verbinding = (rol: Rolcode): Verbinding => alsRol(beheer, ROLLEN[rol], wachtwoorden[rol] ?? '', naam);
  const [app, aanmelden, taken] = [
    maakPool(verbinding('app'), 8),
    maakPool(verbinding('aanmelden'), 4),
    maakPool(verbinding('taken'), 4),
  ];
  const eigen: Verbinding =
    typeof beheer === 'string'
      ? Object.assign(new URL(beheer), { pathname: `/${naam}` }).toString()
      : { ...beheer, database: naam };
  return {
    p: { naam, app, aanmelden, taken, verbinding, beheer: eigen },
    ruimOp: async () => {
      await Promise.all([app, aanmelden, taken].map(x => x.sluit().catch(() => {})));
      await metClient(beheer, c => c.query(weg)).catch(() => {});
    },
  };
}

/** Who is who in the database: by the token of the session, which the cookie begins with. */
async function vindWandelaar(c: Client, wie: Vrager): Promise<Wandelaar> {
  const koekjes = new Map(
    wie.koekje.split('; ').map(k => [k.slice(0, k.indexOf('=')), k.slice(k.indexOf('=') + 1)]),
  );
  const elders = wie.naam.endsWith('_elders');
  const los = [...koekjes.values()].map(w => decodeURIComponent(w).split('.')[0] ?? '');
  const { rows } = await c.query<{ account: string; persoon: string }>(
    `select s."userId" as account, p.id as persoon from aanmelden.session s
     join toegang.persoon p on p.aanmeld_id = s."userId" or p.id::text = s."userId" where s.token = any ($1)`,
    [los],
  );
  const gevonden = rows[0];
  if (wie.rol !== null && !gevonden) throw new Error(`geen sessie van ${wie.naam}`);
  return {
    wie,
    adres: elders ? `${wie.rol}.elders@voorbeeld.invalid` : `${wie.rol ?? 'niemand'}@voorbeeld.invalid`,
    wachtwoord: elders ? GOED_WACHTWOORD : DEMO_WACHTWOORD,
    persoon: gevonden?.persoon ?? '',
    account: gevonden?.account ?? '',
    koekjes,
  };
}

/** The tokens of everybody: for nobody else, and never in the text of a page. */
function merkGeheimen(boek: Merkboek, wandelaars: readonly Wandelaar[]): void {
  for (const { wie, koekjes } of wandelaars) {
    const eigen = (naam: string) => ({
      naam: `${naam} van ${wie.naam}`,
      wie: (v: Vrager) => v.naam === wie.naam,
      sleutel: null,
      door: null,
    });
    boek.geheim(wie.token, eigen('formulierbewijs'));
    for (const waarde of koekjes.values())
      boek.geheim(decodeURIComponent(waarde).split('.')[0] ?? '', eigen('sessie'));
  }
}

async function leesKaarten(c: Client) {
  const items = await c.query<{ sleutel: string; gemeente: string }>(
    `select regio || '|' || soort || '|' || code as sleutel, gemeente from programma.onderdeel
     where gemeente is not null`,
  );
  const inlezingen = await c.query<{ id: string; regio: string }>('select id, regio from datalab.inlezing');
  const leden = await c.query<{ id: string; persoon: string }>(
    'select id, persoon_id as persoon from toegang.lidmaatschap',
  );
  return {
    gemeenteVan: new Map(items.rows.map(r => [r.sleutel, r.gemeente])),
    inlezingen: new Map(inlezingen.rows.map(r => [r.id, r.regio])),
    leden: leden.rows,
  };
}

/** Builds it all; some four seconds. */
export async function bouwWereld(): Promise<Wereld> {
  const { p, ruimOp } = await maakEigenProef();
  const huis = await maakHuis(p);
  const c = new Client(typeof p.beheer === 'string' ? { connectionString: p.beheer } : p.beheer);
  await c.connect();
  const boek = new Merkboek();
  const gemeenten = await listGemeenten(c);
  await zaaiConcepten(c, boek);
  await zaaiCijfers(c, boek, gemeenten);
  const wandelaars: Wandelaar[] = [];
  for (const v of huis.vragers) wandelaars.push(await vindWandelaar(c, v));
  const mensen = new Set(wandelaars.map(w => w.persoon).filter(id => id !== ''));
  await zaaiMensen(huis.kamer, boek, [...new Set(gemeenten.map(g => g.regio))]);
  zaaiElders(boek, huis.vragers);
  merkGeheimen(boek, wandelaars);
  const { leden, ...kaarten } = await leesKaarten(c);
  const eigenLeden = leden.filter(l => mensen.has(l.persoon)).map(l => l.id);
  await houdBij(c);
  return {
    app: huis.app,
    wandelaars,
    boek,
    gemeenten,
    ...kaarten,
    onmisbaar: new Set([...mensen, ...eigenLeden]),
    neem: () => neemWijzigingen(c),
    query: tekst => c.query(tekst),
    laatTijdGaan: async () => void (await c.query('delete from aanmelden.rem')),
    zaaiOpnieuw: async () => {
      await zaaiConcepten(c, boek);
      await c.query('delete from wandeling.wijziging');
    },
    stop: async () => {
      await huis.stop();
      await c.end();
      await ruimOp();
    },
  };
}
