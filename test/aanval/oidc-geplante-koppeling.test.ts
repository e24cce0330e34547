import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakToegang } from '#modules/toegang/module.ts';
import { maakOidcproef } from '#modules/toegang/testing/oidcproef.ts';
import { type Oidcserver, startOidcserver } from '#modules/toegang/testing/oidcserver.ts';
import { maakProefsite } from '#modules/toegang/testing/proefsite.ts';
import { metActor, metClient, sql as ruw } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const site = maakProefsite(proef, maakToegang);
const sql = (tekst: string, waarden: unknown[] = []) => metClient(proef.beheer, c => c.query(tekst, waarden));
const op = maakOidcproef(site, sql);
type Mens = Awaited<ReturnType<typeof op.binnen>>;
const TWEE = { amr: ['pwd', 'mfa'] };
let server: Oidcserver;
let beheerder: Mens;
let mens: Mens;
let dienst = '';
beforeAll(async () => {
  server = await startOidcserver();
  beheerder = await op.binnen('Beheerder', 'accountbeheerder');
  mens = await op.binnen('Slachtoffer');
  dienst = await op.stelIn(beheerder.b, await op.organisatie(), server);
  await op.koppel(mens.b, dienst, server, { sub: 's-1', ...TWEE });
});
afterAll(() => {
  server?.stop();
  site.stop();
});

// @eis C2.7
describe('een koppeling die een ander wil leggen', () => {
  test('één mens bij de aanbieder is één account: een tweede koppeling wordt geweigerd', async () => {
    const ander = await op.binnen('Ander');
    const r = await op.koppel(ander.b, dienst, server, { sub: 's-1', ...TWEE });
    expect(r.status).toBe(403);
    expect((await (await op.kom(dienst, server, { sub: 's-1', ...TWEE })).b.wie()).gebruiker?.id).toBe(
      mens.id,
    );
  });
  test('de vraag van de aanvaller, afgemaakt in de browser van het slachtoffer, koppelt niets', async () => {
    const aanvaller = await op.binnen('Aanvaller');
    const slachtoffer = await op.binnen('Tweedeslachtoffer');
    const r = await aanvaller.b.vulIn('/account', { dienst }, '/account/organisatie');
    const naar = /href="(http[^"]*\/auth\?[^"]+)"/.exec(await r.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
    const pad = await server.meldAan(naar, { sub: 'a-9', ...TWEE });
    expect((await slachtoffer.b.haal(pad)).status).toBe(403);
    const { rows } = await sql(
      'select persoon_id from toegang.aanmelddienst_koppeling where persoon_id = $1',
      [slachtoffer.id],
    );
    expect(rows).toEqual([]);
    expect((await op.kom(dienst, server, { sub: 'a-9', ...TWEE })).antwoord.status).toBe(403);
  });
  test('koppelen begint niet met een link van een andere site, en niet zonder eigen formulier', async () => {
    expect((await mens.b.haal('/account/organisatie')).status).toBe(404);
    const elders = await mens.b.stuur(
      '/account/organisatie',
      { dienst },
      { origin: 'https://elders.invalid' },
    );
    expect(elders.status).toBe(403);
    expect((await mens.b.stuur('/account/organisatie', { dienst })).status).toBe(403);
  });
  test('langs de pagina om: niemand koppelt een ander, en niemand zonder rol bij de organisatie', async () => {
    const ander = await op.binnen('Langs');
    const leg = (wie: string, voor: string) =>
      metActor(proef.app.db, { soort: 'persoon', id: wie }, site.klok.vandaag(), tx =>
        ruw`insert into toegang.aanmelddienst_koppeling (aanmelddienst_id, persoon_id, sub_index, gekoppeld_op)
          values (${dienst}, ${voor}, sha256('x'), now())`.execute(tx),
      );
    await expect(leg(mens.id, ander.id)).rejects.toThrow(/row-level security/);
    await sql('update toegang.lidmaatschap set van = van - 9, tot = current_date - 1 where persoon_id = $1', [
      ander.id,
    ]);
    await expect(leg(ander.id, ander.id)).rejects.toThrow(/row-level security/);
  });
});
