import { expect, test } from 'vitest';
import { maakMens } from '#modules/programma/testing/proefapp.ts';
import { metActor, sql } from '#platform/db/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const db = proef.app.db;
const vandaag = Temporal.PlainDate.from('2026-11-22');

// @eis A5.3 A2.5
test('aanval: een accountbeheerder maakt ook langs de database niemand technisch beheerder', async () => {
  const beheerder = await maakMens(db, 'accountbeheerder', 'kennemerland');
  const ander = await maakMens(db, 'lezer', 'kennemerland');
  const organisatie = beheerder.lidmaatschappen[0]?.organisatieId ?? '';
  const id = ander.actor.soort === 'persoon' ? ander.actor.id : '';
  const poging = metActor(db, beheerder.actor, vandaag, tx =>
    sql`insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
      values (${crypto.randomUUID()}, ${id}, ${organisatie}, 'technisch_beheerder', 'kennemerland', '2026-01-01')`.execute(
      tx,
    ),
  );
  await expect(poging).rejects.toThrow('row-level security');
});
