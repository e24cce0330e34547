import { describe, expect, test } from 'vitest';
import { maakProef } from '../../../test/proef/index.ts';
import { metActor, metClient, ongeschikteRol, PUBLIEK, sql } from './index.ts';

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
  await metClient(p.verbinding('eigenaar'), async c => {
    await c.query("insert into stelsel.kenmerk (sleutel, waarde) values ('demo', 'ja')");
    await expect(c.query('delete from stelsel.kenmerk')).rejects.toThrow(/onuitwisbaar/);
    await expect(c.query("update stelsel.kenmerk set waarde = 'nee'")).rejects.toThrow(/onuitwisbaar/);
  });
  await expect(
    sql`insert into stelsel.kenmerk (sleutel, waarde) values ('x', 'y')`.execute(p.app.db),
  ).rejects.toThrow();
});

/** Ends the connection that is asleep with this name in its question, as a killed server would. */
async function breekAf(merk: string): Promise<void> {
  const eind = performance.now() + 10_000;
  while (performance.now() < eind) {
    const { rows } = await metClient(p.beheer, c =>
      c.query<{ af: boolean }>(
        "select pg_terminate_backend(pid) af from pg_stat_activity where query like $1 and pid <> pg_backend_pid() and state = 'active'",
        [`%/* ${merk} */%`],
      ),
    );
    if (rows[0]?.af) return;
    await new Promise(r => setTimeout(r, 20));
  }
  throw new Error('de vraag was nergens bezig');
}

// @eis A1.3
describe('een verbinding die wegvalt terwijl er een vraag op loopt', () => {
  const gevallen: [string, (merk: string) => Promise<unknown>][] = [
    ['van de toepassing', m => sql`select pg_sleep(20) ${sql.raw(`/* ${m} */`)}`.execute(p.app.db)],
    [
      'van een actor',
      m =>
        metActor(p.app.db, PUBLIEK, dag, tx => sql`select pg_sleep(20) ${sql.raw(`/* ${m} */`)}`.execute(tx)),
    ],
    [
      'voor een klein karwei',
      m => metClient(p.verbinding('app'), c => c.query(`select pg_sleep(20) /* ${m} */`)),
    ],
  ];
  test.each(gevallen)('%s geeft de vrager een fout en het proces leeft', async (naam, vraag) => {
    const merk = naam.replaceAll(' ', '_');
    const fouten: unknown[] = [];
    const opvang = (e: unknown) => void fouten.push(e);
    // Takes the place of the process that would end: an uncaught error is what this is about.
    const vorige = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', opvang);
    try {
      const uit = vraag(merk).then(
        () => 'antwoord',
        () => 'fout',
      );
      await breekAf(merk);
      expect(await uit).toBe('fout');
      await new Promise(r => setTimeout(r, 100));
    } finally {
      process.off('uncaughtException', opvang);
      for (const l of vorige) process.on('uncaughtException', l);
    }
    expect(fouten).toEqual([]);
    expect((await sql<{ een: number }>`select 1 een`.execute(p.app.db)).rows[0]?.een).toBe(1);
  });
});
