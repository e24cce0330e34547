import { randomUUID } from 'node:crypto';
import { type Actor, actorTekst, sql, type Transactie } from '#platform/db/index.ts';
import type { Rol } from '../domain/rollen.ts';
import type { Toegangtabellen } from './tabellen.ts';

const tabellen = (tx: Transactie) => tx.withTables<Toegangtabellen>();

export interface Organisatie {
  id: string;
  naam: string;
  soort: Toegangtabellen['toegang.organisatie']['soort'];
  regio: string | null;
  gemeente: string | null;
}

type Plaats = Pick<Organisatie, 'naam' | 'regio' | 'gemeente'>;

/** The organisation of this name, region and municipality. */
export function findOrganisatie(
  tx: Transactie,
  o: Plaats,
): Promise<Pick<Organisatie, 'id' | 'soort'> | undefined> {
  return tabellen(tx)
    .selectFrom('toegang.organisatie')
    .select(['id', 'soort'])
    .where('naam', '=', o.naam)
    .where('regio', 'is not distinct from', o.regio)
    .where('gemeente', 'is not distinct from', o.gemeente)
    .executeTakeFirst();
}

/** Has this region a Veilig Thuis? */
export async function heeftVeiligThuis(tx: Transactie, regio: string | null): Promise<boolean> {
  const er = await tabellen(tx)
    .selectFrom('toegang.organisatie')
    .select('id')
    .where('soort', '=', 'veilig_thuis')
    .where('regio', 'is not distinct from', regio)
    .executeTakeFirst();
  return er !== undefined;
}

/** May this person not have this role here, because of one that he has: accounts and technology beside casework? */
export async function gaatNietSamen(
  tx: Transactie,
  persoonId: string,
  rol: Rol,
  regio: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select toegang.gaat_niet_samen(${persoonId}::uuid, ${rol}, ${regio}::text) as ja`.execute(tx);
  return rows[0]?.ja ?? true;
}

/** Finds the organisation by name, region and municipality, or adds it. Returns its id. */
export async function borgOrganisatie(tx: Transactie, o: Omit<Organisatie, 'id'>): Promise<string> {
  const er = await findOrganisatie(tx, o);
  if (er) return er.id;
  const id = randomUUID();
  await tabellen(tx)
    .insertInto('toegang.organisatie')
    .values({ id, ...o })
    .execute();
  return id;
}

export interface NieuwLidmaatschap {
  persoonId: string;
  organisatieId: string;
  rol: Rol;
  regio: string | null;
  gemeente: string | null;
  /** Part of a role for a subregion: the grant it belongs to and the name. Left out: a role on its own. */
  deel?: { toekenning: string; subregio: string };
  van: Temporal.PlainDate;
  /** Does the name stay hidden from who administers the region? Left out: no. */
  naamVerborgen?: boolean;
}

/**
 * Adds a membership, unless the same one holds already. A role on its own and one as part of a subregion stand
 * beside each other, so that ending the one leaves the other. True when it was added.
 */
export async function voegLidToe(tx: Transactie, l: NieuwLidmaatschap): Promise<boolean> {
  const dag = l.van.toString();
  const er = await tabellen(tx)
    .selectFrom('toegang.lidmaatschap')
    .select('id')
    .where('persoon_id', '=', l.persoonId)
    .where('rol', '=', l.rol)
    .where('regio', 'is not distinct from', l.regio)
    .where('gemeente', 'is not distinct from', l.gemeente)
    .where('subregio', 'is not distinct from', l.deel?.subregio ?? null)
    .where(eb => eb.or([eb('tot', 'is', null), eb('tot', '>', dag)]))
    .executeTakeFirst();
  if (er) return false;
  await tabellen(tx)
    .insertInto('toegang.lidmaatschap')
    .values({
      id: randomUUID(),
      persoon_id: l.persoonId,
      organisatie_id: l.organisatieId,
      rol: l.rol,
      regio: l.regio,
      gemeente: l.gemeente,
      van: dag,
      tot: null,
      toekenning: l.deel?.toekenning ?? null,
      subregio: l.deel?.subregio ?? null,
      naam_verborgen: l.naamVerborgen ?? false,
    })
    .execute();
  return true;
}

export interface Subregiorol extends Omit<NieuwLidmaatschap, 'gemeente' | 'deel'> {
  regio: string;
  subregio: string;
  /** CBS codes of the municipalities that the role covers. */
  gemeenten: readonly string[];
}

/** Gives a role for a subregion: one grant. Municipalities that an open grant lacks join that one. */
export async function voegSubregioToe(tx: Transactie, s: Subregiorol): Promise<void> {
  const er = await tabellen(tx)
    .selectFrom('toegang.lidmaatschap')
    .select('toekenning')
    .where('persoon_id', '=', s.persoonId)
    .where('rol', '=', s.rol)
    .where('regio', '=', s.regio)
    .where('subregio', '=', s.subregio)
    .where(eb => eb.or([eb('tot', 'is', null), eb('tot', '>', s.van.toString())]))
    .executeTakeFirst();
  const { subregio, gemeenten, ...lid } = s;
  const deel = { toekenning: er?.toekenning ?? randomUUID(), subregio };
  for (const gemeente of gemeenten) await voegLidToe(tx, { ...lid, gemeente, deel });
}

export interface Lidregel {
  id: string;
  persoonId: string;
  organisatieId: string;
  organisatie: string;
  rol: Rol;
  regio: string | null;
  gemeente: string | null;
  van: string;
  tot: string | null;
  toekenning: string | null;
  subregio: string | null;
  naamVerborgen: boolean;
}

/** Memberships that this actor may see, of one person or of all, with the name of the organisation. */
export function listLidmaatschappen(tx: Transactie, persoonId?: string): Promise<Lidregel[]> {
  let vraag = tabellen(tx)
    .selectFrom('toegang.lidmaatschap as l')
    .innerJoin('toegang.organisatie as o', 'o.id', 'l.organisatie_id')
    .select([
      'l.id',
      'l.persoon_id as persoonId',
      'l.organisatie_id as organisatieId',
      'o.naam as organisatie',
      'l.rol',
      'l.regio',
      'l.gemeente',
      'l.van',
      'l.tot',
      'l.toekenning',
      'l.subregio',
      'l.naam_verborgen as naamVerborgen',
    ]);
  if (persoonId) vraag = vraag.where('l.persoon_id', '=', persoonId);
  return vraag.orderBy('l.rol').orderBy('l.regio').orderBy('l.gemeente').orderBy('l.van').execute();
}

/**
 * Ends a membership on this day, with all others of its grant; false when it is not there for this actor or has
 * ended.
 */
export async function beeindigLid(
  tx: Transactie,
  lid: Pick<Lidregel, 'id' | 'persoonId' | 'toekenning'>,
  dag: Temporal.PlainDate,
): Promise<boolean> {
  const r = await tabellen(tx)
    .updateTable('toegang.lidmaatschap')
    .set({ tot: dag.toString() })
    .where('persoon_id', '=', lid.persoonId)
    .where(eb => (lid.toekenning ? eb('toekenning', '=', lid.toekenning) : eb('id', '=', lid.id)))
    .where(eb => eb.or([eb('tot', 'is', null), eb('tot', '>', dag.toString())]))
    .executeTakeFirst();
  return r.numUpdatedRows > 0n;
}

/** Does row security let this actor administer the person as a whole? */
export async function beheert(tx: Transactie, persoonId: string): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`select toegang.beheert(${persoonId}::uuid) as ja`.execute(tx);
  return rows[0]?.ja ?? false;
}

/** Until the end of this transaction no other, in any process, does the same work. */
export async function wachtOpBeurt(tx: Transactie, werk: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lange_adem:toegang:${werk}`}, 0))`.execute(tx);
}

/** From here on the transaction acts as another: for acts of which one part is the system's. */
export async function wordActor(tx: Transactie, actor: Actor): Promise<void> {
  await sql`select set_config('la.actor', ${actorTekst(actor)}, true)`.execute(tx);
}
