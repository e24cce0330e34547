import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Uitstel, Uitstelreden } from '../domain/kennisgeving.ts';

export interface Kennisgevingrij {
  id: string;
  dossier: string;
  betrokkene: string;
  organisatie: string;
  vastgelegdOp: Temporal.PlainDate;
  uitstellen: Uitstel[];
  /** Does the actor work in that file, so that he may handle it? */
  eigen: boolean;
}

type Rij = Omit<Kennisgevingrij, 'vastgelegdOp' | 'uitstellen'> & {
  vastgelegdOp: string;
  uitstellen: { tot: string; reden: Uitstelreden; beslotenOp: string }[];
};

const dag = (iso: string) => Temporal.PlainDate.from(iso);

const SELECT = sql`select k.id, k.dossier_id dossier, k.betrokkene_id betrokkene, k.organisatie_id organisatie,
  k.vastgelegd_op::text "vastgelegdOp",
  k.dossier_id || ':' || k.organisatie_id = any ((select toegang.dossierorganisaties())::text[]) eigen,
  coalesce((select jsonb_agg(jsonb_build_object('tot', u.tot, 'reden', u.reden, 'beslotenOp', u.besloten_op) order by u.volgnummer)
    from privacy.uitstel u where u.kennisgeving_id = k.id), '[]') uitstellen
  from privacy.kennisgeving k where k.stand = 'open'`;

const alsRij = (r: Rij): Kennisgevingrij => ({
  ...r,
  vastgelegdOp: dag(r.vastgelegdOp),
  uitstellen: r.uitstellen.map(u => ({ tot: dag(u.tot), reden: u.reden, beslotenOp: dag(u.beslotenOp) })),
});

/** Notices that still must be given, as far as the actor may see them. */
export async function listOpen(tx: Transactie): Promise<Kennisgevingrij[]> {
  const { rows } = await sql<Rij>`${SELECT} order by k.vastgelegd_op, k.id limit 500`.execute(tx);
  return rows.map(alsRij);
}

/** Those of one file. */
export async function listOpenVan(tx: Transactie, dossier: string): Promise<Kennisgevingrij[]> {
  const { rows } =
    await sql<Rij>`${SELECT} and k.dossier_id = ${dossier} order by k.vastgelegd_op, k.id`.execute(tx);
  return rows.map(alsRij);
}

export async function findOpen(tx: Transactie, id: string): Promise<Kennisgevingrij | null> {
  const { rows } = await sql<Rij>`${SELECT} and k.id = ${id}`.execute(tx);
  return rows[0] ? alsRij(rows[0]) : null;
}

/** Starts the clock for a person in a file, unless it runs already. */
export async function insertKennisgeving(
  tx: Transactie,
  k: { dossier: string; betrokkene: string; organisatie: string },
): Promise<void> {
  await sql`insert into privacy.kennisgeving (id, dossier_id, betrokkene_id, organisatie_id, vastgelegd_op)
    values (${randomUUID()}, ${k.dossier}, ${k.betrokkene}, ${k.organisatie}, stelsel.vandaag())
    on conflict (dossier_id, betrokkene_id) where stand = 'open' do nothing`.execute(tx);
}

export async function insertUitstel(
  tx: Transactie,
  k: Kennisgevingrij,
  tot: Temporal.PlainDate,
  reden: Uitstelreden,
): Promise<void> {
  await sql`insert into privacy.uitstel (kennisgeving_id, volgnummer, tot, reden, besloten_op, door)
    values (${k.id}, ${k.uitstellen.length + 1}, ${tot.toString()}, ${reden}, stelsel.vandaag(), stelsel.persoon())`.execute(
    tx,
  );
}

/** False when there is no such open notice that the actor may handle. */
export async function zetAfgehandeld(
  tx: Transactie,
  id: string,
  stand: 'gedaan' | 'vervallen',
): Promise<boolean> {
  const r = await sql`update privacy.kennisgeving set stand = ${stand}, afgehandeld_op = stelsel.vandaag(),
    afgehandeld_door = stelsel.persoon() where id = ${id} and stand = 'open'`.execute(tx);
  return (r.numAffectedRows ?? 0n) > 0n;
}
