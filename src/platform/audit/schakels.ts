import { hash } from 'node:crypto';
import { type RawBuilder, sql, type Transactie } from '#platform/db/index.ts';
import { PARTIJ, RIJ, type Rij } from './ketting.ts';

/** A round of the sealer: as text for the hash of its links, and between which times its rows must lie. */
export interface Partijgrens {
  nummer: number;
  /** JSON of the written form of the round. */
  tekst: string;
  voortgezet: boolean;
  /** Written form of the last moment, and of the first where a round stands before it. */
  uiterlijk: string;
  vanaf: string | null;
}

/** What the check needs of a log row: its written form, and out of it the order and the time. */
export interface Regel {
  /** JSON of the row: what its hash covers. */
  json: string;
  /** Decimal numbers of any length. */
  volgorde: string;
  xid: string;
  /** Written form of the time. */
  tijdstip: string;
}

export interface Schakel {
  volgnummer: number;
  rijHash: string;
  vorige: string;
  hash: string;
  partijNummer: number;
  /** Null when the row is gone. */
  rij: Regel | null;
  /** The row could not be taken apart: it holds what no log row may hold. */
  onleesbaar: boolean;
}

// Characters that hex and JSON do not hold. The database writes a row as its hash covers it: one text for a whole block
// costs a tenth of an array per row, and nothing is written here that was only taken apart.
const VELD = '\u001f';
const REGEL = '\u001e';
/** Hex of one SHA-256; a link carries three of them as one text. */
const HASH = 64;

/** Links of one block, in order, and the written forms of their rows: null where the row is gone. */
export interface Blok {
  schakels: readonly string[][];
  regels: readonly (string | null)[];
}

/**
 * Links after this place, at most as many places on; none when there are none. Rows were sealed in the order of their
 * transactions, so that those of one block lie together: they are read as one stretch, and what is not in it (moved,
 * changed, of a former server) by its id. Looking every row up by its id alone costs as much as all the rest.
 */
export async function leesBlok(tx: Transactie, na: number, hoogstens: number): Promise<Blok> {
  const blok = sql`z.volgnummer > ${na} and z.volgnummer <= ${na + hoogstens}`;
  const { rows } = await sql<{ schakels: string | null }>`
    select string_agg(concat_ws(${VELD}::text, z.volgnummer, z.partij, coalesce(z.regel::text, ''),
      encode(z.rij_hash || z.vorige || z.hash, 'hex')), ${REGEL}::text) schakels
    from (select * from audit.zegel z where ${blok} order by z.volgnummer) z`.execute(tx);
  const schakels = gesplitst(rows[0]?.schakels).map(regel => regel.split(VELD));
  if (schakels.length === 0) return { schakels, regels: [] };
  const rand = (kant: RawBuilder<unknown>) => sql`(select l.xid, l.volgorde from audit.zegel z
    join audit.logregel l on l.id = z.regel where ${blok} order by z.volgnummer ${kant} limit 1)`;
  const strook = await leesRegels(
    tx,
    sql`(l.xid, l.volgorde) >= ${rand(sql`asc`)} and (l.xid, l.volgorde) <= ${rand(sql`desc`)} limit ${2 * hoogstens}`,
  );
  return { schakels, regels: await zoekRegels(tx, schakels.map(idVan), strook) };
}

const gesplitst = (tekst: string | null | undefined): string[] => (tekst ? tekst.split(REGEL) : []);
/** Id of the row that a link names; empty where it was taken out. */
const idVan = (schakel: readonly string[]): string => schakel[2] ?? '';

/** Written forms of the rows that meet this condition. */
async function leesRegels(tx: Transactie, waar: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ regels: string | null }>`
    select string_agg(array_to_json(${RIJ})::text, ${REGEL}::text) regels
    from (select * from audit.logregel l where ${waar}) l`.execute(tx);
  return gesplitst(rows[0]?.regels);
}

/** To each id its row: mostly at the same place in the stretch, else elsewhere in it, else wherever it is. */
async function zoekRegels(tx: Transactie, ids: string[], strook: string[]): Promise<(string | null)[]> {
  const hoortBij = (id: string, json: string | undefined) => id !== '' && json?.startsWith(id, 2) === true;
  if (ids.every((id, i) => hoortBij(id, strook[i]))) return strook;
  const perId = new Map(strook.map(json => [json.slice(2, 38), json]));
  const los = ids.filter(id => id !== '' && !perId.has(id));
  const elders = los.length > 0 ? await leesRegels(tx, sql`l.id = any (${los}::uuid[])`) : [];
  for (const json of elders) perId.set(json.slice(2, 38), json);
  return ids.map(id => perId.get(id) ?? null);
}

/** The first place after this one that holds a link, or null: where a gap ends. */
export async function volgendePlaats(tx: Transactie, na: number): Promise<number | null> {
  const { rows } = await sql<{ volgnummer: number }>`
    select volgnummer from audit.zegel where volgnummer > ${na} order by volgnummer limit 1`.execute(tx);
  return rows[0]?.volgnummer ?? null;
}

/** The rounds of these numbers, as far as they are there. */
export async function leesPartijen(tx: Transactie, nummers: readonly number[]): Promise<Partijgrens[]> {
  const vorm = (waarde: ReturnType<typeof sql>) =>
    sql`to_char(${waarde} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  const { rows } = await sql<Omit<Partijgrens, 'tekst'> & { rij: Rij }>`
    select p.nummer, ${PARTIJ} rij, p.voortgezet, ${vorm(sql`(p.tijdstip + interval '5 minutes')`)} uiterlijk,
      ${vorm(sql`(q.tijdstip - interval '1 hour')`)} vanaf
    from audit.partij p left join audit.partij q on q.nummer = p.nummer - 1
    where p.nummer = any(${[...nummers]}::bigint[])`.execute(tx);
  return rows.map(({ rij, ...r }) => ({ ...r, tekst: JSON.stringify(rij) }));
}

const GETAL = /^\d+$/;
const KENMERK = 36;
const TIJDSTIP = '2026-01-01T00:00:00.000000Z'.length;

/** `["id","volgorde","xid","tijdstip",…`: the first four hold nothing that JSON escapes. Null when it is not that. */
function leesRegel(json: string): Regel | null {
  // Cut by place and not by splitting: this is done for every row of the log.
  const van = KENMERK + 5;
  const midden = json.indexOf('"', van);
  const eind = json.indexOf('"', midden + 3);
  const volgorde = json.slice(van, midden);
  const xid = json.slice(midden + 3, eind);
  const tijdstip = json.slice(eind + 3, eind + 3 + TIJDSTIP);
  return GETAL.test(volgorde) && GETAL.test(xid) ? { json, volgorde, xid, tijdstip } : null;
}

/** Takes a block apart. */
export const ontleedBlok = (blok: Blok): Schakel[] =>
  blok.schakels.map(([nr, partij, , hashes = ''], i) => {
    const json = blok.regels[i] ?? null;
    const rij = json === null ? null : leesRegel(json);
    return {
      volgnummer: Number(nr),
      rijHash: hashes.slice(0, HASH),
      vorige: hashes.slice(HASH, 2 * HASH),
      hash: hashes.slice(2 * HASH),
      partijNummer: Number(partij),
      rij,
      onleesbaar: json !== null && rij === null,
    };
  });

/** The same hashes as in ketting.ts, for many rows: one call each, over JSON that the database wrote. */
export const snelleRijHash = (json: string): string =>
  hash('sha256', `lange-adem/logregel/1\n${json}`, 'hex');

/** Hash of a link; `partij` is the JSON of its round. Hashes hold hex only, so that no text needs escaping. */
export const snelleSchakelHash = (vorige: string, volgnummer: number, partij: string, rij: string): string =>
  hash('sha256', `lange-adem/zegel/1\n["${vorige}",${volgnummer},${partij},"${rij}"]`, 'hex');
