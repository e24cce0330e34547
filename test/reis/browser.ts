import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const VLAGGEN = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SYSTEEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const werkt = (pad: string): boolean => spawnSync(pad, ['--version'], { timeout: 20_000 }).status === 0;

/** The browser inside an npm package: needs no system package where its libraries are present. */
async function uitPakket(): Promise<string | null> {
  try {
    const { default: pakket } = await import('@sparticuz/chromium');
    const pad = await pakket.executablePath();
    // Not with the package's own flags: its single process falls over when a window closes.
    return werkt(pad) ? pad : null;
  } catch {
    return null;
  }
}

/** As root on Debian: the distribution's own browser, once. */
function installeer(): string | null {
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return null;
  console.log('Chromium installeren voor de reizen (eenmalig, ongeveer een minuut) …');
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', timeout: 180_000 });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null;
}

/** First found of: setting, system, npm package, system package installed as root. */
async function zoekBrowser(): Promise<string> {
  const gekozen = [process.env.LA_CHROMIUM, ...SYSTEEM].find(p => p && existsSync(p) && werkt(p));
  if (gekozen) return gekozen;
  const gevonden = (await uitPakket()) ?? installeer();
  if (gevonden) return gevonden;
  throw new Error(
    'Geen Chromium gevonden: installeer het pakket chromium, of zet LA_CHROMIUM op het pad van een browser.',
  );
}

/** A real browser, its own profile; close it after the test file. */
export async function opendeBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await zoekBrowser(), args: VLAGGEN, headless: true });
}

export interface Vorm {
  breedte: number;
  kleur: 'light' | 'dark';
  script: boolean;
}
export const BREED: Vorm = { breedte: 1280, kleur: 'light', script: true };

/** A window of a size and colour, with or without script. */
export function venster(browser: Browser, adres: string, vorm: Partial<Vorm> = {}): Promise<BrowserContext> {
  const v = { ...BREED, ...vorm };
  return browser.newContext({
    baseURL: adres,
    viewport: { width: v.breedte, height: 900 },
    colorScheme: v.kleur,
    javaScriptEnabled: v.script,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
}
