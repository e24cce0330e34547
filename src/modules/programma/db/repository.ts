import { sql, type Transactie } from '#platform/db/index.ts';
import type { Ingelezen } from '../domain/bestand.ts';
import type { Onderdeel, Weergave } from '../domain/programma.ts';
import { isSchrijfbaar } from '../domain/tekens.ts';
import type { Inhoud, Soortcode } from '../domain/veld.ts';

type Rij = Omit<Onderdeel, 'openbareVersie' | 'geldigVanaf' | 'doorRol'> & {
  openbare_versie: number | null;
  geldig_vanaf: string;
  door_rol: string | null;
};

const naarOnderdeel = ({ openbare_versie, geldig_vanaf, door_rol, ...r }: Rij): Onderdeel => ({
  ...r,
  openbareVersie: openbare_versie,
  geldigVanaf: geldig_vanaf,
  doorRol: door_rol,
});

const plaats = (weergave: Weergave) =>
  sql.ref(weergave === 'openbaar' ? 'o.openbare_volgorde' : 'o.volgorde');
const welke = (weergave: Weergave) => sql.ref(weergave === 'openbaar' ? 'o.openbare_versie' : 'o.versie');

/**
 * All items of a region that the actor may read, in the asked version and its order. What was taken out stays public until
 * that is published.
 */
export async function listOnderdelen(
  tx: Transactie,
  regio: string,
  weergave: Weergave,
): Promise<Onderdeel[]> {
  const { rows } = await sql<Rij>`
    select o.id, o.soort, o.code, o.gemeente, ${plaats(weergave)} volgorde, o.versie, o.openbare_versie, v.inhoud,
           v.geldig_vanaf, v.door_rol
    from programma.onderdeel o
    join programma.onderdeel_versie v on v.onderdeel_id = o.id and v.versie = ${welke(weergave)}
    where o.regio = ${regio} and (${weergave === 'openbaar'} or not o.verwijderd)
    order by o.soort, ${plaats(weergave)}, o.code`.execute(tx);
  return rows.map(naarOnderdeel);
}

/** The regions that have a programme. */
export async function listRegios(tx: Transactie): Promise<string[]> {
  const { rows } = await sql<{ regio: string }>`
    select distinct regio from programma.onderdeel where soort = 'regio' and not verwijderd order by regio`.execute(
    tx,
  );
  return rows.map(r => r.regio);
}

export interface VersieRij {
  versie: number;
  inhoud: Inhoud;
  geldigVanaf: string;
  vastgelegd: Date;
  door: string;
  doorRol: string | null;
  reden: string | null;
  openbaar: boolean;
}

/** The history of one item, newest first, as far as the actor may read it. */
export async function listVersies(tx: Transactie, onderdeelId: string): Promise<VersieRij[]> {
  const { rows } = await sql<{
    versie: number;
    inhoud: Inhoud;
    geldig_vanaf: string;
    vastgelegd: Date;
    door: string;
    door_rol: string | null;
    reden: string | null;
    openbaar: boolean;
  }>`
    select v.versie, v.inhoud, v.geldig_vanaf, v.vastgelegd, v.door, v.door_rol, v.reden,
           coalesce(o.openbare_versie = v.versie, false) openbaar
    from programma.onderdeel_versie v join programma.onderdeel o on o.id = v.onderdeel_id
    where v.onderdeel_id = ${onderdeelId} order by v.versie desc`.execute(tx);
  return rows.map(r => ({
    versie: r.versie,
    inhoud: r.inhoud,
    geldigVanaf: r.geldig_vanaf,
    vastgelegd: r.vastgelegd,
    door: r.door,
    doorRol: r.door_rol,
    reden: r.reden,
    openbaar: r.openbaar,
  }));
}

export interface Vastlegging {
  nu: Temporal.Instant;
  vandaag: Temporal.PlainDate;
  door: string;
  doorRol: string | null;
  reden: string | null;
}

async function voegVersieToe(
  tx: Transactie,
  id: string,
  versie: number,
  inhoud: Inhoud,
  v: Vastlegging,
): Promise<void> {
  await sql`
    insert into programma.onderdeel_versie (onderdeel_id, versie, inhoud, geldig_vanaf, vastgelegd, door, door_rol, reden)
    values (${id}, ${versie}, ${JSON.stringify(inhoud)}::jsonb, ${v.vandaag.toString()}, ${v.nu.toString()}, ${v.door},
            ${v.doorRol}, ${v.reden})`.execute(tx);
}

/** A new item as version 1; null when its code is taken. `openbaar` publishes it at once (import of a source). */
export async function voegToe(
  tx: Transactie,
  regio: string,
  item: Ingelezen,
  openbaar: boolean,
  v: Vastlegging,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into programma.onderdeel (id, regio, soort, code, gemeente, volgorde, versie, openbare_versie, openbare_volgorde)
    values (${crypto.randomUUID()}, ${regio}, ${item.soort}, ${item.code}, ${item.gemeente}, ${item.volgorde}, 1,
            ${openbaar ? 1 : null}, ${openbaar ? item.volgorde : null})
    on conflict (regio, soort, code) do nothing returning id`.execute(tx);
  const id = rows[0]?.id;
  if (!id) return null;
  await voegVersieToe(tx, id, 1, item.inhoud, v);
  return id;
}

/** The next free number for an item without a code of its own; numbers of removed items are never used again. */
export async function volgendeCode(tx: Transactie, regio: string, soort: Soortcode): Promise<string> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(max(code::int), 0) + 1 n from programma.onderdeel
    where regio = ${regio} and soort = ${soort} and code ~ '^[0-9]{1,9}$'`.execute(tx);
  return `${rows[0]?.n ?? 1}`;
}

/**
 * Writes the next version when the item still stands at `vanVersie`. False: someone was first, or the actor
 * may not write it; nothing is changed.
 */
export async function schrijfVersie(
  tx: Transactie,
  o: { id: string; vanVersie: number; inhoud: Inhoud; gemeente: string | null; verwijderd?: boolean },
  v: Vastlegging,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update programma.onderdeel set versie = versie + 1, gemeente = ${o.gemeente}, verwijderd = ${o.verwijderd ?? false}
    where id = ${o.id} and versie = ${o.vanVersie}`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await voegVersieToe(tx, o.id, o.vanVersie + 1, o.inhoud, v);
  return true;
}

/** Publishes the content of the working version; what was public keeps its place. False when it moved on meanwhile or the actor may not. */
export async function zetOpenbaar(tx: Transactie, id: string, versie: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update programma.onderdeel set openbare_versie = versie, openbare_volgorde = coalesce(openbare_volgorde, volgorde)
    where id = ${id} and versie = ${versie}`.execute(tx);
  return numAffectedRows === 1n;
}

/** One item by kind and code, in its working version. */
export async function findOnderdeel(
  tx: Transactie,
  regio: string,
  soort: Soortcode,
  code: string,
): Promise<Onderdeel | null> {
  if (!isSchrijfbaar(code)) return null;
  const { rows } = await sql<Rij>`
    select o.id, o.soort, o.code, o.gemeente, o.volgorde, o.versie, o.openbare_versie, v.inhoud, v.geldig_vanaf, v.door_rol
    from programma.onderdeel o join programma.onderdeel_versie v on v.onderdeel_id = o.id and v.versie = o.versie
    where o.regio = ${regio} and o.soort = ${soort} and o.code = ${code} and not o.verwijderd`.execute(tx);
  return rows[0] ? naarOnderdeel(rows[0]) : null;
}
