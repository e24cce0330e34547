import { randomUUID } from 'node:crypto';
import { gelukt, geweigerd, nietGevonden, ongeldig, type Result, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { findDossier, leesDag } from '../db/dossiers.ts';
import {
  beeindigRelaties,
  findBeletsel,
  findRelatie,
  insertRelatie,
  listVanDossier,
  magGeven,
  type NieuweRelatie,
  type Relatie,
} from '../db/relaties.ts';
import { isGrond } from '../domain/gronden.ts';
import { AANLEIDINGEN, type Aanleiding, type Doel, gebeurtenis } from '../domain/relaties.ts';
import { parameterOp } from '../domain/toegangsparameters.ts';
import { legVerwerkingVast } from './verwerking.ts';

export type { Relatie } from '../db/relaties.ts';

export interface Relatiegift {
  dossierId: string;
  persoonId: string;
  /** Organisation on whose behalf the receiver works. */
  organisatieId: string;
  doel: Doel;
  grond: string;
  aanleiding: Exclude<Aanleiding, 'aanleg'>;
  /** First day on which it no longer holds (ISO); required for a table meeting. */
  tot?: string | null;
  /** Party (betrokkene) for whom the receiver works; left out: the whole family. */
  namens?: string | null;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

function leesDatum(tekst: string): Temporal.PlainDate | null {
  if (!ISO.test(tekst)) return null;
  try {
    return Temporal.PlainDate.from(tekst);
  } catch {
    return null;
  }
}

/** Judges a gift by the table of events: purpose, ground and end. The right itself is judged by the database. */
export function toetsGift(
  g: Pick<Relatiegift, 'doel' | 'grond' | 'aanleiding' | 'tot'>,
  vandaag: Temporal.PlainDate,
): Result<{ tot: string | null }> {
  if (!AANLEIDINGEN.includes(g.aanleiding))
    return geweigerd(ongeldig({ aanleiding: 'Kies waarom u toegang geeft.' }));
  const regel = gebeurtenis(g.aanleiding);
  if (!regel.doelen.includes(g.doel)) return geweigerd(ongeldig({ doel: 'Kies een doel uit de lijst.' }));
  if (!isGrond(g.grond) || !regel.gronden.includes(g.grond)) {
    return geweigerd(ongeldig({ grond: 'Kies een grond uit de lijst.' }));
  }
  const tot = g.tot ? leesDatum(g.tot) : null;
  if (g.tot && !tot) return geweigerd(ongeldig({ tot: 'Schrijf de einddatum als jjjj-mm-dd.' }));
  if (regel.einde === 'verplicht' && !tot) {
    return geweigerd(ongeldig({ tot: 'Kies een einddatum: deze toegang is altijd tijdelijk.' }));
  }
  if (tot && Temporal.PlainDate.compare(tot, vandaag) <= 0) {
    return geweigerd(ongeldig({ tot: 'Kies een einddatum die na vandaag ligt.' }));
  }
  const hoogstens = parameterOp('overleg_duur', vandaag);
  if (tot && regel.einde === 'verplicht' && vandaag.until(tot, { largestUnit: 'days' }).days > hoogstens) {
    return geweigerd(ongeldig({ tot: `Kies een einddatum binnen ${hoogstens} dagen.` }));
  }
  return gelukt({ tot: tot?.toString() ?? null });
}

const verwerking = (handeling: 'toegang_geven' | 'toegang_nemen', id: string, dossier: string) => ({
  handeling,
  soort: 'relatie',
  object: id,
  dossier,
  activiteit: 'toegang_tot_dossiers',
});

/** Writes the relation when the database allows it; absent and forbidden are one answer. */
export async function voegRelatieToe(tx: Transactie, r: NieuweRelatie): Promise<Result<string>> {
  if (!(await magGeven(tx, r))) return geweigerd(nietGevonden());
  const beletsel = await findBeletsel(tx, r);
  if (beletsel === 'bestaat_al') {
    return geweigerd(weigering('bestaat_al', 'Deze professional heeft deze toegang al.'));
  }
  if (beletsel) {
    return geweigerd(
      weigering('niet_te_geven', 'Deze professional kan niet bij dit dossier. Kies iemand anders.'),
    );
  }
  await insertRelatie(tx, r);
  await legVerwerkingVast(tx, verwerking('toegang_geven', r.id, r.dossierId));
  return gelukt(r.id);
}

/**
 * Gives somebody else access to a file: by the team leader of the organisation that holds it (allotment, special
 * part, reopening) or, for a table meeting, by who has the direction. Returns the id. Refuses: `ongeldig` (purpose,
 * ground or end does not belong to the event), `niet_te_geven` (the receiver is barred; not said why), `bestaat_al`,
 * `gesloten` and `niet_gesloten` (a closed file is reopened, an open one allotted), `niet_gevonden` (no such file or person, or not for this actor to give).
 */
export async function geefRelatie(tx: Transactie, g: Relatiegift): Promise<Result<string>> {
  const goed = toetsGift(g, await leesDag(tx));
  if (!goed.ok) return goed;
  const dossier = await findDossier(tx, g.dossierId);
  if (!dossier) return geweigerd(nietGevonden());
  if ((dossier.geslotenOp !== null) !== (g.aanleiding === 'heropening')) {
    return geweigerd(
      dossier.geslotenOp === null
        ? weigering('niet_gesloten', 'Dit dossier is niet gesloten: wijs het gewoon toe.')
        : weigering('gesloten', 'Dit dossier is gesloten. Heropen het om iemand toe te wijzen.'),
    );
  }
  return voegRelatieToe(tx, {
    id: randomUUID(),
    dossierId: g.dossierId,
    persoonId: g.persoonId,
    organisatieId: g.organisatieId,
    doel: g.doel,
    namens: g.namens ?? null,
    grond: g.grond,
    aanleiding: g.aanleiding,
    tot: goed.waarde.tot,
  });
}

/**
 * Ends one relation today: of a colleague (withdrawn) or one's own (given back). Refuses `niet_gevonden` and
 * `al_beeindigd`.
 */
export async function sluitRelatie(tx: Transactie, id: string, lezer: string): Promise<Result<Relatie>> {
  const r = await findRelatie(tx, id);
  if (!r) return geweigerd(nietGevonden());
  if (r.eindeAanleiding !== null) {
    return geweigerd(weigering('al_beeindigd', 'Deze toegang was al beëindigd.'));
  }
  const einde = r.persoonId === lezer ? 'teruggave' : 'intrekking';
  if ((await beeindigRelaties(tx, { id }, einde)) === 0) return geweigerd(nietGevonden());
  await legVerwerkingVast(tx, verwerking('toegang_nemen', id, r.dossierId));
  return gelukt(r);
}

/** Who has or had access to a file, as far as the actor may see it; those that hold today first. */
export function listRelaties(tx: Transactie, dossierId: string): Promise<Relatie[]> {
  return listVanDossier(tx, dossierId);
}
