import { InstellingFout, leesInstellingen } from '#platform/config/index.ts';
import { StartFout } from '#platform/db/index.ts';
import { KluisWeigering } from '#platform/kluis/index.ts';
import { opdrachten } from './opdrachten.ts';

/**
 * Runs one command. Returns its exit code, or null when it keeps running (the server). What a person can
 * mend is one clear line; anything else is a bug and shows where.
 */
export async function voerUit(args: string[]): Promise<number | null> {
  const [naam = 'start', ...rest] = args;
  const opdracht = opdrachten[naam];
  if (!opdracht) {
    console.error(`Onbekende opdracht ${naam}. Kies uit: ${Object.keys(opdrachten).join(', ')}.`);
    return 2;
  }
  try {
    return await opdracht(leesInstellingen(process.env), rest);
  } catch (e) {
    if (e instanceof InstellingFout || e instanceof StartFout || e instanceof KluisWeigering) {
      console.error(e.message);
      return 1;
    }
    throw e;
  }
}
