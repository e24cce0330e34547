import { describe, expect, test } from 'vitest';
import { metOidcaanval, TWEE } from './oidc-opzet.ts';

const { site, op, klaar } = await metOidcaanval();
/** Why the library refused the last answer, as the log of the process tells it. */
const oorzaak = () =>
  site.logregels.flatMap(r => (r.includes('"oorzaak"') ? [JSON.parse(r).oorzaak as string] : [])).at(-1);

// @eis C2.7
describe('een antwoord voor een andere vraag', () => {
  const probeer = async (verander: (u: URL) => void, naAfloop: (pad: string) => string = p => p) => {
    const b = op.bladeraar();
    const naar = new URL(await op.naarAanbieder(b, klaar().dienst));
    verander(naar);
    const pad = naAfloop(await klaar().server.meldAan(naar.href, { sub: 's-1', ...TWEE }));
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
