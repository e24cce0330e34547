import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { leesInstellingen } from '#platform/config/index.ts';
import { type Actor, maakPool, metActor, metClient, sql } from '#platform/db/index.ts';
import { systeemklok } from '#platform/klok/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import {
  alsEnige,
  type Bevindingcode,
  controleerLogboek,
  LOGBOEKLEZER,
  type Logregel,
  listLogregels,
  logGebruik,
  logLos,
  ondertekensleutel,
  opdrachtLogboekControleer,
  startVerzegelaar,
  wortelpad,
} from './index.ts';

const map = mkdtempSync(path.join(os.tmpdir(), 'la-audit-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const p = await maakProef();
const dag = Temporal.PlainDate.from('2026-03-02');
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 3), map });
const publiek = ondertekensleutel(kluis).publiek;
const PERSOON: Actor = { soort: 'persoon', id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' };
const regel = (object: string): Logregel => ({
  handeling: 'proef.lezen',
  soort: 'proef',
  object,
  uitkomst: 'toegestaan',
});
const log = (object: string) => logLos(p.app.db, PERSOON, dag, regel(object));
const beheer = (opdracht: string) => metClient(p.beheer, c => c.query(opdracht));
const controleer = (geduld?: number) => controleerLogboek(p.app.db, wortelpad(map), publiek, geduld, 2);
const zegelaar = startVerzegelaar({
  db: p.app.db,
  kluis,
  sleutelmap: map,
  klok: systeemklok,
  elke: 3_600_000,
});
const fout = (code: string) => expect.objectContaining({ code });

/** Other test files work on the same server: a row is final when their transactions are over too. */
async function verzegelAlles(): Promise<void> {
  for (let i = 0; i < 100; i++) {
    await zegelaar.ronde(true);
    const r = await metClient(p.beheer, c =>
      c.query('select (select count(*) from audit.logregel) - (select count(*) from audit.zegel) n'),
    );
    if (Number(r.rows[0].n) === 0) return;
    await new Promise(klaar => setTimeout(klaar, 50));
  }
  throw new Error('De verzegelaar komt niet bij.');
}

// @eis A2.2
describe('loggen', () => {
  test('de logregel staat er met de handeling, of allebei niet', async () => {
    await expect(
      metActor(p.app.db, PERSOON, dag, async tx => {
        await logGebruik(tx, regel('teruggedraaid'));
        throw new Error('mislukt');
      }),
    ).rejects.toThrow('mislukt');
    await metActor(p.app.db, PERSOON, dag, tx => logGebruik(tx, regel('gelukt')));
    const gelezen = await metActor(p.app.db, LOGBOEKLEZER, dag, tx => listLogregels(tx, { soort: 'proef' }));
    expect(gelezen.map(r => [r.actor, r.object])).toEqual([[`persoon:${PERSOON.id}`, 'gelukt']]);
  });

  test('zonder actor wordt niets gelogd en niemand logt in de naam van een ander', async () => {
    await expect(p.app.db.transaction().execute(tx => logGebruik(tx, regel('niemand')))).rejects.toThrow();
    await expect(
      metActor(p.app.db, PERSOON, dag, tx =>
        sql`insert into audit.logregel (actor, handeling, soort, uitkomst)
            values ('persoon:ander', 'proef.lezen', 'proef', 'toegestaan')`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('een gewone gebruiker leest het logboek niet', async () => {
    expect(await metActor(p.app.db, PERSOON, dag, tx => listLogregels(tx, {}))).toEqual([]);
  });

  test('codes, kenmerken, dagen en aantallen mogen wel', async () => {
    const details = { veld: 'adres', op: '2026-03-02', aantal: 3, noodtoegang: true, id: PERSOON.id };
    await logLos(p.app.db, PERSOON, dag, { ...regel('details'), details, inhoudHash: Buffer.alloc(32, 1) });
    const r = await metActor(p.app.db, LOGBOEKLEZER, dag, tx => listLogregels(tx, { objecten: ['details'] }));
    expect(r[0]?.details).toEqual(details);
  });

  test('niemand wijzigt, verwijdert of leegt het logboek, ook de eigenaar niet', async () => {
    await verzegelAlles();
    for (const tabel of ['logregel', 'zegel', 'partij', 'ketting']) {
      const kolom = { logregel: 'actor', zegel: 'regel', partij: 'voortgezet', ketting: 'id' }[tabel];
      for (const opdracht of [
        `update audit.${tabel} set ${kolom} = ${kolom}`,
        `delete from audit.${tabel}`,
        `truncate audit.${tabel} cascade`,
      ]) {
        for (const rol of ['app', 'taken', 'eigenaar'] as const) {
          await expect(metClient(p.verbinding(rol), c => c.query(opdracht))).rejects.toMatchObject({
            code: '42501',
          });
        }
      }
    }
  });
});

// @eis A2.2 C3.2
describe('verzegelen', () => {
  test('wat later vastlegt maar eerder begon, wordt niet overgeslagen', async () => {
    const laat = maakPool(p.verbinding('app'), 1);
    let vrij = () => {};
    const wacht = new Promise<void>(klaar => {
      vrij = klaar;
    });
    let geschreven = () => {};
    const isGeschreven = new Promise<void>(klaar => {
      geschreven = klaar;
    });
    const trage = metActor(laat.db, PERSOON, dag, async tx => {
      await logGebruik(tx, regel('trage'));
      geschreven();
      await wacht;
    });
    await isGeschreven;
    await log('snelle');
    await zegelaar.ronde(false);
    vrij();
    await trage;
    await laat.sluit();
    await verzegelAlles();
    expect(await controleer()).toMatchObject({ goed: true, wachtend: 0, bevindingen: [] });
  });

  test('twee verzegelaars tegelijk: één doet het werk, de ketting blijft heel', async () => {
    await log('samen');
    const ander = startVerzegelaar({
      db: p.app.db,
      kluis,
      sleutelmap: map,
      klok: systeemklok,
      elke: 3_600_000,
    });
    const bezet = await alsEnige(p.app.db, () => ander.ronde(true));
    expect(bezet).toBe(false);
    await Promise.all([1, 2, 3].flatMap(() => [zegelaar.ronde(true), ander.ronde(true)]));
    await ander.stop();
    await verzegelAlles();
    expect(await controleer()).toMatchObject({ goed: true, bevindingen: [] });
  });

  test('een draaiende verzegelaar is uit zichzelf binnen enkele seconden bij en tekent bij het stoppen', async () => {
    const z = startVerzegelaar({ db: p.app.db, kluis, sleutelmap: map, klok: systeemklok });
    await Promise.all(Array.from({ length: 40 }, (_, i) => log(`gelijk${i}`)));
    // Five seconds: work of other tests on the same server may hold the horizon back for a while.
    await expect.poll(async () => (await controleer()).wachtend, { timeout: 5000, interval: 100 }).toBe(0);
    await z.stop();
    expect(await controleer(0)).toMatchObject({ goed: true, wachtend: 0, bevindingen: [] });
  });

  test('tekens die een tekst ontsnapt, schrijft de database zoals de verzegelaar', async () => {
    const vreemd: Actor = { soort: 'stelsel', taak: 'proef "é\\\t/\u007f' };
    await logLos(p.app.db, vreemd, dag, regel('vreemd'));
    await verzegelAlles();
    expect(await controleer()).toMatchObject({ goed: true, bevindingen: [] });
  });

  test('een halve regel van een gestorven schrijver wordt opgeruimd, niet meegeteld', async () => {
    appendFileSync(wortelpad(map), '{"formaat":1,"nr"');
    expect((await controleer()).goed).toBe(true);
    await log('na de storing'.replaceAll(' ', '_'));
    await verzegelAlles();
    expect(await controleer()).toMatchObject({ goed: true, bevindingen: [] });
  });
});

const TABELLEN = ['ketting', 'partij', 'logregel', 'zegel'];
const ZONDER_TRIGGER = 'set session_replication_role = replica;';

/** Tampers as superuser with the triggers off, runs the check, and puts everything back. */
async function naSabotage(opdracht: string, geduld?: number): Promise<Bevindingcode[]> {
  const kopieen = TABELLEN.map(
    t => `create schema if not exists kopie; create table kopie.${t} as table audit.${t};`,
  );
  const terug = TABELLEN.map(
    t => `delete from audit.${t}; insert into audit.${t} overriding system value table kopie.${t};`,
  );
  await beheer(kopieen.join('\n'));
  try {
    await beheer(`${ZONDER_TRIGGER} ${opdracht}`);
    const r = await controleer(geduld);
    expect(r.goed).toBe(r.bevindingen.length === 0);
    return r.bevindingen.map(b => b.code);
  } finally {
    await beheer(`${ZONDER_TRIGGER} ${terug.join('\n')} drop schema kopie cascade;`);
  }
}

const REGEL = (n: number | string) => `(select regel from audit.zegel where volgnummer = ${n})`;
const zet = (wat: string, n: number | string = 3) =>
  `update audit.logregel set ${wat} where id = ${REGEL(n)}`;
const LAATSTE = '(select max(volgnummer) from audit.zegel)';

// @eis A2.2 C3.2
describe('controleren na sabotage door een superuser', () => {
  test('het begin is heel en ondertekend', async () => {
    for (let i = 0; i < 12; i++) await log(`basis${i}`);
    await verzegelAlles();
    expect(await controleer(0)).toMatchObject({ goed: true, bevindingen: [] });
  });

  test.each<[string, string, Bevindingcode]>([
    ['een gewijzigde actor', zet("actor = 'publiek'"), 'gewijzigd'],
    ['een gewijzigde tijd', zet("tijdstip = tijdstip - interval '1 second'"), 'gewijzigd'],
    ['een eerste regel met een later transactienummer', zet("xid = '4000000000'", 1), 'gewijzigd'],
    ['een laatste regel met een eerder transactienummer', zet("xid = '3'", LAATSTE), 'gewijzigd'],
    ['een toegevoegd detail', zet(`details = '{"veld":"x"}'`), 'gewijzigd'],
    ['een veldscheider in een veld', zet("actor = actor || E'\\x1f'"), 'gewijzigd'],
    ['een regelscheider in een veld', zet("actor = actor || E'\\x1e'"), 'gewijzigd'],
    ['een verwijderde regel', `delete from audit.logregel where id = ${REGEL(4)}`, 'verwijderd'],
    [
      'een verwijderde regel met haar zegel',
      `delete from audit.logregel where id = ${REGEL(4)}; delete from audit.zegel where volgnummer = 4`,
      'gat',
    ],
    [
      'een afgekapte staart',
      'delete from audit.logregel where id in (select regel from audit.zegel where volgnummer > 9); delete from audit.zegel where volgnummer > 9',
      'staart_afgekapt',
    ],
    [
      'een leeg logboek',
      'delete from audit.zegel; delete from audit.partij; delete from audit.logregel',
      'staart_afgekapt',
    ],
    [
      'een ingevoegde oude regel',
      `insert into audit.logregel (xid, actor, handeling, soort, uitkomst)
        select xid, 'publiek', 'proef.lezen', 'proef', 'toegestaan' from audit.logregel where id = ${REGEL(5)}`,
      'ingevoegd',
    ],
    [
      'twee verwisselde zegels',
      `create temp table oud as select * from audit.zegel where volgnummer in (6, 7);
        delete from audit.zegel where volgnummer in (6, 7);
        insert into audit.zegel select o.volgnummer, o.partij, ander.regel, o.rij_hash, o.vorige, o.hash
          from oud o join oud ander on ander.volgnummer <> o.volgnummer`,
      'verwisseld',
    ],
    [
      'een verlaagde grens van een ronde',
      `update audit.partij set tot_xid = '1' where nummer = (select max(nummer) from audit.partij)`,
      'ketting_verbroken',
    ],
    ['een andere ketting', 'update audit.ketting set id = gen_random_uuid()', 'andere_ketting'],
    [
      'een leeg veld waar niets stond',
      `alter table audit.logregel drop constraint logregel_reden_check;
        update audit.logregel set reden = '' where id = ${REGEL(3)};
        alter table audit.logregel add constraint logregel_reden_check check (reden ~ '^[a-z][a-z0-9_.]{0,80}$') not valid`,
      'gewijzigd',
    ],
    [
      'een gat groter dan wat in één keer wordt gelezen',
      'update audit.zegel set volgnummer = volgnummer + 90000 where volgnummer > 6',
      'gat',
    ],
    ['een verdwenen ronde', 'delete from audit.partij where nummer = 1', 'ketting_verbroken'],
  ])('%s wordt gevonden', async (_, opdracht, code) => {
    expect(await naSabotage(opdracht)).toContain(code);
  });

  test('een tweede exemplaar van een regel, met hetzelfde kenmerk, is ingevoegd', async () => {
    const codes = await naSabotage(`alter table audit.logregel drop constraint logregel_pkey;
      insert into audit.logregel overriding system value select * from audit.logregel where id = ${REGEL(5)}`);
    await beheer('alter table audit.logregel add primary key (id)');
    expect(codes).toEqual(['ingevoegd']);
  });

  test('een geheel herrekende ketting met twee regels in andere volgorde wijkt af van de wortels', async () => {
    const { schakelHash } = await import('./ketting.ts');
    const schakels = await metClient(p.beheer, async c => {
      const r = await c.query(`select z.volgnummer, z.regel, encode(z.rij_hash, 'hex') rij, z.partij,
        array[p.nummer::text, p.tot_xid::text, p.voortgezet::text,
          to_char(p.tijdstip at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')] partijrij
        from audit.zegel z join audit.partij p on p.nummer = z.partij order by 1`);
      return r.rows as {
        volgnummer: number;
        regel: string;
        rij: string;
        partij: number;
        partijrij: string[];
      }[];
    });
    const [a, b] = [schakels.findIndex(s => s.volgnummer === 6), schakels.findIndex(s => s.volgnummer === 7)];
    const om = schakels.map((s, i) => {
      const van = schakels[i === a ? b : i === b ? a : i]!;
      return { ...s, regel: van.regel, rij: van.rij };
    });
    let vorige = '0'.repeat(64);
    const waarden = om.map(s => {
      const hash = schakelHash(vorige, s.volgnummer, s.partijrij, s.rij);
      const rij = `(${s.volgnummer}, ${s.partij}, '${s.regel}', '\\x${s.rij}', '\\x${vorige}', '\\x${hash}')`;
      vorige = hash;
      return rij;
    });
    const codes = await naSabotage(
      `delete from audit.zegel; insert into audit.zegel values ${waarden.join(',')}`,
    );
    expect(codes).toEqual(expect.arrayContaining(['volgorde', 'wortel_wijkt_af']));
    expect(codes).not.toContain('ketting_verbroken');
  });

  test('regels die niet verzegeld raken en schakels zonder handtekening vallen op', async () => {
    await log('te_laat');
    expect((await controleer()).wachtend).toBe(1);
    expect((await controleer(0)).bevindingen).toEqual([fout('onverzegeld')]);
    await verzegelAlles();
    const heel = readFileSync(wortelpad(map), 'utf8');
    const zonderLaatste = `${heel.trimEnd().split('\n').slice(0, -1).join('\n')}\n`;
    writeFileSync(wortelpad(map), zonderLaatste);
    expect((await controleer(0)).bevindingen).toEqual([fout('ongetekend')]);
    writeFileSync(wortelpad(map), '');
    expect((await controleer(0)).bevindingen.map(b => b.code)).toContain('wortels_ontbreken');
    writeFileSync(wortelpad(map), heel);
    expect((await controleer(0)).goed).toBe(true);
  });

  test('een vervalste, weggelaten of vreemd ondertekende wortel is ongeldig', async () => {
    const heel = readFileSync(wortelpad(map), 'utf8');
    const regels = heel.trimEnd().split('\n');
    const eerste = JSON.parse(regels[0]!);
    const vals = { ...eerste, volgnummer: Number(eerste.volgnummer) + 1 };
    for (const stuk of [
      [JSON.stringify(vals), ...regels.slice(1)],
      [regels[0], ...regels.slice(2)],
      [...regels.slice(0, -1), '{}'],
    ]) {
      writeFileSync(wortelpad(map), `${stuk.join('\n')}\n`);
      expect((await controleer()).bevindingen).toContainEqual(fout('wortel_ongeldig'));
    }
    writeFileSync(wortelpad(map), heel);
    const vreemd = ondertekensleutel(maakKluis({ hoofdsleutel: Buffer.alloc(32, 4), map: `${map}/ander` }));
    const r = await controleerLogboek(p.app.db, wortelpad(map), vreemd.publiek);
    expect(r.bevindingen).toContainEqual({ code: 'wortel_ongeldig', plaats: 1, aantal: regels.length });
  });

  test('een geantedateerde regel die alsnog verzegeld raakt, heeft een onmogelijke tijd', async () => {
    await beheer(`insert into audit.logregel (tijdstip, actor, handeling, soort, uitkomst)
      values (now() - interval '3 days', 'publiek', 'proef.lezen', 'proef', 'toegestaan')`);
    await verzegelAlles();
    expect((await controleer()).bevindingen).toEqual([fout('tijd_onmogelijk')]);
  });

  test('de opdracht meldt in gewone taal wat er mis is en eindigt dan met een fout', async () => {
    const v = p.verbinding('app');
    const databaseUrl =
      typeof v === 'string'
        ? v
        : `postgres://${v.user}:${v.password}@/${v.database}?host=${encodeURIComponent(v.host)}&port=${v.port}`;
    const i = { ...leesInstellingen({ LA_SLEUTEL: '03'.repeat(32), LA_SLEUTELMAP: map }), databaseUrl };
    const regels: string[] = [];
    expect(await opdrachtLogboekControleer(i, r => regels.push(r))).toBe(1);
    expect(regels[0]).toBe('Het logboek is NIET in orde.');
    expect(regels[2]).toMatch(/tijdstip dat niet kan kloppen: 1 keer, het eerst op plaats \d+/);
    const leeg = { ...i, databaseUrl: null, data: path.join(map, 'geen') };
    expect(await opdrachtLogboekControleer(leeg, r => regels.push(r))).toBe(1);
    expect(regels.at(-1)).toMatch(/geen database/);
    const ander = { ...i, sleutel: '04'.repeat(32) };
    await expect(opdrachtLogboekControleer(ander)).rejects.toThrow(/hoofdsleutel/);
  });

  test('na verhuizing naar een server met eigen transactienummers loopt de ketting door', async () => {
    await beheer(`${ZONDER_TRIGGER} truncate audit.zegel, audit.partij, audit.logregel;`);
    rmSync(wortelpad(map));
    await beheer(`insert into audit.logregel (xid, actor, handeling, soort, uitkomst)
      values ('900000000000', 'publiek', 'proef.lezen', 'proef', 'toegestaan')`);
    await beheer(`insert into audit.partij values (1, '900000000000', false, now())`);
    await log('hier');
    await verzegelAlles();
    await log('verder');
    await verzegelAlles();
    const r = await controleer();
    expect(r.bevindingen.map(b => b.code)).toEqual(['voortgezet']);
    expect(r).toMatchObject({ goed: true, verzegeld: 3 });
  });
});
