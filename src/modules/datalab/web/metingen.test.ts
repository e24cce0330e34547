import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { metClient, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { leesCsv } from '../usecases/gegevensbestanden.ts';

const REGIO = 'zaanstreek-waterland';
const woorden = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');
/** The incidents of 2019 as the plan of the region printed them. */
const GEDRUKT = leesCsv('bronfiguren.csv')
  .filter(r => r['region'] === REGIO && r['indicator'] === 'politie_incidenten_hg')
  .filter(r => r['year'] === '2019' && r['period'] === 'jaar' && r['municipality'] !== '')
  .map(r => [r['municipality'], Number(r['value'])])
  .toSorted();

// @eis B3.4
describe('metingen vaststellen en aanhalen', async () => {
  const proef = await maakProef();
  let site: Datalabsite;
  let leider: Proefpersoon;
  let raadslid: Proefpersoon;
  beforeAll(async () => {
    site = await maakDatalabsite(
      proef,
      maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') }),
    );
    leider = await site.persoon('projectleider', REGIO);
    raadslid = await site.persoon('raadslid', REGIO, 'GM0479');
  });

  const stelVast = (velden: Record<string, string>, wie = leider) =>
    site.stuur(
      '/datalab/metingen',
      { regio: REGIO, soort: 'nulmeting', jaar: '2019', bekend_op: '2026-11-22', ...velden },
      wie,
    );
  const incidenten = async (pad: string, wie?: Proefpersoon) => {
    const { rijen } = (await (await site.haal(pad, wie)).json()) as { rijen: Record<string, unknown>[] };
    return rijen
      .filter(r => r['indicator'] === 'politie_incidenten_hg' && r['plaatssoort'] === 'gemeente')
      .filter(r => r['periode'] === '2019')
      .map(r => [r['plaats'], r['waarde']])
      .toSorted();
  };
  const METING = `/regio/${REGIO}/metingen/nulmeting-2019`;
  /** A correction of one figure, a day after everything else. */
  const herzie = () =>
    metClient(proef.beheer, c =>
      c.query(`insert into datalab.waarneming_versie (waarneming_id, versie, waarde, eenheid, voorlopig, overgenomen,
          vastgelegd, door, reden)
        select w.id, 2, 9999, 'aantal', false, '2026-11-23', '2026-11-23T09:00Z', 'proef', 'verbeterd'
        from datalab.waarneming w where w.regio = 'zaanstreek-waterland' and w.plaatsnaam = 'Zaanstad'
          and w.periode = '2019' and w.indicator = 'politie_incidenten_hg'`),
    );

  test('een vastgestelde meting toont wat gedrukt stond, met een blijvend adres om aan te halen', async () => {
    const r = await stelVast({});
    expect([r.status, r.headers.get('location')]).toEqual([303, METING]);
    expect(GEDRUKT).toHaveLength(8);
    expect(await incidenten(`${METING}.json`)).toEqual(GEDRUKT);
    const pagina = woorden(await site.tekst(METING));
    expect(pagina).toContain(
      `Regio Zaanstreek-Waterland, Nulmeting 2019, vastgesteld op 22 november 2026. http://localhost:8080${METING}`,
    );
    expect(woorden(await site.tekst(`/regio/${REGIO}/metingen`))).toContain('Nulmeting 2019');
    expect(woorden(await site.tekst(`/en${METING}`))).toContain('Baseline 2019');
    expect((await site.haal(`/regio/${REGIO}/metingen/nulmeting-1999`)).status).toBe(404);
  });

  test('een verbeterd cijfer verandert de meting niet, en wat toen bekend was blijft te zien', async () => {
    await herzie();
    const indicator = `/regio/${REGIO}/cijfers/politie-incidenten-hg`;
    const verbeterd = GEDRUKT.map(([p, n]) => [p, p === 'Zaanstad' ? 9999 : n]);
    expect(await incidenten(`${indicator}.json`)).toEqual(verbeterd);
    expect(await incidenten(`${METING}.json`)).toEqual(GEDRUKT);
    expect(await incidenten(`${indicator}.json?op=2026-11-22`)).toEqual(GEDRUKT);
    expect(await incidenten(`${indicator}.json?op=2026-11-21`)).toEqual([]);
    const pagina = woorden(await site.tekst(`${indicator}?op=2026-11-22&gemeente=zaanstad`));
    expect(pagina).toContain('U ziet wat op 22 november 2026 bekend was.');
    expect(pagina).not.toContain('9.999');
    for (const dag of ['2026-11-23', '2026-02-30', 'gisteren']) {
      expect((await site.haal(`${indicator}?op=${dag}`)).status).toBe(404);
    }
  });

  test('een volgende meting over hetzelfde jaar krijgt een eigen adres', async () => {
    expect((await stelVast({})).headers.get('location')).toBe(`${METING}-2`);
    expect((await stelVast({ soort: 'jaarmeting' })).headers.get('location')).toContain('jaarmeting-2019');
  });

  test('wat er niet klopt wordt genoemd, en wie het recht niet heeft vindt de pagina niet', async () => {
    for (const [veld, waarde, zin] of [
      ['jaar', '1850', 'Vul een jaar in van 2000 tot en met 2026'],
      ['bekend_op', '2026-12-01', 'moet nog komen'],
      ['regio', 'kennemerland', 'mag u geen meting vaststellen'],
      ['jaar', '2001', 'geen enkel cijfer'],
    ] as const) {
      const r = await stelVast({ [veld]: waarde });
      expect(r.status).toBe(422);
      expect(woorden(await r.text())).toContain(zin);
    }
    expect((await stelVast({}, raadslid)).status).toBe(404);
    expect((await site.haal('/datalab/metingen', raadslid)).status).toBe(404);
  });

  test('niemand wijzigt, verwijdert of vult een meting aan', async () => {
    const als = (vraag: ReturnType<typeof sql>) => site.als(leider.actor, tx => vraag.execute(tx));
    await expect(als(sql`update datalab.meting set jaar = 2020`)).rejects.toThrow(/permission denied/);
    await expect(als(sql`delete from datalab.meting_waarneming`)).rejects.toThrow(/permission denied/);
    const aanvulling = sql`insert into datalab.meting_waarneming (meting_id, waarneming_id, versie)
      select m.id, w.id, 1 from datalab.meting m, datalab.waarneming w
      where m.slug = 'nulmeting-2019' and w.regio = ${REGIO} and w.periode = '2018' limit 1`;
    await expect(als(aanvulling)).rejects.toThrow(/row-level security/);
    const elders = await site.persoon('projectleider', 'kennemerland');
    const vreemd = sql`insert into datalab.meting (id, regio, slug, soort, jaar, volgnummer, bekend_op, vastgesteld, door)
      values (${randomUUID()}, ${REGIO}, 'nulmeting-2018', 'nulmeting', 2018, 1, '2026-11-22', now(), 'proef')`;
    await expect(site.als(elders.actor, tx => vreemd.execute(tx))).rejects.toThrow(/row-level security/);
  });

  test('interne cijfers in een meting ziet alleen wie dat recht heeft', async () => {
    const bestand = new File(['gemeente;jaar;indicator;waarde\nZaanstad;2021;vt_klachten;12\n'], 'k.csv');
    const pad =
      (await site.stuur('/datalab/invoer', { regio: REGIO, bestand }, leider)).headers.get('location') ?? '';
    const velden = { bron_titel: 'Uitdraai', plek: 'blad 1', doe: 'lees_in' };
    expect((await site.stuur(pad, velden, leider)).status).toBe(303);
    expect((await stelVast({ soort: 'jaarmeting', jaar: '2021' })).status).toBe(303);
    const meting = `/regio/${REGIO}/metingen/jaarmeting-2021`;
    expect(woorden(await site.tekst(meting, leider))).toContain(
      'Klachten over Veilig Thuis Zaanstad 2021 12',
    );
    for (const wie of [undefined, raadslid]) {
      expect(await site.tekst(meting, wie)).not.toContain('Klachten over Veilig Thuis');
    }
  });
});
