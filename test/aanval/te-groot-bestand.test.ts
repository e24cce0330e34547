import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { registreer } from '#modules/programma/module.ts';
import {
  bronbestand,
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
} from '#modules/programma/testing/proefapp.ts';
import { schrijfProgrammaUit } from '#modules/programma/usecases/bestand.ts';
import { GROOTSTE_BESTAND, proefInlezen } from '#modules/programma/usecases/inlezing.ts';
import { metActor } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const db = proef.app.db;
const { app, haal } = maakProefapp(db, a =>
  registreer(a, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
  } as Parameters<typeof registreer>[1]),
);
const REGIO = 'kennemerland';
const vandaag = Temporal.PlainDate.from('2026-11-22');
const nu = Temporal.Instant.from('2026-11-22T09:00:00Z');
let leider: Lezer;
let voor: unknown;

const stand = () => metActor(db, leider.actor, vandaag, tx => schrijfProgrammaUit(tx, REGIO, 'werk', []));

beforeAll(async () => {
  await leesProgrammas(db, [], [REGIO]);
  leider = await maakMens(db, 'projectleider', REGIO);
  voor = await stand();
});

/** Offers a file to the use case; tells why it was refused. */
async function weigering(inhoud: string | Uint8Array): Promise<string> {
  const r = await proefInlezen({ db, ...leider, vandaag, nu }, REGIO, Buffer.from(inhoud as Uint8Array), []);
  return r.ok ? 'aanvaard' : r.weigering.code;
}

/** A zip file with one part that says it is `gezegd` bytes long. */
function zip(naam: string, inhoud: Buffer, gezegd = inhoud.length): Buffer {
  const ingepakt = deflateRawSync(inhoud, { level: 9 });
  const n = Buffer.from(naam);
  const kop = Buffer.alloc(30);
  kop.writeUInt32LE(0x04034b50, 0);
  kop.writeUInt16LE(8, 8);
  kop.writeUInt32LE(ingepakt.length, 18);
  kop.writeUInt32LE(gezegd, 22);
  kop.writeUInt16LE(n.length, 26);
  const lijst = Buffer.alloc(46);
  lijst.writeUInt32LE(0x02014b50, 0);
  lijst.writeUInt16LE(8, 10);
  lijst.writeUInt32LE(ingepakt.length, 20);
  lijst.writeUInt32LE(gezegd, 24);
  lijst.writeUInt16LE(n.length, 28);
  const eind = Buffer.alloc(22);
  eind.writeUInt32LE(0x06054b50, 0);
  eind.writeUInt16LE(1, 8);
  eind.writeUInt16LE(1, 10);
  eind.writeUInt32LE(lijst.length + n.length, 12);
  eind.writeUInt32LE(kop.length + n.length + ingepakt.length, 16);
  return Buffer.concat([kop, n, ingepakt, lijst, n, eind]);
}

// @eis A5.3 A3.9
describe('aanval: te grote en misvormde bestanden', () => {
  test('een te groot bestand wordt geweigerd, aan de deur en in het gebruiksgeval', async () => {
    expect(await weigering(Buffer.alloc(GROOTSTE_BESTAND + 1, 32))).toBe('te_groot');
    const html = await (await haal(`/programma/${REGIO}/bestand`, leider)).text();
    const lijf = new FormData();
    lijf.append('_csrf', /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '');
    lijf.append('bestand', new File([Buffer.alloc(GROOTSTE_BESTAND + 1, 32)], 'programma.json'));
    const r = await app.request(
      `/programma/${REGIO}/bestand`,
      {
        method: 'POST',
        body: lijf,
        headers: {
          host: 'localhost',
          origin: 'http://localhost',
          'content-length': `${GROOTSTE_BESTAND + 1000}`,
        },
      },
      { lezer: leider },
    );
    expect(r.status).toBe(413);
    expect(await r.text()).toContain('Er is niets opgeslagen');
  });

  test.each([
    ['niets', '', 'leeg'],
    ['afgekapte JSON', '{"schemaVersie": 1, "acties": [', 'geen_json'],
    ['geen UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'geen_json'],
    ['een programma van een ander soort', Buffer.from('MZ\u0090\u0000 geen spreadsheet'), 'geen_json'],
    ['JSON null', 'null', 'geen_programma'],
    ['een JSON-lijst', '[]', 'geen_programma'],
    ['een JSON-tekst', '"programma"', 'geen_programma'],
    ['een leeg object', '{}', 'fouten'],
    ['een spreadsheet zonder inhoud', 'PK\u0003\u0004', 'kapot'],
    ['een zip die geen spreadsheet is', zip('a.txt', Buffer.from('hallo')), 'fouten'],
    ['een zipbom', zip('xl/workbook.xml', Buffer.alloc(80 * 1024 * 1024)), 'te_groot_uitgepakt'],
    [
      'een zipbom die over zijn omvang liegt',
      zip('xl/workbook.xml', Buffer.alloc(80 * 1024 * 1024), 10),
      'te_groot_uitgepakt',
    ],
  ])('%s wordt geweigerd', async (_naam, inhoud, code) => {
    const uit = await weigering(inhoud);
    expect(code === 'fouten' ? ['fouten', 'kapot'] : [code]).toContain(uit);
  });

  test('diep geneste JSON en __proto__ doen niets', async () => {
    const diep = `${'{"acties":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    expect(['geen_json', 'fouten']).toContain(await weigering(diep));
    const bron = JSON.stringify(bronbestand(REGIO)).replace('{', '{"__proto__":{"besmet":true},');
    expect(await weigering(bron)).toBe('fouten');
    expect(({} as Record<string, unknown>).besmet).toBeUndefined();
  });

  test('een afgekapte of verminkte spreadsheet wordt geweigerd zonder storing', async () => {
    const r = await haal(`/programma/${REGIO}/bestand/ophalen?vorm=xlsx`, leider);
    const heel = Buffer.from(await r.arrayBuffer());
    for (const deel of [0.1, 0.5, 0.9, 0.999]) {
      const uit = await weigering(heel.subarray(0, Math.floor(heel.length * deel)));
      expect(uit).not.toBe('aanvaard');
    }
    for (let i = 100; i < heel.length; i += Math.floor(heel.length / 12)) {
      const kapot = Buffer.from(heel);
      kapot[i] = (kapot[i] ?? 0) ^ 0xff;
      expect(['aanvaard', 'fouten', 'kapot', 'te_groot_uitgepakt', 'te_veel_rijen']).toContain(
        await weigering(kapot),
      );
    }
  });

  test('een spreadsheet met een cel op de allerlaatste rij wordt geweigerd', async () => {
    const boek = new ExcelJS.Workbook();
    boek.addWorksheet('acties').getCell('A1048576').value = 'ver weg';
    expect(await weigering(new Uint8Array(await boek.xlsx.writeBuffer()))).toBe('te_veel_rijen');
  });

  test('elke lijst mag door willekeurige JSON zijn vervangen: altijd een oordeel, nooit een storing', async () => {
    const lijsten = [
      'regio',
      'kader',
      'acties',
      'mijlpalen',
      'begroting',
      'raadsopmerkingen',
      'partners',
      'aandachtspunten',
      'eigen',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lijsten), fc.jsonValue({ maxDepth: 4 }), async (lijst, waarde) => {
        const uit = await weigering(JSON.stringify({ ...bronbestand(REGIO), [lijst]: waarde }));
        expect(['fouten', 'aanvaard']).toContain(uit);
      }),
      { numRuns: 60 },
    );
  });

  test('en na alles is er niets veranderd', async () => {
    expect(await stand()).toEqual(voor);
  });
});
