import { createHash } from 'node:crypto';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import type { Handeling } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Plek } from '#platform/kluis/index.ts';
import { findOpenstelling, listEigenOrganisaties, type Openstelling, raakAan } from '../db/casussen.ts';
import { type Bewaarklasse, findSleutel, insertSleutel, type Sleutelplaats } from '../db/sleutels.ts';
import type { Casus } from '../domain/casus.ts';
import { type Doen, metDossier } from './doen.ts';

/** Where each ciphertext of this room stands: bound to table, column and row, so that moved it does not open. */
export const plek = {
  notitie: (id: string, versie: number): Plek => ({
    tabel: 'casus.notitie',
    kolom: 'inhoud',
    rij: `${id}/${versie}`,
  }),
  notitieversie: (id: string, versie: number): Plek => ({
    tabel: 'casus.notitie_versie',
    kolom: 'inhoud',
    rij: `${id}/${versie}`,
  }),
  documentnaam: (id: string): Plek => ({ tabel: 'casus.document', kolom: 'naam', rij: id }),
  documentdeel: (id: string) => ({ tabel: 'casus.documentdeel', kolom: 'inhoud', id }),
  melder: (casus: string): Plek => ({ tabel: 'casus.melder', kolom: 'gegevens', rij: casus }),
  politie: (id: string): Plek => ({ tabel: 'casus.politiegegeven', kolom: 'inhoud', rij: id }),
  politieVan: (id: string): Plek => ({ tabel: 'casus.politiegegeven', kolom: 'ontvangen_van', rij: id }),
  verstrekking: (id: string): Plek => ({ tabel: 'casus.politieverstrekking', kolom: 'inhoud', rij: id }),
  verklaring: (id: string): Plek => ({ tabel: 'casus.verklaring', kolom: 'inhoud', rij: id }),
  concept: (id: string): Plek => ({ tabel: 'casus.concept', kolom: 'inhoud', rij: id }),
};

export const hash = (b: Uint8Array): Buffer => createHash('sha256').update(b).digest();

/** Index by which a case number is found without being read. */
export const nummerindex = (d: Pick<Doen, 'kluis'>, nummer: string): Buffer =>
  d.kluis.blindeIndex('casus/nummer', nummer);

/** What somebody needs to write in a file: for which organisation he works in it, and under which key. */
export interface Schrijfplaats {
  casus: Casus;
  organisatie: string;
  sleutel: string;
  open: Openstelling;
}

interface Plaats {
  p: Sleutelplaats;
  open: Openstelling;
  sleutel: string | null;
}

const mag = (open: Openstelling, klasse: Bewaarklasse): boolean =>
  klasse === 'dossier' ? open.bewerkt : open[klasse];

/** The organisation for which is written: that of the file for special parts, otherwise the writer's own in it. */
async function organisatieVoor(tx: Transactie, casus: Casus, klasse: Bewaarklasse): Promise<string | null> {
  if (klasse !== 'dossier') return casus.organisatie;
  const eigen = await listEigenOrganisaties(tx, casus.id);
  return eigen.includes(casus.organisatie) ? casus.organisatie : (eigen[0] ?? null);
}

const werktHier = async (tx: Transactie, casus: string): Promise<boolean> =>
  (await listEigenOrganisaties(tx, casus)).length > 0;

/**
 * Runs `werk` for who may write in this part of the file. A key that has to be made is made before the transaction
 * that writes it down, and destroyed when that fails or when somebody else was first. Refuses `beperkt` to who
 * works in the file while writing is halted by a granted request; who reported is protected also then.
 */
export async function metSchrijfplaats<T, F extends Weigering>(
  d: Doen,
  id: string,
  bewaarklasse: Bewaarklasse,
  wat: { handeling: Handeling; soort: string; object?: string | null },
  werk: (tx: Transactie, s: Schrijfplaats) => Promise<Result<T, F | Weigering>>,
): Promise<Result<T, F | Weigering>> {
  const plaats = await metDossier<Plaats, Weigering>(d, id, wat, async (tx, casus) => {
    const open = await findOpenstelling(tx, casus.id);
    if (open.stil && bewaarklasse !== 'melder' && (await werktHier(tx, casus.id))) {
      return geweigerd(weigering('beperkt'));
    }
    const organisatie = mag(open, bewaarklasse) ? await organisatieVoor(tx, casus, bewaarklasse) : null;
    if (organisatie === null) return geweigerd(nietGevonden());
    const p = { casus: casus.id, organisatie, bewaarklasse };
    return gelukt({ p, open, sleutel: await findSleutel(tx, p) });
  });
  if (!plaats.ok) return plaats;
  const { p, open, sleutel } = plaats.waarde;
  const nieuw = sleutel === null ? await d.kluis.nieuweSleutel('dossier') : null;
  let gebruikt = false;
  try {
    const uit = await metDossier<T, F>(d, id, wat, async (tx, casus) => {
      gebruikt = nieuw !== null && (await insertSleutel(tx, p, nieuw));
      const geldig = gebruikt ? nieuw : (sleutel ?? (await findSleutel(tx, p)));
      if (geldig === null) return geweigerd(nietGevonden());
      const r = await werk(tx, { casus, organisatie: p.organisatie, sleutel: geldig, open });
      if (r.ok) await raakAan(tx, casus.id);
      return r;
    });
    gebruikt = gebruikt && uit.ok;
    return uit;
  } catch (e) {
    gebruikt = false;
    throw e;
  } finally {
    if (nieuw !== null && !gebruikt) await d.kluis.vernietig(nieuw);
  }
}
