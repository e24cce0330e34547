import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { WORTEL } from '#platform/config/wortel.ts';
import { dienApiOp, maakApi } from '#platform/http/api.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { schrijfWaarnemingen } from '../db/schrijf-waarnemingen.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { apiLabel, voegApiToe } from './routes.ts';
import { Indicator, Waarneming } from './schemas.ts';

const proef = await maakProef();
const GEHEIM = 777_331;
type Rij = Record<string, unknown>;
type Blad = { gegevens: Rij[]; aantal: number; paginas: number };
let site: Datalabsite;
let analist: Proefpersoon;
let haarlem: Proefpersoon;
let velsen: Proefpersoon;
let raadslid: Proefpersoon;
let andereLeider: Proefpersoon;

const cijfers = (naam: string): Record<string, string>[] =>
  parse(readFileSync(path.join(WORTEL, 'gegevens', naam)), { columns: true, bom: true });

/** An internal figure about Haarlem, as an import would bring it. */
function internCijfer(bron: string, definitieversie: number) {
  return {
    plaatssoort: 'gemeente' as const,
    plaats: 'GM0392',
    plaatsnaam: 'Haarlem',
    regio: 'kennemerland',
    gemeente: 'GM0392',
    periode: '2031',
    periodetekst: '2031',
    van: '2031-01-01',
    tot: '2031-12-31',
    indicator: 'vt_meldingen',
    definitieversie,
    bron_id: bron,
    plek: 'eigen telling',
    openbaarheid: 'intern' as const,
    organisatie_id: null,
    waarde: String(GEHEIM),
    decimalen: 0,
    eenheid: 'aantal',
    voorlopig: false,
    overgenomen: '2026-11-01',
    opmerking: null,
    rondingsstap: null,
    teken: null,
  };
}

beforeAll(async () => {
  const datalab = maakDatalab({ nu: () => Temporal.Instant.from('2026-11-22T10:00:00Z') });
  site = await maakDatalabsite(proef, {
    laad: datalab.laad,
    registreer: a => {
      const api = maakApi();
      voegApiToe(api);
      dienApiOp(a, api, [apiLabel]);
    },
  });
  analist = await site.persoon('datalab_analist', 'kennemerland');
  haarlem = await site.persoon('beleidsmedewerker', 'kennemerland', 'GM0392');
  velsen = await site.persoon('beleidsmedewerker', 'kennemerland', 'GM0453');
  raadslid = await site.persoon('raadslid', 'kennemerland', 'GM0392');
  andereLeider = await site.persoon('projectleider', 'zaanstreek-waterland');
  const bronnen = JSON.parse(readFileSync(path.join(WORTEL, 'gegevens/bronnen.json'), 'utf8')) as {
    id: string;
  }[];
  const catalogus = JSON.parse(readFileSync(path.join(WORTEL, 'gegevens/indicatoren.json'), 'utf8')) as {
    code: string;
    definitieversie: number;
  }[];
  const versie = catalogus.find(i => i.code === 'vt_meldingen')?.definitieversie ?? 1;
  await site.als({ soort: 'stelsel', taak: 'inlezen' }, tx =>
    schrijfWaarnemingen(tx, [internCijfer(bronnen[0]?.id ?? '', versie)], {
      nu: site.klok.nu(),
      door: 'stelsel:proef',
      reden: 'proef',
      inlezing: null,
    }),
  );
});

async function blad(vraag: string, wie?: Proefpersoon): Promise<Blad> {
  const r = await site.haal(`/api/v1${vraag}`, wie);
  expect([vraag, r.status]).toEqual([vraag, 200]);
  expect(r.headers.get('api-version')).toBe('1.0.0');
  return r.json();
}

async function alle(vraag: string, wie?: Proefpersoon): Promise<Rij[]> {
  const uit: Rij[] = [];
  let volgende: string | undefined = vraag;
  while (volgende) {
    const r: Response = await site.haal(`/api/v1${volgende}`, wie);
    expect(r.status).toBe(200);
    uit.push(...((await r.json()) as Blad).gegevens);
    volgende = /<\/api\/v1([^>]+)>; rel="next"/.exec(r.headers.get('link') ?? '')?.[1];
  }
  return uit;
}

const ALLES = '/waarnemingen?perPagina=100';

// @eis A5.7
describe('API van de cijfers', () => {
  test('geeft elke waarneming van de twee bronbestanden, elk één keer', async () => {
    const rijen = await alle(ALLES);
    expect(new Set(rijen.map(r => r['id'])).size).toBe(rijen.length);
    expect(rijen.length).toBe(cijfers('bronfiguren.csv').length + cijfers('veilig-thuis-cbs.csv').length);
    for (const r of rijen) expect(Waarneming.safeParse(r).error).toBeUndefined();
  });

  test('een waarde is die van de bron, met vindplaats', async () => {
    const [rij] = cijfers('bronfiguren.csv').filter(r => r['municipality'] === 'Alkmaar');
    const gevonden = await alle(
      `/waarnemingen?gemeente=Alkmaar&indicator=${rij?.['indicator']}&jaar=${rij?.['year']}`,
    );
    const zelfde = gevonden.filter(
      g => (g['bron'] as Rij)['plek'] === rij?.['source_section'] && g['waarde'] === Number(rij?.['value']),
    );
    expect(zelfde.length).toBe(1);
    expect(String((zelfde[0] as { bron: Rij } | undefined)?.bron['titel'])).not.toMatch(/\.txt|\.pdf/);
    expect(JSON.stringify(gevonden)).not.toContain(rij?.['source_file']);
  });

  test('er staat geen afgeleid cijfer bij: geen interval, geen aantal per 1.000, geen oordeel', async () => {
    const velden = new Set((await alle(ALLES)).flatMap(Object.keys));
    for (const v of ['interval', 'perDuizend', 'oordeel', 'verandering'])
      expect([v, velden.has(v)]).toEqual([v, false]);
  });

  test('de filters doen wat zij zeggen', async () => {
    const rijen = await alle('/waarnemingen?regio=zaanstreek-waterland&jaar=2020&perPagina=100');
    expect(rijen.length).toBeGreaterThan(0);
    for (const r of rijen) {
      const p = r['periode'] as { van: string; tot: string };
      expect(r['regio']).toBe('zaanstreek-waterland');
      expect(p.van <= '2020-12-31' && p.tot >= '2020-01-01').toBe(true);
    }
    for (const r of await alle('/waarnemingen?gemeente=GM0392')) expect(r['gemeente']).toBe('GM0392');
  });

  test('de catalogus is die van gegevens/indicatoren.json', async () => {
    const alles = JSON.parse(readFileSync(path.join(WORTEL, 'gegevens/indicatoren.json'), 'utf8')) as Rij[];
    const bron = alles.filter(b => b['gangbaar'] === true);
    const rijen = await alle('/indicatoren?perPagina=100');
    expect(rijen.map(r => r['code']).toSorted()).toEqual(bron.map(b => b['code']).toSorted());
    for (const b of bron) {
      const r = await site.haal(`/api/v1/indicatoren/${b['code']}`);
      const i = (await r.json()) as Rij;
      expect(Indicator.safeParse(i).error).toBeUndefined();
      expect(i).toEqual(b);
    }
  });
});

describe('weigeringen noemen wat er niet klopt', () => {
  test.each([
    ['/waarnemingen?jaar=1850', 400, '1850'],
    ['/waarnemingen?jaar=2099', 400, '2099'],
    ['/waarnemingen?jaar=twintig', 400, 'jaar'],
    ['/waarnemingen?jaar=', 400, 'jaar'],
    ['/waarnemingen?gemeente=Luilekkerland', 400, 'Luilekkerland'],
    ['/waarnemingen?gemeente=GM9999', 400, 'GM9999'],
    ['/waarnemingen?gemeente=Haarlem&regio=zaanstreek-waterland', 400, 'Haarlem'],
    ['/waarnemingen?indicator=geluk', 400, 'geluk'],
    ['/waarnemingen?regio=friesland', 400, 'friesland'],
    ['/waarnemingen?perPagina=101', 400, 'perPagina'],
    ['/waarnemingen?perPagina=99999999999999999999', 400, 'perPagina'],
    ['/waarnemingen?pagina=9999', 404, '9999'],
    ['/waarnemingen?openbaarheid=intern', 400, 'openbaarheid'],
    ['/indicatoren/geluk', 404, 'geluk'],
  ])('%s geeft %i en noemt %s', async (pad, status, naam) => {
    const r = await site.haal(`/api/v1${pad}`);
    const p = (await r.json()) as { status: number; title: string; detail: string };
    expect([r.status, p.status, r.headers.get('content-type')]).toEqual([
      status,
      status,
      'application/problem+json',
    ]);
    expect(p.detail).toContain(naam);
    expect(p.detail).not.toMatch(/Invalid|expected|received/i);
  });
});

describe('aanval', () => {
  test('het interne cijfer is er wel voor wie er recht op heeft', async () => {
    for (const wie of [analist, haarlem])
      expect((await alle(ALLES, wie)).map(r => r['waarde'])).toContain(GEHEIM);
  });

  test('wie geen intern recht heeft, krijgt het langs geen enkele vraag', async () => {
    const vragen = [
      ALLES,
      '/waarnemingen?gemeente=GM0392',
      '/waarnemingen?gemeente=Haarlem&indicator=vt_meldingen',
      '/waarnemingen?indicator=vt-meldingen',
      '/waarnemingen?regio=kennemerland&perPagina=100',
      '/waarnemingen?jaar=2023&perPagina=100',
    ];
    for (const wie of [undefined, raadslid, velsen, andereLeider])
      for (const vraag of vragen) {
        const rijen = await alle(vraag, wie);
        expect(JSON.stringify(rijen)).not.toContain(String(GEHEIM));
        expect(new Set(rijen.map(r => r['openbaarheid']))).toEqual(
          rijen.length > 0 ? new Set(['openbaar_in_bron']) : new Set(),
        );
      }
  });

  test('ook het jaar van een intern cijfer verraadt niet dat het er is', async () => {
    const r = await site.haal('/api/v1/waarnemingen?jaar=2031');
    expect(r.status).toBe(400);
    const p = (await r.json()) as { detail: string };
    expect(p.detail).not.toContain('tot en met 2031');
    expect((await blad('/waarnemingen?jaar=2031', analist)).aantal).toBe(1);
  });

  test.each(["' or 1=1 --", '%00', '\u0000', "GM0392'; drop table datalab.waarneming", '*', '[]', '../'])(
    'tekens die iets betekenen voor SQL of een pad doen niets (%#)',
    async invoer => {
      const x = encodeURIComponent(invoer);
      for (const naam of ['indicator', 'regio', 'gemeente', 'jaar', 'pagina', 'perPagina'])
        expect([naam, (await site.haal(`/api/v1/waarnemingen?${naam}=${x}`)).status]).toEqual([naam, 400]);
      expect((await site.haal(`/api/v1/indicatoren/${x}`)).status).toBe(404);
    },
  );
});
