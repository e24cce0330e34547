import type { Beschrijfreden, Onderscheid, Ratio } from '#kern/statistiek/index.ts';
import { EINDTOESTAND, type Overgangstabel } from '#kern/toestand/index.ts';
import { isSchrijfbaar } from './tekens.ts';

export type Evaluatietoestand = 'vastgelegd' | 'uitgevoerd' | 'vastgesteld' | 'ingetrokken';
export type Evaluatiehandeling = 'voer_uit' | 'stel_vast' | 'trek_in';
export type Evaluatierol = 'projectleider' | 'datalab_analist';

const leiding = ['projectleider'] as const;

/**
 * The life of an evaluation. The question stands from the first state on; it is answered once, by an explicit act. What was
 * withdrawn keeps its question and its result.
 */
export const EVALUATIETABEL: Overgangstabel<Evaluatietoestand, Evaluatiehandeling, Evaluatierol, 'reden'> = {
  vastgelegd: {
    voer_uit: { naar: 'uitgevoerd', door: ['projectleider', 'datalab_analist'] },
    trek_in: { naar: 'ingetrokken', door: leiding, vereist: ['reden'] },
  },
  uitgevoerd: {
    stel_vast: { naar: 'vastgesteld', door: leiding },
    trek_in: { naar: 'ingetrokken', door: leiding, vereist: ['reden'] },
  },
  vastgesteld: { trek_in: { naar: 'ingetrokken', door: leiding, vereist: ['reden'] } },
  ingetrokken: EINDTOESTAND,
};

export const VERWACHTINGEN = ['omhoog', 'omlaag'] as const;
/** Which way a figure must go if the action works: a campaign first raises reports. */
export type Verwachting = (typeof VERWACHTINGEN)[number];

/** What this room needs of a result to say what it means. */
export type Uitkomstkern =
  | { readonly soort: 'beschrijvend'; readonly reden: Beschrijfreden }
  | {
      readonly soort: 'geschat';
      readonly ratio: Ratio;
      readonly onderscheid: Onderscheid;
      readonly autocorrelatie: number;
      readonly vrijheidsgraden: number;
      readonly schijndata: { readonly aantal: number; readonly plaats: number } | null;
      readonly negatiefBinomiaal: Ratio | null;
    };

/** What may be said: a difference the expected or the other way, none shown, unsure, or nothing. */
export type Evaluatieoordeel =
  | 'verschil_als_verwacht'
  | 'verschil_andersom'
  | 'geen_verschil_aangetoond'
  | 'wankel'
  | 'geen_oordeel';

/** The verdict on a result, given the direction that was stated before. */
export function oordeelOver(uitkomst: Uitkomstkern, verwachting: Verwachting): Evaluatieoordeel {
  if (uitkomst.soort === 'beschrijvend') return 'geen_oordeel';
  if (uitkomst.onderscheid === 'wankel') return 'wankel';
  if (uitkomst.onderscheid === 'geen') return 'geen_verschil_aangetoond';
  const omhoog = uitkomst.onderscheid === 'hoger';
  return omhoog === (verwachting === 'omhoog') ? 'verschil_als_verwacht' : 'verschil_andersom';
}

/** What a result cannot show, by code: the page says it in words, next to the result. */
export type Beperking =
  | 'andere_oorzaken'
  | 'geteld_niet_gebeurd'
  | 'zonder_controle'
  | 'controle_geraakt'
  | 'te_smal'
  | 'samenhang'
  | 'geen_schijndata'
  | 'methoden_verschillen'
  | 'alleen_toeval'
  | 'ontbrekend'
  | 'voorlopig'
  | 'afgerond'
  | 'al_bekend'
  | 'na_uitkomst';

export interface Beperkingsfeiten {
  readonly uitkomst: Uitkomstkern;
  readonly metControle: boolean;
  readonly ontbrekend: number;
  readonly voorlopig: number;
  readonly afgerond: number;
  /** Was a figure of the asked periods known when the question was laid down? */
  readonly alBekend: boolean;
  readonly naUitkomst: boolean;
}

/**
 * From here on the page warns that neighbouring periods resemble each other and the interval is too narrow. That it gets
 * too narrow is known (Turner and others, 2021); where the warning begins is a choice of this house.
 */
const STERKE_SAMENHANG = 0.3;
/**
 * Below this many points over the terms the page warns that intervals of a series come out too narrow. That they do in
 * short series is known (Turner and others, 2021); the number is a choice of this house.
 */
const KORTE_REEKS = 50;

const sluitUit = (r: Ratio): boolean => r.ondergrens > 1 || r.bovengrens < 1;

function beperkingenVanModel(u: Extract<Uitkomstkern, { soort: 'geschat' }>): Beperking[] {
  const nb = u.negatiefBinomiaal;
  return [
    ...(u.vrijheidsgraden < KORTE_REEKS ? (['te_smal'] as const) : []),
    ...(Math.abs(u.autocorrelatie) >= STERKE_SAMENHANG ? (['samenhang'] as const) : []),
    ...(u.schijndata === null ? (['geen_schijndata'] as const) : []),
    ...(nb !== null && sluitUit(nb) !== sluitUit(u.ratio) ? (['methoden_verschillen'] as const) : []),
  ];
}

/** What this result cannot show, the weightiest first. Never empty. */
export function beperkingenVan(f: Beperkingsfeiten): Beperking[] {
  return [
    ...(f.naUitkomst ? (['na_uitkomst'] as const) : []),
    'andere_oorzaken',
    'geteld_niet_gebeurd',
    f.metControle ? 'controle_geraakt' : 'zonder_controle',
    ...(f.uitkomst.soort === 'geschat' ? beperkingenVanModel(f.uitkomst) : (['alleen_toeval'] as const)),
    ...(f.ontbrekend > 0 ? (['ontbrekend'] as const) : []),
    ...(f.voorlopig > 0 ? (['voorlopig'] as const) : []),
    ...(f.afgerond > 0 ? (['afgerond'] as const) : []),
    ...(f.alBekend ? (['al_bekend'] as const) : []),
  ];
}

/** The words that a question consists of. */
export interface Vraagtekst {
  readonly vraag: string;
  readonly waarom: string;
  readonly controleWaarom: string;
}

const LANGSTE = 1000;

/** What is wrong with the words, by field: `leeg`, `te_lang` or `onbruikbaar_teken`. */
export function toetsVraagtekst(t: Vraagtekst, metControle: boolean): Record<string, string> {
  const uit: Record<string, string> = {};
  for (const veld of ['vraag', 'waarom', 'controleWaarom'] as const) {
    const tekst = t[veld].trim();
    if (!isSchrijfbaar(tekst)) uit[veld] = 'onbruikbaar_teken';
    else if (tekst.length > LANGSTE) uit[veld] = 'te_lang';
    else if (tekst === '' && (veld !== 'controleWaarom' || metControle)) uit[veld] = 'leeg';
  }
  return uit;
}
