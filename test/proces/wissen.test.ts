import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { metClient, startIngebed } from '#platform/db/index.ts';
import { maakWislijst } from '#platform/kluis/index.ts';
import { TERUGGEZET } from '#platform/reservekopie/index.ts';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from './toepassing.ts';

const m = maakMap();
const data = path.join(m.map, 'data');
const env = { LA_DATA: data, PORT: String(await vrijePoort()) };
const merk = path.join(data, TERUGGEZET);
const wislijst = maakWislijst(`${data}-sleutels`);
const lopend: Toepassing[] = [];
const start = (opdracht = 'start') => {
  const t = begin(env, opdracht);
  lopend.push(t);
  return t;
};
afterAll(async () => {
  for (const t of lopend) if (t.proces.exitCode === null && t.proces.signalCode === null) await stop(t);
  m.ruimOp();
});

const sql = async (tekst: string, waarden: unknown[] = []) => {
  const server = await startIngebed(data);
  try {
    return (await metClient(server.beheer('lange_adem'), c => c.query(tekst, waarden))).rows;
  } finally {
    await server.stop();
  }
};
const ORGANISATIE = '11111111-1111-4111-8111-111111111111';
const DOSSIER = '22222222-2222-4222-8222-222222222222';
const VREEMD = '33333333-3333-4333-8333-333333333333';

// @eis C4.2
describe('starten na terugzetten', () => {
  test('een teruggezette map wordt niet bediend voordat de wislijst is nagespeeld', async () => {
    const eerste = start();
    await gereed(eerste);
    expect(await stop(eerste)).toBe(0);
    // As an older copy would: a file that was erased since stands in the database again.
    await sql(
      `with o as (insert into toegang.organisatie (id, naam, soort) values ($1, 'Voorbeeldorganisatie', 'partner') returning id)
       insert into toegang.dossier (id, regio, organisatie_id, aangelegd_op) select $2, 'kennemerland', id, '2001-01-01' from o`,
      [ORGANISATIE, DOSSIER],
    );
    wislijst.schrijf({ dag: '2026-11-22', wissen: [{ soort: 'dossier', id: DOSSIER }], sleutels: [] });
    writeFileSync(merk, '{}');
    const geweigerd = start();
    expect(await geweigerd.einde, geweigerd.uitvoer()).toBe(1);
    expect(geweigerd.uitvoer()).toContain('npm run naspelen');
    const naspelen = start('naspelen');
    expect(await naspelen.einde, naspelen.uitvoer()).toBe(0);
    expect(naspelen.uitvoer()).toContain('1 wissing is hier opnieuw uitgevoerd');
    expect(existsSync(merk)).toBe(false);
    expect(await sql('select 1 from toegang.dossier where id = $1', [DOSSIER])).toEqual([]);
  }, 120_000);

  test('een map die met de hand is teruggezet wordt voor het bedienen vanzelf nagespeeld', async () => {
    await sql('delete from privacy.wisregel');
    await sql(
      "insert into toegang.dossier (id, regio, organisatie_id, aangelegd_op) values ($1, 'kennemerland', $2, '2001-01-01')",
      [DOSSIER, ORGANISATIE],
    );
    const t = start();
    await gereed(t);
    expect(t.uitvoer()).toContain('1 wissing is hier opnieuw uitgevoerd');
    expect(await stop(t)).toBe(0);
    expect(await sql('select 1 from toegang.dossier where id = $1', [DOSSIER])).toEqual([]);
  }, 120_000);

  test('een wislijst die ouder is dan de database wordt geweigerd met uitleg', async () => {
    await sql('insert into privacy.wisregel (id) values ($1)', [VREEMD]);
    const t = start();
    expect(await t.einde, t.uitvoer()).toBe(1);
    expect(t.uitvoer()).toContain('is ouder dan deze database');
  }, 120_000);
});
