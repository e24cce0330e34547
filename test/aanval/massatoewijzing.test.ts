import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakGezin } from '#modules/gezin/module.ts';
import { maakContactvelden } from '#modules/gezin/testing/contactproef.ts';
import {
  type Mens,
  maakGegevens,
  maakGezinproef,
  maakInvoer,
  VANDAAG,
} from '#modules/gezin/testing/gezinproef.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { maakProefapp } from '#modules/programma/testing/proefapp.ts';
import { maakLogboekproef } from '#modules/toegang/testing/logboekproef.ts';
import { metActor, metClient, sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-massa-'));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map });
const opzet = maakLogboekproef(proef.beheer);
const { dossier } = maakGezinproef(proef.app.db, kluis);
const gebieden = [
  { regio: 'kennemerland', naam: 'Kennemerland', gemeenten: [{ code: 'GM0392', naam: 'Haarlem' }] },
];
const site = maakProefapp(proef.app.db, app =>
  maakGezin({ ...kennisgevinglening, kluis, gebieden }).registreer(app),
);
afterAll(() => rmSync(map, { recursive: true, force: true }));

let mens: Mens;
let vreemde: Mens;
let org = '';
let ander = '';
let gezin: { id: string; personen: string[] };
let elders: { id: string; personen: string[] };
let persoon = '';
let doel = '';

const rij = (tabel: string, kolom: string, waarde: string) =>
  metClient(
    proef.beheer,
    async c => (await c.query(`select * from ${tabel} where ${kolom} = $1`, [waarde])).rows,
  );
const stuur = (pad: string, velden: Record<string, string | string[]>) =>
  site.stuur(pad, velden, { actor: mens, lidmaatschappen: [] });

beforeAll(async () => {
  org = await opzet.organisatie();
  ander = await opzet.organisatie();
  mens = await opzet.mens(org, 'professional');
  vreemde = await opzet.mens(ander, 'professional');
  gezin = await dossier(mens, org, [
    maakInvoer(maakGegevens('Anna', 'Voorbeeld')),
    maakInvoer(maakGegevens('Bo', 'Voorbeeld')),
  ]);
  elders = await dossier(vreemde, ander, [maakInvoer(maakGegevens('Doel', 'Wit'))]);
  persoon = gezin.personen[0] ?? '';
  doel = elders.personen[0] ?? '';
});

/** Every column that a writer must not set himself, under the names of the database and of the code. */
const meer = () => ({
  id: doel,
  persoon_id: doel,
  persoon: doel,
  regio: 'zaanstreek-waterland',
  organisatie: ander,
  organisatie_id: ander,
  organisatieId: ander,
  sleutel: 'x',
  sleutel_id: 'x',
  leeftijdsband: '65+',
  laatste_wijziging: '1999-01-01',
  door: vreemde.id,
  op: '1999-01-01',
  opgegaanIn: doel,
  'gegevens[achternaam]': 'Gekaapt',
  gegevens: '{"achternaam":"Gekaapt"}',
  __proto__x: '1',
  constructor: 'x',
});

// @eis C5.4
describe('aanval: meer velden meesturen dan het formulier heeft', () => {
  test('een wijziging verandert alleen wat op het formulier staat, en alleen deze persoon', async () => {
    const [voor] = await rij('gezin.persoon', 'id', doel);
    const r = await stuur(`/gezin/personen/${persoon}/wijzig`, {
      voornamen: 'Anna',
      achternaam: 'Voorbeeld',
      versie: '1',
      geslacht: 'vrouw',
      ...meer(),
    });
    expect(r.status).toBe(303);
    const [na] = await rij('gezin.persoon', 'id', persoon);
    expect(na).toMatchObject({
      organisatie_id: org,
      regio: 'kennemerland',
      leeftijdsband: 'onbekend',
      versie: 2,
      geslacht: 'vrouw',
    });
    const versies = await rij('gezin.persoon_versie', 'persoon_id', persoon);
    expect(versies.map(v => v.door)).toEqual([mens.id, mens.id]);
    expect((await rij('gezin.persoon', 'id', doel))[0]).toEqual(voor);
  });

  test('een versie is niet te kiezen: te hoog, negatief, leeg of dubbel is een conflict', async () => {
    for (const versie of ['999', '-1', '', '2e0', 'NaN', ['2', '3'], '99999999999999']) {
      const r = await stuur(`/gezin/personen/${persoon}/wijzig`, {
        voornamen: 'Kaap',
        versie,
        geslacht: 'vrouw',
      });
      expect([versie, r.status === 303]).toEqual([versie, Array.isArray(versie) && r.status === 303]);
    }
    expect((await rij('gezin.persoon_versie', 'persoon_id', persoon)).length).toBeLessThanOrEqual(3);
  });

  test('een nieuwe persoon komt in dit dossier, bij de eigen organisatie, met een eigen kenmerk', async () => {
    const r = await stuur(`/gezin/dossiers/${gezin.id}/persoon-erbij`, {
      voornamen: 'Nieuw',
      achternaam: 'Voorbeeld',
      dossier: elders.id,
      dossier_id: elders.id,
      ...meer(),
    });
    const id = /personen\/([^?]+)/.exec(r.headers.get('location') ?? '')?.[1] ?? '';
    expect(id).not.toBe(doel);
    expect((await rij('gezin.persoon', 'id', id))[0]).toMatchObject({
      organisatie_id: org,
      regio: 'kennemerland',
      versie: 1,
    });
    expect((await rij('toegang.betrokkenheid', 'betrokkene_id', id)).map(b => b.dossier_id)).toEqual([
      gezin.id,
    ]);
  });

  test('veilig contact van een ander is niet te zetten, en wie het vastlegde niet te verzinnen', async () => {
    const ja = maakContactvelden({ bellen: 'ja', schrijven: 'ja', mailen: 'ja' });
    await stuur(`/gezin/personen/${persoon}/contact`, {
      ...ja,
      ...meer(),
      versie: '0',
      vastgesteld_op: '1999-01-01',
    });
    expect((await rij('gezin.veilig_contact', 'persoon_id', persoon))[0]).toMatchObject({
      door: mens.id,
      versie: 1,
    });
    expect(await rij('gezin.veilig_contact', 'persoon_id', doel)).toEqual([]);
  });

  // @eis C1.2
  test('wie meeleest is nooit iemand die men niet ziet, ook niet langs de database', async () => {
    const velden = maakContactvelden(
      { bellen: 'ja', schrijven: 'nee', mailen: 'nee' },
      { bellen_mee: `partij:${doel}`, versie: '1' },
    );
    const r = await stuur(`/gezin/personen/${persoon}/contact`, velden);
    expect(r.status).toBe(422);
    const direct = metActor(proef.app.db, mens, VANDAAG, tx =>
      sql`update gezin.contactweg set mee = 'partij', mee_persoon_id = ${doel}
        where persoon_id = ${persoon} and wijze = 'bellen'`.execute(tx),
    );
    await expect(direct).rejects.toThrow('row-level security');
    expect((await rij('gezin.contactweg', 'persoon_id', persoon)).map(w => w.mee_persoon_id)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('een lid, betrekking of adres hangt nooit aan iemand die men niet ziet', async () => {
    const lid = { doe: 'lid', huishouden: elders.id, persoon: doel, rol: 'kind', van: '1-1-2026' };
    expect((await stuur(`/gezin/dossiers/${gezin.id}`, lid)).status).toBe(404);
    expect(
      (await stuur(`/gezin/personen/${persoon}/betrekkingen`, { soort: 'ouder', ander: doel })).status,
    ).toBe(404);
    expect(
      (await stuur(`/gezin/personen/${doel}/adressen`, { soort: 'woon', plaats: 'X', van: '1-1-2026' }))
        .status,
    ).toBe(404);
    const r = await stuur(`/gezin/personen/${persoon}/adressen`, {
      soort: 'woon',
      plaats: 'Voorbeeldstad',
      van: '1-1-2026',
      ...meer(),
    });
    expect(r.status).toBe(303);
    expect(await rij('gezin.adres', 'persoon_id', doel)).toEqual([]);
    expect(await rij('gezin.betrekking', 'ander_id', doel)).toEqual([]);
  });

  test('een samenvoeging is niet te verzinnen: geen voorstel, geen score en geen stand uit het formulier', async () => {
    for (const doe of ['bevestigd', 'voorgesteld', 'teruggedraaid', '']) {
      const r = await stuur(`/gezin/personen/${persoon}/dezelfde`, {
        doe,
        ander: gezin.personen[1] ?? '',
        stand: 'bevestigd',
        score: '1',
      });
      expect(r.status).toBe(404);
      expect(
        (await stuur(`/gezin/personen/${persoon}/dezelfde`, { doe, ander: doel, score: '1' })).status,
      ).toBe(404);
    }
    expect(await rij('gezin.samenvoeging', 'blijft_id', persoon)).toEqual([]);
  });
});
