import { expect, test } from 'vitest';
import { maakProef } from '../../../test/proef/index.ts';
import { metActor, ongeschikteRol, PUBLIEK, sql } from './index.ts';

const p = await maakProef();
const dag = Temporal.PlainDate.from('2026-03-02');

// @eis A2.2
test('de actor geldt alleen binnen de transactie en is daarna niemand', async () => {
  const binnen = await metActor(p.app.db, PUBLIEK, dag, tx =>
    sql<{ a: string; d: string }>`select stelsel.actor() a, stelsel.vandaag() d`.execute(tx),
  );
  expect(binnen.rows[0]).toEqual({ a: 'publiek', d: '2026-03-02' });
  const buiten = await sql<{ a: string | null }>`select stelsel.actor() a`.execute(p.app.db);
  expect(buiten.rows[0]?.a).toBeNull();
});

// @eis A1.5 A2.2
test('een superuser en een eigenaar worden geweigerd, de applicatierol niet', async () => {
  expect(await ongeschikteRol(p.beheer)).toContain('superuser');
  expect(await ongeschikteRol(p.verbinding('eigenaar'))).toContain('eigenaar');
  expect(await ongeschikteRol(p.verbinding('app'))).toBeNull();
});

// @eis A1.5
test('het merk van een demonstratie is niet te wissen, ook niet door de eigenaar', async () => {
  const { metClient } = await import('./index.ts');
  await metClient(p.verbinding('eigenaar'), async c => {
    await c.query("insert into stelsel.kenmerk (sleutel, waarde) values ('demo', 'ja')");
    await expect(c.query('delete from stelsel.kenmerk')).rejects.toThrow(/onuitwisbaar/);
    await expect(c.query("update stelsel.kenmerk set waarde = 'nee'")).rejects.toThrow(/onuitwisbaar/);
  });
  await expect(
    sql`insert into stelsel.kenmerk (sleutel, waarde) values ('x', 'y')`.execute(p.app.db),
  ).rejects.toThrow();
});
