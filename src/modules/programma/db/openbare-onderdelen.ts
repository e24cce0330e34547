import { sql, type Transactie } from '#platform/db/index.ts';
import type { Onderdeel } from '../domain/programma.ts';
import { listOnderdelen } from './repository.ts';

/** What was read last of a region, and under which print of its rows. */
const onthouden = new Map<string, { afdruk: string; onderdelen: readonly Onderdeel[] }>();
const HOOGSTENS = 100;

/**
 * One line that changes when any published item that this actor may read appears, goes, moves or gets another
 * version. Row security applies: another reader with other rights gets another line. Versions are never changed once
 * written, so the same line means the same content.
 */
async function readAfdruk(tx: Transactie, regio: string): Promise<string> {
  const { rows } = await sql<{ afdruk: string | null }>`
    select string_agg(concat_ws(':', o.id, o.openbare_versie, o.versie, o.openbare_volgorde, o.gemeente), ',' order by o.id) afdruk
    from programma.onderdeel o where o.regio = ${regio} and o.openbare_versie is not null`.execute(tx);
  return rows[0]?.afdruk ?? '';
}

function bevries<T>(x: T): T {
  if (x !== null && typeof x === 'object' && !Object.isFrozen(x)) {
    Object.freeze(x);
    for (const deel of Object.values(x)) bevries(deel);
  }
  return x;
}

/**
 * The published items of a region that the actor may read. The database is asked every time what this actor may read
 * and in which version; only the content that goes with that exact answer is kept. Frozen: pages share it.
 */
export async function listOpenbareOnderdelen(tx: Transactie, regio: string): Promise<readonly Onderdeel[]> {
  const afdruk = await readAfdruk(tx, regio);
  if (afdruk === '') return [];
  const eerder = onthouden.get(regio);
  if (eerder?.afdruk === afdruk) return eerder.onderdelen;
  const onderdelen = bevries(await listOnderdelen(tx, regio, 'openbaar'));
  // Published or withdrawn between the two questions: this content goes with another line.
  if ((await readAfdruk(tx, regio)) !== afdruk) return onderdelen;
  if (onthouden.size >= HOOGSTENS) onthouden.clear();
  onthouden.set(regio, { afdruk, onderdelen });
  return onderdelen;
}
