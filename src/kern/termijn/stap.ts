import type { VrijeDagReden } from '../datum/index.ts';
import type { Termijneenheid } from './regel.ts';

/**
 * One step of a calculation, with what it rests on. Days are ISO strings, so that steps can be stored beside the
 * decision they explain; `stapTekst` makes the sentence.
 */
export type Stap =
  | {
      readonly code: 'regel';
      readonly naam: string;
      readonly wet: string;
      readonly artikel: string;
      readonly lengte: number;
      readonly eenheid: Termijneenheid;
    }
  | { readonly code: 'regel_niet_bevestigd'; readonly bron: string }
  | { readonly code: 'eerste_dag'; readonly dag: string; readonly startTelt: boolean }
  | { readonly code: 'laatste_dag'; readonly dag: string }
  | { readonly code: 'vrije_dagen_overgeslagen'; readonly dagen: readonly VrijeDag[] }
  | {
      readonly code: 'opgeschort';
      readonly van: string;
      readonly totEnMet: string;
      readonly dagen: number;
      readonly grond: string;
    }
  | { readonly code: 'geen_verschuiving'; readonly wet: string; readonly artikel: string }
  | { readonly code: 'uitgezonderd_artikel_4' }
  | {
      readonly code: 'verlengd_artikel_1';
      readonly van: string;
      readonly naar: string;
      readonly reden: VrijeDagReden;
    }
  | { readonly code: 'verlengd_artikel_2'; readonly van: string; readonly naar: string }
  | { readonly code: 'gelijkstelling_onzeker'; readonly jaar: number }
  | { readonly code: 'tijdstip'; readonly van: string; readonly tot: string };

export interface VrijeDag {
  readonly dag: string;
  readonly reden: VrijeDagReden;
}
