import { describe, expect, test } from 'vitest';
import { metActor, sql as ruw } from '#platform/db/index.ts';
import { metOidcaanval, TWEE } from './oidc-opzet.ts';

const { proef, site, sql, op, klaar } = await metOidcaanval();

// @eis C2.7
describe('een koppeling die een ander wil leggen', () => {
  test('één klaar().mens bij de aanbieder is één account: een tweede koppeling wordt geweigerd', async () => {
    const ander = await op.binnen('Ander');
    const r = await op.koppel(ander.b, klaar().dienst, klaar().server, { sub: 's-1', ...TWEE });
    expect(r.status).toBe(403);
    expect(
      (await (await op.kom(klaar().dienst, klaar().server, { sub: 's-1', ...TWEE })).b.wie()).gebruiker?.id,
    ).toBe(klaar().mens.id);
  });
  test('de vraag van de aanvaller, afgemaakt in de browser van het slachtoffer, koppelt niets', async () => {
    const aanvaller = await op.binnen('Aanvaller');
    const slachtoffer = await op.binnen('Tweedeslachtoffer');
    const r = await aanvaller.b.vulIn('/account', { dienst: klaar().dienst }, '/account/organisatie');
    const naar = /href="(http[^"]*\/auth\?[^"]+)"/.exec(await r.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
    const pad = await klaar().server.meldAan(naar, { sub: 'a-9', ...TWEE });
    expect((await slachtoffer.b.haal(pad)).status).toBe(403);
    const { rows } = await sql(
      'select persoon_id from toegang.aanmelddienst_koppeling where persoon_id = $1',
      [slachtoffer.id],
    );
    expect(rows).toEqual([]);
    expect((await op.kom(klaar().dienst, klaar().server, { sub: 'a-9', ...TWEE })).antwoord.status).toBe(403);
  });
  test('koppelen begint niet met een link van een andere site, en niet zonder eigen formulier', async () => {
    expect((await klaar().mens.b.haal('/account/organisatie')).status).toBe(404);
    const elders = await klaar().mens.b.stuur(
      '/account/organisatie',
      { dienst: klaar().dienst },
      { origin: 'https://elders.invalid' },
    );
    expect(elders.status).toBe(403);
    expect((await klaar().mens.b.stuur('/account/organisatie', { dienst: klaar().dienst })).status).toBe(403);
  });
  test('langs de pagina om: niemand koppelt een ander, en niemand zonder rol bij de organisatie', async () => {
    const ander = await op.binnen('Langs');
    const leg = (wie: string, voor: string) =>
      metActor(proef.app.db, { soort: 'persoon', id: wie }, site.klok.vandaag(), tx =>
        ruw`insert into toegang.aanmelddienst_koppeling (aanmelddienst_id, persoon_id, sub_index, gekoppeld_op)
          values (${klaar().dienst}, ${voor}, sha256('x'), now())`.execute(tx),
      );
    await expect(leg(klaar().mens.id, ander.id)).rejects.toThrow(/row-level security/);
    await sql('update toegang.lidmaatschap set van = van - 9, tot = current_date - 1 where persoon_id = $1', [
      ander.id,
    ]);
    await expect(leg(ander.id, ander.id)).rejects.toThrow(/row-level security/);
  });
});
