import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, test } from 'vitest';
import { metActor, metClient, sql as ruw } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakToegang } from '../module.ts';
import { maakBladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens, stelAppIn } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

// Subregion IJmond as it stands in gegevens/gemeenten.csv.
const IJMOND = [
  { code: 'GM0375', naam: 'Beverwijk' },
  { code: 'GM0396', naam: 'Heemskerk' },
  { code: 'GM0453', naam: 'Velsen' },
];
const CODES = IJMOND.map(g => g.code);
const HAARLEM = { code: 'GM0392', naam: 'Haarlem' };
const ZAANSTAD = { code: 'GM0479', naam: 'Zaanstad' };
const proef = await maakProef();
const site = maakProefsite(proef, maakToegang, {
  gebieden: [
    {
      regio: 'kennemerland',
      naam: 'Kennemerland',
      gemeenten: [...IJMOND, HAARLEM],
      subregios: [{ naam: 'IJmond', gemeenten: IJMOND }],
    },
    { regio: 'zaanstreek-waterland', naam: 'Zaanstreek-Waterland', gemeenten: [ZAANSTAD] },
  ],
});
afterAll(site.stop);
const sql = async (tekst: string, waarden: unknown[] = []) =>
  (await metClient(proef.beheer, c => c.query(tekst, waarden))).rows;
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const PAGINA = '/beheer/accounts';
const KEUS = 'subregio:kennemerland/IJmond';

async function maakBeheerder(naam: string, regio = 'kennemerland') {
  const { adres, b } = await maakMens(site, naam, 'accountbeheerder', regio);
  await stelAppIn(b, adres, code);
  return { adres, b, id: (await b.wie()).gebruiker?.id ?? '' };
}
const beheerder = await maakBeheerder('Beheer');
const elders = await maakBeheerder('Elders', 'zaanstreek-waterland');

const nodigUit = (adres: string, meer: Record<string, string> = {}) =>
  beheerder.b.vulIn(PAGINA, {
    naam: `Voorbeeld ${adres.split('@')[0]}`,
    adres,
    rol: 'beleidsmedewerker',
    regio: 'kennemerland',
    gemeente: KEUS,
    organisatie: 'Voorbeeld IJmond',
    ...meer,
  });
const idVan = async (adres: string): Promise<string> =>
  (
    await sql('select id from toegang.persoon where email_index = $1', [
      site.kluis.blindeIndex('email', adres),
    ])
  )[0]?.id;
const leden = async (adres: string) =>
  sql(
    `select id, rol, gemeente, subregio, toekenning, tot from toegang.lidmaatschap where persoon_id = $1
     order by gemeente, subregio nulls first`,
    [await idVan(adres)],
  );
const logregels = async (handeling: string, adres: string) =>
  (
    await sql('select 1 from audit.logregel where handeling = $1 and object = $2', [
      `toegang.${handeling}`,
      await idVan(adres),
    ])
  ).length;

/** What row security answers for this person: his municipalities, and where he may change a remark. */
const rechten = async (adres: string) => {
  const id = await idVan(adres);
  return metActor(proef.app.db, { soort: 'persoon', id }, site.klok.vandaag(), async tx => {
    const { rows } = await ruw<{ gemeenten: string[]; wijzigt: string[] }>`
      select array(select unnest(toegang.gemeenten('beleidsmedewerker')) order by 1) as gemeenten,
        array(select g from unnest(${[...CODES, HAARLEM.code]}::text[]) g
          where programma.mag_wijzigen('kennemerland', 'raadsopmerking', g) order by 1) as wijzigt`.execute(
      tx,
    );
    return rows[0];
  });
};
const eindig = (b: typeof beheerder.b, lidmaatschap: string) =>
  b.vulIn(PAGINA, { lidmaatschap }, `${PAGINA}/rol`);

// @eis A3.3 A2.5
describe('een rol voor een subregio', () => {
  test('de keuze noemt de subregio met haar gemeenten', async () => {
    const html = await (await beheerder.b.haal(PAGINA)).text();
    expect(html).toContain('Subregio IJmond (Beverwijk, Heemskerk, Velsen)');
    expect(await (await elders.b.haal(PAGINA)).text()).not.toContain('Subregio IJmond');
  });
  test('een adviseur van IJmond wijzigt opmerkingen van Beverwijk, Heemskerk en Velsen, niet van Haarlem', async () => {
    const adres = 'adviseur@voorbeeld.invalid';
    expect((await nodigUit(adres)).status).toBe(303);
    const er = await leden(adres);
    expect(er.map(l => [l.rol, l.gemeente, l.subregio, l.tot])).toEqual(
      CODES.map(c => ['beleidsmedewerker', c, 'IJmond', null]),
    );
    expect(new Set(er.map(l => l.toekenning)).size).toBe(1);
    expect(er[0]?.toekenning).toMatch(/^[0-9a-f-]{36}$/);
    expect(await rechten(adres)).toEqual({ gemeenten: CODES, wijzigt: CODES });
    expect(await logregels('uitgenodigd', adres)).toBe(1);
  });
  test.each([
    ['GM0479', 'Zaanstad ligt niet in Kennemerland.'],
    ['gm0479', 'Zaanstad ligt niet in Kennemerland.'],
    ['GM9999', 'GM9999 ligt niet in Kennemerland.'],
    ['subregio:zaanstreek-waterland/IJmond', 'Kies de gemeente waarvoor deze rol geldt'],
  ])('een gemeente buiten de gekozen regio wordt bij naam geweigerd: %s', async (gemeente, melding) => {
    const adres = 'buiten@voorbeeld.invalid';
    const r = await nodigUit(adres, { gemeente, organisatie: 'Voorbeeld van buiten' });
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html).toContain(melding);
    expect(html).toContain('value="Voorbeeld van buiten"');
    expect(html).toContain(`value="${adres}"`);
    expect(await idVan(adres)).toBeUndefined();
  });
  test('een gemeente van de regio, ook in kleine letters, wordt aangenomen', async () => {
    const adres = 'binnen@voorbeeld.invalid';
    expect((await nodigUit(adres, { gemeente: 'gm0392' })).status).toBe(303);
    expect((await leden(adres)).map(l => l.gemeente)).toEqual(['GM0392']);
  });
  test('een raadslid van de subregio wijzigt niets', async () => {
    const adres = 'raad@voorbeeld.invalid';
    expect((await nodigUit(adres, { rol: 'raadslid' })).status).toBe(303);
    expect((await leden(adres)).map(l => l.gemeente)).toEqual(CODES);
    expect(await rechten(adres)).toEqual({ gemeenten: [], wijzigt: [] });
  });
  test('staat als één regel bij beheer en bij het eigen account', async () => {
    const adres = 'regel@voorbeeld.invalid';
    await nodigUit(adres);
    const regel = 'beleidsmedewerker, subregio IJmond (Beverwijk, Heemskerk, Velsen)';
    const pad = /\/uitnodiging\/[\w-]+/.exec(site.post.at(-1)?.inhoud ?? '')?.[0] ?? '';
    const html = await (await beheerder.b.haal(PAGINA)).text();
    // What is read, not the names of forms.
    const stuk = (html.split('<section').find(s => s.includes('Voorbeeld regel')) ?? '').replaceAll(
      /<[^>]+>/g,
      ' ',
    );
    expect(stuk.split(regel)).toHaveLength(2);
    expect(stuk.split('beleidsmedewerker')).toHaveLength(2);
    const b = maakBladeraar(site.app, { herkomst: '192.0.2.97' });
    await b.vulIn(pad, { wachtwoord: GOED_WACHTWOORD, nogEens: GOED_WACHTWOORD });
    await stelAppIn(b, adres, code);
    expect((await (await b.haal('/account')).text()).split(regel)).toHaveLength(2);
  });
  test('beëindigen beëindigt alle drie, als één handeling, en laat een rol op zichzelf staan', async () => {
    const adres = 'eindigt@voorbeeld.invalid';
    await nodigUit(adres);
    await nodigUit(adres, { gemeente: 'GM0375' });
    await nodigUit(adres);
    const er = await leden(adres);
    expect(er.map(l => [l.gemeente, l.subregio])).toEqual([
      ['GM0375', null],
      ['GM0375', 'IJmond'],
      ['GM0396', 'IJmond'],
      ['GM0453', 'IJmond'],
    ]);
    const tweede = er[2]?.id as string;
    expect((await eindig(elders.b, tweede)).status).toBe(404);
    expect((await rechten(adres))?.wijzigt).toEqual(CODES);
    expect((await eindig(beheerder.b, tweede)).status).toBe(303);
    expect((await leden(adres)).map(l => l.tot === null)).toEqual([true, false, false, false]);
    expect(await rechten(adres)).toEqual({ gemeenten: ['GM0375'], wijzigt: ['GM0375'] });
    expect(await logregels('rol_beeindigd', adres)).toBe(1);
    expect((await eindig(beheerder.b, tweede)).status).toBe(404);
    await nodigUit(adres);
    expect((await rechten(adres))?.wijzigt).toEqual(CODES);
    expect(new Set((await leden(adres)).map(l => l.toekenning)).size).toBe(3);
  });
  test.each([
    ['onbekende subregio', { gemeente: 'subregio:kennemerland/Noordkop' }, 'Kies de gemeente'],
    ['een andere regio dan de gekozene', { regio: 'zaanstreek-waterland' }, 'Kies een regio die u beheert'],
    ['een rol voor de hele regio', { rol: 'projectleider' }, 'Deze rol geldt voor de hele regio'],
  ])('geweigerd: %s', async (_, meer, melding) => {
    const r = await nodigUit('geweigerd@voorbeeld.invalid', meer);
    expect(r.status).toBe(422);
    expect(await r.text()).toContain(melding);
    expect(await idVan('geweigerd@voorbeeld.invalid')).toBeUndefined();
  });
  test('niemand geeft zichzelf een subregio, ook niet langs de pagina om', async () => {
    expect((await nodigUit(beheerder.adres)).status).toBe(422);
    const poging = metActor(
      proef.app.db,
      { soort: 'persoon', id: beheerder.id },
      site.klok.vandaag(),
      async tx => {
        await ruw`insert into toegang.lidmaatschap
          (id, persoon_id, organisatie_id, rol, regio, gemeente, toekenning, subregio, van)
          select gen_random_uuid(), persoon_id, organisatie_id, 'beleidsmedewerker', 'kennemerland', 'GM0375',
            gen_random_uuid(), 'IJmond', current_date
          from toegang.lidmaatschap where persoon_id = ${beheerder.id}::uuid limit 1`.execute(tx);
      },
    );
    await expect(poging).rejects.toThrow(/row-level security/);
    expect((await leden(beheerder.adres)).map(l => l.rol)).toEqual(['accountbeheerder']);
  });
});
