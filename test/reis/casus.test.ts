import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { metSite, WACHT } from './site.ts';

const site = metSite();
const REGIO = /Voorbeeld Veilig Thuis Kennemerland/;

const hoofd = (p: Page) => p.locator('main').innerText();

/** Sends a form and waits for the page that comes of it. */
async function druk(p: Page, knop: string): Promise<void> {
  const geladen = p.waitForEvent('load');
  await p.getByRole('button', { name: knop }).first().click();
  await geladen;
}

async function volg(p: Page, link: string | RegExp): Promise<void> {
  const geladen = p.waitForEvent('load');
  await p.getByRole('link', { name: link }).first().click();
  await geladen;
}

/** Chooses in a list by part of the words, as a reader would. */
async function kies(p: Page, label: string, wat: RegExp): Promise<void> {
  const lijst = p.getByLabel(label, { exact: true });
  const teksten = await lijst.locator('option').allInnerTexts();
  const gekozen = teksten.find(t => wat.test(t));
  if (gekozen === undefined) throw new Error(`${label}: ${teksten.join(' | ')}`);
  await lijst.selectOption({ label: gekozen });
}

async function legAan(p: Page, achternaam: string): Promise<{ adres: string; nummer: string }> {
  await p.goto('/casus');
  await volg(p, 'Leg een dossier aan');
  await kies(p, 'Voor welke organisatie', REGIO);
  await p.getByLabel('Veilig Thuis (Wmo 2015 art. 4.1.1)').check();
  await druk(p, 'Leg het dossier aan');
  await expect.poll(() => p.title(), WACHT).toContain('Fout');
  expect(await hoofd(p)).toContain('Vul ten minste één persoon in.');
  const een = p.getByRole('group', { name: 'Persoon 1' });
  await een.getByLabel(/^Voornamen/).fill('Verzonnen');
  await een.getByLabel(/^Achternaam/).fill(achternaam);
  await een.getByLabel(/^Geboortedatum/).fill('3-11-1988');
  await druk(p, 'Leg het dossier aan');
  expect(await hoofd(p)).toContain('Het dossier is aangelegd. U hebt de regie.');
  const nummer = /20\d\d-\d{6}/.exec(await p.locator('h1').innerText())?.[0] ?? '';
  return { adres: new URL(p.url()).pathname, nummer };
}

async function wijsToe(p: Page, nummer: string, wie: RegExp): Promise<void> {
  await p.goto('/casus/verdelen');
  await volg(p, nummer);
  await kies(p, 'Collega', wie);
  await kies(p, 'Waarvoor', /^behandeling/);
  await kies(p, 'Op welke grond', /Taak van Veilig Thuis/);
  await druk(p, 'Geef toegang');
  expect(await hoofd(p)).toContain('De toegang is gegeven');
}

// @eis C5.1 C5.6 C2.5 C2.7
describe.each([true, false])('een dossier, met script: %s', script => {
  const achternaam = `Voorbeeldreis${script ? 'met' : 'zonder'}`;

  test('de intaker legt aan, de teamleider wijst toe, een professional schrijft, een ander kan er alleen met noodtoegang bij, en die wordt beoordeeld', async () => {
    const intaker = await site.als('intaker', { script });
    const { adres, nummer } = await legAan(intaker, achternaam);

    const leider = await site.als('teamleider_veilig_thuis', { script });
    expect((await leider.goto(adres))?.status()).toBe(404);
    await wijsToe(leider, nummer, /^Voorbeeld Professional.*Kennemerland/);
    expect(await hoofd(leider)).not.toContain(achternaam);

    const pro = await site.als('professional_veilig_thuis', { script });
    await pro.goto(adres);
    await pro.getByText('Schrijf een notitie').click();
    await pro.getByLabel('Tekst').fill('Eerste gesprek.');
    await druk(pro, 'Bewaar als concept');
    expect(await hoofd(pro)).toContain('Uw concept is bewaard.');
    await pro.goto('/casus');
    expect(await hoofd(pro)).toContain('half ingevuld');
    await pro.goto(adres);
    expect(await pro.getByLabel('Tekst').inputValue()).toBe('Eerste gesprek.');
    await kies(pro, 'Soort', /^contact/);
    await pro.getByLabel('Over welke dag').fill('1-9-2026');
    await druk(pro, 'Zet in het dossier');
    expect(await hoofd(pro)).toContain('De notitie staat in het dossier.');

    const ander = await site.als('professional', { script });
    expect((await ander.goto(adres))?.status()).toBe(404);
    await ander.goto('/casus/noodtoegang');
    await ander.getByLabel(/^Zaaknummer/).fill(nummer);
    await ander
      .getByLabel('Waarom kan dit niet wachten')
      .fill('Het kind staat nu alleen aan de balie en is bang.');
    await druk(ander, 'Open het dossier');
    expect(await hoofd(ander)).toContain('U leest dit met noodtoegang');
    expect(await hoofd(ander)).toContain(achternaam);
    expect(await hoofd(ander)).not.toContain('Eerste gesprek.');

    const toezicht = await site.als('privacyfunctionaris', { script });
    await toezicht.goto('/toegang/noodtoegang');
    expect(await hoofd(toezicht)).toContain('Het kind staat nu alleen aan de balie en is bang.');
    const regel = toezicht
      .getByRole('form')
      .filter({ has: toezicht.getByRole('button', { name: 'Leg het oordeel vast' }) });
    await regel.first().getByLabel('Terecht', { exact: true }).check();
    await druk(toezicht, 'Leg het oordeel vast');
    expect(await hoofd(toezicht)).toContain('Het oordeel is vastgelegd.');
    for (const p of [intaker, leider, pro, ander, toezicht]) await p.context().close();
  }, 120_000);

  test('op papier staat wie het afdrukte en waarvoor; na afmelden brengt terug niets terug', async () => {
    const p = await site.als('intaker', { script });
    await p.goto('/casus');
    await volg(p, /20\d\d-\d{6}/);
    const adres = new URL(p.url()).pathname;
    await p.goto(`${adres}/druk`);
    await p.getByRole('form', { name: 'Maak een afdruk' }).getByLabel('Waarvoor').selectOption('huisbezoek');
    await druk(p, 'Maak een afdruk');
    expect(await hoofd(p)).toMatch(/Afgedrukt door Voorbeeld Intaker op .* Doel: een huisbezoek\./);
    await p.goto(adres);
    await druk(p, 'Afmelden');
    await p.goBack();
    expect(await p.content()).not.toContain(achternaam);
    expect((await p.goto(adres))?.url()).toContain('/aanmelden');
    await p.context().close();
  }, 120_000);
});
