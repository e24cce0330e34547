import type { FeestdagCode } from './feestdagen.ts';
import type { Taal } from './taal.ts';

export type Datumweigering =
  | 'datum_leeg'
  | 'datum_onleesbaar'
  | 'datum_jaar_onvolledig'
  | 'datum_bestaat_niet'
  | 'datum_weekdag_klopt_niet';

/** What to tell the reader whose date cannot be used. */
export const DATUM_MELDINGEN: Readonly<Record<Datumweigering, string>> = {
  datum_leeg: 'Vul een datum in, bijvoorbeeld 3-11-2026.',
  datum_onleesbaar: 'Deze datum is niet te lezen. Schrijf hem zo: 3-11-2026 of 3 november 2026.',
  datum_jaar_onvolledig: 'Schrijf het jaar met vier cijfers, bijvoorbeeld 3-11-2026.',
  datum_bestaat_niet: 'Deze dag bestaat niet. Controleer de dag en de maand.',
  datum_weekdag_klopt_niet: 'De dag van de week hoort niet bij deze datum. Controleer de datum.',
};

export type Periodeweigering = 'periode_onleesbaar' | 'periode_bestaat_niet' | 'periode_omgekeerd';

/** What to tell the reader whose period cannot be used. */
export const PERIODE_MELDINGEN: Readonly<Record<Periodeweigering, string>> = {
  periode_onleesbaar:
    'Deze periode is niet te lezen. Schrijf bijvoorbeeld 2020, 2020-H1, 2020-Q3, 2020-05, 2020-01/2020-05 of 2020/2021.',
  periode_bestaat_niet: 'Deze periode bestaat niet. Controleer de maand, het kwartaal of het halfjaar.',
  periode_omgekeerd: 'Het einde van deze periode ligt voor het begin.',
};

/** The years for which the calendar of public holidays is known to this program. */
export const JAAR_ONBEKEND = (jaar: number) =>
  `De feestdagen van ${jaar} zijn niet bekend. Het programma rekent met de jaren 2000 tot en met 2099.`;

const FEESTDAG_NAMEN: Readonly<Record<FeestdagCode, Readonly<Record<Taal, string>>>> = {
  nieuwjaarsdag: { nl: 'Nieuwjaarsdag', en: "New Year's Day" },
  goede_vrijdag: { nl: 'Goede Vrijdag', en: 'Good Friday' },
  tweede_paasdag: { nl: 'tweede paasdag', en: 'Easter Monday' },
  verjaardag_koning: {
    nl: 'de dag waarop de verjaardag van de Koning wordt gevierd',
    en: "the King's Birthday",
  },
  bevrijdingsdag: { nl: 'Bevrijdingsdag', en: 'Liberation Day' },
  hemelvaartsdag: { nl: 'Hemelvaartsdag', en: 'Ascension Day' },
  tweede_pinksterdag: { nl: 'tweede pinksterdag', en: 'Whit Monday' },
  eerste_kerstdag: { nl: 'eerste kerstdag', en: 'Christmas Day' },
  tweede_kerstdag: { nl: 'tweede kerstdag', en: 'Boxing Day' },
  gelijkgestelde_dag: {
    nl: 'een dag die met een feestdag is gelijkgesteld',
    en: 'a day that counts as a public holiday',
  },
};

/** The name of a public holiday in running text: 'tweede paasdag'. */
export function feestdagNaam(code: FeestdagCode, taal: Taal = 'nl'): string {
  return FEESTDAG_NAMEN[code][taal];
}
