import { beforeAll, describe, expect, test } from 'vitest';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { laadPlichten } from '../module.ts';
import { bronbestand, leesProgrammas, maakProefapp, REGIOS } from '../testing/proefapp.ts';
import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const site = maakProefapp(db, app =>
  registreer(app, { gemeenteSlug: () => null, cijferPaneel: async () => [], actieCijfers: async () => [] }),
);
const pagina = async (pad: string) => (await site.haal(pad)).text();
const alsHtml = (t: string) => t.replaceAll('&', '&amp;').replaceAll("'", '&#39;');

beforeAll(async () => {
  await leesProgrammas(db);
  const klok = vasteKlok('2026-01-02T09:00:00Z');
  const d = { db, actor: { soort: 'stelsel' as const, taak: 'proef' }, lidmaatschappen: [] };
  await laadPlichten({ ...d, vandaag: klok.vandaag(), nu: klok.nu() }, () => {});
});

// @eis A3.7
describe('de pagina van de organisatie', () => {
  test.each(REGIOS)('alle rollen, partners en communicatie van %s staan er', async regio => {
    const html = await pagina(`/regio/${regio}/organisatie`);
    const b = bronbestand(regio) as Record<string, Record<string, string>[]>;
    expect(b.partners?.length).toBeGreaterThan(30);
    for (const x of b.partners ?? []) expect(html).toContain(alsHtml(x.naam ?? ''));
    for (const x of b.projectorganisatie ?? []) expect(html).toContain(alsHtml(x.rol ?? ''));
    for (const x of b.communicatie ?? []) expect(html).toContain(alsHtml(x.middel ?? ''));
  });

  test('een rapportage heeft haar volgende dag en de plaats waar zij staat', async () => {
    const html = await pagina('/regio/noord-holland-noord/organisatie');
    expect(html).toContain('De raad van Alkmaar informeren over de aanpak');
    expect(html).toContain('juni, december');
    // Clock of the test: 22 November 2026.
    expect(html).toContain('donderdag 31 december 2026');
    expect(html).toContain('Vervolg en communicatie');
    const rijk = await pagina('/regio/zaanstreek-waterland/organisatie');
    expect(rijk).toContain('zondag 31 januari 2027');
  });

  test('de pagina bestaat in het Engels', async () => {
    const html = await pagina('/en/regio/kennemerland/organisatie');
    expect(html).toContain('When reports are made');
    expect(html).toContain('June, December');
  });

  test('plichten worden niet dubbel ingelezen', async () => {
    const klok = vasteKlok('2026-01-02T09:00:00Z');
    const d = { db, actor: { soort: 'stelsel' as const, taak: 'proef' }, lidmaatschappen: [] };
    const meldingen: string[] = [];
    await laadPlichten({ ...d, vandaag: klok.vandaag(), nu: klok.nu() }, m => meldingen.push(m));
    expect(meldingen).toEqual([]);
  });
});
