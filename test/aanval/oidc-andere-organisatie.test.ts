import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakToegang } from '#modules/toegang/module.ts';
import { maakOidcproef } from '#modules/toegang/testing/oidcproef.ts';
import { type Oidcserver, startOidcserver } from '#modules/toegang/testing/oidcserver.ts';
import { maakProefsite } from '#modules/toegang/testing/proefsite.ts';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const op = maakOidcproef(site, sql);
type Mens = Awaited<ReturnType<typeof op.binnen>>;
const TWEE = { amr: ['pwd', 'mfa'] };
let server: Oidcserver;
let beheerder: Mens;
let mens: Mens;
let dienst = '';
beforeAll(async () => {
  server = await startOidcserver();
  beheerder = await op.binnen('Beheerder', 'accountbeheerder');
  mens = await op.binnen('Slachtoffer');
  dienst = await op.stelIn(beheerder.b, await op.organisatie(), server);
  await op.koppel(mens.b, dienst, server, { sub: 's-1', ...TWEE });
});
afterAll(() => {
  server?.stop();
  site.stop();
});

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
    anderDienst = await op.stelIn(beheerder.b, rows[0].id, ander);
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
    const vraag = new URL(await op.naarAanbieder(b, dienst));
    const bijAnder = new URL(`${ander.issuer}/auth`);
    bijAnder.search = vraag.search;
    const pad = await ander.meldAan(bijAnder.href, { sub: 's-1', ...TWEE });
    expect((await b.haal(pad)).status).toBe(403);
    expect((await b.wie()).gebruiker).toBeNull();
  });
  test('wie er geen rol heeft, kan er zijn account niet aan koppelen', async () => {
    expect(await (await mens.b.haal('/account')).text()).not.toContain('Andere organisatie');
    const r = await mens.b.vulIn('/account', { dienst: anderDienst }, '/account/organisatie');
    expect(r.status).toBe(404);
  });
  test('wie nieuw bij een organisatie werkt, komt niet binnen op de oude aanbieder', async () => {
    const mee = await op.binnen('Overstapper');
    await op.koppel(mee.b, dienst, server, { sub: 'o-1', ...TWEE });
    await sql(
      `update toegang.lidmaatschap set organisatie_id =
         (select id from toegang.organisatie where naam = 'Andere organisatie') where persoon_id = $1`,
      [mee.id],
    );
    expect((await op.kom(dienst, server, { sub: 'o-1', ...TWEE })).antwoord.status).toBe(403);
  });
});
