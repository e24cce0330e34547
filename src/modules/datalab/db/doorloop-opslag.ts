import { sql, type Transactie } from '#platform/db/index.ts';
import type { Afloop, Doorloop, Doorloopsoort, Doorloopstand } from '../domain/doorloop.ts';

/** One import of lead times. */
export interface Doorloopinlezing {
  id: string;
  regio: string;
  bron: string;
  peildatum: string;
  instroomVanaf: string;
  aantal: number;
  ingelezen: string;
  teruggedraaid: boolean;
}

const VELDEN = sql`id, regio, bron, peildatum::text as peildatum, instroom_vanaf::text as "instroomVanaf", aantal,
  to_char(ingelezen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ingelezen,
  teruggedraaid is not null as teruggedraaid`;

interface Rij {
  gemeente: string;
  soort: Doorloopsoort;
  start: string;
  eind: string | null;
  afloop: Afloop | null;
  aantal: number;
}

const alsRij = (d: Doorloop): Omit<Rij, 'aantal'> => ({
  gemeente: d.gemeente,
  soort: d.soort,
  start: d.start.toString(),
  eind: d.eind?.toString() ?? null,
  afloop: d.afloop,
});

const opTekst = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const dag = (iso: string) => Temporal.PlainDate.from(iso);

/** The rows as lead times; a day that comes back is one and the same. */
function alsDoorlopen(rijen: readonly Rij[]): Doorloop[] {
  const dagen = new Map<string, Temporal.PlainDate>();
  const lees = (iso: string): Temporal.PlainDate => {
    const uit = dagen.get(iso) ?? dag(iso);
    dagen.set(iso, uit);
    return uit;
  };
  return rijen.map(({ gemeente, soort, start, eind, afloop, aantal }) => ({
    gemeente,
    soort,
    start: lees(start),
    eind: eind === null ? null : lees(eind),
    afloop,
    aantal,
  }));
}

/** Keeps an import with its rows, in an order that says nothing of the file. Returns its id. */
export async function bewaarDoorlopen(
  tx: Transactie,
  i: Doorloopstand & { regio: string; organisatieId: string | null },
  door: string,
  nu: Temporal.Instant,
): Promise<string> {
  const r = await sql<{ id: string }>`
    insert into datalab.doorloop_inlezing (id, regio, organisatie_id, bron, peildatum, instroom_vanaf, aantal, door, ingelezen)
    values (gen_random_uuid(), ${i.regio}, ${i.organisatieId}, ${i.bron}, ${i.peildatum.toString()}::date,
      ${i.instroomVanaf.toString()}::date, ${i.doorlopen.length}, ${door}, ${nu.toString()}::timestamptz)
    returning id`.execute(tx);
  const id = r.rows[0]?.id ?? '';
  const rijen = i.doorlopen.map(alsRij).toSorted((a, b) => opTekst(JSON.stringify(a), JSON.stringify(b)));
  await sql`insert into datalab.doorloop (inlezing_id, rij, regio, gemeente, soort, start, eind, afloop)
    select ${id}::uuid, n, ${i.regio}, x->>'gemeente', x->>'soort', (x->>'start')::date, (x->>'eind')::date, x->>'afloop'
    from jsonb_array_elements(${JSON.stringify(rijen)}::jsonb) with ordinality as t(x, n)`.execute(tx);
  return id;
}

/** Imports of a region, newest first; none for who may not. */
export async function listDoorloopinlezingen(tx: Transactie, regio: string): Promise<Doorloopinlezing[]> {
  const r = await sql<Doorloopinlezing>`select ${VELDEN} from datalab.doorloop_inlezing where regio = ${regio}
    order by doorloop_inlezing.ingelezen desc, doorloop_inlezing.peildatum desc limit 100`.execute(tx);
  return r.rows;
}

/** An import by its id, locked for this transaction; null: not there, or not for this reader. */
export async function findDoorloopinlezing(tx: Transactie, id: string): Promise<Doorloopinlezing | null> {
  const r = await sql<Doorloopinlezing>`select ${VELDEN} from datalab.doorloop_inlezing where id = ${id}
    for update`.execute(tx);
  return r.rows[0] ?? null;
}

/** Withdraws an import; its rows stay and count no more. */
export async function trekDoorloopinlezingTerug(
  tx: Transactie,
  id: string,
  door: string,
  nu: Temporal.Instant,
): Promise<void> {
  await sql`update datalab.doorloop_inlezing set teruggedraaid = ${nu.toString()}::timestamptz,
    teruggedraaid_door = ${door} where id = ${id}`.execute(tx);
}

/**
 * View of the casework room with the same facts about what is followed there: regio, gemeente (CBS code), soort, start,
 * eind, afloop. As soon as that room has it, the figures come from it and need no import.
 */
const KIJK = 'meldingen.doorloop';

async function heeftKijk(tx: Transactie): Promise<boolean> {
  const r = await sql<{ er: boolean }>`select to_regclass(${KIJK}) is not null as er`.execute(tx);
  return r.rows[0]?.er ?? false;
}

// Alike in everything is counted together: nothing tells one from the other.
const RIJVELDEN = sql`gemeente, soort, start::text as start, eind::text as eind, afloop, count(*)::int as aantal`;
const GELIJK = sql`group by gemeente, soort, doorloop.start, doorloop.eind, afloop
    order by gemeente, doorloop.start, doorloop.eind, afloop`;

async function leesKijk(
  tx: Transactie,
  regio: string,
  soort: Doorloopsoort,
  vandaag: Temporal.PlainDate,
): Promise<Doorloopstand | null> {
  const r = await sql<Rij>`select ${RIJVELDEN} from ${sql.table(KIJK)}
    where regio = ${regio} and soort = ${soort} and doorloop.start <= ${vandaag.toString()}::date ${GELIJK}`.execute(
    tx,
  );
  const doorlopen = alsDoorlopen(r.rows);
  const [eerste] = r.rows.map(x => x.start).toSorted(opTekst);
  if (eerste === undefined) return null;
  return { peildatum: vandaag, instroomVanaf: dag(eerste), bron: '', doorlopen };
}

/** The import with the latest day of looking that holds this kind, as far as this reader may see. */
async function kiesInlezing(
  tx: Transactie,
  regio: string,
  soort: Doorloopsoort,
): Promise<Doorloopinlezing | null> {
  const i = await sql<Doorloopinlezing>`select ${VELDEN} from datalab.doorloop_inlezing i
    where regio = ${regio} and teruggedraaid is null
      -- One row is enough: as 'exists' it was joined, and that read them all.
      and (select true from datalab.doorloop d where d.inlezing_id = i.id and d.soort = ${soort} limit 1)
    order by i.peildatum desc, i.ingelezen desc limit 1`.execute(tx);
  return i.rows[0] ?? null;
}

/**
 * A mark that changes whenever this reader would be given other lead times; null where there are none, or where they come
 * from the casework room and change by the hour.
 */
export async function leesDoorloopmerk(
  tx: Transactie,
  regio: string,
  soort: Doorloopsoort,
): Promise<string | null> {
  if (await heeftKijk(tx)) return null;
  const inlezing = await kiesInlezing(tx, regio, soort);
  if (!inlezing) return null;
  const r = await sql<{ zicht: string }>`select datalab.doorloop_zicht(${regio}) as zicht`.execute(tx);
  return r.rows[0]?.zicht ? `${inlezing.id}|${r.rows[0].zicht}` : null;
}

/**
 * The lead times of one kind in a region, as far as this reader may see them: from the casework room when it has its view
 * and something in it, else from the import with the latest day of looking that holds this kind. null: there are none.
 */
export async function findDoorloopstand(
  tx: Transactie,
  regio: string,
  soort: Doorloopsoort,
  vandaag: Temporal.PlainDate,
): Promise<Doorloopstand | null> {
  const kijk = (await heeftKijk(tx)) ? await leesKijk(tx, regio, soort, vandaag) : null;
  if (kijk) return kijk;
  const inlezing = await kiesInlezing(tx, regio, soort);
  if (!inlezing) return null;
  const r = await sql<Rij>`select ${RIJVELDEN} from datalab.doorloop
    where inlezing_id = ${inlezing.id} and soort = ${soort} ${GELIJK}`.execute(tx);
  return {
    peildatum: dag(inlezing.peildatum),
    instroomVanaf: dag(inlezing.instroomVanaf),
    bron: inlezing.bron,
    doorlopen: alsDoorlopen(r.rows),
  };
}
