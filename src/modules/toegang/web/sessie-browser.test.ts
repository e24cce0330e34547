import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { serve } from '@hono/node-server';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { bouwStijl } from '#platform/ui/index.ts';
import { vrijePoort } from '../../../../test/proces/toepassing.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { opendeBrowser } from '../../../../test/reis/browser.ts';
import { maakToegang } from '../module.ts';
import type { maakBladeraar } from '../testing/bladeraar.ts';
import { maakMens, stelAppIn } from '../testing/mensen.ts';
import { toonCode } from '../testing/oidcproef.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const poort = await vrijePoort();
const basis = `http://localhost:${poort}`;
const site = maakProefsite(proef, maakToegang, { basisUrl: basis, proxies: 0 });
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const stijl = await bouwStijl();
site.app.get('/s.css', c => c.body(stijl.css, 200, { 'content-type': 'text/css' }));
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
  },
});
const NORMEN = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
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

async function binnen(naam: string, rol: Parameters<typeof maakMens>[2]) {
  const { adres, b } = await maakMens(site, naam, rol, 'kennemerland', basis);
  await stelAppIn(b, adres, toonCode);
  return { adres, b, id: (await b.wie()).gebruiker?.id ?? '' };
}
/** A window of a phone with these cookies, without script as some people have it. */
async function venster(potje: ReadonlyMap<string, string>): Promise<Page> {
  const c = await browser.newContext({ baseURL: basis, viewport: { width: 320, height: 900 } });
  await c.addCookies([...potje].map(([name, value]) => ({ name, value, url: basis })));
  return c.newPage();
}
async function gebreken(p: Page, pad: string, bevat: string): Promise<string[]> {
  const r = await p.goto(pad);
  const tekst = (await r?.text()) ?? '';
  const uit = tekst.includes(bevat) ? [] : [`mist "${bevat}"`];
  await p.evaluate(axeBron);
  const axe = await p.evaluate(
    async normen =>
      (
        await (
          globalThis as unknown as {
            axe: { run(d: Document, o: unknown): Promise<{ violations: { id: string; help: string }[] }> };
          }
        ).axe.run(document, { runOnly: normen })
      ).violations.map(v => `axe ${v.id}: ${v.help}`),
    NORMEN,
  );
  const breed = await p.evaluate(() => document.documentElement.scrollWidth);
  if (breed > 320) uit.push(`${breed} pixels breed`);
  const rapport = await html.validateString(tekst);
  const fouten = rapport.results.flatMap(x => x.messages).map(m => `html ${m.ruleId}: ${m.message}`);
  return [...uit, ...axe, ...fouten].map(g => `${pad}: ${g}`);
}

// @eis C2.7
test('de pagina’s van aanmelden, herstel en bewaren zijn toegankelijk en passen op een telefoon', {
  timeout: 120_000,
}, async () => {
  const beheerder = await binnen('Beheerder', 'accountbeheerder');
  const leider = await binnen('Teamleider', 'teamleider');
  const mens = await binnen('Typer', 'professional');
  const organisatie = (await sql('select id from toegang.organisatie')).rows[0].id;
  await leider.b.vulIn('/beheer/herstel', { persoon: mens.id, organisatie });
  await beheerder.b.vulIn('/beheer/aanmelddiensten', {
    organisatie,
    issuer: 'https://aanmelden.een-heel-lange-naam-van-een-organisatie.voorbeeld.invalid/realms/lange-adem',
    clientId: 'lange-adem',
    geheim: 'x',
    acr: '',
    actief: 'ja',
  });
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await (await mens.b.haal('/account')).text())?.[1] ?? '';
  site.klok.schuif(16);
  await mens.b.stuur('/ergens', { _csrf: csrf, notitie: 'Wat hij typte.', vervolg: 'Nog een veld.' });
  site.klok.schuif(-16);
  await sql('update aanmelden.session set verlopen = null');
  const als = async (b: ReturnType<typeof maakBladeraar>) => venster(b.potje);
  const [p, q, niemand] = [await als(beheerder.b), await als(mens.b), await venster(new Map())];
  expect([
    ...(await gebreken(p, '/beheer/herstel', 'Akkoord van Voorbeeld Teamleider')),
    ...(await gebreken(p, '/beheer/aanmelddiensten', 'een-heel-lange-naam')),
    ...(await gebreken(p, '/account', 'Aanmelden via de organisatie instellen')),
    ...(await gebreken(q, '/account', 'Koppel aan Voorbeeldorganisatie')),
    ...(await gebreken(q, '/account/bewaard', 'Wat hij typte.')),
    ...(await gebreken(niemand, '/aanmelden', 'Meld aan via Voorbeeldorganisatie')),
    ...(await gebreken(niemand, '/aanmelden/herstelcode', 'Herstelcode')),
    ...(await gebreken(niemand, '/aanmelden/terug', 'is niet gelukt')),
  ]).toEqual([]);
});
