import { randomUUID } from 'node:crypto';
import { gelukt, geweigerd, nietGevonden, ongeldig, type Result, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { type Blokkade, beeindigBlokkade, insertBlokkade, listAlle, magWeren } from '../db/blokkades.ts';
import { isBlokkadereden, type Weerduur } from '../domain/blokkade.ts';
import { legVerwerkingVast } from './verwerking.ts';

export type { Blokkade } from '../db/blokkades.ts';

export interface Blokkadegift {
  /** Who is barred. */
  persoonId: string;
  /** Organisation for which the giver acts, and the barred person works. */
  organisatieId: string;
  /** One of both: this file, or every file about this person. */
  dossierId?: string;
  betrokkeneId?: string;
  reden: string;
  /** The household that the person is barred with. */
  huishoudenId?: string | null;
  /** The controller on whose behalf, when it is not the organisation of who is barred. */
  namensId?: string | null;
  /** From today, until it is lifted, when left out. */
  duur?: Weerduur;
}

/**
 * Bars somebody else from a file, or from every file about one person; wins over everything for as long as it holds. Of
 * the own organisation, or on behalf of the controller of another one. Returns the id. Refuses `ongeldig`, `eigen_blokkade`, `bestaat_al` and `niet_gevonden`.
 */
export async function geefBlokkade(tx: Transactie, b: Blokkadegift, lezer: string): Promise<Result<string>> {
  if (!isBlokkadereden(b.reden)) return geweigerd(ongeldig({ reden: 'Kies een reden uit de lijst.' }));
  if ((b.dossierId === undefined) === (b.betrokkeneId === undefined)) return geweigerd(nietGevonden());
  if (b.persoonId === lezer) {
    return geweigerd(weigering('eigen_blokkade', 'Vraag een ander om u te blokkeren: dat kunt u niet zelf.'));
  }
  const nieuw = {
    id: randomUUID(),
    persoonId: b.persoonId,
    organisatieId: b.organisatieId,
    dossierId: b.dossierId ?? null,
    betrokkeneId: b.betrokkeneId ?? null,
    huishoudenId: b.huishoudenId ?? null,
    namensId: b.namensId ?? null,
    reden: b.reden,
    van: b.duur?.van.toString() ?? null,
    tot: b.duur?.tot?.toString() ?? null,
  };
  const { mag, er } = await magWeren(tx, nieuw);
  if (!mag) return geweigerd(nietGevonden());
  if (er) return geweigerd(weigering('bestaat_al', 'Deze blokkade geldt al.'));
  await insertBlokkade(tx, nieuw);
  await legVerwerkingVast(tx, {
    handeling: 'toegang_nemen',
    soort: 'blokkade',
    object: nieuw.id,
    dossier: nieuw.dossierId,
    ...(nieuw.betrokkeneId ? { betrokkenen: [nieuw.betrokkeneId] } : {}),
    activiteit: 'toegang_tot_dossiers',
  });
  return gelukt(nieuw.id);
}

/** Lifts a block, by the privacy officer only. Refuses `niet_gevonden`. */
export async function hefBlokkadeOp(tx: Transactie, id: string): Promise<Result<null>> {
  if (!(await beeindigBlokkade(tx, id))) return geweigerd(nietGevonden());
  await legVerwerkingVast(tx, {
    handeling: 'toegang_geven',
    soort: 'blokkade',
    object: id,
    dossier: null,
    activiteit: 'toegang_tot_dossiers',
  });
  return gelukt(null);
}

/** Blocks of the actor's organisations, never one of himself: who is barred does not learn it here either. */
export function listBlokkades(tx: Transactie): Promise<Blokkade[]> {
  return listAlle(tx);
}
