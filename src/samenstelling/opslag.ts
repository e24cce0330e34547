import type { Privacy } from '#modules/privacy/module.ts';
import type { Instellingen } from '#platform/config/index.ts';
import type { Klok } from '#platform/klok/index.ts';
import type { Log } from '#platform/log/index.ts';
import { kopiemapBij, nieuwsteKopie, ruimKopieenOp } from '#platform/reservekopie/index.ts';
import type { Taken } from '#platform/taken/index.ts';
import { dataMap } from '../databank.ts';

/** What the technical page tells of disk and copies. */
export interface Opslagstand {
  /** Erasures of which the disk was not rewritten yet, and whether this installation can do that. */
  wissen: { wacht: number; kan: boolean };
  /** When the newest copy in the own folder was made; undefined when the copies are made by an outside server. */
  kopie: Temporal.Instant | null | undefined;
}

/** The folder of the command that makes copies, as that command finds it. */
const kopiemap = (i: Instellingen): string => kopiemapBij(i.databaseUrl ? i.data : dataMap(i));

export async function leesOpslag(i: Instellingen, privacy: Privacy): Promise<Opslagstand> {
  return {
    wissen: await privacy.schijf(),
    kopie: i.databaseUrl ? undefined : nieuwsteKopie(kopiemap(i)),
  };
}

/**
 * Copies that are too old go every night, also when nobody makes new ones: what was erased must not stay guessable in
 * them. Also beside an outside server, for copies of before.
 */
export function planKopieen(taken: Taken, i: Instellingen, klok: Klok, log: Log): void {
  taken.registreer('reservekopieen_opruimen', async () => {
    const weg = ruimKopieenOp(kopiemap(i), i.kopieDagen, klok.nu());
    if (weg.length > 0) log.info({ aantal: weg.length }, 'oude reservekopieën verwijderd');
  });
  taken.plan('reservekopieen_opruimen', '50 3 * * *');
}
