import type { Instellingen } from '#platform/config/index.ts';
import { alsSleutel, leesHoofdsleutel, vervangHoofdsleutel } from './hoofdsleutel.ts';
import { maakKluis } from './kluis.ts';
import { leesBestand, schrijfNieuw } from './schijf.ts';
import { splitsHoofdsleutel, voegHoofdsleutelSamen } from './splitsing.ts';
import { splitsteksten, vernieuwteksten } from './teksten.ts';
import { KluisWeigering } from './weigering.ts';

/** Seconds between two looks of a running process, and how long a renewal waits for them: three looks. */
export const VOLG_ELKE = 10;
const WACHT = 3 * VOLG_ELKE;
const wachtEcht = (seconden: number) => new Promise<void>(klaar => setTimeout(klaar, seconden * 1000));

/**
 * `npm run sleutel:vernieuw -- <bestand>`: wraps every key by the master key in that file, and waits before it lets go of
 * the old one, so that every running process has learned the new one. After a crash: run it again, with the old or the
 * new LA_SLEUTEL. Exit code 1 on a refusal.
 */
export async function opdrachtSleutelVernieuw(
  i: Pick<Instellingen, 'sleutel' | 'sleutelmap'>,
  argumenten: readonly string[],
  schrijf: (regel: string) => void = console.log,
  wacht: (seconden: number) => Promise<void> = wachtEcht,
): Promise<number> {
  const pad = argumenten[0];
  const tekst = pad === undefined ? null : leesBestand(pad);
  if (tekst === null) {
    schrijf(vernieuwteksten.gebruik);
    return 1;
  }
  try {
    const nieuw = alsSleutel(tekst.trim());
    const kluis = maakKluis({ hoofdsleutel: leesHoofdsleutel(i), map: i.sleutelmap });
    const { vernieuwd } = await kluis.vernieuwHoofdsleutel(nieuw, undefined, async () => {
      schrijf(vernieuwteksten.wacht(WACHT));
      await wacht(WACHT);
    });
    if (i.sleutel === null) vervangHoofdsleutel(i.sleutelmap, nieuw);
    schrijf(vernieuwteksten.klaar(vernieuwd));
    schrijf(i.sleutel === null ? vernieuwteksten.demo : vernieuwteksten.hierna);
    return 0;
  } catch (e) {
    if (!(e instanceof KluisWeigering)) throw e;
    schrijf(e.message);
    return 1;
  }
}

/** `npm run sleutel:splits`: prints the master key in three parts for escrow, any two of which restore it. */
export function opdrachtSleutelSplits(
  i: Pick<Instellingen, 'sleutel' | 'sleutelmap'>,
  schrijf: (regel: string) => void = console.log,
): number {
  const delen = splitsHoofdsleutel(leesHoofdsleutel(i));
  schrijf(splitsteksten.uitleg);
  for (const d of delen) schrijf(d);
  return 0;
}

/** `npm run sleutel:herstel -- <deel> <deel> <doel>`: the master key from two files with a part, into a new file. */
export function opdrachtSleutelHerstel(
  argumenten: readonly string[],
  schrijf: (regel: string) => void = console.log,
): number {
  const [een, twee, doel] = argumenten;
  const delen = [een, twee].map(pad => (pad === undefined ? null : leesBestand(pad)));
  if (!delen[0] || !delen[1] || doel === undefined) {
    schrijf(splitsteksten.gebruik);
    return 1;
  }
  try {
    const sleutel = voegHoofdsleutelSamen(delen[0], delen[1]);
    const nieuw = schrijfNieuw(doel, `${sleutel.toString('hex')}\n`);
    schrijf(nieuw ? splitsteksten.hersteld(doel) : splitsteksten.bestaat);
    return nieuw ? 0 : 1;
  } catch (e) {
    if (!(e instanceof KluisWeigering)) throw e;
    schrijf(e.message);
    return 1;
  }
}
