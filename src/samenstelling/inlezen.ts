import { randomBytes } from 'node:crypto';
import type { Datalab } from '#modules/datalab/module.ts';
import { beginKennisgeving } from '#modules/privacy/index.ts';
import type { AnderDeel } from '#modules/programma/index.ts';
import { laadProgrammas } from '#modules/programma/module.ts';
import { zaaiGezinnen } from '#modules/simulatie/module.ts';
import type { Toegang } from '#modules/toegang/module.ts';
import { metActor, sql } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
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

const GEZINNEN_PER_REGIO = 3;

/** Invented families in a demonstration that has none yet; one process at a time, and never twice. */
async function zaaiEenmaal(s: Samenstelling, toegang: Toegang, kluis: Kluis): Promise<void> {
  const db = s.databanken.app.db;
  // Always the same one of the invented professionals, as the README tells.
  const professionals = await toegang.adressenVoor('professional', 'kennemerland');
  const wie = professionals.find(p => p.email === 'professional@voorbeeld.invalid');
  if (!wie) return;
  await db.connection().execute(async slot => {
    await sql`select pg_advisory_lock(7202614)`.execute(slot);
    try {
      const er = await metActor(
        db,
        { soort: 'stelsel', taak: 'demo' },
        s.klok.vandaag(),
        async tx => (await sql`select 1 from toegang.dossier limit 1`.execute(tx)).rows.length > 0,
      );
      if (er) return;
      const nu = { vandaag: s.klok.vandaag(), nu: s.klok.nu() };
      const grond = { db, kluis, ...nu, demo: true, beginKennisgeving };
      const aantal = await zaaiGezinnen({ ...grond, persoonId: wie.persoonId }, GEZINNEN_PER_REGIO);
      s.meld(`${aantal} verzonnen gezinnen aangelegd.`);
    } finally {
      await sql`select pg_advisory_unlock(7202614)`.execute(slot);
    }
  });
}

/** The invented accounts and families of a demonstration, and what the person who started it must know. */
export async function maakDemo(s: Samenstelling, toegang: Toegang, kluis: Kluis): Promise<string[]> {
  if (!s.databanken.demo) return [];
  const gegeven = s.instellingen.demoWachtwoord;
  const wachtwoord = gegeven ?? randomBytes(9).toString('base64url');
  await toegang.maakDemoAccounts(wachtwoord);
  await zaaiEenmaal(s, toegang, kluis);
  return [
    'Demonstratie met verzonnen mensen. Aanmelden op /aanmelden als <rol>@voorbeeld.invalid, bijvoorbeeld projectleider@voorbeeld.invalid.',
    gegeven ? 'Wachtwoord: dat van LA_DEMO_WACHTWOORD.' : `Wachtwoord voor deze keer: ${wachtwoord}`,
  ];
}
