// Loaded into the application that is measured (NODE_OPTIONS --import): on SIGUSR2 it protects a large invented set again
// and again, as the preparation of a release does, and stops on the next SIGUSR2. Says on which it is.
import { beschermInProces } from '../../src/platform/oplosser/index.ts';
import { aantalVan, type Maat, maakStel } from './tabellen.ts';

export const MAAT: Maat = { gemeenten: 8, jaren: 3, soorten: 7 };
let stop: AbortController | null = null;

async function werk(signaal: AbortSignal): Promise<void> {
  for (let keer = 1; !signaal.aborted; keer++) {
    await beschermInProces(maakStel(MAAT, 'afronden', keer), { signaal }).catch(() => {});
    console.log(`beschermd: ${keer} keer ${aantalVan(MAAT)}`);
  }
}

process.on('SIGUSR2', () => {
  if (stop) stop.abort();
  else {
    const nieuw = new AbortController();
    void werk(nieuw.signal);
    stop = nieuw;
    return;
  }
  stop = null;
});
