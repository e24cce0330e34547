import { beforeAll, describe, expect, test } from 'vitest';
import { maakProef } from '../../../../test/proef/index.ts';
import { leesProgrammas, maakMens, maakProefapp } from '../testing/proefapp.ts';
import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const app = maakProefapp(db, a =>
  registreer(a, { gemeenteSlug: () => null, cijferPaneel: async () => [], actieCijfers: async () => [] }),
);
const tekstVan = async (r: Response | Promise<Response>) =>
  (await (await r).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

beforeAll(() => leesProgrammas(db));

// @eis A3.5
describe('de geldpagina', () => {
  test('toont de twee verschillen van Zaanstreek-Waterland naast de totalen van de bron, met uitleg', async () => {
    const t = await tekstVan(app.haal('/regio/zaanstreek-waterland/geld'));
    for (const deel of [
      '€ 476.712',
      '€ 476.715',
      '€ 3 lager dan het document zegt',
      'Regels tellen 3 euro lager op dan het brontotaal.',
      '€ 187.000',
      '€ 186.000',
      '€ 1.000 hoger dan het document zegt',
      'Regels tellen 1.000 euro hoger op dan het brontotaal.',
      '€ 115.478',
      'capaciteit gemeente, capaciteit partner',
      '€ 2.500 en PM',
    ])
      expect(t).toContain(deel);
  });

  test('nergens staat nul euro waar iets onbekend is', async () => {
    for (const regio of ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland']) {
      const t = await tekstVan(app.haal(`/regio/${regio}/geld`));
      expect(t).not.toMatch(/€ 0(?!\d|[.,]\d)/);
      expect(t).toContain('niet opgegeven');
    }
    expect(await tekstVan(app.haal('/regio/noord-holland-noord/geld'))).toContain('4 regels zonder bedrag');
  });

  test('bestaat ook in het Engels, als werkversie en als bestand', async () => {
    expect(await tekstVan(app.haal('/en/regio/zaanstreek-waterland/geld'))).toContain(
      '€3 less than the document states',
    );
    const leider = await maakMens(db, 'projectleider', 'zaanstreek-waterland');
    expect((await app.haal('/programma/zaanstreek-waterland/geld', leider)).status).toBe(200);
    const regels = (await (await app.haal('/regio/zaanstreek-waterland/geld.csv')).text())
      .trim()
      .split('\r\n');
    expect(regels).toHaveLength(26);
    expect(regels[1]).toContain(',,"capaciteit gemeente, capaciteit partner",,,,');
  });

  test('over alle regio’s telt Blijf Veilig Na Opvang één keer en staat de twijfel over andere namen erbij', async () => {
    const t = await tekstVan(app.haal('/geld'));
    // Sums as in the reading of the documents: see domain/geld.test.ts.
    expect(t).toContain('€ 1.285.155');
    expect(t).toContain(
      'Blijf Veilig Na Opvang: staat bij Kennemerland, Noord-Holland Noord; € 68.000 telt één keer.',
    );
    expect(t).toContain('Waarschijnlijk hetzelfde platform als Drakentemmers');
  });
});
