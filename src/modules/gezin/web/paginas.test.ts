import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { type Lezer, maakProefapp, publiek } from '../../programma/testing/proefapp.ts';
import { maakLogboekproef } from '../../toegang/testing/logboekproef.ts';
import { bekend } from '../domain/graad.ts';
import { maakGezin } from '../module.ts';
import { maakContactvelden } from '../testing/contactproef.ts';
import { type Mens, maakGegevens, maakGezinproef, maakInvoer } from '../testing/gezinproef.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-gezinweb-'));
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

let regisseur: Mens;
let overleg: Mens;
let vreemde: Mens;
let bewaarder: Mens;
let gezin: { id: string; personen: string[] };
let anna = '';
let bart = '';
const als = (mens: Mens): Lezer => ({
  actor: mens,
  lidmaatschappen: [{ rol: 'professional', organisatieId: '', regio: 'kennemerland', gemeente: null }],
});
const pagina = async (pad: string, mens: Mens) => {
  const r = await site.haal(pad, als(mens));
  return { status: r.status, html: await r.text(), koppen: r.headers };
};
const stuur = async (pad: string, velden: Record<string, string>, mens: Mens) => {
  const r = await site.stuur(pad, velden, als(mens));
  return { status: r.status, html: await r.text(), naar: r.headers.get('location') };
};
const persoonpaden = (id: string) =>
  ['', '/wijzig', '/contact', '/adressen', '/betrekkingen', '/dezelfde', '/versies'].map(
    deel => `/gezin/personen/${id}${deel}`,
  );
const AFWEZIG = '00000000-0000-4000-8000-0000000000aa';

beforeAll(async () => {
  const org = await opzet.organisatie();
  const ander = await opzet.organisatie();
  regisseur = await opzet.mens(org, 'professional');
  bewaarder = await opzet.mens(org, 'professional');
  overleg = await opzet.mens(ander, 'professional');
  vreemde = await opzet.mens(ander, 'professional');
  gezin = await dossier(regisseur, org, [
    maakInvoer(
      maakGegevens('Anna', 'Voorbeeld', { geboortedatum: bekend({ jaar: 1985, maand: 2, dag: 3 }) }),
    ),
    maakInvoer(
      maakGegevens('Bart', 'Voorbeeld', { geboortedatum: bekend({ jaar: 2015, maand: 6, dag: 7 }) }),
    ),
  ]);
  [anna = '', bart = ''] = gezin.personen;
  await opzet.relatie(overleg, ander, gezin.id, 'overleg', '2027-01-01');
  await opzet.relatie(bewaarder, org, gezin.id, 'behandeling');
  await opzet.relatie(bewaarder, org, gezin.id, 'geheim_adres');
});

// @eis C1.1 C2.2
describe('pagina’s over een persoon', () => {
  test('wie in het dossier werkt ziet elke pagina, zonder naam in de titel en zonder dat er iets achterblijft', async () => {
    for (const pad of [
      ...persoonpaden(anna),
      `/gezin/dossiers/${gezin.id}`,
      `/gezin/dossiers/${gezin.id}/persoon-erbij`,
    ]) {
      const p = await pagina(pad, regisseur);
      expect([pad, p.status]).toEqual([pad, 200]);
      expect(p.koppen.get('cache-control')).toBe('no-store');
      expect(/<title>([^<]*)</.exec(p.html)?.[1]).not.toMatch(/Anna|Voorbeeld/);
    }
  });

  test('niet aangemeld: naar aanmelden, ook voor wat niet bestaat', async () => {
    for (const pad of [persoonpaden(anna)[0], persoonpaden(AFWEZIG)[0]]) {
      const r = await site.haal(pad ?? '', publiek);
      expect([r.status, r.headers.get('location')]).toEqual([
        303,
        `/aanmelden?terug=${encodeURIComponent(pad ?? '')}`,
      ]);
    }
  });

  test('verboden en afwezig zijn dezelfde bladzijde, en beide staan als geweigerd in het logboek', async () => {
    const kaal = (html: string) =>
      html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/value="[^"]*"/g, '');
    for (const deel of [
      '',
      '/wijzig',
      '/contact',
      '/adressen',
      '/geheim-adres',
      '/betrekkingen',
      '/dezelfde',
      '/versies',
    ]) {
      const [mag, is] = [
        await pagina(`/gezin/personen/${anna}${deel}`, vreemde),
        await pagina(`/gezin/personen/${AFWEZIG}${deel}`, vreemde),
      ];
      expect([deel, mag.status, is.status]).toEqual([deel, 404, 404]);
      expect(kaal(mag.html)).toBe(kaal(is.html));
    }
    const regels = (await opzet.regels(vreemde)).filter(r => r.uitkomst === 'geweigerd');
    expect(regels.map(r => r.object)).toEqual(expect.arrayContaining([anna, AFWEZIG]));
  });

  // @eis C3.3
  test('een geweigerde poging staat in het logboek van die persoon of van dat dossier', async () => {
    const wie = await opzet.mens(await opzet.organisatie(), 'professional');
    expect((await pagina(`/gezin/personen/${anna}/contact`, wie)).status).toBe(404);
    expect((await pagina(`/gezin/dossiers/${gezin.id}`, wie)).status).toBe(404);
    const regels = (await opzet.regels(wie)).filter(r => r.uitkomst === 'geweigerd');
    expect(regels.filter(r => r.soort === 'betrokkene').map(r => [r.object, r.details['deel']])).toEqual([
      [anna, 'veilig_contact'],
    ]);
    expect(regels.filter(r => r.details['dossier'] === gezin.id)).toHaveLength(1);
  });

  test('wie alleen leest ziet geen knop om te wijzigen, en het formulier bestaat voor hem niet', async () => {
    const p = await pagina(`/gezin/personen/${anna}`, overleg);
    expect(p.status).toBe(200);
    expect(p.html).not.toContain('/wijzig');
    // The law names the number for who works on its task, not for a guest at a table meeting.
    expect(p.html).not.toContain('Burgerservicenummer');
    expect((await pagina(`/gezin/personen/${anna}`, regisseur)).html).toContain('Burgerservicenummer');
    expect((await pagina(`/gezin/personen/${anna}/wijzig`, regisseur)).html).toContain('name="bsn"');
    expect((await pagina(`/gezin/personen/${anna}/wijzig`, bewaarder)).html).not.toContain('name="bsn"');
    expect((await pagina(`/gezin/personen/${anna}/wijzig`, overleg)).status).toBe(404);
    expect(
      (await stuur(`/gezin/personen/${anna}/wijzig`, { achternaam: 'Anders', versie: '1' }, overleg)).status,
    ).toBe(404);
  });
});

// @eis C1.1
describe('een persoon wijzigen', () => {
  const goed = {
    voornamen: 'Anna',
    achternaam: 'Voorbeeld',
    geboortedatum: '3-2-1985',
    geslacht: 'vrouw',
    gemeente: 'GM0392',
  };
  const pad = () => `/gezin/personen/${anna}/wijzig`;

  test('wat niet klopt staat bij het veld, en wat is ingevuld blijft staan', async () => {
    const p = await stuur(
      pad(),
      {
        ...goed,
        geboortedatum: '31-2-1985',
        email_geweigerd: 'ja',
        email: 'a@voorbeeld.invalid',
        bsn: '999990019',
        versie: '1',
      },
      regisseur,
    );
    expect(p.status).toBe(422);
    for (const id of ['veld-geboortedatum', 'veld-email', 'veld-bsn_grond'])
      expect(p.html).toContain(`href="#${id}"`);
    expect(p.html).toContain('value="31-2-1985"');
    const elf = await stuur(
      pad(),
      { ...goed, bsn: '123456789', bsn_grond: 'wmo_5_2_9', versie: '1' },
      regisseur,
    );
    expect(elf.html).toContain('elfproef');
  });

  test('twee tegelijk: de tweede ziet beide versies naast elkaar en bewaart bewust', async () => {
    expect(
      (await stuur(pad(), { ...goed, telefoon: '06 0000 1111', versie: '1' }, regisseur)).naar,
    ).toContain('gedaan');
    const p = await stuur(pad(), { ...goed, telefoon: '06 0000 2222', versie: '1' }, bewaarder);
    expect(p.status).toBe(409);
    expect(p.html).toContain('06 0000 1111');
    expect(p.html).toContain('06 0000 2222');
    expect(p.html).toContain('name="versie" value="2"');
    expect((await stuur(pad(), { ...goed, telefoon: '06 0000 2222', versie: '2' }, bewaarder)).status).toBe(
      303,
    );
    const versies = await pagina(`/gezin/personen/${anna}/versies`, regisseur);
    expect(versies.html).toContain('06 0000 1111 werd 06 0000 2222');
  });
});

// @eis C1.2
describe('veilig contact op de pagina', () => {
  const pad = () => `/gezin/personen/${anna}/contact`;
  test('eerst niets, dan vastgelegd, dan een oordeel per wijze', async () => {
    expect((await stuur(`${pad()}/toets`, { wijze: 'bellen' }, regisseur)).html).toContain('GZ101');
    const leeg = await stuur(pad(), { versie: '0', bellen_mag: 'ja' }, regisseur);
    expect(leeg.status).toBe(422);
    // Whoever may be called is asked who listens along; of a way that is closed it need not be known.
    for (const mist of ['veld-bellen_mee', 'veld-schrijven_mag'])
      expect(leeg.html).toContain(`href="#${mist}"`);
    expect(leeg.html).not.toContain('href="#veld-schrijven_mee"');
    const vol = maakContactvelden(
      { bellen: 'ja', schrijven: 'nee', mailen: 'onbekend' },
      {
        ...{ bellen_mee: 'ander', bellen_meeWie: 'Haar zus.', bellen_waar: '06 0000 1234' },
        ...{ bellen_dag_ma: 'ja', bellen_deel_avond: 'ja', bellen_wanneer: 'Niet op vrijdag.' },
        ...{ taal: 'tr', tolk: 'ja' },
      },
    );
    const fout = await stuur(pad(), { ...vol, bellen_waar: 'de buren' }, regisseur);
    expect(fout.html).toContain('href="#veld-bellen_waar"');
    expect(fout.html).toContain('Niet op vrijdag.');
    expect((await stuur(pad(), vol, regisseur)).status).toBe(303);
    expect((await stuur(`${pad()}/toets`, { wijze: 'schrijven' }, regisseur)).html).toContain('GZ102');
    expect((await stuur(`${pad()}/toets`, { wijze: 'mailen' }, regisseur)).html).toContain('GZ103');
    const bel = await stuur(`${pad()}/toets`, { wijze: 'bellen' }, regisseur);
    expect(bel.html).toContain('name="bevestig_GZ104"');
    const half = await stuur(`${pad()}/toets`, { wijze: 'bellen', bevestig_GZ106: 'ja' }, regisseur);
    expect(half.html).toContain('Dit mag alleen na een besluit');
    // Of the others in this file no number is known: that counts as shared.
    const beide = { bevestig_GZ104: 'ja', bevestig_GZ107: 'ja', bevestig_GZ110: 'ja' };
    const besluit = await stuur(`${pad()}/toets`, { wijze: 'bellen', ...beide }, regisseur);
    expect(besluit.html).toContain('U hebt besloten');
    const logboek = (await opzet.regels(regisseur)).filter(r => r.handeling === 'delen');
    expect(logboek.map(r => r.reden)).toContain('besluit_bellen_gz104_gz107_gz110');
  });

  test('wie alleen leest ziet het, en beslist of bewaart niet', async () => {
    const p = await pagina(pad(), overleg);
    for (const staat of [
      '06 0000 1234',
      'maandag, avond (18 tot 23 uur)',
      'Niet op vrijdag.',
      'Haar zus.',
      'Turks',
    ])
      expect(p.html).toContain(staat);
    expect(p.html).not.toContain('name="bellen_wanneer"');
    expect((await stuur(pad(), { versie: '1', bellen_mag: 'ja' }, overleg)).status).toBe(404);
    const blad = await pagina(`/gezin/personen/${anna}`, overleg);
    expect(blad.html).toContain(
      'maandag, avond (18 tot 23 uur); Niet op vrijdag. Wie leest mee: Iemand anders',
    );
    expect(
      (await stuur(`${pad()}/toets`, { wijze: 'bellen', bevestig_GZ104: 'ja' }, overleg)).html,
    ).not.toContain('U hebt besloten');
  });
});

// @eis C1.1 C1.4
describe('huishouden, betrekking en adres op de pagina', () => {
  test('een huishouden met een kind erin, een ouder met gezag, en een fout die bij het veld blijft', async () => {
    const pad = `/gezin/dossiers/${gezin.id}`;
    expect(
      (await stuur(pad, { doe: 'huishouden', van: '1-2-2026', gemeente: 'GM0392' }, regisseur)).status,
    ).toBe(303);
    const html = (await pagina(pad, regisseur)).html;
    const huishouden = /name="huishouden" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const fout = await stuur(
      pad,
      { doe: 'lid', huishouden, persoon: bart, rol: 'kind', van: '1-1-2025' },
      regisseur,
    );
    expect(fout.status).toBe(422);
    expect(fout.html).toContain(`href="#veld-van-${huishouden}"`);
    expect(
      (await stuur(pad, { doe: 'lid', huishouden, persoon: bart, rol: 'kind', van: '1-3-2026' }, regisseur))
        .status,
    ).toBe(303);
    expect(
      (
        await stuur(
          pad,
          { doe: 'lid', huishouden: AFWEZIG, persoon: bart, rol: 'kind', van: '1-3-2026' },
          regisseur,
        )
      ).status,
    ).toBe(404);
    expect((await stuur(pad, { doe: 'huishouden', van: '1-2-2026' }, overleg)).status).toBe(404);
    const b = `/gezin/personen/${anna}/betrekkingen`;
    expect((await stuur(b, { soort: 'ouder', ander: bart, gezag: 'ja' }, regisseur)).status).toBe(303);
    const na = await pagina(b, overleg);
    expect(na.html).toContain('Anna Voorbeeld is ouder van Bart Voorbeeld');
    expect(na.html).toContain('heeft gezag');
  });

  test('een geheim adres ziet alleen wie er een relatie voor heeft; voor de regisseur bestaat de pagina niet', async () => {
    const pad = `/gezin/personen/${anna}/geheim-adres`;
    expect((await pagina(pad, regisseur)).status).toBe(404);
    for (const deel of ['', '/adressen']) {
      expect((await pagina(`/gezin/personen/${anna}${deel}`, regisseur)).html).not.toContain('geheim-adres');
      expect((await pagina(`/gezin/personen/${anna}${deel}`, bewaarder)).html).toContain(pad);
    }
    const velden = {
      dossier: gezin.id,
      soort: 'tijdelijk',
      straat: 'Voorbeeldlaan',
      nummer: '7',
      postcode: '1234 AB',
      plaats: 'Voorbeeldstad',
      van: '1-3-2026',
    };
    expect((await stuur(pad, velden, regisseur)).status).toBe(404);
    expect((await stuur(pad, velden, bewaarder)).status).toBe(303);
    expect((await pagina(pad, bewaarder)).html).toContain('Voorbeeldlaan 7');
    expect((await pagina(pad, bewaarder)).html).toContain('Tijdelijk adres');
    for (const ander of [`/gezin/personen/${anna}`, `/gezin/personen/${anna}/adressen`]) {
      expect((await pagina(ander, bewaarder)).html).not.toContain('Voorbeeldlaan');
    }
  });

  test('een adres toevoegen en sluiten', async () => {
    const pad = `/gezin/personen/${bart}/adressen`;
    const fout = await stuur(pad, { soort: 'woon', postcode: 'fout', van: '1-3-2026' }, regisseur);
    expect(fout.html).toContain('href="#veld-postcode"');
    expect(
      (await stuur(pad, { soort: 'woon', postcode: '1234 AB', nummer: '5', van: '1-3-2026' }, regisseur))
        .status,
    ).toBe(303);
    const id = /name="sluit" value="([^"]+)"/.exec((await pagina(pad, regisseur)).html)?.[1] ?? '';
    expect((await stuur(pad, { sluit: id, tot: '1-1-2026' }, regisseur)).status).toBe(422);
    expect((await stuur(pad, { sluit: id, tot: '1-4-2026' }, regisseur)).status).toBe(303);
  });

  test('een adres dat geheim had moeten zijn gaat weg van de pagina; wie er een relatie voor heeft ziet het nog', async () => {
    const pad = `/gezin/personen/${anna}/adressen`;
    const velden = { soort: 'woon', straat: 'Opvanglaan', nummer: '3', postcode: '1234 AC', van: '1-3-2026' };
    expect((await stuur(pad, velden, regisseur)).status).toBe(303);
    expect((await pagina(pad, overleg)).html).toContain('Opvanglaan');
    const html = (await pagina(pad, regisseur)).html;
    const id = /name="geheim" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const maak = { geheim: id, dossier: gezin.id };
    for (const wie of [overleg, vreemde]) expect((await stuur(pad, maak, wie)).status).toBe(404);
    expect((await stuur(pad, { geheim: id, dossier: AFWEZIG }, regisseur)).html).toContain(
      `href="#veld-dossier-${id}"`,
    );
    const uit = await stuur(pad, maak, regisseur);
    expect([uit.status, uit.naar]).toEqual([303, `${pad}?geheim`]);
    expect((await pagina(`${pad}?geheim`, regisseur)).html).toContain('Het adres is nu geheim');
    for (const wie of [regisseur, overleg, bewaarder])
      for (const p of [pad, `/gezin/personen/${anna}`])
        expect((await pagina(p, wie)).html).not.toContain('Opvanglaan');
    expect((await pagina(`/gezin/personen/${anna}/geheim-adres`, bewaarder)).html).toContain('Opvanglaan 3');
    expect((await stuur(pad, maak, regisseur)).status).toBe(404);
  });

  test('een persoon erbij staat daarna in het gezin', async () => {
    const pad = `/gezin/dossiers/${gezin.id}/persoon-erbij`;
    expect((await stuur(pad, { voornamen: 'Carla', geslacht: 'raar' }, regisseur)).status).toBe(422);
    const r = await stuur(
      pad,
      { voornamen: 'Carla', achternaam: 'Voorbeeld', achternaam_geweigerd: '' },
      regisseur,
    );
    expect(r.status).toBe(303);
    expect((await pagina(`/gezin/dossiers/${gezin.id}`, overleg)).html).toContain('Carla Voorbeeld');
    expect((await stuur(pad, { voornamen: 'Dirk' }, overleg)).status).toBe(404);
    expect((await stuur(pad, { voornamen: 'Dirk' }, vreemde)).status).toBe(404);
  });
});

// @eis C1.3
describe('zoeken op de pagina', () => {
  test('een naam staat nooit in het adres, en wie niets ziet krijgt dezelfde bladzijde als bij niets gevonden', async () => {
    const r = await stuur('/gezin/zoeken', { voornamen: 'Ana', achternaam: 'Voorbeelt' }, regisseur);
    expect(r.html).toContain('Anna Voorbeeld');
    const niets = await stuur('/gezin/zoeken', { voornamen: 'Ana', achternaam: 'Voorbeelt' }, vreemde);
    expect(niets.html).toContain('Niemand gevonden');
    expect((await stuur('/gezin/zoeken', {}, regisseur)).status).toBe(422);
    expect((await site.haal('/gezin/zoeken?achternaam=Voorbeeld', als(regisseur))).status).toBe(200);
    expect((await pagina('/gezin/zoeken?achternaam=Voorbeeld', regisseur)).html).not.toContain(
      'Anna Voorbeeld',
    );
  });
});
