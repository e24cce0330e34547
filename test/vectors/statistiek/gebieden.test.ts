import { expect, test } from 'vitest';
import {
  directGestandaardiseerd,
  indirectGestandaardiseerd,
  krimpMarshall,
  meetSpreiding,
  type Trechterpunt,
  trechtergrenzen,
  trechtergrenzenAdditief,
  trechtergrenzenChiKwadraat,
  trechtergrenzenMultiplicatief,
} from '#kern/statistiek/index.ts';
import { leesTabel, type Rij, verwachtGelijk } from './tabellen.ts';

// Reference: R 4.2.2 with epitools and spdep, made by gebieden.R (command inside). Bound 1e-10 relative unless said.
const rijen = (naam: string): Rij[] => leesTabel('./gebieden.json', naam);
const van = (naam: string, kolom: string, nummer: number): Rij[] =>
  rijen(naam).filter(r => r.getal(kolom) === nummer);

function verwachtGrenzen(g: { ondergrens: number; bovengrens: number }, r: Rij, marge?: number): void {
  verwachtGelijk(g.ondergrens, r.getal('ondergrens'), `ondergrens ${r.tekst}`, marge);
  verwachtGelijk(g.bovengrens, r.getal('bovengrens'), `bovengrens ${r.tekst}`, marge);
}

// @eis B1.3
test('de grenzen van de trechter zijn die waar pgamma de staart op de halve onbetrouwbaarheid brengt', () => {
  for (const r of rijen('trechter'))
    verwachtGrenzen(trechtergrenzen(r.getal('verwacht'), r.getal('betrouwbaarheid')), r);
});

// @eis B1.3
test('de grenzen met chi-kwadraat zijn die van FunnelPlotR', () => {
  for (const r of rijen('trechter_chikwadraat'))
    verwachtGrenzen(trechtergrenzenChiKwadraat(r.getal('verwacht'), r.getal('betrouwbaarheid')), r);
});

// @eis B1.3
test('de verbrede grenzen, met een factor en met een spreiding erbij, zijn die van de formule in R', () => {
  const wijdte = (r: Rij) => [r.getal('verwacht'), r.getal('betrouwbaarheid')] as const;
  for (const r of rijen('trechter_multiplicatief')) {
    const [verwacht, niveau] = wijdte(r);
    verwachtGrenzen(trechtergrenzenMultiplicatief(verwacht, r.getal('phi'), niveau), r);
  }
  for (const r of rijen('trechter_additief')) {
    const [verwacht, niveau] = wijdte(r);
    verwachtGrenzen(trechtergrenzenAdditief(verwacht, r.getal('tau2'), niveau), r);
  }
});

const punten = (reeks: number): Trechterpunt[] =>
  van('afwijkingen', 'reeks', reeks).map(r => ({ telling: r.getal('telling'), verwacht: r.getal('verwacht') }));

// @eis B1.3
test('de afwijkingen, phi en tau2 van de politiecijfers zijn die van R, ook met afkappen', () => {
  for (const r of rijen('spreiding')) {
    const uit = meetSpreiding(punten(r.getal('reeks')), r.getal('afkapdeel'));
    verwachtGelijk(uit.phi, r.getal('phi'), `phi ${r.tekst}`);
    verwachtGelijk(uit.tau2, r.getal('tau2'), `tau2 ${r.tekst}`);
  }
  for (const reeks of [1, 2])
    van('afwijkingen', 'reeks', reeks).forEach((r, i) => {
      verwachtGelijk(meetSpreiding(punten(reeks)).afwijkingen[i] as number, r.getal('z'), `z ${r.tekst}`);
    });
});

// @eis B1.3
test('de gekrompen tempos zijn die van EBest uit spdep, ook waar er geen spreiding is', () => {
  for (const reeks of [1, 2, 3, 4]) {
    const tabel = van('krimp', 'reeks', reeks);
    const gebieden = tabel.map(r => ({ telling: r.getal('telling'), blootstelling: r.getal('blootstelling') }));
    const uit = krimpMarshall(gebieden);
    tabel.forEach((r, i) => {
      verwachtGelijk(uit.gemiddelde, r.getal('gemiddelde'), `gemiddelde ${r.tekst}`);
      verwachtGelijk(uit.variantie, r.getal('variantie'), `variantie ${r.tekst}`);
      verwachtGelijk(uit.tempos[i] as number, r.getal('tempo'), `tempo ${r.tekst}`);
    });
  }
});

// @eis B1.3
test('het direct gestandaardiseerde tempo en zijn grenzen zijn die van ageadjust.direct', () => {
  for (const r of rijen('direct')) {
    const groepen = van('direct_invoer', 'geval', r.getal('geval')).map(g => ({
      telling: g.getal('telling'),
      blootstelling: g.getal('blootstelling'),
      standaard: g.getal('standaard'),
    }));
    const uit = directGestandaardiseerd(groepen, r.getal('betrouwbaarheid'));
    verwachtGelijk(uit.tempo, r.getal('tempo'), `tempo ${r.tekst}`);
    verwachtGrenzen(uit, r);
  }
});

// @eis B1.3
test('de indirect gestandaardiseerde verhouding en haar grenzen zijn die van poisson.test', () => {
  const referentie = [0.0008, 0.0021, 0.003, 0.0042, 0.0051, 0.0066];
  for (const r of rijen('indirect')) {
    const groepen = van('direct_invoer', 'geval', r.getal('geval')).map((g, i) => ({
      telling: g.getal('telling'),
      blootstelling: g.getal('blootstelling'),
      referentietempo: referentie[i] as number,
    }));
    const uit = indirectGestandaardiseerd(groepen, 0.0027, r.getal('betrouwbaarheid'));
    expect(uit.waargenomen).toBe(r.getal('waargenomen'));
    verwachtGelijk(uit.verwacht, r.getal('verwacht'), `verwacht ${r.tekst}`);
    verwachtGelijk(uit.verhouding, r.getal('verhouding'), `verhouding ${r.tekst}`);
    verwachtGelijk(uit.tempo, r.getal('tempo'), `tempo ${r.tekst}`);
    verwachtGrenzen(uit, r);
  }
});

// The published reference values of the research note on methods (its section 8, rows 71, 73 and 75), as printed there.
// @eis B1.3
test('de gedrukte waarden: verwachte aantallen, afwijkingen, phi, tau2 en de grenzen van FunnelPlotR', () => {
  const verwacht = [
    7.94333843798, 21.3859111792, 12.8315467075, 8.55436447167, 114.872894334, 8.55436447167, 11.6094946401,
    213.248085758,
  ];
  const z = [
    0.996463816473, -2.03787818841, -0.236026444296, -0.950589548702, -1.94216595852, -1.84956903427,
    0.113661531783, 2.16274163478,
  ];
  const telling = [11, 13, 12, 6, 95, 4, 12, 246];
  const uit = meetSpreiding(
    telling.map((n, i) => ({ telling: n, verwacht: verwacht[i] as number })),
    0,
  );
  z.forEach((waarde, i) => {
    // An expectation printed in 12 digits leaves 1e-10 of a difference between two roots.
    verwachtGelijk(uit.afwijkingen[i] as number, waarde, `z ${i}`, 1e-9);
  });
  verwachtGelijk(uit.phi, 2.24856264581, 'phi', 1e-10);
  verwachtGelijk(uit.tau2, 0.0110090032984, 'tau2', 1e-9);
  const grenzen: [number, number, number][] = [
    [15, 0.5596924089, 1.649347925],
    [20, 0.6108259793, 1.544418895],
    [30, 0.6746958007, 1.42756218],
  ];
  for (const [E, onder, boven] of grenzen) {
    const { ondergrens, bovengrens } = trechtergrenzenChiKwadraat(E);
    verwachtGelijk(ondergrens, onder, `ondergrens ${E}`, 1e-9);
    verwachtGelijk(bovengrens, boven, `bovengrens ${E}`, 1e-9);
  }
});
