import type { Afgedrukt, Publiceerbaar } from '#kern/onthulling/index.ts';
import { type Afdrukoordeel, oordeelVan } from './afgedrukt.ts';
import type { Velgroep, Velkolom } from './publicatievel.ts';

/** A municipality on the map of a release: its two printed counts and what can be said of the change between them. */
export interface Kaartgemeente {
  readonly code: string;
  readonly naam: string;
  readonly voor: Publiceerbaar<Afgedrukt>;
  readonly na: Publiceerbaar<Afgedrukt>;
  readonly wat: Afdrukoordeel;
}

export interface Publicatiekaart {
  readonly van: Velkolom;
  readonly tot: Velkolom;
  /** In the order of the table: by name. */
  readonly gemeenten: readonly Kaartgemeente[];
}

/**
 * The change between the last two whole years that a release prints, per municipality: from the print alone, in every
 * corner of what the true counts can be, and strict enough for all municipalities together. What was left out and what
 * is too small or too near are all 'niet_te_zeggen'. Null: there is nothing to compare.
 */
export function maakPublicatiekaart(g: Velgroep): Publicatiekaart | null {
  const jaren = g.kolommen.flatMap((k, i) => (k.heelJaar ? [i] : []));
  const [a = -1, b = -1] = jaren.slice(-2);
  const [van, tot] = [g.kolommen[a], g.kolommen[b]];
  if (!van || !tot) return null;
  const paren = g.rijen.flatMap(r => {
    const [voor, na] = [r.cellen[a], r.cellen[b]];
    return r.soort === 'gemeente' && voor && na ? [{ code: r.code, naam: r.plaats, voor, na }] : [];
  });
  if (paren.length < 2) return null;
  return {
    van,
    tot,
    gemeenten: paren.map(p => ({ ...p, wat: oordeelVan(p.voor, p.na, paren.length).waarde })),
  };
}
