import { describe, expect, test } from 'vitest';
import {
  binomiaalToets,
  binomiaalToetsMidden,
  byarInterval,
  chiKwadraatKwantiel,
  chiKwadraatVerdeling,
  clopperPearsonInterval,
  corrigeerBenjaminiHochberg,
  corrigeerHolm,
  exacteVerhouding,
  garwoodInterval,
  type Interval,
  onderscheidingsvermogen,
  poissonKwantiel,
  poissonVerdeling,
  voorspellingsinterval,
  wilsonInterval,
} from '#kern/statistiek/index.ts';
import { leesTabel, type Rij, verwachtGelijk } from './tabellen.ts';

// Reference: R 4.2.2, made by methoden.R (command inside). Bound 1e-10 relative, except where a line says otherwise.
const rijen = (naam: string): Rij[] => leesTabel('./methoden.json', naam);

function verwachtInterval(gevonden: Interval, r: Rij, marge?: number): void {
  verwachtGelijk(gevonden.ondergrens, r.getal('ondergrens'), `ondergrens ${r.tekst}`, marge);
  verwachtGelijk(gevonden.bovengrens, r.getal('bovengrens'), `bovengrens ${r.tekst}`, marge);
}

// @eis A2.1 B1.2
test('het Garwood-interval is dat van poisson.test', () => {
  for (const r of rijen('garwood'))
    verwachtInterval(garwoodInterval(r.getal('telling'), r.getal('betrouwbaarheid')), r);
});

// @eis A2.1 B1.2
test('het Byar-interval is dat van de OHID-formule', () => {
  for (const r of rijen('byar'))
    verwachtInterval(byarInterval(r.getal('telling'), r.getal('betrouwbaarheid')), r);
});

// @eis A2.1 B1.2
test('het Wilson-interval is dat van prop.test zonder continuïteitscorrectie', () => {
  for (const r of rijen('wilson')) {
    const [telling, aantal] = [r.getal('telling'), r.getal('aantal')];
    const { ondergrens, bovengrens } = wilsonInterval(telling, aantal, r.getal('betrouwbaarheid'));
    // At 0 and n the limit is exactly 0 and 1; R leaves rounding of a difference there (up to 1e-17).
    if (telling === 0) expect(ondergrens, r.tekst).toBe(0);
    else verwachtGelijk(ondergrens, r.getal('ondergrens'), `ondergrens ${r.tekst}`);
    verwachtGelijk(bovengrens, r.getal('bovengrens'), `bovengrens ${r.tekst}`);
  }
});

// @eis A2.1 B1.2
test('het Clopper-Pearson-interval is dat van binom.test', () => {
  for (const r of rijen('clopper_pearson'))
    verwachtInterval(
      clopperPearsonInterval(r.getal('telling'), r.getal('aantal'), r.getal('betrouwbaarheid')),
      r,
    );
});

// @eis A2.1 B1.2
test('de tweezijdige binomiale p-waarde volgt de regel van binom.test, en de mid-p zijn formule', () => {
  for (const r of rijen('binomiaaltoets')) {
    const [telling, aantal, kans] = [r.getal('telling'), r.getal('aantal'), r.getal('kans')];
    verwachtGelijk(binomiaalToets(telling, aantal, kans), r.getal('p'), `p ${r.tekst}`);
    verwachtGelijk(binomiaalToetsMidden(telling, aantal, kans), r.getal('p_midden'), `mid-p ${r.tekst}`);
  }
});

// @eis A2.1 B1.2
test('de exacte verhouding is die van poisson.test, met en zonder gelijke perioden', () => {
  for (const r of rijen('verhouding')) {
    const uit = exacteVerhouding(
      { telling: r.getal('teller'), blootstelling: r.getal('t1') },
      { telling: r.getal('noemer'), blootstelling: r.getal('t2') },
      r.getal('betrouwbaarheid'),
    );
    verwachtGelijk(uit.verhouding, r.leeg('verhouding'), `verhouding ${r.tekst}`);
    verwachtGelijk(uit.ondergrens, r.getal('ondergrens'), `ondergrens ${r.tekst}`);
    verwachtGelijk(uit.bovengrens, r.leeg('bovengrens'), `bovengrens ${r.tekst}`);
    verwachtGelijk(uit.p, r.getal('p'), `p ${r.tekst}`);
  }
});

// @eis A2.1 B1.2
test('Holm en Benjamini-Hochberg zijn die van p.adjust', () => {
  for (const naam of ['misdrijven', 'correcties']) {
    const tabel = rijen(naam);
    const p = tabel.map(r => r.getal('p'));
    const [holm, bh] = [corrigeerHolm(p), corrigeerBenjaminiHochberg(p)];
    tabel.forEach((r, i) => {
      verwachtGelijk(holm[i] as number, r.getal('holm'), `holm ${r.tekst}`);
      verwachtGelijk(bh[i] as number, r.getal('bh'), `bh ${r.tekst}`);
    });
  }
});

// @eis A2.1 B1.2
test('het voorspellingsinterval is dat van alle volgende tellingen één voor één nagaan', () => {
  for (const r of rijen('voorspelling')) {
    const gezien = { telling: r.getal('telling'), blootstelling: r.getal('t') };
    const uit = voorspellingsinterval(gezien, r.getal('t_volgend'), r.getal('betrouwbaarheid'));
    expect(uit, r.tekst).toEqual({
      ondergrens: r.getal('ondergrens'),
      bovengrens: r.getal('bovengrens'),
    });
  }
});

// @eis A2.1 B1.2
test('het onderscheidingsvermogen is dat van alle paren tellingen langsgaan', () => {
  for (const r of rijen('vermogen')) {
    const gevonden = onderscheidingsvermogen(
      {
        verwacht: r.getal('verwacht'),
        blootstelling: r.getal('t'),
        blootstellingNa: r.getal('t_na'),
        alfa: r.getal('alfa'),
      },
      r.getal('factor'),
    );
    // Both sums leave out totals beyond 1e-12 of their tail: a chance, so an absolute bound.
    expect(Math.abs(gevonden - r.getal('vermogen')), r.tekst).toBeLessThan(1e-10);
  }
});

// The published reference values of the research note on methods (its section 8, rows 1-31, 39, 43 and 77), typed over as
// printed there; the number of digits printed sets the bound.
describe('de gedrukte referentiewaarden', () => {
  const paar = (a: number, b: number) =>
    exacteVerhouding({ telling: a, blootstelling: 1 }, { telling: b, blootstelling: 1 });

  // @eis A2.1 B1.2
  test('intervallen van één telling en één aandeel', () => {
    const gedrukt: [Interval, number, number][] = [
      [garwoodInterval(0), 0, 3.68887945411],
      [garwoodInterval(2), 0.242209278544, 7.22468766772],
      [garwoodInterval(4), 1.08986537363, 10.2415886754],
      [garwoodInterval(12), 6.20057510872, 20.9615850482],
      [garwoodInterval(231), 202.169288557, 262.788860874],
      [garwoodInterval(1226), 1158.32527453, 1296.59690463],
      [garwoodInterval(12, 0.998), 4.04244079042, 27.0259811943],
      [wilsonInterval(142, 617), 0.19866318297, 0.264967998117],
      [clopperPearsonInterval(2, 17), 0.0145793168403, 0.364409162101],
    ];
    for (const [gevonden, onder, boven] of gedrukt) {
      verwachtGelijk(gevonden.ondergrens, onder, `ondergrens ${onder}`, 5e-12);
      verwachtGelijk(gevonden.bovengrens, boven, `bovengrens ${boven}`, 5e-12);
    }
    const { ondergrens, bovengrens } = byarInterval(12);
    expect([ondergrens.toFixed(3), bovengrens.toFixed(3)]).toEqual(['6.194', '20.963']);
  });

  // @eis A2.1 B1.2
  test('verhoudingen van twee tellingen met grenzen en p-waarde', () => {
    const gedrukt: [number, number, number, number, number, number][] = [
      [246, 165, 1.49090909091, 1.21908021147, 1.8271593277, 7.5601996e-5],
      [231, 307, 0.752442996743, 0.631588177659, 0.895432068776, 0.00120266],
      [9, 15, 0.6, 0.231516368174, 1.46344018274, 0.307456254959],
      [148, 74, 2, 1.50304797293, 2.68087315996, 7.67332626e-7],
      [100, 74, 1.351351351, 0.990588296, 1.850624116, 0.0577474553],
    ];
    for (const [a, b, verhouding, onder, boven, p] of gedrukt) {
      const uit = paar(a, b);
      verwachtGelijk(uit.verhouding, verhouding, `verhouding ${a}/${b}`, 1e-9);
      verwachtGelijk(uit.ondergrens, onder, `ondergrens ${a}/${b}`, 1e-9);
      verwachtGelijk(uit.bovengrens, boven, `bovengrens ${a}/${b}`, 1e-9);
      verwachtGelijk(uit.p, p, `p ${a}/${b}`, 5e-9);
    }
  });

  // @eis A2.1 B1.2
  test('de acht gemeenten van 2018 op 2019, en hun correctie', () => {
    const p = rijen('misdrijven').map(r => paar(r.getal('na'), r.getal('voor')).p);
    const gedrukt = [0.647605896, 1, 0.8318119049, 1, 0.3671138448, 1, 0.3592834473, 7.560199602e-5];
    gedrukt.forEach((waarde, i) => {
      verwachtGelijk(p[i] as number, waarde, `gemeente ${i}`, 1e-9);
    });
    const bh = [1, 1, 1, 1, 0.9789702528, 1, 0.9789702528, 6.048159682e-4];
    corrigeerBenjaminiHochberg(p).forEach((waarde, i) => {
      verwachtGelijk(waarde, bh[i] as number, `BH ${i}`, 1e-9);
    });
  });

  // @eis A2.1 B1.2
  test('losse waarden van chi-kwadraat en Poisson', () => {
    verwachtGelijk(chiKwadraatVerdeling(67.1445783133, 3).boven, 1.74387358e-14, 'spreiding', 5e-9);
    verwachtGelijk(chiKwadraatKwantiel(0.998, 1), 9.54953570608, 'trendgrens', 1e-11);
    const gemiddelde = 79 / 6;
    expect([poissonKwantiel(0.00135, gemiddelde), poissonKwantiel(0.99865, gemiddelde)]).toEqual([4, 25]);
    verwachtGelijk(poissonVerdeling(1139, 1100).onder, 0.882768893788, 'ppois(1139, 1100)', 1e-11);
  });

  // @eis A2.1 B1.2
  test('na 12 zou een volgend jaar als dit 4 tot 24 laten zien', () => {
    expect(voorspellingsinterval({ telling: 12, blootstelling: 1 })).toEqual({
      ondergrens: 4,
      bovengrens: 24,
    });
  });

  // @eis A2.1 B1.2
  test('de vermogenstabel voor een daling van 20 en van 50 procent', () => {
    const tabel: [number, number[]][] = [
      [0.8, [2.7, 4.7, 7.4, 15.6, 29.4, 72.0]],
      [0.5, [6.9, 17.8, 37.4, 80.2, 98.2, 100]],
    ];
    for (const [factor, procenten] of tabel) {
      const gevonden = [5, 10, 20, 50, 100, 300].map(verwacht =>
        onderscheidingsvermogen({ verwacht, blootstelling: 1, blootstellingNa: 1, alfa: 0.05 }, factor),
      );
      expect(gevonden.map(g => Math.round(g * 1000) / 10)).toEqual(procenten);
    }
  });
});
