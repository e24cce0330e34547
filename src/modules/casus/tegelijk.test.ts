import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakGezin } from '#modules/gezin/module.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { leesPagina } from '../../../test/wandeling/pagina.ts';
import { maakCasus } from './module.ts';
import { type Buurt, maakBuurt } from './testing/buurt.ts';
import { type Lezer, maakCasushuis } from './testing/casushuis.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-casus-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map });
const gebieden = [
  { regio: 'kennemerland', naam: 'Kennemerland', gemeenten: [{ code: 'GM0392', naam: 'Haarlem' }] },
];
const casus = maakCasus({
  ...kennisgevinglening,
  kluis,
  mail: { zetInWachtrij: async () => {} },
  basisUrl: 'https://voorbeeld.invalid',
  gebieden,
});
const gezin = maakGezin({ ...kennisgevinglening, kluis, gebieden });
const h = maakCasushuis(proef.app.db, kluis, app => {
  gezin.registreer(app);
  casus.registreer(app);
});

let b: Buurt;
beforeAll(async () => {
  b = await maakBuurt(h);
});

const tekst = async (pad: string, wie: Lezer) => (await h.haal(pad, wie)).text();

/** What a browser that reads this page could ask for next. */
async function adressen(pad: string, wie: Lezer, id: string): Promise<string[]> {
  const p = leesPagina(await tekst(pad, wie), pad);
  return p.links.filter(l => l.includes(id) || l.startsWith('/gezin/personen/'));
}

/** Ends the open relation of this person by the team leader. */
async function neemTerug(id: string, wie: Lezer): Promise<void> {
  const html = await tekst(`/casus/verdelen/${id}`, b.leider);
  const relatie = /name="relatie" value="([^"]+)"/.exec(html.slice(html.indexOf(wie.naam)))?.[1] ?? '';
  const r = await h.stuur(`/casus/verdelen/${id}/terug`, { relatie }, b.leider);
  expect(r.status).toBe(303);
}

const inhoud = 'Voorbeeldtekst die open staat';
const notitie = { soort: 'contact', over_dag: '1-3-2026', inhoud };

// @eis C5.3 C2.1
describe('intrekken tijdens het lezen', () => {
  test('wat tussen lijst en openen eindigt, is bij de volgende vraag weg: elke link, elk formulier, zonder rest in de browser', async () => {
    const id = await b.leg();
    await b.wijsToe(id, b.pro);
    await h.stuur(`/casus/${id}/notities`, notitie, b.pro);
    await h.stuurBestand(`/casus/${id}/documenten`, new File(['Verslag.'], 'verslag.txt'), b.pro);
    const lijst = await h.haal('/casus', b.pro);
    expect(lijst.headers.get('cache-control')).toBe('no-store');
    expect(lijst.headers.get('etag')).toBeNull();
    expect(await lijst.text()).toContain(`/casus/${id}`);
    const paden = [`/casus/${id}`, `/casus/${id}/druk`, ...(await adressen(`/casus/${id}`, b.pro, id))];
    expect(paden.length).toBeGreaterThan(5);
    for (const pad of paden) expect((await h.haal(pad, b.pro)).status, pad).toBe(200);

    await neemTerug(id, b.pro);
    for (const pad of paden) {
      const r = await h.haal(pad, b.pro);
      expect(r.status, pad).toBe(404);
      expect(r.headers.get('cache-control'), pad).toBe('no-store');
      expect(await r.text(), pad).not.toMatch(/Vera|Kees|verslag|Voorbeeldtekst/);
    }
    expect(await tekst('/casus', b.pro)).not.toContain(id);
    for (const [deel, velden] of [
      ['notities', notitie],
      ['notities', { ...notitie, _doe: 'concept' }],
      ['druk', { doel: 'overleg' }],
      ['uitvoer', { doel: 'overleg', vorm: 'json' }],
      ['fase', { fase: 'herstel', versie: '1', reden: 'voorbeeld' }],
    ] as const)
      expect((await h.stuur(`/casus/${id}/${deel}`, velden, b.pro)).status, deel).toBe(404);
    expect(await tekst(`/casus/${id}`, b.intaker)).not.toContain(`${inhoud}${inhoud}`);
  });

  test('wie net begon te typen verliest de toegang, en het concept komt pas terug als de toegang terugkomt', async () => {
    const id = await b.leg();
    await b.wijsToe(id, b.pro);
    const half = { ...notitie, inhoud: 'Half getypt', _doe: 'concept' };
    expect((await h.stuur(`/casus/${id}/notities`, half, b.pro)).status).toBe(303);
    await neemTerug(id, b.pro);
    expect(await tekst('/casus', b.pro)).not.toContain(id);
    await b.wijsToe(id, b.pro);
    expect(await tekst(`/casus/${id}`, b.pro)).toContain('Half getypt');
  });
});

// @eis C5.3
describe('twee mensen tegelijk', () => {
  test('in één notitie: de tweede ziet beide teksten en verliest niets', async () => {
    const id = await b.leg();
    await b.wijsToe(id, b.pro);
    await h.stuur(`/casus/${id}/notities`, notitie, b.pro);
    const n = /\/notities\/([0-9a-f-]{36})/.exec(await tekst(`/casus/${id}`, b.pro))?.[1] ?? '';
    const pad = `/casus/${id}/notities/${n}`;
    const door = (wie: Lezer, wat: string) => h.stuur(pad, { ...notitie, inhoud: wat, versie: '1' }, wie);
    const uit = await Promise.all([door(b.pro, 'Tekst van Petra'), door(b.intaker, 'Tekst van Ina')]);
    expect(uit.map(r => r.status).toSorted()).toEqual([303, 409]);
    const html = (await uit.find(r => r.status === 409)?.text()) ?? '';
    expect(html).toContain('Tekst van Petra');
    expect(html).toContain('Tekst van Ina');
  });

  test('een collega deelt wat een ander schreef, en de schrijver blijft wie hij was', async () => {
    const id = await b.leg();
    await b.wijsToe(id, b.pro);
    await h.stuur(`/casus/${id}/notities`, notitie, b.intaker);
    const n = /\/notities\/([0-9a-f-]{36})/.exec(await tekst(`/casus/${id}`, b.pro))?.[1] ?? '';
    const deel = { _doe: 'deel', grond: 'wmo_5_3_3' };
    expect((await h.stuur(`/casus/${id}/notities/${n}/deel`, deel, b.pro)).status).toBe(303);
    expect(await tekst(`/casus/${id}/notities/${n}`, b.pro)).toContain(b.intaker.naam);
    expect((await h.stuur(`/casus/${id}/notities/${n}/deel`, { _doe: 'stop' }, b.pro)).status).toBe(303);
  });

  test('bij één persoon: de tweede ziet wat er nu staat naast wat hij typte, en overschrijft niets', async () => {
    const id = await b.leg();
    await b.wijsToe(id, b.pro);
    const persoon = /\/gezin\/personen\/([0-9a-f-]{36})/.exec(await tekst(`/casus/${id}`, b.pro))?.[1] ?? '';
    const pad = `/gezin/personen/${persoon}/wijzig`;
    const vorm = leesPagina(await tekst(pad, b.pro), pad).vormen.find(v => v.actie === pad);
    const velden = Object.fromEntries(
      (vorm?.velden ?? []).filter(v => v.soort !== 'checkbox').map(v => [v.naam, v.waarde]),
    );
    delete velden['_csrf'];
    expect(velden['achternaam']).toBe('Voorbeeld');
    const door = (wie: Lezer, naam: string) => h.stuur(pad, { ...velden, achternaam: naam }, wie);
    expect((await door(b.pro, 'Voorbeeldpetra')).status).toBe(303);
    const r = await door(b.intaker, 'Voorbeeldina');
    expect(r.status).toBe(409);
    const html = await r.text();
    expect(html).toContain('Voorbeeldpetra');
    expect(html).toContain('Voorbeeldina');
    expect(await tekst(`/gezin/personen/${persoon}`, b.pro)).toContain('Voorbeeldpetra');
  });
});
