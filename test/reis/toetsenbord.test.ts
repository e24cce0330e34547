import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { metSite, WACHT, WACHTWOORD } from './site.ts';

const site = metSite();
const VERST = 200;

/** What has the focus: what a screen reader would call it, and whether somebody who looks can see that it has it. */
const focus = (p: Page) =>
  p.evaluate(() => {
    const e = document.activeElement as HTMLElement | null;
    if (!e || e === document.body) return { naam: '', zichtbaar: true };
    const label = (e as HTMLInputElement).labels?.[0]?.textContent ?? e.textContent ?? '';
    const vak = e.getBoundingClientRect();
    const s = getComputedStyle(e);
    const rand = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
    return {
      naam: label.replaceAll(/\s+/g, ' ').trim(),
      zichtbaar: vak.width > 0 && vak.height > 0 && (rand || s.boxShadow !== 'none'),
    };
  });

/** Goes on with Tab until that has the focus; every stop on the way must be one that shows it. */
async function tabNaar(p: Page, wat: RegExp): Promise<void> {
  const onzichtbaar: string[] = [];
  for (let i = 0; i < VERST; i++) {
    await p.keyboard.press('Tab');
    const f = await focus(p);
    if (!f.zichtbaar) onzichtbaar.push(f.naam);
    if (!wat.test(f.naam)) continue;
    expect(onzichtbaar).toEqual([]);
    return;
  }
  throw new Error(`Met ${VERST} keer Tab niet bereikt: ${wat}`);
}

async function enter(p: Page): Promise<void> {
  const geladen = p.waitForEvent('load');
  await p.keyboard.press('Enter');
  await geladen;
}

const hoofd = (p: Page) => p.locator('main').innerText();

// @eis C5.6 A5.2
test.each([true, false])(
  'met het toetsenbord alleen: aanmelden, een dossier openen, een notitie schrijven en bewaren (script: %s)',
  async script => {
    const p = await (await site.open({ script })).newPage();
    await p.goto('/aanmelden');
    await tabNaar(p, /^E-mailadres/);
    await p.keyboard.type('professional@voorbeeld.invalid');
    await tabNaar(p, /^Wachtwoord/);
    await p.keyboard.type(WACHTWOORD);
    await tabNaar(p, /^Meld aan$/);
    await enter(p);
    await p.goto('/casus');
    await tabNaar(p, /^20\d\d-\d{6}$/);
    await enter(p);
    const dossier = new URL(p.url()).pathname;
    expect(dossier).toMatch(/^\/casus\/[0-9a-f-]{36}$/);

    await tabNaar(p, /^Schrijf een notitie$/);
    // Open already when a draft stands in it.
    if (!(await p.getByLabel('Over welke dag').isVisible())) await p.keyboard.press('Enter');
    await tabNaar(p, /^Soort/);
    await p.keyboard.type('contact');
    await tabNaar(p, /^Over welke dag/);
    await p.keyboard.type('31-2-2026');
    await tabNaar(p, /^Tekst/);
    const tekst = `Gesprek met alleen toetsen, script ${script}.`;
    await p.keyboard.type(tekst);
    await tabNaar(p, /^Zet in het dossier$/);
    await enter(p);

    // A wrong day: the page that comes back leads to the field, and what was typed stands there still.
    await expect.poll(() => p.title(), WACHT).toMatch(/^Fout/);
    const melding = await p.locator('#fouten a').first().innerText();
    await tabNaar(p, new RegExp(`^${melding.slice(0, 20).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    await p.keyboard.press('Enter');
    await expect.poll(async () => (await focus(p)).naam).toMatch(/^Over welke dag/);
    await p.keyboard.press('Control+A');
    await p.keyboard.type('1-9-2026');
    await tabNaar(p, /^Tekst/);
    await tabNaar(p, /^Zet in het dossier$/);
    await enter(p);
    expect(await hoofd(p)).toContain('De notitie staat in het dossier.');
    expect(await hoofd(p)).toContain(tekst);
    await p.context().close();
  },
  300_000,
);
