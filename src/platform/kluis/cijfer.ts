import { createCipheriv, createDecipheriv } from 'node:crypto';
import { KluisWeigering } from './weigering.ts';

/** Where a value stands. It is bound to that place: the same bytes in another cell do not open. */
export interface Plek {
  tabel: string;
  kolom: string;
  rij: string;
}

/** Source of random bytes; the system's own unless a test gives another. */
export type Willekeur = (aantal: number) => Buffer;

const FORMAAT = 1;
const ID = 16;
const IV = 12;
const ZEGEL = 16;
const KOP = 1 + ID + IV;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Is this the form of a key id (lower-case UUID)? Anything else never becomes a path. */
export const isSleutelId = (id: string): boolean => UUID.test(id);

const alsBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

const alsUuid = (b: Buffer): string =>
  b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Length before each part, so that ('ab', 'c') and ('a', 'bc') are different places. */
function bijgegevens(kop: Buffer, bij: Plek): Buffer {
  const delen = [bij.tabel, bij.kolom, bij.rij].flatMap(deel => {
    const bytes = Buffer.from(deel, 'utf8');
    const lengte = Buffer.alloc(4);
    lengte.writeUInt32BE(bytes.length);
    return [lengte, bytes];
  });
  return Buffer.concat([kop.subarray(0, 1 + ID), ...delen]);
}

/**
 * AES-256-GCM over `klaar` under `sleutel` (32 bytes).
 * Layout: format (1) · key id (16) · iv (12) · ciphertext · tag (16).
 */
export function versluit(
  sleutel: Buffer,
  sleutelId: string,
  klaar: Uint8Array,
  bij: Plek,
  willekeur: Willekeur,
): Buffer {
  const kop = Buffer.concat([Buffer.of(FORMAAT), alsBytes(sleutelId), willekeur(IV)]);
  const c = createCipheriv('aes-256-gcm', sleutel, kop.subarray(1 + ID));
  c.setAAD(bijgegevens(kop, bij));
  return Buffer.concat([kop, c.update(klaar), c.final(), c.getAuthTag()]);
}

/** The key id that a ciphertext names. Throws KluisWeigering when it is too short or of a newer format. */
export function sleutelVan(cijfer: Buffer): string {
  if (cijfer.length < KOP + ZEGEL) throw new KluisWeigering('gegeven_geschonden');
  if (cijfer[0] !== FORMAAT) throw new KluisWeigering('formaat_onbekend');
  return alsUuid(cijfer.subarray(1, 1 + ID));
}

/** Opens what `versluit` made. Throws KluisWeigering when a bit or the place differs. */
export function open(sleutel: Buffer, cijfer: Buffer, bij: Plek): Buffer {
  const d = createDecipheriv('aes-256-gcm', sleutel, cijfer.subarray(1 + ID, KOP), { authTagLength: ZEGEL });
  d.setAAD(bijgegevens(cijfer, bij));
  d.setAuthTag(cijfer.subarray(cijfer.length - ZEGEL));
  try {
    return Buffer.concat([d.update(cijfer.subarray(KOP, cijfer.length - ZEGEL)), d.final()]);
  } catch (e) {
    throw new KluisWeigering('gegeven_geschonden', e);
  }
}
