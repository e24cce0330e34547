import type { Transactie } from '#platform/db/index.ts';
import { zietDossier } from '../db/casussen.ts';
import { deleteConcept, findConcept, insertConcept, listConcepten, updateConcept } from '../db/concepten.ts';
import { alleenVelden, CONCEPTVELDEN, type Conceptformulier, type Ingevuld } from '../domain/concept.ts';
import { alsActor, type Doen, kenmerk } from './doen.ts';
import { plek } from './geheim.ts';

export interface Concept {
  velden: Ingevuld;
  bewaardOp: Date;
}

async function mag(tx: Transactie, casus: string | null): Promise<boolean> {
  return casus === null || (await zietDossier(tx, casus));
}

/**
 * Keeps a half-filled form for who typed it, under a key of its own. Keeps only the fields of that form; nothing at
 * all when all are empty, or when the file is not the actor's. False: not kept.
 */
export async function bewaarConcept(
  d: Doen,
  casus: string | null,
  formulier: Conceptformulier,
  ingevuld: Ingevuld,
): Promise<boolean> {
  const velden = alleenVelden(formulier, ingevuld);
  if (Object.keys(velden).length === 0) return false;
  const dossier = casus === null ? null : kenmerk(casus);
  const tekst = JSON.stringify(velden);
  const schrijf = (sleutel: string | null) =>
    alsActor(d, async tx => {
      if (!(await mag(tx, dossier))) return 'nee';
      const er = await findConcept(tx, dossier, formulier);
      if (er) {
        await updateConcept(tx, er.id, d.kluis.versleutel(er.sleutel, tekst, plek.concept(er.id)), `${d.nu}`);
        return 'bijgewerkt';
      }
      if (sleutel === null) return 'nieuw';
      const id = crypto.randomUUID();
      const inhoud = d.kluis.versleutel(sleutel, tekst, plek.concept(id));
      const gezet = await insertConcept(tx, { id, casus: dossier, formulier, sleutel, inhoud }, `${d.nu}`);
      return gezet ? 'gezet' : 'nee';
    });
  const eerst = await schrijf(null);
  if (eerst !== 'nieuw') return eerst === 'bijgewerkt';
  const sleutel = await d.kluis.nieuweSleutel('concept');
  let gezet = false;
  try {
    const uit = await schrijf(sleutel);
    gezet = uit === 'gezet';
    return gezet || uit === 'bijgewerkt';
  } finally {
    if (!gezet) await d.kluis.vernietig(sleutel);
  }
}

/** The actor's own draft of a form; null when there is none or its key is gone. */
export function leesConcept(
  d: Doen,
  casus: string | null,
  formulier: Conceptformulier,
): Promise<Concept | null> {
  return alsActor(d, tx => readConcept(tx, d, casus, formulier));
}

/** As `leesConcept`, in a transaction that is already there. */
export async function readConcept(
  tx: Transactie,
  d: Doen,
  casus: string | null,
  formulier: Conceptformulier,
): Promise<Concept | null> {
  const rij = await findConcept(tx, casus === null ? null : kenmerk(casus), formulier);
  const tekst = rij ? d.kluis.ontsleutelOfGewist(rij.inhoud, plek.concept(rij.id)) : null;
  return rij && tekst !== null
    ? { velden: alleenVelden(formulier, JSON.parse(tekst) as Ingevuld), bewaardOp: rij.bewaardOp }
    : null;
}

/** Throws a draft away, and its key with it. */
export async function gooiConceptWeg(
  d: Doen,
  casus: string | null,
  formulier: Conceptformulier,
): Promise<void> {
  const sleutel = await alsActor(d, tx =>
    deleteConcept(tx, casus === null ? null : kenmerk(casus), formulier),
  );
  if (sleutel) await d.kluis.vernietig(sleutel);
}

/** Which forms the actor left half filled: to offer them again after signing in. */
export async function listEigenConcepten(
  d: Doen,
): Promise<{ casus: string | null; formulier: Conceptformulier; bewaardOp: Date }[]> {
  const rijen = await alsActor(d, listConcepten);
  return rijen.flatMap(r =>
    Object.hasOwn(CONCEPTVELDEN, r.formulier) ? [{ ...r, formulier: r.formulier as Conceptformulier }] : [],
  );
}
