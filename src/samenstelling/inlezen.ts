import { randomBytes } from 'node:crypto';
import type { Datalab } from '#modules/datalab/module.ts';
import type { AnderDeel } from '#modules/programma/index.ts';
import { laadProgrammas } from '#modules/programma/module.ts';
import type { Toegang } from '#modules/toegang/module.ts';
import { metActor, sql } from '#platform/db/index.ts';
import type { Samenstelling } from '../app.ts';

/** Brings what ships with the product into a new database: reference data, figures, programmes. */
export async function leesGegevensIn(
  s: Samenstelling,
  datalab: Datalab,
  delen: readonly AnderDeel[],
): Promise<void> {
  const vandaag = s.klok.vandaag();
  const stelsel = { soort: 'stelsel' as const, taak: 'inlezen' };
  const db = s.databanken.app.db;
  await metActor(db, stelsel, vandaag, async tx => {
    // Two processes that start at once on a new database: one loads, the other waits and finds it done.
    await sql`select pg_advisory_xact_lock(7202612)`.execute(tx);
    await datalab.laad(tx, s.meld);
  });
  await laadProgrammas(db, { nu: s.klok.nu(), vandaag }, delen, s.meld);
}

/** The invented accounts of a demonstration, and what the person who started it must know. */
export async function maakDemo(s: Samenstelling, toegang: Toegang): Promise<string[]> {
  if (!s.databanken.demo) return [];
  const gegeven = s.instellingen.demoWachtwoord;
  const wachtwoord = gegeven ?? randomBytes(9).toString('base64url');
  await toegang.maakDemoAccounts(wachtwoord);
  return [
    'Demonstratie met verzonnen mensen. Aanmelden op /aanmelden als <rol>@voorbeeld.invalid, bijvoorbeeld projectleider@voorbeeld.invalid.',
    gegeven ? 'Wachtwoord: dat van LA_DEMO_WACHTWOORD.' : `Wachtwoord voor deze keer: ${wachtwoord}`,
  ];
}
