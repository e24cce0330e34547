import { expect, test } from 'vitest';
import { maakDossierlening } from '#modules/casus/index.ts';
import { listOverdrachten } from '#modules/toegang/index.ts';
import { sql } from '#platform/db/index.ts';
import { maakBuurt, maakWereld } from './testing/toegang-wereld.ts';

const w = await maakWereld();
const { team, buur, pro, collega, leider, buurpro, buurleider, privacy, verpro, maakDossier } =
  await maakBuurt(w);
const lening = maakDossierlening(w.kluis);

const NUMMER = '2026-000123';
const { dossier } = await maakDossier();
await w.zet(
  `insert into casus.casus (id, regio, organisatie_id, nummer, nummer_index, taak, geopend_op, laatste_wijziging)
   values ($1, 'kennemerland', $2, $3, $4, 'wmo', '2026-01-01', '2026-01-01')`,
  [dossier, team, NUMMER, w.kluis.blindeIndex('casus/nummer', NUMMER)],
);
const nummer = (wie: string) =>
  w.als(wie, async tx => (await lening.nummers(tx, [dossier])).get(dossier) ?? null);
// Counted in the transaction in which it is done, as the use case does.
const vind = (wie: string, gezocht = NUMMER) =>
  w.als(wie, async tx => {
    await sql`insert into toegang.zoekactie (soort) values ('nummer')`.execute(tx);
    return lening.vind(tx, gezocht);
  });

// @eis C2.2 C2.3
test('het zaaknummer kent alleen wie er werkt, verdeelt, een aanbod kreeg of toezicht houdt', async () => {
  for (const wie of [pro, leider]) expect(await nummer(wie)).toBe(NUMMER);
  for (const wie of [collega, buurpro, buurleider, privacy, verpro]) expect(await nummer(wie)).toBeNull();
  await w.zet(
    `insert into toegang.overdracht (id, dossier_id, van_organisatie, naar_organisatie, grond, aangeboden_op)
     values ($1, $2, $3, $4, 'wmo_medewerking', '2026-11-01')`,
    [crypto.randomUUID(), dossier, team, buur],
  );
  expect(await nummer(buurleider)).toBe(NUMMER);
  expect(await nummer(buurpro)).toBeNull();
  // Refused or withdrawn: the receiver has no business with the file any more. It keeps only its own refusal.
  const ziet = (wie: string) => w.als(wie, async tx => (await listOverdrachten(tx)).map(o => o.stand));
  for (const [stand, over] of [
    ['geweigerd', ['geweigerd']],
    ['ingetrokken', []],
  ] as const) {
    await w.zet(`update toegang.overdracht set stand = $2, beslist_op = '2026-11-02' where dossier_id = $1`, [
      dossier,
      stand,
    ]);
    expect(await nummer(buurleider)).toBeNull();
    expect(await ziet(buurleider)).toEqual(over);
    expect(await ziet(leider)).toEqual([stand]);
  }
  await w.nood(buurpro, buur, dossier);
  expect(await nummer(privacy)).toBe(NUMMER);
  expect(await nummer(buurpro)).toBe(NUMMER);
});

// @eis C2.4 C2.2
test('op nummer vindt om te blokkeren alleen wie daar anderen kan weren, en wie zelf geweerd is niets', async () => {
  expect(await vind(leider)).toBe(dossier);
  expect(await vind(privacy)).toBe(dossier);
  for (const wie of [collega, buurpro, verpro]) expect(await vind(wie)).toBeNull();
  expect(await vind(leider, '2026-000124')).toBeNull();
  expect(await vind(leider, 'geen nummer')).toBeNull();
  await w.blokkade(privacy, team, { dossier });
  expect(await vind(privacy)).toBeNull();
  expect(await nummer(privacy)).toBeNull();
});
