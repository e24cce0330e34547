import { maakGezin } from '../domain/gezin.ts';
import { PLAATSEN } from '../domain/plaatsen.ts';

const GEBRUIK = 'Gebruik: npm run gezin:voorbeeld -- --huishoudens <aantal> --zaad <getal>';

function leesGetal(args: readonly string[], naam: string): number | null {
  const waarde = args[args.indexOf(naam) + 1];
  return args.includes(naam) && waarde !== undefined && /^\d{1,9}$/.test(waarde) ? Number(waarde) : null;
}

/**
 * Prints invented families as JSON, one a line, and says on the error stream how many it made per second. The same
 * seed and day give the same lines.
 */
export function opdrachtGezinVoorbeeld(args: readonly string[], vandaag: Temporal.PlainDate): number {
  const huishoudens = leesGetal(args, '--huishoudens');
  const zaad = leesGetal(args, '--zaad');
  if (huishoudens === null || zaad === null) {
    console.error(GEBRUIK);
    return 2;
  }
  const plaatsen = Object.values(PLAATSEN).flat();
  const begin = performance.now();
  let leden = 0;
  for (let nummer = 0; nummer < huishoudens; nummer++) {
    const gezin = maakGezin(zaad, nummer, vandaag, plaatsen);
    leden += gezin.leden.length;
    console.log(JSON.stringify(gezin));
  }
  const seconden = (performance.now() - begin) / 1000;
  const perSeconde = Math.round(huishoudens / Math.max(seconden, 0.001));
  console.error(
    `${huishoudens} huishoudens met ${leden} personen in ${seconden.toFixed(2)} s (${perSeconde} per seconde), zaad ${zaad}.`,
  );
  return 0;
}
