// Runs as a thread of its own, started by rekenproces.ts from this file: it is no part of the built file.
import { parentPort, workerData } from 'node:worker_threads';
import {
  type Bescherming,
  type Beschermvraag,
  type Bewijs,
  type Bewijsregel,
  bescherm,
  bewijs,
  type Toetsvraag,
} from '#kern/onthulling/index.ts';
import { losOpMetHighs } from './highs.ts';
import { losOpMetYalps } from './yalps.ts';

/** What the thread is asked. */
export type Rekenopdracht =
  | { readonly soort: 'bescherm'; readonly vraag: Beschermvraag }
  | { readonly soort: 'bewijs'; readonly vraag: Toetsvraag; readonly al: readonly Bewijsregel[] };

/** What the thread says: how far it is, a line that is proved, and once how it ended. */
export type Rekenbericht =
  | { readonly soort: 'voortgang'; readonly gedaan: number; readonly van: number }
  | { readonly soort: 'regel'; readonly regel: Bewijsregel }
  | { readonly soort: 'klaar'; readonly uitkomst: Bescherming | Bewijs };

const VAAK_MS = 200;
let laatst = 0;

const zeg = (b: Rekenbericht): void => parentPort?.postMessage(b);

function meld(gedaan: number, van: number): void {
  const nu = performance.now();
  if (gedaan < van && nu - laatst < VAAK_MS) return;
  laatst = nu;
  zeg({ soort: 'voortgang', gedaan, van });
}

async function doe(o: Rekenopdracht): Promise<Bescherming | Bewijs> {
  if (o.soort === 'bescherm') return bescherm(o.vraag, [losOpMetHighs, losOpMetYalps], meld);
  return bewijs(o.vraag, losOpMetHighs, {
    al: o.al,
    bewaar: regel => zeg({ soort: 'regel', regel }),
    meld,
  });
}

zeg({ soort: 'klaar', uitkomst: await doe(workerData as Rekenopdracht) });
