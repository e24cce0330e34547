import type { Indicator } from '../domain/indicator.ts';
import { formuleHerkomst, formuleZin, type Naamgever, naamgever } from './catalogus-woorden.ts';
import type { Cel, Uitvoer } from './uitvoer.ts';

const KOLOMMEN = [
  'code',
  'definitieversie',
  'gangbaar',
  'variant',
  'naam',
  'naam_en',
  'groep',
  'soort',
  'definitie',
  'definitie_en',
  'eenheid',
  'formule',
  'formule_herkomst',
  'teller_codes',
  'noemer_codes',
  'maal',
  'norm',
  'norm_bron',
  'norm_jaar',
  'richting',
  'richting_waarom',
  'valkuilen',
  'periode',
  'onthulling',
  'telt',
  'drempel',
  'nul_gevoelig',
  'onthulling_waarom',
  'eigenaar',
  'bronnen',
  'nummers',
] as const;

function rijVan(i: Indicator, naam: Naamgever): Cel[] {
  const { formule: f, onthulling: o } = i;
  return [
    i.code,
    i.definitieversie,
    i.gangbaar ? 'ja' : 'nee',
    i.variant?.nl ?? null,
    i.naam.nl,
    i.naam.en,
    i.groep,
    i.soort,
    i.definitie.nl,
    i.definitie.en,
    i.eenheid,
    formuleZin(i, naam, 'nl'),
    formuleHerkomst(i, 'nl'),
    f.teller.join(' + '),
    f.noemer.join(' + '),
    f.maal,
    i.norm?.tekst.nl ?? null,
    i.norm?.bron ?? null,
    i.norm?.jaar ?? null,
    i.richting,
    i.richtingWaarom.nl,
    i.valkuilen.map(v => v.nl).join(' | '),
    i.periode,
    o.klasse,
    o.telt,
    o.drempel,
    o.nulGevoelig ? 'ja' : 'nee',
    o.waarom.nl,
    i.eigenaar,
    i.bronnen.join(' | '),
    i.nummers.join(' '),
  ];
}

/** The whole catalogue as a table: one row per version of a definition. */
export function catalogusUitvoer(indicatoren: readonly Indicator[]): Uitvoer {
  const naam = naamgever(indicatoren, 'nl');
  return { naam: 'indicatoren', kolommen: KOLOMMEN, rijen: indicatoren.map(i => rijVan(i, naam)) };
}
