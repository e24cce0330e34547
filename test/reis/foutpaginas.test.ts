import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { BREED } from './browser.ts';
import { gebreken } from './keur.ts';
import { loopAf, patroon } from './paden.ts';
import { metSite } from './site.ts';

const volledig = process.env.LA_TEST_VOLLEDIG === '1';
const site = metSite({ dossierwerk: true });
const SMAL = { ...BREED, breedte: 320 };
const WERK = /^\/(casus|gezin|toegang|privacy\/)/;

/** Addresses to which this page sends a form with fields to fill in: a form with buttons only cannot be filled in wrong. */
const acties = (p: Page): Promise<string[]> =>
  p.$$eval('main form[method=post]', formulieren =>
    formulieren.flatMap(f =>
      [...f.querySelectorAll('input:not([type=hidden]), textarea, select')].length > 0
        ? [(f as HTMLFormElement).action]
        : [],
    ),
  );

/** Sends the form to this address with every field emptied, as the browser itself would not let somebody do. */
async function stuurLeeg(p: Page, actie: string) {
  const antwoord = p.waitForNavigation();
  await p.evaluate(naar => {
    const f = [...document.forms].find(x => x.action === naar);
    if (!f) throw new Error(`geen formulier naar ${naar}`);
    f.noValidate = true;
    for (const v of f.elements) {
      if (v instanceof HTMLInputElement && /^(radio|checkbox)$/.test(v.type)) v.checked = false;
      else if (v instanceof HTMLInputElement && v.type === 'hidden') continue;
      else if (v instanceof HTMLInputElement || v instanceof HTMLTextAreaElement) v.value = '';
      else if (v instanceof HTMLSelectElement) v.selectedIndex = -1;
    }
    f.submit();
  }, actie);
  return antwoord;
}

/**
 * What is wrong with the pages that come of forms that are refused: one per kind of form that the walk meets. A form that
 * takes an empty answer leads on with a redirect or a page; those are not counted.
 */
async function onderzoek(rol: string, begin: readonly string[]): Promise<{ fout: string[]; aantal: number }> {
  const p = await site.als(rol, SMAL);
  const paden = await loopAf(p, begin, site.adres, WERK);
  const gezien = new Set<string>();
  const fout: string[] = [];
  let aantal = 0;
  for (const pad of paden.values()) {
    if ((await p.goto(pad))?.status() !== 200) continue;
    for (const actie of await acties(p)) {
      const soort = patroon(actie) ?? actie;
      if (gezien.has(soort) || !WERK.test(new URL(actie).pathname)) continue;
      gezien.add(soort);
      await p.goto(pad);
      let status = 0;
      const regels = await gebreken(
        p,
        soort,
        SMAL,
        async () => {
          const r = await stuurLeeg(p, actie);
          status = r?.request().redirectedFrom() ? 303 : (r?.status() ?? 0);
          return r;
        },
        422,
      );
      if (status !== 422) continue;
      aantal++;
      fout.push(...regels);
      const titel = await p.title();
      if (!titel.startsWith('Fout')) fout.push(`${soort}: de titel zegt niet dat er een fout is: ${titel}`);
      // Every line of the summary leads to a field that is there.
      const doelen = await p.$$eval('#fouten a[href^="#"]', as =>
        as.map(a => a.getAttribute('href') ?? '').filter(h => !document.getElementById(h.slice(1))),
      );
      fout.push(...doelen.map(d => `${soort}: ${d} bestaat niet op de pagina`));
    }
  }
  await p.context().close();
  return { fout, aantal };
}

const ROLLEN = [
  ['een professional', 'professional', ['/casus', '/casus/nieuw'], 4],
  ['een teamleider', 'teamleider', ['/casus/verdelen', '/toegang/blokkades'], 2],
  ['een intaker', 'intaker', ['/casus/radar', '/casus/noodtoegang'], 2],
  ['een privacyfunctionaris', 'privacyfunctionaris', ['/privacy/overzicht', '/toegang/noodtoegang'], 2],
] as const;

// @eis C5.6 A5.2
test.each(ROLLEN.filter(([, rol]) => volledig || rol === 'professional' || rol === 'privacyfunctionaris'))(
  'een leeg teruggestuurd formulier geeft %s een pagina zonder gebreken, die elke fout aanwijst',
  async (_, rol, begin, minstens) => {
    const { fout, aantal } = await onderzoek(rol, begin);
    expect(fout).toEqual([]);
    expect(aantal).toBeGreaterThanOrEqual(minstens);
  },
  600_000,
);

// @eis C5.6 A5.2
test.each([
  ['een professional', 'professional', `/casus/${crypto.randomUUID()}`],
  ['een professional bij een verzoek', 'professional', `/privacy/verzoeken/${crypto.randomUUID()}`],
  ['een privacyfunctionaris', 'privacyfunctionaris', `/privacy/vernietigen/${crypto.randomUUID()}`],
])(
  'de pagina voor wat er niet is, of niet voor %s, is zonder gebreken',
  async (_, rol, pad) => {
    const p = await site.als(rol, SMAL);
    expect(await gebreken(p, pad, SMAL, () => p.goto(pad), 404)).toEqual([]);
    await p.context().close();
  },
  120_000,
);
