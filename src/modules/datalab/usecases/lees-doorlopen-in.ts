import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { actorTekst, type Transactie } from '#platform/db/index.ts';
import {
  bewaarDoorlopen,
  type Doorloopinlezing,
  findDoorloopinlezing,
  listDoorloopinlezingen as listUitOpslag,
  trekDoorloopinlezingTerug,
} from '../db/doorloop-opslag.ts';
import { listGemeenten } from '../db/gemeente-opslag.ts';
import { leesDoorloopbestand } from '../domain/doorloopbestand.ts';
import type { Rijfout } from '../domain/inleesregel.ts';
import { leesDoorloopkeuzes } from './doorloopkeuzes.ts';
import type { Inlezer } from './lees-in.ts';
import { leesCijferbestand } from './lees-tabel.ts';

export type { Doorloopinlezing };

const MEESTE_RIJEN = 40_000;

/** What the reader offers: the file and what it is. Days as typed. */
export interface Doorloopaanbod {
  readonly regio: string;
  readonly bestandsnaam: string;
  readonly inhoud: Buffer;
  readonly bron: string;
  readonly peildatum: string;
  readonly instroomVanaf: string;
}

/** A refusal of an offer: fields of the form, and faults of rows. */
export interface Aanbodweigering extends Weigering<'ongeldig'> {
  readonly fouten: readonly Rijfout[];
}

const weiger = (velden: Readonly<Record<string, string>>, fouten: readonly Rijfout[] = []) =>
  geweigerd<Aanbodweigering>({ ...ongeldig(velden), fouten });

/** Imports of a region, newest first; none for who may not. */
export function listDoorloopinlezingen(tx: Transactie, regio: string): Promise<Doorloopinlezing[]> {
  return listUitOpslag(tx, regio);
}

/**
 * Imports a file with one row per assessment or investigation: all of it, or nothing with one fault. Neither the file nor
 * its name is kept. Gives the number of rows; refuses with the fields and the rows that are wrong.
 */
export async function leesDoorlopenIn(
  tx: Transactie,
  aanbod: Doorloopaanbod,
  wie: Inlezer,
): Promise<Result<number, Aanbodweigering>> {
  const keuzes = leesDoorloopkeuzes(aanbod, wie.vandaag);
  if (!keuzes.ok) return weiger(keuzes.weigering.velden ?? {});
  const tabel = await leesCijferbestand(aanbod.inhoud, aanbod.bestandsnaam, MEESTE_RIJEN);
  if (!tabel.ok) return weiger({ bestand: tabel.weigering.melding ?? tabel.weigering.code });
  const kennis = { regio: aanbod.regio, gemeenten: await listGemeenten(tx), ...keuzes.waarde };
  const gelezen = leesDoorloopbestand(tabel.waarde, kennis);
  if (!gelezen.ok) return weiger(gelezen.weigering.velden ?? {});
  const { doorlopen, fouten } = gelezen.waarde;
  if (fouten.length > 0)
    return weiger({ bestand: 'Er is niets ingelezen: los eerst alle fouten op.' }, fouten);
  if (doorlopen.length === 0) return weiger({ bestand: 'Dit bestand heeft geen regels onder de kopregel.' });
  const stand = { ...keuzes.waarde, regio: aanbod.regio, organisatieId: wie.organisatieId, doorlopen };
  const id = await bewaarDoorlopen(tx, stand, actorTekst(wie.actor), wie.nu);
  await logGebruik(tx, {
    handeling: 'doorlopen.inlezen',
    soort: 'doorloop_inlezing',
    object: id,
    uitkomst: 'toegestaan',
    details: { aantal: doorlopen.length },
  });
  return gelukt(doorlopen.length);
}

/** Withdraws an import: the one before it counts again. */
export async function draaiDoorlopenTerug(
  tx: Transactie,
  id: string,
  wie: Inlezer,
): Promise<Result<Doorloopinlezing, Weigering>> {
  const inlezing = await findDoorloopinlezing(tx, id);
  if (!inlezing) return geweigerd(nietGevonden());
  if (inlezing.teruggedraaid) {
    return geweigerd(weigering('al_teruggedraaid', 'Dit bestand is al teruggedraaid.'));
  }
  await trekDoorloopinlezingTerug(tx, id, actorTekst(wie.actor), wie.nu);
  await logGebruik(tx, {
    handeling: 'doorlopen.terugdraaien',
    soort: 'doorloop_inlezing',
    object: id,
    uitkomst: 'toegestaan',
    details: { aantal: inlezing.aantal },
  });
  return gelukt(inlezing);
}
