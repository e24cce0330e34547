import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { borgMap, type Kluis, maakEigenMap } from '#platform/kluis/index.ts';
import { BEGIN, sha256 } from './ketting.ts';
import type { Kop } from './verzegel.ts';

/** One signed head of the chain, a line in a file outside the database. */
export interface Wortel extends Kop {
  formaat: 1;
  nr: number;
  tijdstip: string;
  /** SHA-256 (hex) of the line before it. */
  vorige: string;
  handtekening: string;
}

/** Where the signed roots lie, and the public key that opens them for anyone. */
export const wortelpad = (sleutelmap: string): string => path.join(sleutelmap, 'logboek', 'wortels.jsonl');
const publiekPad = (sleutelmap: string): string => path.join(sleutelmap, 'logboek', 'publieke-sleutel.pem');

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The pair (Ed25519) that signs roots; its seed comes from the vault. */
export function ondertekensleutel(kluis: Kluis): { prive: KeyObject; publiek: KeyObject } {
  const der = Buffer.concat([PKCS8, kluis.installatiesleutel('logboek-ondertekening')]);
  const prive = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { prive, publiek: createPublicKey(prive) };
}

const inhoud = (w: Omit<Wortel, 'handtekening'>): Buffer =>
  Buffer.from(
    `lange-adem/wortel/1\n${JSON.stringify([w.nr, w.ketting, w.volgnummer, w.hash, w.tijdstip, w.vorige])}`,
  );

/** Whole lines of the file; what a writer that died half-way left at the end is no line. */
function leesRegels(pad: string): string[] {
  if (!existsSync(pad)) return [];
  return readFileSync(pad, 'utf8').split('\n').slice(0, -1);
}

function alsWortel(regel: string): Wortel | null {
  try {
    const w = JSON.parse(regel) as Wortel | null;
    return w?.formaat === 1 ? w : null;
  } catch {
    return null;
  }
}

/** Reads the roots. `fouten`: lines (from 1) that are not signed by this key or do not follow the one before. */
export function leesWortels(pad: string, publiek: KeyObject): { wortels: Wortel[]; fouten: number[] } {
  const wortels: Wortel[] = [];
  const fouten: number[] = [];
  let vorige = BEGIN;
  for (const [i, regel] of leesRegels(pad).entries()) {
    const w = alsWortel(regel);
    const echt =
      w !== null && verify(null, inhoud(w), publiek, Buffer.from(String(w.handtekening), 'base64'));
    if (echt) wortels.push(w);
    if (!echt || w.vorige !== vorige || w.nr !== i + 1) fouten.push(i + 1);
    vorige = sha256(regel);
  }
  return { wortels, fouten };
}

/** Appends signed roots. One process at a time: call within the sealer's lock. */
export interface Wortelboek {
  /** The last line's head, or null when there is none. */
  laatste(): Kop | null;
  schrijf(kop: Kop, nu: Temporal.Instant): void;
}

/** Opens the file of roots in the key folder, and lays the public key beside it. */
export function maakWortelboek(sleutelmap: string, kluis: Kluis): Wortelboek {
  const pad = wortelpad(sleutelmap);
  const { prive, publiek } = ondertekensleutel(kluis);
  maakEigenMap(path.dirname(pad));
  voegToe(publiekPad(sleutelmap), 0, publiek.export({ type: 'spki', format: 'pem' }).toString());
  let gezien = { grootte: -1, aantal: 0, regel: '' };
  const bij = () => {
    const grootte = statSync(pad, { throwIfNoEntry: false })?.size ?? 0;
    if (grootte !== gezien.grootte) {
      const regels = leesRegels(pad);
      const heel = regels.reduce((n, r) => n + Buffer.byteLength(r) + 1, 0);
      gezien = { grootte: heel, aantal: regels.length, regel: regels.at(-1) ?? '' };
    }
    return gezien;
  };
  return {
    laatste: () => alsWortel(bij().regel),
    schrijf: (kop, nu) => {
      const { grootte, aantal, regel } = bij();
      const basis = {
        formaat: 1 as const,
        nr: aantal + 1,
        ketting: kop.ketting,
        volgnummer: kop.volgnummer,
        hash: kop.hash,
        tijdstip: nu.toString(),
        vorige: aantal === 0 ? BEGIN : sha256(regel),
      };
      const handtekening = sign(null, inhoud(basis), prive).toString('base64');
      const nieuw = JSON.stringify({ ...basis, handtekening } satisfies Wortel);
      voegToe(pad, grootte, `${nieuw}\n`);
      gezien = { grootte: grootte + Buffer.byteLength(nieuw) + 1, aantal: aantal + 1, regel: nieuw };
    },
  };
}

/** Writes at this place and cuts what stood behind it: the torn end of a write that never finished. */
function voegToe(pad: string, vanaf: number, tekst: string): void {
  const nieuw = !existsSync(pad);
  const fd = openSync(pad, nieuw ? 'w' : 'r+', 0o600);
  try {
    ftruncateSync(fd, vanaf);
    writeSync(fd, tekst, vanaf);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  if (nieuw) borgMap(path.dirname(pad));
}
