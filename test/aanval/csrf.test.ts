import { afterAll, describe, expect, test } from 'vitest';
import { maakToegang } from '#modules/toegang/module.ts';
import { maakBladeraar } from '#modules/toegang/testing/bladeraar.ts';
import { maakProefsite } from '#modules/toegang/testing/proefsite.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang, { demo: true });
afterAll(site.stop);
const WACHTWOORD = 'voorbeeld-wachtwoord';
await site.kamer.maakDemoAccounts(WACHTWOORD);
const LEZER = 'lezer@voorbeeld.invalid';
const ELDERS = 'https://elders.invalid';
const tokenOp = async (b: ReturnType<typeof maakBladeraar>, pad: string) =>
  /name="_csrf" value="([^"]+)"/.exec(await (await b.haal(pad)).text())?.[1] ?? '';
async function binnen() {
  const b = maakBladeraar(site.app);
  expect((await b.meldAan(LEZER, WACHTWOORD)).status).toBe(303);
  return { b, token: await tokenOp(b, '/account') };
}
const isBinnen = async (b: ReturnType<typeof maakBladeraar>) => (await b.wie()).gebruiker !== null;

// @eis A5.3
describe('vervalste verzoeken', () => {
  test.each([
    ['van een andere site', { origin: ELDERS }],
    ['van een andere site volgens de browser', { 'sec-fetch-site': 'cross-site' }],
    ['van een zustersite', { 'sec-fetch-site': 'same-site' }],
    ['met een lege herkomst', { origin: 'null' }],
    ['zonder herkomst', { origin: '' }],
  ])('een verzoek %s doet niets, ook met het goede token', async (_, kop) => {
    const { b, token } = await binnen();
    expect((await b.stuur('/account/overal-afmelden', { _csrf: token }, kop)).status).toBe(403);
    expect(await isBinnen(b)).toBe(true);
  });
  test('zonder token, met een verzonnen token en met dat van een ander doet een verzoek niets', async () => {
    const { b, token } = await binnen();
    const ander = await binnen();
    for (const _csrf of ['', 'x', token.slice(0, -1), ander.token]) {
      expect((await b.stuur('/account/overal-afmelden', { _csrf })).status).toBe(403);
    }
    expect(await isBinnen(b)).toBe(true);
    expect((await b.stuur('/account/overal-afmelden', { _csrf: token })).status).toBe(303);
    expect(await isBinnen(b)).toBe(false);
  });
  test('iemand ongemerkt aanmelden op het account van de aanvaller lukt niet', async () => {
    const aanvaller = maakBladeraar(site.app);
    const token = await tokenOp(aanvaller, '/aanmelden');
    const velden = { _csrf: token, adres: LEZER, wachtwoord: WACHTWOORD };
    const slachtoffer = maakBladeraar(site.app);
    expect((await slachtoffer.stuur('/aanmelden', velden)).status).toBe(403);
    await slachtoffer.haal('/aanmelden');
    expect((await slachtoffer.stuur('/aanmelden', velden)).status).toBe(403);
    expect((await slachtoffer.stuur('/aanmelden', velden, { origin: ELDERS })).status).toBe(403);
    expect(await isBinnen(slachtoffer)).toBe(false);
    expect((await aanvaller.stuur('/aanmelden', velden)).status).toBe(303);
  });
  test('het token van voor het aanmelden werkt erna niet meer, en dat van een oude sessie ook niet', async () => {
    const b = maakBladeraar(site.app);
    const voor = await tokenOp(b, '/aanmelden');
    await b.stuur('/aanmelden', { _csrf: voor, adres: LEZER, wachtwoord: WACHTWOORD });
    expect((await b.stuur('/afmelden', { _csrf: voor })).status).toBe(403);
    const eerste = await tokenOp(b, '/account');
    await b.stuur('/afmelden', { _csrf: eerste });
    await b.meldAan(LEZER, WACHTWOORD);
    expect((await b.stuur('/afmelden', { _csrf: eerste })).status).toBe(403);
    expect(await isBinnen(b)).toBe(true);
  });
  test('het adres van de passkeys vraagt hetzelfde token, in een kop', async () => {
    const b = maakBladeraar(site.app);
    const token = await tokenOp(b, '/aanmelden');
    expect((await b.stuurJson('/aanmelden/passkey/vraag', {}, 'x')).status).toBe(403);
    expect((await b.stuurJson('/aanmelden/passkey/vraag', {}, token)).status).toBe(200);
  });
  test('een koppeling opvragen verandert niets: afmelden gaat alleen met een formulier', async () => {
    const { b } = await binnen();
    for (const pad of ['/afmelden', '/account/overal-afmelden', '/account/sessie', '/beheer/accounts/uit']) {
      expect((await b.haal(pad)).status).toBe(404);
    }
    expect(await isBinnen(b)).toBe(true);
  });
});
