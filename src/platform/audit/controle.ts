import type { KeyObject } from 'node:crypto';
import { actorTekst, type Databank, sql, type Transactie } from '#platform/db/index.ts';
import { BEGIN, type Rij } from './ketting.ts';
import { LOGBOEKLEZER } from './log.ts';
import {
  leesBlok,
  leesPartijen,
  ontleedBlok,
  type Partijgrens,
  type Schakel,
  snelleRijHash,
  snelleSchakelHash,
  stelSchrijfwijzeIn,
  volgendePlaats,
} from './schakels.ts';
import { leesWortels, type Wortel } from './wortels.ts';

/** What a link names as its round when that round is gone. */
const GEEN_PARTIJ = JSON.stringify([null, null, null, null]);

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

const BLOK = 20_000;

/** Rounds by number, read on as the chain is walked: links name them in rising order. */
function maakPartijlezer(tx: Transactie) {
  let bekend = new Map<number, Partijgrens>();
  return async (schakels: readonly Schakel[]): Promise<ReadonlyMap<number, Partijgrens>> => {
    const nodig = new Set(schakels.map(s => s.partijNummer).filter(n => Number.isSafeInteger(n)));
    const mist = [...nodig].filter(n => !bekend.has(n));
    if (mist.length > 0) {
      const houd = [...bekend].filter(([n]) => nodig.has(n));
      const nieuw = await leesPartijen(tx, mist);
      bekend = new Map([...houd, ...nieuw.map(p => [p.nummer, p] as const)]);
    }
    return bekend;
  };
}

interface Wandeling {
  getekend: ReadonlyMap<number, Wortel[]>;
  vreemd: { volgnummer: number; is: string; hoort: string }[];
  vorig: Schakel | null;
  partijen: ReadonlyMap<number, Partijgrens>;
  meld: Meld;
}

/** Walks the chain from its first link. Returns the last volgnummer that is there. */
async function loopKetting(tx: Transactie, wortels: Wortel[], meld: Meld): Promise<number> {
  const getekend = Map.groupBy(wortels, x => x.volgnummer);
  const w: Wandeling = { getekend, vreemd: [], vorig: null, partijen: new Map(), meld };
  const leesBij = maakPartijlezer(tx);
  await stelSchrijfwijzeIn(tx);
  let na = 0;
  let komend = leesBlok(tx, na, BLOK);
  for (;;) {
    const blok = await komend;
    if (blok === '') {
      const verder = await volgendePlaats(tx, na);
      if (verder === null) break;
      na = verder - 1;
      komend = leesBlok(tx, na, BLOK);
      continue;
    }
    const schakels = ontleedBlok(blok);
    w.partijen = await leesBij(schakels);
    na += BLOK;
    // The database reads the next block while this one is judged.
    komend = leesBlok(tx, na, BLOK);
    for (const s of schakels) toetsSchakel(s, w);
  }
  const bedoeld = new Set(w.vreemd.map(v => v.hoort));
  for (const v of w.vreemd) meld(bedoeld.has(v.is) ? 'verwisseld' : 'gewijzigd', v.volgnummer);
  return w.vorig?.volgnummer ?? 0;
}

function toetsSchakel(s: Schakel, w: Wandeling): void {
  const { meld } = w;
  const partij = w.partijen.get(s.partijNummer) ?? null;
  toetsPlaats(s, w.vorig, partij, meld);
  if (s.onleesbaar) meld('gewijzigd', s.volgnummer);
  else if (s.rij === null) meld('verwijderd', s.volgnummer);
  else {
    const is = snelleRijHash(s.rij);
    if (is !== s.rijHash) w.vreemd.push({ volgnummer: s.volgnummer, is, hoort: s.rijHash });
    if (!tijdGoed(s.rij, partij)) meld('tijd_onmogelijk', s.volgnummer);
  }
  if (w.getekend.get(s.volgnummer)?.some(x => x.hash !== s.hash)) meld('wortel_wijkt_af', s.volgnummer);
  w.vorig = s;
}

/** Does the time of the row fit the round in which it was sealed? Written forms sort as the times do. */
function tijdGoed(rij: Rij, partij: Partijgrens | null): boolean {
  const tijd = rij[3];
  if (!partij || !tijd) return true;
  return tijd <= partij.uiterlijk && (partij.vanaf === null || tijd >= partij.vanaf);
}

/** Does this link follow the one before it: in number, in hash, and in the order of transactions? */
function toetsPlaats(s: Schakel, vorig: Schakel | null, partij: Partijgrens | null, meld: Meld): void {
  const verwacht = (vorig?.volgnummer ?? 0) + 1;
  if (s.volgnummer !== verwacht) meld('gat', verwacht);
  else if (s.vorige !== (vorig?.hash ?? BEGIN)) meld('ketting_verbroken', s.volgnummer);
  if (snelleSchakelHash(s.vorige, s.volgnummer, partij?.tekst ?? GEEN_PARTIJ, s.rijHash) !== s.hash) {
    meld('ketting_verbroken', s.volgnummer);
  }
  const verder = partij?.voortgezet === true && s.partijNummer !== vorig?.partijNummer;
  if (verder) meld('voortgezet', s.volgnummer);
  if (!verder && vorig?.rij && s.rij && !staatNa(s.rij, vorig.rij)) meld('volgorde', s.volgnummer);
}

/** Was this row written after that one: in a later transaction, or later in the same one? */
function staatNa(rij: Rij, vorige: Rij): boolean {
  if (rij[2] === vorige[2]) return BigInt(rij[1] ?? 0) > BigInt(vorige[1] ?? 0);
  return BigInt(rij[2] ?? 0) > BigInt(vorige[2] ?? 0);
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
