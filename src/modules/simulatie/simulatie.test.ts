import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { beginKennisgeving } from '#modules/privacy/index.ts';
import { metActor, metClient, sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { zaaiGezinnen } from './module.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-simulatie-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 7), map });
const vandaag = Temporal.PlainDate.from('2026-11-22');
const nu = Temporal.Instant.from('2026-11-22T09:00:00Z');
const WIE = '10000000-0000-4000-8000-000000000001';
const ANDER = '10000000-0000-4000-8000-000000000002';

await metClient(proef.beheer, async c => {
  const org = '20000000-0000-4000-8000-000000000001';
  await c.query(
    `insert into toegang.organisatie (id, naam, soort, regio) values ($1, 'Voorbeeldteam', 'partner', 'kennemerland')`,
    [org],
  );
  for (const id of [WIE, ANDER]) {
    await c.query(
      `insert into toegang.persoon (id, naam, email, email_index, sleutel_id) values ($1, '\\x00', '\\x00', $2, 'geen')`,
      [id, Buffer.from(id)],
    );
    await c.query(
      `insert into toegang.lidmaatschap (id, persoon_id, organisatie_id, rol, regio, van)
       values (gen_random_uuid(), $1, $2, 'professional', 'kennemerland', '2026-01-01')`,
      [id, org],
    );
  }
});

const tel = (id: string, tabel: string) =>
  metActor(proef.app.db, { soort: 'persoon', id }, vandaag, async tx => {
    const r = await sql<{ n: number }>`select count(*)::int n from ${sql.raw(tabel)}`.execute(tx);
    return r.rows[0]?.n ?? -1;
  });

// @eis C5.2 C5.1
test('de demonstratie krijgt verzonnen gezinnen langs de gewone weg, alleen voor wie ze aanlegde', async () => {
  const grond = { db: proef.app.db, kluis, vandaag, nu, persoonId: WIE, beginKennisgeving };
  expect(await zaaiGezinnen({ ...grond, demo: true }, 3)).toBe(3);
  expect(await tel(WIE, 'casus.casus')).toBe(3);
  expect(await tel(WIE, 'gezin.persoon')).toBeGreaterThanOrEqual(3);
  expect(await tel(WIE, 'casus.notitie')).toBeGreaterThanOrEqual(3);
  expect(await tel(ANDER, 'casus.casus')).toBe(0);
  expect(await tel(ANDER, 'gezin.persoon')).toBe(0);
});

// @eis C5.2
test('buiten een demonstratie komt er geen verzonnen gezin', async () => {
  const grond = { db: proef.app.db, kluis, vandaag, nu, persoonId: WIE, beginKennisgeving };
  await expect(zaaiGezinnen({ ...grond, demo: false }, 1)).rejects.toThrow('alleen in een demonstratie');
  expect(await tel(WIE, 'casus.casus')).toBe(3);
});
