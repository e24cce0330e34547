import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Oidcserver, startOidcserver } from '#modules/toegang/testing/oidcserver.ts';
import { metOidcaanval, TWEE } from './oidc-opzet.ts';

const { sql, op, klaar } = await metOidcaanval();

// @eis C2.7
describe('de aanbieder van een andere organisatie', () => {
  let ander: Oidcserver;
  let anderDienst = '';
  beforeAll(async () => {
    ander = await startOidcserver();
    const { rows } = await sql(
      `insert into toegang.organisatie (id, naam, soort, regio)
       values (gen_random_uuid(), 'Andere organisatie', 'partner', 'kennemerland') returning id`,
    );
    anderDienst = await op.stelIn(klaar().beheerder.b, rows[0].id, ander);
  });
  afterAll(() => ander?.stop());

  test('hetzelfde onderwerp bij een andere aanbieder is een ander mens', async () => {
    const { b, antwoord } = await op.kom(anderDienst, ander, { sub: 's-1', ...TWEE });
    expect(antwoord.status).toBe(403);
    expect(await antwoord.text()).toContain('is hier niet gekoppeld');
    expect((await b.wie()).gebruiker).toBeNull();
  });
  test('een antwoord van de ene aanbieder op een vraag aan de andere geldt niet', async () => {
    const b = op.bladeraar();
    const vraag = new URL(await op.naarAanbieder(b, klaar().dienst));
    const bijAnder = new URL(`${ander.issuer}/auth`);
    bijAnder.search = vraag.search;
    const pad = await ander.meldAan(bijAnder.href, { sub: 's-1', ...TWEE });
    expect((await b.haal(pad)).status).toBe(403);
    expect((await b.wie()).gebruiker).toBeNull();
  });
  test('wie er geen rol heeft, kan er zijn account niet aan koppelen', async () => {
    expect(await (await klaar().mens.b.haal('/account')).text()).not.toContain('Andere organisatie');
    const r = await klaar().mens.b.vulIn('/account', { dienst: anderDienst }, '/account/organisatie');
    expect(r.status).toBe(404);
  });
  test('wie nieuw bij een organisatie werkt, komt niet binnen op de oude aanbieder', async () => {
    const mee = await op.binnen('Overstapper');
    await op.koppel(mee.b, klaar().dienst, klaar().server, { sub: 'o-1', ...TWEE });
    await sql(
      `update toegang.lidmaatschap set organisatie_id =
         (select id from toegang.organisatie where naam = 'Andere organisatie') where persoon_id = $1`,
      [mee.id],
    );
    expect((await op.kom(klaar().dienst, klaar().server, { sub: 'o-1', ...TWEE })).antwoord.status).toBe(403);
  });
});
