import { describe, expect, test } from 'vitest';
import { metOidcaanval, TWEE } from './oidc-opzet.ts';

const { sql, op, klaar } = await metOidcaanval();

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
      const als = { sub: 'aanvaller-1', email: klaar().mens.adres, emailGecontroleerd: ja, ...TWEE };
      const { b, antwoord } = await op.kom(klaar().dienst, klaar().server, als);
      expect(antwoord.status).toBe(403);
      expect((await b.wie()).gebruiker).toBeNull();
      expect(await tel()).toEqual(voor);
    },
  );
  test('een onbekend klaar().mens krijgt geen account, wat de aanbieder ook zegt', async () => {
    const voor = await tel();
    const als = { sub: 'nieuw-1', email: 'nieuw@voorbeeld.invalid', emailGecontroleerd: true, ...TWEE };
    expect((await op.kom(klaar().dienst, klaar().server, als)).antwoord.status).toBe(403);
    expect(await tel()).toEqual(voor);
  });
});
