import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { type Buurt, maakBuurt } from '#modules/casus/testing/buurt.ts';
import { idUit, type Lezer, maakCasushuis } from '#modules/casus/testing/casushuis.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-aanval-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 6), map });
const h = maakCasushuis(proef.app.db, kluis, maakCasus({ ...kennisgevinglening, kluis }).registreer);
const reden = 'Het kind staat nu alleen aan de balie en is bang.';
let b: Buurt;

beforeAll(async () => {
  b = await maakBuurt(h);
});

const status = async (pad: string, wie: Lezer) => (await h.haal(pad, wie)).status;
const nood = (wie: Lezer) => h.stuur('/casus/noodtoegang', { wijze: 'nummer', nummer: b.nummer, reden }, wie);

// @eis C5.4 C2.2 C2.5
describe('aanval: een adres of formulier dat eerder werkte opnieuw gebruiken', () => {
  test('een doorgestuurd adres opent niets voor wie het krijgt', async () => {
    expect(await status(`/casus/${b.id}`, b.pro)).toBe(200);
    expect(await status(`/casus/${b.id}`, b.vreemde)).toBe(404);
  });

  test('een adres van voor het einde van de relatie werkt er niet meer na, ook niet voor een document of afdruk', async () => {
    await h.stuurBestand(`/casus/${b.id}/documenten`, new File(['Verslag'], 'verslag.txt'), b.pro);
    const html = await (await h.haal(`/casus/${b.id}`, b.pro)).text();
    const doc = /\/casus\/[0-9a-f-]{36}\/documenten\/[0-9a-f-]{36}/.exec(html)?.[0] ?? '';
    expect(await status(doc, b.pro)).toBe(200);
    const blad = await (await h.haal(`/casus/verdelen/${b.id}`, b.leider)).text();
    const relatie = /name="relatie" value="([^"]+)"/.exec(blad.slice(blad.indexOf('Petra')))?.[1] ?? '';
    const terug = () => h.stuur(`/casus/verdelen/${b.id}/terug`, { relatie }, b.leider);
    expect((await terug()).status).toBe(303);
    for (const pad of [`/casus/${b.id}`, doc, `/casus/${b.id}/druk`])
      expect(await status(pad, b.pro)).toBe(404);
    expect((await h.stuur(`/casus/${b.id}/uitvoer`, { doel: 'overleg', vorm: 'json' }, b.pro)).status).toBe(
      404,
    );
    // Ending what has ended changes nothing.
    await terug();
    expect(await status(`/casus/${b.id}`, b.pro)).toBe(404);
  });

  test('een formulier dat twee keer wordt verstuurd maakt van een wijziging geen tweede', async () => {
    await b.wijsToe(b.id, b.pro);
    const velden = { soort: 'contact', over_dag: '21-11-2026', inhoud: 'Eerste tekst' };
    await h.stuur(`/casus/${b.id}/notities`, velden, b.pro);
    const html = await (await h.haal(`/casus/${b.id}`, b.pro)).text();
    const n = /\/casus\/[0-9a-f-]{36}\/notities\/[0-9a-f-]{36}/.exec(html)?.[0] ?? '';
    const stuur = () => h.stuur(n, { ...velden, inhoud: 'Tweede tekst', versie: '1' }, b.pro);
    expect([(await stuur()).status, (await stuur()).status]).toEqual([303, 409]);
  });

  test('noodtoegang die voorbij is opent niets meer; opnieuw nemen telt en wordt opnieuw beoordeeld', async () => {
    const arts = await h.mens(b.team, 'Ans Voorbeeldarts', 'professional');
    expect(idUit(await nood(arts))).toBe(b.id);
    expect(await status(`/casus/${b.id}`, arts)).toBe(200);
    await h
      .alsStelsel(tx =>
        sql`update toegang.noodtoegang set van = now() - interval '30 hours', tot = now() - interval '6 hours'
        where persoon_id = ${arts.id}`.execute(tx),
      )
      .catch(() => null);
    const { rows } = await h.alsStelsel(tx =>
      sql<{
        voorbij: boolean;
      }>`select tot < now() voorbij from toegang.noodtoegang where persoon_id = ${arts.id}`.execute(tx),
    );
    // The application may not move the end: the clock of the database alone ends it.
    expect(rows).toEqual([{ voorbij: false }]);
    const { metClient } = await import('#platform/db/index.ts');
    await metClient(proef.beheer, c =>
      c.query(
        `update toegang.noodtoegang set van = now() - interval '30 hours', tot = now() - interval '6 hours'`,
      ),
    );
    expect(await status(`/casus/${b.id}`, arts)).toBe(404);
    expect(idUit(await nood(arts))).toBe(b.id);
    const tellers = await h.alsStelsel(
      async tx =>
        (await sql`select 1 from toegang.zoekactie where persoon_id = ${arts.id}`.execute(tx)).rows.length,
    );
    expect(tellers).toBe(2);
  });
});
