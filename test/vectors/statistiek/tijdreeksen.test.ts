import { describe, expect, test } from 'vitest';
import {
  anhoej,
  chiKwadraatKwantiel,
  cusumLooplengte,
  cusumPad,
  ewmaLooplengte,
  exacteGrenzen,
  type FarringtonRegel,
  farrington,
  fingertipsTrend,
  jaarhelling,
  NHS_LOOS_ALARM,
  nbReferentie,
  poissonReferentie,
  samenhangtoets,
  spreidingstoets,
  telverdeling,
  uKaart,
  xmrGrenzen,
} from '#kern/statistiek/index.ts';
import { leesTabel, type Rij, verwachtGelijk } from './tabellen.ts';

// Reference: R 4.2.2 with surveillance and spc, made by tijdreeksen.R (command inside). 1e-10 relative, unless a line
// says otherwise: R's glm stops at 1e-8 of the deviance.
const rijen = (naam: string): Rij[] => leesTabel('./tijdreeksen.json', naam);
const reeks = (naam: string): number[] => rijen(naam).map(r => r.getal('telling'));
const reeksNr = (n: number): number[] => reeks(['', 'Q', 'M', 'N'][n] as string);

// @eis B1.4
test('de grenzen van XmR, met en zonder zeef, zijn die van R', () => {
  for (const r of rijen('xmr')) {
    const g = xmrGrenzen(reeksNr(r.getal('reeks')), r.getal('gezeefd') === 1);
    for (const naam of ['midden', 'ondergrens', 'bovengrens'] as const)
      verwachtGelijk(g[naam], r.getal(naam), `${naam} ${r.tekst}`, 1e-9);
  }
});

// @eis B1.4
test('de kans op loos alarm van de NHS-regels is die van de simulatie in R', () => {
  const bron = rijen('nhs_loos_alarm');
  expect(bron.map(r => r.getal('punten'))).toEqual(NHS_LOOS_ALARM.map(r => r.punten));
  bron.forEach((r, i) => {
    expect(NHS_LOOS_ALARM[i]?.grenzen).toBeCloseTo(r.getal('grenzen'), 3);
    expect(NHS_LOOS_ALARM[i]?.regels).toBeCloseTo(r.getal('regels'), 3);
  });
});

// @eis B1.4
test('de grenzen van Anhøj zijn die van R', () => {
  for (const r of rijen('anhoej')) {
    const n = r.getal('n');
    const uit = anhoej(
      Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1)),
      0,
    );
    expect([uit.grensReeks, uit.grensKruisingen, uit.kruisingen, uit.signaal]).toEqual([
      r.getal('reeks'),
      r.getal('kruisingen'),
      n - 1,
      false,
    ]);
  }
});

// @eis B1.4
test('de verdeling van tellingen en haar exacte grenzen zijn die van R', () => {
  for (const r of rijen('telverdeling')) {
    const v = telverdeling(r.getal('mu'), r.getal('phi'));
    const k = r.getal('k');
    // lgamma of a size near 1000 leaves eleven digits.
    verwachtGelijk(v.kans(k), r.getal('kans'), `kans ${r.tekst}`, 1e-9);
    verwachtGelijk(v.staarten(k).onder, r.getal('onder'), `onder ${r.tekst}`, 1e-9);
    verwachtGelijk(v.staarten(k).boven, r.getal('boven'), `boven ${r.tekst}`, 1e-9);
  }
  for (const r of rijen('exacte_grenzen')) {
    const g = exacteGrenzen(r.getal('mu'), r.getal('phi'));
    expect([g.ondergrens, g.bovengrens], r.tekst).toEqual([r.getal('ondergrens'), r.getal('bovengrens')]);
    verwachtGelijk(g.loosAlarm, r.getal('loos'), `loos ${r.tekst}`, 1e-8);
  }
});

// @eis B1.4
test("de u'-kaart van Laney is die van R", () => {
  const alle = rijen('laney');
  const kaart = uKaart(
    alle.map(r => r.getal('telling')),
    alle.map(r => r.getal('blootstelling')),
  );
  alle.forEach((r, i) => {
    verwachtGelijk(kaart.midden, r.getal('midden'), 'midden');
    verwachtGelijk(kaart.sigmaZ, r.getal('sigma_z'), 'sigma_z');
    verwachtGelijk(kaart.grenzen[i]?.ondergrens ?? null, r.getal('ondergrens'), `ondergrens ${r.tekst}`);
    verwachtGelijk(kaart.grenzen[i]?.bovengrens ?? null, r.getal('bovengrens'), `bovengrens ${r.tekst}`);
  });
});

// @eis B1.4
test('de toetsen op spreiding en samenhang zijn die van R', () => {
  for (const r of rijen('spreiding')) {
    const n = r.getal('reeks');
    const uit = spreidingstoets(n === 1 ? [437, 353, 307, 231] : n === 2 ? reeks('M').slice(0, 60) : reeks('N'));
    verwachtGelijk(uit.chiKwadraat, r.getal('chi'), `chi ${r.tekst}`);
    verwachtGelijk(uit.p, r.getal('p'), `p ${r.tekst}`, 1e-9);
    verwachtGelijk(uit.spreiding, r.getal('phi'), `phi ${r.tekst}`);
  }
  for (const r of rijen('samenhang')) {
    const uit = samenhangtoets(reeksNr(r.getal('reeks')), r.getal('afstanden'));
    verwachtGelijk(uit.correlaties[0] ?? null, r.getal('r1'), `r1 ${r.tekst}`, 1e-9);
    verwachtGelijk(uit.q, r.getal('q'), `q ${r.tekst}`, 1e-9);
    verwachtGelijk(uit.p, r.getal('p'), `p ${r.tekst}`, 1e-8);
  }
});

// @eis B1.4
test('de trend van Fingertips is die van R, en die van de gepubliceerde proef (chi-kwadraat 46,77)', () => {
  for (const r of rijen('trends')) {
    const uit = fingertipsTrend(
      rijen(`trend${r.getal('geval')}`).map(p => ({
        waarde: p.getal('waarde'),
        ondergrens: p.getal('onder'),
        bovengrens: p.getal('boven'),
      })),
    );
    verwachtGelijk(uit.helling, r.getal('helling'), `helling ${r.tekst}`, 1e-8);
    verwachtGelijk(uit.chiKwadraat, r.getal('chi'), `chi ${r.tekst}`, 1e-8);
    verwachtGelijk(uit.drempel, r.getal('drempel'), `drempel ${r.tekst}`);
    expect(uit.standvastig).toBe(r.getal('vast') === 1);
    const telt = r.getal('chi') > r.getal('drempel') && r.getal('vast') === 1;
    expect(uit.richting).toBe(telt ? (r.getal('helling') > 0 ? 'omhoog' : 'omlaag') : 'geen');
    if (r.getal('geval') === 1) expect(uit.chiKwadraat.toFixed(2)).toBe('46.77');
  }
  expect(chiKwadraatKwantiel(0.998, 1)).toBeCloseTo(9.54953570608, 9);
});

// @eis B1.4
test('de helling van een korte reeks is die van glm', () => {
  for (const r of rijen('helling')) {
    const uit = jaarhelling(reeks(`jaren${r.getal('geval')}`));
    if (uit === null) expect.fail(`geen helling ${r.tekst}`);
    verwachtGelijk(uit.helling, r.getal('helling'), `helling ${r.tekst}`, 1e-7);
    verwachtGelijk(uit.fout, r.getal('fout'), `fout ${r.tekst}`, 1e-7);
    verwachtGelijk(uit.deviantie, r.getal('deviantie'), `deviantie ${r.tekst}`, 1e-7);
    verwachtGelijk(uit.p, r.getal('p'), `p ${r.tekst}`, 1e-5);
    verwachtGelijk(uit.spreiding, r.getal('phi'), `phi ${r.tekst}`, 1e-5);
    verwachtGelijk(uit.pPassend, r.getal('p_passend'), `p_passend ${r.tekst}`, 1e-6);
  }
});

describe('CUSUM en EWMA', () => {
  // @eis B1.4
  test('de looplengte van de Poisson-CUSUM is die van spc, met de 438 van Lucas (1985)', () => {
    for (const r of rijen('cusum_poisson')) {
      const regel = { k: r.getal('k'), h: r.getal('h'), noemer: r.getal('noemer') };
      verwachtGelijk(cusumLooplengte(r.getal('mu'), 1, regel), r.getal('looplengte'), r.tekst, 1e-8);
    }
    expect(Math.round(cusumLooplengte(0.25, 1, { k: 0.25, h: 10, noemer: 4 }))).toBe(438);
  });

  // @eis B1.4
  test('de looplengte van de NB-CUSUM is die van dezelfde keten in R', () => {
    for (const r of rijen('cusum_nb')) {
      const regel = { k: r.getal('k'), h: r.getal('h'), noemer: 1 };
      const uit = cusumLooplengte(r.getal('mu'), r.getal('phi'), regel);
      verwachtGelijk(uit, r.getal('looplengte'), r.tekst, 1e-7);
    }
  });

  // @eis B1.4
  test('het pad en de referentiewaarden zijn die van R', () => {
    const pad = rijen('cusum_pad');
    const tellingen = pad.map(r => r.getal('telling'));
    const midden = tellingen.slice(0, 6).reduce((s, x) => s + x, 0) / 6;
    const k = poissonReferentie(midden, 1.3 * midden);
    cusumPad(tellingen, k).forEach((s, i) => {
      verwachtGelijk(k, pad[i]?.getal('k') ?? null, 'k');
      verwachtGelijk(s, pad[i]?.getal('som') ?? null, `som ${i}`);
    });
    for (const r of rijen('nb_referentie'))
      verwachtGelijk(
        nbReferentie(r.getal('voor'), r.getal('na'), r.getal('phi')),
        r.getal('k'),
        `k ${r.tekst}`,
        1e-9,
      );
  });

  // @eis B1.4
  test('de looplengte van de EWMA ligt binnen 4 procent van die van spc met acht keer zo veel punten', () => {
    for (const r of rijen('ewma')) {
      const regel = { gewicht: r.getal('gewicht'), grens: r.getal('grens') };
      verwachtGelijk(ewmaLooplengte(r.getal('mu'), 1, regel), r.getal('looplengte'), r.tekst, 0.04);
    }
    for (const r of rijen('ewma_na')) {
      const regel = { gewicht: r.getal('gewicht'), grens: r.getal('grens') };
      const uit = ewmaLooplengte(r.getal('na'), 1, regel, r.getal('voor'));
      verwachtGelijk(uit, r.getal('looplengte'), r.tekst, 0.04);
    }
  });
});

const flexibel = (r: Rij): FarringtonRegel => ({
  perJaar: 12,
  jaren: r.getal('jaren'),
  halfbreedte: r.getal('halfbreedte'),
  seizoenen: r.getal('seizoenen'),
  alfa: r.getal('alfa'),
  trend: r.getal('trend') === 1,
  gewichtsdrempel: r.getal('gewogen') === 1 ? 2.58 : null,
  drempel: r.getal('bovengrens') === 1 ? 'nb_bovengrens' : 'nb',
});

describe('Farrington', () => {
  // @eis B1.4
  test('de oorspronkelijke methode geeft de grens en het alarm van surveillance', () => {
    const [r] = rijen('farrington');
    const uit = farrington(reeks('M'), 65, {
      perJaar: 12,
      jaren: 4,
      halfbreedte: 3,
      seizoenen: 1,
      alfa: 0.05,
      trend: false,
      gewichtsdrempel: 1,
      drempel: 'tweederde',
    });
    verwachtGelijk(uit?.grens ?? null, r?.getal('grens') ?? null, 'grens', 1e-6);
    expect(uit?.alarm).toBe(r?.getal('alarm') === 1);
  });

  // @eis B1.4
  test('de flexibele methode geeft verwachting, spreiding, trend, grens en alarm van surveillance', () => {
    for (const naam of ['M', 'N'])
      for (const r of rijen(`flexible_${naam}`)) {
        const uit = farrington(reeks(naam), r.getal('plek') - 1, flexibel(r));
        if (uit === null) expect.fail(r.tekst);
        verwachtGelijk(uit.verwacht, r.getal('verwacht'), `verwacht ${r.tekst}`, 1e-6);
        verwachtGelijk(uit.spreiding, r.getal("phi"), `phi ${r.tekst}`, 1e-5);
        expect(uit.grens, `grens ${r.tekst}`).toBe(r.getal('grens'));
        expect([uit.alarm, uit.metTrend], r.tekst).toEqual([r.getal('alarm') === 1, r.getal('met_trend') === 1]);
      }
  });
});
