import { gelukt, type Result } from '#kern/resultaat/index.ts';
import { bepaalTermijn, type Stap, type Termijnregel, type Termijnweigering } from '#kern/termijn/index.ts';
import { verzoekregelteksten } from './teksten-verzoek.ts';

export const VERZOEKSOORTEN = [
  'inzage',
  'afschrift',
  'verbetering',
  'beperking',
  'bezwaar',
  'vernietiging',
] as const;
export type Verzoeksoort = (typeof VERZOEKSOORTEN)[number];
export const VERZOEKTAKEN = ['veilig_thuis', 'wmo', 'jeugdhulp'] as const;
export type Verzoektaak = (typeof VERZOEKTAKEN)[number];
export const LEEFTIJDEN = ['onder_12', '12_tot_16', '16_plus'] as const;
export type Leeftijd = (typeof LEEFTIJDEN)[number];
export const AANVRAGERS = ['zelf', 'vertegenwoordiger'] as const;
export type Aanvrager = (typeof AANVRAGERS)[number];
export const IDENTITEITEN = ['document_gezien', 'digid', 'bekend_bij_behandelaar'] as const;
export type Identiteit = (typeof IDENTITEITEN)[number];
/** From what it appeared that somebody may speak for the person: register of custody, court decision, deed. */
export const GEZAGSBEWIJZEN = ['gezagsregister', 'rechterlijke_uitspraak', 'akte'] as const;
export type Gezagsbewijs = (typeof GEZAGSBEWIJZEN)[number];
export const BESLUITEN = ['toegewezen', 'gedeeltelijk', 'geweigerd'] as const;
export type Besluit = (typeof BESLUITEN)[number];
export const BELANGEN_ANDER = ['geen', 'niet_aanmerkelijk', 'aanmerkelijk'] as const;
export type BelangAnder = (typeof BELANGEN_ANDER)[number];
export const BELANGEN_KIND = ['geen', 'niet_strijdig', 'strijdig'] as const;
export type BelangKind = (typeof BELANGEN_KIND)[number];
export const VERLENGREDENEN = ['complex', 'veel_verzoeken'] as const;
export type Verlengreden = (typeof VERLENGREDENEN)[number];

/** Grounds on which a request may be refused, each with the provision it rests on. */
export const WEIGERGRONDEN = {
  onder_12: { artikel: 'Wmo 2015 art. 5.3.2 en 5.3.5; Jeugdwet art. 7.3.9', soorten: VERZOEKSOORTEN },
  niet_wilsbekwaam: { artikel: 'Wmo 2015 art. 5.3.2 en 5.3.5', soorten: VERZOEKSOORTEN },
  zelf_bevoegd: { artikel: 'Wmo 2015 art. 5.3.2', soorten: VERZOEKSOORTEN },
  belang_kind: { artikel: 'Wmo 2015 art. 5.3.2', soorten: VERZOEKSOORTEN },
  privacy_ander: { artikel: 'Wmo 2015 art. 5.3.2; AVG art. 15 lid 4', soorten: ['inzage', 'afschrift'] },
  taak: { artikel: 'Wmo 2015 art. 5.3.1 lid 3; UAVG art. 41', soorten: ['inzage', 'afschrift'] },
  belang_ander: { artikel: 'Wmo 2015 art. 5.3.5; Jeugdwet art. 7.3.9', soorten: ['vernietiging'] },
  wettelijke_plicht: { artikel: 'Wmo 2015 art. 5.3.5; AVG art. 17 lid 3', soorten: ['vernietiging'] },
  feitelijk_juist: { artikel: 'AVG art. 16', soorten: ['verbetering'] },
  dwingende_grond: { artikel: 'AVG art. 21 lid 1', soorten: ['bezwaar'] },
  geen_beperkingsgrond: { artikel: 'AVG art. 18 lid 1', soorten: ['beperking'] },
  identiteit_niet_vastgesteld: { artikel: 'AVG art. 12 lid 2 en 6', soorten: VERZOEKSOORTEN },
  niets_vastgelegd: { artikel: 'AVG art. 12 lid 4 en 15 lid 1', soorten: VERZOEKSOORTEN },
  gezag_niet_gebleken: {
    artikel: 'Wmo 2015 art. 5.3.2; Burgerlijk Wetboek art. 1:245',
    soorten: VERZOEKSOORTEN,
  },
  buitensporig: { artikel: 'AVG art. 12 lid 5', soorten: VERZOEKSOORTEN },
} as const satisfies Record<string, { artikel: string; soorten: readonly Verzoeksoort[] }>;
export type Weigergrond = keyof typeof WEIGERGRONDEN;

/** The grounds that fit a kind of request. */
export const gronden = (soort: Verzoeksoort): Weigergrond[] =>
  (Object.keys(WEIGERGRONDEN) as Weigergrond[]).filter(g =>
    (WEIGERGRONDEN[g].soorten as readonly Verzoeksoort[]).includes(soort),
  );

/** Grounds that say nothing of what stands in a file: a refusal on these needs no file and no person in it. */
export const ZONDER_INHOUD: readonly Weigergrond[] = [
  'identiteit_niet_vastgesteld',
  'niets_vastgelegd',
  'buitensporig',
];
/** Is every ground of a refusal one of those? */
export const isZonderInhoud = (g: readonly Weigergrond[]): boolean =>
  g.length > 0 && g.every(x => ZONDER_INHOUD.includes(x));

/** The age group that the law names (Wmo 2015 art. 5.3.2), from completed years. */
export const leeftijdsgroep = (jaren: number): Leeftijd =>
  jaren < 12 ? 'onder_12' : jaren < 16 ? '12_tot_16' : '16_plus';

export interface Verzoekgegevens {
  readonly soort: Verzoeksoort;
  readonly door: Aanvrager;
  readonly leeftijd: Leeftijd;
  /** Can the person judge his own interests reasonably? */
  readonly wilsbekwaam: boolean;
}

/**
 * What the age rules say of who asks (Wmo 2015 art. 5.3.2 and 5.3.5, Jeugdwet art. 7.3.9): under 12 and who cannot
 * judge his own interests do not ask themselves; from 12 to 16 both the child and the representative ask; from 16 on
 * only the person, unless he cannot judge. A representative is heard unless that is contrary to the child's interest:
 * a human weighs that, here it is only said that it must be weighed.
 */
export interface Bevoegdheid {
  /** Grounds on which it must be refused as it was asked. */
  readonly weiger: readonly Weigergrond[];
  /** Must a human weigh whether representation is contrary to the interest of the person? */
  readonly weegKind: boolean;
}

export function beoordeelBevoegdheid(v: Verzoekgegevens): Bevoegdheid {
  if (v.door === 'zelf') {
    if (v.leeftijd === 'onder_12') return { weiger: ['onder_12'], weegKind: false };
    return { weiger: v.wilsbekwaam ? [] : ['niet_wilsbekwaam'], weegKind: false };
  }
  if (v.leeftijd === '16_plus' && v.wilsbekwaam) return { weiger: ['zelf_bevoegd'], weegKind: false };
  return { weiger: [], weegKind: true };
}

const dag = (iso: string) => Temporal.PlainDate.from(iso);
const maanden = (code: string, naam: string, lengte: number, wet: string, artikel: string): Termijnregel => ({
  code,
  naam,
  wet,
  artikel,
  lengte,
  geldigVanaf: dag(wet === 'AVG' ? '2018-05-25' : '2015-01-01'),
  geldigTot: null,
  eenheid: 'maand',
  eersteDagTelt: false,
  // Terms of the regulation follow European law, not the Algemene termijnenwet; the plain day is never later.
  verschuiving: wet === 'AVG' ? 'geen' : 'algemene_termijnenwet',
  bron: 'wetten.overheid.nl, toestand 1 juli 2026',
  bevestigd: true,
});

const t = verzoekregelteksten.termijnen;
/** The terms within which is decided. */
export const VERZOEKTERMIJNEN: readonly Termijnregel[] = [
  maanden('avg_verzoek', t.avg, 1, 'AVG', '12 lid 3'),
  maanden('avg_verzoek_verlengd', t.avgVerlengd, 3, 'AVG', '12 lid 3'),
  maanden('wmo_vernietiging', t.wmo, 3, 'Wmo 2015', '5.3.5'),
  maanden('jeugdwet_vernietiging', t.jeugdwet, 3, 'Jeugdwet', '7.3.9'),
];

export interface Verzoektermijn {
  readonly uiterlijk: Temporal.PlainDate;
  readonly stappen: readonly Stap[];
  /** Access is given as soon as possible (Wmo 2015 art. 5.3.2): the day is the outer limit. */
  readonly zoSpoedigMogelijk: boolean;
  readonly verlengbaar: boolean;
}

/**
 * Last day to decide on a request received on `ontvangen`. Destruction: three months (Wmo 2015 art. 5.3.5; Jeugdwet
 * art. 7.3.9); all else one month, once to be extended by two (AVG art. 12 lid 3). Refuses as `bepaalTermijn`.
 */
export function bepaalVerzoektermijn(
  soort: Verzoeksoort,
  taak: Verzoektaak,
  ontvangen: Temporal.PlainDate,
  verlengd: boolean,
): Result<Verzoektermijn, Termijnweigering> {
  const vernietiging = soort === 'vernietiging';
  const wettelijk = taak === 'jeugdhulp' ? 'jeugdwet_vernietiging' : 'wmo_vernietiging';
  const code = vernietiging ? wettelijk : verlengd ? 'avg_verzoek_verlengd' : 'avg_verzoek';
  const r = bepaalTermijn(VERZOEKTERMIJNEN, code, ontvangen);
  if (!r.ok) return r;
  return gelukt({
    uiterlijk: r.waarde.einddatum,
    stappen: r.waarde.stappen,
    zoSpoedigMogelijk: soort === 'inzage' || soort === 'afschrift',
    verlengbaar: !vernietiging && !verlengd,
  });
}
