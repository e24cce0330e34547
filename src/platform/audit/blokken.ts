import type { Transactie } from '#platform/db/index.ts';
import { type Blok, leesBlok, volgendePlaats } from './schakels.ts';

const BLOK = 4_000;

/**
 * The chain from its first link, in blocks, in order. Every reader (a transaction on the same snapshot) is kept at
 * work: the database reads the next blocks while this one is judged.
 */
export async function* leesBlokken(lezers: readonly Transactie[]): AsyncGenerator<Blok> {
  const [eerste] = lezers;
  if (!eerste) throw new Error('Zonder lezer is er niets te lezen.');
  const onderweg: Promise<Blok>[] = [];
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
    const blok = await onderweg.shift();
    if (!blok || blok.schakels.length === 0) {
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
