import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { GEMEENTEN, REGIO } from '../proces/publicatiewerk.ts';
import { bied, keurGoed, wachtOpBewijs } from './bewijs.ts';
import { gebreken } from './keur.ts';
import { metSite, WACHT } from './site.ts';

const site = metSite();

/** Reads internal counts in, as an analyst does with a file from Veilig Thuis. */
async function leesIn(p: Page, indicator: string, jaren: readonly number[] = [2025]): Promise<void> {
  const rijen = jaren.flatMap((j, i) => GEMEENTEN.map(([g, n]) => `${g},${j},${indicator},${n + 20 * i}`));
  await p.goto('/datalab/invoer');
  const regio = p.getByLabel('Regio', { exact: true });
  if ((await regio.count()) > 0) await regio.selectOption(REGIO);
  await p.getByLabel('Bestand', { exact: true }).setInputFiles({
    name: 'tellingen.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`gemeente,periode,indicator,waarde\n${rijen.join('\n')}\n`),
  });
  await p.getByRole('button', { name: 'Bekijk de proef' }).click();
  await p.getByLabel('Titel van de bron').fill('Verzonnen uitdraai');
  await p.getByLabel('Paragraaf, tabel of blad').fill('blad 1');
  await p.getByRole('button', { name: /^Lees .*in$/ }).click();
}

// @eis B5.4 B2.6 B2.7
describe.each([true, false])('een publicatie van concept tot intrekking, met script: %s', script => {
  test('een analist bereidt voor, een collega keurt goed, iedereen leest, en intrekken laat het spoor staan', async () => {
    const indicator = script ? 'vt_voorwaarden_afgerond' : 'vt_onderzoeken_afgerond';
    const titel = script ? 'Evaluatie met script' : 'Evaluatie zonder script';
    const analist = await site.als('datalab_analist', { script });
    await leesIn(analist, indicator);
    await analist.goto(`/datalab/publicaties/nieuw?regio=${REGIO}`);
    await analist.getByRole('button', { name: 'Maak het concept' }).click();
    await expect.poll(() => analist.title(), WACHT).toContain('Fout');
    await analist.getByLabel('Titel', { exact: true }).fill(titel);
    await analist.locator(`input[name="indicatoren"][value="${indicator}"]`).check();
    await analist.getByRole('button', { name: 'Maak het concept' }).click();
    await wachtOpBewijs(analist);
    const adres = new URL(analist.url()).pathname;
    await expect.poll(() => analist.locator('main').innerText(), WACHT).toMatch(/5 \(3\)/);
    await bied(analist);
    expect(await analist.getByRole('button', { name: 'Keur goed en publiceer' }).count()).toBe(0);

    const collega = await site.als('projectleider', { script });
    await collega.goto(adres);
    await keurGoed(collega);
    await collega.getByRole('link', { name: 'Bekijk zoals iedereen het ziet' }).click();

    const lezer = await (await site.open({ script })).newPage();
    await lezer.goto(`/regio/${REGIO}/publicaties`);
    await lezer.getByRole('link', { name: titel }).click();
    const tekst = await lezer.locator('main').innerText();
    expect(tekst).toContain('veelvoud van 5');
    expect(tekst).toContain('Waterland');
    expect(tekst).not.toMatch(/\b(104|187|31)\b/);
    expect((await lezer.request.get(`${lezer.url()}.pdf`)).headers()['content-type']).toBe('application/pdf');

    await collega.goto(adres);
    await collega.getByLabel('Waarom?').fill('Een gemeente telde dubbel');
    await collega.getByRole('button', { name: 'Trek in' }).click();
    expect((await lezer.reload())?.status()).toBe(410);
    await expect.poll(() => lezer.locator('main').innerText(), WACHT).toContain('Een gemeente telde dubbel');
    await Promise.all([analist, collega, lezer].map(p => p.context().close()));
  }, 240_000);
});

// @eis B5.4
test.each([1280, 320])(
  'de pagina’s van publicaties hebben op %s pixels geen gebrek',
  async breedte => {
    const vorm = { breedte, kleur: 'light', script: true } as const;
    const p = await site.als('datalab_analist', vorm);
    for (const pad of ['/datalab/publicaties', `/datalab/publicaties/nieuw?regio=${REGIO}`])
      expect(await gebreken(p, pad, vorm), pad).toEqual([]);
    await p.goto('/datalab/publicaties');
    const concept = await p.getByRole('link', { name: 'Evaluatie' }).first().getAttribute('href');
    expect(await gebreken(p, concept ?? '', vorm)).toEqual([]);
    expect(await gebreken(p, `/regio/${REGIO}/publicaties`, vorm)).toEqual([]);
    await p.context().close();
  },
  120_000,
);

// @eis B2.1 B4.6
describe('wat een publicatie op andere pagina’s laat zien', () => {
  const TITEL = 'Evaluatie over twee jaar';
  const CODE = 'evaluatie-over-twee-jaar';
  const PADEN = [
    `/regio/${REGIO}/publicaties`,
    `/regio/${REGIO}/publicaties/${CODE}`,
    `/regio/${REGIO}/cijfers/politie-incidenten-hg`,
    `/regio/${REGIO}/cijfers/politie-incidenten-hg?gemeente=zaanstad`,
    `/regio/${REGIO}/gemeente/zaanstad`,
    `/regio/${REGIO}/vergelijk/politie-incidenten-hg`,
    `/en/regio/${REGIO}/vergelijk/politie-incidenten-hg`,
    '/zoeken?q=evaluatie+zaanstad',
    '/open-data',
  ];

  test('een publicatie over twee jaar komt in druk', async () => {
    const analist = await site.als('datalab_analist');
    await leesIn(analist, 'politie_incidenten_hg', [2024, 2025]);
    await analist.goto(`/datalab/publicaties/nieuw?regio=${REGIO}`);
    await analist.getByLabel('Titel', { exact: true }).fill(TITEL);
    await analist.locator('input[name="indicatoren"][value="politie_incidenten_hg"]').check();
    await analist.locator('select[name="van_jaar"]').selectOption('2024');
    await analist.getByRole('button', { name: 'Maak het concept' }).click();
    await wachtOpBewijs(analist);
    await bied(analist);
    const collega = await site.als('projectleider');
    await collega.goto(new URL(analist.url()).pathname);
    await keurGoed(collega);
    await Promise.all([analist, collega].map(p => p.context().close()));
  }, 240_000);

  test.each([1280, 320])(
    'heeft op %s pixels geen gebrek, en een lezer komt van elke pagina bij de publicatie',
    async breedte => {
      const vorm = { breedte, kleur: 'light', script: true } as const;
      const p = await (await site.open(vorm)).newPage();
      for (const pad of PADEN) {
        expect(await gebreken(p, pad, vorm), pad).toEqual([]);
        if (pad !== '/open-data' && !pad.endsWith(CODE))
          expect(await p.getByRole('link', { name: TITEL }).count(), pad).toBeGreaterThan(0);
      }
      await p.goto('/open-data');
      const href = await p
        .getByRole('link', { name: /catalogus \(Turtle\)/ })
        .first()
        .getAttribute('href');
      expect(await (await p.request.get(href ?? '')).text()).toContain('dcat:Catalog');
      await p.context().close();
    },
    240_000,
  );
});
