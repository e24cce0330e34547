import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, describe, expect, test } from 'vitest';
import { WORTEL } from '#platform/config/wortel.ts';
import { leesTabel } from '#platform/documenten/index.ts';

const map = mkdtempSync(path.join(os.tmpdir(), 'la-bereik-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

/** A workbook of one small sheet with one line of XML added to it. */
async function metRegel(regel: string, voor: boolean): Promise<Buffer> {
  const boek = new ExcelJS.Workbook();
  const blad = boek.addWorksheet('cijfers');
  blad.addRow(['gemeente', 'jaar', 'indicator', 'waarde']);
  blad.addRow(['Alkmaar', 2025, 'vt_meldingen', 7]);
  const zip = await JSZip.loadAsync(Buffer.from(await boek.xlsx.writeBuffer()));
  const naam = 'xl/worksheets/sheet1.xml';
  const xml = (await zip.file(naam)?.async('string')) ?? '';
  const plek = voor ? '<sheetData>' : '</sheetData>';
  zip.file(naam, xml.replace(plek, voor ? regel + plek : plek + regel));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const BRON = `
  import { readFileSync } from 'node:fs';
  const { leesTabel } = await import('#platform/documenten/index.ts');
  const r = await leesTabel(readFileSync(process.env.BESTAND), 'cijfers.xlsx');
  console.log(r.ok ? 'gelezen' : 'geweigerd');`;

/** The same workbook with something else in one of its parts. */
async function metVervanging(deel: string, van: string, naar: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await metRegel('', false));
  const xml = (await zip.file(deel)?.async('string')) ?? '';
  expect(xml).toContain(van);
  zip.file(deel, xml.replace(van, naar));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Reads the file in a process of its own with 512 MB, and ends it after ten seconds. */
function lees(bestand: Buffer, naam: string): Promise<string> {
  const pad = path.join(map, naam);
  writeFileSync(pad, bestand);
  const args = ['--max-old-space-size=512', '--input-type=module', '-e', BRON];
  return new Promise(klaar => {
    execFile(
      process.execPath,
      args,
      { cwd: WORTEL, env: { ...process.env, BESTAND: pad }, timeout: 10_000, killSignal: 'SIGKILL' },
      (e, uit) => klaar(e ? (e.killed ? 'hangt' : 'geheugen op') : uit.trim()),
    );
  });
}

// @eis A5.3
describe('aanval: een klein werkboek dat een reusachtig bereik noemt', () => {
  test.each([
    ['geen', '', false],
    [
      'invoercontrole op een hele kolom, zoals Excel die schrijft',
      '<dataValidations count="1"><dataValidation type="list" sqref="A2:A1048576"><formula1>"ja,nee"</formula1></dataValidation></dataValidations>',
      false,
    ],
    [
      'invoercontrole op elk vak',
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"ja,nee"</formula1></dataValidation></dataValidations>',
      false,
    ],
    [
      'samengevoegde vakken over het hele blad',
      '<mergeCells count="1"><mergeCell ref="F1:XFD1048576"/></mergeCells>',
      false,
    ],
    [
      'een kolom met een onmogelijk nummer',
      '<cols><col min="900000000" max="900000000" width="9" customWidth="1"/></cols>',
      true,
    ],
  ] as const)(
    '%s: gelezen of geweigerd, zonder dat de site stilstaat',
    async (_naam, regel, voor) => {
      const bestand = await metRegel(regel, voor);
      expect(bestand.length).toBeLessThan(20_000);
      const uit = await lees(bestand, 'proef.xlsx');
      expect(['gelezen', 'geweigerd']).toContain(uit);
    },
    30_000,
  );

  test('een naam voor een heel blad: gelezen', async () => {
    const namen =
      '<definedNames><definedName name="x">cijfers!$A$1:$XFD$1048576</definedName></definedNames>';
    const bestand = await metVervanging('xl/workbook.xml', '</sheets>', `</sheets>${namen}`);
    expect(await lees(bestand, 'naam.xlsx')).toBe('gelezen');
  }, 30_000);

  test('een onmogelijk rijnummer: geweigerd', async () => {
    const bestand = await metVervanging('xl/worksheets/sheet1.xml', '<row r="2"', '<row r="900000000"');
    expect(await lees(bestand, 'rij.xlsx')).toBe('geweigerd');
  }, 30_000);

  test('veel geheugen: geweigerd, terwijl de site blijft draaien', async () => {
    // Just under the 100 MB that may be unpacked; text with a layout costs the reader far more than its bytes.
    const teksten = `<sst>${'<si><r><rPr><b/></rPr><t>a</t></r></si>'.repeat(2_600_000)}</sst>`;
    const zip = await JSZip.loadAsync(await metRegel('', false));
    zip.file('xl/sharedStrings.xml', teksten);
    const bestand = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    let langst = 0;
    let vorige = performance.now();
    const tik = setInterval(() => {
      langst = Math.max(langst, performance.now() - vorige);
      vorige = performance.now();
    }, 10);
    const r = await leesTabel(bestand, 'zwaar.xlsx');
    clearInterval(tik);
    expect(r.ok ? 'gelezen' : r.weigering.code).toBe('te_zwaar');
    expect(langst).toBeLessThan(2_000);
  }, 60_000);
});
