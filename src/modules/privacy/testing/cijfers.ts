import type { metClient } from '#platform/db/index.ts';
import { type Kluis, KluisWeigering } from '#platform/kluis/index.ts';

type Client = Parameters<Parameters<typeof metClient>[1]>[0];

/** Ciphertext as a thief finds it in a database, with the cell it stands in and whose it is (null: the file's). */
export interface Cijfer {
  bij: { tabel: string; kolom: string; rij: string };
  persoon: string | null;
  cijfer: Buffer;
}

/** Column, how its cell is named, whose it is, and which rows belong to file $1 with people $2. */
type Plek = readonly [kolom: string, rij: string, persoon: string, waar: string];

const mens = (kolom: string, rij: string, van = 'persoon_id'): Plek => [
  kolom,
  rij,
  van,
  `${van} = any ($2::uuid[])`,
];
const vanDossier = (kolom: string, rij = 't.id::text', van = 'null::uuid', id = 'casus_id'): Plek => [
  kolom,
  rij,
  van,
  `t.${id} = $1`,
];
const PLEKKEN: Readonly<Record<string, readonly Plek[]>> = {
  'gezin.persoon': [mens('gegevens', 't.id::text', 't.id'), mens('bsn', 't.id::text', 't.id')],
  'gezin.persoon_versie': ['gegevens', 'bsn'].map(k => mens(k, "t.persoon_id || '/' || t.versie")),
  'gezin.adres': [mens('gegevens', 't.id::text')],
  'gezin.geheim_adres': [mens('gegevens', 't.id::text')],
  'gezin.veilig_contact': [mens('toelichting', 't.persoon_id::text')],
  'gezin.veilig_contact_versie': [mens('toelichting', "t.persoon_id || '/' || t.versie")],
  'gezin.contactweg': [mens('gegevens', "t.persoon_id || '/' || t.wijze")],
  'gezin.contactweg_versie': [mens('gegevens', "t.persoon_id || '/' || t.versie || '/' || t.wijze")],
  'casus.notitie': [vanDossier('inhoud', "t.id || '/' || t.versie")],
  'casus.notitie_versie': [
    [
      'inhoud',
      "t.notitie_id || '/' || t.versie",
      'null::uuid',
      't.notitie_id in (select id from casus.notitie where casus_id = $1)',
    ],
  ],
  'casus.document': [vanDossier('naam')],
  'casus.documentdeel': [
    [
      'inhoud',
      "t.document_id || '/' || t.nummer || '/' || (select count(*) from casus.documentdeel d where d.document_id = t.document_id)",
      'null::uuid',
      't.document_id in (select id from casus.document where casus_id = $1)',
    ],
  ],
  'casus.melder': [vanDossier('gegevens', 't.casus_id::text')],
  'casus.politiegegeven': [vanDossier('inhoud'), vanDossier('ontvangen_van')],
  'casus.politieverstrekking': [vanDossier('inhoud')],
  'casus.verklaring': [vanDossier('inhoud', 't.id::text', 't.partij_id')],
  'casus.concept': [vanDossier('inhoud')],
  'privacy.inzagebestanddeel': [
    [
      'inhoud',
      "t.bestand_id || '/' || t.nummer || '/' || (select count(*) from privacy.inzagebestanddeel d where d.bestand_id = t.bestand_id)",
      '(select v.betrokkene_id from privacy.inzagebestand b join privacy.verzoek v on v.id = b.verzoek_id where b.id = t.bestand_id)',
      't.bestand_id in (select id from privacy.inzagebestand where dossier_id = $1)',
    ],
  ],
  'privacy.verzoek': ['aanvrager', 'vraag', 'motivering'].map(k =>
    vanDossier(k, 't.id::text', 't.betrokkene_id', 'dossier_id'),
  ),
  'toegang.noodtoegang': [vanDossier('reden', 't.id::text', 'null::uuid', 'dossier_id')],
};

export const CIJFERKOLOMMEN: readonly string[] = Object.entries(PLEKKEN)
  .flatMap(([tabel, plekken]) => plekken.map(([kolom]) => `${tabel}.${kolom}`))
  .sort();

/** Columns of casework that hold ciphertext according to their own comments; blind indexes open nothing. */
export async function listCijferkolommen(c: Client): Promise<string[]> {
  const { rows } = await c.query<{ kolom: string }>(`
    select n.nspname || '.' || t.relname || '.' || a.attname kolom from pg_attribute a
    join pg_class t on t.oid = a.attrelid and t.relkind = 'r' join pg_namespace n on n.oid = t.relnamespace
    where n.nspname in ('gezin', 'casus', 'privacy') and a.atttypid = 'bytea'::regtype and not a.attisdropped
      and col_description(t.oid, a.attnum) ~ 'klasse: (identificerend|inhoud)'
      and col_description(t.oid, a.attnum) !~* 'blinde index'`);
  return [...rows.map(r => r.kolom), 'toegang.noodtoegang.reden'].sort();
}

/** All ciphertext of a file and its people. */
export async function listCijfers(c: Client, dossier: string, mensen: readonly string[]): Promise<Cijfer[]> {
  const uit: Cijfer[] = [];
  for (const [tabel, plekken] of Object.entries(PLEKKEN)) {
    for (const [kolom, rij, persoon, waar] of plekken) {
      const { rows } = await c.query<{ rij: string; persoon: string | null; cijfer: Buffer }>(
        `with vraag as (select $1::uuid dossier, $2::uuid[] mensen)
         select ${rij} rij, ${persoon} persoon, t.${kolom} cijfer from ${tabel} t, vraag
         where length(t.${kolom}) > 0 and ${waar}`,
        [dossier, mensen],
      );
      for (const r of rows)
        uit.push({ bij: { tabel, kolom, rij: r.rij }, persoon: r.persoon, cijfer: r.cijfer });
    }
  }
  return uit;
}

/** What a thief with this vault reads of it; null when it stays closed. */
export function leesCijfer(kluis: Kluis, c: Cijfer): string | null {
  try {
    return kluis.ontsleutel(c.cijfer, c.bij);
  } catch (e) {
    if (e instanceof KluisWeigering) return null;
    throw e;
  }
}

/** The key that a ciphertext names: format (1 byte), key id (16). */
export const sleutelUit = (c: Cijfer): string =>
  c.cijfer
    .subarray(1, 17)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
