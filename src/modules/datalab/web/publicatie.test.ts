import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { doeOp, leesTellingenIn, maakConcept, rekenlening } from '../testing/publicatiesite.ts';
import type { Rekenlening } from '../usecases/reken-publicatie-door.ts';

const REGIO = 'zaanstreek-waterland';
const IND = 'vt_voorwaarden_afgerond';
/** Crimes of domestic violence 2017 to 2019 (source document 004, annex 1), used here as invented counts. */
const TELLINGEN: Record<string, readonly [number, number, number]> = {
  Beemster: [5, 8, 11],
  'Edam-Volendam': [22, 13, 13],
  Landsmeer: [11, 10, 12],
  Oostzaan: [8, 6, 6],
  Purmerend: [106, 82, 95],
  Waterland: [11, 3, 4],
  Wormerland: [12, 7, 12],
  Zaanstad: [184, 165, 246],
};

const proef = await maakProef();
let site: Datalabsite;
let lening: Rekenlening;
let analist: Proefpersoon;
let collega: Proefpersoon;
let elders: Proefpersoon;
let lid: Proefpersoon;
let id: string;

beforeAll(async () => {
  site = await maakDatalabsite(
    proef,
    maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') }),
  );
  lening = rekenlening(proef.app.db, site.klok.vandaag());
  [analist, collega] = [
    await site.persoon('datalab_analist', REGIO),
    await site.persoon('projectleider', REGIO),
  ];
  elders = await site.persoon('projectleider', 'kennemerland');
  lid = await site.persoon('raadslid', REGIO, 'GM0852');
  const rijen = Object.entries(TELLINGEN).flatMap(([g, w]) =>
    w.map((n, i) => [g, String(2017 + i), IND, n] as const),
  );
  await leesTellingenIn(site, analist, REGIO, rijen);
  id = await maakConcept(site, lening, analist, REGIO, {
    titel: 'Evaluatie Veilig Thuis 2019',
    indicator: IND,
    van: '2017',
    tot: '2019',
  });
}, 120_000);

const OPENBAAR = `/regio/${REGIO}/publicaties/evaluatie-veilig-thuis-2019`;

// @eis B2.1 B2.6 B2.7 B5.4
describe('van concept naar druk', () => {
  test('het concept toont de waarheid naast wat er in druk komt, en het bewijs is rond', async () => {
    const html = await site.tekst(`/datalab/publicaties/${id}`, analist);
    expect(html).toContain('De toets vond dit veilig');
    expect(html).toContain('Het bewijs in hele getallen is volledig');
    expect(html).toMatch(/5 \(3\)|10 \(3\)/);
    expect(html).toContain('Wie de cijfers van Oostzaan kent');
  });

  test('niemand buiten de werkers van de regio ziet het concept, en het publiek ziet niets', async () => {
    for (const wie of [undefined, lid, elders])
      expect((await site.haal(`/datalab/publicaties/${id}`, wie)).status).toBe(404);
    expect((await site.haal(OPENBAAR)).status).toBe(404);
    expect(await site.tekst(`/regio/${REGIO}/publicaties`)).toContain('Er is nog niets gepubliceerd');
  });

  test('wie voorbereidt kan aanbieden en niet goedkeuren, ook niet langs de knop', async () => {
    expect((await doeOp(site, id, 'bied_aan', analist)).status).toBe(303);
    expect(await site.tekst(`/datalab/publicaties/${id}`, analist)).not.toContain('Keur goed en publiceer');
    const versie = /name="versie" value="(\d+)"/.exec(
      await site.tekst(`/datalab/publicaties/${id}`, collega),
    )?.[1];
    const uit = await site.stuur(
      `/datalab/publicaties/${id}`,
      { doe: 'keur_goed', versie: versie ?? '', reden: '' },
      analist,
    );
    expect(uit.status).toBe(422);
    expect(await uit.text()).toContain('Een collega moet het goedkeuren');
  });

  test('wie op een verouderde pagina drukt verandert niets en ziet hoe het nu staat', async () => {
    const pad = `/datalab/publicaties/${id}`;
    const uit = await site.stuur(pad, { doe: 'keur_goed', versie: '1', reden: '' }, collega);
    expect(uit.status).toBe(422);
    expect(await uit.text()).toContain('intussen veranderd');
    expect((await site.haal(OPENBAAR)).status).toBe(404);
  });

  test('terugsturen vraagt een reden; daarna kan het opnieuw worden aangeboden', async () => {
    expect((await doeOp(site, id, 'wijs_af', collega)).status).toBe(422);
    expect((await doeOp(site, id, 'wijs_af', collega, 'De titel moet het jaar noemen')).status).toBe(303);
    expect(await site.tekst(`/datalab/publicaties/${id}`, analist)).toContain(
      'De titel moet het jaar noemen',
    );
    expect((await doeOp(site, id, 'bied_aan', analist)).status).toBe(303);
  });

  test('een collega keurt goed, en dan leest iedereen het op een blijvend adres', async () => {
    expect((await doeOp(site, id, 'keur_goed', collega)).status).toBe(303);
    const html = await site.tekst(OPENBAAR);
    expect(html).toContain('Evaluatie Veilig Thuis 2019');
    expect(html).toContain('veelvoud van 5');
    expect(await site.tekst(`/en${OPENBAAR}`)).toContain('multiple of 5');
    expect(await site.tekst(`/regio/${REGIO}/publicaties`)).toContain('Evaluatie Veilig Thuis 2019');
  });
});

/** The printed numbers of Waterland in a CSV, by year. */
const uitCsv = (csv: string) =>
  csv
    .split(/\r?\n/)
    .filter(r => r.includes('GM0852'))
    .map(r => Number(r.split(/[;,]/)[6]));

// @eis B2.1 B4.6
describe('elke vorm geeft dezelfde gepubliceerde getallen, en geen ander', () => {
  test('CSV, JSON en Excel zijn gelijk; elk getal is een veelvoud van vijf en nergens staat de waarheid', async () => {
    const csv = await site.tekst(`${OPENBAAR}.csv`);
    const getallen = uitCsv(csv);
    expect(getallen).toHaveLength(3);
    for (const n of getallen) expect(n % 5).toBe(0);
    const json = JSON.parse(await site.tekst(`${OPENBAAR}.json`)) as { rijen: Record<string, unknown>[] };
    const inJson = json.rijen.filter(r => r['plaatscode'] === 'GM0852').map(r => r['waarde']);
    expect(inJson).toEqual(getallen);
    const boek = new ExcelJS.Workbook();
    await boek.xlsx.load(await (await site.haal(`${OPENBAAR}.xlsx`)).arrayBuffer());
    const rijen = boek.worksheets[0]?.getSheetValues() as unknown[][];
    expect(rijen.filter(r => r?.[4] === 'GM0852').map(r => r[7])).toEqual(getallen);
  });

  test('PDF en Word bestaan en de beschrijving noemt de kolommen van het bestand', async () => {
    const pdf = Buffer.from(await (await site.haal(`${OPENBAAR}.pdf`)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const docx = Buffer.from(await (await site.haal(`${OPENBAAR}.docx`)).arrayBuffer());
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    const meta = JSON.parse(await site.tekst(`${OPENBAAR}.csv-metadata.json`)) as {
      tableSchema: { columns: { name: string }[] };
    };
    const kop = (await site.tekst(`${OPENBAAR}.csv`)).replace('\uFEFF', '').split(/\r?\n/)[0]?.split(/[;,]/);
    expect(meta.tableSchema.columns.map(k => k.name)).toEqual(kop);
  });

  test('geen lezer vindt de waarheid in de database: anoniem, raadslid en een andere regio zien haar niet', async () => {
    for (const actor of [{ soort: 'publiek' as const }, lid.actor, elders.actor])
      for (const tabel of ['publicatie_waarheid', 'publicatie_bewijs', 'publicatie_werk']) {
        const r = await site.als(actor, tx =>
          sql`select 1 from ${sql.table(`datalab.${tabel}`)}`.execute(tx),
        );
        expect(r.rows, tabel).toHaveLength(0);
      }
  });
});

// @eis B2.6
describe('wat in druk is staat vast', () => {
  test('ook de database weigert een wijziging, een nieuw cijfer en een goedkeuring door één mens', async () => {
    const poging = (q: ReturnType<typeof sql>) => site.als(collega.actor, tx => q.execute(tx));
    await expect(
      poging(sql`update datalab.publicatie set titel = 'Iets anders' where id = ${id}`),
    ).rejects.toThrow('wijzigt niet');
    await expect(
      poging(sql`insert into datalab.publicatie_waarheid values (${id}, 'c999', 1, null, null)`),
    ).rejects.toThrow('alleen een concept');
    const nieuw = await maakConcept(site, lening, collega, REGIO, {
      titel: 'Nog eens 2019',
      indicator: IND,
      van: '2019',
      tot: '2019',
    });
    await expect(
      poging(
        sql`update datalab.publicatie_werk set goedgekeurd_door = voorbereid_door where publicatie_id = ${nieuw}`,
      ),
    ).rejects.toThrow();
    // Nobody writes by hand what the audit and the proof are to find.
    await expect(
      poging(sql`update datalab.publicatie set bewezen = false where id = ${nieuw}`),
    ).rejects.toThrow('alleen de toets');
    for (const deel of [sql`wijze = 'eliminatie'`, sql`toets = '{}'`, sql`fout = 'onmogelijk'`])
      await expect(
        poging(sql`update datalab.publicatie_werk set ${deel} where publicatie_id = ${nieuw}`),
      ).rejects.toThrow('alleen de toets');
    await expect(
      poging(sql`insert into datalab.publicatie (id, regio, code, titel, toestand, methode, basis, waarborg, bewezen)
        values (gen_random_uuid(), ${REGIO}, 'zelf', 'Zelf veilig genoemd', 'concept', 'afronden', 5, 'veilig', true)`),
    ).rejects.toThrow('row-level security');
    await expect(
      poging(sql`update datalab.publicatie set toestand = 'gepubliceerd', vier_ogen = true, zegel = 'x',
        gepubliceerd = now() where id = ${nieuw}`),
    ).rejects.toThrow('keurt niet goed');
  });

  test('dezelfde telling krijgt in een volgende publicatie dezelfde afronding', async () => {
    const lijst = await site.tekst('/datalab/publicaties', collega);
    const nieuw = /href="\/datalab\/publicaties\/([0-9a-f-]{36})"[^>]*>Nog eens 2019/.exec(lijst)?.[1] ?? '';
    const eerst = uitCsv(await site.tekst(`${OPENBAAR}.csv`)).at(-1);
    const html = await site.tekst(`/datalab/publicaties/${nieuw}`, collega);
    expect(html).toContain(`${eerst} (4)`);
    // Published in the meantime by another: what was reckoned before that is out of date.
    expect((await doeOp(site, nieuw, 'bied_aan', collega)).status).toBe(303);
    expect((await doeOp(site, nieuw, 'keur_goed', analist)).status).toBe(303);
  });

  test('intrekken vraagt een reden, houdt het bericht en neemt de cijfers weg', async () => {
    expect((await doeOp(site, id, 'trek_in', collega)).status).toBe(422);
    expect((await doeOp(site, id, 'trek_in', collega, 'Een gemeente telde dubbel')).status).toBe(303);
    const uit = await site.haal(OPENBAAR);
    expect(uit.status).toBe(410);
    const html = await uit.text();
    expect(html).toContain('Een gemeente telde dubbel');
    expect(html).not.toContain('Zaanstad');
    expect((await site.haal(`${OPENBAAR}.csv`)).status).toBe(410);
    const r = await site.als({ soort: 'publiek' }, tx =>
      sql`select 1 from datalab.publicatie_cel where publicatie_id = ${id}`.execute(tx),
    );
    expect(r.rows).toHaveLength(0);
  });
});
