import {
  clopperPearsonInterval,
  cumulatieveIncidentie,
  GEBRUIKELIJKE_BETROUWBAARHEID,
  type Interval,
  schattingOp,
  type Trapkromme,
  type Trapkwantiel,
  trapkwantiel,
  wilsonInterval,
} from '#kern/statistiek/index.ts';
import { AFGEROND, ANDERS, type Termijnmeting } from './termijnmeting.ts';
import { lengteInDagen, type Termijnnorm } from './termijnnorm.ts';

/** A part of a whole with its interval. */
export interface Aandeel {
  readonly inTijd: number;
  readonly totaal: number;
  /** null when there is nothing to take a part of. */
  readonly interval: Interval | null;
}

/** A share estimated with open cases counted for as long as they were followed; null: not followed long enough. */
export interface Schatting {
  readonly schatting: number;
  readonly grenzen: Interval | null;
}

export type Normoordeel = 'gehaald' | 'niet_gehaald' | 'niet_te_zeggen';
export type Normreden =
  | 'boven_norm'
  | 'onder_norm'
  | 'norm_binnen_marge'
  | 'te_weinig_zaken'
  | 'te_kort_gevolgd'
  | 'meer_termijnen'
  | 'geen_zaken';

/** What is open on the day of looking, in calendar days since the start. */
export interface Voorraad {
  readonly open: number;
  readonly overTermijn: number;
  readonly mediaan: number | null;
  readonly oudste: number | null;
}

/** The term indicator of one place and period, in one way of counting. */
export interface Termijnbeeld {
  readonly norm: Termijnnorm | null;
  readonly aantal: number;
  readonly afgerond: number;
  readonly anders: number;
  /** Of what was decided: the part in time. Forgets what is still open, and so is too rosy when work piles up. */
  readonly gesloten: Aandeel;
  /** Of what started so long ago that its term has ended: the part decided in time. */
  readonly verstreken: Aandeel;
  /** Share decided within the term, with open cases censored and other ways out competing. */
  readonly binnen: Schatting | null;
  /** Share that had left in another way within the term. */
  readonly andersBinnen: number | null;
  /** Of the decision, and of the other ways out. */
  readonly kromme: Trapkromme | null;
  readonly krommeAnders: Trapkromme | null;
  readonly p50: Trapkwantiel | null;
  readonly p90: Trapkwantiel | null;
  readonly voorraad: Voorraad;
  readonly oordeel: Normoordeel;
  readonly reden: Normreden;
}

/** Below this number of cases there is no verdict. */
export const KLEINSTE_AANTAL = 5;

const tel = (metingen: readonly Termijnmeting[]): number => metingen.reduce((n, m) => n + m.aantal, 0);

function aandeelVan(
  metingen: readonly Termijnmeting[],
  interval: (telling: number, aantal: number) => Interval,
): Aandeel {
  const totaal = tel(metingen);
  const inTijd = tel(metingen.filter(m => m.inTijd));
  return { inTijd, totaal, interval: totaal === 0 ? null : interval(inTijd, totaal) };
}

function voorraadVan(metingen: readonly Termijnmeting[], peildatum: Temporal.PlainDate): Voorraad {
  const open = metingen.filter(m => m.doorloop.eind === null);
  const leeftijden = open
    .flatMap(m => {
      const dagen = m.doorloop.start.until(peildatum, { largestUnit: 'day' }).days;
      return new Array<number>(m.aantal).fill(dagen);
    })
    .sort((a, b) => a - b);
  const midden = (leeftijden.length - 1) / 2;
  const op = (i: number): number => leeftijden[i] ?? 0;
  return {
    open: tel(open),
    overTermijn: tel(open.filter(m => m.verstreken)),
    mediaan: open.length === 0 ? null : (op(Math.floor(midden)) + op(Math.ceil(midden))) / 2,
    oudste: leeftijden.at(-1) ?? null,
  };
}

/** The interval on which the verdict rests: of the curve, or exact where the curve has none (all or nothing in time). */
function marge(metingen: readonly Termijnmeting[], lengte: number, zekerheid: number): Interval | null {
  const op = schattingOp(cumulatieveIncidentie(metingen, AFGEROND, zekerheid), lengte);
  if (op === null) return null;
  if (op.grenzen) return op.grenzen;
  const verstreken = metingen.filter(m => m.verstreken);
  return aandeelVan(verstreken, (x, n) => clopperPearsonInterval(x, n, zekerheid)).interval;
}

function oordeelVan(
  metingen: readonly Termijnmeting[],
  norm: Termijnnorm,
  zekerheid: number,
): { oordeel: Normoordeel; reden: Normreden } {
  const verstreken = tel(metingen.filter(m => m.verstreken));
  if (tel(metingen) < KLEINSTE_AANTAL) return { oordeel: 'niet_te_zeggen', reden: 'te_weinig_zaken' };
  const interval = marge(metingen, lengteInDagen(norm.regel), zekerheid);
  if (interval === null || verstreken === 0) return { oordeel: 'niet_te_zeggen', reden: 'te_kort_gevolgd' };
  if (interval.ondergrens >= norm.norm) return { oordeel: 'gehaald', reden: 'boven_norm' };
  if (interval.bovengrens < norm.norm) return { oordeel: 'niet_gehaald', reden: 'onder_norm' };
  return { oordeel: 'niet_te_zeggen', reden: 'norm_binnen_marge' };
}

function beeldVan(
  metingen: readonly Termijnmeting[],
  norm: Termijnnorm,
  peildatum: Temporal.PlainDate,
  zekerheid: number,
): Termijnbeeld {
  const lengte = lengteInDagen(norm.regel);
  const kromme = cumulatieveIncidentie(metingen, AFGEROND);
  const krommeAnders = cumulatieveIncidentie(metingen, ANDERS);
  const afgerond = metingen.filter(m => m.oorzaak === AFGEROND);
  return {
    norm,
    aantal: tel(metingen),
    afgerond: tel(afgerond),
    anders: tel(metingen.filter(m => m.oorzaak === ANDERS)),
    gesloten: aandeelVan(afgerond, wilsonInterval),
    verstreken: aandeelVan(
      metingen.filter(m => m.verstreken),
      clopperPearsonInterval,
    ),
    binnen: schattingOp(kromme, lengte),
    andersBinnen: schattingOp(krommeAnders, lengte)?.schatting ?? null,
    kromme,
    krommeAnders,
    p50: trapkwantiel(kromme, 0.5),
    p90: trapkwantiel(kromme, 0.9),
    voorraad: voorraadVan(metingen, peildatum),
    ...oordeelVan(metingen, norm, zekerheid),
  };
}

function leegBeeld(aantal: number, reden: Normreden): Termijnbeeld {
  const niets = { inTijd: 0, totaal: 0, interval: null };
  return {
    norm: null,
    aantal,
    afgerond: 0,
    anders: 0,
    gesloten: niets,
    verstreken: niets,
    binnen: null,
    andersBinnen: null,
    kromme: null,
    krommeAnders: null,
    p50: null,
    p90: null,
    voorraad: { open: 0, overTermijn: 0, mediaan: null, oudste: null },
    oordeel: 'niet_te_zeggen',
    reden,
  };
}

/**
 * The term indicator of measurements of one kind and one way of counting. No verdict where two different terms applied to
 * the starts (`meer_termijnen`), where there are fewer than five cases, where nobody was followed to the end of the term,
 * and where the norm lies within the interval.
 *
 * Assumes that all that started is in it, also what is open, and that what is open is like what was followed longer.
 * @param aantalVergelijkingen pictures that the reader sees side by side: their verdicts share the chance of a false one
 *   (Bonferroni)
 */
export function termijnbeeld(
  metingen: readonly Termijnmeting[],
  peildatum: Temporal.PlainDate,
  aantalVergelijkingen = 1,
): Termijnbeeld {
  const [norm, ...meer] = new Set(metingen.map(m => m.norm));
  if (norm === undefined) return leegBeeld(0, 'geen_zaken');
  if (meer.length > 0) return leegBeeld(tel(metingen), 'meer_termijnen');
  const buiten = (1 - GEBRUIKELIJKE_BETROUWBAARHEID) / Math.max(1, aantalVergelijkingen);
  return beeldVan(metingen, norm, peildatum, 1 - buiten);
}
