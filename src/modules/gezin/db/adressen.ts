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
  gegevens: Buffer;
  van: string;
  tot: string | null;
}

export async function insertGeheimAdres(
  tx: Transactie,
  a: Omit<GeheimAdresrij, 'tot'> & { sleutel: string },
): Promise<void> {
  await sql`insert into gezin.geheim_adres (id, persoon_id, dossier_id, sleutel_id, gegevens, van)
    values (${a.id}, ${a.persoon}, ${a.dossier}, ${a.sleutel}, ${a.gegevens}, ${a.van}::date)`.execute(tx);
}

export async function selectGeheimeAdressen(
  tx: Transactie,
  waar: { persoon: string } | { id: string },
): Promise<GeheimAdresrij[]> {
  const eis = 'id' in waar ? sql`id = ${waar.id}::uuid` : sql`persoon_id = ${waar.persoon}::uuid`;
  const { rows } = await sql<GeheimAdresrij>`
    select id, persoon_id as persoon, dossier_id as dossier, gegevens, van::text as van, tot::text as tot
    from gezin.geheim_adres where ${eis} order by tot is not null, van desc, id`.execute(tx);
  return rows;
}

export async function updateGeheimAdresTot(tx: Transactie, id: string, tot: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.geheim_adres set tot = ${tot}::date
    where id = ${id}::uuid and tot is null and van <= ${tot}::date`.execute(tx);
  return numAffectedRows === 1n;
}

/** For which files may the actor see and record secret addresses? The database answers; nothing for who has none. */
export async function selectDossiersGeheimAdres(tx: Transactie): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select unnest(toegang.dossiers_voor('geheim_adres'))::text as id`.execute(tx);
  return rows.map(r => r.id);
}
