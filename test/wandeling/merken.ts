import type { Vrager, Wie } from '../toegang-matrix/wie.ts';

/** Something planted that only some may ever see. */
export interface Merk {
  /** What it stands in, for the report. */
  naam: string;
  wie: Wie;
  /** What is published together with it: 'kennemerland|actie|1.1'. */
  sleutel: string | null;
  /** Who typed it: sees it always. */
  door: string | null;
  /** Stands in a message: in a demonstration the technical administrator reads what would have been sent. */
  inPost?: boolean;
}

const LETTERS = 5;
/** Letters only, so that no cutter of words, slug or number format takes it apart. */
const WOORD = /wqz([a-z]{5})k/gi;
/** Numbers of seven digits in Dutch, English or plain printing. */
const GETAL = /(?<![\d.,])\d{1,3}(?:[.,\u00a0\u202f]?\d{3}){2}(?!\d)/g;
const EERSTE_GETAL = 7_100_003;
const GETALSTAP = 1_009;

const inLetters = (n: number): string =>
  Array.from({ length: LETTERS }, (_, i) =>
    String.fromCharCode(97 + (Math.floor(n / 26 ** (LETTERS - 1 - i)) % 26)),
  ).join('');

/** What was planted, and what of it has become public since: the whole model of the walk. */
export class Merkboek {
  readonly #woorden = new Map<string, Merk>();
  readonly #getallen = new Map<string, Merk>();
  readonly #geheimen = new Map<string, Merk>();
  readonly #openbaar = new Set<Merk>();

  /** A new word that stands nowhere else. */
  woord(m: Merk): string {
    const letters = inLetters(this.#woorden.size + 1);
    this.#woorden.set(letters, m);
    return `wqz${letters}k`;
  }

  /** A new count that stands nowhere else. */
  getal(m: Merk): number {
    const n = EERSTE_GETAL + this.#getallen.size * GETALSTAP;
    this.#getallen.set(String(n), m);
    return n;
  }

  /** The words and numbers of a walk that is walked again: those that are not planted yet are, as they stand. */
  neemOver(tekst: string, maak: () => Merk): void {
    for (const [, letters = ''] of tekst.matchAll(WOORD))
      if (!this.#woorden.has(letters)) this.#woorden.set(letters, maak());
    for (const [getal] of tekst.matchAll(GETAL)) {
      const los = getal.replaceAll(/\D/g, '');
      const nr = (Number(los) - EERSTE_GETAL) / GETALSTAP;
      if (Number.isInteger(nr) && nr >= 0 && !this.#getallen.has(los)) this.#getallen.set(los, maak());
    }
  }

  /** A text that the application made itself: a token, an address. */
  geheim(tekst: string, m: Merk): void {
    if (tekst.length < 12) throw new Error(`te kort om in een antwoord te zoeken: ${m.naam}`);
    this.#geheimen.set(tekst, m);
  }

  /** From here on everybody may see what carries this key, or one of its marks. */
  maakOpenbaar(past: (m: Merk) => boolean): void {
    for (const boek of [this.#woorden, this.#getallen])
      for (const m of boek.values()) if (past(m)) this.#openbaar.add(m);
  }

  /** The marks of this text, each once. */
  gevonden(ruw: string): Set<Merk> {
    const tekst = ruw.replaceAll('\u00ad', '');
    const uit = new Set<Merk>();
    const bij = (m: Merk | undefined): void => {
      if (m) uit.add(m);
    };
    for (const [, letters = ''] of tekst.matchAll(WOORD)) bij(this.#woorden.get(letters.toLowerCase()));
    for (const [getal] of tekst.matchAll(GETAL)) bij(this.#getallen.get(getal.replaceAll(/\D/g, '')));
    for (const [geheim, m] of this.#geheimen) if (tekst.includes(geheim)) bij(m);
    return uit;
  }

  mag(m: Merk, v: Vrager): boolean {
    return this.#openbaar.has(m) || m.door === v.naam || m.wie(v);
  }

  /** How many planted words only some may see still. */
  verborgen(): number {
    return [...this.#woorden.values()].filter(m => !this.#openbaar.has(m)).length;
  }
}
