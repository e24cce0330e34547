import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Blok, type Document, DocumentFout, maakPdf } from './index.ts';
import { leesLettertypen } from './lettertype.ts';

const doc = (blokken: Blok[], rest: Partial<Document> = {}): Document => ({
  titel: 'Proefverslag',
  taal: 'nl',
  metagegevens: [{ label: 'Datum', waarde: '2 maart 2026' }],
  blokken,
  ...rest,
});

/** Everything in the file in one text: plain objects and every compressed stream. */
function alles(pdf: Uint8Array): string {
  const bron = Buffer.from(pdf);
  const delen = [bron.toString('latin1')];
  for (let i = bron.indexOf('stream\n'); i >= 0; i = bron.indexOf('stream\n', i + 7)) {
    try {
      delen.push(
        inflateSync(bron.subarray(i + 7, bron.indexOf('endstream', i)), { finishFlush: 2 }).toString(
          'latin1',
        ),
      );
    } catch {
      // not a compressed stream
    }
  }
  return delen.join('\n');
}

const heeftPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
function leesTekst(pdf: Uint8Array): string {
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-pdf-'));
  try {
    writeFileSync(path.join(map, 'a.pdf'), pdf);
    return spawnSync('pdftotext', ['-layout', path.join(map, 'a.pdf'), '-'], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(map, { recursive: true });
  }
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="30" height="10"/></svg>';
const volledig = doc(
  [
    {
      soort: 'briefkop',
      afzender: ['Regio Voorbeeld'],
      ontvanger: ['R. Proef', 'Straat 1'],
      plaatsDatum: 'Gouda, 2 maart',
      kenmerk: 'K1',
    },
    { soort: 'kop', niveau: 2, tekst: 'Cijfers' },
    {
      soort: 'alinea',
      tekst: [
        'Zie ',
        { vet: 'hier' },
        ' en ',
        { cursief: 'daar' },
        ': ',
        { tekst: 'de wet', naar: 'https://voorbeeld.invalid/wet' },
      ],
    },
    { soort: 'lijst', punten: ['een', 'twee'] },
    { soort: 'lijst', genummerd: true, punten: ['eerst', 'dan'] },
    {
      soort: 'tabel',
      kop: ['Gemeente', 'Aantal'],
      rijen: [['Łódź', 1234.5]],
      bijschrift: 'Aantallen',
      numeriek: [1],
    },
    { soort: 'afbeelding', svg, alt: 'Een balk van dertig', bijschrift: 'Balk', breedte: 50 },
    { soort: 'citaat', tekst: 'Zo is het.', bron: 'Kamerbrief' },
    { soort: 'bron', tekst: 'Handreiking' },
    { soort: 'pagina_einde' },
    { soort: 'kop', niveau: 3, tekst: 'Slot' },
  ],
  { voettekst: 'Afgedrukt door een proef', onderwerp: 'Een proef' },
);

// @eis A3.8
describe('pdf', () => {
  test('elk document is getagd, PDF/UA-1, Nederlands en heeft titel, koppen, tabelkop en tekst bij beeld', async () => {
    const inhoud = alles(await maakPdf(volledig));
    for (const deel of [
      '<pdfuaid:part>1</pdfuaid:part>',
      '/MarkInfo',
      '/StructTreeRoot',
      '/DisplayDocTitle true',
      'Proefverslag',
      '/S/H1',
      '/S/H2',
      '/S/H3',
      '/S/TH',
      '/S/Figure',
      'Een balk van dertig',
    ])
      expect(inhoud.replaceAll('/S /', '/S/'), deel).toContain(deel);
    expect(inhoud).toMatch(/\/Lang ?\(nl(-NL)?\)/i);
  });

  test('hetzelfde document geeft dezelfde bytes', async () => {
    expect(Buffer.from(await maakPdf(volledig)).equals(Buffer.from(await maakPdf(volledig)))).toBe(true);
  });

  test.runIf(heeftPdftotext)('een ander programma leest de tekst zoals die bedoeld is', async () => {
    const tekst = leesTekst(await maakPdf(volledig));
    for (const deel of [
      'R. Proef',
      'Kenmerk: K1',
      'Zie hier en daar: de wet',
      '1. eerst',
      'Łódź',
      '1.234,5',
      'Tabel 1: Aantallen',
      'Kamerbrief',
      'Bron: Handreiking',
      'Afgedrukt door een proef',
      'Pagina 1 van 2',
    ])
      expect(tekst).toContain(deel);
  });

  test('een document in het Engels is Engels', async () => {
    expect(alles(await maakPdf(doc([{ soort: 'alinea', tekst: 'Hello' }], { taal: 'en' })))).toMatch(
      /\/Lang ?\(en/,
    );
  });

  test('een naam in een ander schrift houdt het document niet tegen', async () => {
    const pdf = await maakPdf(doc([{ soort: 'alinea', tekst: 'Naam: 日本 😀 سلام' }]));
    if (heeftPdftotext) {
      expect(leesTekst(pdf)).toContain('Naam: [?][?]');
      expect(leesTekst(pdf)).toContain('staan er als [?]');
    }
    expect(leesLettertypen().kent('ł'.codePointAt(0) ?? 0)).toBe(true);
    expect(leesLettertypen().kent(0x65e5)).toBe(false);
  });
});

/** The fonts in the file, without the mark of the subset. */
const lettersIn = (pdf: Uint8Array) =>
  new Set(
    [...alles(pdf).matchAll(/\/BaseFont ?\/(?:[A-Z]{6}\+)?([\w-]+?)(?:-Identity-H)?[\s/>]/g)].map(m => m[1]),
  );

// @eis A3.8
describe('lettertypen van de machine', () => {
  // Characters that the shipped fonts lack, and fonts of systems or in the typesetter itself have.
  const VREEMD = 'ა Ա ש ℵ';
  const beeld = (familie: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text x="1" y="15" font-family="${familie}">Noord 12</text></svg>`;

  test.each(['Source Sans 3', 'DejaVu Sans', 'Noto Sans', 'sans-serif'])(
    'komen in geen document, ook niet voor een schrift dat de meegeleverde missen of een beeld in %s',
    async familie => {
      const pdf = await maakPdf(
        doc([
          {
            soort: 'alinea',
            tekst: ['Gewoon, ', { vet: 'vet' }, ', ', { cursief: 'schuin' }, ` en Łódź ${VREEMD}`],
          },
          { soort: 'afbeelding', svg: beeld(familie), alt: 'Een naam' },
        ]),
      );
      const letters = [...lettersIn(pdf)];
      expect(letters).toContain('SourceSans3-Regular');
      expect(letters.filter(l => !l?.startsWith('SourceSans3-'))).toEqual([]);
    },
  );

  test('worden ook niet gevonden waar iemand ze aanwijst, en die aanwijzing blijft staan', () => {
    const map = mkdtempSync(path.join(os.tmpdir(), 'la-letters-'));
    try {
      // A font of nobody's: one of the shipped under other names, of the same length.
      const utf16 = (t: string) => Buffer.from(t, 'utf16le').swap16().toString('latin1');
      const [gewoon = Buffer.alloc(0)] = leesLettertypen().bestanden;
      const vreemd = [
        ['Source Sans 3', 'Vreemde Snede'],
        ['SourceSans3', 'VreemdSnede'],
      ].reduce(
        (t, [van = '', naar = '']) => t.replaceAll(utf16(van), utf16(naar)),
        gewoon.toString('latin1'),
      );
      const instelling = path.join(map, 'fonts.conf');
      writeFileSync(path.join(map, 'vreemd.ttf'), Buffer.from(vreemd, 'latin1'));
      writeFileSync(instelling, `<fontconfig><dir>${map}</dir></fontconfig>`);
      // Another process: this one has made its typesetter already.
      const proef = `
        import { maakPdf } from '${path.join(import.meta.dirname, 'index.ts')}';
        const blokken = [
          { soort: 'alinea', tekst: 'Naam: ${VREEMD}' },
          { soort: 'afbeelding', svg: '${beeld('Vreemde Snede')}', alt: 'Een naam' },
        ];
        const pdf = await maakPdf({ titel: 'x', taal: 'nl', metagegevens: [], blokken });
        process.stdout.write(JSON.stringify([process.env.FONTCONFIG_FILE, Buffer.from(pdf).toString('base64')]));`;
      const uit = spawnSync(
        process.execPath,
        ['--no-warnings', '--input-type=module-typescript', '-e', proef],
        {
          cwd: path.resolve(import.meta.dirname, '../../..'),
          env: { ...process.env, FONTCONFIG_FILE: instelling },
          encoding: 'utf8',
        },
      );
      const [gebleven, pdf] = JSON.parse(uit.stdout) as [string, string];
      expect(gebleven).toBe(instelling);
      const letters = [...lettersIn(Buffer.from(pdf, 'base64'))];
      expect(letters.filter(l => !l?.startsWith('SourceSans3-'))).toEqual([]);
    } finally {
      rmSync(map, { recursive: true });
    }
  });
});

// @eis A3.8 A5.3
describe('tekst van gebruikers in een pdf', () => {
  test.each([
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/hostname")',
    '#panic("x")',
    '$ x^2 $',
    '*vet* _schuin_ `code`',
    '@label <label>',
    '= Kop',
    '- punt + punt / term: x',
    '"} ] #eval("1+1")',
    '\\ \\u{41} // weg /* weg */',
    'https://voorbeeld.invalid -- --- ~ ...',
  ])('wordt getoond en niet uitgevoerd: %s', async aanval => {
    const pdf = await maakPdf(
      doc(
        [
          { soort: 'kop', niveau: 2, tekst: `A ${aanval}` },
          { soort: 'alinea', tekst: aanval },
          { soort: 'tabel', kop: [aanval], rijen: [[aanval]], bijschrift: aanval },
          { soort: 'afbeelding', svg, alt: aanval },
          { soort: 'citaat', tekst: aanval, bron: aanval },
          { soort: 'lijst', punten: [[{ vet: aanval }]] },
        ],
        { titel: aanval, voettekst: aanval, metagegevens: [{ label: aanval, waarde: aanval }] },
      ),
    );
    // Four headings' worth of structure would mean that '= Kop' was read as mark-up.
    expect(alles(pdf).match(/\/S ?\/H\d/g)?.length).toBe(2);
    if (heeftPdftotext) {
      const plat = (s: string) => s.replace(/\s+/g, '');
      expect(plat(leesTekst(pdf)).split(plat(aanval)).length - 1).toBeGreaterThanOrEqual(9);
    }
  });

  test('tekens die de leesrichting omdraaien verdwijnen', async () => {
    const gewoon = await maakPdf(doc([{ soort: 'alinea', tekst: 'abc' }]));
    const omgedraaid = await maakPdf(doc([{ soort: 'alinea', tekst: '\u202ea\u0000b\u200bc' }]));
    expect(Buffer.from(omgedraaid).equals(Buffer.from(gewoon))).toBe(true);
  });
});

// @eis A3.8
test.each<[string, Blok[], RegExp]>([
  ['een overgeslagen kopniveau', [{ soort: 'kop', niveau: 3, tekst: 'x' }], /kop 3 volgt op niveau 1/],
  ['een beeld zonder tekst', [{ soort: 'afbeelding', svg, alt: ' ' }], /zegt wat er staat/],
  ['een kolom zonder kop', [{ soort: 'tabel', kop: ['a', ''], rijen: [] }], /elke kolom/],
  ['een rij met te weinig cellen', [{ soort: 'tabel', kop: ['a', 'b'], rijen: [['1']] }], /telt 2 cellen/],
  [
    'een kolom zonder aandeel in de breedte',
    [{ soort: 'tabel', kop: ['a', 'b'], rijen: [['1', '2']], aandelen: [1] }],
    /aandeel in de breedte/,
  ],
  [
    'een link naar script',
    [{ soort: 'alinea', tekst: [{ tekst: 'x', naar: 'javascript:alert(1)' }] }],
    /https/,
  ],
  [
    'een beeld dat een bestand haalt',
    [{ soort: 'afbeelding', alt: 'x', svg: '<svg><image href="/etc/hostname"/></svg>' }],
    /op zichzelf/,
  ],
  [
    'een beeld met een entiteit',
    [{ soort: 'afbeelding', alt: 'x', svg: '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>' }],
    /op zichzelf/,
  ],
])('geweigerd wordt %s', async (_, blokken, reden) => {
  await expect(maakPdf(doc(blokken))).rejects.toThrow(DocumentFout);
  await expect(maakPdf(doc(blokken))).rejects.toThrow(reden);
});
