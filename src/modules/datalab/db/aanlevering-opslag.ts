import { sql, type Transactie } from '#platform/db/index.ts';

/** A file that lay in the folder, with what became of it. */
export interface Aanlevering {
  id: string;
  regio: string;
  bestandsnaam: string;
  uitkomst: 'verwerkt' | 'geweigerd';
  verslag: string;
  inlezingId: string | null;
  gezien: string;
}

/** Keeps what became of a file. */
export async function bewaarAanlevering(
  tx: Transactie,
  a: Omit<Aanlevering, 'id' | 'gezien'> & { kenmerk: string },
  nu: Temporal.Instant,
): Promise<void> {
  await sql`insert into datalab.aanlevering (id, regio, bestandsnaam, kenmerk, uitkomst, verslag, inlezing_id, gezien)
    values (gen_random_uuid(), ${a.regio}, ${a.bestandsnaam}, ${a.kenmerk}, ${a.uitkomst}, ${a.verslag}, ${a.inlezingId},
      ${nu.toString()}::timestamptz)`.execute(tx);
}

/** Files of a region that lay in the folder, newest first; none for who may not. */
export async function listAanleveringen(tx: Transactie, regio: string): Promise<Aanlevering[]> {
  const r = await sql<Aanlevering>`
    select id, regio, bestandsnaam, uitkomst, verslag, inlezing_id as "inlezingId",
      to_char(gezien at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as gezien
    from datalab.aanlevering where regio = ${regio} order by datalab.aanlevering.gezien desc limit 50`.execute(
    tx,
  );
  return r.rows;
}
