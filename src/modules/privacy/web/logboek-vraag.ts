import { formatDagKort, parseDag } from '#kern/datum/index.ts';
import { isKenmerk } from '#modules/toegang/index.ts';
import type { VeldFout } from '#platform/ui/index.ts';
import { LOGBOEKSOORTEN, type Logboekvraag } from '../usecases/logboek.ts';
import { logboekTeksten } from './teksten-logboek.ts';

const t = logboekTeksten.fouten;

/** The fields of the question as they were typed. */
export interface Ruwevraag {
  soort: string;
  kenmerk: string;
  van: string;
  tot: string;
}

/** The last year, today included. */
export const legeVraag = (vandaag: Temporal.PlainDate): Ruwevraag => ({
  soort: 'betrokkene',
  kenmerk: '',
  van: formatDagKort(vandaag.subtract({ years: 1 })),
  tot: formatDagKort(vandaag),
});

const dag = (tekst: string): Temporal.PlainDate | null => {
  const r = parseDag(tekst.trim());
  return r.ok ? r.waarde : null;
};

/** The days, or what is wrong with them. An empty day is the default of `legeVraag`. */
export function leesPeriode(
  ruw: Pick<Ruwevraag, 'van' | 'tot'>,
  vandaag: Temporal.PlainDate,
): { periode: Pick<Logboekvraag, 'van' | 'tot'> | null; fouten: VeldFout[] } {
  const leeg = legeVraag(vandaag);
  const van = dag(ruw.van || leeg.van);
  const tot = dag(ruw.tot || leeg.tot);
  const fouten: VeldFout[] = [];
  const fout = (mis: boolean, veld: string, tekst: string) => mis && fouten.push({ veld, tekst });
  fout(van === null, 'van', t.van);
  fout(tot === null, 'tot', t.tot);
  if (van && tot) fout(Temporal.PlainDate.compare(van, tot) > 0, 'tot', t.volgorde);
  return { periode: fouten.length === 0 && van && tot ? { van, tot } : null, fouten };
}

/** The question, or what is wrong with it. */
export function leesVraag(
  ruw: Ruwevraag,
  vandaag: Temporal.PlainDate,
): { vraag: Logboekvraag | null; fouten: VeldFout[] } {
  const kenmerk = ruw.kenmerk.trim().toLowerCase();
  const { periode, fouten: dagfouten } = leesPeriode(ruw, vandaag);
  const fouten: VeldFout[] = [];
  const fout = (mis: boolean, veld: string, tekst: string) => mis && fouten.push({ veld, tekst });
  const soort = LOGBOEKSOORTEN.find(x => x === ruw.soort) ?? null;
  fout(soort === null, 'soort', t.soort);
  fout(!isKenmerk(kenmerk), 'kenmerk', t.kenmerk);
  fouten.push(...dagfouten);
  const goed = fouten.length === 0 && soort && periode;
  return { vraag: goed ? { soort, kenmerk, ...periode } : null, fouten };
}
