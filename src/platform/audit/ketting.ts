import { createHash } from 'node:crypto';
import { sql } from '#platform/db/index.ts';

/** A log row as text, column by column in the order of the table: what the hash covers. */
export type Rij = readonly (string | null)[];

/** SQL of the columns of `audit.logregel` (alias `l`) as one array of texts. Version 1 of the written form. */
export const RIJ = sql`array[l.id::text, l.volgorde::text, l.xid::text,
  to_char(l.tijdstip at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.actor, l.handeling, l.soort,
  l.object, l.uitkomst, l.reden, l.details::text, encode(l.inhoud_hash, 'hex')]`;

/** SQL of `audit.partij` (alias `p`) as one array of texts. */
export const PARTIJ = sql`array[p.nummer::text, p.tot_xid::text, p.voortgezet::text,
  to_char(p.tijdstip at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')]`;

/** What stands before the first link. */
export const BEGIN = '0'.repeat(64);

/** SHA-256 (hex) of a text. */
export const sha256 = (tekst: string): string => createHash('sha256').update(tekst, 'utf8').digest('hex');

/** Hash (hex) of a log row. */
export const rijHash = (rij: Rij): string => sha256(`lange-adem/logregel/1\n${JSON.stringify(rij)}`);

/** Hash (hex) of one link: the link before it, its place, the round it belongs to, and its row. */
export function schakelHash(vorige: string, volgnummer: number, partij: Rij, hashVanRij: string): string {
  return sha256(`lange-adem/zegel/1\n${JSON.stringify([vorige, volgnummer, partij, hashVanRij])}`);
}
