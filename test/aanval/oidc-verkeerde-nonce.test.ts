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
/** Why the library refused the last answer, as the log of the process tells it. */
const oorzaak = () =>
  site.logregels.flatMap(r => (r.includes('"oorzaak"') ? [JSON.parse(r).oorzaak as string] : [])).at(-1);
afterAll(() => {
  server?.stop();
  site.stop();
});

// @eis C2.7
describe('een antwoord voor een andere vraag', () => {
  const probeer = async (verander: (u: URL) => void, naAfloop: (pad: string) => string = p => p) => {
    const b = op.bladeraar();
    const naar = new URL(await op.naarAanbieder(b, dienst));
    verander(naar);
    const pad = naAfloop(await server.meldAan(naar.href, { sub: 's-1', ...TWEE }));
    const status = (await b.haal(pad)).status;
    return { status, binnen: (await b.wie()).gebruiker !== null };
  };
  test('ongewijzigd komt het slachtoffer zelf binnen', async () => {
    expect(await probeer(() => {})).toEqual({ status: 303, binnen: true });
  });
  test('met een andere nonce is het een antwoord van een ander gesprek', async () => {
    expect(await probeer(u => u.searchParams.set('nonce', 'van-een-ander-gesprek-0123456789'))).toEqual({
      status: 403,
      binnen: false,
    });
    expect(oorzaak()).toBe('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
  });
  test('met een verzonnen state hoort het bij geen vraag van deze browser', async () => {
    const r = await probeer(
      () => {},
      pad => pad.replace(/state=[^&]+/, 'state=verzonnen-verzonnen-verzonnen'),
    );
    expect(r).toEqual({ status: 403, binnen: false });
  });
  test('met een andere PKCE-uitdaging is de code niet in te wisselen', async () => {
    const r = await probeer(u =>
      u.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
    );
    expect(r).toEqual({ status: 403, binnen: false });
  });
});
