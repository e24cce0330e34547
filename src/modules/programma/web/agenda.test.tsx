import { Writable } from 'node:stream';
import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { leesInstellingen } from '#platform/config/index.ts';
import { metActor, PUBLIEK, sql } from '#platform/db/index.ts';
import { maakApp } from '#platform/http/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { type Lezer, leesProgrammas, maakMens, maakProefapp } from '../testing/proefapp.ts';
import { bewaarOnderdeel } from '../usecases/bewaar.ts';
import { findProgramma } from '../usecases/lees.ts';
import { type ProgrammaLeen, registreer } from './routes.tsx';

const proef = await maakProef();
const db = proef.app.db;
const MOMENT = '2026-03-02T09:00:00Z';
const vandaag = Temporal.PlainDate.from('2026-03-02');
const leen: ProgrammaLeen = {
  gemeenteSlug: () => null,
  cijferPaneel: async () => [],
  actieCijfers: async () => [],
};
const app = maakProefapp(db, a => registreer(a, leen), MOMENT);

beforeAll(() => leesProgrammas(db));

/** Reads a calendar as RFC 5545 says: lines end in CRLF, a line that starts with a space goes on. */
function ontleed(tekst: string): Record<string, string>[] {
  expect(tekst.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const regels = tekst.replaceAll('\r\n ', '').split('\r\n');
  const uit: Record<string, string>[] = [];
  for (const regel of regels) {
    if (regel === 'BEGIN:VEVENT') uit.push({});
    const scheiding = regel.indexOf(':');
    const laatste = uit.at(-1);
    if (laatste) laatste[regel.slice(0, scheiding)] ??= regel.slice(scheiding + 1).replace(/\\([,;])/g, '$1');
  }
  return uit;
}

async function maakAdres(mens: Lezer): Promise<string> {
  const lid = mens.lidmaatschappen[0]!;
  const velden = { regio: lid.regio ?? '', rol: lid.rol, gemeente: lid.gemeente ?? '' };
  const html = await (await app.stuur('/account/agenda', velden, mens)).text();
  return /\/agenda\/[A-Za-z0-9_-]+\.ics/.exec(html)?.[0] ?? '';
}
const gebeurtenissen = async (adres: string) => ontleed(await (await app.haal(adres)).text());

// @eis A3.4
describe('de agenda op een geheim adres', () => {
  test('geeft elke mijlpaal met datum als hele dag, en zegt waar de bron minder nauwkeurig is', async () => {
    const adres = await maakAdres(await maakMens(db, 'lezer', 'zaanstreek-waterland'));
    const r = await app.haal(adres);
    expect(r.status).toBe(200);
    expect(r.headers.get('cache-control')).toBe('private');
    expect(r.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const lijst = ontleed(await r.text());
    const van = (code: string) =>
      lijst.find(g => g.UID === `mijlpaal-${code}@zaanstreek-waterland.lange-adem`);
    expect(lijst.filter(g => g.UID?.startsWith('mijlpaal-'))).toHaveLength(34);
    // January 2021 in the plan: its last day, and the title says so.
    expect(van('ZW-M01')).toMatchObject({
      'DTSTART;VALUE=DATE': '20210131',
      SUMMARY: 'Communicatieplan en -pakket (januari 2021, dit is de laatste dag)',
    });
    expect(van('ZW-M13')).toMatchObject({ 'DTSTART;VALUE=DATE': '20210331' });
    expect(van('ZW-M02')?.SUMMARY).toContain('1e kwartaal 2021 tot en met 4e kwartaal 2021');
    expect(new Set(lijst.map(g => g.UID)).size).toBe(lijst.length);
  });

  test('een dag die de bron noemt, staat er zonder omhaal; een tweede lezing geeft dezelfde kenmerken', async () => {
    const adres = await maakAdres(await maakMens(db, 'lezer', 'noord-holland-noord'));
    const een = await gebeurtenissen(adres);
    const m16 = een.find(g => g.UID === 'mijlpaal-NHN-M16@noord-holland-noord.lange-adem');
    expect(m16).toMatchObject({ 'DTSTART;VALUE=DATE': '20250320', SUMMARY: 'Raadsbesluit' });
    expect(await gebeurtenissen(adres)).toEqual(een);
  });

  test('een raadslid krijgt wat naar raad en commissie gaat, besluiten en rapportages, geen ambtelijk overleg', async () => {
    const raad = await gebeurtenissen(
      await maakAdres(await maakMens(db, 'raadslid', 'noord-holland-noord', 'GM0361')),
    );
    const codes = raad.map(g => g.UID?.split('@')[0]);
    expect(codes).toContain('mijlpaal-NHN-M16');
    expect(codes).toContain('mijlpaal-NHN-M18');
    expect(codes).not.toContain('mijlpaal-NHN-M2');
    const heiloo = await gebeurtenissen(
      await maakAdres(await maakMens(db, 'raadslid', 'noord-holland-noord', 'GM0399')),
    );
    expect(heiloo.map(g => g.UID)).not.toContain('mijlpaal-NHN-M16@noord-holland-noord.lange-adem');
  });

  test('een projectleider ziet ook een concept, als concept; een lezer ziet wat gepubliceerd is', async () => {
    const leider = await maakMens(db, 'projectleider', 'kennemerland');
    const adresLeider = await maakAdres(leider);
    const adresLezer = await maakAdres(await maakMens(db, 'lezer', 'kennemerland'));
    const d = { db, ...leider, vandaag, nu: Temporal.Instant.from(MOMENT) };
    const p = await metActor(db, leider.actor, vandaag, tx => findProgramma(tx, 'kennemerland', 'werk'));
    const m = p?.onderdelen.get('mijlpaal')?.find(x => x.code === 'KEN-M12');
    const na = await bewaarOnderdeel(d, {
      regio: 'kennemerland',
      soort: 'mijlpaal',
      code: 'KEN-M12',
      versie: m?.versie ?? 0,
      inhoud: { ...m?.inhoud, titel: 'Geheim plan' },
      reden: null,
    });
    expect(na.ok).toBe(true);
    const titelIn = async (adres: string) =>
      (await gebeurtenissen(adres)).find(g => g.UID?.startsWith('mijlpaal-KEN-M12@'))?.SUMMARY;
    expect(await titelIn(adresLeider)).toBe('Geheim plan [nog niet openbaar]');
    expect(await titelIn(adresLezer)).toBe('Einde landelijk programma GHNT');
  });

  test('ingetrokken, vervangen, onbekend en niet meer bevoegd geven hetzelfde antwoord', async () => {
    const mens = await maakMens(db, 'lezer', 'kennemerland');
    const eerste = await maakAdres(mens);
    const tweede = await maakAdres(mens);
    expect((await app.haal(tweede)).status).toBe(200);
    const zonderNummer = async (pad: string) => {
      const r = await app.haal(pad);
      // The page's link to sign in comes back to the address that was asked.
      const html = (await r.text()).replaceAll(encodeURIComponent(pad), '').replaceAll(pad, '');
      return [r.status, r.headers.get('cache-control'), html];
    };
    const onbekend = await zonderNummer(`/agenda/${'A'.repeat(43)}.ics`);
    expect(onbekend[0]).toBe(404);
    expect(await zonderNummer(eerste)).toEqual(onbekend);
    const html = await (await app.haal('/account/agenda', mens)).text();
    const intrekken = /\/account\/agenda\/[0-9a-f-]+\/intrekken/.exec(html)?.[0] ?? '';
    const vreemde = await maakMens(db, 'lezer', 'kennemerland');
    expect((await app.stuur(intrekken, {}, vreemde)).status).toBe(404);
    expect((await app.haal(tweede)).status).toBe(200);
    expect((await app.stuur(intrekken, {}, mens)).status).toBe(303);
    expect(await zonderNummer(tweede)).toEqual(onbekend);
    const derde = await maakAdres(mens);
    const id = mens.actor.soort === 'persoon' ? mens.actor.id : '';
    await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, tx =>
      sql`update toegang.lidmaatschap set tot = '2026-03-02' where persoon_id = ${id}`.execute(tx),
    );
    expect(await zonderNummer(derde)).toEqual(onbekend);
  });
});

// @eis A3.4
describe('het geheim van een agenda-adres', () => {
  test('staat niet in de database en niet in het log', async () => {
    const regels: string[] = [];
    const stroom = new Writable({
      write: (stuk, _codering, klaar) => {
        regels.push(String(stuk));
        klaar();
      },
    });
    const metLog = maakApp({
      geheim: Buffer.alloc(32),
      herken: async () => ({ actor: PUBLIEK, gebruiker: null, sessie: '', toegang: null }),
      diensten: {
        db,
        klok: vasteKlok(MOMENT),
        log: pino({}, stroom),
        instellingen: leesInstellingen({}),
        demo: false,
        stijlPad: '',
        scriptPad: '',
        navigatie: () => [],
      },
    });
    registreer(metLog, leen);
    const adres = await maakAdres(await maakMens(db, 'lezer', 'kennemerland'));
    const geheim = adres.replace('/agenda/', '').replace('.ics', '');
    expect(geheim).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const statussen: number[] = [];
    for (const pad of [adres, `/agenda/${geheim}`, `/agenda/x${geheim}.ics`])
      statussen.push((await metLog.request(pad, { headers: { host: 'localhost' } })).status);
    expect(statussen).toEqual([200, 404, 404]);
    expect(regels).toHaveLength(3);
    expect(regels.join('')).not.toContain(geheim);
    expect(regels[0]).toContain('/agenda/:adres');
    await metActor(db, { soort: 'stelsel', taak: 'agendaadres' }, vandaag, async tx => {
      const { rows } = await sql`select * from programma.agendaadres`.execute(tx);
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(geheim);
    });
  });

  test('niemand ziet adressen van een ander, en niemand maakt er een voor een rol die hij niet heeft', async () => {
    const mens = await maakMens(db, 'lezer', 'kennemerland');
    await maakAdres(mens);
    const ander = await maakMens(db, 'projectleider', 'kennemerland');
    const telling = (actor: Lezer['actor']) =>
      metActor(db, actor, vandaag, async tx => {
        const { rows } = await sql`select 1 from programma.agendaadres`.execute(tx);
        return rows.length;
      });
    expect(await telling(mens.actor)).toBe(1);
    expect(await telling(ander.actor)).toBe(0);
    expect(await telling(PUBLIEK)).toBe(0);
    expect(await telling({ soort: 'stelsel', taak: 'inlezen' })).toBe(0);
    const velden = { regio: 'kennemerland', rol: 'projectleider', gemeente: '' };
    expect((await app.stuur('/account/agenda', velden, mens)).status).toBe(404);
    const id = mens.actor.soort === 'persoon' ? mens.actor.id : '';
    await expect(
      metActor(db, mens.actor, vandaag, tx =>
        sql`insert into programma.agendaadres (id, persoon_id, regio, rol, afdruk, aangemaakt)
          values (${crypto.randomUUID()}, ${id}, 'kennemerland', 'projectleider', ${'a'.repeat(64)}, now())`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    expect((await app.haal('/account/agenda')).headers.get('location')).toContain('/aanmelden');
  });
});
