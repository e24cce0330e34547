import type { Instellingen } from '#platform/config/index.ts';
import { alsSleutel, leesHoofdsleutel, vervangHoofdsleutel } from './hoofdsleutel.ts';
import { maakKluis } from './kluis.ts';
import { leesBestand } from './schijf.ts';
import { vernieuwteksten } from './teksten.ts';
import { KluisWeigering } from './weigering.ts';

/**
 * `npm run sleutel:vernieuw -- <bestand>`: wraps every key by the master key in that file. After a crash: run
 * it again, with the old or the new LA_SLEUTEL. Exit code 1 on a refusal.
 */
export async function opdrachtSleutelVernieuw(
  i: Pick<Instellingen, 'sleutel' | 'sleutelmap'>,
  argumenten: readonly string[],
  schrijf: (regel: string) => void = console.log,
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
    const { vernieuwd } = await kluis.vernieuwHoofdsleutel(nieuw);
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
