// The report of the long walk: docs/lange-wandeling.md.

/** What one walker did in one part. */
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

export interface Wandelverslag {
  dag: string;
  machine: string;
  gevraagd: number;
  delen: readonly Wandeldeel[];
}

const getal = (n: number): string => new Intl.NumberFormat('nl-NL').format(n);
const rij = (cellen: readonly string[]): string => `| ${cellen.join(' | ')} |`;
const tabel = (kop: readonly string[], rijen: readonly (readonly string[])[]): string =>
  [rij(kop), rij(kop.map((_, i) => (i === 0 ? '---' : '---:'))), ...rijen.map(rij)].join('\n');
const som = <T>(lijst: readonly T[], van: (x: T) => number): number => lijst.reduce((n, x) => n + van(x), 0);

function perWandelaar(delen: readonly Wandeldeel[]): string {
  const perWie = Map.groupBy(
    delen.flatMap(d => d.wandelaars),
    w => w.wie,
  );
  return tabel(
    ['Wie', 'Stappen', 'Pagina’s open', 'Handelingen gedaan'],
    [...perWie].map(([wie, lijst]) => [
      wie.replaceAll('_', ' '),
      ...[som(lijst, w => w.stappen), som(lijst, w => w.open), som(lijst, w => w.gedaan)].map(getal),
    ]),
  );
}

/** The report as Markdown: how far it came, on which commits, and every fault by name. */
export function maakWandelverslag(v: Wandelverslag): string {
  const gelopen = som(v.delen, d => d.stappen);
  const fouten = v.delen.flatMap(d => d.fouten.map(f => `- ${d.wandeling}, zaad ${d.zaad}: ${f}`));
  const perCommit = [...Map.groupBy(v.delen, d => d.commit)].map(([commit, lijst]) => [
    commit,
    ...[lijst.length, som(lijst, d => d.stappen), som(lijst, d => d.fouten.length)].map(getal),
  ]);
  const wandelingen = [...Map.groupBy(v.delen, d => d.wandeling)].map(
    ([naam, lijst]) => `## ${naam}\n\n${perWandelaar(lijst)}`,
  );
  return `${[
    '# Lange wandeling',
    `Gemaakt door \`npm run test:wandeling\` op ${v.dag}; niet met de hand wijzigen. ${v.machine}.`,
    `${getal(gelopen)} van ${getal(v.gevraagd)} stappen gelopen, in ${getal(Math.round(som(v.delen, d => d.seconden) / 60))} minuten van alle delen samen. Velden, pagina’s of handelingen buiten het predicaat: ${getal(fouten.length)}.`,
    gelopen < v.gevraagd ? '**Nog niet af.** Dezelfde opdracht gaat verder waar zij was.' : '',
    tabel(['Commit', 'Delen', 'Stappen', 'Fouten'], perCommit),
    fouten.join('\n'),
    ...wandelingen,
  ]
    .filter(x => x !== '')
    .join('\n\n')}\n`;
}
