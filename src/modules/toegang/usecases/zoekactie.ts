import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { leesDag } from '../db/dossiers.ts';
import { insertZoekactie, listZoekdagen, telVanActor, type Zoekdag } from '../db/zoekacties.ts';
import { parameterOp } from '../domain/toegangsparameters.ts';
import type { Zoekweg } from '../domain/zoekactie.ts';
import { namenVan } from './collega.ts';
import { legVerwerkingVast } from './verwerking.ts';

export type { Zoekweg } from '../domain/zoekactie.ts';

/**
 * Counts one search for what the actor has no relation with (or one offer, by which another finds it), before it is done,
 * whether it finds anything or not: the database answers no search that was not counted in its transaction. Refuses
 * `te_vaak` with the minutes to wait (`gegevens.minuten`); then nothing may be searched. Must be committed also when the
 * search finds nothing.
 */
export async function telZoekactie(tx: Transactie, soort: Zoekweg): Promise<Result<null>> {
  const dag = await leesDag(tx);
  const nu = await telVanActor(tx, soort);
  const perUur = parameterOp(`${soort}_per_uur`, dag);
  const perDag = parameterOp(`${soort}_per_dag`, dag);
  if (nu.dag >= perDag) return geweigerd(teVaak(nu.minutenDag));
  if (nu.uur >= perUur) return geweigerd(teVaak(nu.minutenUur));
  await insertZoekactie(tx, soort);
  return gelukt(null);
}

const teVaak = (minuten: number) => ({
  code: 'te_vaak',
  melding: `U deed dit te vaak. Probeer het over ${Math.max(1, minuten)} minuten opnieuw, of vraag een collega.`,
  gegevens: { minuten: Math.max(1, minuten) },
});

export interface Zoekregel extends Zoekdag {
  naam: string;
}

/**
 * What others of the privacy officer's organisation searched or offered in the last `dagen` days: a list to review, in
 * counts, never what was searched for. Row security shows it to nobody else; logged as a list that was seen.
 */
export async function leesZoekblad(tx: Transactie, kluis: Kluis, dagen: number): Promise<Zoekregel[]> {
  const regels = await listZoekdagen(tx, dagen);
  const namen = await namenVan(
    tx,
    kluis,
    regels.map(r => r.persoonId),
  );
  await legVerwerkingVast(tx, {
    handeling: 'lijst',
    soort: 'zoekactie',
    object: null,
    dossier: null,
    activiteit: 'toezicht_op_toegang',
  });
  return regels.map(r => ({ ...r, naam: namen.get(r.persoonId) ?? '' }));
}
