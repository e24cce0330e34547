import { hash } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
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

// Characters that hex and JSON do not hold. The database writes the row as the hash covers it: one text for a whole block
// costs a tenth of an array per row, and nothing is written here that was only taken apart.
const VELD = '\u001f';
const REGEL = '\u001e';

const NAMEN = sql`concat_ws(${VELD}::text, z.volgnummer, z.partij, encode(z.rij_hash, 'hex'), encode(z.vorige, 'hex'),
  encode(z.hash, 'hex'), case when l.id is null then '' else array_to_json(${RIJ})::text end)`;

/** Links after this place as one text, in order. Empty when there are none. */
export async function leesBlok(tx: Transactie, na: number, hoogstens: number): Promise<string> {
  const { rows } = await sql<{ blok: string | null }>`
    select string_agg(regel, ${REGEL}::text) blok from (
      select ${NAMEN} regel from audit.zegel z left join audit.logregel l on l.id = z.regel
      where z.volgnummer > ${na} and z.volgnummer <= ${na + hoogstens} order by z.volgnummer) x`.execute(tx);
  return rows[0]?.blok ?? '';
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

/** `["id","volgorde","xid","tijdstip",…`: the first four hold nothing that JSON escapes. Null when it is not that. */
function leesRegel(json: string): Regel | null {
  const [, volgorde = '', xid = '', tijdstip = ''] = json.split('","', 4);
  return GETAL.test(volgorde) && GETAL.test(xid) ? { json, volgorde, xid, tijdstip } : null;
}

/** Takes a block apart. */
export function ontleedBlok(blok: string): Schakel[] {
  if (blok === '') return [];
  return blok.split(REGEL).map(regel => {
    const [nr, partij, rijHash = '', vorige = '', hash = '', json = ''] = regel.split(VELD);
    const rij = json === '' ? null : leesRegel(json);
    return {
      volgnummer: Number(nr),
      rijHash,
      vorige,
      hash,
      partijNummer: Number(partij),
      rij,
      onleesbaar: json !== '' && rij === null,
    };
  });
}

/** The same hashes as in ketting.ts, for many rows: one call each, over JSON that the database wrote. */
export const snelleRijHash = (json: string): string =>
  hash('sha256', `lange-adem/logregel/1\n${json}`, 'hex');

/** Hash of a link; `partij` is the JSON of its round. Hashes hold hex only, so that no text needs escaping. */
export const snelleSchakelHash = (vorige: string, volgnummer: number, partij: string, rij: string): string =>
  hash('sha256', `lange-adem/zegel/1\n["${vorige}",${volgnummer},${partij},"${rij}"]`, 'hex');
