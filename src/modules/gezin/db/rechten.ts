import { sql, type Transactie } from '#platform/db/index.ts';

/** What the actor may do with a person, as row security will judge it; asked first, so that a refusal is no error. */
export interface Persoonrecht {
  id: string;
  /** Addresses, relationships, safe contact: by a relation in which one works (not a table meeting or break-glass). */
  aanvullen: boolean;
  /** How and where he is reached safely: also while writing about him is halted. */
  bereikbaar: boolean;
  /** Who somebody is: moreover on behalf of the organisation that keeps him. */
  wijzigen: boolean;
}

/** Only persons whom the actor sees. */
export async function selectRechten(tx: Transactie, personen: readonly string[]): Promise<Persoonrecht[]> {
  const { rows } = await sql<Persoonrecht>`
    select p.id, p.id = any (te.bewerken) as aanvullen, p.id = any (te.behandelen) as bereikbaar,
      p.id = any (te.bewerken) and p.organisatie_id = any (te.organisaties) as wijzigen
    from gezin.persoon p,
      (select toegang.betrokkenen_te_bewerken() as bewerken, toegang.betrokkenen_in_behandeling() as behandelen,
        toegang.organisaties('intaker', 'teamleider', 'professional') as organisaties) te
    where p.id = any (${[...personen]}::uuid[])`.execute(tx);
  return rows;
}

/** May the actor write in this file? False for what is not there, or not his. */
export async function magInDossier(tx: Transactie, dossier: string): Promise<boolean> {
  const { rows } = await sql<{ mag: boolean }>`
    select ${dossier}::uuid = any (toegang.dossiers_te_bewerken()) as mag`.execute(tx);
  return rows[0]?.mag ?? false;
}

/** Does the actor work in this file, also while writing in it is halted? For what keeps somebody safe. */
export async function behandelt(tx: Transactie, dossier: string): Promise<boolean> {
  const { rows } = await sql<{ mag: boolean }>`
    select ${dossier}::uuid = any (toegang.dossiers_in_behandeling()) as mag`.execute(tx);
  return rows[0]?.mag ?? false;
}

/** Which of these persons the actor may put in this file, as row security will judge it, and who are not in it yet. */
export async function selectKoppelbaar(
  tx: Transactie,
  dossier: string,
  personen: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from gezin.persoon p
    where p.id = any (${[...personen]}::uuid[]) and toegang.mag_koppelen(${dossier}::uuid, p.id)
      and not exists (select 1 from toegang.betrokkenheid b
        where b.dossier_id = ${dossier}::uuid and b.betrokkene_id = p.id)`.execute(tx);
  return rows.map(r => r.id);
}

/** Does the actor work in this file on a ground on which the law names the citizen service number? */
export async function magBsnIn(tx: Transactie, dossier: string): Promise<boolean> {
  const { rows } = await sql<{ mag: boolean }>`
    select ${dossier}::uuid = any (gezin.dossiers_bsn()) as mag`.execute(tx);
  return rows[0]?.mag ?? false;
}

/** The organisation that holds the file and for which the actor works in it; its own file goes before a handed-over one. */
export async function selectHouder(
  tx: Transactie,
  dossier: string,
): Promise<{ regio: string; organisatie: string } | null> {
  const { rows } = await sql<{ regio: string; organisatie: string }>`
    select d.regio, r.organisatie_id as organisatie
    from toegang.open_relaties() r join toegang.dossier d on d.id = r.dossier_id
    where r.dossier_id = ${dossier}::uuid and r.doel in ('behandeling', 'regie')
      and toegang.houdt(r.dossier_id, r.organisatie_id)
    order by r.organisatie_id = d.organisatie_id desc, r.organisatie_id limit 1`.execute(tx);
  return rows[0] ?? null;
}
