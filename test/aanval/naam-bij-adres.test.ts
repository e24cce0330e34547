import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakToegang } from '#modules/toegang/module.ts';
import type { Bladeraar } from '#modules/toegang/testing/bladeraar.ts';
import { maakMens, stelAppIn } from '#modules/toegang/testing/mensen.ts';
import { maakProefsite } from '#modules/toegang/testing/proefsite.ts';
import { maakProef } from '../proef/index.ts';

const PAGINA = '/beheer/accounts';
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();

// Somebody who administers accounts types an address and hopes to learn whose it is.
describe('een adres uitnodigen om te weten van wie het is', async () => {
  const proef = await maakProef();
  const site = maakProefsite(proef, maakToegang);
  afterAll(site.stop);
  let hengelaar: Bladeraar;
  let eigen: Bladeraar;
  let ander: { adres: string; b: Bladeraar };

  const binnen = async (
    naam: string,
    rol: Parameters<typeof maakMens>[2],
    regio: string,
  ): Promise<{ adres: string; b: Bladeraar }> => {
    const mens = await maakMens(site, naam, rol, regio);
    await stelAppIn(mens.b, mens.adres, code);
    return mens;
  };
  const nodigUit = (b: Bladeraar, adres: string, naam: string, regio: string) =>
    b.vulIn(PAGINA, { naam, adres, rol: 'lezer', regio, gemeente: '', organisatie: 'Voorbeeldorganisatie' });
  const lijst = async (b: Bladeraar) => (await b.haal(PAGINA)).text();

  beforeAll(async () => {
    hengelaar = (await binnen('Hengelaar', 'accountbeheerder', 'kennemerland')).b;
    eigen = (await binnen('Eigen', 'accountbeheerder', 'zaanstreek-waterland')).b;
    ander = await binnen('Zeldzaam', 'lezer', 'zaanstreek-waterland');
  });

  // @eis A2.5 A5.3
  test('het antwoord en de lijst noemen het adres dat hij zelf typte, en nergens de naam', async () => {
    const r = await nodigUit(hengelaar, ander.adres, 'Zomaar Iemand', 'kennemerland');
    expect(r.status).toBe(303);
    const nieuw = await nodigUit(hengelaar, 'nog.niemand@voorbeeld.invalid', 'Zomaar Iemand', 'kennemerland');
    expect(nieuw.headers.get('location')).toBe(r.headers.get('location'));
    const html = await lijst(hengelaar);
    expect(html.includes(ander.adres)).toBe(true);
    expect(html.includes('Zeldzaam')).toBe(false);
    // Nor by a second role, which he gives to somebody who is now in his list.
    await hengelaar.vulIn(PAGINA, {
      naam: 'Zomaar Iemand',
      adres: ander.adres,
      rol: 'projectleider',
      regio: 'kennemerland',
      gemeente: '',
      organisatie: 'Voorbeeldorganisatie',
    });
    expect((await lijst(hengelaar)).includes('Zeldzaam')).toBe(false);
  });

  test('ook de plaats in de lijst verraadt de naam niet: die volgt het adres', async () => {
    await nodigUit(hengelaar, 'aaa@voorbeeld.invalid', 'Aafje Voorbeeld', 'kennemerland');
    const koppen = [...(await lijst(hengelaar)).matchAll(/<section aria-label="([^"]*)"/g)].map(
      m => m[1] ?? '',
    );
    expect(koppen).toContain(ander.adres);
    expect(koppen).toEqual(koppen.toSorted((a, b) => a.localeCompare(b, 'nl')));
  });

  test('wie de mens al kende blijft de naam zien, en de mens zelf ook', async () => {
    expect((await lijst(eigen)).includes('Voorbeeld Zeldzaam')).toBe(true);
    await nodigUit(eigen, ander.adres, 'Iets Anders', 'zaanstreek-waterland');
    expect((await lijst(eigen)).includes('Voorbeeld Zeldzaam')).toBe(true);
    expect((await ander.b.wie()).gebruiker?.naam).toBe('Voorbeeld Zeldzaam');
  });
});
