import { methodetabel } from '../../src/modules/datalab/usecases/statistiek/methodetabel.ts';
import { voerMethodeUit } from '../../src/modules/datalab/usecases/statistiek/voer-methode-uit.ts';
import { getal, mediaan, type Tabel } from '../tabel.ts';

const HOOGSTENS_MS = 300;
const HOOGSTENS = 400;

/** Microseconds of one call, the middle one of as many as fit the time for it. */
function meetMethode(naam: string, voorbeeld: unknown): number {
  const duren: number[] = [];
  const van = performance.now();
  do {
    const begin = performance.now();
    const uit = voerMethodeUit(naam, voorbeeld);
    duren.push((performance.now() - begin) * 1000);
    if (!uit.ok) throw new Error(`${naam}: ${uit.weigering.melding}`);
  } while (duren.length < HOOGSTENS && performance.now() - van < HOOGSTENS_MS);
  return mediaan(duren);
}

/** What each statistic costs on its documented example, checking of the input included. */
export function meetStatistieken(): Tabel {
  const rijen = Object.entries(methodetabel)
    .map(([naam, m]) => [naam, meetMethode(naam, m.voorbeeld)] as const)
    .toSorted((a, b) => b[1] - a[1])
    .map(([naam, us]) => [naam, us < 1000 ? getal(us) : getal(us, 0)]);
  return {
    kop: 'Wat elke methode kost',
    uitleg: `Op het voorbeeld van docs/statistiek.md, met het nakijken van de invoer; het midden van hoogstens ${HOOGSTENS} keer of ${HOOGSTENS_MS} ms.`,
    kolommen: ['Methode', 'Microseconden'],
    rijen,
  };
}
