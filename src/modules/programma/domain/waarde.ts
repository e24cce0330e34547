import type { Inhoud, Soort, Veld } from './veld.ts';

/** The empty value of a field: null when unknown, an empty list when none, no unless said. */
export function leegVan(veld: Veld): unknown {
  if (veld.soort === 'lijst' || veld.soort === 'verwijzingen' || veld.soort === 'groep') return [];
  if (veld.soort === 'ja_nee') return false;
  return null;
}

/** Is there nothing in this field? */
export function isLeeg(waarde: unknown): boolean {
  return (
    waarde === null || waarde === undefined || waarde === '' || (Array.isArray(waarde) && waarde.length === 0)
  );
}

function vulAan(velden: readonly Veld[], ruw: Record<string, unknown>): Inhoud {
  const uit: Inhoud = {};
  for (const veld of velden) {
    const waarde = ruw[veld.naam];
    if (isLeeg(waarde)) uit[veld.naam] = leegVan(veld);
    else if (veld.soort === 'groep')
      uit[veld.naam] = (waarde as Inhoud[]).map(x => vulAan(veld.velden ?? [], x));
    else if (veld.soort === 'deel') uit[veld.naam] = vulAan(veld.velden ?? [], waarde as Inhoud);
    else uit[veld.naam] = waarde;
  }
  return uit;
}

/** Content with every field of its kind, nothing more: what the store holds and what comparisons use. */
export function normaliseer(soort: Soort, ruw: Record<string, unknown>): Inhoud {
  return vulAan(soort.velden, ruw);
}

function zonderLegeEigen(velden: readonly Veld[], inhoud: Inhoud): Inhoud {
  const uit: Inhoud = {};
  for (const veld of velden) {
    const waarde = inhoud[veld.naam];
    if (veld.eigen && isLeeg(waarde)) continue;
    if (veld.soort === 'groep')
      uit[veld.naam] = (waarde as Inhoud[]).map(x => zonderLegeEigen(veld.velden ?? [], x));
    else if (veld.soort === 'deel' && waarde)
      uit[veld.naam] = zonderLegeEigen(veld.velden ?? [], waarde as Inhoud);
    else uit[veld.naam] = waarde;
  }
  return uit;
}

/** Content in the shape of the source files: fields of our own only where they hold something. */
export function alsBestand(soort: Soort, inhoud: Inhoud): Inhoud {
  return zonderLegeEigen(soort.velden, inhoud);
}

/** Are two contents the same to a reader? */
export function gelijk(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((x, i) => gelijk(x, b[i]));
  if (a && b && typeof a === 'object' && typeof b === 'object' && !Array.isArray(a) && !Array.isArray(b)) {
    const sleutels = Object.keys(a);
    return (
      sleutels.length === Object.keys(b).length &&
      sleutels.every(k => gelijk((a as Inhoud)[k], (b as Inhoud)[k]))
    );
  }
  return false;
}

/** The fields in which two versions differ. */
export function verschillen(soort: Soort, oud: Inhoud, nieuw: Inhoud): Veld[] {
  return soort.velden.filter(v => !gelijk(oud[v.naam], nieuw[v.naam]));
}
