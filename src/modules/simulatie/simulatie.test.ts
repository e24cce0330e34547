import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { beginKennisgeving } from '#modules/privacy/index.ts';
import { metActor, metClient, sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { opdrachtGezinVoorbeeld, zaaiGezinnen } from './module.ts';

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
  // Of one family it is known how each of its people is reached, along three ways.
  const contacten = await tel(WIE, 'gezin.veilig_contact');
  expect(contacten).toBeGreaterThan(0);
  expect(await tel(WIE, 'gezin.persoon')).toBeGreaterThan(contacten);
  expect(await tel(WIE, 'gezin.contactweg')).toBe(3 * contacten);
  expect(await tel(ANDER, 'casus.casus')).toBe(0);
  expect(await tel(ANDER, 'gezin.persoon')).toBe(0);
});

// @eis C5.2
test('buiten een demonstratie komt er geen verzonnen gezin', async () => {
  const grond = { db: proef.app.db, kluis, vandaag, nu, persoonId: WIE, beginKennisgeving };
  await expect(zaaiGezinnen({ ...grond, demo: false }, 1)).rejects.toThrow('alleen in een demonstratie');
  expect(await tel(WIE, 'casus.casus')).toBe(3);
});

/** What the command printed, as somebody at the keyboard gets it: families on one stream, the account on the other. */
function draai(...args: string[]) {
  const uit: string[] = [];
  const fout: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation(r => void uit.push(String(r)));
  const error = vi.spyOn(console, 'error').mockImplementation(r => void fout.push(String(r)));
  try {
    return { code: opdrachtGezinVoorbeeld(args, vandaag), uit, fout };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

// @eis C5.2
describe('de opdracht gezin:voorbeeld', () => {
  const VIJFTIG = ['--huishoudens', '50', '--zaad', '7'];

  test('drukt zoveel gezinnen af als gevraagd, en zegt hoeveel per seconde', () => {
    const { code, uit, fout } = draai(...VIJFTIG);
    expect(code).toBe(0);
    expect(uit).toHaveLength(50);
    const leden = uit.flatMap(r => (JSON.parse(r) as { leden: unknown[] }).leden).length;
    expect(fout).toHaveLength(1);
    const m = /^50 huishoudens met (\d+) personen in ([\d.]+) s \((\d+) per seconde\), zaad 7\.$/.exec(
      fout[0] ?? '',
    );
    expect(Number(m?.[1])).toBe(leden);
    // The rate is that of the seconds beside it, which are rounded to hundredths, and a thousandth at least.
    const seconden = Number(m?.[2]);
    expect(Number(m?.[3])).toBeGreaterThanOrEqual(Math.floor(50 / (seconden + 0.005)));
    expect(Number(m?.[3])).toBeLessThanOrEqual(Math.ceil(50 / Math.max(seconden - 0.005, 0.001)));
  });

  test('geeft met hetzelfde zaad tweemaal hetzelfde, en met een ander zaad iets anders', () => {
    const eerst = draai(...VIJFTIG).uit;
    expect(draai(...VIJFTIG).uit).toEqual(eerst);
    expect(draai('--huishoudens', '50', '--zaad', '8').uit).not.toEqual(eerst);
  });

  test.each([
    ['niets', []],
    ['geen zaad', ['--huishoudens', '50']],
    ['een aantal dat geen getal is', ['--huishoudens', 'veel', '--zaad', '7']],
    ['een negatief aantal', ['--huishoudens', '-1', '--zaad', '7']],
  ])('zegt bij %s hoe het moet, en drukt geen gezin af', (_, args) => {
    const { code, uit, fout } = draai(...args);
    expect(code).toBe(2);
    expect(uit).toEqual([]);
    expect(fout).toEqual(['Gebruik: npm run gezin:voorbeeld -- --huishoudens <aantal> --zaad <getal>']);
  });
});
