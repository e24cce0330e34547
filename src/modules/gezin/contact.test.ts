import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import { metClient, sql } from '#platform/db/index.ts';
import { maakKluis } from '#platform/kluis/index.ts';
import { maakProef } from '../../../test/proef/index.ts';
import { maakLogboekproef } from '../toegang/testing/logboekproef.ts';
import {
  legAdresVast,
  legHuishoudenAan,
  listGeheimeAdressen,
  listHuishoudens,
  maakAdresGeheim,
  metSleutels,
  readVeiligContact,
  sluitAdres,
  sluitHuishoudlidmaatschap,
  toetsVersturen,
  voegHuishoudlidToe,
  zetVeiligContact,
} from './index.ts';
import { maakContact, maakWeg } from './testing/contactproef.ts';
import {
  type Mens,
  maakGegevens,
  maakGezinproef,
  maakInvoer,
  VANDAAG,
  VOORBEELDADRES,
} from './testing/gezinproef.ts';
import { listEerderContact } from './usecases/contact.ts';

const proef = await maakProef();
const map = mkdtempSync(path.join(os.tmpdir(), 'la-contact-'));
const kluis = maakKluis({ hoofdsleutel: Buffer.alloc(32, 3), map });
const opzet = maakLogboekproef(proef.beheer);
const { als, dossier } = maakGezinproef(proef.app.db, kluis);
const dag = (n: number) => VANDAAG.add({ days: n }).toString();
afterAll(() => rmSync(map, { recursive: true, force: true }));

let org = '';
let vreemdeOrg = '';
let regisseur: Mens;
let behandelaar: Mens;
let overleg: Mens;
let nood: Mens;
let vreemde: Mens;
let geweerd: Mens;
let gezin: { id: string; personen: string[] };
let moeder = '';
let vader = '';
let kind = '';

/** A mother with an address and a household with the child; of the others nothing is known. */
beforeAll(async () => {
  org = await opzet.organisatie();
  const ander = await opzet.organisatie('samenwerkingsverband', 'Andere organisatie');
  vreemdeOrg = ander;
  regisseur = await opzet.mens(org, 'professional');
  behandelaar = await opzet.mens(org, 'professional');
  nood = await opzet.mens(org, 'professional');
  geweerd = await opzet.mens(org, 'professional');
  overleg = await opzet.mens(ander, 'professional');
  vreemde = await opzet.mens(ander, 'professional');
  const telefoon = { graad: 'bekend', waarde: '06 0000 0001' } as const;
  gezin = await dossier(regisseur, org, [
    maakInvoer(maakGegevens('Rosa', 'Voorbeeld', { telefoon })),
    maakInvoer(maakGegevens('Vincent', 'Proef')),
    maakInvoer(maakGegevens('Kim', 'Voorbeeld')),
  ]);
  [moeder = '', vader = '', kind = ''] = gezin.personen;
  await opzet.relatie(behandelaar, org, gezin.id, 'behandeling');
  await opzet.relatie(overleg, ander, gezin.id, 'overleg', '2027-01-01');
  await opzet.noodtoegang(nood, org, gezin.id);
  await opzet.relatie(geweerd, org, gezin.id, 'behandeling');
  await opzet.blokkade(geweerd, org, { betrokkene: moeder });
  const [huishouden, van] = [randomUUID(), dag(-10)];
  const houder = { dossier: gezin.id, regio: 'kennemerland', organisatie: org, gemeente: null };
  await als(regisseur, async tx => {
    waardeOf(await legHuishoudenAan(tx, { ...houder, id: huishouden, van }));
    waardeOf(await voegHuishoudlidToe(tx, { id: randomUUID(), huishouden, persoon: kind, rol: 'kind', van }));
    const adres = { id: randomUUID(), persoon: moeder, soort: 'woon', adres: VOORBEELDADRES, van } as const;
    waardeOf(await legAdresVast(tx, kluis, adres));
  });
});

// @eis C1.1 C1.4
describe('een adres geheim maken', () => {
  const tellers = () =>
    metClient(proef.beheer, async c => {
      const n = async (tekst: string, id: string) => (await c.query(tekst, [id])).rows[0]?.n as number;
      return {
        gewoon: await n('select count(*)::int as n from gezin.adres where persoon_id = $1', vader),
        termen: await n(
          `select count(*)::int as n from gezin.zoekterm where persoon_id = $1 and soort = 'adres'`,
          vader,
        ),
        geheim: await n('select count(*)::int as n from gezin.geheim_adres where persoon_id = $1', vader),
      };
    });
  const adresBij = async (wie: Mens): Promise<string> => {
    const id = randomUUID();
    const a = { id, persoon: vader, soort: 'tijdelijk' as const, adres: VOORBEELDADRES, van: dag(-9) };
    waardeOf(await als(wie, tx => legAdresVast(tx, kluis, a)));
    return id;
  };
  const maak = (wie: Mens, id: string, inDossier = gezin.id, persoon = vader) =>
    metSleutels(kluis, 'geheim_adres', 1, ([sleutel = '']) =>
      als(wie, tx => maakAdresGeheim(tx, kluis, { id, persoon, dossier: inDossier, sleutel })),
    );

  test('het gewone adres gaat weg, met waarop het te vinden was; het geheime houdt soort en dagen', async () => {
    const id = await adresBij(regisseur);
    expect(await tellers()).toEqual({ gewoon: 1, termen: 2, geheim: 0 });
    expect((await maak(regisseur, id)).ok).toBe(true);
    expect(await tellers()).toEqual({ gewoon: 0, termen: 0, geheim: 1 });
    expect(await als(regisseur, tx => listGeheimeAdressen(tx, kluis, vader))).toEqual([]);
    const bewaarder = await opzet.mens(org, 'professional');
    for (const doel of ['geheim_adres', 'behandeling']) await opzet.relatie(bewaarder, org, gezin.id, doel);
    expect(await als(bewaarder, tx => listGeheimeAdressen(tx, kluis, vader))).toMatchObject([
      { soort: 'tijdelijk', adres: VOORBEELDADRES, van: dag(-9), tot: null },
    ]);
    await metClient(proef.beheer, c => c.query('delete from gezin.geheim_adres where id = $1', [id]));
  });

  test('wie alleen leest of niets met het dossier heeft maakt niets geheim, en van een ander kan het niet', async () => {
    const id = await adresBij(regisseur);
    const elders = await dossier(regisseur, org, [maakInvoer(maakGegevens('Bas', 'Elders'))]);
    for (const poging of [
      () => maak(overleg, id),
      () => maak(nood, id),
      () => maak(vreemde, id),
      () => maak(geweerd, id),
      () => maak(regisseur, id, elders.id),
      () => maak(regisseur, id, gezin.id, moeder),
    ])
      expect(await poging()).toEqual({ ok: false, weigering: { code: 'niet_gevonden' } });
    expect(await tellers()).toMatchObject({ gewoon: 1, geheim: 0 });
    await metClient(proef.beheer, c => c.query('delete from gezin.adres where id = $1', [id]));
  });

  test('een gewoon adres dat niet geheim is gemaakt wist ook wie er werkt niet', async () => {
    const id = await adresBij(regisseur);
    const wis = await als(regisseur, tx => sql`delete from gezin.adres where id = ${id}`.execute(tx));
    expect(wis.numAffectedRows).toBe(0n);
    await metClient(proef.beheer, c => c.query('delete from gezin.adres where id = $1', [id]));
  });
});

// @eis C1.2
describe('veilig contact', () => {
  const TEKST = 'Alleen op dinsdag; de buurvrouw weet het.';
  const invoer = (persoon: string, versie: number) =>
    maakContact(
      persoon,
      { bellen: maakWeg('ja', { wanneer: TEKST }), schrijven: 'ja', mailen: 'nee' },
      { versie },
    );
  const bij = (vraag: string, waarden: unknown[]) => metClient(proef.beheer, c => c.query(vraag, waarden));
  /** As if how the child is reached was discussed so many days ago. */
  const besproken = (n: number) =>
    bij('update gezin.veilig_contact set vastgesteld_op = $2 where persoon_id = $1', [kind, dag(-n)]);
  const toets = (wijze: 'bellen' | 'schrijven' | 'mailen') =>
    als(regisseur, tx => toetsVersturen(tx, kluis, { persoon: moeder, wijze, besluit: null }));

  const adresVan = (persoon: string, meer: Partial<typeof VOORBEELDADRES>, soort: 'woon' | 'werk' = 'woon') =>
    als(behandelaar, async tx => {
      const adres = { ...VOORBEELDADRES, ...meer };
      return waardeOf(
        await legAdresVast(tx, kluis, { id: randomUUID(), persoon, soort, adres, van: dag(-2) }),
      ).id;
    });

  test('zonder vastlegging mag niets, en een nee blijft een nee', async () => {
    expect((await toets('schrijven'))?.stand).toBe('mag_niet');
    expect((await als(regisseur, tx => zetVeiligContact(tx, kluis, invoer(moeder, 0)))).ok).toBe(true);
    expect((await toets('mailen'))?.bevindingen.map(b => b.code)).toContain('GZ102');
  });

  test('woont van een ander niemand weet waar, dan telt het adres als gedeeld: eerst een besluit', async () => {
    const onbekend = { stand: 'besluit_nodig', bevindingen: [{ code: 'GZ107' }] };
    expect(await toets('schrijven')).toMatchObject(onbekend);
    await adresVan(vader, { nummer: '40' });
    expect(await toets('schrijven')).toMatchObject(onbekend);
    // Where a child goes to school or somebody works does not tell where he lives.
    await adresVan(kind, { nummer: '7' }, 'werk');
    expect(await toets('schrijven')).toMatchObject(onbekend);
    await adresVan(kind, { nummer: '40' });
    expect((await toets('schrijven'))?.stand).toBe('mag');
  });

  test('een adres dat een ander ook heeft vraagt een besluit, hoe het ook is geschreven', async () => {
    const zelfde = { straat: 'Voorbeeldstr.', toevoeging: 'A', postcode: '1234AB' };
    const id = await adresVan(vader, zelfde);
    const na = await toets('schrijven');
    expect(na).toMatchObject({ stand: 'besluit_nodig', bevindingen: [{ code: 'GZ106' }] });
    const besluit = { door: regisseur.id, bevestigd: ['GZ106'] };
    const met = await als(regisseur, tx =>
      toetsVersturen(tx, kluis, { persoon: moeder, wijze: 'schrijven', besluit }),
    );
    expect(met?.stand).toBe('mag');
    await als(behandelaar, tx => sluitAdres(tx, kluis, { id, persoon: vader, tot: dag(0) }));
    expect((await toets('schrijven'))?.stand).toBe('mag');
  });

  test('wie in hetzelfde huishouden staan delen het adres, ook als het niet zo is opgeschreven', async () => {
    const [h] = await als(regisseur, tx => listHuishoudens(tx, gezin.id));
    const lid = (persoon: string) => ({
      id: randomUUID(),
      huishouden: h?.id ?? '',
      persoon,
      rol: 'volwassene' as const,
      van: dag(-1),
    });
    const leden = [lid(moeder), lid(vader)];
    for (const l of leden) waardeOf(await als(regisseur, tx => voegHuishoudlidToe(tx, l)));
    expect(await toets('schrijven')).toMatchObject({
      stand: 'besluit_nodig',
      bevindingen: [{ code: 'GZ106' }],
    });
    // The mother leaves: who stayed behind no longer shares her door.
    await als(regisseur, tx => sluitHuishoudlidmaatschap(tx, leden[0]?.id ?? '', dag(0)));
    expect((await toets('schrijven'))?.stand).toBe('mag');
  });

  test('een nummer of postvak dat van een ander onbekend is telt als gedeeld', async () => {
    expect(await toets('bellen')).toMatchObject({
      stand: 'besluit_nodig',
      bevindingen: [{ code: 'GZ107' }],
    });
  });

  test('twee die tegelijk vastleggen: de tweede ziet wat er nu staat', async () => {
    expect(await als(behandelaar, tx => zetVeiligContact(tx, kluis, invoer(moeder, 0)))).toMatchObject({
      weigering: { code: 'conflict', versie: 1, nu: { wegen: { bellen: { wanneer: TEKST } } } },
    });
  });

  test('elke versie blijft te lezen met wat er toen gold, ook een van voordat versies werden bewaard', async () => {
    // As it stood before: a record, and no version of it.
    await bij('delete from gezin.veilig_contact_versie where persoon_id = $1', [moeder]);
    const nieuw = maakContact(moeder, { schrijven: 'ja' }, { versie: 1 });
    expect((await als(behandelaar, tx => zetVeiligContact(tx, kluis, nieuw))).ok).toBe(true);
    expect(await als(overleg, tx => listEerderContact(tx, kluis, moeder))).toMatchObject([
      { versie: 1, wegen: { bellen: { mag: 'ja', wanneer: TEKST } }, door: regisseur.id },
    ]);
    expect((await als(regisseur, tx => zetVeiligContact(tx, kluis, invoer(moeder, 2)))).ok).toBe(true);
    expect(
      (await als(regisseur, tx => listEerderContact(tx, kluis, moeder))).map(v => [
        v.versie,
        v.wegen.bellen.mag,
      ]),
    ).toEqual([
      [2, 'nee'],
      [1, 'ja'],
    ]);
    expect(await als(vreemde, tx => listEerderContact(tx, kluis, moeder))).toEqual([]);
  });

  test('waar, wanneer en wie meeleest staan versleuteld, per weg in een eigen veld', async () => {
    const weg = maakWeg('ja', {
      waar: '06 0000 0009',
      dagen: ['di'],
      dagdelen: ['ochtend'],
      wanneer: 'Niet inspreken.',
      mee: 'partij',
      meePersoon: vader,
      meeWie: 'Hij kijkt op haar toestel.',
    });
    const nieuw = maakContact(moeder, { bellen: weg, schrijven: 'ja' }, { versie: 3 });
    waardeOf(await als(regisseur, tx => zetVeiligContact(tx, kluis, nieuw)));
    expect((await als(overleg, tx => readVeiligContact(tx, kluis, moeder)))?.wegen.bellen).toEqual(weg);
    const rijen = await metClient(proef.beheer, async c => {
      const nu = await c.query('select * from gezin.contactweg where persoon_id = $1', [moeder]);
      const toen = await c.query('select * from gezin.contactweg_versie where persoon_id = $1', [moeder]);
      return [...nu.rows, ...toen.rows];
    });
    const bytes = rijen.map(r => `${JSON.stringify(r)}${r.gegevens?.toString('latin1') ?? ''}`).join();
    for (const geheim of ['0009', 'inspreken', 'toestel', 'ochtend', 'dinsdag', 'buurvrouw'])
      expect(bytes).not.toContain(geheim);
  });

  test('wie meeluistert en zelf in het dossier staat houdt bellen tegen, en een brief niet', async () => {
    const bel = await toets('bellen');
    expect(bel?.stand).toBe('besluit_nodig');
    expect(bel?.bevindingen.map(b => b.code)).toContain('GZ109');
    expect((await toets('schrijven'))?.bevindingen.map(b => b.code)).toEqual([]);
  });

  test('wie meeleest moet in een dossier over deze persoon staan', async () => {
    const elders = await dossier(regisseur, org, [maakInvoer(maakGegevens('Bas', 'Elders'))]);
    for (const wie of [randomUUID(), elders.personen[0] ?? '', moeder]) {
      const bellen = maakWeg('ja', { mee: 'partij', meePersoon: wie });
      const uit = await als(regisseur, tx =>
        zetVeiligContact(tx, kluis, maakContact(moeder, { bellen }, { versie: 4 })),
      );
      expect(uit).toMatchObject({
        weigering: { code: 'ongeldig', velden: { bellen_mee: expect.any(String) } },
      });
    }
  });

  test('een partij uit een ander dossier ziet alleen wie dat dossier ziet; bewaren haalt hem niet weg', async () => {
    // The child stands in a second file, of another organisation, with somebody who listens along.
    const tweede = await dossier(vreemde, vreemdeOrg, [maakInvoer(maakGegevens('Ot', 'Onbekend'))]);
    const ot = tweede.personen[0] ?? '';
    await bij('insert into toegang.betrokkenheid (dossier_id, betrokkene_id, van) values ($1, $2, $3)', [
      ...[tweede.id, kind, dag(-20)],
    ]);
    const bellen = maakWeg('ja', { mee: 'partij', meePersoon: ot });
    waardeOf(await als(vreemde, tx => zetVeiligContact(tx, kluis, maakContact(kind, { bellen }))));
    const gezien = await als(regisseur, tx => readVeiligContact(tx, kluis, kind));
    expect(gezien?.wegen.bellen).toMatchObject({ mee: 'ander', meePersoon: null });
    const weer = maakContact(
      kind,
      { bellen: maakWeg('ja', { mee: 'ander' }), mailen: 'geen' },
      { versie: 1 },
    );
    waardeOf(await als(regisseur, tx => zetVeiligContact(tx, kluis, weer)));
    const nog = await als(vreemde, tx => readVeiligContact(tx, kluis, kind));
    expect(nog?.wegen).toMatchObject({ bellen: { mee: 'partij', meePersoon: ot }, mailen: { mag: 'geen' } });
    await bij('delete from toegang.betrokkenheid where dossier_id = $1', [tweede.id]);
  });

  test('heeft het kind geen telefoon, dan is dat een antwoord; na een jaar is het weer een vraag', async () => {
    const open = maakContact(moeder, { bellen: 'ja', schrijven: 'ja' }, { versie: 4 });
    waardeOf(await als(regisseur, tx => zetVeiligContact(tx, kluis, open)));
    const vaderBelt = maakContact(vader, { bellen: maakWeg('ja', { waar: '06 0000 0002' }) });
    waardeOf(await als(regisseur, tx => zetVeiligContact(tx, kluis, vaderBelt)));
    expect((await toets('bellen'))?.bevindingen.map(b => b.code)).toEqual(['GZ107']);
    const geen = maakContact(kind, { bellen: 'geen', mailen: 'geen' }, { versie: 2 });
    waardeOf(await als(regisseur, tx => zetVeiligContact(tx, kluis, geen)));
    expect((await toets('bellen'))?.stand).toBe('mag');
    const bel = { persoon: kind, wijze: 'bellen', besluit: null } as const;
    const kindBellen = await als(regisseur, tx => toetsVersturen(tx, kluis, bel));
    expect(kindBellen).toMatchObject({
      stand: 'mag_niet',
      bevindingen: [{ code: 'GZ107' }, { code: 'GZ108' }],
    });
    await besproken(365);
    expect((await toets('bellen'))?.stand).toBe('mag');
    await besproken(366);
    expect((await toets('bellen'))?.bevindingen.map(b => b.code)).toEqual(['GZ107']);
  });

  test('het nummer dat iemand voor veilig bellen gaf telt, niet dat bij zijn gegevens', async () => {
    // The father gave for himself the very number that the mother wants to be called on.
    await besproken(0);
    const zet = (waar: string, versie: number) =>
      als(regisseur, tx =>
        zetVeiligContact(
          tx,
          kluis,
          maakContact(moeder, { bellen: maakWeg('ja', { waar }), schrijven: 'ja' }, { versie }),
        ),
      );
    waardeOf(await zet('+31 6 0000 0002', 5));
    expect((await toets('bellen'))?.bevindingen.map(b => b.code)).toEqual(['GZ106']);
    waardeOf(await zet('06 0000 0003', 6));
    expect((await toets('bellen'))?.stand).toBe('mag');
    expect(await zet('geen nummer', 7)).toMatchObject({
      weigering: { velden: { bellen_waar: expect.stringContaining('telefoonnummer') } },
    });
  });

  test('een gekozen adres voor brieven telt alleen zelf, en een adres dat eindigt is niet meer bekend', async () => {
    const extra = await adresVan(moeder, { nummer: '99' }, 'werk');
    const zet = (waar: string, versie: number) =>
      als(regisseur, tx =>
        zetVeiligContact(tx, kluis, maakContact(moeder, { schrijven: maakWeg('ja', { waar }) }, { versie })),
      );
    expect((await zet(randomUUID(), 7)).ok).toBe(false);
    waardeOf(await zet(extra, 7));
    expect((await toets('schrijven'))?.stand).toBe('mag');
    const buur = await adresVan(vader, { nummer: '99' }, 'werk');
    expect((await toets('schrijven'))?.bevindingen.map(b => b.code)).toEqual(['GZ106']);
    await als(behandelaar, tx => sluitAdres(tx, kluis, { id: buur, persoon: vader, tot: dag(0) }));
    await als(behandelaar, tx => sluitAdres(tx, kluis, { id: extra, persoon: moeder, tot: dag(0) }));
    expect((await toets('schrijven'))?.bevindingen.map(b => b.code)).toEqual(['GZ107']);
  });

  test('waar en wanneer zijn alleen voor wie het gezin ziet, en wie alleen leest legt niets vast', async () => {
    expect(await als(vreemde, tx => readVeiligContact(tx, kluis, moeder))).toBeNull();
    expect(await als(overleg, tx => readVeiligContact(tx, kluis, moeder))).toMatchObject({ taal: 'nl' });
    expect((await als(overleg, tx => zetVeiligContact(tx, kluis, invoer(kind, 2)))).ok).toBe(false);
    expect(
      await als(vreemde, tx =>
        toetsVersturen(tx, kluis, { persoon: moeder, wijze: 'bellen', besluit: null }),
      ),
    ).toBeNull();
  });
});
