import { randomUUID } from 'node:crypto';
import {
  type Adres,
  LEGE_WEG,
  legAdresVast,
  legGeheimAdresVast,
  metSleutels,
  perWijze,
  zetVeiligContact,
} from '#modules/gezin/index.ts';
import { bergOp } from '#platform/bestanden/index.ts';
import { type Actor, type Databank, metActor, sql, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';

const STELSEL: Actor = { soort: 'stelsel', taak: 'proef' };

const adres = (straat: string, plaats: string): Adres => ({
  straat,
  nummer: '7',
  toevoeging: '',
  postcode: '1234 AB',
  plaats,
});

/** What stands in the file and must never reach somebody who asks for access. */
export const VERBODEN =
  /Elderson|Bram|Meldstra|Schuilhaven|Geheimstad|Bramsteeg|Bramdorp|06 1111 2222|bram@|aangifte|nooit gezegd|van het lokale team/;

interface Inzagewereld {
  db: Databank;
  kluis: Kluis;
  vandaag: Temporal.PlainDate;
  /** Controller, another organisation in the file, and who works in it. */
  organisatie: string;
  ander: string;
  werker: Actor & { id: string };
  dossier: string;
  nummer: string;
  zelf: string;
  partij: string;
}

/**
 * Fills a file about somebody and another party with a part of every kind: what he may get, and what nobody who asks
 * for access gets (`VERBODEN`). Returns the ids of his parts.
 */
export async function vulInzagedossier(w: Inzagewereld) {
  const sleutels = await Promise.all([w.kluis.nieuweSleutel('dossier'), w.kluis.nieuweSleutel('dossier')]);
  const [eigen = '', vreemd = ''] = sleutels;
  const sluit = (tabel: string, kolom: string, rij: string, tekst: string, sleutel = eigen) =>
    w.kluis.versleutel(sleutel, tekst, { tabel, kolom, rij });
  const id = { notitie: randomUUID(), verklaring: randomUUID(), document: randomUUID() };
  const als = <T>(wie: Actor, werk: (tx: Transactie) => Promise<T>) => metActor(w.db, wie, w.vandaag, werk);
  const notitie = async (
    tx: Transactie,
    rij: string,
    organisatie: string,
    tekst: string,
    sleutel: string,
  ) => {
    const inhoud = sluit('casus.notitie', 'inhoud', `${rij}/1`, tekst, sleutel);
    await sql`insert into casus.notitie (id, casus_id, organisatie_id, soort, over_dag, inhoud, door)
      values (${rij}, ${w.dossier}, ${organisatie}, 'contact', '2026-11-20', ${inhoud}, ${w.werker.id})`.execute(
      tx,
    );
  };
  const verklaring = async (tx: Transactie, rij: string, partij: string, tekst: string) => {
    const inhoud = sluit('casus.verklaring', 'inhoud', rij, tekst);
    await sql`insert into casus.verklaring (id, casus_id, organisatie_id, partij_id, over_dag, inhoud, door)
      values (${rij}, ${w.dossier}, ${w.organisatie}, ${partij}, '2026-11-19', ${inhoud}, ${w.werker.id})`.execute(
      tx,
    );
  };
  await als(STELSEL, async tx => {
    await sql`insert into casus.casus (id, regio, organisatie_id, nummer, nummer_index, taak, geopend_op, laatste_wijziging)
      values (${w.dossier}, 'kennemerland', ${w.organisatie}, ${w.nummer},
        ${w.kluis.blindeIndex('casus/nummer', w.nummer)}, 'veilig_thuis', '2026-11-20', '2026-11-20')`.execute(
      tx,
    );
    const tekst =
      'Anna is rustig. Bram Elderson woont nu Bramsteeg 7 te Bramdorp, 06 1111 2222, bram@voorbeeld.invalid. Mia Meldstra van Stichting Schuilhaven belde. Anna blijft in Geheimstad.';
    await notitie(tx, id.notitie, w.organisatie, tekst, eigen);
    await notitie(tx, randomUUID(), w.ander, 'Notitie van het lokale team', vreemd);
    await verklaring(tx, id.verklaring, w.zelf, 'Ik wil weer alleen wonen.');
    await verklaring(tx, randomUUID(), w.partij, 'Dat heb ik nooit gezegd.');
    const naam = sluit('casus.document', 'naam', id.document, 'Brief aan Anna en Bram.pdf');
    await sql`insert into casus.document (id, casus_id, organisatie_id, naam, soort, bytes, door)
      values (${id.document}, ${w.dossier}, ${w.organisatie}, ${naam}, 'application/pdf', 10, ${w.werker.id})`.execute(
      tx,
    );
    const inhoud = Buffer.from('%PDF-1.7 Brief aan Anna en Bram Elderson.');
    await bergOp(w.kluis, eigen, { tabel: 'casus.documentdeel', kolom: 'inhoud', id: id.document }, inhoud, {
      schrijf: async (nummer, cijfer) => {
        await sql`insert into casus.documentdeel (document_id, nummer, inhoud)
            values (${id.document}, ${nummer}, ${cijfer})`.execute(tx);
      },
    });
    const melder = JSON.stringify({ naam: 'Mia Meldstra', bereikbaar: '' });
    await sql`insert into casus.melder (casus_id, anonimiteit, grond, gegevens)
      values (${w.dossier}, 'anoniem_voor_gezin', 'gevaar_melder', ${sluit('casus.melder', 'gegevens', w.dossier, melder)})`.execute(
      tx,
    );
    const politie = randomUUID();
    await sql`insert into casus.politiegegeven (id, casus_id, grond, over_dag, inhoud, door)
      values (${politie}, ${w.dossier}, 'bpg_4_2_veilig_thuis', '2026-11-20',
        ${sluit('casus.politiegegeven', 'inhoud', politie, 'Geen aangifte.')}, ${w.werker.id})`.execute(tx);
    for (const doel of ['geheim_adres', 'behandeling'])
      await sql`insert into toegang.relatie (id, persoon_id, organisatie_id, dossier_id, doel, grond, aanleiding, van)
        values (${randomUUID()}, ${w.werker.id}, ${doel === 'behandeling' ? w.ander : w.organisatie}, ${w.dossier}, ${doel},
          'wmo_4_1_1', 'toewijzing', '2026-11-01')`.execute(tx);
  });
  await legGeheimVast(w, als);
  return id;
}

/** Addresses of both, one of them secret, and that writing to them is safe. */
async function legGeheimVast(
  w: Inzagewereld,
  als: <T>(wie: Actor, werk: (tx: Transactie) => Promise<T>) => Promise<T>,
): Promise<void> {
  const gewoon = (persoon: string, a: Adres) => (tx: Transactie) =>
    legAdresVast(tx, w.kluis, { id: randomUUID(), persoon, soort: 'woon', adres: a, van: '2026-01-01' });
  await als(w.werker, gewoon(w.zelf, adres('Annalaan', 'Annastad')));
  await als(w.werker, gewoon(w.partij, adres('Bramsteeg', 'Bramdorp')));
  const uit = await metSleutels(w.kluis, 'geheim_adres', 1, ([sleutel = '']) =>
    als(w.werker, tx =>
      legGeheimAdresVast(tx, w.kluis, {
        ...{ id: randomUUID(), persoon: w.zelf, dossier: w.dossier, sleutel, van: '2026-11-01' },
        soort: 'woon',
        adres: adres('Schuilhavenweg', 'Geheimstad'),
      }),
    ),
  );
  if (!uit.ok) throw new Error(JSON.stringify(uit.weigering));
  for (const persoon of [w.zelf, w.partij])
    await als(w.werker, tx =>
      zetVeiligContact(tx, w.kluis, {
        ...{ persoon, versie: 0, taal: 'nl', tolk: false, eerderVerwerkt: false },
        wegen: perWijze(w => ({ ...LEGE_WEG, mag: w === 'mailen' ? 'nee' : 'ja', mee: 'niemand' })),
      }),
    );
}
