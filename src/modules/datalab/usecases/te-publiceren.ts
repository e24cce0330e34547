import type { Transactie } from '#platform/db/index.ts';
import { listIndicatoren } from '../db/indicator-opslag.ts';
import { listWaarnemingen } from '../db/waarneming-opslag.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isPubliceerbaar } from '../domain/stelkeuze.ts';

/** What there is to publish in a region: indicators with internal counts, and the years of those. */
export interface Publiceerbaars {
  readonly indicatoren: readonly string[];
  readonly jaren: readonly number[];
}

export async function listTePubliceren(
  tx: Transactie,
  regio: string,
): Promise<{ x: Publiceerbaars; indicatoren: Indicator[] }> {
  const indicatoren = await listIndicatoren(tx);
  const mag = new Set(indicatoren.filter(isPubliceerbaar).map(i => i.code));
  const intern = (await listWaarnemingen(tx, { regio })).filter(
    w => w.cijfer.openbaarheid === 'intern' && mag.has(w.indicator),
  );
  const heeft = new Set(intern.map(w => w.indicator));
  const jaren = intern.flatMap(w => (w.periode.soort === 'jarenreeks' ? [] : [w.periode.jaar]));
  return {
    x: {
      indicatoren: indicatoren
        .map(i => i.code)
        .filter((code, i, alle) => heeft.has(code) && alle.indexOf(code) === i),
      jaren: [...new Set(jaren)].sort((a, b) => a - b),
    },
    indicatoren,
  };
}
