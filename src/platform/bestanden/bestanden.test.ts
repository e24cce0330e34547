import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { maakDocx } from '#platform/documenten/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { bepaalSoort, bergOp, GROOTSTE_BESTAND, haalOp, keurBestand } from './index.ts';

// Made by a browser's canvas: half red, half blue, 8 by 4.
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAEAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAYEAEAAwEAAAAAAAAAAAAAAAAABUOBwf/EABUBAQEAAAAAAAAAAAAAAAAAAAQG/8QAHBEAAAYDAAAAAAAAAAAAAAAAAAEDBTSBNbGy/9oADAMBAAIRAxEAPwCRk6t4AsGDHJ30YS9zlK0Q/9k=',
  'base64',
);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAYAAACzzX7wAAAAIUlEQVR4AaSKsQkAAAyDJP//bNfSpUMEB8EIbk8aHvphAAAA//87ryGIAAAABklEQVQDACxRD/lyAWkYAAAAAElFTkSuQmCC',
  'base64',
);
const PLAATS = 'GPS 52.3702N 4.8952E Voorbeeldstraat';

/** A JPEG segment. */
function segment(merk: number, inhoud: Buffer): Buffer {
  const lengte = Buffer.alloc(2);
  lengte.writeUInt16BE(inhoud.length + 2);
  return Buffer.concat([Buffer.of(0xff, merk), lengte, inhoud]);
}

/** Exif as a phone writes it (little endian): turned a quarter, then a pointer to where it was. */
function exif(gedraaid: number): Buffer {
  const t = Buffer.alloc(8 + 2 + 24 + 4);
  t.write('II*\0', 0, 'latin1');
  t.writeUInt32LE(8, 4);
  t.writeUInt16LE(2, 8);
  for (const [i, [tag, soort, waarde]] of [
    [0x0112, 3, gedraaid],
    [0x8825, 4, 26],
  ].entries()) {
    const p = 10 + i * 12;
    t.writeUInt16LE(tag ?? 0, p);
    t.writeUInt16LE(soort ?? 0, p + 2);
    t.writeUInt32LE(1, p + 4);
    t.writeUInt32LE(waarde ?? 0, p + 8);
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), t, Buffer.from(PLAATS)]);
}

const foto = (gedraaid: number) =>
  Buffer.concat([
    JPEG.subarray(0, 2),
    segment(0xe1, exif(gedraaid)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${PLAATS}</x:xmpmeta>`, 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${PLAATS}`, 'latin1')),
    segment(0xfe, Buffer.from(PLAATS)),
    JPEG.subarray(2),
    Buffer.from(`tweede beeld met ${PLAATS}`),
  ]);

function brok(naam: string, inhoud: Buffer): Buffer {
  const kop = Buffer.alloc(4);
  kop.writeUInt32BE(inhoud.length);
  const lijf = Buffer.concat([Buffer.from(naam, 'latin1'), inhoud]);
  const som = Buffer.alloc(4);
  som.writeUInt32BE(crc32(lijf));
  return Buffer.concat([kop, lijf, som]);
}

/** A ZIP archive (PKWARE APPNOTE) with these parts. */
function zip(delen: Record<string, string>): Buffer {
  const lokaal: Buffer[] = [];
  const lijst: Buffer[] = [];
  let plaats = 0;
  for (const [naam, tekst] of Object.entries(delen)) {
    const n = Buffer.from(naam);
    const ruw = Buffer.from(tekst);
    const ingepakt = deflateRawSync(ruw);
    const kop = Buffer.alloc(30);
    kop.writeUInt32LE(0x04034b50, 0);
    kop.writeUInt16LE(8, 8);
    kop.writeUInt32LE(ingepakt.length, 18);
    kop.writeUInt32LE(ruw.length, 22);
    kop.writeUInt16LE(n.length, 26);
    const regel = Buffer.alloc(46);
    regel.writeUInt32LE(0x02014b50, 0);
    regel.writeUInt16LE(8, 10);
    regel.writeUInt32LE(ingepakt.length, 20);
    regel.writeUInt32LE(ruw.length, 24);
    regel.writeUInt16LE(n.length, 28);
    regel.writeUInt32LE(plaats, 42);
    lokaal.push(kop, n, ingepakt);
    lijst.push(regel, n);
    plaats += 30 + n.length + ingepakt.length;
  }
  const kern = Buffer.concat(lijst);
  const eind = Buffer.alloc(22);
  eind.writeUInt32LE(0x06054b50, 0);
  eind.writeUInt16LE(Object.keys(delen).length, 8);
  eind.writeUInt16LE(Object.keys(delen).length, 10);
  eind.writeUInt32LE(kern.length, 12);
  eind.writeUInt32LE(plaats, 16);
  return Buffer.concat([...lokaal, kern, eind]);
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

// @eis C5.1
describe('de soort van een bestand volgt uit de inhoud', () => {
  test.each([
    ['een PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
    ['een foto', JPEG, 'image/jpeg'],
    ['een plaatje', PNG, 'image/png'],
    ['gewone tekst met accenten', Buffer.from('Geachte mevrouw, één gesprek.\r\n'), 'text/plain'],
    ['een tekstdocument', zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }), DOCX],
    [
      'een open tekstdocument',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'application/vnd.oasis.opendocument.text',
    ],
    ['een programma', Buffer.from('MZ\u0090\u0000\u0003'), null],
    ['een webpagina', Buffer.from('  <!DOCTYPE html><script>alert(1)</script>'), null],
    ['een tekening met script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), null],
    ['een opdrachtbestand', Buffer.from('#!/bin/sh\nrm -rf x'), null],
    ['een gewoon archief', zip({ 'a.txt': 'hallo' }), null],
    [
      'een document met een programma erin',
      zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>', 'word/vbaProject.bin': 'x' }),
      null,
    ],
    ['geen UTF-8', Buffer.from([0x41, 0xff, 0xfe]), null],
    ['niets', Buffer.alloc(0), null],
  ])('%s', (_naam, inhoud, soort) => {
    expect(bepaalSoort(inhoud)).toBe(soort);
  });

  test('een document van ons eigen platform wordt aanvaard', async () => {
    const docx = await maakDocx({ titel: 'Proef', taal: 'nl', metagegevens: [], blokken: [] });
    expect(bepaalSoort(docx)).toBe(DOCX);
  });

  test('te groot, leeg en onbekend worden elk met hun reden geweigerd', () => {
    expect(keurBestand(Buffer.alloc(GROOTSTE_BESTAND + 1, 32))).toEqual({
      ok: false,
      weigering: { code: 'te_groot' },
    });
    expect(keurBestand(Buffer.alloc(0))).toEqual({ ok: false, weigering: { code: 'leeg' } });
    expect(keurBestand(Buffer.from('MZ\0\0'))).toEqual({ ok: false, weigering: { code: 'soort_onbekend' } });
    expect(keurBestand(Buffer.alloc(GROOTSTE_BESTAND, 32)).ok).toBe(true);
  });
});

// @eis C5.1
describe('een foto vertelt niet waar zij is gemaakt', () => {
  test('van een JPEG blijven beeld, kleur en draaiing; plaats, tijd en wat erachter hangt niet', () => {
    const r = keurBestand(foto(6));
    if (!r.ok) throw new Error(r.weigering.code);
    const { inhoud } = r.waarde;
    expect(inhoud.includes('GPS')).toBe(false);
    expect(inhoud.includes('Voorbeeldstraat')).toBe(false);
    // Turned a quarter (6), written big endian as the last field of the one entry.
    const hoek = inhoud.indexOf(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1]));
    expect(inhoud.readUInt16BE(hoek + 8)).toBe(6);
    // Behind the block for the turn stand exactly the bytes of the picture as it was before the phone wrote in it.
    expect(inhoud.subarray(38).equals(JPEG.subarray(2))).toBe(true);
    const recht = keurBestand(foto(1));
    expect(recht.ok && recht.waarde.inhoud.equals(JPEG)).toBe(true);
  });

  test('van een PNG verdwijnen tekst, Exif, tijd en wat erachter hangt', () => {
    const kop = PNG.subarray(0, 33);
    const vol = Buffer.concat([
      kop,
      brok('tEXt', Buffer.from(`Location\0${PLAATS}`)),
      brok('eXIf', exif(1).subarray(6)),
      brok('tIME', Buffer.alloc(7, 1)),
      PNG.subarray(33),
      Buffer.from(PLAATS),
    ]);
    const r = keurBestand(vol);
    expect(r.ok && r.waarde.inhoud.equals(PNG)).toBe(true);
  });

  test('een beschadigde foto wordt geweigerd en geeft nooit een storing', () => {
    const heel = foto(6);
    for (const n of [3, 10, 60, 200, JPEG.length]) {
      expect(keurBestand(heel.subarray(0, n))).toEqual({ ok: false, weigering: { code: 'beschadigd' } });
    }
    expect(keurBestand(PNG.subarray(0, 40))).toEqual({ ok: false, weigering: { code: 'beschadigd' } });
    fc.assert(
      fc.property(fc.constantFrom(heel, PNG), fc.nat(), fc.nat(255), (b, waar, naar) => {
        const kapot = Buffer.from(b);
        kapot[waar % b.length] = naar;
        const r = keurBestand(kapot);
        expect(r.ok || ['beschadigd', 'soort_onbekend'].includes(r.weigering.code)).toBe(true);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });
});

const map = mkdtempSync(path.join(os.tmpdir(), 'la-bestanden-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

// @eis C5.1
describe('een bestand ligt versleuteld in stukken', () => {
  const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 7), map });
  const plek = { tabel: 'proef.stuk', kolom: 'inhoud', id: '5f3c0f0e-1111-4111-8111-111111111111' };
  const bewaar = async (inhoud: Buffer) => {
    const stukken: Buffer[] = [];
    const id = await kluis.nieuweSleutel('proef');
    await bergOp(kluis, id, plek, inhoud, { schrijf: async (_n, c) => void stukken.push(c) });
    return stukken;
  };
  const open = (stukken: Buffer[], bij = plek) => haalOp(kluis, bij, { lees: async () => stukken });

  test('wat erin ging komt eruit, bij elke omvang rond een stukgrens', async () => {
    for (const n of [1, 262_143, 262_144, 262_145, 600_000]) {
      const inhoud = Buffer.alloc(n, n % 251);
      const stukken = await bewaar(inhoud);
      expect(stukken).toHaveLength(Math.ceil(n / 262_144));
      expect((await open(stukken)).equals(inhoud)).toBe(true);
    }
  });

  test('geen stuk is leesbaar, en een stuk dat mist, verwisseld, verplaatst of veranderd is opent niet', async () => {
    const stukken = await bewaar(Buffer.alloc(600_000, 'geheim'));
    expect(stukken.some(s => s.includes('geheim'))).toBe(false);
    const [a, b, c] = stukken as [Buffer, Buffer, Buffer];
    const kapot = Buffer.from(b);
    kapot[100] = (kapot[100] ?? 0) ^ 1;
    for (const anders of [
      [a, b],
      [b, a, c],
      [a, kapot, c],
      [a, a, c],
      [a, b, c, c],
    ])
      await expect(open(anders)).rejects.toThrow();
    await expect(open(stukken, { ...plek, id: '5f3c0f0e-2222-4222-8222-222222222222' })).rejects.toThrow();
  });
});
