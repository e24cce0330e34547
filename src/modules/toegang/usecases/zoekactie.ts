import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { leesDag } from '../db/dossiers.ts';
import { insertZoekactie, telVanActor, type Zoekweg } from '../db/zoekacties.ts';
import { parameterOp } from '../domain/toegangsparameters.ts';

export type { Zoekweg } from '../db/zoekacties.ts';

/**
 * Counts one search for what the actor has no relation with, before it is done, whether it finds anything or not. Refuses
 * `te_vaak` with the minutes to wait (`gegevens.minuten`); then nothing may be searched. Must be committed also when the
 * search finds nothing.
 */
export async function telZoekactie(tx: Transactie, soort: Zoekweg): Promise<Result<null>> {
  const dag = await leesDag(tx);
  const nu = await telVanActor(tx, soort);
  const perUur = parameterOp(soort === 'radar' ? 'radar_per_uur' : 'noodtoegang_per_uur', dag);
  const perDag = parameterOp(soort === 'radar' ? 'radar_per_dag' : 'noodtoegang_per_dag', dag);
  if (nu.dag >= perDag) return geweigerd(teVaak(nu.minutenDag));
  if (nu.uur >= perUur) return geweigerd(teVaak(nu.minutenUur));
  await insertZoekactie(tx, soort);
  return gelukt(null);
}

const teVaak = (minuten: number) => ({
  code: 'te_vaak',
  melding: `U zocht te vaak. Probeer het over ${Math.max(1, minuten)} minuten opnieuw, of vraag een collega.`,
  gegevens: { minuten: Math.max(1, minuten) },
});
