// What the mutation run measured so far (docs/mutatie.json), and its report (docs/mutatie.md). Per file, so that a run
// that was broken off goes on where it was.

/** What became of the mutants of one file. */
export interface Mutatietelling {
  /** A test failed on it. */
  gezien: number;
  /** It did not end any more, which a test notices too. */
  eindeloos: number;
  overleefd: number;
  /** No test comes there. */
  zonderProef: number;
}

export interface Mutatieregel extends Mutatietelling {
  bestand: string;
  /** What was measured: a fingerprint of the file and of the tests it was measured with. */
  zegel: string;
  commit: string;
  dag: string;
}

export const DREMPEL = 85;

const som = (lijst: readonly Mutatietelling[], kies: (t: Mutatietelling) => number): number =>
  lijst.reduce((n, t) => n + kies(t), 0);

/** All of these together. */
export const samen = (lijst: readonly Mutatietelling[]): Mutatietelling => ({
  gezien: som(lijst, t => t.gezien),
  eindeloos: som(lijst, t => t.eindeloos),
  overleefd: som(lijst, t => t.overleefd),
  zonderProef: som(lijst, t => t.zonderProef),
});

export const aantal = (t: Mutatietelling): number => t.gezien + t.eindeloos + t.overleefd + t.zonderProef;

/** Share of the mutants that was noticed, as a percentage; a file without mutants hides nothing. */
export const score = (t: Mutatietelling): number =>
  aantal(t) === 0 ? 100 : (100 * (t.gezien + t.eindeloos)) / aantal(t);

/** One decimal, downward: what is printed as 85,0 is at least 85. */
const procent = (t: Mutatietelling): string =>
  `${(Math.floor(score(t) * 10 + 1e-9) / 10).toFixed(1).replace('.', ',')} %`;

const getal = (n: number): string => n.toLocaleString('nl-NL');

const rij = (naam: string, t: Mutatietelling): string =>
  `| ${naam} | ${[aantal(t), t.gezien, t.eindeloos, t.overleefd, t.zonderProef].map(getal).join(' | ')} | ${procent(t)} |`;

const KOP = [
  '| Bestand | Wijzigingen | Gezien | Eindeloos | Overleefd | Zonder test | Score |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
];

export interface Mutatiedeel {
  map: string;
  /** All files of the folder that have something to mutate, measured or not. */
  bestanden: readonly string[];
}

function deelVerslag(d: Mutatiedeel, regels: readonly Mutatieregel[]): string[] {
  const eigen = regels.filter(r => d.bestanden.includes(r.bestand));
  const mist = d.bestanden.filter(b => !eigen.some(r => r.bestand === b));
  return [
    `## ${d.map}`,
    '',
    ...KOP,
    ...eigen.map(r => rij(`\`${r.bestand.slice(d.map.length + 1)}\``, r)),
    rij('**Samen**', samen(eigen)),
    '',
    ...(mist.length > 0 ? [`Niet gemeten: ${mist.map(b => `\`${b}\``).join(', ')}.`, ''] : []),
  ];
}

/** The page as markdown. */
export function maakMutatieverslag(x: {
  delen: readonly Mutatiedeel[];
  regels: readonly Mutatieregel[];
  machine: string;
}): string {
  const commits = [...new Set(x.regels.map(r => r.commit))];
  const dagen = [...new Set(x.regels.map(r => r.dag))].sort();
  const kort = x.delen.map(d => {
    const t = samen(x.regels.filter(r => d.bestanden.includes(r.bestand)));
    return `- \`${d.map}\`: ${procent(t)} van ${getal(aantal(t))} wijzigingen gezien`;
  });
  return [
    '# Mutaties',
    '',
    `Gemaakt door \`npm run test:mutatie\` op ${dagen.at(-1) ?? 'geen dag'}; niet met de hand wijzigen. Gemeten op ${x.machine}.`,
    '',
    'Een mutatie is één kleine wijziging in de code: een plus wordt een min, een grens schuift één op, een voorwaarde is altijd waar. De tests moeten dat merken. Gezien is: een test faalde. Eindeloos is: de code hield niet meer op, en dat merkt een test ook. Overleefd is: geen test merkte het. De score is het deel dat is gemerkt; onder de ' +
      `${DREMPEL} % in een van beide mappen faalt de opdracht.`,
    '',
    ...kort,
    `- commit: ${commits.join('; ') || 'geen'}`,
    '',
    'De score is een ondergrens. Elke wijziging telt mee, ook een die niets kan veranderen en een die de typecontrole zou weigeren (een leeg woord waar maar drie woorden mogen). Tests gaan van snel naar langzaam; wie anderhalve seconde daarvan overleeft, telt als overleefd, en een test die in de eerste ronde langer dan anderhalve seconde duurt doet niet mee. Drie tests met honderden gesimuleerde reeksen doen evenmin mee. Wetten met een oplosser krijgen zes voorbeelden, en het begin van het toeval ligt vast.',
    '',
    ...x.delen.flatMap(d => deelVerslag(d, x.regels)),
  ].join('\n');
}
