import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import type { Rol } from '../domain/rollen.ts';
import { CASUSROLLEN } from '../domain/sessie.ts';
import { maakToegang } from '../module.ts';
import { type Bladeraar, maakBladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens, stelAppIn } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const isBinnen = async (b: Bladeraar) => (await b.wie()).gebruiker !== null;
let nummer = 0;

/** Somebody with this role, inside. */
async function binnen(rol: Rol) {
  const mens = await maakMens(site, `Sessie${++nummer}`, rol);
  const { reservecodes } = await stelAppIn(mens.b, mens.adres, code);
  return { ...mens, reservecodes };
}
/** Runs with the clock set ahead, and sets it back. */
async function na<T>(minuten: number, werk: () => Promise<T>): Promise<T> {
  site.klok.schuif(minuten);
  try {
    return await werk();
  } finally {
    site.klok.schuif(-minuten);
  }
}

// @eis C2.7
describe('aanmelden voor casuswerk', () => {
  test.each(CASUSROLLEN)('%s komt met een wachtwoord alleen nergens binnen', async rol => {
    const { adres, b } = await maakMens(site, `Alleen${++nummer}`, rol);
    expect((await b.meldAan(adres, GOED_WACHTWOORD)).headers.get('location')).toBe('/aanmelden/instellen');
    expect(await isBinnen(b)).toBe(false);
  });
  test('ook met een tweede rol erbij gaat de strengere regel voor', async () => {
    const { b } = await binnen('projectleider');
    const id = (await b.wie()).gebruiker?.id;
    expect(await na(16, () => isBinnen(b))).toBe(true);
    await sql(
      `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
       select gen_random_uuid(), persoon_id, organisatie_id, 'professional', regio, van
       from toegang.lidmaatschap where persoon_id = $1`,
      [id],
    );
    expect(await na(33, () => isBinnen(b))).toBe(false);
  });
});

// @eis C2.7
describe('einde van een sessie', () => {
  test.each(CASUSROLLEN)('%s is na een kwartier stilte afgemeld, vlak ervoor nog niet', async rol => {
    const { b } = await binnen(rol);
    expect(await na(14, () => isBinnen(b))).toBe(true);
    expect(await na(14 + 14, () => isBinnen(b))).toBe(true);
    expect(await na(14 + 14 + 16, () => isBinnen(b))).toBe(false);
  });
  test('wie doorwerkt is na tien uur hoe dan ook afgemeld', async () => {
    const { b } = await binnen('professional');
    for (let minuut = 10; minuut < 600; minuut += 10) {
      expect(await na(minuut, () => isBinnen(b)), `minuut ${minuut}`).toBe(true);
    }
    expect(await na(601, () => isBinnen(b))).toBe(false);
  });
  test('iemand zonder casuswerk blijft langer aangemeld', async () => {
    const { b } = await binnen('projectleider');
    expect(await na(60, () => isBinnen(b))).toBe(true);
  });
  test('wat verlopen is komt niet terug: niet als de klok terugloopt, niet als de rol is beëindigd', async () => {
    const { b } = await binnen('professional');
    expect(await na(16, () => isBinnen(b))).toBe(false);
    expect(await isBinnen(b)).toBe(false);
    await sql("update toegang.lidmaatschap set rol = 'lezer' where rol = 'professional'");
    expect(await isBinnen(b)).toBe(false);
    await sql("update toegang.lidmaatschap set rol = 'professional' where rol = 'lezer'");
  });
  test('een verlopen sessie stelt geen tweede stap in en opent het account niet', async () => {
    const { b } = await binnen('professional');
    await na(16, async () => {
      expect((await b.haal('/account')).headers.get('location')).toBe('/aanmelden?terug=%2Faccount');
      expect((await b.haal('/aanmelden/instellen')).headers.get('location')).toBe('/aanmelden');
    });
  });
  test('een pagina die er voor een afgemelde niet is, leidt naar aanmelden en daarna terug', async () => {
    const { b } = await binnen('professional');
    expect((await b.haal('/casus/is-er-niet')).status).toBe(404);
    await na(16, async () => {
      expect((await b.haal('/casus/is-er-niet')).headers.get('location')).toBe(
        '/aanmelden?na=verlopen&terug=%2Fcasus%2Fis-er-niet',
      );
    });
    expect((await maakBladeraar(site.app).haal('/casus/is-er-niet')).status).toBe(404);
  });
});

// @eis C2.7
describe('lijst van apparaten en afmelden', () => {
  test('noemt elk apparaat met het laatste gebruik; een verlopen apparaat staat er niet meer bij', async () => {
    const { adres, b, reservecodes } = await binnen('professional');
    const telefoon = maakBladeraar(site.app, {
      herkomst: '192.0.2.90',
      agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605.1',
    });
    await telefoon.meldAan(adres, GOED_WACHTWOORD);
    await telefoon.vulIn('/aanmelden/tweede-stap', { reservecode: reservecodes[0] ?? '' });
    const lijst = async () => (await (await b.haal('/account')).text()).match(/Laatst gebruikt op/g)?.length;
    expect(await lijst()).toBe(2);
    expect(await (await b.haal('/account')).text()).toContain('Safari op iOS');
    await na(10, () => b.wie());
    expect(await na(17, lijst)).toBe(1);
  });
  test('pagina’s van wie is aangemeld worden niet bewaard, en afmelden leegt de browser', async () => {
    const { b } = await binnen('professional');
    const r = await b.haal('/account');
    expect(r.headers.get('cache-control')).toBe('no-store');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(await r.text())?.[1] ?? '';
    const af = await b.stuur('/afmelden', { _csrf: csrf });
    expect(af.headers.get('clear-site-data')).toBe('"cache", "storage"');
    const ander = await binnen('teamleider');
    const overal = await ander.b.vulIn('/account', {}, '/account/overal-afmelden');
    expect(overal.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(await isBinnen(ander.b)).toBe(false);
  });
});
