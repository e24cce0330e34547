import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import path from 'node:path';
import { type Kluis, maakEigenMap } from '#platform/kluis/index.ts';
import { BEGIN, sha256 } from './ketting.ts';
import { leesRegels, maakStaartlezer, voegToe } from './regelbestand.ts';
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
  const staart = maakStaartlezer(pad);
  return {
    laatste: () => alsWortel(staart.nu().regel),
    schrijf: (kop, nu) => {
      const { grootte, aantal, regel } = staart.nu();
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
      staart.schreef(nieuw);
    },
  };
}
