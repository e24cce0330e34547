import { sql, type Transactie } from '#platform/db/index.ts';
import type { Wisregel } from '#platform/kluis/index.ts';

/** What goes with a file: the people who are in no other, and every key that opens nothing else. */
export interface Wisdoel {
  dossier: string;
  betrokkenen: string[];
  sleutels: string[];
}

/** Gathers what an erasure of this file takes along. For the system. */
export async function verzamelWisdoel(tx: Transactie, dossier: string): Promise<Wisdoel> {
  const mensen = await sql<{ id: string }>`select privacy.alleen_in(${dossier}) id`.execute(tx);
  const betrokkenen = mensen.rows.map(r => r.id);
  const { rows } = await sql<{ s: string }>`select privacy.sleutels_van(${dossier}) s
    union select sleutel_id from gezin.persoon where id = any (${betrokkenen}::uuid[])
    union select sleutel_id from gezin.geheim_adres where persoon_id = any (${betrokkenen}::uuid[])`.execute(
    tx,
  );
  return { dossier, betrokkenen, sleutels: rows.map(r => r.s) };
}

/** As it stands on the erasure list. */
export const alsWissen = (d: Wisdoel): Wisregel['wissen'] => [
  { soort: 'dossier', id: d.dossier },
  ...d.betrokkenen.map(id => ({ soort: 'betrokkene', id })),
];

const idsVan = (wissen: Wisregel['wissen'], soort: string) =>
  wissen.filter(w => w.soort === soort).map(w => w.id);

/** Who was erased alone by a line of the erasure list, with the keys that went. */
export const alsPersoonsdoel = (r: Pick<Wisregel, 'wissen' | 'sleutels'>) => ({
  mensen: idsVan(r.wissen, 'persoon'),
  sleutels: [...r.sleutels],
});

/**
 * Removes files, requests and people, with all that hangs on them. What is not there (any more) is no objection: it may be
 * repeated. For the system; files of every line go before people, so that nothing still points at them.
 */
export async function wisRijen(tx: Transactie, wissen: Wisregel['wissen']): Promise<void> {
  const dossiers = idsVan(wissen, 'dossier');
  const mensen = idsVan(wissen, 'betrokkene');
  // What was asked and decided stays as a fact; who asked does not, nor a file that was edited for him.
  await sql`delete from privacy.inzagebestand where dossier_id = any (${dossiers}::uuid[])`.execute(tx);
  await sql`update privacy.verzoek set aanvrager = ''::bytea, vraag = null, motivering = null, sleutel_id = null
    where dossier_id = any (${dossiers}::uuid[])`.execute(tx);
  await sql`delete from privacy.verzoek where id = any (${idsVan(wissen, 'verzoek')}::uuid[])`.execute(tx);
  await sql`delete from toegang.dossier where id = any (${dossiers}::uuid[])`.execute(tx);
  // Whoever stands in a file that stays, stays.
  const { rows } = await sql<{ id: string }>`select m.id from unnest(${mensen}::uuid[]) m(id)
    where not exists (select 1 from toegang.betrokkenheid k where k.betrokkene_id = m.id)`.execute(tx);
  const weg = rows.map(r => r.id);
  await sql`delete from gezin.persoon where id = any (${weg}::uuid[])`.execute(tx);
  await sql`delete from toegang.blokkade where betrokkene_id = any (${weg}::uuid[])`.execute(tx);
  await sql`delete from toegang.betrokkene where id = any (${weg}::uuid[])`.execute(tx);
}

/** Which of these keys still open something that stays. */
export async function listSleutelsInGebruik(tx: Transactie, sleutels: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    s: string;
  }>`select privacy.sleutels_in_gebruik(${[...sleutels]}::text[]) s`.execute(tx);
  return rows.map(r => r.s);
}

/** Notes that a line of the erasure list has been carried out in this database. */
export async function boekWisregel(tx: Transactie, id: string): Promise<void> {
  await sql`insert into privacy.wisregel (id) values (${id}) on conflict do nothing`.execute(tx);
}

/** Lines of the erasure list that this database has carried out. */
export async function listWisregels(tx: Transactie): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from privacy.wisregel`.execute(tx);
  return rows.map(r => r.id);
}

/** Lines after which the disk has not been rewritten yet. */
export async function listVuil(tx: Transactie): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from privacy.wisregel where not schoon`.execute(tx);
  return rows.map(r => r.id);
}

export async function boekSchoon(tx: Transactie, ids: readonly string[]): Promise<void> {
  await sql`update privacy.wisregel set schoon = true where id = any (${[...ids]}::uuid[])`.execute(tx);
}

/**
 * Tables whose deleted rows tell something without a key: names of days and codes, numbers of files, blind indexes that
 * whoever holds the installation key can guess. What stands encrypted under a destroyed key need not be rewritten.
 */
export const TE_HERSCHRIJVEN = [
  'toegang.dossier',
  'toegang.betrokkene',
  'toegang.betrokkenheid',
  'toegang.relatie',
  'toegang.blokkade',
  'toegang.noodtoegang',
  'gezin.persoon',
  'gezin.persoon_versie',
  'gezin.gewist',
  'gezin.huishouden',
  'gezin.huishoudlid',
  'gezin.betrekking',
  'gezin.adres',
  'gezin.geheim_adres',
  'gezin.veilig_contact',
  'gezin.veilig_contact_versie',
  'gezin.contactweg',
  'gezin.contactweg_versie',
  'gezin.zoekterm',
  'gezin.samenvoeging',
  'casus.casus',
  'casus.notitie',
  'casus.document',
  'casus.melder',
  'casus.politiegegeven',
  'casus.politieverstrekking',
  'casus.verklaring',
  'privacy.verzoek',
  'privacy.inzagekeuze',
  'privacy.inzagebestand',
  'privacy.inzagebestanddeel',
  'privacy.vernietigingsregel',
  'privacy.merk',
] as const;
