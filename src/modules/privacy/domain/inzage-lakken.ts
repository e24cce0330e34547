import { lakNamen, WEGGELATEN } from './lakken.ts';

/** What must not be read in a part of the file by who gets it. */
export interface Lakstof {
  /** Names of the person himself, and what he knows of himself: these stay. */
  readonly eigen: readonly string[];
  /** Names, streets and places of others, and the name of the reporter: each word goes that is not also his own. */
  readonly anderen: readonly string[];
  /** Streets and places of secret addresses: each word goes, also where it is his own. */
  readonly geheim: readonly string[];
  /** Names of organisations that tell a place: gone as a whole. */
  readonly zinsdelen: readonly string[];
}

/** What reaches or finds somebody, whoever he is: mail, telephone, postcode, and long numbers. A date is none of these. */
const BEREIK = new RegExp(
  [
    '[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}',
    '(?<![\\p{L}\\p{N}])(?:\\+\\d|0)(?:[ .-]?\\d){8,}',
    '(?<![\\p{L}\\p{N}])\\d{8,}(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{N}])[1-9]\\d{3}\\s?[A-Z]{2}(?![\\p{L}\\p{N}])',
  ].join('|'),
  'gu',
);

const veilig = (tekst: string): string => tekst.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Takes out of a text what would tell where another is, who reported, or how to reach somebody: organisations that tell
 * a place, whatever looks like an address of mail, a telephone number or a postcode, and the words of `geheim` and
 * `anderen`. It takes out too much rather than too little; what describes somebody without naming him is for the two people who
 * choose. Returns the text and how often something was taken out.
 */
export function lakStuk(tekst: string, l: Lakstof): { tekst: string; weggelaten: number } {
  let weggelaten = 0;
  const weg = () => {
    weggelaten += 1;
    return WEGGELATEN;
  };
  let uit = tekst.normalize('NFC');
  for (const z of l.zinsdelen.filter(deel => deel.trim() !== ''))
    uit = uit.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])${veilig(z.normalize('NFC'))}(?![\\p{L}\\p{N}])`, 'giu'),
      weg,
    );
  uit = uit.replace(BEREIK, weg);
  const zonderGeheim = lakNamen(uit, l.geheim);
  const zonder = lakNamen(zonderGeheim.tekst, l.anderen, l.eigen);
  return { tekst: zonder.tekst, weggelaten: weggelaten + zonderGeheim.weggelaten + zonder.weggelaten };
}
