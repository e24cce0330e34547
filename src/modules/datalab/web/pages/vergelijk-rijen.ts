import type { Plaatsbeeld, Regel } from '../../domain/cijferbeeld.ts';
import { type Geentrechter, maakTrechterbeeld, type Trechterbeeld } from '../../domain/trechterbeeld.ts';
import { maakVerloop, type Verlooplijn } from '../../domain/verloop.ts';
import { draagtAfleiding, waardeVan } from '../../domain/waarneming.ts';
import type { Cel, Uitvoer } from '../uitvoer.ts';
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
function vergelijkRijen(keuze: Vergelijkkeuze): Vergelijkrij[] {
  const code = String(keuze.jaar ?? '');
  return keuze.gemeenten.map(g => {
    const gevonden = keuze.beeld?.gemeenten.find(b => b.plaats.code === g.code) ?? null;
    const regel = gevonden?.regels.findLast(r => r.waarneming.periodeCode === code) ?? null;
    const verandering = gevonden?.verandering?.na.periodeCode === code ? gevonden.verandering : null;
    const beeld = gevonden ? { ...gevonden, verandering } : null;
    return { code: g.code, naam: g.naam, slug: g.slug, regel, beeld, klasse: klasseVan(regel, beeld) };
  });
}

/** Everything that a comparison shows: each municipality, the funnel and the course. */
export interface Vergelijkgoed {
  readonly rijen: Vergelijkrij[];
  readonly trechter: Trechterbeeld | Geentrechter;
  readonly verloop: Verlooplijn[] | null;
}

/** Makes what a comparison shows. */
export function maakVergelijkgoed(keuze: Vergelijkkeuze): Vergelijkgoed {
  const rijen = vergelijkRijen(keuze);
  const perInwoner = keuze.indicator.telling && keuze.indicator.perDuizend;
  return {
    rijen,
    trechter: maakTrechterbeeld(keuze.indicator, rijen),
    verloop: perInwoner ? maakVerloop(keuze.gemeenten, keuze.beeld?.gemeenten ?? []) : null,
  };
}

function trechtercellen(code: string, trechter: Trechterbeeld | Geentrechter): Cel[] {
  if (typeof trechter === 'string') return [null, null, null];
  const g = trechter.gemeenten.find(x => x.code === code);
  const rond = (n: number) => Math.round(n * 100) / 100;
  if (g) return [rond(g.verwacht), rond(g.gekrompen), g.plek.oordeel];
  return [null, null, null];
}

const KOLOMMEN = [
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
  'verwacht_naar_inwonertal',
  'bijgesteld_per_1000_inwoners',
  'trechter',
] as const;

/** The comparison as a table file. */
export function vergelijkUitvoer(keuze: Vergelijkkeuze, { rijen, trechter }: Vergelijkgoed): Uitvoer {
  return {
    naam: `vergelijking-${keuze.indicator.code}-${keuze.regio.id}-${keuze.jaar ?? ''}`,
    kolommen: KOLOMMEN,
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
        ...trechtercellen(r.code, trechter),
      ];
    }),
  };
}
