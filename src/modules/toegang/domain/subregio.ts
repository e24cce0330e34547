export interface Plaats {
  code: string;
  naam: string;
}
/** A region as roles are given in it: its municipalities of today and the subregions of more than one of them. */
export interface Gebied {
  regio: string;
  naam: string;
  gemeenten: readonly Plaats[];
  subregios?: readonly Subregio[];
}
export interface Subregio {
  naam: string;
  gemeenten: readonly Plaats[];
}

const MERK = 'subregio:';

/** The value of a subregion in the field that also takes a municipality: region and name, since names recur. */
export const subregiowaarde = (regio: string, naam: string): string => `${MERK}${regio}/${naam}`;

/** Is this value of the field meant as a subregion, known or not? */
export const isSubregiowaarde = (waarde: string): boolean => waarde.startsWith(MERK);

/** The subregion that a value of the field means, within this region; null when the region has none such. */
export function findSubregio(gebieden: readonly Gebied[], regio: string, waarde: string): Subregio | null {
  const gebied = gebieden.find(g => g.regio === regio);
  return gebied?.subregios?.find(s => subregiowaarde(regio, s.naam) === waarde) ?? null;
}

/**
 * One entry per grant: the memberships of one grant (same `toekenning`) become their first one, with the codes
 * of all their municipalities. A membership on its own stays as it is. Order is kept.
 */
export function bundel<L extends { gemeente: string | null; toekenning?: string | null }>(
  leden: readonly L[],
): (L & { gemeenten: string[] })[] {
  const uit: (L & { gemeenten: string[] })[] = [];
  for (const l of leden) {
    const eigen = l.gemeente === null ? [] : [l.gemeente];
    const er = l.toekenning ? uit.find(u => u.toekenning === l.toekenning) : undefined;
    if (er) er.gemeenten.push(...eigen);
    else uit.push({ ...l, gemeenten: eigen });
  }
  return uit;
}
