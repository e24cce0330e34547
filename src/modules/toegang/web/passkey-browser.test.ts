import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bouwStijl } from '#platform/ui/index.ts';
import { vrijePoort } from '../../../../test/proces/toepassing.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { opendeBrowser } from '../../../../test/reis/browser.ts';
import { maakToegang } from '../module.ts';
import { GOED_WACHTWOORD, maakMens } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const poort = await vrijePoort();
const basis = `http://localhost:${poort}`;
const site = maakProefsite(proef, maakToegang, { basisUrl: basis, proxies: 0 });
const stijl = await bouwStijl();
site.app.get('/s.css', c => c.body(stijl.css, 200, { 'content-type': 'text/css' }));
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

/** A page with a device that holds passkeys and knows its owner (WebAuthn virtual authenticator). */
async function metApparaat(): Promise<Page> {
  const pagina = await (
    await browser.newContext({ baseURL: basis, viewport: { width: 320, height: 900 } })
  ).newPage();
  const cdp = await pagina.context().newCDPSession(pagina);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return pagina;
}

// @eis A2.5
test('in een echte browser: passkey maken bij het instellen, afmelden, en ermee aanmelden', {
  timeout: 60_000,
}, async () => {
  const { adres } = await maakMens(site, 'Browser', 'projectleider', 'kennemerland', basis);
  const p = await metApparaat();
  await p.goto('/aanmelden');
  await p.getByLabel('E-mailadres').fill(adres);
  await p.getByLabel('Wachtwoord').fill(GOED_WACHTWOORD);
  await p.getByRole('button', { name: 'Meld aan', exact: true }).click();
  await p.waitForURL('**/aanmelden/instellen');
  await p.getByRole('button', { name: 'Maak een passkey op dit apparaat' }).click();
  await p.waitForURL('**/aanmelden/tweede-stap');
  await p.getByRole('button', { name: 'Meld aan met een passkey' }).click();
  await p.waitForURL(u => u.pathname === '/');
  await p.goto('/account');
  expect(await p.getByRole('heading', { level: 1 }).textContent()).toBe('Uw account');
  expect(await p.getByText('Passkey van Chrome op Linux').count()).toBe(1);
  await p.getByRole('button', { name: 'Afmelden' }).click();
  await p.waitForURL('**/aanmelden?na=afgemeld');
  await p.getByRole('button', { name: 'Meld aan met een passkey' }).click();
  await p.waitForURL(u => u.pathname === '/');
  await p.goto('/wie');
  expect(await p.textContent('body')).toContain('Voorbeeld Browser');
});

// @eis A2.5
test('lukt de passkey niet, dan zegt de pagina dat en blijft alles staan', { timeout: 60_000 }, async () => {
  const p = await metApparaat();
  await p.goto('/aanmelden');
  await p.getByLabel('E-mailadres').fill('iemand@voorbeeld.invalid');
  await p.route('**/aanmelden/passkey/vraag', r => r.fulfill({ status: 429, body: '{}' }));
  await p.getByRole('button', { name: 'Meld aan met een passkey' }).click();
  await p.getByText('Aanmelden met een passkey is niet gelukt').waitFor();
  expect(await p.getByLabel('E-mailadres').inputValue()).toBe('iemand@voorbeeld.invalid');
  expect(await p.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
