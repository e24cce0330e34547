import { beforeAll, describe, expect, test } from 'vitest';
import { maakProef } from '../../../../test/proef/index.ts';
import { bronbestand, leesProgrammas, maakProefapp } from '../testing/proefapp.ts';
import { registreer } from './routes.tsx';

const p = await maakProef();
const site = maakProefapp(p.app.db, app =>
  registreer(app, { gemeenteSlug: () => null, cijferPaneel: async () => [], actieCijfers: async () => [] }),
);
beforeAll(() => leesProgrammas(p.app.db));

const tekst = async (pad: string) => {
  const r = await site.haal(pad);
  expect(r.status, pad).toBe(200);
  return (await r.text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
};

// @eis A3.2
describe('het programma op het scherm', () => {
  test('de voorpagina noemt de drie regio’s', async () => {
    const t = await tekst('/');
    for (const naam of ['Kennemerland', 'Noord-Holland Noord', 'Zaanstreek-Waterland'])
      expect(t).toContain(naam);
  });

  test('visie, uitgangspunten, fasen en begrippen staan er alle, in elke regio', async () => {
    for (const regio of ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland']) {
      const t = await tekst(`/regio/${regio}/programma`);
      const kader = bronbestand(regio).kader as {
        visie: string;
        uitgangspunten: string[];
        fasen: { titel: string }[];
        definities: { term: string }[];
      };
      for (const stuk of [
        kader.visie,
        ...kader.uitgangspunten,
        ...kader.fasen.map(f => f.titel),
        ...kader.definities.map(d => d.term),
      ]) {
        expect(t).toContain(stuk);
      }
    }
  });

  test('elke actie heeft een pagina met doel, stappen, resultaten, verantwoordelijken en mijlpalen uit de bron', async () => {
    for (const regio of ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland']) {
      const bron = bronbestand(regio) as unknown as Bron;
      for (const a of bron.acties) {
        const t = await tekst(`/regio/${regio}/programma/acties/${encodeURIComponent(a.code)}`);
        const mijlpalen = bron.mijlpalen.filter(m => m.actie === a.code).map(m => m.titel);
        for (const stuk of [
          a.doel,
          ...a.stappen.map(s => s.tekst),
          ...a.resultaten.map(r => r.tekst),
          ...a.verantwoordelijken,
          ...mijlpalen,
        ]) {
          expect(t, `${regio} ${a.code}`).toContain(stuk);
        }
      }
    }
  });

  test('een doel zonder meetbare streefwaarde is gemarkeerd', async () => {
    // Kennemerland gives no number with any result: none of its eleven goals is measurable.
    expect(await tekst('/regio/kennemerland/programma')).toContain(
      'Geen van de 11 doelen heeft een meetbare streefwaarde',
    );
    expect(await tekst('/regio/zaanstreek-waterland/programma')).toContain('6 van de 14 doelen');
  });

  test('een bron wordt genoemd met titel, datum en paragraaf, nooit met een bestandsnaam', async () => {
    const t = await tekst('/regio/zaanstreek-waterland/programma/acties/1A');
    expect(t).toContain('Regionaal Actieplan Geweld hoort nergens thuis');
    expect(t).not.toMatch(/\.txt/);
  });

  test('een onbekende actie en een onbekende regio geven dezelfde pagina', async () => {
    for (const pad of ['/regio/kennemerland/programma/acties/99', '/regio/nergens/programma']) {
      expect((await site.haal(pad)).status).toBe(404);
    }
  });
});

interface Bron {
  acties: {
    code: string;
    doel: string;
    stappen: { tekst: string }[];
    resultaten: { tekst: string }[];
    verantwoordelijken: string[];
  }[];
  mijlpalen: { actie: string | null; titel: string }[];
}
