import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { geefBlokkade } from '#modules/toegang/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakLogboekproef } from '../toegang/testing/logboekproef.ts';
import { bekend, beslisSamenvoeging, draaiSamenvoegingTerug, listVoorstellen, readPersoon } from './index.ts';
import { type Mens, maakGegevens, maakGezinproef, maakInvoer } from './testing/gezinproef.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-samen-'));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 3), map });
const opzet = maakLogboekproef(proef.beheer);
const { als, dossier } = maakGezinproef(proef.app.db, kluis);
afterAll(() => rmSync(map, { recursive: true, force: true }));

let beide: Mens;
let een: Mens;
let lezer: Mens;
let a = '';
let b = '';
const wie = (voornamen: string, achternaam: string, maand: number, dag: number) =>
  maakInvoer(maakGegevens(voornamen, achternaam, { geboortedatum: bekend({ jaar: 1990, maand, dag }) }), {
    geslacht: 'vrouw',
  });

beforeAll(async () => {
  const org = await opzet.organisatie();
  beide = await opzet.mens(org, 'professional');
  een = await opzet.mens(org, 'professional');
  lezer = await opzet.mens(org, 'professional');
  const eerste = await dossier(beide, org, [wie('Rosa', 'Voorbeeldijk', 3, 4), wie('Bea', 'Anders', 7, 9)]);
  const tweede = await dossier(beide, org, [wie('Roza', 'van Voorbeeldyk', 3, 4)]);
  a = eerste.personen[0] ?? '';
  b = tweede.personen[0] ?? '';
  await opzet.relatie(een, org, eerste.id, 'behandeling');
  await opzet.relatie(lezer, org, eerste.id, 'overleg', '2027-01-01');
  await opzet.relatie(lezer, org, tweede.id, 'behandeling');
});

// @eis C1.3
describe('samenvoegen', () => {
  const voorstellen = (mens: Mens, id: string) => als(mens, tx => listVoorstellen(tx, kluis, id));
  const beslis = (mens: Mens, besluit: 'bevestigd' | 'afgewezen', blijft = a, opgegaan = b) =>
    als(mens, tx => beslisSamenvoeging(tx, kluis, { blijft, opgegaan, besluit }));

  test('wie beide ziet krijgt het voorstel; wie er een ziet weet van geen ander', async () => {
    expect((await voorstellen(beide, a))?.map(v => [v.ander.id, v.besluit])).toEqual([[b, null]]);
    expect(await voorstellen(een, a)).toEqual([]);
    expect(await voorstellen(een, b)).toBeNull();
  });

  test('alleen wie in beide dossiers werkt beslist, en alleen over een voorstel', async () => {
    expect((await beslis(een, 'bevestigd')).ok).toBe(false);
    expect((await beslis(lezer, 'bevestigd')).ok).toBe(false);
    const alle = await als(beide, async tx => (await listVoorstellen(tx, kluis, a))?.length);
    expect(alle).toBe(1);
  });

  test('afgewezen blijft staan en kan alsnog; bevestigd verwijst; terugdraaien verliest niets', async () => {
    const voor = await als(beide, tx => readPersoon(tx, kluis, b));
    expect((await beslis(beide, 'afgewezen')).ok).toBe(true);
    expect((await voorstellen(beide, a))?.[0]?.besluit?.stand).toBe('afgewezen');
    const uit = await beslis(beide, 'bevestigd');
    expect(uit.ok).toBe(true);
    expect((await als(beide, tx => readPersoon(tx, kluis, b)))?.opgegaanIn).toBe(a);
    expect((await als(een, tx => readPersoon(tx, kluis, a)))?.opgegaanIn).toBeNull();
    expect(await beslis(beide, 'bevestigd')).toMatchObject({ weigering: { code: 'al_samengevoegd' } });
    expect(await beslis(beide, 'bevestigd', b, a)).toMatchObject({ weigering: { code: 'al_samengevoegd' } });
    const id = uit.ok ? uit.waarde.id : '';
    const terug = (mens: Mens, persoon = a) => als(mens, tx => draaiSamenvoegingTerug(tx, { id, persoon }));
    expect((await terug(een)).ok).toBe(false);
    expect((await terug(lezer)).ok).toBe(false);
    expect((await terug(beide)).ok).toBe(true);
    expect(await terug(beide)).toMatchObject({ weigering: { code: 'al_teruggedraaid' } });
    expect(await als(beide, tx => readPersoon(tx, kluis, b))).toEqual(voor);
  });
});

// @eis C1.3 C2.4
describe('blokkades en samenvoegen', () => {
  const paar = async (naam: string, dag: number) => {
    const org = await opzet.organisatie();
    const wie_ = await opzet.mens(org, 'professional');
    const collega = await opzet.mens(org, 'professional');
    const een_ = await dossier(wie_, org, [wie('Rosa', naam, 5, dag)]);
    const twee = await dossier(wie_, org, [wie('Roza', naam, 5, dag)]);
    await opzet.relatie(collega, org, een_.id, 'behandeling');
    await opzet.relatie(collega, org, twee.id, 'behandeling');
    const mensen = [een_.personen[0] ?? '', twee.personen[0] ?? ''] as const;
    const voegSamen = () =>
      als(wie_, tx =>
        beslisSamenvoeging(tx, kluis, { blijft: mensen[0], opgegaan: mensen[1], besluit: 'bevestigd' }),
      );
    const ziet = async (mens: Mens) => {
      const uit: boolean[] = [];
      for (const id of mensen) uit.push((await als(mens, tx => readPersoon(tx, kluis, id))) !== null);
      return uit;
    };
    return { org, wie: wie_, collega, mensen, voegSamen, ziet };
  };

  test('wie van de een is geweerd, is na bevestigen ook van de ander geweerd; terugdraaien heft niets op', async () => {
    const p = await paar('Voorbeeldbos', 6);
    await opzet.blokkade(p.collega, p.org, { betrokkene: p.mensen[1] });
    expect(await p.ziet(p.collega)).toEqual([true, false]);
    const uit = await p.voegSamen();
    expect(uit.ok).toBe(true);
    expect(await p.ziet(p.collega)).toEqual([false, false]);
    expect(await p.ziet(p.wie)).toEqual([true, true]);
    const over = (await opzet.regels(p.wie)).filter(r => r.soort === 'blokkade');
    expect(over.map(r => r.handeling)).toEqual(['toegang_nemen']);
    const id = uit.ok ? uit.waarde.id : '';
    expect((await als(p.wie, tx => draaiSamenvoegingTerug(tx, { id, persoon: p.mensen[0] }))).ok).toBe(true);
    expect(await p.ziet(p.collega)).toEqual([false, false]);
  });

  test('een blokkade na het bevestigen geldt meteen voor beide vastleggingen', async () => {
    const p = await paar('Voorbeeldheide', 8);
    expect((await p.voegSamen()).ok).toBe(true);
    expect(await p.ziet(p.collega)).toEqual([true, true]);
    const toezicht = await opzet.mens(p.org, 'privacyfunctionaris');
    const gift = {
      persoonId: p.collega.id,
      organisatieId: p.org,
      betrokkeneId: p.mensen[0],
      reden: 'naaste',
    };
    expect((await als(toezicht, tx => geefBlokkade(tx, gift, toezicht.id))).ok).toBe(true);
    expect(await p.ziet(p.collega)).toEqual([false, false]);
  });

  test('zonder samenvoegen blijft een blokkade bij de ene persoon', async () => {
    const p = await paar('Voorbeeldveen', 10);
    await opzet.blokkade(p.collega, p.org, { betrokkene: p.mensen[0] });
    expect(await p.ziet(p.collega)).toEqual([false, true]);
  });
});
