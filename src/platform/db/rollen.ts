import type pg from 'pg';
import { metClient, type Verbinding } from './verbinding.ts';

/**
 * The roles. Migrations run as owner; the application logs in as a role that is neither owner nor
 * superuser nor exempt from row security; sign-in and background work have roles of their own.
 */
export const ROLLEN = {
  eigenaar: 'la_eigenaar',
  app: 'la_app',
  aanmelden: 'la_aanmelden',
  taken: 'la_taken',
} as const;

export type Rolcode = keyof typeof ROLLEN;
export type Wachtwoorden = Record<Rolcode, string>;

const tekst = (s: string) => `'${s.replaceAll("'", "''")}'`;

/** Creates the four roles on a cluster where they are missing and sets their passwords. Runs as superuser. */
export async function maakRollen(c: pg.Client, wachtwoorden: Wachtwoorden): Promise<void> {
  for (const [code, naam] of Object.entries(ROLLEN) as [Rolcode, string][]) {
    const { rowCount } = await c.query('select 1 from pg_roles where rolname = $1', [naam]);
    const doe = rowCount ? 'alter' : 'create';
    try {
      await c.query(
        `${doe} role ${naam} login nosuperuser nocreatedb nocreaterole nobypassrls password ${tekst(wachtwoorden[code])}`,
      );
    } catch (e) {
      // Two test runs on one outside cluster may create the same role at once: the other was first.
      if (!['42710', '23505', 'XX000'].includes((e as { code?: string }).code ?? '')) throw e;
    }
  }
}

/** Creates the database with the owner role as owner; nobody else may connect unless named. */
export async function maakDatabase(c: pg.Client, naam: string, sjabloon?: string): Promise<void> {
  const bestaat = await c.query('select 1 from pg_database where datname = $1', [naam]);
  if (bestaat.rowCount) return;
  const van = sjabloon ? ` template "${sjabloon}"` : ` template template0 encoding 'UTF8' locale 'C'`;
  await c.query(`create database "${naam}" owner ${ROLLEN.eigenaar}${van}`);
  await c.query(`revoke all on database "${naam}" from public`);
  await c.query(`grant connect on database "${naam}" to ${ROLLEN.app}, ${ROLLEN.aanmelden}, ${ROLLEN.taken}`);
}

/**
 * Refuses a login that row security does not bind: superuser, bypassrls, owner of any table of ours, or
 * member of such a role. Returns the reason in Dutch, or null when the role is fit.
 */
export async function ongeschikteRol(verbinding: Verbinding): Promise<string | null> {
  return metClient(verbinding, async c => {
    const { rows } = await c.query<{ naam: string; superuser: boolean; bypass: boolean; eigenaar: boolean }>(`
      with recursive mij as (
        select oid from pg_roles where rolname = current_user
        union select m.roleid from pg_auth_members m join mij on m.member = mij.oid)
      select current_user as naam,
        bool_or(r.rolsuper) as superuser, bool_or(r.rolbypassrls) as bypass,
        exists (select 1 from pg_class k join pg_namespace n on n.oid = k.relnamespace
                where k.relowner in (select oid from mij) and k.relkind in ('r','p')
                  and n.nspname not in ('taken', 'aanmelden') and n.nspname not like 'pg\\_%') as eigenaar
      from pg_roles r where r.oid in (select oid from mij)`);
    const r = rows[0];
    if (!r) return 'De databaserol is niet te lezen.';
    if (r.superuser) return `De databaserol ${r.naam} is superuser; rijbeveiliging geldt dan niet.`;
    if (r.bypass) return `De databaserol ${r.naam} mag rijbeveiliging overslaan (bypassrls).`;
    if (r.eigenaar) return `De databaserol ${r.naam} is eigenaar van tabellen; gebruik de rol ${ROLLEN.app}.`;
    return null;
  });
}
