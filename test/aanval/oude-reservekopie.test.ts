import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { insertPersoonslijst } from '#modules/privacy/db/persoon-wissen.ts';
import { maakPrivacy } from '#modules/privacy/module.ts';
import { CIJFERKOLOMMEN, type Cijfer, leesCijfer, listCijfers } from '#modules/privacy/testing/cijfers.ts';
import {
  maakMedewerker,
  maakOrganisatie,
  maakProefgezin,
  type Proefgezin,
} from '#modules/privacy/testing/proefgezin.ts';
import { vulProefgezin } from '#modules/privacy/testing/volgezin.ts';
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
import { type Kluis, maakKluis } from '#platform/kluis/index.ts';
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

/** Which of these bytes stand in any file below this folder; each file is read once. */
function staatErin(folder: string, naalden: readonly Buffer[]): Buffer[] {
  const over = new Set(naalden);
  for (const f of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (over.size === 0) break;
    if (!f.isFile()) continue;
    const inhoud = readFileSync(path.join(f.parentPath, f.name));
    for (const n of over) if (inhoud.includes(n)) over.delete(n);
  }
  return naalden.filter(n => !over.has(n));
}
/** Everything by which a person could be known: names, numbers and the blind indexes that keys let one guess. */
const sporen = (g: Proefgezin): Buffer[] => [
  ...[...g.geheimen, g.nummer].map(t => Buffer.from(t)),
  ...g.termen,
];
const gevonden = (folder: string, naalden: Buffer[]) => staatErin(folder, naalden).length;

/** Ciphertext as a thief finds it in a database, with the cell it stands in: every column of the house. */
const cijfersUit = (s: IngebedeServer, g: Proefgezin): Promise<Cijfer[]> =>
  metClient(s.beheer('lange_adem'), c => listCijfers(c, g.dossier, g.personen));
const open = (k: Kluis, lijst: readonly Cijfer[]) => lijst.filter(c => leesCijfer(k, c) !== null);
/** Tables that are not rewritten after erasure: what stands there is closed by a key that is gone. */
const NIET_HERSCHREVEN = ['casus.notitie_versie', 'casus.documentdeel', 'casus.concept'];

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
const wie = { organisatie, medewerker: mensen[2]! };
const gezin = (gewijzigd: string) => maakProefgezin(db, kluis, { ...wie, gewijzigd });
const weg = await gezin('2001-01-01');
const blijft = await gezin('2024-01-01');
/** A family of which one asked to be erased alone. */
const deels = await gezin('2024-01-01');
const [eruit = '', erin = ''] = deels.personen;
for (const g of [weg, blijft, deels]) await vulProefgezin(db, kluis, g, wie);
/** His own, by the owner of the row; a draft says only inside whose statement it is. */
const isZijne = (c: Cijfer) => c.persoon === eruit || c.bij.tabel === 'casus.concept';
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

// @eis C4.2 C4.4 C4.7 C5.4
describe('aanval: terug naar een oude reservekopie', () => {
  let cijfers: Cijfer[] = [];
  let zijne: Cijfer[] = [];
  let andere: Cijfer[] = [];
  /** Blind indexes of who was erased alone: those that no other row of his family shares. */
  let termen: Buffer[] = [];

  test('voor het wissen vindt een dief met alle sleutels alles: deze proef kan mislukken', async () => {
    await metClient(bron.beheer('lange_adem'), c => c.query('analyze'));
    cijfers = await cijfersUit(bron, weg);
    expect([...new Set(cijfers.map(c => `${c.bij.tabel}.${c.bij.kolom}`))].sort()).toEqual(CIJFERKOLOMMEN);
    const dief = maakKluis({ hoofdsleutel: HOOFD, map: sleutelmap });
    expect(cijfers.map(c => leesCijfer(dief, c)).sort()).toEqual([...weg.geheimen].sort());
    const vanDeels = await cijfersUit(bron, deels);
    zijne = vanDeels.filter(isZijne);
    andere = vanDeels.filter(c => !isZijne(c));
    expect(open(dief, zijne)).toHaveLength(zijne.length);
    termen = await metClient(bron.beheer('lange_adem'), async c => {
      const { rows } = await c.query<{ t: Buffer }>(
        'select term t from gezin.zoekterm where persoon_id = $1 union select gelijk from gezin.adres where persoon_id = $1',
        [eruit],
      );
      return rows.map(r => r.t);
    });
    const voor = await kopieerMap('data-voor');
    cpSync(sleutelmap, plek('sleutels-voor'), { recursive: true });
    await kopieer('voor');
    expect(gevonden(voor, weg.termen)).toBe(weg.termen.length);
    expect(gevonden(voor, termen)).toBe(2);
  });

  test('na het wissen staat in geen bestand van database en logboek van wijzigingen nog een spoor', async () => {
    await werk.get('vernietiging_voorstellen')!();
    await metActor(db, { soort: 'stelsel', taak: 'proef' }, vandaag, tx =>
      insertPersoonslijst(tx, {
        regio: 'kennemerland',
        organisatie,
        persoon: eruit,
        soort: 'veilig_thuis',
        jaar: 2026,
        vervallenOp: vandaag.toString(),
        grond: 'Wmo 2015 art. 5.3.5',
      }),
    );
    for (const id of mensen.slice(0, 2)) await akkoord(id);
    await werk.get('vernietigen')!();
    expect(await hier.ruimSchijfOp()).toBe(2);
    const na = await kopieerMap('data-na');
    expect(gevonden(na, [...sporen(weg), ...termen])).toBe(0);
    const herschreven = [...cijfers, ...zijne].filter(c => !NIET_HERSCHREVEN.includes(c.bij.tabel));
    expect(
      staatErin(
        na,
        herschreven.map(c => c.cijfer),
      ),
    ).toEqual([]);
    // What stays is still there, so that looking does find.
    expect(gevonden(na, blijft.termen)).toBe(blijft.termen.length);
    expect(
      gevonden(
        na,
        deels.termen.filter(t => !termen.some(x => x.equals(t))),
      ),
    ).toBe(deels.termen.length - 2);
  });

  test('met de hoofdsleutel en de sleutelmap van erna leest niemand wat in de kopieën van ervoor staat', async () => {
    cpSync(sleutelmap, plek('sleutels-na'), { recursive: true });
    const dief = maakKluis({ hoofdsleutel: HOOFD, map: plek('sleutels-na') });
    expect(open(dief, cijfers)).toEqual([]);
    expect(gevonden(plek('sleutels-na'), sporen(weg))).toBe(0);
    const oud = plek('uit-voor');
    await zetTerug({ bron: plek('voor.lakopie'), map: oud, hoofdsleutel: HOOFD, klok });
    const s = await start(oud);
    const uitKopie = await cijfersUit(s, weg);
    expect(uitKopie).toHaveLength(cijfers.length);
    expect(open(dief, uitKopie)).toEqual([]);
    expect((await cijfersUit(s, blijft)).map(c => leesCijfer(dief, c)).sort()).toEqual(
      [...blijft.geheimen].sort(),
    );
    const uitDeels = await cijfersUit(s, deels);
    expect(uitDeels.filter(isZijne)).toHaveLength(zijne.length);
    expect(open(dief, uitDeels.filter(isZijne))).toEqual([]);
    expect(
      open(
        dief,
        uitDeels.filter(c => !isZijne(c)),
      ),
    ).toHaveLength(andere.length);
    await s.stop();
  });

  test('een reservekopie van erna bevat geen spoor meer', async () => {
    await kopieer('na');
    const doel = plek('uit-na');
    await zetTerug({ bron: plek('na.lakopie'), map: doel, hoofdsleutel: HOOFD, klok });
    expect(gevonden(doel, [...sporen(weg), ...termen])).toBe(0);
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
    expect(regels).toContain('De wislijst is nagespeeld: 2 wissingen zijn hier opnieuw uitgevoerd.');
    expect(gevonden(doel, [...sporen(weg), ...termen])).toBe(0);
    const s = await start(doel);
    expect(await cijfersUit(s, weg)).toEqual([]);
    expect(await cijfersUit(s, blijft)).toHaveLength(blijft.geheimen.length);
    const over = await cijfersUit(s, deels);
    expect(over.filter(isZijne)).toEqual([]);
    expect(over).toHaveLength(andere.length);
    // Who serves this copy sees the family of who stays, and the empty place with its task.
    const plaatsen = await metClient(s.beheer('lange_adem'), c =>
      c.query(
        `select (select count(*)::int from gezin.gewist where dossier_id = $1 and beoordeeld_op is null) leeg,
          array(select betrokkene_id from toegang.betrokkenheid where dossier_id = $1) mensen`,
        [deels.dossier],
      ),
    );
    expect(plaatsen.rows).toEqual([{ leeg: 1, mensen: [erin] }]);
    await s.stop();
  });

  test('een teruggelegde oude sleutelmap wordt weer leeg van wat vernietigd is, of geweigerd als ook de wislijst oud is', async () => {
    const terug = plek('sleutels-terug');
    cpSync(plek('sleutels-voor'), terug, { recursive: true });
    const oudeKluis = maakKluis({ hoofdsleutel: HOOFD, map: terug });
    expect(weg.sleutels.every(s => oudeKluis.bestaat(s))).toBe(true);
    expect((await kamer(db, bron, oudeKluis, terug).vergelijk()).onbekend).toHaveLength(2);
    cpSync(path.join(sleutelmap, 'wislijst'), path.join(terug, 'wislijst'), { recursive: true });
    const kamerTerug = kamer(db, bron, oudeKluis, terug);
    expect(await kamerTerug.vergelijk()).toEqual({ ontbreekt: [], onbekend: [] });
    await kamerTerug.speelNa();
    expect(weg.sleutels.filter(s => oudeKluis.bestaat(s))).toEqual([]);
    expect(blijft.sleutels.every(s => oudeKluis.bestaat(s))).toBe(true);
    expect(open(oudeKluis, [...cijfers, ...zijne])).toEqual([]);
    expect(open(oudeKluis, andere)).toHaveLength(andere.length);
  });
});
