import type { Anonimiteit, Fase, Notitiesoort, Taak } from './codes.ts';
import type { Ontvanger, Voorwaarde } from './politieverstrekking.ts';

/** A file on a family with one organisation, as far as a relation lets the reader see it. Days are ISO. */
export interface Casus {
  id: string;
  regio: string;
  organisatie: string;
  nummer: string;
  fase: Fase;
  stand: 'open' | 'gesloten';
  gemeente: string | null;
  taak: Taak;
  geopendOp: string;
  geslotenOp: string | null;
  laatsteWijziging: string;
  versie: number;
}

/** What somebody of one organisation wrote down. `inhoud` null: erased on purpose. */
export interface Notitie {
  id: string;
  organisatie: string;
  soort: Notitiesoort;
  gedeeld: boolean;
  deelgrond: string | null;
  overDag: string;
  inhoud: string | null;
  versie: number;
  vastgelegdOp: Date;
  door: string;
}

export interface Document {
  id: string;
  organisatie: string;
  naam: string | null;
  soort: string;
  bytes: number;
  gedeeld: boolean;
  deelgrond: string | null;
  vastgelegdOp: Date;
  door: string;
}

/** Who reported; the reader sees it by a relation for it only. */
export interface Melder {
  anonimiteit: Anonimiteit;
  grond: string;
  naam: string | null;
  bereikbaar: string | null;
}

export interface Politiegegeven {
  id: string;
  grond: string;
  overDag: string;
  /** Day on which it came in; null is not known. */
  ontvangenOp: string | null;
  /** From whom at the police; null is not known, or erased. */
  ontvangenVan: string | null;
  voorwaarde: Voorwaarde;
  inhoud: string | null;
  door: string;
}

/** One time that a record of the police was given on. What was written null: erased on purpose. */
export interface Politieverstrekking {
  id: string;
  gegeven: string;
  grond: string;
  ontvanger: Ontvanger;
  verstrektOp: string;
  overlegdOp: string | null;
  inhoud: Verstrekinhoud | null;
  door: string;
}

export interface Verstrekinhoud {
  organisatie: string;
  functie: string;
  waarvoor: string;
  /** Why the task requires it, or which law or decision. */
  toelichting: string;
  /** The text as it was given on then. */
  tekst: string;
}

/** What one party declared. */
export interface Verklaring {
  id: string;
  organisatie: string;
  partij: string;
  overDag: string;
  inhoud: string | null;
  door: string;
}
