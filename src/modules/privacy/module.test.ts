import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { metActor, sql } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakPrivacy } from './module.ts';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-schijf-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const klok = vasteKlok('2026-11-22T09:00:00Z');
const basis = {
  kluis: maakKluis({ hoofdsleutel: Buffer.alloc(32, 3), map }),
  db: p.app.db,
  klok,
  sleutelmap: map,
};

// @eis C4.2
test('zonder weg om de schijf te herschrijven blijft een wissing genoteerd, en met die weg gebeurt het alsnog', async () => {
  await metActor(p.app.db, { soort: 'stelsel', taak: 'proef' }, klok.vandaag(), tx =>
    sql`insert into privacy.wisregel (id) values (${randomUUID()}), (${randomUUID()})`.execute(tx),
  );
  const zonder = maakPrivacy(basis);
  expect(await zonder.ruimSchijfOp()).toBe(0);
  expect(await zonder.schijf()).toEqual({ wacht: 2, kan: false });
  const herschreven: string[] = [];
  const met = maakPrivacy({ ...basis, herschrijf: async tabellen => void herschreven.push(...tabellen) });
  expect(await met.schijf()).toEqual({ wacht: 2, kan: true });
  expect(await met.ruimSchijfOp()).toBe(2);
  expect(herschreven).toContain('gezin.zoekterm');
  expect(await met.schijf()).toEqual({ wacht: 0, kan: true });
  expect(await met.ruimSchijfOp()).toBe(0);
});

// @eis C4.2
test('mislukt het herschrijven, dan wacht de wissing op de volgende nacht', async () => {
  await metActor(p.app.db, { soort: 'stelsel', taak: 'proef' }, klok.vandaag(), tx =>
    sql`insert into privacy.wisregel (id) values (${randomUUID()})`.execute(tx),
  );
  const stuk = maakPrivacy({ ...basis, herschrijf: () => Promise.reject(new Error('tabel bezet')) });
  await expect(stuk.ruimSchijfOp()).rejects.toThrow('tabel bezet');
  expect((await stuk.schijf()).wacht).toBe(1);
});
