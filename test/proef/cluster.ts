import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { WORTEL } from '#platform/config/wortel.ts';
import {
  afgeslotenOuder,
  maakDatabase,
  maakRollen,
  metClient,
  migreer,
  startIngebed,
  type Verbinding,
} from '#platform/db/index.ts';

/** What each test file gets: how to reach the test cluster as administrator, and per role. */
export interface Cluster {
  beheer: Verbinding;
  wachtwoorden: Record<string, string>;
  sjabloon: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: Cluster;
  }
}

export const SJABLOON = 'proef_sjabloon';
const GEHEIM = { eigenaar: 'proef', app: 'proef', aanmelden: 'proef', taken: 'proef' };

/** One cluster and one migrated template per run; each test file clones the template. */
export default async function opzet(project: TestProject) {
  const buiten = process.env.TEST_DATABASE_URL;
  const gewoon = path.join(WORTEL, '.test', `pg-${process.pid}`);
  // As root in a closed folder the database's system user could not reach it.
  const map = afgeslotenOuder(gewoon) ? path.join(os.tmpdir(), `la-proef-${process.pid}`) : gewoon;
  let stop = async () => {};
  let beheer: Verbinding;
  let sjabloon = SJABLOON;
  if (buiten) {
    const url = new URL(buiten);
    if (!url.pathname.endsWith('_test'))
      throw new Error('TEST_DATABASE_URL moet een database noemen die eindigt op _test.');
    beheer = buiten;
    sjabloon = `${url.pathname.slice(1)}_sjabloon`;
  } else {
    rmSync(map, { recursive: true, force: true });
    const server = await startIngebed(map, { snel: true });
    beheer = server.beheer();
    stop = async () => {
      await server.stop();
      rmSync(map, { recursive: true, force: true });
    };
  }
  await metClient(beheer, async c => {
    await c.query(`drop database if exists "${sjabloon}"`);
    await maakRollen(c, GEHEIM);
    await maakDatabase(c, sjabloon);
  });
  await migreer(alsRol(beheer, 'la_eigenaar', GEHEIM.eigenaar, sjabloon));
  project.provide('cluster', { beheer, wachtwoorden: GEHEIM, sjabloon });
  return async () => {
    if (buiten)
      await metClient(beheer, c => c.query(`drop database if exists "${sjabloon}" with (force)`)).catch(
        () => {},
      );
    await stop();
  };
}

/** The same server, another role and database. */
export function alsRol(v: Verbinding, user: string, password: string, database: string): Verbinding {
  if (typeof v !== 'string') return { ...v, user, password, database };
  const u = new URL(v);
  u.username = user;
  u.password = password;
  u.pathname = `/${database}`;
  return u.toString();
}
