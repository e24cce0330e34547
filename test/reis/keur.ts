import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import type { Page, Response } from 'playwright-core';
import type { Vorm } from './browser.ts';

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

/** What the rules of WCAG 2.2 A and AA, of HTML and of this site say of the page that stands open, one line a fault. */
async function keur(pagina: Page, r: Response | null, vorm: Vorm): Promise<string[]> {
  const uit: string[] = [];
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
  return uit;
}

/** Everything that is wrong with a page as a reader meets it: its status too, and what the browser complains of. */
export async function gebreken(
  pagina: Page,
  pad: string,
  vorm: Vorm,
  ga: () => Promise<Response | null> = () => pagina.goto(pad),
  hoort = 200,
): Promise<string[]> {
  const uit: string[] = [];
  const meldingen: string[] = [];
  const hoor = (m: { type(): string; text(): string }) => m.type() === 'error' && meldingen.push(m.text());
  pagina.on('console', hoor);
  const r = await ga();
  const status = r?.status() ?? 0;
  if (status !== hoort) uit.push(`status ${status}`);
  uit.push(...(await keur(pagina, r, vorm)));
  pagina.off('console', hoor);
  // A browser calls an answer that refuses a failed load; that is what was asked for here.
  const eigen = meldingen.filter(m => hoort === 200 || !m.startsWith('Failed to load resource'));
  for (const m of eigen) uit.push(`console: ${m}`);
  return uit.map(g => `${pad}: ${g}`);
}
