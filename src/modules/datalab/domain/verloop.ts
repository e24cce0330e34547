import { type Plaatsbeeld, type Regel, tempointerval } from './cijferbeeld.ts';
import { isHeelJaar, isOpenbaar, type Waarneming } from './waarneming.ts';

/** One year of one municipality; rates are per 1,000 inhabitants. */
export interface Verlooppunt {
  readonly jaar: number;
  /** null: no rate; `teKlein` says whether there is a count on which nothing may be built. */
  readonly tempo: { readonly perDuizend: number; readonly van: number; readonly tot: number } | null;
  readonly teKlein: boolean;
  readonly voorlopig: boolean;
}

/** The years of one municipality from one source; empty when it has no published whole year. */
export interface Verlooplijn {
  readonly code: string;
  readonly naam: string;
  readonly punten: readonly Verlooppunt[];
}

const jaarVan = (w: Waarneming): number => (w.periode.soort === 'jaar' ? w.periode.jaar : 0);

function puntVan(jaar: number, regels: readonly Regel[]): Verlooppunt {
  const r = regels.find(x => jaarVan(x.waarneming) === jaar);
  const grens = r ? tempointerval(r) : null;
  return {
    jaar,
    tempo: r && grens && r.perDuizend !== null ? { perDuizend: r.perDuizend, ...grens } : null,
    teKlein: r?.teKlein ?? false,
    voorlopig: r?.waarneming.voorlopig ?? false,
  };
}

/**
 * The published whole years of municipalities on the same years, for small lines on one scale: each from the source of its
 * latest year, never two sources in one line. A count of 1 to 4 leaves a gap. null when fewer than two municipalities have
 * a rate, or none has two years.
 */
export function maakVerloop(
  gemeenten: readonly { code: string; naam: string }[],
  beelden: readonly Plaatsbeeld[],
): Verlooplijn[] | null {
  const lijnen = gemeenten.map(g => {
    const alle = (beelden.find(b => b.plaats.code === g.code)?.regels ?? []).filter(
      r => isHeelJaar(r.waarneming) && isOpenbaar(r.waarneming),
    );
    const laatste = alle.at(-1)?.waarneming;
    const regels = alle.filter(
      r => r.waarneming.bron === laatste?.bron && r.waarneming.definitieversie === laatste.definitieversie,
    );
    return { code: g.code, naam: g.naam, regels };
  });
  const jaren = lijnen.flatMap(l => l.regels.map(r => jaarVan(r.waarneming)));
  const [eerste, laatste] = [Math.min(...jaren), Math.max(...jaren)];
  const reeks = jaren.length === 0 ? [] : Array.from({ length: laatste - eerste + 1 }, (_, i) => eerste + i);
  const uit = lijnen.map(({ code, naam, regels }) => ({
    code,
    naam,
    punten: regels.length === 0 ? [] : reeks.map(jaar => puntVan(jaar, regels)),
  }));
  const metTempo = uit.map(l => l.punten.filter(p => p.tempo !== null).length).filter(n => n > 0);
  return metTempo.length < 2 || Math.max(...metTempo) < 2 ? null : uit;
}
