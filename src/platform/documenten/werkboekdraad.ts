// Runs as a thread of its own, started by leesxlsx.ts from this file: it is no part of the built file.
import { parentPort, workerData } from 'node:worker_threads';
import { type Tabelcode, Tabelfout } from './tabelvorm.ts';
import { type Draadblad, leesWerkboek } from './werkboek.ts';

/** What the thread says, once: the sheets, or why they cannot be read. */
export type Draadantwoord = { bladen: Draadblad[] } | { reden: Tabelcode };

async function antwoord(bestand: Uint8Array): Promise<Draadantwoord> {
  try {
    return { bladen: await leesWerkboek(bestand) };
  } catch (e) {
    if (e instanceof Tabelfout) return { reden: e.reden };
    throw e;
  }
}

parentPort?.postMessage(await antwoord(workerData as Uint8Array));
