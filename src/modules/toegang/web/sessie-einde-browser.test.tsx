import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toon } from '#platform/http/index.ts';
import { bouwScript, bouwStijl, Formulier, Knop, Kop1, TekstGebied } from '#platform/ui/index.ts';
import { vrijePoort } from '../../../../test/proces/toepassing.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { opendeBrowser, venster } from '../../../../test/reis/browser.ts';
import { maakToegang } from '../module.ts';
import type { Bladeraar } from '../testing/bladeraar.ts';
import { maakMens, stelAppIn } from '../testing/mensen.ts';
import { toonCode } from '../testing/oidcproef.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const poort = await vrijePoort();
const basis = `http://localhost:${poort}`;
const site = maakProefsite(proef, maakToegang, { basisUrl: basis, proxies: 0 });
const [stijl, script] = await Promise.all([bouwStijl(), bouwScript()]);
site.app.get('/s.css', c => c.body(stijl.css, 200, { 'content-type': 'text/css' }));
site.app.get('/s.js', c => c.body(script.js, 200, { 'content-type': 'application/javascript' }));
const Proefvorm = ({ csrf }: { csrf: string }) => (
  <>
    <Kop1>Verslag</Kop1>
    <Formulier actie="/verslag" csrf={csrf}>
      <TekstGebied naam="verslag" label="Verslag" />
      <Knop>Verstuur</Knop>
    </Formulier>
  </>
);
site.app.get('/verslag', c => toon(c, { titel: 'Verslag' }, <Proefvorm csrf={c.get('csrf')} />));
site.app.post('/verslag', async c => {
  const { verslag } = await c.req.parseBody();
  return toon(c, { titel: 'Ontvangen' }, <Kop1>Ontvangen: {String(verslag)}</Kop1>);
});
const axeBron = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: Server;
let browser: Browser;
beforeAll(async () => {
  server = serve({ fetch: site.app.fetch, port: poort, hostname: '127.0.0.1' }) as Server;
  await once(server, 'listening');
  browser = await opendeBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  site.stop();
});

let nummer = 0;
/** Somebody who works with families, inside; the session of casework ends after a quarter of an hour of silence. */
async function binnen(): Promise<Bladeraar> {
  const { adres, b } = await maakMens(site, `Typer${++nummer}`, 'professional', 'kennemerland', basis);
  await stelAppIn(b, adres, toonCode);
  return b;
}
async function open(b: Bladeraar, vorm: { breedte?: number; script?: boolean } = {}): Promise<Page> {
  const c = await venster(browser, basis, vorm);
  await c.addCookies([...b.potje].map(([name, value]) => ({ name, value, url: basis })));
  const p = await c.newPage();
  if (vorm.script !== false) await p.clock.install();
  await p.goto('/verslag');
  return p;
}
/** Both clocks go on: that of the browser and that of the house. */
async function verder(p: Page, minuten: number): Promise<void> {
  site.klok.schuif(minuten);
  await p.clock.fastForward(minuten * 60_000 + 6000);
}
const BIJNA = 'U wordt bijna afgemeld';

// @eis C2.7
describe('een pagina met een formulier waarschuwt voor het einde van de aanmelding', () => {
  test('enkele minuten vooraf, zonder het typen te storen; wie blijft houdt zijn tekst en zijn sessie', {
    timeout: 120_000,
  }, async () => {
    const b = await binnen();
    const p = await open(b, { breedte: 320 });
    const veld = p.getByLabel('Verslag');
    const bijna = p.getByText(BIJNA);
    await veld.fill('Wat zij vertelde');
    await verder(p, 11);
    expect(await bijna.isVisible()).toBe(false);
    await verder(p, 1);
    expect(await bijna.isVisible()).toBe(true);
    expect(await p.getByRole('status').innerText()).toMatch(/12 minuten niets verstuurd.*Na 15 minuten/);
    // The focus stayed in the field: what is typed goes where it went.
    await p.keyboard.type(' over thuis');
    expect(await veld.inputValue()).toBe('Wat zij vertelde over thuis');
    // On a phone too what is typed stays in sight.
    const [vak, melding] = [await veld.boundingBox(), await p.getByRole('status').boundingBox()];
    expect((vak?.y ?? 0) + 40).toBeLessThan(melding?.y ?? 0);
    await p.evaluate(axeBron);
    const gebreken = await p.evaluate(async () =>
      (
        await (
          globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
        ).axe.run()
      ).violations.map(v => v.id),
    );
    expect(gebreken).toEqual([]);
    expect(await p.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    // By keyboard: past the button, to the link in the warning.
    await p.getByRole('button', { name: 'Verstuur' }).focus();
    await p.keyboard.press('Tab');
    expect(await p.evaluate(() => document.activeElement?.textContent)).toContain('Blijf aangemeld');
    const [tab] = await Promise.all([p.waitForEvent('popup'), p.keyboard.press('Enter')]);
    await tab.waitForLoadState();
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('U blijft aangemeld');
    expect(await bijna.isVisible()).toBe(false);
    await verder(p, 11);
    expect(await bijna.isVisible()).toBe(false);
    await verder(p, 1);
    expect(await bijna.isVisible()).toBe(true);
    // Twenty-four minutes after the page was opened: without staying it would have ended after fifteen.
    await p.getByRole('button', { name: 'Verstuur' }).click();
    await p.waitForLoadState();
    expect(await p.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Ontvangen: Wat zij vertelde over thuis',
    );
    site.klok.schuif(-24);
  });

  test('wie niets doet is afgemeld zoals gezegd, en wat hij typte is bewaard', {
    timeout: 60_000,
  }, async () => {
    const b = await binnen();
    const p = await open(b);
    await p.getByLabel('Verslag').fill('Half verhaal');
    await verder(p, 16);
    // The way to stay comes too late, and says so without breaking what can still be saved.
    const [tab] = await Promise.all([
      p.waitForEvent('popup'),
      p.getByRole('status').getByRole('link', { name: 'Blijf aangemeld' }).click(),
    ]);
    await tab.waitForLoadState();
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('U bent afgemeld');
    await p.getByRole('button', { name: 'Verstuur' }).click();
    await p.waitForURL(/aanmelden\?na=bewaard/);
    site.klok.schuif(-16);
  });

  test('het einde na tien uur wordt aangekondigd en niet als te verlengen voorgesteld', {
    timeout: 120_000,
  }, async () => {
    const b = await binnen();
    for (let minuut = 0; minuut < 590; minuut += 10) {
      site.klok.schuif(10);
      await b.wie();
    }
    const p = await open(b);
    expect(await p.getByText('ook als u bezig bent').first().isVisible()).toBe(true);
    const einde = p.getByText('Uw aanmelding eindigt bijna');
    await verder(p, 6);
    expect(await einde.isVisible()).toBe(false);
    await verder(p, 1);
    expect(await einde.isVisible()).toBe(true);
    expect(await p.getByRole('link', { name: 'Blijf aangemeld' }).count()).toBe(0);
    site.klok.schuif(-597);
  });

  test('zonder script staat bij het formulier tot wanneer het kan en dat het getypte bewaard blijft', async () => {
    const p = await open(await binnen(), { script: false, breedte: 320 });
    const tekst = await p.locator('form').filter({ hasText: 'Verstuur' }).last().innerText();
    expect(tekst).toMatch(/versturen tot \d\d\.\d\d uur: na 15 minuten/);
    expect(tekst).toContain('dan bewaren wij wat u typte');
    expect(await p.getByText(BIJNA).isVisible()).toBe(false);
    expect(await p.getByRole('link', { name: 'Blijf aangemeld' }).isVisible()).toBe(true);
  });
});
