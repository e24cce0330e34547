import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Actor, metActor, metClient, sql, type Transactie } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { hefAanhoudingOp, insertAanhouding, listAanhoudingen } from '../db/bewaren.ts';
import { findPersoonsfeiten, insertPersoonslijst } from '../db/persoon-wissen.ts';
import { geefAkkoord, listBewijs, listLijsten, listRegels } from '../db/vernietigen.ts';
import {
  CIJFERKOLOMMEN,
  leesCijfer,
  listCijferkolommen,
  listCijfers,
  sleutelUit,
} from '../testing/cijfers.ts';
import { maakMedewerker, maakOrganisatie, maakProefgezin } from '../testing/proefgezin.ts';
import { vulProefgezin } from '../testing/volgezin.ts';
import { alsStelsel, type Wisdiensten } from './diensten.ts';
import { leesLijst } from './lijsten.ts';
import { voerVernietigingUit } from './vernietigen.ts';
import { speelWislijstNa, vergelijkWislijst } from './wissen.ts';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-persoon-wissen-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const klok = vasteKlok('2026-11-22T09:00:00Z');
const vandaag = klok.vandaag();
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 11), map });
const d: Wisdiensten = { db: p.app.db, klok, kluis, wislijst: maakWislijst(map) };
const organisatie = await maakOrganisatie(d.db, vandaag);
const elders = await maakOrganisatie(d.db, vandaag);
const mens = (rol: string, org = organisatie) => maakMedewerker(d.db, vandaag, org, rol);
const [een, twee, geweerd, werker] = [
  await mens('privacyfunctionaris'),
  await mens('privacyfunctionaris'),
  await mens('privacyfunctionaris'),
  await mens('professional'),
];
const als = <T>(id: string, werk: (tx: Transactie) => Promise<T>) =>
  metActor(d.db, { soort: 'persoon', id } as Actor, vandaag, werk);
const stelsel = <T>(werk: (tx: Transactie) => Promise<T>) => alsStelsel(d, werk);
const wie = { organisatie, medewerker: werker };
async function gezin(meer: { bekende?: string } = {}) {
  const g = await maakProefgezin(d.db, kluis, { ...wie, gewijzigd: '2024-01-01', gesloten: false, ...meer });
  await vulProefgezin(d.db, kluis, g, wie);
  return g;
}
const tel = async (tabel: string, id: string, kolom = 'id') =>
  (await metClient(p.beheer, c => c.query(`select 1 from ${tabel} where ${kolom} = $1`, [id]))).rowCount;
const cijfersVan = (g: { dossier: string; personen: string[] }) =>
  metClient(p.beheer, c => listCijfers(c, g.dossier, g.personen));
const zetOpLijst = (persoon: string) =>
  stelsel(tx =>
    insertPersoonslijst(tx, {
      regio: 'kennemerland',
      organisatie,
      persoon,
      soort: 'veilig_thuis',
      jaar: 2026,
      vervallenOp: '2026-11-22',
      grond: 'Wmo 2015 art. 5.3.5',
    }),
  );
async function akkoord(lijst: string): Promise<void> {
  for (const id of [een, twee]) await als(id, tx => geefAkkoord(tx, lijst));
}
const regels = (lijst: string) => als(een, tx => listRegels(tx, lijst));

const g = await gezin();
const [weg = '', blijft = ''] = g.personen;
/** Somebody of another family who is also in a second file of the same organisation, with a record that was merged. */
const ander = await gezin();
const tweede = await gezin({ bekende: ander.personen[0]! });
await stelsel(tx =>
  sql`insert into gezin.samenvoeging (id, blijft_id, opgegaan_id, score, stand)
    values (${crypto.randomUUID()}, ${ander.personen[0]!}, ${tweede.personen[0]!}, 0.9, 'bevestigd')`.execute(
    tx,
  ),
);

// @eis C4.2 C4.4
describe('één persoon wissen', () => {
  test('de proef kijkt in elke kolom die iets versleuteld bewaart, en vindt voor het wissen alles', async () => {
    expect(CIJFERKOLOMMEN).toEqual(await metClient(p.beheer, listCijferkolommen));
    const cijfers = await cijfersVan(g);
    expect([...new Set(cijfers.map(c => `${c.bij.tabel}.${c.bij.kolom}`))].sort()).toEqual(CIJFERKOLOMMEN);
    expect(cijfers.filter(c => leesCijfer(kluis, c) === null)).toEqual([]);
  });

  test('een aanhouding wint; daarna is er een nieuwe regel die weer twee akkoorden vraagt', async () => {
    const lijst = await zetOpLijst(weg);
    await als(een, tx => insertAanhouding(tx, { dossier: g.dossier, organisatie, grond: 'rechtszaak' }));
    await akkoord(lijst);
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 0 });
    expect((await regels(lijst)).map(r => [r.stand, r.reden, r.eersteDoor]).sort()).toEqual([
      ['open', null, null],
      ['overgeslagen', 'rechtszaak', een],
    ]);
    expect(await tel('gezin.persoon', weg)).toBe(1);
    const [hold] = await als(een, listAanhoudingen);
    await als(twee, tx => hefAanhoudingOp(tx, hold!.id));
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 0 });
  });

  test('wie van een van zijn dossiers is geweerd, ziet de regel niet en geeft geen akkoord', async () => {
    await stelsel(tx =>
      sql`insert into toegang.blokkade (id, persoon_id, organisatie_id, betrokkene_id, reden, van)
        values (${crypto.randomUUID()}, ${geweerd}, ${organisatie}, ${weg}, 'naaste', '2026-01-01')`.execute(
        tx,
      ),
    );
    const [lijst] = await als(een, listLijsten);
    expect(await als(een, tx => leesLijst(tx, lijst!.id))).toMatchObject({
      lijst: { omvang: 'persoon' },
      nummers: new Map([[weg, g.nummer]]),
    });
    expect((await als(geweerd, tx => leesLijst(tx, lijst!.id)))?.regels.filter(r => r.persoon)).toEqual([]);
    expect(await als(geweerd, tx => geefAkkoord(tx, lijst!.id))).toEqual({ eerste: 0, tweede: 0 });
  });

  test('daarna opent niets van hem meer en van de anderen alles; het dossier loopt door', async () => {
    const cijfers = await cijfersVan(g);
    // The draft says only inside whose statement it is.
    const isZijne = (c: (typeof cijfers)[number]) => c.persoon === weg || c.bij.tabel === 'casus.concept';
    const [zijne, andere] = [cijfers.filter(isZijne), cijfers.filter(c => !isZijne(c))];
    expect(zijne.length).toBeGreaterThanOrEqual(12);
    const [lijst] = await als(een, listLijsten);
    await akkoord(lijst!.id);
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 1 });
    expect(zijne.filter(c => leesCijfer(kluis, c) !== null)).toEqual([]);
    expect(zijne.filter(c => kluis.bestaat(sleutelUit(c)))).toEqual([]);
    expect(andere.filter(c => leesCijfer(kluis, c) === null)).toEqual([]);
    expect((await cijfersVan(g)).filter(c => c.persoon === weg)).toEqual([]);
    expect((await cijfersVan(g)).filter(c => c.persoon === blijft).length).toBeGreaterThanOrEqual(7);
    expect(await tel('casus.casus', g.dossier)).toBe(1);
  });

  test('geen tabel noemt hem nog: gezin, zoektermen, betrekkingen, verklaringen, verzoeken en lijsten', async () => {
    const alles = await metClient(p.beheer, async c => {
      const { rows } = await c.query<{ tabel: string }>(
        `select schemaname || '.' || tablename tabel from pg_tables where schemaname in ('gezin', 'casus', 'privacy', 'toegang')`,
      );
      const uit: string[] = [];
      for (const { tabel } of rows) {
        const r = await c.query(`select 1 from ${tabel} t where t::text like '%' || $1 || '%'`, [weg]);
        if (r.rowCount) uit.push(tabel);
      }
      return uit;
    });
    expect(alles).toEqual([]);
    for (const tabel of ['gezin.zoekterm', 'gezin.huishoudlid']) {
      expect(await tel(tabel, blijft, 'persoon_id')).toBeGreaterThan(0);
    }
  });

  test('zijn plaats blijft leeg staan met de taak om namen te beoordelen, en noemt niemand', async () => {
    const { rows } = await metClient(p.beheer, c =>
      c.query(
        `select gewist_op::text op, cardinality(huishoudens) huizen, beoordeeld_op from gezin.gewist where dossier_id = $1`,
        [g.dossier],
      ),
    );
    expect(rows).toEqual([{ op: '2026-11-22', huizen: 1, beoordeeld_op: null }]);
  });

  test('wie om hem van dit dossier was geweerd, blijft geweerd', async () => {
    const ziet = (id: string) =>
      als(id, async tx => {
        const { rows } = await sql<{ nee: boolean }>`select toegang.geblokkeerd(${g.dossier}) nee`.execute(
          tx,
        );
        return rows[0]?.nee;
      });
    expect(await ziet(geweerd)).toBe(true);
    expect(await ziet(een)).toBe(false);
  });

  test('het bewijs noemt soort, jaar, aantal, grond en dag, en niemand', async () => {
    const [lijst] = await als(een, listLijsten);
    expect(lijst?.uitgevoerdOp).toBe('2026-11-22');
    expect(await als(een, tx => listBewijs(tx, lijst!.id))).toEqual([
      {
        soort: 'veilig_thuis',
        jaar: 2026,
        grond: 'Wmo 2015 art. 5.3.5',
        uitgevoerdOp: '2026-11-22',
        aantal: 1,
      },
    ]);
    expect(d.wislijst.ids()).toHaveLength(1);
    expect(await vergelijkWislijst(d)).toEqual({ ontbreekt: [], onbekend: [] });
    expect(await speelWislijstNa(d)).toBe(0);
  });

  test('wie in meer dossiers van de organisatie staat, gaat uit elk, ook waar hij dubbel was vastgelegd', async () => {
    const lijst = await zetOpLijst(ander.personen[0]!);
    expect((await als(een, tx => leesLijst(tx, lijst)))?.nummers.get(ander.personen[0]!)).toBe(
      [ander.nummer, tweede.nummer].sort().join(', '),
    );
    await akkoord(lijst);
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 1 });
    for (const id of [ander.personen[0]!, tweede.personen[0]!]) {
      expect(await tel('gezin.persoon', id)).toBe(0);
      expect(await tel('toegang.betrokkenheid', id, 'betrokkene_id')).toBe(0);
    }
    for (const f of [ander, tweede]) {
      expect(await tel('gezin.persoon', f.personen[1]!)).toBe(1);
      expect(await tel('gezin.gewist', f.dossier, 'dossier_id')).toBe(1);
    }
  });

  test('houdt een andere organisatie een dossier over hem, dan blijft hij staan', async () => {
    const f = await gezin();
    const lijst = await zetOpLijst(f.personen[0]!);
    await stelsel(tx =>
      sql`insert into toegang.overdracht (id, dossier_id, van_organisatie, naar_organisatie, grond, stand, aangeboden_op, beslist_op)
        values (${crypto.randomUUID()}, ${f.dossier}, ${organisatie}, ${elders}, 'wmo_medewerking', 'aanvaard', '2026-01-01', '2026-01-02')`.execute(
        tx,
      ),
    );
    await akkoord(lijst);
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 0 });
    expect((await regels(lijst)).map(r => r.reden)).toContain('andere_organisatie');
    expect(f.sleutels.every(s => kluis.bestaat(s))).toBe(true);
    // A privacy officer of elsewhere learns nothing of him.
    const vreemd = await mens('privacyfunctionaris', elders);
    expect(await als(vreemd, tx => findPersoonsfeiten(tx, f.personen[0]!, organisatie))).toBeNull();
  });

  test('een regel die zijn persoon verloor, wordt nooit een regel van een heel dossier', async () => {
    const f = await gezin();
    const [lijst, nog] = [await zetOpLijst(f.personen[0]!), await zetOpLijst(f.personen[0]!)];
    await akkoord(lijst);
    await akkoord(nog);
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 1 });
    const standen = [...(await regels(lijst)), ...(await regels(nog))].map(r => [r.stand, r.reden]);
    expect(standen.sort()).toEqual([
      ['overgeslagen', 'persoon_weg'],
      ['vernietigd', null],
    ]);
    expect(await tel('casus.casus', f.dossier)).toBe(1);
    expect(await tel('gezin.persoon', f.personen[1]!)).toBe(1);
  });

  test('na een harde stop halverwege is herhalen genoeg: niets blijft half staan', async () => {
    const f = await gezin();
    const zijne = (await cijfersVan(f)).filter(c => c.persoon === f.personen[0]);
    await akkoord(await zetOpLijst(f.personen[0]!));
    const kapot: Wisdiensten = {
      ...d,
      kluis: { ...kluis, vernietig: () => Promise.reject(new Error('stroom weg')) },
    };
    await expect(voerVernietigingUit(kapot)).rejects.toThrow('stroom weg');
    expect(zijne.some(c => leesCijfer(kluis, c) !== null)).toBe(true);
    expect(await speelWislijstNa(d)).toBe(0);
    expect(zijne.filter(c => leesCijfer(kluis, c) !== null)).toEqual([]);
    expect(await vergelijkWislijst(d)).toEqual({ ontbreekt: [], onbekend: [] });
  });
});
