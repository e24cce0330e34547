import { beforeAll, describe, expect, test } from 'vitest';
import { dienApiOp, maakApi } from '#platform/http/api.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import {
  bronbestand,
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
  REGIOS,
} from '../testing/proefapp.ts';
import { bewaarOnderdeel, voegOnderdeelToe } from '../usecases/bewaar.ts';
import { apiLabel, voegApiToe } from './routes.ts';
import { Onderdeel, Programma, Regio } from './schemas.ts';

const proef = await maakProef();
const db = proef.app.db;
const { app, haal } = maakProefapp(db, a => {
  const api = maakApi();
  voegApiToe(api);
  dienApiOp(a, api, [apiLabel]);
});
const MERK = 'GEHEIM-CONCEPT-7f3a';
let leider: Lezer;

type Blad = { gegevens: Record<string, unknown>[]; pagina: number; aantal: number; paginas: number };
type Bron = Record<string, unknown[]>;

async function json<T = Record<string, unknown>>(pad: string, lezer?: Lezer): Promise<T> {
  const r = await haal(`/api/v1${pad}`, lezer);
  expect([pad, r.status, r.headers.get('content-type')]).toEqual([
    pad,
    200,
    'application/json; charset=utf-8',
  ]);
  return r.json();
}

async function probleem(pad: string): Promise<{ status: number; detail: string }> {
  const r = await haal(`/api/v1${pad}`);
  const p = (await r.json()) as { status: number; title: string; detail: string };
  expect(r.headers.get('content-type')).toBe('application/problem+json');
  expect(r.headers.get('api-version')).toMatch(/^1\.\d+\.\d+$/);
  expect(p.status).toBe(r.status);
  expect(p.title).not.toBe('');
  return p;
}

/** Every item by walking the Link headers from the first page. */
async function loop(pad: string, lezer?: Lezer): Promise<Record<string, unknown>[]> {
  const uit: Record<string, unknown>[] = [];
  let volgende: string | undefined = `/api/v1${pad}`;
  while (volgende) {
    const r: Response = await haal(volgende, lezer);
    expect(r.status).toBe(200);
    uit.push(...((await r.json()) as Blad).gegevens);
    volgende = /<([^>]+)>; rel="next"/.exec(r.headers.get('link') ?? '')?.[1];
  }
  return uit;
}

beforeAll(async () => {
  await leesProgrammas(db);
  leider = await maakMens(db, 'projectleider', 'kennemerland');
  const d = {
    db,
    ...leider,
    vandaag: Temporal.PlainDate.from('2026-11-22'),
    nu: Temporal.Instant.from('2026-11-22T09:00:00Z'),
  };
  const [eerste] = (bronbestand('kennemerland') as Bron)['acties'] ?? [];
  const actie = eerste as Record<string, unknown>;
  const gewijzigd = await bewaarOnderdeel(d, {
    regio: 'kennemerland',
    soort: 'actie',
    code: String(actie['code']),
    versie: 1,
    inhoud: { ...actie, titel: MERK },
    reden: null,
  });
  expect(gewijzigd.ok).toBe(true);
  const nieuw = await voegOnderdeelToe(d, {
    regio: 'kennemerland',
    soort: 'actie',
    inhoud: { ...actie, code: 'CONCEPT1', titel: MERK },
    reden: null,
  });
  expect(nieuw.ok).toBe(true);
});

// @eis A5.7
describe('API van de programma’s', () => {
  test('geeft de drie regio’s met de gemeenten van de bron', async () => {
    const { gegevens } = await json<Blad>('/regios');
    expect(gegevens.map(r => r['code'])).toEqual([...REGIOS]);
    for (const r of gegevens) {
      const bron = (bronbestand(String(r['code'])) as Record<string, Record<string, unknown>>)['regio'];
      expect(r).toMatchObject({ naam: bron?.['naam'], programma: bron?.['programma'] });
      expect(r['gemeenten']).toEqual(bron?.['gemeenten']);
      expect(await json(`/regios/${r['code']}`)).toEqual(r);
      expect(Regio.safeParse(r).error).toBeUndefined();
    }
  });

  test('elk gepubliceerd onderdeel is er, en past in de beschrijving van zijn soort', async () => {
    const lijsten: Record<string, string> = {
      acties: 'actie',
      mijlpalen: 'mijlpaal',
      raadsopmerkingen: 'raadsopmerking',
      doelstellingen: 'doelstelling',
      besluitvorming: 'besluit',
      documenten: 'document',
    };
    for (const regio of REGIOS) {
      const alle = await loop(`/regios/${regio}/onderdelen?perPagina=100`);
      for (const o of alle)
        expect([o['soort'], Onderdeel.safeParse(o).error]).toEqual([o['soort'], undefined]);
      const bron = bronbestand(regio) as Bron;
      for (const [lijst, soort] of Object.entries(lijsten))
        expect([soort, alle.filter(o => o['soort'] === soort).length]).toEqual([
          soort,
          bron[lijst]?.length ?? 0,
        ]);
    }
  });

  test('het programma noemt elke actie van de bron één keer', async () => {
    for (const regio of REGIOS) {
      const p = Programma.parse(await json(`/regios/${regio}/programma`));
      const codes = [...p.actielijnen.flatMap(l => l.acties), ...p.overigeActies].map(a => a.code);
      const bron = ((bronbestand(regio) as Bron)['acties'] ?? []) as { code: string }[];
      expect(codes.toSorted()).toEqual(bron.map(a => a.code).toSorted());
    }
  });

  test('een onderdeel draagt de tekst van zijn bron, en de titel van het stuk in plaats van een bestandsnaam', async () => {
    for (const regio of REGIOS) {
      const bron = bronbestand(regio) as Bron;
      for (const r of (bron['raadsopmerkingen'] ?? []) as { code: string; opmerking: string }[]) {
        const o = await json<{ inhoud: { opmerking: string } }>(
          `/regios/${regio}/onderdelen/raadsopmerking/${encodeURIComponent(r.code)}`,
        );
        expect(o.inhoud.opmerking).toBe(r.opmerking);
      }
      const bestanden = ((bron['documenten'] ?? []) as { bestand: string | null }[]).flatMap(
        d => d.bestand ?? [],
      );
      const alles = JSON.stringify(await loop(`/regios/${regio}/onderdelen?perPagina=100`));
      expect(bestanden.filter(b => alles.includes(b))).toEqual([]);
    }
  });

  test('elk antwoord noemt de versie van de API, ook een weigering, een doorverwijzing en een poging tot wijzigen', async () => {
    const paden = ['/regios', '/openapi.json', '/regios/nergens', '/bestaat-niet', '/regios/', '/regios?x=1'];
    for (const pad of paden)
      expect([pad, (await haal(`/api/v1${pad}`)).headers.get('api-version')]).toEqual([pad, '1.0.0']);
    const r = await app.request('/api/v1/regios', { method: 'POST', headers: { host: 'localhost' } });
    expect([r.status, r.headers.get('api-version')]).toEqual([403, '1.0.0']);
  });

  test('de beschrijving wordt ook zelf opgediend', async () => {
    expect(await json('/openapi.json')).toMatchObject({ openapi: '3.1.0', info: { version: '1.0.0' } });
  });
});

describe('weigeringen noemen wat er niet klopt', () => {
  test.each([
    ['/regios/friesland', 404, 'friesland'],
    ['/regios/friesland/onderdelen', 404, 'friesland'],
    ['/regios/kennemerland/onderdelen?soort=dromen', 400, 'dromen'],
    ['/regios/kennemerland/onderdelen/dromen/A1', 404, 'dromen'],
    ['/regios/kennemerland/onderdelen/actie/A99999', 404, 'A99999'],
    ['/regios?perPagina=101', 400, 'perPagina'],
    ['/regios?perPagina=1000000000', 400, 'perPagina'],
    ['/regios?perPagina=-1', 400, 'perPagina'],
    ['/regios?perPagina=NaN', 400, 'perPagina'],
    ['/regios?pagina=0', 400, 'pagina'],
    ['/regios?pagina=1.5', 400, 'pagina'],
    ['/regios?pagina=2', 404, 'Pagina 2'],
    ['/regios?weergave=werk', 400, 'weergave'],
    ['/regios?constructor=1', 400, 'constructor'],
    ['/regios?pagina=1&pagina=2', 400, 'pagina'],
  ])('%s geeft %i en noemt %s', async (pad, status, naam) => {
    const p = await probleem(pad);
    expect(p.status).toBe(status);
    expect(p.detail).toContain(naam);
    expect(p.detail).not.toMatch(/Invalid|expected|received/i);
  });
});

describe('aanval', () => {
  test('een concept komt langs geen enkele weg naar buiten, ook niet bij wie het schreef', async () => {
    const [{ code }] = (bronbestand('kennemerland') as Bron)['acties'] as [{ code: string }];
    for (const lezer of [undefined, leider]) {
      const alles = await Promise.all([
        ...REGIOS.map(r => loop(`/regios/${r}/onderdelen?perPagina=100`, lezer)),
        loop('/regios/kennemerland/onderdelen?soort=actie', lezer),
        json('/regios/kennemerland/programma', lezer),
        json('/regios/kennemerland', lezer),
        json(`/regios/kennemerland/onderdelen/actie/${code}`, lezer),
      ]);
      expect(JSON.stringify(alles)).not.toContain(MERK);
      expect(JSON.stringify(alles)).not.toContain('CONCEPT1');
      expect(alles.at(-1)).toMatchObject({ versie: 1 });
      expect((await haal('/api/v1/regios/kennemerland/onderdelen/actie/CONCEPT1', lezer)).status).toBe(404);
    }
  });

  test.each([
    'weergave=werk',
    'versie=2',
    'concept=1',
    'soort=actie&soort=mijlpaal',
    'soort[]=actie',
    '__proto__=1',
  ])('de parameter %s opent niets', async vraag => {
    const p = await probleem(`/regios/kennemerland/onderdelen?${vraag}`);
    expect(p.status).toBe(400);
  });

  test.each([
    "'; drop table programma.onderdeel; --",
    "' or '1'='1",
    '%00',
    '\u0000',
    '../../regios',
    'kennemerland%',
    'KENNEMERLAND',
    '💥'.repeat(100),
    'a'.repeat(5000),
  ])('tekens die iets betekenen voor SQL of een pad doen niets (%#)', async invoer => {
    const x = encodeURIComponent(invoer);
    expect((await probleem(`/regios/${x}`)).status).toBe(404);
    expect((await probleem(`/regios/${x}/programma`)).status).toBe(404);
    expect((await probleem(`/regios/kennemerland/onderdelen?soort=${x}`)).status).toBe(400);
    expect((await probleem(`/regios/kennemerland/onderdelen/actie/${x}`)).status).toBe(404);
    expect((await probleem(`/regios/kennemerland/onderdelen/${x}/A1`)).status).toBe(404);
    expect((await probleem(`/regios?pagina=${x}`)).status).toBe(400);
    expect((await json<Blad>('/regios')).aantal).toBe(3);
  });
});
