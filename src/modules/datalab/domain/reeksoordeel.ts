import { eersteDag, laatsteDag, type Periode, parsePeriode } from '#kern/datum/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import {
  type Beschrijfreden,
  type Beschrijving,
  beoordeelReeks,
  type Onderscheid,
  type Ratio,
  type Schatting,
  type Segmentmodel,
  type Segmentvorm,
  type Seizoen,
  type Telpunt,
} from '#kern/statistiek/index.ts';
import type { Breuk } from './indicator.ts';
import {
  heeftKleineTelling,
  momentOp,
  momentVan,
  REEKSPERIODEN,
  type Reekskeuze,
  type Reeksmoment,
  type Telreeks,
} from './telreeks.ts';
import { type Waarneming, waardeVan } from './waarneming.ts';

/** What is asked of a series, stated before looking. Periods are codes of the kind of the series. */
export interface Reeksopdracht {
  readonly reeks: Reekskeuze;
  /** Series that the act did not touch, whose course is taken off; null for none. */
  readonly controle: Reekskeuze | null;
  readonly van: string;
  readonly tot: string;
  /** ISO day on which the act began; the period that holds it is the first after. */
  readonly ingreep: string;
  readonly vorm: Segmentvorm;
  /** Periods between the act and the first in which it can show. */
  readonly vertraging: number;
  readonly seizoen: Seizoen;
}

export type Opdrachtweigering =
  | 'periode_onleesbaar'
  | 'periode_omgekeerd'
  | 'ingreep_buiten_periode'
  | 'controle_past_niet'
  | 'breuk'
  | 'seizoen_past_niet'
  | 'kleine_telling'
  | 'controle_nul'
  | 'nog_niet_compleet'
  | 'geen_punten';

/** One side of an act; `telling` is null in a result that is internal. */
export interface Uitslagkant {
  readonly punten: number;
  readonly telling: number | null;
}

interface Uitslagkern {
  readonly voor: Uitslagkant;
  readonly na: Uitslagkant;
  /** Periods between the first and the last without a figure. */
  readonly ontbrekend: number;
  /** Figures that their source calls provisional. */
  readonly voorlopig: number;
  /** Figures that their source rounded, of the series or its control. */
  readonly afgerond: number;
}

/** What came of a question to a series, as it is frozen. */
export type Uitslag = Uitslagkern &
  (
    | { readonly soort: 'beschrijvend'; readonly reden: Beschrijfreden; readonly ratio: OpenRatio | null }
    | {
        readonly soort: 'geschat';
        readonly overgang: number;
        readonly ratio: Ratio;
        readonly p: number;
        readonly vrijheidsgraden: number;
        readonly spreiding: number;
        readonly fout: Schatting['fout'];
        readonly neweyWestVertraging: number;
        readonly autocorrelatie: number;
        readonly schijndata: Schatting['schijndata'];
        readonly negatiefBinomiaal: Schatting['negatiefBinomiaal'];
        readonly onderscheid: Onderscheid;
      }
  );

/** A ratio of which the data may put no upper bound. */
export interface OpenRatio {
  readonly verhouding: number | null;
  readonly ondergrens: number;
  readonly bovengrens: number | null;
}

/** A series and its control in the asked periods, point by point. */
export interface Reeksstof {
  readonly punten: readonly { readonly punt: Reeksmoment; readonly controle: Reeksmoment | null }[];
  readonly model: Segmentmodel;
  readonly ontbrekend: number;
}

const niet = (code: Opdrachtweigering) => geweigerd(weigering(code, code));

interface Venster {
  readonly van: number;
  readonly tot: number;
  readonly eerste: Temporal.PlainDate;
  readonly laatste: Temporal.PlainDate;
}

const periodeVan = (code: string, soort: Reekskeuze['periode']): Periode | null => {
  const p = parsePeriode(code);
  return p.ok && p.waarde.soort === soort ? p.waarde : null;
};

function vensterVan(o: Reeksopdracht): Result<Venster, Weigering<Opdrachtweigering>> {
  const van = periodeVan(o.van, o.reeks.periode);
  const tot = periodeVan(o.tot, o.reeks.periode);
  if (!van || !tot) return niet('periode_onleesbaar');
  const [begin, eind] = [momentVan(van) as number, momentVan(tot) as number];
  if (eind <= begin) return niet('periode_omgekeerd');
  return gelukt({ van: begin, tot: eind, eerste: eersteDag(van), laatste: laatsteDag(tot) });
}

/** What can be judged of a question before there are figures: its periods, day, control and season. */
export function toetsOpdracht(
  o: Reeksopdracht,
  breuken: readonly Breuk[],
): Result<Venster, Weigering<Opdrachtweigering>> {
  const venster = vensterVan(o);
  if (!venster.ok) return venster;
  const { van, tot, eerste, laatste } = venster.waarde;
  const ingreep = momentOp(Temporal.PlainDate.from(o.ingreep), o.reeks.periode);
  if (ingreep <= van || ingreep + o.vertraging > tot) return niet('ingreep_buiten_periode');
  if (o.controle && o.controle.periode !== o.reeks.periode) return niet('controle_past_niet');
  if (o.seizoen !== 'geen' && REEKSPERIODEN[o.reeks.periode] < 4) return niet('seizoen_past_niet');
  const binnen = (b: Breuk) => b.jaar > eerste.year && b.jaar <= laatste.year;
  return breuken.some(binnen) ? niet('breuk') : venster;
}

/** The question as the method reads it. */
export const segmentmodel = (o: Reeksopdracht): Segmentmodel => ({
  ingreep: momentOp(Temporal.PlainDate.from(o.ingreep), o.reeks.periode),
  vertraging: o.vertraging,
  vorm: o.vorm,
  seizoen: o.seizoen,
  perJaar: REEKSPERIODEN[o.reeks.periode],
});

/**
 * Lays a series and its control beside each other within the asked periods. A period that one of both lacks is left out.
 * Refuses a series with a count of 1 to 4, a control that is 0 somewhere, and, with `compleet`, a series that does not reach
 * its last period yet.
 */
export function legNaast(
  o: Reeksopdracht,
  v: { reeks: Telreeks; controle: Telreeks | null; breuken: readonly Breuk[]; compleet: boolean },
): Result<Reeksstof, Weigering<Opdrachtweigering>> {
  const venster = toetsOpdracht(o, v.breuken);
  if (!venster.ok) return venster;
  const { van, tot } = venster.waarde;
  const binnen = (r: Telreeks | null) => r?.momenten.filter(m => m.moment >= van && m.moment <= tot) ?? [];
  const [reeks, controle] = [binnen(v.reeks), binnen(v.controle)];
  if (heeftKleineTelling(reeks) || heeftKleineTelling(controle)) return niet('kleine_telling');
  if (controle.some(m => waardeVan(m.waarneming.cijfer) === 0)) return niet('controle_nul');
  const naast = new Map(controle.map(m => [m.moment, m]));
  const punten = reeks.flatMap(punt => {
    const ander = naast.get(punt.moment) ?? null;
    return o.controle && !ander ? [] : [{ punt, controle: ander }];
  });
  const laatste = punten.at(-1)?.punt.moment;
  if (v.compleet && laatste === undefined) return niet('geen_punten');
  if (v.compleet && laatste !== tot) return niet('nog_niet_compleet');
  return gelukt({ punten, model: segmentmodel(o), ontbrekend: tot - van + 1 - punten.length });
}

/** Points as the method reads them: the control is the exposure, 1 where there is none. */
export function telpuntenVan(
  punten: readonly { moment: number; waarneming: Waarneming; controle: Waarneming | null }[],
): Telpunt[] {
  return punten.map(({ moment, waarneming, controle }) => ({
    moment,
    telling: waardeVan(waarneming.cijfer),
    blootstelling: controle ? waardeVan(controle.cijfer) : 1,
  }));
}

function zonderTellingen(uit: Beschrijving | Schatting, openbaar: boolean): Pick<Uitslag, 'voor' | 'na'> {
  const kant = (k: Beschrijving['voor']) => ({ punten: k.punten, telling: openbaar ? k.telling : null });
  return { voor: kant(uit.voor), na: kant(uit.na) };
}

/** What came of it, without the counts themselves where a part of it is internal. */
export function maakUitslag(stof: Reeksstof): Uitslag {
  const uit = beoordeelReeks(
    telpuntenVan(
      stof.punten.map(({ punt, controle }) => ({ ...punt, controle: controle?.waarneming ?? null })),
    ),
    stof.model,
  );
  const openbaar = stof.punten.every(({ punt, controle }) =>
    [punt, ...(controle ? [controle] : [])].every(
      m => m.waarneming.cijfer.openbaarheid === 'openbaar_in_bron',
    ),
  );
  const kern = {
    ...zonderTellingen(uit, openbaar),
    ontbrekend: stof.ontbrekend,
    voorlopig: stof.punten.filter(({ punt }) => punt.waarneming.voorlopig).length,
    afgerond: stof.punten.filter(({ punt, controle }) =>
      [punt, controle].some(m => m?.waarneming.rondingsstap !== undefined),
    ).length,
  };
  if (uit.soort === 'beschrijvend') {
    const v = uit.verhouding;
    const ratio = v && { verhouding: v.verhouding, ondergrens: v.ondergrens, bovengrens: v.bovengrens };
    return { ...kern, soort: uit.soort, reden: uit.reden, ratio };
  }
  const { voor: _voor, na: _na, verloop: _verloop, ...rest } = uit;
  return { ...kern, ...rest };
}
