import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const VLAGGEN = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
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

interface Gevonden {
  pad: string;
  vlaggen: readonly string[];
}

const werkt = (pad: string): boolean => spawnSync(pad, ['--version'], { timeout: 20_000 }).status === 0;

/** The browser inside an npm package: needs no system package where its libraries are present. */
async function uitPakket(): Promise<Gevonden | null> {
  try {
    const { default: pakket } = await import('@sparticuz/chromium');
    const pad = await pakket.executablePath();
    return werkt(pad)
      ? { pad, vlaggen: [...pakket.args.filter(a => !a.startsWith('--headless')), ...VLAGGEN] }
      : null;
  } catch {
    return null;
  }
}

/** As root on Debian: the distribution's own browser, once. */
function installeer(): Gevonden | null {
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return null;
  console.log('Chromium installeren voor de reizen (eenmalig, ongeveer een minuut) …');
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', timeout: 180_000 });
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return existsSync('/usr/bin/chromium') ? { pad: '/usr/bin/chromium', vlaggen: VLAGGEN } : null;
}

/** First found of: setting, system, npm package, system package installed as root. */
async function zoekBrowser(): Promise<Gevonden> {
  const gekozen = [process.env.LA_CHROMIUM, ...SYSTEEM].find(p => p && existsSync(p) && werkt(p));
  if (gekozen) return { pad: gekozen, vlaggen: VLAGGEN };
  const gevonden = (await uitPakket()) ?? installeer();
  if (gevonden) return gevonden;
  throw new Error(
    'Geen Chromium gevonden: installeer het pakket chromium, of zet LA_CHROMIUM op het pad van een browser.',
  );
}

/** A real browser, its own profile; close it after the test file. */
export async function opendeBrowser(): Promise<Browser> {
  const { pad, vlaggen } = await zoekBrowser();
  return chromium.launch({ executablePath: pad, args: [...vlaggen], headless: true });
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
