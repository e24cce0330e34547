import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import { metClient, sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakLogboekproef } from '../toegang/testing/logboekproef.ts';
import {
  bekend,
  legAdresVast,
  legBetrekkingVast,
  legGeheimAdresVast,
  legHuishoudenAan,
  listGeheimeAdressen,
  listHuishoudens,
  listPersonenVanDossier,
  ONBEKEND,
  readPersoon,
  sluitHuishoudlidmaatschap,
  voegHuishoudlidToe,
  zetVeiligContact,
  zoekPersonen,
} from './index.ts';
import { maakContact, maakWeg } from './testing/contactproef.ts';
import {
  type Mens,
  maakGegevens,
  maakGezinproef,
  maakInvoer,
  VANDAAG,
  VOORBEELDADRES,
} from './testing/gezinproef.ts';
import { sluitGeheimAdres } from './usecases/adres.ts';
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
let org = '';
let moeder = '';
let kind = '';
let gezin = '';
let huishouden = '';
const geboren = bekend({ jaar: 1990, maand: 3, dag: 4 });
const ROSA = maakInvoer(maakGegevens('Rosa', 'Voorbeeld', { geboortedatum: geboren }));

/** One row at least in every table of this room. */
beforeAll(async () => {
  org = await opzet.organisatie();
  ander = await opzet.organisatie('samenwerkingsverband', 'Andere organisatie');
  [regisseur, bewaarder, geweerd] = [
    await opzet.mens(org, 'professional'),
    await opzet.mens(org, 'professional'),
    await opzet.mens(org, 'professional'),
  ];
  vreemde = await opzet.mens(ander, 'professional');
  const aangelegd = await dossier(regisseur, org, [ROSA, ROSA, maakInvoer(maakGegevens('Kim', 'Kind'))]);
  const [a = '', b = '', c = ''] = aangelegd.personen;
  [gezin, moeder, kind] = [aangelegd.id, a, c];
  for (const doel of ['behandeling', 'geheim_adres']) await opzet.relatie(bewaarder, org, gezin, doel);
  await opzet.relatie(geweerd, org, gezin, 'behandeling');
  await opzet.blokkade(geweerd, org, { betrokkene: a });
  const sleutel = await kluis.nieuweSleutel('geheim_adres');
  const van = VANDAAG.toString();
  const vast = { persoon: a, adres: VOORBEELDADRES, van };
  await als(bewaarder, async tx => {
    waardeOf(
      await legGeheimAdresVast(tx, kluis, {
        ...vast,
        id: randomUUID(),
        soort: 'tijdelijk',
        dossier: gezin,
        sleutel,
      }),
    );
  });
  await als(regisseur, async tx => {
    huishouden = randomUUID();
    const houder = { regio: 'kennemerland', organisatie: org, gemeente: null };
    waardeOf(await legHuishoudenAan(tx, { id: huishouden, dossier: gezin, ...houder, van }));
    waardeOf(await voegHuishoudlidToe(tx, { id: randomUUID(), huishouden, persoon: kind, rol: 'kind', van }));
    waardeOf(await legAdresVast(tx, kluis, { ...vast, id: randomUUID(), soort: 'woon' }));
    const relatie = { persoon: a, ander: kind, soort: 'ouder', gezag: null, van: null } as const;
    waardeOf(await legBetrekkingVast(tx, { id: randomUUID(), ...relatie }));
    const buurvrouw = maakWeg('ja', { wanneer: 'Bel de buurvrouw.' });
    waardeOf(await zetVeiligContact(tx, kluis, maakContact(a, { bellen: buurvrouw })));
    waardeOf(await beslisSamenvoeging(tx, kluis, { blijft: a, opgegaan: b, besluit: 'afgewezen' }));
    await readPersoon(tx, kluis, a);
    await listPersonenVanDossier(tx, kluis, gezin);
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
    'veilig_contact_versie',
    'contactweg',
    'contactweg_versie',
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
    for (const [tabel, kolom] of [
      ['veilig_contact_versie', 'tolk = true'],
      ['contactweg_versie', "mag = 'ja'"],
    ] as const) {
      const contact = als(regisseur, tx => sql`update ${sql.raw(`gezin.${tabel} set ${kolom}`)}`.execute(tx));
      await expect(contact).rejects.toThrow('permission denied');
      const weg = await als(regisseur, tx => sql`delete from ${sql.raw(`gezin.${tabel}`)}`.execute(tx));
      expect(weg.numAffectedRows).toBe(0n);
    }
  });
});

// @eis C2.1 C2.5
describe('wie alleen leest schrijft niet, ook niet over iemand met wie hij elders werkt', () => {
  let lezer: Mens;
  let nood: Mens;
  let eigen = { id: '', personen: [] as string[] };
  const lid = (persoon: string) => ({
    id: randomUUID(),
    huishouden,
    persoon,
    rol: 'overig' as const,
    van: dag,
  });
  const dag = VANDAAG.toString();
  const insertLid = (wie: Mens, persoon: string) =>
    als(wie, tx => {
      const l = lid(persoon);
      return sql`insert into gezin.huishoudlid (id, huishouden_id, persoon_id, rol, van)
        values (${l.id}, ${l.huishouden}, ${l.persoon}, ${l.rol}, ${l.van}::date)`.execute(tx);
    });

  beforeAll(async () => {
    [lezer, nood] = [await opzet.mens(ander, 'professional'), await opzet.mens(ander, 'professional')];
    eigen = await dossier(lezer, ander, [maakInvoer(maakGegevens('Otto', 'Zwaan'))]);
    await opzet.relatie(nood, ander, eigen.id, 'behandeling');
    // The same people in a file of their own, in which they work.
    await metClient(proef.beheer, async c => {
      for (const wie of [moeder, kind])
        await c.query(
          'insert into toegang.betrokkenheid (dossier_id, betrokkene_id, van) values ($1, $2, $3)',
          [eigen.id, wie, dag],
        );
    });
    await opzet.relatie(lezer, ander, gezin, 'overleg', '2027-01-01');
    await opzet.relatie(lezer, ander, gezin, 'geheim_adres');
    await opzet.noodtoegang(nood, ander, gezin);
  });

  test('in het huishouden van dat dossier: niet langs de handeling en niet langs de database', async () => {
    const [eerste] = await als(regisseur, tx => listHuishoudens(tx, gezin));
    const staand = eerste?.leden[0]?.id ?? '';
    for (const wie of [lezer, nood]) {
      expect((await als(wie, tx => listHuishoudens(tx, gezin))).map(h => h.id)).toEqual([huishouden]);
      const weg = { ok: false, weigering: { code: 'niet_gevonden' } };
      expect(await als(wie, tx => voegHuishoudlidToe(tx, lid(moeder)))).toEqual(weg);
      expect(await als(wie, tx => sluitHuishoudlidmaatschap(tx, staand, dag))).toEqual(weg);
      await expect(insertLid(wie, moeder)).rejects.toThrow('row-level security');
      const sluit = await als(wie, tx =>
        sql`update gezin.huishoudlid set tot = ${dag}::date where id = ${staand}`.execute(tx),
      );
      expect(sluit.numAffectedRows).toBe(0n);
    }
  });

  test('en over iemand die niet in het dossier staat schrijft ook wie er werkt niet', async () => {
    await opzet.relatie(regisseur, org, eigen.id, 'behandeling');
    await expect(insertLid(regisseur, eigen.personen[0] ?? '')).rejects.toThrow('row-level security');
  });

  test('een geheim adres vraagt werk in dat dossier, en een mens die erin staat', async () => {
    const insert = (wie: Mens, persoon: string) =>
      als(wie, tx =>
        sql`insert into gezin.geheim_adres (id, persoon_id, dossier_id, soort, sleutel_id, gegevens, van)
          values (${randomUUID()}, ${persoon}, ${gezin}, 'woon', 'x', ''::bytea, ${dag}::date)`.execute(tx),
      );
    await expect(insert(lezer, moeder)).rejects.toThrow('row-level security');
    await opzet.relatie(bewaarder, org, eigen.id, 'behandeling');
    await expect(insert(bewaarder, eigen.personen[0] ?? '')).rejects.toThrow('row-level security');
    const [adres] = await als(bewaarder, tx => listGeheimeAdressen(tx, kluis, moeder));
    const sluit = { id: adres?.id ?? '', persoon: moeder, tot: dag };
    expect(await als(lezer, tx => sluitGeheimAdres(tx, sluit))).toEqual({
      ok: false,
      weigering: { code: 'niet_gevonden' },
    });
    const langs = await als(lezer, tx =>
      sql`update gezin.geheim_adres set tot = ${dag}::date where id = ${sluit.id}`.execute(tx),
    );
    expect(langs.numAffectedRows).toBe(0n);
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
