import { sql, type Transactie } from '#platform/db/index.ts';
import type { Mag, Meelezer, Wijze } from '../domain/contact.ts';

/** One way of reaching a person, with its details closed; null when nothing was written but the answers. */
export interface Wegrij {
  persoon: string;
  wijze: Wijze;
  mag: Mag;
  mee: Meelezer;
  meePersoon: string | null;
  gegevens: Buffer | null;
}

const WEG = sql.raw(`persoon_id as persoon, wijze, mag, mee, mee_persoon_id as "meePersoon", gegevens`);

export async function selectWegen(tx: Transactie, persoon: string): Promise<Wegrij[]> {
  const { rows } = await sql<Wegrij>`
    select ${WEG} from gezin.contactweg where persoon_id = ${persoon}::uuid`.execute(tx);
  return rows;
}

/** One way of several people, with whether the record was discussed within `dagen` days. */
export async function selectWegVan(
  tx: Transactie,
  personen: readonly string[],
  wijze: Wijze,
  dagen: number,
): Promise<(Wegrij & { recent: boolean })[]> {
  const { rows } = await sql<Wegrij & { recent: boolean }>`
    select w.persoon_id as persoon, w.wijze, w.mag, w.mee, w.mee_persoon_id as "meePersoon", w.gegevens,
      c.vastgesteld_op >= stelsel.vandaag() - ${dagen}::integer as recent
    from gezin.contactweg w join gezin.veilig_contact c on c.persoon_id = w.persoon_id
    where w.wijze = ${wijze} and w.persoon_id = any (${[...personen]}::uuid[])`.execute(tx);
  return rows;
}

/** Writes or replaces one way. */
export async function zetWeg(tx: Transactie, w: Wegrij): Promise<void> {
  await sql`insert into gezin.contactweg (persoon_id, wijze, mag, mee, mee_persoon_id, gegevens)
    values (${w.persoon}, ${w.wijze}, ${w.mag}, ${w.mee}, ${w.meePersoon}::uuid, ${w.gegevens})
    on conflict (persoon_id, wijze) do update set mag = excluded.mag, mee = excluded.mee,
      mee_persoon_id = excluded.mee_persoon_id, gegevens = excluded.gegevens`.execute(tx);
}

export async function insertWegversie(tx: Transactie, w: Wegrij & { versie: number }): Promise<void> {
  await sql`insert into gezin.contactweg_versie (persoon_id, versie, wijze, mag, mee, mee_persoon_id, gegevens)
    values (${w.persoon}, ${w.versie}, ${w.wijze}, ${w.mag}, ${w.mee}, ${w.meePersoon}::uuid, ${w.gegevens})`.execute(
    tx,
  );
}

/** The ways in every version that was kept. */
export async function selectWegversies(
  tx: Transactie,
  persoon: string,
): Promise<(Wegrij & { versie: number })[]> {
  const { rows } = await sql<Wegrij & { versie: number }>`
    select ${WEG}, versie from gezin.contactweg_versie where persoon_id = ${persoon}::uuid`.execute(tx);
  return rows;
}
