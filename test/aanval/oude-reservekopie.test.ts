import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maakPrivacy } from '#modules/privacy/module.ts';
import {
  maakMedewerker,
  maakOrganisatie,
  maakProefgezin,
  type Proefgezin,
} from '#modules/privacy/testing/proefgezin.ts';
import { leesInstellingen } from '#platform/config/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import {
  type Databank,
  type IngebedeServer,
  maakPool,
  metActor,
  metClient,
  migreer,
  sql,
  startIngebed,
} from '#platform/db/index.ts';
import { systeemklok as klok } from '#platform/klok/index.ts';
import { type Kluis, KluisWeigering, maakKluis } from '#platform/kluis/index.ts';
import { herschrijf, maakReservekopie, opdrachtTerugzetten, zetTerug } from '#platform/reservekopie/index.ts';
import type { Taken } from '#platform/taken/index.ts';
import { opdrachtNaspelen } from '#src/samenstelling/wissen.ts';

const HOOFD = Buffer.alloc(32, 5);
const wortel = path.join(WORTEL, '.test', `oud-${process.pid}`);
const plek = (naam: string) => path.join(wortel, naam);
const map = plek('data');
const sleutelmap = plek('sleutels');
rmSync(wortel, { recursive: true, force: true });
mkdirSync(wortel, { recursive: true });
const servers: IngebedeServer[] = [];
const pools: { sluit(): Promise<void> }[] = [];
afterAll(async () => {
  for (const p of pools) await p.sluit();
  for (const s of servers) await s.stop();
  rmSync(wortel, { recursive: true, force: true });
});

const start = async (m: string) => {
  const s = await startIngebed(m, { snel: true });
  servers.push(s);
  return s;
};
const app = (s: IngebedeServer): Databank => {
  const pool = maakPool(s.verbinding('app'), 4);
  pools.push(pool);
  return pool.db;
};

/** Does any file below this folder hold these bytes? */
function staatErin(folder: string, naald: Buffer): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(f => f.isFile())
    .some(f => readFileSync(path.join(f.parentPath, f.name)).includes(naald));
}
/** Everything by which a person could be known: names, numbers and the blind indexes that keys let one guess. */
const sporen = (g: Proefgezin): Buffer[] => [
  ...[...g.geheimen, g.nummer].map(t => Buffer.from(t)),
  ...g.termen,
];
const gevonden = (folder: string, naalden: Buffer[]) => naalden.filter(n => staatErin(folder, n)).length;

/** Ciphertext as a thief finds it in a database, with the cell it stands in. */
async function listCijfers(s: IngebedeServer, g: Proefgezin) {
  return metClient(s.beheer('lange_adem'), async c => {
    const p = await c.query<{ id: string; cijfer: Buffer }>(
      'select id, gegevens cijfer from gezin.persoon where id = any ($1)',
      [g.personen],
    );
    const n = await c.query<{ id: string; cijfer: Buffer }>(
      'select id, inhoud cijfer from casus.notitie where casus_id = $1',
      [g.dossier],
    );
    return [
      ...p.rows.map(r => ({
        cijfer: r.cijfer,
        bij: { tabel: 'gezin.persoon', kolom: 'gegevens', rij: r.id },
      })),
      ...n.rows.map(r => ({ cijfer: r.cijfer, bij: { tabel: 'casus.notitie', kolom: 'inhoud', rij: r.id } })),
    ];
  });
}
const leest = (k: Kluis, c: Awaited<ReturnType<typeof listCijfers>>[number]): string | null => {
  try {
    return k.ontsleutel(c.cijfer, c.bij);
  } catch (e) {
    if (e instanceof KluisWeigering) return null;
    throw e;
  }
};

const bron = await start(map);
await migreer(bron.verbinding('eigenaar'));
const db = app(bron);
const kluis = maakKluis({ hoofdsleutel: HOOFD, map: sleutelmap });
const vandaag = klok.vandaag();
const organisatie = await maakOrganisatie(db, vandaag);
const mensen = await Promise.all(
  ['privacyfunctionaris', 'privacyfunctionaris', 'professional'].map(rol =>
    maakMedewerker(db, vandaag, organisatie, rol),
  ),
);
const gezin = (gewijzigd: string) =>
  maakProefgezin(db, kluis, { organisatie, medewerker: mensen[2]!, gewijzigd });
const weg = await gezin('2001-01-01');
const blijft = await gezin('2024-01-01');
/** Enough others that the planner keeps samples of the indexes, as in a real database. */
for (let i = 0; i < 20; i++) await gezin('2024-02-01');

const werk = new Map<string, () => Promise<unknown>>();
const taken = {
  registreer: (naam: string, doe: (l: object, v: { signaal: AbortSignal }) => Promise<unknown>) =>
    void werk.set(naam, () => doe({}, { signaal: new AbortController().signal })),
  plan: () => {},
} as unknown as Taken;
const kamer = (van: Databank, s: IngebedeServer, k: Kluis, sleutels: string) =>
  maakPrivacy({
    db: van,
    klok,
    kluis: k,
    sleutelmap: sleutels,
    taken,
    herschrijf: tabellen => herschrijf({ verbinding: s.beheer('lange_adem'), tabellen, eigenServer: true }),
  });
const hier = kamer(db, bron, kluis, sleutelmap);

async function akkoord(id: string): Promise<void> {
  await metActor(db, { soort: 'persoon', id }, vandaag, tx =>
    sql`update privacy.vernietigingsregel set
      tweede_door = case when eerste_door is null then null else stelsel.persoon() end,
      tweede_op = case when eerste_door is null then null else stelsel.vandaag() end,
      eerste_door = coalesce(eerste_door, stelsel.persoon()), eerste_op = coalesce(eerste_op, stelsel.vandaag())`.execute(
      tx,
    ),
  );
}
const kopieerMap = async (naam: string) => {
  await metClient(bron.beheer(), c => c.query('checkpoint'));
  cpSync(path.join(map, 'pg'), plek(naam), { recursive: true, filter: f => !/\.s\.PGSQL/.test(f) });
  return plek(naam);
};
const kopieer = (naam: string) =>
  maakReservekopie({ server: bron, map, hoofdsleutel: HOOFD, doel: plek(`${naam}.lakopie`), klok });

// @eis C4.2 C4.7 C5.4
describe('aanval: terug naar een oude reservekopie', () => {
  let cijfers: Awaited<ReturnType<typeof listCijfers>> = [];

  test('voor het wissen vindt een dief met alle sleutels alles: deze proef kan mislukken', async () => {
    await metClient(bron.beheer('lange_adem'), c => c.query('analyze'));
    cijfers = await listCijfers(bron, weg);
    expect(cijfers).toHaveLength(3);
    expect(cijfers.map(c => leest(maakKluis({ hoofdsleutel: HOOFD, map: sleutelmap }), c)).sort()).toEqual(
      [...weg.geheimen].sort(),
    );
    const voor = await kopieerMap('data-voor');
    cpSync(sleutelmap, plek('sleutels-voor'), { recursive: true });
    await kopieer('voor');
    expect(gevonden(voor, weg.termen)).toBe(weg.termen.length);
  });

  test('na het wissen staat in geen bestand van database en logboek van wijzigingen nog een spoor', async () => {
    await werk.get('vernietiging_voorstellen')!();
    for (const id of mensen.slice(0, 2)) await akkoord(id);
    await werk.get('vernietigen')!();
    expect(await hier.ruimSchijfOp()).toBe(1);
    const na = await kopieerMap('data-na');
    expect(gevonden(na, sporen(weg))).toBe(0);
    expect(cijfers.filter(c => staatErin(na, c.cijfer))).toEqual([]);
    // What stays is still there, so that looking does find.
    expect(gevonden(na, blijft.termen)).toBe(blijft.termen.length);
  });

  test('met de hoofdsleutel en de sleutelmap van erna leest niemand wat in de kopieën van ervoor staat', async () => {
    cpSync(sleutelmap, plek('sleutels-na'), { recursive: true });
    const dief = maakKluis({ hoofdsleutel: HOOFD, map: plek('sleutels-na') });
    expect(cijfers.map(c => leest(dief, c))).toEqual([null, null, null]);
    expect(gevonden(plek('sleutels-na'), sporen(weg))).toBe(0);
    const oud = plek('uit-voor');
    await zetTerug({ bron: plek('voor.lakopie'), map: oud, hoofdsleutel: HOOFD, klok });
    const s = await start(oud);
    const uitKopie = await listCijfers(s, weg);
    expect(uitKopie).toHaveLength(3);
    expect(uitKopie.map(c => leest(dief, c))).toEqual([null, null, null]);
    expect((await listCijfers(s, blijft)).map(c => leest(dief, c)).sort()).toEqual(
      [...blijft.geheimen].sort(),
    );
    await s.stop();
  });

  test('een reservekopie van erna bevat geen spoor meer', async () => {
    await kopieer('na');
    const doel = plek('uit-na');
    await zetTerug({ bron: plek('na.lakopie'), map: doel, hoofdsleutel: HOOFD, klok });
    expect(gevonden(doel, sporen(weg))).toBe(0);
    expect(gevonden(doel, blijft.termen)).toBe(blijft.termen.length);
  });

  test('wie de oude reservekopie terugzet, krijgt het gewiste niet terug', async () => {
    const doel = plek('teruggezet');
    const i = leesInstellingen({
      LA_DATA: doel,
      LA_SLEUTELMAP: sleutelmap,
      LA_SLEUTEL: HOOFD.toString('hex'),
    });
    const regels: string[] = [];
    const naspelen = (j: typeof i, schrijf: (r: string) => void) => opdrachtNaspelen(j, schrijf);
    expect(await opdrachtTerugzetten(i, [plek('voor.lakopie')], naspelen, r => regels.push(r))).toBe(0);
    expect(regels.find(r => r.startsWith('Omvang'))).toMatch(/duur [\d,]+ s, \d+ tabellen, [\d.]+ rijen\.$/);
    expect(regels).toContain('De wislijst is nagespeeld: 1 wissing is hier opnieuw uitgevoerd.');
    expect(gevonden(doel, sporen(weg))).toBe(0);
    const s = await start(doel);
    expect(await listCijfers(s, weg)).toEqual([]);
    expect(await listCijfers(s, blijft)).toHaveLength(3);
    await s.stop();
  });

  test('een teruggelegde oude sleutelmap wordt weer leeg van wat vernietigd is, of geweigerd als ook de wislijst oud is', async () => {
    const terug = plek('sleutels-terug');
    cpSync(plek('sleutels-voor'), terug, { recursive: true });
    const oudeKluis = maakKluis({ hoofdsleutel: HOOFD, map: terug });
    expect(weg.sleutels.every(s => oudeKluis.bestaat(s))).toBe(true);
    expect((await kamer(db, bron, oudeKluis, terug).vergelijk()).onbekend).toHaveLength(1);
    cpSync(path.join(sleutelmap, 'wislijst'), path.join(terug, 'wislijst'), { recursive: true });
    const kamerTerug = kamer(db, bron, oudeKluis, terug);
    expect(await kamerTerug.vergelijk()).toEqual({ ontbreekt: [], onbekend: [] });
    await kamerTerug.speelNa();
    expect(weg.sleutels.filter(s => oudeKluis.bestaat(s))).toEqual([]);
    expect(blijft.sleutels.every(s => oudeKluis.bestaat(s))).toBe(true);
    expect(cijfers.map(c => leest(oudeKluis, c))).toEqual([null, null, null]);
  });
});
