import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Actor, metActor, metClient, sql, type Transactie } from '#platform/db/index.ts';
import { vasteKlok } from '#platform/klok/index.ts';
import { maakKluis, maakWislijst } from '#platform/kluis/index.ts';
import { maakProef } from '../../../../test/proef/index.ts';
import { insertAanhouding } from '../db/bewaren.ts';
import { geefAkkoord, listBewijs, listLijsten, listRegels } from '../db/vernietigen.ts';
import { maakMedewerker, maakOrganisatie, maakProefgezin } from '../testing/proefgezin.ts';
import type { Wisdiensten } from './diensten.ts';
import { voerVernietigingUit } from './vernietigen.ts';
import { stelVerzoekenVoor, voerVerzoekenUit } from './verzoek-vernietigen.ts';
import { speelWislijstNa } from './wissen.ts';

const p = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-verzoek-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const klok = vasteKlok('2026-11-22T09:00:00Z');
const vandaag = klok.vandaag();
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 8), map });
const d: Wisdiensten = { db: p.app.db, klok, kluis, wislijst: maakWislijst(map) };
const organisatie = await maakOrganisatie(d.db, vandaag);
const functionaris = () => maakMedewerker(d.db, vandaag, organisatie, 'privacyfunctionaris');
const [een, twee] = [await functionaris(), await functionaris()];
const werker = await maakMedewerker(d.db, vandaag, organisatie, 'professional');
const als = <T>(id: string, werk: (tx: Transactie) => Promise<T>) =>
  metActor(d.db, { soort: 'persoon', id } as Actor, vandaag, werk);
const stelsel = <T>(werk: (tx: Transactie) => Promise<T>) =>
  metActor(d.db, { soort: 'stelsel', taak: 'proef' }, vandaag, werk);
const beheer = <T extends object>(vraag: string, waarden: unknown[] = []) =>
  metClient(p.beheer, async c => (await c.query<T>(vraag, waarden)).rows);

interface Verzoek {
  id: string;
  sleutel: string;
}
/** A request decided on `besluit` (null: not decided yet), laid down behind the pages: they know only today. */
async function verzoek(
  besluit: string | null,
  meer: { dossier?: string; stand?: string; ingetrokken?: string } = {},
  vroeger?: Verzoek,
): Promise<Verzoek> {
  const id = vroeger?.id ?? randomUUID();
  const sleutel = vroeger?.sleutel ?? (await kluis.nieuweSleutel('verzoek'));
  const plek = { tabel: 'privacy.verzoek', kolom: 'aanvrager', rij: id };
  const aanvrager = vroeger
    ? Buffer.from('van vroeger')
    : kluis.versleutel(sleutel, `Voorbeeld Aanvrager ${id}`, plek);
  await metClient(p.beheer, async c => {
    // Rows of years ago: nobody signs for another today, so the guard of today is off while they are laid down.
    await c.query('set session_replication_role = replica');
    await c.query(
      `insert into privacy.verzoek (id, regio, organisatie_id, soort, dossier_id, sleutel_id, aanvrager, door, leeftijd,
         wilsbekwaam, taak, ontvangen_op, vastgelegd_door, identiteit, identiteit_door, identiteit_op, einddatum, stand,
         besluit, eerste_door, eerste_op, tweede_door, tweede_op, ingetrokken_op)
       values ($1, 'kennemerland', $2, 'inzage', $3, $4, $5, 'zelf', '16_plus', true, 'veilig_thuis', '2015-01-01', $6,
         'digid', $6, '2015-01-01', $7, $8, $9, $10, $11, $12, $11, $13)`,
      [
        id,
        organisatie,
        meer.dossier ?? null,
        sleutel,
        aanvrager,
        een,
        '2015-02-01',
        meer.stand ?? (besluit ? 'besloten' : 'open'),
        besluit ? 'geweigerd' : null,
        besluit ? een : null,
        besluit,
        besluit ? twee : null,
        meer.ingetrokken ?? null,
      ],
    );
  });
  return { id, sleutel };
}
const bestaat = async (v: Verzoek) => ({
  rij: (await beheer('select 1 from privacy.verzoek where id = $1', [v.id])).length === 1,
  sleutel: kluis.bestaat(v.sleutel),
});
const WEG = { rij: false, sleutel: false };
const ER = { rij: true, sleutel: true };

const gezin = await maakProefgezin(d.db, kluis, { organisatie, medewerker: werker, gewijzigd: '2024-01-01' });
const vast = await maakProefgezin(d.db, kluis, { organisatie, medewerker: werker, gewijzigd: '2024-01-01' });
// Five years after the decision, the house's own agreement: until and including 21 November 2026 it is kept.
const oud = await verzoek('2021-11-21');
const metDossier = await verzoek('2019-05-01', { dossier: gezin.dossier });
const jong = await verzoek('2021-11-22');
const open = await verzoek(null);
const ingetrokken = await verzoek(null, { stand: 'ingetrokken', ingetrokken: '2020-03-01' });
const gehouden = await verzoek('2018-01-01', { dossier: vast.dossier });
const openLijst = async () => {
  const l = (await als(een, listLijsten)).find(x => x.uitgevoerdOp === null);
  if (!l) throw new Error('geen open lijst');
  return l;
};
const regels = async () => als(een, async tx => listRegels(tx, (await openLijst()).id));
const akkoord = async (wie: string) => als(wie, async tx => geefAkkoord(tx, (await openLijst()).id));

// @eis C4.3
describe('verzoeken vernietigen na hun termijn', () => {
  test('het stelsel stelt precies de afgehandelde verzoeken voor waarvan de termijn om is, ook zonder dossier', async () => {
    await als(een, tx => insertAanhouding(tx, { dossier: vast.dossier, organisatie, grond: 'rechtszaak' }));
    expect(await stelVerzoekenVoor(d)).toBe(3);
    const op = await regels();
    expect(new Set(op.map(r => r.verzoek))).toEqual(new Set([oud.id, metDossier.id, ingetrokken.id]));
    expect(op.find(r => r.verzoek === oud.id)).toMatchObject({
      soort: 'verzoek',
      jaar: 2021,
      vervallenOp: '2026-11-22',
      dossier: null,
    });
    expect((await openLijst()).soort).toBe('verzoek');
    expect(await stelVerzoekenVoor(d)).toBe(0);
  });
  test('wie van het dossier is geweerd, ziet de regel van dat verzoek niet en geeft er geen akkoord op', async () => {
    const derde = await functionaris();
    await stelsel(tx =>
      sql`insert into toegang.blokkade (id, persoon_id, organisatie_id, dossier_id, reden, van)
        values (${randomUUID()}, ${derde}, ${organisatie}, ${gezin.dossier}, 'naaste', ${vandaag.toString()})`.execute(
        tx,
      ),
    );
    expect(await akkoord(derde)).toEqual({ eerste: 2, tweede: 0 });
    const [van] = (await regels()).filter(r => r.verzoek === metDossier.id);
    expect(van?.eersteDoor).toBeNull();
  });
  test('met één akkoord gebeurt er niets, en wat dossiers vernietigt slaat verzoeken niet over', async () => {
    expect(await voerVerzoekenUit(d)).toBe(0);
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 0 });
    expect((await regels()).every(r => r.stand === 'open')).toBe(true);
  });
  test('met twee akkoorden zijn rij en sleutel weg; wat niet op de lijst stond blijft', async () => {
    expect(await akkoord(een)).toEqual({ eerste: 1, tweede: 2 });
    expect(await voerVernietigingUit(d)).toEqual({ vernietigd: 0 });
    expect(await voerVerzoekenUit(d)).toBe(2);
    for (const v of [oud, ingetrokken]) expect(await bestaat(v)).toEqual(WEG);
    for (const v of [jong, open, gehouden, metDossier]) expect(await bestaat(v)).toEqual(ER);
  });
  test('een aanhouding van het dossier na het akkoord wint nog steeds', async () => {
    const lijst = (await openLijst()).id;
    await als(een, tx => insertAanhouding(tx, { dossier: gezin.dossier, organisatie, grond: 'klacht' }));
    expect(await akkoord(twee)).toEqual({ eerste: 0, tweede: 1 });
    expect(await voerVerzoekenUit(d)).toBe(0);
    expect(await bestaat(metDossier)).toEqual(ER);
    const regel = (await als(een, tx => listRegels(tx, lijst))).find(r => r.verzoek === metDossier.id);
    expect(regel).toMatchObject({ stand: 'overgeslagen', reden: 'klacht' });
  });
  test('het bewijs noemt soort, jaar, aantal, grond en dag, en niemand', async () => {
    const [lijst] = await als(een, listLijsten);
    expect(lijst?.uitgevoerdOp).toBe('2026-11-22');
    const basis = { soort: 'verzoek', grond: 'AVG art. 5(2)', uitgevoerdOp: '2026-11-22', aantal: 1 };
    expect(await als(een, tx => listBewijs(tx, lijst?.id ?? ''))).toEqual([
      { ...basis, jaar: 2020 },
      { ...basis, jaar: 2021 },
    ]);
    const over = JSON.stringify([
      await beheer('select * from privacy.vernietiging'),
      await beheer("select * from privacy.vernietigingsregel where stand = 'vernietigd'"),
    ]);
    for (const v of [oud, ingetrokken]) {
      expect(over).not.toContain(v.id);
      expect(over).not.toContain(v.sleutel);
    }
  });
  test('wat vernietigd is staat in het logboek', async () => {
    const gelogd = await beheer<{ object: string }>(
      "select object from audit.logregel where handeling = 'verwijderen' and soort = 'verzoek'",
    );
    expect(new Set(gelogd.map(r => r.object))).toEqual(new Set([oud.id, ingetrokken.id]));
  });
  test('een teruggezette oudere database vernietigt ze opnieuw voordat iets wordt getoond', async () => {
    await verzoek('2021-11-21', {}, oud);
    await beheer('delete from privacy.wisregel');
    expect((await bestaat(oud)).rij).toBe(true);
    expect(await speelWislijstNa(d)).toBe(2);
    expect(await bestaat(oud)).toEqual(WEG);
  });
  test('na een harde stop tussen rij en sleutel is herhalen genoeg', async () => {
    const half = await verzoek('2015-05-05');
    await stelVerzoekenVoor(d);
    for (const wie of [een, twee]) await akkoord(wie);
    const kapot: Wisdiensten = {
      ...d,
      kluis: { ...kluis, vernietig: () => Promise.reject(new Error('stroom weg')) },
    };
    await expect(voerVerzoekenUit(kapot)).rejects.toThrow('stroom weg');
    expect(await bestaat(half)).toEqual({ rij: false, sleutel: true });
    await speelWislijstNa(d);
    expect(await bestaat(half)).toEqual(WEG);
  });
});
