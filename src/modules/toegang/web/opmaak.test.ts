import { HtmlValidate } from 'html-validate';
import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, test } from 'vitest';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakToegang } from '../module.ts';
import { maakBladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens, stelAppIn } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const keurmeester = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
  },
});
async function keur(r: Response): Promise<string[]> {
  const verslag = await keurmeester.validateString(await r.text());
  return verslag.results.flatMap(x => x.messages.map(m => `${m.ruleId}: ${m.message} (${m.selector})`));
}

// @eis A2.5
describe('opmaak van de aanmeldpagina’s', () => {
  test('elke pagina is geldige HTML zonder bekende drempels', async () => {
    const { adres, b } = await maakMens(site, 'Opmaak', 'accountbeheerder');
    const los = maakBladeraar(site.app, { herkomst: '192.0.2.150' });
    const link = await site.kamer.nodigEersteUit({
      naam: 'Voorbeeld Link',
      adres: 'link@voorbeeld.invalid',
      rol: 'lezer',
      regio: 'kennemerland',
      organisatie: 'x',
    });
    const fouten: Record<string, string[]> = {};
    const kijk = async (naam: string, r: Response) => {
      fouten[naam] = await keur(r);
    };
    for (const pad of [
      '/aanmelden',
      '/aanmelden/tweede-stap',
      '/aanmelden/herstel',
      new URL(link).pathname,
      '/uitnodiging/x',
    ]) {
      await kijk(pad, await los.haal(pad));
    }
    await kijk('fout bij aanmelden', await los.vulIn('/aanmelden', { adres: '' }));
    await b.meldAan(adres, GOED_WACHTWOORD);
    await kijk('instellen', await b.haal('/aanmelden/instellen'));
    await b.vulIn('/aanmelden/instellen', { wachtwoord: GOED_WACHTWOORD });
    await kijk('app', await b.haal('/aanmelden/instellen/app'));
    await stelAppIn(b, adres, code);
    await kijk('account', await b.haal('/account'));
    await kijk('accounts', await b.haal('/beheer/accounts'));
    await kijk('uitnodigen fout', await b.vulIn('/beheer/accounts', { naam: 'x' }));
    expect(Object.fromEntries(Object.entries(fouten).filter(([, f]) => f.length > 0))).toEqual({});
    expect(Object.keys(fouten)).toHaveLength(11);
  });
});
