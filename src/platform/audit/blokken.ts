import type { Transactie } from '#platform/db/index.ts';
import { leesBlok, volgendePlaats } from './schakels.ts';

const BLOK = 20_000;

/**
 * The chain from its first link, in blocks of text, in order. Every reader (a transaction on the same snapshot) is kept at
 * work: the database reads the next blocks while this one is judged.
 */
export async function* leesBlokken(lezers: readonly Transactie[]): AsyncGenerator<string> {
  const [eerste] = lezers;
  if (!eerste) throw new Error('Zonder lezer is er niets te lezen.');
  const onderweg: Promise<string>[] = [];
  let na = 0;
  let gevraagd = 0;
  let beurt = 0;
  const vraagVooruit = () => {
    while (onderweg.length < lezers.length) {
      const blok = leesBlok(lezers[beurt++ % lezers.length] ?? eerste, gevraagd, BLOK);
      // It is awaited in its turn; a failure must not go unheard of before that.
      blok.catch(() => {});
      onderweg.push(blok);
      gevraagd += BLOK;
    }
  };
  for (;;) {
    vraagVooruit();
    const blok = (await onderweg.shift()) ?? '';
    if (blok === '') {
      await Promise.all(onderweg.splice(0));
      const verder = await volgendePlaats(eerste, na);
      if (verder === null) return;
      na = verder - 1;
      gevraagd = na;
      continue;
    }
    na += BLOK;
    vraagVooruit();
    yield blok;
  }
}
