import { describe, expect, test } from 'vitest';
import { heeftRol } from '#modules/toegang/index.ts';
import { sql } from '#platform/db/index.ts';
import {
  geefRelatie,
  koppelBetrokkene,
  legBetrokkeneVast,
  legDossierAan,
} from '../../src/modules/toegang/index.ts';
import { code, dag, GROND, maakBuurt, maakWereld, TABELLEN, ziet } from './testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, buur, pro, collega, leider, buurpro, privacy, verpro, maakDossier } = await maakBuurt(w);

// @eis C2.1 C2.2
describe('aanleggen en koppelen', () => {
  const aanleg = { regio: 'kennemerland', organisatieId: team, grond: GROND };

  test('wie een dossier aanlegt staat er meteen in, met wie hij vastlegt', async () => {
    const mens = crypto.randomUUID();
    const dossier = await w.als(collega, async tx => {
      const r = await legDossierAan(tx, { ...aanleg, persoonId: collega });
      if (!r.ok) throw new Error(r.weigering.code);
      await legBetrokkeneVast(tx, { id: mens, regio: 'kennemerland', organisatie: team });
      await koppelBetrokkene(tx, r.waarde, mens);
      return r.waarde;
    });
    expect(await ziet(w, collega, 'toegang.dossier')).toContain(dossier);
    expect(await ziet(w, collega, 'toegang.betrokkene')).toContain(mens);
    expect(await ziet(w, pro, 'toegang.dossier')).not.toContain(dossier);
    const later = w.als(collega, tx =>
      sql`insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, grond, aanleiding, van,
          gegeven_door) values (${crypto.randomUUID()}, ${collega}, ${team}, ${dossier}, 'behandeling', ${GROND},
          'aanleg', ${dag(0)}, ${collega})`.execute(tx),
    );
    await expect(later).rejects.toThrow('row-level security');
  });

  test.each([
    ['zonder rol in casuïstiek', 'lezer', 'kennemerland'],
    ['met een rol in een andere regio', 'professional', 'zaanstreek-waterland'],
  ] as const)('%s legt men niets aan', async (_, rol, regio) => {
    const eigen = await w.organisatie(regio);
    const mens = await w.mens(eigen, rol);
    const r = await w.als(mens, tx => legDossierAan(tx, { ...aanleg, persoonId: mens }));
    expect(code(r)).toBe('niet_gevonden');
  });

  test('een geraden betrokkene is niet naar een eigen dossier te trekken', async () => {
    const { mens } = await maakDossier();
    const eigen = await w.dossier(team);
    const nieuwe = await w.mens(team, 'professional');
    await w.relatie({ persoon: nieuwe, organisatie: team, dossier: eigen, doel: 'regie' });
    for (const id of [mens, await w.betrokkene(team)]) {
      await expect(w.als(nieuwe, tx => koppelBetrokkene(tx, eigen, id))).rejects.toThrow(
        'row-level security',
      );
    }
    expect(await ziet(w, nieuwe, 'toegang.betrokkene')).toEqual([]);
  });

  test.each(['overleg', 'noodtoegang'])(
    'wie iemand zag door %s neemt hem niet mee naar een eigen dossier',
    async weg => {
      const { dossier, mens } = await maakDossier();
      const eigen = await w.dossier(team);
      const nieuwe = await w.mens(team, 'professional');
      await w.relatie({ persoon: nieuwe, organisatie: team, dossier: eigen, doel: 'regie' });
      if (weg === 'overleg')
        await w.relatie({ persoon: nieuwe, organisatie: team, dossier, doel: 'overleg' });
      else await w.nood(nieuwe, team, dossier);
      expect(await ziet(w, nieuwe, 'toegang.betrokkene')).toEqual([mens]);
      await expect(w.als(nieuwe, tx => koppelBetrokkene(tx, eigen, mens))).rejects.toThrow(
        'row-level security',
      );
      const derde = await w.betrokkene(team, eigen);
      await expect(w.als(nieuwe, tx => koppelBetrokkene(tx, dossier, derde))).rejects.toThrow(
        'row-level security',
      );
    },
  );

  test('wie in beide dossiers werkt koppelt wel, maar nooit naar een dossier van een andere organisatie', async () => {
    const { dossier, mens } = await maakDossier();
    const tweede = await w.dossier(team);
    await w.relatie({ persoon: pro, organisatie: team, dossier: tweede, doel: 'behandeling' });
    await w.als(pro, tx => koppelBetrokkene(tx, tweede, mens));
    const vanBuur = await w.dossier(buur);
    const dubbel = await w.mens(team, 'professional');
    await w.lid(dubbel, buur, 'professional');
    await w.relatie({ persoon: dubbel, organisatie: team, dossier, doel: 'behandeling' });
    await w.relatie({ persoon: dubbel, organisatie: buur, dossier: vanBuur, doel: 'regie' });
    await expect(w.als(dubbel, tx => koppelBetrokkene(tx, vanBuur, mens))).rejects.toThrow(
      'row-level security',
    );
  });
});

// @eis C2.6
describe('accountrechten en relatierechten zijn gescheiden', () => {
  test.each([
    'technisch_beheerder',
    'accountbeheerder',
    'projectleider',
    'beleidsmedewerker',
    'datalab_analist',
    'raadslid',
    'lezer',
  ] as const)(
    'een %s ziet geen dossier, geen betrokkene en geen relatie, ook niet met een relatie',
    async rol => {
      const { dossier } = await maakDossier();
      const mens = await w.mens(team);
      await w.zet(
        `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, gemeente, van)
       values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          crypto.randomUUID(),
          mens,
          team,
          rol,
          rol === 'technisch_beheerder' ? null : 'kennemerland',
          rol === 'beleidsmedewerker' || rol === 'raadslid' ? 'GM0392' : null,
          dag(-10),
        ],
      );
      await w.relatie({ persoon: mens, organisatie: team, dossier, doel: 'regie' });
      for (const tabel of TABELLEN) expect(await ziet(w, mens, tabel), tabel).toEqual([]);
      for (const tabel of ['gezin.persoon', 'casus.casus']) {
        expect(await ziet(w, mens, tabel), tabel).toEqual([]);
      }
    },
  );

  test('een accountbeheerder geeft een rol maar geen relatie; een teamleider een relatie maar geen rol', async () => {
    const { dossier } = await maakDossier();
    const beheerder = await w.mens(team, 'accountbeheerder');
    const gift = {
      dossierId: dossier,
      persoonId: collega,
      organisatieId: team,
      doel: 'behandeling' as const,
      grond: GROND,
      aanleiding: 'toewijzing' as const,
    };
    expect(code(await w.als(beheerder, tx => geefRelatie(tx, gift)))).toBe('niet_gevonden');
    const rol = (wie: string) =>
      w.als(wie, tx =>
        sql`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
          values (${crypto.randomUUID()}, ${collega}, ${team}, 'intaker', 'kennemerland', ${dag(0)})`.execute(
          tx,
        ),
      );
    await expect(rol(leider)).rejects.toThrow('row-level security');
    await expect(rol(privacy)).rejects.toThrow('row-level security');
    await rol(beheerder);
    expect(heeftRol([], ['teamleider'], { regio: 'kennemerland' })).toBe(false);
  });

  test('wie toegang geeft ziet namen van eigen collega’s en van niemand elders', async () => {
    expect(await ziet(w, leider, 'toegang.persoon')).toContain(collega);
    expect(await ziet(w, leider, 'toegang.persoon')).not.toContain(buurpro);
    expect(await ziet(w, collega, 'toegang.persoon')).not.toContain(leider === collega ? '' : verpro);
    const buitenstaander = await w.mens(team, 'professional');
    expect(await ziet(w, buitenstaander, 'toegang.persoon')).toEqual([buitenstaander]);
  });
});

// @eis C2.1
describe('kolomrechten', () => {
  test.each([
    ['relatie', 'doel', `'regie'`],
    ['relatie', 'persoon_id', `'${crypto.randomUUID()}'`],
    ['relatie', 'grond', `'anders'`],
    ['relatie', 'van', `'2020-01-01'`],
    ['dossier', 'organisatie_id', `'${crypto.randomUUID()}'`],
    ['dossier', 'aangelegd_in', 'pg_current_xact_id()'],
    ['betrokkene', 'organisatie_id', `'${crypto.randomUUID()}'`],
    ['blokkade', 'persoon_id', `'${crypto.randomUUID()}'`],
    ['noodtoegang', 'tot', 'now()'],
    ['noodtoegang', 'reden', `'x'::bytea`],
    ['overdracht', 'naar_organisatie', `'${crypto.randomUUID()}'`],
    ['zoekactie', 'tijdstip', 'now()'],
  ])('%s.%s is niet te wijzigen', async (tabel, kolom, waarde) => {
    const poging = w.als(pro, tx => sql.raw(`update toegang.${tabel} set ${kolom} = ${waarde}`).execute(tx));
    await expect(poging).rejects.toThrow('permission denied');
  });

  test.each([...TABELLEN, 'toegang.betrokkenheid'])('een rij van %s verwijdert geen mens', async tabel => {
    const { dossier } = await maakDossier();
    await w.nood(pro, team, dossier);
    await w.blokkade(collega, team, { dossier });
    const tel = () => w.kijk<string>(`select count(*)::text from ${tabel}`);
    const voor = await tel();
    await w.als(pro, tx => sql.raw(`delete from ${tabel}`).execute(tx)).catch(() => {});
    await w.als(leider, tx => sql.raw(`delete from ${tabel}`).execute(tx)).catch(() => {});
    expect(await tel()).toEqual(voor);
  });
});
