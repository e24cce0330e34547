import { sql, type Transactie } from '#platform/db/index.ts';
import { type Kolombeschrijving, leesCommentaar } from '../domain/register.ts';

type Rij = { tabel: string; wat: string | null; kolom: string; tekst: string | null };

/** Every column of the house as the database describes it, by table. */
export async function listKolommen(tx: Transactie): Promise<Kolombeschrijving[]> {
  const { rows } =
    await sql<Rij>`select n.nspname || '.' || k.relname tabel, obj_description(k.oid, 'pg_class') wat,
    a.attname kolom, col_description(k.oid, a.attnum) tekst
    from pg_catalog.pg_class k join pg_catalog.pg_namespace n on n.oid = k.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = k.oid
    where k.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'taken') and n.nspname not like 'pg\\_%'
      and k.relname not like 'migratie%'
    order by 1, a.attnum`.execute(tx);
  return rows.flatMap(r => {
    const c = leesCommentaar(r.tekst ?? '');
    return c ? [{ tabel: r.tabel, wat: r.wat ?? '', kolom: r.kolom, ...c }] : [];
  });
}
