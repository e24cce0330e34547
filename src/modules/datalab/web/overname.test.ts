import { Parser } from 'n3';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db/index.ts';
import { dienApiOp, maakApi } from '#platform/http/api.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { apiLabel, voegApiToe } from '../api/routes.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { dcatfouten } from '../testing/dcatvorm.ts';
import { zoekPublicaties } from '../usecases/zoek-publicaties.ts';

const REGIO = 'kennemerland';
const BRON = {
  bron_titel: 'Verzonnen jaarbericht',
  bron_van: 'Voorbeeldgemeente',
  bron_datum: '2025',
  plek: 'tabel 1',
  openbaarheid: 'openbaar_in_bron',
};
const LIJST = `/regio/${REGIO}/publicaties`;
const PAD = `${LIJST}/overgenomen-verzonnen-jaarbericht`;
const MERK = 'Overgenomen uit openbare bron, niet beveiligd.';
const woorden = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const proef = await maakProef();
let site: Datalabsite;
let analist: Proefpersoon;
let elders: Proefpersoon;

beforeAll(async () => {
  const datalab = maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') });
  site = await maakDatalabsite(proef, {
    laad: datalab.laad,
    registreer: app => {
      datalab.registreer(app);
      const api = maakApi();
      voegApiToe(api);
      dienApiOp(app, api, [apiLabel]);
    },
  });
  analist = await site.persoon('datalab_analist', REGIO);
  elders = await site.persoon('datalab_analist', 'zaanstreek-waterland');
}, 120_000);

/** Imports a public file as an analyst does; the address of the import. */
async function leesOpenbaarIn(regels: string, meer: Record<string, string> = {}): Promise<string> {
  const bestand = new File([`gemeente,periode,indicator,waarde\n${regels}`], 'jaarbericht.csv');
  const pad =
    (await site.stuur('/datalab/invoer', { regio: REGIO, bestand }, analist)).headers.get('location') ?? '';
  const uit = await site.stuur(pad, { ...BRON, ...meer, doe: 'lees_in' }, analist);
  if (uit.status !== 303) throw new Error(await uit.text());
  return pad;
}
const bronVan = (titel: string) =>
  site.als(analist.actor, tx =>
    sql<{ id: string }>`select id from datalab.bron where titel = ${titel} order by id`
      .execute(tx)
      .then(r => r.rows.at(-1)?.id ?? ''),
  );
const getallen = async (pad: string) =>
  (await site.tekst(`${pad}.csv`))
    .trim()
    .split('\r\n')
    .slice(1)
    .map(r => r.split(/[;,]/))
    .map(k => [k[4], k[5], k[6], k[7]]);
const poging = (wie: Proefpersoon['actor'], vraag: ReturnType<typeof sql>) =>
  site
    .als(wie, tx => vraag.execute(tx))
    .then(
      r => `gedaan ${r.numAffectedRows}`,
      (e: Error) => e.message,
    );

// @eis B2.1 B4.6
describe('wat een openbare bron drukt als publicatie', () => {
  test('niets wordt vanzelf overgenomen; de werkpagina biedt de bron aan', async () => {
    await leesOpenbaarIn(
      'Haarlem,2024,vt_meldingen,1226\nZandvoort,2024,vt_meldingen,3\nHaarlem,2024,vt_adviezen,.\n',
    );
    expect((await site.haal(PAD)).status).toBe(404);
    const werk = woorden(await site.tekst('/datalab/publicaties', analist));
    expect(werk).toContain('Verzonnen jaarbericht, Voorbeeldgemeente, 2025 Kennemerland 3 niet overgenomen');
    // Plans are no counts: a source with nothing else is not offered.
    expect(werk).not.toContain('Actieprogramma 2021-2024');
  });

  test('wie er niet over gaat, neemt niets over', async () => {
    const velden = { bron: `${REGIO} ${await bronVan(BRON.bron_titel)}` };
    expect((await site.stuur('/datalab/publicaties/overnemen', velden, elders)).status).toBe(404);
    const vreemd = { bron: `${REGIO} bestaat-niet` };
    expect((await site.stuur('/datalab/publicaties/overnemen', vreemd, analist)).status).toBe(404);
    expect((await site.haal(PAD)).status).toBe(404);
  });

  test('één druk op de knop: een blijvend adres, met het merk, zonder waarborg, zoals de bron drukt', async () => {
    const velden = { bron: `${REGIO} ${await bronVan(BRON.bron_titel)}` };
    expect((await site.stuur('/datalab/publicaties/overnemen', velden, analist)).status).toBe(303);
    const html = woorden(await site.tekst(PAD));
    expect(html).toContain(MERK);
    expect(html).toContain('Bron: Verzonnen jaarbericht, Voorbeeldgemeente, 2025');
    expect(html).not.toContain('is bewezen dat niemand');
    expect(await getallen(PAD)).toEqual([
      ['Haarlem', '2024', '', 'weggelaten'],
      ['Haarlem', '2024', '1226', 'exact'],
      ['Zandvoort', '2024', '3', 'exact'],
    ]);
    expect(await site.tekst(`/en${PAD}`)).toContain('Taken over from a public source, not protected.');
    // Pressed again: the same, and no second one.
    await site.stuur('/datalab/publicaties/overnemen', velden, analist);
    expect((await site.haal(`${PAD}-2`)).status).toBe(404);
  });

  test('in lijst, zoeken, bestand en open data staat zij met haar merk', async () => {
    expect(woorden(await site.tekst(LIJST))).toMatch(
      /Verzonnen jaarbericht .* in druk\. Overgenomen uit openbare bron/,
    );
    const vondsten = await site.als({ soort: 'publiek' }, tx =>
      zoekPublicaties(tx, { woorden: ['jaarbericht'], weergave: 'openbaar', regio: REGIO }),
    );
    expect(vondsten.map(v => v.soort.naam)).toEqual(['Tabellen uit een openbare bron, niet beveiligd']);
    const csv = await site.tekst(`${PAD}.csv`);
    expect(csv.split('\r\n')[0]).toMatch(/herkomst$/);
    for (const rij of csv.trim().split('\r\n').slice(1)) expect(rij).toContain(MERK);
    for (const vorm of ['csv-metadata.json', 'ttl', 'jsonld'])
      expect(await site.tekst(`${PAD}.${vorm}`)).toContain(MERK);
    expect(await site.tekst(`${LIJST}.ttl`)).toContain(`${PAD}#dataset`);
  });

  test('programma’s lezen de soort, geen waarborg, en wat haar verving; de beschrijving volgt DCAT-AP-NL 3.0', async () => {
    const r = await site.haal(`/api/v1/regios/${REGIO}/publicaties/overgenomen-verzonnen-jaarbericht`);
    expect(await r.json()).toMatchObject({
      soort: 'overgenomen',
      licentie: 'http://standaarden.overheid.nl/owms/terms/licentieonbekend',
      waarborg: null,
      vervangenDoor: null,
      bescherming: {
        methode: 'overgenomen',
        basis: null,
        uitleg: [MERK, expect.stringContaining('niet getoetst')],
      },
    });
    for (const pad of [PAD, LIJST]) {
      const quads = new Parser({ format: 'text/turtle' }).parse(await site.tekst(`${pad}.ttl`));
      expect(dcatfouten(quads), pad).toEqual([]);
      // What is of the source is not given away: only the description itself is free.
      const van = quads.filter(
        q => q.predicate.value.endsWith('/license') && q.subject.value.includes(`${PAD}#`),
      );
      expect(van.length, pad).toBeGreaterThan(0);
      for (const q of van) expect(q.object.value).toMatch(/licentieonbekend$/);
    }
    const html = await site.tekst(PAD);
    expect(html).toContain('gelden de voorwaarden van de bron');
    expect(html).not.toContain('creativecommons');
  });

  test('de database laat er niets anders in dan wat de bron openbaar drukt, en niets eruit', async () => {
    const [p] = await site.als(analist.actor, tx =>
      sql<{ id: string }>`select id from datalab.publicatie where methode = 'overgenomen'`
        .execute(tx)
        .then(r => r.rows),
    );
    const cel = (
      id: string,
    ) => sql`insert into datalab.publicatie_cel (publicatie_id, naam, volgorde, indicator,
      definitieversie, plaatssoort, plaats, plaatsnaam, periode, van, tot, getoond, aard, nul_gevoelig)
      values (${id}, 'c99', 99, 'vt_adviezen', 1, 'gemeente', 'GM0392', 'Haarlem', '2023', '2023-01-01', '2023-12-31', 7,
        'exact', false)`;
    const rekenaar = { soort: 'stelsel', taak: 'publicatie' } as const;
    for (const wie of [analist.actor, rekenaar])
      expect(await poging(wie, cel(p?.id ?? ''))).not.toMatch(/gedaan/);
    expect(
      await poging(analist.actor, sql`update datalab.publicatie set titel = 'Anders' where id = ${p?.id}`),
    ).toContain('wijzigt niet');
    // An internal source gives nothing, whoever asks.
    const intern = await leesOpenbaarIn('Velsen,2024,vt_meldingen,240\n', {
      bron_titel: 'Intern stuk',
      openbaarheid: 'intern',
    });
    const bron = await bronVan('Intern stuk');
    const n = await site.als(analist.actor, tx =>
      sql<{ n: number }>`select count(*)::int as n from datalab.overneembaar(${REGIO}, ${bron})`.execute(tx),
    );
    expect(n.rows[0]?.n).toBe(0);
    const nep = '33333333-3333-4333-8333-333333333333';
    await site.als(analist.actor, tx =>
      sql`insert into datalab.publicatie (id, regio, code, titel, toestand, methode, basis, bron_id)
        values (${nep}, ${REGIO}, 'nep', 'Nep overname', 'concept', 'overgenomen', 5, ${bron})`.execute(tx),
    );
    expect(await poging(analist.actor, cel(nep))).not.toMatch(/gedaan/);
    expect(await poging(rekenaar, cel(nep))).not.toMatch(/gedaan/);
    await site.stuur(`${intern}/terug`, {}, analist);
  });

  test('drukt de bron iets anders, dan komt er een nieuwe voor in de plaats en blijft de oude zoals zij was', async () => {
    const pad = await leesOpenbaarIn('Haarlem,2024,vt_meldingen,1230\n');
    expect((await getallen(`${PAD}-2`)).map(r => r[2])).toEqual(['', '1230', '3']);
    expect((await getallen(PAD)).map(r => r[2])).toEqual(['', '1226', '3']);
    expect(await site.tekst(PAD)).toContain(`${PAD}-2`);
    expect(woorden(await site.tekst(LIJST))).toContain('vervangen. Overgenomen uit openbare bron');
    expect(await site.tekst(`${PAD}.ttl`)).toContain('dataset-status/DEPRECATED');
    // Taken back: what the source prints is what it was, in a third one.
    expect((await site.stuur(`${pad}/terug`, {}, analist)).status).toBe(303);
    expect((await getallen(`${PAD}-3`)).map(r => r[2])).toEqual(['', '1226', '3']);
  });

  test('een nieuwe uitgave met dezelfde titel en alles van de vorige vervangt haar; met minder niet', async () => {
    await leesOpenbaarIn('Haarlem,2024,vt_meldingen,1226\n', { bron_datum: '2026' });
    expect((await site.haal(`${PAD}-4`)).status).toBe(404);
    await leesOpenbaarIn(
      'Haarlem,2024,vt_meldingen,1226\nZandvoort,2024,vt_meldingen,3\nHaarlem,2024,vt_adviezen,1500\nHaarlem,2025,vt_meldingen,1300\n',
      { bron_datum: '2026' },
    );
    expect((await getallen(`${PAD}-4`)).map(r => r[2])).toEqual(['1500', '1226', '1300', '3']);
    expect(await site.tekst(`${PAD}-3`)).toContain(`${PAD}-4`);
  });

  test('is er van de bron niets meer, dan is de overname ingetrokken en zegt zij waarom', async () => {
    const pad = await leesOpenbaarIn('Velsen,2024,vt_meldingen,240\n', { bron_titel: 'Los bericht' });
    const bron = `${REGIO} ${await bronVan('Los bericht')}`;
    await site.stuur('/datalab/publicaties/overnemen', { bron }, analist);
    expect((await site.haal(`${LIJST}/overgenomen-los-bericht`)).status).toBe(200);
    expect((await site.stuur(`${pad}/terug`, {}, analist)).status).toBe(303);
    const weg = await site.haal(`${LIJST}/overgenomen-los-bericht`);
    expect(weg.status).toBe(410);
    expect(await weg.text()).toContain('De bron geeft deze cijfers niet meer');
    expect((await site.haal(`${LIJST}/overgenomen-los-bericht.csv`)).status).toBe(410);
  });
});
