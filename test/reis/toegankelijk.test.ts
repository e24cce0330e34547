import { beforeAll, describe, expect, test } from 'vitest';
import type { Vorm } from './browser.ts';
import { gebreken } from './keur.ts';
import { loopAf } from './paden.ts';
import { metSite } from './site.ts';

const volledig = process.env.LA_TEST_VOLLEDIG === '1';
const site = metSite({ dossierwerk: true });

async function onderzoek(
  rol: string | null,
  begin: string[],
  vormen: (Vorm & { taal: 'nl' | 'en' })[],
  alleen = /./,
  ook: string[] = [],
): Promise<string[]> {
  const uit: string[] = [];
  const eerste = rol ? await site.als(rol) : await (await site.open()).newPage();
  const paden = await loopAf(eerste, begin, site.adres, alleen);
  expect(paden.size).toBeGreaterThan(rol ? 3 : 8);
  // Of a kind of page with several faces the walk meets one; the others are named.
  for (const pad of ook) paden.set(pad, pad);
  await eerste.context().close();
  for (const vorm of vormen) {
    const pagina = rol ? await site.als(rol, vorm) : await (await site.open(vorm)).newPage();
    for (const [patroon, pad] of paden) {
      const engels =
        vorm.taal === 'en' &&
        /^\/(regio\/:regio|hulp|privacy$|toegankelijkheid|open-data|stijl|$)/.test(patroon);
      const doel = engels && !pad.startsWith('/en') ? (pad === '/' ? '/en' : `/en${pad}`) : pad;
      uit.push(...(await gebreken(pagina, doel, vorm)));
    }
    await pagina.context().close();
  }
  return uit;
}

const SMAL = { breedte: 320, kleur: 'light' as const, script: true, taal: 'nl' as const };
const DONKER = { breedte: 1280, kleur: 'dark' as const, script: true, taal: 'en' as const };
const ALLE = [
  SMAL,
  DONKER,
  { ...SMAL, kleur: 'dark' as const },
  { ...DONKER, kleur: 'light' as const, taal: 'nl' as const },
  { ...SMAL, taal: 'en' as const },
];
const vormen = volledig ? ALLE : [SMAL, DONKER];

// @eis A5.2
describe('toegankelijkheid van elke soort pagina (WCAG 2.2 A en AA)', () => {
  beforeAll(() => expect(site.adres).toContain('127.0.0.1'));

  test('voor wie niet is aangemeld', async () => {
    expect(
      await onderzoek(
        null,
        ['/', '/regio/zaanstreek-waterland', '/regio/kennemerland', '/aanmelden', '/stijl'],
        vormen,
      ),
    ).toEqual([]);
  }, 600_000);

  test('voor een projectleider', async () => {
    expect(
      await onderzoek('projectleider', ['/programma/kennemerland', '/datalab', '/account'], vormen),
    ).toEqual([]);
  }, 600_000);

  test('voor een accountbeheerder', async () => {
    const begin = ['/beheer/accounts', '/account'];
    expect(await onderzoek('accountbeheerder', begin, vormen, /^\/(beheer|account)/)).toEqual([]);
  }, 600_000);

  // @eis C5.6
  test.each([
    ['een professional', 'professional', ['/casus', '/casus/nieuw'], ['beslotenVerzoek', 'dossier']],
    ['een teamleider', 'teamleider', ['/casus/verdelen', '/toegang/blokkades', '/toegang/overdrachten'], []],
    ['een intaker', 'intaker', ['/casus', '/casus/radar', '/casus/noodtoegang'], []],
    [
      'een privacyfunctionaris',
      'privacyfunctionaris',
      ['/privacy/overzicht', '/toegang/noodtoegang', '/toegang/zoekacties'],
      ['openVerzoek', 'beslotenVerzoek'],
    ],
  ] as const)(
    'voor %s',
    async (_, rol, begin, ook) => {
      const paden = ook.map(naam => site.dossierwerk[naam]);
      const alleen = /^\/(casus|gezin|toegang|privacy\/)/;
      expect(await onderzoek(rol, [...begin], vormen, alleen, paden)).toEqual([]);
    },
    600_000,
  );
});
