import type { KeyObject } from 'node:crypto';
import { actorTekst, type Databank, sql, type Transactie } from '#platform/db/index.ts';
import { leesBlokken } from './blokken.ts';
import { BEGIN } from './ketting.ts';
import { LOGBOEKLEZER } from './log.ts';
import {
  leesPartijen,
  ontleedBlok,
  type Partijgrens,
  type Regel,
  type Schakel,
  snelleRijHash,
  snelleSchakelHash,
} from './schakels.ts';
import { leesUitnames, maakPlaatsvraag } from './uitnames.ts';
import { leesWortels, type Wortel } from './wortels.ts';

/** What a link names as its round when that round is gone. */
const GEEN_PARTIJ = JSON.stringify([null, null, null, null]);

/** What the check can find. Every one of these is a fault, save those of `GEEN_FOUT`. */
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
  | 'uitname_ongeldig'
  | 'uitgenomen'
  | 'voortgezet';

/** Told, and in order: the log went on elsewhere, or a row was taken out after its term, by a signed proof. */
const GEEN_FOUT: readonly Bevindingcode[] = ['voortgezet', 'uitgenomen'];

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
 * deletion, reordering, a cut tail, gaps and rows left unsealed. A row that was taken out by a signed proof beside the
 * roots is told as `uitgenomen`; its link must be whole like every other. `geduld`: seconds that a row may wait for
 * the sealer and a link for a signature. Reads in one snapshot; runs beside a working application. `lezers`: connections that
 * read at once in that snapshot; with more than one the pool must have one more.
 */
export async function controleerLogboek(
  db: Databank,
  wortelbestand: string,
  publiekeSleutel: KeyObject,
  geduld = 120,
  lezers = 1,
): Promise<Logboekrapport> {
  // The roots first: what they name is then surely in the snapshot.
  const { wortels, fouten } = leesWortels(wortelbestand, publiekeSleutel);
  const gevonden = new Map<Bevindingcode, Bevinding>();
  const meld: Meld = (code, plaats = null) => {
    const b = gevonden.get(code) ?? { code, plaats, aantal: 0 };
    b.aantal++;
    gevonden.set(code, b);
  };
  for (const regel of fouten) meld('wortel_ongeldig', regel);
  const uit = leesUitnames(wortelbestand, publiekeSleutel);
  for (const regel of uit.fouten) meld('uitname_ongeldig', regel);
  const { verzegeld, wachtend } = await inMomentopname(db, async tx => {
    const ketting = await leesKetting(tx);
    const eigen = wortels.filter(w => w.ketting === ketting);
    // Roots of another chain in the same file mean that the database was replaced.
    if (eigen.length < wortels.length) meld('andere_ketting');
    const isUit = maakPlaatsvraag(uit.uitnames.filter(u => u.ketting === ketting));
    const { laatste, aanwezig } = await metLezers(db, tx, lezers, alle =>
      loopKetting(alle, tx, { wortels: eigen, isUit }, meld),
    );
    for (const w of eigen.filter(x => x.volgnummer > laatste)) meld('staart_afgekapt', w.volgnummer);
    await zoekOngetekend(tx, eigen, laatste, geduld, meld);
    return { verzegeld: laatste, wachtend: await zoekOnverzegeld(tx, aanwezig, geduld, meld) };
  });
  const bevindingen = [...gevonden.values()];
  const goed = bevindingen.every(b => GEEN_FOUT.includes(b.code));
  return { goed, verzegeld, wachtend, wortels: wortels.length, bevindingen };
}

/** In a snapshot of its own, or in that of another transaction that is still open. */
function inMomentopname<T>(
  db: Databank,
  werk: (tx: Transactie) => Promise<T>,
  van: string | null = null,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async tx => {
      if (van !== null) await sql`set transaction snapshot ${sql.lit(van)}`.execute(tx);
      // Links are read by their place, rows as a stretch or by id. Left to itself the planner reads the whole log for every
      // block and sorts that on disk, so that the time grew with the square of the log.
      await sql`select set_config('la.actor', ${actorTekst(LOGBOEKLEZER)}, true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true), set_config('enable_sort', 'off', true),
        set_config('enable_seqscan', 'off', true)`.execute(tx);
      return werk(tx);
    });
}

/** Transactions beside this one that see the same; with one reader it is this one. */
async function metLezers<T>(
  db: Databank,
  tx: Transactie,
  aantal: number,
  werk: (lezers: Transactie[]) => Promise<T>,
): Promise<T> {
  if (aantal <= 1) return werk([tx]);
  const { rows } = await sql<{ van: string }>`select pg_export_snapshot() van`.execute(tx);
  const open = (al: Transactie[]): Promise<T> =>
    al.length >= aantal ? werk(al) : inMomentopname(db, lezer => open([...al, lezer]), rows[0]?.van ?? null);
  return open([]);
}

async function leesKetting(tx: Transactie): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from audit.ketting`.execute(tx);
  return rows[0]?.id;
}

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
  /** Was the row at this place taken out by a signed proof? */
  isUit: (plaats: number) => boolean;
  partijen: ReadonlyMap<number, Partijgrens>;
  /** Links whose row is there. */
  aanwezig: number;
  meld: Meld;
}

/** Walks the chain from its first link. Returns the last volgnummer that is there, and how many links have their row. */
async function loopKetting(
  lezers: readonly Transactie[],
  tx: Transactie,
  { wortels, isUit }: { wortels: Wortel[]; isUit: Wandeling['isUit'] },
  meld: Meld,
): Promise<{ laatste: number; aanwezig: number }> {
  const getekend = Map.groupBy(wortels, x => x.volgnummer);
  const w: Wandeling = { getekend, vreemd: [], vorig: null, isUit, partijen: new Map(), aanwezig: 0, meld };
  const leesBij = maakPartijlezer(tx);
  for await (const blok of leesBlokken(lezers)) {
    const schakels = ontleedBlok(blok);
    w.partijen = await leesBij(schakels);
    for (const s of schakels) toetsSchakel(s, w);
  }
  const bedoeld = new Set(w.vreemd.map(v => v.hoort));
  for (const v of w.vreemd) meld(bedoeld.has(v.is) ? 'verwisseld' : 'gewijzigd', v.volgnummer);
  return { laatste: w.vorig?.volgnummer ?? 0, aanwezig: w.aanwezig };
}

function toetsSchakel(s: Schakel, w: Wandeling): void {
  const { meld } = w;
  const partij = w.partijen.get(s.partijNummer) ?? null;
  toetsPlaats(s, w.vorig, partij, meld);
  if (s.rij !== null || s.onleesbaar) w.aanwezig++;
  if (s.onleesbaar) meld('gewijzigd', s.volgnummer);
  else if (s.rij === null) meld(w.isUit(s.volgnummer) ? 'uitgenomen' : 'verwijderd', s.volgnummer);
  else {
    const is = snelleRijHash(s.rij.json);
    if (is !== s.rijHash) w.vreemd.push({ volgnummer: s.volgnummer, is, hoort: s.rijHash });
    if (!tijdGoed(s.rij, partij)) meld('tijd_onmogelijk', s.volgnummer);
  }
  if (w.getekend.get(s.volgnummer)?.some(x => x.hash !== s.hash)) meld('wortel_wijkt_af', s.volgnummer);
  w.vorig = s;
}

/** Does the time of the row fit the round in which it was sealed? Written forms sort as the times do. */
function tijdGoed(rij: Regel, partij: Partijgrens | null): boolean {
  if (!partij) return true;
  return rij.tijdstip <= partij.uiterlijk && (partij.vanaf === null || rij.tijdstip >= partij.vanaf);
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

/** Is this whole number higher? In decimals, of any length. */
const isHoger = (a: string, b: string): boolean => (a.length === b.length ? a > b : a.length > b.length);

/** Was this row written after that one: in a later transaction, or later in the same one? */
const staatNa = (rij: Regel, vorige: Regel): boolean =>
  rij.xid === vorige.xid ? isHoger(rij.volgorde, vorige.volgorde) : isHoger(rij.xid, vorige.xid);

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
 * Rows without a seal, looked for when the log holds other rows than the chain has (`aanwezig`). Below the horizon of the
 * last round they can only have been slipped in afterwards; above it the sealer is late. A row that is neither stands there
 * twice. Returns how many may simply be waiting.
 */
async function zoekOnverzegeld(
  tx: Transactie,
  aanwezig: number,
  geduld: number,
  meld: Meld,
): Promise<number> {
  const telling = await sql<{ aantal: number }>`select count(*) aantal from audit.logregel`.execute(tx);
  let teVerklaren = Number(telling.rows[0]?.aantal ?? 0) - aanwezig;
  if (teVerklaren === 0) return 0;
  // All of the log against all of the chain: what is wrong for a block is right here.
  await sql`select set_config('enable_hashjoin', 'on', true), set_config('enable_seqscan', 'on', true)`.execute(
    tx,
  );
  const { rows } = await sql<{ ingevoegd: boolean; laat: boolean; aantal: number }>`
    select coalesce(l.xid < (select tot_xid from (
        select tot_xid from audit.partij order by nummer desc limit 1) p
        where tot_xid <= pg_snapshot_xmax(pg_current_snapshot())), false) ingevoegd,
      l.tijdstip < clock_timestamp() - make_interval(secs => ${geduld}) laat, count(*) aantal
    from audit.logregel l where not exists (select from audit.zegel z where z.regel = l.id)
    group by 1, 2`.execute(tx);
  let wachtend = 0;
  for (const r of rows) {
    teVerklaren -= r.aantal;
    if (!r.ingevoegd && !r.laat) wachtend += r.aantal;
    else for (let i = 0; i < r.aantal; i++) meld(r.ingevoegd ? 'ingevoegd' : 'onverzegeld');
  }
  for (let i = 0; i < teVerklaren; i++) meld('ingevoegd');
  return wachtend;
}
