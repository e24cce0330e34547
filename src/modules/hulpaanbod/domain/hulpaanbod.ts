/** Help that exists in a region, as the programme file writes it. Unknown is null, none is an empty list. */
export interface Hulpaanbod {
  code: string;
  naam: string;
  aanbieder: string | null;
  soort: string | null;
  doelgroepen: string[];
  fasen: string[];
  gebied: string | null;
  omschrijving: string | null;
  status: string | null;
  bereikbaarheid: string | null;
  bron: { bestand: string | null; paragraaf: string | null } | null;
}

/** What a reader asks of the list; empty is no wish. */
export interface Hulpkeuze {
  doelgroep: string;
  fase: string;
  soort: string;
  aanbieder: string;
}

/** The offers that meet every wish, by provider in alphabetical order; those without a provider last. */
export function filterHulpaanbod(lijst: readonly Hulpaanbod[], k: Hulpkeuze): Hulpaanbod[] {
  return lijst
    .filter(
      h =>
        (k.doelgroep === '' || h.doelgroepen.includes(k.doelgroep)) &&
        (k.fase === '' || h.fasen.includes(k.fase)) &&
        (k.soort === '' || h.soort === k.soort) &&
        (k.aanbieder === '' || h.aanbieder === k.aanbieder),
    )
    .toSorted(
      (a, b) =>
        Number(a.aanbieder === null) - Number(b.aanbieder === null) ||
        (a.aanbieder ?? '').localeCompare(b.aanbieder ?? '', 'nl') ||
        a.naam.localeCompare(b.naam, 'nl'),
    );
}

/** Every value that can be chosen, each once, in alphabetical order. */
export function keuzesUit(lijst: readonly Hulpaanbod[]): Record<keyof Hulpkeuze, string[]> {
  const uniek = (waarden: (string | null)[]) =>
    [...new Set(waarden.filter(w => w !== null && w !== ''))].sort((a, b) =>
      String(a).localeCompare(String(b), 'nl'),
    ) as string[];
  return {
    doelgroep: uniek(lijst.flatMap(h => h.doelgroepen)),
    fase: uniek(lijst.flatMap(h => h.fasen)),
    soort: uniek(lijst.map(h => h.soort)),
    aanbieder: uniek(lijst.map(h => h.aanbieder)),
  };
}

const kaal = (tekst: string): string =>
  tekst
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

/** Does every word stand somewhere in the offer, at the start of a word? Accents and capitals do not count. */
export function past(h: Hulpaanbod, woorden: readonly string[]): boolean {
  const velden = [
    h.code,
    h.naam,
    h.aanbieder,
    h.soort,
    ...h.doelgroepen,
    ...h.fasen,
    h.gebied,
    h.omschrijving,
    h.bereikbaarheid,
  ];
  const tekst = ` ${kaal(velden.join(' '))}`;
  return woorden.length > 0 && woorden.every(w => tekst.includes(` ${kaal(w)}`));
}
