import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { GEMEENTEN, REGIO } from '../proces/publicatiewerk.ts';
import { bied, keurGoed, wachtOpBewijs } from './bewijs.ts';
import { gebreken } from './keur.ts';
import { metSite, WACHT } from './site.ts';

const site = metSite();
const TITEL = 'Meldingen bij Veilig Thuis 2025';

/** A release in print: read in and prepared by an analyst, approved by the project leader. */
async function drukPublicatie(analist: Page, collega: Page): Promise<void> {
  const rijen = GEMEENTEN.map(([g, n]) => `${g},2025,vt_meldingen,${n}`);
  await analist.goto('/datalab/invoer');
  await analist.getByLabel('Regio', { exact: true }).selectOption(REGIO);
  await analist.getByLabel('Bestand', { exact: true }).setInputFiles({
    name: 'tellingen.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`gemeente,periode,indicator,waarde\n${rijen.join('\n')}\n`),
  });
  await analist.getByRole('button', { name: 'Bekijk de proef' }).click();
  await analist.getByLabel('Titel van de bron').fill('Verzonnen uitdraai');
  await analist.getByLabel('Paragraaf, tabel of blad').fill('blad 1');
  await analist.getByRole('button', { name: /^Lees .*in$/ }).click();
  await analist.goto(`/datalab/publicaties/nieuw?regio=${REGIO}`);
  await analist.getByLabel('Titel', { exact: true }).fill(TITEL);
  await analist.locator('input[name="indicatoren"][value="vt_meldingen"]').check();
  await analist.getByRole('button', { name: 'Maak het concept' }).click();
  await wachtOpBewijs(analist);
  const adres = new URL(analist.url()).pathname;
  await bied(analist);
  await collega.goto(adres);
  await keurGoed(collega);
}

beforeAll(async () => {
  const [analist, collega] = [await site.als('datalab_analist'), await site.als('projectleider')];
  await drukPublicatie(analist, collega);
  await Promise.all([analist, collega].map(p => p.context().close()));
}, 240_000);

// @eis B4.5
describe.each([true, false])('een evaluatie van keuze tot lezer, met script: %s', script => {
  test('een adviseur schrijft, een projectleider stelt vast, en een lezer vindt bij elk getal de publicatie', async () => {
    const adviseur = await site.als('beleidsmedewerker', { script });
    await adviseur.goto('/datalab');
    await adviseur.getByRole('link', { name: 'Documenten: evaluatie, raadsbrief, bijlage' }).first().click();
    await adviseur.getByRole('link', { name: 'Begin een document' }).click();
    await adviseur.goto(`/datalab/documenten/nieuw?regio=${REGIO}`);
    await adviseur.getByRole('button', { name: 'Begin het document' }).click();
    await expect.poll(() => adviseur.title(), WACHT).toContain('Fout');
    await adviseur.getByLabel('Jaarlijkse evaluatie Veilig Thuis').check();
    await adviseur.getByLabel('Over welke periode?').selectOption('2025');
    await adviseur.getByLabel(TITEL).check();
    await adviseur.getByRole('button', { name: 'Begin het document' }).click();
    await adviseur.waitForURL(/\/datalab\/documenten\/[0-9a-f-]{36}$/);
    const adres = new URL(adviseur.url()).pathname;
    await expect
      .poll(() => adviseur.locator('article').innerText(), WACHT)
      .toContain('[Nog invullen: Wat vindt de regio hiervan?]');
    await adviseur
      .getByLabel('Wat verklaart of Veilig Thuis op tijd was?')
      .fill('In Waterland waren het er 3.');
    await adviseur.getByLabel('Wat is er te zeggen over de kwaliteit?').fill('Partners waren tevreden.');
    await adviseur.getByLabel('Wat vindt de regio hiervan?').fill('Wij gaan zo door.');
    await adviseur.getByRole('button', { name: 'Bewaar het concept' }).click();
    await expect.poll(() => adviseur.locator('main').innerText(), WACHT).toContain('Het concept is bewaard');
    expect(await adviseur.getByRole('button', { name: 'Stel vast en maak openbaar' }).count()).toBe(0);

    const leider = await site.als('projectleider', { script });
    await leider.goto(adres);
    await leider.getByRole('button', { name: 'Stel vast en maak openbaar' }).click();
    await expect.poll(() => leider.title(), WACHT).toContain('Fout');
    await leider.getByRole('link', { name: /Het getal 3 staat los/ }).click();
    const veld = leider.getByLabel('Wat verklaart of Veilig Thuis op tijd was?');
    expect(await veld.inputValue()).toBe('In Waterland waren het er 3.');
    await leider.getByText('Getallen die u in de tekst kunt zetten').click();
    const rij = leider.locator('tr', { hasText: 'Zaanstreek-Waterland' });
    const verwijzing = await rij.locator('code').innerText();
    await veld.fill(`In de hele regio waren het er ${verwijzing}.`);
    // What is new is kept and shown before it can be fixed.
    await leider.getByRole('button', { name: 'Stel vast en maak openbaar' }).click();
    await expect
      .poll(() => leider.locator('main').innerText(), WACHT)
      .toContain('Uw wijzigingen zijn bewaard');
    await leider.getByRole('button', { name: 'Stel vast en maak openbaar' }).click();
    await leider.getByRole('link', { name: 'Bekijk zoals iedereen het ziet' }).click();

    const lezer = await (await site.open({ script })).newPage();
    await lezer.goto(`/regio/${REGIO}/cijfers`);
    await lezer.getByRole('link', { name: 'Documenten', exact: true }).click();
    await lezer
      .getByRole('link', { name: /^Evaluatie Veilig Thuis/ })
      .first()
      .click();
    const tekst = await lezer.locator('article').innerText();
    expect(tekst).toMatch(/In de hele regio waren het er ongeveer \d+\s\[1\]/);
    expect(tekst).toContain('Waar de getallen vandaan komen');
    expect(tekst).not.toMatch(/\b(104|187|31)\b/);
    expect((await lezer.request.get(`${lezer.url()}.pdf`)).headers()['content-type']).toBe('application/pdf');
    await lezer.getByRole('link', { name: '[1]' }).first().click();
    await expect.poll(() => lezer.locator('h1').innerText(), WACHT).toBe(TITEL);

    // The one that was made with script stays, for the pages below.
    if (!script) await trekIn(leider, lezer, adres);
    await Promise.all([adviseur, leider, lezer].map(p => p.context().close()));
  }, 120_000);
});

/** Withdraws the document: a reader who comes back finds why. */
async function trekIn(leider: Page, lezer: Page, adres: string): Promise<void> {
  await leider.goto(adres);
  await leider.getByLabel('Waarom?').fill('Vervangen door een nieuwe');
  await leider.getByRole('button', { name: 'Trek dit document in' }).click();
  await lezer.goBack();
  expect((await lezer.reload())?.status()).toBe(410);
  await expect.poll(() => lezer.locator('main').innerText(), WACHT).toContain('Vervangen door een nieuwe');
}

/** Begins a letter by the keyboard alone; gives its address. */
async function beginBrief(p: Page): Promise<string> {
  await p.goto(`/datalab/documenten/nieuw?regio=${REGIO}`);
  await p.getByLabel('Halfjaarlijkse raadsbrief').focus();
  await p.keyboard.press('Space');
  await p.getByLabel('Over welke periode?').selectOption('2025-H2');
  await p.getByLabel('Voor welke gemeente?').selectOption({ label: 'Waterland' });
  await p.getByLabel(TITEL).focus();
  await p.keyboard.press('Space');
  await p.getByRole('button', { name: 'Begin het document' }).focus();
  await p.keyboard.press('Enter');
  await p.waitForURL(/documenten\/[0-9a-f-]{36}/);
  return new URL(p.url()).pathname;
}

// @eis B4.5
test.each([1280, 320])(
  'de pagina’s van documenten hebben op %s pixels geen gebrek',
  async breedte => {
    const vorm = { breedte, kleur: 'light', script: true } as const;
    const p = await site.als('datalab_analist', vorm);
    const brief = await beginBrief(p);
    for (const pad of ['/datalab/documenten', `/datalab/documenten/nieuw?regio=${REGIO}`, brief])
      expect(await gebreken(p, pad, vorm), pad).toEqual([]);
    expect(await gebreken(p, `/regio/${REGIO}/documenten`, vorm)).toEqual([]);
    expect(await gebreken(p, `/en/regio/${REGIO}/documenten`, vorm)).toEqual([]);
    for (const [stand, status] of [['vastgesteld', 200] as const, ['ingetrokken', 410] as const]) {
      await p.goto(`/regio/${REGIO}/documenten`);
      const rij = p.locator('tr', { hasText: stand }).filter({ has: p.getByRole('link') });
      const pad = (await rij.first().getByRole('link').getAttribute('href')) ?? '';
      expect(await gebreken(p, pad, vorm, () => p.goto(pad), status), stand).toEqual([]);
    }
    await p.context().close();
  },
  120_000,
);
