import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { metActor } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import {
  bronbestand,
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
  publiek,
  REGIOS,
} from '../testing/proefapp.ts';
import { schrijfProgrammaUit } from '../usecases/bestand.ts';

import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const { app, haal, stuur } = maakProefapp(db, a =>
  registreer(a, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
  } as Parameters<typeof registreer>[1]),
);
const leiders = new Map<string, Lezer>();
const leider = (regio: string): Lezer => leiders.get(regio) as Lezer;

beforeAll(async () => {
  await leesProgrammas(db);
  for (const r of REGIOS) leiders.set(r, await maakMens(db, 'projectleider', r));
});

const attr = (html: string, naam: string) =>
  new RegExp(`name="${naam}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** A file offered as a browser does, with the token of the page. */
async function bied(
  regio: string,
  inhoud: string | Uint8Array,
  wie: Lezer,
  naam = 'programma.json',
): Promise<Response> {
  const pad = `/programma/${regio}/bestand`;
  const lijf = new FormData();
  lijf.append(
    '_csrf',
    attr(await (await haal(`/programma/${regio}/onderdeel/actie/nieuw`, leider(regio))).text(), '_csrf'),
  );
  lijf.append('bestand', new File([inhoud as BlobPart], naam));
  return app.request(
    pad,
    { method: 'POST', body: lijf, headers: { host: 'localhost', origin: 'http://localhost' } },
    { lezer: wie },
  );
}

const ophalen = async (regio: string, vorm: 'json' | 'xlsx', versie = 'werk', wie = leider(regio)) => {
  const r = await haal(`/programma/${regio}/bestand/ophalen?vorm=${vorm}&versie=${versie}`, wie);
  expect(r.status).toBe(200);
  return new Uint8Array(await r.arrayBuffer());
};

async function metCel(xlsx: Uint8Array, zet: (boek: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const boek = new ExcelJS.Workbook();
  await boek.xlsx.load(xlsx as unknown as ArrayBuffer);
  zet(boek);
  return new Uint8Array(await boek.xlsx.writeBuffer());
}

const werkversie = (regio: string) =>
  metActor(db, leider(regio).actor, Temporal.PlainDate.from('2026-11-22'), tx =>
    schrijfProgrammaUit(tx, regio, 'werk', []),
  );

// @eis A3.1 A3.9
describe.each([...REGIOS])('bestanden van %s', regio => {
  test.each(['json', 'xlsx'] as const)('ophalen als %s en weer aanbieden verandert niets', async vorm => {
    const r = await bied(regio, await ophalen(regio, vorm), leider(regio));
    expect(r.status).toBe(200);
    expect(await r.text()).toContain('Dit bestand is gelijk aan de werkversie');
  });

  test('de openbare JSON is de bron, op de delen van andere kamers na', async () => {
    const r = await haal(`/regio/${regio}/programma.json`);
    expect(r.headers.get('content-disposition')).toContain('attachment');
    const { hulpaanbod: _h, zelfscan: _z, ...bron } = bronbestand(regio);
    expect(await r.json()).toEqual(bron);
  });
});

// @eis A3.9
describe('een bestand inlezen', () => {
  const regio = 'kennemerland';

  test('toont eerst wat verandert, wijzigt niets, en wordt na bevestiging een concept', async () => {
    const voor = await werkversie(regio);
    const xlsx = await metCel(await ophalen(regio, 'xlsx'), boek => {
      const titel = boek.getWorksheet('acties')?.getCell('B3');
      if (titel) titel.value = '=SOM(A1) titel uit de spreadsheet';
      boek.getWorksheet('partners')?.spliceRows(3, 1);
      boek.getWorksheet('aandachtspunten')?.addRow(['Een punt uit de spreadsheet']);
    });
    const r = await bied(regio, xlsx, leider(regio), 'programma.xlsx');
    const html = await r.text();
    expect(r.status).toBe(200);
    expect(html).toContain('=SOM(A1) titel uit de spreadsheet');
    expect(html).toMatch(/1 nieuw/);
    expect(html).toMatch(/1 vervalt/);
    expect(await werkversie(regio)).toEqual(voor);
    const na = await stuur(
      `/programma/${regio}/bestand/inlezen`,
      { inlezing: attr(html, 'inlezing') },
      leider(regio),
    );
    expect(na.status).toBe(303);
    const acties = (await werkversie(regio))?.acties as Record<string, unknown>[];
    expect(acties[0]?.titel).toBe('=SOM(A1) titel uit de spreadsheet');
    const openbaar = (await (await haal(`/regio/${regio}/programma.json`)).json()) as Record<string, unknown>;
    const { hulpaanbod: _h, zelfscan: _z, ...bron } = bronbestand(regio);
    expect(openbaar).toEqual(bron);
    const opnieuw = await bied(regio, await ophalen(regio, 'xlsx'), leider(regio));
    expect(await opnieuw.text()).toContain('gelijk aan de werkversie');
  });

  test('brengt terug wat eerder verviel, met zijn geschiedenis', async () => {
    const r = await bied(regio, JSON.stringify(bronbestand(regio)), leider(regio));
    const html = await r.text();
    expect(html).toMatch(/1 teruggezet/);
    const na = await stuur(
      `/programma/${regio}/bestand/inlezen`,
      { inlezing: attr(html, 'inlezing') },
      leider(regio),
    );
    expect(na.status).toBe(303);
    const { hulpaanbod: _h, zelfscan: _z, ...bron } = bronbestand(regio);
    expect(await werkversie(regio)).toEqual(bron);
  });

  test('weigert de bevestiging als iemand intussen iets wijzigde, of als die er niet meer is', async () => {
    const bron = bronbestand(regio) as Record<string, Record<string, unknown>[]>;
    Object.assign(bron.acties?.[1] ?? {}, { titel: 'Uit het bestand' });
    const html = await (await bied(regio, JSON.stringify(bron), leider(regio))).text();
    const pad = `/programma/${regio}/onderdeel/aandachtspunt/nieuw`;
    expect((await stuur(pad, { tekst: 'Tussendoor' }, leider(regio))).status).toBe(303);
    const na = await stuur(
      `/programma/${regio}/bestand/inlezen`,
      { inlezing: attr(html, 'inlezing') },
      leider(regio),
    );
    expect(na.status).toBe(409);
    expect(await na.text()).toContain('gewijzigd sinds u het bestand bekeek');
    const weg = await stuur(
      `/programma/${regio}/bestand/inlezen`,
      { inlezing: 'geen-nummer' },
      leider(regio),
    );
    expect(weg.status).toBe(409);
    expect(JSON.stringify(await werkversie(regio))).not.toContain('Uit het bestand');
  });

  test('noemt elke fout met blad, rij en kolom en verandert niets', async () => {
    const voor = await werkversie(regio);
    const xlsx = await metCel(await ophalen(regio, 'xlsx'), boek => {
      const zet = (blad: string, cel: string, w: string) => {
        const c = boek.getWorksheet(blad)?.getCell(cel);
        if (c) c.value = w;
      };
      zet('raadsopmerkingen', 'B3', 'Nergenshuizen');
      zet('mijlpalen', 'F4', '2021-Q7');
      zet('acties.stappen', 'A5', '99');
    });
    const vorm = await (await bied(regio, xlsx, leider(regio))).text();
    expect(vorm).toContain('Er zit één fout in dit bestand');
    expect(vorm).toContain('&quot;99&quot; is geen code op het blad van de onderdelen');
    const zonder = await metCel(xlsx, boek => {
      const c = boek.getWorksheet('acties.stappen')?.getCell('A5');
      if (c) c.value = '1';
    });
    const r = await bied(regio, zonder, leider(regio));
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html).toContain('Gemeente &quot;Nergenshuizen&quot; hoort niet bij deze regio');
    expect(html).toContain('&quot;2021-Q7&quot; is geen kwartaal');
    const rijen = [...html.matchAll(/<tr class="utrecht-table__row">([\s\S]*?)<\/tr>/g)].map(m =>
      (m[1] ?? '').replace(/<[^>]*>/g, '|').replace(/\|+/g, '|'),
    );
    expect(rijen.some(x => x.startsWith('|raadsopmerkingen|3|B|'))).toBe(true);
    expect(rijen.some(x => x.startsWith('|mijlpalen|4|F|'))).toBe(true);
    expect(await werkversie(regio)).toEqual(voor);
  });

  test('weigert een bestand van een andere regio en onbekende delen bij naam', async () => {
    const r = await bied(regio, JSON.stringify(bronbestand('noord-holland-noord')), leider(regio));
    expect(r.status).toBe(422);
    expect(await r.text()).toContain('is van de regio &quot;noord-holland-noord&quot;');
    const bron = bronbestand(regio) as Record<string, unknown> & { acties: { stappen: object[] }[] };
    Object.assign(bron.acties[0]?.stappen[0] ?? {}, { geheim: 1 });
    const html = await (await bied(regio, JSON.stringify({ ...bron, verrassing: [] }), leider(regio))).text();
    expect(html).toContain('&quot;stappen.0.geheim&quot; kennen wij niet');
    expect(html).toContain('&quot;verrassing&quot; kennen wij niet');
  });

  test('is alleen voor de projectleider van de regio; ophalen voor wie er werkt', async () => {
    const lezer = await maakMens(db, 'lezer', regio);
    const adviseur = await maakMens(db, 'beleidsmedewerker', regio, 'GM0392');
    for (const wie of [lezer, adviseur]) {
      await ophalen(regio, 'json', 'werk', wie);
      const pagina = await (await haal(`/programma/${regio}/bestand`, wie)).text();
      expect(pagina).not.toContain('type="file"');
      expect((await bied(regio, JSON.stringify(bronbestand(regio)), wie)).status).toBe(404);
    }
    expect((await bied(regio, '{}', leider('noord-holland-noord'))).status).toBe(404);
    expect((await bied(regio, '{}', publiek)).status).toBe(303);
    expect(
      (
        await haal(
          `/programma/${regio}/bestand/ophalen?vorm=json`,
          await maakMens(db, 'raadslid', regio, 'GM0392'),
        )
      ).status,
    ).toBe(404);
  });

  test('de sjabloon heeft elk blad met uitleg', async () => {
    const r = await haal(`/programma/${regio}/bestand/sjabloon`, leider(regio));
    const boek = new ExcelJS.Workbook();
    await boek.xlsx.load((await r.arrayBuffer()) as ArrayBuffer);
    expect(boek.getWorksheet('acties.stappen')?.getCell('A1').value).toBe('bij');
    expect(String(boek.getWorksheet('acties')?.getCell('A2').value)).toContain('Uitleg: Code');
    expect(String(boek.getWorksheet('begroting.regels')?.getRow(2).values)).toContain('kies uit: rijk-ghnt');
  });
});

// @eis A3.9 A5.3
describe('formules in cellen', () => {
  test('in een opgehaalde spreadsheet staat geen enkele formule en geen cel die er een kan worden', async () => {
    const pad = '/programma/zaanstreek-waterland/onderdeel/aandachtspunt/nieuw';
    const w = leider('zaanstreek-waterland');
    await stuur(pad, { tekst: '=HYPERLINK("http://voorbeeld.invalid";"klik")' }, w);
    const boek = new ExcelJS.Workbook();
    await boek.xlsx.load((await ophalen('zaanstreek-waterland', 'xlsx')).buffer as ArrayBuffer);
    let cellen = 0;
    for (const blad of boek.worksheets)
      blad.eachRow(rij =>
        rij.eachCell(cel => {
          cellen++;
          expect(cel.formula).toBeUndefined();
          if (typeof cel.value === 'string') expect(cel.value).not.toMatch(/^[=+\-@\t\r]/);
        }),
      );
    expect(cellen).toBeGreaterThan(1000);
    const terug = await bied('zaanstreek-waterland', await ophalen('zaanstreek-waterland', 'xlsx'), w);
    expect(await terug.text()).toContain('gelijk aan de werkversie');
  });
});
