import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { hoofdsleutelId } from '#platform/kluis/index.ts';
import { KopieWeigering } from './weigering.ts';

type Stroom = AsyncIterable<Uint8Array>;

// File: mark (8) · length of head (4) · head (JSON) · pieces: length (4) · ciphertext · tag (16).
// Each copy has a key of its own (HKDF-SHA256 of the master key with a random salt), so that a counter is a
// safe nonce. The last piece carries a flag in its nonce: pieces cannot be cut off, moved or repeated.
/** How every copy begins. */
export const MERK = Buffer.from('LAKOPIE1', 'latin1');
const STUK = 256 * 1024;
const ZEGEL = 16;

interface Kop {
  formaat: 1;
  hoofd: string;
  zout: string;
}

const sleutelVoor = (hoofdsleutel: Buffer, zout: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', hoofdsleutel, zout, 'lange-adem/reservekopie', 32));

function nonce(teller: number, laatste: boolean): Buffer {
  const n = Buffer.alloc(12);
  n.writeUInt32BE(teller, 7);
  n.writeUInt8(laatste ? 1 : 0, 11);
  return n;
}

const lengte = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32BE(n);
  return b;
};

/** Bytes of a stream in the amounts asked for. */
export class Lezer {
  private readonly bron: AsyncIterator<Uint8Array>;
  private voorraad: Buffer = Buffer.alloc(0);

  constructor(bron: Stroom) {
    this.bron = bron[Symbol.asyncIterator]();
  }

  /** `n` bytes, or fewer when the stream ends. */
  async neem(n: number): Promise<Buffer> {
    const delen = [this.voorraad];
    let aantal = this.voorraad.length;
    while (aantal < n) {
      const { value, done } = await this.bron.next();
      if (done) break;
      delen.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      aantal += value.byteLength;
    }
    const alles = delen.length === 1 ? this.voorraad : Buffer.concat(delen);
    this.voorraad = alles.subarray(n);
    return alles.subarray(0, n);
  }

  /** True when nothing is left; reads ahead, takes nothing. */
  async isLeeg(): Promise<boolean> {
    if (this.voorraad.length > 0) return false;
    const een = await this.neem(1);
    this.voorraad = een.length === 0 ? een : Buffer.concat([een, this.voorraad]);
    return een.length === 0;
  }
}

/** Encrypts a stream under a key derived from the master key. */
export async function* versleutelStroom(bron: Stroom, hoofdsleutel: Buffer): AsyncGenerator<Buffer> {
  const zout = randomBytes(32);
  const kop: Kop = { formaat: 1, hoofd: hoofdsleutelId(hoofdsleutel), zout: zout.toString('base64') };
  const tekst = Buffer.from(JSON.stringify(kop), 'utf8');
  const begin = Buffer.concat([MERK, lengte(tekst.length), tekst]);
  yield begin;
  const sleutel = sleutelVoor(hoofdsleutel, zout);
  const bij = createHash('sha256').update(begin).digest();
  const lezer = new Lezer(bron);
  for (let teller = 0, laatste = false; !laatste; teller++) {
    const klaar = await lezer.neem(STUK);
    laatste = await lezer.isLeeg();
    const c = createCipheriv('aes-256-gcm', sleutel, nonce(teller, laatste));
    c.setAAD(bij);
    yield Buffer.concat([lengte(klaar.length), c.update(klaar), c.final(), c.getAuthTag()]);
  }
}

async function leesKop(lezer: Lezer): Promise<{ kop: Kop; bij: Buffer }> {
  const begin = await lezer.neem(MERK.length + 4);
  if (begin.length < MERK.length + 4 || !begin.subarray(0, MERK.length).equals(MERK)) {
    throw new KopieWeigering('geen_kopie');
  }
  const maat = begin.readUInt32BE(MERK.length);
  if (maat > 4096) throw new KopieWeigering('kopie_geschonden');
  const tekst = await lezer.neem(maat);
  try {
    const kop = JSON.parse(tekst.toString('utf8')) as Kop;
    if (kop.formaat !== 1) throw new KopieWeigering('formaat_onbekend');
    return { kop, bij: createHash('sha256').update(begin).update(tekst).digest() };
  } catch (e) {
    throw e instanceof KopieWeigering ? e : new KopieWeigering('kopie_geschonden', e);
  }
}

/** Opens what `versleutelStroom` made. Throws KopieWeigering on another key or on any changed byte. */
export async function* ontsleutelStroom(bron: Stroom, hoofdsleutel: Buffer): AsyncGenerator<Buffer> {
  const lezer = new Lezer(bron);
  const { kop, bij } = await leesKop(lezer);
  if (kop.hoofd !== hoofdsleutelId(hoofdsleutel)) throw new KopieWeigering('sleutel_onjuist');
  const sleutel = sleutelVoor(hoofdsleutel, Buffer.from(String(kop.zout), 'base64'));
  for (let teller = 0, laatste = false; !laatste; teller++) {
    const maat = await lezer.neem(4);
    const n = maat.length === 4 ? maat.readUInt32BE() : STUK + 1;
    if (n > STUK) throw new KopieWeigering('kopie_geschonden');
    const stuk = await lezer.neem(n + ZEGEL);
    laatste = await lezer.isLeeg();
    if (stuk.length < n + ZEGEL) throw new KopieWeigering('kopie_geschonden');
    const d = createDecipheriv('aes-256-gcm', sleutel, nonce(teller, laatste), { authTagLength: ZEGEL });
    d.setAAD(bij);
    d.setAuthTag(stuk.subarray(n));
    try {
      yield Buffer.concat([d.update(stuk.subarray(0, n)), d.final()]);
    } catch (e) {
      throw new KopieWeigering('kopie_geschonden', e);
    }
  }
}
