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
describe('wat de aanbieder over een adres zegt', () => {
  const tel = async () =>
    (
      await sql(`select (select count(*)::int from toegang.persoon) p, (select count(*)::int from aanmelden."user") a,
        (select count(*)::int from toegang.aanmelddienst_koppeling) k`)
    ).rows[0];
  test.each([false, true])(
    'het adres van het slachtoffer, gecontroleerd: %s, opent zijn account niet en koppelt niets',
    async ja => {
      const voor = await tel();
      const als = { sub: 'aanvaller-1', email: mens.adres, emailGecontroleerd: ja, ...TWEE };
      const { b, antwoord } = await op.kom(dienst, server, als);
      expect(antwoord.status).toBe(403);
      expect((await b.wie()).gebruiker).toBeNull();
      expect(await tel()).toEqual(voor);
    },
  );
  test('een onbekend mens krijgt geen account, wat de aanbieder ook zegt', async () => {
    const voor = await tel();
    const als = { sub: 'nieuw-1', email: 'nieuw@voorbeeld.invalid', emailGecontroleerd: true, ...TWEE };
    expect((await op.kom(dienst, server, als)).antwoord.status).toBe(403);
    expect(await tel()).toEqual(voor);
  });
});
