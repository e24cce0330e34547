import { hash } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import { PARTIJ, type Rij } from './ketting.ts';

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

export interface Schakel {
  volgnummer: number;
  rijHash: string;
  vorige: string;
  hash: string;
  partijNummer: number;
  /** Null when the row is gone. */
  rij: Rij | null;
  /** The row could not be taken apart: it holds what no log row may hold. */
  onleesbaar: boolean;
}

// Characters that no code, id or JSON text can hold. A hundred thousand rows a second are read here: one text for a
// whole block costs a tenth of an array per row. A row that does hold them is no log row, and is found as changed.
const VELD = '\u001f';
const REGEL = '\u001e';
const VELDEN = 17;

const NAMEN = sql`concat_ws(${VELD}::text, z.volgnummer, z.partij, encode(z.rij_hash, 'hex'), encode(z.vorige, 'hex'),
  encode(z.hash, 'hex'), coalesce(l.id::text, ''), coalesce(l.volgorde::text, ''), coalesce(l.xid::text, ''),
  coalesce(l.tijdstip::text, ''), coalesce(l.actor, ''), coalesce(l.handeling, ''), coalesce(l.soort, ''),
  coalesce('=' || l.object, ''), coalesce(l.uitkomst, ''), coalesce('=' || l.reden, ''), coalesce(l.details::text, ''),
  coalesce('=' || encode(l.inhoud_hash, 'hex'), ''))`;

/** To be called once in the transaction that reads: times are then written in UTC, in ISO form. */
export async function stelSchrijfwijzeIn(tx: Transactie): Promise<void> {
  await sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true)`.execute(
    tx,
  );
}

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

/** '2026-03-02 09:00:00.12+00' in the written form of the hash; anything else stays what it is. */
function schrijfTijd(t: string): string {
  if (!t.endsWith('+00') || t.charCodeAt(10) !== 32) return t;
  const uur = t.slice(11, -3);
  return `${t.slice(0, 10)}T${uur.length === 8 ? `${uur}.000000` : uur.padEnd(15, '0')}Z`;
}

const ofNull = (t: string | undefined): string | null => (t?.startsWith('=') ? t.slice(1) : null);

function alsRij(v: string[]): Rij | null {
  const [id = '', volgorde = '', xid = '', tijd = '', actor = '', handeling = '', soort = ''] = v.slice(5);
  if (id === '') return null;
  const uitkomst = v[13] ?? '';
  return [
    id,
    volgorde,
    xid,
    schrijfTijd(tijd),
    actor,
    handeling,
    soort,
    ofNull(v[12]),
    uitkomst,
    ofNull(v[14]),
    v[15] ?? '',
    ofNull(v[16]),
  ];
}

/** Takes a block apart. */
export function ontleedBlok(blok: string): Schakel[] {
  if (blok === '') return [];
  return blok.split(REGEL).map(regel => {
    const v = regel.split(VELD);
    const onleesbaar = v.length !== VELDEN;
    return {
      volgnummer: Number(v[0]),
      rijHash: v[2] ?? '',
      vorige: v[3] ?? '',
      hash: v[4] ?? '',
      partijNummer: Number(v[1]),
      rij: onleesbaar ? null : alsRij(v),
      onleesbaar,
    };
  });
}

/** The same hashes as in ketting.ts, for many rows: one call each. */
export const snelleRijHash = (rij: Rij): string =>
  hash('sha256', `lange-adem/logregel/1\n${JSON.stringify(rij)}`, 'hex');

/** Hash of a link; `partij` is the JSON of its round. Hashes hold hex only, so that no text needs escaping. */
export const snelleSchakelHash = (vorige: string, volgnummer: number, partij: string, rij: string): string =>
  hash('sha256', `lange-adem/zegel/1\n["${vorige}",${volgnummer},${partij},"${rij}"]`, 'hex');
