/**
 * Small words before a Dutch surname, and their counterparts in names from elsewhere (after the BRP national table 36,
 * Voorvoegsels, taken apart into single words). They are typed, forgotten and misplaced at will, so that finding
 * passes over them. Written as `normaliseer` leaves them.
 */
const TUSSENVOEGSELS = new Set(
  (
    'a aan ab abd abu af al am an auf aus ben bey bi bin d da dal das de degli dei del della den der des deur di die do don dos du ' +
    'e el et ibn im in l la las le les lo los het o of onder op os over s t te ten ter tho thoe to toe tot uyt uit ' +
    'van ver vom von voor vor y zu zum zur'
  ).split(' '),
);

const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ĳ: 'ij',
  ÿ: 'ij',
};

/**
 * A name as finding compares it: lower case, without diacritics and apostrophes, 'ij' and 'ÿ' as 'y' (they are one
 * letter in Dutch and are swapped freely: Dijk, Dyk, Dĳk), everything that is no letter a space.
 */
export function normaliseer(naam: string): string {
  const klein = naam.toLowerCase().replace(/[æœøßðđþłıĳÿ]/gu, l => LETTERS[l] ?? l);
  return klein
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´]/g, '')
    .replace(/ij/g, 'y')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** 'vandenbroek', as Flemish registries write it, is 'broek'. */
function zonderAangeplakt(deel: string): string {
  return deel.replace(/^van(den|der|de)(?=[a-z]{4})/, '');
}

/** The parts of a surname that count: small words left out, double names apart. A name of only small words stays. */
export function naamdelen(naam: string): string[] {
  const delen = normaliseer(naam).split(' ').filter(Boolean);
  const tellend = delen.filter(d => !TUSSENVOEGSELS.has(d)).map(zonderAangeplakt);
  return [...new Set(tellend.length > 0 ? tellend : delen)];
}

/** First names apart; single letters are initials and not names. */
export function voornamen(naam: string): string[] {
  const delen = normaliseer(naam).split(' ');
  return [...new Set(delen.filter(d => d.length > 1))];
}

/** First letter of a name: 'r' for Rosa and for R.; '' when there is none. */
export function voorletter(naam: string): string {
  return normaliseer(naam).slice(0, 1);
}
