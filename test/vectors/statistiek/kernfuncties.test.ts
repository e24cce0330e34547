import { test } from 'vitest';
import {
  betaKwantiel,
  betaVerdeling,
  binomiaalKans,
  binomiaalVerdeling,
  chiKwadraatKwantiel,
  gammaKwantiel,
  gammaVerdeling,
  logGamma,
  normaalKwantiel,
  normaalVerdeling,
  poissonKans,
  poissonKwantiel,
  poissonVerdeling,
} from '#kern/statistiek/index.ts';
import { leesTabel, type Rij, verwachtGelijk } from './tabellen.ts';

// Reference: R 4.2.2, made by kernfuncties.R (command inside). Bound 1e-10 relative everywhere, the far tails included:
// the largest difference met is 4.4e-13, at a lower gamma tail of 6e-103 (the logarithm of a tail as small as 10^-k
// costs k * 2.3 units of rounding in any program, R included). One looser promise: logGamma beside its zeros 1 and 2,
// which the grid leaves out and whose absolute error is held to 1e-14 beside the code.
const BESTAND = './kernfuncties.json';
const rijen = (naam: string): Rij[] => leesTabel(BESTAND, naam);

// @eis A2.1 B1.1
test('de logaritme van de gammafunctie is die van R', () => {
  for (const r of rijen('lgamma')) verwachtGelijk(logGamma(r.getal('x')), r.getal('lgamma'), r.tekst);
});

// @eis A2.1 B1.1
test('beide staarten van de gammaverdeling zijn die van R, ook bij grote vormen vlak bij het midden', () => {
  for (const r of rijen('pgamma')) {
    const { onder, boven } = gammaVerdeling(r.getal('x'), r.getal('vorm'));
    verwachtGelijk(onder, r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(boven, r.getal('boven'), `boven ${r.tekst}`);
  }
});

// @eis A2.1 B1.1
test('de kwantielen van gamma en chi-kwadraat zijn die van R, van onderen en van boven gevraagd', () => {
  for (const r of rijen('qgamma')) {
    const [kans, vorm] = [r.getal('kans'), r.getal('vorm')];
    verwachtGelijk(gammaKwantiel(kans, vorm), r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(gammaKwantiel(kans, vorm, 'boven'), r.getal('boven'), `boven ${r.tekst}`);
  }
  for (const r of rijen('qchisq')) {
    const [kans, df] = [r.getal('kans'), r.getal('vrijheidsgraden')];
    verwachtGelijk(chiKwadraatKwantiel(kans, df), r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(chiKwadraatKwantiel(kans, df, 'boven'), r.getal('boven'), `boven ${r.tekst}`);
  }
});

// @eis A2.1 B1.1
test('staarten en kwantielen van de betaverdeling zijn die van R', () => {
  for (const r of rijen('pbeta')) {
    const { onder, boven } = betaVerdeling(r.getal('x'), r.getal('a'), r.getal('b'));
    verwachtGelijk(onder, r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(boven, r.getal('boven'), `boven ${r.tekst}`);
  }
  for (const r of rijen('qbeta'))
    verwachtGelijk(
      betaKwantiel(r.getal('kans'), r.getal('a'), r.getal('b')),
      r.getal('onder'),
      `kwantiel ${r.tekst}`,
    );
});

// @eis A2.1 B1.1
test('staarten en kwantielen van de normale verdeling zijn die van R', () => {
  for (const r of rijen('pnorm')) {
    const { onder, boven } = normaalVerdeling(r.getal('z'));
    verwachtGelijk(onder, r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(boven, r.getal('boven'), `boven ${r.tekst}`);
  }
  for (const r of rijen('qnorm')) {
    verwachtGelijk(normaalKwantiel(r.getal('kans')), r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(normaalKwantiel(r.getal('kans'), 'boven'), r.getal('boven'), `boven ${r.tekst}`);
  }
});

// @eis A2.1 B1.1
test('kansen, staarten en kwantielen van Poisson zijn die van R', () => {
  for (const r of rijen('pois')) {
    const [telling, mu] = [r.getal('telling'), r.getal('gemiddelde')];
    const { onder, boven } = poissonVerdeling(telling, mu);
    verwachtGelijk(poissonKans(telling, mu), r.getal('kans'), `kans ${r.tekst}`);
    verwachtGelijk(onder, r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(boven, r.getal('boven'), `boven ${r.tekst}`);
  }
  for (const r of rijen('qpois'))
    verwachtGelijk(poissonKwantiel(r.getal('kans'), r.getal('gemiddelde')), r.getal('telling'), r.tekst, 0);
});

// @eis A2.1 B1.1
test('kansen en staarten van de binomiale verdeling zijn die van R', () => {
  for (const r of rijen('binom')) {
    const [telling, aantal, kans] = [r.getal('telling'), r.getal('aantal'), r.getal('kans')];
    const { onder, boven } = binomiaalVerdeling(telling, aantal, kans);
    verwachtGelijk(binomiaalKans(telling, aantal, kans), r.getal('punt'), `kans ${r.tekst}`);
    verwachtGelijk(onder, r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(boven, r.getal('boven'), `boven ${r.tekst}`);
  }
});
