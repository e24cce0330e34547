import type { Publiceerbaar } from '#kern/onthulling/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listGemeenten as listGemeentenUitOpslag } from '../db/gemeente-opslag.ts';
import {
  listDefinities as listDefinitiesUitOpslag,
  listIndicatoren as listIndicatorenUitOpslag,
} from '../db/indicator-opslag.ts';
import {
  findWaarneming as findWaarnemingInOpslag,
  listOnbekenden as listOnbekendenUitOpslag,
  listStanden as listStandenUitOpslag,
  listWaarnemingen,
  type Onbekende,
  type Waarnemingstand,
} from '../db/waarneming-opslag.ts';
import type { Cijferbeeld } from '../domain/cijferbeeld.ts';
import type { Gemeente } from '../domain/gemeente.ts';
import type { Grenzen } from '../domain/grenzen.ts';
import { type Indicator, indicatorSlug } from '../domain/indicator.ts';
import { isOpenbaar, type OpenbareWaarneming, type Waarneming } from '../domain/waarneming.ts';
import { leesBeeldstof } from './beeldstof.ts';

/** Every version of every definition, in the order of the groups, then by name and version. */
export function listDefinities(tx: Transactie): Promise<Indicator[]> {
  return listDefinitiesUitOpslag(tx);
}

/** The catalogue, each indicator under its usual definition. */
export function listIndicatoren(tx: Transactie): Promise<Indicator[]> {
  return listIndicatorenUitOpslag(tx);
}

/** Municipalities that existed at some moment since 2015: of a region, or of the country; by name. */
export function listGemeenten(tx: Transactie, regio?: string): Promise<Gemeente[]> {
  return listGemeentenUitOpslag(tx, regio);
}

/** One observation by its id with all its versions, or null: not there, or not for this reader. */
export async function findWaarneming(
  tx: Transactie,
  id: string,
): Promise<{ waarneming: Waarneming; standen: Waarnemingstand[] } | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const waarneming = await findWaarnemingInOpslag(tx, id);
  return waarneming ? { waarneming, standen: await listStandenUitOpslag(tx, id) } : null;
}

export type { Onbekende };

/** What the sources of a region call unknown or secret of an indicator, as this reader may see it; by time and place. */
export function listOnbekenden(tx: Transactie, regio: string, indicator: string): Promise<Onbekende[]> {
  return listOnbekendenUitOpslag(tx, regio, indicator);
}

/** One published point of a series, for who shows figures outside the datalab. */
export interface Reekspunt {
  readonly periode: string;
  readonly plaats: string;
  readonly waarde: Publiceerbaar<number>;
  readonly eenheid: string;
  readonly voorlopig: boolean;
}

/**
 * The published series of an indicator in a region, or in one of its municipalities (CBS code), as its sources print
 * it, by period. Internal figures are never in it, whoever asks.
 */
export async function leesReeks(
  tx: Transactie,
  f: { regio: string; gemeente?: string; indicator: string },
): Promise<Reekspunt[]> {
  const alle = await listWaarnemingen(tx, f);
  return alle
    .filter(isOpenbaar)
    .filter(w => (f.gemeente === undefined ? w.plaats.soort === 'regio' : true))
    .map((w: OpenbareWaarneming) => ({
      periode: w.periodeCode,
      plaats: w.plaats.naam,
      waarde: w.cijfer.publiceerbaar,
      eenheid: w.eenheid,
      voorlopig: w.voorlopig,
    }));
}

export interface Beeldvraag {
  regio: string;
  /** Code of one indicator; left out, all of them. */
  indicator?: string;
  grenzen: Grenzen;
  vandaag: Temporal.PlainDate;
}

/** The pictures of a region: what this reader may see of each indicator, with what may be derived from it. */
export async function leesBeelden(tx: Transactie, v: Beeldvraag): Promise<readonly Cijferbeeld[]> {
  const { regio, vandaag, ...keuze } = v;
  return (await leesBeeldstof(tx, regio)).beelden({ ...keuze, dag: vandaag.toString() });
}

/** The indicator that an address or a row means by its code or slug. Refuses by name. */
export function kiesIndicator(
  indicatoren: readonly Indicator[],
  invoer: string,
): Result<Indicator, Weigering<'indicator_onbekend'>> {
  const slug = indicatorSlug(invoer.trim());
  const gevonden = indicatoren.find(i => indicatorSlug(i.code) === slug);
  if (gevonden) return gelukt(gevonden);
  return geweigerd(
    weigering(
      'indicator_onbekend',
      `De indicator ‘${invoer}’ kennen wij niet. Kies er een uit de catalogus.`,
    ),
  );
}
