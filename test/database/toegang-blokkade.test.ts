import { describe, expect, test } from 'vitest';
import { sql } from '#platform/db/index.ts';
import {
  beslisOverdracht,
  biedOverdrachtAan,
  eigenToegang,
  geefBlokkade,
  geefRelatie,
  hefBlokkadeOp,
  listBlokkades,
  listOverdrachten,
  voltooiOverdracht,
} from '../../src/modules/toegang/index.ts';
import { code, dag, GROND, maakBuurt, maakWereld, ziet } from './testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, buur, ver, pro, collega, leider, buurpro, buurleider, privacy, maakDossier } =
  await maakBuurt(w);

// @eis C2.4
describe('blokkade', () => {
  test.each(['dossier', 'betrokkene'] as const)('op een %s wint van regie: nergens een rij', async soort => {
    const { dossier, mens } = await maakDossier();
    const geweerd = await w.mens(team, 'professional', 'teamleider', 'intaker');
    await w.relatie({ persoon: geweerd, organisatie: team, dossier, doel: 'regie' });
    await w.relatie({ persoon: geweerd, organisatie: team, dossier, doel: 'melder' });
    await w.nood(geweerd, team, dossier);
    await w.zet(
      `insert into toegang.overdracht (id, dossier_id, van_organisatie, naar_organisatie, grond, aangeboden_op)
       values ($1, $2, $3, $4, 'wmo_medewerking', $5)`,
      [crypto.randomUUID(), dossier, team, buur, dag(-1)],
    );
    expect(await ziet(w, geweerd, 'toegang.dossier')).toContain(dossier);
    await w.blokkade(geweerd, team, soort === 'dossier' ? { dossier } : { betrokkene: mens });
    expect(await ziet(w, geweerd, 'toegang.dossier')).not.toContain(dossier);
    expect(await ziet(w, geweerd, 'toegang.betrokkene')).not.toContain(mens);
    for (const tabel of [
      'toegang.relatie',
      'toegang.overdracht',
      'toegang.noodtoegang',
      'toegang.betrokkenheid',
    ]) {
      expect(await ziet(w, geweerd, tabel, 'dossier_id'), tabel).not.toContain(dossier);
    }
    expect(await ziet(w, geweerd, 'toegang.blokkade', 'persoon_id')).not.toContain(geweerd);
    expect(await w.als(geweerd, tx => eigenToegang(tx, dossier))).toBeNull();
    for (const f of [
      sql`toegang.dossiers_voor('melder')`,
      sql`toegang.te_verdelen()`,
      sql`toegang.dossiers()`,
    ]) {
      const { rows } = await w.als(geweerd, tx => sql<{ d: string[] }>`select ${f} as d`.execute(tx));
      expect(rows[0]?.d).not.toContain(dossier);
    }
  });

  test('een teamleider blokkeert een collega, alleen de privacyfunctionaris heft op', async () => {
    const { dossier } = await maakDossier();
    const nieuwe = await w.mens(team, 'professional');
    await w.relatie({ persoon: nieuwe, organisatie: team, dossier, doel: 'behandeling' });
    const b = { persoonId: nieuwe, organisatieId: team, dossierId: dossier, reden: 'naaste' };
    const id = await w.als(leider, tx => geefBlokkade(tx, b, leider));
    if (!id.ok) throw new Error(id.weigering.code);
    expect(code(await w.als(leider, tx => geefBlokkade(tx, b, leider)))).toBe('bestaat_al');
    expect(await ziet(w, nieuwe, 'toegang.dossier')).toEqual([]);
    expect((await w.als(leider, tx => listBlokkades(tx))).map(x => x.id)).toContain(id.waarde);
    expect(await w.als(nieuwe, tx => listBlokkades(tx))).toEqual([]);
    expect(code(await w.als(leider, tx => hefBlokkadeOp(tx, id.waarde)))).toBe('niet_gevonden');
    expect(code(await w.als(privacy, tx => hefBlokkadeOp(tx, id.waarde)))).toBe('goed');
    expect(await ziet(w, nieuwe, 'toegang.dossier')).toEqual([dossier]);
  });

  test('wie geblokkeerd is heft niets op en blokkeert zichzelf niet', async () => {
    const { dossier } = await maakDossier();
    const nieuwe = await w.mens(team, 'privacyfunctionaris', 'teamleider');
    const id = await w.blokkade(nieuwe, team, { dossier });
    expect(await ziet(w, nieuwe, 'toegang.blokkade')).not.toContain(id);
    expect(code(await w.als(nieuwe, tx => hefBlokkadeOp(tx, id)))).toBe('niet_gevonden');
    const b = { persoonId: nieuwe, organisatieId: team, dossierId: dossier, reden: 'naaste' };
    expect(code(await w.als(nieuwe, tx => geefBlokkade(tx, b, nieuwe)))).toBe('eigen_blokkade');
    const ander = { ...b, persoonId: collega };
    const weg = { ...b, persoonId: collega, dossierId: crypto.randomUUID() };
    expect(await w.als(nieuwe, tx => geefBlokkade(tx, ander, nieuwe))).toEqual(
      await w.als(nieuwe, tx => geefBlokkade(tx, weg, nieuwe)),
    );
  });

  test.each(['dossier', 'betrokkene'] as const)(
    'wie van een %s is geblokkeerd ziet ook de blokkade van een collega daarop niet, en heft haar niet op',
    async soort => {
      const { dossier, mens } = await maakDossier();
      const geweerd = await w.mens(team, 'privacyfunctionaris', 'teamleider');
      const ander = await w.mens(team, 'professional');
      const opDossier = await w.blokkade(ander, team, { dossier });
      const opMens = await w.blokkade(ander, team, { betrokkene: mens });
      expect(await ziet(w, geweerd, 'toegang.blokkade')).toEqual(expect.arrayContaining([opDossier, opMens]));
      await w.blokkade(geweerd, team, soort === 'dossier' ? { dossier } : { betrokkene: mens });
      for (const id of [opDossier, opMens]) {
        expect(await ziet(w, geweerd, 'toegang.blokkade')).not.toContain(id);
        expect(code(await w.als(geweerd, tx => hefBlokkadeOp(tx, id)))).toBe('niet_gevonden');
        expect(await ziet(w, privacy, 'toegang.blokkade')).toContain(id);
      }
    },
  );

  test('wie van een persoon zonder dossier is geblokkeerd ziet die persoon ook niet in een blokkade', async () => {
    const mens = await w.betrokkene(team);
    const geweerd = await w.mens(team, 'privacyfunctionaris');
    await w.blokkade(geweerd, team, { betrokkene: mens });
    const id = await w.blokkade(collega, team, { betrokkene: mens });
    expect(await ziet(w, geweerd, 'toegang.blokkade')).not.toContain(id);
    const b = { persoonId: leider, organisatieId: team, betrokkeneId: mens, reden: 'naaste' };
    expect(code(await w.als(geweerd, tx => geefBlokkade(tx, b, geweerd)))).toBe('niet_gevonden');
    expect(code(await w.als(privacy, tx => geefBlokkade(tx, b, privacy)))).toBe('goed');
  });

  test('aan wie geblokkeerd is wordt niets toegewezen, zonder te zeggen waarom', async () => {
    const { dossier } = await maakDossier();
    const nieuwe = await w.mens(team, 'professional');
    await w.blokkade(nieuwe, team, { dossier });
    const r = await w.als(leider, tx =>
      geefRelatie(tx, {
        dossierId: dossier,
        persoonId: nieuwe,
        organisatieId: team,
        doel: 'behandeling',
        grond: GROND,
        aanleiding: 'toewijzing',
      }),
    );
    expect(code(r)).toBe('niet_te_geven');
    expect(r.ok ? '' : r.weigering.melding).not.toMatch(/blok|naaste/i);
  });
});

// @eis C2.1 C2.3
describe('overdracht', () => {
  const bied = (dossierId: string, wie = pro) =>
    w.als(wie, tx =>
      biedOverdrachtAan(tx, {
        dossierId,
        vanOrganisatie: team,
        naarOrganisatie: buur,
        grond: 'wmo_medewerking',
      }),
    );

  test('aanbieden opent niets; aanvaarden wijst meteen toe; voltooien sluit wat de oude organisatie had', async () => {
    const { dossier, mens } = await maakDossier();
    const id = await bied(dossier);
    if (!id.ok) throw new Error(id.weigering.code);
    expect(code(await bied(dossier))).toBe('bestaat_al');
    expect((await w.als(buurleider, tx => listOverdrachten(tx))).map(o => o.dossierId)).toContain(dossier);
    expect(await ziet(w, buurleider, 'toegang.dossier')).not.toContain(dossier);
    expect(await w.als(buurpro, tx => listOverdrachten(tx, dossier))).toEqual([]);
    const aan = { besluit: 'aanvaard' as const, persoonId: buurpro, doel: 'regie' as const };
    expect(code(await w.als(leider, tx => beslisOverdracht(tx, id.waarde, aan, leider)))).toBe(
      'niet_gevonden',
    );
    const zelf = { ...aan, persoonId: buurleider };
    expect(code(await w.als(buurleider, tx => beslisOverdracht(tx, id.waarde, zelf, buurleider)))).toBe(
      'eigen_relatie',
    );
    expect(code(await w.als(leider, tx => voltooiOverdracht(tx, id.waarde)))).toBe('niet_aanvaard');
    expect(code(await w.als(buurleider, tx => beslisOverdracht(tx, id.waarde, aan, buurleider)))).toBe(
      'goed',
    );
    expect(await ziet(w, buurpro, 'toegang.betrokkene')).toContain(mens);
    expect(await ziet(w, pro, 'toegang.betrokkene')).toContain(mens);
    expect(await w.als(leider, tx => voltooiOverdracht(tx, id.waarde))).toEqual({ ok: true, waarde: 1 });
    expect(await ziet(w, pro, 'toegang.betrokkene')).not.toContain(mens);
    expect(await ziet(w, buurpro, 'toegang.betrokkene')).toContain(mens);
  });

  test('lukt de toewijzing niet, dan is er ook niets aanvaard', async () => {
    const { dossier } = await maakDossier();
    const id = await bied(dossier);
    if (!id.ok) throw new Error(id.weigering.code);
    const geweerd = await w.mens(buur, 'professional');
    await w.blokkade(geweerd, buur, { dossier });
    const r = await w.als(buurleider, tx =>
      beslisOverdracht(tx, id.waarde, { besluit: 'aanvaard', persoonId: geweerd, doel: 'regie' }, buurleider),
    );
    expect(code(r)).toBe('niet_te_geven');
    expect(await w.kijk('select stand from toegang.overdracht where id = $1', [id.waarde])).toEqual([
      'aangeboden',
    ]);
  });

  test('weigeren en intrekken, door wie dat mag, eenmaal', async () => {
    const een = await maakDossier();
    const a = await bied(een.dossier);
    if (!a.ok) throw new Error(a.weigering.code);
    const weiger = { besluit: 'geweigerd' as const };
    expect(code(await w.als(pro, tx => beslisOverdracht(tx, a.waarde, weiger, pro)))).toBe('niet_gevonden');
    expect(code(await w.als(buurleider, tx => beslisOverdracht(tx, a.waarde, weiger, buurleider)))).toBe(
      'goed',
    );
    expect(code(await w.als(buurleider, tx => beslisOverdracht(tx, a.waarde, weiger, buurleider)))).toBe(
      'al_beslist',
    );
    const b = await bied(een.dossier);
    if (!b.ok) throw new Error(b.weigering.code);
    const in_ = { besluit: 'ingetrokken' as const };
    expect(code(await w.als(buurleider, tx => beslisOverdracht(tx, b.waarde, in_, buurleider)))).toBe(
      'niet_gevonden',
    );
    expect(code(await w.als(pro, tx => beslisOverdracht(tx, b.waarde, in_, pro)))).toBe('goed');
  });

  test('een aanbod dat niet als zoekactie is geteld komt er ook langs de database om niet in', async () => {
    const { dossier } = await maakDossier();
    const leg = (geteld: boolean) =>
      w.als(pro, async tx => {
        if (geteld) await sql`insert into toegang.zoekactie (soort) values ('aanbod')`.execute(tx);
        await sql`insert into toegang.overdracht (id, dossier_id, van_organisatie, naar_organisatie, grond, stand,
            aangeboden_op, aangeboden_door)
          values (gen_random_uuid(), ${dossier}, ${team}, ${buur}, 'wmo_medewerking', 'aangeboden', ${dag(0)}, ${pro})`.execute(
          tx,
        );
      });
    await expect(leg(false)).rejects.toThrow(/row-level security/);
    await expect(leg(true)).resolves.toBeUndefined();
  });

  test('zonder regie, naar een onbekende of verre organisatie kan niet', async () => {
    const { dossier } = await maakDossier();
    expect(code(await bied(dossier, collega))).toBe('niet_gevonden');
    const naar = (naarOrganisatie: string) =>
      w.als(pro, tx =>
        biedOverdrachtAan(tx, {
          dossierId: dossier,
          vanOrganisatie: team,
          naarOrganisatie,
          grond: 'wmo_medewerking',
        }),
      );
    for (const o of [ver, crypto.randomUUID(), team]) expect(code(await naar(o))).toBe('ongeldig');
  });
});
