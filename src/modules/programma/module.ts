import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { WORTEL } from '#platform/config/wortel.ts';
import type { Databank } from '#platform/db/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import type { Taken } from '#platform/taken/index.ts';
import type { Inhoud } from './domain/veld.ts';
import { type AnderDeel, leesProgrammaIn, NIETS } from './usecases/bestand.ts';
import type { Doen } from './usecases/doen.ts';
import { HERINNERINGTAAK, type Herinneringlening, stuurHerinneringen } from './usecases/herinneringen.ts';
import { listProgrammaregios } from './usecases/lees.ts';
import { voegPlichtenToe } from './usecases/plichten.ts';

export { type ProgrammaLeen, registreer } from './web/routes.tsx';

/**
 * Loads the programmes that ship with the product, published as their sources were. Each region in one transaction
 * and only when nothing of it is there: later content belongs to the people who edit it, a start that was cut off is
 * completed by the next, and of two processes at once the second finds it done.
 */
export async function laadProgrammas(
  db: Databank,
  tijd: { nu: Temporal.Instant; vandaag: Temporal.PlainDate },
  delen: readonly AnderDeel[],
  meld: (tekst: string) => void,
): Promise<void> {
  const doen = { db, actor: { soort: 'stelsel' as const, taak: 'inlezen' }, lidmaatschappen: [], ...tijd };
  const aanwezig = await listProgrammaregios(doen);
  const map = path.join(WORTEL, 'gegevens/programma');
  for (const naam of readdirSync(map)
    .filter(n => n.endsWith('.json'))
    .sort()) {
    const ruw = JSON.parse(readFileSync(path.join(map, naam), 'utf8')) as Inhoud;
    if (aanwezig.includes(String((ruw.regio as Inhoud | undefined)?.id))) continue;
    const uit = await leesProgrammaIn(doen, ruw, delen, { openbaar: true, stand: NIETS });
    if (!uit.ok && uit.weigering.code === 'veranderd') continue;
    if (!uit.ok)
      throw new Error(
        `Programmabestand ${naam} is niet te lezen: ${JSON.stringify(uit.weigering).slice(0, 500)}`,
      );
    meld(`Programma ${uit.waarde.regio} ingelezen: ${uit.waarde.nieuw} onderdelen.`);
  }
  await laadPlichten(doen, meld);
}

/** Loads the duties to report that were read from the regions' documents, beside their programmes. */
export async function laadPlichten(d: Doen, meld: (tekst: string) => void): Promise<void> {
  const bestand = path.join(WORTEL, 'gegevens/programma/eigen/rapportageplichten.json');
  const { plichten } = JSON.parse(readFileSync(bestand, 'utf8')) as { plichten: Record<string, Inhoud[]> };
  for (const [regio, lijst] of Object.entries(plichten)) {
    const nieuw = await voegPlichtenToe(d, regio, lijst);
    if (nieuw > 0) meld(`Rapportageplichten van ${regio} ingelezen: ${nieuw}.`);
  }
}

/** Every morning: reminders of what is due. The jobs and what they borrow are given by app.ts. */
export function registreerTaken(taken: Taken, l: Herinneringlening, klok: Klok): void {
  taken.registreer(HERINNERINGTAAK, async () => {
    await stuurHerinneringen(l, { vandaag: klok.vandaag(), nu: klok.nu() });
  });
  taken.plan(HERINNERINGTAAK, '15 6 * * *');
}
