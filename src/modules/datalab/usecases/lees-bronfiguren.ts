import { eersteDag, laatsteDag, type Periode, parsePeriode, periodeCode } from '#kern/datum/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';
import type { NieuweWaarneming } from '../db/schrijf-waarnemingen.ts';
import { periodeUitBron } from '../domain/bronperiode.ts';
import { type Gemeente, slugVan, vindGemeente } from '../domain/gemeente.ts';
import type { Plaatssoort } from '../domain/plaats.ts';
import { findRegio, leesCsv } from './gegevensbestanden.ts';

/** What the rows of the shipped files refer to. */
export interface Verwijzingen {
  gemeenten: readonly Gemeente[];
  /** Source id, day taken over and how it counts, by the key that the files use. */
  bronnen: ReadonlyMap<
    string,
    { id: string; overgenomen: string; definities: Readonly<Record<string, number>> }
  >;
  /** Usual definition per indicator. */
  definities: ReadonlyMap<string, number>;
}

type Plek = Pick<NieuweWaarneming, 'plaatssoort' | 'plaats' | 'plaatsnaam' | 'regio' | 'gemeente'>;

const decimalenVan = (waarde: string): number => waarde.split('.')[1]?.length ?? 0;

function periodevelden(p: Periode) {
  return { periode: periodeCode(p), van: eersteDag(p).toString(), tot: laatsteDag(p).toString() };
}

function gemeenteplek(v: Verwijzingen, naam: string, p: Periode): Plek {
  const g = waardeOf(vindGemeente(v.gemeenten, naam, eersteDag(p).toString(), laatsteDag(p).toString()));
  return { plaatssoort: 'gemeente', plaats: g.code, plaatsnaam: g.naam, regio: g.regio, gemeente: g.code };
}

function bronplek(v: Verwijzingen, gebied: string, gemeente: string, p: Periode): Plek {
  if (gemeente !== '') return gemeenteplek(v, gemeente, p);
  const regio = findRegio(gebied);
  if (regio) {
    return {
      plaatssoort: 'regio',
      plaats: regio.id,
      plaatsnaam: regio.naam,
      regio: regio.id,
      gemeente: null,
    };
  }
  const soort: Plaatssoort = gebied === 'nederland' ? 'land' : 'bovenregionaal';
  const naam = gebied.charAt(0).toUpperCase() + gebied.slice(1);
  return { plaatssoort: soort, plaats: slugVan(gebied), plaatsnaam: naam, regio: null, gemeente: null };
}

function gedeeld(v: Verwijzingen, indicator: string, sleutel: string) {
  const bron = v.bronnen.get(sleutel);
  const definitieversie = bron?.definities[indicator] ?? v.definities.get(indicator);
  if (!bron) throw new Error(`gegevens: onbekende bron ${sleutel}`);
  if (!definitieversie) throw new Error(`gegevens: onbekende indicator ${indicator}`);
  return {
    indicator,
    definitieversie,
    bron_id: bron.id,
    overgenomen: bron.overgenomen,
    openbaarheid: 'openbaar_in_bron' as const,
    organisatie_id: null,
  };
}

/** The figures of the council and policy documents, every row of the file. */
export function leesBronfiguren(v: Verwijzingen): NieuweWaarneming[] {
  return leesCsv('bronfiguren.csv').map(r => {
    const periode = waardeOf(periodeUitBron(r['year'] ?? '', r['period'] ?? ''));
    return {
      ...bronplek(v, r['region'] ?? '', r['municipality'] ?? '', periode),
      ...periodevelden(periode),
      ...gedeeld(v, r['indicator'] ?? '', r['source_file'] ?? ''),
      periodetekst: r['period'] ?? '',
      plek: r['source_section'] ?? '',
      waarde: r['value'] ?? '',
      decimalen: decimalenVan(r['value'] ?? ''),
      eenheid: r['unit'] ?? '',
      voorlopig: false,
      opmerking: r['note'] || null,
      rondingsstap: null,
      teken: null,
    };
  });
}

function cbsplek(v: Verwijzingen, niveau: string, naam: string, p: Periode): Plek {
  if (niveau === 'gemeente') return gemeenteplek(v, naam, p);
  return {
    plaatssoort: niveau as Plaatssoort,
    plaats: slugVan(naam),
    plaatsnaam: naam,
    regio: null,
    gemeente: null,
  };
}

/** The public figures on Veilig Thuis, every row of the file. */
export function leesCbsFiguren(v: Verwijzingen): NieuweWaarneming[] {
  return leesCsv('veilig-thuis-cbs.csv').map(r => {
    const periode = waardeOf(parsePeriode(r['periode'] ?? ''));
    const tabel = r['cbs_tabel'] ?? '';
    const via = (r['via'] ?? '').split(',');
    return {
      ...cbsplek(v, r['regio_niveau'] ?? '', r['regio'] ?? '', periode),
      ...periodevelden(periode),
      ...gedeeld(v, r['indicator'] ?? '', tabel === '' ? (via[0] ?? '') : tabel),
      periodetekst: r['periode'] ?? '',
      plek: tabel === '' ? via.slice(1).join(',').trim() : `tabel ${tabel}`,
      waarde: r['waarde'] ?? '',
      decimalen: decimalenVan(r['waarde'] ?? ''),
      eenheid: r['eenheid'] ?? '',
      voorlopig: r['voorlopig'] === 'ja',
      opmerking: null,
      // CBS rounds every count of these tables to a multiple of five, each cell on its own.
      rondingsstap: tabel !== '' && r['eenheid'] === 'aantal' ? 5 : null,
      teken: null,
    };
  });
}
