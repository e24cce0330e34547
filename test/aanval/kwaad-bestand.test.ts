import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { maakDatalab } from '#modules/datalab/module.ts';
import {
  type Datalabsite,
  maakDatalabsite,
  type Proefpersoon,
} from '#modules/datalab/testing/datalabsite.ts';
import { maakProef } from '../proef/index.ts';

/** A zip with one entry whose directory states this unpacked size. */
function zip(naam: string, inhoud: Buffer, gezegd = inhoud.length): Buffer {
  const gepakt = deflateRawSync(inhoud);
  const kop = Buffer.alloc(30);
  kop.writeUInt32LE(0x04034b50, 0);
  kop.writeUInt16LE(8, 8);
  kop.writeUInt32LE(gepakt.length, 18);
  kop.writeUInt32LE(gezegd, 22);
  kop.writeUInt16LE(naam.length, 26);
  const lijst = Buffer.alloc(46);
  lijst.writeUInt32LE(0x02014b50, 0);
  lijst.writeUInt16LE(8, 10);
  lijst.writeUInt32LE(gepakt.length, 20);
  lijst.writeUInt32LE(gezegd, 24);
  lijst.writeUInt16LE(naam.length, 28);
  const voor = Buffer.concat([kop, Buffer.from(naam), gepakt]);
  const eind = Buffer.alloc(22);
  eind.writeUInt32LE(0x06054b50, 0);
  eind.writeUInt16LE(1, 8);
  eind.writeUInt16LE(1, 10);
  eind.writeUInt32LE(46 + naam.length, 12);
  eind.writeUInt32LE(voor.length, 16);
  return Buffer.concat([voor, lijst, Buffer.from(naam), eind]);
}
const bestand = (inhoud: Buffer | string, naam: string) => new File([inhoud as BlobPart], naam);
const KOP = 'gemeente;jaar;indicator;waarde;opmerking\n';

// Somebody offers a file that is too large, is not what it says, or carries code.
describe('een kwaad bestand', async () => {
  const proef = await maakProef();
  let site: Datalabsite;
  let analist: Proefpersoon;
  beforeAll(async () => {
    site = await maakDatalabsite(
      proef,
      maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') }),
    );
    analist = await site.persoon('datalab_analist', 'kennemerland');
  });
  const bied = (b: File) => site.stuur('/datalab/invoer', { regio: 'kennemerland', bestand: b }, analist);
  const aantal = async () => (await site.tekst('/datalab', analist)).split('/datalab/invoer/').length - 1;

  // @eis A5.3 A4.5
  test.each<[string, () => File, string]>([
    ['leeg', () => bestand('', 'leeg.csv'), 'leeg'],
    ['alleen een kop', () => bestand(KOP, 'kop.csv'), 'geen regels'],
    [
      'een programma met de naam van een tabel',
      () => bestand(Buffer.from([0x7f, 0x45, 0, 0, 1]), 'cijfers.csv'),
      'geen tabel',
    ],
    ['een halve zip', () => bestand(Buffer.from('PK\u0003\u0004kapot'), 'cijfers.xlsx'), 'beschadigd'],
    [
      'een zip die geen werkmap is',
      () => bestand(zip('x.txt', Buffer.from('hallo')), 'cijfers.xlsx'),
      'geen tabel',
    ],
    [
      'een zipbom',
      () => bestand(zip('xl/worksheets/sheet1.xml', Buffer.alloc(110 * 1024 * 1024)), 'cijfers.xlsx'),
      'uitgepakt te groot',
    ],
    [
      'een open aanhalingsteken',
      () => bestand(`${KOP}"Haarlem;2024;vt_meldingen;5;\n`, 'a.csv'),
      'aanhalingsteken',
    ],
    ['te veel regels', () => bestand(KOP + 'Haarlem;2024;vt_meldingen;5;\n'.repeat(5001), 'a.csv'), '5.000'],
    ['te veel kolommen', () => bestand(`${'a;'.repeat(60)}\n1\n`, 'a.csv'), '50 kolommen'],
  ])('%s: geweigerd met wat u kunt doen, en er is niets bewaard', async (_, maak, woord) => {
    const voor = await aantal();
    const r = await bied(maak());
    expect(r.status).toBe(422);
    expect(await r.text()).toContain(woord);
    expect(await aantal()).toBe(voor);
  });

  // @eis A5.3
  test('een verzoek boven de grens komt de deur niet in', async () => {
    expect((await bied(bestand(Buffer.alloc(7 * 1024 * 1024, 65), 'groot.csv'))).status).toBe(413);
  });

  // @eis A5.3
  test('een zip die liegt over haar omvang legt de site niet plat', async () => {
    const r = await bied(bestand(zip('xl/workbook.xml', Buffer.alloc(20 * 1024 * 1024), 10), 'cijfers.xlsx'));
    expect(r.status).toBe(422);
    expect((await site.haal('/regio/kennemerland/cijfers')).status).toBe(200);
  });

  // @eis A5.3
  test('script in een naam, kop of cel wordt tekst, en een formule wordt tekst in elke uitvoer', async () => {
    const kwaad = '<img src=x onerror=alert(1)>';
    const formule = '=HYPERLINK("http://kwaad.example")';
    const inhoud = `${KOP}Haarlem;2024;vt_meldingen;5;ok\n${kwaad};2024;vt_meldingen;6;x\n"${formule.replaceAll('"', '""')}";2024;vt_meldingen;7;x\n`;
    const r = await bied(bestand(inhoud, `${kwaad}.csv`));
    const pad = r.headers.get('location') ?? '';
    const html = await site.tekst(pad, analist);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
    const fouten = await site.tekst(`${pad}/fouten.csv`, analist);
    expect(fouten).not.toMatch(/(^|[,\n])"?[=+@-]/);
    const los = await site.stuur(pad, { bron_titel: formule, plek: '@blad', doe: 'controleer' }, analist);
    expect(los.status).toBe(200);
  });

  // @eis A5.3
  test('een openbare bron met een formule als titel komt onschadelijk in de CSV', async () => {
    const r = await bied(bestand(`${KOP}Haarlem;2024;vt_meldingen;50;\n`, 'a.csv'));
    const pad = r.headers.get('location') ?? '';
    const keuzes = {
      bron_titel: '=cmd|calc',
      bron_van: '+gemeente',
      bron_datum: '2025',
      plek: '@blad',
      openbaarheid: 'openbaar_in_bron',
      doe: 'lees_in',
    };
    expect((await site.stuur(pad, keuzes, analist)).status).toBe(303);
    const csv = await site.tekst('/regio/kennemerland/cijfers/vt-meldingen.csv');
    expect(csv).toContain("'=cmd|calc");
    expect(csv).toContain("'+gemeente");
    expect(csv).toContain("'@blad");
    expect(csv).not.toMatch(/(^|[,\r\n])"?[=+@]/);
  });
});
