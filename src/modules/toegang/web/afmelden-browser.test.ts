import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bouwStijl } from '#platform/ui/index.ts';
import { vrijePoort } from '../../../../test/proces/toepassing.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { opendeBrowser } from '../../../../test/reis/browser.ts';
import { maakToegang } from '../module.ts';
import { GOED_WACHTWOORD, leesGeheim, maakMens } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const poort = await vrijePoort();
const basis = `http://localhost:${poort}`;
const site = maakProefsite(proef, maakToegang, { basisUrl: basis, proxies: 0 });
const stijl = await bouwStijl();
site.app.get('/s.css', c => c.body(stijl.css, 200, { 'content-type': 'text/css' }));
site.app.get('/typ', c =>
  c.html(
    `<form method="post" action="/typ"><input type="hidden" name="_csrf" value="${c.get('csrf')}">` +
      '<label>Notitie <textarea name="notitie"></textarea></label><button>Bewaar</button></form>',
  ),
);
site.app.post('/typ', async c => c.text(`Aangekomen: ${(await c.req.parseBody())['notitie']}`));
/** Takes away what guards the back button, to see that the test would notice. */
let slap = false;
let server: Server;
let browser: Browser;
beforeAll(async () => {
  const fetch = async (verzoek: Request, omgeving: object) => {
    const antwoord = await site.app.fetch(verzoek, omgeving);
    if (slap) {
      antwoord.headers.delete('clear-site-data');
      antwoord.headers.set('cache-control', 'private, max-age=600');
    }
    return antwoord;
  };
  server = serve({ fetch, port: poort, hostname: '127.0.0.1' }) as Server;
  await once(server, 'listening');
  browser = await opendeBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  site.stop();
});

/** Somebody inside, by pages alone, in a window of his own. */
async function binnen(naam: string): Promise<{ p: Page; reservecode: string }> {
  const { adres } = await maakMens(site, naam, 'professional', 'kennemerland', basis);
  const p = await (
    await browser.newContext({ baseURL: basis, viewport: { width: 320, height: 900 } })
  ).newPage();
  await p.goto('/aanmelden');
  await p.getByLabel('E-mailadres').fill(adres);
  await p.getByLabel('Wachtwoord').fill(GOED_WACHTWOORD);
  await p.getByRole('button', { name: 'Meld aan', exact: true }).click();
  await p.waitForURL('**/aanmelden/instellen');
  await p.getByLabel('Uw wachtwoord, nog een keer').fill(GOED_WACHTWOORD);
  await p.getByRole('button', { name: 'Toon de sleutel voor mijn app' }).click();
  await p.waitForURL('**/aanmelden/instellen/app');
  const secret = Secret.fromBase32(leesGeheim((await p.content()).replaceAll('&amp;', '&')));
  await p.getByLabel('Code uit de app').fill(new TOTP({ secret }).generate());
  await p.getByRole('button', { name: 'Neem de app in gebruik' }).click();
  await p.getByRole('heading', { name: 'Uw reservecodes' }).waitFor();
  return { p, reservecode: (await p.locator('main code').first().textContent()) ?? '' };
}

/** What a person sees now, once the browser has settled on a page (its own error page too). */
async function watErStaat(p: Page): Promise<string> {
  for (;;) {
    const tekst = await p.evaluate(() => document.body?.innerText ?? '').catch(() => null);
    if (tekst !== null) return tekst;
  }
}

/** Signs out on a page of his own; then somebody else, at the same window and without a connection, goes back. */
async function terugNaAfmelden(naam: string): Promise<string> {
  const { p } = await binnen(naam);
  await p.goto('/account');
  expect(await p.textContent('main')).toContain(`Voorbeeld ${naam}`);
  await p.getByRole('button', { name: 'Afmelden' }).click();
  await p.waitForURL('**/aanmelden?na=afgemeld');
  await p.context().setOffline(true);
  await p.goBack({ timeout: 5000 }).catch(() => null);
  return watErStaat(p);
}

// @eis C2.7
test('na afmelden toont de knop Terug niets van wie er zat, ook niet zonder verbinding', {
  timeout: 60_000,
}, async () => {
  expect(await terugNaAfmelden('Terugknop')).not.toContain('Voorbeeld Terugknop');
  // Without our headers the browser does show it: this is what they are for.
  slap = true;
  expect(await terugNaAfmelden('Slap')).toContain('Voorbeeld Slap');
  slap = false;
});

// @eis C2.7
test('wie onder het typen wordt afgemeld, ziet na aanmelden wat hij typte', { timeout: 60_000 }, async () => {
  const { p, reservecode } = await binnen('Typer');
  await p.goto('/typ');
  await p.getByLabel('Notitie').fill('Dit mag niet weg zijn.');
  site.klok.schuif(16);
  await p.getByRole('button', { name: 'Bewaar' }).click();
  await p.waitForURL('**/aanmelden?na=bewaard**');
  site.klok.schuif(-16);
  await p.getByText('Wat u invulde is bewaard').waitFor();
  await p.getByLabel('E-mailadres').fill('typer@voorbeeld.invalid');
  await p.getByLabel('Wachtwoord').fill(GOED_WACHTWOORD);
  await p.getByRole('button', { name: 'Meld aan', exact: true }).click();
  await p.waitForURL('**/aanmelden/tweede-stap**');
  await p.getByText('Geen toegang tot de app?').click();
  await p.getByRole('textbox', { name: 'Reservecode' }).fill(reservecode);
  await p.getByRole('button', { name: 'Gebruik deze reservecode' }).click();
  await p.waitForURL('**/account/bewaard');
  expect(await p.textContent('main')).toContain('Dit mag niet weg zijn.');
  expect(await p.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await p.getByRole('button', { name: 'Verstuur alsnog' }).click();
  await p.getByText('Aangekomen: Dit mag niet weg zijn.').waitFor();
});
