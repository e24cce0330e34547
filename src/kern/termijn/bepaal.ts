import {
  dagInNederland,
  GELIJKSTELLINGEN,
  type Gelijkstelling,
  jarenMetVoorbehoud,
  maakDagoordeel,
  type Werkdagweigering,
} from '../datum/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '../resultaat/index.ts';
import { isUitgezonderd, verlengVolgensTermijnenwet } from './algemene-termijnenwet.ts';
import type { AfgerondeOpschorting, Opschorting } from './opschorting.ts';
import { kiesRegel, type Regelweigering, type Termijnregel } from './regel.ts';
import type { Stap } from './stap.ts';
import {
  EENHEID_NIET_IN_DAGEN,
  EENHEID_NIET_IN_UREN,
  OPSCHORTING_LOOPT,
  OPSCHORTING_OMGEKEERD,
} from './teksten.ts';
import { type Beoordeel, type Telling, tel } from './telling.ts';

export interface Termijnuitkomst {
  readonly regel: Termijnregel;
  readonly start: Temporal.PlainDate;
  /** The last day of the term: an act on this day is in time, on the next it is late. */
  readonly einddatum: Temporal.PlainDate;
  /** How the date came about, in order; pages show them with `stapTekst`. */
  readonly stappen: readonly Stap[];
  /** True if the rule is not confirmed, or the date depends on equated days that are not known. */
  readonly voorbehoud: boolean;
}

export interface Urenuitkomst {
  readonly regel: Termijnregel;
  readonly start: Temporal.Instant;
  readonly eindtijdstip: Temporal.Instant;
  readonly stappen: readonly Stap[];
  readonly voorbehoud: boolean;
}

export type Termijnweigering =
  | Regelweigering
  | Werkdagweigering
  | Weigering<
      'opschorting_loopt' | 'opschorting_omgekeerd' | 'eenheid_vraagt_tijdstip' | 'eenheid_vraagt_dag'
    >;

/**
 * Determines the last day of a statutory term, with the steps that led to it. The record valid on `start` decides.
 * Suspended days do not count; they count from the first day of the term to its last counted day, so a suspension
 * that begins in the days that the Algemene termijnenwet adds has no effect.
 *
 * Refuses, besides what `kiesRegel` refuses: `eenheid_vraagt_tijdstip` (a term in hours: `bepaalUrentermijn`),
 * `opschorting_omgekeerd`, `opschorting_loopt` (there is no end date yet) and `jaar_onbekend` (outside 2000-2099,
 * as far as holidays matter).
 */
export function bepaalTermijn(
  regels: readonly Termijnregel[],
  code: string,
  start: Temporal.PlainDate,
  opschortingen: readonly Opschorting[] = [],
  besluiten: readonly Gelijkstelling[] = GELIJKSTELLINGEN,
): Result<Termijnuitkomst, Termijnweigering> {
  const gekozen = kiesRegel(regels, code, start);
  if (!gekozen.ok) return gekozen;
  const regel = gekozen.waarde;
  if (regel.eenheid === 'uur') return geweigerd(weigering('eenheid_vraagt_tijdstip', EENHEID_NIET_IN_DAGEN));
  const { compare } = Temporal.PlainDate;
  const afgerond = opschortingen.filter((o): o is AfgerondeOpschorting => o.totEnMet !== null);
  if (afgerond.some(o => compare(o.totEnMet, o.van) < 0)) {
    return geweigerd(weigering('opschorting_omgekeerd', OPSCHORTING_OMGEKEERD));
  }
  const beoordeel = maakDagoordeel(besluiten);
  const telling = tel(regel, start, afgerond, beoordeel);
  if (!telling.ok) return telling;
  const lopend = opschortingen.find(
    o => o.totEnMet === null && compare(o.van, telling.waarde.laatsteDag) <= 0,
  );
  if (lopend) {
    return geweigerd(weigering('opschorting_loopt', OPSCHORTING_LOOPT, { van: lopend.van.toString() }));
  }
  const verlengd = pasVerschuivingToe(regel, telling.waarde, afgerond, beoordeel);
  return verlengd.ok ? gelukt(maakUitkomst(regel, start, verlengd.waarde)) : verlengd;
}

function pasVerschuivingToe(
  regel: Termijnregel,
  telling: Telling,
  opschortingen: readonly AfgerondeOpschorting[],
  beoordeel: Beoordeel,
): Result<Telling, Werkdagweigering> {
  const metStap = (stap: Stap) => gelukt({ ...telling, stappen: [...telling.stappen, stap] });
  if (regel.verschuiving === 'geen') {
    return metStap({ code: 'geen_verschuiving', wet: regel.wet, artikel: regel.artikel });
  }
  if (isUitgezonderd(regel)) return metStap({ code: 'uitgezonderd_artikel_4' });
  return verlengVolgensTermijnenwet(regel, telling, opschortingen, beoordeel);
}

function regelstappen(regel: Termijnregel): Stap[] {
  const { naam, wet, artikel, lengte, eenheid, bron } = regel;
  const stap: Stap = { code: 'regel', naam, wet, artikel, lengte, eenheid };
  return regel.bevestigd ? [stap] : [stap, { code: 'regel_niet_bevestigd', bron }];
}

function maakUitkomst(regel: Termijnregel, start: Temporal.PlainDate, telling: Telling): Termijnuitkomst {
  const onzeker = jarenMetVoorbehoud(telling.oordelen);
  return {
    regel,
    start,
    einddatum: telling.laatsteDag,
    stappen: [
      ...regelstappen(regel),
      { code: 'eerste_dag', dag: telling.eersteDag.toString(), startTelt: regel.eersteDagTelt },
      ...telling.stappen,
      { code: 'laatste_dag', dag: telling.laatsteDag.toString() },
      ...onzeker.map((jaar): Stap => ({ code: 'gelijkstelling_onzeker', jaar })),
    ],
    voorbehoud: !regel.bevestigd || onzeker.length > 0,
  };
}

/**
 * Determines the moment at which a term in hours ends. Hours run through nights, weekends and the change of the
 * clock; the Algemene termijnenwet never extends them (article 4 a). The record valid on the Dutch calendar day
 * of `start` decides. Refuses as `kiesRegel` does, and with `eenheid_vraagt_dag` for any other unit.
 */
export function bepaalUrentermijn(
  regels: readonly Termijnregel[],
  code: string,
  start: Temporal.Instant,
): Result<Urenuitkomst, Termijnweigering> {
  const gekozen = kiesRegel(regels, code, dagInNederland(start));
  if (!gekozen.ok) return gekozen;
  const regel = gekozen.waarde;
  if (regel.eenheid !== 'uur') return geweigerd(weigering('eenheid_vraagt_dag', EENHEID_NIET_IN_UREN));
  const eindtijdstip = start.add({ hours: regel.lengte });
  const stappen: Stap[] = [
    ...regelstappen(regel),
    { code: 'tijdstip', van: start.toString(), tot: eindtijdstip.toString() },
  ];
  return gelukt({ regel, start, eindtijdstip, stappen, voorbehoud: !regel.bevestigd });
}
