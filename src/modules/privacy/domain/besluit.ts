import { gelukt, geweigerd, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { Omvang } from './omvang.ts';
import { verzoekregelteksten } from './teksten-verzoek.ts';
import {
  type BelangAnder,
  type BelangKind,
  type Besluit,
  beoordeelBevoegdheid,
  type Gezagsbewijs,
  gronden,
  type Identiteit,
  isZonderInhoud,
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

/** How far the request is: who asks, about whom, and on what authority. */
export interface Behandelstand {
  readonly identiteit: Identiteit | null;
  /** Is it known whom in which file it is about? */
  readonly gekoppeld: boolean;
  /** From what the authority of a representative appeared; null is not seen. */
  readonly gezag: Gezagsbewijs | null;
}

const t = verzoekregelteksten.fouten;

/**
 * Does this proposal hold against the law? A human weighs; the rule only says what must have been weighed and what then
 * follows. Refuses `ongeldig` with a sentence per field:
 * - whose identity was not established gets no answer but that (AVG art. 12 lid 6): another would tell of a file;
 * - nothing is granted, or refused for what stands in a file, before it is known whom in which file it is about;
 * - nothing is granted to a representative whose authority was not seen;
 * - who may not ask is refused on that ground (age, representation);
 * - a refusal names a ground that fits the request, and says why;
 * - another's considerable interest, once weighed so, bars destruction; the child's bars its representative.
 */
export function toetsVoorstel(
  v: Verzoekgegevens,
  b: Behandelstand,
  p: Voorstel,
): Result<Getoetst, Weigering<'ongeldig'>> {
  const weigert = p.besluit === 'geweigerd';
  const kaal = weigert && isZonderInhoud(p.gronden);
  const fouten = { ...toetsStand(v, b, p, kaal), ...toetsInhoud(v, p, kaal) };
  if (p.besluit === null) fouten['besluit'] = t.besluit;
  if (p.motivering.trim() === '') fouten['motivering'] = t.motivering;
  if (p.besluit !== 'toegewezen' && p.besluit !== null && p.gronden.length === 0)
    fouten['gronden'] = t.gronden;
  if (p.gronden.some(g => !gronden(v.soort).includes(g))) fouten['gronden'] = t.grondPast;
  if (Object.keys(fouten).length > 0 || p.besluit === null) return geweigerd(ongeldig(fouten));
  return gelukt({ ...p, besluit: p.besluit });
}

/** What must be known before this can be decided. */
function toetsStand(
  v: Verzoekgegevens,
  b: Behandelstand,
  p: Voorstel,
  kaal: boolean,
): Record<string, string> {
  if (b.identiteit === null) {
    const past = kaal && p.gronden.length === 1 && p.gronden[0] === 'identiteit_niet_vastgesteld';
    return past ? {} : { identiteit: t.identiteit };
  }
  const zonderGezag = v.door === 'vertegenwoordiger' && b.gezag === null && p.besluit !== 'geweigerd';
  return {
    ...(b.gekoppeld || kaal || p.besluit === null ? {} : { besluit: t.koppel }),
    ...(zonderGezag && p.besluit !== null ? { gezag: t.gezag } : {}),
  };
}

/** What must have been weighed, and what follows from it; nothing where the answer says nothing of a file. */
function toetsInhoud(v: Verzoekgegevens, p: Voorstel, kaal: boolean): Record<string, string> {
  if (kaal) return {};
  const bevoegd = beoordeelBevoegdheid(v);
  const moet = verplichteGronden(v, p, bevoegd.weiger);
  const mist = p.besluit !== 'geweigerd' || moet.some(g => !p.gronden.includes(g));
  return {
    ...(p.belangAnder === null ? { belang_ander: t.belangAnder } : {}),
    ...(bevoegd.weegKind && (p.belangKind === null || p.belangKind === 'geen')
      ? { belang_kind: t.belangKind }
      : {}),
    ...(moet.length > 0 && mist ? { besluit: t.moetWeigeren(moet) } : {}),
  };
}

/** Grounds that follow from who asks and from what the human weighed. */
function verplichteGronden(v: Verzoekgegevens, p: Voorstel, weiger: readonly Weigergrond[]): Weigergrond[] {
  return [
    ...weiger,
    ...(v.door === 'vertegenwoordiger' && p.belangKind === 'strijdig' ? (['belang_kind'] as const) : []),
    ...(v.soort === 'vernietiging' && p.belangAnder === 'aanmerkelijk' ? (['belang_ander'] as const) : []),
  ];
}
