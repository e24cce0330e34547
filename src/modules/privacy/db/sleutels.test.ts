import { expect, test } from 'vitest';
import { metClient } from '#platform/db/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';

const p = await maakProef();

/** Every column in the database that names a key, and the text of the two functions that must know them all. */
async function leesKolommen() {
  return metClient(p.beheer, async c => {
    const k = await c.query<{ tabel: string }>(`
      select n.nspname || '.' || t.relname tabel from pg_attribute a join pg_class t on t.oid = a.attrelid
      join pg_namespace n on n.oid = t.relnamespace
      where a.attname = 'sleutel_id' and t.relkind = 'r' and not a.attisdropped order by 1`);
    const f = await c.query<{ tekst: string }>(
      "select pg_get_functiondef('privacy.sleutels_in_gebruik(text[])'::regprocedure) tekst",
    );
    return { tabellen: k.rows.map(r => r.tabel), tekst: f.rows[0]?.tekst ?? '' };
  });
}

// @eis C4.1 C4.2
test('elke kolom die een sleutel noemt is bekend bij het wissen: geen sleutel blijft achter of gaat te vroeg', async () => {
  const { tabellen, tekst } = await leesKolommen();
  expect(tabellen.length).toBeGreaterThanOrEqual(6);
  expect(tabellen.filter(t => !tekst.includes(`from ${t} `))).toEqual([]);
});
