/**
 * A document without a look: what a report, a plan or a letter says, in reading order. Makers turn it into a
 * tagged PDF or an editable text document. Every text here is data: no maker reads mark-up in it.
 */
export interface Document {
  /** Shown as the one heading of level 1 and as the title of the file. */
  titel: string;
  taal: 'nl' | 'en';
  /** One line on what the document is about; becomes the description of the file. */
  onderwerp?: string;
  /** Facts on the document itself, shown under the title: date, status, who made it. */
  metagegevens: readonly { label: string; waarde: string }[];
  /** Repeated at the foot of every page, beside the page number: who printed it, when and why. */
  voettekst?: string;
  blokken: readonly Blok[];
}

/** Running text: plain, or pieces with emphasis and links (https, http or mailto). A line feed breaks the line. */
export type Tekst = string | readonly Stuk[];
export type Stuk = string | { vet: string } | { cursief: string } | { tekst: string; naar: string };

export type Blok =
  | { soort: 'kop'; niveau: 2 | 3 | 4; tekst: string }
  | { soort: 'alinea'; tekst: Tekst }
  | { soort: 'lijst'; genummerd?: boolean; punten: readonly Tekst[] }
  | Tabelblok
  /** `breedte`: share of the text width in percent, default 100. `alt` says what the picture shows. */
  | { soort: 'afbeelding'; svg: string; alt: string; bijschrift?: string; breedte?: number }
  | { soort: 'citaat'; tekst: string; bron?: string }
  /** A small line that names where the block above comes from. */
  | { soort: 'bron'; tekst: Tekst }
  | { soort: 'pagina_einde' }
  | Briefkop;

export interface Tabelblok {
  soort: 'tabel';
  kop: readonly string[];
  /** As long as `kop` each. Numbers are shown in the document's language; a year is text. */
  rijen: readonly (readonly (string | number)[])[];
  bijschrift?: string;
  /** Indexes of the columns that are aligned right. */
  numeriek?: readonly number[];
  /** Share of the width per column in a PDF, one number each; left out: numbers as narrow as they are, texts the same. */
  aandelen?: readonly number[];
}

/** The head of a letter; stands before the title. Lines from top to bottom. */
export interface Briefkop {
  soort: 'briefkop';
  afzender: readonly string[];
  ontvanger: readonly string[];
  plaatsDatum: string;
  kenmerk?: string;
}

/** The document cannot be made: a mistake of the program that composed it. The message holds no content. */
export class DocumentFout extends Error {}

const LINK = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;

const stukken = (t: Tekst): readonly Stuk[] => (typeof t === 'string' ? [t] : t);

function eisTekst(t: Tekst, waar: string): void {
  for (const s of stukken(t)) {
    if (typeof s === 'object' && 'naar' in s && !LINK.test(s.naar)) {
      throw new DocumentFout(`${waar}: een link gaat naar https, http of mailto.`);
    }
  }
}

function eisTabel(b: Tabelblok, waar: string): void {
  if (b.kop.length === 0 || b.kop.some(k => k.trim() === '')) {
    throw new DocumentFout(`${waar}: elke kolom heeft een kop.`);
  }
  if (b.rijen.some(r => r.length !== b.kop.length)) {
    throw new DocumentFout(`${waar}: elke rij telt ${b.kop.length} cellen.`);
  }
  if (b.aandelen && (b.aandelen.length !== b.kop.length || b.aandelen.some(a => !(a > 0)))) {
    throw new DocumentFout(`${waar}: elke kolom heeft een aandeel in de breedte.`);
  }
}

function eisAfbeelding(b: Blok & { soort: 'afbeelding' }, waar: string): void {
  if (b.alt.trim() === '')
    throw new DocumentFout(`${waar}: een afbeelding heeft een tekst die zegt wat er staat.`);
  // A picture brings nothing in from elsewhere: no file, no address, no entity, no script.
  if (
    /<!|<\?(?!xml\s)|<script|\son\w+\s*=|(href|src)\s*=\s*["']?\s*(?!["']?#)/i.test(b.svg) ||
    !/<svg[\s>]/.test(b.svg)
  ) {
    throw new DocumentFout(`${waar}: deze afbeelding is geen SVG op zichzelf.`);
  }
}

function eisBlok(b: Blok, waar: string): void {
  if (b.soort === 'tabel') eisTabel(b, waar);
  if (b.soort === 'afbeelding') eisAfbeelding(b, waar);
  if (b.soort === 'kop' && b.tekst.trim() === '') throw new DocumentFout(`${waar}: een kop is niet leeg.`);
  if (b.soort === 'alinea' || b.soort === 'bron') eisTekst(b.tekst, waar);
  if (b.soort === 'lijst') for (const p of b.punten) eisTekst(p, waar);
}

/**
 * What accessibility asks of every document (EN 301 549, chapter 10; PDF/UA-1): a title, headings that skip no
 * level, a head above every column, a text with every picture. Throws DocumentFout naming the block by number.
 */
export function controleerDocument(doc: Document): void {
  if (doc.titel.trim() === '') throw new DocumentFout('Een document heeft een titel.');
  let niveau = 1;
  doc.blokken.forEach((b, i) => {
    const waar = `Blok ${i + 1} (${b.soort})`;
    eisBlok(b, waar);
    if (b.soort !== 'kop') return;
    if (b.niveau > niveau + 1) throw new DocumentFout(`${waar}: kop ${b.niveau} volgt op niveau ${niveau}.`);
    niveau = b.niveau;
  });
}

/**
 * Takes out what no file may carry and no reader sees: control characters (a tab becomes a space), and
 * characters that turn the direction of text around, by which a text can look like another.
 */
export function zonderStuurtekens(tekst: string): string {
  return tekst
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[^\P{Cf}\u00ad\u200c\u200d]|[\ufffe\uffff]/gu, '');
}

/** The same document with every text passed through `zet`. Pictures keep their drawing. */
export function metTeksten(doc: Document, zet: (t: string) => string): Document {
  const diep = (waarde: unknown, sleutel: string): unknown => {
    if (typeof waarde === 'string') return VAST.has(sleutel) ? waarde : zet(waarde);
    if (Array.isArray(waarde)) return waarde.map(w => diep(w, ''));
    if (typeof waarde !== 'object' || waarde === null) return waarde;
    return Object.fromEntries(Object.entries(waarde).map(([k, v]) => [k, diep(v, k)]));
  };
  return diep(doc, '') as Document;
}
const VAST: ReadonlySet<string> = new Set(['svg', 'naar', 'soort', 'taal']);

/** A cell as the reader sees it: numbers in the document's language. */
export function celtekst(cel: string | number, taal: Document['taal']): string {
  if (typeof cel === 'string') return cel;
  return new Intl.NumberFormat(taal === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 12 }).format(cel);
}
