import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Instellingen } from '#platform/config/index.ts';
import {
  afgeslotenOuder,
  GEDEELD,
  type IngebedeServer,
  leesGebruiker,
  maakPool,
  metClient,
  migreer,
  neemMapslot,
  ongeschikteRol,
  type Pool,
  StartFout,
  startIngebed,
  type Verbinding,
} from '#platform/db/index.ts';

export interface Databanken {
  app: Pool;
  aanmelden: Pool;
  taken: Verbinding;
  /** Was there anything before this start? */
  nieuw: boolean;
  demo: boolean;
  ingebed: IngebedeServer | null;
  sluit(): Promise<void>;
}

type Meld = (tekst: string) => void;

/**
 * Opens the database of this installation: the embedded one, or an outside PostgreSQL. Migrates, refuses an
 * unfit role, a demo database in production and a second application on the same embedded folder.
 */
export async function openDatabanken(
  i: Instellingen,
  wijze: 'start' | 'serve',
  meld: Meld,
): Promise<Databanken> {
  return i.databaseUrl ? openBuiten(i, wijze, meld) : openIngebed(i, wijze, meld);
}

/**
 * The folder of the embedded database: the setting, else `data` in the project. As root, with a project folder
 * that is closed to the database's system user, the default gives way to a shared folder.
 */
export function dataMap(i: Pick<Instellingen, 'data' | 'dataGekozen'>): string {
  if (i.dataGekozen || !leesGebruiker() || !afgeslotenOuder(i.data)) return i.data;
  return path.join(GEDEELD, createHash('sha256').update(i.data).digest('hex').slice(0, 12), 'data');
}

async function openIngebed(i: Instellingen, wijze: 'start' | 'serve', meld: Meld): Promise<Databanken> {
  const map = dataMap(i);
  if (map !== i.data) meld(`De projectmap is dicht voor de database; gegevens staan in ${map}.`);
  const leeg = !existsSync(path.join(map, 'lange-adem.json'));
  if (leeg) meld('Database maken …');
  const server = await startIngebed(map);
  if (server.overgenomen) meld('Draaiende database van een vorige keer overgenomen.');
  const slot = await neemMapslot(server.verbinding('app'));
  if (!slot) {
    throw new StartFout(`Lange Adem draait al op de map ${map}; stop die eerst of kies een andere LA_DATA.`);
  }
  const sluit = async (d?: Databanken) => {
    await d?.sluit();
    await slot.laatLos();
    await server.stop();
  };
  try {
    const d = await maakGereed(i, wijze, server.verbinding('eigenaar'), {
      app: server.verbinding('app'),
      aanmelden: server.verbinding('aanmelden'),
      taken: server.verbinding('taken'),
    });
    return { ...d, ingebed: server, sluit: () => sluit(d) };
  } catch (e) {
    await sluit();
    throw e;
  }
}

async function openBuiten(i: Instellingen, wijze: 'start' | 'serve', meld: Meld): Promise<Databanken> {
  const app = i.databaseUrl as string;
  try {
    await metClient(app, c => c.query('select 1'));
  } catch (e) {
    throw new StartFout(
      `DATABASE_URL: de database is niet te bereiken (${(e as { code?: string }).code ?? 'onbekend'}).`,
    );
  }
  const reden = await ongeschikteRol(app);
  if (reden) throw new StartFout(reden);
  if (!i.eigenaarUrl) meld('LA_EIGENAAR_URL ontbreekt: er wordt niet gemigreerd.');
  return maakGereed(i, wijze, i.eigenaarUrl, {
    app,
    aanmelden: i.aanmeldenUrl ?? andereRol(app, 'la_aanmelden'),
    taken: i.takenUrl ?? andereRol(app, 'la_taken'),
  });
}

/** The same database with another role, for installations where the roles share a way in without password. */
function andereRol(url: string, rol: string): string {
  const u = new URL(url);
  u.username = rol;
  return u.toString();
}

interface Wegen {
  app: Verbinding;
  aanmelden: Verbinding;
  taken: Verbinding;
}

async function maakGereed(
  i: Instellingen,
  wijze: 'start' | 'serve',
  eigenaar: Verbinding | null,
  wegen: Wegen,
): Promise<Databanken> {
  // Before anything is changed: a database that this start refuses is left as it was.
  const demo = bepaalDemo(i, wijze, await leesMerk(wegen.app));
  const nieuw = eigenaar ? (await migreer(eigenaar)).some(n => n.startsWith('0001')) : false;
  const reden = await ongeschikteRol(wegen.app);
  if (reden) throw new StartFout(reden);
  if (eigenaar) await zetMerk(eigenaar, demo);
  const app = maakPool(wegen.app, 20);
  const aanmelden = maakPool(wegen.aanmelden, 5);
  return {
    app,
    aanmelden,
    taken: wegen.taken,
    nieuw,
    demo,
    ingebed: null,
    sluit: async () => {
      await Promise.all([app.sluit(), aanmelden.sluit()]);
    },
  };
}

/** The mark that says whether this database is a demonstration; null before its first start was finished. */
function leesMerk(app: Verbinding): Promise<string | null> {
  return metClient(app, async c => {
    const { rows } = await c.query<{ er: boolean }>("select to_regclass('stelsel.kenmerk') is not null er");
    if (!rows[0]?.er) return null;
    const r = await c.query<{ waarde: string }>("select waarde from stelsel.kenmerk where sleutel = 'demo'");
    return r.rows[0]?.waarde ?? null;
  });
}

/** Sets the mark once; it is indelible, so whatever stands there stays. */
async function zetMerk(eigenaar: Verbinding, demo: boolean): Promise<void> {
  await metClient(eigenaar, c =>
    c.query("insert into stelsel.kenmerk (sleutel, waarde) values ('demo', $1) on conflict do nothing", [
      demo ? 'ja' : 'nee',
    ]),
  );
}

/** A demo is marked at its first start and stays a demo; what is not marked so never becomes one. */
function bepaalDemo(i: Instellingen, wijze: 'start' | 'serve', merk: string | null): boolean {
  if (wijze === 'serve') {
    if (merk !== 'ja' && !i.demo) return false;
    throw new StartFout(
      'Dit is een demonstratiedatabase; npm run serve weigert die. Gebruik een eigen, lege database.',
    );
  }
  if (merk === null) return i.demo ?? i.databaseUrl === null;
  if (i.demo === null || i.demo === (merk === 'ja')) return merk === 'ja';
  throw new StartFout(
    `LA_DEMO=${i.demo ? 1 : 0} past niet bij deze database, die ${merk === 'ja' ? 'wel' : 'geen'} demonstratie is; dat merk is onuitwisbaar.`,
  );
}
