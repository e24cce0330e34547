import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, metClient, PUBLIEK, sql, type Transactie } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { findWaarneming, leesReeks } from '../usecases/lees-cijfers.ts';
import { type NieuweWaarneming, schrijfWaarnemingen } from './schrijf-waarnemingen.ts';

const nu = Temporal.Instant.from('2026-11-22T10:00:00Z');
const INLEZEN: Actor = { soort: 'stelsel', taak: 'inlezen' };
const ZW = 'zaanstreek-waterland';
const NHN = 'noord-holland-noord';

describe('cijfers in de database', async () => {
  const proef = await maakProef();
  const datalab = maakDatalab({ nu: () => nu });
  let site: Datalabsite;
  let leider: Proefpersoon;
  let analist: Proefpersoon;
  let alkmaar: Proefpersoon;
  let hoorn: Proefpersoon;
  let anderen: Proefpersoon[];

  const tel = async (wat: string) =>
    metClient(proef.beheer, async c => Number((await c.query(`select count(*) n from ${wat}`)).rows[0].n));

  function rij(gemeente: string, waarde: string, meer: Partial<NieuweWaarneming> = {}): NieuweWaarneming {
    return {
      plaatssoort: 'gemeente',
      plaats: gemeente,
      plaatsnaam: 'Voorbeeld',
      regio: NHN,
      gemeente,
      periode: '2025',
      periodetekst: '2025',
      van: '2025-01-01',
      tot: '2025-12-31',
      indicator: 'vt_meldingen',
      definitieversie: 1,
      bron_id: 'intern-bestand',
      plek: 'blad 1',
      openbaarheid: 'intern',
      organisatie_id: null,
      waarde,
      decimalen: 0,
      eenheid: 'aantal',
      voorlopig: true,
      overgenomen: '2026-11-22',
      opmerking: null,
      rondingsstap: null,
      teken: null,
      ...meer,
    };
  }
  const wijze = { nu, door: 'proef', reden: 'proef', inlezing: null };
  const zichtbaar = (tx: Transactie) =>
    sql<{ gemeente: string }>`select gemeente from datalab.actuele_waarneming where openbaarheid = 'intern'
      order by gemeente`
      .execute(tx)
      .then(r => r.rows.map(x => x.gemeente));

  beforeAll(async () => {
    site = await maakDatalabsite(proef, datalab);
    leider = await site.persoon('projectleider', NHN);
    analist = await site.persoon('datalab_analist', NHN);
    alkmaar = await site.persoon('beleidsmedewerker', NHN, 'GM0361');
    hoorn = await site.persoon('beleidsmedewerker', NHN, 'GM0405');
    anderen = [
      await site.persoon('projectleider', ZW),
      await site.persoon('raadslid', NHN, 'GM0361'),
      await site.persoon('lezer', NHN),
      await site.persoon('accountbeheerder', NHN),
    ];
    await site.als(leider.actor, async tx => {
      await sql`insert into datalab.bron (id, titel, regio, openbaar)
        values ('intern-bestand', 'Intern bestand', ${NHN}, false)`.execute(tx);
      await schrijfWaarnemingen(tx, [rij('GM0361', '40'), rij('GM0405', '30')], wijze);
    });
  });

  // @eis A4.1
  test('niets gaat verloren: elke regel van de bestanden staat er, ook na nog een keer inlezen', async () => {
    const meldingen: string[] = [];
    await site.als(INLEZEN, tx => datalab.laad(tx, m => meldingen.push(m)));
    expect(await tel('datalab.gemeente')).toBe(414);
    expect(await tel(`datalab.waarneming where openbaarheid = 'openbaar_in_bron'`)).toBe(213 + 216);
    expect(
      await tel(`datalab.waarneming_versie v join datalab.waarneming w on w.id = v.waarneming_id
      where w.openbaarheid = 'openbaar_in_bron'`),
    ).toBe(213 + 216);
    expect(await tel('datalab.inwonertal where jaar = 2023')).toBe(342);
    expect(meldingen).toContain('213 cijfers uit raads- en beleidsstukken');
  });

  // @eis A4.3
  test('elk cijfer uit de bronnen heeft een volledige regel in de catalogus', async () => {
    expect(
      await tel(`datalab.waarneming w left join datalab.indicator i
        on (i.code, i.definitieversie) = (w.indicator, w.definitieversie)
        where i.code is null or i.inhoud -> 'naam' ->> 'nl' is null or i.inhoud ->> 'eigenaar' is null`),
    ).toBe(0);
  });

  // @eis A4.2 A5.3
  test('een intern cijfer ziet alleen wie dat mag: de regio, en van de eigen gemeente de beleidsmedewerker', async () => {
    expect(await site.als(leider.actor, zichtbaar)).toEqual(['GM0361', 'GM0405']);
    expect(await site.als(analist.actor, zichtbaar)).toEqual(['GM0361', 'GM0405']);
    expect(await site.als(alkmaar.actor, zichtbaar)).toEqual(['GM0361']);
    expect(await site.als(hoorn.actor, zichtbaar)).toEqual(['GM0405']);
    for (const wie of anderen) expect(await site.als(wie.actor, zichtbaar)).toEqual([]);
    expect(await site.als(PUBLIEK, zichtbaar)).toEqual([]);
  });

  // @eis A4.2 A5.3
  test('een intern cijfer van een andere gemeente is er niet, ook niet met zijn kenmerk', async () => {
    const id = await metClient(
      proef.beheer,
      async c =>
        (
          await c.query(
            `select id from datalab.waarneming where openbaarheid = 'intern' and gemeente = 'GM0405'`,
          )
        ).rows[0].id as string,
    );
    expect((await site.als(hoorn.actor, tx => findWaarneming(tx, id)))?.waarneming.id).toBe(id);
    expect(await site.als(alkmaar.actor, tx => findWaarneming(tx, id))).toBeNull();
    expect(await site.als(PUBLIEK, tx => findWaarneming(tx, id))).toBeNull();
    const standen = (actor: Actor) =>
      site.als(actor, tx =>
        sql`select 1 from datalab.waarneming_versie where waarneming_id = ${id}`
          .execute(tx)
          .then(r => r.rows.length),
      );
    expect(await standen(hoorn.actor)).toBe(1);
    expect(await standen(alkmaar.actor)).toBe(0);
  });

  test('zonder actor is er niets te lezen, ook geen openbaar cijfer', async () => {
    for (const tabel of ['waarneming', 'waarneming_versie', 'indicator', 'gemeente', 'bron', 'bevinding']) {
      const r = await proef.app.pool.query(`select count(*)::int n from datalab.${tabel}`);
      expect([tabel, r.rows[0].n]).toEqual([tabel, 0]);
    }
  });

  // @eis A4.1
  test('een herziening komt erbij en overschrijft niets', async () => {
    await site.als(leider.actor, tx =>
      schrijfWaarnemingen(tx, [rij('GM0361', '43', { voorlopig: false })], wijze),
    );
    const id = await metClient(
      proef.beheer,
      async c =>
        (
          await c.query(
            `select id from datalab.waarneming where openbaarheid = 'intern' and gemeente = 'GM0361'`,
          )
        ).rows[0].id as string,
    );
    const gevonden = await site.als(leider.actor, tx => findWaarneming(tx, id));
    expect(gevonden?.waarneming.versie).toBe(2);
    expect(gevonden?.standen.map(s => [s.versie, s.waarde, s.voorlopig])).toEqual([
      [2, 43, false],
      [1, 40, true],
    ]);
  });

  test('niemand wijzigt of verwijdert een cijfer of een stand ervan', async () => {
    for (const zin of [
      'update datalab.waarneming_versie set waarde = 1',
      'delete from datalab.waarneming_versie',
      'delete from datalab.waarneming',
    ]) {
      await expect(site.als(leider.actor, tx => sql.raw(zin).execute(tx))).rejects.toThrow(
        'permission denied',
      );
    }
  });

  test('een regio schrijft niet in een andere regio, een beleidsmedewerker en een raadslid schrijven niets', async () => {
    const nieuw = [rij('GM0361', '50', { periode: '2024', periodetekst: '2024' })];
    for (const wie of [alkmaar, ...anderen]) {
      await expect(site.als(wie.actor, tx => schrijfWaarnemingen(tx, nieuw, wijze))).rejects.toThrow(
        'row-level security',
      );
    }
  });

  test('de gegevens van het product wijzigt alleen een uitgave', async () => {
    const r = await site.als(leider.actor, tx =>
      sql`update datalab.gemeente set naam = 'Anders' where code = 'GM0361'`.execute(tx),
    );
    expect(Number(r.numAffectedRows)).toBe(0);
    await expect(
      site.als(leider.actor, tx =>
        sql`insert into datalab.inwonertal (code, jaar, inwoners, mannen, vrouwen) values ('GM0361', 2030, 1, 1, 0)`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow('row-level security');
  });

  // @eis A4.2
  test('een reeks voor buiten bevat nooit een intern cijfer, ook niet voor de projectleider', async () => {
    const reeks = await site.als(leider.actor, tx =>
      leesReeks(tx, { regio: NHN, gemeente: 'GM0361', indicator: 'vt_meldingen' }),
    );
    // Inventarisatie Alkmaar, 6 Cijfers, tabel Veilig Thuis.
    expect(reeks.map(p => [p.periode, p.waarde.waarde])).toEqual([
      ['2020', 687],
      ['2021', 635],
      ['2022', 669],
      ['2023', 559],
    ]);
    expect(reeks[0]?.waarde.citaten[0]?.plek).toBe('6 Cijfers, tabel Veilig Thuis');
  });

  test('een kenmerk dat geen kenmerk is, geeft niets en geen fout', async () => {
    expect(await site.als(leider.actor, tx => findWaarneming(tx, "' or 1=1"))).toBeNull();
    expect(await site.als(leider.actor, tx => findWaarneming(tx, randomUUID()))).toBeNull();
  });
});
