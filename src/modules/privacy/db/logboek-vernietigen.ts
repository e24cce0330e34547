import { randomUUID } from 'node:crypto';
import type { Plaatsreeks } from '#platform/audit/index.ts';
import { sql, type Transactie } from '#platform/db/index.ts';
import { insertLeegLijst, type Regelbasis } from './vernietigen.ts';

/** A line for the log of one organisation: which year, recorded before which day (ISO), and how many rows. */
export interface Logregellijn extends Regelbasis {
  logTot: string;
  logregels: number;
}

/** Organisations that have no open line for the log: one at a time each. For the system. */
export async function listLogorganisaties(tx: Transactie): Promise<{ organisatie: string; regio: string }[]> {
  const { rows } = await sql<{ organisatie: string; regio: string }>`
    select o.id organisatie, coalesce(o.regio, (select min(l.regio) from toegang.lidmaatschap l
      where l.organisatie_id = o.id)) regio from toegang.organisatie o
    where not exists (select 1 from privacy.vernietigingsregel r join privacy.vernietigingslijst v on v.id = r.lijst_id
      where v.organisatie_id = o.id and r.log_tot is not null and r.stand = 'open') order by o.id`.execute(
    tx,
  );
  return rows.filter(r => r.regio !== null);
}

/** How many rows of the log of this organisation are due, by year, the oldest first. `voor`: ISO day. For the system. */
export async function telVervallenLog(
  tx: Transactie,
  organisatie: string,
  voor: string,
): Promise<{ jaar: number; aantal: number }[]> {
  const { rows } = await sql<{ jaar: number; aantal: number }>`select jaar, count(*)::int aantal
    from privacy.vervallen_logregels(${organisatie}::uuid, ${voor}::date) group by jaar order by jaar`.execute(
    tx,
  );
  return rows;
}

/** Lays down a list for the log of one organisation. For the system. */
export async function insertLoglijst(
  tx: Transactie,
  lijst: { regio: string; organisatie: string },
  regels: readonly Logregellijn[],
): Promise<void> {
  const id = await insertLeegLijst(tx, { ...lijst, aanleiding: 'bewaartermijn' });
  for (const r of regels) {
    await sql`insert into privacy.vernietigingsregel (id, lijst_id, soort, jaar, vervallen_op, grond, log_tot, logregels)
      values (${randomUUID()}, ${id}, ${r.soort}, ${r.jaar}, ${r.vervallenOp}, ${r.grond}, ${r.logTot}, ${r.logregels})`.execute(
      tx,
    );
  }
}

export interface Loguitvoerregel extends Logregellijn {
  id: string;
  lijst: string;
  organisatie: string;
  regio: string;
}

/** The next line for the log that two people agreed to, locked. Null when there is none. For the system. */
export async function findLogregel(tx: Transactie, na: string | null): Promise<Loguitvoerregel | null> {
  const { rows } =
    await sql<Loguitvoerregel>`select r.id, r.lijst_id lijst, l.organisatie_id organisatie, l.regio, r.soort,
      r.jaar, r.vervallen_op::text "vervallenOp", r.grond, r.log_tot::text "logTot", r.logregels::int logregels
    from privacy.vernietigingsregel r join privacy.vernietigingslijst l on l.id = r.lijst_id
    where r.stand = 'open' and r.eerste_door is not null and r.tweede_door is not null and r.log_tot is not null
      and (${na}::uuid is null or r.id >= ${na}::uuid)
    order by r.id limit 1 for update of r`.execute(tx);
  return rows[0] ?? null;
}

/** Places of the rows of this line that are still there, at most so many. For the system. */
export async function listLogplaatsen(
  tx: Transactie,
  r: Loguitvoerregel,
  hoogstens: number,
): Promise<number[]> {
  const { rows } = await sql<{ volgnummer: number }>`select volgnummer
    from privacy.vervallen_logregels(${r.organisatie}::uuid, ${r.logTot}::date) where jaar = ${r.jaar}
    order by volgnummer limit ${hoogstens}`.execute(tx);
  return rows.map(x => x.volgnummer);
}

export const alsMultirange = (reeksen: readonly Plaatsreeks[]): string =>
  `{${reeksen.map(([van, tot]) => `[${van},${tot}]`).join(',')}}`;

/** Takes the rows at these places out of the log; returns how many there were. Throws for what is too young. */
export async function neemUit(tx: Transactie, reeksen: readonly Plaatsreeks[]): Promise<number> {
  const { rows } = await sql<{ aantal: number }>`
    select audit.neem_uit(${alsMultirange(reeksen)}::int8multirange)::int aantal`.execute(tx);
  return rows[0]?.aantal ?? 0;
}

/** The chain of this database. Under the reader of the log. */
export async function readKetting(tx: Transactie): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from audit.ketting`.execute(tx);
  if (!rows[0]) throw new Error('Het logboek heeft geen ketting.');
  return rows[0].id;
}

/** One writer of signed proofs at a time, over all processes, until the transaction ends. */
export async function wachtOpUitnameslot(tx: Transactie): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('lange_adem:uitname', 0))`.execute(tx);
}

/** Adds to the record of a list that names nobody. For the system. */
export async function boekUitname(tx: Transactie, r: Loguitvoerregel, aantal: number): Promise<void> {
  await sql`insert into privacy.vernietiging (lijst_id, soort, jaar, grond, uitgevoerd_op, aantal)
    values (${r.lijst}, ${r.soort}, ${r.jaar}, ${r.grond}, stelsel.vandaag(), ${aantal})
    on conflict (lijst_id, soort, jaar, grond, uitgevoerd_op)
      do update set aantal = vernietiging.aantal + excluded.aantal`.execute(tx);
}

/** The line is done. For the system. */
export async function sluitLogregel(tx: Transactie, id: string): Promise<void> {
  await sql`update privacy.vernietigingsregel set stand = 'vernietigd' where id = ${id} and stand = 'open'`.execute(
    tx,
  );
}
