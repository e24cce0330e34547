import { afterEach, describe, expect, test } from 'vitest';
import { parameterOp } from '#modules/toegang/index.ts';
import { sql } from '#platform/db/index.ts';
import { ZOEKWEGEN } from '../../src/modules/toegang/domain/zoekactie.ts';
import { type Nooddienst, neemNoodtoegang, telZoekactie } from '../../src/modules/toegang/index.ts';
import { eindigNaFunctiewissel } from '../../src/modules/toegang/usecases/functiewissel.ts';
import { beoordeelNoodtoegang, listTeBeoordelen } from '../../src/modules/toegang/usecases/noodtoegang.ts';
import { code, maakBuurt, maakWereld, VANDAAG, ziet } from './testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, buur, ver, pro, buurpro, leider, privacy, verpro, maakDossier } = await maakBuurt(w);
const buurprivacy = await w.mens(buur, 'privacyfunctionaris');

const REDEN = 'Het gezin staat nu aan de balie en een kind is in gevaar.';
let post: { aan: string; onderwerp: string; inhoud: string; soort: string }[] = [];
const d: Nooddienst = {
  kluis: w.kluis,
  basisUrl: 'https://voorbeeld.invalid',
  mail: { zetInWachtrij: async (_tx, b) => void post.push(b) },
};
const neem = (dossierId: string | null, wie = buurpro, organisatieId = buur, reden = REDEN) =>
  w.als(wie, tx => neemNoodtoegang(d, tx, { zoek: async () => dossierId, organisatieId, reden, lezer: wie }));
const adres = async (persoon: string) => {
  const [rij] = await w.kijk<Buffer>('select email from toegang.persoon where id = $1', [persoon]);
  return w.kluis.ontsleutel(rij ?? Buffer.alloc(0), {
    tabel: 'toegang.persoon',
    kolom: 'email',
    rij: persoon,
  });
};

afterEach(async () => {
  post = [];
  await w.zet('delete from toegang.zoekactie');
});

// @eis C2.5
describe('noodtoegang', () => {
  test('opent één dossier om te lezen, nooit een bijzonder onderdeel, en eindigt vanzelf', async () => {
    const { dossier, mens } = await maakDossier();
    const ander = await maakDossier();
    const r = await neem(dossier);
    expect(code(r)).toBe('goed');
    expect(await ziet(w, buurpro, 'toegang.dossier')).toEqual([dossier]);
    expect(await ziet(w, buurpro, 'toegang.betrokkene')).toEqual([mens]);
    expect(await ziet(w, buurpro, 'toegang.betrokkene')).not.toContain(ander.mens);
    for (const doel of ['melder', 'geheim_adres', 'politie', 'regie', 'behandeling']) {
      const { rows } = await w.als(buurpro, tx =>
        sql<{ d: string[] }>`select toegang.dossiers_voor(${doel}) as d`.execute(tx),
      );
      expect(rows[0]?.d, doel).toEqual([]);
    }
    const bewerken = await w.als(buurpro, tx =>
      sql<{ d: string[] }>`select toegang.dossiers_te_bewerken() as d`.execute(tx),
    );
    expect(bewerken.rows[0]?.d).toEqual([]);
    const uren = await w.kijk<number>(
      `select extract(epoch from tot - van)::int / 3600 from toegang.noodtoegang where dossier_id = $1`,
      [dossier],
    );
    expect(uren).toEqual([parameterOp('noodtoegang_duur', VANDAAG)]);
    await w.zet(
      `update toegang.noodtoegang set van = van - interval '30 hours', tot = tot - interval '30 hours'`,
    );
    expect(await ziet(w, buurpro, 'toegang.dossier')).toEqual([]);
  });

  test('bericht meteen aan wie regie heeft en aan de privacyfunctionarissen, zonder iets over wie of wat', async () => {
    const { dossier } = await maakDossier();
    const r = await neem(dossier);
    if (!r.ok) throw new Error(r.weigering.code);
    const verwacht = await Promise.all([pro, privacy, buurprivacy].map(adres));
    expect(post.map(b => b.aan).sort()).toEqual(verwacht.sort());
    for (const b of post) {
      const tekst = `${b.onderwerp}\n${b.inhoud}`;
      expect(tekst).not.toMatch(/[0-9a-f]{8}-|Voorbeeld|\d{4}-\d{6}|balie/);
      expect(tekst).toContain('https://voorbeeld.invalid/toegang/noodtoegang');
    }
    expect(
      (await w.als(buurpro, tx => sql<{ a: string }>`select stelsel.actor() as a`.execute(tx))).rows[0]?.a,
    ).toBe(`persoon:${buurpro}`);
  });

  test('een geblokkeerde regisseur of privacyfunctionaris krijgt geen bericht en ziet het niet', async () => {
    const { dossier } = await maakDossier();
    const regie = await w.mens(team, 'professional');
    await w.relatie({ persoon: regie, organisatie: team, dossier, doel: 'regie' });
    await w.blokkade(regie, team, { dossier });
    await w.blokkade(privacy, team, { dossier });
    expect(code(await neem(dossier))).toBe('goed');
    expect(post.map(b => b.aan).sort()).toEqual((await Promise.all([pro, buurprivacy].map(adres))).sort());
    const lijst = await w.als(privacy, tx => listTeBeoordelen(tx, w.kluis, privacy));
    expect(lijst?.map(n => n.dossierId)).not.toContain(dossier);
    expect(await ziet(w, privacy, 'toegang.noodtoegang', 'dossier_id')).not.toContain(dossier);
  });

  test('wat er niet is, in een andere regio ligt of geblokkeerd is geeft één antwoord, en telt even zwaar', async () => {
    const { dossier, mens } = await maakDossier();
    const geweerd = await w.mens(buur, 'professional');
    await w.blokkade(geweerd, buur, { betrokkene: mens });
    const antwoorden = [
      await neem(dossier, geweerd),
      await neem(crypto.randomUUID(), geweerd),
      await neem(null, geweerd),
      await neem(await w.dossier(ver), geweerd),
      await neem(dossier, verpro, ver),
      await neem(dossier, leider, team),
    ];
    expect(new Set(antwoorden.map(a => JSON.stringify(a)))).toEqual(
      new Set(['{"ok":false,"weigering":{"code":"niet_gevonden"}}']),
    );
    expect(post).toEqual([]);
    const geteld = await w.kijk<number>('select count(*)::int from toegang.zoekactie where persoon_id = $1', [
      geweerd,
    ]);
    expect(geteld).toEqual([4]);
    await expect(
      w.als(geweerd, tx =>
        sql`insert into toegang.noodtoegang (id, persoon_id, organisatie_id, dossier_id, reden, sleutel_id, van, tot)
          values (${crypto.randomUUID()}, ${geweerd}, ${buur}, ${dossier}, 'x'::bytea, 'x', now(),
            now() + interval '1 hour')`.execute(tx),
      ),
    ).rejects.toThrow('row-level security');
  });

  test('kan geen privacyfunctionaris oordelen, dan krijgen teamleiders en de accountbeheerder dat te horen', async () => {
    const kaal = await w.organisatie('noord-holland-noord', 'Voorbeeldkaal');
    const dossier = await w.dossier(kaal);
    const kaalleider = await w.mens(kaal, 'teamleider');
    const beheer = await w.mens(kaal, 'accountbeheerder');
    const geweerd = await w.mens(kaal, 'teamleider', 'privacyfunctionaris');
    await w.blokkade(geweerd, kaal, { dossier });
    expect(code(await neem(dossier, await w.mens(kaal, 'professional'), kaal))).toBe('goed');
    const ontvangers = await Promise.all([kaalleider, beheer].map(adres));
    expect(post.map(b => b.aan).sort()).toEqual(ontvangers.sort());
    for (const b of post) {
      expect(b.inhoud).toContain('geen privacyfunctionaris die daarover kan oordelen');
      expect(`${b.onderwerp} ${b.inhoud}`).not.toMatch(/balie|Voorbeeldkaal|[0-9a-f]{8}-/);
    }
    const kan = await w.mens(kaal, 'privacyfunctionaris');
    post = [];
    expect(code(await neem(dossier, await w.mens(kaal, 'professional'), kaal))).toBe('goed');
    expect(post.map(b => b.aan)).toEqual([await adres(kan)]);
  });

  test.each([
    ['een teamleider', () => leider],
    ['een privacyfunctionaris', () => privacy],
  ])('%s neemt geen noodtoegang', async (_, wie) => {
    const { dossier } = await maakDossier();
    expect(code(await neem(dossier, wie(), team))).toBe('niet_gevonden');
  });

  test('zonder goede reden niet, en de reden staat nergens leesbaar in de database', async () => {
    const { dossier } = await maakDossier();
    expect(code(await neem(dossier, buurpro, buur, 'even kijken'))).toBe('ongeldig');
    expect(code(await neem(dossier))).toBe('goed');
    const [reden] = await w.kijk<Buffer>('select reden from toegang.noodtoegang where dossier_id = $1', [
      dossier,
    ]);
    expect(reden?.includes('balie')).toBe(false);
    expect(reden?.length).toBeGreaterThan(REDEN.length);
  });

  test('langer dan de database toestaat, in het verleden of namens een ander kan niet', async () => {
    const { dossier } = await maakDossier();
    const probeer = (persoon: string, van: string, tot: string) =>
      w.als(buurpro, tx =>
        sql`insert into toegang.noodtoegang (id, persoon_id, organisatie_id, dossier_id, reden, sleutel_id, van, tot)
          values (${crypto.randomUUID()}, ${persoon}, ${buur}, ${dossier}, 'x'::bytea, 'x', now() + ${van}::interval,
            now() + ${tot}::interval)`.execute(tx),
      );
    await expect(probeer(buurpro, '0', '73 hours')).rejects.toThrow('row-level security');
    await expect(probeer(buurpro, '1 hour', '2 hours')).rejects.toThrow('row-level security');
    await expect(probeer(buurpro, '-1 hour', '2 hours')).rejects.toThrow('row-level security');
    await expect(probeer(pro, '0', '1 hour')).rejects.toThrow('row-level security');
    await probeer(buurpro, '0', '72 hours');
  });
});

// @eis C2.5
describe('beoordelen', () => {
  test('de wachtrij leegt zich niet vanzelf, ook niet na afloop; alleen een oordeel haalt eruit', async () => {
    const { dossier } = await maakDossier();
    const r = await neem(dossier);
    if (!r.ok) throw new Error(r.weigering.code);
    const rij = async (wie: string) =>
      (await w.als(wie, tx => listTeBeoordelen(tx, w.kluis, wie)))?.find(n => n.id === r.waarde.id);
    await w.zet(
      `update toegang.noodtoegang set van = van - interval '400 days', tot = tot - interval '400 days' where id = $1`,
      [r.waarde.id],
    );
    expect((await rij(privacy))?.reden).toBe(REDEN);
    expect((await rij(buurprivacy))?.reden).toBe(REDEN);
    const oordeel = (wie: string, o: string) =>
      w.als(wie, tx => beoordeelNoodtoegang(tx, w.kluis, r.waarde.id, o));
    expect(code(await oordeel(privacy, 'prima'))).toBe('ongeldig');
    expect(code(await oordeel(leider, 'terecht'))).toBe('niet_gevonden');
    expect(code(await oordeel(pro, 'terecht'))).toBe('niet_gevonden');
    expect(code(await oordeel(privacy, 'terecht'))).toBe('goed');
    expect(await rij(privacy)).toBeUndefined();
    expect(await rij(buurprivacy)).toBeUndefined();
    expect(code(await oordeel(buurprivacy, 'onterecht'))).toBe('al_beoordeeld');
  });

  test('niemand oordeelt over zichzelf, en wie geen toezicht houdt heeft geen wachtrij', async () => {
    const dubbel = await w.mens(buur, 'professional', 'privacyfunctionaris');
    const { dossier } = await maakDossier();
    const r = await neem(dossier, dubbel);
    if (!r.ok) throw new Error(r.weigering.code);
    const lijst = await w.als(dubbel, tx => listTeBeoordelen(tx, w.kluis, dubbel));
    expect(lijst?.map(n => n.id)).not.toContain(r.waarde.id);
    expect(code(await w.als(dubbel, tx => beoordeelNoodtoegang(tx, w.kluis, r.waarde.id, 'terecht')))).toBe(
      'niet_gevonden',
    );
    for (const wie of [pro, leider, buurpro]) {
      expect(await w.als(wie, tx => listTeBeoordelen(tx, w.kluis, wie))).toBeNull();
    }
  });
});

// @eis C2.3
describe('zoeken zonder relatie is geteld en begrensd', () => {
  test.each(ZOEKWEGEN)('%s stopt bij de grens en zegt hoe lang te wachten', async soort => {
    const grens = parameterOp(`${soort}_per_uur`, VANDAAG);
    for (let i = 0; i < grens; i++) {
      expect(code(await w.als(buurpro, tx => telZoekactie(tx, soort)))).toBe('goed');
    }
    const r = await w.als(buurpro, tx => telZoekactie(tx, soort));
    expect(code(r)).toBe('te_vaak');
    expect(r.ok ? 0 : Number(r.weigering.gegevens?.['minuten'])).toBeGreaterThan(55);
    expect(code(await w.als(pro, tx => telZoekactie(tx, soort)))).toBe('goed');
    await w.zet(`update toegang.zoekactie set tijdstip = tijdstip - interval '61 minutes'`);
    expect(code(await w.als(buurpro, tx => telZoekactie(tx, soort)))).toBe('goed');
  });

  test('tegelijk zoeken gaat niet over de grens', async () => {
    const grens = parameterOp('noodtoegang_per_uur', VANDAAG);
    const uit = await Promise.all(
      Array.from({ length: grens + 4 }, () => w.als(buurpro, tx => telZoekactie(tx, 'noodtoegang'))),
    );
    expect(uit.filter(r => r.ok)).toHaveLength(grens);
  });

  test('ook over een hele dag is er een grens', async () => {
    const grens = parameterOp('noodtoegang_per_dag', VANDAAG);
    await w.zet(
      `insert into toegang.zoekactie (persoon_id, soort, tijdstip)
       select $1, 'noodtoegang', now() - interval '5 hours' from generate_series(1, $2::int)`,
      [buurpro, grens],
    );
    const r = await w.als(buurpro, tx => telZoekactie(tx, 'noodtoegang'));
    expect(code(r)).toBe('te_vaak');
    expect(r.ok ? 0 : Number(r.weigering.gegevens?.['minuten'])).toBeGreaterThan(18 * 60);
  });

  test('de privacyfunctionaris kijkt na wie zocht, van de eigen organisatie', async () => {
    await w.als(buurpro, tx => telZoekactie(tx, 'radar'));
    expect(await ziet(w, buurprivacy, 'toegang.zoekactie', 'persoon_id')).toEqual([buurpro]);
    expect(await ziet(w, privacy, 'toegang.zoekactie', 'persoon_id')).toEqual([]);
  });
});

// @eis C2.1
describe('functiewissel', () => {
  test('de laatste rol bij een organisatie eindigt: haar relaties ook, en een nieuwe rol brengt ze niet terug', async () => {
    const { dossier } = await maakDossier();
    const nieuwe = await w.mens(team);
    const lid = await w.lid(nieuwe, team, 'professional');
    const elders = await w.lid(nieuwe, buur, 'professional');
    const vanBuur = await w.dossier(buur);
    const een = await w.relatie({ persoon: nieuwe, organisatie: team, dossier, doel: 'behandeling' });
    const twee = await w.relatie({ persoon: nieuwe, organisatie: buur, dossier: vanBuur, doel: 'regie' });
    const beheerder = await w.mens(team, 'accountbeheerder');
    const wissel = () =>
      w.als(beheerder, tx =>
        eindigNaFunctiewissel(tx, { persoonId: nieuwe, organisatieId: team }, beheerder),
      );
    expect(await wissel()).toBe(0);
    await w.zet('update toegang.lidmaatschap set tot = $2 where id = $1', [lid, VANDAAG.toString()]);
    expect(await wissel()).toBe(1);
    expect(
      await w.kijk(
        `select einde_aanleiding || coalesce(beeindigd_door::text, '') from toegang.relatie where id = $1`,
        [een],
      ),
    ).toEqual(['functiewissel']);
    expect(await w.kijk('select tot from toegang.relatie where id = $1', [twee])).toEqual([null]);
    await w.lid(nieuwe, team, 'professional');
    expect(await ziet(w, nieuwe, 'toegang.dossier')).toEqual([vanBuur]);
    expect(elders).not.toBe(lid);
    expect(await ziet(w, beheerder, 'toegang.relatie')).toEqual([]);
  });
});
