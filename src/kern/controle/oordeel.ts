import { gelukt, geweigerd, type Result, type Weigering } from '../resultaat/index.ts';
import type { Bevinding } from './controle.ts';
import { CONTROLE_FOUT, SIGNALERING_BEVESTIGEN } from './teksten.ts';

/**
 * The wording per code: a Dutch sentence in which `{naam}` is filled from the findings. Typed by the codes, so
 * that a check without wording does not compile.
 */
export type Controleteksten<Code extends string> = Readonly<Record<Code, string>>;

/** The sentence of a finding. A placeholder without a value stays as it is, so that a test or reader sees it. */
export function bevindingTekst<Code extends string>(
  bevinding: Bevinding<Code>,
  teksten: Controleteksten<Code>,
): string {
  return teksten[bevinding.code].replace(/\{(\w+)\}/g, (heel, naam: string) =>
    String(bevinding.gegevens[naam] ?? heel),
  );
}

/**
 * Whether the act may go on: no `fout`, and each `signalering` acknowledged by its code. Refuses with
 * `controle_fout` or `signalering_niet_bevestigd`, with the sentence for every field that a finding points to;
 * `gegevens.codes` names the codes. A `fout` cannot be acknowledged away.
 */
export function oordeel<Code extends string>(
  bevindingen: readonly Bevinding<Code>[],
  teksten: Controleteksten<Code>,
  bevestigd: readonly string[] = [],
): Result<readonly Bevinding<Code>[], Weigering<'controle_fout' | 'signalering_niet_bevestigd'>> {
  const fouten = bevindingen.filter(({ ernst }) => ernst === 'fout');
  if (fouten.length > 0) return geweigerd(maakWeigering('controle_fout', CONTROLE_FOUT, fouten, teksten));
  const open = bevindingen.filter(({ code }) => !bevestigd.includes(code));
  if (open.length === 0) return gelukt(bevindingen);
  return geweigerd(maakWeigering('signalering_niet_bevestigd', SIGNALERING_BEVESTIGEN, open, teksten));
}

function maakWeigering<C extends string, Code extends string>(
  code: C,
  melding: string,
  bevindingen: readonly Bevinding<Code>[],
  teksten: Controleteksten<Code>,
): Weigering<C> {
  const velden: Record<string, string> = {};
  for (const bevinding of bevindingen) {
    const tekst = bevindingTekst(bevinding, teksten);
    for (const veld of bevinding.velden) {
      velden[veld] = velden[veld] === undefined ? tekst : `${velden[veld]} ${tekst}`;
    }
  }
  const codes = [...new Set(bevindingen.map(bevinding => bevinding.code))].join(' ');
  return { code, melding, velden, gegevens: { codes } };
}
