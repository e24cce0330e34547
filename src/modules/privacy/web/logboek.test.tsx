import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lezer, maakProefapp, publiek } from '#modules/programma/testing/proefapp.ts';
import { legVerwerkingVast, legWeigeringVast, type Rol } from '#modules/toegang/index.ts';
import { maakLogboekproef, PROEFDAG } from '#modules/toegang/testing/logboekproef.ts';
import { type Actor, metActor, metClient } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { kijkGebruikNa } from '../usecases/logboek-opvallend.ts';
import { voerLogboekUit } from '../usecases/logboek-uitvoer.ts';
import { registreerLogboek } from './logboek.tsx';
import { registreerOpvallend } from './logboek-opvallend.tsx';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-logboek-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 9), map });
const w = maakLogboekproef(p.beheer);
/** The log knows the real time only: pages are read on the real day. */
const NU = Temporal.Now.instant();
const d = { db: p.app.db, kluis };
const site = maakProefapp(
  p.app.db,
  app => {
    registreerOpvallend(app, d);
    registreerLogboek(app, d);
  },
  NU.toString(),
);

async function mens(organisatie: string, rol: Rol, naam: string): Promise<Lezer & { id: string }> {
  const actor = await w.mens(organisatie, rol);
  await w.noem(actor, kluis, naam, 'werk@voorbeeld.invalid');
  const lidmaatschappen = [{ rol, organisatieId: organisatie, regio: 'kennemerland', gemeente: null }];
  return { actor, lidmaatschappen, id: actor.id };
}
const als = (wie: Lezer, dossier: { id: string; betrokkenen: string[] }, soort = 'casus') =>
  metActor(p.app.db, wie.actor, PROEFDAG, tx =>
    legVerwerkingVast(tx, {
      handeling: 'inzien',
      soort,
      object: dossier.id,
      dossier: dossier.id,
      betrokkenen: dossier.betrokkenen,
      activiteit: 'casusvoering',
    }),
  );

const vt = await w.organisatie('veilig_thuis', 'Veilig Thuis Voorbeeld');
const opvang = await w.organisatie('partner', 'Opvang Geheimstad');
const toezicht = await mens(vt, 'privacyfunctionaris', 'Voorbeeld Toezicht');
const werker = await mens(vt, 'professional', 'Voorbeeld Werker');
const opvangwerker = await mens(opvang, 'professional', 'Voorbeeld Opvangwerker');
const nood = await mens(vt, 'professional', 'Voorbeeld Nood');
const dossier = await w.dossier(vt, 2);
const [betrokkene = ''] = dossier.betrokkenen;

beforeAll(async () => {
  await w.relatie(werker, vt, dossier.id, 'behandeling');
  await w.relatie(werker, vt, dossier.id, 'melder');
  await w.relatie(opvangwerker, opvang, dossier.id, 'behandeling');
  await w.noodtoegang(nood, vt, dossier.id);
  await als(werker, dossier);
  await als(werker, dossier);
  await als(werker, dossier, 'melder');
  await als(opvangwerker, dossier);
  await als(nood, dossier);
});

const zoek = (velden: Record<string, string | string[]>, lezer: Lezer = toezicht) =>
  site.stuur(
    '/privacy/logboek',
    { soort: 'betrokkene', kenmerk: betrokkene, van: '', tot: '', ...velden },
    lezer,
  );
const tekstVan = async (r: Response) => (await r.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

// @eis C3.3
describe('het logboek voor de privacyfunctionaris', () => {
  test('wie, wanneer, wat en op welke grond, met noodtoegang gemerkt', async () => {
    const r = await zoek({});
    expect(r.status).toBe(200);
    expect(r.headers.get('cache-control')).toBe('no-store');
    const tekst = await tekstVan(r);
    for (const stuk of ['Voorbeeld Werker', 'Opvang Geheimstad, hulpverlener', 'bekeken: casus, noodtoegang'])
      expect(tekst).toContain(stuk);
    expect(tekst).toMatch(/Wanneer Wie Organisatie/);
    // Printed pages say who, when and why; the title names nobody.
    expect(tekst).toMatch(/Voorbeeldpersoon.*toezicht op het gebruik van gegevens/);
  });

  test('een ander krijgt dezelfde pagina als bij een adres dat niet bestaat, en dat wordt gelogd', async () => {
    for (const lezer of [werker, await mens(vt, 'teamleider', 'Voorbeeld Leider')]) {
      for (const r of [await site.haal('/privacy/logboek', lezer), await zoek({}, lezer)])
        expect(r.status).toBe(404);
    }
    expect((await site.haal('/privacy/logboek', publiek)).headers.get('location')).toMatch(/^\/aanmelden/);
    const laatste = (await w.regels(werker.actor)).at(-1);
    expect(laatste).toMatchObject({ soort: 'logboek', uitkomst: 'geweigerd' });
  });

  test('een dossier van een andere organisatie en een verzonnen kenmerk zien er gelijk uit', async () => {
    const elders = await w.dossier(opvang, 0);
    await w.relatie(opvangwerker, opvang, elders.id, 'regie');
    await als(opvangwerker, elders);
    const maskeer = async (kenmerk: string) =>
      (await (await zoek({ soort: 'dossier', kenmerk })).text()).replaceAll(kenmerk, 'K');
    expect(await maskeer(elders.id)).toBe(await maskeer(crypto.randomUUID()));
  });

  test('dat de privacyfunctionaris keek, staat zelf in het logboek van de betrokkene', async () => {
    await zoek({});
    const laatste = (await w.regels(toezicht.actor)).at(-1);
    expect(laatste).toMatchObject({ soort: 'betrokkene', object: betrokkene, handeling: 'inzien' });
    expect(laatste?.details).toMatchObject({ deel: 'logboek', regel: 'rol', rol: 'privacyfunctionaris' });
  });

  test('wat niet goed is ingevuld, wordt gezegd en blijft staan', async () => {
    const r = await zoek({ kenmerk: '2026-000123', van: '40-13-2026', tot: '1-1-2026' });
    expect(r.status).toBe(422);
    const html = await r.text();
    expect(html).toContain('value="2026-000123"');
    expect(html).toContain('value="40-13-2026"');
    expect(html).toContain('href="#veld-kenmerk"');
    const om = await tekstVan(await zoek({ van: '2-3-2026', tot: '1-3-2026' }));
    expect(om).toContain('Draai de dagen om');
  });

  test('de uitvoer zijn JSON-regels van precies deze betrokkene, ook uit de opdracht', async () => {
    const r = await zoek({ doe: 'uitvoer' });
    expect(r.headers.get('content-disposition')).toContain('logboek.jsonl');
    const regels = (await r.text())
      .trimEnd()
      .split('\n')
      .map(x => JSON.parse(x));
    expect(regels.length).toBeGreaterThanOrEqual(5);
    expect(new Set(regels.map(x => x.attributes['dpl.core.data_subject_id']))).toEqual(new Set([betrokkene]));
    const vandaag = vasteKlok(NU.toString()).vandaag();
    const vraag = { soort: 'betrokkene', kenmerk: betrokkene, van: PROEFDAG, tot: vandaag } as const;
    const langs = (await voerLogboekUit(p.app.db, vandaag, vraag)).trimEnd().split('\n');
    expect(langs.length).toBeGreaterThanOrEqual(regels.length);
  });
});

// @eis C3.3
test('een brief voor de betrokkene komt niet uit deze pagina: die hoort bij zijn verzoek om inzage', async () => {
  const tekst = await tekstVan(await zoek({}));
  expect(tekst).toContain('Dat maakt u bij zijn verzoek om inzage');
  const velden = { soort: 'betrokkene', kenmerk: betrokkene, van: '', tot: '', vorm: 'pdf' };
  expect((await site.stuur('/privacy/logboek/overzicht', velden, toezicht)).status).toBe(404);
});

// @eis C3.3
test('wie volgens een mens dezelfde is, wordt met diens regels gelezen; een ander niet', async () => {
  const tweede = await w.dossier(vt, 2);
  await w.relatie(werker, vt, tweede.id, 'behandeling');
  await als(werker, tweede, 'verklaring');
  const [zelfde = '', ander = ''] = tweede.betrokkenen;
  expect(await tekstVan(await zoek({}))).not.toContain('verklaring');
  await metClient(p.beheer, async c => {
    for (const id of [betrokkene, zelfde, ander])
      await c.query(
        `insert into gezin.persoon (id, regio, organisatie_id, sleutel_id, gegevens, laatste_wijziging)
         values ($1, 'kennemerland', $2, 'geen', '', '2026-01-05')`,
        [id, vt],
      );
    await c.query(
      `insert into gezin.samenvoeging (id, blijft_id, opgegaan_id, score, stand)
       values (gen_random_uuid(), $1, $2, 0.9, 'bevestigd'), (gen_random_uuid(), $1, $3, 0.9, 'voorgesteld')`,
      [betrokkene, zelfde, ander],
    );
  });
  expect(await tekstVan(await zoek({}))).toContain('bekeken: verklaring');
  expect(await tekstVan(await zoek({ kenmerk: zelfde }))).toContain('noodtoegang');
  expect(await tekstVan(await zoek({ kenmerk: ander }))).not.toContain('noodtoegang');
});

// @eis C3.4
describe('gebruik om na te kijken', () => {
  const LIJST = '/privacy/logboek/opvallend';
  const weiger = (wie: Actor, keer: number) =>
    Promise.all(
      Array.from({ length: keer }, () =>
        legWeigeringVast(p.app.db, wie, PROEFDAG, {
          handeling: 'inzien',
          soort: 'casus',
          object: crypto.randomUUID(),
          dossier: null,
          activiteit: 'casusvoering',
        }),
      ),
    );

  test('regels met wat en waarom, één keer per dag en dossier, zonder score', async () => {
    const druk = await mens(vt, 'professional', 'Voorbeeld Druk');
    await weiger(druk.actor, 6);
    await weiger(opvangwerker.actor, 6);
    const vandaag = vasteKlok(NU.toString()).vandaag();
    const gevonden = await kijkGebruikNa(p.app.db, vandaag, Temporal.Now.instant());
    // The log keeps the real time: run at night, what was done here is unusual by its hour as well.
    const { rows } = await metClient(p.beheer, c =>
      c.query(`select 1 from privacy.opvallend where regel <> 'stille_uren'`),
    );
    expect(rows).toHaveLength(3);
    expect(gevonden).toBeGreaterThanOrEqual(3);
    expect(await kijkGebruikNa(p.app.db, vandaag, Temporal.Now.instant())).toBe(0);
    const tekst = await tekstVan(await site.haal(LIJST, toezicht));
    expect(tekst).toContain('6 verschillende verzoeken geweigerd');
    expect(tekst).toContain('Vanaf 5 op een dag');
    expect(tekst).toContain(`Een dossier geopend met noodtoegang. Dossier ${dossier.id}`);
    expect(tekst).not.toMatch(/Opvangwerker|score|risico/i);
  });

  test('achter een regel staan de logregels van die medewerker op die dag', async () => {
    const dag = vasteKlok(NU.toString()).vandaag().toString();
    const r = await zoek({ soort: 'gebruiker', kenmerk: nood.id, van: dag, tot: dag });
    const tekst = await tekstVan(r);
    expect(tekst).toContain('Voorbeeld Nood');
    expect(tekst).not.toContain('Voorbeeld Werker');
    expect(tekst).not.toContain('Overzicht voor de betrokkene');
    const lijst = await (await site.haal(LIJST, toezicht)).text();
    expect(lijst).toMatch(new RegExp(`name="soort" value="gebruiker"[^§]*name="kenmerk" value="${nood.id}"`));
  });

  test('een oordeel wordt vastgelegd en gelogd, en telt één keer', async () => {
    const html = await (await site.haal(LIJST, toezicht)).text();
    const id = /name="id" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    expect((await site.stuur(`${LIJST}/oordeel`, { id, oordeel: '' }, toezicht)).status).toBe(422);
    expect((await site.stuur(`${LIJST}/oordeel`, { id, oordeel: 'verklaard' }, toezicht)).status).toBe(303);
    expect((await site.stuur(`${LIJST}/oordeel`, { id, oordeel: 'onterecht' }, toezicht)).status).toBe(404);
    expect(await tekstVan(await site.haal(LIJST, toezicht))).toContain('Nagekeken');
    const log = (await w.regels(toezicht.actor)).filter(r => r.soort === 'opvallend' && r.object === id);
    expect(log.map(r => [r.handeling, r.reden])).toEqual([['wijzigen', 'verklaard']]);
  });

  test('niemand ziet of beoordeelt een regel over zichzelf of van een andere organisatie', async () => {
    const zelf = await mens(vt, 'privacyfunctionaris', 'Voorbeeld Zelf');
    await weiger(zelf.actor, 6);
    await kijkGebruikNa(p.app.db, vasteKlok(NU.toString()).vandaag(), Temporal.Now.instant());
    const knop = await site.stuur(LIJST, {}, zelf);
    expect(knop.status).toBe(200);
    expect(await tekstVan(knop)).not.toContain('Voorbeeld Zelf');
    const ander = await (await site.haal(LIJST, toezicht)).text();
    expect(ander).toContain('Voorbeeld Zelf');
    const r = await metClient(p.beheer, c =>
      c.query<{ id: string }>('select id from privacy.opvallend where persoon_id = $1', [zelf.id]),
    );
    const id = r.rows[0]?.id ?? '';
    const elders = await mens(opvang, 'privacyfunctionaris', 'Voorbeeld Elders');
    for (const lezer of [zelf, elders, werker])
      expect((await site.stuur(`${LIJST}/oordeel`, { id, oordeel: 'verklaard' }, lezer)).status).toBe(404);
    expect((await site.haal(LIJST, werker)).status).toBe(404);
  });
});
