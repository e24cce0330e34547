import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Logboekvraag, voerLogboekUit } from '#modules/privacy/index.ts';
import { isKenmerk } from '#modules/toegang/index.ts';
import type { Instellingen } from '#platform/config/index.ts';
import { maakPool, startIngebed } from '#platform/db/index.ts';
import { systeemklok } from '#platform/klok/index.ts';

const GEBRUIK =
  'Gebruik: npm run -s logboek:uitvoer -- <dossier of betrokkene> <kenmerk> [van] [tot en met], met dagen als 2026-01-31. Zonder dagen: het laatste jaar.';

const dag = (tekst: string | undefined, anders: Temporal.PlainDate): Temporal.PlainDate | null => {
  if (tekst === undefined) return anders;
  return /^\d{4}-\d{2}-\d{2}$/.test(tekst) ? Temporal.PlainDate.from(tekst, { overflow: 'constrain' }) : null;
};

/** The question that these arguments ask, or null when they ask none. */
export function leesUitvoervraag(args: readonly string[], vandaag: Temporal.PlainDate): Logboekvraag | null {
  const [soort, kenmerk = '', van, tot] = args;
  const dagen = { van: dag(van, vandaag.subtract({ years: 1 })), tot: dag(tot, vandaag) };
  if ((soort !== 'dossier' && soort !== 'betrokkene') || !isKenmerk(kenmerk)) return null;
  return dagen.van && dagen.tot ? { soort, kenmerk, van: dagen.van, tot: dagen.tot } : null;
}

/** `npm run logboek:uitvoer`: JSON lines on standard output, also beside a running application. 2: wrong use. */
export async function opdrachtLogboekUitvoer(
  i: Instellingen,
  args: readonly string[],
  schrijf: (tekst: string) => void = t => void process.stdout.write(t),
): Promise<number> {
  const vandaag = systeemklok.vandaag();
  const vraag = leesUitvoervraag(args, vandaag);
  if (!vraag || (!i.databaseUrl && !existsSync(path.join(i.data, 'lange-adem.json')))) {
    console.error(vraag ? 'Er is hier geen database; controleer LA_DATA.' : GEBRUIK);
    return 2;
  }
  const server = i.databaseUrl ? null : await startIngebed(i.data);
  const pool = maakPool(i.databaseUrl ?? server?.verbinding('app') ?? '', 1);
  try {
    schrijf(await voerLogboekUit(pool.db, vandaag, vraag));
    return 0;
  } finally {
    await pool.sluit();
    // A server that was running already belongs to the application.
    if (server && !server.overgenomen) await server.stop();
  }
}
