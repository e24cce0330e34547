import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cel, herstel, leesTabel, maakCsv, maakXlsx, ontwapen } from './index.ts';
import { leesZip, ZipFout, ZipTeGroot } from './zip.ts';

const dag = (s: string) => Temporal.PlainDate.from(s);
const tekst = (b: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(b);
const bytes = (s: string) => new TextEncoder().encode(s);
async function lees(b: Uint8Array, naam = 'x.csv') {
  const r = await leesTabel(b, naam);
  if (!r.ok) throw new Error(r.weigering.code);
  return r.waarde.bladen;
}
async function reden(b: Uint8Array, naam = 'x.csv') {
  const r = await leesTabel(b, naam);
  return r.ok ? null : r.weigering;
}
/** Texts rich in what a spreadsheet stumbles over. */
const lastig = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    "'",
    '"',
    ';',
    ',',
    ' ',
    '＝',
    'a',
    '1',
    '\u00a0',
    '\ufeff',
    '\u200b',
  ),
  maxLength: 12,
});

// @eis A5.3
describe('een tekst die een formule zou worden', () => {
  test.each(['=1+1', '+31612345678', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =1', '"=1', "'=1", '＝1'])(
    'krijgt een apostrof ervoor en komt heel terug: %j',
    t => {
      expect(ontwapen(t)).toBe(`'${t}`);
      expect(herstel(ontwapen(t))).toBe(t);
    },
  );

  test.each(['gewoon', "'s-Gravenhage", 'a=b', '3 - 2', '', "''", 'ná'])('en anders niet: %j', t => {
    expect(ontwapen(t)).toBe(t);
    expect(ontwapen(t, 'csv')).toBe(t);
    expect(herstel(t)).toBe(t);
  });

  test('herstel geeft altijd de oorspronkelijke tekst', () => {
    for (const vorm of ['cel', 'csv'] as const) {
      fc.assert(
        fc.property(lastig, t => herstel(ontwapen(t, vorm), vorm) === t),
        { numRuns: 5000 },
      );
      fc.assert(fc.property(fc.string(), t => herstel(ontwapen(t, vorm), vorm) === t));
    }
  });

  test('geen cel begint met een formuleteken, door welk scheidingsteken een programma het bestand ook splitst', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lastig, lastig), { minLength: 1, maxLength: 4 }), rijen => {
        const regels = tekst(maakCsv(['a', 'b'], rijen)).slice(1);
        // A program that knows no quotation marks at all and splits on semicolons, tabs and lines.
        for (const deel of regels.split(/[;\t\r\n]/)) expect(deel).not.toMatch(/^["\s]*[=+\-@＝]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('in een werkboek is het tekst, een negatief getal blijft een getal', async () => {
    const boek = new ExcelJS.Workbook();
    const gemaakt = await maakXlsx([{ naam: 'Blad', kolommen: ['=kop', 'n'], rijen: [['=cmd|x!A1', -5]] }]);
    await boek.xlsx.load(gemaakt.slice().buffer);
    const blad = boek.getWorksheet(1);
    expect(blad?.getCell('A1').value).toBe("'=kop");
    expect(blad?.getCell('A2').type).toBe(ExcelJS.ValueType.String);
    expect(blad?.getCell('A2').value).toBe("'=cmd|x!A1");
    expect(blad?.getCell('B2').value).toBe(-5);
    for (const [naam, inhoud] of leesZip(gemaakt, 1e7)) {
      if (naam.startsWith('xl/worksheets/')) expect(inhoud.toString()).not.toMatch(/<f[ >]/);
    }
  });
});

// @eis A3.8
describe('csv', () => {
  test('is UTF-8 met merk, met komma en vaste schrijfwijze', () => {
    const rijen: Cel[][] = [
      ['Súdwest-Fryslân', 1234.5, true, dag('2026-03-02')],
      ['zegt "ja", soms', -3, false, null],
    ];
    expect(tekst(maakCsv(['naam', 'aantal', 'ja', 'dag'], rijen))).toBe(
      '\ufeffnaam,aantal,ja,dag\r\nSúdwest-Fryslân,1234.5,ja,2026-03-02\r\n"zegt ""ja"", soms",-3,nee,\r\n',
    );
  });

  test('wat wij schrijven lezen wij terug, met herstel gelijk aan het begin', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(lastig, lastig), { minLength: 1, maxLength: 5 }), async rijen => {
        const vol = rijen.map(([a, b]) => ['x', a, b]);
        const [blad] = await lees(maakCsv(['k', 'a', 'b'], vol));
        const terug = blad?.rijen.slice(1).map(r => r.cellen.map(c => herstel(String(c ?? ''), 'csv')));
        expect(terug).toEqual(vol);
      }),
      { numRuns: 400 },
    );
  });

  test('een rij met een andere lengte dan de kop wordt geweigerd', () => {
    expect(() => maakCsv(['a', 'b'], [['1']])).toThrow(/Rij 1 telt 1/);
  });
});

// @eis A3.8
describe('een aangeleverde csv', () => {
  test.each([
    ['komma', 'naam,aantal\nGouda,3\n'],
    ['puntkomma met decimale komma', 'naam;aantal\nGouda;3\n'],
    ['tab', 'naam\taantal\r\nGouda\t3'],
    ['genoemd scheidingsteken', 'sep=;\r\nnaam;aantal\r\nGouda;3'],
    ['BOM', '\ufeffnaam;aantal\nGouda;3'],
  ])('met %s', async (_, inhoud) => {
    const [blad] = await lees(bytes(inhoud), 'cijfers.csv');
    expect(blad?.naam).toBe('cijfers');
    expect(blad?.rijen.map(r => r.cellen)).toEqual([
      ['naam', 'aantal'],
      ['Gouda', '3'],
    ]);
  });

  test('komma’s in een bedrag en in tekst tussen aanhalingstekens misleiden niet', async () => {
    const [blad] = await lees(bytes('naam;bedrag\n"a, b, c";1,5\nGouda;2,75\n'));
    expect(blad?.rijen[1]?.cellen).toEqual(['a, b, c', '1,5']);
  });

  test('Windows-1252 en UTF-16 worden goed gelezen', async () => {
    const win = new Uint8Array([...bytes('naam;'), 0xe9, 0x80, ...bytes('\na;b')]);
    expect((await lees(win))[0]?.rijen[0]?.cellen).toEqual(['naam', 'é€']);
    const utf16 = new Uint8Array(Buffer.from('\ufeffnaam\té\r\na\tb', 'utf16le'));
    expect((await lees(utf16))[0]?.rijen[0]?.cellen).toEqual(['naam', 'é']);
  });

  test('regelnummers zijn die van het bestand, ook na een lege regel en een cel met twee regels', async () => {
    const [blad] = await lees(bytes('a,b\n\n"twee\nregels",x\nlaatste,\n'));
    expect(blad?.rijen).toEqual([
      { nr: 1, cellen: ['a', 'b'] },
      { nr: 3, cellen: ['twee\nregels', 'x'] },
      { nr: 5, cellen: ['laatste', null] },
    ]);
  });

  test('een verkeerd aanhalingsteken wordt met het regelnummer gemeld', async () => {
    expect(await reden(bytes('a,b\nx,y\nz,"open\n'))).toMatchObject({
      code: 'aanhalingsteken',
      melding: expect.stringMatching(/^Regel [34]: een aanhalingsteken/),
    });
  });
});

// @eis A3.8
describe('werkboek', () => {
  test('houdt soorten en bladen vast, heen en terug', async () => {
    const rijen: Cel[][] = [['Gouda', 12.5, true, dag('2026-03-29'), null, 'laatste']];
    const gemaakt = await maakXlsx([
      { naam: 'Cijfers: 2026/1', kolommen: ['a', 'b', 'c', 'd', 'e', 'f'], rijen },
      { naam: 'cijfers  2026 1', kolommen: ['a'], rijen: [] },
      { naam: 'Cijfers  2026 1', kolommen: ['a'], rijen: [] },
    ]);
    // The name says csv; the content says workbook.
    const bladen = await lees(gemaakt, 'cijfers.csv');
    expect(bladen.map(b => b.naam)).toEqual(['Cijfers  2026 1', 'cijfers  2026 1 2', 'Cijfers  2026 1 3']);
    expect(bladen[0]?.rijen[1]).toEqual({ nr: 2, cellen: rijen[0] });
  });

  test('teksten komen terug met herstel; alleen regeleinden worden gelijkgetrokken', async () => {
    const teksten = fc.sample(lastig, 300).map(t => t.replace(/\r\n?/g, '\n'));
    const gemaakt = await maakXlsx([{ naam: 'x', kolommen: ['k', 't'], rijen: teksten.map(t => ['k', t]) }]);
    const terug = (await lees(gemaakt))[0]?.rijen.slice(1).map(r => herstel(String(r.cellen[1] ?? '')));
    expect(terug).toEqual(teksten);
  });

  test('formules, opgemaakte tekst, links, tijden en samengevoegde cellen worden waarden', async () => {
    const boek = new ExcelJS.Workbook();
    const blad = boek.addWorksheet('x');
    blad.getCell('A2').value = { formula: 'B2*2', result: 8 };
    blad.getCell('B2').value = { richText: [{ text: 'dik' }, { text: ' en dun' }] };
    blad.getCell('C2').value = { text: 'link', hyperlink: 'https://voorbeeld.invalid' };
    blad.getCell('D2').value = new Date('2026-03-02T14:30:00Z');
    blad.getCell('E2').value = { error: '#N/A' };
    blad.getCell('A4').value = 'samen';
    blad.mergeCells('A4:C4');
    const [gelezen] = await lees(new Uint8Array(await boek.xlsx.writeBuffer()));
    expect(gelezen?.rijen).toEqual([
      { nr: 2, cellen: [8, 'dik en dun', 'link', '2026-03-02T14:30:00', '#N/A'] },
      { nr: 4, cellen: ['samen'] },
    ]);
  });
});

/** A minimal archive with one file; `zegt` is the size it claims to unpack to. */
function zip(naam: string, inhoud: Buffer, zegt = inhoud.length): Uint8Array {
  const data = deflateRawSync(inhoud);
  const n = Buffer.from(naam);
  const lokaal = Buffer.alloc(30);
  lokaal.writeUInt32LE(0x04034b50, 0);
  lokaal.writeUInt16LE(8, 8);
  lokaal.writeUInt32LE(data.length, 18);
  lokaal.writeUInt32LE(zegt, 22);
  lokaal.writeUInt16LE(n.length, 26);
  const regel = Buffer.alloc(46);
  regel.writeUInt32LE(0x02014b50, 0);
  regel.writeUInt16LE(8, 10);
  regel.writeUInt32LE(data.length, 20);
  regel.writeUInt32LE(zegt, 24);
  regel.writeUInt16LE(n.length, 28);
  const eind = Buffer.alloc(22);
  eind.writeUInt32LE(0x06054b50, 0);
  eind.writeUInt16LE(1, 10);
  eind.writeUInt32LE(46 + n.length, 12);
  eind.writeUInt32LE(30 + n.length + data.length, 16);
  return new Uint8Array(Buffer.concat([lokaal, n, data, regel, n, eind]));
}

// @eis A3.8 A5.3
describe('een bestand dat niet gelezen mag worden', () => {
  test('een archief dat uitgepakt te groot wordt, ook als het daarover liegt', async () => {
    const groot = Buffer.alloc(101 * 1024 * 1024);
    expect(await reden(zip('xl/workbook.xml', groot))).toMatchObject({ code: 'uitgepakt_te_groot' });
    expect(await reden(zip('xl/workbook.xml', groot, 1000))).toMatchObject({ code: 'uitgepakt_te_groot' });
    expect(() => leesZip(zip('a', groot, 1000), 1e6)).toThrow(ZipTeGroot);
    expect(() => leesZip(zip('a', Buffer.from('kort'), 1000), 1e6)).toThrow(ZipFout);
    expect(
      leesZip(zip('a', Buffer.from('kort')), 10)
        .get('a')
        ?.toString(),
    ).toBe('kort');
  });

  test.each<[string, Uint8Array, string]>([
    ['leeg', new Uint8Array(), 'leeg'],
    ['alleen lege regels', bytes('\n\n;;\n'), 'leeg'],
    ['te groot', new Uint8Array(20 * 1024 * 1024 + 1), 'te_groot'],
    ['een pdf', bytes('%PDF-1.7\n'), 'geen_tabel'],
    ['een plaatje', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'geen_tabel'],
    ['een oud werkboek', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'oud_excel'],
    ['een ander archief', zip('word/document.xml', Buffer.from('<x/>')), 'geen_tabel'],
    ['een kapot werkboek', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'beschadigd'],
    ['een werkboek met onzin', zip('xl/workbook.xml', Buffer.from('geen xml <')), 'beschadigd'],
    ['te veel kolommen', bytes(`${'a,'.repeat(500)}b\n`), 'te_veel_kolommen'],
    ['te veel rijen', bytes('a,b\n'.repeat(50_001)), 'te_veel_rijen'],
    ['te veel cellen', bytes(`${'a,'.repeat(30)}b\n`.repeat(9_700)), 'te_veel_rijen'],
    ['een nulteken in UTF-16', Buffer.from('\ufeffa;b\n1;\0', 'utf16le'), 'onbewaarbaar'],
    ['een half teken in UTF-16', Buffer.from('\ufeffa;b\n1;\ud800', 'utf16le'), 'onbewaarbaar'],
  ])('%s', async (_, bestand, code) => {
    const w = await reden(bestand);
    expect(w?.code).toBe(code);
    expect(w?.melding).toMatch(/^(Dit|Het|Regel) .*\.$/);
  });

  test('vijftigduizend rijen mogen wel', async () => {
    expect((await lees(bytes('a,b\n'.repeat(50_000))))[0]?.rijen).toHaveLength(50_000);
  });
});
