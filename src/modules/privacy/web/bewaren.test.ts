import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Lezer, maakProefapp } from '#modules/programma/testing/proefapp.ts';
import { type Actor, metActor, metClient, sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakMedewerker, maakOrganisatie, maakProefgezin } from '../testing/proefgezin.ts';
import { stelVernietigingVoor } from '../usecases/vernietigen.ts';
import { registreer } from './routes.tsx';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-bewaren-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const klok = vasteKlok('2026-11-22T09:00:00Z');
const vandaag = klok.vandaag();
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 4), map });
const d = { db: p.app.db, klok, kluis, wislijst: maakWislijst(map), voerUit: null };
const site = maakProefapp(p.app.db, app => registreer(app, d));
const vt = await maakOrganisatie(p.app.db, vandaag);
const buur = await maakOrganisatie(p.app.db, vandaag);

type Gebruiker = Lezer & { id: string };
async function functionaris(organisatie: string): Promise<Gebruiker> {
  const id = await maakMedewerker(p.app.db, vandaag, organisatie, 'privacyfunctionaris');
  return {
    id,
    actor: { soort: 'persoon', id } as Actor,
    lidmaatschappen: [
      { rol: 'privacyfunctionaris', organisatieId: organisatie, regio: 'kennemerland', gemeente: null },
    ],
  } as Gebruiker;
}
const [een, twee, vanBuur] = [await functionaris(vt), await functionaris(vt), await functionaris(buur)];
const tekst = async (r: Response) => (await r.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const rijen = <T extends object>(vraag: string, waarden: unknown[] = []) =>
  metClient(p.beheer, async c => (await c.query<T>(vraag, waarden)).rows);
/** What the log holds of one person: act, kind and file. */
const gelogd = async (wie: Gebruiker) =>
  (
    await rijen<{ r: string }>(
      `select handeling || ' ' || soort || coalesce(' ' || (details->>'dossier'), '') r from audit.logregel
       where actor = 'persoon:' || $1`,
      [wie.id],
    )
  ).map(x => x.r);

const WMO = {
  soort: 'wmo',
  jaren: '16',
  wet: 'Wmo 2015',
  artikel: '5.3.4',
  bron: 'Besluit college Voorbeeld, 1 november 2026',
  van: '1-1-2027',
};
const stel = (meer: Partial<typeof WMO>, wie = een) =>
  site.stuur('/privacy/bewaren', { ...WMO, ...meer }, wie);
const voorstel = async (wie: Gebruiker, daad: 'vast' | 'weg') =>
  new RegExp(`/privacy/bewaren/voorstel/[0-9a-f-]{36}/${daad}`).exec(
    await (await site.haal('/privacy/bewaren', wie)).text(),
  )?.[0] ?? '';
const eigen = () =>
  rijen('select jaren, van::text, tot::text from privacy.bewaartermijn where regio is not null order by van');

// @eis C4.3
describe('een eigen bewaartermijn van de regio', () => {
  test.each([
    // Wmo 2015 art. 5.3.4: twenty years for Veilig Thuis, fifteen for other files; Jeugdwet art. 7.3.8 lid 3: twenty.
    ['veilig_thuis', '1', '20 jaar of meer'],
    ['veilig_thuis', '19', '20 jaar of meer'],
    ['wmo', '14', '15 jaar of meer'],
    ['jeugdhulp', '15', '20 jaar of meer'],
    ['logboek', '4', '5 jaar of meer'],
    ['wmo', '0', 'van 1 tot en met 100'],
  ])('korter dan de wet kan niet: %s %s jaar wordt geweigerd', async (soort, jaren, melding) => {
    const r = await stel({ soort, jaren });
    expect(r.status).toBe(422);
    expect(await tekst(r)).toContain(melding);
    expect(await eigen()).toEqual([]);
  });
  test('een ingangsdag van vandaag wordt geweigerd', async () => {
    expect(await tekst(await stel({ van: '22-11-2026' }))).toContain('Kies een dag na vandaag');
  });
  test('langs de database kan het ook niet korter, niet al bevestigd en niet alleen', async () => {
    const poging = (meer: string, waarden: string) =>
      metActor(p.app.db, { soort: 'persoon', id: een.id } as Actor, vandaag, tx =>
        sql`insert into privacy.bewaartermijn (regio, soort, jaren, vanaf, wet, artikel, bron, van, door, bevestigd ${sql.raw(meer)})
          values ('kennemerland', 'veilig_thuis', ${sql.raw(waarden)})`.execute(tx),
      );
    const rest = (jaren: number, bevestigd: boolean) =>
      `${jaren}, 'besluit', 'w', 'a', 'b', '2027-01-01', '${een.id}', ${bevestigd}`;
    await expect(poging('', rest(19, false))).rejects.toThrow(/niet korter dan de algemene/);
    await expect(poging('', rest(21, true))).rejects.toThrow(/row-level security/);
    await expect(
      poging(', tweede_door, tweede_op', `${rest(21, false)}, '${twee.id}', '2026-11-22'`),
    ).rejects.toThrow(/row-level security/);
  });
  test('wat één functionaris voorstelt geldt niet, en zelf stelt hij het niet vast', async () => {
    expect((await stel({})).headers.get('location')).toContain('na=voorgesteld');
    expect(await tekst(await stel({ jaren: '18' }, twee))).toContain('ligt al een voorstel');
    const pagina = await tekst(await site.haal('/privacy/bewaren', een));
    expect(pagina).toContain('Uw voorstel; een ander stelt het vast');
    expect(await voorstel(een, 'vast')).toBe('');
    const zelf = await site.stuur(await voorstel(twee, 'vast'), {}, een);
    expect(zelf.status).toBe(422);
    expect(await tekst(zelf)).toContain('een ander stelt de termijn vast');
    expect(pagina).not.toContain('Vastgesteld door twee');
    const langs = (door: string) =>
      metActor(p.app.db, { soort: 'persoon', id: een.id } as Actor, vandaag, tx =>
        sql`update privacy.bewaartermijn set tweede_door = ${door}, tweede_op = '2026-11-22'
          where regio = 'kennemerland'`.execute(tx),
      );
    await expect(langs(een.id)).rejects.toThrow(/check constraint/);
    await expect(langs(twee.id)).rejects.toThrow(/alleen voor zichzelf/);
  });
  test('een ander, ook van een andere organisatie in de regio, stelt vast; een volgende maakt een nieuwe regel', async () => {
    const r = await site.stuur(await voorstel(vanBuur, 'vast'), {}, vanBuur);
    expect(r.headers.get('location')).toContain('na=termijn');
    expect(await eigen()).toEqual([{ jaren: 16, van: '2027-01-01', tot: null }]);
    expect(await tekst(await stel({ van: '1-12-2026' }))).toContain('al een latere termijn');
    await stel({ jaren: '17', van: '1-1-2028' });
    await site.stuur(await voorstel(twee, 'vast'), {}, twee);
    expect(await eigen()).toEqual([
      { jaren: 16, van: '2027-01-01', tot: '2028-01-01' },
      { jaren: 17, van: '2028-01-01', tot: null },
    ]);
    const pagina = await tekst(await site.haal('/privacy/bewaren', een));
    expect(pagina).toContain(
      'Vastgesteld door twee privacyfunctionarissen van de regio. Nog niet door een bron',
    );
    // What other sources say of this kind stays with it.
    expect(pagina.match(/Wetsvoorstel 36 579/g)).toHaveLength(3);
    expect(await tekst(await site.haal('/privacy/register', een))).toContain(
      'eigen termijn van regio kennemerland vanaf 1-1-2028: 17 jaar na de laatste wijziging',
    );
  });
  test('een voorstel is in te trekken, en wat er niet is geeft dezelfde pagina als wat niet mag', async () => {
    await stel({ soort: 'verzoek', jaren: '3' });
    const pad = await voorstel(twee, 'weg');
    expect((await site.stuur(pad, {}, twee)).headers.get('location')).toContain('na=ingetrokken');
    expect((await site.stuur(pad, {}, twee)).status).toBe(404);
    expect((await site.stuur(pad.replace('/weg', '/vast'), {}, twee)).status).toBe(404);
  });
  test('voorstellen, vaststellen en intrekken staan in het logboek', async () => {
    expect(await gelogd(een)).toContain('vastleggen bewaartermijn');
    expect(await gelogd(vanBuur)).toContain('wijzigen bewaartermijn');
    expect(await gelogd(twee)).toContain('verwijderen bewaartermijn');
  });
});

// @eis C3.1 C4.3
describe('toezicht op bewaren laat zelf sporen na', () => {
  test('wie een lijst leest, akkoord geeft of een regel weghaalt, staat bij elk dossier in het logboek', async () => {
    const werker = await maakMedewerker(p.app.db, vandaag, vt, 'professional');
    const maak = (gewijzigd: string) =>
      maakProefgezin(p.app.db, kluis, { organisatie: vt, medewerker: werker, gewijzigd });
    const [oud, ouder] = [await maak('2003-01-01'), await maak('2002-01-01')];
    expect(await stelVernietigingVoor(d)).toBe(2);
    const lijst = /\/privacy\/vernietigen\/[0-9a-f-]{36}/.exec(
      await (await site.haal('/privacy/vernietigen', een)).text(),
    )?.[0] as string;
    const html = await (await site.haal(lijst, een)).text();
    expect(await gelogd(een)).toEqual(
      expect.arrayContaining([
        'lijst vernietigingslijst',
        `inzien vernietigingslijst ${oud.dossier}`,
        `inzien vernietigingslijst ${ouder.dossier}`,
      ]),
    );
    const nummer = html.indexOf(ouder.nummer);
    const eraf = /\/privacy\/vernietigen\/[^"]+\/eraf\/[0-9a-f-]{36}/.exec(html.slice(nummer))?.[0] as string;
    // The line of another list cannot be taken off through this one.
    expect((await site.stuur(eraf.replace(lijst, `/privacy/vernietigen/${een.id}`), {}, een)).status).toBe(
      404,
    );
    expect((await site.stuur(eraf, {}, een)).status).toBe(303);
    expect(await gelogd(een)).toContain(`wijzigen vernietigingslijst ${ouder.dossier}`);
    expect((await site.stuur(`${lijst}/akkoord`, {}, twee)).status).toBe(200);
    expect(await gelogd(twee)).toContain(`wijzigen vernietigingslijst ${oud.dossier}`);
    expect(await gelogd(twee)).not.toContain(`wijzigen vernietigingslijst ${ouder.dossier}`);
  });
  test('een nummer proberen dat niets oplevert, staat er als geweigerd', async () => {
    const r = await site.stuur(
      '/privacy/bewaren/aanhouding',
      { nummer: '1999-999999', grond: 'klacht' },
      vanBuur,
    );
    expect(r.status).toBe(422);
    const gezocht = await rijen<{ uitkomst: string }>(
      "select uitkomst from audit.logregel where actor = 'persoon:' || $1 and handeling = 'zoeken'",
      [vanBuur.id],
    );
    expect(gezocht).toEqual([{ uitkomst: 'geweigerd' }]);
  });
});
