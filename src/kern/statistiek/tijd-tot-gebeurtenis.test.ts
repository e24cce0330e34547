import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begrensdGemiddelde } from './begrensd-gemiddelde.ts';
import { cumulatieveIncidentie } from './cumulatieve-incidentie.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { logrankToets } from './logrank.ts';
import type { Volgtijd } from './risicotabel.ts';
import { schattingOp, type Trapkromme, trapkwantiel } from './trapkromme.ts';

const volgtijd = fc.record({
  tijd: fc.integer({ min: 0, max: 60 }),
  oorzaak: fc.integer({ min: 0, max: 2 }),
});
const cohort = fc.array(volgtijd, { minLength: 1, maxLength: 80 });
const dag = fc.integer({ min: 0, max: 60 });
const hoogte = (k: Trapkromme, tijd: number): number => schattingOp(k, tijd)?.schatting ?? Number.NaN;
const laatste = (lijst: readonly Volgtijd[]): number => Math.max(...lijst.map(v => v.tijd));

// @eis B1.6
test('wet: de incidenties van alle oorzaken en wat overblijft zijn samen 1, op elke dag', () => {
  fc.assert(
    fc.property(cohort, dag, (lijst, t) => {
      fc.pre(t <= laatste(lijst));
      const som =
        hoogte(kaplanMeier(lijst), t) +
        hoogte(cumulatieveIncidentie(lijst, 1), t) +
        hoogte(cumulatieveIncidentie(lijst, 2), t);
      expect(som).toBeCloseTo(1, 12);
    }),
  );
});

// @eis B1.6
test('wet: zonder open zaken is de incidentie gewoon het deel dat zo eindigde, en 1 min Kaplan-Meier het deel dat eindigde', () => {
  fc.assert(
    fc.property(cohort, dag, (lijst, t) => {
      const gesloten = lijst.map(v => ({ ...v, oorzaak: v.oorzaak || 1 }));
      fc.pre(t <= laatste(gesloten));
      const deel = (past: (v: Volgtijd) => boolean) =>
        gesloten.filter(v => v.tijd <= t && past(v)).length / gesloten.length;
      expect(hoogte(cumulatieveIncidentie(gesloten, 1), t)).toBeCloseTo(
        deel(v => v.oorzaak === 1),
        12,
      );
      expect(1 - hoogte(kaplanMeier(gesloten), t)).toBeCloseTo(
        deel(() => true),
        12,
      );
    }),
  );
});

// @eis B1.6
test('wet: een concurrerende uitgang als open tellen geeft nooit een lagere uitkomst', () => {
  fc.assert(
    fc.property(cohort, dag, (lijst, t) => {
      fc.pre(t <= laatste(lijst));
      const alsOpen = lijst.map(v => (v.oorzaak === 2 ? { ...v, oorzaak: 0 } : v));
      expect(1 - hoogte(kaplanMeier(alsOpen), t)).toBeGreaterThanOrEqual(
        hoogte(cumulatieveIncidentie(lijst, 1), t) - 1e-12,
      );
    }),
  );
});

// @eis B1.6
test('wet: alleen de gesloten zaken tellen geeft nooit een langere doorlooptijd dan alle zaken tellen', () => {
  fc.assert(
    fc.property(cohort, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (lijst, aandeel) => {
      const gesloten = lijst.filter(v => v.oorzaak !== 0);
      // Open units that were looked at no earlier than any end: the plain backlog.
      const open = lijst.filter(v => v.oorzaak === 0).map(() => ({ tijd: 61, oorzaak: 0 }));
      fc.pre(gesloten.length > 0);
      const kort = trapkwantiel(kaplanMeier(gesloten), aandeel).tijd;
      const lang = trapkwantiel(kaplanMeier([...gesloten, ...open]), aandeel).tijd;
      expect(lang === null || (kort !== null && lang >= kort)).toBe(true);
    }),
  );
});

// @eis B1.6
test('wet: de curve loopt één kant op, blijft tussen 0 en 1, en haar grenzen sluiten haar in', () => {
  fc.assert(
    fc.property(cohort, lijst => {
      for (const kromme of [kaplanMeier(lijst), cumulatieveIncidentie(lijst)]) {
        const teken = kromme.soort === 'overleving' ? -1 : 1;
        let vorige = kromme.soort === 'overleving' ? 1 : 0;
        for (const { schatting, grenzen } of kromme.stappen) {
          expect(teken * (schatting - vorige)).toBeGreaterThan(0);
          expect(schatting).toBeGreaterThanOrEqual(0);
          expect(schatting).toBeLessThanOrEqual(1);
          if (grenzen) {
            expect(grenzen.ondergrens).toBeLessThanOrEqual(schatting + 1e-12);
            expect(grenzen.bovengrens).toBeGreaterThanOrEqual(schatting - 1e-12);
            expect(grenzen.ondergrens).toBeGreaterThanOrEqual(0);
            expect(grenzen.bovengrens).toBeLessThanOrEqual(1);
          }
          vorige = schatting;
        }
      }
    }),
  );
});

// @eis B1.6
test('wet: meer zekerheid geeft nooit een smaller interval van de curve of van een doorlooptijd', () => {
  fc.assert(
    fc.property(cohort, lijst => {
      const [smal, breed] = [kaplanMeier(lijst, 0.8), kaplanMeier(lijst, 0.99)];
      smal.stappen.forEach((s, i) => {
        const b = breed.stappen[i]?.grenzen;
        if (!s.grenzen || !b) return;
        expect(b.ondergrens).toBeLessThanOrEqual(s.grenzen.ondergrens + 1e-12);
        expect(b.bovengrens).toBeGreaterThanOrEqual(s.grenzen.bovengrens - 1e-12);
      });
      const [qs, qb] = [trapkwantiel(smal, 0.5), trapkwantiel(breed, 0.5)];
      expect(qb.ondergrens ?? -1).toBeLessThanOrEqual(qs.ondergrens ?? Number.POSITIVE_INFINITY);
      expect(qb.bovengrens ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(qs.bovengrens ?? -1);
    }),
  );
});

// @eis B1.6
test('wet: zonder open zaken is het begrensde gemiddelde het gemiddelde van de tijd tot het eind of de grens', () => {
  fc.assert(
    fc.property(cohort, fc.integer({ min: 1, max: 70 }), (lijst, grens) => {
      const gesloten = lijst.map(v => ({ ...v, oorzaak: 1 }));
      const gewoon = gesloten.reduce((som, v) => som + Math.min(v.tijd, grens), 0) / gesloten.length;
      expect(begrensdGemiddelde(gesloten, grens).gemiddelde).toBeCloseTo(gewoon, 9);
    }),
  );
});

// @eis B1.6
test('wet: de log-ranktoets hangt niet af van de volgorde van groepen of van de eenheid van tijd', () => {
  const groep = fc.array(volgtijd, { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(groep, groep, groep, (a, b, c) => {
      const metEind = [a, b, c].map(g => [{ tijd: 61, oorzaak: 1 }, ...g]);
      const toets = logrankToets(metEind);
      const gedraaid = logrankToets(metEind.toReversed());
      const inWeken = logrankToets(metEind.map(g => g.map(v => ({ ...v, tijd: v.tijd / 7 }))));
      expect(gedraaid.chiKwadraat).toBeCloseTo(toets.chiKwadraat, 8);
      expect(inWeken.chiKwadraat).toBeCloseTo(toets.chiKwadraat, 8);
      const som = (k: 'waargenomen' | 'verwacht') => toets.groepen.reduce((n, g) => n + g[k], 0);
      expect(som('verwacht')).toBeCloseTo(som('waargenomen'), 9);
    }),
  );
});

// @eis B1.6
test('twee gelijke groepen verschillen niet: chi-kwadraat 0 en p 1', () => {
  const groep = [3, 5, 5, 9].map((tijd, i) => ({ tijd, oorzaak: i % 2 }));
  expect(logrankToets([groep, groep])).toMatchObject({ chiKwadraat: 0, p: 1 });
});

// @eis B1.6
test('voorbij de langste tijd zegt de curve niets, en een deel dat niet bereikt is heeft geen doorlooptijd', () => {
  const lijst = [
    { tijd: 4, oorzaak: 1 },
    { tijd: 9, oorzaak: 0 },
    { tijd: 10, oorzaak: 0 },
  ];
  const kromme = kaplanMeier(lijst);
  expect(schattingOp(kromme, 3)).toEqual({ schatting: 1, grenzen: null });
  expect(schattingOp(kromme, 10)?.schatting).toBeCloseTo(2 / 3, 12);
  expect(schattingOp(kromme, 11)).toBeNull();
  expect(trapkwantiel(kromme, 0.5)).toEqual({ tijd: null, ondergrens: 4, bovengrens: null });
  expect(() => begrensdGemiddelde(lijst, 11)).toThrow(/grens must be at most 10/);
  const allen = kaplanMeier([{ tijd: 4, oorzaak: 1 }]);
  expect(schattingOp(allen, 100)).toEqual({ schatting: 0, grenzen: null });
  const tweeUitgangen = cumulatieveIncidentie([...lijst.slice(0, 1), { tijd: 9, oorzaak: 2 }]);
  expect(schattingOp(tweeUitgangen, 100)?.schatting).toBe(0.5);
});

// @eis B1.6
test('een deel dat precies bereikt wordt, is bereikt aan het begin van de trede', () => {
  const vier = [2, 4, 6, 8].map(tijd => ({ tijd, oorzaak: 1 }));
  expect(trapkwantiel(kaplanMeier(vier), 0.5).tijd).toBe(4);
  expect(trapkwantiel(cumulatieveIncidentie(vier), 0.5).tijd).toBe(4);
});

// @eis B1.6
test('wet: een rij die voor meer zaken staat telt als zoveel rijen', () => {
  const geteld = fc.array(
    fc.record({ tijd: dag, oorzaak: fc.integer({ min: 0, max: 2 }), aantal: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 25,
    },
  );
  const uitgeschreven = (lijst: readonly Required<Volgtijd>[]): Volgtijd[] =>
    lijst.flatMap(({ tijd, oorzaak, aantal }) => new Array<Volgtijd>(aantal).fill({ tijd, oorzaak }));
  const toets = (groepen: Volgtijd[][]) => {
    try {
      return logrankToets(groepen);
    } catch (e) {
      return String(e);
    }
  };
  fc.assert(
    fc.property(geteld, geteld, (een, twee) => {
      expect(kaplanMeier(een)).toEqual(kaplanMeier(uitgeschreven(een)));
      expect(cumulatieveIncidentie(een, 2)).toEqual(cumulatieveIncidentie(uitgeschreven(een), 2));
      expect(toets([een, twee])).toEqual(toets([een, twee].map(uitgeschreven)));
    }),
  );
  expect(() => kaplanMeier([{ tijd: 1, oorzaak: 1, aantal: 0 }])).toThrow('aantal');
});
