import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { type Buurt, maakBuurt } from '#modules/casus/testing/buurt.ts';
import { maakCasushuis, niemand } from '#modules/casus/testing/casushuis.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-aanval-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 6), map });
const h = maakCasushuis(proef.app.db, kluis, maakCasus({ ...kennisgevinglening, kluis }).registreer);
let b: Buurt;
let adressen: string[];

beforeAll(async () => {
  b = await maakBuurt(h);
  await h.stuur(
    `/casus/${b.id}/notities`,
    { soort: 'contact', over_dag: '21-11-2026', inhoud: 'Geheime inhoud' },
    b.intaker,
  );
  await h.stuurBestand(`/casus/${b.id}/documenten`, new File(['Geheim verslag'], 'Vera.txt'), b.intaker);
  const html = await (await h.haal(`/casus/${b.id}`, b.intaker)).text();
  const uit = (soort: string) => new RegExp(`/casus/${b.id}/${soort}/[0-9a-f-]{36}`).exec(html)?.[0] ?? '';
  adressen = ['/casus', '/casus/nieuw', '/casus/radar', '/casus/noodtoegang', `/casus/${b.id}`].concat(
    uit('notities'),
    uit('documenten'),
  );
});

// @eis C5.4 C2.7
describe('aanval: de computer na een collega', () => {
  test('niets van een dossier mag achterblijven in de browser, ook geen weigering of doorverwijzing', async () => {
    for (const pad of adressen)
      for (const lezer of [b.intaker, b.vreemde, niemand]) {
        const r = await h.haal(pad, lezer);
        expect(r.headers.get('cache-control'), `${pad} ${lezer.naam}`).toBe('no-store');
      }
    for (const [pad, velden] of [
      ['/casus/zoek', { achternaam: 'Voorbeeld' }],
      [`/casus/${b.id}/druk`, { doel: 'overleg' }],
      [`/casus/${b.id}/uitvoer`, { doel: 'overleg', vorm: 'json' }],
      ['/casus/radar', { voornaam: 'Vera', achternaam: 'Voorbeeld', geboren: '3-11-1988' }],
    ] as [string, Record<string, string>][])
      expect((await h.stuur(pad, velden, b.intaker)).headers.get('cache-control'), pad).toBe('no-store');
  });

  test('in titel, adres en geschiedenis staat geen naam en geen zaaknummer', async () => {
    for (const pad of adressen) {
      expect(pad).not.toMatch(/20\d\d-\d{6}|Voorbeeld|Vera/);
      const html = await (await h.haal(pad, b.intaker)).text();
      expect(/<title>([^<]*)/.exec(html)?.[1] ?? '').not.toMatch(/20\d\d-\d{6}|Voorbeeld|Vera|Kees/);
      for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g))
        expect(href).not.toMatch(/20\d\d-\d{6}|Voorbeeld|Vera|Kees/);
      expect(html).not.toMatch(/<form[^>]*method="get"[^>]*action="\/casus\/zoek/);
    }
  });

  test('wie is afgemeld en het adres uit de geschiedenis opent, komt bij het aanmelden en niet bij de inhoud', async () => {
    for (const pad of adressen) {
      const r = await h.haal(pad);
      expect(r.status, pad).toBe(303);
      expect(r.headers.get('location')).toMatch(/^\/aanmelden\?terug=/);
      expect(await r.text()).not.toMatch(/Geheime inhoud|Vera|Kees/);
    }
    // The same for a file that is not there: the way to sign in tells nothing.
    const r = await h.haal(`/casus/${crypto.randomUUID()}`);
    expect(r.status).toBe(303);
  });

  test('een formulier dat openstond bij een collega werkt niet voor wie daarna aanmeldt', async () => {
    const html = await (await h.haal(`/casus/${b.id}`, b.intaker)).text();
    const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const velden = { _csrf: token, soort: 'contact', over_dag: '21-11-2026', inhoud: 'van een ander' };
    const r = await h.stuur(`/casus/${b.id}/notities`, velden, b.pro);
    expect(r.status).toBe(403);
    expect(await (await h.haal(`/casus/${b.id}`, b.intaker)).text()).not.toContain('van een ander');
  });
});
