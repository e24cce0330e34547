import { gelukt, type Result, type Weigering } from '#kern/resultaat/index.ts';
import {
  reeksVan,
  type Statlinecel,
  type Statlinelezing,
  type Statlinemaat,
  type Statlinetabel,
  vergelijkNamen,
  wijktAf,
} from './statline.ts';

/** An entry of MeasureCodes or of the codes of a dimension. */
export interface Odatacode {
  readonly Identifier: string;
  readonly Title: string;
  readonly Unit?: string | null | undefined;
  readonly Status?: string | null | undefined;
}

/** A cell of OData v4: the measure, the value or why there is none, and one property per dimension. */
export interface Odatacel {
  readonly Id: number;
  readonly Measure: string;
  readonly Value: number | null;
  readonly ValueAttribute?: string | null | undefined;
  readonly [dimensie: string]: unknown;
}

/** The resources of one table in OData v4, as the service gives them. */
export interface Odatapakket {
  readonly Properties: {
    readonly Identifier: string;
    readonly Title: string;
    readonly Modified?: string | undefined;
  };
  readonly Dimensions: readonly { readonly Identifier: string }[];
  readonly MeasureCodes: readonly Odatacode[];
  /** Codes per dimension. */
  readonly codes: Readonly<Record<string, readonly Odatacode[]>>;
  readonly Observations: readonly Odatacel[];
}

/** Title and unit: a measure in another unit is another measure. */
const maatnaam = (titel: string, eenheid: string) =>
  `${titel.trim()} (${eenheid.trim() === '%' ? 'procent' : eenheid.trim()})`;
const naamVan = (m: Statlinemaat) => maatnaam(m.titel, m.eenheid);
const naamVanCode = (m: Odatacode) => maatnaam(m.Title, m.Unit ?? '');

const VASTE_VELDEN = ['Id', 'Measure', 'Value', 'StringValue', 'ValueAttribute'];

function vormVerschillen(t: Statlinetabel, p: Odatapakket): string[] {
  const categorieen = t.kenmerken.flatMap(k => {
    const gevonden = new Set((p.codes[k.dimensie] ?? []).map(c => c.Title.trim()));
    return k.categorieen
      .filter(c => !gevonden.has(c.titel))
      .map(c => `De categorie ‘${c.titel}’ van ${k.dimensie} ontbreekt.`);
  });
  return [
    ...(p.Properties.Title.trim() === t.titel ? [] : [`De titel is nu ‘${p.Properties.Title}’.`]),
    ...vergelijkNamen(
      'De dimensie',
      t.dimensies,
      p.Dimensions.map(d => d.Identifier),
    ),
    ...vergelijkNamen('De maat', t.maten.map(naamVan), p.MeasureCodes.map(naamVanCode)),
    ...categorieen,
  ];
}

type Titels = ReadonlyMap<string, Odatacode>;
const opCode = (codes: readonly Odatacode[]): Titels => new Map(codes.map(c => [c.Identifier.trim(), c]));

/** Reads cells one by one; what cannot be placed is kept as a fault. */
class Cellezer {
  readonly fouten: string[] = [];
  readonly #t: Statlinetabel;
  readonly #maten: Titels;
  readonly #codes: ReadonlyMap<string, Titels>;

  constructor(t: Statlinetabel, p: Odatapakket) {
    this.#t = t;
    this.#maten = opCode(p.MeasureCodes);
    this.#codes = new Map(t.dimensies.map(d => [d, opCode(p.codes[d] ?? [])]));
  }

  lees(o: Odatacel): Statlinecel | null {
    const vreemd = Object.keys(o).filter(k => !VASTE_VELDEN.includes(k) && !this.#t.dimensies.includes(k));
    for (const k of vreemd) this.fouten.push(`Waarneming ${o.Id} heeft een veld ‘${k}’ dat wij niet kennen.`);
    const maatcode = this.#maten.get(o.Measure.trim());
    if (!maatcode) this.fouten.push(`Waarneming ${o.Id} hoort bij de onbekende maat ‘${o.Measure}’.`);
    const bij = new Map(this.#t.dimensies.map(d => [d, this.#code(o, d)]));
    const maat = maatcode && this.#t.maten.find(m => naamVan(m) === naamVanCode(maatcode));
    const categorieen = Object.fromEntries(
      this.#t.kenmerken.map(k => [k.dimensie, bij.get(k.dimensie)?.Title.trim() ?? '']),
    );
    const reeks = maat && reeksVan(this.#t, maat.kolom, categorieen);
    const gebied = bij.get('RegioS');
    const periode = bij.get('Perioden');
    if (!maat || !reeks || !gebied || !periode) return null;
    // Without a value a cell cannot be, or it is unknown, unreliable or secret.
    if (o.Value === null && o.ValueAttribute === 'Impossible') return null;
    return {
      nr: o.Id,
      reeks,
      maat,
      gebied: gebied.Identifier.trim(),
      gebiedsnaam: gebied.Title.trim(),
      periode: periode.Identifier.trim(),
      waarde: o.Value === null ? null : String(o.Value),
      voorlopig:
        periode.Status === undefined || periode.Status === null ? null : periode.Status !== 'Definitief',
    };
  }

  #code(o: Odatacel, dimensie: string): Odatacode | null {
    const code = o[dimensie];
    const gevonden = typeof code === 'string' ? this.#codes.get(dimensie)?.get(code.trim()) : undefined;
    if (!gevonden)
      this.fouten.push(`Waarneming ${o.Id} heeft in ${dimensie} de onbekende code ‘${String(code)}’.`);
    return gevonden ?? null;
  }
}

/**
 * Reads a table of CBS in the shape of OData v4: Observations with the codes of measures and dimensions. Stops with
 * every difference from what we know of the table.
 */
export function leesStatlineOdata(t: Statlinetabel, p: Odatapakket): Result<Statlinelezing, Weigering> {
  const verschillen = vormVerschillen(t, p);
  if (verschillen.length > 0) return wijktAf(t, verschillen);
  const lezer = new Cellezer(t, p);
  const cellen = p.Observations.map(o => lezer.lees(o)).filter(c => c !== null);
  if (lezer.fouten.length > 0) return wijktAf(t, [...new Set(lezer.fouten)].slice(0, 20));
  if (cellen.length === 0) return wijktAf(t, ['Geen enkele waarneming hoort bij een indicator.']);
  return gelukt({ cellen, datum: p.Properties.Modified?.slice(0, 10) ?? null });
}
