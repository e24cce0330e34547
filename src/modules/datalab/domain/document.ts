import { eersteDag, type Periode, periodeCode } from '#kern/datum/index.ts';
import { EINDTOESTAND, type Overgangstabel } from '#kern/toestand/index.ts';
import type { Documentsjabloon, Documentsoort, Sjabloonstuk } from './documentsjabloon.ts';

export type Documenttoestand = 'concept' | 'vastgesteld' | 'ingetrokken' | 'vervallen';
export type Documenthandeling = 'stel_vast' | 'laat_vervallen' | 'trek_in';
export type Documentrol = 'projectleider' | 'datalab_analist' | 'beleidsmedewerker';

const VASTSTELLERS = ['projectleider', 'datalab_analist'] as const;
export const OPSTELLERS = [...VASTSTELLERS, 'beleidsmedewerker'] as const;

/** How a document goes. Fixed is an end but for withdrawal, which keeps the record. */
export const documenttabel: Overgangstabel<Documenttoestand, Documenthandeling, Documentrol, 'reden'> = {
  concept: {
    stel_vast: { naar: 'vastgesteld', door: VASTSTELLERS },
    laat_vervallen: { naar: 'vervallen', door: OPSTELLERS },
  },
  vastgesteld: { trek_in: { naar: 'ingetrokken', door: VASTSTELLERS, vereist: ['reden'] } },
  ingetrokken: EINDTOESTAND,
  vervallen: EINDTOESTAND,
};

/** A document of a region, without its text. */
export interface Regiodocument {
  readonly id: string;
  readonly regio: string;
  readonly code: string;
  readonly soort: Documentsoort;
  readonly sjabloon: string;
  readonly sjabloonversie: number;
  readonly taal: 'nl' | 'en';
  readonly titel: string;
  /** Code of the period. */
  readonly periode: string;
  /** CBS code, or null. */
  readonly gemeente: string | null;
  readonly toestand: Documenttoestand;
  readonly zegel: string;
  /** ISO instants. */
  readonly vastgesteld: string | null;
  readonly ingetrokken: string | null;
  readonly redenIntrekking: string | null;
  readonly versie: number;
}

/** A release that a document rests on, as it is now. */
export interface Documentpublicatie {
  readonly id: string;
  readonly code: string;
  readonly titel: string;
  readonly ingetrokken: string | null;
  readonly redenIntrekking: string | null;
}

/** What only those who work on it see. */
export interface Documentwerk {
  /** As typed, by the name of the field. */
  readonly velden: Readonly<Record<string, string>>;
  /** Do figures that public sources print come in as well? */
  readonly ookOpenbaar: boolean;
}

/** What somebody chooses to begin with. */
export interface Documentkeuze {
  readonly regio: string;
  readonly sjabloon: string;
  readonly taal: string;
  readonly periode: string;
  readonly gemeente: string;
  readonly publicaties: readonly string[];
  readonly ookOpenbaar: boolean;
}

const EERSTE_JAREN = 6;

/** Periods that a document can be about on a day: begun, and not longer ago than some years; the last first. */
export function kiesbarePerioden(vandaag: Temporal.PlainDate): Periode[] {
  return Array.from({ length: EERSTE_JAREN }, (_, i) => vandaag.year - i)
    .flatMap((jaar): Periode[] => [
      { soort: 'jaar', jaar },
      { soort: 'halfjaar', jaar, halfjaar: 2 },
      { soort: 'halfjaar', jaar, halfjaar: 1 },
    ])
    .filter(p => Temporal.PlainDate.compare(eersteDag(p), vandaag) <= 0);
}

/** The period before, of the same kind. */
export function vorigePeriode(p: Periode): Periode | null {
  if (p.soort === 'jaar') return { soort: 'jaar', jaar: p.jaar - 1 };
  if (p.soort !== 'halfjaar') return null;
  return p.halfjaar === 2 ? { ...p, halfjaar: 1 } : { ...p, jaar: p.jaar - 1, halfjaar: 2 };
}

/** Why this choice makes no document, by field; as codes. */
export type Keuzefout =
  | 'sjabloon'
  | 'periode'
  | 'periode_past_niet'
  | 'gemeente'
  | 'gemeente_niet'
  | 'publicaties';

export function keuzefouten(
  k: Documentkeuze,
  x: {
    sjabloon: Documentsjabloon | undefined;
    perioden: readonly Periode[];
    gemeenten: readonly string[];
    publicaties: readonly string[];
  },
): Partial<Record<'sjabloon' | 'periode' | 'gemeente' | 'publicaties', Keuzefout>> {
  const s = x.sjabloon;
  if (!s) return { sjabloon: 'sjabloon' };
  const periode = x.perioden.find(p => periodeCode(p) === k.periode);
  const uit: ReturnType<typeof keuzefouten> = {};
  if (!periode) uit.periode = 'periode';
  else if (!s.perioden.some(p => p === periode.soort)) uit.periode = 'periode_past_niet';
  if (k.gemeente === '' ? s.gemeente === 'verplicht' : !x.gemeenten.includes(k.gemeente))
    uit.gemeente = 'gemeente';
  else if (k.gemeente !== '' && s.gemeente === 'geen') uit.gemeente = 'gemeente_niet';
  const vreemd = k.publicaties.some(p => !x.publicaties.includes(p));
  if (vreemd || (k.publicaties.length === 0 && !k.ookOpenbaar)) uit.publicaties = 'publicaties';
  return uit;
}

/** The title of a document: that of its template with what was chosen. */
export function titelVan(
  stukken: readonly Sjabloonstuk[],
  x: { readonly regio: string; readonly gemeente: string; readonly periode: string },
): string {
  return stukken
    .map(s => (typeof s === 'string' ? s : (({ ...x } as Record<string, string>)[s.veld] ?? '')))
    .join('');
}
