import { gelukt, geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { koppelBetrokkene, legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { magInDossier, selectHouder, selectKoppelbaar } from '../db/rechten.ts';
import type { Vergelijkbaar } from '../domain/gelijkenis.ts';
import type { Persoon } from '../domain/persoon.ts';
import { ACTIVITEIT } from './geheim.ts';
import type { BeginKennisgeving } from './persoon.ts';
import { zoekPersonen } from './zoek.ts';

/**
 * Persons of other files in which the actor works too, who may be the one asked for and may be put in this file; best
 * first. The search is logged with whom it showed.
 */
export async function zoekBekenden(
  tx: Transactie,
  kluis: Kluis,
  dossier: string,
  vraag: Vergelijkbaar,
): Promise<Persoon[]> {
  const gevonden = (await zoekPersonen(tx, kluis, vraag)).map(v => v.persoon);
  const mogen = new Set(
    await selectKoppelbaar(
      tx,
      dossier,
      gevonden.map(p => p.id),
    ),
  );
  return gevonden.filter(p => mogen.has(p.id));
}

/**
 * Puts a person of another file in this one, as he is: nothing is typed twice, and what is changed later holds in both.
 * The actor works in both files, and the organisation that keeps the person holds this file. The clock of notice starts
 * for this file too. Refuses `niet_gevonden`.
 */
export async function voegBekendeToe(
  tx: Transactie,
  k: { dossier: string; persoon: string },
  beginKennisgeving: BeginKennisgeving,
): Promise<Result<null, Weigering>> {
  const houder = (await magInDossier(tx, k.dossier)) ? await selectHouder(tx, k.dossier) : null;
  const [mag] = await selectKoppelbaar(tx, k.dossier, [k.persoon]);
  if (!houder || !mag) return geweigerd(nietGevonden());
  await koppelBetrokkene(tx, k.dossier, k.persoon);
  await legVerwerkingVast(tx, {
    handeling: 'vastleggen',
    soort: 'persoon',
    object: k.persoon,
    dossier: k.dossier,
    betrokkenen: [k.persoon],
    activiteit: ACTIVITEIT,
  });
  await beginKennisgeving(tx, {
    dossier: k.dossier,
    betrokkene: k.persoon,
    organisatie: houder.organisatie,
  });
  return gelukt(null);
}
