import { afterEach, describe, expect, test } from 'vitest';
import { gelukt } from '#kern/resultaat/index.ts';
import { type Lezer, maakProefapp } from '#modules/programma/testing/proefapp.ts';
import type { Rol } from '#modules/toegang/index.ts';
import { geldig } from '#platform/ui/testing/geldig.ts';
import {
  biedOverdrachtAan,
  neemNoodtoegang,
  parameterOp,
  telZoekactie,
} from '../../src/modules/toegang/index.ts';
import type { Dossierlening } from '../../src/modules/toegang/module.ts';
import { registreerBlokkades } from '../../src/modules/toegang/web/blokkades.tsx';
import { registreerNoodtoegang } from '../../src/modules/toegang/web/noodtoegang.tsx';
import { registreerOverdrachten } from '../../src/modules/toegang/web/overdrachten.tsx';
import { registreerZoekacties } from '../../src/modules/toegang/web/zoekacties.tsx';
import { maakBuurt, maakWereld, VANDAAG, ziet } from './testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, buur, pro, collega, leider, buurpro, buurleider, privacy, maakDossier } = await maakBuurt(w);
const nummers = new Map<string, string>();
const dossiers: Dossierlening = {
  nummers: async (_tx, ids) =>
    new Map(ids.flatMap(id => [[id, nummers.get(id) ?? '']] as [string, string][])),
  vind: async (_tx, nummer) => [...nummers].find(([, n]) => n === nummer)?.[0] ?? null,
  mensen: () => gelukt(async () => []),
};
const p = maakProefapp(w.db, app => {
  const d = { kluis: w.kluis, dossiers };
  registreerNoodtoegang(app, d);
  registreerOverdrachten(app, d);
  registreerBlokkades(app, d);
  registreerZoekacties(app, d);
});
const als = (id: string, organisatieId: string, rol: Rol): Lezer => ({
  actor: { soort: 'persoon', id },
  lidmaatschappen: [{ rol, organisatieId, regio: 'kennemerland', gemeente: null }],
});
const LEZER = {
  pro: als(pro, team, 'professional'),
  leider: als(leider, team, 'teamleider'),
  privacy: als(privacy, team, 'privacyfunctionaris'),
  buurleider: als(buurleider, buur, 'teamleider'),
  buurpro: als(buurpro, buur, 'professional'),
};
const REDEN = 'Het gezin staat nu aan de balie en een kind is in gevaar.';
let teller = 100;
async function genummerd() {
  const d = await maakDossier();
  nummers.set(d.dossier, `2026-000${++teller}`);
  return { ...d, nummer: `2026-000${teller}` };
}
const neem = (dossier: string) =>
  w.als(buurpro, tx =>
    neemNoodtoegang({ kluis: w.kluis, basisUrl: '' }, tx, {
      zoek: async () => dossier,
      organisatieId: buur,
      reden: REDEN,
      lezer: buurpro,
    }),
  );
const weigeringen = () =>
  w.kijk<string>(
    `select soort from audit.logregel where uitkomst = 'geweigerd' order by tijdstip desc limit 3`,
  );

afterEach(() => w.zet('delete from toegang.zoekactie'));

// @eis C2.3
describe('/toegang/zoekacties', () => {
  test('de privacyfunctionaris ziet wie van de eigen organisatie hoe vaak zocht, nooit waarnaar', async () => {
    const { dossier, nummer } = await genummerd();
    for (const keer of [1, 2]) {
      const r = await p.stuur(
        '/toegang/blokkades',
        { collega: `${collega}|${team}`, reden: 'naaste', nummer: `2026-90000${keer}` },
        LEZER.leider,
      );
      expect(r.status).toBe(422);
    }
    await w.als(pro, tx =>
      biedOverdrachtAan(tx, {
        dossierId: dossier,
        vanOrganisatie: team,
        naarOrganisatie: buur,
        grond: 'wmo_medewerking',
      }),
    );
    await w.als(buurpro, tx => telZoekactie(tx, 'radar'));
    const r = await p.haal('/toegang/zoekacties', LEZER.privacy);
    const html = await r.text();
    expect(r.headers.get('cache-control')).toBe('no-store');
    const rij = (wie: string) =>
      html
        .split('<tr')
        .find(x => x.includes(`Voorbeeld ${wie.slice(0, 8)}`))
        ?.replaceAll(/<[^>]*>/g, ' ') ?? '';
    expect(rij(leider)).toMatch(/Op zaaknummer, voor een blokkade of verzoek\s+2\s/);
    expect(rij(pro)).toMatch(/Dossier aangeboden\s+1\s/);
    expect(rij(buurpro)).toBe('');
    expect(html).not.toContain(nummer);
    expect(html).not.toMatch(/2026-90000/);
    await geldig(html);
  });

  test('wie geen privacyfunctionaris is vindt de bladzijde niet', async () => {
    expect((await p.haal('/toegang/zoekacties', LEZER.leider)).status).toBe(404);
    expect((await p.haal('/toegang/zoekacties', LEZER.pro)).status).toBe(404);
  });

  test('op zaaknummer zoeken om te weren stopt bij de grens', async () => {
    const grens = parameterOp('nummer_per_uur', VANDAAG);
    const zoek = () =>
      p.stuur(
        '/toegang/blokkades',
        { collega: `${collega}|${team}`, reden: 'naaste', nummer: '2026-900001' },
        LEZER.leider,
      );
    for (let i = 0; i < grens; i++) expect(await (await zoek()).text()).toContain('vonden geen dossier');
    const html = await (await zoek()).text();
    expect(html).toContain('U deed dit te vaak');
    expect(html).not.toContain('vonden geen dossier');
  });
});

// @eis C2.5
describe('/toegang/noodtoegang', () => {
  test('de privacyfunctionaris leest wie, waarom en tot wanneer, en oordeelt', async () => {
    const { dossier, nummer } = await genummerd();
    const r = await neem(dossier);
    if (!r.ok) throw new Error(r.weigering.code);
    const voor = await p.haal('/toegang/noodtoegang', LEZER.privacy);
    const html = await voor.text();
    expect(voor.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain(REDEN);
    expect(html).toContain(nummer);
    expect(html).toContain(`Voorbeeld ${buurpro.slice(0, 8)}`);
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toMatch(/Voorbeeld|2026-/);
    const leeg = await p.stuur('/toegang/noodtoegang', { noodtoegang: r.waarde.id }, LEZER.privacy);
    expect(leeg.status).toBe(422);
    const fout = await leeg.text();
    expect(fout).toContain('Kies een oordeel.');
    // The link of the summary leads to the field that it names.
    const doel = /href="#([^"]*oordeel-[^"]*)"/.exec(fout)?.[1];
    expect(fout).toContain(`id="${doel}"`);
    await geldig(html);
    await geldig(fout);
    const goed = await p.stuur(
      '/toegang/noodtoegang',
      { noodtoegang: r.waarde.id, oordeel: 'terecht' },
      LEZER.privacy,
    );
    expect(goed.status).toBe(303);
    const na = await (await p.haal('/toegang/noodtoegang?na=beoordeeld', LEZER.privacy)).text();
    expect(na).toContain('Het oordeel is vastgelegd.');
    expect(na).not.toContain(nummer);
  });

  test('wie regie heeft leest het en oordeelt niet; wie niets te maken heeft ziet niets', async () => {
    const { dossier, nummer } = await genummerd();
    const r = await neem(dossier);
    if (!r.ok) throw new Error(r.weigering.code);
    const html = await (await p.haal('/toegang/noodtoegang', LEZER.pro)).text();
    expect(html).toContain(nummer);
    expect(html).not.toContain('name="oordeel"');
    expect(await (await p.haal('/toegang/noodtoegang', LEZER.leider)).text()).not.toContain(nummer);
    const poging = await p.stuur(
      '/toegang/noodtoegang',
      { noodtoegang: r.waarde.id, oordeel: 'terecht' },
      LEZER.pro,
    );
    expect(poging.status).toBe(404);
    expect(await weigeringen()).toContain('noodtoegang');
    const weg = await p.stuur(
      '/toegang/noodtoegang',
      { noodtoegang: crypto.randomUUID(), oordeel: 'terecht' },
      LEZER.pro,
    );
    const kaal = (s: string) => s.replace(/[0-9a-f-]{20,}/g, '');
    expect(kaal(await weg.text())).toBe(kaal(await poging.text()));
  });

  test.each(['lezer', 'accountbeheerder', 'technisch_beheerder', 'projectleider'] as const)(
    'een %s vindt geen van de drie pagina’s, wie niet is aangemeld wordt naar aanmelden gestuurd',
    async rol => {
      const mens = await w.mens(team, 'lezer');
      for (const pad of ['/toegang/noodtoegang', '/toegang/overdrachten', '/toegang/blokkades']) {
        expect((await p.haal(pad, als(mens, team, rol))).status, pad).toBe(404);
        expect((await p.haal(pad)).status, pad).toBe(303);
      }
    },
  );
});

// @eis C2.1 C2.3
describe('/toegang/overdrachten', () => {
  const bied = async (dossier: string) => {
    const r = await w.als(pro, tx =>
      biedOverdrachtAan(tx, {
        dossierId: dossier,
        vanOrganisatie: team,
        naarOrganisatie: buur,
        grond: 'wmo_medewerking',
      }),
    );
    if (!r.ok) throw new Error(r.weigering.code);
    return r.waarde;
  };

  test('de teamleider aanvaardt en wijst toe; fouten houden de keuze vast', async () => {
    const { dossier, nummer } = await genummerd();
    const id = await bied(dossier);
    const html = await (await p.haal('/toegang/overdrachten', LEZER.buurleider)).text();
    expect(html).toContain(nummer);
    expect(html).toContain(`value="${buurpro}"`);
    expect(html).not.toContain(`value="${buurleider}"`);
    const leeg = await p.stuur(
      '/toegang/overdrachten',
      { overdracht: id, besluit: 'aanvaard', doel: 'behandeling' },
      LEZER.buurleider,
    );
    expect(leeg.status).toBe(422);
    const fout = await leeg.text();
    expect(fout).toContain('Kies aan wie u het dossier toewijst.');
    expect(fout).toContain(`id="${/href="#([^"]*collega-[^"]*)"/.exec(fout)?.[1]}"`);
    await geldig(html);
    await geldig(fout);
    expect(fout).toMatch(/value="behandeling"[^>]*checked|checked[^>]*value="behandeling"/);
    const velden = { overdracht: id, besluit: 'aanvaard', doel: 'regie' };
    const zelf = await p.stuur('/toegang/overdrachten', { ...velden, collega: buurleider }, LEZER.buurleider);
    expect(await zelf.text()).toContain('anders dan uzelf');
    const goed = await p.stuur('/toegang/overdrachten', { ...velden, collega: buurpro }, LEZER.buurleider);
    expect(goed.status).toBe(303);
    expect(await ziet(w, buurpro, 'toegang.dossier')).toContain(dossier);
    const los = await p.stuur(
      '/toegang/overdrachten',
      { overdracht: id, besluit: 'losgelaten' },
      LEZER.leider,
    );
    expect(los.headers.get('location')).toBe('/toegang/overdrachten?na=losgelaten');
    expect(await ziet(w, pro, 'toegang.dossier')).not.toContain(dossier);
  });

  test('wie niet beslist krijgt niets anders te zien dan voor een aanbod dat er niet is', async () => {
    const { dossier } = await genummerd();
    const id = await bied(dossier);
    for (const [lezer, overdracht] of [
      [LEZER.buurpro, id],
      [LEZER.privacy, id],
      [LEZER.buurleider, crypto.randomUUID()],
      [LEZER.buurleider, 'x'],
    ] as const) {
      const r = await p.stuur('/toegang/overdrachten', { overdracht, besluit: 'geweigerd' }, lezer);
      expect(r.status).toBe(404);
    }
    const weiger = await p.stuur(
      '/toegang/overdrachten',
      { overdracht: id, besluit: 'geweigerd' },
      LEZER.buurleider,
    );
    expect(weiger.status).toBe(303);
  });
});

// @eis C2.4
describe('/toegang/blokkades', () => {
  const velden = (nummer: string, mens = collega) => ({
    collega: `${mens}|${team}`,
    nummer,
    reden: 'naaste',
  });

  test('een teamleider blokkeert op zaaknummer, de privacyfunctionaris heft op', async () => {
    const { dossier, nummer } = await genummerd();
    await w.relatie({ persoon: collega, organisatie: team, dossier, doel: 'behandeling' });
    const r = await p.stuur('/toegang/blokkades', velden(nummer), LEZER.leider);
    expect(r.status).toBe(303);
    expect(await ziet(w, collega, 'toegang.dossier')).not.toContain(dossier);
    const html = await (await p.haal('/toegang/blokkades?na=gegeven', LEZER.privacy)).text();
    expect(html).toContain(nummer);
    await geldig(html);
    const [id = ''] = await w.kijk<string>('select id from toegang.blokkade where dossier_id = $1', [
      dossier,
    ]);
    expect((await p.stuur('/toegang/blokkades/opheffen', { blokkade: id }, LEZER.leider)).status).toBe(404);
    expect((await p.stuur('/toegang/blokkades/opheffen', { blokkade: id }, LEZER.privacy)).status).toBe(303);
    expect(await ziet(w, collega, 'toegang.dossier')).toContain(dossier);
  });

  test('vanuit een dossier of persoon komt het kenmerk mee, het zaaknummer nooit in het adres', async () => {
    const { dossier, mens } = await genummerd();
    const html = await (await p.haal(`/toegang/blokkades?dossier=${dossier}`, LEZER.leider)).text();
    expect(html).toContain(`name="dossier" value="${dossier}"`);
    expect(html).not.toContain('name="nummer"');
    const r = await p.stuur(
      '/toegang/blokkades',
      { collega: `${collega}|${team}`, reden: 'naaste', betrokkene: mens },
      LEZER.privacy,
    );
    expect(r.status).toBe(303);
  });

  test('een onbekend nummer en een nummer van een ander geven één antwoord, met behoud van de invoer', async () => {
    const vreemd = await w.dossier(buur);
    nummers.set(vreemd, '2026-999999');
    const antwoord = async (nummer: string) => {
      const r = await p.stuur('/toegang/blokkades', velden(nummer), LEZER.leider);
      expect(r.status).toBe(422);
      return (await r.text()).replaceAll(nummer, '').replace(/[0-9a-f]{32,}/g, '');
    };
    const ander = await antwoord('2026-999999');
    expect(ander).toContain('Controleer het nummer');
    expect(ander).toContain(`value="${collega}|${team}" selected`);
    expect(await antwoord('2026-000001')).toBe(ander);
  });
});
