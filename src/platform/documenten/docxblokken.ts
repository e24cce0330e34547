import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { NUMMERING, OPSOMMING } from './docxstijl.ts';
import { type Blok, type Briefkop, celtekst, type Document, type Tabelblok, type Tekst } from './model.ts';
import type { documentteksten } from './teksten.ts';

export type Deel = Paragraph | Table;
type Woorden = (typeof documentteksten)[Document['taal']];
export interface Werk {
  taal: Document['taal'];
  woorden: Woorden;
  /** Running numbers of tables, pictures and numbered lists. */
  tabellen: number;
  figuren: number;
  lijsten: number;
}

const KOPPEN = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
/** Text width in pixels of the word processor (A4 less margins of 2.4 cm). */
const BREEDTE = 612;
/** One white dot, for word processors that show no SVG; the text that says what the picture shows stays. */
const WIT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

interface Vorm {
  bold?: boolean;
  italics?: boolean;
  size?: number;
  style?: string;
}

export const regels = (tekst: string, vorm: Vorm = {}): TextRun[] =>
  tekst.split('\n').map((text, i) => new TextRun({ text, ...vorm, ...(i > 0 ? { break: 1 } : {}) }));

function lopend(t: Tekst, vorm: Vorm = {}): ParagraphChild[] {
  if (typeof t === 'string') return regels(t, vorm);
  return t.flatMap((s): ParagraphChild[] => {
    if (typeof s === 'string') return regels(s, vorm);
    if ('vet' in s) return regels(s.vet, { ...vorm, bold: true });
    if ('cursief' in s) return regels(s.cursief, { ...vorm, italics: true });
    return [
      new ExternalHyperlink({ link: s.naar, children: regels(s.tekst, { ...vorm, style: 'Hyperlink' }) }),
    ];
  });
}

const bijschrift = (woord: string, nr: number, tekst: string, keepNext: boolean) =>
  new Paragraph({ style: 'Caption', keepNext, children: regels(`${woord} ${nr}: ${tekst}`) });

function tabel(b: Tabelblok, w: Werk): Deel[] {
  const cel = (tekst: string, i: number, kop: boolean) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: b.numeriek?.includes(i) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: regels(tekst, kop ? { bold: true } : {}),
        }),
      ],
    });
  const rij = (cellen: readonly (string | number)[], kop: boolean) =>
    new TableRow({
      tableHeader: kop,
      cantSplit: true,
      children: cellen.map((c, i) => cel(celtekst(c, w.taal), i, kop)),
    });
  const lijn = { style: BorderStyle.SINGLE, size: 4, color: '767676' };
  const geen = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const uit = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: lijn,
      bottom: lijn,
      insideHorizontal: lijn,
      left: geen,
      right: geen,
      insideVertical: geen,
    },
    rows: [rij(b.kop, true), ...b.rijen.map(r => rij(r, false))],
  });
  const boven =
    b.bijschrift === undefined ? [] : [bijschrift(w.woorden.tabel, ++w.tabellen, b.bijschrift, true)];
  // Two tables without a paragraph in between would become one.
  return [...boven, uit, new Paragraph({ children: [] })];
}

/** Height as a share of the width, from viewBox or width and height. */
function verhouding(svg: string): number {
  const hoofd = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const vak = /viewBox\s*=\s*["']([^"']+)["']/
    .exec(hoofd)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const maat = (naam: string) => Number(new RegExp(`\\s${naam}\\s*=\\s*["']([\\d.]+)`).exec(hoofd)?.[1]);
  const uit = (vak?.[3] ?? maat('height')) / (vak?.[2] ?? maat('width'));
  return Number.isFinite(uit) && uit > 0 ? uit : 0.6;
}

function afbeelding(b: Blok & { soort: 'afbeelding' }, w: Werk): Deel[] {
  const width = Math.round((BREEDTE * Math.min(Math.max(b.breedte ?? 100, 1), 100)) / 100);
  const transformation = { width, height: Math.max(1, Math.round(width * verhouding(b.svg))) };
  const beeld = new ImageRun({
    type: 'svg',
    data: Buffer.from(b.svg, 'utf8'),
    fallback: { type: 'png', data: WIT },
    transformation,
    altText: {
      name: `${w.woorden.figuur} ${w.figuren + 1}`,
      description: b.alt,
      title: b.bijschrift ?? b.alt,
    },
  });
  const alinea = new Paragraph({ keepNext: b.bijschrift !== undefined, children: [beeld] });
  w.figuren++;
  if (b.bijschrift === undefined) return [alinea];
  return [alinea, bijschrift(w.woorden.figuur, w.figuren, b.bijschrift, false)];
}

function lijst(b: Blok & { soort: 'lijst' }, w: Werk): Deel[] {
  const instance = ++w.lijsten;
  const numbering = { reference: b.genummerd ? NUMMERING : OPSOMMING, level: 0, instance };
  return b.punten.map(p => new Paragraph({ numbering, spacing: { after: 60 }, children: lopend(p) }));
}

/** One block as paragraphs and tables; a letter head stands elsewhere and gives none here. */
export function blok(b: Blok, w: Werk): Deel[] {
  switch (b.soort) {
    case 'kop':
      return [new Paragraph({ heading: KOPPEN[b.niveau], children: regels(b.tekst) })];
    case 'alinea':
      return [new Paragraph({ children: lopend(b.tekst) })];
    case 'lijst':
      return lijst(b, w);
    case 'tabel':
      return tabel(b, w);
    case 'afbeelding':
      return afbeelding(b, w);
    case 'citaat': {
      const bron = b.bron === undefined ? [] : [new TextRun({ text: `— ${b.bron}`, break: 1 })];
      return [
        new Paragraph({ style: 'Quote', indent: { left: 400 }, children: [...regels(b.tekst), ...bron] }),
      ];
    }
    case 'bron':
      return [
        new Paragraph({
          children: [...regels(`${w.woorden.bron}: `, { size: 18 }), ...lopend(b.tekst, { size: 18 })],
        }),
      ];
    case 'pagina_einde':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'briefkop':
      return [];
  }
}

export function briefkop(b: Briefkop, w: Werk): Deel[] {
  const blokje = (tekst: readonly string[]) =>
    new Paragraph({ spacing: { after: 400 }, children: regels(tekst.join('\n')) });
  const kenmerk = b.kenmerk === undefined ? [] : [`${w.woorden.kenmerk}: ${b.kenmerk}`];
  return [blokje(b.afzender), blokje(b.ontvanger), blokje([b.plaatsDatum, ...kenmerk])];
}
