import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { type Databank, type Pool, sql } from '#platform/db/index.ts';
import { hashWachtwoord } from './aanmeldkern.ts';

const maakAccount = (tx: Databank, id: string, adres: string, nu: string) =>
  sql`insert into aanmelden."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${id}, '', ${adres}, true, ${nu}, ${nu}) on conflict (id) do nothing`.execute(tx);

/** Accounts in the sign-in schema: made and given a password. */
export function maakAccounts(pool: Pool) {
  const db = pool.db;
  /** Sets the password and ends every session. Makes the password entry when there is none. */
  const zetWachtwoord = async (tx: Databank, id: string, afdruk: string, nu: string) => {
    await sql`insert into aanmelden.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
      values (${randomUUID()}, ${id}, 'credential', ${id}, ${afdruk}, ${nu}, ${nu})
      on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = excluded."updatedAt"`.execute(
      tx,
    );
    await sql`delete from aanmelden.session where "userId" = ${id}`.execute(tx);
  };
  return {
    /** Has the account a password? */
    async kentWachtwoord(id: string): Promise<boolean> {
      const { rows } = await sql`select 1 from aanmelden.account
        where "userId" = ${id} and "providerId" = 'credential' and password is not null`.execute(db);
      return rows.length > 0;
    },
    /** Is this the password of the account? False when there is no account. */
    async heeftWachtwoord(id: string, wachtwoord: string): Promise<boolean> {
      const { rows } = await sql<{ password: string | null }>`select password from aanmelden.account
        where "userId" = ${id} and "providerId" = 'credential'`.execute(db);
      return rows[0]?.password ? verify(rows[0].password, wachtwoord) : false;
    },
    /** Makes the account of a person who signs in by his organisation: without password, unless he has one. */
    async maak(id: string, adres: string, nu: Temporal.Instant): Promise<void> {
      await maakAccount(db, id, adres, nu.toString());
    },
    /** Makes the account of a person, or gives the one there is this password. */
    async maakOfZet(id: string, adres: string, wachtwoord: string, nu: Temporal.Instant): Promise<void> {
      const t = nu.toString();
      const afdruk = await hashWachtwoord(wachtwoord);
      await db.transaction().execute(async tx => {
        await maakAccount(tx, id, adres, t);
        await zetWachtwoord(tx, id, afdruk, t);
      });
    },
  };
}
