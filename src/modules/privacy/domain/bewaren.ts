import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { bepaalTermijn, type Stap, type Termijnregel, type Termijnweigering } from '#kern/termijn/index.ts';
import { bewaarteksten } from './teksten.ts';

export const BEWAARSOORTEN = [
  'veilig_thuis',
  'wmo',
  'jeugdhulp',
  'huisverbod',
  'logboek',
  'verzoek',
] as const;
export type Bewaarsoort = (typeof BEWAARSOORTEN)[number];
export const BEWAARBEGINNEN = ['laatste_wijziging', 'besluit', 'vastlegging'] as const;
export type Bewaarbegin = (typeof BEWAARBEGINNEN)[number];

/** How long one kind of record is kept, with where that was read. `regio` null: every region without its own. */
export interface Bewaartermijn {
  readonly id: string;
  readonly regio: string | null;
  readonly soort: Bewaarsoort;
  /** Whole years. */
  readonly jaren: number;
  readonly vanaf: Bewaarbegin;
  readonly wet: string;
  readonly artikel: string;
  readonly bron: string;
  /** What other sources say; null when none differs. */
  readonly praktijk: string | null;
  readonly bevestigd: boolean;
  /** First day on which it holds, and the first on which it no longer does (null: open). */
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate | null;
}

export const AANHOUDGRONDEN = [
  'rechtszaak',
  'klacht',
  'onderzoek_toezichthouder',
  'zorgvuldige_taak',
  'belang_ander',
] as const;
export type Aanhoudgrond = (typeof AANHOUDGRONDEN)[number];

/** What the rule needs to know of one file. */
export interface Bewaarvraag {
  readonly soort: Bewaarsoort;
  readonly regio: string;
  /** Day of the last change (or of the order, or of recording: what the term runs from). */
  readonly vanaf: Temporal.PlainDate;
  readonly gesloten: boolean;
  /** Grounds of holds that are in force; a granted restriction keeps what it restricts (AVG art. 18 lid 2). */
  readonly aanhoudingen: readonly (Aanhoudgrond | 'beperking')[];
  /** Does a request of a person concerned about this file wait for a decision or its letter? */
  readonly verzoekLoopt: boolean;
}

export type Bewaarstand = 'bewaren' | 'vervallen' | 'aangehouden' | 'open';

export interface Bewaaroordeel {
  readonly stand: Bewaarstand;
  /** First day on which the record may no longer be kept. */
  readonly vervallenOp: Temporal.PlainDate;
  readonly termijn: Bewaartermijn;
  readonly stappen: readonly Stap[];
  /** Why it is kept although the term is over; empty otherwise. */
  readonly redenen: readonly (Aanhoudgrond | 'beperking' | 'verzoek_loopt' | 'dossier_open')[];
}

const { compare } = Temporal.PlainDate;

/**
 * The term for this kind of record that holds on a day: the region's own, else the general one. Refuses with
 * `geen_bewaartermijn` and `meer_bewaartermijnen`; it never picks or guesses.
 */
export function kiesBewaartermijn(
  termijnen: readonly Bewaartermijn[],
  soort: Bewaarsoort,
  regio: string,
  dag: Temporal.PlainDate,
): Result<Bewaartermijn, Weigering<'geen_bewaartermijn' | 'meer_bewaartermijnen'>> {
  const geldig = termijnen.filter(
    t => t.soort === soort && compare(t.van, dag) <= 0 && (t.tot === null || compare(dag, t.tot) < 0),
  );
  const eigen = geldig.filter(t => t.regio === regio);
  const keus = eigen.length > 0 ? eigen : geldig.filter(t => t.regio === null);
  const [termijn] = keus;
  if (termijn === undefined) {
    return geweigerd(weigering('geen_bewaartermijn', bewaarteksten.geenTermijn, { soort }));
  }
  if (keus.length > 1) {
    return geweigerd(weigering('meer_bewaartermijnen', bewaarteksten.meerTermijnen, { soort }));
  }
  return gelukt(termijn);
}

/** Kinds of which no law and no norm names a length: a region may choose any. */
const EIGEN_KEUZE: readonly Bewaarsoort[] = ['verzoek'];

/**
 * The fewest years that a region may choose for this kind from a day on: the longest general term that holds on that day
 * or later. The law says how long at least (Wmo 2015 art. 5.3.4, Jeugdwet art. 7.3.8 lid 3); longer asks a source.
 */
export function kortsteTermijn(
  termijnen: readonly Bewaartermijn[],
  soort: Bewaarsoort,
  van: Temporal.PlainDate,
): number {
  if (EIGEN_KEUZE.includes(soort)) return 1;
  const algemeen = termijnen.filter(
    t => t.regio === null && t.soort === soort && (t.tot === null || compare(t.tot, van) > 0),
  );
  return Math.max(1, ...algemeen.map(t => t.jaren));
}

const alsRegel = (t: Bewaartermijn, begin: Temporal.PlainDate): Termijnregel => ({
  code: t.soort,
  naam: bewaarteksten.soorten[t.soort],
  wet: t.wet,
  artikel: t.artikel,
  // The law of today applies to what is held today, whenever it was written: the term of 2015 is not that of 2026.
  geldigVanaf: begin,
  geldigTot: null,
  lengte: t.jaren,
  eenheid: 'jaar',
  eersteDagTelt: false,
  verschuiving: 'geen',
  bron: t.bron,
  bevestigd: t.bevestigd,
});

/**
 * May this record still be kept, and why? The term that holds on `vandaag` counts, from the last change (Wmo 2015
 * art. 5.3.4, Jeugdwet art. 7.3.8 lid 3, Wth art. 10). A hold wins over every term; a file that is open and a request
 * that waits hold too. Refuses as `kiesBewaartermijn` and `bepaalTermijn` do.
 */
export function beoordeelBewaring(
  vraag: Bewaarvraag,
  termijnen: readonly Bewaartermijn[],
  vandaag: Temporal.PlainDate,
): Result<Bewaaroordeel, Weigering | Termijnweigering> {
  const gekozen = kiesBewaartermijn(termijnen, vraag.soort, vraag.regio, vandaag);
  if (!gekozen.ok) return gekozen;
  const termijn = gekozen.waarde;
  const einde = bepaalTermijn([alsRegel(termijn, vraag.vanaf)], termijn.soort, vraag.vanaf);
  if (!einde.ok) return einde;
  const vervallenOp = einde.waarde.einddatum.add({ days: 1 });
  const om = compare(vervallenOp, vandaag) <= 0;
  const redenen: Bewaaroordeel['redenen'] = om
    ? [
        ...vraag.aanhoudingen,
        ...(vraag.verzoekLoopt ? (['verzoek_loopt'] as const) : []),
        ...(vraag.gesloten ? [] : (['dossier_open'] as const)),
      ]
    : [];
  const stand = standVan(om, redenen);
  return gelukt({ stand, vervallenOp, termijn, stappen: einde.waarde.stappen, redenen });
}

function standVan(om: boolean, redenen: Bewaaroordeel['redenen']): Bewaarstand {
  if (!om) return 'bewaren';
  if (redenen.length === 0) return 'vervallen';
  return redenen.every(r => r === 'dossier_open') ? 'open' : 'aangehouden';
}
