import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { beforeAll, describe, expect, test } from 'vitest';
import { dienApiOp, maakApi } from '#platform/http/api.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { apiLabel, voegApiToe } from '../api/routes.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { dcatfouten, REGELS, voluit, zonder } from '../testing/dcatvorm.ts';
import { doeOp, geefUit, leesTellingenIn, maakConcept, rekenlening } from '../testing/publicatiesite.ts';
import type { Rekenlening } from '../usecases/reken-publicatie-door.ts';

const REGIO = 'zaanstreek-waterland';
/** Crimes of domestic violence 2018 and 2019 (source document 004, annex 1), used here as invented counts. */
const TELLINGEN: Record<string, readonly [number, number]> = {
  Beemster: [8, 11],
  'Edam-Volendam': [13, 13],
  Landsmeer: [10, 12],
  Oostzaan: [6, 6],
  Purmerend: [82, 95],
  Waterland: [3, 4],
  Wormerland: [7, 12],
  Zaanstad: [165, 246],
};
const proef = await maakProef();
let site: Datalabsite;
let lening: Rekenlening;
let analist: Proefpersoon;
let collega: Proefpersoon;
let afgerond: { id: string; pad: string; code: string };
let weggelaten: { id: string; pad: string; code: string };
const API = `/api/v1/regios/${REGIO}/publicaties`;
const BASIS = 'http://localhost:8080';

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
  lening = rekenlening(proef.app.db, site.klok.vandaag());
  analist = await site.persoon('datalab_analist', REGIO);
  collega = await site.persoon('projectleider', REGIO);
  for (const indicator of ['vt_voorwaarden_afgerond', 'vt_onderzoeken_afgerond'])
    await leesTellingenIn(
      site,
      analist,
      REGIO,
      Object.entries(TELLINGEN).flatMap(([g, w]) =>
        w.map((n, i) => [g, String(2018 + i), indicator, n] as const),
      ),
    );
}, 120_000);

const ttl = async (pad: string): Promise<Quad[]> =>
  new Parser({ format: 'text/turtle' }).parse(await site.tekst(`${pad}.ttl`));
const tekstVan = (quads: readonly Quad[]) =>
  quads
    .map(q =>
      [q.subject.value, q.predicate.value, q.object.value, 'language' in q.object && q.object.language].join(
        ' ',
      ),
    )
    .sort();
const waarden = (quads: readonly Quad[], ding: string, eigenschap: string) =>
  quads
    .filter(q => q.subject.value === ding && q.predicate.value === voluit(eigenschap))
    .map(q => q.object.value);

type Cel = {
  periode: string;
  waarde: number | null;
  aard: string;
  kanZijnVanaf: number;
  kanZijnTotEnMet: number | null;
};
type Blad = { gegevens: Record<string, unknown>[]; aantal: number };
type Geheel = {
  waarborg: Record<string, unknown>;
  bescherming: { uitleg: string[] };
  tabellen: { rijen: { plaats: { naam: string; code: string }; cellen: Cel[] }[] }[];
};
const json = async <T>(pad: string): Promise<T> => (await (await site.haal(pad)).json()) as T;

// @eis B4.6 B2.1
describe('zolang er alleen een concept is, bestaat er buiten niets', () => {
  const CONCEPT = { titel: 'Over twee jaar', indicator: 'vt_voorwaarden_afgerond', van: '2018', tot: '2019' };
  let id: string;
  beforeAll(async () => {
    id = await maakConcept(site, lening, analist, REGIO, CONCEPT);
  }, 60_000);

  test('een concept en wat er nooit was zijn voor een programma niet te onderscheiden, ook niet voor wie eraan werkt', async () => {
    const zonderNaam = async (pad: string, wie?: Proefpersoon) => {
      const r = await site.haal(pad, wie);
      return [r.status, (await r.text()).replaceAll(/urn:verzoek:[^"]*/g, '')];
    };
    for (const wie of [undefined, analist])
      for (const [met, geen] of [
        [`${API}/over-twee-jaar`, `${API}/bestaat-niet`],
        ...['jsonld', 'ttl', 'csv'].map(v => [
          `/regio/${REGIO}/publicaties/over-twee-jaar.${v}`,
          `/regio/${REGIO}/publicaties/bestaat-niet.${v}`,
        ]),
      ] as [string, string][]) {
        expect(await zonderNaam(met, wie)).toEqual(await zonderNaam(geen, wie));
        expect((await site.haal(met, wie)).status).toBe(404);
      }
    expect(await json<Blad>(API)).toMatchObject({ gegevens: [], aantal: 0 });
    const catalogus = await site.haal(`/regio/${REGIO}/publicaties.ttl`, analist);
    expect(catalogus.status).toBe(404);
    expect(catalogus.headers.get('content-type')).toContain('problem+json');
  });

  test('een onbekende regio en een onbekende parameter worden bij naam geweigerd', async () => {
    const onbekend = await site.haal('/api/v1/regios/nergens/publicaties');
    expect(onbekend.status).toBe(404);
    expect(await onbekend.json()).toMatchObject({ detail: 'De regio ‘nergens’ kennen wij niet.' });
    const fout = await site.haal(`${API}?sorteer=waarde`);
    expect(fout.status).toBe(400);
    expect(await fout.text()).toContain('sorteer');
  });

  test('na goedkeuring door een collega is er een publicatie', async () => {
    for (const [doe, wie] of [
      ['bied_aan', analist],
      ['keur_goed', collega],
    ] as const)
      expect((await doeOp(site, id, doe, wie)).status).toBe(303);
    afgerond = { id, code: 'over-twee-jaar', pad: `/regio/${REGIO}/publicaties/over-twee-jaar` };
    weggelaten = await geefUit(site, lening, { analist, collega }, REGIO, {
      titel: 'Met weggelaten getallen',
      indicator: 'vt_onderzoeken_afgerond',
      van: '2018',
      tot: '2019',
      methode: 'onderdrukken',
    });
  }, 60_000);
});

// @eis B4.6
describe('de API geeft een publicatie zoals zij in druk is', () => {
  test('de lijst is gepagineerd, de nieuwste eerst', async () => {
    const r = await site.haal(`${API}?perPagina=1`);
    expect(r.headers.get('link')).toContain('rel="next"');
    expect(r.headers.get('api-version')).toBe('1.0.0');
    const blad = (await r.json()) as Blad;
    expect(blad.aantal).toBe(2);
    expect(blad.gegevens[0]).toMatchObject({
      code: 'met-weggelaten-getallen',
      toestand: 'gepubliceerd',
      adres: BASIS + weggelaten.pad,
      ingetrokken: null,
    });
    const { gegevens } = await json<Blad>(`${API}?perPagina=1&pagina=2`);
    expect(gegevens[0]?.['code']).toBe(afgerond.code);
  });

  test.each(['afgerond', 'weggelaten'] as const)(
    'de getallen van de publicatie (%s) zijn die van haar CSV, met hun ruimte',
    async welke => {
      const { pad, code } = welke === 'afgerond' ? afgerond : weggelaten;
      const geheel = await json<Geheel>(`${API}/${code}`);
      const uitApi = geheel.tabellen.flatMap(t =>
        t.rijen.flatMap(r =>
          r.cellen.map(c =>
            [
              r.plaats.code,
              c.periode,
              c.waarde ?? '',
              c.aard,
              c.kanZijnVanaf,
              c.kanZijnTotEnMet ?? '',
            ].join(),
          ),
        ),
      );
      const [kop = '', ...rijen] = (await site.tekst(`${pad}.csv`))
        .replace('\uFEFF', '')
        .trim()
        .split(/\r?\n/);
      const teken = kop.includes(';') ? ';' : ',';
      const plek = (naam: string) => kop.split(teken).indexOf(naam);
      const uitCsv = rijen.map(r => {
        const c = r.split(teken);
        return ['plaatscode', 'periode', 'waarde', 'aard', 'kan_zijn_vanaf', 'kan_zijn_tot_en_met']
          .map(n => c[plek(n)] ?? '')
          .join();
      });
      expect(uitApi.length).toBe(18);
      expect(uitApi).toEqual(uitCsv);
      expect(geheel.waarborg).toMatchObject({ toets: 'veilig', bewijs: 'volledig', tweeMensen: true });
      expect(geheel.waarborg['zegel']).toMatch(/^[0-9a-f]{64}$/);
      expect(geheel.bescherming.uitleg[0]).toContain(welke === 'afgerond' ? 'veelvoud van 5' : '×');
    },
  );
});

// @eis B4.6
describe('de beschrijving volgt DCAT-AP-NL 3.0', () => {
  test('de catalogus en elke publicatie voldoen aan de tabel met regels, in Turtle en in JSON-LD dezelfde', async () => {
    for (const pad of [`/regio/${REGIO}/publicaties`, afgerond.pad, weggelaten.pad]) {
      const quads = await ttl(pad);
      expect(dcatfouten(quads), pad).toEqual([]);
      const ld = (await (await site.haal(`${pad}.jsonld`)).json()) as jsonld.JsonLdDocument;
      const nquads = (await jsonld.toRDF(ld, { format: 'application/n-quads' })) as unknown as string;
      expect(tekstVan(new Parser({ format: 'N-Quads' }).parse(nquads))).toEqual(tekstVan(quads));
    }
    const kop = async (v: string) => (await site.haal(`${afgerond.pad}.${v}`)).headers.get('content-type');
    expect(await kop('ttl')).toBe('text/turtle; charset=utf-8');
    expect(await kop('jsonld')).toBe('application/ld+json');
  });

  test('de rechter ziet het als er iets ontbreekt: elke verplichte eigenschap, één voor één weggehaald', async () => {
    const quads = await ttl(`/regio/${REGIO}/publicaties`);
    for (const regel of REGELS.filter(([, , min]) => min > 0))
      expect(dcatfouten(zonder(quads, regel)), regel.join(' ')).not.toEqual([]);
  });

  test('titel en uitleg zeggen in welke taal zij zijn, en wat waar staat is op te halen', async () => {
    const quads = await ttl(`/regio/${REGIO}/publicaties`);
    const ding = `${BASIS}${afgerond.pad}#dataset`;
    for (const e of ['dct:title', 'dct:description'])
      for (const q of quads.filter(x => x.predicate.value === voluit(e)))
        expect('language' in q.object && q.object.language, q.subject.value).toBe('nl');
    expect(waarden(quads, ding, 'adms:status')).toEqual([expect.stringMatching(/COMPLETED$/)]);
    expect(waarden(quads, `${BASIS}${afgerond.pad}#periode`, 'dcat:startDate')).toEqual(['2018-01-01']);
    expect(waarden(quads, ding, 'dcat:keyword')).toContain('Zaanstad');
    const bestanden = quads
      .filter(q => q.predicate.value === voluit('dcat:downloadURL'))
      .map(q => q.object.value);
    expect(bestanden).toHaveLength(10);
    const api = quads.filter(q => q.predicate.value === voluit('dcat:accessURL')).map(q => q.object.value);
    for (const adres of [...bestanden, ...api]) {
      expect(adres.startsWith(BASIS)).toBe(true);
      expect((await site.haal(adres.slice(BASIS.length))).status, adres).toBe(200);
    }
  });

  test('adressen komen uit de instelling en niet uit wat een bezoeker als host meestuurt', async () => {
    for (const v of ['ttl', 'jsonld']) {
      const pad = `/regio/${REGIO}/publicaties.${v}`;
      const ander = await site.app.request(`http://127.0.0.1:9${pad}`, { headers: { host: '127.0.0.1:9' } });
      expect(await ander.text()).toBe(await site.tekst(pad));
    }
  });

  test('pagina’s wijzen ernaar, in twee talen', async () => {
    for (const taal of ['', '/en']) {
      const een = await site.tekst(`${taal}${afgerond.pad}`);
      for (const v of ['ttl', 'jsonld']) expect(een).toContain(`${afgerond.pad}.${v}"`);
      expect(een).toContain(`href="${API}/${afgerond.code}"`);
      const lijst = await site.tekst(`${taal}/regio/${REGIO}/publicaties`);
      expect(lijst).toContain(`href="/regio/${REGIO}/publicaties.ttl"`);
      expect(lijst).toContain(`href="${API}"`);
    }
  });
});

// @eis B4.6 B2.1
describe('na intrekken', () => {
  const REDEN = 'Een gemeente telde dubbel';
  test('zegt de API 410 met de reden, en blijft de publicatie beschreven als ingetrokken, zonder bestanden', async () => {
    expect((await doeOp(site, afgerond.id, 'trek_in', collega, REDEN)).status).toBe(303);
    const r = await site.haal(`${API}/${afgerond.code}`);
    expect(r.status).toBe(410);
    expect(r.headers.get('content-type')).toContain('problem+json');
    const probleem = (await r.json()) as { detail: string };
    expect(probleem.detail).toContain(REDEN);
    expect((await json<Blad>(API)).gegevens[1]).toMatchObject({
      toestand: 'ingetrokken',
      redenIntrekking: REDEN,
    });
    for (const pad of [`/regio/${REGIO}/publicaties`, afgerond.pad]) {
      const quads = await ttl(pad);
      const ding = `${BASIS}${afgerond.pad}#dataset`;
      expect(dcatfouten(quads), pad).toEqual([]);
      expect(waarden(quads, ding, 'adms:status')).toEqual([expect.stringMatching(/WITHDRAWN$/)]);
      expect(waarden(quads, ding, 'dcat:distribution')).toEqual([]);
      expect(waarden(quads, ding, 'dct:description')[0]).toContain(REDEN);
      expect(quads.some(q => q.object.value === `${BASIS}${afgerond.pad}.csv`)).toBe(false);
    }
  });

  test('is wat zij besloeg ook voor wie eraan werkte niet meer te vinden', async () => {
    for (const wie of [undefined, analist]) {
      const tekst = await (await site.haal(`${afgerond.pad}.ttl`, wie)).text();
      expect(tekst).not.toContain('Zaanstad');
      expect(tekst).not.toContain('2018');
    }
  });
});
