import { describe, expect, test } from 'vitest';
import { metActor, PUBLIEK, sql } from '#platform/db/index.ts';
import {
  biedOverdrachtAan,
  eigenToegang,
  geefRelatie,
  listRelaties,
  sluitDossier,
  sluitRelatie,
} from '../../src/modules/toegang/index.ts';
import {
  code,
  dag,
  GROND,
  maakBuurt,
  maakWereld,
  TABELLEN,
  VANDAAG,
  ziet,
} from './testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, buur, pro, collega, leider, buurpro, buurleider, privacy, verpro, maakDossier } =
  await maakBuurt(w);

// @eis C2.1 C2.2
describe('geen relatie, geen rij', () => {
  test('zonder actor, als publiek en als vreemde is elke tabel leeg', async () => {
    await maakDossier();
    const vreemd = await w.mens(team, 'lezer');
    for (const tabel of [...TABELLEN, 'toegang.betrokkenheid']) {
      const tel = (tx: Parameters<Parameters<typeof w.als>[1]>[0]) =>
        sql<{ n: number }>`select count(*)::int as n from ${sql.table(tabel)}`.execute(tx);
      expect((await metActor(w.db, PUBLIEK, VANDAAG, tel)).rows[0]?.n, tabel).toBe(0);
      expect((await w.als(vreemd, tel)).rows[0]?.n, tabel).toBe(0);
      const kaal = await w.db.transaction().execute(tx => tel(tx as never));
      expect(kaal.rows[0]?.n, `${tabel} zonder actor`).toBe(0);
    }
  });

  test('een relatie opent dit dossier en deze mensen, en niets anders', async () => {
    const een = await maakDossier();
    const ander = await w.dossier(team);
    await w.betrokkene(team, ander);
    await w.relatie({ persoon: collega, organisatie: team, dossier: ander, doel: 'behandeling' });
    const nieuwe = await w.mens(team, 'professional');
    await w.relatie({ persoon: nieuwe, organisatie: team, dossier: een.dossier, doel: 'behandeling' });
    expect(await ziet(w, nieuwe, 'toegang.dossier')).toEqual([een.dossier]);
    expect(await ziet(w, nieuwe, 'toegang.betrokkene')).toEqual([een.mens]);
    expect(await ziet(w, nieuwe, 'toegang.betrokkenheid', 'dossier_id')).toEqual([een.dossier]);
    expect((await ziet(w, nieuwe, 'toegang.relatie', 'dossier_id')).every(d => d === een.dossier)).toBe(true);
  });

  test.each([
    ['nog niet begonnen', 1, null],
    ['vandaag geëindigd', -10, 0],
    ['gisteren geëindigd', -10, -1],
  ])('een relatie die %s is opent niets', async (_, van, tot) => {
    const dossier = await w.dossier(team);
    const nieuwe = await w.mens(team, 'professional');
    await w.relatie({
      persoon: nieuwe,
      organisatie: team,
      dossier,
      doel: 'regie',
      van: dag(van),
      tot: tot === null ? null : dag(tot),
    });
    expect(await ziet(w, nieuwe, 'toegang.dossier')).toEqual([]);
    expect(await w.als(nieuwe, tx => eigenToegang(tx, dossier))).toBeNull();
  });

  test('een rol die eindigt neemt de toegang mee, ook als de relatie nog open staat', async () => {
    const { dossier } = await maakDossier();
    const nieuwe = await w.mens(team);
    const lid = await w.lid(nieuwe, team, 'professional');
    await w.relatie({ persoon: nieuwe, organisatie: team, dossier, doel: 'behandeling' });
    expect(await ziet(w, nieuwe, 'toegang.dossier')).toEqual([dossier]);
    await w.zet('update toegang.lidmaatschap set tot = $2 where id = $1', [lid, dag(0)]);
    for (const tabel of TABELLEN) expect(await ziet(w, nieuwe, tabel), tabel).toEqual([]);
  });

  test('een rol namens een andere organisatie houdt de relatie niet in stand, en een uitgezet account ook niet', async () => {
    const { dossier } = await maakDossier();
    const nieuwe = await w.mens(buur, 'professional');
    await w.relatie({ persoon: nieuwe, organisatie: team, dossier, doel: 'behandeling' });
    expect(await ziet(w, nieuwe, 'toegang.dossier')).toEqual([]);
    const uit = await w.mens(team, 'professional');
    await w.relatie({ persoon: uit, organisatie: team, dossier, doel: 'behandeling' });
    await w.zet('update toegang.persoon set actief = false where id = $1', [uit]);
    expect(await ziet(w, uit, 'toegang.dossier')).toEqual([]);
  });

  test('een relatie voor een bijzonder onderdeel opent het dossier niet', async () => {
    const { dossier } = await maakDossier();
    const nieuwe = await w.mens(team, 'professional');
    for (const doel of ['melder', 'geheim_adres', 'politie']) {
      await w.relatie({ persoon: nieuwe, organisatie: team, dossier, doel });
    }
    expect(await ziet(w, nieuwe, 'toegang.dossier')).toEqual([]);
    expect(await ziet(w, nieuwe, 'toegang.betrokkene')).toEqual([]);
  });
});

// @eis C2.1
describe('een relatie geven en sluiten', () => {
  const gift = (dossierId: string, persoonId: string) => ({
    dossierId,
    persoonId,
    organisatieId: team,
    doel: 'behandeling' as const,
    grond: GROND,
    aanleiding: 'toewijzing' as const,
  });

  test('een teamleider wijst een collega toe; die ziet het dossier, de teamleider zelf alleen dat het er is', async () => {
    const { dossier, mens } = await maakDossier();
    const r = await w.als(leider, tx => geefRelatie(tx, gift(dossier, collega)));
    expect(r.ok).toBe(true);
    expect(await ziet(w, collega, 'toegang.betrokkene')).toContain(mens);
    expect(await ziet(w, leider, 'toegang.dossier')).toContain(dossier);
    expect(await ziet(w, leider, 'toegang.betrokkene')).not.toContain(mens);
    expect(code(await w.als(leider, tx => geefRelatie(tx, gift(dossier, collega))))).toBe('bestaat_al');
  });

  test('niemand geeft zichzelf een relatie: niet langs de handeling en niet langs de database', async () => {
    const { dossier } = await maakDossier();
    expect(code(await w.als(leider, tx => geefRelatie(tx, gift(dossier, leider))))).toBe('niet_gevonden');
    for (const [wie, aanleiding] of [
      [leider, 'toewijzing'],
      [leider, 'aanleg'],
      [collega, 'aanleg'],
      [pro, 'overleg'],
    ] as const) {
      const poging = w.als(wie, tx =>
        sql`insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, grond, aanleiding, van, tot,
            gegeven_door) values (${crypto.randomUUID()}, ${wie}, ${team}, ${dossier},
            ${aanleiding === 'overleg' ? 'overleg' : 'regie'}, ${GROND}, ${aanleiding}, ${dag(0)}, ${dag(5)}, ${wie})`.execute(
          tx,
        ),
      );
      await expect(poging, `${aanleiding}`).rejects.toThrow('row-level security');
    }
  });

  test.each([
    ['een professional', () => collega],
    ['wie regie heeft', () => pro],
    ['een teamleider van een andere organisatie', () => buurleider],
    ['een privacyfunctionaris', () => privacy],
    ['iemand met alle rollen in een andere regio', () => verpro],
  ])('%s wijst niemand toe', async (_, wie) => {
    const { dossier } = await maakDossier();
    const nieuwe = await w.mens(team, 'professional');
    expect(code(await w.als(wie(), tx => geefRelatie(tx, gift(dossier, nieuwe))))).toBe('niet_gevonden');
  });

  test('een dossier dat er niet is en een dossier van een ander geven hetzelfde antwoord', async () => {
    const vreemd = await w.dossier(buur);
    const antwoorden = [];
    for (const id of [vreemd, crypto.randomUUID()]) {
      antwoorden.push(await w.als(leider, tx => geefRelatie(tx, gift(id, collega))));
      antwoorden.push(await w.als(leider, tx => sluitDossier(tx, id)));
      antwoorden.push(
        await w.als(pro, tx =>
          biedOverdrachtAan(tx, {
            dossierId: id,
            vanOrganisatie: team,
            naarOrganisatie: buur,
            grond: GROND,
          }),
        ),
      );
      expect(await w.als(pro, tx => eigenToegang(tx, id))).toBeNull();
      expect(await w.als(pro, tx => listRelaties(tx, id))).toEqual([]);
    }
    expect(new Set(antwoorden.map(a => JSON.stringify(a))).size).toBe(1);
  });

  test('toewijzen kan alleen aan wie er een rol heeft, met een doel en grond uit de tabel', async () => {
    const { dossier } = await maakDossier();
    const lezer = await w.mens(team, 'lezer');
    expect(code(await w.als(leider, tx => geefRelatie(tx, gift(dossier, lezer))))).toBe('niet_gevonden');
    expect(code(await w.als(leider, tx => geefRelatie(tx, gift(dossier, buurpro))))).toBe('niet_gevonden');
    const fout = { ...gift(dossier, collega), doel: 'melder' as const };
    expect(code(await w.als(leider, tx => geefRelatie(tx, fout)))).toBe('ongeldig');
    const grond = { ...gift(dossier, collega), grond: 'nieuwsgierig' };
    expect(code(await w.als(leider, tx => geefRelatie(tx, grond)))).toBe('ongeldig');
  });

  test('voor een overleg nodigt alleen wie regie heeft uit, altijd met een einde', async () => {
    const { dossier } = await maakDossier();
    const uit = {
      dossierId: dossier,
      persoonId: buurpro,
      organisatieId: buur,
      doel: 'overleg' as const,
      grond: 'wmo_medewerking',
      aanleiding: 'overleg' as const,
    };
    expect(code(await w.als(pro, tx => geefRelatie(tx, uit)))).toBe('ongeldig');
    expect(code(await w.als(pro, tx => geefRelatie(tx, { ...uit, tot: dag(40) })))).toBe('ongeldig');
    expect(code(await w.als(pro, tx => geefRelatie(tx, { ...uit, tot: dag(0) })))).toBe('ongeldig');
    expect(code(await w.als(collega, tx => geefRelatie(tx, { ...uit, tot: dag(7) })))).toBe('niet_gevonden');
    expect(code(await w.als(leider, tx => geefRelatie(tx, { ...uit, tot: dag(7) })))).toBe('niet_gevonden');
    expect(code(await w.als(pro, tx => geefRelatie(tx, { ...uit, tot: dag(7) })))).toBe('goed');
    expect(await ziet(w, buurpro, 'toegang.dossier')).toContain(dossier);
  });

  test('een bijzonder onderdeel geeft alleen de verantwoordelijke organisatie, ook na een overdracht', async () => {
    const { dossier } = await maakDossier();
    await w.zet(
      `insert into toegang.overdracht (id, dossier_id, van_organisatie, naar_organisatie, grond, stand, aangeboden_op,
         beslist_op) values ($1, $2, $3, $4, 'wmo_medewerking', 'aanvaard', $5, $5)`,
      [crypto.randomUUID(), dossier, team, buur, dag(-1)],
    );
    const bijzonder = {
      dossierId: dossier,
      doel: 'melder' as const,
      grond: 'wmo_melder',
      aanleiding: 'bijzonder' as const,
    };
    const aanBuur = { ...bijzonder, persoonId: buurpro, organisatieId: buur };
    expect(code(await w.als(buurleider, tx => geefRelatie(tx, aanBuur)))).toBe('niet_gevonden');
    expect(code(await w.als(leider, tx => geefRelatie(tx, aanBuur)))).toBe('goed');
    const aanCollega = { ...bijzonder, persoonId: collega, organisatieId: team };
    expect(code(await w.als(leider, tx => geefRelatie(tx, aanCollega)))).toBe('goed');
  });

  test('intrekken, teruggeven, en niets ervan later herschrijven', async () => {
    const { dossier, relatie } = await maakDossier();
    const ander = await w.relatie({ persoon: collega, organisatie: team, dossier, doel: 'behandeling' });
    expect(code(await w.als(buurleider, tx => sluitRelatie(tx, ander, buurleider)))).toBe('niet_gevonden');
    expect(code(await w.als(collega, tx => sluitRelatie(tx, relatie, collega)))).toBe('niet_gevonden');
    expect(code(await w.als(leider, tx => sluitRelatie(tx, ander, leider)))).toBe('goed');
    expect(await ziet(w, collega, 'toegang.dossier')).not.toContain(dossier);
    expect(code(await w.als(leider, tx => sluitRelatie(tx, ander, leider)))).toBe('al_beeindigd');
    expect(
      await w.kijk('select einde_aanleiding || tot::text from toegang.relatie where id = $1', [ander]),
    ).toEqual([`intrekking${dag(0)}`]);
    const terug = await w.als(leider, tx =>
      sql`update toegang.relatie set tot = ${dag(-20)} where id = ${ander}`.execute(tx),
    );
    expect(terug.numAffectedRows).toBe(0n);
    const open = w.als(leider, tx =>
      sql`update toegang.relatie set tot = ${dag(-20)}, einde_aanleiding = 'intrekking', beeindigd_door = ${leider}
        where id = ${relatie}`.execute(tx),
    );
    await expect(open).rejects.toThrow('row-level security');
    expect(code(await w.als(pro, tx => sluitRelatie(tx, relatie, pro)))).toBe('goed');
    expect(await w.kijk('select einde_aanleiding from toegang.relatie where id = $1', [relatie])).toEqual([
      'teruggave',
    ]);
  });

  test('sluiten van een dossier beëindigt elke relatie; daarna wijst de teamleider voor heropening iemand toe', async () => {
    const { dossier } = await maakDossier();
    await w.relatie({ persoon: collega, organisatie: team, dossier, doel: 'behandeling' });
    await w.relatie({ persoon: buurpro, organisatie: buur, dossier, doel: 'overleg' });
    expect(code(await w.als(collega, tx => sluitDossier(tx, dossier)))).toBe('niet_gevonden');
    const r = await w.als(pro, tx => sluitDossier(tx, dossier));
    expect(r).toEqual({ ok: true, waarde: 3 });
    for (const wie of [pro, collega, buurpro]) {
      expect(await ziet(w, wie, 'toegang.dossier')).not.toContain(dossier);
    }
    expect(await w.kijk('select gesloten_op::text from toegang.dossier where id = $1', [dossier])).toEqual([
      dag(0),
    ]);
    const heropen = await w.als(leider, tx =>
      geefRelatie(tx, {
        dossierId: dossier,
        persoonId: collega,
        organisatieId: team,
        doel: 'regie',
        grond: 'recht_betrokkene',
        aanleiding: 'heropening',
      }),
    );
    expect(code(heropen)).toBe('goed');
    expect(await ziet(w, collega, 'toegang.dossier')).toContain(dossier);
  });
});

// @eis C1.4 C2.5
describe('wie er in een dossier staan verraadt niet wat geheim is', () => {
  const doelen = (wie: string, dossier: string) =>
    w.als(wie, async tx => (await listRelaties(tx, dossier)).map(r => r.doel).sort());
  const bijzonder = (dossier: string, persoon: string, organisatie: string, doel: string) =>
    w.relatie({ persoon, organisatie, dossier, doel });

  test('dat er een melder, een geheim adres of politiegegevens zijn ziet alleen wie dat doel zelf heeft, en wie het geeft', async () => {
    const { dossier } = await maakDossier();
    const bewaarder = await w.mens(team, 'professional');
    await w.relatie({ persoon: collega, organisatie: team, dossier, doel: 'behandeling' });
    await w.relatie({ persoon: bewaarder, organisatie: team, dossier, doel: 'behandeling' });
    for (const doel of ['melder', 'geheim_adres', 'politie']) await bijzonder(dossier, bewaarder, team, doel);
    const gewoon = ['behandeling', 'behandeling', 'regie'];
    expect(await doelen(pro, dossier)).toEqual(gewoon);
    expect(await doelen(collega, dossier)).toEqual(gewoon);
    const alles = [...gewoon, 'geheim_adres', 'melder', 'politie'].sort();
    expect(await doelen(bewaarder, dossier)).toEqual(alles);
    expect(await doelen(leider, dossier)).toEqual(alles);
    expect(await doelen(privacy, dossier)).toEqual(alles);
    await bijzonder(dossier, collega, team, 'melder');
    expect(await doelen(collega, dossier)).toEqual([...gewoon, 'melder', 'melder'].sort());
  });

  test('de naam van wie alleen een bijzonder onderdeel heeft is voor een ander ook niet te lezen', async () => {
    const { dossier } = await maakDossier();
    const alleen = await w.mens(buur, 'professional');
    await bijzonder(dossier, alleen, buur, 'geheim_adres');
    expect(await ziet(w, pro, 'toegang.persoon')).not.toContain(alleen);
    await bijzonder(dossier, pro, team, 'geheim_adres');
    expect(await ziet(w, pro, 'toegang.persoon')).toContain(alleen);
  });

  test('wie alleen leest, bij een overleg of in nood, ziet niet welke andere organisatie meewerkt: het kan de opvang zijn', async () => {
    const { dossier } = await maakDossier();
    const opvang = await w.organisatie('partner', 'Voorbeeld Opvang');
    const begeleider = await w.mens(opvang, 'professional');
    await w.relatie({ persoon: begeleider, organisatie: opvang, dossier, doel: 'behandeling' });
    await w.relatie({ persoon: buurpro, organisatie: buur, dossier, doel: 'overleg' });
    const nood = await w.mens(buur, 'professional');
    await w.nood(nood, buur, dossier);
    const organisaties = (wie: string) =>
      w.als(wie, async tx => (await listRelaties(tx, dossier)).map(r => r.organisatieId));
    expect(new Set(await organisaties(pro))).toEqual(new Set([team, buur, opvang]));
    for (const wie of [buurpro, nood]) {
      expect(new Set(await organisaties(wie))).toEqual(new Set([team, buur]));
      expect(await ziet(w, wie, 'toegang.persoon')).not.toContain(begeleider);
    }
  });

  test('sluiten neemt ook de toegang die wie sluit niet ziet, en zegt niet hoeveel dat er waren', async () => {
    const { dossier } = await maakDossier();
    await bijzonder(dossier, collega, team, 'melder');
    const bij = await bijzonder(dossier, buurpro, buur, 'politie');
    expect(await w.als(pro, tx => sluitDossier(tx, dossier))).toEqual({ ok: true, waarde: 1 });
    expect(
      await w.kijk('select distinct einde_aanleiding from toegang.relatie where dossier_id = $1', [dossier]),
    ).toEqual(['afsluiting']);
    expect(await w.kijk('select beeindigd_door from toegang.relatie where id = $1', [bij])).toEqual([pro]);
  });

  test('wie regie heeft trekt een bijzondere relatie niet in; wie haar gaf wel, ook van een andere organisatie', async () => {
    const { dossier } = await maakDossier();
    const id = await bijzonder(dossier, buurpro, buur, 'politie');
    expect(code(await w.als(pro, tx => sluitRelatie(tx, id, pro)))).toBe('niet_gevonden');
    expect(code(await w.als(verpro, tx => sluitRelatie(tx, id, verpro)))).toBe('niet_gevonden');
    expect(code(await w.als(leider, tx => sluitRelatie(tx, id, leider)))).toBe('goed');
  });

  test('langs de database sluit alleen wie regie heeft wat hij niet ziet', async () => {
    const { dossier } = await maakDossier();
    await w.relatie({ persoon: collega, organisatie: team, dossier, doel: 'behandeling' });
    const id = await bijzonder(dossier, buurpro, buur, 'politie');
    for (const wie of [collega, verpro])
      await w.als(wie, tx =>
        sql`select toegang.sluit_bijzonder(${dossier}::uuid, null, 'afsluiting')`.execute(tx),
      );
    expect(await w.kijk('select tot from toegang.relatie where id = $1', [id])).toEqual([null]);
  });
});
