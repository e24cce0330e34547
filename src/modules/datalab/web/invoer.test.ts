import { mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { WORTEL } from '#platform/config/wortel.ts';
import { sql } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { werkInvoermapBij } from '../usecases/invoermap.ts';

const woorden = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');
const KOP = 'gemeente;jaar;indicator;waarde;voorlopig\n';
const GOED = `${KOP}Haarlem;2024;vt_meldingen;1.226;nee\nVelsen;2024;vt_meldingen;240;ja\n`;
const BRON = { bron_titel: 'Uitdraai registratie', plek: 'blad 1' };
const csv = (inhoud: string, naam = 'cijfers.csv') => new File([inhoud], naam, { type: 'text/csv' });

describe('cijfers inlezen', async () => {
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

  const bied = async (bestand: File, wie = analist) => {
    const r = await site.stuur('/datalab/invoer', { regio: 'kennemerland', bestand }, wie);
    return { status: r.status, pad: r.headers.get('location') ?? '', tekst: woorden(await r.text()) };
  };
  const reeks = async (wie?: Proefpersoon) => {
    const r = await site.haal('/regio/kennemerland/cijfers/vt-meldingen.json', wie);
    const { rijen } = (await r.json()) as { rijen: Record<string, unknown>[] };
    return rijen
      .filter(x => x['plaatssoort'] === 'gemeente')
      .map(x => [x['plaats'], x['waarde'], x['openbaarheid'], x['voorlopig']]);
  };
  const leesIn = async (inhoud: string, meer: Record<string, string> = {}) => {
    const { pad } = await bied(csv(inhoud));
    const r = await site.stuur(pad, { ...BRON, ...meer, doe: 'lees_in' }, analist);
    return { pad, status: r.status, tekst: woorden(await r.text()) };
  };

  // @eis B4.2
  test('een jaar dat alleen intern is, is er niet op papier en wordt daar niet aangeboden', async () => {
    const { pad, status } = await leesIn(`${KOP}Haarlem;2025;vt_meldingen;1.226;nee\n`);
    expect(status).toBe(303);
    const blad = '/regio/kennemerland/vergelijk/vt-meldingen';
    const intern = await site.tekst(`${blad}?jaar=2025`, analist);
    expect(intern).toContain(`${blad}.csv?jaar=2025`);
    expect(intern).not.toContain('.pdf?');
    expect((await site.haal(`${blad}.pdf?jaar=2025`, analist)).status).toBe(404);
    const openbaar = '/regio/zaanstreek-waterland/vergelijk/politie-misdrijven-hg';
    expect(await site.tekst(`${openbaar}?jaar=2019`)).toContain(`${openbaar}.pdf?jaar=2019`);
    expect((await site.stuur(`${pad}/terug`, { reden: 'Alleen voor deze proef' }, analist)).status).toBe(303);
  });

  // @eis A4.5
  test('een goed bestand: proef, inlezen, intern, en terugdraaien', async () => {
    const { pad } = await bied(csv(GOED));
    const proefpagina = woorden(await site.tekst(pad, analist));
    expect(proefpagina).toContain('2 regels zijn goed, 0 fouten');
    expect(await reeks(analist)).toEqual([]);
    expect((await site.stuur(pad, { ...BRON, doe: 'lees_in' }, analist)).status).toBe(303);
    expect(await reeks(analist)).toEqual([
      ['Haarlem', 1226, 'intern', 'nee'],
      ['Velsen', 240, 'intern', 'ja'],
    ]);
    expect(await reeks()).toEqual([]);
    expect(woorden(await site.tekst('/datalab', analist))).toContain('cijfers.csv ingelezen');
    expect((await site.stuur(`${pad}/terug`, {}, analist)).status).toBe(303);
    expect(await reeks(analist)).toEqual([]);
    expect(woorden(await site.tekst(pad, analist))).toContain('teruggedraaid');
  });

  // @eis A4.5
  test('met één fout wordt niets ingelezen, en elke fout staat er met rij en kolom', async () => {
    const fout = `${GOED}Nergenshuizen;2024;vt_meldingen;5;nee\nHaarlem;1850;geluk;veel;nee\n`;
    const uit = await leesIn(fout);
    expect(uit.status).toBe(422);
    expect(uit.tekst).toContain('Er is niets ingelezen');
    for (const deel of ['4 gemeente', 'Nergenshuizen', '5 jaar', '1850', '5 indicator', 'geluk']) {
      expect(uit.tekst).toContain(deel);
    }
    expect(await reeks(analist)).toEqual([]);
    const bestand = await site.tekst(`${uit.pad}/fouten.csv`, analist);
    expect(bestand.trim().split('\r\n')).toHaveLength(4);
  });

  // @eis A4.5
  test('wat is ingevuld blijft staan als er iets ontbreekt', async () => {
    const { pad } = await bied(csv(GOED));
    const r = await site.stuur(pad, { bron_titel: 'Mijn bron', plek: '', doe: 'lees_in' }, analist);
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html).toContain('value="Mijn bron"');
    expect(woorden(html)).toContain('Vul in waar in de bron het staat');
    expect(html).toContain('href="#veld-plek"');
  });

  // @eis A4.5
  test('kolommen met andere namen worden gekoppeld, ook met één indicator voor het hele bestand', async () => {
    const uit = await leesIn('Waar;Wanneer;N\nHaarlem;2023;12\n', {
      kolom_plaats: '0',
      kolom_periode: '1',
      kolom_waarde: '2',
      vaste_indicator: 'tijdelijk_huisverbod',
    });
    expect(uit.status).toBe(303);
    expect(woorden(await site.tekst('/datalab', analist))).toContain(
      'Tijdelijke huisverboden Haarlem 2023 12',
    );
    await site.stuur(`${uit.pad}/terug`, {}, analist);
  });

  // @eis A4.5
  test('een Excel-bestand met getalcellen wordt gelezen zoals het er staat', async () => {
    const boek = new ExcelJS.Workbook();
    const blad = boek.addWorksheet('blad 1');
    blad.addRow(['Gemeente', 'Jaar', 'Indicator', 'Waarde']);
    blad.addRow(['Haarlem', 2024, 'aandeel_vervolgmelding_totaal', 28.5]);
    blad.addRow(['Velsen', 2024, 'aandeel_vervolgmelding_totaal', { formula: '20+1.25', result: 21.25 }]);
    const { pad } = await bied(new File([await boek.xlsx.writeBuffer()], 'cijfers.xlsx'));
    expect((await site.stuur(pad, { ...BRON, doe: 'lees_in' }, analist)).status).toBe(303);
    const tekst = woorden(await site.tekst('/datalab', analist));
    expect(tekst).toContain('Haarlem 2024 28,5 %');
    expect(tekst).toContain('Velsen 2024 21,25 %');
    await site.stuur(`${pad}/terug`, {}, analist);
  });

  // @eis A4.1 A4.5
  test('een herziening telt op, en terugdraaien geeft de eerdere stand terug, in elke volgorde', async () => {
    const een = await leesIn(GOED);
    const twee = await leesIn(`${KOP}Haarlem;2024;vt_meldingen;1.300;nee\n`);
    const haarlem = async () => (await reeks(analist)).filter(r => r[0] === 'Haarlem').map(r => r[1]);
    expect(await haarlem()).toEqual([1300]);
    await site.stuur(`${twee.pad}/terug`, {}, analist);
    expect(await haarlem()).toEqual([1226]);
    await site.stuur(`${een.pad}/terug`, {}, analist);
    expect(await haarlem()).toEqual([]);
    const drie = await leesIn(GOED);
    const vier = await leesIn(`${KOP}Haarlem;2024;vt_meldingen;1.300;nee\n`);
    await site.stuur(`${drie.pad}/terug`, {}, analist);
    expect(await haarlem()).toEqual([1300]);
    await site.stuur(`${vier.pad}/terug`, {}, analist);
    expect(await haarlem()).toEqual([]);
  });

  // @eis A4.1 A4.2
  test('openbaar maken kan alleen met een volledig citaat, en dan ziet iedereen het met bron', async () => {
    const zonder = await leesIn(GOED, { openbaarheid: 'openbaar_in_bron' });
    expect(zonder.status).toBe(422);
    expect(zonder.tekst).toContain('Een openbaar cijfer noemt wie de bron uitgaf');
    const met = await leesIn(GOED, {
      openbaarheid: 'openbaar_in_bron',
      bron_van: 'gemeente Haarlem',
      bron_datum: '2025',
    });
    expect(met.status).toBe(303);
    expect(await reeks()).toEqual([
      ['Haarlem', 1226, 'openbaar_in_bron', 'nee'],
      ['Velsen', 240, 'openbaar_in_bron', 'ja'],
    ]);
    expect(await site.tekst('/regio/kennemerland/cijfers/vt-meldingen?gemeente=haarlem')).toContain(
      'Uitdraai registratie',
    );
    await site.stuur(`${met.pad}/terug`, {}, analist);
    expect(await reeks()).toEqual([]);
  });

  // @eis A4.5
  test('vier bestanden met hetzelfde cijfer tegelijk: elk wordt een eigen stand, geen enkel loopt vast', async () => {
    const eerste = await leesIn(`${KOP}Haarlem;2022;vt_meldingen;500;nee\n`);
    const paden: string[] = [];
    for (const n of [501, 502, 503, 504]) {
      paden.push((await bied(csv(`${KOP}Haarlem;2022;vt_meldingen;${n};nee\n`))).pad);
    }
    const statussen = await Promise.all(
      paden.map(async pad => (await site.stuur(pad, { ...BRON, doe: 'lees_in' }, analist)).status),
    );
    expect(statussen).toEqual([303, 303, 303, 303]);
    const standen = await site.als(analist.actor, tx =>
      sql<{ versie: number; waarde: number }>`select v.versie, v.waarde::int as waarde
        from datalab.waarneming_versie v join datalab.waarneming w on w.id = v.waarneming_id
        where w.regio = 'kennemerland' and w.periode = '2022' and w.openbaarheid = 'intern' order by v.versie`
        .execute(tx)
        .then(r => r.rows),
    );
    expect(standen.map(s => s.versie)).toEqual([1, 2, 3, 4, 5]);
    expect(standen.map(s => s.waarde).toSorted()).toEqual([500, 501, 502, 503, 504]);
    for (const pad of [...paden, eerste.pad]) await site.stuur(`${pad}/terug`, {}, analist);
    expect(await reeks(analist)).toEqual([]);
  });

  test('twee keer op inlezen drukken leest één keer in', async () => {
    const { pad } = await bied(csv(GOED));
    const [a, b] = await Promise.all([1, 2].map(() => site.stuur(pad, { ...BRON, doe: 'lees_in' }, analist)));
    expect([a?.status, b?.status].toSorted()).toEqual([303, 422]);
    expect(await reeks(analist)).toHaveLength(2);
    await site.stuur(`${pad}/terug`, {}, analist);
  });

  // @eis B3.3
  test('een sjabloon ophalen, invullen en inlezen; met een verschoven kolom niets', async () => {
    const r = await site.haal('/datalab/invoer/sjabloon/politie.xlsx', analist);
    expect(r.status).toBe(200);
    const boek = new ExcelJS.Workbook();
    await boek.xlsx.load(await r.arrayBuffer());
    const [blad] = boek.worksheets;
    blad?.addRow(['Haarlem', 2019, 'nee', 612, 148]);
    const goed = await bied(new File([await boek.xlsx.writeBuffer()], 'politie.xlsx'));
    expect((await site.stuur(goed.pad, { doe: 'lees_in' }, analist)).status).toBe(303);
    expect(woorden(await site.tekst('/datalab', analist))).toContain('Haarlem 2019 612 Aanlevering politie');
    blad?.spliceColumns(4, 1);
    const fout = await bied(new File([await boek.xlsx.writeBuffer()], 'politie.xlsx'));
    expect(fout.status).toBe(422);
    expect(fout.tekst).toContain(
      'In kolom D staat ‘politie_misdrijven_hg’; daar hoort ‘politie_incidenten_hg’',
    );
    expect((await site.haal('/datalab/invoer/sjabloon/brandweer.xlsx', analist)).status).toBe(404);
    await site.stuur(`${goed.pad}/terug`, {}, analist);
  });

  // @eis B3.3 B3.5
  test('een tabel van het CBS: afgerond en onbekend zoals gedrukt, en de tijd van bijwerken staat erbij', async () => {
    const nhn = await site.persoon('datalab_analist', 'noord-holland-noord');
    const tabel = await readFile(path.join(WORTEL, 'test/vectors/datalab/statline/85361NED.json'));
    const bestand = new File([new Uint8Array(tabel)], '85361NED.json');
    const regio = 'noord-holland-noord';
    const pad = (await site.stuur('/datalab/invoer', { regio, bestand }, nhn)).headers.get('location') ?? '';
    const proefpagina = woorden(await site.tekst(pad, nhn));
    expect(proefpagina).toContain(
      'Van tabel 85361NED is de indeling nog niet bevestigd. Titel: catalogus van het CBS',
    );
    expect(woorden(await site.tekst('/datalab/invoer', nhn))).toContain(
      'meldingen naar eerdere betrokkenheid Veilig Thuis, regio niet bevestigd Titel: catalogus van het CBS',
    );
    expect(proefpagina).toContain('24 cijfers in het bestand gaan over een ander gebied');
    expect((await site.stuur(pad, { doe: 'lees_in' }, nhn)).status).toBe(303);
    expect(woorden(await site.tekst(pad, nhn))).toMatch(
      /8 cijfers ingelezen .* bijgewerkt in [\d.,]+ milliseconden/,
    );
    const pagina = (code: string, wie?: Proefpersoon) =>
      site.tekst(`/regio/noord-holland-noord/cijfers/${code}?gemeente=alkmaar`, wie);
    const tijdens = woorden(await pagina('vervolgmelding-tijdens-beoordeling', nhn));
    expect(tijdens).toContain('afgerond, geteld is 138 tot en met 142');
    const totaal = woorden(await pagina('vervolgmelding-totaal', nhn));
    expect(totaal).toContain('geen nul): Alkmaar, 2023');
    expect(woorden(await pagina('vervolgmelding-totaal'))).not.toContain('Alkmaar, 2023');
    await site.stuur(`${pad}/terug`, {}, nhn);
    expect(woorden(await pagina('vervolgmelding-totaal', nhn))).not.toContain('geen nul');
  });

  // @eis B3.3
  test('een map met bestanden: goed wordt intern ingelezen en verplaatst, fout geweigerd met verslag, half geschreven blijft', async () => {
    const map = await mkdtemp(path.join(os.tmpdir(), 'invoermap-'));
    const regio = path.join(map, 'kennemerland');
    await mkdir(regio);
    const leg = async (naam: string, inhoud: string, seconden: number) => {
      await writeFile(path.join(regio, naam), inhoud);
      const toen = new Date(site.klok.nu().epochMilliseconds - seconden * 1000);
      await utimes(path.join(regio, naam), toen, toen);
    };
    await leg('goed.csv', GOED, 120);
    await leg('fout.csv', `${GOED}Nergenshuizen;2024;vt_meldingen;5;nee\n`, 120);
    await leg('nog-bezig.csv', GOED, 5);
    await leg('brief.docx', 'geen cijfers', 120);
    const werk = { db: proef.app.db, klok: site.klok, map };
    expect(await werkInvoermapBij(werk)).toBe(2);
    expect((await readdir(regio)).toSorted()).toEqual([
      'brief.docx',
      'geweigerd',
      'nog-bezig.csv',
      'verwerkt',
    ]);
    expect(await readdir(path.join(regio, 'verwerkt'))).toEqual(['goed.csv', 'goed.csv.txt']);
    const verslag = await readFile(path.join(regio, 'geweigerd', 'fout.csv.txt'), 'utf8');
    expect(verslag).toContain('Er is niets ingelezen');
    expect(verslag).toContain('Rij 4, kolom gemeente: De gemeente ‘Nergenshuizen’');
    expect(await reeks(analist)).toEqual([
      ['Haarlem', 1226, 'intern', 'nee'],
      ['Velsen', 240, 'intern', 'ja'],
    ]);
    expect(await reeks()).toEqual([]);
    const overzicht = woorden(await site.tekst('/datalab/invoer', analist));
    expect(overzicht).toContain('goed.csv 22 november 2026');
    expect(overzicht).toMatch(/fout\.csv .* geweigerd/);
    // The same content again, under another name: nothing new.
    await leg('nogmaals.csv', GOED, 120);
    expect(await werkInvoermapBij(werk)).toBe(1);
    expect(await readFile(path.join(regio, 'verwerkt', 'nogmaals.csv.txt'), 'utf8')).toContain(
      'al ingelezen',
    );
    const ander = await site.persoon('datalab_analist', 'zaanstreek-waterland');
    expect(woorden(await site.tekst('/datalab/invoer', ander))).not.toContain('goed.csv');
  });
});
