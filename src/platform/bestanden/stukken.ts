import type { Kluis } from '#platform/kluis/index.ts';

/** Size of one piece in bytes before encryption. */
const STUK = 256 * 1024;

/** Where pieces are kept: the table of whoever owns the file, read and written in his own transaction. */
export interface Stukkenopslag {
  schrijf(nummer: number, cijfer: Buffer): Promise<void>;
  /** All pieces by number, ascending. */
  lees(): Promise<readonly Uint8Array[]>;
}

/** The cell that the pieces of one file are bound to. */
export interface Bestandsplek {
  tabel: string;
  kolom: string;
  /** Id of the file. */
  id: string;
}

// The number of pieces is bound in too: a file whose tail was cut off does not open.
const plek = (p: Bestandsplek, nummer: number, aantal: number) => ({
  tabel: p.tabel,
  kolom: p.kolom,
  rij: `${p.id}/${nummer}/${aantal}`,
});

/** Encrypts a file in pieces of 256 kB under one key and hands each to the store; returns their number. */
export async function bergOp(
  kluis: Pick<Kluis, 'versleutelBytes'>,
  sleutelId: string,
  bij: Bestandsplek,
  inhoud: Uint8Array,
  opslag: Pick<Stukkenopslag, 'schrijf'>,
): Promise<number> {
  const aantal = Math.max(1, Math.ceil(inhoud.length / STUK));
  for (let n = 0; n < aantal; n++) {
    const deel = inhoud.subarray(n * STUK, (n + 1) * STUK);
    await opslag.schrijf(n, kluis.versleutelBytes(sleutelId, deel, plek(bij, n, aantal)));
  }
  return aantal;
}

/** The file as it was put away. Throws KluisWeigering when a piece is missing, changed, moved or swapped. */
export async function haalOp(
  kluis: Pick<Kluis, 'ontsleutelBytes'>,
  bij: Bestandsplek,
  opslag: Pick<Stukkenopslag, 'lees'>,
): Promise<Buffer> {
  const stukken = await opslag.lees();
  return Buffer.concat(stukken.map((s, n) => kluis.ontsleutelBytes(s, plek(bij, n, stukken.length))));
}
