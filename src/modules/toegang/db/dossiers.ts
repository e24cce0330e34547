import { sql, type Transactie } from '#platform/db/index.ts';
import type { Doel, Hoedanigheid } from '../domain/relaties.ts';

export interface Dossier {
  id: string;
  regio: string;
  organisatieId: string;
  /** ISO days. */
  aangelegdOp: string;
  geslotenOp: string | null;
}

/** The day for which this transaction acts. */
export async function leesDag(tx: Transactie): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ dag: string }>`select stelsel.vandaag()::text as dag`.execute(tx);
  return Temporal.PlainDate.from(rows[0]?.dag ?? '');
}

/** May the actor lay down a file for this organisation in this region? */
export async function magAanleggen(tx: Transactie, organisatieId: string, regio: string): Promise<boolean> {
  const { rows } = await sql<{ mag: boolean }>`
    select ${organisatieId}::uuid = any (toegang.organisaties('intaker', 'teamleider', 'professional'))
      and ${regio} = any (toegang.regios('intaker', 'teamleider', 'professional')) as mag`.execute(tx);
  return rows[0]?.mag ?? false;
}

/** Not read back: nobody sees a file before his relation stands. */
export async function insertDossier(
  tx: Transactie,
  d: { id: string; regio: string; organisatieId: string },
): Promise<void> {
  await sql`insert into toegang.dossier (id, regio, organisatie_id, aangelegd_door, aangelegd_op)
    values (${d.id}, ${d.regio}, ${d.organisatieId}, stelsel.persoon(), stelsel.vandaag())`.execute(tx);
}

/** The file as access knows it; null when it is not there or not for this actor. */
export async function findDossier(tx: Transactie, id: string): Promise<Dossier | null> {
  const { rows } = await sql<Dossier>`
    select id, regio, organisatie_id as "organisatieId", aangelegd_op::text as "aangelegdOp",
      gesloten_op::text as "geslotenOp" from toegang.dossier where id = ${id}::uuid`.execute(tx);
  return rows[0] ?? null;
}

/** False when this actor may not close it. */
export async function zetGesloten(tx: Transactie, id: string, gesloten: boolean): Promise<boolean> {
  const r =
    await sql`update toegang.dossier set gesloten_op = case when ${gesloten} then stelsel.vandaag() end
    where id = ${id}::uuid and (gesloten_op is null) = ${gesloten}`.execute(tx);
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** What the actor's open relations and break-glass with this file are for; null when there is none. */
export async function findEigenToegang(
  tx: Transactie,
  dossier: string,
): Promise<{ doelen: Doel[]; namens: string[]; noodtoegang: boolean } | null> {
  const { rows } = await sql<{ doelen: Doel[] | null; namens: string[] | null; nood: boolean }>`
    select (select array_agg(distinct doel) from toegang.open_relaties() where dossier_id = ${dossier}::uuid) as doelen,
      (select array_agg(distinct namens) from toegang.open_relaties()
        where dossier_id = ${dossier}::uuid and namens is not null) as namens,
      ${dossier}::uuid in (select toegang.open_noodtoegang()) as nood`.execute(tx);
  const r = rows[0];
  if (!r || (!r.doelen && !r.nood)) return null;
  return { doelen: r.doelen ?? [], namens: r.namens ?? [], noodtoegang: r.nood };
}

export async function listHoedanigheden(tx: Transactie, dossier: string): Promise<Hoedanigheid[]> {
  const { rows } = await sql<{
    h: Hoedanigheid[];
  }>`select toegang.hoedanigheden(${dossier}::uuid) as h`.execute(tx);
  return rows[0]?.h ?? [];
}
