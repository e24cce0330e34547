import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { metClient } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { type Lezer, maakProefapp } from '../../programma/testing/proefapp.ts';
import { maakLogboekproef } from '../../toegang/testing/logboekproef.ts';
import { bekend } from '../domain/graad.ts';
import { maakGezin } from '../module.ts';
import { type Mens, maakGegevens, maakGezinproef, maakInvoer } from '../testing/gezinproef.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-gezinblad-'));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 3), map });
const opzet = maakLogboekproef(proef.beheer);
const { dossier } = maakGezinproef(proef.app.db, kluis);
const gebieden = [
  { regio: 'kennemerland', naam: 'Kennemerland', gemeenten: [{ code: 'GM0392', naam: 'Haarlem' }] },
];
const site = maakProefapp(proef.app.db, app =>
  maakGezin({ ...kennisgevinglening, kluis, gebieden }).registreer(app),
);
afterAll(() => rmSync(map, { recursive: true, force: true }));

const als = (mens: Mens): Lezer => ({
  actor: mens,
  lidmaatschappen: [{ rol: 'professional', organisatieId: '', regio: 'kennemerland', gemeente: null }],
});
const tekst = async (pad: string, mens: Mens) =>
  (await (await site.haal(pad, als(mens))).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const stuur = async (pad: string, velden: Record<string, string>, mens: Mens) => {
  const r = await site.stuur(pad, velden, als(mens));
  return { status: r.status, html: await r.text() };
};
const rijen = async (vraag: string, waarden: unknown[]) =>
  (await metClient(proef.beheer, c => c.query(vraag, waarden))).rows;
const kind = (voornamen: string, achternaam = 'Voorbeeldkind') =>
  maakInvoer(
    maakGegevens(voornamen, achternaam, { geboortedatum: bekend({ jaar: 2016, maand: 5, dag: 4 }) }),
  );

let org = '';
let beide: Mens;
let een: Mens;
let meelezer: Mens;
let thuis: { id: string; personen: string[] };
let bijVader: { id: string; personen: string[] };
beforeAll(async () => {
  org = await opzet.organisatie();
  const ander = await opzet.organisatie();
  beide = await opzet.mens(org, 'professional');
  een = await opzet.mens(org, 'professional');
  meelezer = await opzet.mens(ander, 'professional');
  thuis = await dossier(beide, org, [maakInvoer(maakGegevens('Anna', 'Voorbeeldmoeder')), kind('Kim')]);
  bijVader = await dossier(beide, org, [maakInvoer(maakGegevens('Bas', 'Voorbeeldvader'))]);
  await opzet.relatie(een, org, bijVader.id, 'behandeling');
  await opzet.relatie(meelezer, ander, thuis.id, 'overleg', '2027-01-01');
});

// @eis C1.1
describe('een huishouden sluiten en weer openen', () => {
  const pad = () => `/gezin/dossiers/${thuis.id}`;
  let huishouden = '';
  beforeAll(async () => {
    await stuur(pad(), { doe: 'huishouden', van: '1-2-2026', gemeente: 'GM0392' }, beide);
    const [rij] = await rijen('select id from gezin.huishouden where dossier_id = $1', [thuis.id]);
    huishouden = rij.id;
    for (const [i, van] of ['1-2-2026', '1-3-2026'].entries()) {
      const persoon = thuis.personen[i] ?? '';
      await stuur(pad(), { doe: 'lid', huishouden, persoon, rol: 'overig', van }, beide);
    }
  });
  const dicht = (tot: string, wie = beide) => stuur(pad(), { doe: 'dicht', huishouden, tot }, wie);
  const opDag = async () =>
    (await rijen('select tot::text from gezin.huishouden where id = $1', [huishouden]))[0]?.tot;

  test('een dag voor het begin, voor de komst van iemand, in de toekomst of geen dag: geweigerd bij het veld', async () => {
    for (const tot of ['31-1-2026', '15-2-2026', '1-1-2027', 'morgen']) {
      const r = await dicht(tot);
      expect([tot, r.status]).toEqual([tot, 422]);
      expect(r.html).toContain(`href="#veld-tot-${huishouden}"`);
      expect(r.html).toContain(`value="${tot}"`);
    }
    expect(await opDag()).toBeNull();
  });

  test('gesloten staat het bij vroeger, met de mensen die er tot die dag woonden, en komt er niemand bij', async () => {
    expect((await dicht('1-10-2026')).status).toBe(303);
    const html = await tekst(pad(), beide);
    const vroeger = html.slice(html.indexOf('Vroegere huishoudens'));
    expect(vroeger).toContain('van 1 februari 2026 tot 1 oktober 2026');
    expect(vroeger).toContain('Kim Voorbeeldkind Overig van 1 maart 2026 tot 1 oktober 2026');
    expect(html).not.toContain('woont hier niet meer');
    const lid = { doe: 'lid', huishouden, persoon: thuis.personen[0] ?? '', rol: 'overig', van: '2-10-2026' };
    expect((await stuur(pad(), lid, beide)).status).toBe(422);
    expect((await dicht('2-10-2026')).status).toBe(422);
  });

  test('bij vergissing gesloten gaat het weer open, met dezelfde mensen als ervoor', async () => {
    expect((await stuur(pad(), { doe: 'heropen', huishouden }, beide)).status).toBe(303);
    const html = await tekst(pad(), beide);
    expect(html).not.toContain('Vroegere huishoudens');
    expect(html).toContain('Kim Voorbeeldkind woont hier niet meer');
    expect((await stuur(pad(), { doe: 'heropen', huishouden }, beide)).status).toBe(404);
  });

  test('wie alleen meeleest of er buiten staat sluit en opent niets', async () => {
    for (const wie of [meelezer, een]) {
      expect((await dicht('1-10-2026', wie)).status).toBe(404);
      expect((await stuur(pad(), { doe: 'heropen', huishouden }, wie)).status).toBe(404);
    }
    // Nor through another file in which he does work.
    const elders = { doe: 'dicht', huishouden, tot: '1-10-2026' };
    expect((await stuur(`/gezin/dossiers/${bijVader.id}`, elders, een)).status).toBe(404);
    expect(await opDag()).toBeNull();
  });
});

// @eis C1.1 C4.6
describe('een persoon uit een ander dossier', () => {
  const pad = () => `/gezin/dossiers/${bijVader.id}/bekende-erbij`;
  const kim = () => thuis.personen[1] ?? '';

  test('wie in beide dossiers werkt vindt hem en zet hem erbij, eenmaal, met een eigen klok voor het bericht', async () => {
    const gevonden = await stuur(pad(), { voornamen: 'Kim', achternaam: 'Voorbeeldkind' }, beide);
    expect(gevonden.html).toContain('Zet Kim Voorbeeldkind in dit dossier');
    expect((await stuur(pad(), { persoon: kim() }, beide)).status).toBe(303);
    expect(await tekst(`/gezin/dossiers/${bijVader.id}`, een)).toContain('Kim Voorbeeldkind');
    expect((await stuur(pad(), { persoon: kim() }, beide)).status).toBe(404);
    const weer = await stuur(pad(), { voornamen: 'Kim', achternaam: 'Voorbeeldkind' }, beide);
    expect(weer.html).toContain('Niemand gevonden die hier nog niet staat');
    const klokken = await rijen(
      "select dossier_id from privacy.kennisgeving where betrokkene_id = $1 and stand = 'open'",
      [kim()],
    );
    expect(klokken).toEqual([{ dossier_id: bijVader.id }]);
  });

  test('wie maar in een van de twee werkt vindt niemand en haalt met een geraden kenmerk niemand binnen', async () => {
    const anna = thuis.personen[0] ?? '';
    const gevonden = await stuur(pad(), { achternaam: 'Voorbeeldmoeder' }, een);
    expect(gevonden.html).toContain('Niemand gevonden die hier nog niet staat');
    expect((await stuur(pad(), { persoon: anna }, een)).status).toBe(404);
    expect((await stuur(pad(), { persoon: '00000000-0000-4000-8000-0000000000aa' }, een)).status).toBe(404);
    expect((await stuur(`/gezin/dossiers/${thuis.id}/bekende-erbij`, { persoon: anna }, een)).status).toBe(
      404,
    );
    expect(await tekst(`/gezin/dossiers/${bijVader.id}`, een)).not.toContain('Voorbeeldmoeder');
  });

  test('zetten twee hem er op hetzelfde moment bij, dan staat hij er een keer, en niemand krijgt een storing', async () => {
    const anna = thuis.personen[0] ?? '';
    const uit = await Promise.all([1, 2, 3, 4].map(() => stuur(pad(), { persoon: anna }, beide)));
    const codes = uit.map(r => r.status);
    expect(codes).toContain(303);
    expect(codes.filter(c => c !== 303 && c !== 404)).toEqual([]);
    const erin = await rijen(
      'select 1 from toegang.betrokkenheid where dossier_id = $1 and betrokkene_id = $2',
      [bijVader.id, anna],
    );
    expect(erin).toHaveLength(1);
  });
});

// @eis C1.3
describe('samengevoegd over twee dossiers', () => {
  test('niemand verdwijnt uit een dossier door een samenvoeging met iemand uit een ander', async () => {
    const hier = await dossier(beide, org, [kind('Noor', 'Tweemaal')]);
    const daar = await dossier(beide, org, [kind('Noor', 'Tweemaal')]);
    const [blijft = '', opgegaan = ''] = [hier.personen[0], daar.personen[0]];
    const pad = `/gezin/personen/${blijft}/dezelfde`;
    expect((await stuur(pad, { doe: 'bevestigd', ander: opgegaan }, beide)).status).toBe(303);
    expect(await tekst(`/gezin/dossiers/${daar.id}`, beide)).toContain('Noor Tweemaal');
    // In one file the pair stands once.
    await stuur(`/gezin/dossiers/${daar.id}/bekende-erbij`, { persoon: blijft }, beide);
    const samen = await tekst(`/gezin/dossiers/${daar.id}`, beide);
    const lijst = samen.slice(samen.indexOf('Personen'), samen.indexOf('Voeg een persoon toe'));
    expect(lijst.match(/Noor Tweemaal/g)).toHaveLength(1);
  });

  // @eis C2.2
  test('wie iemand samenvoegt die elders al is samengevoegd, krijgt een gewoon antwoord en hoort daar niets over', async () => {
    const [d1, d2, d3] = [
      await dossier(beide, org, [kind('Sam', 'Driemaal')]),
      await dossier(beide, org, [kind('Sam', 'Driemaal')]),
      await dossier(beide, org, [kind('Sam', 'Driemaal')]),
    ];
    const [een1 = '', twee = '', drie = ''] = [d1, d2, d3].map(d => d.personen[0]);
    await opzet.relatie(een, org, d2.id, 'behandeling');
    await opzet.relatie(een, org, d3.id, 'behandeling');
    // Merged with somebody of a file that the other does not see.
    const eerst = await stuur(`/gezin/personen/${een1}/dezelfde`, { doe: 'bevestigd', ander: twee }, beide);
    expect(eerst.status).toBe(303);
    const r = await stuur(`/gezin/personen/${drie}/dezelfde`, { doe: 'bevestigd', ander: twee }, een);
    expect(r.status).toBe(422);
    expect(r.html).toContain('Dit besluit is niet vastgelegd');
    expect(r.html).not.toMatch(/al met iemand samengevoegd/);
    const geteld = await rijen('select count(*)::int n from gezin.samenvoeging where opgegaan_id = $1', [
      twee,
    ]);
    expect(geteld).toEqual([{ n: 1 }]);
  });
});
