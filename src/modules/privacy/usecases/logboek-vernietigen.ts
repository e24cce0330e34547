import { alsReeksen, LOGBOEKLEZER, type Uitnameboek } from '#platform/audit/index.ts';
import { metActor } from '#platform/db/index.ts';
import { listBewaartermijnen } from '../db/bewaren.ts';
import {
  boekUitname,
  findLogregel,
  insertLoglijst,
  type Loguitvoerregel,
  listLogorganisaties,
  listLogplaatsen,
  neemUit,
  readKetting,
  sluitLogregel,
  telVervallenLog,
  wachtOpUitnameslot,
} from '../db/logboek-vernietigen.ts';
import { slaOver, sluitLijsten } from '../db/vernietigen.ts';
import { type Bewaaroordeel, type Bewaartermijn, beoordeelBewaring } from '../domain/bewaren.ts';
import { alsStelsel, type Wisdiensten } from './diensten.ts';

/** What destroying the log stands on besides: the signed proofs outside the database. */
export interface Logwisdiensten extends Wisdiensten {
  uitnames: Uitnameboek;
}

interface Logoordeel {
  /** First day of the first month of which the term is not over. */
  logTot: Temporal.PlainDate;
  oordeel: Bewaaroordeel;
}

/**
 * Until which day the log of this region may go: whole months of which the term of the last day is over. Null when no
 * term holds or none is over.
 */
export function oordeelLogboek(
  termijnen: readonly Bewaartermijn[],
  regio: string,
  vandaag: Temporal.PlainDate,
): Logoordeel | null {
  const vraag = {
    ...{ soort: 'logboek' as const, regio, gesloten: true, aanhoudingen: [], verzoekLoopt: false },
    vanaf: vandaag,
  };
  const nu = beoordeelBewaring(vraag, termijnen, vandaag);
  if (!nu.ok) return null;
  const maand = vandaag.subtract({ years: nu.waarde.termijn.jaren }).with({ day: 1 });
  for (const logTot of [maand, maand.subtract({ months: 1 })]) {
    const o = beoordeelBewaring({ ...vraag, vanaf: logTot.subtract({ days: 1 }) }, termijnen, vandaag);
    if (o.ok && o.waarde.stand === 'vervallen') return { logTot, oordeel: o.waarde };
  }
  return null;
}

/**
 * The system proposes the rows of the log of which the term is over and that nothing holds: one list per organisation,
 * a line per year. Nothing is destroyed by it. Returns the number of rows proposed.
 */
export async function stelLogboekVoor(d: Wisdiensten): Promise<number> {
  return alsStelsel(d, async tx => {
    const termijnen = await listBewaartermijnen(tx);
    let voorgesteld = 0;
    for (const o of await listLogorganisaties(tx)) {
      const uit = oordeelLogboek(termijnen, o.regio, d.klok.vandaag());
      if (!uit) continue;
      const { termijn, vervallenOp } = uit.oordeel;
      const logTot = uit.logTot.toString();
      const jaren = await telVervallenLog(tx, o.organisatie, logTot);
      if (jaren.length === 0) continue;
      const regels = jaren.map(({ jaar, aantal }) => ({
        soort: 'logboek',
        jaar,
        vervallenOp: vervallenOp.toString(),
        grond: `${termijn.wet} art. ${termijn.artikel}`,
        logTot,
        logregels: aantal,
      }));
      await insertLoglijst(tx, o, regels);
      voorgesteld += regels.reduce((n, r) => n + r.logregels, 0);
    }
    return voorgesteld;
  });
}

/** Rows in one transaction: a link and a row each, so that the sealer and readers are never kept waiting long. */
const HOOGSTENS = 5000;

/**
 * Takes out what two people agreed to, some rows in a transaction, until nothing is left or `signaal` aborts: it may be
 * stopped and repeated at any moment. A hold that came after the agreement still wins. Which places go is signed outside
 * the database before a row goes: after a crash in between the same places are signed again. Returns how many went.
 */
export async function voerLogboekUit(
  d: Logwisdiensten,
  signaal?: AbortSignal,
  hoogstens = HOOGSTENS,
): Promise<number> {
  const ketting = await metActor(d.db, LOGBOEKLEZER, d.klok.vandaag(), readKetting);
  let vernietigd = 0;
  for (let na: string | null = null; !signaal?.aborted; ) {
    const uit: { regel: string; aantal: number } | null = await voerDeelUit(d, ketting, na, hoogstens);
    if (uit === null) break;
    na = uit.regel;
    vernietigd += uit.aantal;
  }
  await alsStelsel(d, sluitLijsten);
  return vernietigd;
}

function voerDeelUit(
  d: Logwisdiensten,
  ketting: string,
  na: string | null,
  hoogstens: number,
): Promise<{ regel: string; aantal: number } | null> {
  return alsStelsel(d, async tx => {
    await wachtOpUitnameslot(tx);
    const regel = await findLogregel(tx, na);
    if (regel === null) return null;
    const tegen = bezwaar(regel, await listBewaartermijnen(tx), d);
    if (tegen !== null) {
      await slaOver(tx, regel.id, tegen);
      return { regel: regel.id, aantal: 0 };
    }
    const plaatsen = await listLogplaatsen(tx, regel, hoogstens);
    if (plaatsen.length === 0) {
      await sluitLogregel(tx, regel.id);
      return { regel: regel.id, aantal: 0 };
    }
    const reeksen = alsReeksen(plaatsen);
    d.uitnames.schrijf({ ketting, plaatsen: reeksen }, d.klok.nu());
    const aantal = await neemUit(tx, reeksen);
    await boekUitname(tx, regel, aantal);
    return { regel: regel.id, aantal };
  });
}

/** Why this line does not go after all: the term of its region changed since. Null when nothing is against it. */
function bezwaar(r: Loguitvoerregel, termijnen: readonly Bewaartermijn[], d: Wisdiensten): string | null {
  const nu = oordeelLogboek(termijnen, r.regio, d.klok.vandaag());
  if (!nu) return 'geen_bewaartermijn';
  return nu.logTot.toString() < r.logTot ? 'intussen_gewijzigd' : null;
}

/**
 * Takes out again what was signed for this chain and is back: an older copy of the database was restored. Returns how
 * many rows went. Before anything is served.
 */
export async function speelUitnamesNa(d: Logwisdiensten): Promise<number> {
  const ketting = await metActor(d.db, LOGBOEKLEZER, d.klok.vandaag(), readKetting);
  let aantal = 0;
  for (const u of d.uitnames.lees()) {
    if (u.ketting === ketting) aantal += await alsStelsel(d, tx => neemUit(tx, u.plaatsen));
  }
  return aantal;
}
