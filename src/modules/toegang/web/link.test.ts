import { afterAll, describe, expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakToegang } from '../module.ts';
import { maakBladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const NIEUW = 'een heel ander wachtwoord';
let nummer = 0;
const bladeraar = () => maakBladeraar(site.app, { herkomst: `198.51.100.${++nummer}` });
const laatsteLink = () => {
  const link = /https?:\S+\/[\w-]{43}/.exec(site.post.at(-1)?.inhoud ?? '')?.[0];
  if (!link) throw new Error('geen link in het laatste bericht');
  return new URL(link).pathname;
};
const vraagLink = async (adres: string) => {
  const r = await bladeraar().vulIn('/aanmelden/herstel', { adres });
  expect(r.status).toBe(200);
  return laatsteLink();
};
const zet = (pad: string, wachtwoord = NIEUW, nogEens = wachtwoord) =>
  bladeraar().vulIn('/aanmelden', { wachtwoord, nogEens }, pad);

// @eis A2.5
describe('uitnodiging', () => {
  const nodigUit = async (naam: string) =>
    new URL(
      await site.kamer.nodigEersteUit({
        naam: `Voorbeeld ${naam}`,
        adres: `${naam}@voorbeeld.invalid`,
        rol: 'accountbeheerder',
        regio: 'kennemerland',
        organisatie: 'Voorbeeldorganisatie',
      }),
    ).pathname;

  test('een bericht met een link die eenmaal werkt; openen alleen gebruikt hem niet op', async () => {
    const pad = await nodigUit('a');
    expect(site.post.at(-1)).toMatchObject({ soort: 'uitnodiging', aan: 'a@voorbeeld.invalid' });
    expect(laatsteLink()).toBe(pad);
    for (let i = 0; i < 2; i++) {
      const r = await bladeraar().haal(pad);
      expect(r.status).toBe(200);
      expect(r.headers.get('referrer-policy')).toBe('same-origin');
      expect(r.headers.get('cache-control')).toBe('no-store');
    }
    expect((await zet(pad)).headers.get('location')).toBe('/aanmelden?na=wachtwoord');
    expect((await bladeraar().haal(pad)).status).toBe(404);
    expect((await bladeraar().meldAan('a@voorbeeld.invalid', NIEUW)).headers.get('location')).toBe(
      '/aanmelden/instellen',
    );
  });
  test('van twee tegelijk lukt er een', async () => {
    const pad = await nodigUit('b');
    const uit = await Promise.all([
      zet(pad, 'wachtwoord van de eerste'),
      zet(pad, 'wachtwoord van de tweede'),
    ]);
    expect(uit.map(r => r.status).sort()).toEqual([303, 404]);
  });
  test('na zeven dagen werkt hij niet meer, vlak ervoor nog wel', async () => {
    const pad = await nodigUit('c');
    site.klok.schuif(7 * 24 * 60 - 1);
    expect((await bladeraar().haal(pad)).status).toBe(200);
    site.klok.schuif(2);
    expect((await bladeraar().haal(pad)).status).toBe(404);
    site.klok.schuif(-(7 * 24 * 60 + 1));
  });
  test.each([
    ['kort', 'kort', 'minstens 12 tekens'],
    ['wachtwoord1234', 'wachtwoord1234', 'te makkelijk'],
    [NIEUW, 'iets anders dan dat', 'niet gelijk'],
  ])('het wachtwoord %s wordt geweigerd en de link blijft bruikbaar', async (w, nogEens, melding) => {
    const pad = await nodigUit(`d${++nummer}`);
    const r = await zet(pad, w, nogEens);
    expect(r.status).toBe(422);
    expect((await r.text()).includes(melding)).toBe(true);
    expect((await zet(pad)).status).toBe(303);
  });
  test('een link van de ene soort werkt niet als de andere', async () => {
    const pad = await nodigUit('e');
    expect((await bladeraar().haal(pad.replace('/uitnodiging/', '/aanmelden/herstel/'))).status).toBe(404);
  });
});

// @eis A2.5
describe('herstel', () => {
  test('nieuw wachtwoord werkt, het oude niet, sessies zijn voorbij en er gaat een bericht uit', async () => {
    const { adres, b } = await maakMens(site, 'Herstel');
    await b.meldAan(adres, GOED_WACHTWOORD);
    expect((await b.haal('/aanmelden/instellen')).status).toBe(200);
    const pad = await vraagLink(adres);
    expect(pad).toMatch(/^\/aanmelden\/herstel\//);
    expect((await zet(pad)).status).toBe(303);
    expect(site.post.at(-1)).toMatchObject({ soort: 'wachtwoord_gewijzigd', aan: adres });
    expect((await b.haal('/aanmelden/instellen')).status).toBe(303);
    expect((await bladeraar().meldAan(adres, GOED_WACHTWOORD)).status).toBe(422);
    expect((await bladeraar().meldAan(adres, NIEUW)).status).toBe(303);
    expect((await zet(pad, 'en nog een keer iets')).status).toBe(404);
  });
  test('na een uur is de link voorbij, en een nieuwe maakt de oude onbruikbaar', async () => {
    const { adres } = await maakMens(site, 'Uur');
    const eerste = await vraagLink(adres);
    const tweede = await vraagLink(adres);
    expect((await bladeraar().haal(eerste)).status).toBe(404);
    site.klok.schuif(59);
    expect((await bladeraar().haal(tweede)).status).toBe(200);
    site.klok.schuif(2);
    expect((await bladeraar().haal(tweede)).status).toBe(404);
    site.klok.schuif(-61);
  });
  test('een onbekend, een uitgezet en een nog niet aangesloten adres krijgen hetzelfde antwoord en geen bericht', async () => {
    const { adres } = await maakMens(site, 'Uitgezet');
    const { adres: wel } = await maakMens(site, 'Bekend');
    await site.kamer.nodigEersteUit({
      naam: 'Voorbeeld Nieuw',
      adres: 'nieuw@voorbeeld.invalid',
      rol: 'lezer',
      regio: 'kennemerland',
      organisatie: 'x',
    });
    await sql('update toegang.persoon set actief = false where email_index = $1', [
      site.kluis.blindeIndex('email', adres),
    ]);
    const antwoord = async (a: string) => {
      const van = performance.now();
      const r = await bladeraar().vulIn('/aanmelden/herstel', { adres: a });
      return { duur: performance.now() - van, tekst: (await r.text()).replaceAll(/value="[^"]*"/g, '') };
    };
    const bekend = await antwoord(wel);
    const aantal = site.post.length;
    for (const a of ['niemand@voorbeeld.invalid', adres, 'nieuw@voorbeeld.invalid']) {
      const r = await antwoord(a);
      expect(r.tekst).toBe(bekend.tekst);
      expect(r.duur).toBeGreaterThanOrEqual(340);
    }
    expect(site.post).toHaveLength(aantal);
  });
  test('niemand laat een postbus vollopen: na drie berichten in een uur gaat er geen meer uit', async () => {
    const { adres } = await maakMens(site, 'Vol');
    for (let i = 0; i < 3; i++) await vraagLink(adres);
    const aantal = site.post.length;
    expect((await bladeraar().vulIn('/aanmelden/herstel', { adres })).status).toBe(200);
    expect(site.post).toHaveLength(aantal);
    site.klok.schuif(61);
    await vraagLink(adres);
    expect(site.post).toHaveLength(aantal + 1);
    site.klok.schuif(-61);
  });
  test('van één plaats vragen voor veel adressen stopt met 429', async () => {
    const b = maakBladeraar(site.app, { herkomst: '203.0.113.201' });
    await b.haal('/aanmelden/herstel');
    const vraag = (i: number) => b.vulIn('/aanmelden/herstel', { adres: `x${i}@voorbeeld.invalid` });
    const statussen = (await Promise.all(Array.from({ length: 16 }, (_, i) => vraag(i)))).map(r => r.status);
    expect(statussen.filter(s => s === 429)).toHaveLength(1);
  });
});

// @eis A2.5
describe('links', () => {
  test('raden naar een link wordt afgeremd', async () => {
    const b = maakBladeraar(site.app, { herkomst: '203.0.113.200' });
    const statussen: number[] = [];
    for (let i = 0; i < 31; i++)
      statussen.push((await b.haal(`/uitnodiging/${'x'.repeat(42)}${i % 10}`)).status);
    expect(statussen.slice(0, 30)).toEqual(Array(30).fill(404));
    expect(statussen[30]).toBe(429);
  });
  test('de code staat nergens in de database en niet in het logboek', async () => {
    const { adres } = await maakMens(site, 'Spoor');
    const pad = await vraagLink(adres);
    await bladeraar().haal(pad);
    const code = pad.split('/').at(-1) ?? '';
    const links = JSON.stringify(
      (await sql('select encode(hash, $1) as h, soort, persoon_id from aanmelden.link', ['escape'])).rows,
    );
    expect(links.includes(code)).toBe(false);
    expect(site.logregels.length).toBeGreaterThan(0);
    const log = site.logregels.join('\n');
    expect(log.includes(code)).toBe(false);
    expect(log.includes('voorbeeld.invalid')).toBe(false);
    expect(log).toContain('/aanmelden/herstel/:code');
  });
});
