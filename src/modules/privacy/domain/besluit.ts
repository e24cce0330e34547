import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { Omvang } from './omvang.ts';
import { verzoekregelteksten } from './teksten-verzoek.ts';
import {
  type BelangAnder,
  type BelangKind,
  type Besluit,
  beoordeelBevoegdheid,
  gronden,
  type Identiteit,
  type Verzoekgegevens,
  type Weigergrond,
} from './verzoek.ts';

/** A decision as somebody proposes it; null is not filled in. */
export interface Voorstel {
  readonly besluit: Besluit | null;
  readonly gronden: readonly Weigergrond[];
  readonly motivering: string;
  readonly belangAnder: BelangAnder | null;
  readonly belangKind: BelangKind | null;
  /** Of a granted destruction; null otherwise. Judged by `toetsOmvang`. */
  readonly omvang: Omvang | null;
}

export interface Getoetst extends Voorstel {
  readonly besluit: Besluit;
}

const t = verzoekregelteksten.fouten;

/**
 * Does this proposal hold against the law? A human weighs; the rule only says what must have been weighed and what then
 * follows. Refuses `ongeldig` with a sentence per field:
 * - nothing is granted before the identity was established (AVG art. 12 lid 6);
 * - who may not ask is refused on that ground (age, representation);
 * - a refusal names a ground that fits the request, and says why;
 * - another's considerable interest, once weighed so, bars destruction; the child's bars its representative.
 */
export function toetsVoorstel(
  v: Verzoekgegevens,
  identiteit: Identiteit | null,
  p: Voorstel,
): Result<Getoetst, Weigering<'ongeldig'>> {
  const fouten: Record<string, string> = {};
  const bevoegd = beoordeelBevoegdheid(v);
  const weigert = p.besluit === 'geweigerd';
  if (identiteit === null) fouten['identiteit'] = t.identiteit;
  if (p.besluit === null) fouten['besluit'] = t.besluit;
  if (p.motivering.trim() === '') fouten['motivering'] = t.motivering;
  if (p.belangAnder === null) fouten['belang_ander'] = t.belangAnder;
  if (bevoegd.weegKind && (p.belangKind === null || p.belangKind === 'geen'))
    fouten['belang_kind'] = t.belangKind;
  const past = gronden(v.soort);
  if (p.besluit !== 'toegewezen' && p.besluit !== null && p.gronden.length === 0)
    fouten['gronden'] = t.gronden;
  if (p.gronden.some(g => !past.includes(g))) fouten['gronden'] = t.grondPast;
  const moet = verplichteGronden(v, p, bevoegd.weiger);
  if (moet.length > 0 && (!weigert || moet.some(g => !p.gronden.includes(g))))
    fouten['besluit'] = t.moetWeigeren(moet);
  if (Object.keys(fouten).length > 0 || p.besluit === null) return geweigerd(ongeldig(fouten));
  return gelukt({ ...p, besluit: p.besluit });
}

/** Grounds that follow from who asks and from what the human weighed. */
function verplichteGronden(v: Verzoekgegevens, p: Voorstel, weiger: readonly Weigergrond[]): Weigergrond[] {
  return [
    ...weiger,
    ...(v.door === 'vertegenwoordiger' && p.belangKind === 'strijdig' ? (['belang_kind'] as const) : []),
    ...(v.soort === 'vernietiging' && p.belangAnder === 'aanmerkelijk' ? (['belang_ander'] as const) : []),
  ];
}
