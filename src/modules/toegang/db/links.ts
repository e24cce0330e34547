import { createHash, randomBytes } from 'node:crypto';
import { type Databank, type Pool, sql } from '#platform/db/index.ts';

export type Linksoort = 'uitnodiging' | 'herstel';

/** Minutes that a link in mail works. */
export const LINKDUUR: Record<Linksoort, number> = { uitnodiging: 7 * 24 * 60, herstel: 60 };

const afdruk = (code: string) => createHash('sha256').update(code).digest();

async function gebruikOpHash(
  db: Databank,
  soort: Linksoort,
  hash: Buffer,
  nu: Temporal.Instant,
): Promise<string | null> {
  const { rows } = await sql<{ persoon_id: string }>`update aanmelden.link set gebruikt = ${nu.toString()}
    where hash = ${hash} and soort = ${soort} and gebruikt is null and verloopt > ${nu.toString()}
    returning persoon_id`.execute(db);
  return rows[0]?.persoon_id ?? null;
}

/** Links in mail that work once. The code itself is stored nowhere but in the message. */
export function maakLinks(pool: Pool) {
  const db = pool.db;
  return {
    /** By what a link is known in the database. */
    hash: afdruk,
    /** As `gebruik`, for a link of which only the hash was kept. */
    gebruikOpHash: (soort: Linksoort, hash: Buffer, nu: Temporal.Instant) =>
      gebruikOpHash(db, soort, hash, nu),
    /** Makes a link and voids earlier ones of its kind for this person. Returns the code. */
    async maak(soort: Linksoort, persoonId: string, nu: Temporal.Instant): Promise<string> {
      const code = randomBytes(32).toString('base64url');
      const tot = nu.add({ minutes: LINKDUUR[soort] }).toString();
      await db.transaction().execute(async tx => {
        await sql`delete from aanmelden.link where persoon_id = ${persoonId} and soort = ${soort}`.execute(
          tx,
        );
        await sql`insert into aanmelden.link (hash, soort, persoon_id, verloopt, aangemaakt)
          values (${afdruk(code)}, ${soort}, ${persoonId}, ${tot}, ${nu.toString()})`.execute(tx);
      });
      return code;
    },
    /** The person that a usable link is for; null when it is used, run out or unknown. */
    async find(soort: Linksoort, code: string, nu: Temporal.Instant): Promise<string | null> {
      const { rows } = await sql<{ persoon_id: string }>`select persoon_id from aanmelden.link
        where hash = ${afdruk(code)} and soort = ${soort} and gebruikt is null and verloopt > ${nu.toString()}`.execute(
        db,
      );
      return rows[0]?.persoon_id ?? null;
    },
    /** Uses the link: of two at once one gets the person, the other null. */
    gebruik: (soort: Linksoort, code: string, nu: Temporal.Instant) =>
      gebruikOpHash(db, soort, afdruk(code), nu),
  };
}
