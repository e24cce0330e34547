import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Instellingen } from '#platform/config/index.ts';
import { maakPool, startIngebed } from '#platform/db/index.ts';
import { leesHoofdsleutel, maakKluis } from '#platform/kluis/index.ts';
import { controleerLogboek, type Logboekrapport } from './controle.ts';
import { bevindingteksten, logboekteksten } from './teksten.ts';
import { ondertekensleutel, wortelpad } from './wortels.ts';

/** The outcome of the check in Dutch lines. */
export function rapportregels(r: Logboekrapport): string[] {
  return [
    r.goed ? logboekteksten.goed : logboekteksten.fout,
    logboekteksten.stand(r.verzegeld, r.wachtend, r.wortels),
    ...r.bevindingen.map(b => logboekteksten.bevinding(bevindingteksten[b.code], b.aantal, b.plaats)),
  ];
}

/** Seconds that a row may wait for the sealer. */
const GEDULD = 120;
/** Connections that read at once: one more than there are cores, so that none waits while a block is judged; five at most. */
export const LEZERS = Math.min(5, os.availableParallelism() + 1);

/** `npm run logboek:controleer`: checks the log, also beside a running application. Exit code 1 on a fault. */
export async function opdrachtLogboekControleer(
  i: Instellingen,
  schrijf: (regel: string) => void = console.log,
): Promise<number> {
  if (!i.databaseUrl && !existsSync(path.join(i.data, 'lange-adem.json'))) {
    schrijf(logboekteksten.geenDatabase);
    return 1;
  }
  const kluis = maakKluis({ hoofdsleutel: leesHoofdsleutel(i), map: i.sleutelmap });
  const { publiek } = ondertekensleutel(kluis);
  const server = i.databaseUrl ? null : await startIngebed(i.data);
  const pool = maakPool(i.databaseUrl ?? server?.verbinding('app') ?? '', LEZERS + 1);
  try {
    const rapport = await controleerLogboek(pool.db, wortelpad(i.sleutelmap), publiek, GEDULD, LEZERS);
    for (const regel of rapportregels(rapport)) schrijf(regel);
    return rapport.goed ? 0 : 1;
  } finally {
    await pool.sluit();
    // A server that was running already belongs to the application.
    if (server && !server.overgenomen) await server.stop();
  }
}
