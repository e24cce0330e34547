import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { haalDocument } from '#modules/casus/usecases/document.ts';
import { leesCasus } from '#modules/casus/usecases/lees.ts';
import { readVeiligContact, volleNaam, zetVeiligContact } from '#modules/gezin/index.ts';
import { listEerderContact } from '#modules/gezin/usecases/contact.ts';
import { beginKennisgeving } from '#modules/privacy/index.ts';
import { readVerzoek } from '#modules/privacy/usecases/verzoek.ts';
import { lidmaatschappenVan } from '#modules/toegang/index.ts';
import { controleerLogboek, ondertekensleutel, wortelpad } from '#platform/audit/index.ts';
import { WORTEL } from '#platform/config/wortel.ts';
import {
  maakDatabase,
  maakPool,
  metActor,
  metClient,
  migreer,
  type Pool,
  ROLLEN,
  type Rolcode,
  type Transactie,
  type Verbinding,
  verzamelMigraties,
} from '#platform/db/index.ts';
import { type Kluis, maakKluis } from '#platform/kluis/index.ts';
import { alsRol } from '../proef/cluster.ts';
import {
  type Bewaard,
  hashVan,
  leesBewaard,
  listTabellen,
  VERZONNEN_HOOFDSLEUTEL,
  zetRijenTerug,
  zetSleutelsTerug,
} from './bewaard.ts';

const bewaarde = readdirSync(import.meta.dirname)
  .filter(n => n.endsWith('.json.gz'))
  .map(n => n.replace(/\.json\.gz$/, ''));
/** Saved after the first release of casework; its texts are in `test/proces/dossierwerk.ts` of that release. */
const MET_DOSSIERS = '0.1.0-dossiers';

test('er is een bewaarde database om van op te waarderen, ook een met dossiers', () => {
  expect(bewaarde).toContain('0.1.0');
  expect(bewaarde).toContain(MET_DOSSIERS);
});

/** A database of its own that stands as it was saved. */
async function zetNeer(b: Bewaard, volg: string) {
  const { beheer, wachtwoorden, sjabloon } = inject('cluster');
  const naam = `${sjabloon.replace(/_sjabloon$/, '')}_op_${process.pid}_${volg}`;
  const verbinding = (rol: Rolcode): Verbinding =>
    alsRol(beheer, ROLLEN[rol], wachtwoorden[rol] ?? '', naam);
  const opNaam: Verbinding =
    typeof beheer === 'string'
      ? Object.assign(new URL(beheer), { pathname: `/${naam}` }).toString()
      : { ...beheer, database: naam };
  await metClient(beheer, c => maakDatabase(c, naam));
  const toen = new Set(b.migraties.map(m => m.naam));
  await migreer(verbinding('eigenaar'), verzamelMigraties().filter(m => toen.has(m.naam)));
  await metClient(opNaam, c => zetRijenTerug(c, b));
  const weg = () => metClient(beheer, c => c.query(`drop database if exists "${naam}" with (force)`));
  return { verbinding, opNaam, weg };
}
type Neergezet = Awaited<ReturnType<typeof zetNeer>>;

/** For the report of the full run, and on the screen: how long the upgrade itself took. */
function schrijfOp(uitgave: string, rijen: number, seconden: number): void {
  console.log(`Opwaarderen van ${uitgave} (${rijen} rijen): ${seconden.toFixed(2)} s.`);
  const map = path.join(WORTEL, '.test/opwaarderen');
  mkdirSync(map, { recursive: true });
  writeFileSync(path.join(map, `${uitgave}.json`), JSON.stringify({ uitgave, rijen, seconden }));
}

/** As it was before safe contact had fields of its own per way: one text, one answer on who reads along. */
const OUD_CONTACT = 'Alleen op dinsdag bellen; haar zus luistert mee.';
async function legOudContactVast(d: Neergezet, b: Bewaard): Promise<void> {
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-oud-contact-'));
  zetSleutelsTerug(b, map);
  const kluis = maakKluis({ hoofdsleutel: VERZONNEN_HOOFDSLEUTEL, map });
  await metClient(d.opNaam, async c => {
    const { rows } = await c.query<{ id: string; sleutel: string }>(
      `select p.id, p.sleutel_id sleutel from gezin.persoon p join toegang.betrokkenheid k on k.betrokkene_id = p.id
       join casus.document d on d.casus_id = k.dossier_id limit 1`,
    );
    const { id = '', sleutel = '' } = rows[0] ?? {};
    const plaats = { tabel: 'gezin.veilig_contact', kolom: 'toelichting', rij: id };
    await c.query(
      `insert into gezin.veilig_contact (persoon_id, bellen, schrijven, mailen, leest_mee, toelichting, vastgesteld_op)
       values ($1, 'ja', 'nee', 'onbekend', 'ja', $2, '2026-10-01')`,
      [id, kluis.versleutel(sleutel, OUD_CONTACT, plaats)],
    );
  });
  rmSync(map, { recursive: true, force: true });
}

const bewaard = new Map(bewaarde.map(n => [n, leesBewaard(n)]));
const gezet = new Map<string, Neergezet>();
const rijenVan = (b: Bewaard) => Object.values(b.tabellen).reduce((n, t) => n + t.length, 0);

beforeAll(async () => {
  for (const [uitgave, b] of bewaard) {
    const d = await zetNeer(b, String(gezet.size));
    gezet.set(uitgave, d);
    if (uitgave === MET_DOSSIERS) await legOudContactVast(d, b);
    const begin = performance.now();
    await migreer(d.verbinding('eigenaar'));
    schrijfOp(uitgave, rijenVan(b), (performance.now() - begin) / 1000);
  }
});
afterAll(async () => {
  for (const d of gezet.values()) await d.weg();
});

// @eis A1.7 C4.7
describe.each([...bewaard])('bewaarde database van uitgave %s', (uitgave, b) => {
  test('de migraties van toen zijn niet veranderd', () => {
    const nu = new Map(verzamelMigraties().map(m => [m.naam, hashVan(m.pad)]));
    expect(b.migraties.filter(m => nu.get(m.naam) !== m.hash).map(m => m.naam)).toEqual([]);
  });

  test('waardeert op naar deze uitgave zonder een rij te verliezen', async () => {
    await metClient(gezet.get(uitgave)?.opNaam ?? '', async c => {
      const tabellen = new Set(await listTabellen(c));
      for (const [tabel, rijen] of Object.entries(b.tabellen)) {
        expect(tabellen.has(tabel), tabel).toBe(true);
        const r = await c.query<{ n: number }>(`select count(*)::int n from ${tabel}`);
        expect(r.rows[0]?.n, tabel).toBeGreaterThanOrEqual(rijen.length);
      }
    });
  });
});

// @eis A1.7
test('de raadsopmerkingen van de eerste uitgave zijn er na opwaarderen alle 37 nog', async () => {
  await metClient(gezet.get('0.1.0')?.opNaam ?? '', async c => {
    const r = await c.query<{ n: number }>(
      "select count(*)::int n from programma.onderdeel where soort = 'raadsopmerking' and regio = 'kennemerland'",
    );
    expect(r.rows[0]?.n).toBe(37);
  });
});

// @eis C4.7
describe('na opwaarderen van een database met dossiers', () => {
  const b = leesBewaard(MET_DOSSIERS);
  const map = mkdtempSync(path.join(os.tmpdir(), 'la-opwaarderen-'));
  const vandaag = Temporal.PlainDate.from(b.bewaardOp);
  const nu = vandaag.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '23:00' }).toInstant();
  let d: Neergezet;
  let pool: Pool;
  let kluis: Kluis;
  beforeAll(async () => {
    zetSleutelsTerug(b, map);
    kluis = maakKluis({ hoofdsleutel: VERZONNEN_HOOFDSLEUTEL, map });
    const er = gezet.get(MET_DOSSIERS);
    if (!er) throw new Error('Er is geen bewaarde database met dossiers.');
    d = er;
    pool = maakPool(d.verbinding('app'), 2);
  });
  afterAll(async () => {
    await pool.sluit();
    rmSync(map, { recursive: true, force: true });
  });
  const eerste = <T>(tekst: string) =>
    metClient(d.opNaam, async c => (await c.query(tekst)).rows[0] as T);
  const controleer = () =>
    controleerLogboek(pool.db, wortelpad(map), ondertekensleutel(kluis).publiek);

  test('klopt het logboek van toen, met elke ondertekende wortel', async () => {
    const r = await controleer();
    expect(r).toMatchObject({ goed: true, bevindingen: [], wachtend: 0 });
    expect(r.verzegeld).toBe(b.tabellen['audit.logregel']?.length);
    expect(r.wortels).toBeGreaterThan(0);
  });

  test('en wordt één gewijzigde regel van toen gevonden: deze proef kan mislukken', async () => {
    const zet = (van: string, naar: string) =>
      metClient(d.opNaam, async c => {
        await c.query('set session_replication_role = replica');
        const { rowCount } = await c.query(
          "update audit.logregel set uitkomst = $2 where volgorde = 200 and uitkomst = $1",
          [van, naar],
        );
        expect(rowCount).toBe(1);
      });
    await zet('toegestaan', 'geweigerd');
    expect((await controleer()).bevindingen.map(x => x.code)).toEqual(['gewijzigd']);
    await zet('geweigerd', 'toegestaan');
  });

  test('gaan naam, notitie, verklaring, document, concept en verzoek open voor wie er toen bij mocht', async () => {
    const wie = await eerste<{ persoon: string; casus: string; document: string }>(
      `select r.persoon_id persoon, d.casus_id casus, d.id document
       from casus.document d join toegang.relatie r on r.dossier_id = d.casus_id`,
    );
    const actor = { soort: 'persoon' as const, id: wie.persoon };
    const lidmaatschappen = await metActor(pool.db, actor, vandaag, tx =>
      lidmaatschappenVan(tx, wie.persoon, vandaag),
    );
    const doen = { db: pool.db, kluis, actor, lidmaatschappen, vandaag, nu, demo: true, beginKennisgeving };
    const blad = await leesCasus(doen, wie.casus, 'inzien');
    if (!blad.ok) throw new Error(blad.weigering.code);
    const { personen, notities, verklaringen, documenten, concepten, namen } = blad.waarde;
    expect(personen.length).toBeGreaterThan(0);
    for (const p of personen) expect(volleNaam(p.gegevens)).toMatch(/^\p{Lu}\p{Ll}+ .*\p{Lu}/u);
    expect(notities.rijen.length).toBeGreaterThan(0);
    for (const n of notities.rijen) expect(n.inhoud).toMatch(/^\p{L}.*\.$/su);
    expect(verklaringen.map(v => v.inhoud)).toEqual(['Ik wil dat het thuis rustig blijft.']);
    expect(documenten.map(x => x.naam)).toEqual(['verslag.txt']);
    expect(concepten.notitie?.velden).toEqual({ inhoud: 'Half geschreven.' });
    expect(namen.get(wie.persoon)).toBe('Voorbeeld Professional');
    const doc = await haalDocument(doen, wie.casus, wie.document);
    expect(doc.ok && doc.waarde.inhoud.toString()).toBe('Verzonnen verslag van een gesprek.');
    const verzoek = await eerste<{ id: string }>("select id from privacy.verzoek where soort = 'vernietiging'");
    const v = await metActor(pool.db, actor, vandaag, tx => readVerzoek(tx, kluis, verzoek.id));
    expect(v?.aanvrager).toBe('Verzonnen Voorbeeld, bel na vier uur');
  });

  // @eis C1.2 C4.7
  test('staat wat in één tekst over veilig contact stond er nog, en geldt het antwoord voor elke weg', async () => {
    const wie = await eerste<{ persoon: string; mens: string }>(
      `select v.persoon_id mens, r.persoon_id persoon from gezin.veilig_contact v
       join toegang.betrokkenheid k on k.betrokkene_id = v.persoon_id
       join toegang.relatie r on r.dossier_id = k.dossier_id where r.tot is null`,
    );
    const als = <T>(werk: (tx: Transactie) => Promise<T>) =>
      metActor(pool.db, { soort: 'persoon', id: wie.persoon }, vandaag, werk);
    const oud = await als(tx => readVeiligContact(tx, kluis, wie.mens));
    expect(oud).toMatchObject({
      eerderGenoteerd: OUD_CONTACT,
      versie: 1,
      vastgesteldOp: '2026-10-01',
      wegen: {
        bellen: { mag: 'ja', mee: 'ander', waar: '', wanneer: '' },
        schrijven: { mag: 'nee', mee: 'ander' },
        mailen: { mag: 'onbekend', mee: 'ander' },
      },
    });
    if (!oud) throw new Error('Het veilig contact is weg.');
    // Saving leaves it where it stands; only who says that it was worked in takes it out, and the versions keep it.
    for (const eerderVerwerkt of [false, true]) {
      const nu = { wegen: oud.wegen, taal: 'nl', tolk: false, persoon: wie.mens };
      const versie = eerderVerwerkt ? 2 : 1;
      const r = await als(tx => zetVeiligContact(tx, kluis, { ...nu, versie, eerderVerwerkt }));
      expect(r.ok).toBe(true);
      const na = await als(tx => readVeiligContact(tx, kluis, wie.mens));
      expect(na?.eerderGenoteerd).toBe(eerderVerwerkt ? '' : OUD_CONTACT);
    }
    const versies = await als(tx => listEerderContact(tx, kluis, wie.mens));
    expect(versies.map(v => [v.versie, v.eerderGenoteerd])).toEqual([
      [2, OUD_CONTACT],
      [1, OUD_CONTACT],
    ]);
  });

  test('en niet met een andere hoofdsleutel', () => {
    const ander = maakKluis({ hoofdsleutel: Buffer.alloc(32, 1), map });
    expect(() => ander.controleer()).toThrow('hoort niet bij deze sleutelmap');
  });
});
