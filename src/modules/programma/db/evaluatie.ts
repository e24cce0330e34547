import { sql, type Transactie } from '#platform/db/index.ts';
import type { Evaluatietoestand } from '../domain/evaluatie.ts';
import type { Vastlegging } from './repository.ts';

/** A row as it is kept; what the question, the result and the frozen points hold is for the use cases to say. */
export interface Evaluatierij {
  readonly id: string;
  readonly nummer: number;
  readonly vorige: number | null;
  readonly openbaarheid: 'openbaar_in_bron' | 'intern';
  readonly inhoud: unknown;
  readonly bekendTot: string | null;
  readonly naUitkomst: boolean;
  readonly vastgelegd: Date;
  readonly doorRol: string | null;
  /** States reached after laying down, in order. */
  readonly standen: readonly { toestand: Evaluatietoestand; reden: string | null; moment: string }[];
  /** null: none, or not for this reader. */
  readonly uitslag: unknown;
  readonly bevroren: unknown;
}

/** The evaluations of an action that this reader may see, by number. */
export async function listEvaluatierijen(tx: Transactie, onderdeelId: string): Promise<Evaluatierij[]> {
  const { rows } = await sql<Evaluatierij>`
    select e.id, e.nummer, v.nummer as vorige, e.openbaarheid, e.inhoud, e.bekend_tot as "bekendTot",
      e.na_uitkomst as "naUitkomst", e.vastgelegd, e.door_rol as "doorRol", u.uitslag, u.bevroren,
      coalesce((select jsonb_agg(jsonb_build_object('toestand', s.toestand, 'reden', s.reden, 'moment', s.moment)
        order by s.moment, array_position(array['uitgevoerd', 'vastgesteld', 'ingetrokken'], s.toestand))
        from programma.evaluatie_stand s where s.evaluatie_id = e.id), '[]') as standen
    from programma.evaluatie e
    left join programma.evaluatie v on v.id = e.vorige
    left join programma.evaluatie_uitkomst u on u.evaluatie_id = e.id
    where e.onderdeel_id = ${onderdeelId} order by e.nummer`.execute(tx);
  return rows;
}

export interface NieuweEvaluatie {
  readonly regio: string;
  readonly onderdeelId: string;
  /** Number of the evaluation of this action that this is a new version of. */
  readonly vorige: number | null;
  readonly openbaarheid: 'openbaar_in_bron' | 'intern';
  readonly gemeente: string | null;
  /** Indicator and place, by which is known whether a result about the same was seen. */
  readonly reeks: string;
  readonly inhoud: object;
  readonly bekendTot: string | null;
}

/** Lays a question down under the next number of its action; gives that number. One at a time per action. */
export async function voegEvaluatieToe(tx: Transactie, n: NieuweEvaluatie, v: Vastlegging): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${n.onderdeelId}, 1))`.execute(tx);
  const { rows } = await sql<{ nummer: number }>`
    insert into programma.evaluatie (id, regio, onderdeel_id, nummer, vorige, openbaarheid, gemeente, reeks, inhoud,
      bekend_tot, na_uitkomst, vastgelegd, door, door_rol)
    select ${crypto.randomUUID()}, ${n.regio}, ${n.onderdeelId},
      coalesce((select max(nummer) from programma.evaluatie where onderdeel_id = ${n.onderdeelId}), 0) + 1,
      (select id from programma.evaluatie where onderdeel_id = ${n.onderdeelId} and nummer = ${n.vorige}),
      ${n.openbaarheid}, ${n.gemeente}, ${n.reeks}, ${JSON.stringify(n.inhoud)}::jsonb, ${n.bekendTot}, false,
      ${v.nu.toString()}, ${v.door}, ${v.doorRol}
    returning nummer`.execute(tx);
  return rows[0]?.nummer ?? 0;
}

/** Keeps a result. False: there is one already. */
export async function bewaarUitkomst(
  tx: Transactie,
  u: { id: string; openbaarheid: string; uitslag: object; bevroren: readonly object[] },
  v: Vastlegging,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into programma.evaluatie_uitkomst (evaluatie_id, openbaarheid, uitslag, bevroren, uitgevoerd, door)
    values (${u.id}, ${u.openbaarheid}, ${JSON.stringify(u.uitslag)}::jsonb, ${JSON.stringify(u.bevroren)}::jsonb,
      ${v.nu.toString()}, ${v.door})
    on conflict (evaluatie_id) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Keeps that a state was reached. False: it was already. */
export async function bewaarStand(
  tx: Transactie,
  s: { id: string; toestand: Evaluatietoestand; reden: string | null },
  v: Vastlegging,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into programma.evaluatie_stand (evaluatie_id, toestand, reden, moment, door)
    values (${s.id}, ${s.toestand}, ${s.reden}, ${v.nu.toString()}, ${v.door})
    on conflict (evaluatie_id, toestand) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Waits for who is busy with this evaluation, so that what was read just after still holds. */
export async function wachtOpEvaluatie(tx: Transactie, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
}
