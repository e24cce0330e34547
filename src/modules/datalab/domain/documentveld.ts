import { parseDag } from '#kern/datum/index.ts';
import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import type { Invulveld } from './documentsjabloon.ts';
import {
  type Celverwijzing,
  leesVrijeTekst,
  losseGetallen,
  schrijfVerwijzing,
  type Vrijalinea,
  verwijzingenIn,
} from './documenttekst.ts';

/** What a field of a template holds once it was read. */
export type Ingevuld =
  | { readonly soort: 'leeg' }
  | { readonly soort: 'dag'; readonly dag: Temporal.PlainDate }
  | { readonly soort: 'regel'; readonly tekst: string }
  | { readonly soort: 'vrij'; readonly alineas: readonly Vrijalinea[] };

/** Why a field cannot be used, for whoever puts it in words. */
export type Veldfout =
  | { readonly code: 'leeg' | 'geen_datum' | 'geen_kenmerk' }
  | { readonly code: 'te_lang'; readonly hoogstens: number; readonly lengte: number }
  | { readonly code: 'los_getal' | 'onbekend_cijfer'; readonly wat: string };

type Uitkomst = Result<Ingevuld, Veldfout>;

const KENMERK = /^[A-Za-z0-9][A-Za-z0-9 ./_-]*$/;

function leesTekst(tekst: string, kent: (v: Celverwijzing) => boolean): Veldfout | null {
  const [los] = losseGetallen(tekst);
  if (los !== undefined) return { code: 'los_getal', wat: los };
  const vreemd = verwijzingenIn(tekst).find(v => !kent(v));
  return vreemd ? { code: 'onbekend_cijfer', wat: schrijfVerwijzing(vreemd) } : null;
}

/**
 * Reads what was typed into a field as the type that the template gives it. A number in the words is refused unless it
 * is a reference to a count of a chosen release (`kent`).
 */
export function leesInvulveld(veld: Invulveld, ruw: string, kent: (v: Celverwijzing) => boolean): Uitkomst {
  const tekst = ruw.replace(/\r\n?/g, '\n').trim();
  if (tekst === '') return veld.verplicht ? geweigerd({ code: 'leeg' }) : gelukt({ soort: 'leeg' });
  if (tekst.length > veld.hoogstens)
    return geweigerd({ code: 'te_lang', hoogstens: veld.hoogstens, lengte: tekst.length });
  if (veld.soort === 'datum') {
    const dag = parseDag(tekst);
    return dag.ok ? gelukt({ soort: 'dag', dag: dag.waarde }) : geweigerd({ code: 'geen_datum' });
  }
  if (veld.soort === 'kenmerk')
    return KENMERK.test(tekst) ? gelukt({ soort: 'regel', tekst }) : geweigerd({ code: 'geen_kenmerk' });
  const fout = leesTekst(tekst, veld.soort === 'vrij' ? kent : () => false);
  if (fout) return geweigerd(fout);
  return veld.soort === 'vrij'
    ? gelukt({ soort: 'vrij', alineas: leesVrijeTekst(tekst) })
    : gelukt({ soort: 'regel', tekst: tekst.replace(/\s+/g, ' ') });
}
