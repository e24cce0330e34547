import { afterAll, inject } from 'vitest';
import {
  maakDatabase,
  maakPool,
  metClient,
  type Pool,
  ROLLEN,
  type Rolcode,
  type Verbinding,
} from '#platform/db/index.ts';
import { alsRol } from './cluster.ts';

/** A migrated database of its own, reached by the real roles. */
export interface Proef {
  naam: string;
  app: Pool;
  aanmelden: Pool;
  taken: Pool;
  verbinding(rol: Rolcode): Verbinding;
  /** Superuser on this database: to look behind row security and to tamper in attack tests. */
  beheer: Verbinding;
}

let teller = 0;

/** Clones the migrated template for the calling test file; dropped after the file, also after a failure. */
export async function maakProef(): Promise<Proef> {
  const { beheer, wachtwoorden, sjabloon } = inject('cluster');
  const naam = `${sjabloon.replace(/_sjabloon$/, '')}_${process.pid}_${++teller}`;
  await metClient(beheer, async c => {
    await c.query(`drop database if exists "${naam}" with (force)`);
    await maakDatabase(c, naam, sjabloon);
  });
  const verbinding = (rol: Rolcode) => alsRol(beheer, ROLLEN[rol], wachtwoorden[rol] ?? '', naam);
  const app = maakPool(verbinding('app'), 8);
  const aanmelden = maakPool(verbinding('aanmelden'), 4);
  const taken = maakPool(verbinding('taken'), 4);
  const u = beheer;
  afterAll(async () => {
    await Promise.all([app.sluit(), aanmelden.sluit(), taken.sluit()].map(p => p.catch(() => {})));
    await metClient(u, c => c.query(`drop database if exists "${naam}" with (force)`)).catch(() => {});
  });
  return {
    naam,
    app,
    aanmelden,
    taken,
    verbinding,
    beheer:
      typeof u === 'string'
        ? Object.assign(new URL(u), { pathname: `/${naam}` }).toString()
        : { ...u, database: naam },
  };
}
