import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Dossierwerk, vulDossierwerk } from '../proces/dossierwerk.ts';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from '../proces/toepassing.ts';
import { opendeBrowser, type Vorm, venster } from './browser.ts';

export const WACHTWOORD = 'voorbeeld-wachtwoord';

/** With script an answer is put into the page that stands, and a click does not wait for it: look until it is there. */
export const WACHT = { timeout: 10_000, interval: 50 };

/** The real application on a new demo database and a real browser, for one test file. */
export interface Site {
  readonly adres: string;
  /** What was added to the invented families, when the test asked for it. */
  readonly dossierwerk: Dossierwerk;
  open(vorm?: Partial<Vorm>): Promise<BrowserContext>;
  /** A page on which a demo role is signed in. */
  als(rol: string, vorm?: Partial<Vorm>): Promise<Page>;
}

export function metSite(o: { dossierwerk?: boolean } = {}): Site {
  const m = maakMap();
  let t: Toepassing;
  let browser: Browser;
  let werk: Dossierwerk | null = null;
  beforeAll(async () => {
    t = begin({ LA_DATA: path.join(m.map, 'data'), PORT: String(await vrijePoort()) });
    [browser] = await Promise.all([opendeBrowser(), gereed(t)]);
    if (o.dossierwerk) werk = await vulDossierwerk(t.adres, WACHTWOORD);
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    if (t && t.proces.exitCode === null) await stop(t);
    m.ruimOp();
  });
  const site: Site = {
    get adres() {
      return t.adres;
    },
    get dossierwerk() {
      if (!werk) throw new Error('Deze proef vroeg geen dossierwerk: metSite({ dossierwerk: true }).');
      return werk;
    },
    open: vorm => venster(browser, t.adres, vorm),
    als: async (rol, vorm) => {
      const pagina = await (await site.open(vorm)).newPage();
      await meldAan(pagina, rol);
      return pagina;
    },
  };
  return site;
}

/** Signs in by the form, as a person would. */
export async function meldAan(pagina: Page, rol: string): Promise<void> {
  await pagina.goto('/aanmelden');
  await pagina.getByLabel('E-mailadres').fill(`${rol}@voorbeeld.invalid`);
  await pagina.getByLabel('Wachtwoord').fill(WACHTWOORD);
  await pagina.getByRole('button', { name: 'Meld aan' }).click();
  await pagina.waitForURL(u => !u.pathname.startsWith('/aanmelden'));
}
