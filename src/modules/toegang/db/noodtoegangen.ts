import { sql, type Transactie } from '#platform/db/index.ts';
import { type Kluis, KluisWeigering } from '#platform/kluis/index.ts';

export const OORDELEN = ['terecht', 'onterecht', 'onduidelijk'] as const;
export type Oordeel = (typeof OORDELEN)[number];

export interface Noodtoegang {
  id: string;
  persoonId: string;
  organisatieId: string;
  organisatie: string;
  dossierId: string;
  /** In the words of who took it; null when it cannot be read: its key was destroyed, or the row was damaged. */
  reden: string | null;
  van: Temporal.Instant;
  tot: Temporal.Instant;
  oordeel: Oordeel | null;
  beoordeeldDoor: string | null;
  beoordeeldOp: Temporal.Instant | null;
}

const plek = (id: string) => ({ tabel: 'toegang.noodtoegang', kolom: 'reden', rij: id });
/** One row that cannot be read must not keep the others from being judged. */
function leesReden(kluis: Kluis, id: string, cijfer: Buffer): string | null {
  try {
    return kluis.ontsleutelOfGewist(cijfer, plek(id));
  } catch (e) {
    if (e instanceof KluisWeigering) return null;
    throw e;
  }
}

const instant = (d: Date) => Temporal.Instant.fromEpochMilliseconds(d.getTime());

/**
 * For which organisation the actor may take it: one of the region of the file, the wished one when it can be. Null when
 * absent, of another region, barred, or without a role to take it: one answer.
 */
export async function findNoodorganisatie(
  tx: Transactie,
  dossier: string | null,
  gewenst: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select toegang.nood_organisatie(${dossier}::uuid, ${gewenst}::uuid) as id`.execute(tx);
  return rows[0]?.id ?? null;
}

export interface NieuweNoodtoegang {
  id: string;
  persoonId: string;
  organisatieId: string;
  dossierId: string;
  reden: string;
  uren: number;
}

/** Begins now, by the clock of the database, and ends by itself after `uren`. Returns the end. */
export async function insertNoodtoegang(
  tx: Transactie,
  kluis: Kluis,
  n: NieuweNoodtoegang,
): Promise<Temporal.Instant> {
  const sleutel = await kluis.nieuweSleutel('noodtoegang');
  const { rows } = await sql<{ tot: Date }>`insert into toegang.noodtoegang
      (id, persoon_id, organisatie_id, dossier_id, reden, sleutel_id, van, tot)
    values (${n.id}, ${n.persoonId}, ${n.organisatieId}, ${n.dossierId},
      ${kluis.versleutel(sleutel, n.reden, plek(n.id))}, ${sleutel}, now(), now() + make_interval(hours => ${n.uren}))
    returning tot`.execute(tx);
  const tot = rows[0]?.tot;
  if (!tot) throw new Error('Noodtoegang niet vastgelegd.');
  return instant(tot);
}

type Rij = Omit<Noodtoegang, 'reden' | 'van' | 'tot' | 'beoordeeldOp'> & {
  reden: Buffer;
  van: Date;
  tot: Date;
  beoordeeldOp: Date | null;
};

/** Break-glass that the actor may see; what waits for a judgement first, oldest first. */
export async function listAlle(
  tx: Transactie,
  kluis: Kluis,
  waar: { dossier?: string; id?: string; open?: boolean } = {},
): Promise<Noodtoegang[]> {
  const eisen = [sql`true`];
  if (waar.dossier) eisen.push(sql`n.dossier_id = ${waar.dossier}::uuid`);
  if (waar.id) eisen.push(sql`n.id = ${waar.id}::uuid`);
  if (waar.open) eisen.push(sql`n.oordeel is null`);
  const { rows } =
    await sql<Rij>`select n.id, n.persoon_id as "persoonId", n.organisatie_id as "organisatieId",
      o.naam as organisatie, n.dossier_id as "dossierId", n.reden, n.van, n.tot, n.oordeel,
      n.beoordeeld_door as "beoordeeldDoor", n.beoordeeld_op as "beoordeeldOp"
    from toegang.noodtoegang n join toegang.organisatie o on o.id = n.organisatie_id
    where ${sql.join(eisen, sql` and `)}
    order by (n.oordeel is null) desc, n.van, n.id limit 500`.execute(tx);
  return rows.map(r => ({
    ...r,
    reden: leesReden(kluis, r.id, r.reden),
    van: instant(r.van),
    tot: instant(r.tot),
    beoordeeldOp: r.beoordeeldOp ? instant(r.beoordeeldOp) : null,
  }));
}

/** May the actor judge: as privacy officer of the taker's organisation or of the controller, never his own. */
export async function zetOordeel(tx: Transactie, id: string, oordeel: Oordeel): Promise<boolean> {
  const r =
    await sql`update toegang.noodtoegang set oordeel = ${oordeel}, beoordeeld_door = stelsel.persoon(),
    beoordeeld_op = now() where id = ${id}::uuid and oordeel is null`.execute(tx);
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** People to tell at once of this break-glass, by id. */
export async function listNoodontvangers(tx: Transactie, id: string): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`select toegang.nood_ontvangers(${id}::uuid) as ids`.execute(
    tx,
  );
  return rows[0]?.ids ?? [];
}

/** Whom to tell instead that no privacy officer can judge this break-glass; empty when one can. */
export async function listZonderToezicht(tx: Transactie, id: string): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select toegang.nood_zonder_toezicht(${id}::uuid) as ids`.execute(tx);
  return rows[0]?.ids ?? [];
}

/** Break-glass by others on this file that runs or waits for a judgement, as far as the actor may see it. */
export async function telLopend(tx: Transactie, dossier: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from toegang.noodtoegang
    where dossier_id = ${dossier}::uuid and persoon_id <> stelsel.persoon() and (tot > now() or oordeel is null)`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

export async function isToezichthouder(tx: Transactie): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select cardinality(toegang.organisaties('privacyfunctionaris')) > 0 as ja`.execute(tx);
  return rows[0]?.ja ?? false;
}
