import { gelukt, geweigerd, type Result, type Weigering, weigering } from '../resultaat/index.ts';
import {
  GELIJKSTELLINGEN,
  type Gelijkstelling,
  type Gelijkstellingstand,
  gelijkstellingstand,
} from './gelijkstelling.ts';
import { eerstePaasdag } from './pasen.ts';
import { JAAR_ONBEKEND } from './teksten.ts';

export type FeestdagCode =
  | 'nieuwjaarsdag'
  | 'goede_vrijdag'
  | 'tweede_paasdag'
  | 'verjaardag_koning'
  | 'bevrijdingsdag'
  | 'hemelvaartsdag'
  | 'tweede_pinksterdag'
  | 'eerste_kerstdag'
  | 'tweede_kerstdag'
  | 'gelijkgestelde_dag';

export interface Feestdag {
  readonly dag: Temporal.PlainDate;
  readonly code: FeestdagCode;
  /** The paragraph of article 3 Algemene termijnenwet that makes it one. */
  readonly lid: 1 | 2 | 3;
  /** For an equated day: the decree. */
  readonly besluit?: string;
}

export interface Feestdagenjaar {
  readonly jaar: number;
  /** In order of date. Two holidays may share a day: Ascension Day 2016 was 5 May. */
  readonly dagen: readonly Feestdag[];
  /** Whether the equated days of this year are known; if not, the list may be too short. */
  readonly gelijkstelling: Gelijkstellingstand;
}

export const EERSTE_FEESTDAGENJAAR = 2000;
export const LAATSTE_FEESTDAGENJAAR = 2099;

/**
 * The day on which the King's birthday is celebrated: 27 April since 2014 (decree of 30 January 2013, nr.
 * 13.000173), 30 April before (decree of 24 April 1980, nr. 11), "behoudens uitzonderingen in verband met
 * zondagen": by custom the Saturday before. A next king brings a new decree and a new line here.
 */
export function verjaardagKoning(jaar: number): Temporal.PlainDate {
  const dag = Temporal.PlainDate.from({ year: jaar, month: 4, day: jaar >= 2014 ? 27 : 30 });
  return dag.dayOfWeek === 7 ? dag.subtract({ days: 1 }) : dag;
}

function wettelijkeFeestdagen(jaar: number): Feestdag[] {
  const pasen = eerstePaasdag(jaar);
  const op = (month: number, day: number) => Temporal.PlainDate.from({ year: jaar, month, day });
  const naPasen = (days: number) => pasen.add({ days });
  return [
    { dag: op(1, 1), code: 'nieuwjaarsdag', lid: 1 },
    { dag: naPasen(-2), code: 'goede_vrijdag', lid: 2 },
    { dag: naPasen(1), code: 'tweede_paasdag', lid: 1 },
    { dag: verjaardagKoning(jaar), code: 'verjaardag_koning', lid: 1 },
    { dag: op(5, 5), code: 'bevrijdingsdag', lid: 1 },
    { dag: naPasen(39), code: 'hemelvaartsdag', lid: 1 },
    { dag: naPasen(50), code: 'tweede_pinksterdag', lid: 1 },
    { dag: op(12, 25), code: 'eerste_kerstdag', lid: 1 },
    { dag: op(12, 26), code: 'tweede_kerstdag', lid: 1 },
  ];
}

/**
 * The public holidays of a year under article 3 Algemene termijnenwet: (1) the recognised ones, (2) Good
 * Friday, (3) the days equated by decree. Valid for the European Netherlands. Refuses with `jaar_onbekend`
 * outside 2000-2099; inside, `gelijkstelling` says whether the decrees of the year are known.
 */
export function feestdagenIn(
  jaar: number,
  besluiten: readonly Gelijkstelling[] = GELIJKSTELLINGEN,
): Result<Feestdagenjaar, Weigering<'jaar_onbekend'>> {
  if (!Number.isInteger(jaar) || jaar < EERSTE_FEESTDAGENJAAR || jaar > LAATSTE_FEESTDAGENJAAR) {
    return geweigerd(weigering('jaar_onbekend', JAAR_ONBEKEND(jaar), { jaar }));
  }
  const gelijkgesteld = besluiten.flatMap(besluit =>
    besluit.dagen
      .map(dag => Temporal.PlainDate.from(dag))
      .filter(dag => dag.year === jaar)
      .map((dag): Feestdag => ({ dag, code: 'gelijkgestelde_dag', lid: 3, besluit: besluit.besluit })),
  );
  const dagen = [...wettelijkeFeestdagen(jaar), ...gelijkgesteld];
  dagen.sort((a, b) => Temporal.PlainDate.compare(a.dag, b.dag));
  return gelukt({ jaar, dagen, gelijkstelling: gelijkstellingstand(jaar, besluiten) });
}
