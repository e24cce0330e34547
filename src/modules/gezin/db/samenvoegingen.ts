import { sql, type Transactie } from '#platform/db/index.ts';

export const SAMENVOEGSTANDEN = ['voorgesteld', 'bevestigd', 'afgewezen', 'teruggedraaid'] as const;
export type Samenvoegstand = (typeof SAMENVOEGSTANDEN)[number];

export interface Samenvoegingrij {
  id: string;
  blijft: string;
  opgegaan: string;
  score: number;
  stand: Samenvoegstand;
  /** ISO instant. */
  op: string;
  door: string | null;
}

/** Every decision about these persons, newest first, as far as the actor sees both ends. */
export async function selectSamenvoegingen(
  tx: Transactie,
  personen: readonly string[],
): Promise<Samenvoegingrij[]> {
  const ids = [...personen];
  const { rows } = await sql<Samenvoegingrij>`
    select id, blijft_id as blijft, opgegaan_id as opgegaan, score::float8 as score, stand,
      to_char(op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as op, door
    from gezin.samenvoeging where blijft_id = any (${ids}::uuid[]) or opgegaan_id = any (${ids}::uuid[])
    order by op desc, id`.execute(tx);
  return rows;
}

/**
 * False when somebody was merged already, also where the actor does not see it: the database allows one merge of a
 * record, whoever looks.
 */
export async function insertSamenvoeging(
  tx: Transactie,
  s: Pick<Samenvoegingrij, 'id' | 'blijft' | 'opgegaan' | 'score' | 'stand'>,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into gezin.samenvoeging (id, blijft_id, opgegaan_id, score, stand, door)
    values (${s.id}, ${s.blijft}, ${s.opgegaan}, ${s.score}, ${s.stand}, stelsel.persoon())
    on conflict (opgegaan_id) where stand = 'bevestigd' do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function updateTeruggedraaid(tx: Transactie, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update gezin.samenvoeging set stand = 'teruggedraaid', op = now(), door = stelsel.persoon()
    where id = ${id}::uuid and stand = 'bevestigd'`.execute(tx);
  return numAffectedRows === 1n;
}
