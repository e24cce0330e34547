import { isKleineTelling } from '#kern/onthulling/index.ts';
import {
  exacteGrenzen,
  FINGERTIPS_JAREN,
  FINGERTIPS_LOOS_ALARM,
  fingertipsTrend,
  garwoodInterval,
  jaarhelling,
  kiesMethode,
  type Methodekeuze,
  nhsLoosAlarm,
  nhsSignalen,
  uKaart,
  voorspellingsinterval,
  xmrGrenzen,
} from '#kern/statistiek/index.ts';
import type { Indicator } from './indicator.ts';
import { type Plaatsreeks, plaatsreeksen } from './plaatsreeks.ts';
import type { Waarneming } from './waarneming.ts';

/** A chart of one series: the middle and limits per point, and which points stand out. */
export interface Regelkaartbeeld {
  readonly midden: number;
  readonly grenzen: readonly { readonly ondergrens: number; readonly bovengrens: number }[];
  readonly opvallend: readonly boolean[];
}

/** What the method says of the series. `loos` is the chance that it says so without any change. */
export type Verloopuitkomst =
  | { readonly soort: 'geen' }
  | { readonly soort: 'interval'; readonly van: number; readonly tot: number; readonly loos: number }
  | { readonly soort: 'verhouding'; readonly loos: number }
  | { readonly soort: 'richting'; readonly richting: 'omhoog' | 'omlaag' | 'geen'; readonly loos: number }
  | { readonly soort: 'kaart'; readonly kaart: Regelkaartbeeld; readonly loos: number };

/** How a series may be read, why, and what that says. */
export interface Verloop {
  readonly reeks: Plaatsreeks;
  readonly keuze: Methodekeuze;
  readonly uitkomst: Verloopuitkomst;
}

const ALFA = 0.05;
const DRIE_SIGMA_BUITEN = 0.0027;
/** Points from which limits are made; what comes after is held against them. */
const BASISPUNTEN = 24;

const minstensEen = (kans: number, punten: number): number => 1 - (1 - kans) ** punten;

function voorspelling(n: number): Verloopuitkomst {
  const { ondergrens, bovengrens } = voorspellingsinterval({ telling: n, blootstelling: 1 });
  return { soort: 'interval', van: ondergrens, tot: bovengrens, loos: ALFA };
}

function helling(tellingen: readonly number[]): Verloopuitkomst {
  const h = jaarhelling(tellingen);
  if (h === null) return { soort: 'geen' };
  const richting = h.p >= ALFA ? 'geen' : h.helling > 0 ? 'omhoog' : 'omlaag';
  return { soort: 'richting', richting, loos: ALFA };
}

function trend(tellingen: readonly number[]): Verloopuitkomst {
  const punten = tellingen.slice(-FINGERTIPS_JAREN).map(waarde => ({ waarde, ...garwoodInterval(waarde) }));
  return { soort: 'richting', richting: fingertipsTrend(punten).richting, loos: FINGERTIPS_LOOS_ALARM };
}

function xmrKaart(r: Plaatsreeks, alleenGrenzen: boolean): Verloopuitkomst {
  const grenzen = xmrGrenzen(r.tellingen.slice(0, BASISPUNTEN));
  const signalen = nhsSignalen(r.tellingen, grenzen);
  const ondergrens = Math.max(0, grenzen.ondergrens);
  const loos = nhsLoosAlarm(r.tellingen.length);
  return {
    soort: 'kaart',
    kaart: {
      midden: grenzen.midden,
      grenzen: r.tellingen.map(() => ({ ondergrens, bovengrens: grenzen.bovengrens })),
      opvallend: signalen.map(s => (alleenGrenzen ? s.includes('buiten_grens') : s.length > 0)),
    },
    loos: alleenGrenzen ? loos.grenzen : loos.regels,
  };
}

const buiten = (x: number, g: { ondergrens: number; bovengrens: number }): boolean =>
  x < g.ondergrens || x > g.bovengrens;

function exacteKaart(r: Plaatsreeks): Verloopuitkomst {
  const basis = r.tellingen.slice(0, BASISPUNTEN);
  const g = exacteGrenzen(basis.reduce((s, x) => s + x, 0) / basis.length);
  return {
    soort: 'kaart',
    kaart: {
      midden: g.midden,
      grenzen: r.tellingen.map(() => g),
      opvallend: r.tellingen.map(x => buiten(x, g)),
    },
    loos: minstensEen(g.loosAlarm, r.tellingen.length),
  };
}

function laneyKaart(r: Plaatsreeks): Verloopuitkomst {
  const u = uKaart(r.tellingen, r.blootstellingen ?? r.tellingen.map(() => 1));
  return {
    soort: 'kaart',
    kaart: {
      midden: u.midden,
      grenzen: u.grenzen,
      opvallend: r.tellingen.map((x, i) => {
        const g = u.grenzen[i];
        return g !== undefined && buiten(x / (r.blootstellingen?.[i] ?? 1), g);
      }),
    },
    loos: minstensEen(DRIE_SIGMA_BUITEN, r.tellingen.length),
  };
}

function uitkomstVan(r: Plaatsreeks, keuze: Methodekeuze): Verloopuitkomst {
  switch (keuze.methode) {
    case 'geen':
      return { soort: 'geen' };
    case 'interval':
      return voorspelling(r.tellingen[0] as number);
    case 'verhouding':
      return { soort: 'verhouding', loos: ALFA };
    case 'jaarhelling':
      return helling(r.tellingen);
    case 'fingertips':
      return trend(r.tellingen);
    case 'xmr':
      return xmrKaart(r, keuze.redenen.includes('perioden_hangen_samen'));
    case 'exacte_kaart':
      return exacteKaart(r);
    case 'laney':
      return laneyKaart(r);
  }
}

/** Largest count for which the intervals and charts are checked against R. */
const GROOTSTE_TELLING = 1_000_000;

function leesVerloop(reeks: Plaatsreeks): Verloop {
  const keuze = kiesMethode(reeks);
  // One printed count of 1 to 4 and nothing is built on the series: its limits would give the count away.
  const reden = reeks.tellingen.some(isKleineTelling)
    ? 'te_kleine_aantallen'
    : reeks.tellingen.some(n => n > GROOTSTE_TELLING)
      ? 'te_grote_aantallen'
      : null;
  if (reden === null) return { reeks, keuze, uitkomst: uitkomstVan(reeks, keuze) };
  return {
    reeks,
    keuze: { ...keuze, methode: 'geen', redenen: [reden], bewaking: null },
    uitkomst: { soort: 'geen' },
  };
}

/**
 * How the series of one indicator at one place may be read: one answer per length of period (years, quarters, months),
 * for the series that goes on longest up to now. Made of what the reader sees and of nothing else.
 * @param vandaag ISO day: periods that have not ended are not in it
 */
export function verlopenVan(
  waarnemingen: readonly Waarneming[],
  indicator: Indicator,
  vandaag: string,
): Verloop[] {
  const reeksen = plaatsreeksen(waarnemingen, [indicator], vandaag);
  return (['jaar', 'kwartaal', 'maand'] as const).flatMap(soort => {
    const beste = reeksen
      .filter(r => r.periode === soort)
      .toSorted(
        (a, b) =>
          (b.perioden.at(-1) ?? '').localeCompare(a.perioden.at(-1) ?? '') ||
          b.tellingen.length - a.tellingen.length,
      )[0];
    return beste ? [leesVerloop(beste)] : [];
  });
}
