import { parseDag } from '#kern/datum/index.ts';
import { algemeen } from './teksten.ts';

/** A day that was typed, not after today; the sentence that says what to mend otherwise. */
export function leesDag(
  tekst: string | undefined,
  vandaag: Temporal.PlainDate,
): { dag: string } | { fout: string } {
  const dag = parseDag(tekst ?? '');
  if (!dag.ok) return { fout: algemeen.datum };
  if (Temporal.PlainDate.compare(dag.waarde, vandaag) > 0) return { fout: algemeen.datumToekomst };
  return { dag: dag.waarde.toString() };
}
