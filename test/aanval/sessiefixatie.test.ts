import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, test } from 'vitest';
import { maakToegang } from '#modules/toegang/module.ts';
import { maakBladeraar } from '#modules/toegang/testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens, stelAppIn } from '#modules/toegang/testing/mensen.ts';
import { maakProefsite } from '#modules/toegang/testing/proefsite.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);
const KOEKJE = 'la.session_token';
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const isBinnen = async (b: ReturnType<typeof maakBladeraar>) => (await b.wie()).gebruiker !== null;

// @eis A5.3
describe('sessiefixatie', () => {
  test('het nummer van voor het aanmelden, na het wachtwoord en na de tweede stap zijn drie verschillende', async () => {
    const { adres, b } = await maakMens(site, 'Rotatie');
    const bezoek = b.potje.get('la.bezoek');
    expect(bezoek).toBeDefined();
    await b.meldAan(adres, GOED_WACHTWOORD);
    const half = b.potje.get(KOEKJE);
    expect(half).toBeDefined();
    expect(b.potje.has('la.bezoek')).toBe(false);
    await stelAppIn(b, adres, code);
    expect(await isBinnen(b)).toBe(true);
    expect(b.potje.get(KOEKJE)).not.toBe(half);
    // Whoever planted or copied the number from before the second step has nothing.
    const dief = maakBladeraar(site.app, { herkomst: '192.0.2.200' });
    dief.potje.set(KOEKJE, half ?? '');
    expect(await isBinnen(dief)).toBe(false);
    expect((await dief.haal('/aanmelden/instellen')).headers.get('location')).toBe('/aanmelden');
  });
  test('een sessie die een aanvaller heeft geplant, wordt nooit die van het slachtoffer', async () => {
    const aanvaller = await maakMens(site, 'Aanvaller');
    await stelAppIn(aanvaller.b, aanvaller.adres, code);
    const geplant = aanvaller.b.potje.get(KOEKJE) ?? '';
    const slachtoffer = await maakMens(site, 'Slachtoffer');
    slachtoffer.b.potje.set(KOEKJE, geplant);
    // A signed-in reader is not asked to sign in; signing out first is what a person would do.
    await slachtoffer.b.vulIn('/account', {}, '/afmelden');
    await stelAppIn(slachtoffer.b, slachtoffer.adres, code);
    expect((await slachtoffer.b.wie()).gebruiker?.naam).toBe('Voorbeeld Slachtoffer');
    expect(slachtoffer.b.potje.get(KOEKJE)).not.toBe(geplant);
    expect(await isBinnen(aanvaller.b)).toBe(false);
  });
  test('een zelf verzonnen nummer wordt niet overgenomen', async () => {
    const { adres, b } = await maakMens(site, 'Verzonnen');
    b.potje.set(KOEKJE, 'mijnnummer.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D');
    await stelAppIn(b, adres, code);
    expect(b.potje.get(KOEKJE)?.startsWith('mijnnummer')).toBe(false);
    expect(await isBinnen(b)).toBe(true);
  });
  test('opnieuw aanmelden laat de vorige sessie van deze browser niet achter', async () => {
    const { adres, b } = await maakMens(site, 'Tweemaal');
    await b.meldAan(adres, GOED_WACHTWOORD);
    const oud = b.potje.get(KOEKJE) ?? '';
    await b.meldAan(adres, GOED_WACHTWOORD);
    const dief = maakBladeraar(site.app, { herkomst: '192.0.2.201' });
    dief.potje.set(KOEKJE, oud);
    expect((await dief.haal('/aanmelden/instellen')).headers.get('location')).toBe('/aanmelden');
  });
});
