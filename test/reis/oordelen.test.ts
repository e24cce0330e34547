import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { gebreken } from './keur.ts';
import { metSite, WACHT } from './site.ts';

const site = metSite();
const REGIO = 'kennemerland';
const ACTIE = `/programma/${REGIO}/programma/acties/1`;
const OPENBAAR = `/regio/${REGIO}/programma/acties/1`;
const WAARSCHUWINGEN = '/datalab/waarschuwingen';
const INDICATOR = 'politie_incidenten_hg';
const MAANDEN = 60;

/** Codes of the last whole months, the oldest first. */
const maanden = (() => {
  const eerste = Temporal.Now.plainDateISO('Europe/Amsterdam')
    .toPlainYearMonth()
    .subtract({ months: MAANDEN });
  return Array.from({ length: MAANDEN }, (_, i) => eerste.add({ months: i }).toString());
})();

/** Invented counts without chance: a wave a year around a level, and a small zigzag that no method takes for more. */
const golf = (niveau: number, i: number): number =>
  Math.round(niveau * (1 + 0.1 * Math.sin((2 * Math.PI * i) / 12))) + (((i * 7) % 5) - 2);
/** From the thirty-first month on a third is gone. */
const gedaald = maanden.map((_, i) => Math.round(golf(90, i) * (i >= 30 ? 0.66 : 1)));
/** In the last two months three times as much. */
const uitgebroken = maanden.map((_, i) => golf(12, i) * (i >= MAANDEN - 2 ? 3 : 1));

/** Imports a series of months, as an analyst does. */
async function leesIn(p: Page, gemeente: string, waarden: readonly number[], openbaar: boolean) {
  const rijen = waarden.map((n, i) => `${gemeente};${maanden[i]};${INDICATOR};${n};nee`);
  await p.goto('/datalab/invoer');
  await p.getByLabel('Regio', { exact: true }).selectOption(REGIO);
  await p.getByLabel('Bestand', { exact: true }).setInputFiles({
    name: 'maanden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`gemeente;periode;indicator;waarde;voorlopig\n${rijen.join('\n')}\n`),
  });
  await p.getByRole('button', { name: 'Bekijk de proef' }).click();
  await p.getByLabel('Titel van de bron').fill(`Maandcijfers ${gemeente} (verzonnen)`);
  await p.getByLabel('Paragraaf, tabel of blad').fill('blad 1');
  await p.getByLabel('Wie gaf de bron uit').fill('Voorbeeldbron');
  await p.getByLabel('Datum of jaar van de bron').fill('2026');
  if (openbaar) await p.getByLabel('Iedereen: de bron is openbaar').check();
  await p.getByRole('button', { name: /^Lees .* cijfers in$/ }).click();
  await p.getByText(`${MAANDEN} cijfers ingelezen uit een bestand`).first().waitFor();
}

const inhoud = (p: Page) => p.locator('main').innerText();

beforeAll(async () => {
  const analist = await site.als('datalab_analist');
  await leesIn(analist, 'Haarlem', gedaald, true);
  await leesIn(analist, 'Velsen', uitgebroken, false);
  await leesIn(analist, 'Zandvoort', uitgebroken, false);
  await analist.context().close();
}, 120_000);

/** What the form asks, all but the question itself. */
async function vulIn(p: Page): Promise<void> {
  const reeks = p.getByLabel('Over welk cijfer?');
  const keuze = await reeks.locator('option', { hasText: 'Maandcijfers Haarlem' }).getAttribute('value');
  await reeks.selectOption(keuze ?? '');
  await p.getByLabel('Eerste periode').fill(maanden[0] ?? '');
  await p.getByLabel('Laatste periode').fill(maanden.at(-1) ?? '');
  const [jaar, maand] = (maanden[30] ?? '').split('-');
  await p.getByLabel('Wanneer begon de actie?').fill(`1-${Number(maand)}-${jaar}`);
  await p.getByLabel('Het niveau').check();
  await p.getByLabel('Na hoeveel perioden kan het te zien zijn?').fill('0');
  await p.getByLabel('Ja, één golf per jaar').check();
  await p.getByLabel('Omlaag').check();
  await p.getByLabel('Waarom verwacht u dat?').fill('De huisbezoeken richten zich op herhaling.');
}

// @eis B5.4 B4.4
describe.each([true, false])('maakte deze actie verschil, met script: %s', script => {
  const VRAAG = `Zijn er minder incidenten, gevraagd ${script ? 'met' : 'zonder'} script?`;

  test('een projectleider vraagt vooraf, rekent, stelt vast, en een lezer vindt de uitkomst met wat zij niet laat zien', async () => {
    const leider = await site.als('projectleider', { script });
    await leider.goto(ACTIE);
    await leider.getByRole('link', { name: 'Leg een evaluatie vast' }).click();
    await leider.getByLabel('Wat wilt u weten?').fill(VRAAG);
    await leider.getByRole('button', { name: 'Controleer uw antwoorden' }).click();
    // Nothing is chosen yet: every question that is missing is named, and what was written stays.
    await expect.poll(() => inhoud(leider), WACHT).toContain('Vul in waarom u dat verwacht');
    expect(await leider.getByLabel('Wat wilt u weten?').inputValue()).toBe(VRAAG);
    await vulIn(leider);
    await leider.getByRole('button', { name: 'Controleer uw antwoorden' }).click();
    await leider.getByRole('button', { name: 'Leg deze vraag vast' }).click();
    await leider.getByText('De vraag is vastgelegd.').first().waitFor();
    const lezer = await (await site.open({ script })).newPage();
    await lezer.goto(OPENBAAR);
    await lezer.getByRole('link', { name: VRAAG }).click();
    await expect.poll(() => inhoud(lezer), WACHT).toContain('Nog niet berekend');
    expect(await inhoud(lezer)).toContain(VRAAG);
    await leider.getByRole('button', { name: 'Bereken de uitkomst' }).click();
    await leider.getByRole('button', { name: 'Stel de uitkomst vast' }).click();
    await leider.getByText('De uitkomst is vastgesteld.').first().waitFor();
    await lezer.reload();
    const tekst = await inhoud(lezer);
    expect(tekst).toContain('Er is een verschil, de kant op die was verwacht');
    expect(tekst).toContain('Wat dit niet laat zien');
    expect(tekst).toContain('Maandcijfers Haarlem (verzonnen)');
    expect(await leider.getByRole('button', { name: 'Bereken de uitkomst' }).count()).toBe(0);
    await Promise.all([leider, lezer].map(p => p.context().close()));
  }, 60_000);
});

// @eis B5.4 B4.3
describe.each([true, false])('een waarschuwing, met script: %s', script => {
  const STUK = script ? 'Velsen' : 'Zandvoort';
  const NOTITIE = 'Twee keer ingelezen in het bronsysteem';
  const rij = (p: Page) =>
    p
      .locator('tr', { hasText: `, ${STUK}` })
      .first()
      .innerText();
  const vorm = (p: Page) => p.locator(`h3:has-text(", ${STUK}") ~ form`).first();

  test('een analist neemt haar op, vergeet wat het bleek te zijn, rondt af, en een projectleider opent haar weer', async () => {
    const [analist, leider] = await Promise.all(
      ['datalab_analist', 'projectleider'].map(rol => site.als(rol, { script })),
    );
    if (!analist || !leider) throw new Error('zonder twee mensen geen reis');
    await analist.goto('/datalab');
    await analist.getByRole('link', { name: 'Waarschuwingen' }).first().click();
    // The round comes by itself after an import.
    await expect
      .poll(() => analist.goto(WAARSCHUWINGEN).then(() => inhoud(analist)), WACHT)
      .toContain(`Werk aan: Incidenten huiselijk geweld bij de politie, ${STUK}`);
    expect(await rij(analist)).toMatch(/Hoger: .* geteld, .* verwacht.*Nieuw.*nog niemand/s);
    await vorm(analist).getByRole('button', { name: 'Ik kijk ernaar' }).click();
    await expect.poll(() => rij(analist), WACHT).toMatch(/In onderzoek.*\bu\b/s);
    await leider.goto(WAARSCHUWINGEN);
    expect(await rij(leider)).toMatch(/In onderzoek.*een datalab-analist/s);
    await vorm(analist).getByLabel('Waarom denkt u dat?').fill(NOTITIE);
    await vorm(analist).getByRole('button', { name: 'Rond af' }).click();
    await expect.poll(() => inhoud(analist), WACHT).toContain('Kies wat het bleek te zijn.');
    expect(await vorm(analist).getByLabel('Waarom denkt u dat?').inputValue()).toBe(NOTITIE);
    await vorm(analist).getByLabel('Wat bleek het te zijn?').selectOption('gegevensfout');
    await vorm(analist).getByRole('button', { name: 'Rond af' }).click();
    await expect.poll(() => rij(analist), WACHT).toContain(`Fout in de gegevens. ${NOTITIE}`);
    await leider.reload();
    await vorm(leider).getByLabel('Waarom denkt u dat?').fill('De andere maand klopt wel');
    await vorm(leider).getByRole('button', { name: 'Open opnieuw' }).click();
    await expect.poll(() => rij(leider), WACHT).toMatch(/In onderzoek.*De andere maand klopt wel/s);
    await Promise.all([analist, leider].map(p => p.context().close()));
  }, 60_000);
});

// @eis B5.4
test.each([1280, 320])(
  'de pagina’s van evaluaties en waarschuwingen hebben op %s pixels geen gebrek',
  async breedte => {
    const vorm = { breedte, kleur: 'light', script: true } as const;
    const p = await site.als('projectleider', vorm);
    const paden = [
      `${ACTIE}/evaluaties/nieuw`,
      `${ACTIE}/evaluaties/1`,
      `${OPENBAAR}/evaluaties/1`,
      `/en${OPENBAAR}/evaluaties/1`,
      WAARSCHUWINGEN,
      '/datalab/gebeurtenissen',
    ];
    for (const pad of paden) expect(await gebreken(p, pad, vorm), pad).toEqual([]);
    await p.context().close();
  },
  120_000,
);
