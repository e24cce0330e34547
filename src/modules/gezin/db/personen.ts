import { sql, type Transactie } from '#platform/db/index.ts';
import type { Leeftijdsband } from '../domain/geboortedatum.ts';
import type { Geslacht } from '../domain/persoon.ts';

/** A person as stored; what identifies is ciphertext. */
export interface Persoonrij {
  id: string;
  regio: string;
  organisatie: string;
  sleutel: string;
  gegevens: Buffer;
  bsn: Buffer | null;
  bsnGrond: string | null;
  geslacht: Geslacht;
  leeftijdsband: Leeftijdsband;
  gemeente: string | null;
  versie: number;
  laatsteWijziging: string;
  opgegaanIn: string | null;
  /** Does the actor work for this person on a ground on which the law names the number? */
  leestBsn: boolean;
}

export type Persoonvelden = Pick<
  Persoonrij,
  'gegevens' | 'bsn' | 'bsnGrond' | 'geslacht' | 'leeftijdsband' | 'gemeente'
>;

/** Without reading it back: nobody sees a person before he is linked to a file. */
export async function insertPersoon(
  tx: Transactie,
  p: Persoonvelden & Pick<Persoonrij, 'id' | 'regio' | 'organisatie' | 'sleutel'>,
): Promise<void> {
  await sql`insert into gezin.persoon (id, regio, organisatie_id, sleutel_id, gegevens, bsn, bsn_grond, geslacht,
      leeftijdsband, gemeente, laatste_wijziging)
    values (${p.id}, ${p.regio}, ${p.organisatie}, ${p.sleutel}, ${p.gegevens}, ${p.bsn}, ${p.bsnGrond},
      ${p.geslacht}, ${p.leeftijdsband}, ${p.gemeente}, stelsel.vandaag())`.execute(tx);
}

export async function insertPersoonversie(
  tx: Transactie,
  v: { id: string; versie: number; gegevens: Buffer; bsn: Buffer | null; reden: string },
): Promise<void> {
  await sql`insert into gezin.persoon_versie (persoon_id, versie, gegevens, bsn, geldig_van, door, reden)
    values (${v.id}, ${v.versie}, ${v.gegevens}, ${v.bsn}, stelsel.vandaag(), stelsel.persoon(), ${v.reden})`.execute(
    tx,
  );
}

/** False when the version is no longer the one that the writer saw, or the person is not his to change. */
export async function updatePersoon(
  tx: Transactie,
  id: string,
  versie: number,
  p: Persoonvelden,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.persoon set gegevens = ${p.gegevens}, bsn = ${p.bsn}, bsn_grond = ${p.bsnGrond},
      geslacht = ${p.geslacht}, leeftijdsband = ${p.leeftijdsband}, gemeente = ${p.gemeente},
      versie = versie + 1, laatste_wijziging = stelsel.vandaag()
    where id = ${id} and versie = ${versie}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function selectPersonen(tx: Transactie, ids: readonly string[]): Promise<Persoonrij[]> {
  const { rows } = await sql<Persoonrij>`
    select p.id, p.regio, p.organisatie_id as organisatie, p.sleutel_id as sleutel, p.gegevens, p.bsn,
      p.bsn_grond as "bsnGrond", p.geslacht, p.leeftijdsband, p.gemeente, p.versie,
      p.laatste_wijziging::text as "laatsteWijziging", s.blijft_id as "opgegaanIn",
      p.id = any ((select gezin.personen_bsn())::uuid[]) as "leestBsn"
    from gezin.persoon p
    left join gezin.samenvoeging s on s.opgegaan_id = p.id and s.stand = 'bevestigd'
    where p.id = any (${[...ids]}::uuid[]) order by p.id`.execute(tx);
  return rows;
}

export interface Persoonversierij {
  versie: number;
  gegevens: Buffer;
  /** ISO day and instant. */
  geldigVan: string;
  vastgelegdOp: string;
  door: string | null;
  reden: string;
}

export async function selectVersies(tx: Transactie, id: string): Promise<Persoonversierij[]> {
  const { rows } = await sql<Persoonversierij>`
    select versie, gegevens, geldig_van::text as "geldigVan",
      to_char(vastgelegd_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "vastgelegdOp", door, reden
    from gezin.persoon_versie where persoon_id = ${id}::uuid order by versie desc`.execute(tx);
  return rows;
}
