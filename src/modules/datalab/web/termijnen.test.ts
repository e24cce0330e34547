import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { metClient, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';

const woorden = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');
const KOP = 'gemeente;soort;start;eind;afloop\n';
const csv = (inhoud: string, naam = 'uitdraai.csv') => new File([inhoud], naam, { type: 'text/csv' });
const VELDEN = {
  regio: 'kennemerland',
  bron: 'Registratie Veilig Thuis',
  peildatum: '31-12-2025',
  instroom_vanaf: '1-1-2025',
};

/** Assessments that start on successive Mondays of 2025; `na` days later they end, or they stay open. */
function regels(gemeente: string, aantal: number, na: number | null, afloop = 'afgerond'): string {
  return Array.from({ length: aantal }, (_, i) => {
    const start = Temporal.PlainDate.from('2025-01-06').add({ days: 7 * (i % 48) });
    const eind = na === null ? '' : start.add({ days: na }).toString();
    return `${gemeente};veiligheidsbeoordeling;${start};${eind};${na === null ? '' : afloop}\n`;
  }).join('');
}

describe('termijnen', async () => {
  const proef = await maakProef();
  let site: Datalabsite;
  let analist: Proefpersoon;
  let adviseur: Proefpersoon;
  let elders: Proefpersoon;
  beforeAll(async () => {
    site = await maakDatalabsite(
      proef,
      maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') }),
    );
    analist = await site.persoon('datalab_analist', 'kennemerland');
    adviseur = await site.persoon('beleidsmedewerker', 'kennemerland', 'GM0392');
    elders = await site.persoon('projectleider', 'zaanstreek-waterland');
  });

  const leesIn = async (bestand: File, velden: Record<string, string> = {}, wie = analist) => {
    const r = await site.stuur('/datalab/termijnen/invoer', { ...VELDEN, ...velden, bestand }, wie);
    return { status: r.status, tekst: woorden(await r.text()) };
  };
  const pagina = async (vraag = '', wie = analist) =>
    woorden(await site.tekst(`/datalab/termijnen${vraag}`, wie));
  const rijenVan = (wie: Proefpersoon) =>
    site.als(wie.actor, async tx => {
      const r = await sql<{
        gemeente: string;
        n: number;
      }>`select gemeente, count(*)::int n from datalab.doorloop
        group by gemeente order by gemeente`.execute(tx);
      return r.rows.map(x => [x.gemeente, x.n]);
    });

  // @eis B3.2
  test('zonder gegevens zegt de pagina wat te doen, en wie geen recht heeft krijgt haar niet', async () => {
    expect(await pagina()).toContain('Er zijn nog geen doorlooptijden');
    for (const pad of [
      '/datalab/termijnen',
      '/datalab/termijnen/invoer',
      '/datalab/termijnen/normen/kennemerland',
    ]) {
      expect((await site.haal(pad, adviseur)).status).toBe(404);
      expect((await site.haal(pad)).status).toBe(404);
    }
    expect((await site.haal('/datalab/termijnen/normen/kennemerland', elders)).status).toBe(404);
  });

  // @eis B3.2
  test('een bestand met een naam of nummer erin wordt geweigerd, en er blijft niets van over', async () => {
    const met = `gemeente;soort;start;eind;afloop;naam\nHaarlem;onderzoek;1-2-2025;;;Vera Verzonnen\n`;
    const uit = await leesIn(csv(met, 'Vera Verzonnen.csv'));
    expect(uit.status).toBe(422);
    expect(uit.tekst).toContain('Kolom 6 lijkt te zeggen om wie');
    expect(uit.tekst).not.toContain('Verzonnen');
    const rij = await leesIn(csv(`${KOP}Vera Verzonnen;onderzoek;1-2-2025;;\n`));
    expect(rij.status).toBe(422);
    expect(rij.tekst).toContain('2 gemeente Deze gemeente kennen wij niet');
    expect(rij.tekst).not.toContain('Verzonnen');
    const ergens = await metClient(proef.beheer, async c => {
      const r = await c.query<{ t: string }>(`select coalesce(string_agg(x::text, ''), '') t from (
        select to_jsonb(d) x from datalab.doorloop_inlezing d union all select to_jsonb(d) from datalab.doorloop d
        union all select to_jsonb(i) from datalab.inlezing i union all select to_jsonb(l) from audit.logregel l) s`);
      return r.rows[0]?.t ?? '';
    });
    expect(ergens).not.toContain('Verzonnen');
    expect(await rijenVan(analist)).toEqual([]);
  });

  // @eis B3.2
  test('velden die ontbreken of niet kunnen worden bij het veld genoemd, en wat is ingevuld blijft staan', async () => {
    const bestand = csv(`${KOP}${regels('Haarlem', 1, 4)}`);
    const r = await site.stuur(
      '/datalab/termijnen/invoer',
      { ...VELDEN, peildatum: '1-1-2027', bron: '', instroom_vanaf: '31-2-2025', bestand },
      analist,
    );
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html).toContain('value="1-1-2027"');
    expect(html).toContain('href="#veld-peildatum"');
    const tekst = woorden(html);
    expect(tekst).toContain('De peildatum mag niet na vandaag liggen');
    expect(tekst).toContain('Vul in uit welk systeem');
    expect((await leesIn(bestand, { regio: 'zaanstreek-waterland' })).status).toBe(422);
    expect((await leesIn(csv(KOP))).status).toBe(422);
  });

  // @eis B3.2 B1.6
  test('open zaken tellen mee: van wat besloten is alles op tijd, van alles wat begon zes van de tien', async () => {
    const inhoud = `${KOP}${regels('Haarlem', 60, 4)}${regels('Haarlem', 40, null)}${regels('Velsen', 98, 4)}${regels('Velsen', 2, 30)}`;
    expect((await leesIn(csv(inhoud))).status).toBe(303);
    const haarlem = await pagina('?gemeente=GM0392');
    expect(haarlem).toContain('Norm van 90 %: niet gehaald');
    expect(haarlem).toContain('Binnen 5 werkdagen was 60,0 % besloten');
    expect(haarlem).toContain('Van wat is besloten 100,0 %');
    expect(haarlem).toContain('60 van 60');
    expect(haarlem).toContain('60 van 100');
    expect(haarlem).toContain('Nog niet geëindigd 40');
    // R: binom.test(60, 100)$conf.int is 0.4972 to 0.6967.
    expect(haarlem).toContain('49,7 % tot 69,7 %');
    const velsen = await pagina('?gemeente=GM0453');
    expect(velsen).toContain('Norm van 90 %: gehaald');
    const regio = await pagina();
    expect(regio).toMatch(/Haarlem 100 40 100,0 % 60,0 % .*niet gehaald Velsen 100 0 98,0 % 98,0 %/);
    expect(regio).toContain('kalenderdagen 5 dagen');
    expect(regio).toContain('werkdagen 5 werkdagen');
  });

  // @eis B3.2
  test('de keuzes staan in het adres: telling, periode en soort; een onbekende waarde telt als alles', async () => {
    const kwartaal = await pagina('?gemeente=GM0453&periode=2025-Q1&telwijze=kalenderdagen');
    expect(kwartaal).toContain('Binnen 5 dagen was');
    expect(kwartaal).toContain('eerste kwartaal');
    expect(await pagina('?gemeente=GM9999&periode=morgen&telwijze=maanden&soort=x')).toContain(
      'Norm van 90 %',
    );
    expect(await pagina('?soort=onderzoek')).toContain('Er zijn nog geen doorlooptijden');
    // The cases end four days later: Friday, the fourth day in both ways of counting.
    const html = await site.tekst('/datalab/termijnen', analist);
    expect(html).toContain('<svg class="la-svg la-svg--breed"');
    expect(html).toContain('Bekijk als tabel');
  });

  // @eis B3.2
  test('rijbeveiliging: de regio voor analist en leider, de eigen gemeente voor de adviseur, anderen niets', async () => {
    expect(await rijenVan(analist)).toEqual([
      ['GM0392', 100],
      ['GM0453', 100],
    ]);
    expect(await rijenVan(adviseur)).toEqual([['GM0392', 100]]);
    expect(await rijenVan(elders)).toEqual([]);
    // The mark under which an overview is kept says the same as the rows: who sees less never gets another's.
    const zicht = (wie: Proefpersoon) =>
      site.als(wie.actor, async tx => {
        const r = await sql<{ z: string }>`select datalab.doorloop_zicht('kennemerland') as z`.execute(tx);
        return r.rows[0]?.z;
      });
    expect([await zicht(analist), await zicht(adviseur), await zicht(elders)]).toEqual([
      'regio',
      'GM0392',
      '',
    ]);
    const id = await site.als(analist.actor, async tx => {
      const r = await sql<{ id: string }>`select id from datalab.doorloop_inlezing`.execute(tx);
      return r.rows[0]?.id ?? '';
    });
    // Nobody adds rows to another region's import, changes a row, or withdraws what is not his.
    await expect(
      site.als(elders.actor, tx =>
        sql`insert into datalab.doorloop (inlezing_id, rij, regio, gemeente, soort, start)
          values (${id}, 999, 'zaanstreek-waterland', 'GM0479', 'onderzoek', '2025-02-01')`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      site.als(analist.actor, tx => sql`update datalab.doorloop set eind = null, afloop = null`.execute(tx)),
    ).rejects.toThrow(/permission denied/);
    const r = await site.stuur(`/datalab/termijnen/invoer/${id}/terug`, {}, elders);
    expect(r.status).toBe(404);
    expect(await pagina()).toContain('Norm van 90 %');
  });

  // @eis B3.2
  test('een latere peildatum gaat voor, ook uit Excel, en terugdraaien geeft de eerdere stand terug', async () => {
    const boek = new ExcelJS.Workbook();
    const blad = boek.addWorksheet('blad 1');
    blad.addRow(['Gemeente', 'Soort', 'Start', 'Eind', 'Afloop']);
    for (let i = 0; i < 30; i += 1) {
      const start = new Date(Date.UTC(2026, 0, 5 + 7 * i));
      const eind = new Date(start.getTime() + 3 * 86_400_000);
      blad.addRow(['Haarlem', 'veiligheidsbeoordeling', start, eind, 'afgerond']);
    }
    const bestand = new File([await boek.xlsx.writeBuffer()], 'uitdraai.xlsx');
    const nieuw = await leesIn(bestand, { peildatum: '1-11-2026', instroom_vanaf: '1-1-2026' });
    expect(nieuw.status).toBe(303);
    const nu = await pagina();
    expect(nu).toContain('stand op 1 november 2026');
    expect(nu).toContain('Er staat geen enkele open zaak in het bestand');
    const html = await site.tekst('/datalab/termijnen', analist);
    const terug =
      html
        .split('<form')
        .filter(f => f.includes('van 1 november 2026 terug'))
        .map(f => /action="([^"]+\/terug)"/.exec(f)?.[1])[0] ?? '';
    expect((await site.stuur(terug, {}, analist)).status).toBe(303);
    expect(await pagina()).toContain('stand op 31 december 2025');
  });

  // @eis B3.2
  test('een termijn van de regio staat met haar bron op de pagina en geldt vanaf haar eerste dag', async () => {
    const pad = '/datalab/termijnen/normen/kennemerland';
    const meegeleverd = woorden(await site.tekst(pad, analist));
    expect(meegeleverd).toContain('5 werkdagen (Uitvoeringsbesluit Wmo 2015, 4.1.7 lid 1)');
    expect(meegeleverd).toContain('(niet bevestigd)');
    expect(meegeleverd).toContain('80 %');
    const norm = {
      soort: 'veiligheidsbeoordeling',
      lengte: '3',
      eenheid: 'werkdag',
      wet: 'Afspraak van de regio',
      artikel: 'paragraaf 2',
      bron: 'Prestatieafspraken 2025',
      bevestigd: 'ja',
      norm: '95',
      norm_bron: 'Prestatieafspraken 2025',
      norm_bevestigd: 'ja',
      geldig_vanaf: '1-7-2025',
    };
    const mis = await site.stuur(pad, { ...norm, lengte: '0', norm: '100', bron: '' }, analist);
    expect(mis.status).toBe(422);
    expect(woorden(await mis.text())).toContain('Vul een heel getal in van 1 tot en met 400');
    expect((await site.stuur(pad, norm, analist)).status).toBe(303);
    expect((await site.stuur(pad, norm, elders)).status).toBe(404);
    const nogEens = await site.stuur(pad, norm, analist);
    expect(woorden(await nogEens.text())).toContain(
      'Er is al een termijn van uw regio vanaf deze dag of later',
    );
    expect(woorden(await site.tekst(pad, analist))).toContain('Prestatieafspraken 2025 (bevestigd)');
    // Four days from Monday is the fourth working day: in time before July, late after it.
    expect(await pagina('?gemeente=GM0453&periode=2025-Q1')).toContain('Norm van 90 %: ');
    const later = await pagina('?gemeente=GM0453&periode=2025-Q3');
    expect(later).toContain('Norm van 95 %: niet gehaald');
    expect(later).toContain('Binnen 3 werkdagen was 0,0 % besloten');
    expect(await pagina('?gemeente=GM0453&periode=2025')).toContain('In deze periode veranderde de termijn');
  });

  // @eis B3.2
  test('zodra de kamer van de meldingen haar kijk heeft, komen de cijfers daaruit', async () => {
    await metClient(proef.beheer, async c => {
      await c.query(`create schema meldingen; grant usage on schema meldingen to la_app;
        create table meldingen.proef (regio text, gemeente text, soort text, start date, eind date, afloop text);
        insert into meldingen.proef select 'kennemerland', 'GM0375', 'veiligheidsbeoordeling', '2026-10-05', '2026-10-07', 'afgerond'
          from generate_series(1, 50);
        create view meldingen.doorloop with (security_invoker = true) as select * from meldingen.proef;
        grant select on meldingen.proef, meldingen.doorloop to la_app`);
    });
    const uit = await pagina();
    expect(uit).toContain('Bron: De meldingen in dit systeem');
    expect(uit).toContain('Beverwijk 50');
    expect(uit).not.toContain('Velsen');
    await metClient(proef.beheer, c => c.query('drop schema meldingen cascade'));
    expect(await pagina()).toContain('stand op 31 december 2025');
  });
});
