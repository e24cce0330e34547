/**
 * The roles. The last four are of casework: they let somebody be given relations, and open nothing by themselves.
 * Codes are stored, shown in addresses and tested as they stand here.
 */
export const ROLCODES = [
  'technisch_beheerder',
  'accountbeheerder',
  'projectleider',
  'beleidsmedewerker',
  'datalab_analist',
  'raadslid',
  'lezer',
  'professional',
  'teamleider',
  'intaker',
  'privacyfunctionaris',
] as const;
export type Rol = (typeof ROLCODES)[number];

/** A role on behalf of an organisation, for one region and, for two roles, one municipality (CBS code). */
export interface Lidmaatschap {
  rol: Rol;
  organisatieId: string;
  regio: string | null;
  gemeente: string | null;
  /** Only on a membership that was given with others as one role for a subregion: the grant and its name. */
  toekenning?: string;
  subregio?: string;
}

/**
 * Does one of these memberships hold one of the roles in this region (and municipality)? A role without the
 * asked region does not count: absence denies. Row security asks the same question in SQL
 * (`toegang.regios`, `toegang.gemeenten`).
 */
export function heeftRol(
  lidmaatschappen: readonly Lidmaatschap[],
  rollen: readonly Rol[],
  waar: { regio: string; gemeente?: string },
): boolean {
  return lidmaatschappen.some(
    l =>
      rollen.includes(l.rol) &&
      l.regio === waar.regio &&
      (waar.gemeente === undefined || l.gemeente === null || l.gemeente === waar.gemeente),
  );
}
