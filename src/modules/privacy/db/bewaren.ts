import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Aanhoudgrond, Bewaarsoort, Bewaartermijn } from '../domain/bewaren.ts';

type Termijnrij = Omit<Bewaartermijn, 'van' | 'tot'> & { van: string; tot: string | null };

const dag = (iso: string) => Temporal.PlainDate.from(iso);

const KOLOMMEN = sql`id, regio, soort, jaren, vanaf, wet, artikel, bron, praktijk, bevestigd, van::text, tot::text`;
const alsTermijn = <R extends Termijnrij>(r: R) => ({
  ...r,
  van: dag(r.van),
  tot: r.tot === null ? null : dag(r.tot),
});

/**
 * Every retention term that was laid down, the oldest first: what held, what holds and what will hold. What one officer
 * proposed is no term.
 */
export async function listBewaartermijnen(tx: Transactie): Promise<Bewaartermijn[]> {
  const { rows } = await sql<Termijnrij>`select ${KOLOMMEN} from privacy.bewaartermijn
    where regio is null or tweede_door is not null order by soort, coalesce(regio, ''), van`.execute(tx);
  return rows.map(alsTermijn);
}

/** A term that one officer proposed and another has to lay down. */
export interface Termijnvoorstel extends Bewaartermijn {
  readonly door: string;
}

/** Open proposals for this region. */
export async function listTermijnvoorstellen(tx: Transactie, regio: string): Promise<Termijnvoorstel[]> {
  const { rows } = await sql<
    Termijnrij & { door: string }
  >`select ${KOLOMMEN}, door from privacy.bewaartermijn
    where regio = ${regio} and tweede_door is null and tot is null order by soort`.execute(tx);
  return rows.map(alsTermijn);
}

export type NieuweTermijn = Omit<Bewaartermijn, 'id' | 'regio' | 'bevestigd' | 'tot'> & { regio: string };

/** Proposes a term of the region's own, by the actor; returns its id. It holds for nobody yet. */
export async function insertTermijnvoorstel(tx: Transactie, t: NieuweTermijn): Promise<string> {
  const id = randomUUID();
  await sql`insert into privacy.bewaartermijn (id, regio, soort, jaren, vanaf, wet, artikel, bron, praktijk, bevestigd,
      van, door)
    values (${id}, ${t.regio}, ${t.soort}, ${t.jaren}, ${t.vanaf}, ${t.wet}, ${t.artikel}, ${t.bron}, ${t.praktijk},
      false, ${t.van.toString()}, stelsel.persoon())`.execute(tx);
  return id;
}

/** Lays down what another proposed: the region's open term ends on the day this one begins. */
export async function zetTermijnVast(tx: Transactie, v: Termijnvoorstel): Promise<void> {
  await sql`update privacy.bewaartermijn set tot = ${v.van.toString()} where regio = ${v.regio} and soort = ${v.soort}
    and tot is null and tweede_door is not null`.execute(tx);
  await sql`update privacy.bewaartermijn set tweede_door = stelsel.persoon(), tweede_op = stelsel.vandaag()
    where id = ${v.id}`.execute(tx);
}

/** Takes a proposal back. */
export async function deleteTermijnvoorstel(tx: Transactie, id: string): Promise<void> {
  await sql`delete from privacy.bewaartermijn where id = ${id} and tweede_door is null`.execute(tx);
}

export interface Aanhouding {
  id: string;
  dossierId: string;
  grond: Aanhoudgrond;
  van: string;
}

/** Holds that are in force, as far as the actor may see them. */
export async function listAanhoudingen(tx: Transactie): Promise<Aanhouding[]> {
  const { rows } =
    await sql<Aanhouding>`select id, dossier_id "dossierId", grond, van::text from privacy.aanhouding
    where tot is null order by van, id`.execute(tx);
  return rows;
}

/** Row security refuses who is neither privacy officer of the controller nor in charge of the file. */
export async function insertAanhouding(
  tx: Transactie,
  a: { dossier: string; organisatie: string; grond: Aanhoudgrond },
): Promise<void> {
  await sql`insert into privacy.aanhouding (id, dossier_id, organisatie_id, grond, van, door)
    values (${randomUUID()}, ${a.dossier}, ${a.organisatie}, ${a.grond}, stelsel.vandaag(), stelsel.persoon())`.execute(
    tx,
  );
}

/** Lifts a hold; returns the file that it held, null when there is no such hold for this actor. */
export async function hefAanhoudingOp(tx: Transactie, id: string): Promise<string | null> {
  const { rows } = await sql<{
    dossier: string;
  }>`update privacy.aanhouding set tot = stelsel.vandaag(), opgeheven_door = stelsel.persoon()
    where id = ${id} and tot is null returning dossier_id dossier`.execute(tx);
  return rows[0]?.dossier ?? null;
}

/** Numbers for people behind ids of files, for a privacy officer of the controller. */
export async function listNummers(tx: Transactie, dossiers: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; nummer: string }>`select id, nummer
    from privacy.nummers(${[...dossiers]}::uuid[])`.execute(tx);
  return new Map(rows.map(r => [r.id, r.nummer]));
}

/** The file with this blind index, when the actor is privacy officer of its controller and not barred. */
export async function findDossier(
  tx: Transactie,
  index: Buffer,
): Promise<{ id: string; regio: string; organisatieId: string; taak: Bewaarsoort } | null> {
  const { rows } = await sql<{ id: string; regio: string; organisatieId: string; taak: Bewaarsoort }>`
    select id, regio, organisatie_id "organisatieId", taak from privacy.vind_dossier(${index})`.execute(tx);
  return rows[0] ?? null;
}

/** The name of an organisation, as it stands above its letters. */
export async function findOrganisatienaam(tx: Transactie, id: string): Promise<string> {
  const { rows } = await sql<{ naam: string }>`select naam from toegang.organisatie where id = ${id}`.execute(
    tx,
  );
  return rows[0]?.naam ?? '';
}
