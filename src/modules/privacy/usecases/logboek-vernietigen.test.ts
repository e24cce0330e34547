import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Bevindingcode,
  controleerLogboek,
  maakUitnameboek,
  ondertekensleutel,
  startVerzegelaar,
  wortelpad,
} from '#platform/audit/index.ts';
import { type Actor, metActor, metClient, sql, type Transactie } from '#platform/db/index.ts';
import { systeemklok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { insertAanhouding, listBewaartermijnen } from '../db/bewaren.ts';
import { geefAkkoord, listBewijs, listLijsten, listRegels } from '../db/vernietigen.ts';
import type { Bewaartermijn } from '../domain/bewaren.ts';
import { maakMedewerker, maakOrganisatie, maakProefgezin } from '../testing/proefgezin.ts';
import { VERNIETIGER } from './diensten.ts';
import {
  type Logwisdiensten,
  oordeelLogboek,
  speelUitnamesNa,
  stelLogboekVoor,
  voerLogboekUit,
} from './logboek-vernietigen.ts';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-loguit-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
// The database judges age by its own clock: rows are laid down years before the real day of today.
const klok = systeemklok;
const vandaag = klok.vandaag();
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 6), map });
const uitnames = maakUitnameboek(map, kluis);
const d: Logwisdiensten = { db: p.app.db, klok, kluis, wislijst: maakWislijst(map), uitnames };
const publiek = ondertekensleutel(kluis).publiek;
const zegelaar = startVerzegelaar({ db: d.db, kluis, sleutelmap: map, klok, elke: 3_600_000 });
const uitnamebestand = path.join(map, 'logboek', 'uitnames.jsonl');

const organisatie = await maakOrganisatie(d.db, vandaag);
const functionaris = () => maakMedewerker(d.db, vandaag, organisatie, 'privacyfunctionaris');
const [een, twee] = [await functionaris(), await functionaris()];
const werker = await maakMedewerker(d.db, vandaag, organisatie, 'professional');
const als = <T>(id: string, werk: (tx: Transactie) => Promise<T>) =>
  metActor(d.db, { soort: 'persoon', id } as Actor, vandaag, werk);
const beheer = (opdracht: string, waarden: unknown[] = []) =>
  metClient(p.beheer, async c => (await c.query(opdracht, waarden)).rows as Record<string, unknown>[]);
const gezin = () => maakProefgezin(d.db, kluis, { organisatie, medewerker: werker, gewijzigd: '2026-01-01' });
const [gewoon, gehouden] = [await gezin(), await gezin()];

/** One row of so many years ago, as the log would have kept it. */
const oud = (jaren: number, details: Record<string, string>, object: string | null = null) =>
  beheer(
    `insert into audit.logregel (tijdstip, actor, handeling, soort, object, uitkomst, details)
     values (now() - make_interval(years => $1, days => 40), $2, 'inzien', 'casus', $3, 'toegestaan', $4)`,
    [jaren, `persoon:${werker}`, object, details],
  );
const metHouder = (dossier: string) => ({ dossier, houder: organisatie });

/** Until no transaction that was open when these rows came is open still: then one round of the sealer takes them all. */
async function wachtOpAnderen(): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const [r] = await beheer(`select coalesce(bool_and(l.xmin::text::bigint
        < pg_snapshot_xmin(pg_current_snapshot())::text::bigint % 4294967296), true) vrij from audit.logregel l`);
    if (r?.['vrij'] === true) return;
    await new Promise(klaar => setTimeout(klaar, 50));
  }
  throw new Error('Een andere transactie blijft open.');
}

async function verzegelAlles(): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await zegelaar.ronde(true);
    const [r] = await beheer(`select count(*)::int n from audit.logregel l
      where not exists (select from audit.zegel z where z.regel = l.id)`);
    if (r?.['n'] === 0) return;
    await new Promise(klaar => setTimeout(klaar, 50));
  }
  throw new Error('De verzegelaar komt niet bij.');
}
const controleer = () => controleerLogboek(d.db, wortelpad(map), publiek);
const codes = async () => (await controleer()).bevindingen.map(b => b.code);
const telling = async () =>
  (
    await beheer(`select count(*)::int n from audit.logregel where tijdstip < now() - interval '5 years'`)
  )[0]?.['n'];
const akkoord = async (wie: string) => {
  const [lijst] = await als(wie, listLijsten);
  return als(wie, tx => geefAkkoord(tx, lijst?.id ?? ''));
};

beforeAll(async () => {
  // Old rows first: the first round of the sealer has no round before it that says from when its rows can be.
  await beheer(`set session_replication_role = replica; delete from audit.logregel`);
  for (let i = 0; i < 4; i++) await oud(6, metHouder(gewoon.dossier));
  for (let i = 0; i < 2; i++) await oud(6, metHouder(gehouden.dossier));
  await oud(7, {});
  await oud(6, metHouder(gewoon.dossier));
  await oud(4, metHouder(gewoon.dossier));
  await wachtOpAnderen();
  await verzegelAlles();
  await als(een, tx => insertAanhouding(tx, { dossier: gehouden.dossier, organisatie, grond: 'klacht' }));
});

test('een maand gaat pas weg als de termijn van haar laatste dag om is', () => {
  const termijn: Bewaartermijn = {
    ...{ id: 'x', regio: null, soort: 'logboek', jaren: 5, vanaf: 'vastlegging', wet: 'AVG', artikel: '5' },
    ...{ bron: 'proef', praktijk: null, bevestigd: false, tot: null },
    van: Temporal.PlainDate.from('2018-05-25'),
  };
  const tot = (dag: string) =>
    oordeelLogboek([termijn], 'kennemerland', Temporal.PlainDate.from(dag))?.logTot.toString();
  // 31 October 2021 and five years is 31 October 2026: kept on that day, and due on the first of November.
  expect(tot('2026-10-31')).toBe('2021-10-01');
  expect(tot('2026-11-01')).toBe('2021-11-01');
  expect(oordeelLogboek([], 'kennemerland', vandaag)).toBeNull();
});

// @eis C4.3 C3.2
describe('de termijn van het logboek', () => {
  test('het stelsel stelt voor wat over de termijn is, per jaar, zonder wat wordt aangehouden; er gaat niets weg', async () => {
    expect(await stelLogboekVoor(d)).toBe(6);
    expect(await stelLogboekVoor(d)).toBe(0);
    const [lijst] = await als(een, listLijsten);
    const regels = await als(een, tx => listRegels(tx, lijst?.id ?? ''));
    expect(regels.map(r => [r.soort, r.dossier, r.logregels]).sort()).toEqual([
      ['logboek', null, 1],
      ['logboek', null, 5],
    ]);
    expect(await voerLogboekUit(d)).toBe(0);
    await akkoord(een);
    expect(await voerLogboekUit(d)).toBe(0);
    expect(await akkoord(een)).toEqual({ eerste: 0, tweede: 0 });
    expect(await telling()).toBe(8);
  });

  test('na akkoord van twee gaan de regels weg, de ketting blijft bewezen en het bewijs noemt niemand', async () => {
    await akkoord(twee);
    expect(await voerLogboekUit(d, undefined, 2)).toBe(6);
    expect(await telling()).toBe(2);
    const over = await beheer(
      `select distinct details->>'dossier' d from audit.logregel where tijdstip < now() - interval '5 years'`,
    );
    expect(over).toEqual([{ d: gehouden.dossier }]);
    await verzegelAlles();
    const rapport = await controleer();
    expect(rapport.goed).toBe(true);
    expect(rapport.bevindingen).toEqual([{ code: 'uitgenomen', plaats: 1, aantal: 6 }]);
    const [lijst] = await als(een, listLijsten);
    expect(lijst?.uitgevoerdOp).toBe(vandaag.toString());
    const bewijs = await als(een, tx => listBewijs(tx, lijst?.id ?? ''));
    expect(bewijs.map(b => b.aantal).sort()).toEqual([1, 5]);
    const alles = readFileSync(uitnamebestand, 'utf8') + JSON.stringify(bewijs);
    for (const wie of [werker, gewoon.dossier, gewoon.nummer, organisatie]) expect(alles).not.toContain(wie);
    expect(await beheer('select count(*)::int n from audit.zegel where regel is null')).toEqual([{ n: 6 }]);
  });

  const plaats = (n: string) => `(select regel from audit.zegel where volgnummer = (${n}))`;
  const heel = `select max(volgnummer) from audit.zegel where regel is not null`;
  test.each<[string, string, Bevindingcode]>([
    ['een wijziging', `update audit.logregel set actor = 'publiek' where id = ${plaats(heel)}`, 'gewijzigd'],
    ['een verwijdering', `delete from audit.logregel where id = ${plaats(heel)}`, 'verwijderd'],
    [
      'een verwijdering die op een uitname lijkt',
      `delete from audit.logregel where id = ${plaats(heel)};
       update audit.zegel set regel = null where volgnummer = (${heel})`,
      'verwijderd',
    ],
    [
      'een invoeging',
      `insert into audit.logregel (xid, actor, handeling, soort, uitkomst) values ('3', 'publiek', 'inzien', 'casus', 'toegestaan')`,
      'ingevoegd',
    ],
    [
      'een regel op een uitgenomen plaats',
      `insert into audit.logregel (xid, actor, handeling, soort, uitkomst) values ('3', 'publiek', 'inzien', 'casus', 'toegestaan');
       update audit.zegel set regel = (select id from audit.logregel where xid = '3') where volgnummer = 1`,
      'gewijzigd',
    ],
    [
      'een verwisseling',
      `create temp table oud as select * from audit.zegel where regel is not null order by volgnummer limit 2;
       update audit.zegel set regel = null where volgnummer in (select volgnummer from oud);
       update audit.zegel z set regel = x.regel from oud o join oud x on x.volgnummer <> o.volgnummer
         where z.volgnummer = o.volgnummer`,
      'verwisseld',
    ],
    [
      'een afgekapte staart',
      `delete from audit.zegel where volgnummer = (select max(volgnummer) from audit.zegel)`,
      'staart_afgekapt',
    ],
    ['een gat tussen wat is uitgenomen', 'delete from audit.zegel where volgnummer = 2', 'gat'],
    [
      'een gewijzigde uitgenomen schakel',
      `update audit.zegel set rij_hash = hash where volgnummer = 1`,
      'ketting_verbroken',
    ],
  ])('daarna wordt %s nog steeds gevonden', async (_, opdracht, code) => {
    const tabellen = ['logregel', 'zegel'];
    await beheer(tabellen.map(t => `create table kopie_${t} as table audit.${t};`).join(' '));
    try {
      await beheer(`set session_replication_role = replica; ${opdracht}`);
      const rapport = await controleer();
      expect(rapport.goed).toBe(false);
      expect(rapport.bevindingen.map(b => b.code)).toContain(code);
    } finally {
      const terug = tabellen.map(
        t =>
          `delete from audit.${t}; insert into audit.${t} overriding system value table kopie_${t}; drop table kopie_${t};`,
      );
      await beheer(`set session_replication_role = replica; ${terug.join(' ')}`);
    }
    expect(await codes()).toEqual(['uitgenomen']);
  });

  test('daarna valt een regel die niet verzegeld raakt nog steeds op', async () => {
    await oud(0, metHouder(gewoon.dossier));
    const laat = (await controleerLogboek(d.db, wortelpad(map), publiek, 0)).bevindingen.map(b => b.code);
    expect(laat).toContain('onverzegeld');
    await beheer(`set session_replication_role = replica;
      delete from audit.logregel l where not exists (select from audit.zegel z where z.regel = l.id)`);
    expect(await codes()).toEqual(['uitgenomen']);
  });

  test('zonder ondertekend bewijs, of met een vervalst, is een lege plaats een verwijdering', async () => {
    const echt = readFileSync(uitnamebestand, 'utf8');
    const [eerste = '', ...rest] = echt.trimEnd().split('\n');
    for (const [inhoud, verwacht] of [
      ['', ['verwijderd']],
      [
        `${eerste.replace(/"plaatsen":\[\[/, '"plaatsen":[[1,1],[')}\n${rest.join('\n')}\n`,
        ['uitname_ongeldig', 'verwijderd'],
      ],
    ] as const) {
      writeFileSync(uitnamebestand, inhoud);
      expect(await codes()).toEqual(expect.arrayContaining([...verwacht]));
    }
    writeFileSync(uitnamebestand, echt);
    expect(await codes()).toEqual(['uitgenomen']);
  });

  test('een oudere kopie van de database wordt bij het starten weer gelijk aan wat is ondertekend', async () => {
    await oud(6, metHouder(gewoon.dossier));
    await beheer(`set session_replication_role = replica;
      update audit.zegel set regel = (select id from audit.logregel order by volgorde desc limit 1) where volgnummer = 1`);
    expect(await codes()).toContain('gewijzigd');
    expect(await speelUitnamesNa(d)).toBe(1);
    expect(await speelUitnamesNa(d)).toBe(0);
    expect(await codes()).toEqual(['uitgenomen']);
  });

  test('wat jonger is dan de algemene termijn gaat nooit weg, wie er ook om vraagt', async () => {
    const [jong] = await beheer(
      `select z.volgnummer n from audit.zegel z join audit.logregel l on l.id = z.regel
       where l.tijdstip > now() - interval '5 years' limit 1`,
    );
    const neem = (wie: Actor) =>
      metActor(d.db, wie, vandaag, tx =>
        sql`select audit.neem_uit(${`{[${jong?.['n']},${jong?.['n']}]}`}::int8multirange)`.execute(tx),
      );
    await expect(neem(VERNIETIGER)).rejects.toMatchObject({ code: '42501' });
    await expect(neem({ soort: 'persoon', id: een })).rejects.toMatchObject({ code: '42501' });
    for (const rol of ['app', 'taken', 'eigenaar'] as const) {
      for (const opdracht of ['delete from audit.logregel', 'update audit.zegel set regel = null']) {
        await expect(metClient(p.verbinding(rol), c => c.query(opdracht))).rejects.toMatchObject({
          code: '42501',
        });
      }
    }
  });

  test('is de aanhouding opgeheven, dan komt wat was aangehouden op een nieuwe lijst', async () => {
    await beheer(`update privacy.aanhouding set tot = van, opgeheven_door = door`);
    expect(await stelLogboekVoor(d)).toBe(2);
    expect((await als(een, listBewaartermijnen)).some(t => t.soort === 'logboek')).toBe(true);
  });
});
