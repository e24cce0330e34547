import { beforeAll, describe, expect, test } from 'vitest';
import { metActor, PUBLIEK } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { vind } from '../domain/programma.ts';
import { type Lezer, leesProgrammas, maakMens, maakProefapp } from '../testing/proefapp.ts';
import { findProgramma } from '../usecases/lees.ts';
import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const site = maakProefapp(db, app =>
  registreer(app, { gemeenteSlug: () => null, cijferPaneel: async () => [], actieCijfers: async () => [] }),
);
const vandaag = Temporal.PlainDate.from('2026-11-22');
let leider: Lezer;
let haarlem: Lezer;
let velsen: Lezer;

beforeAll(async () => {
  await leesProgrammas(db);
  leider = await maakMens(db, 'projectleider', 'kennemerland');
  haarlem = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0392');
  velsen = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0453');
});

const tel = (html: string, stuk: string) => html.split(stuk).length - 1;
async function pagina(pad: string, lezer?: Lezer): Promise<{ status: number; html: string }> {
  const r = await site.haal(pad, lezer);
  return { status: r.status, html: await r.text() };
}
async function opgeslagen(code: string, lezer: Lezer) {
  const p = await metActor(db, lezer.actor, vandaag, tx => findProgramma(tx, 'kennemerland', 'werk'));
  const o = p && vind(p, 'raadsopmerking', code);
  if (!o) throw new Error(code);
  return o;
}
async function openbaarAntwoord(code: string): Promise<unknown> {
  const p = await metActor(db, PUBLIEK, vandaag, tx => findProgramma(tx, 'kennemerland', 'openbaar'));
  return p && vind(p, 'raadsopmerking', code)?.inhoud.antwoord;
}

// @eis A3.6
describe('de pagina van de raden', () => {
  test('alle 37 opmerkingen van Kennemerland staan er met hun code als anker', async () => {
    const { status, html } = await pagina('/regio/kennemerland/raad');
    expect(status).toBe(200);
    expect(html.match(/<section class="la-stroom" id="[A-Z]{3}-\d+[a-z]?"/g)).toHaveLength(37);
    expect(html).toContain('<section class="la-stroom" id="BLO-1"');
    expect(html).toContain('Lokaal: Pakt de gemeente zelf lokaal op');
    expect(html).toContain('volgt uit antwoordcode 3');
  });

  test('van opmerking naar actie en terug is te lopen', async () => {
    const heen = await pagina('/regio/kennemerland/raad/BEV-1');
    expect(heen.html).toContain('href="/regio/kennemerland/programma/acties/3"');
    const terug = await pagina('/regio/kennemerland/programma/acties/3');
    expect(terug.html).toContain('href="/regio/kennemerland/raad#BEV-1"');
  });

  test('de filters staan in het adres en tellen mee', async () => {
    const { html } = await pagina('/regio/kennemerland/raad?gemeente=Velsen');
    expect(html.match(/<section class="la-stroom" id="[A-Z]{3}-\d+[a-z]?"/g)).toHaveLength(3);
    expect(html).toContain('3 resultaten');
    const geen = await pagina('/regio/kennemerland/raad?gemeente=Velsen&status=open');
    expect(geen.html).toContain('Geen opmerking voldoet aan deze keuze');
  });

  test('van veel opmerkingen staat de vraag in beeld en het antwoord dichtgevouwen, van weinig staat alles open', async () => {
    const alle = (await pagina('/regio/kennemerland/raad')).html;
    expect(alle.match(/<details class="la-details"/g)).toHaveLength(37);
    expect(alle).not.toMatch(/<details[^>]* open/);
    const buiten = alle.replace(/<details.*?<\/details>/gs, '');
    expect(buiten).toContain('Kunnen aantallen meldingen en adviezen per gemeente worden gegeven?');
    expect(buiten).not.toContain('Cijfers 2020 per gemeente zijn er');
    // Each fold says to which remark it belongs.
    const namen = [...alle.matchAll(/<summary[^>]*>([^<]+)<\/summary>/g)].map(m => m[1]);
    expect(new Set(namen).size).toBe(37);
    const velsenAlleen = (await pagina('/regio/kennemerland/raad?gemeente=Velsen')).html;
    expect(velsenAlleen.match(/<details class="la-details" open=""/g)).toHaveLength(3);
  });

  test('de lijst is met haar filters te downloaden', async () => {
    const r = await site.haal('/regio/kennemerland/raad.csv?gemeente=Velsen');
    expect(r.headers.get('content-type')).toMatch(/^text\/csv/);
    const csv = await r.text();
    expect(csv.match(/^"?VEL-\d/gm)).toHaveLength(3);
    expect(csv).not.toContain('HLM-1');
  });

  test.each([
    ['gemeente=Amsterdam', 'Gemeente &#39;Amsterdam&#39; bestaat niet'],
    ['code=99', 'Antwoordcode &#39;99&#39; bestaat niet'],
    ['status=klaar', 'Status &#39;klaar&#39; bestaat niet'],
    ['actie=%3Cb%3E', 'Actie &#39;&lt;b&gt;&#39; bestaat niet'],
  ])('een onbekende keuze (%s) wordt bij name geweigerd', async (vraag, melding) => {
    const { status, html } = await pagina(`/regio/kennemerland/raad?${vraag}`);
    expect(status).toBe(422);
    expect(html).toContain(melding);
  });

  test('een regio zonder opmerkingen zegt dat, en zegt ook wat dat niet betekent', async () => {
    const { html } = await pagina('/regio/zaanstreek-waterland/raad');
    expect(html).toContain('Er zijn geen opmerkingen van raden opgenomen');
    expect(html).toContain('Dat wil niet zeggen dat raden niets hebben gevraagd');
  });

  test('besluiten staan als stappen; een jaartal zonder dag zegt dat de datum onbekend is', async () => {
    const { html } = await pagina('/regio/noord-holland-noord/raad');
    expect(html).toContain('2020; vastgesteld volgens bron, datum onbekend');
    expect(html).toContain('17 september 2020');
    expect(html).toContain('Of het is gebeurd, staat niet in de bron');
    expect(tel(html, 'class="la-stap la-stap--')).toBe(11);
  });

  test('de pagina bestaat in het Engels', async () => {
    const { status, html } = await pagina('/en/regio/kennemerland/raad');
    expect(status).toBe(200);
    expect(html).toContain('Remarks by municipality');
  });

  test('een opmerking die niet bestaat is niet gevonden', async () => {
    expect((await pagina('/regio/kennemerland/raad/ABC-99')).status).toBe(404);
  });
});

// @eis A3.6 A3.10
describe('een antwoord toevoegen of herzien', () => {
  const pad = (code: string) => `/programma/kennemerland/raad/${code}`;
  const velden = (versie: number, meer: Record<string, string | string[]> = {}) => ({
    versie: `${versie}`,
    antwoord: 'Het college stuurt de cijfers elk jaar mee.',
    antwoordcodes: ['7', 'Lokaal'],
    actie: '',
    status: 'verwerkt',
    reden: 'toegezegd in de raad',
    ...meer,
  });

  test('als concept blijft het buiten onzichtbaar, met geschiedenis; daarna openbaar', async () => {
    const voor = await opgeslagen('HLM-1', haarlem);
    const r = await site.stuur(pad('HLM-1'), velden(voor.versie, { daarna: 'concept' }), haarlem);
    expect(r.status).toBe(303);
    expect(r.headers.get('location')).toBe(`${pad('HLM-1')}?gedaan=concept`);
    const na = await opgeslagen('HLM-1', haarlem);
    expect(na).toMatchObject({
      versie: voor.versie + 1,
      openbareVersie: voor.versie,
      doorRol: 'beleidsmedewerker',
      inhoud: { status: 'verwerkt', antwoordcodes: ['7', 'Lokaal'], opmerking: voor.inhoud.opmerking },
    });
    expect(await openbaarAntwoord('HLM-1')).toBe(voor.inhoud.antwoord);
    const werk = await pagina(`${pad('HLM-1')}?gedaan=concept`, haarlem);
    expect(werk.html).toContain('bewaard als concept');
    expect(werk.html).toContain('toegezegd in de raad');
    expect(werk.html).toContain(String(voor.inhoud.antwoord));
    const open = await site.stuur(pad('HLM-1'), velden(na.versie, { daarna: 'openbaar' }), haarlem);
    expect(open.status).toBe(303);
    expect(await openbaarAntwoord('HLM-1')).toBe('Het college stuurt de cijfers elk jaar mee.');
  });

  test('de adviseur van een andere gemeente krijgt geen formulier en kan niets bewaren', async () => {
    const voor = await opgeslagen('HLM-2', velsen);
    expect((await pagina(pad('HLM-2'), velsen)).html).not.toContain('Bewaar en maak openbaar');
    const r = await site.stuur(pad('HLM-2'), velden(voor.versie, { daarna: 'openbaar' }), velsen);
    expect(r.status).toBe(404);
    expect(await opgeslagen('HLM-2', velsen)).toEqual(voor);
  });

  test('wie niet is aangemeld, gaat eerst langs aanmelden', async () => {
    const r = await site.stuur(pad('HLM-2'), velden(1));
    expect(r.status).toBe(303);
    expect(r.headers.get('location')).toMatch(/^\/aanmelden/);
  });

  test('de projectleider mag elke opmerking beantwoorden en koppelen aan een actie', async () => {
    const voor = await opgeslagen('VEL-1', leider);
    const wens = velden(voor.versie, { daarna: 'openbaar', antwoordcodes: [], actie: '5' });
    expect((await site.stuur(pad('VEL-1'), wens, leider)).status).toBe(303);
    const { html } = await pagina('/regio/kennemerland/raad/VEL-1');
    expect(html).toContain('href="/regio/kennemerland/programma/acties/5"');
    expect(html).toContain('genoemd bij deze opmerking');
    expect((await pagina('/regio/kennemerland/programma/acties/5')).html).toContain('/raad#VEL-1');
  });

  test('beantwoord zonder antwoord wordt geweigerd; wat was ingevuld blijft staan', async () => {
    const voor = await opgeslagen('HST-1', leider);
    const wens = velden(voor.versie, { antwoord: '  ', status: 'beantwoord', reden: 'proefreden' });
    const r = await site.stuur(pad('HST-1'), wens, leider);
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html).toContain('Vul een antwoord in, of kies de status open.');
    expect(html).toContain('<title>Fout: ');
    expect(html).toContain('value="proefreden"');
    expect(await opgeslagen('HST-1', leider)).toEqual(voor);
  });

  test('een code die niet bestaat wordt geweigerd', async () => {
    const voor = await opgeslagen('HST-1', leider);
    const r = await site.stuur(pad('HST-1'), velden(voor.versie, { antwoordcodes: ['99'] }), leider);
    expect(r.status).toBe(422);
    expect(await r.text()).toContain('Kies een code of actie uit de lijst.');
  });

  test('de tweede ziet beide versies en overschrijft niets', async () => {
    const voor = await opgeslagen('HLM-3a', leider);
    const een = velden(voor.versie, { antwoord: 'Antwoord van de eerste', daarna: 'concept' });
    expect((await site.stuur(pad('HLM-3a'), een, haarlem)).status).toBe(303);
    const twee = velden(voor.versie, { antwoord: 'Antwoord van de tweede', daarna: 'concept' });
    const r = await site.stuur(pad('HLM-3a'), twee, leider);
    const html = await r.text();
    expect(r.status).toBe(409);
    expect(html).toContain('Iemand anders heeft deze opmerking intussen gewijzigd');
    expect(html).toContain('Antwoord van de eerste');
    expect(html).toContain('Antwoord van de tweede');
    expect(html).toContain(`name="versie" value="${voor.versie + 1}"`);
    expect((await opgeslagen('HLM-3a', leider)).inhoud.antwoord).toBe('Antwoord van de eerste');
  });

  test('script in een antwoord komt als tekst op de pagina', async () => {
    const voor = await opgeslagen('HLM-4', leider);
    const wens = velden(voor.versie, { antwoord: '<script>alert(1)</script>', daarna: 'openbaar' });
    expect((await site.stuur(pad('HLM-4'), wens, leider)).status).toBe(303);
    const { html } = await pagina('/regio/kennemerland/raad/HLM-4');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  });
});
