import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Willekeur } from './cijfer.ts';
import { KluisWeigering } from './weigering.ts';

/** A master key with what is derived from it: a public name and the key that wraps. */
export interface Hoofd {
  id: string;
  geheim: Buffer;
  omhul: Buffer;
}

/** 32 bytes derived from a key for one purpose (HKDF-SHA256, RFC 5869). */
export function leidAf(geheim: Buffer, doel: string): Buffer {
  return Buffer.from(hkdfSync('sha256', geheim, Buffer.alloc(0), `lange-adem/${doel}`, 32));
}

/** Prepares a master key of 32 bytes. Its id tells which key it is, and nothing of the key. */
export function alsHoofd(geheim: Buffer): Hoofd {
  if (geheim.length !== 32) throw new KluisWeigering('hoofdsleutel_ongeldig');
  const eigen = Buffer.from(geheim);
  return {
    id: leidAf(eigen, 'hoofd-id').subarray(0, 8).toString('hex'),
    geheim: eigen,
    omhul: leidAf(eigen, 'omhulling'),
  };
}

/** Public name of a master key: says which key it is, and nothing of the key. */
export const hoofdsleutelId = (geheim: Buffer): string => alsHoofd(geheim).id;

/** A key wrapped by a master key, as it lies in a file. */
export interface Omhuld {
  formaat: 1;
  id: string;
  doel: string;
  hoofd: string;
  iv: string;
  omhuld: string;
  zegel: string;
}

const bijgegevens = (o: { id: string; doel: string }) => Buffer.from(`1\n${o.id}\n${o.doel}`, 'utf8');

/** Wraps a key; its id and purpose are bound to it. */
export function omhul(hoofd: Hoofd, id: string, doel: string, sleutel: Buffer, willekeur: Willekeur): Omhuld {
  const iv = willekeur(12);
  const c = createCipheriv('aes-256-gcm', hoofd.omhul, iv);
  c.setAAD(bijgegevens({ id, doel }));
  const omhuld = Buffer.concat([c.update(sleutel), c.final()]).toString('base64');
  const zegel = c.getAuthTag().toString('base64');
  return { formaat: 1, id, doel, hoofd: hoofd.id, iv: iv.toString('base64'), omhuld, zegel };
}

/** Opens a wrapped key with the master that wrapped it. Throws KluisWeigering when it was touched. */
export function pakUit(hoofd: Hoofd, o: Omhuld): Buffer {
  try {
    const d = createDecipheriv('aes-256-gcm', hoofd.omhul, Buffer.from(o.iv, 'base64'), {
      authTagLength: 16,
    });
    d.setAAD(bijgegevens(o));
    d.setAuthTag(Buffer.from(o.zegel, 'base64'));
    return Buffer.concat([d.update(Buffer.from(o.omhuld, 'base64')), d.final()]);
  } catch (e) {
    throw new KluisWeigering('sleutelbestand_geschonden', e);
  }
}

const VELDEN = ['id', 'doel', 'hoofd', 'iv', 'omhuld', 'zegel'] as const;

/** Reads the text of a key file. Throws KluisWeigering when it is not one. */
export function leesOmhuld(tekst: string): Omhuld {
  let o: Partial<Omhuld> | null = null;
  try {
    o = JSON.parse(tekst) as Partial<Omhuld> | null;
  } catch (e) {
    throw new KluisWeigering('sleutelbestand_geschonden', e);
  }
  if (o?.formaat !== 1 || VELDEN.some(v => typeof o[v] !== 'string')) {
    throw new KluisWeigering('sleutelbestand_geschonden');
  }
  return o as Omhuld;
}
