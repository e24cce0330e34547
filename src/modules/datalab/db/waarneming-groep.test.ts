import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, metClient, PUBLIEK, sql, type Transactie } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakDatalab } from '../module.ts';
import { type Datalabsite, maakDatalabsite, type Proefpersoon } from '../testing/datalabsite.ts';
import { leesBeeldstof } from '../usecases/beeldstof.ts';
import { bewaarProef, draaiInlezingTerug, type Inleeskeuzes, zetIngelezen } from './inlezing-opslag.ts';
import { type NieuweWaarneming, schrijfWaarnemingen } from './schrijf-waarnemingen.ts';
import { leesMerk } from './waarneming-opslag.ts';

const nu = Temporal.Instant.from('2026-11-22T10:00:00Z');
const NHN = 'noord-holland-noord';
const STELSEL: Actor = { soort: 'stelsel', taak: 'proef' };
const GEMEENTEN = ['GM0361', 'GM0405', 'GM0400'];

/** An observation as the table has it, whoever may see it. */
interface Tabelrij {
  id: string;
  versie: number;
  regio: string | null;
  gemeente: string | null;
  openbaarheid: string;
  plaatssoort: string;
}

describe('wat bewaard wordt onder de kenmerken van groepen waarnemingen', async () => {
  const proef = await maakProef();
  let site: Datalabsite;
  let leider: Proefpersoon;
  let lezers: Proefpersoon[];
  /** Rights as this test gave them, beside those of the database. */
  const recht = new Map<string, { rol: string; gemeente: string | null } | null>();

  const beheer = <T extends object>(vraag: string, waarden: unknown[] = []) =>
    metClient(proef.beheer, async c => (await c.query<T>(vraag, waarden)).rows);
  const rij = (
    gemeente: string,
    openbaarheid: 'intern' | 'openbaar_in_bron',
    n: number,
  ): NieuweWaarneming => ({
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
    bron_id: openbaarheid === 'intern' ? 'intern-bestand' : 'openbaar-bestand',
    plek: 'blad 1',
    openbaarheid,
    organisatie_id: null,
    waarde: String(n),
    decimalen: 0,
    eenheid: 'aantal',
    voorlopig: false,
    overgenomen: '2026-11-22',
    opmerking: null,
    rondingsstap: null,
    teken: null,
  });

  /** One import as the room does it; gives its id. */
  const leesIn = async (tx: Transactie, r: NieuweWaarneming) => {
    const keuzes = { openbaarheid: r.openbaarheid } as Inleeskeuzes;
    const inlezing = await bewaarProef(
      tx,
      {
        regio: NHN,
        organisatieId: null,
        bestandsnaam: 'x.csv',
        tabel: { kop: [], rijen: [] } as never,
        keuzes,
        soort: 'vrij',
        weg: 'scherm',
        kenmerk: null,
      },
      'proef',
      nu,
    );
    await schrijfWaarnemingen(tx, [r], { nu, door: 'proef', reden: 'proef', inlezing });
    await zetIngelezen(tx, inlezing, { aantal: 1, verversduur: 0 }, nu);
    return inlezing;
  };
  const geef = async (wie: Proefpersoon, rol: string | null, gemeente: string | null) => {
    await beheer('update toegang.lidmaatschap set tot = $2 where persoon_id = $1 and tot is null', [
      wie.id,
      '2026-11-22',
    ]);
    recht.set(wie.id, rol === null ? null : { rol, gemeente });
    if (rol === null) return;
    await beheer(
      `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, gemeente, van)
       values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      [randomUUID(), wie.id, wie.lid.organisatieId, rol, NHN, gemeente],
    );
  };

  const gezien = (actor: Actor) =>
    site.als(actor, async tx => {
      const stof = await leesBeeldstof(tx, NHN);
      return stof
        .beelden({ grenzen: 'bron', dag: '2026-11-22' })
        .flatMap(b => [...(b.regio ? [b.regio] : []), ...b.gemeenten, ...b.breder])
        .flatMap(p => p.regels)
        .map(r => `${r.waarneming.id} ${r.waarneming.versie}`)
        .toSorted();
    });
  /** The requirement (A4.2) over the whole table, apart from row security. */
  const hoort = async (wie: Proefpersoon | null) => {
    const r = wie ? recht.get(wie.id) : null;
    const alle = await beheer<Tabelrij>(
      `select w.*, v.versie from datalab.waarneming w join lateral (select * from datalab.waarneming_versie x
         where x.waarneming_id = w.id order by x.versie desc limit 1) v on true
       where v.waarde is not null and (w.regio = $1 or (w.regio is null and w.plaatssoort <> 'gemeente'))`,
      [NHN],
    );
    const mag = (w: Tabelrij) =>
      w.openbaarheid === 'openbaar_in_bron' ||
      r?.rol === 'projectleider' ||
      r?.rol === 'datalab_analist' ||
      (r?.rol === 'beleidsmedewerker' && w.gemeente === r.gemeente);
    return alle
      .filter(mag)
      .map(w => `${w.id} ${w.versie}`)
      .toSorted();
  };
  const iederZietWatHoort = async () => {
    for (const wie of [leider, ...lezers, null, ...lezers.toReversed()])
      expect(await gezien(wie?.actor ?? PUBLIEK)).toEqual(await hoort(wie));
  };

  beforeAll(async () => {
    site = await maakDatalabsite(proef, maakDatalab({ nu: () => nu }));
    leider = await site.persoon('projectleider', NHN);
    lezers = await Promise.all([
      site.persoon('beleidsmedewerker', NHN, 'GM0361'),
      site.persoon('datalab_analist', NHN),
      site.persoon('raadslid', NHN, 'GM0361'),
    ]);
    for (const p of [leider, ...lezers]) recht.set(p.id, { rol: p.lid.rol, gemeente: p.lid.gemeente });
    await site.als(leider.actor, tx =>
      sql`insert into datalab.bron (id, titel, van, datum, regio, openbaar) values
        ('intern-bestand', 'Intern bestand', null, null, ${NHN}, false),
        ('openbaar-bestand', 'Openbaar bestand', 'Voorbeeld', '2026', ${NHN}, true)`.execute(tx),
    );
  });

  // @eis A4.2 A5.6
  test('ieder ziet steeds wat hij mag zien en niets meer: na inlezen, herzien, terugdraaien en een ander recht', async () => {
    const inlezingen: string[] = [];
    const wie = fc.nat({ max: 2 });
    const rol = fc.constantFrom('projectleider', 'beleidsmedewerker', 'datalab_analist', 'raadslid', null);
    const gemeente = fc.constantFrom(...GEMEENTEN);
    const stap = fc.oneof(
      fc.record({
        soort: fc.constant('lees in' as const),
        gemeente,
        openbaarheid: fc.constantFrom('intern' as const, 'openbaar_in_bron' as const),
        waarde: fc.integer({ min: 5, max: 900 }),
        lukt: fc.boolean(),
      }),
      fc.record({ soort: fc.constant('draai terug' as const), welke: fc.nat({ max: 9 }) }),
      fc.record({ soort: fc.constant('ander recht' as const), wie, rol, gemeente }),
    );
    const doe = async (s: typeof stap extends fc.Arbitrary<infer T> ? T : never): Promise<void> => {
      if (s.soort === 'ander recht') {
        const lezer = lezers[s.wie] as Proefpersoon;
        const vanGemeente = s.rol === 'beleidsmedewerker' || s.rol === 'raadslid';
        return geef(lezer, s.rol, vanGemeente ? s.gemeente : null);
      }
      if (s.soort === 'draai terug') {
        const id = inlezingen.splice(s.welke % Math.max(1, inlezingen.length), 1)[0];
        if (id) await site.als(leider.actor, tx => draaiInlezingTerug(tx, id, 'proef', nu));
        return;
      }
      const gelezen = site.als(leider.actor, async tx => {
        const id = await leesIn(tx, rij(s.gemeente, s.openbaarheid, s.waarde));
        // What is read inside a change that never comes about is not kept for anybody else.
        await leesBeeldstof(tx, NHN);
        if (!s.lukt) throw new Error('afgebroken');
        return id;
      });
      await gelezen.then(
        id => inlezingen.push(id),
        (e: Error) => expect(e.message).toBe('afgebroken'),
      );
    };
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 6, maxLength: 12 }), async stappen => {
        for (const s of stappen) {
          await doe(s);
          await iederZietWatHoort();
        }
      }),
      { seed: 20261122, numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  /** The same transaction, in which something happens elsewhere after its first question. */
  const metTussendoor = (tx: Transactie, doe: () => Promise<void>): Transactie => {
    let gedaan = false;
    return tx.withPlugin({
      transformQuery: x => x.node,
      transformResult: async x => {
        if (!gedaan) {
          gedaan = true;
          await doe();
        }
        return x.result;
      },
    });
  };

  // @eis A4.2 A5.6
  test('een recht dat komt en gaat terwijl iemand leest brengt niemand anders een intern cijfer', async () => {
    const lezer = lezers[2] as Proefpersoon;
    await geef(lezer, null, null);
    await site.als(leider.actor, tx => leesIn(tx, rij('GM0400', 'intern', 77)));
    // Nobody has read this state yet: what is read now is what will be kept of it.
    await site.als(leider.actor, tx => leesIn(tx, rij('GM0405', 'openbaar_in_bron', 901)));
    let tussendoor = 0;
    await site.als(lezer.actor, tx =>
      leesBeeldstof(
        metTussendoor(tx, async () => {
          tussendoor++;
          await geef(lezer, 'datalab_analist', null);
        }),
        NHN,
      ),
    );
    expect(tussendoor).toBe(1);
    expect(await gezien(PUBLIEK)).toEqual(await hoort(null));
    expect(await gezien(lezer.actor)).toEqual(await hoort(lezer));
    await geef(lezer, null, null);
    expect(await gezien(lezer.actor)).toEqual(await hoort(null));
  });

  // @eis A5.5 A5.6
  test('zolang niets verandert wordt niets opnieuw gelezen, en wat intern verandert laat het publiek zijn beeld', async () => {
    const stof = (actor: Actor) => site.als(actor, tx => leesBeeldstof(tx, NHN));
    const [publiek, intern] = [await stof(PUBLIEK), await stof(leider.actor)];
    expect(await stof(PUBLIEK)).toBe(publiek);
    expect(await stof(leider.actor)).toBe(intern);
    expect(intern).not.toBe(publiek);
    // By another process: nothing of this one is told.
    await beheer(
      `insert into datalab.waarneming_versie select waarneming_id, versie + 1, waarde + 1, decimalen, eenheid, voorlopig,
         overgenomen, opmerking, inlezing_id, vastgelegd, door, reden from datalab.waarneming_versie v
       where waarneming_id = (select id from datalab.waarneming where openbaarheid = 'intern' and gemeente = 'GM0400')
       order by versie desc limit 1`,
    );
    expect(await stof(PUBLIEK)).toBe(publiek);
    expect(await stof(leider.actor)).not.toBe(intern);
    await iederZietWatHoort();
  });

  // @eis A5.6
  test('een vernieuwde gemeente, indicator of bron en een herstel met de hand geven ook een nieuw beeld', async () => {
    const namen = async () =>
      (await site.als(PUBLIEK, tx => leesBeeldstof(tx, NHN))).gemeenten.map(g => g.naam);
    expect(await namen()).toContain('Alkmaar');
    await beheer(`update datalab.gemeente set naam = 'Voorbeeldstad' where code = 'GM0361'`);
    expect(await namen()).toContain('Voorbeeldstad');
    await beheer(`update datalab.gemeente set naam = 'Alkmaar' where code = 'GM0361'`);
    const titels = async () =>
      (await site.als(PUBLIEK, tx => leesBeeldstof(tx, NHN)))
        .beelden({ indicator: 'vt_meldingen', grenzen: 'bron', dag: '2026-11-22' })
        .flatMap(x => x.gemeenten.flatMap(g => g.regels.map(r => r.waarneming.citaat.titel)));
    expect(await titels()).toContain('Openbaar bestand');
    await beheer(`update datalab.bron set titel = 'Andere titel' where id = 'openbaar-bestand'`);
    expect(await titels()).toContain('Andere titel');
    await beheer(`update datalab.bron set openbaar = true where id = 'intern-bestand'`);
    await iederZietWatHoort();
    await beheer(
      `update datalab.waarneming set openbaarheid = 'openbaar_in_bron' where openbaarheid = 'intern' and gemeente = 'GM0400'`,
    );
    await iederZietWatHoort();
    for (const actor of [PUBLIEK, leider.actor, STELSEL]) {
      const voor = await site.als(actor, tx => leesMerk(tx, NHN));
      await beheer(`update datalab.indicator set groep = groep where code = 'vt_meldingen'`);
      expect(await site.als(actor, tx => leesMerk(tx, NHN))).not.toBe(voor);
    }
  });

  // @eis A4.2
  test('een openbaar cijfer bij een bron die niet openbaar is deelt niemand met wie de bron niet mag zien', async () => {
    const ZW = 'zaanstreek-waterland';
    const daar = await site.persoon('projectleider', ZW);
    const bij = (actor: Actor) =>
      site.als(actor, async tx => {
        const stof = await leesBeeldstof(tx, ZW);
        const beelden = stof.beelden({ indicator: 'vt_meldingen', grenzen: 'bron', dag: '2026-11-22' });
        return beelden.flatMap(b => b.gemeenten.flatMap(g => g.regels)).map(r => r.waarneming.bron);
      });
    await site.als(daar.actor, async tx => {
      await sql`insert into datalab.bron (id, titel, regio, openbaar) values ('dicht', 'Dicht', ${ZW}, false)`.execute(
        tx,
      );
      const r = { ...rij('GM0479', 'openbaar_in_bron', 31), regio: ZW, bron_id: 'dicht' };
      await schrijfWaarnemingen(tx, [r], { nu, door: 'proef', reden: 'proef', inlezing: null });
    });
    expect(await bij(daar.actor)).toContain('dicht');
    expect(await bij(PUBLIEK)).not.toContain('dicht');
    expect(await bij(leider.actor)).not.toContain('dicht');
  });

  // @eis A4.2
  test('een groep gaat open met hetzelfde recht als haar waarnemingen, en de toepassing schrijft haar niet', async () => {
    const regels = await beheer<{ tabel: string; regel: string }>(
      `select tablename as tabel, qual as regel from pg_policies
       where schemaname = 'datalab' and policyname = 'lezen' and tablename in ('waarneming', 'waarneming_groep')`,
    );
    expect(regels).toHaveLength(2);
    expect(new Set(regels.map(r => r.regel)).size).toBe(1);
    const groepen = await beheer<{ n: string }>(
      `select concat_ws(' ', regio, gemeente, openbaarheid) n from datalab.waarneming except
       select concat_ws(' ', regio, gemeente, openbaarheid) from datalab.waarneming_groep`,
    );
    expect(groepen).toEqual([]);
    await expect(
      site.als(leider.actor, tx => sql`update datalab.waarneming_groep set merk = merk`.execute(tx)),
    ).rejects.toThrow(/permission denied/);
  });
});
