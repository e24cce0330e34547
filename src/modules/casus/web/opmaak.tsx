import { formatDag, formatTijdstip } from '#kern/datum/index.ts';
import { formatGeboortedatum, type Persoon, volleNaam } from '#modules/gezin/index.ts';
import type { Gebied } from './kader.tsx';
import { dossierteksten, gezinteksten } from './teksten/dossier.ts';

/** An ISO day in words. */
export const toonDag = (iso: string): string => formatDag(Temporal.PlainDate.from(iso));

export const toonMoment = (d: Date): string =>
  formatTijdstip(Temporal.Instant.fromEpochMilliseconds(d.getTime()));

export const toonNaam = (p: Persoon): string => volleNaam(p.gegevens) || gezinteksten.naamOnbekend;

export function toonGeboren(p: Persoon): string {
  const g = p.gegevens.geboortedatum;
  if (g.graad === 'bekend') return formatGeboortedatum(g.waarde);
  return g.graad === 'geweigerd' ? gezinteksten.geweigerd : dossierteksten.onbekend;
}

export function toonGemeente(gebieden: readonly Gebied[], code: string | null): string {
  if (code === null) return dossierteksten.onbekend;
  return gebieden.flatMap(g => g.gemeenten).find(g => g.code === code)?.naam ?? code;
}

/** Text as it was typed: each line its own, empty lines part paragraphs. */
export const Tekst = ({ tekst }: { tekst: string | null }) =>
  tekst === null ? (
    <p class="utrecht-paragraph">{dossierteksten.gewist}</p>
  ) : (
    tekst.split(/\n{2,}/).map(alinea => (
      <p class="utrecht-paragraph">
        {alinea.split('\n').map((regel, i) => (
          <>
            {i > 0 ? <br /> : null}
            {regel}
          </>
        ))}
      </p>
    ))
  );
