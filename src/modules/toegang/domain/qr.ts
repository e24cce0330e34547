// QR code by ISO/IEC 18004:2015, as far as an address needs it: byte mode, error correction M, versions 1 to 12.

/** Per version at level M: error correction codewords per block, and the number of blocks (table 9). */
const BLOKKEN: readonly (readonly [ec: number, blokken: number])[] = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
  [30, 5],
  [22, 8],
];
const MIDDENS: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
];

const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let i = 0, x = 1; i < 255; i++) {
  EXP[i] = EXP[i + 255] = x;
  LOG[x] = i;
  x = x & 0x80 ? (x << 1) ^ 0x11d : x << 1;
}
const maal = (a: number, b: number) => (a && b ? (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0) : 0);

/** Error correction codewords of a block: the remainder by Reed-Solomon over GF(256), polynomial 0x11d. */
export function foutcorrectie(data: readonly number[], aantal: number): number[] {
  let g = [1];
  for (let i = 0; i < aantal; i++) {
    const nieuw = new Array<number>(g.length + 1).fill(0);
    for (const [j, c] of g.entries()) {
      nieuw[j] = (nieuw[j] ?? 0) ^ c;
      nieuw[j + 1] = (nieuw[j + 1] ?? 0) ^ maal(c, EXP[i] ?? 0);
    }
    g = nieuw;
  }
  const rest = [...data, ...new Array<number>(aantal).fill(0)];
  for (let i = 0; i < data.length; i++) {
    const f = rest[i] ?? 0;
    if (f) for (const [j, c] of g.entries()) rest[i + j] = (rest[i + j] ?? 0) ^ maal(c, f);
  }
  return rest.slice(data.length);
}

/** Number of modules for data and error correction, remainder bits included. */
function ruimte(versie: number): number {
  const midden = versie === 1 ? 0 : Math.floor(versie / 7) + 2;
  return (
    (16 * versie + 128) * versie +
    64 -
    (midden ? (25 * midden - 10) * midden - 55 : 0) -
    (versie >= 7 ? 36 : 0)
  );
}

/** The 15 format bits of level M with a mask (BCH 15,5; table C.1). */
export function formaatbits(masker: number): number {
  let rest = masker;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((masker << 10) | rest) ^ 0x5412;
}

/** The 18 version bits (BCH 18,6; table D.1). */
export function versiebits(versie: number): number {
  let rest = versie;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  return (versie << 12) | rest;
}

function dataBytes(bytes: Uint8Array, versie: number): number[] {
  const [ec, blokken] = BLOKKEN[versie - 1] ?? [0, 0];
  const plaats = Math.floor(ruimte(versie) / 8) - ec * blokken;
  const bits: number[] = [];
  const zet = (waarde: number, n: number) => {
    for (let i = n - 1; i >= 0; i--) bits.push((waarde >>> i) & 1);
  };
  zet(4, 4);
  zet(bytes.length, versie < 10 ? 8 : 16);
  for (const b of bytes) zet(b, 8);
  zet(0, Math.min(4, plaats * 8 - bits.length));
  zet(0, (8 - (bits.length % 8)) % 8);
  const uit: number[] = [];
  for (let i = 0; i < bits.length; i += 8) uit.push(bits.slice(i, i + 8).reduce((s, b) => s * 2 + b, 0));
  for (let vul = 0xec; uit.length < plaats; vul ^= 0xec ^ 0x11) uit.push(vul);
  return uit;
}

/** Data in blocks with their error correction, read column by column (7.6). */
function verweef(data: readonly number[], versie: number): number[] {
  const [ec, aantal] = BLOKKEN[versie - 1] ?? [0, 0];
  const kort = Math.floor(data.length / aantal);
  const langer = data.length % aantal;
  const blokken: number[][] = [];
  for (let i = 0, k = 0; i < aantal; i++) {
    const n = kort + (i >= aantal - langer ? 1 : 0);
    blokken.push(data.slice(k, k + n));
    k += n;
  }
  const fouten = blokken.map(b => foutcorrectie(b, ec));
  const perKolom = (rijen: number[][], n: number) =>
    Array.from({ length: n }, (_, i) => rijen.flatMap(r => (i < r.length ? [r[i] ?? 0] : []))).flat();
  return [...perKolom(blokken, kort + 1), ...perKolom(fouten, ec)];
}

/** A square of modules; `null` is still free. Row first. */
type Vlak = (0 | 1 | null)[][];
const bit = (x: boolean | number): 0 | 1 => (x ? 1 : 0);

function leegVlak(versie: number): Vlak {
  const n = versie * 4 + 17;
  const v: Vlak = Array.from({ length: n }, () => new Array<0 | 1 | null>(n).fill(null));
  const zet = (r: number, k: number, w: 0 | 1) => {
    const rij = v[r];
    if (rij && k >= 0 && k < n) rij[k] = w;
  };
  for (let i = 0; i < n; i++) {
    zet(6, i, bit(i % 2 === 0));
    zet(i, 6, bit(i % 2 === 0));
  }
  for (const [r, k] of [
    [3, 3],
    [3, n - 4],
    [n - 4, 3],
  ] as const) {
    for (let a = -4; a <= 4; a++) {
      for (let b = -4; b <= 4; b++) {
        const d = Math.max(Math.abs(a), Math.abs(b));
        zet(r + a, k + b, bit(d !== 2 && d !== 4));
      }
    }
  }
  const middens = MIDDENS[versie - 1] ?? [];
  const laatste = middens.at(-1);
  for (const r of middens) {
    for (const k of middens) {
      if ((r === 6 && k === 6) || (r === 6 && k === laatste) || (r === laatste && k === 6)) continue;
      for (let a = -2; a <= 2; a++) {
        for (let b = -2; b <= 2; b++) zet(r + a, k + b, bit(Math.max(Math.abs(a), Math.abs(b)) !== 1));
      }
    }
  }
  return v;
}

function zetFormaat(v: Vlak, versie: number, masker: number): void {
  const n = v.length;
  const f = formaatbits(masker);
  const zet = (r: number, k: number, w: 0 | 1) => {
    const rij = v[r];
    if (rij) rij[k] = w;
  };
  for (let i = 0; i < 15; i++) {
    const w = bit((f >>> i) & 1);
    if (i < 6) zet(i, 8, w);
    else if (i < 8) zet(i + 1, 8, w);
    else if (i === 8) zet(8, 7, w);
    else zet(8, 14 - i, w);
    if (i < 8) zet(8, n - 1 - i, w);
    else zet(n - 15 + i, 8, w);
  }
  zet(n - 8, 8, 1);
  if (versie < 7) return;
  const vb = versiebits(versie);
  for (let i = 0; i < 18; i++) {
    const w = bit((vb >>> i) & 1);
    zet(Math.floor(i / 3), n - 11 + (i % 3), w);
    zet(n - 11 + (i % 3), Math.floor(i / 3), w);
  }
}

const MASKERS: readonly ((r: number, k: number) => boolean)[] = [
  (r, k) => (r + k) % 2 === 0,
  r => r % 2 === 0,
  (_, k) => k % 3 === 0,
  (r, k) => (r + k) % 3 === 0,
  (r, k) => (Math.floor(r / 2) + Math.floor(k / 3)) % 2 === 0,
  (r, k) => ((r * k) % 2) + ((r * k) % 3) === 0,
  (r, k) => (((r * k) % 2) + ((r * k) % 3)) % 2 === 0,
  (r, k) => (((r + k) % 2) + ((r * k) % 3)) % 2 === 0,
];

/** Fills the free modules in the zigzag of 7.7.3, masked. */
function vul(v: Vlak, woorden: readonly number[], masker: number): void {
  const n = v.length;
  const omgekeerd = MASKERS[masker] ?? (() => false);
  let i = 0;
  for (let rechts = n - 1; rechts > 0; rechts -= 2) {
    if (rechts === 6) rechts = 5;
    const omhoog = ((rechts + 1) & 2) === 0;
    for (let stap = 0; stap < n; stap++) {
      const r = omhoog ? n - 1 - stap : stap;
      for (const k of [rechts, rechts - 1]) {
        const rij = v[r];
        if (!rij || rij[k] !== null) continue;
        const w = ((woorden[i >>> 3] ?? 0) >>> (7 - (i & 7))) & 1;
        i++;
        rij[k] = bit(w !== bit(omgekeerd(r, k)));
      }
    }
  }
}

/** Penalty of a filled square (7.8.3): runs, blocks, finder look-alikes, balance. */
function straf(v: Vlak): number {
  const n = v.length;
  let som = 0;
  const regels = [...v, ...v.map((_, k) => v.map(r => r[k] ?? 0))].map(r => r.join(''));
  for (const r of regels) {
    for (const [reeks] of r.matchAll(/0{5,}|1{5,}/g)) som += reeks.length - 2;
    som += 40 * [...r.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let r = 0; r + 1 < n; r++) {
    for (let k = 0; k + 1 < n; k++) {
      const w = v[r]?.[k];
      if (w === v[r]?.[k + 1] && w === v[r + 1]?.[k] && w === v[r + 1]?.[k + 1]) som += 3;
    }
  }
  const donker = v.flat().filter(w => w === 1).length;
  return som + 10 * Math.floor(Math.abs((donker * 20) / (n * n) - 10));
}

/**
 * The modules of a QR code for a text (UTF-8), true is dark, without the quiet zone of four modules. Throws
 * RangeError when the text is longer than version 12 holds at level M (287 bytes).
 */
export function qrVlak(tekst: string, vastMasker?: number): boolean[][] {
  const bytes = new TextEncoder().encode(tekst);
  const past = (versie: number) => {
    const [ec, blokken] = BLOKKEN[versie - 1] ?? [0, 0];
    return (
      bytes.length * 8 + 4 + (versie < 10 ? 8 : 16) <= (Math.floor(ruimte(versie) / 8) - ec * blokken) * 8
    );
  };
  const versie = BLOKKEN.findIndex((_, i) => past(i + 1)) + 1;
  if (versie === 0) throw new RangeError('De tekst is te lang voor deze code.');
  const woorden = verweef(dataBytes(bytes, versie), versie);
  const maak = (masker: number) => {
    const v = leegVlak(versie);
    zetFormaat(v, versie, masker);
    vul(v, woorden, masker);
    return v;
  };
  const keuzes = (vastMasker === undefined ? [0, 1, 2, 3, 4, 5, 6, 7] : [vastMasker]).map(maak);
  const beste = keuzes.reduce((a, b) => (straf(b) < straf(a) ? b : a));
  return beste.map(r => r.map(w => w === 1));
}
