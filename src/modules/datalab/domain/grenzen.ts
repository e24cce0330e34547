import { eersteDag, laatsteDag } from '#kern/datum/index.ts';
import { leidAf } from '#kern/onthulling/index.ts';
import { bestaatOp, bestondTussen, type Gemeente } from './gemeente.ts';
import { type Cijfer, isOpenbaar, isTelling, type Waarneming, waardeVan } from './waarneming.ts';

/** How a series is shown: as its source published it, or moved to the boundaries of a day. */
const GRENZEN = ['bron', 'vandaag'] as const;
export type Grenzen = (typeof GRENZEN)[number];

/** Why an observation has no place on the boundaries of today. */
export type Weglating = 'opgesplitst' | 'onvolledig' | 'niet_optelbaar';

/** What was left out of a series on today's boundaries, and why. */
export interface Weggelaten {
  readonly naam: string;
  readonly periodeCode: string;
  readonly reden: Weglating;
}

/**
 * The municipality in whose territory this one lies on the given day: itself, or its one successor, and so on. null
 * when it was divided over more than one, or when no successor is known.
 */
export function gemeenteOp(gemeenten: readonly Gemeente[], code: string, dag: string): Gemeente | null {
  let g = gemeenten.find(x => x.code === code);
  for (let stap = 0; g && stap < 20; stap++) {
    if (g.geldigTot === null || dag < g.geldigTot) return bestaatOp(g, dag) || stap > 0 ? g : null;
    if (g.opvolgers.length !== 1) return null;
    const volgende: string | undefined = g.opvolgers[0];
    g = gemeenten.find(x => x.code === volgende);
  }
  return null;
}

function som(delen: readonly Waarneming[]): Cijfer {
  if (delen.every(isOpenbaar)) {
    const publiceerbaar = leidAf(
      delen.map(d => d.cijfer.publiceerbaar),
      (...n) => n.reduce((a, b) => a + b, 0),
    );
    return { openbaarheid: 'openbaar_in_bron', publiceerbaar };
  }
  return { openbaarheid: 'intern', waarde: delen.reduce((n, d) => n + waardeVan(d.cijfer), 0) };
}

function samengevoegd(delen: readonly Waarneming[], naar: Gemeente): Waarneming {
  const eerste = delen[0] as Waarneming;
  return {
    ...eerste,
    id: delen.map(d => d.id).join('+'),
    plaats: { soort: 'gemeente', code: naar.code, naam: naar.naam },
    gemeente: naar.code,
    cijfer: som(delen),
    voorlopig: delen.some(d => d.voorlopig),
    opmerking: null,
    delen: delen
      .map(d => ({ naam: d.plaats.naam, waarde: waardeVan(d.cijfer) }))
      .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl')),
  };
}

const sleutel = (w: Waarneming, naar: Gemeente) =>
  [naar.code, w.periodeCode, w.periodeTekst, w.indicator, w.definitieversie, w.bron, w.citaat.plek].join(
    '\u0000',
  );

type Groep = { naar: Gemeente; delen: Waarneming[] };

function zetGroep(groep: Groep, gemeenten: readonly Gemeente[], dag: string): Waarneming | Weglating {
  const { naar, delen } = groep;
  const eerste = delen[0] as Waarneming;
  const van = eersteDag(eerste.periode).toString();
  const tot = laatsteDag(eerste.periode).toString();
  const verwacht = gemeenten.filter(
    g => bestondTussen(g, van, tot) && gemeenteOp(gemeenten, g.code, dag)?.code === naar.code,
  );
  if (verwacht.length === 1 && delen.length === 1 && eerste.gemeente === naar.code) return eerste;
  if (!isTelling(eerste)) return 'niet_optelbaar';
  const namen = new Set(delen.map(d => d.gemeente));
  if (delen.length !== namen.size || verwacht.some(g => !namen.has(g.code))) return 'onvolledig';
  return samengevoegd(delen, naar);
}

/**
 * Moves observations of municipalities to the boundaries of a day (ISO). Counts of merged municipalities are added up,
 * only when every part is there; a municipality that was divided has no place and is left out, with the reason.
 * Observations of other places stay as they are. No figure is estimated.
 */
export function naarGrenzenVan(
  waarnemingen: readonly Waarneming[],
  gemeenten: readonly Gemeente[],
  dag: string,
): { waarnemingen: Waarneming[]; weggelaten: Weggelaten[] } {
  const uit: Waarneming[] = [];
  const weggelaten: Weggelaten[] = [];
  const groepen = new Map<string, Groep>();
  for (const w of waarnemingen) {
    if (w.gemeente === null) {
      uit.push(w);
      continue;
    }
    const naar = gemeenteOp(gemeenten, w.gemeente, dag);
    if (naar === null) {
      weggelaten.push({ naam: w.plaats.naam, periodeCode: w.periodeCode, reden: 'opgesplitst' });
      continue;
    }
    const groep = groepen.get(sleutel(w, naar)) ?? { naar, delen: [] };
    groep.delen.push(w);
    groepen.set(sleutel(w, naar), groep);
  }
  for (const groep of groepen.values()) {
    const gezet = zetGroep(groep, gemeenten, dag);
    if (typeof gezet !== 'string') uit.push(gezet);
    else
      for (const d of groep.delen)
        weggelaten.push({ naam: d.plaats.naam, periodeCode: d.periodeCode, reden: gezet });
  }
  return { waarnemingen: uit, weggelaten };
}
