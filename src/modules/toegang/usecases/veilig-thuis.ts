import type { Transactie } from '#platform/db/index.ts';
import { listVeiligThuizen, telIntakeregios } from '../db/veilig-thuis.ts';

/** Does the actor do the intake of Veilig Thuis today, in any region? */
export const doetIntakeVeiligThuis = async (tx: Transactie): Promise<boolean> =>
  (await telIntakeregios(tx)) > 0;

/** Which of these organisations are a Veilig Thuis: only they have its task (Wmo 2015 art. 4.1.1). */
export const welkeVeiligThuis = (tx: Transactie, organisaties: readonly string[]): Promise<Set<string>> =>
  listVeiligThuizen(tx, organisaties);
