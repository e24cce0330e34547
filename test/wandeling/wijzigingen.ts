import type { Client } from 'pg';

/** A row that was written, as a trigger behind row security saw it. */
export interface Wijziging {
  tabel: string;
  daad: 'INSERT' | 'UPDATE' | 'DELETE';
  /** Who the database took for the actor: 'persoon:…', 'stelsel:…', 'publiek' or nothing. */
  actor: string;
  /** The row after it, and before it; big columns are left out. */
  na: Rij | null;
  voor: Rij | null;
}
export type Rij = Readonly<Record<string, unknown>>;

/** The log of use, background work and counters of attempts: these change by asking alone. */
const BUITEN = ['audit.%', 'pgboss.%', 'taken.%', 'aanmelden.rem%', 'toegang.rem%', 'wandeling.%'];
/** Work on the background is nobody's act. */
const ACHTERGROND = ['mail', 'verzegelaar', 'opruimen', 'herinneringen', 'publicatie', 'vroegsignaal'].map(
  t => `stelsel:${t}`,
);
/** Bulky, or written at every request. */
const ZONDER = "'{zoek,inhoud,tabel,keuzes,updatedAt}'::text[]";

/** Children that do not say where they belong: column, parent table. */
const OUDERS: Readonly<Record<string, readonly [kolom: string, ouder: string]>> = {
  'programma.onderdeel_versie': ['onderdeel_id', 'programma.onderdeel'],
  'programma.evaluatie_uitkomst': ['evaluatie_id', 'programma.evaluatie'],
  'programma.evaluatie_stand': ['evaluatie_id', 'programma.evaluatie'],
  'datalab.waarneming_versie': ['waarneming_id', 'datalab.waarneming'],
  'datalab.waarneming_bijdrager': ['waarneming_id', 'datalab.waarneming'],
  'datalab.meting_waarneming': ['meting_id', 'datalab.meting'],
  'datalab.publicatie_werk': ['publicatie_id', 'datalab.publicatie'],
  'datalab.publicatie_cel': ['publicatie_id', 'datalab.publicatie'],
  'datalab.publicatie_waarheid': ['publicatie_id', 'datalab.publicatie'],
  'hulpaanbod.hulpaanbod_versie': ['hulpaanbod_id', 'hulpaanbod.hulpaanbod'],
  'zelfscan.zelfscan_versie': ['zelfscan_id', 'zelfscan.zelfscan'],
};

/** Lets the database itself write down every row that changes. */
export async function houdBij(c: Client): Promise<void> {
  await c.query(`create schema wandeling;
    create table wandeling.wijziging (nr bigint generated always as identity primary key,
      tabel text, daad text, actor text, na jsonb, voor jsonb);
    create function wandeling.noteer() returns trigger language plpgsql security definer as $$
    declare na jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - ${ZONDER} end;
            voor jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - ${ZONDER} end;
    begin
      if tg_op = 'UPDATE' and to_jsonb(new) - 'updatedAt' = to_jsonb(old) - 'updatedAt' then return null; end if;
      insert into wandeling.wijziging (tabel, daad, actor, na, voor)
        values (tg_table_schema || '.' || tg_table_name, tg_op, current_setting('la.actor', true), na, voor);
      return null;
    end $$;`);
  const { rows } = await c.query<{ naam: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(r.relname) as naam from pg_class r
     join pg_namespace n on n.oid = r.relnamespace
     where r.relkind in ('r', 'p') and not r.relispartition and n.nspname !~ '^(pg_|information_schema)'
       and not (n.nspname || '.' || r.relname) like any ($1)`,
    [BUITEN],
  );
  for (const { naam } of rows)
    await c.query(`create trigger wandeling after insert or update or delete on ${naam}
      for each row execute function wandeling.noteer()`);
}

/** What was written since the last time this was asked; the book is empty afterwards. */
export async function neemWijzigingen(c: Client): Promise<Wijziging[]> {
  const { rows } = await c.query<Wijziging & { nr: string }>(
    `with weg as (delete from wandeling.wijziging returning *) select * from weg
     where not coalesce(actor, '') = any ($1) order by nr`,
    [ACHTERGROND],
  );
  return rows.length === 0 ? [] : metOuders(c, rows);
}

/** What a row belongs to: the thing that a version is of; of a person the regions of his roles. */
async function zoekOuder(c: Client, tabel: string, id: string): Promise<Rij> {
  const ouder = OUDERS[tabel]?.[1];
  const vraag = ouder
    ? `select to_jsonb(o) - ${ZONDER} as rij from ${ouder} o where o.id = $1`
    : `select jsonb_build_object('regios', jsonb_agg(distinct regio)) as rij from toegang.lidmaatschap
       where persoon_id = $1`;
  const r = await c.query<{ rij: Rij }>(vraag, [id]);
  return r.rows[0]?.rij ?? {};
}

/** Adds region, municipality and kind to rows that do not say so themselves. */
async function metOuders(c: Client, rows: Wijziging[]): Promise<Wijziging[]> {
  const uit: Wijziging[] = [];
  const ouders = new Map<string, Rij>();
  for (const w of rows) {
    const kolom = w.tabel === 'toegang.persoon' ? 'id' : OUDERS[w.tabel]?.[0];
    if (!kolom) {
      uit.push(w);
      continue;
    }
    const id = String(w.na?.[kolom] ?? w.voor?.[kolom]);
    const rij = ouders.get(id) ?? (await zoekOuder(c, w.tabel, id));
    ouders.set(id, rij);
    uit.push({ ...w, na: w.na && { ...rij, ...w.na }, voor: w.voor && { ...rij, ...w.voor } });
  }
  return uit;
}
