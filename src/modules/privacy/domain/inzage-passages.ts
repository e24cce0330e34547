import type { Weglaatgrond } from './inzage.ts';

/** A sentence that is taken out by hand: which, on which ground, and a fingerprint of what it said. */
export interface Lakzin {
  /** From 1, over the whole part. */
  readonly zin: number;
  readonly grond: Weglaatgrond;
  /** 16 hex digits, keyed: it tells whether the sentence is still the same, and nothing else. */
  readonly afdruk: string;
}

const ZIN = /[^.!?;]+[.!?;]*\s*|[.!?;]+\s*/gu;

/** Sentences of each line, with the blanks behind them; together they are the line. */
export const zinnenVan = (regels: readonly string[]): string[][] => regels.map(r => r.match(ZIN) ?? []);

/** As it is stored: 'number:ground:fingerprint'. */
export const lakcode = (l: Lakzin): string => `${l.zin}:${l.grond}:${l.afdruk}`;

/** Reads what `lakcode` writes. */
export function leesLakcode(code: string): Lakzin {
  const [zin = '', grond = '', afdruk = ''] = code.split(':');
  return { zin: Number(zin), grond: grond as Weglaatgrond, afdruk };
}

/**
 * The lines without what was taken out by hand: in its place stands `merk` of its ground, once for sentences that follow
 * each other. Null when a sentence is not what it was when it was chosen: then nothing of it is given.
 */
export function zonderLakzinnen(
  regels: readonly string[],
  lakking: readonly Lakzin[],
  o: { afdruk: (zin: string) => string; merk: (grond: Weglaatgrond) => string },
): string[] | null {
  const weg = new Map(lakking.map(l => [l.zin, l]));
  let nummer = 0;
  let gevonden = 0;
  const uit = zinnenVan(regels).map(zinnen => {
    const stukken: string[] = [];
    for (const zin of zinnen) {
      const l = weg.get(++nummer);
      if (!l) stukken.push(zin);
      else {
        if (o.afdruk(zin.trim()) === l.afdruk) gevonden += 1;
        const merk = `${o.merk(l.grond)} `;
        if (stukken.at(-1) !== merk) stukken.push(merk);
      }
    }
    return stukken.join('').trimEnd();
  });
  return gevonden === weg.size && weg.size === lakking.length ? uit : null;
}
