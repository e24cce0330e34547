import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import {
  controleerLogboek,
  logLos,
  ondertekensleutel,
  startVerzegelaar,
  wortelpad,
} from '#platform/audit/index.ts';
import { leesInstellingen } from '#platform/config/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import {
  type Databank,
  type IngebedeServer,
  maakPool,
  metClient,
  migreer,
  PUBLIEK,
  startIngebed,
} from '#platform/db/index.ts';
import { systeemklok as klok } from '#platform/klok/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { ontsleutelStroom, versleutelStroom } from './cijferstroom.ts';
import {
  KopieWeigering,
  maakReservekopie,
  opdrachtReservekopie,
  opdrachtTerugzetten,
  TERUGGEZET,
  zetTerug,
} from './index.ts';
import { alsBytes, leesKaders, type Manifest } from './kaders.ts';

const HOOFD = Buffer.alloc(32, 5);
const wortel = path.join(WORTEL, '.test', `kopie-${process.pid}`);
const map = path.join(wortel, 'bron');
const sleutelmap = path.join(wortel, 'sleutels');
const kopie = path.join(wortel, 'kopie', 'proef.lakopie');
rmSync(wortel, { recursive: true, force: true });
mkdirSync(wortel, { recursive: true });
const servers: IngebedeServer[] = [];
const start = async (m: string) => {
  const s = await startIngebed(m, { snel: true });
  servers.push(s);
  return s;
};
afterAll(async () => {
  for (const s of servers) await s.stop();
  rmSync(wortel, { recursive: true, force: true });
});

/** The stamp of a copy made so many days ago. */
const stempel = (dagen: number) =>
  klok
    .nu()
    .subtract({ hours: 24 * dagen })
    .round('second')
    .toString()
    .replaceAll(/[-:]/g, '');

const GEHEIM = 'Jan Voorbeeld woont in de Voorbeeldstraat';
const BIJ = { tabel: 'proef.brief', kolom: 'tekst', rij: '1' };
const kluis = maakKluis({ hoofdsleutel: HOOFD, map: sleutelmap });
const sleutel = await kluis.nieuweSleutel('persoon');
const bron = await start(map);
await migreer(bron.verbinding('eigenaar'));
await metClient(bron.beheer('lange_adem'), async c => {
  await c.query(`
    create schema proef authorization la_eigenaar;
    create table proef.brief (id int generated always as identity primary key, tekst bytea, op date,
      bedrag numeric, wat jsonb, "Vreemde Naam" text);
    create table proef.van (n int primary key);
    create table proef.naar (n int primary key);
    create table proef.leeg (n int);
    insert into proef.brief (tekst, op, bedrag, wat, "Vreemde Naam")
      select $$\\x00ff$$, date '2026-01-01' + i, i / 3.0, jsonb_build_object('i', i), 'é€' || i
      from generate_series(1, 3000) i;
    insert into audit.logregel (actor, handeling, soort, uitkomst) values ('publiek', 'a', 'b', 'geweigerd')`);
  await c.query('insert into proef.brief (tekst) values ($1)', [kluis.versleutel(sleutel, GEHEIM, BIJ)]);
});

async function metApp<T>(server: IngebedeServer, werk: (db: Databank) => Promise<T>): Promise<T> {
  const pool = maakPool(server.verbinding('app'), 2);
  return werk(pool.db).finally(() => pool.sluit());
}

const logEnZegel = (server: IngebedeServer) =>
  metApp(server, async db => {
    const regel = { handeling: 'a', soort: 'b', object: null, uitkomst: 'toegestaan' } as const;
    await logLos(db, PUBLIEK, klok.vandaag(), regel);
    const zegelaar = startVerzegelaar({ db, kluis, sleutelmap, klok, elke: 3_600_000 });
    // The server's own upkeep may hold the horizon back for a moment.
    await expect
      .poll(async () => (await zegelaar.ronde(true)) && (await controleer(server)).wachtend, {
        timeout: 5000,
      })
      .toBe(0);
    await zegelaar.stop();
  });

const controleer = (server: IngebedeServer, geduld?: number) =>
  metApp(server, db =>
    controleerLogboek(db, wortelpad(sleutelmap), ondertekensleutel(kluis).publiek, geduld),
  );

/** Whole contents of the tables that nobody writes meanwhile, as another program would read them. */
async function inhoud(server: IngebedeServer) {
  return metClient(server.beheer('lange_adem'), async c => {
    const { rows } = await c.query<{
      t: string;
    }>(`select quote_ident(schemaname) || '.' || quote_ident(tablename) t
      from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('van', 'naar')
      order by 1`);
    const uit: Record<string, string[]> = {};
    for (const { t } of rows) {
      uit[t] = (
        await c.query<{ r: string }>(`select row_to_json(x)::text r from ${t} x order by 1`)
      ).rows.map(x => x.r);
    }
    const rollen = await c.query(
      "select rolname, rolsuper, rolbypassrls from pg_roles where rolname like 'la\\_%' order by 1",
    );
    const beleid = await c.query('select * from pg_policies order by schemaname, tablename, policyname');
    return { uit, rollen: rollen.rows, beleid: beleid.rows };
  });
}

const getallen = (server: IngebedeServer, tabel: 'van' | 'naar') =>
  metClient(server.beheer('lange_adem'), async c =>
    (await c.query<{ n: number }>(`select n from proef.${tabel} order by n`)).rows.map(r => r.n),
  );

/** Writes pairs, one to each table in one transaction, until told to stop. */
function schrijfDoor(server: IngebedeServer) {
  let stop = false;
  let n = 0;
  const klaar = metClient(server.beheer('lange_adem'), async c => {
    while (!stop) {
      n += 1;
      await c.query('begin');
      await c.query('insert into proef.van values ($1)', [n]);
      await c.query('insert into proef.naar values ($1)', [n]);
      await c.query('commit');
    }
  });
  return {
    aantal: () => n,
    stop: async () => {
      stop = true;
      await klaar;
    },
  };
}

const code = (werk: Promise<unknown>): Promise<string> =>
  werk.then(
    () => 'geen weigering',
    e => (e instanceof KopieWeigering ? e.code : Promise.reject(e)),
  );
const nieuweMap = (naam: string) => path.join(wortel, naam);
const leesTerug = (uit: string, hoofdsleutel = HOOFD, van = kopie) =>
  code(zetTerug({ bron: van, map: nieuweMap(uit), hoofdsleutel, klok }));

/** A copy with the right key whose manifest was changed. */
async function herschrijf(doel: string, wijzig: (m: Manifest) => void): Promise<void> {
  const open = Readable.from(ontsleutelStroom(createReadStream(kopie), HOOFD)).pipe(createZstdDecompress());
  async function* anders() {
    for await (const k of leesKaders(open)) {
      if (k.soort === 'manifest') wijzig(k.manifest);
      yield k;
    }
  }
  await pipeline(
    alsBytes(anders()),
    createZstdCompress(),
    b => versleutelStroom(b, HOOFD),
    createWriteStream(doel),
  );
}

// @eis A1.6
describe('reservekopie', () => {
  test('een kopie onder het werk, teruggezet in een lege map, is tot op de rij gelijk', async () => {
    await logEnZegel(bron);
    const voor = await inhoud(bron);
    const schrijver = schrijfDoor(bron);
    await new Promise(klaar => setTimeout(klaar, 100));
    const aantalVoor = schrijver.aantal();
    const verslag = await maakReservekopie({ server: bron, map, hoofdsleutel: HOOFD, doel: kopie, klok });
    const aantalNa = schrijver.aantal();
    await schrijver.stop();
    expect(verslag).toMatchObject({ bestand: kopie, bytes: statSync(kopie).size });
    expect(verslag.duur).toBeGreaterThan(0);

    const doel = nieuweMap('terug');
    const terug = await zetTerug({ bron: kopie, map: doel, hoofdsleutel: HOOFD, klok });
    expect(terug).toMatchObject({ tabellen: verslag.tabellen, rijen: verslag.rijen });
    expect(JSON.parse(readFileSync(path.join(doel, TERUGGEZET), 'utf8'))).toHaveProperty('teruggezet');
    const nieuw = await start(doel);
    expect(nieuw.nieuw).toBe(false);
    expect(await inhoud(nieuw)).toEqual(voor);
    // Half a transaction is never in the copy, and what was written before it began always is.
    const van = await getallen(nieuw, 'van');
    expect(await getallen(nieuw, 'naar')).toEqual(van);
    expect(van).toEqual(Array.from({ length: van.length }, (_, i) => i + 1));
    expect(van.length).toBeGreaterThanOrEqual(aantalVoor - 1);
    expect(van.length).toBeLessThanOrEqual(aantalNa);
    // The restored database works on: the application logs in, the owner migrates, rows can be added.
    expect(await migreer(nieuw.verbinding('eigenaar'))).toEqual([]);
    await metClient(nieuw.beheer('lange_adem'), c => c.query("insert into proef.brief (wat) values ('{}')"));
    const rol = await metClient(nieuw.verbinding('app'), c => c.query('select current_user u'));
    expect(rol.rows[0]).toEqual({ u: 'la_app' });
    await nieuw.stop();
  });

  // @eis A2.2
  test('het logboek loopt na terugzetten heel door, en wat na de kopie was gelogd, wordt gemist', async () => {
    const wortels = wortelpad(sleutelmap);
    const naKopie = readFileSync(wortels);
    await logEnZegel(bron);
    const terug = await start(nieuweMap('terug'));
    expect((await controleer(terug)).bevindingen.map(b => b.code)).toEqual(['staart_afgekapt']);
    writeFileSync(wortels, naKopie);
    expect(await controleer(terug)).toMatchObject({ goed: true, bevindingen: [] });
    await logEnZegel(terug);
    expect(await controleer(terug, 0)).toMatchObject({ goed: true, bevindingen: [], wachtend: 0 });
    await terug.stop();
  });

  test('de sleutels zitten niet in de kopie en geheimen staan er niet leesbaar in', async () => {
    const bytes = readFileSync(kopie);
    for (const geheim of [GEHEIM, 'la_app', 'Vreemde Naam', HOOFD.toString('hex')]) {
      expect(bytes.includes(Buffer.from(geheim))).toBe(false);
    }
    expect(readdirSync(nieuweMap('terug'), { recursive: true }).join()).not.toContain(sleutel);
    if (process.platform !== 'win32') expect(statSync(kopie).mode & 0o777).toBe(0o600);
  });

  test('een beschadigde, afgekapte of verlengde kopie wordt geweigerd voordat er iets is geschreven', async () => {
    const heel = readFileSync(kopie);
    const stuk = nieuweMap('stuk.lakopie');
    const plaatsen = [50, 200, 5000, heel.length >> 1, heel.length - 20, heel.length - 1];
    for (const [i, plaats] of plaatsen.entries()) {
      const anders = Buffer.from(heel);
      anders[plaats]! ^= 1;
      writeFileSync(stuk, anders);
      expect(['kopie_geschonden', 'sleutel_onjuist']).toContain(await leesTerug(`stuk${i}`, HOOFD, stuk));
      expect(existsSync(nieuweMap(`stuk${i}`))).toBe(false);
    }
    for (const lengte of [heel.length - 1, heel.length >> 1, 150]) {
      writeFileSync(stuk, heel.subarray(0, lengte));
      expect(await leesTerug('kort', HOOFD, stuk)).toBe('kopie_geschonden');
    }
    writeFileSync(stuk, Buffer.concat([heel, Buffer.of(0)]));
    expect(await leesTerug('lang', HOOFD, stuk)).toBe('kopie_geschonden');
    writeFileSync(stuk, 'geen kopie, maar wel een lange regel tekst');
    expect(await leesTerug('tekst', HOOFD, stuk)).toBe('geen_kopie');
    expect(['kort', 'lang', 'tekst'].filter(n => existsSync(nieuweMap(n)))).toEqual([]);
  });

  test('een kopie die iets anders belooft dan zij bevat, wordt na vergelijking weer weggehaald', async () => {
    const ander = nieuweMap('anders.lakopie');
    await herschrijf(ander, m => {
      const tabel = m.tabellen.find(t => t.tabel === 'proef.brief')!;
      tabel.som = tabel.som.replace(/\d/, c => String((Number(c) + 1) % 10));
    });
    expect(await leesTerug('anders', HOOFD, ander)).toBe('vergelijking_wijkt_af');
    expect(readdirSync(nieuweMap('anders'))).toEqual([]);
  });

  test('een kopie van een nieuwere uitgave of met een ander bestand dan beloofd wordt geweigerd', async () => {
    const ander = nieuweMap('nieuwer.lakopie');
    await herschrijf(ander, m => m.migraties.push('9999-uit-de-toekomst'));
    expect(await leesTerug('nieuwer', HOOFD, ander)).toBe('formaat_onbekend');
    rmSync(ander);
    await herschrijf(ander, m => m.bestanden.pop());
    expect(await leesTerug('nieuwer', HOOFD, ander)).toBe('kopie_geschonden');
    expect(existsSync(nieuweMap('nieuwer'))).toBe(false);
  });

  test('een andere hoofdsleutel, een volle map en een ontbrekend bestand worden geweigerd', async () => {
    expect(await leesTerug('x', Buffer.alloc(32, 6))).toBe('sleutel_onjuist');
    expect(await leesTerug('x', HOOFD, nieuweMap('bestaat-niet'))).toBe('bron_ontbreekt');
    const vol = nieuweMap('vol');
    mkdirSync(vol);
    writeFileSync(path.join(vol, 'iets'), 'van een ander');
    expect(await leesTerug('vol')).toBe('map_niet_leeg');
    expect(readdirSync(vol)).toEqual(['iets']);
    expect(existsSync(nieuweMap('x'))).toBe(false);
  });

  test('een bestaand bestand wordt niet overschreven en de kopie komt niet in de gegevensmap', async () => {
    const maak = (doel: string) => maakReservekopie({ server: bron, map, hoofdsleutel: HOOFD, doel, klok });
    expect(await code(maak(kopie))).toBe('doel_bestaat');
    expect(await code(maak(path.join(map, 'a.lakopie')))).toBe('doel_in_gegevens');
  });

  // @eis C4.2
  test('de opdracht verwijdert in haar eigen map wat ouder is dan LA_KOPIE_DAGEN, en zegt dat', async () => {
    const eigen = `${map}-kopie`;
    mkdirSync(eigen, { recursive: true });
    const oud = `lange-adem-${stempel(10)}.lakopie`;
    const jong = `lange-adem-${stempel(4)}.lakopie`;
    for (const naam of [oud, jong, 'van-mij.lakopie']) writeFileSync(path.join(eigen, naam), 'LAKOPIE1rest');
    const i = leesInstellingen({
      LA_SLEUTEL: '05'.repeat(32),
      LA_SLEUTELMAP: sleutelmap,
      LA_DATA: map,
      LA_KOPIE_DAGEN: '7',
    });
    const regels: string[] = [];
    expect(await opdrachtReservekopie(i, [], r => regels.push(r))).toBe(0);
    expect(regels).toContainEqual(
      expect.stringContaining(`Ouder dan 7 dagen en verwijderd: ${oud}. Verwijder ook`),
    );
    const over = readdirSync(eigen);
    expect(over).not.toContain(oud);
    expect(over).toEqual(expect.arrayContaining([jong, 'van-mij.lakopie']));
    // The new one.
    expect(over).toHaveLength(3);
  });

  test('de opdrachten zeggen omvang, duur en wat apart bewaard moet worden', async () => {
    const basis = { LA_SLEUTEL: '05'.repeat(32), LA_SLEUTELMAP: sleutelmap };
    const doel = nieuweMap('opdracht.lakopie');
    const regels: string[] = [];
    const i = leesInstellingen({ ...basis, LA_DATA: map });
    expect(await opdrachtReservekopie(i, [doel], r => regels.push(r))).toBe(0);
    expect(regels[0]).toBe(`Reservekopie gemaakt: ${doel}`);
    expect(regels[1]).toMatch(/^Omvang [\d,]+ MB, duur [\d,]+ s, \d+ tabellen, [\d.]+ rijen\.$/);
    expect(regels[2]).toMatch(/sleutels zitten er NIET in/);
    const uit: string[] = [];
    expect(
      await opdrachtTerugzetten(
        i,
        [doel],
        async () => 0,
        r => uit.push(r),
      ),
    ).toBe(1);
    expect(uit).toEqual([expect.stringContaining('niet leeg')]);
    const eigen = { ...i, databaseUrl: 'postgres://ergens/anders' };
    expect(await opdrachtReservekopie(eigen, [], r => uit.push(r))).toBe(1);
    expect(uit.at(-1)).toMatch(/middelen van die server/);
  });
});
