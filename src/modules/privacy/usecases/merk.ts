import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  eindigMerk,
  findMerk,
  listMerkenOver,
  listOpenMerken,
  type Merkregel,
  type Merkrij,
  zetUitzondering,
} from '../db/merken.ts';
import { isTaak, UITZONDERINGEN } from '../domain/merk.ts';
import { verzoekfouten } from '../domain/teksten-verzoek.ts';
import { ACTIVITEIT, uit } from './verzoek.ts';

export type { Merkregel, Merkrij } from '../db/merken.ts';

const boek = (tx: Transactie, m: Merkrij, reden: string | null) =>
  legVerwerkingVast(tx, {
    handeling: 'wijzigen',
    soort: 'merk',
    object: m.id,
    dossier: m.dossier,
    betrokkenen: [m.betrokkene],
    activiteit: ACTIVITEIT,
    reden,
  });

/** The mark that followed from a request which the actor just read; null when there is none for him. */
export const readMerk = (tx: Transactie, verzoek: string): Promise<Merkrij | null> => findMerk(tx, verzoek);

/** Requests with something that still must be done or lasts. */
export const openMerken = (tx: Transactie): Promise<Set<string>> => listOpenMerken(tx);

/**
 * Marks on a file or a person, for the pages of the rooms that show those; logged where there are any. Nothing for who
 * does not work with that file or person.
 */
export async function listMerken(
  tx: Transactie,
  wat: { dossier?: string; persoon?: string },
): Promise<Merkregel[]> {
  const merken = await listMerkenOver(tx, wat);
  if (merken.length > 0) {
    await legVerwerkingVast(tx, {
      handeling: 'inzien',
      soort: 'merk',
      object: null,
      dossier: wat.dossier ?? null,
      betrokkenen: [...new Set(merken.map(m => m.betrokkene))],
      activiteit: ACTIVITEIT,
    });
  }
  return merken;
}

type Uitkomst = Result<true, Weigering>;

/**
 * A correction or partial destruction was carried out, or a restriction or objection is lifted. Who got a restriction is
 * told before it ends (AVG art. 18 lid 3): `ingelicht`. Refuses `niet_gevonden`, `ongeldig`, `geen_merk`.
 */
export async function handelMerkAf(tx: Transactie, verzoek: string, ingelicht: boolean): Promise<Uitkomst> {
  const m = await findMerk(tx, verzoek);
  if (!m) return geweigerd(nietGevonden());
  if (m.soort === 'beperking' && !ingelicht)
    return geweigerd(ongeldig({ ingelicht: verzoekfouten.ingelicht }));
  if (!(await eindigMerk(tx, m.id))) return geweigerd(weigering('geen_merk', verzoekfouten.geenMerk));
  await boek(tx, m, isTaak(m) ? 'uitgevoerd' : 'opgeheven');
  return gelukt(true);
}

/**
 * A named human decides that there may be writing in the file although processing was restricted or objected to, on one
 * of the grounds that the law leaves (AVG art. 18 lid 2). The mark stays. Refuses as `handelMerkAf`.
 */
export async function staSchrijvenToe(tx: Transactie, verzoek: string, waarom: string): Promise<Uitkomst> {
  const m = await findMerk(tx, verzoek);
  if (!m) return geweigerd(nietGevonden());
  const u = uit(UITZONDERINGEN, waarom);
  if (!u || isTaak(m)) return geweigerd(ongeldig({ uitzondering: verzoekfouten.kies }));
  if (!(await zetUitzondering(tx, m.id, u))) {
    return geweigerd(weigering('geen_merk', verzoekfouten.geenMerk));
  }
  await boek(tx, m, `uitzondering_${u}`);
  return gelukt(true);
}
