import { describe, expect, test } from 'vitest';
import { methodetabel } from './methodetabel.ts';
import { voerMethodeUit } from './voer-methode-uit.ts';

const voorbeeld = (naam: string) => methodetabel[naam]?.voorbeeld as Record<string, unknown>;
const reken = (naam: string, invoer: unknown = voorbeeld(naam)) => {
  const uit = voerMethodeUit(naam, invoer);
  if (!uit.ok) expect.fail(uit.weigering.melding);
  return JSON.parse(JSON.stringify(uit.waarde.uitkomst));
};
// Values of R 4.2.2 with surveillance and spc, from test/vectors/statistiek/tijdreeksen.json, unless a line says otherwise.
describe('methoden over het verloop van een reeks', () => {
  // @eis B1.8
  test('kaarten en toetsen geven wat R geeft', () => {
    const sprong = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
    expect(reken('xmr', { reeks: sprong }).bovengrens).toBeCloseTo(4.60444444444, 10);
    expect(reken('xmr', { reeks: sprong, gezeefd: false }).bovengrens).toBeCloseTo(6.95150326797, 10);
    expect(reken('exacte_grenzen')).toMatchObject({ ondergrens: 2, bovengrens: 20 });
    expect(reken('exacte_grenzen', { gemiddelde: 48, spreiding: 2 })).toMatchObject({
      ondergrens: 23,
      bovengrens: 81,
      loosAlarm: expect.closeTo(0.00258294583523, 12),
    });
    expect(reken('spreidingstoets').p * 1e14).toBeCloseTo(1.74387357579, 9);
    expect(reken('jaarhelling').helling).toBeCloseTo(-0.202309993063, 9);
    // R: mean(x) + 3 * sqrt(mean(x)); Box.test(x, lag = 2, type = "Ljung-Box") of the twelve months of the example.
    expect(reken('c_kaart').bovengrens).toBeCloseTo(75.7443174479, 9);
    expect(reken('samenhang').q).toBeCloseTo(0.96656276236, 9);
    // Anhoej and Olesen (2014): of 12 points at most 7 in a row and at least 3 crossings.
    expect(reken('anhoej')).toMatchObject({ grensReeks: 7, grensKruisingen: 3, signaal: false });
    expect(reken('anhoej', { reeks: sprong.slice(0, 12).toSorted(), midden: 1.5 }).signaal).toBe(true);
  });

  // @eis B1.8
  test('de u-kaart geeft met Laney wat R geeft, en zonder Laney drie keer de gewone standaardafwijking', () => {
    const tellingen = [437, 353, 307, 231, 340, 296, 410, 288];
    const omvang = [1010, 980, 1205, 870, 1102, 990, 1000, 1310];
    const punten = tellingen.map((telling, i) => ({ telling, blootstelling: omvang[i] }));
    const kaart = reken('u_kaart', { punten });
    expect(kaart.sigmaZ).toBeCloseTo(4.0536511036, 10);
    expect(kaart.grenzen[7].ondergrens).toBeCloseTo(0.12600126997, 10);
    const midden = 2662 / 8467;
    expect(reken('u_kaart', { punten, laney: false }).grenzen[0].bovengrens).toBeCloseTo(
      midden + 3 * Math.sqrt(midden / 1010),
      12,
    );
  });

  // @eis B1.8
  test('de NHS-regels noemen wat bijzonder is; de kans op loos alarm hoort alleen bij grenzen uit de reeks zelf', () => {
    const stabiel = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
    const zelf = reken('nhs_regels', { reeks: stabiel });
    expect(zelf.signalen.flat()).toEqual([]);
    expect(zelf.loosAlarm).toEqual({ grenzen: 0.055, regels: 0.073 });
    // Mean 11 and moving range 2: the upper limit is 11 + 2.66 * 2 = 16.32.
    const basis = reken('nhs_regels', { reeks: [...stabiel, 16, 17], basislijn: 12 });
    expect(basis.grenzen.bovengrens).toBeCloseTo(16.32, 10);
    expect(basis.signalen.slice(12)).toEqual([[], ['buiten_grens']]);
    expect(basis.loosAlarm).toBeNull();
  });

  // @eis B1.8
  test('de trend van Fingertips is die van de gepubliceerde proef: chi-kwadraat 46,77', () => {
    const uit = reken('fingertips');
    expect(uit.chiKwadraat.toFixed(2)).toBe('46.77');
    expect(uit.richting).toBe('omhoog');
  });

  // @eis B1.8
  test('de methodekeuze zegt wat een reeks kan dragen', () => {
    const keus = (invoer: unknown) => reken('methodekeuze', invoer).methode;
    expect(keus({ periode: 'jaar', tellingen: [437, 353, 307, 231] })).toBe('jaarhelling');
    expect(keus({ periode: 'kwartaal', tellingen: [1, 2, 1, 2] })).toBe('geen');
    const tellingen = Array.from({ length: 12 }, (_, i) => 40 + (i % 3));
    expect(keus({ periode: 'kwartaal', tellingen })).toBe('xmr');
    const blootstellingen = tellingen.map((_, i) => 100 + 10 * i);
    expect(keus({ periode: 'kwartaal', tellingen, blootstellingen })).toBe('laney');
  });
});

describe('methoden die een reeks bewaken', () => {
  // @eis B1.8
  test('de cusum van tellingen geeft de looplengte van spc, met de 438 van Lucas (1985)', () => {
    const uit = reken('cusum_poisson', { reeks: [12, 39, 13], voor: 12, na: 14, h: 25 });
    expect(uit.regel).toEqual({ k: 13, h: 25, noemer: 1 });
    expect(uit.looplengte.voor).toBeCloseTo(558.119204411, 6);
    expect(uit.looplengte.na).toBeCloseTo(22.2923254316, 8);
    expect([uit.pad, uit.alarmen]).toEqual([
      [0, 26, 26],
      [1, 2],
    ]);
    const lucas = reken('cusum_poisson', { reeks: [0], voor: 0.25, na: 0.3, h: 10, noemer: 4 });
    expect(Math.round(lucas.looplengte.voor)).toBe(438);
  });

  // @eis B1.8
  test('de cusum bij meer spreiding geeft de looplengte van dezelfde keten in R, voor en na de stijging', () => {
    const uit = reken('cusum_negatief_binomiaal', {
      reeks: [9, 12],
      voor: 9.6,
      na: 14.4,
      h: 30,
      spreiding: 1.5,
    });
    expect(uit.referentie).toBeCloseTo(11.7768528967, 9);
    expect(uit.regel.k).toBe(12);
    expect(uit.looplengte.voor).toBeCloseTo(19272.8193846, 2);
    expect(uit.looplengte.na).toBeCloseTo(12.8565342055, 8);
  });

  // @eis B1.8
  test('de looplengte van de ewma ligt binnen 4 procent van die van spc, voor en na de stijging', () => {
    const grens = 14.886751345948129;
    const uit = reken('ewma', { reeks: [12, 22, 32], voor: 12, na: 15.6, grens });
    expect(Math.abs(uit.looplengte.voor / 225.699355367 - 1)).toBeLessThan(0.04);
    expect(Math.abs(uit.looplengte.na / 7.15857946242 - 1)).toBeLessThan(0.04);
    // 0.2 of the newest, 0.8 of what was: 12, 14 and 17.6; only the last is above the limit.
    expect(uit.pad.map((z: number) => Number(z.toFixed(9)))).toEqual([12, 14, 17.6]);
    expect(uit.alarmen).toEqual([2]);
  });

  // @eis B1.8
  test.each(['cusum_afstellen', 'ewma_afstellen'])('%s houdt zich aan het aantal loze alarmen', naam => {
    const vraag = { gemiddelde: 8, perioden: 36, loosPerJaar: 0.4 };
    expect(reken(naam, vraag).loosPerJaar).toBeLessThanOrEqual(0.4);
    const grens = naam === 'cusum_afstellen' ? 'h' : 'grens';
    const strenger = reken(naam, { ...vraag, loosPerJaar: 0.1 }).regel;
    expect(strenger[grens]).toBeGreaterThan(reken(naam, vraag).regel[grens]);
    // One period says next to nothing of the mean: no limit keeps one false alarm in ten thousand years.
    expect(reken(naam, { gemiddelde: 8, perioden: 1, loosPerJaar: 0.0001 })).toBeNull();
  });

  // @eis B1.8
  test('Farrington geeft wat surveillance geeft, oorspronkelijk en flexibel', () => {
    const oud = reken('farrington');
    expect(oud.grens).toBeCloseTo(71.4136688527, 5);
    expect(oud.alarm).toBe(true);
    const reeks = voorbeeld('farrington').reeks;
    const flexibel = (plek: number, regel: object) =>
      reken('farrington_flexibel', { reeks, plek, regel: { trend: false, drempel: 'nb', ...regel } });
    expect(flexibel(65, { jaren: 5, halfbreedte: 1 })).toMatchObject({ grens: 77, alarm: true });
    expect(flexibel(59, { jaren: 4, halfbreedte: 1, alfa: 0.05 })).toMatchObject({
      verwacht: expect.closeTo(49.3333333333, 6),
      grens: 61,
      alarm: false,
    });
    const ongewogen = { jaren: 4, halfbreedte: 2, seizoenen: 3, alfa: 0.005, gewogen: false };
    expect(flexibel(65, ongewogen)).toMatchObject({ verwacht: expect.closeTo(57.9, 6), grens: 78 });
  });
});

// @eis B1.8
test.each([
  ['nhs_regels', { reeks: [1, 2, 3], basislijn: 4 }, 'invoer_ongeldig', /basislijn mag niet groter zijn dan/],
  ['xmr', { reeks: [1, 2], gezeefd: 1 }, 'invoer_ongeldig', /gezeefd moet true of false zijn/],
  [
    'methodekeuze',
    { periode: 'week', tellingen: [1] },
    'invoer_ongeldig',
    /periode moet een van deze zijn: jaar, kwartaal, maand/,
  ],
  [
    'methodekeuze',
    { periode: 'jaar', tellingen: [1], blootstellingen: [1, 2] },
    'invoer_ongeldig',
    /blootstellingen moet even lang/,
  ],
  ['anhoej', { reeks: Array(10).fill(3), midden: 3 }, 'methode_weigert', /reeks past niet bij deze methode/],
  ['cusum_poisson', { reeks: [1], voor: 3, na: 2, h: 4 }, 'invoer_ongeldig', /na moet groter zijn dan voor/],
  [
    'cusum_poisson',
    { reeks: [1], voor: 3, na: 4, h: 601 },
    'invoer_ongeldig',
    /h moet keer noemer van 1 tot en met 600/,
  ],
  [
    'cusum_poisson',
    { reeks: [1], voor: 0.1, na: 0.2, h: 4 },
    'methode_weigert',
    /regel\.k moet groter dan 0 zijn/,
  ],
  ['ewma', { reeks: [1], voor: 3, na: 4, grens: 3 }, 'invoer_ongeldig', /grens moet groter zijn dan voor/],
  [
    'farrington',
    { reeks: [1, 2, 3], regel: { jaren: 1, halfbreedte: 1 } },
    'invoer_ongeldig',
    /reeks heeft voor de beoordeelde/,
  ],
  [
    'farrington',
    { reeks: [1, 2], plek: 2, regel: { jaren: 1, halfbreedte: 0, perJaar: 1 } },
    'invoer_ongeldig',
    /plek moet binnen/,
  ],
])('%s weigert %j als %s', (naam, invoer, code, melding) => {
  expect(voerMethodeUit(naam, invoer)).toMatchObject({
    ok: false,
    weigering: { code, melding: expect.stringMatching(melding) },
  });
});
