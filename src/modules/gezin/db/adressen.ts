import { sql, type Transactie } from '#platform/db/index.ts';
import type { Adressoort } from '../domain/adres.ts';

export interface Adresrij {
  id: string;
  persoon: string;
  soort: Adressoort;
  gegevens: Buffer;
  gelijk: Buffer | null;
  /** ISO days. */
  van: string;
  tot: string | null;
}

export async function insertAdres(tx: Transactie, a: Omit<Adresrij, 'tot'>): Promise<void> {
  await sql`insert into gezin.adres (id, persoon_id, soort, gegevens, gelijk, van)
    values (${a.id}, ${a.persoon}, ${a.soort}, ${a.gegevens}, ${a.gelijk}, ${a.van}::date)`.execute(tx);
}

export async function selectAdressen(
  tx: Transactie,
  waar: { personen: readonly string[] } | { id: string },
): Promise<Adresrij[]> {
  const eis =
    'id' in waar ? sql`id = ${waar.id}::uuid` : sql`persoon_id = any (${[...waar.personen]}::uuid[])`;
  const { rows } = await sql<Adresrij>`
    select id, persoon_id as persoon, soort, gegevens, gelijk, van::text as van, tot::text as tot
    from gezin.adres where ${eis} order by tot is not null, van desc, id`.execute(tx);
  return rows;
}

export async function updateAdresTot(tx: Transactie, id: string, tot: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.adres set tot = ${tot}::date where id = ${id}::uuid and tot is null and van <= ${tot}::date`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export interface GeheimAdresrij {
  id: string;
  persoon: string;
  dossier: string;
  soort: Adressoort;
  gegevens: Buffer;
  van: string;
  tot: string | null;
}

export async function insertGeheimAdres(
  tx: Transactie,
  a: GeheimAdresrij & { sleutel: string },
): Promise<void> {
  await sql`insert into gezin.geheim_adres (id, persoon_id, dossier_id, soort, sleutel_id, gegevens, van, tot)
    values (${a.id}, ${a.persoon}, ${a.dossier}, ${a.soort}, ${a.sleutel}, ${a.gegevens}, ${a.van}::date,
      ${a.tot}::date)`.execute(tx);
}

/** Takes away an ordinary address that was made secret; row security refuses any other. */
export async function deleteAdres(tx: Transactie, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from gezin.adres where id = ${id}::uuid`.execute(tx);
  return numAffectedRows === 1n;
}

export async function selectGeheimeAdressen(
  tx: Transactie,
  waar: { persoon: string } | { id: string },
): Promise<GeheimAdresrij[]> {
  const eis = 'id' in waar ? sql`id = ${waar.id}::uuid` : sql`persoon_id = ${waar.persoon}::uuid`;
  const { rows } = await sql<GeheimAdresrij>`
    select id, persoon_id as persoon, dossier_id as dossier, soort, gegevens, van::text as van, tot::text as tot
    from gezin.geheim_adres where ${eis} order by tot is not null, van desc, id`.execute(tx);
  return rows;
}

export async function updateGeheimAdresTot(tx: Transactie, id: string, tot: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.geheim_adres set tot = ${tot}::date
    where id = ${id}::uuid and tot is null and van <= ${tot}::date`.execute(tx);
  return numAffectedRows === 1n;
}

/** Was this file laid down by the actor in this transaction? */
export async function isZojuistAangelegd(tx: Transactie, dossier: string): Promise<boolean> {
  const { rows } = await sql<{
    ja: boolean;
  }>`select toegang.zojuist_aangelegd(${dossier}::uuid) as ja`.execute(tx);
  return rows[0]?.ja ?? false;
}

/** For which files may the actor see and record secret addresses? The database answers; nothing for who has none. */
export async function selectDossiersGeheimAdres(tx: Transactie): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select unnest(toegang.dossiers_voor('geheim_adres'))::text as id`.execute(tx);
  return rows.map(r => r.id);
}
