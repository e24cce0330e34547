import { type KeyObject, sign, verify } from 'node:crypto';
import path from 'node:path';
import { type Kluis, maakEigenMap } from '#platform/kluis/index.ts';
import { BEGIN, sha256 } from './ketting.ts';
import { leesRegels, maakStaartlezer, voegToe } from './regelbestand.ts';
import { ondertekensleutel, wortelpad } from './wortels.ts';

/** A run of places in the chain, both ends included. */
export type Plaatsreeks = readonly [van: number, tot: number];

/** Signed proof that the rows at these places were taken out because their term was over. Names nobody. */
export interface Uitname {
  formaat: 1;
  nr: number;
  ketting: string;
  plaatsen: readonly Plaatsreeks[];
  tijdstip: string;
  /** SHA-256 (hex) of the line before it. */
  vorige: string;
  handtekening: string;
}

/** The file lies beside that of the roots. */
export const uitnamepad = (wortelbestand: string): string =>
  path.join(path.dirname(wortelbestand), 'uitnames.jsonl');

const inhoud = (u: Omit<Uitname, 'handtekening'>): Buffer =>
  Buffer.from(`lange-adem/uitname/1\n${JSON.stringify([u.nr, u.ketting, u.plaatsen, u.tijdstip, u.vorige])}`);

const isReeks = (r: unknown): boolean =>
  Array.isArray(r) && r.length === 2 && r.every(n => Number.isSafeInteger(n)) && r[0] >= 1 && r[0] <= r[1];

function alsUitname(regel: string): Uitname | null {
  try {
    const u = JSON.parse(regel) as Uitname | null;
    return u?.formaat === 1 && Array.isArray(u.plaatsen) && u.plaatsen.every(isReeks) ? u : null;
  } catch {
    return null;
  }
}

/** Reads them. `fouten`: lines (from 1) that are not signed by this key or do not follow the one before. */
export function leesUitnames(
  wortelbestand: string,
  publiek: KeyObject,
): { uitnames: Uitname[]; fouten: number[] } {
  const uitnames: Uitname[] = [];
  const fouten: number[] = [];
  let vorige = BEGIN;
  for (const [i, regel] of leesRegels(uitnamepad(wortelbestand)).entries()) {
    const u = alsUitname(regel);
    const echt =
      u !== null && verify(null, inhoud(u), publiek, Buffer.from(String(u.handtekening), 'base64'));
    if (echt) uitnames.push(u);
    if (!echt || u.vorige !== vorige || u.nr !== i + 1) fouten.push(i + 1);
    vorige = sha256(regel);
  }
  return { uitnames, fouten };
}

/** The fewest runs that hold exactly these places, in order. */
export function alsReeksen(plaatsen: readonly number[]): Plaatsreeks[] {
  const reeksen: [number, number][] = [];
  for (const plaats of [...plaatsen].sort((a, b) => a - b)) {
    const laatste = reeksen.at(-1);
    if (laatste && plaats <= laatste[1] + 1) laatste[1] = Math.max(laatste[1], plaats);
    else reeksen.push([plaats, plaats]);
  }
  return reeksen;
}

/** Does one of these runs hold this place? Asked in rising order of place, so that each run is passed once. */
export function maakPlaatsvraag(uitnames: readonly Pick<Uitname, 'plaatsen'>[]): (plaats: number) => boolean {
  const reeksen = uitnames.flatMap(u => u.plaatsen).sort((a, b) => a[0] - b[0]);
  let hier = 0;
  let totEnMet = 0;
  return plaats => {
    for (let r = reeksen[hier]; r && r[0] <= plaats; r = reeksen[++hier]) totEnMet = Math.max(totEnMet, r[1]);
    return plaats <= totEnMet;
  };
}

/** Appends signed proofs. One at a time: call under a lock. */
export interface Uitnameboek {
  schrijf(u: { ketting: string; plaatsen: readonly Plaatsreeks[] }, nu: Temporal.Instant): void;
  /** Everything that was signed by this installation. */
  lees(): Uitname[];
}

export function maakUitnameboek(sleutelmap: string, kluis: Kluis): Uitnameboek {
  const wortels = wortelpad(sleutelmap);
  const pad = uitnamepad(wortels);
  const { prive, publiek } = ondertekensleutel(kluis);
  maakEigenMap(path.dirname(pad));
  const staart = maakStaartlezer(pad);
  return {
    lees: () => leesUitnames(wortels, publiek).uitnames,
    schrijf: (u, nu) => {
      const { grootte, aantal, regel } = staart.nu();
      const basis = {
        formaat: 1 as const,
        nr: aantal + 1,
        ...u,
        tijdstip: nu.toString(),
        vorige: aantal === 0 ? BEGIN : sha256(regel),
      };
      const handtekening = sign(null, inhoud(basis), prive).toString('base64');
      const nieuw = JSON.stringify({ ...basis, handtekening } satisfies Uitname);
      voegToe(pad, grootte, `${nieuw}\n`);
      staart.schreef(nieuw);
    },
  };
}
