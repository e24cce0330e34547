import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { beginKennisgeving } from '#modules/privacy/index.ts';
import { maakMedewerker, maakOrganisatie } from '#modules/privacy/testing/proefgezin.ts';
import { vernietigSleutels, wisDossier } from '#modules/privacy/usecases/wissen.ts';
import { zaaiGezinnen } from '#modules/simulatie/module.ts';
import { controleerLogboek, ondertekensleutel, startVerzegelaar, wortelpad } from '#platform/audit/index.ts';
import { leesInstellingen } from '#platform/config/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import {
  type Databank,
  type IngebedeServer,
  maakPool,
  metActor,
  metClient,
  migreer,
  startIngebed,
} from '#platform/db/index.ts';
import { systeemklok as klok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakReservekopie, zetTerug } from '#platform/reservekopie/index.ts';
import { opdrachtNaspelen } from '#src/samenstelling/wissen.ts';

/** Size of the drill: households, and how many of their files are erased after the copy was made. */
const GEZINNEN = 200;
const GEWIST = 10;

const HOOFD = Buffer.alloc(32, 5);
const wortel = path.join(WORTEL, '.test', `hersteloefening-${process.pid}`);
const plek = (naam: string) => path.join(wortel, naam);
const [map, sleutelmap, kopie, doel] = ['data', 'sleutels', 'oefening.lakopie', 'terug'].map(plek) as [
  string,
  string,
  string,
  string,
];
rmSync(wortel, { recursive: true, force: true });
mkdirSync(wortel, { recursive: true });
const servers: IngebedeServer[] = [];
// With every write forced to disk, as in use.
const start = async (m: string) => {
  const s = await startIngebed(m);
  servers.push(s);
  return s;
};
afterAll(async () => {
  for (const s of servers) await s.stop();
  rmSync(wortel, { recursive: true, force: true });
});

const vandaag = klok.vandaag();
const kluis = maakKluis({ hoofdsleutel: HOOFD, map: sleutelmap });

async function metApp<T>(s: IngebedeServer, werk: (db: Databank) => Promise<T>): Promise<T> {
  const pool = maakPool(s.verbinding('app'), 4);
  return werk(pool.db).finally(() => pool.sluit());
}

/** Families through the acts by which a professional lays them down, and a log that is sealed up to the last row. */
const zaai = (s: IngebedeServer) =>
  metApp(s, async db => {
    const organisatie = await maakOrganisatie(db, vandaag);
    const persoonId = await maakMedewerker(db, vandaag, organisatie, 'professional');
    expect(
      await zaaiGezinnen(
        { db, kluis, vandaag, nu: klok.nu(), demo: true, beginKennisgeving, persoonId },
        GEZINNEN,
      ),
    ).toBe(GEZINNEN);
    const zegelaar = startVerzegelaar({ db, kluis, sleutelmap, klok, elke: 3_600_000 });
    await zegelaar.ronde(true);
    await zegelaar.stop();
  });

const dossiers = (s: IngebedeServer) =>
  metClient(s.beheer('lange_adem'), async c =>
    (await c.query<{ id: string }>('select id from casus.casus order by nummer')).rows.map(r => r.id),
  );

/** Erases files as an approved list does: line on the erasure list, rows, keys. */
const wis = (s: IngebedeServer, ids: readonly string[]) =>
  metApp(s, async db => {
    const d = { db, klok, kluis, wislijst: maakWislijst(sleutelmap) };
    for (const id of ids) {
      const sleutels = await metActor(db, { soort: 'stelsel', taak: 'vernietigen' }, vandaag, tx =>
        wisDossier(d, tx, id),
      );
      await vernietigSleutels(d, sleutels);
    }
  });

const telling = (s: IngebedeServer) =>
  metClient(s.beheer('lange_adem'), async c => {
    const { rows } = await c.query<{ personen: number; notities: number }>(
      'select (select count(*)::int from gezin.persoon) personen, (select count(*)::int from casus.notitie) notities',
    );
    return rows[0] ?? { personen: 0, notities: 0 };
  });

/** Opens every note that is there; returns how many. */
const leesNotities = (s: IngebedeServer) =>
  metClient(s.beheer('lange_adem'), async c => {
    const { rows } = await c.query<{ id: string; versie: number; inhoud: Buffer }>(
      'select id, versie, inhoud from casus.notitie',
    );
    for (const r of rows) {
      const bij = { tabel: 'casus.notitie', kolom: 'inhoud', rij: `${r.id}/${r.versie}` };
      expect(kluis.ontsleutel(r.inhoud, bij).length).toBeGreaterThan(0);
    }
    return rows.length;
  });

// @eis C4.7
test(`oefening: ${GEZINNEN} gezinnen kopiëren, terugzetten, vergelijken en ${GEWIST} wissingen naspelen`, async () => {
  const bron = await start(map);
  await migreer(bron.verbinding('eigenaar'));
  await zaai(bron);
  const gemaakt = await maakReservekopie({ server: bron, map, hoofdsleutel: HOOFD, doel: kopie, klok });
  const voor = { ...(await telling(bron)), dossiers: await dossiers(bron) };
  expect(voor.dossiers).toHaveLength(GEZINNEN);
  await wis(bron, voor.dossiers.slice(0, GEWIST));
  const na = await telling(bron);
  await bron.stop();

  const terug = await zetTerug({ bron: kopie, map: doel, hoofdsleutel: HOOFD, klok });
  expect(terug).toMatchObject({ tabellen: gemaakt.tabellen, rijen: gemaakt.rijen });
  const begin = klok.nu();
  const i = leesInstellingen({
    LA_DATA: doel,
    LA_SLEUTELMAP: sleutelmap,
    LA_SLEUTEL: HOOFD.toString('hex'),
    LA_DEMO: '0',
  });
  const regels: string[] = [];
  expect(await opdrachtNaspelen(i, r => void regels.push(r))).toBe(0);
  const naspelen = klok.nu().since(begin).total('seconds');
  expect(regels.join()).toContain(`${GEWIST} wissingen`);

  // What is served afterwards: without what was erased since, the rest whole and readable, the log as it was sealed.
  const hersteld = await start(doel);
  expect(await dossiers(hersteld)).toEqual(voor.dossiers.slice(GEWIST));
  expect(await telling(hersteld)).toEqual(na);
  expect(await leesNotities(hersteld)).toBe(na.notities);
  const rapport = await metApp(hersteld, db =>
    controleerLogboek(db, wortelpad(sleutelmap), ondertekensleutel(kluis).publiek),
  );
  expect(rapport.bevindingen).toEqual([]);
  await hersteld.stop();

  const uitslag = {
    gezinnen: GEZINNEN,
    personen: voor.personen,
    notities: voor.notities,
    gewist: GEWIST,
    rijen: gemaakt.rijen,
    tabellen: gemaakt.tabellen,
    bytes: gemaakt.bytes,
    seconden: {
      kopie: gemaakt.duur / 1000,
      terugzetten: (terug.duur - terug.vergelijken) / 1000,
      vergelijken: terug.vergelijken / 1000,
      naspelen,
    },
  };
  console.log(JSON.stringify(uitslag));
  writeFileSync(path.join(WORTEL, '.test/hersteloefening.json'), JSON.stringify(uitslag));
}, 900_000);
