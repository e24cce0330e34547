import { beforeAll, describe, expect, test } from 'vitest';
import { maakProef } from '../../../../test/proef/index.ts';
import { type Lezer, leesProgrammas, maakMens, maakProefapp } from '../testing/proefapp.ts';
import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const { haal, stuur } = maakProefapp(db, app =>
  registreer(app, {
    gemeenteSlug: () => null,
    cijferPaneel: async () => [],
    actieCijfers: async () => [],
  } as Parameters<typeof registreer>[1]),
);
let leider: Lezer;
let haarlem: Lezer;

beforeAll(async () => {
  await leesProgrammas(db, [], ['kennemerland', 'zaanstreek-waterland']);
  leider = await maakMens(db, 'projectleider', 'kennemerland');
  haarlem = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0392');
});

const ontsnapt = (tekst: string) =>
  tekst
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The values that a browser would send back with the first form that holds fields. */
function velden(html: string): Record<string, string | string[]> {
  const form = [...html.matchAll(/<form[^>]*class="la-formulier"[\s\S]*?<\/form>/g)][0]?.[0] ?? '';
  const uit: Record<string, string | string[]> = {};
  const zet = (naam: string, waarde: string) => {
    const oud = uit[naam];
    uit[naam] = oud === undefined ? waarde : [...(Array.isArray(oud) ? oud : [oud]), waarde];
  };
  const attr = (tag: string, naam: string) => {
    const m = new RegExp(` ${naam}="([^"]*)"`).exec(tag);
    return m ? ontsnapt(m[1] ?? '') : null;
  };
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const naam = attr(tag, 'name') ?? '';
    if (naam === '_csrf') continue;
    if (attr(tag, 'type') === 'checkbox' && !/ checked/.test(tag)) continue;
    zet(naam, attr(tag, 'value') ?? '');
  }
  for (const [, tag = '', tekst = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    zet(attr(tag, 'name') ?? '', ontsnapt(tekst));
  for (const [, tag = '', opties = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g))
    zet(attr(tag, 'name') ?? '', ontsnapt(/value="([^"]*)" selected/.exec(opties)?.[1] ?? ''));
  return uit;
}

const pad = '/programma/kennemerland/onderdeel';
const open = async (adres: string, wie: Lezer) => {
  const r = await haal(adres, wie);
  expect(r.status).toBe(200);
  return velden(await r.text());
};

// @eis A3.1 A3.10
describe('een onderdeel wijzigen', () => {
  test('elke soort heeft een formulier dat ongewijzigd opgestuurd niets verandert', async () => {
    const lijst = await (await haal('/programma/kennemerland/onderdelen', leider)).text();
    const soorten = [...new Set([...lijst.matchAll(/onderdelen\?soort=([a-z]+)"/g)].map(m => m[1]))];
    expect(soorten.length).toBe(22);
    for (const soort of soorten) {
      const rijen = await (await haal(`/programma/kennemerland/onderdelen?soort=${soort}`, leider)).text();
      const code = new RegExp(`onderdeel/${soort}/([^/"]+)/wijzig"`).exec(rijen)?.[1];
      if (!code) continue;
      const v = await open(`${pad}/${soort}/${code}/wijzig`, leider);
      const r = await stuur(`${pad}/${soort}/${code}/wijzig`, v, leider);
      expect([soort, r.status]).toEqual([soort, 303]);
      const concepten = await (await haal('/programma/kennemerland/concepten', leider)).text();
      expect([soort, concepten.includes('Alles is openbaar')]).toEqual([soort, true]);
    }
  });

  test('Nederlandse invoer wordt bewaard, staat als concept klaar en is na publicatie openbaar', async () => {
    const adres = `${pad}/actie/2/wijzig`;
    const v = await open(adres, leider);
    const eersteLeeg = Object.keys(v).filter(k => /^kosten\.\d+\.bedrag$/.test(k)).length - 2;
    const r = await stuur(
      adres,
      {
        ...v,
        titel: 'Nieuwe titel',
        gereed: 'november 2026',
        start: '3-11-2025',
        [`kosten.${eersteLeeg}.omschrijving`]: 'Training',
        [`kosten.${eersteLeeg}.bedrag`]: '186.000',
      },
      leider,
    );
    expect(r.status).toBe(303);
    expect(r.headers.get('location')).toBe('/programma/kennemerland/onderdeel/actie/2?gedaan=bewaard');
    const werk = await (
      await haal('/programma/kennemerland/onderdeel/actie/2?gedaan=bewaard', leider)
    ).text();
    expect(werk).toContain('november 2026');
    expect(werk).toContain('3 november 2025');
    expect(werk).toContain('€\u00a0186.000');
    expect(await (await haal('/regio/kennemerland/onderdeel/actie/2')).text()).not.toContain('Nieuwe titel');
    const publiceer = await (await haal(`${pad}/actie/2/publiceer`, leider)).text();
    expect(publiceer).toContain('Nieuwe titel');
    expect((publiceer.match(/\(anders\)/g) ?? []).length).toBe(4);
    expect((await stuur(`${pad}/actie/2/publiceer`, velden(publiceer), leider)).status).toBe(303);
    expect(await (await haal('/regio/kennemerland/onderdeel/actie/2')).text()).toContain('Nieuwe titel');
  });

  test('foute invoer wordt per veld bij naam geweigerd, met behoud van wat was ingevuld', async () => {
    const adres = `${pad}/raadsopmerking/BLO-1/wijzig`;
    const v = await open(adres, leider);
    const r = await stuur(
      adres,
      { ...v, gemeente: 'Nergenshuizen', onderwerp: '', antwoord: 'Mijn antwoord' },
      leider,
    );
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html).toContain('Gemeente &quot;Nergenshuizen&quot; hoort niet bij deze regio; kies uit de lijst');
    expect(html).toContain('href="#veld-gemeente"');
    expect(html).toContain('Onderwerp: vul dit in; het mag niet leeg blijven');
    expect(html).toContain('Mijn antwoord');
    const project = await open(`${pad}/project/nieuw`, leider);
    const fout = await stuur(
      `${pad}/project/nieuw`,
      { ...project, code: 'P-1', naam: 'Proef', budget: 'veel', start: '31-2-2026' },
      leider,
    );
    const tekst = await fout.text();
    expect(tekst).toContain('&quot;veel&quot; is geen bedrag');
    expect(tekst).toContain('&quot;31-2-2026&quot; is geen bestaande datum');
    expect(tekst).toContain('value="veel"');
  });

  test('nog een regel toont lege regels erbij en bewaart niets', async () => {
    const adres = `${pad}/actie/3/wijzig`;
    const v = await open(adres, leider);
    const n = Object.keys(v).filter(k => /^stappen\.\d+\.tekst$/.test(k)).length;
    const r = await stuur(
      adres,
      { ...v, [`stappen.${n - 1}.tekst`]: 'Extra stap', _meer: 'stappen' },
      leider,
    );
    const na = velden(await r.text());
    expect(Object.keys(na).filter(k => /^stappen\.\d+\.tekst$/.test(k)).length).toBe(n + 1);
    expect(na[`stappen.${n - 2}.tekst`]).toBe('Extra stap');
    expect(await (await haal('/programma/kennemerland/onderdeel/actie/3', leider)).text()).not.toContain(
      'Extra stap',
    );
  });

  test('de tweede die bewaart ziet beide versies, en niets wordt stil overschreven', async () => {
    const adres = `${pad}/doelstelling/1/wijzig`;
    const lijst = await (await haal('/programma/kennemerland/onderdelen?soort=doelstelling', leider)).text();
    const code = /onderdeel\/doelstelling\/([^/"]+)\/wijzig/.exec(lijst)?.[1] ?? '';
    const echt = adres.replace('/1/', `/${code}/`);
    const een = await open(echt, leider);
    const twee = await open(echt, leider);
    expect((await stuur(echt, { ...een, titel: 'Van de eerste' }, leider)).status).toBe(303);
    const r = await stuur(echt, { ...twee, titel: 'Van de tweede' }, leider);
    const html = await r.text();
    expect(r.status).toBe(409);
    expect(html).toContain('Van de eerste');
    expect(html).toContain('Van de tweede');
    expect(html).toContain('Bewaar mijn versie alsnog');
    expect(
      await (await haal(`/programma/kennemerland/onderdeel/doelstelling/${code}`, leider)).text(),
    ).toContain('Van de eerste');
    expect((await stuur(echt, velden(html), leider)).status).toBe(303);
    expect(
      await (await haal(`/programma/kennemerland/onderdeel/doelstelling/${code}`, leider)).text(),
    ).toContain('Van de tweede');
  });

  test('vervallen vraagt een reden, laat het openbare staan tot publicatie en is terug te zetten', async () => {
    const adres = `${pad}/partner/1/vervalt`;
    const naam =
      /<h1[^>]*>([^<]+)/.exec(await (await haal('/regio/kennemerland/onderdeel/partner/1')).text())?.[1] ??
      '?';
    const v = await open(adres, leider);
    const leeg = await stuur(adres, v, leider);
    expect(leeg.status).toBe(422);
    expect(await leeg.text()).toContain('vul een reden in');
    expect((await stuur(adres, { ...v, reden: 'Doet niet meer mee' }, leider)).status).toBe(303);
    expect((await haal(`${pad}/partner/1`, leider)).status).toBe(404);
    expect(await (await haal('/regio/kennemerland/onderdeel/partner/1')).text()).toContain(naam);
    const publiceer = velden(await (await haal(`${pad}/partner/1/publiceer`, leider)).text());
    expect((await stuur(`${pad}/partner/1/publiceer`, publiceer, leider)).status).toBe(303);
    expect((await haal('/regio/kennemerland/onderdeel/partner/1')).status).toBe(404);
    expect((await stuur(`${pad}/partner/1/terug`, publiceer, leider)).status).toBe(303);
    expect((await haal(`${pad}/partner/1`, leider)).status).toBe(200);
  });

  test('een nieuw onderdeel krijgt een code die nog nooit is gebruikt, en een bestaande code wordt geweigerd', async () => {
    const v = await open(`${pad}/aandachtspunt/nieuw`, leider);
    const r = await stuur(`${pad}/aandachtspunt/nieuw`, { ...v, tekst: 'Nieuw punt' }, leider);
    expect(r.status).toBe(303);
    const adres = (r.headers.get('location') ?? '').replace(/\?.*/, '');
    const weg = await open(`${adres}/vervalt`, leider);
    expect((await stuur(`${adres}/vervalt`, { ...weg, reden: 'proef' }, leider)).status).toBe(303);
    const weer = await stuur(`${pad}/aandachtspunt/nieuw`, { ...v, tekst: 'Nog een punt' }, leider);
    expect(weer.headers.get('location')).not.toBe(r.headers.get('location'));
    const dubbel = await stuur(
      `${pad}/actielijn/nieuw`,
      {
        ...(await open(`${pad}/actielijn/nieuw`, leider)),
        code:
          /actielijn\/([^/"]+)\/wijzig/.exec(
            await (await haal('/programma/kennemerland/onderdelen?soort=actielijn', leider)).text(),
          )?.[1] ?? '',
        titel: 'Dubbel',
      },
      leider,
    );
    expect(dubbel.status).toBe(422);
    expect(await dubbel.text()).toContain('bestaat al in deze regio');
  });

  test('alles in één keer openbaar maken slaat over wat intussen is gewijzigd', async () => {
    const een = `${pad}/communicatie/1/wijzig`;
    await stuur(een, { ...(await open(een, leider)), middel: 'Eerste wijziging' }, leider);
    const concepten = velden(await (await haal('/programma/kennemerland/concepten', leider)).text());
    await stuur(een, { ...(await open(een, leider)), middel: 'Tweede wijziging' }, leider);
    const r = await stuur('/programma/kennemerland/concepten', concepten, leider);
    expect(r.status).toBe(409);
    expect(await r.text()).toContain('Communicatie 1');
    expect(await (await haal('/regio/kennemerland/onderdeel/communicatie/1')).text()).not.toMatch(
      /Eerste|Tweede/,
    );
    const opnieuw = velden(await (await haal('/programma/kennemerland/concepten', leider)).text());
    expect((await stuur('/programma/kennemerland/concepten', opnieuw, leider)).status).toBe(303);
    expect(await (await haal('/programma/kennemerland/concepten', leider)).text()).toContain(
      'Alles is openbaar',
    );
  });

  test('een adviseur ziet Wijzig alleen bij de eigen gemeente en krijgt elders geen formulier', async () => {
    const html = await (
      await haal('/programma/kennemerland/onderdelen?soort=raadsopmerking', haarlem)
    ).text();
    const wijzigbaar = [...html.matchAll(/onderdeel\/raadsopmerking\/([^/"]+)\/wijzig/g)].map(m => m[1]);
    expect(wijzigbaar.length).toBeGreaterThan(0);
    expect(wijzigbaar.every(c => c?.startsWith('HAA') || c?.startsWith('HLM'))).toBe(true);
    expect((await haal(`${pad}/raadsopmerking/BLO-1/wijzig`, haarlem)).status).toBe(404);
    expect((await haal(`${pad}/actie/1/wijzig`, haarlem)).status).toBe(404);
    expect((await haal(`${pad}/actie/nieuw`, haarlem)).status).toBe(404);
    expect((await stuur(`${pad}/actie/1/wijzig`, { titel: 'x', _versie: '1' }, haarlem)).status).toBe(404);
  });
});
