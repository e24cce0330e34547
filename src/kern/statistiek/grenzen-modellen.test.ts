import { describe, expect, test } from 'vitest';
import * as deur from './index.ts';
import { eisRegel, GEBRUIKELIJKE_OORDEELREGEL } from './oordeelregel.ts';

function antwoord(doe: () => unknown): string {
  try {
    doe();
    return 'goed';
  } catch (e) {
    return String(e);
  }
}
const vreemd = <T>(x: unknown) => x as T;
const rijen = (n: number, breed = 2) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: breed }, (_, k) => i ** k));
const reeks = { uitkomst: [4, 9, 7, 12, 3], ontwerp: rijen(5) };
const fit = deur.poissonRegressie(reeks);
const poisson = (anders: object) => () => deur.poissonRegressie({ ...reeks, ...anders });
const nb = (anders: object) => () => deur.negatiefBinomialeRegressie({ ...reeks, ...anders });
const nw = (anders: object) => () => deur.neweyWest(reeks, fit, { vertraging: 1, ...anders });
const groep = [
  { tijd: 3, oorzaak: 1 },
  { tijd: 5, oorzaak: 0 },
];
const plekken = Array.from({ length: 5 }, () => ({ telling: 12, verwacht: 10 }));
const trechter = (anders: object) => () =>
  deur.oordeelTrechter(plekken, { ...deur.GEBRUIKELIJKE_TRECHTERREGEL, ...anders });
const oordeel = (anders: object) => () => eisRegel({ ...GEBRUIKELIJKE_OORDEELREGEL, ...anders });
const vermogen =
  (anders: object, factor = 0.5) =>
  () =>
    deur.onderscheidingsvermogen(
      { verwacht: 20, blootstelling: 1, blootstellingNa: 1, alfa: 0.05, ...anders },
      factor,
    );
const methode = (anders: object) => () =>
  deur.kiesMethode({ periode: 'maand', tellingen: [5, 6, 7], ...anders } as deur.Telreeks);
const opRij = 'must be whole and later than the one before';
const strikt = (naam: string) => `RangeError: ${naam} must lie strictly between 0 and 1`;

// @eis A2.1
test.each<readonly [doe: () => unknown, verwacht: string]>([
  // Regression.
  [poisson({ uitkomst: 3 }), 'TypeError: vraag.uitkomst must be a list'],
  [poisson({ uitkomst: [1, 2, -1, 3, 4] }), 'RangeError: vraag.uitkomst[2] must be 0 or greater'],
  [poisson({ uitkomst: [1, 2, 1.1e8, 3, 4] }), 'RangeError: vraag.uitkomst must be at most 100000000'],
  [poisson({ uitkomst: [0, 0, 0, 0, 0] }), 'RangeError: vraag.uitkomst must not be 0 everywhere'],
  [poisson({ ontwerp: 3 }), 'TypeError: vraag.ontwerp must be a list of rows'],
  [poisson({ ontwerp: rijen(4) }), 'RangeError: vraag.ontwerp must have 5 rows'],
  [poisson({ ontwerp: rijen(5, 0) }), 'RangeError: vraag.ontwerp must have 1 to 20 columns'],
  [poisson({ ontwerp: rijen(5, 21) }), 'RangeError: vraag.ontwerp must have 1 to 20 columns'],
  [poisson({ ontwerp: [...rijen(4), [1]] }), 'RangeError: vraag.ontwerp[4] must have 2 values'],
  [poisson({ ontwerp: [...rijen(4), 'ab'] }), 'TypeError: vraag.ontwerp[4] must be a list'],
  [poisson({ ontwerp: [...rijen(4), [1, Number.NaN]] }), 'RangeError: vraag.ontwerp[4][1] must be finite'],
  [
    poisson({ ontwerp: rijen(5, 5) }),
    'RangeError: vraag.uitkomst must have more points than ontwerp has columns',
  ],
  [poisson({ ontwerp: rijen(5, 1) }), 'goed'],
  [poisson({ offset: [0, 0, 0, 0] }), 'RangeError: vraag.offset must have 5 values'],
  [poisson({ offset: [0, 0, 0, 0, 0] }), 'goed'],
  [poisson({ gewichten: [1, 1, 1, 1, 0] }), 'RangeError: vraag.gewichten[4] must be greater than 0'],
  [poisson({ gewichten: [1, 1, 1, 1, 1] }), 'goed'],
  [
    poisson({ ontwerp: rijen(5).map(r => [...r, r[1]]) }),
    'RangeError: ontwerp: column 2 is a combination of the columns before it',
  ],
  [nb({ uitkomst: [4, 9, 7, 12, 3.5] }), 'RangeError: vraag.uitkomst[4] must be a whole number'],
  [nb({ uitkomst: [4, 9, 7, 12, 100_001] }), 'RangeError: vraag.uitkomst[4] must be at most 100000'],
  [nb({ gewichten: [1, 1, 1, 1, 1] }), 'RangeError: vraag.gewichten are not for this method'],
  [nw({ vertraging: 5 }), 'RangeError: keuze.vertraging must be less than the number of points'],
  [nw({ vertraging: 4 }), 'goed'],
  [nw({ momenten: [0, 1, 2, 3] }), 'RangeError: keuze.momenten must have 5 values'],
  [nw({ momenten: [0, 1, 2, 3, 3] }), `RangeError: keuze.momenten[4] ${opRij}`],
  [nw({ momenten: [0.5, 1, 2, 3, 4] }), `RangeError: keuze.momenten[0] ${opRij}`],
  [nw({ momenten: [-3, 1, 2, 3, 9] }), 'goed'],
  [
    () => deur.neweyWest(reeks, { ...fit, gemiddelden: [1] }, { vertraging: 1 }),
    'RangeError: regressie must be the fit of vraag',
  ],
  [() => deur.neweyWest(reeks, vreemd(3), { vertraging: 1 }), 'TypeError: regressie must be an object'],
  [() => deur.neweyWest(reeks, fit, vreemd(3)), 'TypeError: keuze must be an object'],
  [() => deur.standaardfouten(vreemd(3), 1), 'TypeError: regressie must be an object'],
  // Several groups and areas.
  [() => deur.logrankToets(vreemd(3)), 'TypeError: groepen must be an array'],
  [() => deur.logrankToets([groep]), 'RangeError: groepen must hold 2 to 50 groups'],
  [() => deur.logrankToets(new Array(51).fill(groep)), 'RangeError: groepen must hold 2 to 50 groups'],
  [() => deur.logrankToets(new Array(50).fill(groep)), 'goed'],
  [
    () => deur.logrankToets([groep, [{ tijd: 1, oorzaak: 0 }]]),
    'RangeError: groepen must hold two groups in which events could occur',
  ],
  [() => deur.kaplanMeier([vreemd(3)]), 'TypeError: volgtijden[0] must be an object'],
  [() => deur.directGestandaardiseerd(vreemd(3)), 'TypeError: groepen must be an array'],
  [
    () => deur.directGestandaardiseerd([{ telling: 3, blootstelling: 1, standaard: 0 }]),
    'RangeError: groepen[0].standaard must be greater than 0',
  ],
  [() => deur.indirectGestandaardiseerd(vreemd(3), 1), 'TypeError: groepen must be an array'],
  [
    () => deur.indirectGestandaardiseerd([{ telling: 3, blootstelling: 1, referentietempo: -1 }], 1),
    'RangeError: groepen[0].referentietempo must be 0 or greater',
  ],
  [
    () => deur.indirectGestandaardiseerd([{ telling: 3, blootstelling: 1, referentietempo: 0 }], 1),
    'RangeError: groepen must together expect more than 0',
  ],
  [
    () => deur.indirectGestandaardiseerd([{ telling: 3, blootstelling: 1, referentietempo: 2 }], 0),
    'RangeError: ruwTempo must be greater than 0',
  ],
  [
    () => deur.exacteVerhouding(vreemd(3), vreemd(3)),
    'TypeError: teller must be an object with telling and blootstelling',
  ],
  [() => deur.krimpMarshall(vreemd(3)), 'TypeError: gebieden must be an array'],
  [() => deur.oordeelTrechter(plekken.slice(1)), 'RangeError: punten must hold at least 5 points'],
  [() => deur.oordeelTrechter(vreemd(3)), 'TypeError: punten must be an array'],
  [
    () => deur.oordeelTrechter([...plekken, vreemd<(typeof plekken)[0]>(null)]),
    'TypeError: punten[5] must be an object with telling and verwacht',
  ],
  ...[1, 4].map(
    telling =>
      [
        () => deur.oordeelTrechter([...plekken, { telling, verwacht: 9 }]),
        'RangeError: punten[5].telling is too small to be in a funnel',
      ] as const,
  ),
  ...[0, 5].map(
    telling => [() => deur.oordeelTrechter([...plekken, { telling, verwacht: 9 }]), 'goed'] as const,
  ),
  [trechter({ minstePunten: 1 }), 'RangeError: regel.minstePunten must be at least 2'],
  [trechter({ minstePunten: 2 }), 'goed'],
  [trechter({ relevanteVerhouding: 1 }), 'RangeError: regel.relevanteVerhouding must be above 1'],
  [trechter({ relevanteVerhouding: 0 }), 'RangeError: regel.relevanteVerhouding must be greater than 0'],
  [trechter({ gewenstVermogen: 1 }), strikt('regel.gewenstVermogen')],
  [trechter({ afkapdeel: 1.1 }), 'RangeError: regel.afkapdeel must lie between 0 and 1'],
  [trechter({ afkapdeel: 0.5 }), 'RangeError: afkapdeel must lie from 0 to less than 0.5'],
  [trechter({ kleinsteTelling: -1 }), 'RangeError: regel.kleinsteTelling must be 0 or greater'],
  [trechter({ betrouwbaarheid: 0.4 }), 'RangeError: betrouwbaarheid must lie between 0.5 and 0.999999'],
  [trechter({ bron: ' ' }), 'TypeError: regel.bron must name a source'],
  [trechter({ bron: 3 }), 'TypeError: regel.bron must name a source'],
  [() => deur.oordeelTrechter(plekken, vreemd(null)), 'TypeError: regel must be an object'],
  [() => deur.oordeelTrechter(plekken, vreemd('x')), 'TypeError: regel must be an object'],
  [oordeel({ alfa: 0 }), strikt('regel.alfa')],
  [oordeel({ kleinsteTelling: 1.5 }), 'RangeError: regel.kleinsteTelling must be a whole number'],
  [oordeel({ relevanteDaling: 1 }), strikt('regel.relevanteDaling')],
  [oordeel({ gewenstVermogen: 1 }), strikt('regel.gewenstVermogen')],
  [oordeel({ bron: 3 }), 'TypeError: regel.bron must name a source'],
  [() => eisRegel(vreemd(null)), 'TypeError: regel must be an object'],
  [() => eisRegel(vreemd('x')), 'TypeError: regel must be an object'],
  // Power.
  [vermogen({ verwacht: 0 }), 'RangeError: verwacht must be greater than 0'],
  [vermogen({ blootstelling: 0 }), 'RangeError: blootstelling must be greater than 0'],
  [vermogen({ blootstellingNa: 0 }), 'RangeError: blootstellingNa must be greater than 0'],
  [vermogen({ alfa: 1 }), strikt('alfa')],
  [vermogen({}, -0.1), 'RangeError: factor must be 0 or greater'],
  [vermogen({}, 0), 'goed'],
  [
    vermogen({ verwacht: 100_001 }, 0),
    'RangeError: verwacht must stay below 100000 for both periods together',
  ],
  [
    () =>
      deur.oordeelVerandering({ telling: 60_000, blootstelling: 1 }, { telling: 40_001, blootstelling: 1 }),
    'RangeError: voor and na must together count at most 100000',
  ],
  // The choice of a method.
  [methode({ periode: 'week' }), "TypeError: reeks.periode must be 'jaar', 'kwartaal' or 'maand'"],
  [methode({ tellingen: [1, -1] }), 'RangeError: reeks.tellingen[1] must be 0 or greater'],
  [methode({ blootstellingen: 3 }), 'TypeError: reeks.blootstellingen must be an array'],
  [methode({ blootstellingen: [1, 1] }), 'RangeError: reeks.blootstellingen must be as long as the series'],
  [methode({ blootstellingen: [1, 1, 0] }), 'RangeError: reeks.blootstellingen[2] must be greater than 0'],
  [methode({ blootstellingen: [1, 1, 1] }), 'goed'],
  [() => deur.kiesMethode(vreemd('x')), 'TypeError: reeks must be an object'],
])('de rand van wat een model aanneemt, met de reden: %#', (doe, verwacht) => {
  expect(antwoord(doe)).toBe(verwacht);
});

const herhaal = (patroon: number[], n: number) =>
  Array.from({ length: n }, (_, i) => patroon[i % patroon.length] as number);
const TWAALF = [12, 9, 15, 13, 8, 11, 16, 10, 14, 7, 12, 17];
const VIJF = [5, 3, 7, 4, 8, 5, 2, 6, 5, 7, 3, 5];
const WILD = [20, 2, 31, 9, 4, 27, 1, 16];

// @eis B1.7
describe('de keuze van methode met al haar redenen', () => {
  const kies = (periode: deur.Telreeks['periode'], tellingen: number[], blootstellingen?: number[]) => {
    const k = deur.kiesMethode({ periode, tellingen, ...(blootstellingen ? { blootstellingen } : {}) });
    return [k.methode, k.redenen.join(' '), k.bewaking, k.bewakingsredenen.join(' ')];
  };
  const jaren = 'geen_bewaking_van_jaren';
  const kort = 'te_kort_voor_bewaking';

  test.each<[string, () => unknown[], unknown[]]>([
    ['geen punten', () => kies('maand', []), ['geen', 'geen_punten', null, 'geen_punten']],
    [
      'te klein',
      () => kies('maand', herhaal([2, 3], 40)),
      ['geen', 'te_kleine_aantallen', null, 'te_kleine_aantallen'],
    ],
    ['precies drie is genoeg', () => kies('jaar', [3]), ['interval', 'een_jaar', null, jaren]],
    ['twee jaren', () => kies('jaar', [50, 52]), ['verhouding', 'twee_jaren', null, jaren]],
    [
      'twee jaren die meer verschillen dan toeval',
      () => kies('jaar', [50, 152]),
      ['verhouding', 'twee_jaren schommelt_meer_dan_toeval', null, jaren],
    ],
    [
      'vier jaren',
      () => kies('jaar', [437, 353, 307, 231]),
      ['jaarhelling', 'drie_of_vier_jaren schommelt_meer_dan_toeval', null, jaren],
    ],
    [
      'vijf jaren',
      () => kies('jaar', [437, 353, 307, 231, 300]),
      ['fingertips', 'vijf_jaren_of_meer schommelt_meer_dan_toeval', null, jaren],
    ],
    ['elf kwartalen', () => kies('kwartaal', herhaal(TWAALF, 11)), ['geen', 'te_kort', null, kort]],
    [
      'twaalf kwartalen',
      () => kies('kwartaal', herhaal(TWAALF, 12)),
      ['xmr', 'twaalf_perioden_of_meer minder_dan_24_perioden gemiddelde_vanaf_tien', null, kort],
    ],
    [
      'dertien kwartalen van gemiddeld vijf',
      () => kies('kwartaal', herhaal(VIJF, 13)),
      [
        'exacte_kaart',
        'twaalf_perioden_of_meer minder_dan_24_perioden gemiddelde_onder_tien',
        'poisson_cusum',
        'spreiding_als_toeval gemiddelde_onder_tien',
      ],
    ],
    [
      'vijfentwintig maanden die meer schommelen dan toeval',
      () => kies('maand', herhaal(WILD, 25)),
      [
        'laney',
        'twaalf_perioden_of_meer perioden_hangen_samen schommelt_meer_dan_toeval',
        'nb_cusum',
        'nog_geen_drie_jaar spreiding_boven_toeval',
      ],
    ],
    [
      'vijfentwintig maanden van gemiddeld twaalf',
      () => kies('maand', herhaal(TWAALF, 25)),
      [
        'xmr',
        'twaalf_perioden_of_meer gemiddelde_vanaf_tien',
        'ewma',
        'nog_geen_drie_jaar spreiding_als_toeval gemiddelde_vanaf_tien',
      ],
    ],
    [
      'een basislijn die te klein is',
      () => kies('kwartaal', [...new Array(12).fill(2), 40]),
      [
        'exacte_kaart',
        expect.stringContaining('gemiddelde_onder_tien'),
        null,
        'te_kleine_aantallen',
      ] as unknown[],
    ],
    [
      'blootstelling die meer dan een tiende verschilt',
      () => kies('kwartaal', herhaal(TWAALF, 12), herhaal([100, 111], 12)),
      ['laney', 'twaalf_perioden_of_meer minder_dan_24_perioden ongelijke_blootstelling', null, kort],
    ],
    [
      'blootstelling die een tiende verschilt',
      () => kies('kwartaal', herhaal(TWAALF, 12), herhaal([100, 110], 12)),
      ['xmr', 'twaalf_perioden_of_meer minder_dan_24_perioden gemiddelde_vanaf_tien', null, kort],
    ],
  ])('%s', (_, doe, verwacht) => {
    expect(doe()).toEqual(verwacht);
  });

  test('wat is gemeten staat erbij; wat niet te meten was is leeg', () => {
    expect(deur.kiesMethode({ periode: 'jaar', tellingen: [] }).kenmerken).toEqual({
      punten: 0,
      gemiddelde: null,
      spreiding: null,
      pSpreiding: null,
      samenhang: null,
      pSamenhang: null,
    });
    const twee = deur.kiesMethode({ periode: 'jaar', tellingen: [4, 8] }).kenmerken;
    // (4 - 6)^2 / 6 + (8 - 6)^2 / 6, over one degree of freedom.
    expect(twee).toMatchObject({ punten: 2, gemiddelde: 6, samenhang: null, pSamenhang: null });
    expect(twee.spreiding).toBeCloseTo(4 / 3, 12);
    expect(deur.kiesMethode({ periode: 'jaar', tellingen: [4] }).kenmerken.spreiding).toBeNull();
    expect(
      deur.kiesMethode({ periode: 'maand', tellingen: herhaal(VIJF, 11) }).kenmerken.samenhang,
    ).toBeNull();
    expect(
      deur.kiesMethode({ periode: 'maand', tellingen: herhaal(VIJF, 12) }).kenmerken.samenhang,
    ).not.toBeNull();
  });
});
