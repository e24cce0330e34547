import { sql, type Transactie } from '#platform/db/index.ts';
import type { Hulpaanbod } from '../domain/hulpaanbod.ts';

/** What a reader sees: what is published, the working version, or the newest version that he may read. */
export type Weergave = 'openbaar' | 'werk' | 'nieuwste';

export interface Opgeslagen {
  id: string;
  regio: string;
  code: string;
  versie: number;
  openbareVersie: number | null;
  /** Null: taken off the list in this version. */
  inhoud: Hulpaanbod | null;
}

type Rij = Omit<Opgeslagen, 'openbareVersie'> & { openbare_versie: number | null };

const KEUZE = {
  openbaar: sql`v.versie = h.openbare_versie`,
  werk: sql`v.versie = h.versie`,
  nieuwste: sql`v.versie = (select max(n.versie) from hulpaanbod.hulpaanbod_versie n where n.hulpaanbod_id = h.id)`,
};

/** The rows of a region (all regions when null), also those taken off the list, in the order of the source. */
export async function listOpgeslagen(
  tx: Transactie,
  regio: string | null,
  weergave: Weergave,
): Promise<Opgeslagen[]> {
  const { rows } = await sql<Rij>`
    select h.id, h.regio, h.code, h.versie, h.openbare_versie, v.inhoud
    from hulpaanbod.hulpaanbod h join hulpaanbod.hulpaanbod_versie v on v.hulpaanbod_id = h.id
    where ${KEUZE[weergave]} and (${regio}::text is null or h.regio = ${regio}::text)
    order by h.regio, h.volgorde, h.code`.execute(tx);
  return rows.map(({ openbare_versie, ...r }) => ({ ...r, openbareVersie: openbare_versie }));
}

export interface Vastlegging {
  nu: Temporal.Instant;
  door: string;
  reden: string | null;
}

/** Writes the next version of an offer (the first when `id` is null); null content takes it off the list. */
export async function schrijfHulpaanbod(
  tx: Transactie,
  o: { id: string | null; regio: string; code: string; versie: number; volgorde: number },
  inhoud: Hulpaanbod | null,
  v: Vastlegging,
): Promise<void> {
  const id = o.id ?? crypto.randomUUID();
  if (o.id === null) {
    await sql`insert into hulpaanbod.hulpaanbod (id, regio, code, volgorde, versie)
      values (${id}, ${o.regio}, ${o.code}, ${o.volgorde}, 1)`.execute(tx);
  } else {
    const { numAffectedRows } = await sql`
      update hulpaanbod.hulpaanbod set versie = versie + 1, volgorde = ${o.volgorde}
      where id = ${id} and versie = ${o.versie}`.execute(tx);
    if (numAffectedRows !== 1n) throw new Error('Hulpaanbod tijdens inlezen gewijzigd.');
  }
  await sql`
    insert into hulpaanbod.hulpaanbod_versie (hulpaanbod_id, versie, inhoud, geldig_vanaf, vastgelegd, door, reden)
    values (${id}, ${o.id === null ? 1 : o.versie + 1}, ${inhoud && JSON.stringify(inhoud)}::jsonb,
      stelsel.vandaag(), ${v.nu.toString()}, ${v.door}, ${v.reden})`.execute(tx);
}

/** Sets the place in the list of an offer whose content stays as it is. */
export async function zetVolgorde(tx: Transactie, id: string, volgorde: number): Promise<void> {
  await sql`update hulpaanbod.hulpaanbod set volgorde = ${volgorde}
    where id = ${id} and volgorde <> ${volgorde}`.execute(tx);
}

/** Makes the working version of a whole region public; returns how many offers that changed. */
export async function zetOpenbaar(tx: Transactie, regio: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update hulpaanbod.hulpaanbod set openbare_versie = versie
    where regio = ${regio} and openbare_versie is distinct from versie`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
