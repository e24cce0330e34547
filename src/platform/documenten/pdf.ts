import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FAMILIES, leesLettertypen } from './lettertype.ts';
import { celtekst, controleerDocument, type Document, metTeksten, zonderStuurtekens } from './model.ts';
import { documentteksten } from './teksten.ts';
import { SJABLOON } from './typstsjabloon.ts';

/** Accessible PDF: ISO 14289-1. A wrong value here is ignored in silence, hence the check on the outcome. */
const NORM = 'ua-1';
const MERK = '<pdfuaid:part>1</pdfuaid:part>';
const BOUWSTEEN = 'Source Sans 3';

let zetter: NodeCompiler | null = null;

const alsXml = (tekst: string) => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Starts the typesetter while it is told that the only fonts of this machine are in an empty folder. It has no option
 * for that: it looks where `FONTCONFIG_FILE` says, and by itself when that names no folder at all. Where that is not how
 * fonts are found (no Linux) the template still falls back to none, so that no text of a document is set in another font.
 */
function zonderLettersVanHetStelsel(map: string, maak: () => NodeCompiler): NodeCompiler {
  const letters = path.join(map, 'letters');
  const instelling = path.join(map, 'fonts.conf');
  mkdirSync(letters);
  writeFileSync(instelling, `<fontconfig><dir>${alsXml(letters)}</dir></fontconfig>`);
  const { env } = process;
  const voor = env['FONTCONFIG_FILE'];
  env['FONTCONFIG_FILE'] = instelling;
  try {
    return maak();
  } finally {
    if (voor === undefined) delete env['FONTCONFIG_FILE'];
    else env['FONTCONFIG_FILE'] = voor;
  }
}

function maakZetter(): NodeCompiler {
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-zetter-'));
  const workspace = path.join(map, 'werk');
  mkdirSync(workspace);
  return zonderLettersVanHetStelsel(map, () =>
    NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: leesLettertypen().bestanden }] }),
  );
}

/**
 * The typesetter, started once, on an empty folder and with the shipped fonts only: a document can reach no file, and
 * looks the same on every machine.
 */
function leesZetter(): NodeCompiler {
  zetter ??= maakZetter();
  return zetter;
}

function zet(doc: Document, vervangen: boolean): Buffer {
  const blokken = doc.blokken.map(b =>
    b.soort === 'tabel'
      ? { ...b, numeriek: b.numeriek ?? [], rijen: b.rijen.map(r => r.map(c => celtekst(c, doc.taal))) }
      : b,
  );
  const gegevens = {
    ...doc,
    blokken,
    vervangen,
    woorden: documentteksten[doc.taal],
    lettertypen: [BOUWSTEEN, ...FAMILIES],
  };
  const compiler = leesZetter();
  try {
    return compiler.pdf(
      { mainFileContent: SJABLOON, inputs: { document: JSON.stringify(gegevens) } },
      { pdfStandard: NORM },
    );
  } finally {
    // The typesetter remembers what it set; a document of a person must not stay in memory.
    compiler.evictCache(0);
  }
}

/** Replaces characters that no shipped font can show, so that one name in another script stops no document. */
function vervangOnbekend(tekst: string): string {
  const { kent } = leesLettertypen();
  return Array.from(tekst, t => (t === '\n' || kent(t.codePointAt(0) ?? 0) ? t : '[?]')).join('');
}

/**
 * Makes a tagged PDF/UA-1. Throws DocumentFout when the document lacks what accessibility asks, and Error when
 * the outcome is not marked as PDF/UA-1; that error holds no content. Same document, same bytes.
 */
export async function maakPdf(doc: Document): Promise<Uint8Array> {
  controleerDocument(doc);
  const schoon = metTeksten(doc, zonderStuurtekens);
  let pdf: Buffer;
  try {
    pdf = zet(schoon, false);
  } catch (e) {
    if (!/could not be displayed/.test(String((e as Error | null)?.message))) throw zetfout(e);
    try {
      pdf = zet(metTeksten(schoon, vervangOnbekend), true);
    } catch (f) {
      throw zetfout(f);
    }
  }
  if (!pdf.includes(MERK)) throw new Error('Het gemaakte document is niet als PDF/UA-1 gemerkt.');
  return new Uint8Array(pdf);
}

/** The typesetter's own words may quote the document: keep the kind of error only. */
function zetfout(e: unknown): Error {
  const soort = /message: "([A-Za-z/0-9 -]{1,40})/.exec(String((e as Error | null)?.message))?.[1];
  return new Error(`Het document is niet te zetten${soort ? ` (${soort.split(':')[0]?.trim()})` : ''}.`);
}
