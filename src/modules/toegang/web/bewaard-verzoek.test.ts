import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { leesbareVelden } from '../domain/bewaard-verzoek.ts';
import { maakToegang } from '../module.ts';
import type { Bladeraar } from '../testing/bladeraar.ts';
import { GOED_WACHTWOORD, maakMens, stelAppIn } from '../testing/mensen.ts';
import { maakProefsite } from '../testing/proefsite.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
afterAll(site.stop);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const code = (geheim: string) => new TOTP({ secret: Secret.fromBase32(geheim) }).generate();
const aangekomen: { wie: string | undefined; tekst: unknown }[] = [];
site.app.post('/notitie', async c => {
  const wie = c.get('gebruiker')?.id;
  if (!wie) return c.notFound();
  aangekomen.push({ wie, tekst: (await c.req.parseBody())['tekst'] });
  return c.text('bewaard');
});
site.app.post('/stuk', () => {
  throw new Error('storing');
});
beforeEach(() => void aangekomen.splice(0));
let nummer = 0;
const TEKST = 'Vandaag gebeld <met> "Voorbeeld Moeder"; zij maakt zich zorgen.';

async function binnen() {
  const mens = await maakMens(site, `Bewaard${++nummer}`, 'professional');
  const { reservecodes } = await stelAppIn(mens.b, mens.adres, code);
  return { ...mens, reservecodes };
}
const csrfVan = async (b: Bladeraar) =>
  /name="_csrf" value="([^"]+)"/.exec(await (await b.haal('/account')).text())?.[1] ?? '';

/** Sends a form that was open while the session ran out. */
async function stuurTeLaat(b: Bladeraar, velden: Record<string, string>, pad = '/notitie') {
  const _csrf = await csrfVan(b);
  site.klok.schuif(16);
  const r = await b.stuur(pad, { _csrf, ...velden });
  site.klok.schuif(-16);
  return r;
}
async function meldOpnieuwAan(b: Bladeraar, adres: string, reservecode: string) {
  const terug = '/account/bewaard';
  await b.meldAan(adres, GOED_WACHTWOORD, { terug });
  return b.vulIn(`/aanmelden/tweede-stap?terug=${encodeURIComponent(terug)}`, { reservecode, terug });
}
const verborgen = (html: string, naam: string) =>
  new RegExp(`name="${naam}" value="([^"]*)"`).exec(html)?.[1] ?? '';

// @eis C2.7
describe('een formulier dat na het verlopen aankomt', () => {
  test('gaat niet verloren: na aanmelden staat het er, en wie het verstuurt raakt het kwijt aan de bestemming', async () => {
    const { adres, b, reservecodes } = await binnen();
    const r = await stuurTeLaat(b, { tekst: TEKST, dossier: '7f0c1d1e-0000-4000-8000-000000000001' });
    expect([r.status, r.headers.get('location')]).toEqual([
      303,
      '/aanmelden?na=bewaard&terug=%2Faccount%2Fbewaard',
    ]);
    expect(aangekomen).toEqual([]);
    expect(await (await b.haal('/aanmelden?na=bewaard')).text()).toContain('Wat u invulde is bewaard');
    expect((await meldOpnieuwAan(b, adres, reservecodes[0] ?? '')).headers.get('location')).toBe(
      '/account/bewaard',
    );
    const html = await (await b.haal('/account/bewaard')).text();
    expect(html).toContain('Vandaag gebeld &lt;met&gt;');
    expect(html).toContain('action="/notitie"');
    const velden = { tekst: TEKST, _bewaard: verborgen(html, '_bewaard') };
    expect((await b.vulIn('/account/bewaard', velden, '/notitie')).status).toBe(200);
    expect(aangekomen.map(a => a.tekst)).toEqual([TEKST]);
    expect(await (await b.haal('/account/bewaard')).text()).toContain('Er is niets bewaard.');
  });
  test('blijft staan als het versturen door een storing mislukt', async () => {
    const { adres, b, reservecodes } = await binnen();
    await stuurTeLaat(b, { tekst: TEKST }, '/stuk');
    await meldOpnieuwAan(b, adres, reservecodes[0] ?? '');
    const html = await (await b.haal('/account/bewaard')).text();
    const r = await b.vulIn(
      '/account/bewaard',
      { tekst: TEKST, _bewaard: verborgen(html, '_bewaard') },
      '/stuk',
    );
    expect(r.status).toBe(500);
    expect(await (await b.haal('/account/bewaard')).text()).toContain('Vandaag gebeld');
  });
  test('een ander op dezelfde computer ziet het niet en kan het niet weggooien', async () => {
    const eerst = await binnen();
    await stuurTeLaat(eerst.b, { tekst: TEKST });
    const { rows } = await sql('select id from toegang.bewaard_verzoek order by bewaard_op desc limit 1');
    const ander = await binnen();
    // The other sits at the browser of the first: the same cookies, his own account.
    eerst.b.potje.set('la.session_token', ander.b.potje.get('la.session_token') ?? '');
    const html = await (await eerst.b.haal('/account/bewaard')).text();
    expect(html).toContain('Er is niets bewaard.');
    expect(html).not.toContain('Vandaag gebeld');
    const weg = await eerst.b.vulIn('/account/bewaard', { verzoek: rows[0].id });
    expect(weg.status).toBe(404);
    await eerst.b.vulIn('/account/bewaard', { tekst: 'x', _bewaard: rows[0].id }, '/notitie');
    expect((await sql('select 1 from toegang.bewaard_verzoek where id = $1', [rows[0].id])).rowCount).toBe(1);
  });
  test('staat versleuteld, en na een dag of na weggooien is ook de sleutel weg', async () => {
    const { adres, b, reservecodes } = await binnen();
    await stuurTeLaat(b, { tekst: TEKST });
    await stuurTeLaat(b, { tekst: 'nog een' });
    const rijen = async () =>
      (await sql('select * from toegang.bewaard_verzoek order by bewaard_op desc limit 1')).rows;
    const [rij] = await rijen();
    expect(rij.inhoud.includes('Vandaag')).toBe(false);
    expect(rij.inhoud.includes('notitie')).toBe(false);
    await meldOpnieuwAan(b, adres, reservecodes[0] ?? '');
    const r = await b.vulIn('/account/bewaard', { verzoek: rij.id });
    expect(r.headers.get('location')).toBe('/account/bewaard?na=weg');
    expect(site.kluis.bestaat(rij.sleutel_id)).toBe(false);
    const alle = (await sql('select sleutel_id from toegang.bewaard_verzoek')).rows;
    site.klok.schuif(24 * 60 + 17);
    await site.kamer.ruimOp();
    site.klok.schuif(-(24 * 60 + 17));
    expect((await sql('select 1 from toegang.bewaard_verzoek')).rowCount).toBe(0);
    expect(alle.map(a => site.kluis.bestaat(a.sleutel_id))).toEqual(alle.map(() => false));
  });
  test('van één mens blijven de nieuwste vijf', async () => {
    const { adres, b, reservecodes } = await binnen();
    const _csrf = await csrfVan(b);
    site.klok.schuif(16);
    for (let i = 1; i <= 7; i++) {
      await b.stuur('/notitie', { _csrf, tekst: `versie ${i}.` });
      site.klok.schuif(1);
    }
    site.klok.schuif(-23);
    await meldOpnieuwAan(b, adres, reservecodes[0] ?? '');
    const html = await (await b.haal('/account/bewaard')).text();
    const gezien = [...html.matchAll(/>versie (\d)\.</g)].map(m => m[1]);
    expect(gezien).toEqual(['7', '6', '5', '4', '3']);
  });
});

// @eis C2.7
describe('wat niet wordt bewaard', () => {
  const aantal = async () => (await sql('select count(*)::int n from toegang.bewaard_verzoek')).rows[0].n;
  test('een vervalst formulier, een wachtwoord, en wat iemand stuurt die zelf is afgemeld', async () => {
    const voor = await aantal();
    const { b } = await binnen();
    const _csrf = await csrfVan(b);
    site.klok.schuif(16);
    expect((await b.stuur('/notitie', { _csrf: 'verzonnen', tekst: 'x' })).status).toBe(403);
    const elders = await b.stuur('/notitie', { _csrf, tekst: 'x' }, { origin: 'https://elders.invalid' });
    expect(elders.status).toBe(403);
    const ww = await b.stuur('/account/wachtwoord', {
      _csrf,
      oud: 'geheim geheim',
      nieuw: 'x',
      nogEens: 'x',
    });
    expect(ww.headers.get('location')).toBe('/aanmelden');
    site.klok.schuif(-16);
    const weg = await binnen();
    const token = await csrfVan(weg.b);
    const koekjes = new Map(weg.b.potje);
    await weg.b.stuur('/afmelden', { _csrf: token });
    for (const [n, w] of koekjes) weg.b.potje.set(n, w);
    expect((await weg.b.stuur('/notitie', { _csrf: token, tekst: 'x' })).status).toBe(403);
    expect(await aantal()).toBe(voor);
  });
  test('iemand die intussen is uitgezet', async () => {
    const voor = await aantal();
    const { b } = await binnen();
    const id = (await b.wie()).gebruiker?.id;
    await sql('update toegang.persoon set actief = false where id = $1', [id]);
    await stuurTeLaat(b, { tekst: 'x' });
    expect(await aantal()).toBe(voor);
  });
  test('kenmerken en getallen die de pagina zelf meestuurde worden niet als tekst getoond', () => {
    expect(
      leesbareVelden([
        ['casus_id', '7f0c1d1e-0000-4000-8000-000000000001'],
        ['versie', '3'],
        ['wat_is-er', 'tekst'],
        ['leeg', ' '],
      ]),
    ).toEqual([['wat is er', 'tekst']]);
  });
});
