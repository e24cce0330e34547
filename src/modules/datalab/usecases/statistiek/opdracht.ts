import { methodetabel } from './methodetabel.ts';
import { eisMethode, type Methodeweigering, voerMethodeUit } from './voer-methode-uit.ts';

/** Exit codes of the command, with what each means; printed in its documentation. */
export const AFLOOPCODES = {
  0: 'gelukt: de uitkomst staat als JSON op standaarduitvoer',
  2: 'verkeerd aangeroepen of onbekende methode',
  3: 'de invoer is niet te lezen of is geen JSON',
  4: 'de invoer past niet bij wat de methode vraagt',
  5: 'de methode kan deze invoer niet beantwoorden',
} as const;

export interface Opdrachtafloop {
  readonly code: keyof typeof AFLOOPCODES;
  /** For standard output; empty when it failed. */
  readonly uit: string;
  /** For the error output. */
  readonly fout: string;
}

const CODES = { methode_onbekend: 2, invoer_ongeldig: 4, methode_weigert: 5 } as const;

const mislukt = (code: 2 | 3 | 4 | 5, fout: string): Opdrachtafloop => ({ code, uit: '', fout });

function gebruik(): string {
  return [
    'Gebruik: npm run -s statistiek -- <methode> <invoer.json>',
    'Een streepje (-) in plaats van een bestand leest van standaardinvoer. Zie docs/statistiek.md.',
    `Methoden: ${Object.keys(methodetabel).join(', ')}.`,
  ].join('\n');
}

/**
 * The command `statistiek`: a method and an input file, JSON in and JSON out. Reads through `lees` (the only thing
 * outside), and gives what to print and the exit code.
 */
export function statistiekOpdracht(
  args: readonly string[],
  lees: (bestand: string) => string,
): Opdrachtafloop {
  const [naam, bestand, ...rest] = args;
  if (naam === undefined || bestand === undefined || rest.length > 0) return mislukt(2, gebruik());
  const bekend = eisMethode(naam);
  if (!bekend.ok) return mislukt(2, bekend.weigering.melding ?? gebruik());
  let invoer: unknown;
  try {
    invoer = JSON.parse(lees(bestand));
  } catch (e) {
    const wat = e instanceof SyntaxError ? 'is geen JSON' : 'is niet te lezen';
    return mislukt(3, `Het bestand met invoer ${wat}: ${bestand}.`);
  }
  const uit = voerMethodeUit(naam, invoer);
  if (uit.ok) return { code: 0, uit: JSON.stringify(uit.waarde, null, 2), fout: '' };
  const w: Methodeweigering = uit.weigering;
  return mislukt(CODES[w.code], w.melding ?? w.code);
}
