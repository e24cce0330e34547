import { sql, type Transactie } from '#platform/db/index.ts';
import type { Oordeel, Opvalcode, Opvallendregel } from '../domain/logboek-opvallend.ts';

/** A line as it is kept. */
export interface Opvallend extends Opvallendregel {
  id: string;
  oordeel: Oordeel | null;
  beoordeeldDoor: string | null;
  /** ISO, UTC. */
  beoordeeldOp: string | null;
}

/** Adds lines; one that was found before stays as it is. Returns how many were new. As the system. */
export async function insertOpvallend(tx: Transactie, regels: readonly Opvallendregel[]): Promise<number> {
  if (regels.length === 0) return 0;
  const r = await sql`
    insert into privacy.opvallend (regel, persoon_id, organisatie_id, dag, dossier_id, aantal, drempel)
    select x->>'regel', (x->>'persoon')::uuid, (x->>'organisatie')::uuid, (x->>'dag')::date,
      (x->>'dossier')::uuid, (x->>'aantal')::integer, (x->>'drempel')::integer
    from jsonb_array_elements(${JSON.stringify(regels)}::jsonb) x
    on conflict do nothing`.execute(tx);
  return Number(r.numAffectedRows ?? 0n);
}

/** Lines that this privacy officer may judge: those to do first, then the latest judged; at most 200. */
export async function selectOpvallend(tx: Transactie): Promise<Opvallend[]> {
  const { rows } = await sql<Opvallend>`
    select id, regel, persoon_id persoon, organisatie_id organisatie, dag::text dag, dossier_id dossier, aantal,
      drempel, oordeel, beoordeeld_door "beoordeeldDoor",
      to_char(beoordeeld_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "beoordeeldOp"
    from privacy.opvallend
    where organisatie_id = any ((select toegang.organisaties('privacyfunctionaris'))::uuid[])
    order by oordeel is not null, dag desc, regel, id limit 200`.execute(tx);
  return rows;
}

/** Judges a line that nobody judged. Returns it, or null when there is none for this officer. */
export async function updateOordeel(
  tx: Transactie,
  id: string,
  oordeel: Oordeel,
): Promise<{ regel: Opvalcode; dossier: string | null } | null> {
  const { rows } = await sql<{ regel: Opvalcode; dossier: string | null }>`
    update privacy.opvallend set oordeel = ${oordeel}, beoordeeld_door = stelsel.persoon(), beoordeeld_op = now()
    where id = ${id}::uuid and oordeel is null returning regel, dossier_id dossier`.execute(tx);
  return rows[0] ?? null;
}
