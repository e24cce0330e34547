import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bewijsregel, bewijs, type Oplosser, type Toetsvraag } from '#kern/onthulling/index.ts';
import { metClient, type Verbinding } from '#platform/db/index.ts';
import { uitJson } from '../../src/modules/datalab/domain/stelvorm.ts';
import { Bezoeker } from './bezoeker.ts';
import {
  druk,
  GEMEENTEN,
  inPoort,
  leesTellingen,
  maakConcept,
  maakDatabase,
  POORT,
  REGIO,
  wachtOpStand,
  zetPoorten,
} from './publicatiewerk.ts';
import { begin, gereed, maakMap, stop, type Toepassing, vrijePoort } from './toepassing.ts';

const m = maakMap();
const data = path.join(m.map, 'data');
const env = { LA_DATA: data, PORT: String(await vrijePoort()), LA_DEMO: '1' };
const INDICATOREN = ['vt_voorwaarden_afgerond', 'vt_onderzoeken_afgerond'];
const KEUZE = { indicatoren: INDICATOREN, van: 2024, tot: 2025 };
const TITEL = 'Maanden na een stroomstoring';
const MAANDEN = Array.from(
  { length: 24 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}`,
);

let database: Verbinding;
let t: Toepassing;
let analist: Bezoeker;
let collega: Bezoeker;
let adres: string;
let id: string;

const rijen = async <T>(tekst: string, van = id): Promise<T[]> =>
  metClient(database, async c => (await c.query(tekst, [van])).rows as T[]);

/** The lines of the proof with the transaction that wrote each: who writes a line again leaves another. */
const listRegels = (van?: string) =>
  rijen<Bewijsregel & { door: string }>(
    `select aanvaller, naam, drempel, laag, hoog, xmin::text door from datalab.publicatie_bewijs
     where publicatie_id = $1 order by aanvaller, naam`,
    van,
  );
const listCellen = (van?: string) =>
  rijen(
    `select naam, indicator, plaats, periode, getoond, aard from datalab.publicatie_cel where publicatie_id = $1
     order by volgorde`,
    van,
  );

/** Ends the application as a power cut does; the database lives on. */
async function dood(): Promise<void> {
  t.proces.kill('SIGKILL');
  await t.einde;
}
async function begonnen(): Promise<void> {
  t = begin(env);
  await gereed(t);
}

/** Nothing of the release is in print, and neither who made it nor a colleague can bring it there. */
async function verwachtNietInDruk(reden: string): Promise<void> {
  const aangeboden = await druk(analist, adres, 'bied_aan');
  expect(aangeboden.status).toBe(422);
  expect(await aangeboden.text()).toContain(reden);
  expect((await druk(collega, adres, 'keur_goed')).status).toBe(422);
  const lezer = new Bezoeker(t.adres);
  expect(await (await lezer.haal(`/regio/${REGIO}/publicaties`)).text()).not.toContain(TITEL);
  const code = TITEL.toLowerCase().replaceAll(' ', '-');
  expect((await lezer.haal(`/regio/${REGIO}/publicaties/${code}.csv`)).status).toBe(404);
}

beforeAll(async () => {
  database = await maakDatabase(data);
  await begonnen();
  [analist, collega] = [new Bezoeker(t.adres), new Bezoeker(t.adres)];
  await analist.meldAan('datalab_analist', 'voorbeeld-wachtwoord');
  await collega.meldAan('projectleider', 'voorbeeld-wachtwoord');
  const stand = (n: number, maand: number, indicator: number) =>
    n + ((maand * 7 + indicator * 3 + n) % 5) - 2;
  await leesTellingen(
    analist,
    INDICATOREN.flatMap((code, k) =>
      MAANDEN.flatMap((maand, i) => GEMEENTEN.map(([g, n]) => [g, maand, code, stand(n, i, k)] as const)),
    ),
  );
  await zetPoorten(database);
}, 120_000);

afterAll(async () => {
  if (t && t.proces.exitCode === null && t.proces.signalCode === null) await stop(t);
  m.ruimOp();
});

// @eis B2.5 B2.7 A5.4
describe('na kill -9 midden in het rekenwerk van een publicatie', () => {
  test('gedood tijdens het beveiligen: er is geen oordeel en niets is aan te bieden', async () => {
    await inPoort(database, POORT.cellen, async () => {
      adres = await maakConcept(analist, { ...KEUZE, titel: TITEL });
      id = adres.split('/').at(-1) ?? '';
      await wachtOpStand(database, id, s => s.gedaan > 0, 20_000);
      await verwachtNietInDruk('De toets vond dit niet veilig');
      await dood();
    });
    expect(await rijen('select waarborg, bewezen from datalab.publicatie where id = $1')).toEqual([
      { waarborg: null, bewezen: false },
    ]);
    expect([...(await listCellen()), ...(await listRegels())]).toEqual([]);
  }, 60_000);

  test('het werk begint vanzelf weer; gedood tijdens het bewijs blijft wat bewezen was, en zonder de rest is niets aan te bieden', async () => {
    const gebleven = await inPoort(database, POORT.bewijs, async () => {
      await begonnen();
      await wachtOpStand(database, id, s => s.regels >= 40, 30_000);
      await dood();
      const regels = await listRegels();
      expect(await rijen('select waarborg, bewezen from datalab.publicatie where id = $1')).toEqual([
        { waarborg: 'veilig', bewezen: false },
      ]);
      await begonnen();
      await verwachtNietInDruk('Het bewijs is nog niet klaar');
      return regels;
    });
    await wachtOpStand(database, id, s => s.bewezen, 30_000);
    const nu = await listRegels();
    expect(gebleven).toHaveLength(40);
    expect(nu.length).toBeGreaterThan(100);
    const ongemoeid = nu.filter(r => gebleven.some(g => g.aanvaller === r.aanvaller && g.naam === r.naam));
    expect(ongemoeid).toEqual(gebleven);
  }, 60_000);

  test('de uitkomst is die van werk dat niemand stoorde, en elke regel klopt door op te tellen', async () => {
    const gaaf =
      (await maakConcept(analist, { ...KEUZE, titel: 'Maanden zonder storing' })).split('/').at(-1) ?? '';
    await wachtOpStand(database, gaaf, s => s.bewezen, 30_000);
    expect(await listCellen()).toEqual(await listCellen(gaaf));
    const wat = (r: Bewijsregel) => [r.aanvaller, r.naam, r.drempel];
    const regels = await listRegels();
    expect(regels.map(wat)).toEqual((await listRegels(gaaf)).map(wat));
    const [werk] = await rijen<{ toets: unknown }>(
      'select toets from datalab.publicatie_werk where publicatie_id = $1',
    );
    const geen: Oplosser = async () => ({ soort: 'onbekend', waarom: 'hier rekent niemand' });
    const nagekeken = await bewijs(uitJson(werk?.toets) as Toetsvraag, geen, { al: regels });
    expect(nagekeken.soort).toBe('bewezen');
    expect(await (await analist.haal(adres)).text()).toContain('Het bewijs in hele getallen is volledig');
    expect((await druk(analist, adres, 'bied_aan')).status).toBe(303);
    expect((await druk(collega, adres, 'keur_goed')).status).toBe(303);
  }, 60_000);
});
