import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { type Buurt, maakBuurt } from '#modules/casus/testing/buurt.ts';
import { maakCasushuis } from '#modules/casus/testing/casushuis.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-aanval-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 6), map });
const h = maakCasushuis(proef.app.db, kluis, maakCasus({ ...kennisgevinglening, kluis }).registreer);
const MERK = 'Halve zin van Petra';
let b: Buurt;

beforeAll(async () => {
  b = await maakBuurt(h);
  await h.stuur(`/casus/${b.id}/notities`, { inhoud: MERK, _doe: 'concept' }, b.pro);
  await h.stuur('/casus/nieuw', { persoon1_achternaam: MERK, _doe: 'concept' }, b.pro);
});

const rijen = () =>
  h.alsStelsel(
    async tx =>
      (
        await sql<{ id: string; inhoud: Buffer }>`select id, inhoud from casus.concept order by id`.execute(
          tx,
        )
      ).rows,
  );

// @eis C5.4 C2.7
describe('aanval: het concept van een ander', () => {
  test('een collega in hetzelfde dossier ziet het niet, ook niet door hetzelfde formulier te openen of te sturen', async () => {
    for (const pad of [`/casus/${b.id}`, '/casus', '/casus/nieuw'])
      expect(await (await h.haal(pad, b.intaker)).text(), pad).not.toContain(MERK);
    const r = await h.stuur(`/casus/${b.id}/notities`, { inhoud: '' }, b.intaker);
    expect(await r.text()).not.toContain(MERK);
  });

  test('een collega overschrijft of verwijdert het niet', async () => {
    const voor = await rijen();
    await h.stuur(`/casus/${b.id}/notities`, { inhoud: 'van Ina', _doe: 'concept' }, b.intaker);
    await h.stuur(`/casus/${b.id}/notities`, { _doe: 'weg' }, b.intaker);
    await h.stuur('/casus/nieuw', { _doe: 'weg' }, b.intaker);
    expect(await rijen()).toEqual(voor);
    expect(await (await h.haal(`/casus/${b.id}`, b.pro)).text()).toContain(MERK);
  });

  test('de database geeft en wijzigt geen rij van een ander, en laat niemand er een op andermans naam zetten', async () => {
    const n = await h.als(b.intaker, async tx => {
      const gezien = await sql`select 1 from casus.concept`.execute(tx);
      const gezet = await sql`update casus.concept set inhoud = ''::bytea`.execute(tx);
      const weg = await sql`delete from casus.concept`.execute(tx);
      return [gezien.rows.length, Number(gezet.numAffectedRows), Number(weg.numAffectedRows)];
    });
    expect(n).toEqual([0, 0, 0]);
    await expect(
      h.als(b.intaker, tx =>
        sql`insert into casus.concept (id, casus_id, persoon_id, formulier, sleutel_id, inhoud)
          values (${crypto.randomUUID()}, ${b.id}, ${b.pro.id}, 'verklaring', 'x', ''::bytea)`.execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('wie geen toegang meer heeft krijgt het eigen concept over dat dossier ook niet meer, en legt er geen nieuw', async () => {
    const blad = await (await h.haal(`/casus/verdelen/${b.id}`, b.leider)).text();
    const relatie = /name="relatie" value="([^"]+)"/.exec(blad.slice(blad.indexOf('Petra')))?.[1] ?? '';
    await h.stuur(`/casus/verdelen/${b.id}/terug`, { relatie }, b.leider);
    expect(await (await h.haal('/casus', b.pro)).text()).not.toContain(`/casus/${b.id}`);
    const r = await h.stuur(`/casus/${b.id}/notities`, { inhoud: 'nog een', _doe: 'concept' }, b.pro);
    expect(await (await h.haal(r.headers.get('location') ?? '', b.pro)).text()).not.toContain(MERK);
    expect((await h.haal(`/casus/${b.id}`, b.pro)).status).toBe(404);
  });

  test('velden die niet bij het formulier horen worden niet bewaard', async () => {
    await h.stuur(
      '/casus/nieuw',
      { persoon1_voornaam: 'Vera', rol: 'accountbeheerder', bsn: '123456782', _doe: 'concept' },
      b.vreemde,
    );
    const html = await (await h.haal('/casus/nieuw', b.vreemde)).text();
    expect(html).toContain('value="Vera"');
    expect(html).not.toContain('123456782');
  });
});
