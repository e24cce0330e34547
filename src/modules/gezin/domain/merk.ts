import type { Transactie } from '#platform/db/index.ts';

/** What holds for somebody in a file after his request: what it is, what it asks, and where it is handled. */
export interface Merk {
  readonly betrokkene: string;
  readonly titel: string;
  readonly tekst: string;
  readonly verder: { readonly href: string; readonly naam: string };
}

/** Lent by the room that knows requests: the marks on a file, or on a person, that this reader may know of. */
export type Merkbron = (
  tx: Transactie,
  wat: { dossier?: string; persoon?: string },
) => Promise<readonly Merk[]>;
