import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { leesInstellingen } from '#platform/config/index.ts';
import { PUBLIEK } from '#platform/db/index.ts';
import { csrfToken, maakApp } from '#platform/http/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakLog } from '#platform/log/index.ts';
import { maakProef } from '../proef/index.ts';

const p = await maakProef();
const geheim = Buffer.alloc(32, 3);
const regels: string[] = [];
const log = maakLog(
  'info',
  new Writable({
    write: (d, _, klaar) => {
      regels.push(String(d));
      klaar();
    },
  }),
);

function maak(env: Record<string, string> = {}) {
  const app = maakApp({
    geheim,
    herken: async () => ({ actor: PUBLIEK, gebruiker: null, sessie: 'proef', toegang: null }),
    diensten: {
      db: p.app.db,
      klok: vasteKlok('2026-03-02T09:00:00Z'),
      log,
      instellingen: leesInstellingen(env),
      demo: false,
      stijlPad: '/s.css',
      scriptPad: '/s.js',
      navigatie: () => [],
    },
  });
  app.get('/zaak/:naam', c => c.text(`dag ${c.req.param('naam')}`));
  app.post('/zaak', async c => c.text(String((await c.req.parseBody())['a'])));
  app.get('/stuk', () => {
    throw new Error('geheim\nmevrouw Voorbeeld');
  });
  app.get('/api/v1/stuk', () => {
    throw new Error('geheim');
  });
  app.get('/verwijs', c => c.redirect('/zaak/x'));
  return app;
}
const app = maak();
const lokaal = { host: 'localhost:8080' };
const formulier = (velden: Record<string, string>, koppen: Record<string, string> = {}) => ({
  method: 'POST',
  headers: {
    ...lokaal,
    origin: 'http://localhost:8080',
    'content-type': 'application/x-www-form-urlencoded',
    ...koppen,
  },
  body: new URLSearchParams(velden),
});

// @eis A5.3 A2.3
describe('kop van gastheer en proxy', () => {
  test.each(['kwaad.example', 'localhost.kwaad.example', '127.0.0.1.kwaad.example', ''])(
    'een vreemde gastheer %s krijgt niets',
    async host => {
      expect((await app.request('/zaak/x', { headers: { host } })).status).toBe(421);
    },
  );

  test('een kop van een proxy verandert niet wie wij zijn', async () => {
    const r = await app.request('/zaak/x', {
      headers: {
        ...lokaal,
        'x-forwarded-host': 'kwaad.example',
        'x-forwarded-proto': 'https',
        forwarded: 'host=kwaad.example',
      },
    });
    expect(r.status).toBe(200);
    const v = await app.request('/verwijs', { headers: { ...lokaal, 'x-forwarded-host': 'kwaad.example' } });
    expect(v.headers.get('location')).toBe('/zaak/x');
  });

  test('met een eigen adres wordt alleen dat adres beantwoord, ook als herkomst van een formulier', async () => {
    const eigen = maak({ LA_BASIS_URL: 'https://regio.example', HOST: '0.0.0.0' });
    const token = csrfToken(geheim, 'proef');
    expect((await eigen.request('/zaak/x', { headers: { host: 'anders.example' } })).status).toBe(421);
    const goed = formulier(
      { _csrf: token, a: 'ja' },
      { host: 'regio.example', origin: 'https://regio.example' },
    );
    expect(await (await eigen.request('/zaak', goed)).text()).toBe('ja');
    const fout = formulier(
      { _csrf: token, a: 'ja' },
      { host: 'regio.example', origin: 'https://kwaad.example' },
    );
    expect((await eigen.request('/zaak', fout)).status).toBe(403);
    expect(
      (await eigen.request('/zaak/x', { headers: { host: 'regio.example' } })).headers.get(
        'strict-transport-security',
      ),
    ).toContain('max-age');
  });
});

// @eis A2.3
describe('wat elk antwoord draagt', () => {
  test('een inhoudsbeleid zonder inline code en zonder derden', async () => {
    const r = await app.request('/zaak/x', { headers: lokaal });
    const csp = r.headers.get('content-security-policy') ?? '';
    expect(csp).toContain("default-src 'none'");
    expect(csp).not.toMatch(/unsafe-|https?:|\*/);
    expect(r.headers.get('x-content-type-options')).toBe('nosniff');
    expect(r.headers.get('x-frame-options')).toBe('DENY');
    expect(r.headers.get('referrer-policy')).toBe('same-origin');
  });

  test('een bezoeker krijgt geen koekje', async () => {
    expect((await app.request('/zaak/x', { headers: lokaal })).headers.getSetCookie()).toEqual([]);
  });

  test('een fout toont een nummer en verder niets van binnen, ook niet in het logboek', async () => {
    regels.length = 0;
    const r = await app.request('/stuk', { headers: lokaal });
    expect(r.status).toBe(500);
    const html = await r.text();
    expect(html).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(html + regels.join('')).not.toContain('mevrouw');
    const api = await app.request('/api/v1/stuk', { headers: lokaal });
    expect(api.headers.get('content-type')).toContain('application/problem+json');
    expect(await api.json()).toMatchObject({
      status: 500,
      title: expect.any(String),
      detail: expect.any(String),
    });
  });

  test('wat niet bestaat geeft een pagina met uitleg, of problem+json onder /api', async () => {
    expect(await (await app.request('/bestaat-niet', { headers: lokaal })).text()).toContain(
      'is er niet, of is niet voor u',
    );
    expect(
      (await app.request('/api/v1/bestaat-niet', { headers: lokaal })).headers.get('content-type'),
    ).toContain('problem+json');
  });

  test('het logboek van verzoeken noemt het patroon van de route en nooit het adres', async () => {
    regels.length = 0;
    await app.request('/zaak/mevrouw-voorbeeld?zoek=geheim', {
      headers: { ...lokaal, 'user-agent': 'Spion/1.0' },
    });
    const regel = regels.find(x => x.includes('"verzoek"')) ?? '';
    expect(regel).toContain('/zaak/:naam');
    expect(regel).not.toMatch(/mevrouw|geheim|Spion/);
  });
});

// @eis A2.3
describe('formulieren', () => {
  const token = csrfToken(geheim, 'proef');
  test('worden geweigerd zonder herkomst, van elders, zonder teken en met een vreemd teken', async () => {
    const zonder = formulier({ _csrf: token });
    delete (zonder.headers as Record<string, string>)['origin'];
    expect((await app.request('/zaak', zonder)).status).toBe(403);
    expect((await app.request('/zaak', formulier({ _csrf: token }, { origin: 'null' }))).status).toBe(403);
    expect(
      (await app.request('/zaak', formulier({ _csrf: token }, { 'sec-fetch-site': 'cross-site' }))).status,
    ).toBe(403);
    expect((await app.request('/zaak', formulier({}))).status).toBe(403);
    expect((await app.request('/zaak', formulier({ _csrf: csrfToken(geheim, 'ander') }))).status).toBe(403);
    expect((await app.request('/zaak', formulier({ _csrf: token, a: 'ja' }))).status).toBe(200);
  });

  test('die te groot zijn worden geweigerd voordat zij worden gelezen', async () => {
    expect((await app.request('/zaak', formulier({ _csrf: token, a: 'x'.repeat(300_000) }))).status).toBe(
      413,
    );
  });
});
