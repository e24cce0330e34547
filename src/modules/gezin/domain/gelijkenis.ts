import { deurVan, normaliseerPostcode } from './adres.ts';
import { waardeVan } from './graad.ts';
import { klank } from './klank.ts';
import { naamdelen, voorletter, voornamen } from './naam.ts';
import type { Geslacht } from './persoon.ts';
import { datumtermen, sleutelVan, type Zoekbaar, type Zoekterm } from './zoektermen.ts';

/** What is compared of two persons. */
export interface Vergelijkbaar extends Zoekbaar {
  readonly geslacht: Geslacht;
}

/** Per field how two persons agree; 'ontbreekt' says nothing either way. */
export interface Patroon {
  readonly achternaam: 'gelijk' | 'klinkt' | 'anders' | 'ontbreekt';
  readonly voornaam: 'gelijk' | 'klinkt' | 'letter' | 'anders' | 'ontbreekt';
  readonly dag: 'gelijk' | 'bijna' | 'jaar' | 'anders' | 'ontbreekt';
  readonly adres: 'gelijk' | 'postcode' | 'anders' | 'ontbreekt';
  readonly geslacht: 'gelijk' | 'anders' | 'ontbreekt';
  readonly bsn: 'gelijk' | 'anders' | 'ontbreekt';
}

/**
 * The model of I.P. Fellegi and A.B. Sunter, A theory for record linkage, Journal of the American Statistical
 * Association 64 (1969) 1183-1210: per outcome of a field the chance of it when both records are of one person (m)
 * and when they are of two (u); the weight is log2(m/u), and the weights add up. The chances are estimates of this
 * house, checked by `npm run vinden:meet`; they are no facts about people.
 *
 * The theory takes fields to be independent. Surname and address are not: whoever shares one mostly shares the other,
 * because he is family. So an address that agrees counts in full only beside a surname that does not, and a day of
 * birth that agrees counts little beside one surname and two first names.
 */
const KANSEN = {
  achternaam: {
    gelijk: [0.875, 0.02],
    klinkt: [0.08, 0.006],
    anders: [0.045, 0.974],
  },
  voornaam: {
    gelijk: [0.85, 0.03],
    klinkt: [0.09, 0.01],
    letter: [0.04, 0.01],
    anders: [0.02, 0.95],
  },
  dag: {
    gelijk: [0.88, 0.00004],
    bijna: [0.07, 0.003],
    jaar: [0.03, 0.015],
    anders: [0.02, 0.98],
  },
  adres: {
    gelijk: [0.75, 0.0005],
    postcode: [0.05, 0.002],
    anders: [0.2, 0.9975],
  },
  geslacht: {
    gelijk: [0.97, 0.5],
    anders: [0.03, 0.5],
  },
  bsn: {
    gelijk: [0.97, 0.0000001],
    anders: [0.03, 0.9999999],
  },
} as const satisfies {
  [V in keyof Patroon]: Record<Exclude<Patroon[V], 'ontbreekt'>, readonly [number, number]>;
};

/** Weight of a shared address when the surname is shared too: it mostly says "family". */
const ADRES_BIJ_FAMILIE = Math.log2(0.75 / 0.35);

/** The same when the first name is shared as well: then it is the man himself, or a son called after him. */
const ADRES_BIJ_NAAMGENOOT = Math.log2(0.75 / 0.04);

/** Weight of a shared day of birth of two with one surname and different first names: it mostly says "twins". */
const DAG_BIJ_TWEELING = Math.log2(0.88 / 0.01);

/** Chance that two records that were brought together for comparison are of one person: the prior. */
const VOORAF = 1 / 12_000;

/** From this chance on the house proposes that two records are of one person; a human decides. */
const VOORSTELGRENS = 0.5;

function gewichtVan<V extends keyof Patroon>(veld: V, uitkomst: Patroon[V]): number {
  const kansen: Readonly<Record<string, readonly [number, number]>> = KANSEN[veld];
  const [m, u] = kansen[uitkomst] ?? [1, 1];
  return Math.log2(m / u);
}

/** Sum of the weights of a pattern, in bits. */
export function gewicht(p: Patroon): number {
  const eenNaam = p.achternaam === 'gelijk' || p.achternaam === 'klinkt';
  const eenVoornaam = p.voornaam === 'gelijk' || p.voornaam === 'klinkt';
  const familie = p.adres === 'gelijk' && eenNaam;
  const tweeling = p.dag === 'gelijk' && eenNaam && p.voornaam === 'anders';
  return (
    gewichtVan('achternaam', p.achternaam) +
    gewichtVan('voornaam', p.voornaam) +
    (tweeling ? DAG_BIJ_TWEELING : gewichtVan('dag', p.dag)) +
    (familie ? (eenVoornaam ? ADRES_BIJ_NAAMGENOOT : ADRES_BIJ_FAMILIE) : gewichtVan('adres', p.adres)) +
    gewichtVan('geslacht', p.geslacht) +
    gewichtVan('bsn', p.bsn)
  );
}

/** The weight as a chance between 0 and 1, in thousandths as it is stored. It is a proposal, no judgement. */
export function score(p: Patroon): number {
  const kans = 1 / (1 + 2 ** -gewicht(p) * (1 / VOORAF - 1));
  return Math.round(kans * 1000) / 1000;
}

const RAAK = new Set<string>(['gelijk', 'klinkt', 'bijna']);

/**
 * Does the house propose that two records are of one person? By chance (`VOORSTELGRENS`), and never on one thing alone:
 * a shared day of birth is rare, and still shared by many. The citizen service number is enough by itself.
 */
export function isVoorstel(p: Patroon): boolean {
  const raak = [p.achternaam, p.voornaam, p.dag, p.adres].filter(u => RAAK.has(u)).length;
  return score(p) >= VOORSTELGRENS && (raak >= 2 || p.bsn === 'gelijk');
}

const deelt = (a: readonly string[], b: readonly string[]): boolean => a.some(x => b.includes(x));

/** Damerau-Levenshtein distance of at most one: one letter more, less, other, or two swapped. */
export function eenTikfout(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (restA.length === restB.length) {
    const verwisseld = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
    return restA.slice(1) === restB.slice(1) || verwisseld;
  }
  return restA.length > restB.length ? restA.slice(1) === restB : restA === restB.slice(1);
}

function klinkenAls(a: readonly string[], b: readonly string[]): boolean {
  return (
    deelt(a.map(klank), b.map(klank)) ||
    a.some(x => b.some(y => Math.min(x.length, y.length) >= 4 && eenTikfout(x, y)))
  );
}

function vergelijkAchternaam(a: Zoekbaar, b: Zoekbaar): Patroon['achternaam'] {
  const [x, y] = [a, b].map(z => naamdelen(waardeVan(z.gegevens.achternaam) ?? ''));
  if (!x?.length || !y?.length) return 'ontbreekt';
  if (deelt(x, y)) return 'gelijk';
  return klinkenAls(x, y) ? 'klinkt' : 'anders';
}

const namenVan = ({ gegevens: g }: Zoekbaar): string[] =>
  [g.voornamen, g.roepnaam].flatMap(n => voornamen(waardeVan(n) ?? ''));
const lettersVan = ({ gegevens: g }: Zoekbaar): string[] =>
  [g.voornamen, g.roepnaam].map(n => voorletter(waardeVan(n) ?? '')).filter(Boolean);

function vergelijkVoornaam(a: Zoekbaar, b: Zoekbaar): Patroon['voornaam'] {
  const [x, y] = [namenVan(a), namenVan(b)];
  const [letterX, letterY] = [lettersVan(a), lettersVan(b)];
  if (letterX.length === 0 || letterY.length === 0) return 'ontbreekt';
  if (deelt(x, y)) return 'gelijk';
  if (klinkenAls(x, y)) return 'klinkt';
  // Two full names with one initial are two names; an initial beside a full name may be it.
  const alleenLetter = x.length === 0 || y.length === 0;
  return alleenLetter && deelt(letterX, letterY) ? 'letter' : 'anders';
}

function vergelijkDag(a: Zoekbaar, b: Zoekbaar): Patroon['dag'] {
  const [x, y] = [a, b].map(z => waardeVan(z.gegevens.geboortedatum));
  if (!x || !y) return 'ontbreekt';
  return dagUit(new Set(datumtermen(x).map(sleutelVan)), datumtermen(y));
}

/** From shared terms: the same reading for the two ways of comparing. */
function dagUit(gedeeld: ReadonlySet<string>, termen: readonly Zoekterm[]): Patroon['dag'] {
  const samen = new Set(termen.filter(t => gedeeld.has(sleutelVan(t))).map(t => t.deel));
  if (samen.has('dag')) return 'gelijk';
  if (samen.has('dag_verwisseld') || samen.has('dag_cijfer')) return 'bijna';
  return samen.has('jaar') ? 'jaar' : 'anders';
}

function vergelijkAdres(a: Zoekbaar, b: Zoekbaar): Patroon['adres'] {
  const [x = [], y = []] = [a, b].map(z => z.adressen.flatMap(d => deurVan(d) ?? []));
  if (deelt(x, y)) return 'gelijk';
  const [px = [], py = []] = [a, b].map(z =>
    z.adressen.map(d => normaliseerPostcode(d.postcode)).filter(Boolean),
  );
  if (deelt(px, py)) return 'postcode';
  return px.length > 0 && py.length > 0 ? 'anders' : 'ontbreekt';
}

/** How two persons agree, field by field. */
export function vergelijk(a: Vergelijkbaar, b: Vergelijkbaar): Patroon {
  const gelijk = (x: string | null, y: string | null): 'gelijk' | 'anders' | 'ontbreekt' =>
    x === null || y === null ? 'ontbreekt' : x === y ? 'gelijk' : 'anders';
  const geslacht = (z: Vergelijkbaar) => (z.geslacht === 'man' || z.geslacht === 'vrouw' ? z.geslacht : null);
  return {
    achternaam: vergelijkAchternaam(a, b),
    voornaam: vergelijkVoornaam(a, b),
    dag: vergelijkDag(a, b),
    adres: vergelijkAdres(a, b),
    geslacht: gelijk(geslacht(a), geslacht(b)),
    bsn: gelijk(a.bsn?.nummer ?? null, b.bsn?.nummer ?? null),
  };
}

/**
 * The same from terms alone, for who may not read the other record (the radar): `termen` are those of the question,
 * `gedeeld` the keys (`sleutelVan`) of those that the other carries. What was asked for and is not shared counts as
 * different, so that the radar names nobody on a shared surname and front door only.
 */
export function vergelijkTermen(termen: readonly Zoekterm[], gedeeld: ReadonlySet<string>): Patroon {
  const gevraagd = (deel: Zoekterm['deel'], soort: Zoekterm['soort']) =>
    termen.filter(t => t.deel === deel && t.soort === soort);
  const raak = (deel: Zoekterm['deel'], soort: Zoekterm['soort']) =>
    gevraagd(deel, soort).some(t => gedeeld.has(`${soort}/${sleutelVan(t)}`));
  const naam = (deel: 'achternaam' | 'voornaam') =>
    raak(deel, 'naam') ? 'gelijk' : raak(deel, 'klank') ? 'klinkt' : ('anders' as const);
  const voor = naam('voornaam');
  const datums = termen.filter(t => t.soort === 'geboortedatum');
  const dagen = new Set([...gedeeld].flatMap(g => (g.startsWith('geboortedatum/') ? [g.slice(14)] : [])));
  const letter = voor === 'anders' && raak('voorletter', 'naam') ? 'letter' : voor;
  const geen = (deel: Zoekterm['deel'], soort: Zoekterm['soort']) => gevraagd(deel, soort).length === 0;
  return {
    achternaam: geen('achternaam', 'naam') ? 'ontbreekt' : naam('achternaam'),
    voornaam: geen('voorletter', 'naam') ? 'ontbreekt' : letter,
    dag: datums.length === 0 ? 'ontbreekt' : dagUit(dagen, datums),
    adres: raak('deur', 'adres') ? 'gelijk' : raak('postcode', 'adres') ? 'postcode' : 'ontbreekt',
    geslacht: 'ontbreekt',
    bsn: raak('nummer', 'bsn') ? 'gelijk' : 'ontbreekt',
  };
}
