import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bekend } from '#modules/gezin/index.ts';
import { maakGegevens } from '#modules/gezin/testing/gezinproef.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakVerzoekproef, tekst } from '../../../../test/proef/verzoekproef.ts';
import { registreer } from './routes.tsx';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-behandel-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 9), map });
const klok = vasteKlok('2026-11-22T09:00:00Z');
const d = { db: p.app.db, klok, kluis, wislijst: maakWislijst(map), voerUit: async () => {} };
const h = await maakVerzoekproef({ db: p.app.db, beheer: p.beheer }, kluis, app => registreer(app, d));
const { een, twee, werker } = h;
const g = await h.dossier(
  maakGegevens('Anna', 'Voorbeeld', { geboortedatum: bekend({ jaar: 1988, maand: 11, dag: 3 }) }),
  maakGegevens('Kim', 'Voorbeeld', { geboortedatum: bekend({ jaar: 2012, maand: null, dag: null }) }),
  maakGegevens('Noor', 'Voorbeeld', { geboortedatum: bekend({ jaar: 2010, maand: null, dag: null }) }),
);
const [anna = '', kim = '', noor = ''] = g.personen;
const idVan = (pad: string) => pad.split('/').at(-1) ?? '';
const rij = async (pad: string) =>
  (await h.rijen('select * from privacy.verzoek where id = $1', [idVan(pad)]))[0] ?? {};
const beslis = (pad: string) => h.lukt(`${pad}/besluit`, { akkoord: 'ja' }, twee);
const brief = (pad: string, wie = een) => h.stuur(`${pad}/brief`, { vorm: 'pdf' }, wie);
const weiger = (grond: string) => ({ besluit: 'geweigerd', gronden: [grond] });

// @eis C4.4
describe('elk verzoek komt ten einde', () => {
  test('van wie niet is vast te stellen wie hij is, wordt het verzoek alleen op die grond geweigerd, met een brief', async () => {
    const pad = await h.verzoek({ nummer: g.nummer });
    for (const grond of ['privacy_ander', 'buitensporig']) {
      const anders = await h.voorstel(pad, weiger(grond));
      expect(anders.status).toBe(422);
      expect(await tekst(anders)).toContain('elk ander antwoord zegt iets over een dossier');
    }
    expect((await h.voorstel(pad, weiger('identiteit_niet_vastgesteld'))).status).toBe(303);
    expect(await beslis(pad)).toContain('na=besloten');
    expect(await h.pagina(pad, een)).toContain('Deze brief zegt niets over een dossier');
    const r = await brief(pad);
    expect(r.headers.get('content-type')).toBe('application/pdf');
    expect((await rij(pad))['brief_op']).not.toBeNull();
  });

  test('langs de database wordt zonder identiteit niets anders voorgesteld', async () => {
    const pad = await h.verzoek({ nummer: g.nummer });
    const zet = (besluit: string, gronden: string) =>
      h.als(
        een,
        `update privacy.verzoek set stand = 'voorgesteld', besluit = '${besluit}', gronden = '${gronden}',
         eerste_door = '${een.id}', eerste_op = '2026-11-22' where id = '${idVan(pad)}'`,
      );
    await expect(zet('toegewezen', '{}')).rejects.toThrow(/verzoek_voorstel/);
    await expect(zet('geweigerd', '{privacy_ander}')).rejects.toThrow(/verzoek_voorstel/);
    await zet('geweigerd', '{identiteit_niet_vastgesteld}');
  });

  test('hebben wij niets over iemand, dan krijgt hij dat als antwoord zodra vaststaat wie hij is', async () => {
    const pad = await h.verzoek({});
    expect((await h.voorstel(pad, weiger('niets_vastgelegd'))).status).toBe(422);
    await h.lukt(`${pad}/identiteit`, { identiteit: 'document_gezien' }, een);
    const toe = await h.voorstel(pad);
    expect(toe.status).toBe(422);
    expect(await tekst(toe)).toContain('Koppel eerst het dossier en de persoon');
    expect((await h.voorstel(pad, weiger('niets_vastgelegd'))).status).toBe(303);
    await beslis(pad);
    expect((await brief(pad)).headers.get('content-type')).toBe('application/pdf');
    const vreemd = await h.mens('professional');
    expect((await brief(pad, vreemd)).status).toBe(404);
  });

  test('een dossier wordt later gekoppeld met zijn nummer, en een verkeerd weer losgemaakt', async () => {
    const pad = await h.verzoek({});
    const fout = await h.stuur(`${pad}/dossier`, { nummer: '2026-999999' }, een);
    expect(fout.status).toBe(422);
    expect(await tekst(fout)).toContain('geen dossier met dit nummer');
    await h.lukt(`${pad}/dossier`, { nummer: g.nummer }, een);
    expect((await rij(pad))['dossier_id']).toBe(g.id);
    await h.lukt(`${pad}/persoon`, { persoon: anna }, werker);
    await h.lukt(`${pad}/dossier`, { nummer: '' }, een);
    expect(await rij(pad)).toMatchObject({ dossier_id: null, betrokkene_id: null });
    await h.lukt(`${pad}/dossier`, { nummer: g.nummer }, een);
    expect(await h.besluit(pad, anna)).toContain('na=besloten');
    expect((await h.stuur(`${pad}/dossier`, { nummer: '' }, een)).status).toBe(422);
  });

  test('alleen een privacyfunctionaris zoekt een dossier op nummer', async () => {
    const pad = await h.verzoek({ nummer: g.nummer });
    expect((await h.stuur(`${pad}/dossier`, { nummer: g.nummer }, werker)).status).toBe(422);
    expect(await h.pagina(pad, werker)).not.toContain('Koppel dit dossier');
  });

  test('ingetrokken is klaar: geen besluit meer, en het dossier wordt er niet door vastgehouden', async () => {
    const pad = await h.verzoek({ nummer: g.nummer });
    await h.lukt(`${pad}/identiteit`, { identiteit: 'digid' }, een);
    await h.lukt(`${pad}/persoon`, { persoon: anna }, werker);
    expect((await h.voorstel(pad)).status).toBe(303);
    expect(await h.lukt(`${pad}/intrekken`, {}, een)).toContain('na=ingetrokken');
    expect(await rij(pad)).toMatchObject({ stand: 'ingetrokken', eerste_door: null });
    expect((await rij(pad))['ingetrokken_op']).not.toBeNull();
    expect((await h.stuur(`${pad}/besluit`, { akkoord: 'ja' }, twee)).status).toBe(422);
    expect((await h.stuur(`${pad}/intrekken`, {}, een)).status).toBe(422);
    expect((await h.voorstel(pad)).status).toBe(422);
    expect(await h.pagina('/privacy/verzoeken', een)).toContain('ingetrokken');
  });
});

// @eis C4.4
describe('leeftijd en gezag', () => {
  test('klopt de ingevulde leeftijd niet met de geboortedatum in het dossier, dan waarschuwt de pagina, ook wie het dossier niet ziet', async () => {
    const pad = await h.verzoek({ nummer: g.nummer, leeftijd: '16_plus' });
    await h.lukt(`${pad}/persoon`, { persoon: kim }, werker);
    for (const wie of [een, werker]) {
      const pagina = await h.pagina(pad, wie);
      expect(pagina).toContain('De leeftijd klopt niet met het dossier');
      expect(pagina).toContain('12 tot 16 jaar');
    }
    expect(await h.pagina(pad, een)).not.toContain('Kim');
    await h.lukt(`${pad}/leeftijd`, {}, een);
    expect(await rij(pad)).toMatchObject({ leeftijd: '12_tot_16' });
    expect(await h.pagina(pad, een)).not.toContain('De leeftijd klopt niet');
  });

  test.each([
    ['Anna, geboren in 1988, en 16 jaar of ouder', anna],
    ['Noor, geboren in 2010: 15 of 16, dus niet te zeggen', noor],
  ])('%s: geen waarschuwing', async (_, persoon) => {
    const pad = await h.verzoek({ nummer: g.nummer });
    await h.lukt(`${pad}/persoon`, { persoon }, werker);
    expect(await h.pagina(pad, een)).not.toContain('De leeftijd klopt niet');
  });

  test('aan een vertegenwoordiger wordt niets toegewezen voordat is gezien dat hij mag vertegenwoordigen', async () => {
    const pad = await h.verzoek({ nummer: g.nummer, door: 'vertegenwoordiger', leeftijd: '12_tot_16' });
    await h.lukt(`${pad}/identiteit`, { identiteit: 'digid' }, een);
    await h.lukt(`${pad}/persoon`, { persoon: kim }, werker);
    const keus = { belang_kind: 'niet_strijdig' };
    const zonder = await h.voorstel(pad, keus);
    expect(zonder.status).toBe(422);
    expect(await tekst(zonder)).toContain('Leg eerst vast waaruit blijkt');
    expect((await h.stuur(`${pad}/gezag`, { gezag: 'zegt_hij' }, een)).status).toBe(422);
    await h.lukt(`${pad}/gezag`, { gezag: 'gezagsregister' }, een);
    expect((await h.voorstel(pad, keus)).status).toBe(303);
    expect(await rij(pad)).toMatchObject({ gezag: 'gezagsregister', gezag_door: een.id });
  });
});
