import type { Zelfscan } from './zelfscan.ts';

/** Why a value is refused; the codes of the room of programmes. */
export type Gebrek =
  | { code: 'verplicht' }
  | { code: 'geen_tekst' }
  | { code: 'te_lang'; hoogstens: number }
  | { code: 'geen_getal' }
  | { code: 'geen_datum' }
  | { code: 'geen_lijst' }
  | { code: 'onbekend_deel' };

/** A fault with the path of its field, such as `secties.1.titel`. */
export interface Veldgebrek {
  veld: string;
  gebrek: Gebrek;
}

type Ruw = Record<string, unknown>;
type Toets = (w: unknown, veld: string) => Veldgebrek[];

const HOOGSTENS = 5_000;
const isLeeg = (w: unknown) => w === null || w === undefined || w === '';
const fout = (veld: string, gebrek: Gebrek): Veldgebrek[] => [{ veld, gebrek }];

const tekst =
  (verplicht = false): Toets =>
  (w, veld) => {
    if (isLeeg(w)) return verplicht ? fout(veld, { code: 'verplicht' }) : [];
    if (typeof w !== 'string') return fout(veld, { code: 'geen_tekst' });
    return w.length > HOOGSTENS ? fout(veld, { code: 'te_lang', hoogstens: HOOGSTENS }) : [];
  };
const getal: Toets = (w, veld) => (Number.isSafeInteger(w) ? [] : fout(veld, { code: 'geen_getal' }));
const datum: Toets = (w, veld) =>
  isLeeg(w) || (typeof w === 'string' && /^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(w))
    ? []
    : fout(veld, { code: 'geen_datum' });
const lijst =
  (toets: Toets): Toets =>
  (w, veld) => {
    if (w === null || w === undefined) return [];
    if (!Array.isArray(w)) return fout(veld, { code: 'geen_lijst' });
    return w.flatMap((x, i) => toets(x, `${veld}.${i}`));
  };
const groep =
  (velden: Readonly<Record<string, Toets>>, magLeeg = false): Toets =>
  (w, veld) => {
    if (magLeeg && (w === null || w === undefined)) return [];
    if (typeof w !== 'object' || w === null || Array.isArray(w)) return fout(veld, { code: 'geen_tekst' });
    const pad = (naam: string) => (veld === '' ? naam : `${veld}.${naam}`);
    const vreemd = Object.keys(w).filter(k => !(k in velden));
    return [
      ...vreemd.flatMap(k => fout(pad(k), { code: 'onbekend_deel' })),
      ...Object.entries(velden).flatMap(([naam, toets]) => toets((w as Ruw)[naam], pad(naam))),
    ];
  };

const zelfscan = groep({
  titel: tekst(),
  doel: tekst(),
  invullers: lijst(tekst(true)),
  werkwijze: tekst(),
  gereed: datum,
  secties: lijst(
    groep({
      nr: getal,
      titel: tekst(true),
      onderwerpen: lijst(groep({ titel: tekst(true), onderdelen: lijst(tekst(true)) })),
    }),
  ),
  bron: groep({ bestand: tekst(), paragraaf: tekst() }, true),
});

const ofNiets = (w: unknown): string | null => (isLeeg(w) ? null : String(w));
const rij = (w: unknown): Ruw[] => (w as Ruw[] | null | undefined) ?? [];

function alsZelfscan(ruw: Ruw): Zelfscan {
  const bron = ruw.bron as Ruw | null | undefined;
  return {
    titel: ofNiets(ruw.titel),
    doel: ofNiets(ruw.doel),
    invullers: (ruw.invullers as string[] | null | undefined) ?? [],
    werkwijze: ofNiets(ruw.werkwijze),
    gereed: ofNiets(ruw.gereed),
    secties: rij(ruw.secties).map(s => ({
      nr: s.nr as number,
      titel: String(s.titel),
      onderwerpen: rij(s.onderwerpen).map(o => ({
        titel: String(o.titel),
        onderdelen: (o.onderdelen as string[] | null | undefined) ?? [],
      })),
    })),
    bron: bron ? { bestand: ofNiets(bron.bestand), paragraaf: ofNiets(bron.paragraaf) } : null,
  };
}

/** Reads the part of a programme file: the scan, or every fault with the path of its field. */
export function leesZelfscan(deel: unknown): { scan: Zelfscan | null; gebreken: Veldgebrek[] } {
  const gebreken = zelfscan(deel, '');
  return { scan: gebreken.length > 0 ? null : alsZelfscan(deel as Ruw), gebreken };
}
