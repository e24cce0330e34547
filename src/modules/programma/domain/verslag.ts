import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { type Besluitstap, besluitroute } from './besluit.ts';
import { leesDeeldatum } from './deeldatum.ts';
import { standVan } from './mijlpaal.ts';
import { enige, groepen, lijst, type Onderdeel, type Programma, tekst, vind } from './programma.ts';
import type { Inhoud } from './veld.ts';

/** The days that a report is about, whole months. */
export interface Verslagperiode {
  van: Temporal.PlainDate;
  tot: Temporal.PlainDate;
}

/** A month as `2026-01` or `1-2026`; null for anything else. */
function leesMaand(invoer: string): Temporal.PlainYearMonth | null {
  const m = /^(\d{4})-(\d{1,2})$/.exec(invoer) ?? /^(\d{1,2})-(\d{4})$/.exec(invoer);
  if (!m) return null;
  const [jaar, maand] = m[1]?.length === 4 ? [Number(m[1]), Number(m[2])] : [Number(m[2]), Number(m[1])];
  if (maand < 1 || maand > 12 || jaar < 2000 || jaar > 2099) return null;
  return Temporal.PlainYearMonth.from({ year: jaar, month: maand });
}

/** From the first day of one month to the last of another; refuses by field with `geen_maand` or `omgekeerd`. */
export function leesVerslagperiode(van: string, tot: string): Result<Verslagperiode, Weigering<'ongeldig'>> {
  const eerste = leesMaand(van.trim());
  const laatste = leesMaand(tot.trim());
  if (!eerste || !laatste) {
    return geweigerd(
      ongeldig({ ...(eerste ? {} : { van: 'geen_maand' }), ...(laatste ? {} : { tot: 'geen_maand' }) }),
    );
  }
  if (Temporal.PlainYearMonth.compare(eerste, laatste) > 0) return geweigerd(ongeldig({ tot: 'omgekeerd' }));
  return gelukt({
    van: eerste.toPlainDate({ day: 1 }),
    tot: laatste.toPlainDate({ day: laatste.daysInMonth }),
  });
}

/** The last half-year that is over and lies within the programme: what a reader most likely wants to report. */
export function gewoneVerslagperiode(p: Programma, vandaag: Temporal.PlainDate): Verslagperiode {
  const einde = leesDeeldatum(tekst(enige(p, 'regio'), 'periodeTot'))?.laatste;
  const peil = einde && Temporal.PlainDate.compare(einde, vandaag) < 0 ? einde.add({ days: 1 }) : vandaag;
  const begin = peil.with({ month: peil.month > 6 ? 7 : 1, day: 1 });
  return { van: begin.subtract({ months: 6 }), tot: begin.subtract({ days: 1 }) };
}

/**
 * Where a milestone belongs in a report. Exactly one place each; `buiten` is not reported (done or dropped in
 * another period). Nothing is called done because its day has passed: somebody has to say so.
 */
export type Plaats =
  | 'bereikt'
  | 'later_gereed'
  | 'loopt'
  | 'vertraagd'
  | 'vervallen'
  | 'niet_gemeld'
  | 'eerder_niet_gemeld'
  | 'vervolg'
  | 'zonder_datum'
  | 'buiten';

const voor = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;

export function plaatsVan(m: Onderdeel, periode: Verslagperiode, vandaag: Temporal.PlainDate): Plaats {
  const { status, van, tot } = standVan(m, vandaag);
  const sinds = leesDeeldatum(tekst(m, 'statusSinds'))?.eerste ?? null;
  const in_ = (dag: Temporal.PlainDate) => !voor(dag, periode.van) && !voor(periode.tot, dag);
  const valtErin = tot !== null && van !== null && !voor(tot, periode.van) && !voor(periode.tot, van);
  if (status === 'gereed') {
    if (sinds === null ? valtErin : in_(sinds)) return 'bereikt';
    return sinds !== null && voor(periode.tot, sinds) && valtErin ? 'later_gereed' : 'buiten';
  }
  if (status === 'vervallen') return (sinds === null ? valtErin : in_(sinds)) ? 'vervallen' : 'buiten';
  if (status === 'vertraagd' && (sinds === null || !voor(periode.tot, sinds))) return 'vertraagd';
  if (tot === null || van === null) return status === 'loopt' ? 'loopt' : 'zonder_datum';
  if (voor(tot, vandaag) && !voor(periode.tot, tot))
    return voor(tot, periode.van) ? 'eerder_niet_gemeld' : 'niet_gemeld';
  return voor(periode.tot, van) ? 'vervolg' : 'loopt';
}

/** Does the action run in this period? An action without dates runs as long as the programme. */
function looptIn(p: Programma, actie: Onderdeel, periode: Verslagperiode): boolean {
  const regio = enige(p, 'regio');
  const start = leesDeeldatum(tekst(actie, 'start') || tekst(regio, 'periodeVan'));
  const einde = leesDeeldatum(tekst(actie, 'gereed') || tekst(regio, 'periodeTot'));
  return !(start && voor(periode.tot, start.eerste)) && !(einde && voor(einde.laatste, periode.van));
}

/** A measured result of an action. */
export interface Meting {
  actie: Onderdeel;
  resultaat: Inhoud;
}

/** What there is to report, before it is put into words. */
export interface Verslaginhoud {
  periode: Verslagperiode;
  /** Name of the municipality to whose council it is addressed; null is all of them. */
  gemeente: string | null;
  acties: readonly Onderdeel[];
  mijlpalen: ReadonlyMap<Plaats, readonly Onderdeel[]>;
  metingen: readonly Meting[];
  /** Decisions whose day lies in the period, in order of date; planned ones among them. */
  besluiten: readonly Besluitstap[];
  opmerkingen: readonly Onderdeel[];
}

const valtIn = (waarde: unknown, periode: Verslagperiode): boolean => {
  const d = leesDeeldatum(typeof waarde === 'string' ? waarde : null);
  return d !== null && !voor(d.laatste, periode.van) && !voor(periode.tot, d.eerste);
};

/** Milestones in order of the day on which they are due; those without a day last. */
function opDag(mijlpalen: readonly Onderdeel[], vandaag: Temporal.PlainDate): Onderdeel[] {
  const sleutel = (m: Onderdeel) => standVan(m, vandaag).tot?.toString() ?? '9999';
  return mijlpalen.toSorted((a, b) => sleutel(a).localeCompare(sleutel(b)));
}

/**
 * Gathers what a report over a period says. For one council: the whole region, without what belongs to another
 * municipality alone.
 */
export function verslagInhoud(
  p: Programma,
  periode: Verslagperiode,
  vandaag: Temporal.PlainDate,
  gemeente: string | null,
): Verslaginhoud {
  const vanOns = (o: Onderdeel | null) =>
    gemeente === null || o === null || tekst(o, 'gemeente') === '' || tekst(o, 'gemeente') === gemeente;
  const acties = lijst(p, 'actie').filter(vanOns);
  const mijlpalen = lijst(p, 'mijlpaal').filter(m => vanOns(vind(p, 'actie', tekst(m, 'actie'))));
  return {
    periode,
    gemeente,
    acties: acties.filter(a => looptIn(p, a, periode)),
    mijlpalen: Map.groupBy(opDag(mijlpalen, vandaag), m => plaatsVan(m, periode, vandaag)),
    metingen: acties.flatMap(actie =>
      groepen(actie, 'resultaten')
        .filter(r => typeof r.gemeten === 'number' && valtIn(r.gemetenOp, periode))
        .map(resultaat => ({ actie, resultaat })),
    ),
    besluiten: besluitroute(p, vandaag).filter(
      ({ besluit: b }) =>
        valtIn(b.inhoud.datum, periode) && (vanOns(b) || tekst(b, 'gemeente').includes(gemeente ?? '')),
    ),
    opmerkingen: lijst(p, 'raadsopmerking').filter(vanOns),
  };
}
