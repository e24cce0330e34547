import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakCasus } from '#modules/casus/module.ts';
import { maakMeldersdossier } from '#modules/casus/testing/meldersdossier.ts';
import { maakPolitievelden, maakVerstrekvelden } from '#modules/casus/testing/politieproef.ts';
import { kennisgevinglening } from '#modules/privacy/index.ts';
import { metClient, sql } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const w = await maakMeldersdossier(proef.app.db, o => maakCasus({ ...o, ...kennisgevinglening }));
const { h, id, intaker, pro, buurpro, buur, wijsToe } = w;
afterAll(w.ruimOp);
const rijen = (vraag: string, waarden: unknown[] = []) =>
  metClient(proef.beheer, async c => (await c.query(vraag, waarden)).rows);

type Lezer = typeof intaker;
let gegeven = '';
beforeAll(async () => {
  await wijsToe(intaker, 'politie', 'bpg_4_2');
  await wijsToe(pro, 'behandeling');
  await wijsToe(pro, 'politie', 'bpg_4_2');
  await h.stuur(`/casus/${id}/politie`, maakPolitievelden({ voorwaarde: 'niet_verder' }), intaker);
  gegeven = (await rijen('select id from casus.politiegegeven'))[0]?.id ?? '';
  expect(gegeven).not.toBe('');
});

/** Straight into the database, past every page and rule of the room. */
const langsDatabase = (
  wie: Lezer,
  meer: { grond?: string; dossier?: string; door?: string; op?: string } = {},
) =>
  h.als(wie, tx =>
    sql`insert into casus.politieverstrekking (id, casus_id, politiegegeven_id, grond, ontvanger, verstrekt_op, inhoud, door)
      values (gen_random_uuid(), ${meer.dossier ?? id}, ${gegeven}, ${meer.grond ?? 'wpg_7_2_taak'}, 'gemeente',
        ${meer.op ?? '2026-11-20'}::date, 'x'::bytea, ${meer.door ?? wie.id})`.execute(tx),
  );

// @eis C1.4
describe('aanval: een politiegegeven verder verstrekken zonder grond', () => {
  test('niet langs de pagina, ook niet met een grond die er niet is of velden die erbij verzonnen zijn', async () => {
    const pogingen: Record<string, string>[] = [
      { grond: 'wpg_7_2_taak', overlegd_op: '20-11-2026' },
      { grond: 'wmo_5_3_3' },
      { grond: '', voorwaarde: 'geen' },
    ];
    for (const meer of pogingen) {
      const r = await h.stuur(`/casus/${id}/politie/${gegeven}/verstrek`, maakVerstrekvelden(meer), intaker);
      expect(r.status).toBe(422);
    }
    expect(await rijen('select 1 from casus.politieverstrekking')).toEqual([]);
  });

  test('niet langs de database: op die grond niet, onder een ander dossier, op een ander zijn naam of morgen niet', async () => {
    const ander = (await rijen('select gen_random_uuid() id'))[0]?.id as string;
    for (const poging of [
      () => langsDatabase(intaker),
      () => langsDatabase(intaker, { grond: 'wpg_7_2_voorschrift', dossier: ander }),
      () => langsDatabase(intaker, { grond: 'wpg_7_2_voorschrift', door: pro.id }),
      () => langsDatabase(intaker, { grond: 'wpg_7_2_voorschrift', op: '2026-12-25' }),
      // Reads police information and does not have the direction.
      () => langsDatabase(pro, { grond: 'wpg_7_2_voorschrift' }),
      () => langsDatabase(buurpro, { grond: 'wpg_7_2_voorschrift' }),
    ])
      await expect(poging()).rejects.toThrow(/row-level security/);
    expect(await rijen('select 1 from casus.politieverstrekking')).toEqual([]);
    // This test can fail: with the ground that the record allows the same row goes in.
    await langsDatabase(intaker, { grond: 'wpg_7_2_voorschrift' });
    expect(await rijen('select 1 from casus.politieverstrekking')).toHaveLength(1);
    await rijen('delete from casus.politieverstrekking');
  });

  test('wie het kreeg krijgt er geen toegang door, en wie het gaf wijzigt of wist het niet meer', async () => {
    const velden = maakVerstrekvelden({
      grond: 'wpg_7_2_voorschrift',
      ontvanger: 'gemeente',
      organisatie: buur,
    });
    const r = await h.stuur(`/casus/${id}/politie/${gegeven}/verstrek`, velden, intaker);
    expect(r.status).toBe(303);
    expect((await h.haal(`/casus/${id}/politie/${gegeven}`, buurpro)).status).toBe(404);
    for (const tabel of ['politiegegeven', 'politieverstrekking']) {
      const ziet = await h.als(buurpro, tx => sql`select 1 from ${sql.raw(`casus.${tabel}`)}`.execute(tx));
      expect(ziet.rows).toEqual([]);
    }
    const wijzig = h.als(intaker, tx =>
      sql`update casus.politieverstrekking set grond = 'wpg_7_2_taak'`.execute(tx),
    );
    await expect(wijzig).rejects.toThrow('permission denied');
    const soepeler = h.als(intaker, tx =>
      sql`update casus.politiegegeven set voorwaarde = 'geen'`.execute(tx),
    );
    await expect(soepeler).rejects.toThrow('permission denied');
    const wis = await h.als(intaker, tx => sql`delete from casus.politieverstrekking`.execute(tx));
    expect(wis.numAffectedRows).toBe(0n);
  });

  test('een verstrekte tekst opent niet in een andere rij of kolom', async () => {
    await rijen('update casus.politieverstrekking v set inhoud = g.inhoud from casus.politiegegeven g');
    expect((await h.haal(`/casus/${id}/politie/${gegeven}`, intaker)).status).toBe(500);
  });

  test('ligt het schrijven stil na een verzoek, dan gaat er niets verder', async () => {
    const [mens] = await rijen('select betrokkene_id id from toegang.betrokkenheid where dossier_id = $1', [
      id,
    ]);
    const [org] = await rijen('select organisatie_id id from toegang.dossier where id = $1', [id]);
    await rijen(
      `insert into privacy.merk (id, dossier_id, betrokkene_id, organisatie_id, soort, gedeeltelijk, van)
       values (gen_random_uuid(), $1, $2, $3, 'beperking', false, '2026-11-01')`,
      [id, mens?.id, org?.id],
    );
    const stil = langsDatabase(intaker, { grond: 'wpg_7_2_voorschrift' });
    await expect(stil).rejects.toThrow(/row-level security/);
  });
});
