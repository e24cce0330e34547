import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { metSite, WACHT } from './site.ts';

const site = metSite();

const hoofd = (p: Page) => p.locator('main').innerText();

/** Sends a form and waits for the page that comes of it. */
async function druk(p: Page, knop: string): Promise<void> {
  const geladen = p.waitForEvent('load');
  await p.getByRole('button', { name: knop }).first().click();
  await geladen;
}

// @eis C5.6 C5.1
describe.each([true, false])('gezin en rechten, met script: %s', script => {
  const telefoon = script ? '06 00 00 00 01' : '06 00 00 00 02';

  test('een professional verbetert de gegevens van een persoon; een fout wijst het veld aan en bewaart wat er stond', async () => {
    const p = await site.als('professional', { script });
    await p.goto('/casus');
    await p
      .getByRole('link', { name: /^20\d\d-\d{6}$/ })
      .first()
      .click();
    await p.waitForURL(/\/casus\/[0-9a-f-]{36}$/);
    const persoon = await p.locator('main a[href^="/gezin/personen/"]').first().getAttribute('href');
    const pad = `${/^\/gezin\/personen\/[0-9a-f-]{36}/.exec(persoon ?? '')?.[0]}`;
    await p.goto(`${pad}/wijzig`);
    // Beside each field is the box for who will not say, with the same word before a colon.
    const veld = (naam: string) => p.getByLabel(new RegExp(`^${naam}(?!:)`));
    await veld('Telefoon').fill(telefoon);
    await veld('Geboortedatum').fill('31-2-2016');
    await druk(p, 'Bewaar de gegevens');
    await expect.poll(() => p.title(), WACHT).toMatch(/^Fout/);
    expect(await veld('Telefoon').inputValue()).toBe(telefoon);
    const naar = await p.locator('#fouten a').first().getAttribute('href');
    expect(await p.locator(naar ?? '').inputValue()).toBe('31-2-2016');
    await veld('Geboortedatum').fill('2-3-1986');
    await druk(p, 'Bewaar de gegevens');
    await p.goto(pad);
    expect(await hoofd(p)).toContain(telefoon);
    expect(await hoofd(p)).toContain('2-3-1986');
    await p.context().close();
  }, 180_000);

  test('een privacyfunctionaris legt een verzoek vast; wat ontbreekt wordt gezegd en wat er stond blijft', async () => {
    const p = await site.als('privacyfunctionaris', { script });
    await p.goto('/privacy/verzoeken/nieuw');
    await p.getByLabel('Wat wordt gevraagd').selectOption('inzage');
    await p.getByLabel('Ontvangen op').fill('2-11-2026');
    await p.getByLabel('Voor welke taak is het dossier').selectOption('wmo');
    for (const keuze of ['zelf', '16_plus', 'ja']) await p.locator(`input[value="${keuze}"]`).first().check();
    await druk(p, 'Leg dit verzoek vast');
    await expect.poll(() => p.title(), WACHT).toMatch(/^Fout/);
    expect(await p.getByLabel('Ontvangen op').inputValue()).toBe('2-11-2026');
    await p.getByLabel('Wie vraagt, en hoe zegt hij bereikbaar te zijn').fill(`Verzonnen vraag ${script}`);
    await druk(p, 'Leg dit verzoek vast');
    expect(new URL(p.url()).pathname).toMatch(/^\/privacy\/verzoeken\/[0-9a-f-]{36}$/);
    const tekst = await hoofd(p);
    expect(tekst).toContain(`Verzonnen vraag ${script}`);
    // One month after receipt (AVG art. 12 lid 3).
    expect(tekst).toContain('2-12-2026');
    await p.context().close();
  }, 180_000);
});
