import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { WORTEL } from '#platform/config/wortel.ts';
import { StartFout } from './startfout.ts';
import { maakPool, type Pool, type Verbinding } from './verbinding.ts';

/**
 * Forward only, globally ordered by the number that opens each file name, kept in the room that it serves
 * (`src/platform/db`, `src/modules/<room>/db`).
 */
export function verzamelMigraties(wortel = WORTEL): { naam: string; pad: string }[] {
  const mappen = [
    path.join(wortel, 'src/platform/db'),
    ...readdirSync(path.join(wortel, 'src/modules'), { withFileTypes: true })
      .filter(d => d.isDirectory())
      .map(d => path.join(wortel, 'src/modules', d.name, 'db')),
  ];
  const gevonden = mappen.flatMap(map => {
    let namen: string[] = [];
    try {
      namen = readdirSync(map);
    } catch {
      return [];
    }
    return namen
      .filter(n => n.endsWith('.sql'))
      .map(n => ({ naam: n.replace(/\.sql$/, ''), pad: path.join(map, n) }));
  });
  gevonden.sort((a, b) => (a.naam < b.naam ? -1 : 1));
  const nummers = gevonden.map(m => m.naam.slice(0, 4));
  const dubbel = nummers.find((n, i) => n === nummers[i + 1]);
  if (dubbel) throw new Error(`Twee migraties met nummer ${dubbel}.`);
  return gevonden;
}

const MIGRATIESLOT = 7_202_613;

function laadMigraties(bestanden: { naam: string; pad: string }[]): Record<string, Migration> {
  const migraties: Record<string, Migration> = {};
  for (const b of bestanden) {
    const tekst = readFileSync(b.pad, 'utf8');
    migraties[b.naam] = {
      up: async db => {
        try {
          await sql.raw(tekst).execute(db);
        } catch (e) {
          throw new Error(`Migratie ${b.naam}: ${(e as Error).message}`, { cause: e });
        }
      },
    };
  }
  return migraties;
}

/** A database that knows a migration which this release does not is of a newer release. */
async function weigerNieuwere(pool: Pool, bestanden: { naam: string }[]): Promise<void> {
  const bekend = new Set(bestanden.map(b => b.naam));
  const gedaan = await pool.pool
    .query<{ name: string }>('select name from stelsel.migratie order by name')
    .then(
      r => r.rows.map(x => x.name),
      () => [] as string[],
    );
  const vreemd = gedaan.find(n => !bekend.has(n));
  if (!vreemd) return;
  throw new StartFout(
    `De database is van een nieuwere uitgave van Lange Adem (kent ${vreemd}); gebruik die uitgave of een andere database.`,
  );
}

/**
 * Brings the database to this release. Runs as owner. Returns the names that were applied. `bestanden` names an
 * earlier release's migrations, to rebuild its state for a test of the upgrade.
 */
export async function migreer(
  eigenaar: Verbinding,
  bestanden: { naam: string; pad: string }[] = verzamelMigraties(),
): Promise<string[]> {
  const migraties = laadMigraties(bestanden);
  const pool = maakPool(eigenaar, 3);
  // Processes that start at once on one new database: one migrates, the others wait and find it done.
  const slot = await pool.pool.connect();
  try {
    await slot.query('select pg_advisory_lock($1)', [MIGRATIESLOT]);
    await sql`create schema if not exists stelsel`.execute(pool.db);
    await weigerNieuwere(pool, bestanden);
    const migrator = new Migrator({
      db: pool.db,
      provider: { getMigrations: async () => migraties },
      migrationTableSchema: 'stelsel',
      migrationTableName: 'migratie',
      migrationLockTableName: 'migratie_slot',
      // A room that is added later may carry a lower number than one that already ran.
      allowUnorderedMigrations: true,
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    return (results ?? []).filter(r => r.status === 'Success').map(r => r.migrationName);
  } finally {
    slot.release(true);
    await pool.sluit();
  }
}
