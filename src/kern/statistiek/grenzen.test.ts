import { expect, test } from 'vitest';
import { eisEvaluatieregel, GEBRUIKELIJKE_EVALUATIEREGEL } from './evaluatieregel.ts';
import * as deur from './index.ts';
import { losOp } from './lineair.ts';
import { eisRegel, GEBRUIKELIJKE_OORDEELREGEL } from './oordeelregel.ts';

/** What a call is refused with, or 'goed'. */
function antwoord(doe: () => unknown): string {
  try {
    doe();
    return 'goed';
  } catch (e) {
    return String(e);
  }
}
const alsGetal = (x: unknown) => x as number;
const maanden = [12, 9, 14, 11, 8, 13, 10, 15, 9, 12, 7, 11];
const jaar = { telling: 12, blootstelling: 1 };
const vraag = { verwacht: 20, blootstelling: 1, blootstellingNa: 1, alfa: 0.05 };
const waak = { gemiddelde: 12, perioden: 24, spreiding: 1, perJaar: 12, loosPerJaar: 1 };
const volg = (aantal: number, tijd = 3) => ({ tijd, oorzaak: 1, aantal });
const model: deur.Segmentmodel = { ingreep: 3, vertraging: 0, vorm: 'niveau', seizoen: 'geen', perJaar: 12 };
const met = (anders: object) => deur.segmentOntwerp([0, 1, 2], { ...model, ...anders });
const punt = (bovengrens: number) => ({ waarde: 3, ondergrens: 2, bovengrens });
const farrington = (plek: number, anders: object) => {
  const regel = { perJaar: 12, jaren: 1, halfbreedte: 1, seizoenen: 1, alfa: 0.01, trend: false };
  const vol = { ...regel, gewichtsdrempel: 2.58, drempel: 'nb' as const, ...anders };
  return deur.farrington([...maanden, ...maanden, ...maanden], plek, vol);
};

type Rij = readonly [doe: () => unknown, antwoord: string];
const tussen = (naam: string, van: string, tot: string) =>
  `RangeError: ${naam} must lie between ${van} and ${tot}`;

// @eis A2.1
test.each<Rij>([
  // A number, a probability, a count: one place checks them for all.
  [() => deur.logGamma(alsGetal('3')), 'TypeError: x must be a number'],
  [() => deur.logGamma(Number.NaN), 'RangeError: x must be finite'],
  [() => deur.logGamma(0), 'RangeError: x must be greater than 0'],
  [() => deur.gammaVerdeling(-1e-9, 1), 'RangeError: x must be 0 or greater'],
  [() => deur.gammaVerdeling(0, 1), 'goed'],
  [() => deur.betaVerdeling(-1e-9, 1, 1), tussen('x', '0', '1')],
  [() => deur.betaVerdeling(1 + 1e-9, 1, 1), tussen('x', '0', '1')],
  [() => deur.betaVerdeling(0, 1, 1), 'goed'],
  [() => deur.betaVerdeling(1, 1, 1), 'goed'],
  [() => deur.normaalKwantiel(0), 'RangeError: kans must lie strictly between 0 and 1'],
  [() => deur.normaalKwantiel(1), 'RangeError: kans must lie strictly between 0 and 1'],
  [() => deur.normaalKwantiel(0.5), 'goed'],
  [() => deur.garwoodInterval(2.5), 'RangeError: telling must be a whole number'],
  [() => deur.garwoodInterval(1e8 + 1), 'RangeError: telling must be at most 100000000'],
  [() => deur.garwoodInterval(1e8), 'goed'],
  [() => deur.normaalKwantiel(0.1, 'links' as 'onder'), "TypeError: staart must be 'onder' or 'boven'"],
  [() => deur.gammaKwantiel(0.1, 2, 'boven'), 'goed'],
  [() => deur.garwoodInterval(3, 0.49), tussen('betrouwbaarheid', '0.5', '0.999999')],
  [() => deur.garwoodInterval(3, 0.9999991), tussen('betrouwbaarheid', '0.5', '0.999999')],
  [() => deur.garwoodInterval(3, alsGetal('a')), 'TypeError: betrouwbaarheid must be a number'],
  [() => deur.garwoodInterval(3, 0.5), 'goed'],
  [() => deur.garwoodInterval(3, 0.999999), 'goed'],
  // Distributions.
  [() => deur.betaVerdeling(0.5, 0.0009, 1), tussen('a', '0.001', '1e9')],
  [() => deur.betaVerdeling(0.5, 1, 1.1e9), tussen('b', '0.001', '1e9')],
  [() => deur.betaVerdeling(0.5, 0.001, 1e9), 'goed'],
  [() => deur.betaKwantiel(0.5, -1, 1), 'RangeError: a must be greater than 0'],
  [() => deur.betaKwantiel(0.5, 1, -1), 'RangeError: b must be greater than 0'],
  [
    () => deur.betaKwantiel(1e-9, 0.001, 1),
    'RangeError: betaKwantiel lies too close to 0 or 1 to be represented',
  ],
  [() => deur.gammaVerdeling(1, 0.0009), tussen('vorm', '0.001', '1000000000')],
  [() => deur.gammaVerdeling(1, 1.1e9), tussen('vorm', '0.001', '1000000000')],
  [() => deur.gammaVerdeling(1, 0.001), 'goed'],
  [() => deur.gammaVerdeling(1, 1e9), 'goed'],
  [() => deur.gammaKwantiel(1e-9, 0.001), 'RangeError: gammaKwantiel is too small to be represented'],
  [() => deur.studentVerdeling(1, 0.009), tussen('vrijheidsgraden', '0.01', '1e8')],
  [() => deur.studentVerdeling(1, 1.1e8), tussen('vrijheidsgraden', '0.01', '1e8')],
  [() => deur.studentVerdeling(1, 0.01), 'goed'],
  [() => deur.studentVerdeling(1, 1e8), 'goed'],
  [() => deur.poissonKans(3, 1e8 + 1), 'RangeError: gemiddelde must be at most 100000000'],
  [() => deur.poissonKans(3, 1e8), 'goed'],
  [() => deur.binomiaalKans(3, 2, 0.5), 'RangeError: telling must not exceed aantal'],
  [() => deur.binomiaalKans(2, 2, 0.5), 'goed'],
  [() => deur.binomiaalVerdeling(3, 2, 0.5), 'RangeError: telling must not exceed aantal'],
  [() => deur.binomiaalToets(3, 2, 0.5), 'RangeError: telling must not exceed aantal'],
  [() => deur.binomiaalToets(2, 2, 0.5), 'goed'],
  [() => deur.binomiaalToetsMidden(3, 2, 0.5), 'RangeError: telling must not exceed aantal'],
  [() => deur.binomiaalToetsMidden(2, 2, 0.5), 'goed'],
  [() => deur.telverdeling(1_000_001, 1), 'RangeError: gemiddelde must be at most 1000000'],
  [() => deur.telverdeling(1e6, 1), 'goed'],
  [() => deur.telverdeling(3, 0.99), tussen('spreiding', '1', '1000')],
  [() => deur.telverdeling(3, 1001), tussen('spreiding', '1', '1000')],
  [() => deur.telverdeling(3, 1000), 'goed'],
  // Intervals.
  [() => deur.byarInterval(9), 'RangeError: telling must be at least 10: use the exact interval below'],
  [() => deur.byarInterval(10), 'goed'],
  ...[deur.clopperPearsonInterval, deur.wilsonInterval].flatMap((f): Rij[] => [
    [() => f(0, 0), 'RangeError: aantal must be at least 1'],
    [() => f(5, 4), 'RangeError: telling must not exceed aantal'],
    [() => f(4, 4), 'goed'],
    [() => f(0, 1), 'goed'],
  ]),
  [
    () => deur.exacteVerhouding({ ...jaar, blootstelling: 9e-10 }, jaar),
    'RangeError: teller.blootstelling must lie between 1e-9 and 1e12',
  ],
  [
    () => deur.exacteVerhouding(jaar, { ...jaar, blootstelling: 1.1e12 }),
    'RangeError: noemer.blootstelling must lie between 1e-9 and 1e12',
  ],
  [
    () => deur.exacteVerhouding({ ...jaar, blootstelling: 1e12 }, { ...jaar, blootstelling: 1 }),
    'RangeError: blootstelling of teller and noemer must not differ by more than a factor 1e9',
  ],
  [() => deur.exacteVerhouding({ ...jaar, blootstelling: 1e12 }, { ...jaar, blootstelling: 1e12 }), 'goed'],
  [() => deur.exacteVerhouding({ ...jaar, blootstelling: 1e-9 }, { ...jaar, blootstelling: 1e-9 }), 'goed'],
  [
    () => deur.exacteVerhouding({ ...jaar, telling: 0 }, { ...jaar, telling: 0 }),
    'RangeError: teller and noemer must not both count 0',
  ],
  [
    () => deur.voorspellingsinterval({ ...jaar, telling: 1e9 }),
    'RangeError: waargenomen.telling must be at most 100000000',
  ],
  [
    () => deur.voorspellingsinterval({ ...jaar, telling: 1_000_001 }),
    'RangeError: waargenomen.telling must be at most 1000000',
  ],
  [() => deur.voorspellingsinterval(jaar, 10), 'goed'],
  [
    () => deur.voorspellingsinterval(jaar, 10.1),
    'RangeError: blootstelling must be at most 10 times the observed one',
  ],
  // Several at once.
  [() => deur.krimpMarshall([jaar]), 'RangeError: gebieden must hold at least 2 areas'],
  [
    () =>
      deur.krimpMarshall([
        { ...jaar, telling: 0 },
        { ...jaar, telling: 0 },
      ]),
    'RangeError: gebieden must not all count 0',
  ],
  [() => deur.corrigeerHolm(alsGetal(3) as unknown as number[]), 'TypeError: pWaarden must be an array'],
  [
    () =>
      deur.meetSpreiding(
        [
          { telling: 3, verwacht: 3 },
          { telling: 3, verwacht: 4 },
        ],
        0.5,
      ),
    'RangeError: afkapdeel must lie from 0 to less than 0.5',
  ],
  [
    () =>
      deur.meetSpreiding(
        [
          { telling: 3, verwacht: 3 },
          { telling: 3, verwacht: 4 },
        ],
        0,
      ),
    'goed',
  ],
  [() => deur.directGestandaardiseerd([]), 'RangeError: groepen must hold at least 1 group'],
  [() => deur.indirectGestandaardiseerd([], 2), 'RangeError: groepen must together expect more than 0'],
  [() => deur.trechtergrenzen(0.09), tussen('verwacht', '0.1', '100000000')],
  [() => deur.trechtergrenzen(0.1), 'goed'],
  [() => deur.oordeelVerandering(jaar, jaar, 0), 'RangeError: aantalVergelijkingen must be at least 1'],
  [() => deur.oordeelVerandering(jaar, jaar, 1), 'goed'],
  [
    () => deur.oordeelVeranderingen([null as unknown as { voor: typeof jaar; na: typeof jaar }]),
    'TypeError: vergelijkingen[0] must be an object with voor and na',
  ],
  [() => deur.kleinsteAantoonbareDaling(vraag, 0.05), 'RangeError: gewenst must be greater than alfa'],
  [() => deur.kleinsteAantoonbareDaling(vraag, 0.051), 'goed'],
  // Series.
  [() => deur.anhoej(maanden.slice(0, 9), 10.5), 'RangeError: reeks must hold at least 10 values'],
  [() => deur.anhoej(maanden, 9), 'goed'],
  [
    () => deur.anhoej([...maanden.slice(0, 9), 5, 5], 5),
    'RangeError: reeks must hold at least 10 values off the middle',
  ],
  [() => deur.cusumPad([], 3), 'RangeError: reeks must hold at least 1 values'],
  [() => deur.cusumPad(new Array(481).fill(3), 3), 'RangeError: reeks must hold at most 480 values'],
  [() => deur.cusumPad(new Array(480).fill(3), 3), 'goed'],
  [() => deur.cusumPad([3, 1.5], 3), 'RangeError: reeks[1] must be a whole number'],
  [() => deur.ewmaPad([3, Number.NaN], 0.2, 3), 'RangeError: reeks[1] must be finite'],
  [() => deur.ewmaPad([3], 1, 3), 'goed'],
  [() => deur.ewmaPad([3], 1.01, 3), 'RangeError: gewicht must be above 0 and at most 1'],
  [() => deur.ewmaPad([3], 0, 3), 'RangeError: gewicht must be above 0 and at most 1'],
  [
    () => deur.ewmaLooplengte(12, 1, { gewicht: 0.2, grens: 12 }),
    'RangeError: regel.grens must exceed begin',
  ],
  [() => deur.poissonReferentie(3, 3), 'RangeError: na must differ from voor'],
  [() => deur.nbReferentie(3, 4, 0.9), 'RangeError: spreiding must be at least 1'],
  [
    () => deur.cusumLooplengte(3, 1, { k: 4, h: 601, noemer: 1 }),
    'RangeError: regel.h times noemer must be at most 600',
  ],
  [
    () => deur.cusumLooplengte(3, 1, { k: 0.1, h: 6, noemer: 1 }),
    'RangeError: regel.k must be greater than 0',
  ],
  [
    () => deur.cusumLooplengte(3, 1, { k: 4, h: 0.1, noemer: 1 }),
    'RangeError: regel.h must be greater than 0',
  ],
  [
    () => deur.cusumLooplengte(3, 1, { k: 4, h: 6, noemer: 0 }),
    'RangeError: regel.noemer must be greater than 0',
  ],
  [() => deur.stelCusumAf({ ...waak, spreiding: 0.99 }), 'RangeError: vraag.spreiding must be at least 1'],
  [() => deur.stelCusumAf({ ...waak, perioden: 0 }), 'RangeError: vraag.perioden must be greater than 0'],
  [() => deur.stelEwmaAf({ ...waak, perJaar: 0 }), 'RangeError: vraag.perJaar must be greater than 0'],
  [
    () => deur.stelEwmaAf({ ...waak, loosPerJaar: 0 }),
    'RangeError: vraag.loosPerJaar must be greater than 0',
  ],
  [
    () => deur.samenhangtoets(maanden, 0),
    'RangeError: afstanden must lie between 1 and a quarter of the values',
  ],
  [
    () => deur.samenhangtoets(maanden, 4),
    'RangeError: afstanden must lie between 1 and a quarter of the values',
  ],
  [() => deur.samenhangtoets(maanden, 3), 'goed'],
  [() => deur.spreidingstoets([0, 0, 0]), 'RangeError: reeks must not be all 0'],
  [() => deur.uKaart([0, 0], [1, 1]), 'RangeError: tellingen must not all be 0'],
  [() => deur.uKaart([1, 2], [1]), 'RangeError: blootstellingen must be as long as the series'],
  [() => deur.fingertipsTrend([5, 6, 7, 8].map(punt)), 'RangeError: punten must hold 5 values'],
  [
    () => deur.fingertipsTrend([5, 6, 7, 8, 2].map(punt)),
    'RangeError: punten[4].bovengrens must exceed its ondergrens',
  ],
  [
    () => deur.fingertipsTrend([5, 6, 7, 8, null].map(x => (x ? punt(x) : x)) as ReturnType<typeof punt>[]),
    'TypeError: punten[4] must be an object',
  ],
  [() => deur.autocorrelatie([1, 2]), 'RangeError: resten must have at least 3 values'],
  [() => deur.autocorrelatie([0, 0, 0]), 'RangeError: resten must not all be 0'],
  [() => deur.autocorrelatie([1, 2, 3], [0, 1]), 'RangeError: momenten must be as many as resten'],
  [() => deur.autocorrelatie([1, 2, 3], 'abc' as unknown as number[]), 'TypeError: momenten must be a list'],
  [() => deur.autocorrelatie([1, 2, Number.NaN]), 'RangeError: resten[2] must be finite'],
  [() => deur.autocorrelatie([1, 2, 3], [0, 1, Number.NaN]), 'RangeError: momenten[2] must be finite'],
  [() => deur.autocorrelatie({ length: 3 } as number[]), 'TypeError: resten must be a list'],
  [() => farrington(36, {}), 'RangeError: plek must lie within the series'],
  [
    () => farrington(12, {}),
    'RangeError: plek must have regel.jaren years and regel.halfbreedte periods before it',
  ],
  [() => farrington(30, { jaren: 0 }), 'RangeError: regel.jaren and regel.seizoenen must be at least 1'],
  [() => farrington(30, { seizoenen: 0 }), 'RangeError: regel.jaren and regel.seizoenen must be at least 1'],
  [
    () => farrington(30, { seizoenen: 11 }),
    'RangeError: regel.seizoenen must fit in a year beside the window',
  ],
  [() => met({ ingreep: 1.5 }), 'RangeError: model.ingreep must be a whole moment'],
  [() => met({ perJaar: 13 }), tussen('model.perJaar', '1', '12')],
  [() => met({ perJaar: 0 }), tussen('model.perJaar', '1', '12')],
  [() => met({ perJaar: 1 }), 'goed'],
  [() => met({ vorm: 'sprong' }), 'TypeError: model.vorm must be a known shape'],
  [() => met({ seizoen: 'week' }), 'TypeError: model.seizoen must be a known season'],
  [
    () => met({ seizoen: 'een_golf', perJaar: 3 }),
    'RangeError: model.perJaar must be at least 4 for a season',
  ],
  [() => met({ seizoen: 'een_golf', perJaar: 4 }), 'goed'],
  [
    () => deur.segmentOntwerp([0, 0], model),
    'RangeError: momenten[1] must be whole and later than the one before',
  ],
  [
    () => deur.segmentOntwerp([0, 1.5], model),
    'RangeError: momenten[1] must be whole and later than the one before',
  ],
  // Durations.
  [() => deur.kaplanMeier([]), 'RangeError: volgtijden must hold 1 to 100000 rows of units'],
  [() => deur.kaplanMeier([volg(0)]), 'RangeError: volgtijden[0].aantal must be a whole number from 1'],
  [() => deur.kaplanMeier([volg(1.5)]), 'RangeError: volgtijden[0].aantal must be a whole number from 1'],
  [
    () => deur.kaplanMeier([{ tijd: 1, oorzaak: 10 }]),
    'RangeError: volgtijden[0].oorzaak must be a whole number from 0 to 9',
  ],
  [() => deur.kaplanMeier([{ tijd: 1, oorzaak: 9 }]), 'goed'],
  [() => deur.cumulatieveIncidentie([volg(1)], 10), 'RangeError: oorzaak must be a whole number from 1 to 9'],
  [() => deur.cumulatieveIncidentie([volg(1)], 9), 'goed'],
  [
    () => deur.begrensdGemiddelde([{ tijd: 3, oorzaak: 0 }], 3.5),
    'RangeError: grens must be at most 3: nobody was followed longer',
  ],
  [() => deur.begrensdGemiddelde([{ tijd: 3, oorzaak: 0 }], 3), 'goed'],
  [() => deur.begrensdGemiddelde([volg(2)], 9), 'goed'],
  [() => deur.schattingOp({} as deur.Trapkromme, 3), 'TypeError: kromme must be a step curve'],
  // Rules, which an installation may change.
  [
    () => eisEvaluatieregel({ ...GEBRUIKELIJKE_EVALUATIEREGEL, bron: ' ' }),
    'TypeError: regel.bron must name a source',
  ],
  [
    () => eisEvaluatieregel({ ...GEBRUIKELIJKE_EVALUATIEREGEL, bron: alsGetal(3) as unknown as string }),
    'TypeError: regel.bron must name a source',
  ],
  [
    () => eisEvaluatieregel({ ...GEBRUIKELIJKE_EVALUATIEREGEL, minstensPunten: -1 }),
    'RangeError: regel.minstensPunten must be 0 or greater',
  ],
  [
    () => eisEvaluatieregel({ ...GEBRUIKELIJKE_EVALUATIEREGEL, minstensVrij: -1 }),
    'RangeError: regel.minstensVrij must be 0 or greater',
  ],
  [
    () => eisEvaluatieregel({ ...GEBRUIKELIJKE_EVALUATIEREGEL, betrouwbaarheid: 1 }),
    'RangeError: regel.betrouwbaarheid must lie strictly between 0 and 1',
  ],
  [
    () => eisEvaluatieregel({ ...GEBRUIKELIJKE_EVALUATIEREGEL, minstensSchijndata: -1 }),
    'RangeError: regel.minstensSchijndata must be 0 or greater',
  ],
  [
    () => eisEvaluatieregel({ ...GEBRUIKELIJKE_EVALUATIEREGEL, grootsteSchijndeel: 0 }),
    'RangeError: regel.grootsteSchijndeel must lie strictly between 0 and 1',
  ],
  [
    () => eisEvaluatieregel(null as unknown as typeof GEBRUIKELIJKE_EVALUATIEREGEL),
    'TypeError: regel must be an object',
  ],
  [
    () => eisEvaluatieregel(alsGetal(3) as unknown as typeof GEBRUIKELIJKE_EVALUATIEREGEL),
    'TypeError: regel must be an object',
  ],
  [() => eisEvaluatieregel(GEBRUIKELIJKE_EVALUATIEREGEL), 'goed'],
  [() => eisRegel({ ...GEBRUIKELIJKE_OORDEELREGEL, bron: '' }), 'TypeError: regel.bron must name a source'],
  [() => eisRegel(GEBRUIKELIJKE_OORDEELREGEL), 'goed'],
  [
    () =>
      losOp(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    'RangeError: matrix is singular',
  ],
])('de rand van wat mag, met de reden: %#', (doe, verwacht) => {
  expect(antwoord(doe)).toBe(verwacht);
});
