import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as kern from '#kern/statistiek/index.ts';
import { statistiekdocument } from './document.ts';
import { methodetabel } from './methodetabel.ts';
import { AFLOOPCODES, statistiekOpdracht } from './opdracht.ts';

const draai = (methode: string, invoer: unknown) =>
  statistiekOpdracht([methode, 'invoer.json'], () =>
    typeof invoer === 'string' ? invoer : JSON.stringify(invoer),
  );
const uitkomst = (methode: string, invoer: unknown) => JSON.parse(draai(methode, invoer).uit).uitkomst;

describe('de opdracht statistiek', () => {
  // @eis B1.8
  test('geeft wat R geeft: telling, aandeel, verhouding, correctie', () => {
    // statistics note, reference values 7, 15, 17, 19 and 29 (R 4.2.2).
    expect(uitkomst('garwood', { telling: 12 }).ondergrens).toBeCloseTo(6.20057510872, 10);
    expect(uitkomst('garwood', { telling: 12, betrouwbaarheid: 0.998 }).bovengrens).toBeCloseTo(
      27.0259811943,
      9,
    );
    expect(uitkomst('wilson', { telling: 142, aantal: 617 }).ondergrens).toBeCloseTo(0.19866318297, 10);
    expect(uitkomst('clopper_pearson', { telling: 2, aantal: 17 }).bovengrens).toBeCloseTo(
      0.364409162101,
      11,
    );
    const jaren = {
      teller: { telling: 246, blootstelling: 1 },
      noemer: { telling: 165, blootstelling: 1 },
    };
    expect(uitkomst('verhouding', jaren)).toMatchObject({ ondergrens: expect.closeTo(1.21908021147, 10) });
    const p = [0.647605896, 1, 0.8318119049, 1, 0.3671138448, 1, 0.3592834473, 7.560199602e-5];
    expect(uitkomst('benjamini_hochberg', { pWaarden: p })[7]).toBeCloseTo(6.048159682e-4, 12);
  });

  // @eis B1.8 B1.6
  test('geeft wat R geeft voor tijd tot gebeurtenis, met P50 en P90 en open zaken meegeteld', () => {
    // statistics note, series K with reference values 57, 59 and 61 (R 4.2.2, survival and cmprsk).
    const tijd = [5, 8, 12, 12, 20, 25, 30, 31, 40, 45, 60, 70, 75, 90, 120, 150, 200, 250, 300, 365];
    const oorzaak = [1, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0, 0];
    const volgtijden = tijd.map((t, i) => ({ tijd: t, oorzaak: oorzaak[i] }));
    const km = uitkomst('kaplan_meier', { volgtijden });
    const op25 = km.stappen.find((s: { tijd: number }) => s.tijd === 25);
    expect(op25.standaardfout).toBeCloseTo(0.0990950262059, 12);
    expect(op25.grenzen.ondergrens).toBeCloseTo(0.489078150835, 12);
    expect(km.kwantielen).toEqual([
      { aandeel: 0.5, tijd: 75, ondergrens: 25, bovengrens: null },
      { aandeel: 0.9, tijd: null, ondergrens: 250, bovengrens: null },
    ]);
    const gemiddelde = uitkomst('begrensd_gemiddelde', { volgtijden, grens: 365 });
    expect(gemiddelde.gemiddelde).toBeCloseTo(161.612409856, 9);
    expect(gemiddelde.standaardfout).toBeCloseTo(37.3432937215, 9);
    const cif = uitkomst('cumulatieve_incidentie', { volgtijden });
    expect(cif.stappen.at(-1).standaardfout ** 2).toBeCloseTo(0.0298011675927, 12);
  });

  // @eis B1.8
  test('geeft wat R geeft voor een regressie van tellingen', () => {
    // statistics note, reference value 33: glm(c(437,353,307,231) ~ 0:3, poisson).
    const uit = uitkomst('poisson_regressie', {
      uitkomst: [437, 353, 307, 231],
      ontwerp: [0, 1, 2, 3].map(t => [1, t]),
    });
    expect(uit.coefficienten[0]).toBeCloseTo(6.0831659224, 9);
    expect(uit.coefficienten[1]).toBeCloseTo(-0.202309993063, 10);
    // R stops at its usual epsilon and takes the weights of the step before: seven digits.
    expect(uit.standaardfouten[0]).toBeCloseTo(0.0415609018603, 7);
    expect(uit.standaardfouten[1]).toBeCloseTo(0.0249709765546, 7);
    expect(uit.deviantie).toBeCloseTo(1.05004707618, 9);
  });

  // @eis B1.8
  test('geeft wat een publicatie geeft voor de trechter', () => {
    // statistics note, reference value 75 (FunnelPlotR, 95 %): E = 15, 20 and 30.
    const grenzen = [15, 20, 30].map(verwacht => uitkomst('trechtergrenzen', { verwacht }).chiKwadraat);
    const ronde = (n: number) => Number(n.toPrecision(10));
    expect(grenzen.map(g => ronde(g.ondergrens))).toEqual([0.5596924089, 0.6108259793, 0.6746958007]);
    expect(grenzen.map(g => ronde(g.bovengrens))).toEqual([1.649347925, 1.544418895, 1.42756218]);
  });

  // @eis B1.8
  test.each([
    ['garwood', { telling: -1 }, 4, /telling moet minstens 0 zijn/],
    ['garwood', {}, 4, /telling ontbreekt/],
    ['trechter', { punten: [{ telling: 3, verwacht: 2 }] }, 4, /punten moet minstens 5 lang zijn/],
    ['garwood', { telling: '3' }, 4, /telling moet een getal zijn/],
    ['garwood', { telling: 2.5 }, 4, /telling moet een heel getal zijn/],
    ['garwood', { telling: 3, naam: 'x' }, 4, /invoer kent het veld naam niet/],
    ['garwood', { telling: 3, betrouwbaarheid: 1 }, 4, /betrouwbaarheid moet hoogstens 0.999999/],
    ['wilson', { telling: 5, aantal: 3 }, 4, /telling mag niet groter zijn dan aantal/],
    ['kaplan_meier', { volgtijden: [] }, 4, /volgtijden moet minstens 1 lang zijn/],
    [
      'kaplan_meier',
      { volgtijden: [{ tijd: 3, oorzaak: 1 }, { tijd: 3 }] },
      4,
      /volgtijden\[1\]\.oorzaak ontbreekt/,
    ],
    [
      'begrensd_gemiddelde',
      { volgtijden: [{ tijd: 3, oorzaak: 0 }], grens: 4 },
      5,
      /weigert deze invoer: grens moet hoogstens 3 zijn/,
    ],
    ['logrank', { groepen: [[{ tijd: 1, oorzaak: 0 }], [{ tijd: 1, oorzaak: 0 }]] }, 5, /groepen past niet/],
    ['garwood', 'geen json', 3, /is geen JSON: invoer\.json/],
    ['geluk', {}, 2, /De methode ‘geluk’ bestaat niet. Kies uit: garwood, byar/],
    ['constructor', {}, 2, /bestaat niet/],
  ])('%s met %j eindigt met code %d en zegt in het Nederlands waarom', (naam, invoer, code, melding) => {
    const uit = draai(naam, invoer);
    expect(uit.code).toBe(code);
    expect(uit.uit).toBe('');
    expect(uit.fout).toMatch(melding);
    expect(Object.keys(AFLOOPCODES)).toContain(String(code));
  });

  // @eis B1.8
  test('zonder methode of bestand staat er hoe het moet, en een bestand dat er niet is wordt genoemd', () => {
    for (const args of [[], ['garwood'], ['garwood', 'a', 'b']]) {
      expect(statistiekOpdracht(args, () => '{}')).toMatchObject({
        code: 2,
        fout: expect.stringContaining('Gebruik: npm run -s statistiek'),
      });
    }
    const weg = statistiekOpdracht(['garwood', 'weg.json'], b => readFileSync(`/bestaat/niet/${b}`, 'utf8'));
    expect(weg).toMatchObject({ code: 3, fout: 'Het bestand met invoer is niet te lezen: weg.json.' });
  });

  // @eis B1.8
  test('docs/statistiek.md beschrijft precies de tabel, met voorbeelden die zijn uitgerekend', () => {
    const opgeslagen = readFileSync(new URL('../../../../../docs/statistiek.md', import.meta.url), 'utf8');
    expect(opgeslagen, 'draai: npm run statistiek:document').toBe(statistiekdocument());
    for (const naam of Object.keys(methodetabel)) expect(opgeslagen).toContain(`## ${naam}\n`);
  });

  // @eis B1.8
  test('elke methode achter de deur van de kern staat in de tabel, behalve verdelingen en bouwstenen', () => {
    // Functions that are parts of a method, not an answer of their own.
    const bouwstenen = new Set([
      'logGamma',
      'schattingOp',
      'telkwantiel',
      'telverdeling',
      'trapkwantiel',
      'oordeelVerandering',
      'segmentOntwerp',
      'GeenSchatting',
    ]);
    const verdeling = /(Verdeling|Kans|Kwantiel)$/;
    const map = new URL('.', import.meta.url);
    const tabel = readdirSync(map)
      .filter(n => n.startsWith('methoden-'))
      .map(n => readFileSync(new URL(n, map), 'utf8'))
      .join('\n');
    const methoden = Object.entries(kern).filter(
      ([n, w]) => typeof w === 'function' && !bouwstenen.has(n) && !verdeling.test(n),
    );
    expect(methoden.length).toBeGreaterThan(15);
    for (const [naam] of methoden) expect(tabel, naam).toMatch(new RegExp(`${naam}\\(`));
  });
});
