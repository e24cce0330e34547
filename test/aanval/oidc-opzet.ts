import { afterAll, beforeAll } from 'vitest';
import { maakToegang } from '#modules/toegang/module.ts';
import { maakOidcproef } from '#modules/toegang/testing/oidcproef.ts';
import { type Oidcserver, startOidcserver } from '#modules/toegang/testing/oidcserver.ts';
import { maakProefsite } from '#modules/toegang/testing/proefsite.ts';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

/** What the provider says of somebody who came in with a second factor. */
export const TWEE = { amr: ['pwd', 'mfa'] };

/**
 * An organisation with a real provider, somebody who administers its accounts and a victim who is linked to it, for one
 * test file.
 */
export async function metOidcaanval() {
  const proef = await maakProef();
  const site = maakProefsite(proef, maakToegang);
  const sql = (tekst: string, waarden: unknown[] = []) =>
    metClient(proef.beheer, c => c.query(tekst, waarden));
  const op = maakOidcproef(site, sql);
  type Mens = Awaited<ReturnType<typeof op.binnen>>;
  let staat: { server: Oidcserver; beheerder: Mens; mens: Mens; dienst: string } | null = null;
  const klaar = () => {
    if (!staat) throw new Error('De opzet is er pas als de proeven lopen.');
    return staat;
  };
  beforeAll(async () => {
    const server = await startOidcserver();
    const beheerder = await op.binnen('Beheerder', 'accountbeheerder');
    const mens = await op.binnen('Slachtoffer');
    const dienst = await op.stelIn(beheerder.b, await op.organisatie(), server);
    await op.koppel(mens.b, dienst, server, { sub: 's-1', ...TWEE });
    staat = { server, beheerder, mens, dienst };
  });
  afterAll(() => {
    staat?.server.stop();
    site.stop();
  });
  return { proef, site, sql, op, klaar };
}
