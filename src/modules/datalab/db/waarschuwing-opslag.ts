import type { Bewakingsmethode, Kant } from '#kern/statistiek/index.ts';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Alarm } from '../domain/bewaking.ts';
import type { Plaatssoort } from '../domain/plaats.ts';
import type { Plaatsreeks } from '../domain/plaatsreeks.ts';
import type { Uitkomst, Waarschuwing, Waarschuwingrol, Waarschuwingstand } from '../domain/waarschuwing.ts';

interface Rij {
  id: string;
  regio: string;
  plaatssoort: Plaatssoort;
  plaats: string;
  plaatsnaam: string;
  indicator: string;
  methode: Bewakingsmethode;
  kant: Kant;
  sinds: string;
  periode: string;
  geteld: number;
  verwacht: number;
  loosPerJaar: number;
  toestand: Waarschuwingstand;
  uitkomst: Uitkomst | null;
  notitie: string | null;
  behandelaar: string | null;
  behandelaarRol: Waarschuwingrol | null;
  gemaakt: string;
  versie: number;
}

const VELDEN = sql`id, regio, plaatssoort, plaats, plaatsnaam, indicator, methode, kant, sinds, periode,
  geteld::float8 as geteld, verwacht::float8 as verwacht, loos_per_jaar::float8 as "loosPerJaar", toestand, uitkomst,
  notitie, behandelaar, behandelaar_rol as "behandelaarRol",
  to_char(gemaakt at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as gemaakt, versie`;

function alsWaarschuwing({ plaatssoort, plaats, plaatsnaam, ...rest }: Rij): Waarschuwing {
  return { ...rest, plaats: { soort: plaatssoort, code: plaats, naam: plaatsnaam } };
}

/** Warnings of a region that row security shows this reader: open ones first, then the newest. */
export async function listWaarschuwingen(tx: Transactie, regio: string): Promise<Waarschuwing[]> {
  const r = await sql<Rij>`select ${VELDEN} from datalab.waarschuwing where regio = ${regio}
    order by array_position(array['nieuw', 'in_onderzoek', 'afgedaan'], toestand), gemaakt desc, id
    limit 200`.execute(tx);
  return r.rows.map(alsWaarschuwing);
}

/** One warning, locked for this transaction; null: not there, or not for this reader. */
export async function findWaarschuwing(tx: Transactie, id: string): Promise<Waarschuwing | null> {
  const r = await sql<Rij>`select ${VELDEN} from datalab.waarschuwing where id = ${id} for update`.execute(
    tx,
  );
  return r.rows[0] ? alsWaarschuwing(r.rows[0]) : null;
}

/**
 * Keeps an alarm: an open warning of the series to the same side gets its newest figures, otherwise a new one is made, unless this
 * period, or a later one, already had one. Gives true when a warning was made.
 */
export async function bewaarAlarm(
  tx: Transactie,
  v: { reeks: Plaatsreeks; regio: string; alarm: Alarm; loosPerJaar: number },
  nu: Temporal.Instant,
): Promise<boolean> {
  const { reeks: r, regio, alarm: a } = v;
  const deze = sql`regio = ${regio} and plaatssoort = ${r.plaats.soort} and plaats = ${r.plaats.code}
    and indicator = ${r.indicator} and definitieversie = ${r.definitieversie} and bron_id = ${r.bron}
    and plek = ${r.plek} and meetperiode = ${r.periode} and kant = ${a.kant}`;
  const bij = await sql`update datalab.waarschuwing set methode = ${a.methode}, periode = ${a.periode},
      sinds = least(sinds, ${a.sinds}), geteld = ${a.geteld}, verwacht = ${a.verwacht}, loos_per_jaar = ${v.loosPerJaar}
    where ${deze} and toestand <> 'afgedaan' and periode <= ${a.periode}`.execute(tx);
  if (Number(bij.numAffectedRows ?? 0) > 0) return false;
  const nieuw = await sql`insert into datalab.waarschuwing (regio, plaatssoort, plaats, plaatsnaam, indicator,
      definitieversie, bron_id, plek, meetperiode, methode, kant, sinds, periode, geteld, verwacht, loos_per_jaar, gemaakt)
    select ${regio}, ${r.plaats.soort}, ${r.plaats.code}, ${r.plaats.naam}, ${r.indicator}, ${r.definitieversie},
      ${r.bron}, ${r.plek}, ${r.periode}, ${a.methode}, ${a.kant}, ${a.sinds}, ${a.periode}, ${a.geteld}::numeric,
      ${a.verwacht}::numeric, ${v.loosPerJaar}::numeric, ${nu.toString()}::timestamptz
    where not exists (select 1 from datalab.waarschuwing where ${deze} and periode >= ${a.periode})
    on conflict do nothing`.execute(tx);
  return Number(nieuw.numAffectedRows ?? 0) > 0;
}

/** Writes what somebody decided on a warning. */
export async function bewaarHandeling(
  tx: Transactie,
  id: string,
  v: Pick<Waarschuwing, 'toestand' | 'uitkomst' | 'notitie' | 'behandelaar' | 'behandelaarRol'>,
  nu: Temporal.Instant,
): Promise<void> {
  await sql`update datalab.waarschuwing set toestand = ${v.toestand}, uitkomst = ${v.uitkomst}, notitie = ${v.notitie},
      behandelaar = ${v.behandelaar}, behandelaar_rol = ${v.behandelaarRol}, gewijzigd = ${nu.toString()}::timestamptz,
      versie = versie + 1
    where id = ${id}`.execute(tx);
}

/** Counts the new warnings of a region that no weekly message has counted yet, and marks them as counted. */
export async function meldNieuwe(tx: Transactie, regio: string, nu: Temporal.Instant): Promise<number> {
  const r = await sql`update datalab.waarschuwing set gemeld = ${nu.toString()}::timestamptz
    where regio = ${regio} and toestand = 'nieuw' and gemeld is null`.execute(tx);
  return Number(r.numAffectedRows ?? 0);
}

/** How a region is watched and when that was last done. */
export interface Bewakingsstand {
  readonly loosPerJaar: number;
  readonly laatsteRonde: string | null;
  readonly reeksen: number;
  readonly loosVerwacht: number;
}

/** null: nothing chosen and never watched, or not for this reader. */
export async function findBewakingsstand(tx: Transactie, regio: string): Promise<Bewakingsstand | null> {
  const r = await sql<Bewakingsstand>`select loos_per_jaar::float8 as "loosPerJaar", reeksen,
      loos_verwacht::float8 as "loosVerwacht",
      to_char(laatste_ronde at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "laatsteRonde"
    from datalab.bewaking where regio = ${regio}`.execute(tx);
  return r.rows[0] ?? null;
}

/** Keeps what the last round came to; `standaard` counts when the region chose nothing. */
export async function bewaarRonde(
  tx: Transactie,
  v: { regio: string; standaard: number; reeksen: number; loosVerwacht: number },
  nu: Temporal.Instant,
): Promise<void> {
  await sql`insert into datalab.bewaking (regio, loos_per_jaar, laatste_ronde, reeksen, loos_verwacht)
    values (${v.regio}, ${v.standaard}, ${nu.toString()}::timestamptz, ${v.reeksen}, ${v.loosVerwacht})
    on conflict (regio) do update set laatste_ronde = excluded.laatste_ronde, reeksen = excluded.reeksen,
      loos_verwacht = excluded.loos_verwacht`.execute(tx);
}

/** Keeps how many false alarms a year the region accepts. */
export async function bewaarLoosPerJaar(
  tx: Transactie,
  regio: string,
  loosPerJaar: number,
  door: string,
  nu: Temporal.Instant,
): Promise<void> {
  await sql`insert into datalab.bewaking (regio, loos_per_jaar, gewijzigd, door)
    values (${regio}, ${loosPerJaar}, ${nu.toString()}::timestamptz, ${door})
    on conflict (regio) do update set loos_per_jaar = excluded.loos_per_jaar, gewijzigd = excluded.gewijzigd,
      door = excluded.door`.execute(tx);
}
