import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import {
  legAdresVast,
  legGeheimAdresVast,
  listAdressen,
  listGeheimeAdressen,
  readPersoon,
  readVeiligContact,
  zetVeiligContact,
} from '#modules/gezin/index.ts';
import { maakContact, maakWeg } from '#modules/gezin/testing/contactproef.ts';
import {
  type Mens,
  maakGegevens,
  maakGezinproef,
  maakInvoer,
  VANDAAG,
  VOORBEELDADRES,
} from '#modules/gezin/testing/gezinproef.ts';
import { listVersies } from '#modules/gezin/usecases/persoon.ts';
import { maakLogboekproef } from '#modules/toegang/testing/logboekproef.ts';
import { metClient } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../proef/index.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-verwisseld-'));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 5), map });
const opzet = maakLogboekproef(proef.beheer);
const { als, dossier } = maakGezinproef(proef.app.db, kluis);
afterAll(() => rmSync(map, { recursive: true, force: true }));

let mens: Mens;
let eigen = '';
let slachtoffer = '';
const adres: Record<string, string> = {};
const geheim: Record<string, string> = {};
const GESCHONDEN = { code: 'gegeven_geschonden' };

/** What somebody with the database in hand, but not the vault, can do. */
const knoei = (opdracht: string, waarden: unknown[]) =>
  metClient(proef.beheer, async c => expect((await c.query(opdracht, waarden)).rowCount).toBeGreaterThan(0));
const zet = (tabel: string, sleutel: string, kolom: string, van: string, naar: string) =>
  knoei(
    `update ${tabel} set ${kolom} = (select b.${kolom} from ${tabel} b where b.${sleutel} = $1) where ${sleutel} = $2`,
    [van, naar],
  );

// The attacker works in a file of his own and sees his own person; the victim is in another file.
beforeAll(async () => {
  const org = await opzet.organisatie();
  mens = await opzet.mens(org, 'professional');
  const ander = await opzet.mens(org, 'professional');
  for (const [wie, naam] of [
    [mens, 'Eigen'],
    [ander, 'Slachtoffer'],
  ] as const) {
    const p = maakInvoer(maakGegevens('Voorbeeld', naam), {
      bsn: { nummer: '999990019', grond: 'wmo_5_2_9' },
    });
    const d = await dossier(wie, org, [p]);
    const persoon = d.personen[0] ?? '';
    if (naam === 'Eigen') eigen = persoon;
    else slachtoffer = persoon;
    await opzet.relatie(wie, org, d.id, 'geheim_adres');
    const sleutel = await kluis.nieuweSleutel('geheim_adres');
    [adres[naam], geheim[naam]] = [randomUUID(), randomUUID()];
    const vast = { persoon, adres: { ...VOORBEELDADRES, straat: `${naam}straat` }, van: VANDAAG.toString() };
    await als(wie, async tx => {
      waardeOf(await legAdresVast(tx, kluis, { ...vast, id: adres[naam] ?? '', soort: 'woon' }));
      waardeOf(
        await legGeheimAdresVast(tx, kluis, {
          ...vast,
          id: geheim[naam] ?? '',
          soort: 'woon',
          dossier: d.id,
          sleutel,
        }),
      );
      const bellen = maakWeg('ja', { wanneer: `Geheim van ${naam}` });
      waardeOf(await zetVeiligContact(tx, kluis, maakContact(persoon, { bellen })));
    });
  }
});

// @eis C5.4 C4.1
describe('aanval: versleutelde gegevens van een ander in een eigen rij zetten', () => {
  const lees = () => als(mens, tx => readPersoon(tx, kluis, eigen));

  test('wie een ander is, opent niet in de eigen rij, en na terugzetten wel weer de eigen', async () => {
    expect((await lees())?.gegevens.achternaam).toEqual({ graad: 'bekend', waarde: 'Eigen' });
    const [oud] = await metClient(proef.beheer, async c => {
      return (await c.query('select gegevens, bsn, sleutel_id from gezin.persoon where id = $1', [eigen]))
        .rows;
    });
    await zet('gezin.persoon', 'id', 'gegevens', slachtoffer, eigen);
    await expect(lees()).rejects.toMatchObject(GESCHONDEN);
    // Nor when the key id is taken along: the place is in the seal.
    await zet('gezin.persoon', 'id', 'sleutel_id', slachtoffer, eigen);
    await expect(lees()).rejects.toMatchObject(GESCHONDEN);
    await knoei('update gezin.persoon set gegevens = $1, sleutel_id = $2 where id = $3', [
      oud.gegevens,
      oud.sleutel_id,
      eigen,
    ]);
    expect((await lees())?.gegevens.achternaam).toEqual({ graad: 'bekend', waarde: 'Eigen' });
  });

  test('een burgerservicenummer van een ander, en een eigen gegeven in een andere kolom, opent niet', async () => {
    await zet('gezin.persoon', 'id', 'bsn', slachtoffer, eigen);
    await expect(lees()).rejects.toMatchObject(GESCHONDEN);
    await knoei('update gezin.persoon set bsn = gegevens where id = $1', [eigen]);
    await expect(lees()).rejects.toMatchObject(GESCHONDEN);
    await knoei('update gezin.persoon set bsn = null, bsn_grond = null where id = $1', [eigen]);
    expect((await lees())?.bsn).toBeNull();
  });

  test('een oude versie in de lopende rij, en een versie onder een ander nummer, opent niet', async () => {
    await knoei(
      'update gezin.persoon_versie v set gegevens = p.gegevens from gezin.persoon p where p.id = v.persoon_id and p.id = $1',
      [eigen],
    );
    await expect(als(mens, tx => listVersies(tx, kluis, eigen))).rejects.toMatchObject(GESCHONDEN);
  });

  test('een adres, een geheim adres en een contactweg van een ander openen niet', async () => {
    await zet('gezin.adres', 'id', 'gegevens', adres['Slachtoffer'] ?? '', adres['Eigen'] ?? '');
    await expect(als(mens, tx => listAdressen(tx, kluis, eigen))).rejects.toMatchObject(GESCHONDEN);
    await zet('gezin.geheim_adres', 'id', 'gegevens', geheim['Slachtoffer'] ?? '', geheim['Eigen'] ?? '');
    await expect(als(mens, tx => listGeheimeAdressen(tx, kluis, eigen))).rejects.toMatchObject(GESCHONDEN);
    // Nor his own, moved from one way to another: what is safe on the phone is not said of a letter.
    const bel = "w.wijze = 'schrijven' and v.wijze = 'bellen'";
    const zetWeg = (van: string, waar: string) =>
      knoei(
        `update gezin.contactweg w set gegevens = v.gegevens from gezin.contactweg v
         where w.persoon_id = $1 and v.persoon_id = $2 and ${waar}`,
        [eigen, van],
      );
    const leesContact = () => als(mens, tx => readVeiligContact(tx, kluis, eigen));
    expect((await leesContact())?.wegen.bellen.wanneer).toBe('Geheim van Eigen');
    await zetWeg(eigen, bel);
    await expect(leesContact()).rejects.toMatchObject(GESCHONDEN);
    await knoei("update gezin.contactweg set gegevens = null where persoon_id = $1 and wijze = 'schrijven'", [
      eigen,
    ]);
    expect((await leesContact())?.wegen.schrijven.wanneer).toBe('');
    await zetWeg(slachtoffer, "w.wijze = 'bellen' and v.wijze = 'bellen'");
    await expect(leesContact()).rejects.toMatchObject(GESCHONDEN);
  });

  test('een geheim adres in de rij van een gewoon adres opent niet', async () => {
    await knoei(
      'update gezin.adres a set gegevens = g.gegevens from gezin.geheim_adres g where a.id = $1 and g.id = $2',
      [adres['Eigen'], geheim['Slachtoffer']],
    );
    await expect(als(mens, tx => listAdressen(tx, kluis, eigen))).rejects.toMatchObject(GESCHONDEN);
  });
});
