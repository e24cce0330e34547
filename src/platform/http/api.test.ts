import { expect, test } from 'vitest';
import { leesInstellingen } from '#platform/config/index.ts';
import { PUBLIEK } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import {
  beschrijfApi,
  bladVan,
  dienApiOp,
  maakApi,
  paginavraag,
  pagineer,
  voegRouteToe,
  weiger,
  z,
} from './api.ts';
import { maakApp } from './app.ts';

const proef = await maakProef();
const DIEREN = ['aap', 'beer', 'cavia', 'das', 'egel'];
const Dier = z.object({ naam: z.string() }).openapi('Dier');

function maakDierenapi() {
  const api = maakApi();
  const gedeeld = { label: 'Dieren', samenvatting: 'Dieren', omschrijving: 'Alle dieren' };
  voegRouteToe(
    api,
    {
      ...gedeeld,
      pad: '/dieren',
      naam: 'lijstDieren',
      plaats: z.object({}),
      vraag: paginavraag,
      antwoord: bladVan(Dier, 'Dierenblad'),
      gepagineerd: true,
    },
    async (c, _, v) =>
      pagineer(
        c,
        DIEREN.map(naam => ({ naam })),
        v,
      ),
  );
  voegRouteToe(
    api,
    {
      ...gedeeld,
      pad: '/dieren/{dier}',
      naam: 'leesDier',
      plaats: z.object({ dier: z.string() }),
      vraag: z.object({}),
      antwoord: Dier,
    },
    async (c, { dier }) => (DIEREN.includes(dier) ? { naam: dier } : weiger(c, 404, `Geen ${dier}.`)),
  );
  return api;
}

const labels = [{ name: 'Dieren', description: 'Dieren' }];
const app = maakApp({
  geheim: Buffer.alloc(32, 1),
  herken: async () => ({ actor: PUBLIEK, gebruiker: null, sessie: '', toegang: null }),
  diensten: {
    db: proef.app.db,
    klok: vasteKlok('2026-11-22T09:00:00Z'),
    log: maakLog('silent'),
    instellingen: leesInstellingen({}),
    demo: false,
    stijlPad: '/stijl.css',
    scriptPad: '/script.js',
    navigatie: () => [],
  },
});
dienApiOp(app, maakDierenapi(), labels);
const haal = (pad: string) => app.request(pad, { headers: { host: 'localhost' } });

test('een lijst wordt in pagina’s gegeven met de buren in de kop Link', async () => {
  const r = await haal('/api/v1/dieren?perPagina=2&pagina=2');
  expect(await r.json()).toEqual({
    gegevens: [{ naam: 'cavia' }, { naam: 'das' }],
    pagina: 2,
    perPagina: 2,
    aantal: 5,
    paginas: 3,
  });
  const links = Object.fromEntries(
    (r.headers.get('link') ?? '').split(', ').map(l => {
      const m = /^<([^>]+)>; rel="(\w+)"$/.exec(l);
      return [m?.[2], new URLSearchParams(m?.[1]?.split('?')[1]).get('pagina')];
    }),
  );
  expect(links).toEqual({ self: '2', first: '1', last: '3', prev: '1', next: '3' });
});

test('de eerste pagina heeft geen vorige en de laatste geen volgende', async () => {
  expect((await haal('/api/v1/dieren')).headers.get('link')).not.toMatch(/prev|next/);
});

test('een weigering is problem+json met alle verplichte velden, en noemt elke foute parameter', async () => {
  const r = await haal('/api/v1/dieren?pagina=nul&perPagina=0&kleur=rood');
  expect(r.status).toBe(400);
  expect(r.headers.get('content-type')).toBe('application/problem+json');
  const p = (await r.json()) as { fouten: { parameter: string }[] };
  expect(p).toMatchObject({ status: 400, title: expect.any(String), detail: expect.any(String) });
  expect(p.fouten.map(f => f.parameter).toSorted()).toEqual(['kleur', 'pagina', 'perPagina']);
});

test('een onbekend ding en een onbekend adres zijn 404 met het versienummer', async () => {
  for (const pad of ['/api/v1/dieren/eenhoorn', '/api/v1/planten', '/api/v2/dieren']) {
    const r = await haal(pad);
    expect([pad, r.status, r.headers.get('content-type')]).toEqual([pad, 404, 'application/problem+json']);
    expect(r.headers.get('api-version')).toBe('1.0.0');
  }
});

test('de beschrijving noemt bij elk antwoord de kop API-Version en bij elke fout problem+json', () => {
  const { paths = {} } = beschrijfApi(maakDierenapi(), labels);
  expect(Object.keys(paths)).toEqual(['/dieren', '/dieren/{dier}']);
  for (const pad of Object.values(paths))
    for (const [status, antwoord] of Object.entries(pad.get?.responses ?? {})) {
      expect(Object.keys(antwoord.headers)).toContain('API-Version');
      expect(Object.keys(antwoord.content)).toEqual([
        status.startsWith('2') ? 'application/json' : 'application/problem+json',
      ]);
    }
});
