import type { Taal } from '#platform/ui/index.ts';
import { type Cijferbeeld, type Plaatsbeeld, type Regel, tempointerval } from '../../domain/cijferbeeld.ts';
import { maakTrechterbeeld, type Trechterbeeld } from '../../domain/trechterbeeld.ts';
import { isHeelJaar } from '../../domain/waarneming.ts';
import { tekstenVan } from '../taal.ts';
import { tempoMetInterval } from '../trechterwoorden.ts';

/** Measured figures over whole years that say most about a municipality, in the order of the catalogue. */
const VIJF = [
  'vt_meldingen',
  'vt_adviezen',
  'politie_incidenten_hg',
  'politie_misdrijven_hg',
  'tijdelijk_huisverbod',
];

/** An indicator with what one municipality has of it. */
export interface Gemeenterij {
  readonly beeld: Cijferbeeld;
  readonly plaats: Plaatsbeeld;
}

/** The five figures that matter, of those that the municipality has over a whole year. */
export function vijfVan(rijen: readonly Gemeenterij[]): Gemeenterij[] {
  return rijen.filter(r => VIJF.includes(r.beeld.indicator.code) && isHeelJaar(r.plaats.laatste.waarneming));
}

function tempo(r: Regel | null, taal: Taal): string | null {
  const interval = r ? tempointerval(r) : null;
  if (!r || r.perDuizend === null || interval === null) return null;
  return tempoMetInterval({ perDuizend: r.perDuizend, interval }, taal);
}

/** The figure of the region itself from the same source, definition and year, or null. */
function vanRegio({ beeld, plaats }: Gemeenterij): Regel | null {
  const w = plaats.laatste.waarneming;
  return (
    beeld.regio?.regels.find(
      r =>
        r.waarneming.bron === w.bron &&
        r.waarneming.definitieversie === w.definitieversie &&
        r.waarneming.periodeCode === w.periodeCode,
    ) ?? null
  );
}

/** Where the municipality lies in the funnel of that year, in a word, or why it is in none. */
function inTrechter({ beeld, plaats }: Gemeenterij, taal: Taal): string {
  const t = tekstenVan(taal).gebieden.trechter;
  const periode = plaats.laatste.waarneming.periodeCode;
  const trechter = maakTrechterbeeld(
    beeld.indicator,
    beeld.gemeenten.map(g => ({
      code: g.plaats.code,
      naam: g.plaats.naam,
      regel: g.regels.findLast(r => r.waarneming.periodeCode === periode) ?? null,
    })),
  );
  if (typeof trechter === 'string') return t.geen[trechter];
  return plaatsIn(trechter, plaats.plaats.code, t);
}

function plaatsIn(
  trechter: Trechterbeeld,
  code: string,
  t: ReturnType<typeof tekstenVan>['gebieden']['trechter'],
): string {
  const g = trechter.gemeenten.find(x => x.code === code);
  if (g) return t.oordeel[g.plek.oordeel];
  const weg = trechter.buiten.find(x => x.code === code);
  return weg ? t.reden[weg.reden] : t.kaartGeen;
}

/** One figure of a municipality beside its region. */
export interface Regionaast {
  readonly rij: Gemeenterij;
  /** Rate per 1,000 with its interval, or why there is none. */
  readonly gemeente: string;
  readonly regio: string;
  readonly trechter: string;
}

/** The figures that matter beside those of the region, of the indicators that have a rate per inhabitant. */
export function naastRegio(rijen: readonly Gemeenterij[], taal: Taal): Regionaast[] {
  const t = tekstenVan(taal);
  return vijfVan(rijen)
    .filter(r => r.beeld.indicator.perDuizend)
    .map(rij => ({
      rij,
      gemeente: tempo(rij.plaats.laatste, taal) ?? (rij.plaats.laatste.teKlein ? t.teKlein : t.nvt),
      regio: tempo(vanRegio(rij), taal) ?? t.gebieden.profiel.geenRegio,
      trechter: inTrechter(rij, taal),
    }));
}
