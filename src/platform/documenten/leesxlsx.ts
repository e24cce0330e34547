import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { WORTEL } from '#platform/config/wortel.ts';
import { type Tabelblad, Tabelfout } from './tabelvorm.ts';
import type { Draadcel } from './werkboek.ts';
import type { Draadantwoord } from './werkboekdraad.ts';

const DRAAD = path.join(WORTEL, 'src/platform/documenten/werkboekdraad.ts');
/** Most that one workbook may cost. */
const LANGST_MS = 10_000;
const GEHEUGEN_MB = 256;
/** Threads at the same time; the others wait their turn, so that memory stays bounded. */
const TEGELIJK = 2;

let bezig = 0;
const wachtenden: (() => void)[] = [];

async function neemBeurt(): Promise<void> {
  if (bezig < TEGELIJK) bezig++;
  else await new Promise<void>(klaar => wachtenden.push(klaar));
}

/** The place goes to the next in line, or becomes free. */
function geefBeurt(): void {
  const volgende = wachtenden.shift();
  if (volgende) volgende();
  else bezig--;
}

function startDraad(bestand: Uint8Array): Worker {
  // A true copy: the slice of a Buffer would be a view on memory it shares.
  const eigen = new Uint8Array(bestand);
  // Without the flags and the environment of the site: the thread reads a stranger's file and needs neither.
  return new Worker(DRAAD, {
    workerData: eigen,
    transferList: [eigen.buffer],
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: GEHEUGEN_MB },
  });
}

function antwoordVan(draad: Worker): Promise<Draadantwoord> {
  return new Promise((klaar, mis) => {
    const wekker = setTimeout(() => mis(new Tabelfout('te_zwaar')), LANGST_MS);
    draad.once('message', klaar);
    draad.on('error', (e: Error & { code?: string }) =>
      mis(e.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Tabelfout('te_zwaar') : e),
    );
    draad.once('exit', () => {
      clearTimeout(wekker);
      geefBeurt();
      mis(new Error('de leesdraad stopte zonder antwoord'));
    });
  });
}

async function inDraad(bestand: Uint8Array): Promise<Draadantwoord> {
  await neemBeurt();
  let draad: Worker;
  try {
    draad = startDraad(bestand);
  } catch (e) {
    geefBeurt();
    throw e;
  }
  // The answer does not wait for the end of the thread; its place does.
  return antwoordVan(draad).finally(() => void draad.terminate());
}

const cel = (c: Draadcel) => (c !== null && typeof c === 'object' ? Temporal.PlainDate.from(c.dag) : c);

/**
 * Reads a workbook, sheet by sheet in its own order, in a thread with a limit on time (10 s) and memory (256 MB), so
 * that no file holds up the site. Throws Tabelfout.
 */
export async function leesXlsx(bestand: Uint8Array): Promise<Tabelblad[]> {
  const gezegd = await inDraad(bestand);
  if ('reden' in gezegd) throw new Tabelfout(gezegd.reden);
  return gezegd.bladen.map(b => ({
    naam: b.naam,
    rijen: b.rijen.map(r => ({ nr: r.nr, cellen: r.cellen.map(cel) })),
  }));
}
