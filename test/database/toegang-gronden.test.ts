import { expect, test } from 'vitest';
import { DOELEN, GRONDCODES } from '#modules/toegang/index.ts';
import { sql } from '#platform/db/index.ts';
import { AANLEIDINGEN, type Aanleiding } from '../../src/modules/toegang/domain/relaties.ts';
import { toetsGift } from '../../src/modules/toegang/usecases/relatie.ts';
import { dag, maakBuurt, maakWereld, VANDAAG } from './testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, pro, collega, leider, maakDossier } = await maakBuurt(w);

/** Tries to write a relation past the use case, as somebody who may give it. */
async function geef(
  gever: string,
  dossier: string,
  r: { doel: string; grond: string; aanleiding: string; tot?: string | null },
): Promise<string> {
  try {
    await w.als(gever, tx =>
      sql`insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, grond, aanleiding, van, tot,
          gegeven_door)
        values (gen_random_uuid(), ${collega}, ${team}, ${dossier}, ${r.doel}, ${r.grond}, ${r.aanleiding}, ${dag(0)},
          ${r.tot ?? null}, ${gever})`.execute(tx),
    );
    return 'goed';
  } catch (e) {
    return /row-level security/.test(String(e)) ? 'geweigerd' : String(e);
  }
}

// @eis C2.1
test('ook langs de database om komt er geen relatie op een grond die niet bij de gebeurtenis hoort', async () => {
  const { dossier } = await maakDossier();
  const toewijzing = { doel: 'behandeling', aanleiding: 'toewijzing' };
  // Consent is a ground for a table meeting, not for giving out one's own work; a made-up ground is none.
  for (const grond of ['toestemming', 'wmo_melder', 'bpg_4_2', 'verzonnen_grond'])
    expect([grond, await geef(leider, dossier, { ...toewijzing, grond })]).toEqual([grond, 'geweigerd']);
  expect(await geef(leider, dossier, { ...toewijzing, grond: 'jeugdwet' })).toBe('goed');
});

// @eis C2.1
test('een overleg duurt ook langs de database om hoogstens 31 dagen, en eindigt altijd', async () => {
  const { dossier } = await maakDossier();
  const overleg = { doel: 'overleg', aanleiding: 'overleg', grond: 'wmo_medewerking' };
  for (const tot of [dag(32), dag(3650), dag(0)])
    expect([tot, await geef(pro, dossier, { ...overleg, tot })]).toEqual([tot, 'geweigerd']);
  expect(await geef(pro, dossier, { ...overleg, tot: dag(31) })).toBe('goed');
});

// @eis C2.1
test('de database en de tabel van gebeurtenissen zeggen van elk doel, elke grond en elk einde hetzelfde', async () => {
  // Laying down has a use case of its own; what goes with it is held to the same table.
  const overig = AANLEIDINGEN.filter((a): a is Exclude<Aanleiding, 'aanleg'> => a !== 'aanleg');
  const gevallen = overig.flatMap(aanleiding =>
    DOELEN.flatMap(doel =>
      [...GRONDCODES, 'verzonnen'].flatMap(grond =>
        [null, dag(0), dag(1), dag(31), dag(32)].map(tot => ({ aanleiding, doel, grond, tot })),
      ),
    ),
  );
  const { rows } = await w.als(pro, tx =>
    sql<{ past: boolean }>`select toegang.past_bij(g->>'aanleiding', g->>'doel', g->>'grond', ${dag(0)}::date,
        (g->>'tot')::date) as past
      from jsonb_array_elements(${JSON.stringify(gevallen)}::jsonb) with ordinality x(g, nr) order by nr`.execute(
      tx,
    ),
  );
  const anders = gevallen.filter((g, i) => rows[i]?.past !== toetsGift(g, VANDAAG).ok);
  expect(anders).toEqual([]);
  expect(rows.filter(r => r.past).length).toBeGreaterThan(20);
});
