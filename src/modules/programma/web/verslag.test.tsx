import { beforeAll, describe, expect, test } from 'vitest';
import { metActor } from '#platform/db/index.ts';
import { leesZip } from '#platform/documenten/zip.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { vind } from '../domain/programma.ts';
import type { Inhoud } from '../domain/veld.ts';
import { laadPlichten } from '../module.ts';
import { type Lezer, leesProgrammas, maakMens, maakProefapp } from '../testing/proefapp.ts';
import { bewaarOnderdeel, publiceerOnderdeel } from '../usecases/bewaar.ts';
import { findProgramma } from '../usecases/lees.ts';
import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const leen = { gemeenteSlug: () => null, cijferPaneel: async () => [], actieCijfers: async () => [] };
const site = maakProefapp(db, app => registreer(app, leen));
const klok = vasteKlok('2026-11-22T09:00:00Z');
const tijd = { vandaag: klok.vandaag(), nu: klok.nu() };
const ZW = 'zaanstreek-waterland';
let leider: Lezer;

beforeAll(async () => {
  await leesProgrammas(db);
  const stelsel = { db, actor: { soort: 'stelsel' as const, taak: 'proef' }, lidmaatschappen: [] };
  await laadPlichten({ ...stelsel, ...tijd }, () => {});
  leider = await maakMens(db, 'projectleider', ZW);
});

async function pagina(pad: string, lezer?: Lezer): Promise<{ status: number; html: string }> {
  const r = await site.haal(pad, lezer);
  return { status: r.status, html: await r.text() };
}
/** Changes a milestone as the project leader, published or as draft. */
async function wijzig(code: string, inhoud: Inhoud, openbaar: boolean): Promise<void> {
  const d = { db, ...leider, ...tijd };
  const p = await metActor(db, leider.actor, tijd.vandaag, tx => findProgramma(tx, ZW, 'werk'));
  const o = p && vind(p, 'mijlpaal', code);
  if (!o) throw new Error(code);
  const waar = { regio: ZW, soort: 'mijlpaal' as const, code };
  const na = await bewaarOnderdeel(d, {
    ...waar,
    versie: o.versie,
    inhoud: { ...o.inhoud, ...inhoud },
    reden: null,
  });
  if (!na.ok) throw new Error(na.weigering.code);
  if (openbaar) await publiceerOnderdeel(d, { ...waar, versie: na.waarde.versie });
}

// @eis A3.8
describe('het voortgangsbericht op het scherm', () => {
  test('over de periode van de bron zelf: brief aan alle raden, met wat niet is gemeld', async () => {
    const { status, html } = await pagina(`/regio/${ZW}/verslag?van=2020-07&tot=2021-12`);
    expect(status).toBe(200);
    expect(html).toContain('juli 2020 tot en met december 2021');
    for (const kop of [
      'Aanleiding',
      'Wat is bereikt',
      'Wat loopt',
      'Wat is vertraagd en waarom',
      'Geld',
      'Opmerkingen van raden',
      'Cijfers',
      'Vervolg',
      'Wat deze brief niet zegt',
    ])
      expect(html).toMatch(new RegExp(`<h2[^>]*>${kop}</h2>`));
    expect(html).toContain('In deze periode is van geen enkele mijlpaal gemeld dat zij gereed is.');
    expect(html).toContain('Communicatieplan en -pakket (actie 1A)');
    const besproken = html.slice(html.indexOf('besproken of besloten:'), html.indexOf('was gepland;'));
    expect(besproken).toContain('3 september 2020, Bestuurlijk Overleg');
    expect(besproken).not.toContain('9 oktober 2020');
    // The two totals of the plan that do not add up (tables of the plan, 21 September 2020).
    expect(html).toMatch(/tellen de regels op tot €\s?187\.000; het document noemt €\s?186\.000/);
    expect(html).toMatch(/tellen de regels op tot €\s?476\.712; het document noemt €\s?476\.715/);
    expect(html).toContain('staan op de cijferpagina van de regio');
    expect(html).not.toContain('.txt');
  });

  test('een raad leest zijn eigen opmerkingen met de antwoorden', async () => {
    const { html } = await pagina('/regio/kennemerland/verslag?van=2021-01&tot=2021-12&gemeente=Velsen');
    expect(html).toContain('De gemeenteraad van Velsen');
    expect(html).toContain('Uw raad maakte 3 opmerkingen.');
    expect(html).toContain('Stand in Velsen');
    expect(html).toContain('elk jaar in juni, december');
  });

  test('zonder keuze is het het laatste halfjaar dat voorbij is', async () => {
    const { html } = await pagina('/regio/noord-holland-noord/verslag?gemeente=Alkmaar');
    expect(html).toContain('januari 2026 tot en met juni 2026');
    expect(html).toContain('Het volgende bericht komt uiterlijk 31 december 2026.');
  });

  test.each([
    ['van=2026&tot=2026-06', 'Vul een maand in als jaar en maand'],
    ['van=2026-06&tot=2026-01', 'De laatste maand ligt voor de eerste'],
    ['gemeente=Amsterdam', 'Gemeente &#39;Amsterdam&#39; hoort niet bij deze regio'],
  ])('%s wordt geweigerd met wat te doen', async (vraag, melding) => {
    const { status, html } = await pagina(`/regio/kennemerland/verslag?${vraag}`);
    expect(status).toBe(422);
    expect(html).toContain(melding);
  });

  test('wat is gemeld staat er met reden en dag; een concept staat alleen in de werkversie', async () => {
    await wijzig('ZW-M01', { status: 'gereed', statusSinds: '2021-02-01' }, true);
    const vertraagd = { status: 'vertraagd', statusSinds: '2021-03-01', statusReden: 'Wacht op corona' };
    await wijzig('ZW-M02', vertraagd, true);
    await wijzig('ZW-M03', { status: 'gereed', statusSinds: '2021-08-01' }, false);
    const vraag = 'verslag?van=2020-07&tot=2021-12';
    const buiten = await pagina(`/regio/${ZW}/${vraag}`);
    expect(buiten.html).toContain('In deze periode is 1 mijlpaal gereed gemeld:');
    expect(buiten.html).toContain('Wacht op corona, sinds 1 maart 2021');
    const binnen = await pagina(`/programma/${ZW}/${vraag}`, leider);
    expect(binnen.html).toContain('In deze periode zijn 2 mijlpalen gereed gemeld:');
    expect(binnen.html).toContain('niet verspreiden');
    // A signed-in reader on the public page sees the public letter too.
    expect((await pagina(`/regio/${ZW}/${vraag}`, leider)).html).toContain('1 mijlpaal gereed');
  });

  test('de brief bestaat in het Engels', async () => {
    const { html } = await pagina(`/en/regio/${ZW}/verslag?van=2020-07&tot=2021-12`);
    expect(html).toContain('What this letter does not say');
    expect(html).toContain('July 2020 to December 2021');
  });
});

// @eis A3.8
describe('het voortgangsbericht als bestand', () => {
  test('als pdf: gemerkt als PDF/UA-1 en met een sprekende naam', async () => {
    const r = await site.haal('/regio/kennemerland/verslag.pdf?van=2021-01&tot=2021-12&gemeente=Haarlem');
    expect(r.status).toBe(200);
    expect(r.headers.get('content-type')).toBe('application/pdf');
    expect(r.headers.get('content-disposition')).toContain('voortgang-kennemerland-2021-01-2021-12.pdf');
    const bytes = Buffer.from(await r.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
  });

  test('als tekstbestand: dezelfde koppen als op het scherm, om in verder te schrijven', async () => {
    const vraag = `?van=2020-07&tot=2021-12`;
    const r = await site.haal(`/regio/${ZW}/verslag.docx${vraag}`);
    expect(r.headers.get('content-type')).toContain('wordprocessingml.document');
    expect(r.headers.get('content-disposition')).toContain(`voortgang-${ZW}-2020-07-2021-12.docx`);
    const delen = leesZip(Buffer.from(await r.arrayBuffer()), 50_000_000);
    const xml = delen.get('word/document.xml')?.toString('utf8') ?? '';
    const { html } = await pagina(`/regio/${ZW}/verslag${vraag}`);
    const artikel = html.slice(html.indexOf('<article'), html.indexOf('</article>'));
    const koppen = [...artikel.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(m => m[1]);
    const inBestand = [...xml.matchAll(/<w:pStyle w:val="Heading2"\/>.*?<w:t[^>]*>([^<]*)<\/w:t>/gs)];
    expect(koppen).toHaveLength(9);
    expect(inBestand.map(m => m[1])).toEqual(koppen);
  });

  test('een verkeerde vraag gaat terug naar de pagina die zegt wat er mis is', async () => {
    const r = await site.haal('/regio/kennemerland/verslag.pdf?van=nu&tot=2021-12');
    expect(r.status).toBe(303);
    expect(r.headers.get('location')).toBe('/regio/kennemerland/verslag?van=nu&tot=2021-12');
  });

  test('het bestand van de werkversie is niet voor het publiek', async () => {
    const r = await site.haal(`/programma/${ZW}/verslag.pdf`);
    expect(r.status).toBe(303);
    expect(r.headers.get('location')).toMatch(/^\/aanmelden/);
  });

  test('cijfers komen alleen binnen als blokken die een ander leent', async () => {
    const lenend = maakProefapp(db, app =>
      registreer(app, {
        ...leen,
        cijfersVoor: async (_c, regio, gemeente) => [
          { soort: 'alinea', tekst: `Cijfers van ${regio} voor ${gemeente ?? 'alle raden'}.` },
        ],
      }),
    );
    const html = await (await lenend.haal('/regio/kennemerland/verslag?gemeente=Haarlem')).text();
    expect(html).toContain('Cijfers van kennemerland voor Haarlem.');
    expect(html).not.toContain('staan op de cijferpagina');
  });
});
