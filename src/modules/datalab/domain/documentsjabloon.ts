import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { losseGetallen } from './documenttekst.ts';

export const DOCUMENTSOORTEN = ['evaluatie', 'raadsbrief', 'indicatorenbijlage'] as const;
export type Documentsoort = (typeof DOCUMENTSOORTEN)[number];
/** Kinds of period that a document can be about. */
export const DOCUMENTPERIODEN = ['jaar', 'halfjaar'] as const;
export type Documentperiode = (typeof DOCUMENTPERIODEN)[number];

/** What the choice of the document itself fills in. */
export interface Keuzeveld {
  readonly naam: string;
  readonly soort: 'regio' | 'gemeente' | 'periode';
}

/** What somebody fills in. */
export interface Invulveld {
  readonly naam: string;
  readonly soort: 'datum' | 'kenmerk' | 'regel' | 'vrij';
  readonly label: string;
  readonly uitleg: string;
  readonly verplicht: boolean;
  /** Most characters. */
  readonly hoogstens: number;
}

/** What comes out of the chosen releases and sources, and from nowhere else. */
export type Cijferveld =
  | {
      readonly naam: string;
      readonly soort: 'getal';
      readonly indicator: string;
      readonly plaats: 'regio' | 'gemeente';
      readonly periode: 'deze' | 'vorige';
    }
  | { readonly naam: string; readonly soort: 'oordeel' | 'norm'; readonly indicator: string }
  | {
      readonly naam: string;
      readonly soort: 'tabel';
      readonly indicatoren: readonly string[];
      /** All places, or only the municipality of the document beside the region. */
      readonly plaatsen: 'alle' | 'eigen';
    }
  /** All indicators whose number begins so: 'VT'. */
  | { readonly naam: string; readonly soort: 'catalogus' | 'niet_beschikbaar'; readonly nummers: string };

/** The head of a letter, dated by a field of the same template. */
export interface Briefkopveld {
  readonly naam: string;
  readonly soort: 'briefkop';
  readonly datum: string;
  readonly kenmerk: string;
}

export type Sjabloonveld = Keuzeveld | Invulveld | Cijferveld | Briefkopveld;

/** One version of a template in one language. It never changes: another text is another version. */
export interface Documentsjabloon {
  readonly code: string;
  readonly versie: number;
  readonly taal: 'nl' | 'en';
  readonly soort: Documentsoort;
  readonly naam: string;
  readonly uitleg: string;
  readonly titel: string;
  readonly perioden: readonly Documentperiode[];
  readonly gemeente: 'geen' | 'mag' | 'verplicht';
  /** ISO day. */
  readonly geldigVanaf: string;
  /** What asks for this document. */
  readonly bron: string;
  readonly velden: readonly Sjabloonveld[];
  /** One block each. */
  readonly tekst: readonly string[];
}

export type Sjabloonstuk = string | { readonly veld: string };
export type Sjabloonblok =
  | { readonly soort: 'kop'; readonly niveau: 2 | 3; readonly stukken: readonly Sjabloonstuk[] }
  | { readonly soort: 'alinea' | 'punt'; readonly stukken: readonly Sjabloonstuk[] }
  | { readonly soort: 'veld'; readonly veld: string };

/** A template whose text was parsed and found sound. */
export interface Ontleed {
  readonly sjabloon: Documentsjabloon;
  readonly titel: readonly Sjabloonstuk[];
  readonly blokken: readonly Sjabloonblok[];
}

const EIGEN_BLOK: readonly Sjabloonveld['soort'][] = [
  'vrij',
  'oordeel',
  'tabel',
  'catalogus',
  'niet_beschikbaar',
  'briefkop',
];
const IN_EEN_KOP: readonly Sjabloonveld['soort'][] = ['regio', 'gemeente', 'periode'];
const VELD = /\{([a-z][a-z0-9_]*)\}/g;

export const isInvulveld = (v: Sjabloonveld): v is Invulveld => 'hoogstens' in v;

/** Text with names of fields between braces, in pieces. A brace that is no field stays in the text. */
export function ontleedRegel(regel: string): Sjabloonstuk[] {
  const uit: Sjabloonstuk[] = [];
  let tot = 0;
  for (const m of regel.matchAll(VELD)) {
    if (m.index > tot) uit.push(regel.slice(tot, m.index));
    uit.push({ veld: m[1] ?? '' });
    tot = m.index + m[0].length;
  }
  if (tot < regel.length) uit.push(regel.slice(tot));
  return uit;
}

/** One block of a template: a heading (##, ###), a point (-), a field on its own, or a paragraph. */
export function ontleedBlok(tekst: string, eigenBlok: (veld: string) => boolean): Sjabloonblok {
  const kop = /^(#{2,3}) (.*)$/s.exec(tekst);
  if (kop) return { soort: 'kop', niveau: kop[1] === '##' ? 2 : 3, stukken: ontleedRegel(kop[2] ?? '') };
  if (tekst.startsWith('- ')) return { soort: 'punt', stukken: ontleedRegel(tekst.slice(2)) };
  const stukken = ontleedRegel(tekst);
  const [enig] = stukken;
  return stukken.length === 1 && typeof enig === 'object' && eigenBlok(enig.veld)
    ? { soort: 'veld', veld: enig.veld }
    : { soort: 'alinea', stukken };
}

const schrijfStukken = (stukken: readonly Sjabloonstuk[]): string =>
  stukken.map(s => (typeof s === 'string' ? s : `{${s.veld}}`)).join('');

/** The text of a block again: what `ontleedBlok` reads. */
export function schrijfBlok(b: Sjabloonblok): string {
  if (b.soort === 'veld') return `{${b.veld}}`;
  const voor = b.soort === 'kop' ? `${'#'.repeat(b.niveau)} ` : b.soort === 'punt' ? '- ' : '';
  return voor + schrijfStukken(b.stukken);
}

const veldenIn = (b: Sjabloonblok): string[] =>
  b.soort === 'veld' ? [b.veld] : b.stukken.flatMap(s => (typeof s === 'string' ? [] : [s.veld]));

/** What is wrong with the words of a piece of a template: stray braces, or a number of its own. */
function tekstfouten(stukken: readonly Sjabloonstuk[], waar: string): string[] {
  const tekst = stukken.map(s => (typeof s === 'string' ? s : ' ')).join('');
  const uit: string[] = [];
  if (/[{}]/.test(tekst)) uit.push(`${waar}: een accolade hoort om de naam van een veld.`);
  for (const n of losseGetallen(tekst))
    uit.push(`${waar}: het getal ${n} staat los in de tekst. Een getal komt uit een veld.`);
  if (schrijfStukken(stukken).trim() === '') uit.push(`${waar}: leeg.`);
  return uit;
}

function blokfouten(b: Sjabloonblok, waar: string, velden: ReadonlyMap<string, Sjabloonveld>): string[] {
  const uit = b.soort === 'veld' ? [] : tekstfouten(b.stukken, waar);
  for (const naam of veldenIn(b)) {
    const veld = velden.get(naam);
    if (!veld) uit.push(`${waar}: het veld {${naam}} kent dit sjabloon niet.`);
    else if (b.soort !== 'veld' && EIGEN_BLOK.includes(veld.soort))
      uit.push(`${waar}: het veld {${naam}} staat op een eigen regel, niet in een zin.`);
    else if (b.soort === 'kop' && !IN_EEN_KOP.includes(veld.soort))
      uit.push(`${waar}: het veld {${naam}} hoort niet in een kop.`);
  }
  return uit;
}

/** What is wrong with the fields among themselves. */
function veldfouten(s: Documentsjabloon, velden: ReadonlyMap<string, Sjabloonveld>): string[] {
  const uit = s.velden
    .filter((v, i) => s.velden.findIndex(w => w.naam === v.naam) !== i)
    .map(v => `Het veld {${v.naam}} staat er twee keer in.`);
  for (const v of s.velden) {
    const eigen = v.soort === 'gemeente' || (v.soort === 'getal' && v.plaats === 'gemeente');
    if ((eigen || v.soort === 'briefkop') && s.gemeente !== 'verplicht')
      uit.push(`Het veld {${v.naam}} vraagt een gemeente, en dit sjabloon niet.`);
    if (v.soort !== 'briefkop') continue;
    for (const [naam, soort] of [[v.datum, 'datum'] as const, [v.kenmerk, 'kenmerk'] as const])
      if (velden.get(naam)?.soort !== soort)
        uit.push(`Het veld {${v.naam}} verwijst naar {${naam}}, en dat is geen ${soort}.`);
  }
  return uit;
}

function ongebruikt(s: Documentsjabloon, blokken: readonly Sjabloonblok[]): string[] {
  const gebruikt = new Set([
    ...blokken.flatMap(veldenIn),
    ...ontleedRegel(s.titel).flatMap(x => (typeof x === 'string' ? [] : [x.veld])),
    ...s.velden.flatMap(v => (v.soort === 'briefkop' ? [v.datum, v.kenmerk] : [])),
  ]);
  return s.velden
    .filter(v => !gebruikt.has(v.naam))
    .map(v => `Het veld {${v.naam}} staat nergens in de tekst.`);
}

/** Headings skip no level. */
function kopfouten(blokken: readonly Sjabloonblok[]): string[] {
  let niveau = 1;
  return blokken.flatMap((b, i) => {
    if (b.soort !== 'kop') return [];
    const fout = b.niveau > niveau + 1 ? [`Blok ${i + 1}: deze kop slaat een niveau over.`] : [];
    niveau = b.niveau;
    return fout;
  });
}

/**
 * Parses and checks a template as a whole: every field is known, stands where its kind may stand and is used; no number
 * stands loose in the words. Refuses with all that is wrong, in sentences.
 */
export function ontleedSjabloon(s: Documentsjabloon): Result<Ontleed, Weigering<'sjabloon_ongeldig'>> {
  const velden = new Map(s.velden.map(v => [v.naam, v]));
  const eigenBlok = (naam: string) => EIGEN_BLOK.some(soort => velden.get(naam)?.soort === soort);
  const blokken = s.tekst.map(t => ontleedBlok(t, eigenBlok));
  const titel = ontleedRegel(s.titel);
  const fouten = [
    ...blokfouten({ soort: 'kop', niveau: 2, stukken: titel }, 'De titel', velden),
    ...blokken.flatMap((b, i) => blokfouten(b, `Blok ${i + 1}`, velden)),
    ...veldfouten(s, velden),
    ...ongebruikt(s, blokken),
    ...kopfouten(blokken),
  ];
  if (fouten.length === 0) return gelukt({ sjabloon: s, titel, blokken });
  const wie = `Het sjabloon ${s.code}, versie ${s.versie} (${s.taal}) klopt niet.`;
  return geweigerd(weigering('sjabloon_ongeldig', [wie, ...fouten].join(' ')));
}

/** Of each template and language the latest version that holds on a day, in the order of the kinds. */
export function geldigeSjablonen(alle: readonly Documentsjabloon[], dag: string): Documentsjabloon[] {
  const geldig = alle.filter(s => s.geldigVanaf <= dag);
  return [...Map.groupBy(geldig, s => `${s.code} ${s.taal}`).values()]
    .flatMap(versies => versies.toSorted((a, b) => b.versie - a.versie).slice(0, 1))
    .toSorted(
      (a, b) =>
        DOCUMENTSOORTEN.indexOf(a.soort) - DOCUMENTSOORTEN.indexOf(b.soort) ||
        b.taal.localeCompare(a.taal, 'nl'),
    );
}
