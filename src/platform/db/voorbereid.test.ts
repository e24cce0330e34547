import { expect, test } from 'vitest';
import { maakProef } from '../../../test/proef/index.ts';
import { type Actor, maakPool, metActor, sql } from './index.ts';

const p = await maakProef();
const dag = Temporal.PlainDate.from('2026-03-02');
const stelsel = (taak: string): Actor => ({ soort: 'stelsel', taak });

/** One connection, so that what was prepared for one actor is there for the next. */
const opEen = async (werk: (pool: ReturnType<typeof maakPool>) => Promise<void>): Promise<void> => {
  const pool = maakPool(p.verbinding('app'), 1);
  await werk(pool).finally(() => pool.sluit());
};
const voorbereid = async (pool: ReturnType<typeof maakPool>): Promise<number> => {
  const r = await pool.pool.query('select count(*)::int n from pg_prepared_statements');
  return r.rows[0].n as number;
};

// @eis A2.2 C5.5
test('een voorbereide opdracht geeft geen rijen aan wie er geen mag zien, en houdt geen actor vast', async () => {
  await opEen(async pool => {
    await metActor(pool.db, stelsel('een'), dag, tx =>
      sql`insert into audit.logregel (handeling, soort, object, uitkomst)
        values ('proef.lezen', 'proef', 'een', 'toegestaan')`.execute(tx),
    );
    const tel = (actor: Actor) =>
      metActor(pool.db, actor, dag, async tx => {
        const r = await sql<{ n: number }>`select count(*)::int n from audit.logregel
          where soort = ${'proef'}`.execute(tx);
        return r.rows[0]?.n;
      });
    // More often than the database takes to keep one plan for everybody.
    for (let i = 0; i < 12; i++) expect(await tel(stelsel('logboek'))).toBe(1);
    expect(await voorbereid(pool)).toBeGreaterThan(0);
    expect(await tel({ soort: 'publiek' })).toBe(0);
    expect(await tel(stelsel('logboek'))).toBe(1);
    const buiten = await sql<{ n: number }>`select count(*)::int n from audit.logregel
          where soort = ${'proef'}`.execute(pool.db);
    expect(buiten.rows[0]?.n).toBe(0);
  });
});

// @eis A2.2
test('een kenmerk van een actor kan niets anders zetten dan zichzelf', async () => {
  const vreemd = `x', true), set_config('la.actor', 'stelsel:logboek`;
  const gezet = await metActor(p.app.db, stelsel(vreemd), dag, tx =>
    sql<{ a: string }>`select stelsel.actor() a`.execute(tx),
  );
  expect(gezet.rows[0]?.a).toBe(`stelsel:${vreemd}`);
});

test('na een fout in een transactie en na een lege transactie werkt de verbinding verder', async () => {
  await opEen(async pool => {
    await pool.db.transaction().execute(async () => {});
    await expect(
      pool.db.transaction().execute(async () => {
        throw new Error('niets gevraagd');
      }),
    ).rejects.toThrow('niets gevraagd');
    for (let i = 0; i < 3; i++)
      await expect(
        pool.db.transaction().execute(tx => sql`select 1 / ${i - i}::int`.execute(tx)),
      ).rejects.toMatchObject({ code: '22012' });
    const zonder = await pool.db
      .transaction()
      .execute(tx => sql<{ a: string | null }>`select stelsel.actor() a`.execute(tx));
    expect(zonder.rows[0]?.a).toBeNull();
  });
});

test('van wat een verbinding bewaart gaat het oudste eerst, en wat weg is komt terug', async () => {
  await opEen(async pool => {
    const vraag = (n: number) => sql<{ x: number }>`select ${sql.lit(n)}::int + ${1}::int x`.execute(pool.db);
    for (const keer of [1, 2, 3])
      for (let n = 0; n < 170; n++) expect((await vraag(n)).rows[0]?.x, `${keer}`).toBe(n + 1);
    expect(await voorbereid(pool)).toBeLessThanOrEqual(150);
    await pool.pool.query('deallocate all');
    await expect(vraag(169)).rejects.toMatchObject({ code: '26000' });
    expect((await vraag(169)).rows[0]?.x).toBe(170);
  });
});
