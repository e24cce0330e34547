import { beforeAll, describe, expect, test } from 'vitest';
import { findRegiokenmerken, type Zoeker } from '#modules/programma/index.ts';
import { type Actor, metActor, PUBLIEK, sql } from '#platform/db/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import {
  bronbestand,
  leesProgrammas,
  maakMens,
  maakProefapp,
  REGIOS,
} from '../programma/testing/proefapp.ts';
import type { AnderDeel } from '../programma/usecases/bestand.ts';
import type { Hulpaanbod } from './domain/hulpaanbod.ts';
import { filterHulpaanbod, keuzesUit, past } from './domain/hulpaanbod.ts';
import { leesHulpaanbod } from './domain/lees-deel.ts';
import { zoek } from './index.ts';
import { deel, registreer } from './module.ts';

const proef = await maakProef();
const db = proef.app.db;
const vandaag = Temporal.PlainDate.from('2026-11-22');
const nu = Temporal.Instant.from('2026-11-22T09:00:00Z');
const site = maakProefapp(db, app => registreer(app, { findRegio: findRegiokenmerken }));
const als = <T,>(actor: Actor, werk: Parameters<typeof metActor<T>>[3]) => metActor(db, actor, vandaag, werk);
const bron = (regio: string) => bronbestand(regio).hulpaanbod as Hulpaanbod[];
const pagina = async (
  pad: string,
  ...lezer: Parameters<typeof site.haal> extends [string, ...infer R] ? R : never
) => {
  const r = await site.haal(pad, ...lezer);
  return { status: r.status, html: await r.text() };
};
// The part fits the shape that the room of programmes asks for: this line does not compile otherwise.
const delen: AnderDeel[] = [deel];
const zoeker: Zoeker = { zoek };

beforeAll(() => leesProgrammas(db, delen));

// @eis A3.1
describe('hulpaanbod uit het programmabestand', () => {
  test.each(REGIOS)('wat %s inleest komt gelijk terug, ook voor het publiek', async regio => {
    expect(bron(regio).length).toBeGreaterThan(15);
    expect(await als(PUBLIEK, tx => deel.geef(tx, regio))).toEqual(bron(regio));
    expect(await als(PUBLIEK, tx => deel.geef(tx, regio, 'openbaar'))).toEqual(bron(regio));
  });

  test('niemand (geen actor) ziet niets', async () => {
    expect((await sql`select 1 from hulpaanbod.hulpaanbod`.execute(db)).rows).toEqual([]);
    expect((await sql`select 1 from hulpaanbod.hulpaanbod_versie`.execute(db)).rows).toEqual([]);
  });

  test('een mens die inleest maakt een concept; pas na publiceren ziet het publiek het', async () => {
    const leider = await maakMens(db, 'projectleider', 'kennemerland');
    const door = `persoon:${(leider.actor as { id: string }).id}`;
    const [eerste, tweede, ...rest] = bron('kennemerland') as [Hulpaanbod, Hulpaanbod, ...Hulpaanbod[]];
    const nieuw = [tweede, { ...eerste, naam: 'Andere naam' }, ...rest.slice(1)];
    const weg = rest[0] as Hulpaanbod;
    expect(await als(leider.actor, tx => deel.laad(tx, 'kennemerland', nieuw, { nu, door }))).toEqual([]);
    expect(await als(leider.actor, tx => deel.geef(tx, 'kennemerland', 'werk'))).toEqual(nieuw);
    const openbaar = (await als(PUBLIEK, tx => deel.geef(tx, 'kennemerland', 'openbaar'))) as Hulpaanbod[];
    expect(openbaar.map(h => h.naam).sort()).toEqual(
      bron('kennemerland')
        .map(h => h.naam)
        .sort(),
    );
    expect((await pagina('/regio/kennemerland/hulpaanbod')).html).toContain(weg.naam);
    const werk = await pagina('/programma/kennemerland/hulpaanbod', leider);
    expect(werk.html).toContain('2 wijzigingen zijn nog niet openbaar.');
    expect((await site.stuur('/programma/kennemerland/hulpaanbod', {}, leider)).status).toBe(303);
    expect(await als(PUBLIEK, tx => deel.geef(tx, 'kennemerland', 'openbaar'))).toEqual(nieuw);
    const na = await als(leider.actor, tx =>
      sql`select 1 from hulpaanbod.hulpaanbod_versie v join hulpaanbod.hulpaanbod h on h.id = v.hulpaanbod_id
        where h.regio = 'kennemerland' and h.code = ${weg.code}`.execute(tx),
    );
    expect(na.rows).toHaveLength(2);
  });

  test('een adviseur en een leider van een andere regio kunnen niets wijzigen of publiceren', async () => {
    for (const lezer of [
      await maakMens(db, 'beleidsmedewerker', 'zaanstreek-waterland', 'GM0479'),
      await maakMens(db, 'projectleider', 'noord-holland-noord'),
    ]) {
      await als(lezer.actor, async tx => {
        const r = await sql`update hulpaanbod.hulpaanbod set openbare_versie = null
          where regio = 'zaanstreek-waterland'`.execute(tx);
        expect(r.numAffectedRows).toBe(0n);
      });
      const poging = als(lezer.actor, tx =>
        deel.laad(tx, 'zaanstreek-waterland', [{ code: 'X', naam: 'X' }], { nu, door: 'persoon:x' }),
      );
      await expect(poging).rejects.toThrow();
      const r = await site.stuur('/programma/zaanstreek-waterland/hulpaanbod', {}, lezer);
      expect(r.status).toBe(404);
    }
    expect(await als(PUBLIEK, tx => deel.geef(tx, 'zaanstreek-waterland'))).toEqual(
      bron('zaanstreek-waterland'),
    );
  });

  test('elke fout in een bestand wordt gemeld met nummer en veld, en er verandert niets', async () => {
    const kapot = [
      { ...bron('noord-holland-noord')[0], naam: '' },
      { ...bron('noord-holland-noord')[1], doelgroepen: 'vrouwen', extra: 1 },
      'tekst',
    ];
    const fouten = leesHulpaanbod(kapot).fouten.map(f => [f.nummer, f.veld, f.gebrek.code]);
    expect(fouten).toEqual([
      [1, 'naam', 'verplicht'],
      [2, 'extra', 'onbekend_deel'],
      [2, 'doelgroepen', 'geen_lijst'],
      [3, '', 'geen_tekst'],
    ]);
    const stelsel = { soort: 'stelsel' as const, taak: 'proef' };
    const v = { nu, door: 'stelsel:proef' };
    expect(await als(stelsel, tx => deel.laad(tx, 'noord-holland-noord', kapot, v))).toHaveLength(4);
    expect(await als(stelsel, tx => deel.laad(tx, 'noord-holland-noord', undefined, v))).toEqual([]);
    expect(await als(PUBLIEK, tx => deel.geef(tx, 'noord-holland-noord'))).toEqual(
      bron('noord-holland-noord'),
    );
    const dubbel = [bron('noord-holland-noord')[0], bron('noord-holland-noord')[0]];
    expect(leesHulpaanbod(dubbel).fouten).toMatchObject([{ nummer: 2, gebrek: { code: 'dubbel' } }]);
  });
});

// @eis A3.1
describe('pagina’s van het hulpaanbod', () => {
  test('alle hulp staat er, op naam van de aanbieder, met filters in het adres', async () => {
    const { status, html } = await pagina('/regio/noord-holland-noord/hulpaanbod');
    expect(status).toBe(200);
    for (const h of bron('noord-holland-noord')) expect(html).toContain(encodeURIComponent(h.code));
    const deelLijst = await pagina('/regio/noord-holland-noord/hulpaanbod?doelgroep=mannen');
    const verwacht = bron('noord-holland-noord').filter(h => h.doelgroepen.includes('mannen'));
    expect(deelLijst.html.match(/hulpaanbod\/NHN-H\d+"/g)).toHaveLength(verwacht.length);
    const leeg = await pagina('/regio/noord-holland-noord/hulpaanbod?doelgroep=mannen&soort=alarm');
    expect(leeg.html).toContain('Geen hulp voldoet aan deze keuze');
  });

  test('een onbekende keuze wordt bij name geweigerd', async () => {
    const { status, html } = await pagina('/regio/kennemerland/hulpaanbod?fase=later');
    expect(status).toBe(422);
    expect(html).toContain('Fase &#39;later&#39; bestaat niet');
  });

  test('een hulp heeft haar eigen pagina, met bron en zonder bestandsnaam', async () => {
    const { html } = await pagina('/regio/noord-holland-noord/hulpaanbod/NHN-H1');
    expect(html).toContain('Veilig Thuis Noord-Holland Noord');
    expect(html).toContain('24 uur per dag, telefonisch, ook anoniem');
    expect(html).toContain('Bron:');
    expect(html).not.toContain('.txt');
    expect((await pagina('/regio/noord-holland-noord/hulpaanbod/NHN-H99')).status).toBe(404);
    expect((await pagina('/regio/nergens/hulpaanbod')).status).toBe(404);
  });

  test('de pagina bestaat in het Engels', async () => {
    const { html } = await pagina('/en/regio/kennemerland/hulpaanbod');
    expect(html).toContain('Which help there is in Kennemerland');
    expect(html).toContain('Immediate safety');
  });
});

describe('zoeken en kiezen in het hulpaanbod', () => {
  test('zoeken kijkt niet naar hoofdletters en accenten, en vindt alleen wat openbaar is', async () => {
    const vraag = (woorden: string[], regio: string | null) =>
      als(PUBLIEK, tx => zoeker.zoek(tx, { woorden, weergave: 'openbaar', regio }));
    expect(
      (await vraag(['NOODBED', 'onveiligheid'], 'noord-holland-noord')).map(x => [x.titel, x.pad]),
    ).toEqual([['Noodopvang (Oranjehuis)', '/hulpaanbod/NHN-H3']]);
    expect(await vraag(['noodbed'], 'kennemerland')).toEqual([]);
    expect(await vraag([], null)).toEqual([]);
    expect((await vraag(['veilig', 'thuis'], null)).length).toBeGreaterThan(2);
    const h = { ...(bron('kennemerland')[0] as Hulpaanbod), naam: 'Eén gezin' };
    expect(past(h, ['een', 'GEZIN'])).toBe(true);
    expect(past(h, ['ezin'])).toBe(false);
  });

  test('elke keuze die wordt geboden heeft minstens een hulp', () => {
    for (const regio of REGIOS) {
      const alles = bron(regio);
      const leeg = { doelgroep: '', fase: '', soort: '', aanbieder: '' };
      expect(filterHulpaanbod(alles, leeg)).toHaveLength(alles.length);
      for (const [veld, waarden] of Object.entries(keuzesUit(alles)))
        for (const w of waarden)
          expect(filterHulpaanbod(alles, { ...leeg, [veld]: w }).length).toBeGreaterThan(0);
    }
  });
});
