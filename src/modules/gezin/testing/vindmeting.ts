import type { Kluis } from '#platform/kluis/index.ts';
import { isVoorstel, vergelijk } from '../domain/gelijkenis.ts';
import { besteIds, blindeVraag } from '../usecases/zoek.ts';
import type { Proefrecord } from './vindproef.ts';

export interface Vindmeting {
  readonly records: number;
  /** Pairs of records of one person. */
  readonly echteParen: number;
  readonly gevonden: number;
  readonly vals: number;
  /** Real pairs that shared no strong term, and so were never compared. */
  readonly nietVergeleken: number;
  readonly precisie: number;
  readonly vindkans: number;
}

/**
 * Precision and recall of the proposals: every record in turn asks the index of blind terms, as the house does, and
 * what scores enough is a proposal. Counted per pair.
 */
export function meetVinden(
  kluis: Pick<Kluis, 'blindeIndex'>,
  records: readonly Proefrecord[],
  bijFout: (a: Proefrecord, b: Proefrecord, soort: 'vals' | 'gemist') => void = () => {},
): Vindmeting {
  const vragen = records.map(r => blindeVraag(kluis, r));
  const index = new Map<string, string[]>();
  records.forEach((r, i) => {
    for (const term of vragen[i]?.sterk ?? []) {
      const sleutel = term.toString('base64');
      const ids = index.get(sleutel);
      if (ids) ids.push(r.id);
      else index.set(sleutel, [r.id]);
    }
  });
  const perId = new Map(records.map(r => [r.id, r]));
  const voorgesteld = new Set<string>();
  const vergeleken = new Set<string>();
  records.forEach((r, i) => {
    const vraag = vragen[i];
    if (!vraag) return;
    const treffers = vraag.sterk.flatMap(term =>
      (index.get(term.toString('base64')) ?? [])
        .filter(id => id !== r.id)
        .map(persoon => ({ persoon, term })),
    );
    for (const id of besteIds(treffers, vraag.perTerm, 50)) {
      const ander = perId.get(id);
      if (!ander) continue;
      const paar = [r.id, id].sort().join(' ');
      if (vergeleken.has(paar)) continue;
      vergeleken.add(paar);
      if (isVoorstel(vergelijk(r, ander))) voorgesteld.add(paar);
    }
  });
  return tel(records, perId, voorgesteld, vergeleken, bijFout);
}

function tel(
  records: readonly Proefrecord[],
  perId: ReadonlyMap<string, Proefrecord>,
  voorgesteld: ReadonlySet<string>,
  vergeleken: ReadonlySet<string>,
  bijFout: (a: Proefrecord, b: Proefrecord, soort: 'vals' | 'gemist') => void,
): Vindmeting {
  const echt = new Set<string>();
  for (const groep of Map.groupBy(records, r => r.mens).values()) {
    for (const a of groep) for (const b of groep) if (a.id < b.id) echt.add(`${a.id} ${b.id}`);
  }
  const meld = (paar: string, soort: 'vals' | 'gemist') => {
    const [a, b] = paar.split(' ').map(id => perId.get(id));
    if (a && b) bijFout(a, b, soort);
  };
  let gevonden = 0;
  for (const paar of voorgesteld) {
    if (echt.has(paar)) gevonden++;
    else meld(paar, 'vals');
  }
  for (const paar of echt) if (!voorgesteld.has(paar)) meld(paar, 'gemist');
  return {
    records: records.length,
    echteParen: echt.size,
    gevonden,
    vals: voorgesteld.size - gevonden,
    nietVergeleken: [...echt].filter(p => !vergeleken.has(p)).length,
    precisie: gevonden / voorgesteld.size,
    vindkans: gevonden / echt.size,
  };
}
