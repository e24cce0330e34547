import { describe, expect, test } from 'vitest';
import * as deur from './index.ts';

type Aanroep = (...argumenten: never[]) => unknown;
/** A valid call, argument by argument with the name that a refusal must mention. */
type Geldig = readonly (readonly [naam: string, waarde: unknown])[];

const jaar = { telling: 12, blootstelling: 1 };
const plek = { telling: 12, verwacht: 10 };
const vraag = { verwacht: 20, blootstelling: 1, blootstellingNa: 1, alfa: 0.05 };
const zekerheid = ['betrouwbaarheid', 0.95] as const;
const trekking = [
  ['telling', 3],
  ['aantal', 9],
  ['kans', 0.4],
] as const;

const cohort = [
  { tijd: 3, oorzaak: 1 },
  { tijd: 5, oorzaak: 0 },
  { tijd: 8, oorzaak: 2 },
];
const kromme = deur.kaplanMeier(cohort);

const reeks = { uitkomst: [4, 9, 7, 12, 3], ontwerp: [0, 1, 2, 3, 4].map(t => [1, t]) };
const fit = deur.poissonRegressie(reeks);

const model: deur.Segmentmodel = { ingreep: 3, vertraging: 0, vorm: 'niveau', seizoen: 'geen', perJaar: 12 };
const punten = [0, 1, 2, 3, 4].map(moment => ({ moment, telling: 9, blootstelling: 1 }));

const maanden = [12, 9, 14, 11, 8, 13, 10, 15, 9, 12, 7, 11];
const jaren = maanden.slice(0, 5).map(n => ({ waarde: n, ondergrens: n - 5, bovengrens: n + 6 }));
const waak = { gemiddelde: 12, perioden: 24, spreiding: 1, perJaar: 12, loosPerJaar: 1 };
const farringtonregel = {
  perJaar: 12,
  jaren: 3,
  halfbreedte: 1,
  seizoenen: 4,
  alfa: 0.01,
  trend: true,
  gewichtsdrempel: 2.58,
  drempel: 'nb',
};

/** Every function behind the door, with a call that it accepts. A new function without a line here fails below. */
const AANROEPEN: Readonly<Record<string, Geldig>> = {
  anhoej: [
    ['reeks', maanden],
    ['midden', 10.5],
  ],
  cGrenzen: [['reeks', maanden]],
  cusumLooplengte: [
    ['gemiddelde', 3],
    ['spreiding', 1.2],
    ['regel', { k: 4, h: 6, noemer: 1 }],
  ],
  cusumPad: [
    ['reeks', maanden],
    ['k', 11],
  ],
  ewmaLooplengte: [
    ['gemiddelde', 12],
    ['spreiding', 1],
    ['regel', { gewicht: 0.2, grens: 15 }],
    ['begin', 12],
  ],
  ewmaPad: [
    ['reeks', maanden],
    ['gewicht', 0.2],
    ['begin', 10],
  ],
  exacteGrenzen: [
    ['gemiddeld', 9.6],
    ['spreiding', 1.2],
    ['buiten', 0.00135],
  ],
  farrington: [
    ['reeks', [...maanden, ...maanden, ...maanden, ...maanden]],
    ['plek', 47],
    ['regel', farringtonregel],
  ],
  fingertipsTrend: [['punten', jaren]],
  kiesMethode: [['reeks', { periode: 'maand', tellingen: maanden }]],
  stelCusumAf: [['vraag', waak]],
  stelEwmaAf: [['vraag', waak]],
  jaarhelling: [['reeks', [9, 15, 12]]],
  nbReferentie: [
    ['voor', 10],
    ['na', 13],
    ['spreiding', 1.5],
  ],
  nhsLoosAlarm: [['punten', 24]],
  nhsSignalen: [
    ['reeks', maanden],
    ['grenzen', deur.xmrGrenzen(maanden)],
  ],
  poissonReferentie: [
    ['voor', 10],
    ['na', 13],
  ],
  samenhangtoets: [
    ['reeks', maanden],
    ['afstanden', 1],
  ],
  spreidingstoets: [['reeks', maanden]],
  telkwantiel: [
    ['kans', 0.1],
    ['verdeling', deur.telverdeling(3, 1)],
  ],
  telverdeling: [
    ['gemiddelde', 3],
    ['spreiding', 1.5],
  ],
  uKaart: [
    ['tellingen', maanden],
    ['blootstellingen', maanden.map(() => 100)],
  ],
  xmrGrenzen: [['reeks', maanden]],
  begrensdGemiddelde: [['volgtijden', cohort], ['grens', 6], zekerheid],
  cumulatieveIncidentie: [['volgtijden', cohort], ['oorzaak', 1], zekerheid],
  kaplanMeier: [['volgtijden', cohort], zekerheid],
  logrankToets: [['groepen', [cohort, cohort]]],
  schattingOp: [
    ['kromme', kromme],
    ['tijd', 4],
  ],
  trapkwantiel: [
    ['kromme', kromme],
    ['aandeel', 0.5],
  ],
  autocorrelatie: [['resten', [1, -1, 2]]],
  beoordeelReeks: [
    ['punten', punten],
    ['model', model],
  ],
  beproefSchijndata: [
    ['punten', punten],
    ['model', model],
    ['minstensPunten', 2],
  ],
  segmentOntwerp: [
    ['momenten', [0, 1, 2]],
    ['model', model],
  ],
  betaKwantiel: [
    ['kans', 0.1],
    ['a', 2],
    ['b', 3],
  ],
  betaVerdeling: [
    ['x', 0.1],
    ['a', 2],
    ['b', 3],
  ],
  binomiaalKans: trekking,
  binomiaalVerdeling: trekking,
  binomiaalToets: trekking,
  binomiaalToetsMidden: trekking,
  byarInterval: [['telling', 12], zekerheid],
  chiKwadraatKwantiel: [
    ['kans', 0.1],
    ['vrijheidsgraden', 3],
  ],
  chiKwadraatVerdeling: [
    ['x', 4],
    ['vrijheidsgraden', 3],
  ],
  clopperPearsonInterval: [['telling', 3], ['aantal', 9], zekerheid],
  gammaKwantiel: [
    ['kans', 0.1],
    ['vorm', 2],
  ],
  gammaVerdeling: [
    ['x', 1],
    ['vorm', 2],
  ],
  garwoodInterval: [['telling', 12], zekerheid],
  logGamma: [['x', 3]],
  corrigeerBenjaminiHochberg: [['pWaarden', [0.1, 0.2]]],
  corrigeerHolm: [['pWaarden', [0.1, 0.2]]],
  negatiefBinomialeRegressie: [['vraag', reeks]],
  gebruikelijkeVertraging: [['aantal', 40]],
  neweyWest: [
    ['vraag', reeks],
    ['regressie', fit],
    ['keuze', { vertraging: 1 }],
  ],
  poissonRegressie: [['vraag', reeks]],
  standaardfouten: [
    ['regressie', fit],
    ['spreiding', 1],
  ],
  studentKwantiel: [
    ['kans', 0.1],
    ['vrijheidsgraden', 3],
  ],
  studentVerdeling: [
    ['t', 1],
    ['vrijheidsgraden', 3],
  ],
  normaalKwantiel: [['kans', 0.1]],
  normaalVerdeling: [['z', 1]],
  krimpMarshall: [['gebieden', [jaar, jaar]]],
  meetSpreiding: [
    ['punten', [plek, plek]],
    ['afkapdeel', 0.1],
  ],
  directGestandaardiseerd: [['groepen', [{ ...jaar, standaard: 3 }]], zekerheid],
  indirectGestandaardiseerd: [['groepen', [{ ...jaar, referentietempo: 3 }]], ['ruwTempo', 2], zekerheid],
  trechtergrenzen: [['verwacht', 12], zekerheid],
  trechtergrenzenChiKwadraat: [['verwacht', 12], zekerheid],
  trechtergrenzenAdditief: [['verwacht', 12], ['tau2', 0.1], zekerheid],
  trechtergrenzenMultiplicatief: [['verwacht', 12], ['phi', 2], zekerheid],
  trechterrand: [['verwacht', 12], ['tau2', 0.1], zekerheid],
  oordeelTrechter: [['punten', [plek, plek, plek, plek, plek]]],
  oordeelVerandering: [
    ['voor', jaar],
    ['na', jaar],
    ['aantalVergelijkingen', 2],
  ],
  oordeelVeranderingen: [['vergelijkingen', [{ voor: jaar, na: jaar }]]],
  poissonKans: [
    ['telling', 3],
    ['gemiddelde', 2],
  ],
  poissonKwantiel: [
    ['kans', 0.3],
    ['gemiddelde', 2],
  ],
  poissonVerdeling: [
    ['telling', 3],
    ['gemiddelde', 2],
  ],
  exacteVerhouding: [['teller', jaar], ['noemer', jaar], zekerheid],
  kleinsteAantoonbareDaling: [
    ['vraag', vraag],
    ['gewenst', 0.8],
  ],
  onderscheidingsvermogen: [
    ['vraag', vraag],
    ['factor', 0.5],
  ],
  voorspellingsinterval: [['waargenomen', jaar], ['blootstelling', 1], zekerheid],
  wilsonInterval: [['telling', 3], ['aantal', 9], zekerheid],
};

const functies = Object.entries(deur).filter(
  ([, wat]) => typeof wat === 'function' && wat !== deur.GeenSchatting,
) as [string, Aanroep][];

function roep(functie: Aanroep, argumenten: readonly unknown[]): unknown {
  return functie(...(argumenten as never[]));
}

describe('weigeringen', () => {
  // @eis A2.1
  test('elke functie achter de deur staat in de lijst', () => {
    expect(functies.map(([naam]) => naam).sort()).toEqual(Object.keys(AANROEPEN).sort());
  });

  // @eis A2.1
  test.each(functies)(
    '%s weigert wat geen getal of geen geldige waarde is, en noemt het argument',
    (naam, functie) => {
      const geldig = AANROEPEN[naam] as Geldig;
      expect(() =>
        roep(
          functie,
          geldig.map(([, waarde]) => waarde),
        ),
      ).not.toThrow();
      geldig.forEach(([argument], plek) => {
        for (const fout of [Number.NaN, Number.POSITIVE_INFINITY, '3', null, -1e300]) {
          // every finite z, middle or start is valid
          if (['z', 'midden', 'begin'].includes(argument) && fout === -1e300 && naam !== 'ewmaLooplengte')
            continue;
          const argumenten = geldig.map(([, waarde], i) => (i === plek ? fout : waarde));
          // A default may stand in for undefined, never for null.
          if (naam === 'voorspellingsinterval' && argument === 'blootstelling' && fout === null) continue;
          let gevangen: unknown = null;
          try {
            roep(functie, argumenten);
          } catch (weigering) {
            gevangen = weigering;
          }
          const waar = `${naam}(${argument} = ${String(fout)})`;
          expect(gevangen instanceof TypeError || gevangen instanceof RangeError, waar).toBe(true);
          expect((gevangen as Error).message, waar).toContain(argument);
        }
      });
    },
  );

  // @eis A2.1
  test('een telling is een heel getal dat niet boven het totaal uitkomt', () => {
    expect(() => deur.garwoodInterval(2.5)).toThrow(/telling must be a whole number/);
    expect(() => deur.garwoodInterval(2e8)).toThrow(/telling must be at most/);
    for (const methode of [deur.wilsonInterval, deur.clopperPearsonInterval]) {
      expect(() => methode(5, 4)).toThrow(/telling must not exceed aantal/);
      expect(() => methode(0, 0)).toThrow(/aantal must be at least 1/);
    }
  });

  // @eis A2.1
  test('een fout diep in een lijst of waarneming wordt met zijn plek genoemd', () => {
    expect(() => deur.corrigeerHolm([0.1, 1.2])).toThrow(/pWaarden\[1\]/);
    const stuk = { telling: 3, blootstelling: 0 };
    expect(() => deur.exacteVerhouding(jaar, stuk)).toThrow(/noemer\.blootstelling/);
    expect(() => deur.oordeelVeranderingen([{ voor: jaar, na: stuk }])).toThrow(
      /vergelijkingen\[0\]\.na\.bloot/,
    );
    const zonderBron = { ...deur.GEBRUIKELIJKE_OORDEELREGEL, bron: ' ' };
    expect(() => deur.oordeelVerandering(jaar, jaar, 1, zonderBron)).toThrow(/regel\.bron/);
  });

  // @eis A2.1
  test('wat te groot is om exact te rekenen, wordt geweigerd', () => {
    const groot = { telling: 60_000, blootstelling: 1 };
    expect(() => deur.oordeelVerandering(groot, groot)).toThrow(/voor and na must together count/);
    expect(() => deur.voorspellingsinterval({ ...groot, telling: 2e6 })).toThrow(/waargenomen\.telling/);
    expect(() => deur.voorspellingsinterval(jaar, 11)).toThrow(/blootstelling must be at most 10 times/);
    expect(() => deur.onderscheidingsvermogen({ ...vraag, verwacht: 1e6 }, 1)).toThrow(
      /verwacht must stay below/,
    );
    expect(() => deur.exacteVerhouding(jaar, { telling: 3, blootstelling: 1e11 })).toThrow(/blootstelling/);
  });

  // @eis B1.6
  test('een lijst doorlooptijden die niet klopt, wordt geweigerd met de plek van de fout', () => {
    expect(() => deur.kaplanMeier([])).toThrow(/volgtijden must hold 1 to/);
    expect(() =>
      deur.kaplanMeier([
        { tijd: 3, oorzaak: 1 },
        { tijd: -1, oorzaak: 0 },
      ]),
    ).toThrow(/volgtijden\[1\]\.tijd must be 0 or greater/);
    expect(() => deur.kaplanMeier([{ tijd: 3, oorzaak: 1.5 }])).toThrow(/volgtijden\[0\]\.oorzaak/);
    expect(() => deur.cumulatieveIncidentie(cohort, 0)).toThrow(/oorzaak must be a whole number from 1/);
    expect(() => deur.logrankToets([cohort])).toThrow(/groepen must hold 2 to/);
    const nietsTeVerwachten = [{ tijd: 1, oorzaak: 0 }];
    expect(() => deur.logrankToets([cohort, nietsTeVerwachten])).toThrow(/two groups in which events/);
    expect(() => deur.logrankToets([cohort, [{ tijd: Number.NaN, oorzaak: 0 }]])).toThrow(
      /groepen\[1\]\[0\]/,
    );
  });
});
