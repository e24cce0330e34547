import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Vorm } from './browser.ts';
import { loopAf } from './paden.ts';
import { metSite } from './site.ts';

const volledig = process.env.LA_TEST_VOLLEDIG === '1';
const site = metSite();
const axeBron = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'tel-non-breaking': 'off',
    // Boxes that belong together share a name; that is how HTML sends a list.
    'form-dup-name': 'off',
  },
});
const NORMEN = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeUitslag {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

/** Everything that is wrong with a page as a reader meets it, one line a fault. */
async function gebreken(pagina: Page, pad: string, vorm: Vorm): Promise<string[]> {
  const uit: string[] = [];
  const meldingen: string[] = [];
  const hoor = (m: { type(): string; text(): string }) => m.type() === 'error' && meldingen.push(m.text());
  pagina.on('console', hoor);
  const r = await pagina.goto(pad);
  const status = r?.status() ?? 0;
  if (status !== 200) uit.push(`status ${status}`);
  await pagina.evaluate(axeBron);
  const axe = (await pagina.evaluate(
    normen =>
      (globalThis as unknown as { axe: { run(d: Document, o: unknown): Promise<AxeUitslag> } }).axe.run(
        document,
        { runOnly: normen },
      ),
    NORMEN,
  )) as AxeUitslag;
  for (const v of axe.violations)
    uit.push(`axe ${v.id}: ${v.help} (${v.nodes.length}×, ${JSON.stringify(v.nodes[0]?.target)})`);
  const koppen = await pagina.locator('h1').count();
  if (koppen !== 1) uit.push(`${koppen} keer h1`);
  const [inhoud, breedte] = await pagina.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  if (vorm.breedte === 320 && inhoud !== undefined && inhoud > (breedte ?? 0))
    uit.push(`${inhoud} pixels breed in een venster van ${breedte}`);
  if (r && /html/.test(r.headers()['content-type'] ?? '')) {
    const rapport = await html.validateString(await r.text());
    const fouten = new Set(
      rapport.results.flatMap(x => x.messages).map(m => `html ${m.ruleId}: ${m.message}`),
    );
    uit.push(...fouten);
  }
  pagina.off('console', hoor);
  for (const m of meldingen) uit.push(`console: ${m}`);
  return uit.map(g => `${pad}: ${g}`);
}

async function onderzoek(
  rol: string | null,
  begin: string[],
  vormen: (Vorm & { taal: 'nl' | 'en' })[],
  alleen = /./,
): Promise<string[]> {
  const uit: string[] = [];
  const eerste = rol ? await site.als(rol) : await (await site.open()).newPage();
  const paden = await loopAf(eerste, begin, site.adres, alleen);
  expect(paden.size).toBeGreaterThan(rol ? 3 : 8);
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
    ['een professional', 'professional', ['/casus', '/casus/nieuw']],
    ['een teamleider', 'teamleider', ['/casus/verdelen', '/toegang/blokkades', '/toegang/overdrachten']],
    ['een intaker', 'intaker', ['/casus', '/casus/radar', '/casus/noodtoegang']],
    [
      'een privacyfunctionaris',
      'privacyfunctionaris',
      ['/privacy/overzicht', '/toegang/noodtoegang', '/toegang/zoekacties'],
    ],
  ])(
    'voor %s',
    async (_, rol, begin) => {
      expect(await onderzoek(rol, begin, vormen, /^\/(casus|gezin|toegang|privacy\/)/)).toEqual([]);
    },
    600_000,
  );
});
