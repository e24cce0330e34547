import {
  type Actor,
  type Databank,
  metActor,
  type RawBuilder,
  sql,
  type Transactie,
} from '#platform/db/index.ts';
import { BEGIN, PARTIJ, RIJ, type Rij, rijHash, schakelHash } from './ketting.ts';

export const VERZEGELAAR: Actor = { soort: 'stelsel', taak: 'verzegelaar' };

/** Head of the chain: its last link. Before the first row: volgnummer 0. */
export interface Kop {
  ketting: string;
  volgnummer: number;
  hash: string;
}

export interface Ronde {
  verzegeld: number;
  /** True when more rows wait than fit in one round. */
  meer: boolean;
  kop: Kop;
}

interface Stand extends Kop {
  partij: number;
  totXid: string;
  vreemd: boolean;
}

const SLOT = 7_412_110;

/**
 * Runs `werk` as the only sealer, on one connection under an advisory lock. Null when another process has it.
 */
export function alsEnige<T>(db: Databank, werk: (db: Databank) => Promise<T>): Promise<T | null> {
  return db.connection().execute(async c => {
    const { rows } = await sql<{ mijn: boolean }>`select pg_try_advisory_lock(${SLOT}) mijn`.execute(c);
    if (!rows[0]?.mijn) return null;
    try {
      return await werk(c);
    } finally {
      await sql`select pg_advisory_unlock(${SLOT})`.execute(c);
    }
  });
}

/**
 * Chains the rows that are final: of transactions older than every one still running. A number or a time in
 * the row says nothing about commit order; the transaction horizon does. Call within `alsEnige`.
 */
export function verzegel(db: Databank, vandaag: Temporal.PlainDate, hoogstens = 5000): Promise<Ronde> {
  return metActor(db, VERZEGELAAR, vandaag, async tx => {
    const stand = await leesStand(tx);
    const oude = stand.vreemd ? await leesNieuwe(tx, OUDE_SERVER, hoogstens) : [];
    const rijen = oude.length > 0 ? oude : await leesNieuwe(tx, deze(stand), hoogstens);
    const kop = { ketting: stand.ketting, volgnummer: stand.volgnummer, hash: stand.hash };
    const laatste = rijen.at(-1);
    if (!laatste) return { verzegeld: 0, meer: false, kop };
    const meer = rijen.length === hoogstens;
    // Rows of the former server do not move the horizon: its numbers mean nothing here.
    const grens = oude.length > 0 ? stand.totXid : meer ? String(laatste.rij[2]) : laatste.xmin;
    const nummer = stand.partij + 1;
    const partij = await nieuwePartij(tx, nummer, grens, stand.vreemd && oude.length === 0);
    return { verzegeld: rijen.length, meer, kop: await rijgAan(tx, kop, nummer, partij, rijen) };
  });
}

async function leesStand(tx: Transactie): Promise<Stand> {
  const { rows } = await sql<Stand>`
    select k.id ketting, coalesce(z.volgnummer, 0) volgnummer,
      coalesce(encode(z.hash, 'hex'), ${BEGIN}) hash, coalesce(p.nummer, 0) partij,
      coalesce(p.tot_xid, '0'::xid8)::text "totXid",
      coalesce(p.tot_xid > pg_snapshot_xmax(pg_current_snapshot()), false) vreemd
    from audit.ketting k
    left join lateral (select volgnummer, hash from audit.zegel order by volgnummer desc limit 1) z on true
    left join lateral (select nummer, tot_xid from audit.partij order by nummer desc limit 1) p on true`.execute(
    tx,
  );
  const stand = rows[0];
  if (!stand) throw new Error('Het logboek heeft geen ketting.');
  return stand;
}

interface Nieuw {
  rij: Rij;
  xmin: string;
}

const MOMENT = sql`pg_current_snapshot()`;

/**
 * After a move to another server transaction numbers start anew: a visible row at or above the horizon can
 * then only be of the former server. Those are sealed first, in their own order.
 */
const OUDE_SERVER = sql`l.xid >= pg_snapshot_xmax(${MOMENT})`;

const deze = (stand: Stand) =>
  sql`l.xid >= ${stand.vreemd ? '0' : stand.totXid}::xid8 and l.xid < pg_snapshot_xmin(${MOMENT})`;

async function leesNieuwe(tx: Transactie, waar: RawBuilder<unknown>, hoogstens: number): Promise<Nieuw[]> {
  const { rows } = await sql<Nieuw>`
    select ${RIJ} rij, pg_snapshot_xmin(${MOMENT})::text xmin
    from audit.logregel l
    where ${waar} and not exists (select from audit.zegel z where z.regel = l.id)
    order by l.xid, l.volgorde limit ${hoogstens}`.execute(tx);
  return rows;
}

async function nieuwePartij(tx: Transactie, nummer: number, totXid: string, vreemd: boolean): Promise<Rij> {
  await sql`insert into audit.partij (nummer, tot_xid, voortgezet, tijdstip)
    values (${nummer}, ${totXid}::xid8, ${vreemd}, clock_timestamp())`.execute(tx);
  const { rows } = await sql<{ partij: Rij }>`
    select ${PARTIJ} partij from audit.partij p where p.nummer = ${nummer}`.execute(tx);
  return rows[0]?.partij ?? [];
}

async function rijgAan(tx: Transactie, kop: Kop, nummer: number, partij: Rij, rijen: Nieuw[]): Promise<Kop> {
  let { volgnummer, hash } = kop;
  const zegels = rijen.map(({ rij }) => {
    const vorige = hash;
    const hashVanRij = rijHash(rij);
    volgnummer += 1;
    hash = schakelHash(vorige, volgnummer, partij, hashVanRij);
    return { volgnummer, regel: rij[0], rij: hashVanRij, vorige, hash };
  });
  await sql`insert into audit.zegel (volgnummer, partij, regel, rij_hash, vorige, hash)
    select (x->>'volgnummer')::bigint, ${nummer}::bigint, (x->>'regel')::uuid, decode(x->>'rij', 'hex'),
      decode(x->>'vorige', 'hex'), decode(x->>'hash', 'hex')
    from jsonb_array_elements(${JSON.stringify(zegels)}::jsonb) x`.execute(tx);
  return { ketting: kop.ketting, volgnummer, hash };
}
