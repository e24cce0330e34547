import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';

/** A municipality with its validity in days; `geldigTot` is the first day on which it no longer exists. */
export interface Gemeente {
  readonly code: string;
  readonly naam: string;
  readonly cbsNaam: string;
  readonly slug: string;
  readonly provincie: string;
  readonly regio: string | null;
  readonly subregio: string | null;
  /** null: since before 2013. */
  readonly geldigVanaf: string | null;
  /** null: still valid. */
  readonly geldigTot: string | null;
  readonly opvolgers: readonly string[];
}

/** Name of a place in addresses: 'Bergen (NH.)' becomes 'bergen-nh'. */
export function slugVan(naam: string): string {
  return naam
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Does the municipality exist on this day (ISO)? */
export function bestaatOp(g: Gemeente, dag: string): boolean {
  return (g.geldigVanaf === null || g.geldigVanaf <= dag) && (g.geldigTot === null || dag < g.geldigTot);
}

/** Did the municipality exist at any moment from the first to the last day (ISO, both included)? */
export function bestondTussen(g: Gemeente, van: string, tot: string): boolean {
  return (g.geldigVanaf === null || g.geldigVanaf <= tot) && (g.geldigTot === null || van < g.geldigTot);
}

export type Gemeenteweigering = 'gemeente_onbekend' | 'gemeente_bestond_niet';

/**
 * Finds the municipality that a row means by its code or name, in the days of the figure. Refuses by name:
 * unknown, or known but not in existence then (with its successors).
 */
export function vindGemeente(
  gemeenten: readonly Gemeente[],
  invoer: string,
  van: string,
  tot: string,
): Result<Gemeente, Weigering<Gemeenteweigering>> {
  const gezocht = invoer.trim();
  const slug = slugVan(gezocht);
  const passend = gemeenten.filter(
    g => g.code === gezocht.toUpperCase() || g.slug === slug || slugVan(g.cbsNaam) === slug,
  );
  const goed = passend.find(g => bestondTussen(g, van, tot));
  if (goed) return gelukt(goed);
  const eerder = passend[0];
  if (!eerder) {
    return geweigerd(
      weigering(
        'gemeente_onbekend',
        `De gemeente ‘${gezocht}’ kennen wij niet. Schrijf de naam zoals het CBS dat doet, of gebruik de code (GM en vier cijfers).`,
      ),
    );
  }
  const namen = eerder.opvolgers.map(c => gemeenten.find(g => g.code === c)?.naam ?? c).join(', ');
  const waarheen = namen === '' ? '' : ` Haar gebied hoort nu bij: ${namen}.`;
  return geweigerd(
    weigering(
      'gemeente_bestond_niet',
      `De gemeente ${eerder.naam} bestond niet in deze periode.${waarheen} Controleer de gemeente of de periode.`,
    ),
  );
}
