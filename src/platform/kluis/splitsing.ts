import { createHash, randomBytes } from 'node:crypto';
import type { Willekeur } from './cijfer.ts';
import { hoofdsleutelId } from './omhulling.ts';
import { KluisWeigering } from './weigering.ts';

// Two of three: the key is r1 xor r2 xor r3, and part i holds the two pieces that are not r_i. Any two parts hold all
// pieces; one part holds two random ones and says nothing of the key (replicated secret sharing, Ito, Saito and
// Nishizeki 1987).
const STUK = 32;
const VORM = /^LA1-([0-9a-f]{16})-([123])-([0-9a-f]{128})-([0-9a-f]{8})$/;

const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((x, i) => x ^ (b[i] ?? 0)));
const controle = (tekst: string): string => createHash('sha256').update(tekst).digest('hex').slice(0, 8);

/** Splits a master key (32 bytes) into three lines of text, any two of which give it back and one of which gives nothing. */
export function splitsHoofdsleutel(sleutel: Buffer, willekeur: Willekeur = randomBytes): string[] {
  const id = hoofdsleutelId(sleutel);
  const [een, twee] = [willekeur(STUK), willekeur(STUK)];
  const stukken = [een, twee, xor(xor(sleutel, een), twee)];
  return stukken.map((_, i) => {
    const rest = stukken.filter((_stuk, j) => j !== i).map(s => s.toString('hex'));
    const tekst = `LA1-${id}-${i + 1}-${rest.join('')}`;
    return `${tekst}-${controle(tekst)}`;
  });
}

function leesDeel(tekst: string) {
  const m = VORM.exec(tekst.trim());
  const [, id = '', nr = '', hex = '', som = ''] = m ?? [];
  if (!m || controle(`LA1-${id}-${nr}-${hex}`) !== som) throw new KluisWeigering('deel_onleesbaar');
  const bytes = Buffer.from(hex, 'hex');
  return { id, nr: Number(nr), stukken: [bytes.subarray(0, STUK), bytes.subarray(STUK)] };
}

/** The master key of two parts. Throws KluisWeigering when a part is miscopied, or the parts are not of one splitting. */
export function voegHoofdsleutelSamen(een: string, twee: string): Buffer {
  const delen = [leesDeel(een), leesDeel(twee)];
  const stukken = new Map<number, Buffer>();
  for (const d of delen) {
    const nummers = [1, 2, 3].filter(n => n !== d.nr);
    for (const [i, n] of nummers.entries()) stukken.set(n, d.stukken[i] as Buffer);
  }
  if (stukken.size < 3) throw new KluisWeigering('delen_horen_niet');
  const sleutel = [...stukken.values()].reduce(xor);
  if (delen.some(d => d.id !== hoofdsleutelId(sleutel))) throw new KluisWeigering('delen_horen_niet');
  return sleutel;
}
