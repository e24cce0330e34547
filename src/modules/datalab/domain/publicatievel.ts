import { formatPeriode, parsePeriode, type Taal } from '#kern/datum/index.ts';
import { type Afgedrukt, type Publiceerbaar, uitPublicatie } from '#kern/onthulling/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';
import { type Afdrukoordeel, intervalVan, oordeelVan } from './afgedrukt.ts';
import { type Indicator, inTaal } from './indicator.ts';
import type { OpenPublicatie, Publicatiecel } from './publicatie.ts';
import { schommeltMeerDanToeval } from './verandering.ts';

/** One place in a table of a release, with its cells by column; null where there is none. */
export interface Velrij {
  readonly plaats: string;
  readonly soort: Publicatiecel['plaatssoort'];
  readonly code: string;
  readonly cellen: readonly (Publiceerbaar<Afgedrukt> | null)[];
}

/** A period of a table: its code, its words and its days (ISO). */
export interface Velkolom {
  readonly code: string;
  readonly naam: string;
  readonly heelJaar: boolean;
  readonly van: string;
  readonly tot: string;
}

/** The table of one indicator. */
export interface Velgroep {
  readonly indicator: string;
  readonly definitieversie: number;
  readonly naam: string;
  readonly definitie: string;
  readonly kolommen: readonly Velkolom[];
  readonly rijen: readonly Velrij[];
  /** Of the region, over its last two whole years. */
  readonly oordeel: { readonly van: string; readonly tot: string; readonly wat: Afdrukoordeel } | null;
  /** Do the years of this series vary more than chance alone, so that a change is called clear too soon? */
  readonly schommelt: boolean;
}

/** The same table with the row of one municipality only; what is said of the region goes with its row. */
export const alleenPlaats = (g: Velgroep, code: string): Velgroep => ({
  ...g,
  rijen: g.rijen.filter(r => r.soort === 'gemeente' && r.code === code),
  oordeel: null,
});

const RANG = { gemeente: 0, subregio: 1, regio: 2 } as const;

function rijenVan(
  cellen: readonly Publicatiecel[],
  kolommen: readonly { code: string }[],
  haal: (naam: string) => Publiceerbaar<Afgedrukt>,
): Velrij[] {
  const perPlaats = Map.groupBy(cellen, c => `${c.plaatssoort} ${c.plaats}`);
  return [...perPlaats.values()]
    .flatMap(lijst => {
      const [eerste] = lijst;
      if (!eerste) return [];
      const van = (code: string) => lijst.find(c => c.periode === code);
      return [
        {
          plaats: eerste.plaatsnaam,
          soort: eerste.plaatssoort,
          code: eerste.plaats,
          cellen: kolommen.map(k => {
            const cel = van(k.code);
            return cel ? haal(cel.naam) : null;
          }),
        },
      ];
    })
    .toSorted((a, b) => RANG[a.soort] - RANG[b.soort] || a.plaats.localeCompare(b.plaats, 'nl'));
}

function oordeelOver(kolommen: Velgroep['kolommen'], rijen: readonly Velrij[]): Velgroep['oordeel'] {
  const regio = rijen.find(r => r.soort === 'regio');
  const jaren = kolommen.flatMap((k, i) => {
    const cel = regio?.cellen[i];
    return k.heelJaar && cel ? [{ naam: k.naam, cel }] : [];
  });
  const [voor, na] = jaren.slice(-2);
  return voor && na ? { van: voor.naam, tot: na.naam, wat: oordeelVan(voor.cel, na.cel).waarde } : null;
}

/**
 * A release as tables: the one form from which page, picture, file and document are made. Every value comes through the
 * gate here; there is no other way from a release to a reader.
 */
export function maakVel(o: OpenPublicatie, indicatoren: readonly Indicator[], taal: Taal): Velgroep[] {
  const haal = (naam: string) => uitPublicatie(o.uitgave, naam);
  const perIndicator = Map.groupBy(o.cellen, c => `${c.indicator}|${c.definitieversie}`);
  return [...perIndicator.values()].flatMap(cellen => {
    const [eerste] = cellen;
    if (!eerste) return [];
    const def = indicatoren.find(
      i => i.code === eerste.indicator && i.definitieversie === eerste.definitieversie,
    );
    const perioden = new Map(cellen.map(c => [c.periode, c]));
    const kolommen = [...perioden]
      .toSorted((a, b) => a[1].van.localeCompare(b[1].van) || a[0].length - b[0].length)
      .map(([code, { van, tot }]): Velkolom => {
        const periode = waardeOf(parsePeriode(code));
        return { code, naam: formatPeriode(periode, taal), heelJaar: periode.soort === 'jaar', van, tot };
      });
    const rijen = rijenVan(cellen, kolommen, haal);
    return [
      {
        indicator: eerste.indicator,
        definitieversie: eerste.definitieversie,
        naam: def ? inTaal(def.naam, taal) : eerste.indicator,
        definitie: def ? inTaal(def.definitie, taal) : '',
        kolommen,
        rijen,
        oordeel: oordeelOver(kolommen, rijen),
        schommelt: schommeltMeerDanToeval(eerste.indicator),
      },
    ];
  });
}

/** The spread of a printed count that a picture may draw: chance and rounding together. */
export const spreiding = (cel: Publiceerbaar<Afgedrukt>) => intervalVan(cel).waarde;
