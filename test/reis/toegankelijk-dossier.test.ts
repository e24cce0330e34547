import { describe, expect, test } from 'vitest';
import { onderzoek } from './onderzoek.ts';
import { metSite } from './site.ts';

const site = metSite({ dossierwerk: true });

// @eis A5.2
describe('toegankelijkheid van elke soort pagina over gezinnen (WCAG 2.2 A en AA)', () => {
  // @eis C5.6
  test.each([
    ['een professional', 'professional', ['/casus', '/casus/nieuw'], ['beslotenVerzoek', 'dossier']],
    ['een teamleider', 'teamleider', ['/casus/verdelen', '/toegang/blokkades', '/toegang/overdrachten'], []],
    ['een intaker', 'intaker', ['/casus', '/casus/radar', '/casus/noodtoegang'], []],
    [
      'een privacyfunctionaris',
      'privacyfunctionaris',
      ['/privacy/overzicht', '/toegang/noodtoegang', '/toegang/zoekacties', '/toegang/blokkades/weren'],
      ['openVerzoek', 'beslotenVerzoek'],
    ],
  ] as const)(
    'voor %s',
    async (_, rol, begin, ook) => {
      const paden = ook.map(naam => site.dossierwerk[naam]);
      const alleen = /^\/(casus|gezin|toegang|privacy\/)/;
      expect(await onderzoek(site, rol, [...begin], alleen, paden)).toEqual([]);
    },
    600_000,
  );
});
