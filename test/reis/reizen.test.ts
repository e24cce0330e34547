import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { metSite, WACHT } from './site.ts';

const site = metSite();
const bron = () =>
  JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../gegevens/programma/kennemerland.json'), 'utf8'),
  );
const alsBestand = (naam: string, inhoud: string) => ({
  name: naam,
  mimeType: 'application/json',
  buffer: Buffer.from(inhoud),
});

// @eis A5.1 B5.4
describe.each([true, false])('reizen met script: %s', script => {
  test('een nieuwkomer vindt haar regio, een actie en wat de cijfers zeggen, zonder account en zonder koekje', async () => {
    const venster = await site.open({ script });
    const p = await venster.newPage();
    await p.goto('/');
    await p.getByRole('link', { name: 'Zaanstreek-Waterland', exact: true }).click();
    await expect.poll(() => p.locator('h1').innerText(), WACHT).toContain('Zaanstreek-Waterland');
    await p.getByRole('link', { name: '1A Voorlichten bewoners en vrijwilligers' }).first().click();
    await expect.poll(() => p.locator('h1').innerText(), WACHT).toContain('Wat doen we aan');
    await expect
      .poll(
        () => p.getByRole('row', { name: /Voorlichtingsbijeenkomsten door Open de Voordeur/ }).innerText(),
        WACHT,
      )
      .toContain('25');
    await p.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Cijfers' }).click();
    await p.getByRole('link', { name: 'Misdrijven huiselijk geweld bij de politie' }).first().click();
    await expect.poll(() => p.locator('main').innerText(), WACHT).toContain('399');
    expect(await venster.cookies()).toEqual([]);
    await venster.close();
  });

  test('een projectleider meldt een mijlpaal vertraagd, met reden, en de lezer ziet het', async () => {
    const p = await site.als('projectleider', { script });
    const code = script ? 'ZW-M02' : 'ZW-M03';
    await p.goto(`/programma/zaanstreek-waterland/planning/mijlpalen/${code}`);
    await p.getByLabel('Vertraagd').check();
    await p.getByRole('button', { name: 'Meld deze stand' }).click();
    await expect.poll(() => p.title(), WACHT).toContain('Fout');
    expect(await p.getByLabel('Vertraagd').isChecked()).toBe(true);
    await p.getByLabel('Reden').fill('De zalen waren gesloten.');
    await p.getByRole('button', { name: 'Meld deze stand' }).click();
    await expect.poll(() => p.locator('main').innerText(), WACHT).toContain('De zalen waren gesloten.');
    const lezer = await (await site.open({ script })).newPage();
    await lezer.goto(`/regio/zaanstreek-waterland/planning/mijlpalen/${code}`);
    const tekst = await lezer.locator('main').innerText();
    expect(tekst).toContain('vertraagd');
    expect(tekst).toContain('De zalen waren gesloten.');
    await Promise.all([p.context().close(), lezer.context().close()]);
  });

  test('een beleidsmedewerker beantwoordt een opmerking van de eigen gemeente en kan niet bij een andere', async () => {
    const p = await site.als('beleidsmedewerker', { script });
    const code = script ? 'HLM-1' : 'HLM-2';
    await p.goto(`/programma/kennemerland/raad/${code}`);
    const antwoord = `Nieuw antwoord ${script ? 'met' : 'zonder'} script.`;
    await p.getByLabel('Antwoord', { exact: true }).fill(antwoord);
    await p.getByLabel('verwerkt').check();
    await p.getByRole('button', { name: 'Bewaar en maak openbaar' }).click();
    await expect.poll(() => p.locator('main').innerText(), WACHT).toContain(antwoord);
    const lezer = await (await site.open({ script })).newPage();
    await lezer.goto('/regio/kennemerland/raad');
    await lezer.getByText(`Antwoord en actie bij ${code}`, { exact: true }).click();
    await expect.poll(() => lezer.locator('main').innerText(), WACHT).toContain(antwoord);
    expect((await p.goto('/programma/kennemerland/raad/VEL-1'))?.status()).toBe(200);
    expect(await p.getByRole('button', { name: 'Bewaar en maak openbaar' }).count()).toBe(0);
    await Promise.all([p.context().close(), lezer.context().close()]);
  });

  test('een raadslid leest wat openbaar is en niets van de werkversie', async () => {
    const p = await site.als('raadslid', { script });
    expect((await p.goto('/regio/kennemerland/raad'))?.status()).toBe(200);
    expect((await p.goto('/programma/kennemerland'))?.status()).toBe(404);
    expect((await p.goto('/datalab'))?.status()).toBe(404);
    await p.context().close();
  });

  test('wie een programma inleest ziet bij een fout bestand elke fout, en bij een goed bestand wat verandert', async () => {
    const p = await site.als('projectleider', { script });
    await p.goto('/programma/kennemerland/bestand');
    const fout = bron();
    fout.mijlpalen[2].kwartaal = '2021-Q5';
    fout.raadsopmerkingen[0].gemeente = 'Nergenshuizen';
    await p.getByLabel('Programmabestand').setInputFiles(alsBestand('fout.json', JSON.stringify(fout)));
    await p.getByRole('button', { name: 'Bekijk wat dit bestand verandert' }).click();
    const melding = await p.locator('main').innerText();
    expect(melding).toContain('2021-Q5');
    expect(melding).toContain('Nergenshuizen');
    await p.goto('/programma/kennemerland/bestand');
    const goed = bron();
    goed.acties[0].titel = `Versterken lokale teams ${script ? 'met' : 'zonder'} script`;
    await p.getByLabel('Programmabestand').setInputFiles(alsBestand('goed.json', JSON.stringify(goed)));
    await p.getByRole('button', { name: 'Bekijk wat dit bestand verandert' }).click();
    await p.getByRole('button', { name: 'Lees dit bestand in als concept' }).click();
    await p.goto('/programma/kennemerland/programma/acties/1');
    await expect.poll(() => p.locator('main').innerText(), WACHT).toContain('nog niet gepubliceerd');
    expect(await p.title()).toContain(goed.acties[0].titel);
    await p.context().close();
  });

  test('een analist leest cijfers in: een fout bestand verandert niets, een goed bestand wel, en alleen intern', async () => {
    const p = await site.als('datalab_analist', { script });
    const jaar = script ? 2024 : 2025;
    const lees = async (regels: string[]) => {
      await p.goto('/datalab/invoer');
      await p.getByLabel('Regio').selectOption('kennemerland');
      await p.getByLabel('Bestand').setInputFiles({
        name: 'cijfers.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['indicator,gemeente,periode,waarde', ...regels].join('\n')),
      });
      await p.getByRole('button', { name: 'Bekijk de proef' }).click();
      return p.locator('main').innerText();
    };
    const fout = await lees([`vt_meldingen,Nergenshuizen,${jaar},12`, `bestaat_niet,Haarlem,${jaar},9`]);
    expect(fout).toContain('Nergenshuizen');
    expect(fout).toContain('bestaat_niet');
    const leesIn = async () => {
      await p.getByLabel('Titel van de bron').fill('Verzonnen uitdraai');
      await p.getByLabel('Paragraaf, tabel of blad').fill('blad 1');
      await p.getByRole('button', { name: /^Lees .* cijfers? in/ }).click();
    };
    expect(await p.getByRole('button', { name: /^Lees .*in/ }).count()).toBe(0);
    const cijfers = async (wie: Page) => {
      await wie.goto('/regio/kennemerland/cijfers/vt-meldingen');
      return wie.locator('main').innerText();
    };
    await lees([`vt_meldingen,Haarlem,${jaar},812`, `vt_meldingen,Velsen,${jaar},233`]);
    await leesIn();
    expect(await cijfers(p)).toContain('812');
    const lezer = await (await site.open({ script })).newPage();
    await lezer.goto('/regio/kennemerland/cijfers');
    await expect.poll(() => lezer.locator('main').innerText(), WACHT).not.toContain('812');
    await Promise.all([p.context().close(), lezer.context().close()]);
  });
});

// @eis A5.1 A5.2
test('alles wat een lezer nodig heeft is met het toetsenbord te bereiken', async () => {
  const p = await (await site.open()).newPage();
  await p.goto('/regio/kennemerland/programma');
  await p.keyboard.press('Tab');
  expect(await p.evaluate(() => document.activeElement?.textContent)).toContain('Ga naar de inhoud');
  await p.keyboard.press('Enter');
  expect(await p.evaluate(() => document.activeElement?.id)).toBe('inhoud');
  for (let i = 0; i < 60; i++) {
    await p.keyboard.press('Tab');
    const href = await p.evaluate(() =>
      (document.activeElement as HTMLAnchorElement | null)?.getAttribute('href'),
    );
    if (href?.includes('/programma/acties/')) break;
  }
  const zichtbaar = await p.evaluate(
    () =>
      getComputedStyle(document.activeElement as Element).outlineStyle !== 'none' ||
      getComputedStyle(document.activeElement as Element).backgroundColor !== 'rgba(0, 0, 0, 0)',
  );
  expect(zichtbaar).toBe(true);
  await p.keyboard.press('Enter');
  await p.waitForURL(/\/programma\/acties\//);
  await p.context().close();
});

// @eis A5.2
test('in druk verdwijnen menu en zoekveld en blijft de inhoud', async () => {
  const p = await (await site.open()).newPage();
  await p.goto('/regio/kennemerland/programma/acties/1');
  await p.emulateMedia({ media: 'print' });
  expect(await p.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false);
  expect(await p.getByRole('searchbox').isVisible()).toBe(false);
  expect(await p.locator('h1').isVisible()).toBe(true);
  await p.context().close();
});
