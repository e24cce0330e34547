import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, test } from 'vitest';
import { metActor, metClient, sql as ruw } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { maakToegang } from '../module.ts';
import { type Bladeraar, maakBladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens, stelAppIn } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const PAGINA = '/beheer/accounts';

async function binnen(
  naam: string,
  rol: Parameters<typeof maakMens>[2],
  regio: string | null = 'kennemerland',
) {
  const { adres, b } = await maakMens(site, naam, rol, regio);
  await stelAppIn(b, adres, code);
  const id = (await b.wie()).gebruiker?.id ?? '';
  return { adres, b, id };
}
const beheerder = await binnen('Beheer', 'accountbeheerder');
const elders = await binnen('Elders', 'accountbeheerder', 'zaanstreek-waterland');
const GOED = {
  naam: 'Voorbeeld Nieuw',
  adres: 'nieuw@voorbeeld.invalid',
  rol: 'lezer',
  regio: 'kennemerland',
  gemeente: '',
  organisatie: 'Voorbeeldgemeente',
};
const nodigUit = (b: Bladeraar, meer: Partial<typeof GOED> = {}) => b.vulIn(PAGINA, { ...GOED, ...meer });
const idVan = async (adres: string) =>
  (
    await sql('select id from toegang.persoon where email_index = $1', [
      site.kluis.blindeIndex('email', adres),
    ])
  ).rows[0]?.id as string;
const leden = async (adres: string) =>
  (
    await sql(
      'select rol, regio, gemeente, tot from toegang.lidmaatschap where persoon_id = $1 order by rol',
      [await idVan(adres)],
    )
  ).rows;

/** Does the form still hold this, as text of a field or as the choice of a list? */
const houdtWaarde = (html: string, naam: string, waarde: string): boolean => {
  const veld =
    new RegExp(`<(input|select)[^>]* name="${naam}"[^>]*>(.*?</select>)?`, 's').exec(html)?.[0] ?? '';
  if (!veld.startsWith('<select')) return waarde === '' || veld.includes(`value="${waarde}"`);
  const gekozen = /<option[^>]*value="([^"]*)"[^>]*selected/.exec(veld)?.[1] ?? '';
  // What the list does not offer cannot be chosen in it.
  return gekozen === waarde || !veld.includes(`value="${waarde}"`);
};

// @eis A2.5
describe('accounts beheren', () => {
  test('alleen een accountbeheerder ziet de pagina, en alleen mensen van zijn eigen regio', async () => {
    const leider = await binnen('Leider', 'projectleider');
    const techniek = await binnen('Techniek', 'technisch_beheerder', null);
    expect((await leider.b.haal(PAGINA)).status).toBe(404);
    expect((await techniek.b.haal(PAGINA)).status).toBe(404);
    expect((await nodigUit(leider.b)).status).toBe(404);
    const html = await (await beheerder.b.haal(PAGINA)).text();
    expect(html.includes('Voorbeeld Leider')).toBe(true);
    expect(html.includes('Voorbeeld Elders')).toBe(false);
    expect((await (await elders.b.haal(PAGINA)).text()).includes('Voorbeeld Leider')).toBe(false);
  });
  test('uitnodigen: account, rol en bericht; de genodigde komt binnen met precies die rol', async () => {
    expect(
      (await nodigUit(beheerder.b, { rol: 'raadslid', gemeente: 'gm0392' })).headers.get('location'),
    ).toBe(`${PAGINA}?na=uitgenodigd`);
    expect(site.post.at(-1)).toMatchObject({ soort: 'uitnodiging', aan: GOED.adres });
    expect(await leden(GOED.adres)).toEqual([
      { rol: 'raadslid', regio: 'kennemerland', gemeente: 'GM0392', tot: null },
    ]);
    const pad = /\/uitnodiging\/[\w-]+/.exec(site.post.at(-1)?.inhoud ?? '')?.[0] ?? '';
    const b = maakBladeraar(site.app, { herkomst: '192.0.2.99' });
    await b.vulIn(pad, { wachtwoord: GOED_WACHTWOORD, nogEens: GOED_WACHTWOORD });
    await stelAppIn(b, GOED.adres, code);
    expect((await b.wie()).toegang).toEqual([
      expect.objectContaining({ rol: 'raadslid', regio: 'kennemerland', gemeente: 'GM0392' }),
    ]);
  });
  test('wie al een account heeft krijgt er een rol bij en een ander bericht; de pagina zegt hetzelfde', async () => {
    const r = await nodigUit(beheerder.b, { adres: elders.adres, naam: 'Verkeerde Naam' });
    expect(r.headers.get('location')).toBe(`${PAGINA}?na=uitgenodigd`);
    expect(site.post.at(-1)).toMatchObject({ soort: 'nieuwe_rol', aan: elders.adres });
    expect((await elders.b.wie()).gebruiker?.naam).toBe('Voorbeeld Elders');
    expect((await leden(elders.adres)).map(l => l.rol)).toEqual(['accountbeheerder', 'lezer']);
  });
  test.each([
    [{ regio: 'zaanstreek-waterland' }, 'Kies een regio die u beheert'],
    [{ rol: 'technisch_beheerder' }, 'Kies een rol'],
    [{ rol: 'raadslid', gemeente: '' }, 'Kies de gemeente'],
    [{ adres: 'geen adres' }, 'Vul een e-mailadres in'],
    [{ naam: '' }, 'Vul een naam in'],
    [{ organisatie: '' }, 'naam van de organisatie'],
    [{ rol: 'projectleider', gemeente: 'GM0392' }, 'Deze rol geldt voor de hele regio. Kies geen gemeente'],
    [{ rol: 'projectleider', gemeente: 'zomaar' }, 'Deze rol geldt voor de hele regio. Kies geen gemeente'],
  ])('geweigerd met uitleg en behouden velden: %o', async (meer, melding) => {
    const aantal = site.post.length;
    const r = await nodigUit(beheerder.b, { adres: 'ander@voorbeeld.invalid', ...meer });
    const html = await r.text();
    expect(r.status).toBe(422);
    expect(html.includes(melding)).toBe(true);
    expect(html.includes('Fout:')).toBe(true);
    for (const [naam, waarde] of Object.entries({ ...GOED, adres: 'ander@voorbeeld.invalid', ...meer }))
      if (naam !== 'regio' || waarde === GOED.regio)
        expect([naam, houdtWaarde(html, naam, waarde)]).toEqual([naam, true]);
    expect(site.post).toHaveLength(aantal);
  });
  test('niemand geeft zichzelf een rol, ook niet langs de pagina om', async () => {
    expect((await nodigUit(beheerder.b, { adres: beheerder.adres, rol: 'projectleider' })).status).toBe(422);
    expect((await leden(beheerder.adres)).map(l => l.rol)).toEqual(['accountbeheerder']);
    const poging = metActor(
      proef.app.db,
      { soort: 'persoon', id: beheerder.id },
      site.klok.vandaag(),
      async tx => {
        await ruw`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
        select gen_random_uuid(), ${beheerder.id}::uuid, organisatie_id, 'projectleider', 'kennemerland', current_date
        from toegang.lidmaatschap where persoon_id = ${beheerder.id}::uuid limit 1`.execute(tx);
      },
    );
    await expect(poging).rejects.toThrow(/row-level security/);
  });
  // @eis C2.3
  test('een intaker werkt bij Veilig Thuis: alleen die organisatie van de regio, niet wat iemand intypt', async () => {
    const soorten = async (naam: string) =>
      (await sql('select soort from toegang.organisatie where naam = $1', [naam])).rows.map(r => r.soort);
    await nodigUit(beheerder.b, {
      adres: 'pro@voorbeeld.invalid',
      rol: 'professional',
      organisatie: 'Wijkteam',
    });
    const nodigIntaker = async (adres: string, organisatie: string) => {
      const r = await nodigUit(beheerder.b, {
        adres: `${adres}@voorbeeld.invalid`,
        rol: 'intaker',
        organisatie,
      });
      return r.status === 303 ? 'gelukt' : await r.text();
    };
    expect(await nodigIntaker('een', 'Wijkteam')).toContain('Vul de naam van Veilig Thuis in');
    expect(await nodigIntaker('een', 'Veilig Thuis Voorbeeld')).toBe('gelukt');
    expect(await nodigIntaker('twee', 'Veilig Thuis Voorbeeld')).toBe('gelukt');
    expect(await nodigIntaker('drie', 'Ander Veilig Thuis')).toContain(
      'In deze regio is al een Veilig Thuis',
    );
    expect(await soorten('Wijkteam')).toEqual(['samenwerkingsverband']);
    expect(await soorten('Veilig Thuis Voorbeeld')).toEqual(['veilig_thuis']);
    expect(await soorten('Ander Veilig Thuis')).toEqual([]);
  });
  // @eis C2.6
  test('accounts beheren en in dossiers werken gaan niet samen, hoe de ene rol ook na de andere komt', async () => {
    const geef = async (adres: string, rol: string) =>
      (await nodigUit(beheerder.b, { adres, rol, organisatie: 'Wijkteam' })).status;
    for (const rol of ['teamleider', 'professional', 'privacyfunctionaris']) {
      const [een, ander] = [`${rol}.een@voorbeeld.invalid`, `${rol}.ander@voorbeeld.invalid`];
      expect(await geef(een, rol)).toBe(303);
      expect(await geef(een, 'accountbeheerder')).toBe(422);
      expect(await geef(ander, 'accountbeheerder')).toBe(303);
      expect(await geef(ander, rol)).toBe(422);
      expect((await leden(een)).map(l => l.rol)).toEqual([rol]);
      expect((await leden(ander)).map(l => l.rol)).toEqual(['accountbeheerder']);
    }
    const techniek = await binnen('Machinist', 'technisch_beheerder', null);
    expect(await geef(techniek.adres, 'teamleider')).toBe(422);
    expect(await geef(techniek.adres, 'lezer')).toBe(303);
  });
  // @eis C2.6
  test('ook langs de pagina om krijgt een accountbeheerder geen werk met gezinnen', async () => {
    const ander = await idVan('teamleider.ander@voorbeeld.invalid');
    const poging = metActor(
      proef.app.db,
      { soort: 'stelsel', taak: 'proef' },
      site.klok.vandaag(),
      async tx => {
        await ruw`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
        select gen_random_uuid(), persoon_id, organisatie_id, 'teamleider', regio, van
        from toegang.lidmaatschap where persoon_id = ${ander}::uuid limit 1`.execute(tx);
      },
    );
    await expect(poging).rejects.toThrow(/row-level security/);
  });
  test('een lidmaatschap verdwijnt nooit: het eindigt', async () => {
    await expect(
      metActor(proef.app.db, { soort: 'stelsel', taak: 'proef' }, site.klok.vandaag(), async tx => {
        await ruw`delete from toegang.lidmaatschap`.execute(tx);
      }),
    ).rejects.toThrow(/permission denied/);
  });
  test('een rol beëindigen geldt bij het volgende verzoek; een eigen rol of een rol elders niet', async () => {
    const lid = async (adres: string) =>
      (
        await sql('select id from toegang.lidmaatschap where persoon_id = $1 and tot is null limit 1', [
          await idVan(adres),
        ])
      ).rows[0]?.id as string;
    const doe = async (b: Bladeraar, id: string) =>
      (await b.vulIn(PAGINA, { lidmaatschap: id }, `${PAGINA}/rol`)).status;
    const mens = await binnen('Eindigt', 'projectleider');
    const zijn = await lid(mens.adres);
    expect(await doe(elders.b, zijn)).toBe(404);
    expect(await doe(beheerder.b, await lid(beheerder.adres))).toBe(422);
    expect(((await mens.b.wie()).toegang as unknown[]).length).toBe(1);
    expect(await doe(beheerder.b, zijn)).toBe(303);
    expect((await mens.b.wie()).toegang).toEqual([]);
    expect(await doe(beheerder.b, zijn)).toBe(404);
  });
  test('uitzetten beëindigt alles; alleen wie de hele persoon beheert, mag dat', async () => {
    const mens = await binnen('Weg', 'lezer');
    const doe = async (b: Bladeraar, wat: string, id: string) =>
      (await b.vulIn(PAGINA, { persoon: id }, `${PAGINA}/${wat}`)).status;
    expect(await doe(elders.b, 'uit', mens.id)).toBe(404);
    expect(await doe(beheerder.b, 'uit', beheerder.id)).toBe(404);
    // Elders holds a role in both regions by now: neither administers all of him.
    expect(await doe(beheerder.b, 'uit', elders.id)).toBe(404);
    expect(await doe(beheerder.b, 'uit', mens.id)).toBe(303);
    expect((await mens.b.wie()).gebruiker).toBeNull();
    expect((await mens.b.meldAan(mens.adres, GOED_WACHTWOORD)).status).toBe(422);
    expect(await doe(beheerder.b, 'aan', mens.id)).toBe(303);
    expect((await mens.b.meldAan(mens.adres, GOED_WACHTWOORD)).headers.get('location')).toBe(
      '/aanmelden/tweede-stap',
    );
  });
  test('een verloren tweede stap wissen leidt naar opnieuw instellen, en de mens krijgt bericht', async () => {
    const mens = await binnen('Kwijt', 'lezer');
    expect((await elders.b.vulIn(PAGINA, { persoon: mens.id }, `${PAGINA}/tweede-stap`)).status).toBe(404);
    expect((await beheerder.b.vulIn(PAGINA, { persoon: mens.id }, `${PAGINA}/tweede-stap`)).status).toBe(303);
    expect(site.post.at(-1)).toMatchObject({ soort: 'tweede_stap_gewist', aan: mens.adres });
    expect((await mens.b.wie()).gebruiker).toBeNull();
    expect((await mens.b.meldAan(mens.adres, GOED_WACHTWOORD)).headers.get('location')).toBe(
      '/aanmelden/instellen',
    );
  });
  test('een uitnodiging opnieuw sturen maakt de vorige link onbruikbaar', async () => {
    await nodigUit(beheerder.b, { adres: 'traag@voorbeeld.invalid' });
    const pad = () => /\/uitnodiging\/[\w-]+/.exec(site.post.at(-1)?.inhoud ?? '')?.[0] ?? '';
    const eerste = pad();
    const persoon = await idVan('traag@voorbeeld.invalid');
    expect((await beheerder.b.vulIn(PAGINA, { persoon }, `${PAGINA}/opnieuw`)).status).toBe(303);
    const b = maakBladeraar(site.app, { herkomst: '192.0.2.98' });
    expect((await b.haal(eerste)).status).toBe(404);
    expect((await b.haal(pad())).status).toBe(200);
  });
});
