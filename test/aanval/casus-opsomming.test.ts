import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { type Buurt, maakBuurt } from '#modules/casus/testing/buurt.ts';
import { type Lezer, maakCasushuis } from '#modules/casus/testing/casushuis.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { LOGBOEKLEZER } from '#platform/audit/index.ts';
import { metActor, sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-aanval-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 6), map });
const h = maakCasushuis(proef.app.db, kluis, maakCasus({ ...kennisgevinglening, kluis }).registreer);
let b: Buurt;
let notitie: string;
let document: string;

const notitievelden = { soort: 'contact', over_dag: '21-11-2026', inhoud: 'Geheime inhoud' };
const uit = (html: string, soort: string): string =>
  new RegExp(`/${soort}/([0-9a-f-]{36})`).exec(html)?.[1] ?? '';

beforeAll(async () => {
  b = await maakBuurt(h);
  await h.stuur(`/casus/${b.id}/notities`, notitievelden, b.pro);
  await h.stuurBestand(`/casus/${b.id}/documenten`, new File(['Geheim verslag'], 'verslag.txt'), b.pro);
  const html = await (await h.haal(`/casus/${b.id}`, b.pro)).text();
  notitie = uit(html, 'notities');
  document = uit(html, 'documenten');
});

/** Everything of an answer that a visitor can compare; the ids that he sent himself count as one. */
async function beeld(r: Response, ...weg: string[]): Promise<string> {
  let tekst = await r.text();
  for (const w of weg) tekst = tekst.replaceAll(w, 'ID');
  // The page names its own address, for paper.
  tekst = tekst.replace(/\/casus\/[^"<]*/g, '/casus/ID');
  const koppen = [...r.headers].filter(([naam]) => naam !== 'date').map(([n, w]) => `${n}: ${w}`);
  return `${r.status}\n${koppen.join('\n')}\n${tekst}`;
}

const LEZEN = (id: string, n: string, d: string) => [
  `/casus/${id}`,
  `/casus/${id}?blad=2`,
  `/casus/${id}/druk`,
  `/casus/${id}/notities/${n}`,
  `/casus/${id}/documenten/${d}`,
  `/casus/verdelen/${id}`,
];
const DOEN = (id: string, n: string, d: string): [string, Record<string, string>][] => [
  [`/casus/${id}/notities`, notitievelden],
  [`/casus/${id}/notities`, {}],
  [`/casus/${id}/notities/${n}`, { ...notitievelden, versie: '1' }],
  [`/casus/${id}/notities/${n}/deel`, { _doe: 'deel', grond: 'toestemming' }],
  [`/casus/${id}/documenten/${d}/deel`, { _doe: 'deel', grond: 'toestemming' }],
  [`/casus/${id}/verklaringen`, {}],
  [`/casus/${id}/politie`, {}],
  [`/casus/${id}/melder`, {}],
  [`/casus/${id}/stand`, { handeling: 'sluit', reden: 'x', versie: '1' }],
  [`/casus/${id}/fase`, { fase: 'herstel', reden: 'x', versie: '1' }],
  [`/casus/${id}/druk`, { doel: 'overleg' }],
  [`/casus/${id}/druk`, { doel: '' }],
  [`/casus/${id}/uitvoer`, { doel: 'overleg', vorm: 'json' }],
  [`/casus/verdelen/${id}`, { collega: 'x|y', doel: 'behandeling', grond: 'jeugdwet' }],
  [`/casus/verdelen/${id}`, { doel: 'onzin' }],
  [`/casus/verdelen/${id}/terug`, { relatie: 'x' }],
];

// @eis C5.4 C2.2
describe('aanval: dossiers opsommen door kenmerken te proberen', () => {
  test.each(['vreemde', 'buurpro', 'leider', 'intakerElders'] as const)(
    'voor wie geen relatie heeft (%s) is een bestaand dossier op geen adres te onderscheiden van een dat er niet is',
    async wie => {
      const elders = await h.organisatie(`Voorbeeld Elders ${wie}`, 'noord-holland-noord');
      const lezer: Lezer =
        wie === 'intakerElders' ? await h.mens(elders, 'Ilse Voorbeeld', 'intaker') : b[wie];
      const n = crypto.randomUUID();
      const d = crypto.randomUUID();
      const weg = crypto.randomUUID();
      // The team leader gives out this very file: those two addresses are his to see.
      const eigen = (pad: string) => wie === 'leider' && pad.startsWith('/casus/verdelen');
      const echt = LEZEN(b.id, notitie, document);
      for (const [i, pad] of LEZEN(weg, n, d).entries()) {
        if (eigen(pad)) continue;
        const afwezig = await beeld(await h.haal(pad, lezer), weg, n, d);
        const verboden = await beeld(await h.haal(echt[i] ?? '', lezer), b.id, notitie, document);
        expect(verboden, pad).toBe(afwezig);
        expect(afwezig.startsWith('404')).toBe(true);
      }
      const doen = DOEN(b.id, notitie, document);
      for (const [i, [pad, velden]] of DOEN(weg, n, d).entries()) {
        if (eigen(pad)) continue;
        const afwezig = await beeld(await h.stuur(pad, velden, lezer), weg, n, d);
        const verboden = await beeld(
          await h.stuur(doen[i]?.[0] ?? '', velden, lezer),
          b.id,
          notitie,
          document,
        );
        expect(verboden, pad).toBe(afwezig);
      }
    },
  );

  test('wie in een ander dossier werkt komt met dat dossier niet bij een notitie of document van dit dossier', async () => {
    const eigen = await b.leg({ persoon1_voornaam: 'Ander' });
    await b.wijsToe(eigen, b.vreemde);
    expect((await h.haal(`/casus/${eigen}`, b.vreemde)).status).toBe(200);
    for (const pad of [`/casus/${eigen}/notities/${notitie}`, `/casus/${eigen}/documenten/${document}`])
      expect((await h.haal(pad, b.vreemde)).status, pad).toBe(404);
    const deel = await h.stuur(
      `/casus/${eigen}/notities/${notitie}/deel`,
      { _doe: 'deel', grond: 'toestemming' },
      b.vreemde,
    );
    expect(deel.status).toBe(404);
  });

  test('een adres dat geen kenmerk is geeft dezelfde pagina en geen storing', async () => {
    const goed = await beeld(await h.haal(`/casus/${crypto.randomUUID()}`, b.vreemde));
    for (const raar of ['1', "x'%20or%201=1", b.nummer, `${b.id}0`, '%00', b.id.toUpperCase()]) {
      const r = await h.haal(`/casus/${raar}`, b.vreemde);
      expect(await beeld(r), raar).toBe(goed);
    }
  });

  test('er is niets veranderd, en elke poging staat als geweigerd in het logboek', async () => {
    const html = await (await h.haal(`/casus/${b.id}`, b.pro)).text();
    expect(html).toContain('Geheime inhoud');
    expect(html).toContain('directe veiligheid');
    const { rows } = await metActor(proef.app.db, LOGBOEKLEZER, h.doen(b.pro).vandaag, tx =>
      sql<{ uitkomst: string }>`select distinct uitkomst from audit.logregel
        where actor = ${`persoon:${b.buurpro.id}`}`.execute(tx),
    );
    expect(rows).toEqual([{ uitkomst: 'geweigerd' }]);
  });
});
