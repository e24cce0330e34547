import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Bewaarsoort, Bewaarvraag } from '../domain/bewaren.ts';
import type { Omvang } from '../domain/omvang.ts';

/** A file as the rule on retention must know it, with who is controller. */
export interface Bewaarkandidaat extends Bewaarvraag {
  dossier: string;
  organisatie: string;
}

type Kandidaatrij = {
  dossier: string;
  organisatie: string;
  regio: string;
  soort: Bewaarsoort;
  vanaf: string;
  gesloten: boolean;
  aanhoudingen: Bewaarvraag['aanhoudingen'];
  verzoekLoopt: boolean;
};

const KANDIDAAT = sql`select c.id dossier, c.organisatie_id organisatie, c.regio, c.taak soort,
  privacy.laatst_gewijzigd(c.id)::text vanaf, c.stand = 'gesloten' gesloten,
  array(select a.grond from privacy.aanhouding a where a.dossier_id = c.id and a.tot is null
    union select m.soort from privacy.merk m where m.dossier_id = c.id and m.tot is null and m.soort = 'beperking') aanhoudingen,
  exists (select 1 from privacy.verzoek v where v.dossier_id = c.id and v.stand in ('open', 'voorgesteld')
    and v.soort <> 'vernietiging') "verzoekLoopt"
  from casus.casus c`;

const alsKandidaat = (r: Kandidaatrij): Bewaarkandidaat => ({
  ...r,
  vanaf: Temporal.PlainDate.from(r.vanaf),
});

/** Files that were not changed since `voor` and stand on no open list. For the system. */
export async function listKandidaten(tx: Transactie, voor: Temporal.PlainDate): Promise<Bewaarkandidaat[]> {
  const { rows } = await sql<Kandidaatrij>`${KANDIDAAT} where c.laatste_wijziging <= ${voor.toString()}
    and not exists (select 1 from privacy.vernietigingsregel r where r.dossier_id = c.id and r.stand = 'open')
    order by c.organisatie_id, c.id`.execute(tx);
  return rows.map(alsKandidaat);
}

/** One file, locked against change until the transaction ends. Null when it is gone. For the system. */
export async function findKandidaat(tx: Transactie, dossier: string): Promise<Bewaarkandidaat | null> {
  const { rows } = await sql<Kandidaatrij>`${KANDIDAAT} where c.id = ${dossier} for update of c`.execute(tx);
  return rows[0] ? alsKandidaat(rows[0]) : null;
}

/** What a line says whatever it is about. */
export interface Regelbasis {
  soort: string;
  jaar: number;
  vervallenOp: string;
  grond: string;
}

export interface Lijstregel extends Regelbasis {
  dossier: string;
}

interface NieuweLijst {
  regio: string;
  organisatie: string;
  aanleiding: 'bewaartermijn' | 'verzoek';
}

/** Lays down a list without lines; returns its id. For the system. */
export async function insertLeegLijst(tx: Transactie, lijst: NieuweLijst): Promise<string> {
  const id = randomUUID();
  await sql`insert into privacy.vernietigingslijst (id, regio, organisatie_id, aanleiding, opgesteld_op)
    values (${id}, ${lijst.regio}, ${lijst.organisatie}, ${lijst.aanleiding}, stelsel.vandaag())`.execute(tx);
  return id;
}

/** Lays down a list of files; returns its id. For the system. */
export async function insertLijst(
  tx: Transactie,
  lijst: NieuweLijst,
  regels: readonly Lijstregel[],
): Promise<string> {
  const id = await insertLeegLijst(tx, lijst);
  for (const r of regels) {
    await sql`insert into privacy.vernietigingsregel (id, lijst_id, dossier_id, soort, jaar, vervallen_op, grond)
      values (${randomUUID()}, ${id}, ${r.dossier}, ${r.soort}, ${r.jaar}, ${r.vervallenOp}, ${r.grond})`.execute(
      tx,
    );
  }
  return id;
}

/**
 * Puts the file of a request on a list of its own, in the transaction of the decision and on behalf of who decided.
 * False when it stands on an open list already: that one goes on, there is no second.
 */
export async function zetVerzoekOpLijst(
  tx: Transactie,
  v: { verzoek: string; regio: string; organisatie: string },
  r: Lijstregel,
): Promise<boolean> {
  const staat = await sql<{ op: boolean }>`select privacy.staat_op_lijst(${r.dossier}) op`.execute(tx);
  if (staat.rows[0]?.op) return false;
  const id = randomUUID();
  await sql`insert into privacy.vernietigingslijst (id, regio, organisatie_id, aanleiding, opgesteld_op, verzoek_id)
    values (${id}, ${v.regio}, ${v.organisatie}, 'verzoek', stelsel.vandaag(), ${v.verzoek})`.execute(tx);
  // Somebody may have been first since; a list that stays empty is closed by the next run.
  const { numAffectedRows } =
    await sql`insert into privacy.vernietigingsregel (id, lijst_id, dossier_id, soort, jaar, vervallen_op, grond)
    values (${randomUUID()}, ${id}, ${r.dossier}, ${r.soort}, ${r.jaar}, ${r.vervallenOp}, ${r.grond})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export interface Vernietigingslijst {
  id: string;
  aanleiding: 'bewaartermijn' | 'verzoek';
  omvang: Omvang;
  opgesteldOp: string;
  uitgevoerdOp: string | null;
  regels: number;
  /** Kind of what is on it, as far as the actor may see; null when he sees no line. */
  soort: string | null;
}

/** Lists of the organisations of the actor, the newest first, with the number of lines that he may see. */
export async function listLijsten(tx: Transactie): Promise<Vernietigingslijst[]> {
  const { rows } =
    await sql<Vernietigingslijst>`select l.id, l.aanleiding, l.omvang, l.opgesteld_op::text "opgesteldOp",
    l.uitgevoerd_op::text "uitgevoerdOp", (select count(*) from privacy.vernietigingsregel r where r.lijst_id = l.id)::int regels,
    (select min(r.soort) from privacy.vernietigingsregel r where r.lijst_id = l.id) soort
    from privacy.vernietigingslijst l order by l.opgesteld_op desc, l.id`.execute(tx);
  return rows;
}

export interface Vernietigingsregel {
  id: string;
  dossier: string | null;
  /** On a list of people; null after destruction. */
  persoon: string | null;
  verzoek: string | null;
  soort: string;
  jaar: number;
  vervallenOp: string;
  grond: string;
  stand: 'open' | 'overgeslagen' | 'vernietigd';
  reden: string | null;
  /** Of the log: how many rows there were at the proposal; null for all else. */
  logregels: number | null;
  eersteDoor: string | null;
  tweedeDoor: string | null;
}

/** Lines of a list that the actor may see. */
export async function listRegels(tx: Transactie, lijst: string): Promise<Vernietigingsregel[]> {
  const { rows } =
    await sql<Vernietigingsregel>`select id, dossier_id dossier, betrokkene_id persoon, verzoek_id verzoek, soort, jaar,
    vervallen_op::text "vervallenOp", grond, stand, reden, logregels::int logregels,
    eerste_door "eersteDoor", tweede_door "tweedeDoor" from privacy.vernietigingsregel
    where lijst_id = ${lijst} order by vervallen_op, id`.execute(tx);
  return rows;
}

/**
 * The actor agrees to every open line of the list that he may see: as the first where nobody did, as the second where
 * somebody else did. Returns how many lines got which.
 */
export async function geefAkkoord(
  tx: Transactie,
  lijst: string,
): Promise<{ eerste: number; tweede: number }> {
  const tweede =
    await sql`update privacy.vernietigingsregel set tweede_door = stelsel.persoon(), tweede_op = stelsel.vandaag()
    where lijst_id = ${lijst} and stand = 'open' and eerste_door is not null and eerste_door <> stelsel.persoon()
      and tweede_door is null`.execute(tx);
  const eerste =
    await sql`update privacy.vernietigingsregel set eerste_door = stelsel.persoon(), eerste_op = stelsel.vandaag()
    where lijst_id = ${lijst} and stand = 'open' and eerste_door is null`.execute(tx);
  return { eerste: Number(eerste.numAffectedRows ?? 0n), tweede: Number(tweede.numAffectedRows ?? 0n) };
}

/** Takes one open line off the list: this file stays for now. False when there is none for this actor. */
export async function slaOver(tx: Transactie, regel: string, reden: string): Promise<boolean> {
  const r = await sql`update privacy.vernietigingsregel set stand = 'overgeslagen', reden = ${reden}
    where id = ${regel} and stand = 'open'`.execute(tx);
  return (r.numAffectedRows ?? 0n) > 0n;
}

export interface Uitvoerregel extends Lijstregel {
  id: string;
  lijst: string;
  organisatie: string;
  omvang: Omvang;
  persoon: string | null;
  aanleiding: 'bewaartermijn' | 'verzoek';
}

/** The next file that two people agreed to and that is not carried out. Null when there is none. For the system. */
export async function findUitvoerregel(tx: Transactie, na: string | null): Promise<Uitvoerregel | null> {
  const { rows } =
    await sql<Uitvoerregel>`select r.id, r.lijst_id lijst, l.organisatie_id organisatie, l.omvang,
    r.dossier_id dossier, r.betrokkene_id persoon, r.soort, r.jaar, r.vervallen_op::text "vervallenOp", r.grond, l.aanleiding
    from privacy.vernietigingsregel r join privacy.vernietigingslijst l on l.id = r.lijst_id
    where r.stand = 'open' and r.tweede_door is not null and r.verzoek_id is null
      and r.log_tot is null and (${na}::uuid is null or r.id > ${na}::uuid)
    order by r.id limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** Marks a line as carried out and adds to the record that names nobody. For the system. */
export async function boekVernietiging(
  tx: Transactie,
  r: Regelbasis & { id: string; lijst: string },
): Promise<void> {
  await sql`update privacy.vernietigingsregel set stand = 'vernietigd' where id = ${r.id}`.execute(tx);
  await sql`insert into privacy.vernietiging (lijst_id, soort, jaar, grond, uitgevoerd_op, aantal)
    values (${r.lijst}, ${r.soort}, ${r.jaar}, ${r.grond}, stelsel.vandaag(), 1)
    on conflict (lijst_id, soort, jaar, grond, uitgevoerd_op) do update set aantal = vernietiging.aantal + 1`.execute(
    tx,
  );
}

/** Lists without an open line are done. For the system. */
export async function sluitLijsten(tx: Transactie): Promise<void> {
  await sql`update privacy.vernietigingslijst l set uitgevoerd_op = stelsel.vandaag() where uitgevoerd_op is null
    and not exists (select 1 from privacy.vernietigingsregel r where r.lijst_id = l.id and r.stand = 'open')`.execute(
    tx,
  );
}

export interface Vernietigingsbewijs {
  soort: string;
  jaar: number;
  grond: string;
  uitgevoerdOp: string;
  aantal: number;
}

/** The record of a list: kind, year, ground, day and number. */
export async function listBewijs(tx: Transactie, lijst: string): Promise<Vernietigingsbewijs[]> {
  const { rows } =
    await sql<Vernietigingsbewijs>`select soort, jaar, grond, uitgevoerd_op::text "uitgevoerdOp", aantal
    from privacy.vernietiging where lijst_id = ${lijst} order by uitgevoerd_op, soort, jaar`.execute(tx);
  return rows;
}
