import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakToegang } from '../module.ts';
import { maakBladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens, stelAppIn } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const CHROME =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
const isBinnen = async (b: { wie(): Promise<{ gebruiker: unknown }> }) => (await b.wie()).gebruiker !== null;

/** Someone inside on two devices; the second comes in by a reserve code. */
async function opTweeApparaten(naam: string) {
  const { adres, b } = await maakMens(site, naam);
  const { reservecodes } = await stelAppIn(b, adres, code);
  const c = maakBladeraar(site.app, { herkomst: '192.0.2.80', agent: CHROME });
  await c.meldAan(adres, GOED_WACHTWOORD);
  await c.vulIn('/aanmelden/tweede-stap', { reservecode: reservecodes[0] ?? '' });
  return { adres, b, c, reservecodes };
}

// @eis A2.5
describe('eigen account', () => {
  test('toont naam, rol in woorden en elk apparaat, met Dit apparaat bij het eigen', async () => {
    const { adres, b } = await opTweeApparaten('Anna');
    const html = await (await b.haal('/account')).text();
    for (const stuk of [
      'Voorbeeld Anna',
      adres,
      'projectleider (kennemerland)',
      'Firefox op Windows',
      'Chrome op Android',
    ]) {
      expect(html.includes(stuk), stuk).toBe(true);
    }
    expect(html.match(/Dit apparaat/g)).toHaveLength(1);
    expect(html).toContain('href="/account/agenda"');
    expect(html.includes('192.0.2')).toBe(false);
  });
  test('één sessie beëindigen raakt alleen die; andermans sessie bestaat niet', async () => {
    const { b, c } = await opTweeApparaten('Bea');
    const vreemd = await opTweeApparaten('Cor');
    const sessie = /name="sessie" value="([^"]+)"/.exec(await (await b.haal('/account')).text())?.[1] ?? '';
    expect((await vreemd.b.vulIn('/account', { sessie }, '/account/sessie')).status).toBe(404);
    expect(await isBinnen(c)).toBe(true);
    expect((await b.vulIn('/account', { sessie }, '/account/sessie')).headers.get('location')).toBe(
      '/account?na=sessie',
    );
    expect([await isBinnen(b), await isBinnen(c), await isBinnen(vreemd.b)]).toEqual([true, false, true]);
  });
  test('overal afmelden beëindigt alle sessies, ook deze', async () => {
    const { b, c } = await opTweeApparaten('Dirk');
    expect((await b.vulIn('/account', {}, '/account/overal-afmelden')).status).toBe(303);
    expect([await isBinnen(b), await isBinnen(c)]).toEqual([false, false]);
  });
  test('wachtwoord wijzigen: het oude moet kloppen, deze sessie krijgt een nieuw nummer, de andere eindigt', async () => {
    const { adres, b, c } = await opTweeApparaten('Els');
    const nieuw = 'een nieuw en lang wachtwoord';
    const wijzig = (oud: string, w = nieuw) =>
      b.vulIn('/account', { oud, nieuw: w, nogEens: w }, '/account/wachtwoord');
    expect((await wijzig('niet mijn wachtwoord')).status).toBe(422);
    expect((await wijzig(GOED_WACHTWOORD, 'te kort')).status).toBe(422);
    const voor = b.potje.get('la.session_token');
    expect((await wijzig(GOED_WACHTWOORD)).headers.get('location')).toBe('/account?na=wachtwoord');
    expect(b.potje.get('la.session_token')).not.toBe(voor);
    expect([await isBinnen(b), await isBinnen(c)]).toEqual([true, false]);
    expect(site.post.at(-1)).toMatchObject({ soort: 'wachtwoord_gewijzigd', aan: adres });
    const oud = maakBladeraar(site.app, { herkomst: '192.0.2.81' });
    expect((await oud.meldAan(adres, GOED_WACHTWOORD)).status).toBe(422);
    expect((await oud.meldAan(adres, nieuw)).status).toBe(303);
  });
  test('nieuwe reservecodes vervangen de oude', async () => {
    const { adres, b, reservecodes } = await opTweeApparaten('Fien');
    const r = await b.vulIn('/account', { wachtwoord: GOED_WACHTWOORD }, '/account/reservecodes');
    const nieuwe = [...(await r.text()).matchAll(/<code>([\w-]{11})<\/code>/g)].map(m => m[1] ?? '');
    expect(nieuwe).toHaveLength(10);
    const met = async (reservecode: string) => {
      const c = maakBladeraar(site.app, { herkomst: '192.0.2.82' });
      await c.meldAan(adres, GOED_WACHTWOORD);
      await c.vulIn('/aanmelden/tweede-stap', { reservecode });
      return isBinnen(c);
    };
    expect(await met(reservecodes[5] ?? '')).toBe(false);
    expect(await met(nieuwe[5] ?? '')).toBe(true);
  });
  // @eis A2.2
  test('wat er met een account gebeurt, staat in het logboek van gebruik, zonder naam of adres', async () => {
    const { b } = await opTweeApparaten('Gijs');
    const id = (await b.wie()).gebruiker?.id;
    await b.vulIn('/account', {}, '/account/overal-afmelden');
    const regels = (await sql('select * from audit.logregel where object = $1 order by volgorde', [id])).rows;
    expect(regels.map(r => r.handeling)).toEqual([
      'toegang.uitgenodigd',
      'toegang.uitnodiging_aanvaard',
      'toegang.aanmelden',
      'toegang.tweede_stap_ingesteld',
      'toegang.aanmelden',
      'toegang.tweede_stap',
      'toegang.overal_afgemeld',
    ]);
    expect(regels.at(-1)).toMatchObject({ actor: `persoon:${id}`, uitkomst: 'toegestaan' });
    await maakBladeraar(site.app, { herkomst: '192.0.2.83' }).meldAan(
      'gijs@voorbeeld.invalid',
      'mis mis mis mis',
    );
    const mis = (await sql("select * from audit.logregel where object = $1 and uitkomst = 'geweigerd'", [id]))
      .rows;
    expect(mis.map(r => r.handeling)).toEqual(['toegang.aanmelden']);
    expect(JSON.stringify([...regels, ...mis]).includes('oorbeeld')).toBe(false);
  });
  test('wie niet is aangemeld ziet niets en wordt naar aanmelden geleid', async () => {
    const b = maakBladeraar(site.app);
    expect((await b.haal('/account')).headers.get('location')).toBe('/aanmelden?terug=%2Faccount');
    expect((await b.haal('/beheer/accounts')).headers.get('location')).toBe(
      '/aanmelden?terug=%2Fbeheer%2Faccounts',
    );
  });
});
