// What the long walk did so far (docs/lange-wandeling.json), and its report (docs/lange-wandeling.md). The first is kept
// with the code, so that a later session or another machine adds to it; every step stays under the commit it was taken on.

/** What one walker did. */
export interface Wandelaar {
  wie: string;
  stappen: number;
  /** Pages that opened, and acts that were done. */
  open: number;
  gedaan: number;
}

/** One part: a walk through a new world from one seed. */
export interface Wandeldeel {
  wandeling: string;
  commit: string;
  zaad: number;
  stappen: number;
  seconden: number;
  fouten: string[];
  wandelaars: Wandelaar[];
}

/** What was walked on one commit. A part in which something was found is not in `delen`: it is walked again. */
interface Opcommit {
  commit: string;
  /** Numbers of the parts, from 1. */
  delen: number[];
  stappen: number;
  seconden: number;
  gevonden: string[];
}

/** All that was walked, on whatever commit and machine. */
export interface Stand {
  commits: Opcommit[];
  /** Per walk: the sum of what every walker did in the parts that count. */
  wandelingen: { wandeling: string; wandelaars: Wandelaar[] }[];
}

export const LEEG: Stand = { commits: [], wandelingen: [] };

const som = <T>(lijst: readonly T[], van: (x: T) => number): number => lijst.reduce((n, x) => n + van(x), 0);

/** Numbers of the parts that need not be walked again. */
export const gelopenDelen = (s: Stand): ReadonlySet<number> => new Set(s.commits.flatMap(c => c.delen));
export const gelopenStappen = (s: Stand): number => som(s.commits, c => c.stappen);

function telBij(al: readonly Wandelaar[], erbij: readonly Wandelaar[]): Wandelaar[] {
  const perWie = Map.groupBy([...al, ...erbij], w => w.wie);
  return [...perWie].map(([wie, lijst]) => ({
    wie,
    stappen: som(lijst, w => w.stappen),
    open: som(lijst, w => w.open),
    gedaan: som(lijst, w => w.gedaan),
  }));
}

/** The stand with this part in it. A part with a fault adds what was found and no steps. */
export function voegToe(s: Stand, nr: number, d: Wandeldeel): Stand {
  if (gelopenDelen(s).has(nr)) throw new Error(`deel ${nr} is al gelopen`);
  const al = s.commits.find(c => c.commit === d.commit);
  const oud = al ?? { commit: d.commit, delen: [], stappen: 0, seconden: 0, gevonden: [] };
  const goed = d.fouten.length === 0;
  const nieuw: Opcommit = {
    commit: d.commit,
    delen: goed ? [...oud.delen, nr].sort((a, b) => a - b) : oud.delen,
    stappen: oud.stappen + (goed ? d.stappen : 0),
    seconden: Math.round(oud.seconden + (goed ? d.seconden : 0)),
    gevonden: [...oud.gevonden, ...d.fouten.map(f => `${d.wandeling}, zaad ${d.zaad}: ${f}`)],
  };
  const commits = al ? s.commits.map(c => (c === al ? nieuw : c)) : [...s.commits, nieuw];
  if (!goed) return { ...s, commits };
  const w = s.wandelingen.find(x => x.wandeling === d.wandeling);
  const bij = { wandeling: d.wandeling, wandelaars: telBij(w?.wandelaars ?? [], d.wandelaars) };
  return { commits, wandelingen: [...s.wandelingen.filter(x => x !== w), bij] };
}

const getal = (n: number): string => new Intl.NumberFormat('nl-NL').format(n);
const rij = (cellen: readonly string[]): string => `| ${cellen.join(' | ')} |`;
const tabel = (kop: readonly string[], rijen: readonly (readonly string[])[]): string =>
  [rij(kop), rij(kop.map((_, i) => (i === 0 ? '---' : '---:'))), ...rijen.map(rij)].join('\n');

/** 1, 2, 3, 7 as '1-3, 7'. */
function alsReeksen(nummers: readonly number[]): string {
  const reeksen: [number, number][] = [];
  for (const n of nummers) {
    const laatste = reeksen.at(-1);
    if (laatste && n === laatste[1] + 1) laatste[1] = n;
    else reeksen.push([n, n]);
  }
  return reeksen.map(([van, tot]) => (van === tot ? `${van}` : `${van}-${tot}`)).join(', ');
}

function perWandelaar(wandelaars: readonly Wandelaar[]): string {
  return tabel(
    ['Wie', 'Stappen', 'Pagina’s open', 'Handelingen gedaan'],
    wandelaars.map(w => [w.wie.replaceAll('_', ' '), ...[w.stappen, w.open, w.gedaan].map(getal)]),
  );
}

/** The report as Markdown: how far it came, on which commits, and everything that was found by name. */
export function maakWandelverslag(v: {
  dag: string;
  machine: string;
  gevraagd: number;
  stand: Stand;
}): string {
  const { commits, wandelingen } = v.stand;
  const gelopen = gelopenStappen(v.stand);
  const gevonden = commits.flatMap(c => c.gevonden.map(f => `- op ${c.commit}, ${f}`));
  const rijen = commits.map(c => [
    c.commit,
    alsReeksen(c.delen) || 'geen',
    ...[c.stappen, Math.round(c.seconden / 60), c.gevonden.length].map(getal),
  ]);
  return `${[
    '# Lange wandeling',
    `Gemaakt door \`npm run test:wandeling\` op ${v.dag}; niet met de hand wijzigen. Laatst gelopen op ${v.machine}.`,
    `${getal(gelopen)} van ${getal(v.gevraagd)} stappen gelopen, in ${getal(Math.round(som(commits, c => c.seconden) / 60))} minuten van alle delen samen. Velden, pagina’s of handelingen buiten het predicaat in deze delen: 0; gevonden in delen die opnieuw moesten: ${getal(gevonden.length)}.`,
    gelopen < v.gevraagd ? '**Nog niet af.** Dezelfde opdracht gaat verder waar zij was.' : '',
    'Een deel is een wandeling door een nieuwe wereld vanaf een eigen zaad. Wat is gelopen staat in `lange-wandeling.json`, elk deel bij de commit waarop het liep; een deel waarin iets is gevonden telt niet mee en loopt opnieuw.',
    tabel(['Commit', 'Delen', 'Stappen', 'Minuten', 'Gevonden'], rijen),
    gevonden.join('\n'),
    ...wandelingen.map(w => `## ${w.wandeling}\n\n${perWandelaar(w.wandelaars)}`),
  ]
    .filter(x => x !== '')
    .join('\n\n')}\n`;
}
