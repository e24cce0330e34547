import { randomUUID } from 'node:crypto';
import { sql, type Transactie } from '#platform/db/index.ts';
import type { Aanhoudgrond, Bewaarvraag } from '../domain/bewaren.ts';
import { insertLeegLijst, type Regelbasis } from './vernietigen.ts';

/** A closed request as the rule on retention must know it, with what goes with it. */
export interface Verzoekkandidaat extends Bewaarvraag {
  verzoek: string;
  dossier: string | null;
  betrokkene: string | null;
  organisatie: string;
  sleutel: string | null;
}

type Kandidaatrij = {
  verzoek: string;
  dossier: string | null;
  betrokkene: string | null;
  organisatie: string;
  sleutel: string | null;
  regio: string;
  vanaf: string;
  aanhoudingen: Aanhoudgrond[];
};

// The term of what was withdrawn runs from the day on which would have been decided at the latest.
const KANDIDAAT = sql`select v.id verzoek, v.dossier_id dossier, v.betrokkene_id betrokkene,
  v.organisatie_id organisatie, v.sleutel_id sleutel, v.regio,
  (case v.stand when 'besloten' then v.tweede_op else v.ingetrokken_op end)::text vanaf,
  array(select distinct a.grond from privacy.aanhouding a where a.dossier_id = v.dossier_id and a.tot is null) aanhoudingen
  from privacy.verzoek v where v.stand in ('besloten', 'ingetrokken')`;

const alsKandidaat = (r: Kandidaatrij): Verzoekkandidaat => ({
  ...r,
  soort: 'verzoek',
  vanaf: Temporal.PlainDate.from(r.vanaf),
  gesloten: true,
  verzoekLoopt: false,
});

/** Closed requests that stand on no open list. For the system. */
export async function listVerzoekkandidaten(tx: Transactie): Promise<Verzoekkandidaat[]> {
  const { rows } =
    await sql<Kandidaatrij>`${KANDIDAAT} and not exists (select 1 from privacy.vernietigingsregel r
    where r.verzoek_id = v.id and r.stand = 'open') order by v.organisatie_id, v.id`.execute(tx);
  return rows.map(alsKandidaat);
}

/** One closed request, locked until the transaction ends. Null when it is gone or open again. For the system. */
export async function findVerzoekkandidaat(tx: Transactie, id: string): Promise<Verzoekkandidaat | null> {
  const { rows } = await sql<Kandidaatrij>`${KANDIDAAT} and v.id = ${id} for update of v`.execute(tx);
  return rows[0] ? alsKandidaat(rows[0]) : null;
}

export interface Verzoekregel extends Regelbasis {
  verzoek: string;
}

/** Lays down a list of requests whose term is over. For the system. */
export async function insertVerzoeklijst(
  tx: Transactie,
  lijst: { regio: string; organisatie: string },
  regels: readonly Verzoekregel[],
): Promise<void> {
  const id = await insertLeegLijst(tx, { ...lijst, aanleiding: 'bewaartermijn' });
  for (const r of regels) {
    await sql`insert into privacy.vernietigingsregel (id, lijst_id, verzoek_id, soort, jaar, vervallen_op, grond)
      values (${randomUUID()}, ${id}, ${r.verzoek}, ${r.soort}, ${r.jaar}, ${r.vervallenOp}, ${r.grond})`.execute(
      tx,
    );
  }
}

/** The next request that two people agreed to and that is not destroyed. Null when there is none. For the system. */
export async function findVerzoekregel(
  tx: Transactie,
  na: string | null,
): Promise<(Verzoekregel & { id: string; lijst: string }) | null> {
  const { rows } = await sql<Verzoekregel & { id: string; lijst: string }>`select id, lijst_id lijst,
    verzoek_id verzoek, soort, jaar, vervallen_op::text "vervallenOp", grond from privacy.vernietigingsregel
    where stand = 'open' and tweede_door is not null and verzoek_id is not null
      and (${na}::uuid is null or id > ${na}::uuid) order by id limit 1`.execute(tx);
  return rows[0] ?? null;
}
