import { metClient } from '#platform/db/index.ts';
import type { Proef } from '../proef/index.ts';

/** The log of use, background work, and counters of attempts: these change by asking alone. */
const BUITEN = ['audit.%', 'pgboss.%', 'taken.%', 'aanmelden.rem%', 'toegang.rem%', 'aanmelden.poging%'];

/** A digest per table of everything that the application keeps, seen from behind row security. */
export async function stand(p: Proef): Promise<Map<string, string>> {
  return metClient(p.beheer, async c => {
    const { rows } = await c.query<{ naam: string }>(
      `select quote_ident(n.nspname) || '.' || quote_ident(r.relname) as naam from pg_class r
       join pg_namespace n on n.oid = r.relnamespace
       where r.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
         and not (n.nspname || '.' || r.relname) like any ($1) order by 1`,
      [BUITEN],
    );
    const uit = new Map<string, string>();
    for (const { naam } of rows) {
      // When a session was last seen is no content.
      const r = await c.query<{ som: string }>(
        `select count(*) || ':' || coalesce(md5(string_agg(w, ',' order by w)), '') as som
         from (select md5((to_jsonb(t) - 'zoek' - 'updatedAt')::text) as w from ${naam} t) x`,
      );
      uit.set(naam, r.rows[0]?.som ?? '');
    }
    return uit;
  });
}

/** Names of the tables whose content differs. */
export const verschil = (voor: Map<string, string>, na: Map<string, string>): string[] =>
  [...new Set([...voor.keys(), ...na.keys()])].filter(t => voor.get(t) !== na.get(t));
