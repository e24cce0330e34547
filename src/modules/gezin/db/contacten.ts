import { sql, type Transactie } from '#platform/db/index.ts';

/** What is recorded of a person as a whole; the ways of reaching him are rows of their own (`contactwegen.ts`). */
export interface Contactrij {
  persoon: string;
  taal: string | null;
  tolk: boolean;
  /** What was noted in one text before there were fields. */
  toelichting: Buffer | null;
  versie: number;
  /** ISO day. */
  vastgesteldOp: string;
  door: string | null;
}

export type Contactvelden = Omit<Contactrij, 'versie' | 'vastgesteldOp' | 'door'>;

export async function selectContact(tx: Transactie, persoon: string): Promise<Contactrij | null> {
  const { rows } = await sql<Contactrij>`
    select persoon_id as persoon, taal, tolk, toelichting, versie, vastgesteld_op::text as "vastgesteldOp", door
    from gezin.veilig_contact where persoon_id = ${persoon}::uuid`.execute(tx);
  return rows[0] ?? null;
}

export async function insertContact(tx: Transactie, c: Contactvelden): Promise<void> {
  await sql`insert into gezin.veilig_contact (persoon_id, taal, tolk, toelichting, vastgesteld_op, door)
    values (${c.persoon}, ${c.taal}, ${c.tolk}, ${c.toelichting}, stelsel.vandaag(), stelsel.persoon())`.execute(
    tx,
  );
}

/** Keeps a version; false when it is kept already and stays as it is. */
export async function insertContactversie(tx: Transactie, c: Contactrij): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into gezin.veilig_contact_versie (persoon_id, versie, taal, tolk, toelichting, vastgesteld_op, door)
    values (${c.persoon}, ${c.versie}, ${c.taal}, ${c.tolk}, ${c.toelichting}, ${c.vastgesteldOp}::date,
      ${c.door}::uuid)
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Every version that was kept, newest first. */
export async function selectContactversies(tx: Transactie, persoon: string): Promise<Contactrij[]> {
  const { rows } = await sql<Contactrij>`
    select persoon_id as persoon, taal, tolk, toelichting, versie, vastgesteld_op::text as "vastgesteldOp", door
    from gezin.veilig_contact_versie where persoon_id = ${persoon}::uuid order by versie desc`.execute(tx);
  return rows;
}

export async function updateContact(tx: Transactie, c: Contactvelden, versie: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.veilig_contact set taal = ${c.taal}, tolk = ${c.tolk}, toelichting = ${c.toelichting},
      versie = versie + 1, vastgesteld_op = stelsel.vandaag(), door = stelsel.persoon()
    where persoon_id = ${c.persoon}::uuid and versie = ${versie}`.execute(tx);
  return numAffectedRows === 1n;
}
