import type { Kluis } from '#platform/kluis/index.ts';
import type { Adres } from '../domain/adres.ts';
import { LEGE_GEGEVENS, type Persoonsgegevens } from '../domain/persoon.ts';
import { sleutelVan, type Zoekterm } from '../domain/zoektermen.ts';

/** Where each ciphertext of this room stands: bound to table, column and row, so that moved it does not open. */
export const plek = {
  gegevens: (id: string) => ({ tabel: 'gezin.persoon', kolom: 'gegevens', rij: id }),
  bsn: (id: string) => ({ tabel: 'gezin.persoon', kolom: 'bsn', rij: id }),
  versie: (id: string, versie: number) => ({
    tabel: 'gezin.persoon_versie',
    kolom: 'gegevens',
    rij: `${id}/${versie}`,
  }),
  versieBsn: (id: string, versie: number) => ({
    tabel: 'gezin.persoon_versie',
    kolom: 'bsn',
    rij: `${id}/${versie}`,
  }),
  adres: (id: string) => ({ tabel: 'gezin.adres', kolom: 'gegevens', rij: id }),
  geheimAdres: (id: string) => ({ tabel: 'gezin.geheim_adres', kolom: 'gegevens', rij: id }),
  toelichting: (persoon: string) => ({ tabel: 'gezin.veilig_contact', kolom: 'toelichting', rij: persoon }),
  toelichtingversie: (persoon: string, versie: number) => ({
    tabel: 'gezin.veilig_contact_versie',
    kolom: 'toelichting',
    rij: `${persoon}/${versie}`,
  }),
  weg: (persoon: string, wijze: string) => ({
    tabel: 'gezin.contactweg',
    kolom: 'gegevens',
    rij: `${persoon}/${wijze}`,
  }),
  wegversie: (persoon: string, versie: number, wijze: string) => ({
    tabel: 'gezin.contactweg_versie',
    kolom: 'gegevens',
    rij: `${persoon}/${versie}/${wijze}`,
  }),
};

export function gegevensUit(json: string | null): Persoonsgegevens {
  return json === null
    ? LEGE_GEGEVENS
    : { ...LEGE_GEGEVENS, ...(JSON.parse(json) as Partial<Persoonsgegevens>) };
}

export function adresUit(json: string | null): Adres | null {
  return json === null ? null : (JSON.parse(json) as Adres);
}

/** The term as it stands in the index. */
export function blind(
  kluis: Pick<Kluis, 'blindeIndex'>,
  t: Zoekterm,
): { soort: Zoekterm['soort']; term: Buffer } {
  return { soort: t.soort, term: kluis.blindeIndex(`gezin/${t.soort}`, sleutelVan(t)) };
}

/** The activity under which this room's acts stand in the register of processing (AVG art. 30). */
export const ACTIVITEIT = 'casusvoering';
