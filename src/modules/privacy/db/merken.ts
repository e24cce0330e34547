import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Merkinhoud, Merksoort, Uitzondering } from '../domain/merk.ts';

/** A mark as it stands with the request from which it followed. */
export interface Merkrij extends Merkinhoud {
  id: string;
  dossier: string;
  betrokkene: string;
  van: string;
  tot: string | null;
  uitzondering: Uitzondering | null;
  stil: boolean;
}

/** Row security lets only who decides as the second write it, and only what was decided. */
export async function insertMerk(
  tx: Transactie,
  m: Merkinhoud & { verzoek: string; dossier: string; betrokkene: string; organisatie: string },
): Promise<void> {
  await sql`insert into privacy.merk (id, verzoek_id, dossier_id, betrokkene_id, organisatie_id, soort, gedeeltelijk, van)
    values (${randomUUID()}, ${m.verzoek}, ${m.dossier}, ${m.betrokkene}, ${m.organisatie}, ${m.soort},
      ${m.gedeeltelijk}, stelsel.vandaag())`.execute(tx);
}

/** The mark of a request, as far as the actor may see it. */
export async function findMerk(tx: Transactie, verzoek: string): Promise<Merkrij | null> {
  const { rows } =
    await sql<Merkrij>`select id, dossier_id dossier, betrokkene_id betrokkene, soort, gedeeltelijk, van::text, tot::text,
    uitzondering, stil from privacy.merk where verzoek_id = ${verzoek}`.execute(tx);
  return rows[0] ?? null;
}

/** Requests of which the mark is not over yet, as far as the actor may see them. */
export async function listOpenMerken(tx: Transactie): Promise<Set<string>> {
  const { rows } = await sql<{ v: string }>`select verzoek_id v from privacy.merk
    where tot is null and verzoek_id is not null`.execute(tx);
  return new Set(rows.map(r => r.v));
}

const gewijzigd = (r: { numAffectedRows?: bigint | undefined }) => (r.numAffectedRows ?? 0n) > 0n;

/** It is carried out, or lifted. False when it was over already, or is not the actor's. */
export async function eindigMerk(tx: Transactie, id: string): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.merk set tot = stelsel.vandaag(), tot_door = stelsel.persoon()
      where id = ${id} and tot is null`.execute(tx),
  );
}

/** There may be writing on this ground. False as `eindigMerk`. */
export async function zetUitzondering(tx: Transactie, id: string, u: Uitzondering): Promise<boolean> {
  return gewijzigd(
    await sql`update privacy.merk set uitzondering = ${u}, uitzondering_door = stelsel.persoon(),
      uitzondering_op = stelsel.vandaag() where id = ${id} and tot is null`.execute(tx),
  );
}

/** A mark as it is shown on a file or person. */
export interface Merkregel extends Merkinhoud {
  betrokkene: string;
  van: string;
  uitzondering: Uitzondering | null;
  stil: boolean;
}

/** Marks on this file, or on this person, for who works with it. */
export async function listMerkenOver(
  tx: Transactie,
  wat: { dossier?: string; persoon?: string },
): Promise<Merkregel[]> {
  const { rows } = await sql<
    Merkregel & { soort: Merksoort }
  >`select betrokkene, soort, gedeeltelijk, van::text,
    uitzondering, stil from privacy.merken_over(${wat.dossier ?? null}::uuid, ${wat.persoon ?? null}::uuid)
    order by van, soort`.execute(tx);
  return rows;
}
