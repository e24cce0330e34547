import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Persoonsfeiten } from '../domain/omvang.ts';

/** What is known of a person for who may decide about him; null when he is gone or not this actor's. */
export async function findPersoonsfeiten(
  tx: Transactie,
  mens: string,
  organisatie: string,
): Promise<Persoonsfeiten | null> {
  const { rows } = await sql<Persoonsfeiten>`select anderen, aanhoudingen, verzoek_loopt "verzoekLoopt"
    from privacy.persoonsfeiten(${mens}, ${organisatie})`.execute(tx);
  return rows[0] ?? null;
}

export interface Persoonslijst {
  /** The request from which it follows. */
  verzoek?: string;
  regio: string;
  organisatie: string;
  persoon: string;
  soort: string;
  jaar: number;
  vervallenOp: string;
  grond: string;
}

/**
 * Lays down a list of one person, to be approved by two; returns its id. For the system, and for who decides on the
 * request, in the transaction of the decision.
 */
export async function insertPersoonslijst(tx: Transactie, p: Persoonslijst): Promise<string> {
  const id = randomUUID();
  await sql`insert into privacy.vernietigingslijst (id, regio, organisatie_id, aanleiding, omvang, opgesteld_op, verzoek_id)
    values (${id}, ${p.regio}, ${p.organisatie}, 'verzoek', 'persoon', stelsel.vandaag(), ${p.verzoek ?? null})`.execute(
    tx,
  );
  await insertPersoonsregel(tx, { ...p, lijst: id });
  return id;
}

/** A line of one person without any approval. For the system. */
export async function insertPersoonsregel(
  tx: Transactie,
  p: Pick<Persoonslijst, 'persoon' | 'soort' | 'jaar' | 'vervallenOp' | 'grond'> & { lijst: string },
): Promise<void> {
  await sql`insert into privacy.vernietigingsregel (id, lijst_id, betrokkene_id, soort, jaar, vervallen_op, grond)
    values (${randomUUID()}, ${p.lijst}, ${p.persoon}, ${p.soort}, ${p.jaar}, ${p.vervallenOp}, ${p.grond})`.execute(
    tx,
  );
}

/** Numbers of the files of the people on a list, by person, for a privacy officer of the controller. */
export async function listPersoonsnummers(tx: Transactie, lijst: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ betrokkene: string; nummers: string }>`select betrokkene,
    string_agg(nummer, ', ' order by nummer) nummers from privacy.nummers_op_lijst(${lijst}) group by betrokkene`.execute(
    tx,
  );
  return new Map(rows.map(r => [r.betrokkene, r.nummers]));
}

/** What goes with one person: his records, and the keys that open them. */
export interface Persoonsdoel {
  mensen: string[];
  sleutels: string[];
}

/** A draft of a statement in one of his files, of which only its content says whose statement it is. */
export interface Verklaringconcept {
  id: string;
  sleutel: string;
  inhoud: Buffer;
}

/** Gathers what an erasure of this person takes along, locked until the transaction ends. For the system. */
export async function verzamelPersoonsdoel(
  tx: Transactie,
  mens: string,
): Promise<Persoonsdoel & { concepten: Verklaringconcept[] }> {
  const { rows: wie } = await sql<{ id: string }>`select p.id from gezin.persoon p
    where p.id in (select privacy.zelfde_mens(${mens})) order by p.id for update`.execute(tx);
  const mensen = wie.map(r => r.id);
  const { rows } = await sql<{
    s: string;
  }>`select sleutel_id s from gezin.persoon where id = any (${mensen}::uuid[])
    union select sleutel_id from gezin.geheim_adres where persoon_id = any (${mensen}::uuid[])
    union select sleutel_id from casus.verklaring where partij_id = any (${mensen}::uuid[]) and sleutel_id is not null
    union select sleutel_id from privacy.verzoek where betrokkene_id = any (${mensen}::uuid[]) and sleutel_id is not null`.execute(
    tx,
  );
  const concepten =
    await sql<Verklaringconcept>`select c.id, c.sleutel_id sleutel, c.inhoud from casus.concept c
    where c.formulier = 'verklaring' and c.casus_id in (select k.dossier_id from toegang.betrokkenheid k
      where k.betrokkene_id = any (${mensen}::uuid[]))`.execute(tx);
  return { mensen, sleutels: rows.map(r => r.s), concepten: concepten.rows };
}

/** Each file keeps an empty place that names nobody, with the task to judge names in notes and documents. */
async function laatPlaatsen(tx: Transactie, mensen: readonly string[], dag: string): Promise<void> {
  await sql`insert into gezin.gewist (id, dossier_id, huishoudens, gewist_op)
    select gen_random_uuid(), k.dossier_id, array(select distinct h.id from gezin.huishouden h
      join gezin.huishoudlid l on l.huishouden_id = h.id
      where h.dossier_id = k.dossier_id and l.persoon_id = any (${[...mensen]}::uuid[])), ${dag}
    from toegang.betrokkenheid k where k.betrokkene_id = any (${[...mensen]}::uuid[]) group by k.dossier_id`.execute(
    tx,
  );
}

/** Who was barred because of him stays barred from his files: erasing opens no file to anybody. */
async function houdGeweerd(tx: Transactie, mensen: readonly string[]): Promise<void> {
  await sql`insert into toegang.blokkade (id, persoon_id, organisatie_id, namens_organisatie, dossier_id, reden, van, tot,
      gegeven_door)
    select gen_random_uuid(), b.persoon_id, b.organisatie_id, b.namens_organisatie, k.dossier_id,
      case b.reden when 'is_betrokkene' then 'andere_rol' else b.reden end, b.van, b.tot, b.gegeven_door
    from toegang.blokkade b join toegang.betrokkenheid k on k.betrokkene_id = b.betrokkene_id
    where b.betrokkene_id = any (${[...mensen]}::uuid[])`.execute(tx);
  await sql`delete from toegang.blokkade where betrokkene_id = any (${[...mensen]}::uuid[])`.execute(tx);
}

/**
 * Removes one person from every file he is in, with all that hangs on him; the files stay. What is not there (any more)
 * is no objection: it may be repeated. For the system.
 */
export async function wisPersoonsrijen(tx: Transactie, d: Persoonsdoel, dag: string): Promise<void> {
  if (d.mensen.length === 0) return;
  const mensen = sql`any (${[...d.mensen]}::uuid[])`;
  await laatPlaatsen(tx, d.mensen, dag);
  await houdGeweerd(tx, d.mensen);
  // What was asked and decided stays as a fact; who asked, about which file, and what was edited for him do not.
  await sql`delete from privacy.inzagebestand
    where verzoek_id in (select id from privacy.verzoek where betrokkene_id = ${mensen})`.execute(tx);
  await sql`update privacy.verzoek set aanvrager = ''::bytea, vraag = null, motivering = null, sleutel_id = null,
    dossier_id = null where betrokkene_id = ${mensen}`.execute(tx);
  await sql`delete from casus.concept where sleutel_id = any (${[...d.sleutels]}::text[])`.execute(tx);
  await sql`delete from casus.verklaring where partij_id = ${mensen}`.execute(tx);
  await sql`delete from gezin.persoon where id = ${mensen}`.execute(tx);
  await sql`delete from toegang.betrokkene where id = ${mensen}`.execute(tx);
}
