import { randomUUID } from 'node:crypto';
import { type Databank, metActor, sql, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { Proefgezin } from './proefgezin.ts';

const REGIO = 'kennemerland';
const DAG = '2001-01-01';
/** So that the request itself is not over its term yet, and the file is. */
const INGETROKKEN = '2026-11-01';

interface Vulling {
  tx: Transactie;
  g: Proefgezin;
  wie: { organisatie: string; medewerker: string };
  /** Closes a text that a thief would look for, in its cell. */
  sluit(sleutel: string, tekst: string, tabel: string, kolom: string, rij: string): Buffer;
  sleutels: { persoon: string; geheim: string; verklaring: string }[];
  /** Of the first person alone. */
  eerste: { concept: string; verzoek: string };
  blind(soort: string, waarde: string): Buffer;
}

/** Everything that the house can hold of one person: each encrypted column once. */
async function vulPersoon(v: Vulling, n: number): Promise<void> {
  const { tx, g, sluit } = v;
  const id = g.personen[n] ?? '';
  const { concept, verzoek } = v.eerste;
  const { persoon: s, geheim, verklaring } = v.sleutels[n] ?? ({} as never);
  const [adres, geheimAdres, verklaard, half] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const t = (wat: string) => `Voorbeeld ${wat} ${g.nummer} ${n}`;
  await sql`update gezin.persoon set bsn = ${sluit(s, t('bsn'), 'gezin.persoon', 'bsn', id)}, bsn_grond = 'wmo_5_2_9'
    where id = ${id}`.execute(tx);
  await sql`insert into gezin.persoon_versie (persoon_id, versie, gegevens, bsn, geldig_van, reden)
    values (${id}, 1, ${sluit(s, t('versie'), 'gezin.persoon_versie', 'gegevens', `${id}/1`)},
      ${sluit(s, t('versiebsn'), 'gezin.persoon_versie', 'bsn', `${id}/1`)}, ${DAG}, 'aanleg')`.execute(tx);
  await sql`insert into gezin.adres (id, persoon_id, soort, gegevens, gelijk, van)
    values (${adres}, ${id}, 'woon', ${sluit(s, t('adres'), 'gezin.adres', 'gegevens', adres)},
      ${v.blind('gezin/gelijk', t('adres'))}, ${DAG})`.execute(tx);
  await sql`insert into gezin.geheim_adres (id, persoon_id, dossier_id, sleutel_id, gegevens, van)
    values (${geheimAdres}, ${id}, ${g.dossier}, ${geheim},
      ${sluit(geheim, t('geheim adres'), 'gezin.geheim_adres', 'gegevens', geheimAdres)}, ${DAG})`.execute(
    tx,
  );
  await vulContact(v, n, s);
  await sql`insert into casus.verklaring (id, casus_id, organisatie_id, partij_id, over_dag, sleutel_id, inhoud, vastgelegd_op, door)
    values (${verklaard}, ${g.dossier}, ${v.wie.organisatie}, ${id}, ${DAG}, ${verklaring},
      ${sluit(verklaring, t('verklaring'), 'casus.verklaring', 'inhoud', verklaard)}, ${DAG}, ${v.wie.medewerker})`.execute(
    tx,
  );
  // One draft of a statement per reader and file: that of the first person.
  if (n > 0) return;
  const velden = JSON.stringify({ partij: id, inhoud: t('concept') });
  await sql`insert into casus.concept (id, casus_id, persoon_id, formulier, sleutel_id, inhoud)
    values (${half}, ${g.dossier}, ${v.wie.medewerker}, 'verklaring', ${concept},
      ${sluit(concept, velden, 'casus.concept', 'inhoud', half)})`.execute(tx);
  await vulVerzoek(v, id, verzoek);
}

/** How he is reached safely, what was noted before, and who else of the family listens. */
async function vulContact({ tx, g, sluit }: Vulling, n: number, s: string): Promise<void> {
  const id = g.personen[n] ?? '';
  const ander = g.personen[1 - n] ?? null;
  const t = (wat: string) => `Voorbeeld ${wat} ${g.nummer} ${n}`;
  await sql`insert into gezin.veilig_contact (persoon_id, toelichting, vastgesteld_op)
    values (${id}, ${sluit(s, t('contact'), 'gezin.veilig_contact', 'toelichting', id)}, ${DAG})`.execute(tx);
  await sql`insert into gezin.veilig_contact_versie (persoon_id, versie, tolk, toelichting, vastgesteld_op)
    values (${id}, 1, false, ${sluit(s, t('contactversie'), 'gezin.veilig_contact_versie', 'toelichting', `${id}/1`)},
      ${DAG})`.execute(tx);
  const weg = JSON.stringify({ waar: t('weg') });
  await sql`insert into gezin.contactweg (persoon_id, wijze, mag, mee, mee_persoon_id, gegevens)
    values (${id}, 'bellen', 'ja', 'partij', ${ander},
      ${sluit(s, weg, 'gezin.contactweg', 'gegevens', `${id}/bellen`)})`.execute(tx);
  await sql`insert into gezin.contactweg_versie (persoon_id, versie, wijze, mag, mee, mee_persoon_id, gegevens)
    values (${id}, 1, 'bellen', 'ja', 'partij', ${ander},
      ${sluit(s, weg, 'gezin.contactweg_versie', 'gegevens', `${id}/1/bellen`)})`.execute(tx);
}

/** A decided request of this person, with all its texts. */
async function vulVerzoek(v: Vulling, persoon: string, sleutel: string): Promise<void> {
  const id = randomUUID();
  const t = (kolom: string) =>
    v.sluit(sleutel, `Voorbeeld ${kolom} ${v.g.nummer}`, 'privacy.verzoek', kolom, id);
  await sql`insert into privacy.verzoek (id, regio, organisatie_id, soort, dossier_id, betrokkene_id, sleutel_id, aanvrager,
      vraag, motivering, door, leeftijd, wilsbekwaam, taak, ontvangen_op, vastgelegd_door, einddatum, stand, ingetrokken_op)
    values (${id}, ${REGIO}, ${v.wie.organisatie}, 'inzage', ${v.g.dossier}, ${persoon}, ${sleutel}, ${t('aanvrager')},
      ${t('vraag')}, ${t('motivering')}, 'zelf', '16_plus', true, 'veilig_thuis', ${DAG}, ${v.wie.medewerker}, ${DAG},
      'ingetrokken', ${INGETROKKEN})`.execute(v.tx);
  const bewerkt = randomUUID();
  await sql`insert into privacy.inzagebestand (id, verzoek_id, dossier_id, document_id, soort, bytes, door, op)
    values (${bewerkt}, ${id}, ${v.g.dossier}, ${randomUUID()}, 'text/plain', 9, ${v.wie.medewerker}, ${DAG})`.execute(
    v.tx,
  );
  const stuk = v.sluit(
    sleutel,
    `Voorbeeld bewerkt ${v.g.nummer}`,
    'privacy.inzagebestanddeel',
    'inhoud',
    `${bewerkt}/0/1`,
  );
  await sql`insert into privacy.inzagebestanddeel (bestand_id, nummer, inhoud)
    values (${bewerkt}, 0, ${stuk})`.execute(v.tx);
}

/** What stands under the keys of the file: notes, documents, reporter, police, break-glass. */
async function vulDossier(v: Vulling, s: { dossier: string; nood: string }): Promise<void> {
  const { tx, g, sluit } = v;
  const [document, nood] = [randomUUID(), randomUUID()];
  const t = (wat: string) => `Voorbeeld ${wat} ${g.nummer}`;
  const { rows } = await sql<{
    id: string;
  }>`select id from casus.notitie where casus_id = ${g.dossier}`.execute(tx);
  for (const { id } of rows) {
    await sql`insert into casus.notitie_versie (notitie_id, versie, inhoud, door)
      values (${id}, 1, ${sluit(s.dossier, t('vorige notitie'), 'casus.notitie_versie', 'inhoud', `${id}/1`)},
        ${v.wie.medewerker})`.execute(tx);
  }
  await sql`insert into casus.document (id, casus_id, organisatie_id, naam, soort, bytes, vastgelegd_op, door)
    values (${document}, ${g.dossier}, ${v.wie.organisatie}, ${sluit(s.dossier, t('bestand'), 'casus.document', 'naam', document)},
      'text/plain', 9, ${DAG}, ${v.wie.medewerker})`.execute(tx);
  for (const n of [0, 1]) {
    await sql`insert into casus.documentdeel (document_id, nummer, inhoud)
      values (${document}, ${n}, ${sluit(s.dossier, t(`stuk ${n}`), 'casus.documentdeel', 'inhoud', `${document}/${n}/2`)})`.execute(
      tx,
    );
  }
  await sql`insert into casus.melder (casus_id, anonimiteit, grond, gegevens)
    values (${g.dossier}, 'open', 'stemt_in', ${sluit(s.dossier, t('melder'), 'casus.melder', 'gegevens', g.dossier)})`.execute(
    tx,
  );
  await vulPolitie(v, s.dossier);
  await sql`insert into toegang.noodtoegang (id, persoon_id, organisatie_id, dossier_id, reden, sleutel_id, van, tot)
    values (${nood}, ${v.wie.medewerker}, ${v.wie.organisatie}, ${g.dossier},
      ${sluit(s.nood, t('nood'), 'toegang.noodtoegang', 'reden', nood)}, ${s.nood}, '2001-01-01', '2001-01-02')`.execute(
    tx,
  );
}

/** Police information, and that it was given on. */
async function vulPolitie({ tx, g, sluit, wie }: Vulling, s: string): Promise<void> {
  const [politie, verstrekking] = [randomUUID(), randomUUID()];
  const t = (wat: string) => `Voorbeeld ${wat} ${g.nummer}`;
  await sql`insert into casus.politiegegeven (id, casus_id, grond, over_dag, ontvangen_van, inhoud, vastgelegd_op, door)
    values (${politie}, ${g.dossier}, 'bpg_4_2_veilig_thuis', ${DAG},
      ${sluit(s, t('agent'), 'casus.politiegegeven', 'ontvangen_van', politie)},
      ${sluit(s, t('politie'), 'casus.politiegegeven', 'inhoud', politie)}, ${DAG}, ${wie.medewerker})`.execute(
    tx,
  );
  await sql`insert into casus.politieverstrekking (id, casus_id, politiegegeven_id, grond, ontvanger, verstrekt_op, inhoud, door)
    values (${verstrekking}, ${g.dossier}, ${politie}, 'wpg_7_2_taak', 'raad_kinderbescherming', ${DAG},
      ${sluit(s, t('verstrekt'), 'casus.politieverstrekking', 'inhoud', verstrekking)}, ${wie.medewerker})`.execute(
    tx,
  );
}

/** Who lives with whom, and what they are to each other. */
async function vulGezin({ tx, g, wie }: Vulling): Promise<void> {
  const huis = randomUUID();
  await sql`insert into gezin.huishouden (id, dossier_id, regio, organisatie_id, van)
    values (${huis}, ${g.dossier}, ${REGIO}, ${wie.organisatie}, ${DAG})`.execute(tx);
  for (const id of g.personen) {
    await sql`insert into gezin.huishoudlid (id, huishouden_id, persoon_id, rol, van)
      values (${randomUUID()}, ${huis}, ${id}, 'volwassene', ${DAG})`.execute(tx);
  }
  await sql`insert into gezin.betrekking (id, persoon_id, ander_id, soort)
    values (${randomUUID()}, ${g.personen[0]}, ${g.personen[1]}, 'partner')`.execute(tx);
}

/** Fills an invented family with everything that the house can hold, so that a thief can look in every column. */
export async function vulProefgezin(
  db: Databank,
  kluis: Kluis,
  g: Proefgezin,
  wie: { organisatie: string; medewerker: string },
): Promise<void> {
  const nieuw = async (doel: string) => {
    const id = await kluis.nieuweSleutel(doel);
    g.sleutels.push(id);
    return id;
  };
  const [dossier = '', ...personen] = g.sleutels;
  const nood = await nieuw('noodtoegang');
  const sleutels = await Promise.all(
    personen.map(async persoon => ({
      persoon,
      geheim: await nieuw('geheim_adres'),
      verklaring: await nieuw('verklaring'),
    })),
  );
  const eerste = { concept: await nieuw('concept'), verzoek: await nieuw('verzoek') };
  const sluit: Vulling['sluit'] = (s, tekst, tabel, kolom, rij) => {
    g.geheimen.push(tekst);
    return kluis.versleutel(s, tekst, { tabel, kolom, rij });
  };
  const blind: Vulling['blind'] = (soort, waarde) => {
    const term = kluis.blindeIndex(soort, waarde);
    g.termen.push(term);
    return term;
  };
  await metActor(db, { soort: 'stelsel', taak: 'proef' }, Temporal.PlainDate.from(DAG), async tx => {
    const v: Vulling = { tx, g, wie, sluit, sleutels, eerste, blind };
    await vulDossier(v, { dossier, nood });
    for (const n of g.personen.keys()) await vulPersoon(v, n);
    await vulGezin(v);
  });
}
