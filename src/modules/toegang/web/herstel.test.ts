import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { metActor, metClient, sql as ruw } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import type { Rol } from '../domain/rollen.ts';
import { maakToegang } from '../module.ts';
import { type Bladeraar, maakBladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens, stelAppIn } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const PAD = '/beheer/herstel';

type Mens = { adres: string; b: Bladeraar; id: string };
async function binnen(naam: string, rol: Rol): Promise<Mens> {
  const { adres, b } = await maakMens(site, naam, rol);
  await stelAppIn(b, adres, code);
  return { adres, b, id: (await b.wie()).gebruiker?.id ?? '' };
}
let acc: Mens;
let acc2: Mens;
let leider: Mens;
let leider2: Mens;
let kwijt: Mens;
let organisatie = '';
beforeAll(async () => {
  acc = await binnen('Beheerder', 'accountbeheerder');
  acc2 = await binnen('Beheerdertwee', 'accountbeheerder');
  leider = await binnen('Teamleider', 'teamleider');
  leider2 = await binnen('Teamleidertwee', 'teamleider');
  kwijt = await binnen('Kwijt', 'professional');
  organisatie = (await sql('select id from toegang.organisatie')).rows[0].id;
});
const vraag = (wie: Mens, voor: Mens) =>
  wie.b.vulIn(PAD, { persoon: voor.id, organisatie }).then(r => r.headers.get('location') ?? r.status);
const verzoekVan = async (voor: Mens): Promise<string> =>
  (
    await sql(
      'select id from toegang.herstelverzoek where persoon_id = $1 order by gevraagd_op desc limit 1',
      [voor.id],
    )
  ).rows[0]?.id ?? '';
const stemIn = async (wie: Mens, verzoek: string) => wie.b.vulIn(PAD, { verzoek }, `${PAD}/akkoord`);
const codeOp = async (r: Response) => /<code>([A-Z2-7-]{19})<\/code>/.exec(await r.text())?.[1] ?? '';
const wijsAf = async (wie: Mens, verzoek: string) =>
  (await wie.b.vulIn(PAD, { verzoek }, `${PAD}/afwijzen`)).status;
let plek = 0;
const gebruik = (velden: { adres: string; code: string; wachtwoord?: string }) => {
  const b = maakBladeraar(site.app, { herkomst: `203.0.113.${++plek}` });
  return b
    .vulIn('/aanmelden/herstelcode', { wachtwoord: GOED_WACHTWOORD, ...velden })
    .then(r => ({ b, status: r.status, naar: r.headers.get('location') }));
};
/** A code that two people gave for this person. */
async function krijgCode(voor: Mens): Promise<string> {
  await vraag(leider, voor);
  return codeOp(await stemIn(acc, await verzoekVan(voor)));
}

// @eis C2.7
describe('herstel door de organisatie', () => {
  test('teamleider vraagt, accountbeheerder stemt in, en met code, wachtwoord en nieuwe tweede stap komt de mens binnen', async () => {
    expect(await vraag(leider, kwijt)).toBe(`${PAD}?na=gevraagd`);
    expect(site.post.at(-1)).toMatchObject({ soort: 'herstel_gevraagd', aan: kwijt.adres });
    const html = await (await acc.b.haal(PAD)).text();
    expect(html).toContain('Akkoord van Voorbeeld Teamleider (teamleider)');
    const herstelcode = await codeOp(await stemIn(acc, await verzoekVan(kwijt)));
    expect(herstelcode).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    // Until the person himself uses the code, nothing has changed.
    expect((await kwijt.b.wie()).gebruiker).not.toBeNull();
    const r = await gebruik({ adres: kwijt.adres, code: herstelcode.toLowerCase().replaceAll('-', ' ') });
    expect(r.naar).toBe('/aanmelden/instellen');
    expect((await r.b.wie()).gebruiker).toBeNull();
    expect((await kwijt.b.wie()).gebruiker).toBeNull();
    expect(site.post.at(-1)).toMatchObject({ soort: 'herstel_gebruikt', aan: kwijt.adres });
    await stelAppIn(r.b, kwijt.adres, code);
    expect((await r.b.wie()).gebruiker?.id).toBe(kwijt.id);
    kwijt = { ...kwijt, b: r.b };
    expect((await gebruik({ adres: kwijt.adres, code: herstelcode })).status).toBe(422);
  });
  test('twee accountbeheerders mogen het, twee teamleiders niet', async () => {
    await vraag(acc, kwijt);
    expect(await codeOp(await stemIn(acc2, await verzoekVan(kwijt)))).not.toBe('');
    await vraag(leider, leider2);
    const twee = await verzoekVan(leider2);
    expect((await stemIn(leider, twee)).headers.get('location')).toBe(PAD);
    expect((await stemIn(leider2, twee)).status).toBe(404);
    await vraag(leider, kwijt);
    const drie = await verzoekVan(kwijt);
    expect((await stemIn(leider2, drie)).headers.get('location')).toBe(`${PAD}?na=akkoord`);
    expect(await codeOp(await stemIn(acc, drie))).not.toBe('');
    expect(await wijsAf(acc, twee)).toBe(303);
  });
  test('één mens is er geen twee: nog eens instemmen helpt niet', async () => {
    await vraag(acc, kwijt);
    const id = await verzoekVan(kwijt);
    expect((await stemIn(acc, id)).headers.get('location')).toBe(PAD);
    expect((await sql('select stand from toegang.herstelverzoek where id = $1', [id])).rows[0].stand).toBe(
      'open',
    );
    expect(await wijsAf(leider, id)).toBe(303);
    expect((await stemIn(leider, id)).status).toBe(404);
  });
  test('niemand doet het voor zichzelf of voor een andere organisatie, en een ander ziet de pagina niet', async () => {
    expect(await vraag(leider, leider)).toBe(404);
    expect((await kwijt.b.haal(PAD)).status).toBe(404);
    expect(await vraag(kwijt, leider)).toBe(404);
    const vreemd = await binnen('Vreemd', 'accountbeheerder');
    await sql(
      `with o as (insert into toegang.organisatie (id, naam, soort, regio)
         values (gen_random_uuid(), 'Andere organisatie', 'partner', 'kennemerland') returning id)
       update toegang.lidmaatschap set organisatie_id = (select id from o) where persoon_id = $1`,
      [vreemd.id],
    );
    expect((await vreemd.b.haal(PAD)).status).toBe(404);
    expect(await vraag(vreemd, kwijt)).toBe(404);
    await vraag(leider, kwijt);
    const id = await verzoekVan(kwijt);
    expect((await stemIn(vreemd, id)).status).toBe(404);
    expect(await wijsAf(vreemd, id)).toBe(404);
    expect(await wijsAf(acc, id)).toBe(303);
  });
  test('de accountbeheerder alleen wist de tweede stap van wie met casussen werkt niet', async () => {
    const r = await acc.b.vulIn('/beheer/accounts', { persoon: kwijt.id }, '/beheer/accounts/tweede-stap');
    expect(r.status).toBe(422);
    expect(await r.text()).toContain('akkoord van twee mensen');
    expect((await kwijt.b.wie()).gebruiker).not.toBeNull();
  });
  test('de link uit de post alleen, de code alleen of het wachtwoord alleen is niet genoeg', async () => {
    const herstelcode = await krijgCode(kwijt);
    const fout = await gebruik({ adres: kwijt.adres, code: herstelcode, wachtwoord: 'niet het wachtwoord' });
    expect(fout.status).toBe(422);
    expect((await gebruik({ adres: kwijt.adres, code: 'AAAA-BBBB-CCCC-DDDD' })).status).toBe(422);
    expect((await gebruik({ adres: leider.adres, code: herstelcode })).status).toBe(422);
    const b = maakBladeraar(site.app, { herkomst: '203.0.113.240' });
    await b.vulIn('/aanmelden/herstel', { adres: kwijt.adres });
    const link = new URL(/https?:\S+\/[\w-]{43}/.exec(site.post.at(-1)?.inhoud ?? '')?.[0] ?? '').pathname;
    const nieuw = 'een heel nieuw wachtwoord';
    await b.vulIn(link, { wachtwoord: nieuw, nogEens: nieuw });
    expect((await b.meldAan(kwijt.adres, nieuw)).headers.get('location')).toBe('/aanmelden/tweede-stap');
    expect((await b.wie()).gebruiker).toBeNull();
    await b.vulIn('/aanmelden/herstel', { adres: kwijt.adres });
    const eerder = new URL(/https?:\S+\/[\w-]{43}/.exec(site.post.at(-1)?.inhoud ?? '')?.[0] ?? '').pathname;
    const r = await gebruik({ adres: kwijt.adres, code: herstelcode, wachtwoord: nieuw });
    expect(r.naar).toBe('/aanmelden/instellen');
    // Between the code and the new second step the mailbox is no way in either, not by a link of before.
    expect((await b.haal(eerder)).status).toBe(404);
    await b.vulIn('/aanmelden/herstel', { adres: kwijt.adres });
    expect(site.post.at(-1)).toMatchObject({ soort: 'herstel_via_organisatie' });
  });
  test('een code werkt een dag, een verzoek wacht een week', async () => {
    const mens = await binnen('Traag', 'professional');
    const herstelcode = await krijgCode(mens);
    site.klok.schuif(24 * 60 + 1);
    expect((await gebruik({ adres: mens.adres, code: herstelcode })).status).toBe(422);
    site.klok.schuif(-(24 * 60 + 1));
    const ander = await binnen('Trager', 'professional');
    await vraag(leider, ander);
    const id = await verzoekVan(ander);
    await sql(
      "update toegang.herstelverzoek set gevraagd_op = gevraagd_op - interval '7 days', vervalt = vervalt - interval '7 days' where id = $1",
      [id],
    );
    expect((await stemIn(acc, id)).status).toBe(404);
  });
  test('raden naar de code wordt afgeremd', async () => {
    const b = maakBladeraar(site.app, { herkomst: '203.0.113.250' });
    const statussen: number[] = [];
    for (let i = 0; i < 11; i++) {
      const velden = { adres: 'niemand@voorbeeld.invalid', wachtwoord: 'mis mis mis', code: `AAAA${i}` };
      statussen.push((await b.vulIn('/aanmelden/herstelcode', velden)).status);
    }
    expect(statussen).toEqual([...Array(10).fill(422), 429]);
  });
});

// @eis C2.7
describe('herstel in de database', () => {
  const als = (id: string, tekst: string) =>
    metActor(proef.app.db, { soort: 'persoon', id }, site.klok.vandaag(), tx => ruw.raw(tekst).execute(tx));
  test('geen code zonder twee mensen, ook niet langs de pagina om; niemand stemt in namens een ander', async () => {
    await vraag(leider, kwijt);
    const id = await verzoekVan(kwijt);
    const code = `code_hash = sha256('x'), code_vervalt = now() + interval '1 day'`;
    await expect(
      als(leider.id, `update toegang.herstelverzoek set stand = 'akkoord', ${code} where id = '${id}'`),
    ).rejects.toThrow(/twee mensen/);
    const stem = (wie: string, rol: string) =>
      `insert into toegang.herstelakkoord (herstelverzoek_id, persoon_id, rol, gegeven_op)
       values ('${id}', '${wie}', '${rol}', now())`;
    await expect(als(leider.id, stem(acc.id, 'accountbeheerder'))).rejects.toThrow(/row-level security/);
    await expect(als(leider2.id, stem(leider2.id, 'accountbeheerder'))).rejects.toThrow(/row-level security/);
    await expect(als(kwijt.id, stem(kwijt.id, 'teamleider'))).rejects.toThrow(/row-level security/);
    await expect(
      metActor(proef.app.db, { soort: 'stelsel', taak: 'proef' }, site.klok.vandaag(), tx =>
        ruw.raw(stem(acc.id, 'accountbeheerder')).execute(tx),
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await wijsAf(acc, id)).toBe(303);
  });
  test('wie het aangaat ziet zijn eigen verzoek niet', async () => {
    await vraag(leider, kwijt);
    const r = await als(kwijt.id, 'select 1 from toegang.herstelverzoek');
    expect(r.rows).toEqual([]);
    expect(await wijsAf(acc, await verzoekVan(kwijt))).toBe(303);
  });
  test('elke stap staat in het logboek, ook wat geweigerd werd', async () => {
    const { rows } = await sql(
      `select handeling, uitkomst, actor from audit.logregel where object = $1 and handeling like 'toegang.herstel%'`,
      [kwijt.id],
    );
    const gezien = new Set(rows.map(r => `${r.handeling} ${r.uitkomst}`));
    expect([...gezien].sort()).toEqual([
      'toegang.herstel_afgewezen toegestaan',
      'toegang.herstel_akkoord toegestaan',
      'toegang.herstel_gevraagd geweigerd',
      'toegang.herstel_gevraagd toegestaan',
      'toegang.herstel_gevraagd_door_collega geweigerd',
      'toegang.herstel_gevraagd_door_collega toegestaan',
      'toegang.herstelcode_gebruikt geweigerd',
      'toegang.herstelcode_gebruikt toegestaan',
    ]);
    expect(rows.some(r => r.actor === `persoon:${acc.id}`)).toBe(true);
  });
});
