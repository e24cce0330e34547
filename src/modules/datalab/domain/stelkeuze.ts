import { eersteDag, laatsteDag } from '#kern/datum/index.ts';
import { type Bijdragers, GEWONE_REGEL, type Primairregel } from '#kern/onthulling/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { telSamen } from './bijdragers.ts';
import { type Gemeente, slugVan } from './gemeente.ts';
import type { Indicator } from './indicator.ts';
import type { Meetperiode, Niveau, Publicatiekeuze } from './publicatie.ts';
import type { AlInDruk, Stelcel } from './tabelstel.ts';
import { type Gebied, geheelVan, sleutelVan } from './verbanden.ts';
import { type Waarneming, waardeVan } from './waarneming.ts';

/** A count that is chosen for a release, with where it stands and the observation it is. */
export interface Gekozen extends Stelcel {
  readonly plaatssoort: Niveau;
  readonly plaatsnaam: string;
  readonly periode: string;
  /** Null: added up from the municipalities. */
  readonly waarneming: { readonly id: string; readonly versie: number } | null;
}

const jaren = (w: Waarneming): [number, number] =>
  w.periode.soort === 'jarenreeks'
    ? [w.periode.vanJaar, w.periode.totEnMetJaar]
    : [w.periode.jaar, w.periode.jaar];

/** Is this observation a count that can be in a release at all? */
const isTelbaar = (w: Waarneming): boolean =>
  w.eenheid === 'aantal' && Number.isSafeInteger(waardeVan(w.cijfer)) && waardeVan(w.cijfer) >= 0;

function past(w: Waarneming, k: Publicatiekeuze): boolean {
  const [van, tot] = jaren(w);
  return (
    k.indicatoren.includes(w.indicator) &&
    k.niveaus.includes(w.plaats.soort as Niveau) &&
    k.meetperioden.includes(w.periode.soort as Meetperiode) &&
    van >= k.vanJaar &&
    tot <= k.totEnMetJaar
  );
}

const alsGekozen = (w: Waarneming): Gekozen => ({
  indicator: w.indicator,
  definitieversie: w.definitieversie,
  plaats: w.plaats.code,
  plaatssoort: w.plaats.soort as Niveau,
  plaatsnaam: w.plaats.naam,
  periode: w.periodeCode,
  van: eersteDag(w.periode).toString(),
  tot: laatsteDag(w.periode).toString(),
  waarde: waardeVan(w.cijfer),
  waarneming: { id: w.id, versie: w.versie },
});

/** The region's own total where the source gives none and all its municipalities are there. */
function regiototalen(cellen: readonly Gekozen[], gebied: Gebied, naam: string): Gekozen[] {
  const bekend = new Set(cellen.map(sleutelVan));
  const groepen = Map.groupBy(
    cellen.filter(c => c.plaatssoort === 'gemeente'),
    c => [c.indicator, c.definitieversie, c.periode].join('|'),
  );
  return [...groepen.values()].flatMap(groep => {
    const [eerste] = groep;
    if (!eerste) return [];
    const delen = gebied.gemeenten.filter(
      g => (g.van === null || g.van <= eerste.tot) && (g.tot === null || eerste.van < g.tot),
    );
    const totaal: Gekozen = {
      ...eerste,
      plaats: gebied.code,
      plaatssoort: 'regio',
      plaatsnaam: naam,
      waarde: groep.reduce((n, c) => n + c.waarde, 0),
      wie: telSamen(groep.map(c => c.wie ?? null)),
      waarneming: null,
    };
    const volledig = delen.every(d => groep.some(c => c.plaats === d.code));
    return volledig && !bekend.has(sleutelVan(totaal)) ? [totaal] : [];
  });
}

/**
 * The counts of a release: internal observations that the choice names, and the total of the region where it follows.
 * Refuses a count of which two sources give two values, since nobody could say which one is protected.
 */
export function kiesCellen(
  waarnemingen: readonly Waarneming[],
  k: Publicatiekeuze,
  regio: { gebied: Gebied; naam: string },
  wieAchter: (waarneming: string) => Bijdragers | null = () => null,
): Result<Gekozen[], Weigering<'dubbel'>> {
  const gekozen = waarnemingen
    .filter(w => w.cijfer.openbaarheid === 'intern' && isTelbaar(w) && past(w, k))
    .map(w => ({ ...alsGekozen(w), wie: wieAchter(w.id) }));
  const perSleutel = Map.groupBy(gekozen, sleutelVan);
  for (const groep of perSleutel.values()) {
    const [eerste] = groep;
    if (eerste && groep.length > 1)
      return geweigerd(
        weigering(
          'dubbel',
          'Twee bronnen geven dit cijfer. Draai een van de twee inlezingen terug, of kies een andere indicator.',
          { plaats: eerste.plaatsnaam, periode: eerste.periode, indicator: eerste.indicator },
        ),
      );
  }
  const totalen = k.niveaus.includes('regio') ? regiototalen(gekozen, regio.gebied, regio.naam) : [];
  return gelukt([...gekozen, ...totalen]);
}

/**
 * What public sources print already of the same indicators, as far as it is the same count: a source with another value
 * counted something else. Wider places than the region are not in it.
 */
export function uitOpenbareBronnen(
  waarnemingen: readonly Waarneming[],
  indicatoren: ReadonlySet<string>,
): AlInDruk[] {
  return waarnemingen
    .filter(
      w =>
        w.cijfer.openbaarheid === 'openbaar_in_bron' &&
        isTelbaar(w) &&
        indicatoren.has(w.indicator) &&
        ['gemeente', 'subregio', 'regio'].includes(w.plaats.soort),
    )
    .map(w => ({ ...alsGekozen(w), getoond: waardeVan(w.cijfer), rond: null }));
}

/** The region and its subregions as sums of municipalities, with the days on which each of those existed. */
export function gebiedenVan(regio: string, gemeenten: readonly Gemeente[]): Gebied[] {
  const eigen = gemeenten.filter(g => g.regio === regio);
  const deel = (lijst: readonly Gemeente[]) =>
    lijst.map(g => ({ code: g.code, van: g.geldigVanaf, tot: g.geldigTot }));
  const subregios = [...new Set(eigen.flatMap(g => (g.subregio ? [g.subregio] : [])))];
  return [
    { code: regio, gemeenten: deel(eigen) },
    ...subregios.map(s => ({
      code: `${regio}/${slugVan(s)}`,
      gemeenten: deel(eigen.filter(g => g.subregio === s)),
    })),
  ];
}

/** The rule of an indicator, from the catalogue; what the catalogue does not know gets the strictest. */
export function regelVan(indicatoren: readonly Indicator[]): (code: string) => Primairregel {
  const regels = new Map(
    indicatoren.map(i => [
      i.code,
      { ...GEWONE_REGEL, drempel: i.onthulling.drempel, nulGevoelig: i.onthulling.nulGevoelig },
    ]),
  );
  return code => regels.get(geheelVan(code)) ?? { ...GEWONE_REGEL, drempel: 10, nulGevoelig: true };
}

/** May this indicator be in a release at all: a count that the catalogue does not keep inside? */
export const isPubliceerbaar = (i: Indicator): boolean =>
  i.telling && i.eenheid === 'aantal' && i.onthulling.klasse !== 'alleen_intern';
