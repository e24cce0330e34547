import type {
  Bescherming,
  Beschermvraag,
  Bewijs,
  Bewijsregel,
  Toetsvraag,
  Voorstel,
} from '#kern/onthulling/index.ts';
import { type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import type { Rekenwens } from '#platform/oplosser/index.ts';
import {
  bewaarBewijs,
  bewaarUitkomst,
  findRekenwerk,
  listBewijs,
  listOnaf,
  type Rekenwerk,
  telBegin,
  zetBewezen,
  zetFout,
  zetVerder,
  zetVoortgang,
} from '../db/rekenwerk-opslag.ts';
import type { Publicatiecel } from '../domain/publicatie.ts';
import { naarJson, uitJson } from '../domain/stelvorm.ts';

/** What the work borrows: a database, the day, and the processes in which is reckoned. */
export interface Rekenlening {
  readonly db: Databank;
  vandaag(): Temporal.PlainDate;
  bescherm(vraag: Beschermvraag, o: Rekenwens): Promise<Bescherming>;
  bewijs(vraag: Toetsvraag, al: readonly Bewijsregel[], o: Rekenwens): Promise<Bewijs>;
}

type Kop = Omit<Publicatiecel, 'getoond' | 'aard' | 'nulGevoelig'>;
interface Opdracht {
  readonly vraag: Beschermvraag;
  readonly koppen: readonly Kop[];
}

const BEWAAR_PER = 20;

/** Runs part of the work as the background actor, in a transaction of its own. */
const als = <T>(l: Pick<Rekenlening, 'db' | 'vandaag'>, werk: (tx: Transactie) => Promise<T>): Promise<T> =>
  metActor(l.db, { soort: 'stelsel', taak: 'publicatie' }, l.vandaag(), werk);

/** Progress reaches the database one at a time and never stops the work. */
function voortgang(l: Rekenlening, id: string): Rekenwens['meld'] & { klaar(): Promise<void> } {
  let bezig: Promise<void> = Promise.resolve();
  const meld = (gedaan: number, van: number) => {
    bezig = bezig.then(() => als(l, tx => zetVoortgang(tx, id, gedaan, van))).catch(() => {});
  };
  return Object.assign(meld, { klaar: () => bezig });
}

async function bewaarVoorstel(l: Rekenlening, id: string, o: Opdracht, v: Voorstel): Promise<void> {
  const koppen = new Map(o.koppen.map(k => [k.naam, k]));
  const cellen = v.cellen.flatMap((c, volgorde) => {
    const kop = koppen.get(c.naam);
    return kop ? [{ ...kop, ...c, nulGevoelig: o.vraag.nulGevoelig.has(c.naam), volgorde }] : [];
  });
  const gedrukt = new Set(cellen.map(c => c.naam));
  await als(l, tx =>
    bewaarUitkomst(tx, id, {
      ruim: v.ruim,
      wijze: v.wijze,
      waarborg: v.waarborg.soort,
      oordeel: v.waarborg.soort === 'onbekend' ? [] : v.waarborg.regels,
      toets: naarJson(v.toetsvraag),
      optellingen: o.vraag.optellingen.filter(x => [x.som, ...x.delen].every(n => gedrukt.has(n))),
      cellen,
    }),
  );
}

/** How a process that ended without an answer is said; only this one is tried again. */
const GESTOPT = 'gestopt';
/** How work is said that took the whole process with it. */
const VIEL_OM = 'viel_om';
/** Beginnings that may come to nothing, not even to an error: the process itself was gone. */
const KEREN = 3;

/**
 * Waits for the reckoning. When it ends without an answer (its memory was not enough, say) the release says so: no verdict,
 * which is never an answer that something is safe. When it was ended from here, the work goes on at another time.
 */
async function metAntwoord<T>(
  l: Rekenlening,
  id: string,
  signaal: AbortSignal | undefined,
  antwoord: Promise<T>,
): Promise<T> {
  try {
    return await antwoord;
  } catch (e) {
    if (!signaal?.aborted) await als(l, tx => zetFout(tx, id, GESTOPT));
    throw e;
  }
}

/** First half: what would be printed, and the quick audit. Gives what the proof is against, or null when there is none. */
async function beschermDeze(
  l: Rekenlening,
  id: string,
  o: Opdracht,
  signaal: AbortSignal | undefined,
): Promise<Toetsvraag | null> {
  const meld = voortgang(l, id);
  const antwoord = l.bescherm(o.vraag, { meld, ...(signaal ? { signaal } : {}) });
  const uit = await metAntwoord(l, id, signaal, antwoord);
  await meld.klaar();
  if (uit.soort !== 'voorstel') {
    await als(l, tx => zetFout(tx, id, uit.soort));
    return null;
  }
  await bewaarVoorstel(l, id, o, uit);
  return uit.waarborg.soort === 'veilig' ? uit.toetsvraag : null;
}

/**
 * Keeps lines of the proof, some at a time and in turn. The first that cannot be kept (the draft lapsed meanwhile, or the
 * database is away) ends the work through `mis`; `klaar` throws why.
 */
function bewaarder(l: Rekenlening, id: string) {
  const mis = new AbortController();
  let nieuw: Bewijsregel[] = [];
  let schrijft: Promise<void> = Promise.resolve();
  const schrijf = () => {
    const deel = nieuw;
    nieuw = [];
    if (deel.length === 0) return;
    schrijft = schrijft.then(() =>
      als(l, async tx => {
        await bewaarBewijs(tx, id, deel);
        await zetVerder(tx, id);
      }),
    );
    schrijft.catch(() => mis.abort());
  };
  return {
    mis: mis.signal,
    neem(r: Bewijsregel) {
      nieuw.push(r);
      if (nieuw.length >= BEWAAR_PER) schrijf();
    },
    klaar() {
      schrijf();
      return schrijft;
    },
  };
}

/** Second half: the exact proof; each line is kept, so that it goes on where it was. */
async function bewijsDeze(
  l: Rekenlening,
  id: string,
  v: Toetsvraag,
  signaal: AbortSignal | undefined,
): Promise<void> {
  const meld = voortgang(l, id);
  const al = await als(l, tx => listBewijs(tx, id));
  const regels = bewaarder(l, id);
  const einde = AbortSignal.any(signaal ? [signaal, regels.mis] : [regels.mis]);
  const antwoord = l.bewijs(v, al, { meld, bewaar: r => regels.neem(r), signaal: einde });
  let uit: Bewijs;
  try {
    uit = await metAntwoord(l, id, einde, antwoord);
  } finally {
    // Also what was proved before it ended: that is not done again.
    await regels.klaar();
    await meld.klaar();
  }
  if (uit.soort === 'onbekend') await als(l, tx => zetFout(tx, id, 'onbekend'));
  else await als(l, tx => zetBewezen(tx, id, uit.soort === 'bewezen'));
}

/**
 * Protects a draft, audits it and proves it, outside the request and outside this process. May be repeated: what was kept
 * is not done again, and what came to an answer is not asked again. A process that ends without an answer throws, and is
 * tried again; it never makes anything safe. Work that took the process with it three times without getting anywhere is
 * left alone, and the release says so.
 */
export async function rekenDoor(l: Rekenlening, id: string, signaal?: AbortSignal): Promise<void> {
  const werk = await als(l, tx => findRekenwerk(tx, id));
  if (!werk || werk.bewezen || (werk.fout !== null && werk.fout !== GESTOPT)) return;
  if (werk.begonnen >= KEREN) return als(l, tx => zetFout(tx, id, VIEL_OM));
  await als(l, async tx => {
    if (werk.fout !== null) await zetFout(tx, id, null);
    await telBegin(tx, id);
  });
  try {
    await doeWerk(l, id, werk, signaal);
  } finally {
    // Reached with an answer, with an error and at a stop in order: only not when the process is gone. With the database
    // away it stays counted, and what went wrong is told and not this.
    await als(l, tx => zetVerder(tx, id)).catch(() => {});
  }
}

async function doeWerk(
  l: Rekenlening,
  id: string,
  werk: Rekenwerk,
  signaal: AbortSignal | undefined,
): Promise<void> {
  const opdracht = uitJson(werk.vraag) as Opdracht;
  const toets =
    werk.waarborg === 'veilig'
      ? (uitJson(werk.toets) as Toetsvraag)
      : werk.waarborg === null
        ? await beschermDeze(l, id, opdracht, signaal)
        : null;
  if (toets) await bewijsDeze(l, id, toets, signaal);
}

/** What was left when the application stopped. */
export const listOnafWerk = (l: Pick<Rekenlening, 'db' | 'vandaag'>): Promise<string[]> => als(l, listOnaf);
