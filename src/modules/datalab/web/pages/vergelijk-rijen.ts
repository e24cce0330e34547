import type { Plaatsbeeld, Regel } from '../../domain/cijferbeeld.ts';
import { draagtAfleiding, waardeVan } from '../../domain/waarneming.ts';
import type { Uitvoer } from '../uitvoer.ts';
import type { Vergelijkkeuze } from './vergelijk.tsx';

/** How a municipality is shaded: by its verdict, or not at all where nothing may be built on its count. */
export type Vergelijkklasse = 'signaal' | 'geen_signaal' | 'niet_te_zeggen' | 'geen';

/** One municipality in the comparison; `regel` is null when it has no figure for the year. */
export interface Vergelijkrij {
  readonly code: string;
  readonly naam: string;
  readonly slug: string;
  readonly regel: Regel | null;
  /** The place with only the change that ends in the chosen year. */
  readonly beeld: Plaatsbeeld | null;
  readonly klasse: Vergelijkklasse;
}

function klasseVan(regel: Regel | null, beeld: Plaatsbeeld | null): Vergelijkklasse {
  const verandering = beeld?.verandering;
  if (!regel || regel.teKlein || !verandering || !draagtAfleiding(verandering.voor)) return 'geen';
  return verandering.oordeel.oordeel;
}

/** The rows of a comparison, in the order of the municipalities: by name. */
export function vergelijkRijen(keuze: Vergelijkkeuze): Vergelijkrij[] {
  const code = String(keuze.jaar ?? '');
  return keuze.gemeenten.map(g => {
    const gevonden = keuze.beeld?.gemeenten.find(b => b.plaats.code === g.code) ?? null;
    const regel = gevonden?.regels.findLast(r => r.waarneming.periodeCode === code) ?? null;
    const verandering = gevonden?.verandering?.na.periodeCode === code ? gevonden.verandering : null;
    const beeld = gevonden ? { ...gevonden, verandering } : null;
    return { code: g.code, naam: g.naam, slug: g.slug, regel, beeld, klasse: klasseVan(regel, beeld) };
  });
}

/** The comparison as a table file. */
export function vergelijkUitvoer(keuze: Vergelijkkeuze, rijen: readonly Vergelijkrij[]): Uitvoer {
  return {
    naam: `vergelijking-${keuze.indicator.code}-${keuze.regio.id}-${keuze.jaar ?? ''}`,
    kolommen: [
      'gemeente',
      'code',
      'indicator',
      'jaar',
      'waarde',
      'eenheid',
      'interval_van',
      'interval_tot',
      'per_1000_inwoners',
      'oordeel',
      'openbaarheid',
      'bron',
      'plek',
      'grenzen',
    ],
    rijen: rijen.map(r => {
      const w = r.regel?.waarneming;
      return [
        r.naam,
        r.code,
        keuze.indicator.code,
        keuze.jaar,
        w ? waardeVan(w.cijfer) : null,
        w?.eenheid ?? null,
        r.regel?.interval?.van ?? null,
        r.regel?.interval?.tot ?? null,
        r.regel?.perDuizend == null ? null : Math.round(r.regel.perDuizend * 100) / 100,
        r.klasse === 'geen' ? null : r.klasse,
        w?.cijfer.openbaarheid ?? null,
        w?.citaat.titel ?? null,
        w?.citaat.plek ?? null,
        keuze.grenzen,
      ];
    }),
  };
}
