import { type Pool, sql } from '#platform/db/index.ts';
import { base32 } from '../domain/base32.ts';
import type { Aanmeldkern } from './aanmeldkern.ts';

export interface TweedeStap {
  /** An app with codes is in use. */
  app: boolean;
  passkeys: number;
}
export interface Passkeyregel {
  id: string;
  naam: string;
  gemaakt: Temporal.Instant | null;
}

/** The second step of an account: what it has, and taking it away. */
export const maakTweedeStap = (pool: Pool, kern: Pick<Aanmeldkern, 'openGeheim'>) => ({
  ...stappen(pool, kern),
  ...passkeys(pool),
});

function stappen(pool: Pool, kern: Pick<Aanmeldkern, 'openGeheim'>) {
  const db = pool.db;
  return {
    async lees(id: string): Promise<TweedeStap> {
      const { rows } = await sql<{ app: boolean; passkeys: number }>`select
        exists (select 1 from aanmelden."twoFactor" where "userId" = ${id} and verified) as app,
        (select count(*)::int from aanmelden.passkey where "userId" = ${id}) as passkeys`.execute(db);
      return rows[0] ?? { app: false, passkeys: 0 };
    },
    /** The secret of an app that is being set up, in base32 letters; null when none is. */
    async findAppGeheim(id: string): Promise<string | null> {
      const { rows } = await sql<{ secret: string }>`select secret from aanmelden."twoFactor"
        where "userId" = ${id} and not coalesce(verified, true)`.execute(db);
      return rows[0] ? base32(new TextEncoder().encode(await kern.openGeheim(rows[0].secret))) : null;
    },
    /** Takes app and passkeys away, so that the next sign-in leads to setting up again; ends every session. */
    async wis(id: string): Promise<void> {
      await db.transaction().execute(async tx => {
        await sql`delete from aanmelden."twoFactor" where "userId" = ${id}`.execute(tx);
        await sql`delete from aanmelden.passkey where "userId" = ${id}`.execute(tx);
        await sql`update aanmelden."user" set "twoFactorEnabled" = false where id = ${id}`.execute(tx);
        await sql`delete from aanmelden.session where "userId" = ${id}`.execute(tx);
      });
    },
  };
}

function passkeys(pool: Pool) {
  const db = pool.db;
  return {
    async listPasskeys(id: string): Promise<Passkeyregel[]> {
      const { rows } = await sql<{ id: string; name: string | null; createdAt: Date | null }>`
        select id, name, "createdAt" from aanmelden.passkey where "userId" = ${id} order by "createdAt", id`.execute(
        db,
      );
      return rows.map(r => ({
        id: r.id,
        naam: r.name ?? '',
        gemaakt: r.createdAt ? Temporal.Instant.fromEpochMilliseconds(r.createdAt.getTime()) : null,
      }));
    },
    async verwijderPasskey(id: string, passkeyId: string): Promise<boolean> {
      const r = await sql`delete from aanmelden.passkey where id = ${passkeyId} and "userId" = ${id}`.execute(
        db,
      );
      return Number(r.numAffectedRows ?? 0) > 0;
    },
  };
}
