/** Languages in which dates are shown: Dutch everywhere, English on public and residents' pages. */
export type Taal = 'nl' | 'en';

/** Month names, January first. Written out here and not taken from the runtime, so that no upgrade changes them. */
export const MAANDEN: Readonly<Record<Taal, readonly string[]>> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Names of the days of the week, Monday first (ISO 8601). */
export const WEEKDAGEN: Readonly<Record<Taal, readonly string[]>> = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** The name of month 1 to 12. Throws a RangeError outside that: the caller made it up. */
export function maandNaam(maand: number, taal: Taal = 'nl'): string {
  const naam = MAANDEN[taal][maand - 1];
  if (naam === undefined) throw new RangeError(`Geen maand: ${maand}`);
  return naam;
}
