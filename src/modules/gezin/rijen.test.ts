import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import { sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakLogboekproef } from '../toegang/testing/logboekproef.ts';
import {
  bekend,
  legAdresVast,
  legBetrekkingVast,
  legGeheimAdresVast,
  legHuishoudenAan,
  listPersonenVanDossier,
  ONBEKEND,
  readPersoon,
  voegHuishoudlidToe,
  zetVeiligContact,
  zoekPersonen,
} from './index.ts';
import {
  type Mens,
  maakGegevens,
  maakGezinproef,
  maakInvoer,
  VANDAAG,
  VOORBEELDADRES,
} from './testing/gezinproef.ts';
import { beslisSamenvoeging } from './usecases/samenvoeging.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-rijen-'));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 3), map });
const db = proef.app.db;
const opzet = maakLogboekproef(proef.beheer);
const { als, dossier } = maakGezinproef(db, kluis);
afterAll(() => rmSync(map, { recursive: true, force: true }));

let ander = '';
let regisseur: Mens;
let bewaarder: Mens;
let vreemde: Mens;
let geweerd: Mens;
let moeder = '';
const geboren = bekend({ jaar: 1990, maand: 3, dag: 4 });
const ROSA = maakInvoer(maakGegevens('Rosa', 'Voorbeeld', { geboortedatum: geboren }));

/** One row at least in every table of this room. */
beforeAll(async () => {
  const org = await opzet.organisatie();
  ander = await opzet.organisatie('samenwerkingsverband', 'Andere organisatie');
  [regisseur, bewaarder, geweerd] = [
    await opzet.mens(org, 'professional'),
    await opzet.mens(org, 'professional'),
    await opzet.mens(org, 'professional'),
  ];
  vreemde = await opzet.mens(ander, 'professional');
  const gezin = await dossier(regisseur, org, [ROSA, ROSA, maakInvoer(maakGegevens('Kim', 'Kind'))]);
  const [a = '', b = '', kind = ''] = gezin.personen;
  moeder = a;
  for (const doel of ['behandeling', 'geheim_adres']) await opzet.relatie(bewaarder, org, gezin.id, doel);
  await opzet.relatie(geweerd, org, gezin.id, 'behandeling');
  await opzet.blokkade(geweerd, org, { betrokkene: a });
  const sleutel = await kluis.nieuweSleutel('geheim_adres');
  const van = VANDAAG.toString();
  const vast = { persoon: a, adres: VOORBEELDADRES, van };
  await als(bewaarder, async tx => {
    waardeOf(await legGeheimAdresVast(tx, kluis, { ...vast, id: randomUUID(), dossier: gezin.id, sleutel }));
  });
  await als(regisseur, async tx => {
    const huishouden = randomUUID();
    const houder = { regio: 'kennemerland', organisatie: org, gemeente: null };
    waardeOf(await legHuishoudenAan(tx, { id: huishouden, dossier: gezin.id, ...houder, van }));
    waardeOf(await voegHuishoudlidToe(tx, { id: randomUUID(), huishouden, persoon: kind, rol: 'kind', van }));
    waardeOf(await legAdresVast(tx, kluis, { ...vast, id: randomUUID(), soort: 'woon' }));
    const relatie = { persoon: a, ander: kind, soort: 'ouder', gezag: null, van: null } as const;
    waardeOf(await legBetrekkingVast(tx, { id: randomUUID(), ...relatie }));
    const nee = { bellen: 'nee', schrijven: 'nee', mailen: 'nee', leestMee: 'nee' } as const;
    const contact = {
      persoon: a,
      versie: 0,
      taal: null,
      tolk: false,
      toelichting: 'Bel de buurvrouw.',
      ...nee,
    };
    waardeOf(await zetVeiligContact(tx, kluis, contact));
    waardeOf(await beslisSamenvoeging(tx, kluis, { blijft: a, opgegaan: b, besluit: 'afgewezen' }));
    await readPersoon(tx, kluis, a);
    await listPersonenVanDossier(tx, kluis, gezin.id);
    await zoekPersonen(tx, kluis, { ...ROSA, adressen: [] });
  });
});

// @eis C1.1 C2.2
describe('rijbeveiliging van elke tabel, langs de database', () => {
  const TABELLEN = [
    'persoon',
    'persoon_versie',
    'huishouden',
    'huishoudlid',
    'betrekking',
    'adres',
    'geheim_adres',
    'veilig_contact',
    'zoekterm',
    'samenvoeging',
  ];
  const telt = (wie: Mens, tabel: string) =>
    als(wie, async tx => {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.raw(`gezin.${tabel}`)}`.execute(tx);
      return rows[0]?.n ?? -1;
    });

  test.each(TABELLEN)('%s: zonder relatie, geweerd en zonder actor staat er niets', async tabel => {
    expect(await telt(vreemde, tabel)).toBe(0);
    expect(await telt(geweerd, tabel)).toBe(0);
    const { rows } = await sql`select 1 from ${sql.raw(`gezin.${tabel}`)}`.execute(db);
    expect(rows).toEqual([]);
  });

  test('wie werkt in het dossier ziet elke tabel, behalve het geheime adres', async () => {
    for (const tabel of TABELLEN.filter(t => t !== 'geheim_adres')) {
      expect([tabel, await telt(regisseur, tabel)]).not.toEqual([tabel, 0]);
    }
    expect(await telt(regisseur, 'geheim_adres')).toBe(0);
    expect(await telt(bewaarder, 'geheim_adres')).toBe(1);
  });

  test('een vreemde kan een geraden mens niet in zijn eigen dossier trekken', async () => {
    const eigen = await dossier(vreemde, ander, [maakInvoer(maakGegevens('Ans', 'Anders'))]);
    const poging = als(vreemde, tx =>
      sql`insert into toegang.betrokkenheid (dossier_id, betrokkene_id, van)
        values (${eigen.id}, ${moeder}, stelsel.vandaag())`.execute(tx),
    );
    await expect(poging).rejects.toThrow('row-level security');
  });

  test('een versie is niet te wijzigen of te wissen', async () => {
    const wijzig = als(regisseur, tx => sql`update gezin.persoon_versie set reden = 'x'`.execute(tx));
    await expect(wijzig).rejects.toThrow('permission denied');
    const wis = await als(regisseur, tx => sql`delete from gezin.persoon_versie`.execute(tx));
    expect(wis.numAffectedRows).toBe(0n);
  });
});

// @eis C3.1
describe('logboek', () => {
  test('elke blik en elke wijziging staat er, met de mens om wie het gaat, en nooit een naam', async () => {
    const regels = await opzet.regels(regisseur);
    const wat = regels.map(r => `${r.handeling}/${r.soort}`);
    for (const w of [
      'vastleggen/persoon',
      'inzien/persoon',
      'lijst/persoon',
      'zoeken/persoon',
      'vastleggen/veilig_contact',
    ]) {
      expect(wat).toContain(w);
    }
    expect(JSON.stringify(regels)).not.toMatch(/Voorbeeld|Rosa|buurvrouw/i);
  });
});

// @eis C1.3
describe('zoeken binnen de eigen relaties', () => {
  const vraag = (voornamen: string, achternaam: string) => ({
    ...maakInvoer(
      maakGegevens(voornamen, achternaam, { geboortedatum: bekend({ jaar: 1990, maand: 4, dag: 3 }) }),
    ),
    adressen: [],
  });
  const ids = async (wie: Mens, v: ReturnType<typeof vraag>) =>
    (await als(wie, tx => zoekPersonen(tx, kluis, v))).map(f => f.persoon.id);

  test('vindt op klank, zonder tussenvoegsel en met dag en maand verwisseld', async () => {
    expect(await ids(bewaarder, vraag('Rosa', 'Voorbeelt'))).toContain(moeder);
    expect(await ids(regisseur, vraag('Roza', 'Foorbeeld'))).toContain(moeder);
    const ander = { ...vraag('Piet', 'Heel Anders'), ...maakInvoer(maakGegevens('Piet', 'Heel Anders')) };
    expect(await ids(regisseur, ander)).toEqual([]);
  });

  test('wie geen relatie heeft vindt niemand, en een lege vraag vindt niemand', async () => {
    expect(await ids(vreemde, vraag('Rosa', 'Voorbeeld'))).toEqual([]);
    expect(await ids(geweerd, vraag('Rosa', 'Voorbeeld'))).toEqual([]);
    const leeg = {
      ...maakInvoer(maakGegevens('', '', { voornamen: ONBEKEND, achternaam: ONBEKEND })),
      adressen: [],
    };
    expect(await ids(regisseur, leeg)).toEqual([]);
  });
});
