import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { leesIssuer, toonteTweedeFactor } from '../domain/oidc.ts';
import { maakToegang } from '../module.ts';
import { GOED_WACHTWOORD, leesGeheim, maakMens } from '../testing/mensen.ts';
import { maakOidcproef, toonCode } from '../testing/oidcproef.ts';
import { type Oidcserver, startOidcserver } from '../testing/oidcserver.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const op = maakOidcproef(site, sql);
type Mens = Awaited<ReturnType<typeof op.binnen>>;
let server: Oidcserver;
let beheerder: Mens;
let mens: Mens;
let organisatie = '';
let dienst = '';
beforeAll(async () => {
  server = await startOidcserver();
  beheerder = await op.binnen('Beheerder', 'accountbeheerder');
  mens = await op.binnen('Mens');
  organisatie = await op.organisatie();
  dienst = await op.stelIn(beheerder.b, organisatie, server, { acr: 'urn:proef:twee' });
});
afterAll(() => {
  server?.stop();
  site.stop();
});
const TWEE = { amr: ['pwd', 'mfa'] };

// @eis C2.7
describe('aanmelden via de eigen organisatie', () => {
  test('wie zijn account koppelt, komt daarna via zijn organisatie binnen, met alleen zijn eigen rol', async () => {
    const r = await op.koppel(mens.b, dienst, server, { sub: 'm-1', ...TWEE });
    expect(r.headers.get('location')).toBe('/account?na=gekoppeld');
    expect(site.post.at(-1)).toMatchObject({ soort: 'account_gekoppeld', aan: mens.adres });
    const { b, antwoord } = await op.kom(dienst, server, { sub: 'm-1', ...TWEE }, '/account');
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/account']);
    const wie = await b.wie();
    expect(wie.gebruiker?.id).toBe(mens.id);
    expect((wie.toegang as { rol: string }[]).map(l => l.rol)).toEqual(['professional']);
    expect(await (await b.haal('/account')).text()).toContain('Uw account is gekoppeld aan');
  });
  test('de aanmeldpagina noemt de organisatie en vraagt om niets dan het onderwerp', async () => {
    const b = op.bladeraar();
    const html = await (await b.haal('/aanmelden?terug=/account')).text();
    expect(html).toContain('Meld aan via Voorbeeldorganisatie');
    const naar = new URL(await op.naarAanbieder(b, dienst));
    expect(naar.origin).toBe(server.issuer);
    const q = Object.fromEntries(naar.searchParams);
    expect(q).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      max_age: '900',
      acr_values: 'urn:proef:twee',
      redirect_uri: 'http://localhost:8080/aanmelden/terug',
    });
    for (const naam of ['state', 'nonce', 'code_challenge'])
      expect(q[naam]?.length).toBeGreaterThanOrEqual(43);
  });
  test('zag de organisatie geen tweede stap, dan vragen wij onze eigen', async () => {
    const { b, antwoord } = await op.kom(dienst, server, { sub: 'm-1', amr: ['pwd'] }, '/account');
    expect(antwoord.headers.get('location')).toBe('/aanmelden/tweede-stap?terug=%2Faccount');
    expect((await b.wie()).gebruiker).toBeNull();
    const half = b.potje.get('la.session_token');
    const pagina = '/aanmelden/tweede-stap?terug=%2Faccount';
    expect((await b.vulIn(pagina, { code: '000000', terug: '/account' })).status).toBe(422);
    expect((await b.wie()).gebruiker).toBeNull();
    const goed = await b.vulIn(pagina, { code: toonCode(mens.geheim), terug: '/account' });
    expect(goed.headers.get('location')).toBe('/account');
    expect((await b.wie()).gebruiker?.id).toBe(mens.id);
    expect(b.potje.get('la.session_token')).not.toBe(half);
    const dief = op.bladeraar();
    dief.potje.set('la.session_token', half ?? '');
    expect((await dief.haal('/aanmelden/tweede-stap')).status).toBe(200);
    expect((await dief.wie()).gebruiker).toBeNull();
  });
  test('een klasse die de organisatie noemde telt als tweede stap, een andere niet', async () => {
    const wel = await op.kom(dienst, server, { sub: 'm-1', acr: 'urn:proef:twee' });
    expect((await wel.b.wie()).gebruiker?.id).toBe(mens.id);
    expect(toonteTweedeFactor({ acr: 'urn:proef:een' }, ['urn:proef:twee'])).toBe(false);
    expect(toonteTweedeFactor({ acr: '' }, [])).toBe(false);
    expect(toonteTweedeFactor({ amr: 'mfa' }, [])).toBe(false);
    expect(toonteTweedeFactor({ amr: ['pwd', 'otp'] }, [])).toBe(false);
  });
  test('raden naar de tweede stap stopt na tien keer, ook met de goede code', async () => {
    const ander = await op.binnen('Geraden');
    await op.koppel(ander.b, dienst, server, { sub: 'g-1' });
    const { b } = await op.kom(dienst, server, { sub: 'g-1' });
    const statussen: number[] = [];
    for (let i = 0; i < 11; i++)
      statussen.push((await b.vulIn('/aanmelden/tweede-stap', { code: `00000${i % 10}` })).status);
    expect(statussen).toEqual([...Array(10).fill(422), 429]);
    expect((await b.vulIn('/aanmelden/tweede-stap', { code: toonCode(ander.geheim) })).status).toBe(429);
  });
  test('een genodigde begint zonder wachtwoord, en stelt zelf een tweede stap in als de organisatie er geen zag', async () => {
    const link = await site.kamer.nodigEersteUit({
      naam: 'Voorbeeld Genodigde',
      adres: 'genodigde@voorbeeld.invalid',
      rol: 'professional',
      regio: 'kennemerland',
      organisatie: 'Voorbeeldorganisatie',
    });
    const pad = new URL(link).pathname;
    const b = op.bladeraar();
    expect(await (await b.haal(pad)).text()).toContain(`${pad}/organisatie/${dienst}`);
    const naar = (await b.haal(`${pad}/organisatie/${dienst}`)).headers.get('location') ?? '';
    const r = await b.haal(await server.meldAan(naar, { sub: 'n-1' }));
    expect(r.headers.get('location')).toBe('/aanmelden/instellen');
    const html = await (await b.haal('/aanmelden/instellen')).text();
    expect(html).not.toContain('Uw wachtwoord, nog een keer');
    await b.vulIn('/aanmelden/instellen', {});
    const geheim = leesGeheim(await (await b.haal('/aanmelden/instellen/app')).text());
    expect((await b.vulIn('/aanmelden/instellen/app', { code: toonCode(geheim) })).status).toBe(200);
    expect((await b.wie()).gebruiker?.naam).toBe('Voorbeeld Genodigde');
    expect((await op.bladeraar().haal(pad)).status).toBe(404);
    expect((await op.bladeraar().meldAan('genodigde@voorbeeld.invalid', '')).status).toBe(422);
    expect((await op.kom(dienst, server, { sub: 'n-1', ...TWEE })).antwoord.status).toBe(303);
  });
  test('de postbus alleen opent geen account dat zijn tweede stap van de organisatie heeft', async () => {
    const adres = 'postbus@voorbeeld.invalid';
    const link = await site.kamer.nodigEersteUit({
      naam: 'Voorbeeld Postbus',
      adres,
      rol: 'professional',
      regio: 'kennemerland',
      organisatie: 'Voorbeeldorganisatie',
    });
    const pad = new URL(link).pathname;
    const b = op.bladeraar();
    await b.haal(pad);
    const naar = (await b.haal(`${pad}/organisatie/${dienst}`)).headers.get('location') ?? '';
    expect((await b.haal(await server.meldAan(naar, { sub: 'p-1', ...TWEE }))).headers.get('location')).toBe(
      '/',
    );
    const dief = op.bladeraar();
    expect((await dief.vulIn('/aanmelden/herstel', { adres })).status).toBe(200);
    expect(site.post.at(-1)).toMatchObject({ soort: 'herstel_via_organisatie', aan: adres });
    expect(site.post.at(-1)?.inhoud).not.toMatch(/https?:/);
    // Once he has a second step of his own, a new password opens nothing without it, and he may have the link.
    await sql(
      `insert into aanmelden.passkey (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
       values (gen_random_uuid()::text, 'x', $1, 'x', 0, 'x', false)`,
      [(await b.wie()).gebruiker?.id],
    );
    await dief.vulIn('/aanmelden/herstel', { adres });
    expect(site.post.at(-1)).toMatchObject({ soort: 'herstel', aan: adres });
  });
  test('een account met wachtwoord stelt geen app in zonder dat wachtwoord', async () => {
    const { adres, b } = await maakMens(site, 'Metwachtwoord', 'professional');
    await b.meldAan(adres, GOED_WACHTWOORD);
    expect((await b.vulIn('/aanmelden/instellen', {})).status).toBe(422);
  });
  test('wie de koppeling losmaakt, wie geen rol meer heeft en wie is uitgezet, komt zo niet meer binnen', async () => {
    const komt = async (sub: string) => (await op.kom(dienst, server, { sub, ...TWEE })).antwoord.status;
    const los = await op.binnen('Los');
    await op.koppel(los.b, dienst, server, { sub: 'l-1', ...TWEE });
    expect(await komt('l-1')).toBe(303);
    const r = await los.b.vulIn('/account', { dienst }, '/account/organisatie/los');
    expect(r.headers.get('location')).toBe('/account?na=losgemaakt');
    expect(await komt('l-1')).toBe(403);
    const weg = await op.binnen('Zonderrol');
    await op.koppel(weg.b, dienst, server, { sub: 'z-1', ...TWEE });
    await sql('update toegang.lidmaatschap set van = van - 9, tot = current_date - 1 where persoon_id = $1', [
      weg.id,
    ]);
    expect(await komt('z-1')).toBe(403);
    const uit = await op.binnen('Uitgezet');
    await op.koppel(uit.b, dienst, server, { sub: 'u-1', ...TWEE });
    await sql('update toegang.persoon set actief = false where id = $1', [uit.id]);
    expect(await komt('u-1')).toBe(403);
  });
  test('een sessie van de organisatie eindigt na dezelfde stilte als elke andere', async () => {
    const { b } = await op.kom(dienst, server, { sub: 'm-1', ...TWEE });
    site.klok.schuif(14);
    expect((await b.wie()).gebruiker).not.toBeNull();
    site.klok.schuif(16);
    expect((await b.wie()).gebruiker).toBeNull();
    site.klok.schuif(-30);
  });
  test('in de database staat het geheim versleuteld en het onderwerp als blinde index; in het logboek geen van beide', async () => {
    const d = JSON.stringify(
      (await sql(`select encode(geheim, 'escape') g, * from toegang.aanmelddienst`)).rows,
    );
    expect(d.includes(server.client.geheim)).toBe(false);
    const k = JSON.stringify(
      (await sql(`select encode(sub_index, 'escape') s from toegang.aanmelddienst_koppeling`)).rows,
    );
    expect(k.includes('m-1')).toBe(false);
    const log = JSON.stringify((await sql('select * from audit.logregel')).rows) + site.logregels.join('');
    expect(log.includes('oidc_aanmelden')).toBe(true);
    for (const geheim of [server.client.geheim, 'm-1', 'code=']) expect(log.includes(geheim)).toBe(false);
  });
});

// @eis C2.7
describe('de aanbieder instellen', () => {
  const velden = () => ({
    organisatie,
    issuer: 'https://aanbieder.invalid',
    clientId: 'x',
    geheim: 'y',
    acr: '',
    actief: 'ja',
  });
  test('alleen wie accounts in de regio beheert; een ander ziet de pagina niet', async () => {
    expect((await mens.b.haal('/beheer/aanmelddiensten')).status).toBe(404);
    expect((await mens.b.vulIn('/account', velden(), '/beheer/aanmelddiensten')).status).toBe(404);
  });
  test.each([
    [{ issuer: 'http://elders.invalid' }, 'dat begint met https://'],
    [{ issuer: 'https://a:b@elders.invalid' }, 'dat begint met https://'],
    [{ clientId: '' }, 'die de aanbieder aan deze site gaf'],
    [{ organisatie: '00000000-0000-4000-8000-000000000000' }, 'Kies een organisatie in uw regio'],
  ])('geweigerd met uitleg: %o', async (meer, melding) => {
    const r = await beheerder.b.vulIn('/beheer/aanmelddiensten', { ...velden(), ...meer });
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html).toContain(melding);
    expect(html).not.toContain('value="y"');
  });
  test('een leeg geheim houdt het oude, en de oude sleutel gaat weg', async () => {
    const sleutel = async () =>
      (await sql('select sleutel_id from toegang.aanmelddienst')).rows[0].sleutel_id;
    const oud = await sleutel();
    await op.stelIn(beheerder.b, organisatie, server, { geheim: '', acr: 'urn:proef:twee' });
    expect(await sleutel()).not.toBe(oud);
    expect(site.kluis.bestaat(oud)).toBe(false);
    expect((await op.kom(dienst, server, { sub: 'm-1', ...TWEE })).antwoord.status).toBe(303);
  });
  test('een aanbieder die niet antwoordt geeft uitleg, en een uitgezette doet niet mee', async () => {
    await op.stelIn(beheerder.b, organisatie, server, { issuer: 'http://127.0.0.1:9' });
    const b = op.bladeraar();
    await b.haal('/aanmelden');
    const r = await b.haal(`/aanmelden/organisatie/${dienst}`);
    expect([r.status, (await r.text()).includes('antwoordt nu niet')]).toEqual([502, true]);
    await op.stelIn(beheerder.b, organisatie, server, { actief: '' });
    expect((await b.haal(`/aanmelden/organisatie/${dienst}`)).status).toBe(404);
    expect(await (await b.haal('/aanmelden')).text()).not.toContain('Meld aan via');
  });
  test('http mag alleen op de eigen machine, als deze site daar zelf ook alleen is', () => {
    expect(leesIssuer('http://127.0.0.1:3000', 'http://localhost:8080')).toBe('http://127.0.0.1:3000');
    expect(leesIssuer('http://127.0.0.1:3000', 'https://regio.example')).toBeNull();
    expect(leesIssuer('http://10.0.0.1', 'http://localhost:8080')).toBeNull();
    expect(leesIssuer('https://aanbieder.invalid/pad?x=1', 'https://regio.example')).toBeNull();
    expect(leesIssuer(' https://aanbieder.invalid/pad ', 'https://regio.example')).toBe(
      'https://aanbieder.invalid/pad',
    );
  });
});
