import type { KeyObject } from 'node:crypto';
import { actorTekst, type Databank, sql, type Transactie } from '#platform/db/index.ts';
import { BEGIN, PARTIJ, RIJ, type Rij, rijHash, schakelHash } from './ketting.ts';
import { LOGBOEKLEZER } from './log.ts';
import { leesWortels, type Wortel } from './wortels.ts';

/** What the check can find. Every one of these is a fault, save `voortgezet`. */
export type Bevindingcode =
  | 'gewijzigd'
  | 'verwisseld'
  | 'verwijderd'
  | 'ingevoegd'
  | 'volgorde'
  | 'gat'
  | 'ketting_verbroken'
  | 'wortel_wijkt_af'
  | 'staart_afgekapt'
  | 'wortel_ongeldig'
  | 'wortels_ontbreken'
  | 'andere_ketting'
  | 'onverzegeld'
  | 'ongetekend'
  | 'tijd_onmogelijk'
  | 'voortgezet';

export interface Bevinding {
  code: Bevindingcode;
  /** Place in the chain (or line in the file of roots) where it was first seen. */
  plaats: number | null;
  aantal: number;
}

export interface Logboekrapport {
  goed: boolean;
  verzegeld: number;
  /** Written so short ago that the sealer may still come. */
  wachtend: number;
  wortels: number;
  bevindingen: Bevinding[];
}

interface Schakel {
  volgnummer: number;
  rijHash: string;
  vorige: string;
  hash: string;
  partij: Rij;
  voortgezet: boolean;
  rij: Rij | null;
  tijdGoed: boolean;
}

type Meld = (code: Bevindingcode, plaats?: number | null) => void;

/**
 * Checks the whole log against its chain and the signed roots outside the database: change, insertion,
 * deletion, reordering, a cut tail, gaps and rows left unsealed. `geduld`: seconds that a row may wait for
 * the sealer and a link for a signature. Reads in one snapshot; runs beside a working application.
 */
export async function controleerLogboek(
  db: Databank,
  wortelbestand: string,
  publiekeSleutel: KeyObject,
  geduld = 120,
): Promise<Logboekrapport> {
  // The roots first: what they name is then surely in the snapshot.
  const { wortels, fouten } = leesWortels(wortelbestand, publiekeSleutel);
  const gevonden = new Map<Bevindingcode, Bevinding>();
  const meld: Meld = (code, plaats = null) => {
    const b = gevonden.get(code) ?? { code, plaats, aantal: 0 };
    gevonden.set(code, { ...b, aantal: b.aantal + 1 });
  };
  for (const regel of fouten) meld('wortel_ongeldig', regel);
  const { verzegeld, wachtend } = await inMomentopname(db, async tx => {
    const eigen = await eigenWortels(tx, wortels, meld);
    const laatste = await loopKetting(tx, eigen, meld);
    for (const w of eigen.filter(x => x.volgnummer > laatste)) meld('staart_afgekapt', w.volgnummer);
    await zoekOngetekend(tx, eigen, laatste, geduld, meld);
    return { verzegeld: laatste, wachtend: await zoekOnverzegeld(tx, geduld, meld) };
  });
  const bevindingen = [...gevonden.values()];
  const goed = bevindingen.every(b => b.code === 'voortgezet');
  return { goed, verzegeld, wachtend, wortels: wortels.length, bevindingen };
}

function inMomentopname<T>(db: Databank, werk: (tx: Transactie) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async tx => {
      await sql`select set_config('la.actor', ${actorTekst(LOGBOEKLEZER)}, true)`.execute(tx);
      return werk(tx);
    });
}

/** Roots of this chain. Those of another one in the same file mean that the database was replaced. */
async function eigenWortels(tx: Transactie, wortels: Wortel[], meld: Meld): Promise<Wortel[]> {
  const { rows } = await sql<{ id: string }>`select id from audit.ketting`.execute(tx);
  const eigen = wortels.filter(w => w.ketting === rows[0]?.id);
  if (eigen.length < wortels.length) meld('andere_ketting');
  return eigen;
}

function leesSchakels(tx: Transactie, na: number): Promise<Schakel[]> {
  return sql<Schakel>`
    select z.volgnummer, encode(z.rij_hash, 'hex') "rijHash", encode(z.vorige, 'hex') vorige,
      encode(z.hash, 'hex') hash, ${PARTIJ} partij, coalesce(p.voortgezet, false) voortgezet,
      case when l.id is not null then ${RIJ} end rij,
      coalesce(l.tijdstip <= p.tijdstip + interval '5 minutes'
        and l.tijdstip >= coalesce(q.tijdstip - interval '1 hour', l.tijdstip), true) "tijdGoed"
    from audit.zegel z
    left join audit.partij p on p.nummer = z.partij
    left join audit.partij q on q.nummer = z.partij - 1
    left join audit.logregel l on l.id = z.regel
    where z.volgnummer > ${na} order by z.volgnummer limit 2000`
    .execute(tx)
    .then(r => r.rows);
}

/** Walks the chain from its first link. Returns the last volgnummer that is there. */
async function loopKetting(tx: Transactie, wortels: Wortel[], meld: Meld): Promise<number> {
  const getekend = new Map<number, Wortel[]>();
  for (const w of wortels) getekend.set(w.volgnummer, [...(getekend.get(w.volgnummer) ?? []), w]);
  const vreemd: { volgnummer: number; is: string; hoort: string }[] = [];
  let vorig: Schakel | null = null;
  for (;;) {
    const deel: Schakel[] = await leesSchakels(tx, vorig?.volgnummer ?? 0);
    for (const s of deel) {
      toetsPlaats(s, vorig, meld);
      const is = s.rij && rijHash(s.rij);
      if (is === null) meld('verwijderd', s.volgnummer);
      else if (is !== s.rijHash) vreemd.push({ volgnummer: s.volgnummer, is, hoort: s.rijHash });
      if (!s.tijdGoed) meld('tijd_onmogelijk', s.volgnummer);
      if (getekend.get(s.volgnummer)?.some(w => w.hash !== s.hash)) meld('wortel_wijkt_af', s.volgnummer);
      vorig = s;
    }
    if (deel.length === 0) break;
  }
  const bedoeld = new Set(vreemd.map(v => v.hoort));
  for (const v of vreemd) meld(bedoeld.has(v.is) ? 'verwisseld' : 'gewijzigd', v.volgnummer);
  return vorig?.volgnummer ?? 0;
}

const plekIn = (rij: Rij): [bigint, bigint] => [BigInt(rij[2] ?? 0), BigInt(rij[1] ?? 0)];

/** Does this link follow the one before it: in number, in hash, and in the order of transactions? */
function toetsPlaats(s: Schakel, vorig: Schakel | null, meld: Meld): void {
  const verwacht = (vorig?.volgnummer ?? 0) + 1;
  if (s.volgnummer !== verwacht) meld('gat', verwacht);
  else if (s.vorige !== (vorig?.hash ?? BEGIN)) meld('ketting_verbroken', s.volgnummer);
  if (schakelHash(s.vorige, s.volgnummer, s.partij, s.rijHash) !== s.hash) {
    meld('ketting_verbroken', s.volgnummer);
  }
  const verder = s.voortgezet && s.partij[0] !== vorig?.partij[0];
  if (verder) meld('voortgezet', s.volgnummer);
  if (verder || !vorig?.rij || !s.rij) return;
  const [x, n] = plekIn(s.rij);
  const [vx, vn] = plekIn(vorig.rij);
  if (x < vx || (x === vx && n <= vn)) meld('volgorde', s.volgnummer);
}

/** Links behind the last root must be young: the sealer signs within seconds. */
async function zoekOngetekend(
  tx: Transactie,
  wortels: Wortel[],
  laatste: number,
  geduld: number,
  meld: Meld,
): Promise<void> {
  const getekend = wortels.reduce((n, w) => Math.max(n, w.volgnummer), 0);
  if (wortels.length === 0 && laatste > 0) meld('wortels_ontbreken');
  const { rows } = await sql<{ volgnummer: number }>`
    select z.volgnummer from audit.zegel z join audit.partij p on p.nummer = z.partij
    where z.volgnummer > ${getekend} and p.tijdstip < clock_timestamp() - make_interval(secs => ${geduld})
    order by 1 limit 1`.execute(tx);
  if (rows[0]) meld('ongetekend', rows[0].volgnummer);
}

/**
 * Rows without a seal. Below the horizon of the last round they can only have been slipped in afterwards;
 * above it the sealer is late. Returns how many may simply be waiting.
 */
async function zoekOnverzegeld(tx: Transactie, geduld: number, meld: Meld): Promise<number> {
  const { rows } = await sql<{ ingevoegd: boolean; laat: boolean; aantal: number }>`
    select coalesce(l.xid < (select tot_xid from (
        select tot_xid from audit.partij order by nummer desc limit 1) p
        where tot_xid <= pg_snapshot_xmax(pg_current_snapshot())), false) ingevoegd,
      l.tijdstip < clock_timestamp() - make_interval(secs => ${geduld}) laat, count(*) aantal
    from audit.logregel l where not exists (select from audit.zegel z where z.regel = l.id)
    group by 1, 2`.execute(tx);
  let wachtend = 0;
  for (const r of rows) {
    if (!r.ingevoegd && !r.laat) wachtend += r.aantal;
    else for (let i = 0; i < r.aantal; i++) meld(r.ingevoegd ? 'ingevoegd' : 'onverzegeld');
  }
  return wachtend;
}
