import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IngebedeServer, metClient, startIngebed, type Verbinding } from '#platform/db/index.ts';
import { Bezoeker } from './bezoeker.ts';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from './toepassing.ts';

const m = maakMap();
let server: IngebedeServer;
let een: Toepassing;
let twee: Toepassing;

const url = (v: Verbinding): string => {
  if (typeof v === 'string') return v;
  return `postgres://${v.user}:${v.password}@localhost/${v.database}?host=${encodeURIComponent(v.host)}`;
};

beforeAll(async () => {
  server = await startIngebed(path.join(m.map, 'pg'), { snel: true });
  const gedeeld = {
    DATABASE_URL: url(server.verbinding('app')),
    LA_EIGENAAR_URL: url(server.verbinding('eigenaar')),
    LA_AANMELDEN_URL: url(server.verbinding('aanmelden')),
    LA_TAKEN_URL: url(server.verbinding('taken')),
    LA_DATA: path.join(m.map, 'data'),
    LA_SLEUTELMAP: path.join(m.map, 'sleutels'),
    LA_DEMO: '1',
  };
  een = begin({ ...gedeeld, PORT: String(await vrijePoort()) });
  await gereed(een);
  twee = begin({ ...gedeeld, PORT: String(await vrijePoort()) });
  await gereed(twee);
}, 120_000);

afterAll(async () => {
  await Promise.all([een, twee].map(t => (t && t.proces.exitCode === null ? stop(t) : null)));
  await server?.stop();
  m.ruimOp();
});

// @eis A5.5
test('een sessie van het ene proces geldt in het andere, en afmelden in het ene geldt in het andere', async () => {
  const bij = new Bezoeker(een.adres);
  await bij.meldAan('projectleider', 'voorbeeld-wachtwoord');
  const daar = bij.naar(twee.adres);
  expect((await bij.haal('/programma/kennemerland')).status).toBe(200);
  const r = await daar.haal('/programma/kennemerland');
  expect(r.status).toBe(200);
  expect((await daar.stuur('/afmelden', Bezoeker.verborgen(await r.text(), '/afmelden'))).status).toBe(303);
  expect((await bij.haal('/programma/kennemerland')).status).toBe(303);
});

// @eis A5.5
test('twee processen op een nieuwe database lezen de programma’s één keer in', async () => {
  const n = await metClient(server.beheer('lange_adem'), async c => {
    const r = await c.query<{ n: number }>(
      "select count(*)::int n from programma.onderdeel where soort = 'regio'",
    );
    return r.rows[0]?.n;
  });
  expect(n).toBe(3);
});

// @eis A5.5 A2.7
test('gepland werk staat één keer in de planning, hoeveel processen er ook zijn', async () => {
  const rijen = await metClient(server.beheer('lange_adem'), async c => {
    const r = await c.query<{ name: string; n: number }>(
      'select name, count(*)::int n from taken.schedule group by name',
    );
    return r.rows;
  });
  expect(rijen.length).toBeGreaterThan(0);
  expect(rijen.every(r => r.n === 1)).toBe(true);
});
