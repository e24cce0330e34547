/** A number in a free text: which release, and which count of it. */
export interface Celverwijzing {
  readonly publicatie: string;
  readonly cel: string;
}
export type Vrijstuk = string | Celverwijzing;
/** A paragraph or a point of a free text. */
export interface Vrijalinea {
  readonly soort: 'alinea' | 'punt';
  readonly stukken: readonly Vrijstuk[];
}

const VERWIJZING = /\[([a-z0-9-]+)\/(c\d+)\]/g;
const MAAND = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** What is counted here: a number before one of these is a count, also in words or when it looks like a year. */
const GETELD =
  'meldingen|adviezen|gezinnen|huishoudens|kinderen|jongeren|personen|mensen|inwoners|cliënten|slachtoffers|plegers|' +
  'vrouwen|mannen|casussen|zaken|onderzoeken|huisverboden|incidenten|families|households|children|women|men|people|' +
  'victims|cases|reports';
const TELWOORD =
  'twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|' +
  'negentien|twintig|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const IN_WOORDEN = new RegExp(`(?<!\\p{L})(?:${TELWOORD}) (?:${GETELD})(?!\\p{L})`, 'giu');

/** Digits that are no count: a date, a year, a place in a law, a code, an amount, a time, a telephone number. */
const GEEN_TELLING: readonly RegExp[] = [
  /https?:\/\/\S+/g,
  new RegExp(`\\b\\d{1,2} (?:${MAAND}|${MONTH})\\b(?: \\d{4}\\b)?`, 'g'),
  /\b\d{1,2}[-/]\d{1,2}[-/]\d{4}\b/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b(?:artikel(?:en)?|article|art\.|lid|paragraaf|hoofdstuk|bijlage|versie|version|kwartaal|nummer|nr\.) \d+(?:[.:/-]\d+)*(?![\d,]|\.\d)/gi,
  /\b\d{1,2}[.:]\d{2} uur\b/g,
  /€\s?\d[\d.]*(?:,\d{2})?/g,
  /\b0800[- ]?\d{4}\b/g,
  /\b(?:bel|alarmnummer) 112\b/gi,
  /\b[A-Z]{1,4}-?\d+(?:\.\d+)*\b/g,
  /\b[1-4](?:e|ste|de)\b/g,
  new RegExp(
    `(?<![\\d.,])(?:19|20)\\d{2}(?:[-/](?:19|20)\\d{2})?(?!\\d|[.,]\\d| (?:${GETELD})(?!\\p{L}))`,
    'gu',
  ),
];

/** The text without its references to counts. */
const zonderVerwijzingen = (tekst: string): string => tekst.replace(VERWIJZING, ' ');

/**
 * Numbers that stand loose in a text: everything with digits that is not plainly something else, and a number in words
 * before what is counted here. A count belongs to a release and comes in by a reference, so that it carries where it comes from.
 */
export function losseGetallen(tekst: string): string[] {
  // Wide and raised digits are digits too.
  const woorden = zonderVerwijzingen(tekst).normalize('NFKC');
  const rest = GEEN_TELLING.reduce((t, patroon) => t.replace(patroon, ' '), woorden);
  return [...(rest.match(/\d(?:[\d.,]*\d)?/g) ?? []), ...(woorden.match(IN_WOORDEN) ?? [])];
}

function stukkenVan(tekst: string): Vrijstuk[] {
  const uit: Vrijstuk[] = [];
  let tot = 0;
  for (const m of tekst.matchAll(VERWIJZING)) {
    if (m.index > tot) uit.push(tekst.slice(tot, m.index));
    uit.push({ publicatie: m[1] ?? '', cel: m[2] ?? '' });
    tot = m.index + m[0].length;
  }
  if (tot < tekst.length) uit.push(tekst.slice(tot));
  return uit;
}

/** A free text as paragraphs: an empty line parts them, a line that begins with '- ' is a point. */
export function leesVrijeTekst(tekst: string): Vrijalinea[] {
  return tekst
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((blok): Vrijalinea[] => {
      const uit: Vrijalinea[] = [];
      let lopend: string[] = [];
      const sluit = () => {
        if (lopend.length > 0) uit.push({ soort: 'alinea', stukken: stukkenVan(lopend.join('\n')) });
        lopend = [];
      };
      for (const regel of blok.split('\n').map(r => r.trim())) {
        if (regel.startsWith('- ')) {
          sluit();
          uit.push({ soort: 'punt', stukken: stukkenVan(regel.slice(2).trim()) });
        } else if (regel !== '') lopend.push(regel);
      }
      sluit();
      return uit;
    });
}

/** How a count is written into a free text. */
export const schrijfVerwijzing = (v: Celverwijzing): string => `[${v.publicatie}/${v.cel}]`;

/** The references of a free text, each once. */
export function verwijzingenIn(tekst: string): Celverwijzing[] {
  const alle = [...tekst.matchAll(VERWIJZING)].map(m => ({ publicatie: m[1] ?? '', cel: m[2] ?? '' }));
  return alle.filter((v, i) => alle.findIndex(w => schrijfVerwijzing(w) === schrijfVerwijzing(v)) === i);
}
