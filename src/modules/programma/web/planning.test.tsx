import { beforeAll, describe, expect, test } from 'vitest';
import { metActor, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { enige } from '../domain/programma.ts';
import { leesProgrammas, maakMens, maakProefapp, publiek } from '../testing/proefapp.ts';
import { bewaarOnderdeel } from '../usecases/bewaar.ts';
import { findProgramma } from '../usecases/lees.ts';
import { registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const MOMENT = '2026-03-02T09:00:00Z';
const vandaag = Temporal.PlainDate.from('2026-03-02');
const app = maakProefapp(
  db,
  a =>
    registreer(a, { gemeenteSlug: () => null, cijferPaneel: async () => [], actieCijfers: async () => [] }),
  MOMENT,
);
const tekstVan = async (r: Response | Promise<Response>) =>
  (await (await r).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const versieIn = async (r: Promise<Response>) =>
  /name="versie" value="(\d+)"/.exec(await (await r).text())?.[1] ?? '';

beforeAll(() => leesProgrammas(db));

// @eis A3.4
describe('de planningspagina', () => {
  test('noemt wat over de datum is en toont een beeld, tabellen per kwartaal en per maand', async () => {
    const t = await tekstVan(app.haal('/regio/kennemerland/planning'));
    expect(t).toContain('12 mijlpalen zijn over hun datum of vertraagd');
    expect(t).toContain('4e kwartaal 2021');
    expect(t).toContain('maart 2021');
    const en = await tekstVan(app.haal('/en/regio/kennemerland/planning'));
    expect(en).toContain('12 milestones are past their date or delayed');
  });

  test('het filter staat in het adres, telt, en zegt wat te doen als niets past', async () => {
    const pad = '/regio/zaanstreek-waterland/planning';
    expect(await tekstVan(app.haal(`${pad}?overleg=bestuurlijk_overleg`))).toContain('1 resultaat');
    expect(await tekstVan(app.haal(`${pad}?actie=2D`))).toContain('2 resultaten');
    expect(await tekstVan(app.haal(`${pad}?status=vervallen`))).toContain(
      'Geen mijlpaal past bij deze keuze',
    );
  });

  test('de download heeft een regel per mijlpaal van het filter', async () => {
    const r = await app.haal('/regio/zaanstreek-waterland/planning.csv?actie=3B');
    expect(r.headers.get('content-type')).toContain('text/csv');
    expect((await r.text()).trim().split('\r\n')).toHaveLength(1 + 6);
  });

  test('een mijlpaal of gemeente die er niet is, is niet gevonden', async () => {
    expect((await app.haal('/regio/kennemerland/planning/mijlpalen/KEN-M99')).status).toBe(404);
    expect((await app.haal('/regio/kennemerland/programma/acties/1/gemeente/gm0361')).status).toBe(404);
    expect((await app.haal('/regio/kennemerland/planning/agenda')).status).toBe(200);
  });
});

// @eis A3.4
describe('een projectleider meldt hoe een mijlpaal ervoor staat', () => {
  const pad = '/programma/zaanstreek-waterland/planning/mijlpalen/ZW-M13';
  const openbaar = '/regio/zaanstreek-waterland/planning/mijlpalen/ZW-M13';

  test('een vertraging zonder reden komt terug met uitleg en bewaarde velden', async () => {
    const leider = await maakMens(db, 'projectleider', 'zaanstreek-waterland');
    const versie = await versieIn(app.haal(pad, leider));
    const r = await app.stuur(
      pad,
      { versie, handeling: 'meld_vertraagd', reden: '', datum: '12-2026' },
      leider,
    );
    expect(r.status).toBe(422);
    const html = await r.text();
    expect(html).toContain('Zeg waarom: dat is bij deze melding verplicht.');
    expect(html).toContain('value="12-2026"');
  });

  test('een vertraging met reden en datum is meteen openbaar, met rol; de oude datum staat in de geschiedenis', async () => {
    const leider = await maakMens(db, 'projectleider', 'zaanstreek-waterland');
    const versie = await versieIn(app.haal(pad, leider));
    const velden = {
      versie,
      handeling: 'meld_vertraagd',
      reden: 'Wacht op de politie.',
      datum: 'december 2026',
    };
    const r = await app.stuur(pad, velden, leider);
    expect([r.status, r.headers.get('location')]).toEqual([303, `${pad}?gedaan=openbaar`]);
    const t = await tekstVan(app.haal(openbaar));
    for (const deel of [
      'vertraagd',
      'Wacht op de politie.',
      '2 maart 2026',
      'projectleider',
      'december 2026',
    ])
      expect(t).toContain(deel);
    expect(await tekstVan(app.haal(pad, leider))).toContain('Was 1e kwartaal 2021; verzet op 2 maart 2026');
    const laat = await tekstVan(app.haal('/regio/zaanstreek-waterland/planning?status=vertraagd'));
    expect(laat).toContain('Huisverboden: werkwijze met lokale teams');
  });

  test('wie een oudere stand voor zich had, krijgt beide versies en overschrijft niets', async () => {
    const leider = await maakMens(db, 'projectleider', 'zaanstreek-waterland');
    const r = await app.stuur(pad, { versie: '1', handeling: 'meld_gereed', reden: '', datum: '' }, leider);
    expect(r.status).toBe(409);
    expect(await tekstVan(r)).toContain('Iemand was u voor');
    expect(await tekstVan(app.haal(openbaar))).toContain('Wacht op de politie.');
  });

  test('een beleidsmedewerker ziet geen formulier en kan ook niet melden', async () => {
    const adviseur = await maakMens(db, 'beleidsmedewerker', 'zaanstreek-waterland', 'GM0370');
    const html = await (await app.haal(pad, adviseur)).text();
    expect(html).not.toContain('name="handeling"');
    const r = await app.stuur(pad, { versie: '2', handeling: 'meld_gereed', reden: '' }, adviseur);
    expect(r.status).toBe(404);
    const vreemd = await app.stuur(pad, { versie: '2', handeling: 'meld_gereed', reden: '' }, publiek);
    expect(vreemd.headers.get('location')).toContain('/aanmelden');
  });
});

// @eis A3.4
describe('een mijlpaal met wijzigingen die nog niet openbaar zijn', () => {
  const pad = '/programma/noord-holland-noord/planning/mijlpalen/NHN-M21';

  test('blijft na een melding een concept, en de pagina zegt dat vooraf en achteraf', async () => {
    const leider = await maakMens(db, 'projectleider', 'noord-holland-noord');
    const d = { db, ...leider, vandaag, nu: Temporal.Instant.from(MOMENT) };
    const p = await metActor(db, leider.actor, vandaag, tx =>
      findProgramma(tx, 'noord-holland-noord', 'werk'),
    );
    const m = p?.onderdelen.get('mijlpaal')?.find(x => x.code === 'NHN-M21');
    const inhoud = { ...m?.inhoud, titel: 'Opening in Alkmaar [concept]' };
    const vast = { regio: 'noord-holland-noord', soort: 'mijlpaal' as const, code: 'NHN-M21', reden: null };
    expect((await bewaarOnderdeel(d, { ...vast, versie: m?.versie ?? 0, inhoud })).ok).toBe(true);
    expect(await tekstVan(app.haal(pad, leider))).toContain(
      'Dit onderdeel heeft wijzigingen die nog niet openbaar zijn.',
    );
    const versie = await versieIn(app.haal(pad, leider));
    const velden = { versie, handeling: 'laat_vervallen', reden: 'Gaat naar Den Haag.', datum: '' };
    const r = await app.stuur(pad, velden, leider);
    expect(r.headers.get('location')).toBe(`${pad}?gedaan=concept`);
    expect(await tekstVan(app.haal(`${pad}?gedaan=concept`, leider))).toContain('nog niet openbaar');
    const openbaar = await tekstVan(app.haal(pad.replace('/programma/', '/regio/')));
    expect(openbaar).not.toContain('Den Haag');
    expect(openbaar).not.toContain('vervallen');
  });
});

// @eis A3.3
describe('de stand van een actie in een gemeente', () => {
  const pad = '/programma/kennemerland/programma/acties/1/gemeente/gm0392';
  const actie = '/regio/kennemerland/programma/acties/1';
  const stand = {
    resultaat: 'Vier teams geschoold',
    verantwoordelijkeRol: 'beleidsadviseur',
    datum: '1-2-2026',
  };

  test('de eigen beleidsmedewerker meldt hem; de regio volgt en zegt waaruit', async () => {
    const haarlem = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0392');
    const velden = { versie: '0', handeling: 'start', reden: '', ...stand };
    expect((await app.stuur(pad, velden, haarlem)).status).toBe(303);
    const t = await tekstVan(app.haal(actie));
    expect(t).toContain('Vier teams geschoold');
    expect(t).toMatch(/loopt sinds 2 maart 2026 \(minstens één gemeente is begonnen\)/);
  });

  test('een vertraagde gemeente maakt de regio vertraagd', async () => {
    const leider = await maakMens(db, 'projectleider', 'kennemerland');
    const velsen = pad.replace('gm0392', 'gm0453');
    const velden = { versie: '0', handeling: 'meld_vertraagd', reden: 'Geen plek.', ...stand };
    expect((await app.stuur(velsen, velden, leider)).status).toBe(303);
    const t = await tekstVan(app.haal(actie.replace('/regio/kennemerland', '/en/regio/kennemerland')));
    expect(t).toMatch(
      /Status late since 2 March 2026 \(at least one municipality is delayed\) Velsen: Geen plek/,
    );
  });

  test('alleen resultaat bijwerken laat de status staan', async () => {
    const haarlem = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0392');
    const velden = { versie: '1', handeling: 'blijft', reden: '', ...stand, resultaat: 'Zes teams' };
    expect((await app.stuur(pad, velden, haarlem)).status).toBe(303);
    const t = await tekstVan(app.haal(pad.replace('/programma/kennemerland', '/regio/kennemerland')));
    expect(t).toContain('Zes teams');
    expect(t).toContain('loopt');
  });

  test('na verwijderen begint de stand opnieuw, met de oude in de geschiedenis', async () => {
    const heemskerk = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0396');
    const eigen = pad.replace('gm0392', 'gm0396');
    const velden = { versie: '0', handeling: 'start', reden: '', ...stand };
    expect((await app.stuur(eigen, velden, heemskerk)).status).toBe(303);
    await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, tx =>
      sql`update programma.onderdeel set verwijderd = true, openbare_versie = null where code = '1.GM0396'`.execute(
        tx,
      ),
    );
    expect((await app.stuur(eigen, { ...velden, resultaat: 'Opnieuw begonnen' }, heemskerk)).status).toBe(
      303,
    );
    expect(await tekstVan(app.haal(actie))).toContain('Opnieuw begonnen');
    expect((await app.stuur(eigen, velden, heemskerk)).status).toBe(409);
  });

  test('heet een gemeente alleen in de werkversie anders, dan gaat die naam met haar stand niet naar buiten', async () => {
    const leider = await maakMens(db, 'projectleider', 'kennemerland');
    const doen = {
      db,
      actor: leider.actor,
      vandaag,
      lidmaatschappen: leider.lidmaatschappen,
      nu: Temporal.Instant.from(MOMENT),
    };
    const { regio, gemeentenNu } = await metActor(db, leider.actor, vandaag, async tx => {
      const p = await findProgramma(tx, 'kennemerland', 'werk');
      const o = p && enige(p, 'regio');
      if (!o) throw new Error('geen regio');
      return { regio: o, gemeentenNu: o.inhoud.gemeenten as { code: string; naam: string }[] };
    });
    const nieuw = new Map([
      ['GM0473', 'Nieuw Zandvoort'],
      ['GM0392', 'Nieuw Haarlem'],
    ]);
    const anders = gemeentenNu.map(g => ({ ...g, naam: nieuw.get(g.code) ?? g.naam }));
    expect(anders.filter(g => g.naam.startsWith('Nieuw '))).toHaveLength(2);
    const uit = await bewaarOnderdeel(doen, {
      regio: 'kennemerland',
      soort: 'regio',
      code: regio.code,
      versie: regio.versie,
      inhoud: { ...regio.inhoud, gemeenten: anders },
      reden: 'Nieuwe naam.',
    });
    expect(uit).toMatchObject({ ok: true });
    const zandvoort = pad.replace('gm0392', 'gm0473');
    expect(await tekstVan(app.haal(zandvoort, leider))).toContain('Uw melding blijft een concept');
    const heemstede = pad.replace('gm0392', 'gm0397');
    expect(await tekstVan(app.haal(heemstede, leider))).toContain('Uw melding is meteen openbaar');
    const velden = { versie: '0', handeling: 'start', reden: '', ...stand, resultaat: 'Een nieuw team' };
    const r = await app.stuur(zandvoort, velden, leider);
    expect(r.headers.get('location')).toBe(`${zandvoort}?gedaan=concept`);
    expect(await tekstVan(app.haal(zandvoort, leider))).toContain('Nieuw Zandvoort');
    // Nor with a stand that was public already: it keeps what readers saw.
    const verder = { versie: '2', handeling: 'blijft', reden: '', ...stand, resultaat: 'Zeven teams' };
    const r2 = await app.stuur(pad, verder, leider);
    expect(r2.headers.get('location')).toBe(`${pad}?gedaan=concept`);
    const buiten = ['', '/gemeente/gm0473', '/gemeente/gm0392'].map(x => `${actie}${x}`);
    for (const x of [...buiten, '/regio/kennemerland/zoek?q=nieuw'])
      expect(await tekstVan(app.haal(x)), x).not.toMatch(
        /Nieuw (?:Zandvoort|Haarlem)|Een nieuw team|Zeven teams/,
      );
    expect(await tekstVan(app.haal(`${actie}/gemeente/gm0392`))).toContain('Zes teams');
  });

  test('een andere gemeente, of een lezer, meldt niets', async () => {
    const velsen = await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0453');
    const velden = { versie: '2', handeling: 'meld_gereed', reden: '', ...stand };
    expect((await app.stuur(pad, velden, velsen)).status).toBe(404);
    const lezer = await maakMens(db, 'lezer', 'kennemerland');
    expect((await app.stuur(pad, velden, lezer)).status).toBe(404);
    expect(await (await app.haal(pad, velsen)).text()).not.toContain('name="handeling"');
  });
});
