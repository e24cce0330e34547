import { beforeAll, describe, expect, test } from 'vitest';
import type { AnderDeel, Zoeker } from '#modules/programma/index.ts';
import { type Actor, metActor, PUBLIEK, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import {
  bronbestand,
  type Lezer,
  leesProgrammas,
  maakMens,
  maakProefapp,
  REGIOS,
} from '../programma/testing/proefapp.ts';
import { leesZelfscan } from './domain/lees-deel.ts';
import type { Zelfscan } from './domain/zelfscan.ts';
import { zoek } from './index.ts';
import { deel, registreer } from './module.ts';

const proef = await maakProef();
const db = proef.app.db;
const vandaag = Temporal.PlainDate.from('2026-11-22');
const nu = Temporal.Instant.from('2026-11-22T09:00:00Z');
const site = maakProefapp(db, registreer);
const als = <T,>(actor: Actor, werk: Parameters<typeof metActor<T>>[3]) => metActor(db, actor, vandaag, werk);
const bron = (regio: string) => bronbestand(regio).zelfscan as Zelfscan;
async function pagina(pad: string, lezer?: Lezer) {
  const r = await site.haal(pad, lezer);
  return { status: r.status, html: await r.text() };
}
const delen: AnderDeel[] = [deel];
const zoeker: Zoeker = { zoek };

beforeAll(() => leesProgrammas(db, delen));

// @eis A3.1
describe('zelfscan uit het programmabestand', () => {
  test.each(REGIOS)('wat %s inleest komt gelijk terug, ook voor het publiek', async regio => {
    expect(bron(regio)).toBeDefined();
    expect(await als(PUBLIEK, tx => deel.geef(tx, regio))).toEqual(bron(regio));
    expect(await als(PUBLIEK, tx => deel.geef(tx, regio, 'openbaar'))).toEqual(bron(regio));
  });

  test('niemand (geen actor) ziet niets', async () => {
    expect((await sql`select 1 from zelfscan.zelfscan`.execute(db)).rows).toEqual([]);
    expect((await sql`select 1 from zelfscan.zelfscan_versie`.execute(db)).rows).toEqual([]);
  });

  test('een mens die inleest maakt een concept; pas na publiceren ziet het publiek het', async () => {
    const leider = await maakMens(db, 'projectleider', 'zaanstreek-waterland');
    const door = `persoon:${(leider.actor as { id: string }).id}`;
    const nieuw = { ...bron('zaanstreek-waterland'), doel: 'Een ander doel' };
    const regio = 'zaanstreek-waterland';
    expect(await als(leider.actor, tx => deel.laad(tx, regio, nieuw, { nu, door }))).toEqual([]);
    expect(await als(leider.actor, tx => deel.geef(tx, regio))).toEqual(nieuw);
    expect(await als(PUBLIEK, tx => deel.geef(tx, regio))).toEqual(bron(regio));
    expect((await pagina(`/regio/${regio}/zelfscan`)).html).not.toContain('Een ander doel');
    expect((await pagina(`/programma/${regio}/zelfscan`, leider)).html).toContain('nog niet openbaar');
    expect((await site.stuur(`/programma/${regio}/zelfscan`, {}, leider)).status).toBe(303);
    expect((await pagina(`/regio/${regio}/zelfscan`)).html).toContain('Een ander doel');
  });

  test('wie de regio niet leidt kan niets inlezen of publiceren', async () => {
    for (const lezer of [
      await maakMens(db, 'beleidsmedewerker', 'kennemerland', 'GM0392'),
      await maakMens(db, 'projectleider', 'noord-holland-noord'),
    ]) {
      const nieuw = { ...bron('kennemerland'), doel: 'Overgenomen' };
      const poging = als(lezer.actor, tx => deel.laad(tx, 'kennemerland', nieuw, { nu, door: 'persoon:x' }));
      await expect(poging).rejects.toThrow();
      expect((await site.stuur('/programma/kennemerland/zelfscan', {}, lezer)).status).toBe(404);
    }
    expect(await als(PUBLIEK, tx => deel.geef(tx, 'kennemerland'))).toEqual(bron('kennemerland'));
  });

  test('elke fout wordt gemeld met haar plaats, en er verandert niets', async () => {
    const kapot = {
      ...bron('kennemerland'),
      gereed: 'najaar',
      vreemd: 1,
      secties: [{ nr: 'een', titel: '', onderwerpen: [{ titel: 'X', onderdelen: 'Y' }] }],
    };
    expect(leesZelfscan(kapot).gebreken.map(g => [g.veld, g.gebrek.code])).toEqual([
      ['vreemd', 'onbekend_deel'],
      ['gereed', 'geen_datum'],
      ['secties.0.nr', 'geen_getal'],
      ['secties.0.titel', 'verplicht'],
      ['secties.0.onderwerpen.0.onderdelen', 'geen_lijst'],
    ]);
    const stelsel = { soort: 'stelsel' as const, taak: 'proef' };
    const v = { nu, door: 'stelsel:proef' };
    expect(await als(stelsel, tx => deel.laad(tx, 'kennemerland', kapot, v))).toHaveLength(5);
    expect(await als(stelsel, tx => deel.laad(tx, 'kennemerland', undefined, v))).toEqual([]);
    expect(await als(PUBLIEK, tx => deel.geef(tx, 'kennemerland'))).toEqual(bron('kennemerland'));
    expect(leesZelfscan('tekst').gebreken).toHaveLength(1);
  });
});

// @eis A3.1
describe('pagina van de zelfscan', () => {
  test('secties en onderwerpen staan er met bron, zonder bestandsnaam', async () => {
    const { status, html } = await pagina('/regio/kennemerland/zelfscan');
    expect(status).toBe(200);
    for (const s of bron('kennemerland').secties) {
      expect(html).toContain(s.titel);
      for (const o of s.onderwerpen) expect(html).toContain(o.titel);
    }
    expect(html).toContain('Familie- en jeugdrecht');
    expect(html).toContain('oktober 2021');
    expect(html).toContain('Bijlage 1');
    expect(html).not.toContain('.txt');
  });

  test('een regio zonder zelfscan zegt dat; een onbekende regio is niet gevonden', async () => {
    expect((await pagina('/regio/noord-holland-noord/zelfscan')).html).toContain(
      'Er is geen zelfscan opgenomen',
    );
    expect((await pagina('/regio/nergens/zelfscan')).status).toBe(404);
    expect((await pagina('/regio/%00/zelfscan')).status).toBe(404);
  });

  test('de pagina bestaat in het Engels; de werkversie vraagt om aanmelden', async () => {
    expect((await pagina('/en/regio/kennemerland/zelfscan')).html).toContain('Sections and topics');
    expect((await pagina('/programma/kennemerland/zelfscan')).status).toBe(303);
  });

  test('zoeken vindt een onderwerp', async () => {
    const vraag = (woorden: string[]) =>
      als(PUBLIEK, tx => zoeker.zoek(tx, { woorden, weergave: 'openbaar', regio: null }));
    expect((await vraag(['traumasensitief'])).map(x => [x.regio, x.pad])).toEqual([
      ['kennemerland', '/zelfscan'],
    ]);
    expect(await vraag([])).toEqual([]);
  });
});
