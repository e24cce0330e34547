import { describe, expect, test } from 'vitest';
import * as deur from './index.ts';

type Aanroep = (...argumenten: never[]) => unknown;
/** A valid call, argument by argument with the name that a refusal must mention. */
type Geldig = readonly (readonly [naam: string, waarde: unknown])[];

const jaar = { telling: 12, blootstelling: 1 };
const vraag = { verwacht: 20, blootstelling: 1, blootstellingNa: 1, alfa: 0.05 };
const zekerheid = ['betrouwbaarheid', 0.95] as const;
const trekking = [
  ['telling', 3],
  ['aantal', 9],
  ['kans', 0.4],
] as const;

/** Every function behind the door, with a call that it accepts. A new function without a line here fails below. */
const AANROEPEN: Readonly<Record<string, Geldig>> = {
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
  normaalKwantiel: [['kans', 0.1]],
  normaalVerdeling: [['z', 1]],
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

const functies = Object.entries(deur).filter(([, wat]) => typeof wat === 'function') as [string, Aanroep][];

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
          if (naam === 'normaalVerdeling' && fout === -1e300) continue; // every finite z is valid
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
});
