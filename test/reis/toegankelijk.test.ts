import { beforeAll, describe, expect, test } from 'vitest';
import { onderzoek, volledig } from './onderzoek.ts';
import { metSite } from './site.ts';

const site = metSite();

// @eis A5.2
describe('toegankelijkheid van elke soort pagina (WCAG 2.2 A en AA)', () => {
  beforeAll(() => expect(site.adres).toContain('127.0.0.1'));

  test('voor wie niet is aangemeld', async () => {
    expect(
      await onderzoek(site, null, [
        '/',
        '/regio/zaanstreek-waterland',
        '/regio/kennemerland',
        '/aanmelden',
        '/stijl',
      ]),
    ).toEqual([]);
  }, 600_000);

  test('voor een projectleider', async () => {
    expect(
      await onderzoek(
        site,
        'projectleider',
        ['/programma/kennemerland', '/datalab', '/datalab/termijnen/normen/kennemerland', '/account'],
        // What the public reads was looked at above; as it looks to who is signed in only in the full run.
        volledig ? /./ : /^\/(?!regio|regios|en|hulp)/,
      ),
    ).toEqual([]);
  }, 600_000);

  test('voor een accountbeheerder', async () => {
    const begin = ['/beheer/accounts', '/account'];
    expect(await onderzoek(site, 'accountbeheerder', begin, /^\/(beheer|account)/)).toEqual([]);
  }, 600_000);
});
