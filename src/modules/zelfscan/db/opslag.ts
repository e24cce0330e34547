import { sql, type Transactie } from '#platform/db/index.ts';
import type { Zelfscan } from '../domain/zelfscan.ts';

/** What a reader sees: what is published, the working version, or the newest version that he may read. */
export type Weergave = 'openbaar' | 'werk' | 'nieuwste';

export interface Opgeslagen {
  id: string;
  regio: string;
  versie: number;
  openbareVersie: number | null;
  inhoud: Zelfscan;
}

const KEUZE = {
  openbaar: sql`v.versie = z.openbare_versie`,
  werk: sql`v.versie = z.versie`,
  nieuwste: sql`v.versie = (select max(n.versie) from zelfscan.zelfscan_versie n where n.zelfscan_id = z.id)`,
};

/** The scans of a region (of all regions when null) in the asked version. */
export async function listOpgeslagen(
  tx: Transactie,
  regio: string | null,
  weergave: Weergave,
): Promise<Opgeslagen[]> {
  const { rows } = await sql<Omit<Opgeslagen, 'openbareVersie'> & { openbare_versie: number | null }>`
    select z.id, z.regio, z.versie, z.openbare_versie, v.inhoud
    from zelfscan.zelfscan z join zelfscan.zelfscan_versie v on v.zelfscan_id = z.id
    where ${KEUZE[weergave]} and (${regio}::text is null or z.regio = ${regio}::text)
    order by z.regio`.execute(tx);
  return rows.map(({ openbare_versie, ...r }) => ({ ...r, openbareVersie: openbare_versie }));
}

export interface Vastlegging {
  nu: Temporal.Instant;
  door: string;
  reden: string | null;
}

/** Writes the next version of a region's scan; the first when `oud` is null. */
export async function schrijfZelfscan(
  tx: Transactie,
  regio: string,
  oud: Opgeslagen | null,
  inhoud: Zelfscan,
  v: Vastlegging,
): Promise<void> {
  const id = oud?.id ?? crypto.randomUUID();
  if (oud) {
    const { numAffectedRows } = await sql`
      update zelfscan.zelfscan set versie = versie + 1 where id = ${id} and versie = ${oud.versie}`.execute(
      tx,
    );
    if (numAffectedRows !== 1n) throw new Error('Zelfscan tijdens inlezen gewijzigd.');
  } else {
    await sql`insert into zelfscan.zelfscan (id, regio, versie) values (${id}, ${regio}, 1)`.execute(tx);
  }
  await sql`
    insert into zelfscan.zelfscan_versie (zelfscan_id, versie, inhoud, geldig_vanaf, vastgelegd, door, reden)
    values (${id}, ${(oud?.versie ?? 0) + 1}, ${JSON.stringify(inhoud)}::jsonb, stelsel.vandaag(),
      ${v.nu.toString()}, ${v.door}, ${v.reden})`.execute(tx);
}

/** Makes the working version of a region's scan public; false when nothing changed or the actor may not. */
export async function zetOpenbaar(tx: Transactie, regio: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update zelfscan.zelfscan set openbare_versie = versie
    where regio = ${regio} and openbare_versie is distinct from versie`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
