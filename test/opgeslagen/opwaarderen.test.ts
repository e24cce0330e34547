import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { maakDatabase, metClient, migreer, verzamelMigraties } from '#platform/db/index.ts';
import { alsRol } from '../proef/cluster.ts';
import { hashVan, leesBewaard, listTabellen, zetRijenTerug } from './bewaard.ts';

const bewaarde = readdirSync(import.meta.dirname)
  .filter(n => n.endsWith('.json.gz'))
  .map(n => n.replace(/\.json\.gz$/, ''));

test('er is een bewaarde database om van op te waarderen', () => {
  expect(bewaarde.length).toBeGreaterThan(0);
});

// @eis A1.7
describe.each(bewaarde)('bewaarde database van uitgave %s', uitgave => {
  const b = leesBewaard(uitgave);
  const { beheer, wachtwoorden, sjabloon } = inject('cluster');
  const naam = `${sjabloon.replace(/_sjabloon$/, '')}_op_${process.pid}`;
  const eigenaar = alsRol(beheer, 'la_eigenaar', wachtwoorden.eigenaar ?? '', naam);
  const opNaam = typeof beheer === 'string' ? Object.assign(new URL(beheer), { pathname: `/${naam}` }).toString() : { ...beheer, database: naam };

  afterAll(() => metClient(beheer, c => c.query(`drop database if exists "${naam}" with (force)`)));

  test('de migraties van toen zijn niet veranderd', () => {
    const nu = new Map(verzamelMigraties().map(m => [m.naam, hashVan(m.pad)]));
    expect(b.migraties.filter(m => nu.get(m.naam) !== m.hash).map(m => m.naam)).toEqual([]);
  });

  test('waardeert op naar deze uitgave zonder een rij te verliezen', async () => {
    await metClient(beheer, c => maakDatabase(c, naam));
    const toen = new Set(b.migraties.map(m => m.naam));
    await migreer(eigenaar, verzamelMigraties().filter(m => toen.has(m.naam)));
    await metClient(opNaam, c => zetRijenTerug(c, b));
    await migreer(eigenaar);
    await metClient(opNaam, async c => {
      const tabellen = new Set(await listTabellen(c));
      for (const [tabel, rijen] of Object.entries(b.tabellen)) {
        expect(tabellen.has(tabel), tabel).toBe(true);
        const r = await c.query<{ n: number }>(`select count(*)::int n from ${tabel}`);
        expect(r.rows[0]?.n, tabel).toBeGreaterThanOrEqual(rijen.length);
      }
      const p = await c.query<{ n: number }>("select count(*)::int n from programma.onderdeel where soort = 'raadsopmerking' and regio = 'kennemerland'");
      expect(p.rows[0]?.n).toBe(37);
    });
  });
});
