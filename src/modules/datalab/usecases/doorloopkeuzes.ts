import { parseDag } from '#kern/datum/index.ts';
import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';

/** What a file with lead times is, as the reader says. */
export interface Doorloopkeuzes {
  readonly bron: string;
  readonly peildatum: Temporal.PlainDate;
  readonly instroomVanaf: Temporal.PlainDate;
}

/** The first day of the law that the terms come from: nothing earlier falls under them. */
const EERSTE_DAG = Temporal.PlainDate.from('2015-01-01');
const { compare } = Temporal.PlainDate;

/** Reads the fields beside the file. Refuses per field: a day that is none, in the future, or before 2015. */
export function leesDoorloopkeuzes(
  v: { bron: string; peildatum: string; instroomVanaf: string },
  vandaag: Temporal.PlainDate,
): Result<Doorloopkeuzes, Weigering<'ongeldig'>> {
  const velden: Record<string, string> = {};
  const bron = v.bron
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200);
  if (bron === '') velden['bron'] = 'Vul in uit welk systeem of overzicht dit komt.';
  const peil = parseDag(v.peildatum);
  const vanaf = parseDag(v.instroomVanaf);
  if (!peil.ok) velden['peildatum'] = peil.weigering.melding ?? 'Vul de peildatum in.';
  else if (compare(peil.waarde, vandaag) > 0)
    velden['peildatum'] = 'De peildatum mag niet na vandaag liggen.';
  if (!vanaf.ok) velden['instroom_vanaf'] = vanaf.weigering.melding ?? 'Vul de dag in.';
  else if (compare(vanaf.waarde, EERSTE_DAG) < 0)
    velden['instroom_vanaf'] = 'Kies een dag vanaf 1 januari 2015: eerder golden andere termijnen.';
  else if (peil.ok && compare(vanaf.waarde, peil.waarde) > 0)
    velden['instroom_vanaf'] = 'Deze dag mag niet na de peildatum liggen.';
  if (!peil.ok || !vanaf.ok || Object.keys(velden).length > 0) return geweigerd(ongeldig(velden));
  return gelukt({ bron, peildatum: peil.waarde, instroomVanaf: vanaf.waarde });
}
