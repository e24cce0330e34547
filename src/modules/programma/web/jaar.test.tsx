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

beforeAll(() => leesProgrammas(db, [], ['kennemerland']));

// @eis A3.4
describe('de actieagenda per jaar', () => {
  const vorm = '/programma/kennemerland/planning/jaar/2021/1';

  test('een projectleider laat een actie doorlopen; volgend jaar staat zij er met haar herkomst', async () => {
    const leider = await maakMens(db, 'projectleider', 'kennemerland');
    expect(await tekstVan(app.haal('/regio/kennemerland/planning/jaar/2022'))).toContain(
      'In 2022 staat er niets op de agenda.',
    );
    const versie = /name="versie" value="(\d+)"/.exec(await (await app.haal(vorm, leider)).text())?.[1] ?? '';
    const leeg = await app.stuur(vorm, { versie, afronding: 'loopt_door', afrondingToelichting: '' }, leider);
    expect(leeg.status).toBe(422);
    expect(await tekstVan(leeg)).toContain('zonder toelichting wordt een besluit niet vastgelegd');
    const velden = { versie, afronding: 'loopt_door', afrondingToelichting: 'Nog niet elk team is zover.' };
    const r = await app.stuur(vorm, velden, leider);
    expect([r.status, r.headers.get('location')]).toEqual([
      303,
      '/programma/kennemerland/planning/jaar/2021?gedaan=openbaar',
    ]);
    const t2021 = await tekstVan(app.haal('/regio/kennemerland/planning/jaar/2021'));
    expect(t2021).toContain('Nog niet elk team is zover.');
    const t2022 = await tekstVan(app.haal('/regio/kennemerland/planning/jaar/2022'));
    expect(t2022).toContain('1 actie op deze agenda.');
    expect(t2022).toContain('doorgelopen uit 2021');
    expect((await app.stuur(vorm, velden, leider)).status).toBe(409);
  });

  test('wie geen projectleider is, ziet geen formulier en beslist niet', async () => {
    const adviseur = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0392');
    expect((await app.haal(vorm, adviseur)).status).toBe(404);
    const velden = { versie: '2', afronding: 'afgesloten', afrondingToelichting: 'x' };
    expect((await app.stuur(vorm, velden, adviseur)).status).toBe(404);
    expect((await app.haal('/regio/kennemerland/planning/jaar/2021/1')).status).toBe(404);
    expect((await app.haal('/regio/kennemerland/planning/jaar/morgen')).status).toBe(404);
  });

  test('over een jaar waarin de actie niet op de agenda staat, wordt niet besloten', async () => {
    const leider = await maakMens(db, 'projectleider', 'kennemerland');
    const velden = { versie: '2', afronding: 'afgesloten', afrondingToelichting: 'x' };
    expect((await app.stuur(vorm.replace('2021', '2019'), velden, leider)).status).toBe(404);
  });
});
