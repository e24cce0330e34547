import { beforeAll, expect, test } from 'vitest';
import { maakDatalab } from '#modules/datalab/module.ts';
import { laadProgrammas } from '#modules/programma/module.ts';
import { metActor, metClient, sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { commentaarBezwaar } from '../architectuur/regels-kolommen.ts';
import { schemasZonderRijbeveiliging, tabellenZonderRijbeveiliging } from '../architectuur/uitzonderingen.ts';
import { maakProef } from '../proef/index.ts';

const p = await maakProef();
const klok = vasteKlok('2026-03-02T09:00:00Z');

beforeAll(async () => {
  const datalab = maakDatalab({ nu: klok.nu });
  await metActor(p.app.db, { soort: 'stelsel', taak: 'inlezen' }, klok.vandaag(), tx =>
    datalab.laad(tx, () => {}),
  );
  await laadProgrammas(p.app.db, { nu: klok.nu(), vandaag: klok.vandaag() }, [], () => {});
});

const EIGEN =
  "n.nspname not in ('pg_catalog', 'information_schema', 'taken') and n.nspname not like 'pg\\_%' and k.relname not like 'migratie%'";

// @eis A1.1 A2.2
test('elke kolom in de echte database heeft een betekenis en een klasse', async () => {
  const rijen = await metClient(p.beheer, async c => {
    const r = await c.query<{ kolom: string; tekst: string | null }>(`
      select n.nspname || '.' || k.relname || '.' || a.attname kolom, col_description(k.oid, a.attnum) tekst
      from pg_class k join pg_namespace n on n.oid = k.relnamespace join pg_attribute a on a.attrelid = k.oid
      where k.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${EIGEN}`);
    return r.rows;
  });
  expect(rijen.length).toBeGreaterThan(50);
  expect(rijen.filter(r => commentaarBezwaar(r.tekst) !== null).map(r => r.kolom)).toEqual([]);
});

// @eis A2.2
test('rijbeveiliging is afgedwongen op elke tabel buiten de geschreven uitzonderingen', async () => {
  const rijen = await metClient(p.beheer, async c => {
    const r = await c.query<{ schema: string; tabel: string; dwang: boolean }>(`
      select n.nspname "schema", n.nspname || '.' || k.relname tabel, k.relrowsecurity and k.relforcerowsecurity dwang
      from pg_class k join pg_namespace n on n.oid = k.relnamespace where k.relkind in ('r', 'p') and ${EIGEN}`);
    return r.rows;
  });
  const zonder = rijen.filter(
    r => !r.dwang && !(r.schema in schemasZonderRijbeveiliging) && !(r.tabel in tabellenZonderRijbeveiliging),
  );
  expect(zonder.map(r => r.tabel)).toEqual([]);
});

// @eis A2.2
test('zonder actor is er geen rij in welke tabel dan ook die de toepassing mag lezen', async () => {
  const tabellen = await metClient(p.beheer, async c => {
    const r = await c.query<{ tabel: string }>(`
      select quote_ident(n.nspname) || '.' || quote_ident(k.relname) tabel
      from pg_class k join pg_namespace n on n.oid = k.relnamespace
      where k.relkind in ('r', 'p') and ${EIGEN} and k.relrowsecurity and n.nspname <> 'stelsel'
        and has_table_privilege('la_app', k.oid, 'select') and has_schema_privilege('la_app', n.oid, 'usage')`);
    return r.rows.map(x => x.tabel);
  });
  const gevuld = await metClient(p.beheer, async c => {
    let n = 0;
    for (const tabel of tabellen) n += (await c.query(`select 1 from ${tabel} limit 1`)).rowCount ?? 0;
    return n;
  });
  // There is something to hide: otherwise this test could not fail.
  expect(gevuld).toBeGreaterThanOrEqual(4);
  for (const tabel of tabellen) {
    const { rows } = await sql`select 1 from ${sql.raw(tabel)} limit 1`.execute(p.app.db);
    expect(rows, tabel).toEqual([]);
  }
});

// @eis A2.2
test('de rol van de toepassing bereikt de aanmeldtabellen niet', async () => {
  await expect(sql`select 1 from aanmelden.session`.execute(p.app.db)).rejects.toThrow(/permission denied/);
});
