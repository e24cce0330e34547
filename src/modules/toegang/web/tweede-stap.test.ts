import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, test } from 'vitest';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakToegang } from '../module.ts';
import { maakAuthenticator } from '../testing/authenticator.ts';
import { type Bladeraar, maakBladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, leesGeheim, maakMens, stelAppIn } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const BASIS = 'http://localhost:8080';
const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);

const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const isBinnen = async (b: Bladeraar) => (await b.wie()).gebruiker !== null;
const csrfVan = (html: string) => /data-csrf="([^"]+)"/.exec(html)?.[1] ?? '';

/** Sends JSON as the passkey script does, with the token of the page that the browser is on. */
async function json(b: Bladeraar, pagina: string, pad: string, inhoud: unknown): Promise<Response> {
  const csrf = csrfVan(await (await b.haal(pagina)).text());
  return b.stuurJson(pad, inhoud, csrf);
}
async function maakPasskey(b: Bladeraar, pagina: string, gecontroleerd = true) {
  const apparaat = maakAuthenticator(BASIS, gecontroleerd);
  const vraag = await json(b, pagina, '/aanmelden/passkey/maak-vraag', {});
  if (vraag.status !== 200) return { apparaat, vraag: null, r: vraag };
  const opties = await vraag.json();
  return {
    apparaat,
    vraag: opties,
    r: await json(b, pagina, '/aanmelden/passkey/maak', apparaat.maak(opties)),
  };
}
async function toonPasskey(
  b: Bladeraar,
  apparaat: ReturnType<typeof maakAuthenticator>,
  pagina = '/aanmelden',
) {
  const opties = await (await json(b, pagina, '/aanmelden/passkey/vraag', {})).json();
  return json(b, pagina, '/aanmelden/passkey', apparaat.toon(opties));
}

// @eis A2.5
describe('tweede stap instellen', () => {
  test('een wachtwoord alleen geeft niets: de lezer gaat naar instellen en is overal elders publiek', async () => {
    const { adres, b } = await maakMens(site, 'Een');
    const r = await b.meldAan(adres, GOED_WACHTWOORD, { terug: '/programma' });
    expect(r.headers.get('location')).toBe('/aanmelden/instellen?terug=%2Fprogramma');
    expect(await isBinnen(b)).toBe(false);
    expect((await b.haal('/account')).headers.get('location')).toBe('/aanmelden?terug=%2Faccount');
  });
  test('na de eerste goede code is hij binnen en ziet hij eenmaal tien reservecodes', async () => {
    const { adres, b } = await maakMens(site, 'Twee');
    await b.meldAan(adres, GOED_WACHTWOORD);
    expect((await b.vulIn('/aanmelden/instellen', { wachtwoord: 'niet het wachtwoord' })).status).toBe(422);
    await b.vulIn('/aanmelden/instellen', { wachtwoord: GOED_WACHTWOORD });
    const html = await (await b.haal('/aanmelden/instellen/app')).text();
    expect(html).toContain('<svg');
    expect(html).toContain('otpauth://totp/Lange%20Adem%3Atwee%40voorbeeld.invalid');
    expect((await b.vulIn('/aanmelden/instellen/app', { code: '000000' })).status).toBe(422);
    expect(await isBinnen(b)).toBe(false);
    const r = await b.vulIn('/aanmelden/instellen/app', { code: code(leesGeheim(html)) });
    expect(r.status).toBe(200);
    expect([...(await r.text()).matchAll(/<code>[\w-]{11}<\/code>/g)]).toHaveLength(10);
    expect(await isBinnen(b)).toBe(true);
    expect((await b.haal('/aanmelden/instellen/app')).headers.get('location')).toBe('/aanmelden/instellen');
    expect((await b.haal('/aanmelden/instellen')).headers.get('location')).toBe('/account');
  });
});

// @eis A2.5
describe('tweede stap zetten', () => {
  test('code goed: binnen; code fout: niet; reservecode: eenmaal', async () => {
    const { adres, b } = await maakMens(site, 'Drie');
    const { geheim, reservecodes } = await stelAppIn(b, adres, code);
    const c = maakBladeraar(site.app, { herkomst: '192.0.2.33' });
    expect((await c.meldAan(adres, GOED_WACHTWOORD)).headers.get('location')).toBe('/aanmelden/tweede-stap');
    expect(await isBinnen(c)).toBe(false);
    expect((await c.vulIn('/aanmelden/tweede-stap', { code: '123' })).status).toBe(422);
    const gezien = code(geheim);
    const r = await c.vulIn('/aanmelden/tweede-stap', { code: gezien, terug: '/cijfers' });
    expect([r.status, r.headers.get('location')]).toEqual([303, '/cijfers']);
    expect(await isBinnen(c)).toBe(true);
    const afkijker = maakBladeraar(site.app, { herkomst: '192.0.2.38' });
    await afkijker.meldAan(adres, GOED_WACHTWOORD);
    await afkijker.vulIn('/aanmelden/tweede-stap', { code: gezien });
    expect(await isBinnen(afkijker)).toBe(false);
    const metReserve = async (reservecode: string) => {
      const e = maakBladeraar(site.app, { herkomst: '192.0.2.34' });
      await e.meldAan(adres, GOED_WACHTWOORD);
      await e.vulIn('/aanmelden/tweede-stap', { reservecode });
      return isBinnen(e);
    };
    expect(await metReserve(reservecodes[0] ?? '')).toBe(true);
    expect(await metReserve(reservecodes[0] ?? '')).toBe(false);
    expect(await metReserve(reservecodes[1] ?? '')).toBe(true);
  });
  test('zonder wachtwoord vooraf helpt een goede code niet', async () => {
    const { adres, b } = await maakMens(site, 'Vier');
    const { geheim } = await stelAppIn(b, adres, code);
    const c = maakBladeraar(site.app, { herkomst: '192.0.2.35' });
    const r = await c.vulIn('/aanmelden/tweede-stap', { code: code(geheim) });
    expect(r.headers.get('location')).toBe('/aanmelden?na=verlopen');
    expect(await isBinnen(c)).toBe(false);
  });
  test('codes raden stopt na vijf fouten, ook met daarna de goede code', async () => {
    const { adres, b } = await maakMens(site, 'Vijf');
    const { geheim } = await stelAppIn(b, adres, code);
    const c = maakBladeraar(site.app, { herkomst: '192.0.2.36' });
    await c.meldAan(adres, GOED_WACHTWOORD);
    for (let i = 0; i < 5; i++) await c.vulIn('/aanmelden/tweede-stap', { code: '000000' });
    expect((await c.vulIn('/aanmelden/tweede-stap', { code: code(geheim) })).headers.get('location')).toBe(
      '/aanmelden?na=verlopen',
    );
    expect(await isBinnen(c)).toBe(false);
  });
  test('wie alleen het wachtwoord kent, kan geen eigen app of passkey toevoegen aan een account met een app', async () => {
    const { adres, b } = await maakMens(site, 'Zes');
    await stelAppIn(b, adres, code);
    const c = maakBladeraar(site.app, { herkomst: '192.0.2.37' });
    await c.meldAan(adres, GOED_WACHTWOORD);
    expect((await c.haal('/aanmelden/instellen')).headers.get('location')).toBe('/aanmelden');
    expect(
      (await c.vulIn('/aanmelden', { wachtwoord: GOED_WACHTWOORD }, '/aanmelden/instellen')).headers.get(
        'location',
      ),
    ).toBe('/aanmelden?na=verlopen');
    expect((await maakPasskey(c, '/aanmelden')).r.status).toBe(403);
  });
});

// @eis A2.5
describe('passkey', () => {
  test('maken bij het instellen, en daarna aanmelden zonder wachtwoord', async () => {
    const { adres, b } = await maakMens(site, 'Zeven');
    await b.meldAan(adres, GOED_WACHTWOORD);
    const { apparaat, vraag, r } = await maakPasskey(b, '/aanmelden/instellen');
    expect(vraag.user).toMatchObject({ name: adres, displayName: 'Voorbeeld Zeven' });
    expect(vraag.authenticatorSelection.userVerification).toBe('required');
    expect(r.status).toBe(200);
    expect(await isBinnen(b)).toBe(false);
    expect((await toonPasskey(b, apparaat, '/aanmelden/tweede-stap')).status).toBe(200);
    expect(await isBinnen(b)).toBe(true);
    const c = maakBladeraar(site.app, { herkomst: '192.0.2.40' });
    expect((await toonPasskey(c, apparaat)).status).toBe(200);
    expect((await c.wie()).gebruiker?.naam).toBe('Voorbeeld Zeven');
  });
  test('met alleen het wachtwoord is er geen tweede passkey bij te maken', async () => {
    const { adres, b } = await maakMens(site, 'Acht');
    await b.meldAan(adres, GOED_WACHTWOORD);
    await maakPasskey(b, '/aanmelden/instellen');
    const dief = maakBladeraar(site.app, { herkomst: '192.0.2.41' });
    expect((await dief.meldAan(adres, GOED_WACHTWOORD)).headers.get('location')).toBe(
      '/aanmelden/tweede-stap',
    );
    expect((await maakPasskey(dief, '/aanmelden/tweede-stap')).r.status).toBe(403);
    const wachtwoord = await dief.vulIn(
      '/aanmelden',
      { wachtwoord: GOED_WACHTWOORD },
      '/aanmelden/instellen',
    );
    expect(wachtwoord.headers.get('location')).toBe('/aanmelden?na=verlopen');
  });
  test('een apparaat dat niet controleert wie het vasthoudt, telt niet', async () => {
    const { adres, b } = await maakMens(site, 'Negen');
    await b.meldAan(adres, GOED_WACHTWOORD);
    expect((await maakPasskey(b, '/aanmelden/instellen', false)).r.status).toBe(401);
  });
  test('een vreemde sleutel en een oude uitdaging worden geweigerd', async () => {
    const { adres, b } = await maakMens(site, 'Tien');
    await b.meldAan(adres, GOED_WACHTWOORD);
    const { apparaat } = await maakPasskey(b, '/aanmelden/instellen');
    const c = maakBladeraar(site.app, { herkomst: '192.0.2.42' });
    expect((await toonPasskey(c, maakAuthenticator(BASIS))).status).toBe(401);
    const opties = await (await json(c, '/aanmelden', '/aanmelden/passkey/vraag', {})).json();
    const antwoord = apparaat.toon(opties);
    expect((await json(c, '/aanmelden', '/aanmelden/passkey', antwoord)).status).toBe(200);
    const e = maakBladeraar(site.app, { herkomst: '192.0.2.43' });
    for (const [n, w] of c.potje) if (!n.includes('session')) e.potje.set(n, w);
    expect((await json(e, '/aanmelden', '/aanmelden/passkey', antwoord)).status).toBe(401);
    expect(await isBinnen(e)).toBe(false);
  });
  test('het script van de knop komt van deze site en de knop is verborgen zonder script', async () => {
    const b = maakBladeraar(site.app);
    const html = await (await b.haal('/aanmelden')).text();
    expect(html).toMatch(/<div hidden(="")? data-passkey="aanmelden"/);
    const r = await b.haal('/aanmelden/passkey.js');
    expect(r.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await r.text()).toContain('navigator.credentials');
  });
  test('de adressen van de bibliotheek zelf zijn er niet', async () => {
    const b = maakBladeraar(site.app);
    for (const pad of [
      '/sign-up/email',
      '/sign-in/email',
      '/get-session',
      '/ok',
      '/two-factor/disable',
      '/update-user',
    ]) {
      for (const voor of ['/aanmelden/bibliotheek', '/api/auth', '/aanmelden']) {
        expect((await b.haal(voor + pad)).status).toBe(404);
      }
    }
  });
});
