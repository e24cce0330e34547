import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import { listIndicatoren } from '../db/indicator-opslag.ts';
import { listWaarnemingen } from '../db/waarneming-opslag.ts';
import { bewaarAlarm, bewaarRonde, findBewakingsstand } from '../db/waarschuwing-opslag.ts';
import { type Bewaking, bewaak, LOOS_PER_JAAR, loosVerwacht } from '../domain/bewaking.ts';
import { plaatsreeksen } from '../domain/plaatsreeks.ts';
import { listRegios } from './gegevensbestanden.ts';

/** The work that watches the series of all regions: every day and after each import. */
export const VROEGSIGNAALTAAK = 'datalab_vroegsignaal';
/** The actor that may read every figure of a region and write warnings, and nothing else. */
export const SIGNALEERDER: Actor = { soort: 'stelsel', taak: 'vroegsignaal' };

export interface Moment {
  vandaag: Temporal.PlainDate;
  nu: Temporal.Instant;
}

/**
 * Every series of quarters and months of a region that this reader sees, with how it is watched: internal figures only,
 * since what is published is too late to warn.
 */
export async function leesBewakingen(
  tx: Transactie,
  regio: string,
  vandaag: Temporal.PlainDate,
  loosPerJaar: number,
): Promise<Bewaking[]> {
  const waarnemingen = await listWaarnemingen(tx, { regio });
  const intern = waarnemingen.filter(w => w.cijfer.openbaarheid === 'intern');
  const reeksen = plaatsreeksen(intern, await listIndicatoren(tx), vandaag.toString());
  return bewaak(
    reeksen.filter(r => r.periode !== 'jaar'),
    loosPerJaar,
  );
}

async function bewaakRegio(tx: Transactie, regio: string, m: Moment): Promise<number> {
  const stand = await findBewakingsstand(tx, regio);
  const bewakingen = await leesBewakingen(tx, regio, m.vandaag, stand?.loosPerJaar ?? LOOS_PER_JAAR);
  const loos = loosVerwacht(bewakingen);
  let nieuw = 0;
  for (const { reeks, alarm } of bewakingen) {
    if (alarm === null) continue;
    if (await bewaarAlarm(tx, { reeks, regio, alarm, loosPerJaar: loos }, m.nu)) nieuw++;
  }
  const reeksen = bewakingen.filter(b => b.bewaakt).length;
  await bewaarRonde(tx, { regio, standaard: LOOS_PER_JAAR, reeksen, loosVerwacht: loos }, m.nu);
  return nieuw;
}

/**
 * Watches every region, each in a transaction of its own. Running it again makes nothing twice. Gives the number of new
 * warnings.
 */
export async function bewaakRegios(db: Databank, m: Moment): Promise<number> {
  let nieuw = 0;
  for (const { id } of listRegios())
    nieuw += await metActor(db, SIGNALEERDER, m.vandaag, tx => bewaakRegio(tx, id, m));
  return nieuw;
}
