// Reads the numbers of a release off each surface on which it is given, as a reader would who has only that surface.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';

/** Place → period → the number as printed; NaN where the sign for left out stands. */
export type Afgelezen = Map<string, Map<string, number>>;

const zet = (a: Afgelezen, plaats: string, periode: string, tekst: string): void => {
  const kaal = tekst.replace(/[.\u00a0\s]/g, '');
  const getal = /^\d+$/.test(kaal) ? Number(kaal) : Number.NaN;
  a.set(plaats, (a.get(plaats) ?? new Map<string, number>()).set(periode, getal));
};

const tekstVan = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .trim();

/** The tables of a page that have these words in their caption. */
const tabellenMet = (html: string, bijschrift: string): string[] =>
  [...html.matchAll(/<table[\s\S]*?<\/table>/g)]
    .map(m => m[0])
    .filter(t => tekstVan(/<caption[\s\S]*?<\/caption>/.exec(t)?.[0] ?? '').includes(bijschrift));

/** The first table of the page, or the first with these words in its caption, with its column heads. */
export function uitHtml(html: string, bijschrift = ''): Afgelezen {
  const uit: Afgelezen = new Map();
  const tabel = tabellenMet(html, bijschrift)[0] ?? '';
  const koppen = [...tabel.matchAll(/<th[^>]*scope="col"[^>]*>([\s\S]*?)<\/th>/g)].map(m =>
    tekstVan(m[1] ?? ''),
  );
  for (const [, rij = ''] of tabel.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)) {
    const cellen = [...rij.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(m => tekstVan(m[1] ?? ''));
    if (!/scope="row"/.test(rij)) continue;
    for (let i = 1; i < koppen.length; i++) zet(uit, cellen[0] ?? '', koppen[i] ?? '', cellen[i] ?? '');
  }
  return uit;
}

/** What the page of a municipality prints of it in the part with releases: one period with its number. */
export function uitGemeenteblad(html: string, plaats: string): Afgelezen {
  const uit: Afgelezen = new Map();
  const tabel = tabellenMet(html, `Gepubliceerde cijfers van ${plaats}`)[0] ?? '';
  for (const [, rij = ''] of tabel.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)) {
    const [, periode, getal] = [...rij.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(m =>
      tekstVan(m[1] ?? ''),
    );
    if (periode && /^\d{4}$/.test(periode)) zet(uit, plaats, periode, getal ?? '');
  }
  return uit;
}

/** What the interface for programs says of a figure: its number, and between what it says that the truth lies. */
export interface Apicel {
  readonly plaats: string;
  readonly periode: string;
  readonly waarde: number | null;
  readonly onder: number;
  readonly boven: number | null;
}

export function uitApi(json: string): Apicel[] {
  const { tabellen } = JSON.parse(json) as {
    tabellen: {
      rijen: {
        plaats: { naam: string };
        cellen: {
          periode: string;
          waarde: number | null;
          kanZijnVanaf: number;
          kanZijnTotEnMet: number | null;
        }[];
      }[];
    }[];
  };
  return tabellen.flatMap(t =>
    t.rijen.flatMap(r =>
      r.cellen.map(c => ({
        plaats: r.plaats.naam,
        periode: c.periode,
        waarde: c.waarde,
        onder: c.kanZijnVanaf,
        boven: c.kanZijnTotEnMet,
      })),
    ),
  );
}

/** Every whole number in the texts of a description in Turtle: not in addresses, dates or the name of the standard. */
export function getallenUitTeksten(turtle: string): number[] {
  return [...turtle.matchAll(/"((?:[^"\\]|\\.)*)"(\^\^)?/g)]
    .filter(([, tekst = '', datum]) => !datum && !tekst.startsWith('http') && tekst !== 'DCAT-AP-NL 3.0')
    .flatMap(([, tekst = '']) => [...tekst.matchAll(/\d+/g)].map(m => Number(m[0])));
}

/** The class of every area that is drawn on a map of this name, in the order of drawing. */
export function kaartklassen(html: string, id: string): string[] {
  const figuur = new RegExp(`id="${id}"[\\s\\S]*?</figure>`).exec(html)?.[0] ?? '';
  const breed = /<svg[^>]*la-svg--breed[\s\S]*?<\/svg>/.exec(figuur)?.[0] ?? '';
  return [...breed.matchAll(/class="la-gebied la-gebied-(\w+)"/g)].map(m => m[1] ?? '');
}

export function uitCsv(csv: string): Afgelezen {
  const uit: Afgelezen = new Map();
  const [kop = '', ...rijen] = csv.replace('\uFEFF', '').trim().split(/\r?\n/);
  const teken = kop.includes(';') ? ';' : ',';
  const plek = (naam: string) => kop.split(teken).indexOf(naam);
  for (const r of rijen) {
    const c = r.split(teken).map(x => x.replace(/^"|"$/g, ''));
    zet(uit, c[plek('plaats')] ?? '', c[plek('periode')] ?? '', c[plek('waarde')] ?? '');
  }
  return uit;
}

export function uitJson(json: string): Afgelezen {
  const uit: Afgelezen = new Map();
  const { rijen } = JSON.parse(json) as { rijen: Record<string, unknown>[] };
  for (const r of rijen) zet(uit, String(r['plaats']), String(r['periode']), String(r['waarde'] ?? ''));
  return uit;
}

export async function uitXlsx(bestand: ArrayBuffer): Promise<Afgelezen> {
  const boek = new ExcelJS.Workbook();
  await boek.xlsx.load(bestand);
  const rijen = (boek.worksheets[0]?.getSheetValues() ?? []) as unknown[][];
  const kop = (rijen[1] ?? []).map(String);
  const uit: Afgelezen = new Map();
  for (const r of rijen.slice(2))
    zet(
      uit,
      String(r[kop.indexOf('plaats')]),
      String(r[kop.indexOf('periode')]),
      String(r[kop.indexOf('waarde')] ?? ''),
    );
  return uit;
}

const kan = (programma: string): boolean => spawnSync(programma, ['-v']).error === undefined;

/** Every whole number in the text of a PDF, or null where this machine cannot read one. */
export function getallenUitPdf(pdf: Uint8Array): number[] | null {
  if (!kan('pdftotext')) return null;
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-aanval-'));
  try {
    writeFileSync(path.join(map, 'a.pdf'), pdf);
    const { stdout } = spawnSync('pdftotext', ['-layout', path.join(map, 'a.pdf'), '-'], {
      encoding: 'utf8',
    });
    return [...stdout.matchAll(/(?<![\d.])\d{1,3}(?:\.\d{3})*(?![\d.])/g)].map(m =>
      Number(m[0].replaceAll('.', '')),
    );
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

/** The length of every bar of the wide drawing, as a share of the longest: what the eye takes for the number. */
export function staafVerhoudingen(html: string): number[] {
  const svg = /<svg[^>]*la-svg--breed[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
  const lengten = [...svg.matchAll(/<rect[^>]*class="la-staaf[^"]*"[^>]*width="([\d.]+)"/g)].map(m =>
    Number(m[1]),
  );
  const langste = Math.max(...lengten);
  return lengten.map(l => l / langste);
}
