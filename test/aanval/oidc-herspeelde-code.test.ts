import { describe, expect, test } from 'vitest';
import { metOidcaanval, TWEE } from './oidc-opzet.ts';

const { site, sql, op, klaar } = await metOidcaanval();

// @eis C2.7
describe('een antwoord dat nog eens komt', () => {
  test('in dezelfde browser: de tweede keer niet, en er komt geen sessie bij', async () => {
    const b = op.bladeraar();
    const pad = await klaar().server.meldAan(await op.naarAanbieder(b, klaar().dienst), {
      sub: 's-1',
      ...TWEE,
    });
    expect((await b.haal(pad)).status).toBe(303);
    const aantal = async () => (await sql('select count(*)::int n from aanmelden.session')).rows[0].n;
    const voor = await aantal();
    expect((await b.haal(pad)).status).toBe(403);
    expect(await aantal()).toBe(voor);
  });
  test('in de browser van een ander: wie het adres onderschept, heeft niets', async () => {
    const b = op.bladeraar();
    const pad = await klaar().server.meldAan(await op.naarAanbieder(b, klaar().dienst), {
      sub: 's-1',
      ...TWEE,
    });
    const dief = op.bladeraar();
    await dief.haal('/aanmelden');
    expect((await dief.haal(pad)).status).toBe(403);
    expect((await dief.wie()).gebruiker).toBeNull();
    expect((await b.haal(pad)).status).toBe(303);
  });
  test('twee keer tegelijk: er lukt er een', async () => {
    const b = op.bladeraar();
    const pad = await klaar().server.meldAan(await op.naarAanbieder(b, klaar().dienst), {
      sub: 's-1',
      ...TWEE,
    });
    const uit = await Promise.all([b.haal(pad), b.haal(pad)]);
    expect(uit.map(r => r.status).sort()).toEqual([303, 403]);
  });
  test('een antwoord van de aanvaller meldt het slachtoffer niet aan als de aanvaller', async () => {
    const aanvaller = await op.binnen('Aanvaller');
    await op.koppel(aanvaller.b, klaar().dienst, klaar().server, { sub: 'a-1', ...TWEE });
    const van = op.bladeraar();
    const pad = await klaar().server.meldAan(await op.naarAanbieder(van, klaar().dienst), {
      sub: 'a-1',
      ...TWEE,
    });
    const slachtoffer = op.bladeraar();
    await slachtoffer.haal('/aanmelden');
    expect((await slachtoffer.haal(pad)).status).toBe(403);
    expect((await slachtoffer.wie()).gebruiker).toBeNull();
  });
  test('na tien minuten is de vraag voorbij', async () => {
    const b = op.bladeraar();
    const pad = await klaar().server.meldAan(await op.naarAanbieder(b, klaar().dienst), {
      sub: 's-1',
      ...TWEE,
    });
    site.klok.schuif(11);
    const r = await b.haal(pad);
    site.klok.schuif(-11);
    expect(r.status).toBe(403);
  });
});
