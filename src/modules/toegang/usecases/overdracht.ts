import { randomUUID } from 'node:crypto';
import { gelukt, geweigerd, nietGevonden, ongeldig, type Result, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  findOverdracht,
  insertOverdracht,
  listAlle,
  listBesluiten,
  listOntvangers as listOntvangersVan,
  magAanbieden,
  metTerugval,
  type Overdracht,
  zetStand,
} from '../db/overdrachten.ts';
import { beeindigRelaties } from '../db/relaties.ts';
import { isGrond } from '../domain/gronden.ts';
import { gebeurtenis } from '../domain/relaties.ts';
import { voegRelatieToe } from './relatie.ts';
import { legVerwerkingVast } from './verwerking.ts';
import { telZoekactie } from './zoekactie.ts';

export type { Overdracht, Overdrachtstand } from '../db/overdrachten.ts';

const verwerking = (handeling: 'delen' | 'toegang_nemen' | 'wijzigen', id: string, dossier: string) => ({
  handeling,
  soort: 'overdracht',
  object: id,
  dossier,
  activiteit: 'toegang_tot_dossiers',
});

/**
 * Offers a file to another organisation of the region, by who has the direction. Nothing opens before it is
 * accepted. Returns the id. Refuses `ongeldig` (receiver, ground), `bestaat_al`, `te_vaak` and `niet_gevonden`.
 */
export async function biedOverdrachtAan(
  tx: Transactie,
  o: { dossierId: string; vanOrganisatie: string; naarOrganisatie: string; grond: string },
): Promise<Result<string>> {
  const stand = await magAanbieden(tx, {
    dossierId: o.dossierId,
    van: o.vanOrganisatie,
    naar: o.naarOrganisatie,
  });
  if (!stand.mag) return geweigerd(nietGevonden());
  if (!stand.naarGoed) return geweigerd(ongeldig({ naar: 'Kies een organisatie uit de lijst.' }));
  if (!isGrond(o.grond) || !gebeurtenis('overdracht_aanvaard').gronden.includes(o.grond)) {
    return geweigerd(ongeldig({ grond: 'Kies een grond uit de lijst.' }));
  }
  if (stand.wacht) {
    return geweigerd(weigering('bestaat_al', 'Het dossier is al aan deze organisatie aangeboden.'));
  }
  const geteld = await telZoekactie(tx, 'aanbod');
  if (!geteld.ok) return geteld;
  const id = randomUUID();
  await insertOverdracht(tx, {
    id,
    dossierId: o.dossierId,
    van: o.vanOrganisatie,
    naar: o.naarOrganisatie,
    grond: o.grond,
  });
  await legVerwerkingVast(tx, verwerking('delen', id, o.dossierId));
  return gelukt(id);
}

export type Overdrachtbesluit =
  | { besluit: 'aanvaard'; persoonId: string; doel: 'behandeling' | 'regie' }
  | { besluit: 'geweigerd' | 'ingetrokken' };

/**
 * Decides on an offer that waits. Accepting, by a team leader of the receiver, allots the file at once to somebody
 * else of his organisation. Refuses `niet_gevonden`, `al_beslist`, `eigen_relatie` (nobody gives himself access) and
 * what giving a relation refuses; then nothing is decided.
 */
export async function beslisOverdracht(
  tx: Transactie,
  id: string,
  b: Overdrachtbesluit,
  lezer: string,
): Promise<Result<Overdracht>> {
  const o = await findOverdracht(tx, id);
  if (!o) return geweigerd(nietGevonden());
  const mag = await listBesluiten(tx, o);
  if (!(b.besluit === 'ingetrokken' ? mag.trekIn : mag.beslis)) return geweigerd(nietGevonden());
  if (o.stand !== 'aangeboden') {
    return geweigerd(weigering('al_beslist', 'Over dit aanbod is al beslist.'));
  }
  if (b.besluit === 'aanvaard' && b.persoonId === lezer) {
    return geweigerd(weigering('eigen_relatie', 'Wijs het dossier toe aan iemand anders dan uzelf.'));
  }
  return metTerugval(tx, async () => {
    if (!(await zetStand(tx, id, b.besluit))) {
      return geweigerd(weigering('al_beslist', 'Over dit aanbod is al beslist.'));
    }
    if (b.besluit === 'aanvaard') {
      const r = await voegRelatieToe(tx, {
        id: randomUUID(),
        dossierId: o.dossierId,
        persoonId: b.persoonId,
        organisatieId: o.naarOrganisatie,
        doel: b.doel,
        namens: null,
        grond: o.grond,
        aanleiding: 'overdracht_aanvaard',
        tot: null,
      });
      if (!r.ok) return r;
    }
    await legVerwerkingVast(tx, verwerking('wijzigen', id, o.dossierId));
    return gelukt(o);
  });
}

/**
 * Lets go of a file after its handover was accepted: the relations of the organisation that handed over end. By its team
 * leader or who has the direction for it. Returns how many ended. Refuses `niet_gevonden` and `niet_aanvaard`.
 */
export async function voltooiOverdracht(tx: Transactie, id: string): Promise<Result<number>> {
  const o = await findOverdracht(tx, id);
  if (!o || !(await listBesluiten(tx, o)).trekIn) return geweigerd(nietGevonden());
  if (o.stand !== 'aanvaard') {
    return geweigerd(weigering('niet_aanvaard', 'Dit aanbod is niet aanvaard.'));
  }
  const aantal = await beeindigRelaties(
    tx,
    { dossier: o.dossierId, organisatie: o.vanOrganisatie },
    'overdracht_voltooid',
  );
  await legVerwerkingVast(tx, verwerking('toegang_nemen', id, o.dossierId));
  return gelukt(aantal);
}

/** Offers that the actor may see: of one file, or all that he or his organisation made or got. What waits first. */
export function listOverdrachten(tx: Transactie, dossierId?: string): Promise<Overdracht[]> {
  return listAlle(tx, dossierId);
}

/** Organisations of the region to which this file can be offered. */
export function listOntvangers(tx: Transactie, dossierId: string): Promise<{ id: string; naam: string }[]> {
  return listOntvangersVan(tx, dossierId);
}
