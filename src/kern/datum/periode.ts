import { gelukt, geweigerd, type Result, type Weigering, weigering } from '../resultaat/index.ts';
import { PERIODE_MELDINGEN, type Periodeweigering } from './teksten.ts';

/**
 * A span of whole calendar months that figures and plans are about. One span has one form: January to March is
 * always the first quarter, so that equal periods have equal codes. Years have four digits.
 */
export type Periode =
  | { readonly soort: 'jaar'; readonly jaar: number }
  | { readonly soort: 'halfjaar'; readonly jaar: number; readonly halfjaar: 1 | 2 }
  | { readonly soort: 'kwartaal'; readonly jaar: number; readonly kwartaal: 1 | 2 | 3 | 4 }
  | { readonly soort: 'maand'; readonly jaar: number; readonly maand: number }
  | {
      readonly soort: 'deeljaar';
      readonly jaar: number;
      readonly vanMaand: number;
      readonly totEnMetMaand: number;
    }
  | { readonly soort: 'jarenreeks'; readonly vanJaar: number; readonly totEnMetJaar: number };

export type Periodesoort = Periode['soort'];

type Uitkomst = Result<Periode, Weigering<Periodeweigering>>;

const VORM =
  /^(?<jaar>\d{4})(?:\/(?<totJaar>\d{4})|-H(?<halfjaar>\d)|-Q(?<kwartaal>\d)|-(?<maand>\d{2})(?:\/(?<slotjaar>\d{4})-(?<slotmaand>\d{2}))?)?$/;

const twee = (getal: number) => String(getal).padStart(2, '0');
const vier = (getal: number) => String(getal).padStart(4, '0');

function weiger(code: Periodeweigering): Uitkomst {
  return geweigerd(weigering(code, PERIODE_MELDINGEN[code]));
}

/** The stable code of a period, the same in database, API and address: `2020-Q3`, `2020-01/2020-05`. */
export function periodeCode(periode: Periode): string {
  switch (periode.soort) {
    case 'jaar':
      return vier(periode.jaar);
    case 'halfjaar':
      return `${vier(periode.jaar)}-H${periode.halfjaar}`;
    case 'kwartaal':
      return `${vier(periode.jaar)}-Q${periode.kwartaal}`;
    case 'maand':
      return `${vier(periode.jaar)}-${twee(periode.maand)}`;
    case 'deeljaar':
      return `${vier(periode.jaar)}-${twee(periode.vanMaand)}/${vier(periode.jaar)}-${twee(periode.totEnMetMaand)}`;
    case 'jarenreeks':
      return `${vier(periode.vanJaar)}/${vier(periode.totEnMetJaar)}`;
  }
}

/**
 * The period from one month to another of the same year, in its one form: a month, quarter, half-year or year
 * where it is one. Refuses with `periode_bestaat_niet` (no such month) or `periode_omgekeerd`.
 */
export function periodeVanMaanden(jaar: number, vanMaand: number, totEnMetMaand: number): Uitkomst {
  const isMaand = (maand: number) => Number.isInteger(maand) && maand >= 1 && maand <= 12;
  if (!isMaand(vanMaand) || !isMaand(totEnMetMaand)) return weiger('periode_bestaat_niet');
  if (totEnMetMaand < vanMaand) return weiger('periode_omgekeerd');
  const maanden = totEnMetMaand - vanMaand + 1;
  if (maanden === 1) return gelukt({ soort: 'maand', jaar, maand: vanMaand });
  if (maanden === 12) return gelukt({ soort: 'jaar', jaar });
  if (maanden === 6 && (vanMaand === 1 || vanMaand === 7)) {
    return gelukt({ soort: 'halfjaar', jaar, halfjaar: vanMaand === 1 ? 1 : 2 });
  }
  const kwartaal = (vanMaand + 2) / 3;
  if (maanden === 3 && (kwartaal === 1 || kwartaal === 2 || kwartaal === 3 || kwartaal === 4)) {
    return gelukt({ soort: 'kwartaal', jaar, kwartaal });
  }
  return gelukt({ soort: 'deeljaar', jaar, vanMaand, totEnMetMaand });
}

/** A range of whole years; one year is that year. Refuses with `periode_omgekeerd`. */
export function periodeVanJaren(vanJaar: number, totEnMetJaar: number): Uitkomst {
  if (totEnMetJaar < vanJaar) return weiger('periode_omgekeerd');
  if (totEnMetJaar === vanJaar) return gelukt({ soort: 'jaar', jaar: vanJaar });
  return gelukt({ soort: 'jarenreeks', vanJaar, totEnMetJaar });
}

/**
 * Reads a period code: `2020`, `2020-H1`, `2020-Q3`, `2020-05`, `2020-01/2020-05`, `2020/2021`. Two spellings of
 * one span give the same period. A range of months over the turn of a year has no form here and is refused.
 */
export function parsePeriode(code: string): Uitkomst {
  const deel = VORM.exec(code.trim().toUpperCase())?.groups;
  if (deel === undefined) return weiger('periode_onleesbaar');
  const jaar = Number(deel['jaar']);
  if (deel['totJaar'] !== undefined) return periodeVanJaren(jaar, Number(deel['totJaar']));
  if (deel['halfjaar'] !== undefined) return vanDelen(jaar, Number(deel['halfjaar']), 6);
  if (deel['kwartaal'] !== undefined) return vanDelen(jaar, Number(deel['kwartaal']), 3);
  if (deel['maand'] === undefined) return gelukt({ soort: 'jaar', jaar });
  const maand = Number(deel['maand']);
  if (deel['slotmaand'] === undefined) return periodeVanMaanden(jaar, maand, maand);
  if (Number(deel['slotjaar']) !== jaar) return weiger('periode_onleesbaar');
  return periodeVanMaanden(jaar, maand, Number(deel['slotmaand']));
}

function vanDelen(jaar: number, nummer: number, lengte: 3 | 6): Uitkomst {
  return periodeVanMaanden(jaar, (nummer - 1) * lengte + 1, nummer * lengte);
}
