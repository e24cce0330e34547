import { createServer } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { stop as stopBouwer } from 'esbuild';
import { type Instellingen, isLoopback } from '#platform/config/index.ts';
import { StartFout } from '#platform/db/index.ts';
import { systeemklok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';
import { stelSamen } from './app.ts';
import { openDatabanken } from './databank.ts';

/**
 * Starts the platform and keeps it running until a signal. `start` is for a first look and development
 * (embedded database, demo when there is no data); `serve` is production.
 */
export async function start(i: Instellingen, wijze: 'start' | 'serve'): Promise<null> {
  const meld = melder();
  if (wijze === 'serve' && !i.sleutel) {
    throw new StartFout(
      'LA_SLEUTEL ontbreekt: geef de hoofdsleutel (64 hexadecimale tekens) of een bestand daarmee.',
    );
  }
  await controleerPoort(i);
  const databanken = await openDatabanken(i, wijze, meld);
  try {
    if (databanken.demo && !isLoopback(i.host)) {
      throw new StartFout(
        `Een demonstratie luistert alleen op deze machine; HOST=${i.host} wordt geweigerd.`,
      );
    }
    const platform = await stelSamen({
      instellingen: i,
      databanken,
      klok: systeemklok,
      log: maakLog(i.logNiveau),
      meld,
    });
    await stopBouwer();
    const server = serve({ fetch: platform.app.fetch, hostname: i.host, port: i.poort }, adres => {
      meld(`Klaar. Open http://${i.host.includes(':') ? `[${i.host}]` : i.host}:${adres.port}/`);
      for (const regel of platform.welkom) console.log(regel);
    });
    stopBijSignaal(async () => {
      meld('Stoppen …');
      await sluitServer(server);
      await platform.stop();
      await databanken.sluit();
    });
    return null;
  } catch (e) {
    await databanken.sluit();
    throw e;
  }
}

/** Tells what happens, with the seconds since the start. */
function melder(): (tekst: string) => void {
  const begin = performance.now();
  return tekst => console.log(`[${((performance.now() - begin) / 1000).toFixed(1)} s] ${tekst}`);
}

/** Lets running requests finish, at most two seconds. */
async function sluitServer(server: ServerType): Promise<void> {
  await new Promise<void>(klaar => {
    server.close(() => klaar());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      klaar();
    }, 2_000).unref();
  });
}

function stopBijSignaal(stop: () => Promise<void>): void {
  let bezig = false;
  const doe = () => {
    if (bezig) return;
    bezig = true;
    stop().then(
      () => process.exit(0),
      e => {
        console.error(e);
        process.exit(1);
      },
    );
  };
  for (const s of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(s, doe);
}

/** A taken port is said before the database is touched. */
async function controleerPoort(i: Instellingen): Promise<void> {
  if (i.poort === 0) return;
  await new Promise<void>((klaar, fout) => {
    const proef = createServer();
    proef.once('error', (e: NodeJS.ErrnoException) => {
      const waarom = e.code === 'EADDRINUSE' ? 'is al in gebruik' : `is niet te gebruiken (${e.code})`;
      fout(new StartFout(`Poort ${i.poort} op ${i.host} ${waarom}; kies een andere met PORT.`));
    });
    proef.listen(i.poort, i.host, () => proef.close(() => klaar()));
  });
}
