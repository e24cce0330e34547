import { sql, type Transactie } from '#platform/db/index.ts';
import type { Gekozen, Inzagekeuze, Inzagesoort } from '../domain/inzage.ts';
import type { Aanvrager } from '../domain/verzoek.ts';

/** A part as stored: what it says is ciphertext. */
export interface Inzagerij {
  soort: Inzagesoort;
  id: string;
  versie: number;
  /** ISO day. */
  dag: string;
  nader: string | null;
  inhoud: Buffer;
}

/** On which file and person this request may be carried out by the actor. */
export interface Inzagerecht {
  dossier: string;
  betrokkene: string;
  organisatie: string;
  door: Aanvrager;
}

/** The right of the actor to read the parts for this request; null is none, whatever the reason. */
export async function findInzagerecht(tx: Transactie, verzoek: string): Promise<Inzagerecht | null> {
  const { rows } = await sql<Inzagerecht>`select dossier_id dossier, betrokkene_id betrokkene,
    organisatie_id organisatie, door
    from privacy.inzage_open(${verzoek}::uuid)`.execute(tx);
  return rows[0] ?? null;
}

/** The right to carry out this request, also when its copy was made and the parts are closed again. */
export async function findUitvoerrecht(tx: Transactie, verzoek: string): Promise<Inzagerecht | null> {
  const { rows } = await sql<Inzagerecht>`select dossier_id dossier, betrokkene_id betrokkene,
    organisatie_id organisatie, door
    from privacy.inzage_recht(${verzoek}::uuid)`.execute(tx);
  return rows[0] ?? null;
}

/** Every part that could go along; none without the right. */
export async function listInzagerijen(tx: Transactie, verzoek: string): Promise<Inzagerij[]> {
  const { rows } = await sql<Inzagerij>`select soort, id, versie, dag::text, nader, inhoud
    from privacy.inzagestukken(${verzoek}::uuid)
    order by array_position(array['persoon', 'adres', 'huishouden', 'verklaring', 'notitie', 'document'], soort), dag, id`.execute(
    tx,
  );
  return rows;
}

/** Choices that were made while the request was about this person. */
export async function listKeuzes(
  tx: Transactie,
  verzoek: string,
  betrokkene: string,
): Promise<Inzagekeuze[]> {
  const { rows } = await sql<Inzagekeuze>`select soort, object_id id, versie, keuze, grond, lakking,
    bestand_id bestand, eerste_door "eersteDoor", tweede_door "tweedeDoor" from privacy.inzagekeuze
    where verzoek_id = ${verzoek} and betrokkene_id = ${betrokkene}`.execute(tx);
  return rows;
}

export interface NieuweKeuze extends Gekozen {
  soort: Inzagesoort;
  id: string;
  versie: number;
}

/** Records a choice of the actor; an agreement with an earlier one is gone. */
export async function zetKeuze(
  tx: Transactie,
  verzoek: string,
  r: Inzagerecht,
  k: NieuweKeuze,
): Promise<void> {
  await sql`insert into privacy.inzagekeuze (verzoek_id, dossier_id, betrokkene_id, soort, object_id, versie, keuze,
      grond, lakking, bestand_id, eerste_door, eerste_op)
    values (${verzoek}, ${r.dossier}, ${r.betrokkene}, ${k.soort}, ${k.id}, ${k.versie}, ${k.keuze}, ${k.grond}, ${[...k.lakking]}::text[],
      ${k.bestand}::uuid, stelsel.persoon(), stelsel.vandaag())
    on conflict (verzoek_id, betrokkene_id, soort, object_id) do update set versie = excluded.versie,
      keuze = excluded.keuze, grond = excluded.grond, lakking = excluded.lakking, bestand_id = excluded.bestand_id, eerste_door = excluded.eerste_door,
      eerste_op = excluded.eerste_op, tweede_door = null, tweede_op = null`.execute(tx);
}

/** The actor agrees with exactly this choice of somebody else; false when it is another by now. */
export async function zetKeuzeakkoord(
  tx: Transactie,
  verzoek: string,
  r: Inzagerecht,
  k: NieuweKeuze,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update privacy.inzagekeuze
    set tweede_door = stelsel.persoon(), tweede_op = stelsel.vandaag()
    where verzoek_id = ${verzoek} and betrokkene_id = ${r.betrokkene} and soort = ${k.soort} and object_id = ${k.id}
      and versie = ${k.versie} and keuze = ${k.keuze} and grond is not distinct from ${k.grond}::text
      and lakking = ${[...k.lakking]}::text[] and bestand_id is not distinct from ${k.bestand}::uuid
      and tweede_door is null and eerste_door <> stelsel.persoon()`.execute(tx);
  return numAffectedRows === 1n;
}

/** From this day on nobody reads the parts here any more. */
export async function boekAfschrift(tx: Transactie, verzoek: string): Promise<void> {
  await sql`update privacy.verzoek set afschrift_op = stelsel.vandaag()
    where id = ${verzoek} and stand = 'besloten'`.execute(tx);
}

/** Names of the organisations that work or worked in this file, with their kind. For the system. */
export async function listDossierorganisaties(
  tx: Transactie,
  dossier: string,
): Promise<{ id: string; naam: string; soort: string }[]> {
  const { rows } = await sql<{
    id: string;
    naam: string;
    soort: string;
  }>`select distinct o.id, o.naam, o.soort
    from toegang.relatie r join toegang.organisatie o on o.id = r.organisatie_id
    where r.dossier_id = ${dossier}`.execute(tx);
  return rows;
}

/** Ids of everybody who is the same person as this one, himself included; for oversight and the system; himself alone for the rest. */
export async function listZelfdeMens(tx: Transactie, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select z id from privacy.zelfde_mens(${id}::uuid) z`.execute(tx);
  return rows.map(r => r.id);
}

/** The pieces of a document that is a part for this request; none without the right. */
export async function listDocumentdelen(
  tx: Transactie,
  verzoek: string,
  document: string,
): Promise<Buffer[]> {
  const { rows } = await sql<{ inhoud: Buffer }>`select inhoud
    from privacy.inzagedocument(${verzoek}::uuid, ${document}::uuid) order by nummer`.execute(tx);
  return rows.map(r => r.inhoud);
}

/** An edited version of a document, given for one request. */
export interface Inzagebestand {
  id: string;
  document: string;
  soort: string;
}

/** The edited versions for this request, the newest last. */
export async function listInzagebestanden(tx: Transactie, verzoek: string): Promise<Inzagebestand[]> {
  const { rows } = await sql<Inzagebestand>`select id, document_id document, soort from privacy.inzagebestand
    where verzoek_id = ${verzoek} order by nr`.execute(tx);
  return rows;
}

export async function insertInzagebestand(
  tx: Transactie,
  b: Inzagebestand & { verzoek: string; dossier: string; bytes: number },
): Promise<void> {
  await sql`insert into privacy.inzagebestand (id, verzoek_id, dossier_id, document_id, soort, bytes, door, op)
    values (${b.id}, ${b.verzoek}, ${b.dossier}, ${b.document}, ${b.soort}, ${b.bytes}, stelsel.persoon(),
      stelsel.vandaag())`.execute(tx);
}

/** The pieces of an edited version as their store. */
export function bestanddelen(tx: Transactie, id: string) {
  return {
    schrijf: async (nummer: number, cijfer: Buffer): Promise<void> => {
      await sql`insert into privacy.inzagebestanddeel (bestand_id, nummer, inhoud)
        values (${id}, ${nummer}, ${cijfer})`.execute(tx);
    },
    lees: async (): Promise<Buffer[]> => {
      const { rows } = await sql<{ inhoud: Buffer }>`
        select inhoud from privacy.inzagebestanddeel where bestand_id = ${id} order by nummer`.execute(tx);
      return rows.map(r => r.inhoud);
    },
  };
}
