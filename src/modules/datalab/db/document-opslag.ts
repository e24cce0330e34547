import { sql, type Transactie } from '#platform/db/index.ts';
import type {
  Documentpublicatie,
  Documenttoestand,
  Documentwerk,
  Regiodocument,
} from '../domain/document.ts';
import type { Documentsjabloon } from '../domain/documentsjabloon.ts';

const MOMENT = (kolom: string) =>
  sql.raw<string | null>(`to_char(${kolom} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

const KOLOMMEN = sql`d.id, d.regio, d.code, d.soort, d.sjabloon, d.sjabloonversie, d.taal, d.titel, d.periode, d.gemeente,
  d.toestand, d.zegel, ${MOMENT('d.vastgesteld')} as vastgesteld, ${MOMENT('d.ingetrokken')} as ingetrokken,
  d.reden_intrekking as "redenIntrekking", d.versie`;

/** Adds templates that are not there yet. Gives those that are there with another text: they stay as they are. */
export async function schrijfSjablonen(
  tx: Transactie,
  sjablonen: readonly Documentsjabloon[],
): Promise<string[]> {
  const invoer = JSON.stringify(sjablonen.map(s => ({ ...s, geldig_vanaf: s.geldigVanaf, inhoud: s })));
  const rijen = sql`jsonb_to_recordset(${invoer}::jsonb) as x(code text, versie int, taal text, soort text,
    geldig_vanaf date, bron text, inhoud jsonb)`;
  await sql`insert into datalab.document_sjabloon (code, versie, taal, soort, geldig_vanaf, bron, inhoud)
    select code, versie, taal, soort, geldig_vanaf, bron, inhoud from ${rijen}
    on conflict (code, versie, taal) do nothing`.execute(tx);
  const anders = await sql<{
    wat: string;
  }>`select s.code || ', versie ' || s.versie || ' (' || s.taal || ')' as wat
    from datalab.document_sjabloon s join ${rijen} on (x.code, x.versie, x.taal) = (s.code, s.versie, s.taal)
    where x.inhoud <> s.inhoud order by 1`.execute(tx);
  return anders.rows.map(r => r.wat);
}

/** Every version of every template. */
export async function listSjablonen(tx: Transactie): Promise<Documentsjabloon[]> {
  const r = await sql<{ inhoud: Documentsjabloon }>`select inhoud from datalab.document_sjabloon
    order by code, taal, versie`.execute(tx);
  return r.rows.map(x => x.inhoud);
}

/** One version of a template, as stored. */
export async function findSjabloon(
  tx: Transactie,
  d: Pick<Regiodocument, 'sjabloon' | 'sjabloonversie' | 'taal'>,
): Promise<unknown> {
  const r = await sql<{ inhoud: unknown }>`select inhoud from datalab.document_sjabloon
    where code = ${d.sjabloon} and versie = ${d.sjabloonversie} and taal = ${d.taal}`.execute(tx);
  return r.rows[0]?.inhoud ?? null;
}

/** Documents of a region that row security shows this reader: drafts first, then the newest. */
export async function listDocumenten(tx: Transactie, regio: string): Promise<Regiodocument[]> {
  const r = await sql<Regiodocument>`select ${KOLOMMEN} from datalab.document d where d.regio = ${regio}
    order by d.vastgesteld desc nulls first, d.code limit 500`.execute(tx);
  return r.rows;
}

/** One document by its id, or null: not there, or not for this reader. With `slot` it is held until the end. */
export async function findDocument(tx: Transactie, id: string, slot = false): Promise<Regiodocument | null> {
  const r = await sql<Regiodocument>`select ${KOLOMMEN} from datalab.document d where d.id = ${id}
    ${slot ? sql`for update` : sql``}`.execute(tx);
  return r.rows[0] ?? null;
}

/** One document by its permanent name. */
export async function findDocumentOpCode(
  tx: Transactie,
  regio: string,
  code: string,
): Promise<Regiodocument | null> {
  const r = await sql<Regiodocument>`select ${KOLOMMEN} from datalab.document d
    where d.regio = ${regio} and d.code = ${code}`.execute(tx);
  return r.rows[0] ?? null;
}

/** Is this permanent name still free in the region? */
export async function isDocumentcodeVrij(tx: Transactie, regio: string, code: string): Promise<boolean> {
  const r = await sql`select 1 from datalab.document where regio = ${regio} and code = ${code}`.execute(tx);
  return r.rows.length === 0;
}

/** The work behind a document, for who may see it. */
export async function findDocumentwerk(tx: Transactie, id: string): Promise<Documentwerk | null> {
  const r = await sql<Documentwerk>`select velden, ook_openbaar as "ookOpenbaar" from datalab.document_werk
    where document_id = ${id}`.execute(tx);
  return r.rows[0] ?? null;
}

/** The releases that a document rests on, as they are now, by title. */
export async function listDocumentpublicaties(tx: Transactie, id: string): Promise<Documentpublicatie[]> {
  const r =
    await sql<Documentpublicatie>`select p.id, p.code, p.titel, ${MOMENT('p.ingetrokken')} as ingetrokken,
      p.reden_intrekking as "redenIntrekking"
    from datalab.document_publicatie x join datalab.publicatie p on p.id = x.publicatie_id
    where x.document_id = ${id} order by p.titel, p.code`.execute(tx);
  return r.rows;
}

/** The releases of several documents at once: code and whether each was withdrawn, by document. */
export async function listPublicatiesBij(
  tx: Transactie,
  documenten: readonly string[],
): Promise<Map<string, { code: string; ingetrokken: boolean }[]>> {
  const r = await sql<{
    document: string;
    code: string;
    ingetrokken: boolean;
  }>`select x.document_id as document, p.code,
      p.toestand <> 'gepubliceerd' as ingetrokken
    from datalab.document_publicatie x join datalab.publicatie p on p.id = x.publicatie_id
    where x.document_id = any (${[...documenten]}::uuid[]) order by p.code`.execute(tx);
  return Map.groupBy(r.rows, x => x.document);
}

/** The fixed text as sealed, or null: none, or not for this reader. */
export async function findStuk(tx: Transactie, id: string): Promise<string | null> {
  const r = await sql<{ inhoud: string }>`select inhoud from datalab.document_stuk
    where document_id = ${id}`.execute(tx);
  return r.rows[0]?.inhoud ?? null;
}

export interface NieuwDocument
  extends Pick<
    Regiodocument,
    | 'id'
    | 'regio'
    | 'code'
    | 'soort'
    | 'sjabloon'
    | 'sjabloonversie'
    | 'taal'
    | 'titel'
    | 'periode'
    | 'gemeente'
  > {
  readonly ookOpenbaar: boolean;
  readonly publicaties: readonly string[];
  readonly door: string;
  readonly nu: Temporal.Instant;
}

async function zetPublicaties(tx: Transactie, id: string, publicaties: readonly string[]): Promise<void> {
  await sql`delete from datalab.document_publicatie where document_id = ${id}`.execute(tx);
  await sql`insert into datalab.document_publicatie (document_id, publicatie_id)
    select ${id}, x::uuid from unnest(${[...publicaties]}::text[]) x`.execute(tx);
}

/** Keeps a draft. */
export async function bewaarDocument(tx: Transactie, d: NieuwDocument): Promise<void> {
  await sql`insert into datalab.document (id, regio, code, soort, sjabloon, sjabloonversie, taal, titel, periode, gemeente,
      toestand)
    values (${d.id}, ${d.regio}, ${d.code}, ${d.soort}, ${d.sjabloon}, ${d.sjabloonversie}, ${d.taal}, ${d.titel},
      ${d.periode}, ${d.gemeente}, 'concept')`.execute(tx);
  const nu = d.nu.toString();
  await sql`insert into datalab.document_werk (document_id, ook_openbaar, gemaakt, gemaakt_door, gewijzigd, gewijzigd_door)
    values (${d.id}, ${d.ookOpenbaar}, ${nu}::timestamptz, ${d.door}, ${nu}::timestamptz, ${d.door})`.execute(
    tx,
  );
  await zetPublicaties(tx, d.id, d.publicaties);
}

export interface Bewaring {
  readonly velden: Readonly<Record<string, string>>;
  readonly ookOpenbaar: boolean;
  readonly publicaties: readonly string[];
  readonly door: string;
  readonly nu: Temporal.Instant;
}

/** Keeps what was filled in, whether it is right already or not, and counts the version up. */
export async function bewaarDocumentwerk(tx: Transactie, id: string, b: Bewaring): Promise<void> {
  await sql`update datalab.document_werk set velden = ${JSON.stringify(b.velden)}::jsonb, ook_openbaar = ${b.ookOpenbaar},
      gewijzigd = ${b.nu.toString()}::timestamptz, gewijzigd_door = ${b.door} where document_id = ${id}`.execute(
    tx,
  );
  await zetPublicaties(tx, id, b.publicaties);
  await sql`update datalab.document set versie = versie + 1 where id = ${id}`.execute(tx);
}

/** Keeps the fixed text and who fixed it. Before the state changes: after that nothing of it does. */
export async function bewaarStuk(tx: Transactie, id: string, inhoud: string, door: string): Promise<void> {
  await sql`insert into datalab.document_stuk (document_id, inhoud) values (${id}, ${inhoud})`.execute(tx);
  await sql`update datalab.document_werk set vastgesteld_door = ${door} where document_id = ${id}`.execute(
    tx,
  );
}

/** Moves a document to another state, with what belongs to that. The database checks it once more. */
export async function zetDocumenttoestand(
  tx: Transactie,
  id: string,
  x: {
    naar: Documenttoestand;
    zegel?: string;
    vastgesteld?: Temporal.Instant;
    ingetrokken?: Temporal.Instant;
    reden?: string;
  },
): Promise<void> {
  await sql`update datalab.document set toestand = ${x.naar}, versie = versie + 1, zegel = coalesce(${x.zegel ?? null}, zegel),
      vastgesteld = coalesce(${x.vastgesteld?.toString() ?? null}::timestamptz, vastgesteld),
      ingetrokken = coalesce(${x.ingetrokken?.toString() ?? null}::timestamptz, ingetrokken),
      reden_intrekking = coalesce(${x.reden ?? null}, reden_intrekking)
    where id = ${id}`.execute(tx);
}
