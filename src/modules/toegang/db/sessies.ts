import { randomBytes, randomUUID } from 'node:crypto';
import { type Databank, type Pool, sql } from '#platform/db/index.ts';
import { apparaatVan } from '../domain/herkomst.ts';
import { SESSIEDUUR, type Sessie } from '../domain/sessie.ts';

interface Rij {
  id: string;
  userId: string;
  sterk: boolean;
  createdAt: Date;
  updatedAt: Date;
  userAgent: string | null;
  verlopen: boolean;
}

const alsSessie = (r: Rij): Sessie => ({
  id: r.id,
  persoonId: r.userId,
  sterk: r.sterk,
  begonnen: Temporal.Instant.fromEpochMilliseconds(r.createdAt.getTime()),
  gezien: Temporal.Instant.fromEpochMilliseconds(r.updatedAt.getTime()),
  apparaat: r.userAgent ?? '',
  verlopen: r.verlopen,
});

/** The sessions in the database, read and ended as role la_aanmelden. */
export const maakSessies = (pool: Pool) => ({
  ...maken(pool.db),
  ...lezen(pool.db),
  ...beeindigen(pool.db),
});

function maken(db: Databank) {
  return {
    /** A session that did not come about in the sign-in library. Returns its secret. */
    async maak(
      s: { persoonId: string; sterk: boolean; agent: string | null },
      nu: Temporal.Instant,
    ): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      const [t, tot] = [nu.toString(), nu.add({ minutes: SESSIEDUUR.hoogstens }).toString()];
      await sql`insert into aanmelden.session (id, "expiresAt", token, "createdAt", "updatedAt", "ipAddress",
          "userAgent", "userId", sterk)
        values (${randomUUID()}, ${tot}, ${token}, ${t}, ${t}, '', ${apparaatVan(s.agent)}, ${s.persoonId},
          ${s.sterk})`.execute(db);
      return token;
    },
  };
}

function lezen(db: Databank) {
  const kolommen = sql.raw(
    'id, "userId", sterk, "createdAt", "updatedAt", "userAgent", verlopen is not null as verlopen',
  );
  return {
    async findOpToken(token: string): Promise<Sessie | null> {
      const { rows } =
        await sql<Rij>`select ${kolommen} from aanmelden.session where token = ${token}`.execute(db);
      return rows[0] ? alsSessie(rows[0]) : null;
    },
    async raakAan(id: string, nu: Temporal.Instant): Promise<void> {
      await sql`update aanmelden.session set "updatedAt" = ${nu.toString()}
        where id = ${id} and verlopen is null`.execute(db);
    },
    /** Marks a session as run out, for good. */
    async laatVerlopen(id: string, nu: Temporal.Instant): Promise<void> {
      await sql`update aanmelden.session set verlopen = ${nu.toString()}
        where id = ${id} and verlopen is null`.execute(db);
    },
    async listVan(persoonId: string): Promise<Sessie[]> {
      const { rows } = await sql<Rij>`select ${kolommen} from aanmelden.session
        where "userId" = ${persoonId} order by "updatedAt" desc, id`.execute(db);
      return rows.map(alsSessie);
    },
  };
}

function beeindigen(db: Databank) {
  return {
    /** Ends one session of this person; false when he has no such session. */
    async beeindig(persoonId: string, id: string): Promise<boolean> {
      const r = await sql`delete from aanmelden.session where id = ${id} and "userId" = ${persoonId}`.execute(
        db,
      );
      return Number(r.numAffectedRows ?? 0) > 0;
    },
    async beeindigOpToken(token: string): Promise<void> {
      await sql`delete from aanmelden.session where token = ${token}`.execute(db);
    },
    /** Ends every session of the account known by this address in the sign-in schema. */
    async beeindigOpAdres(adres: string): Promise<void> {
      await sql`delete from aanmelden.session
        where "userId" in (select id from aanmelden."user" where email = ${adres})`.execute(db);
    },
    async beeindigAlle(persoonId: string): Promise<void> {
      await sql`delete from aanmelden.session where "userId" = ${persoonId}`.execute(db);
    },
  };
}
