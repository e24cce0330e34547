import { describe, expect, test } from 'vitest';
import {
  autocorrelatie,
  beoordeelReeks,
  beproefSchijndata,
  negatiefBinomialeRegressie,
  neweyWest,
  poissonRegressie,
  type Regressievraag,
  standaardfouten,
  studentKwantiel,
  studentVerdeling,
} from '#kern/statistiek/index.ts';
import { leesTabel, type Rij, verwachtGelijk } from './tabellen.ts';

// Reference: R 4.2.2 with MASS, sandwich and lmtest, made by regressie.R (command inside). Bound 1e-9 relative: R stops at a
// relative change of 1e-13 of the deviance, which leaves some 1e-10 in the coefficients; its errors stand one step behind its
// coefficients, which leaves some 1e-8.
const MARGE = 1e-9;
const rijen = (naam: string): Rij[] => leesTabel('./regressie.json', naam);
const maanden = rijen('seatbelts');
const kolom = (naam: string): number[] => maanden.map(r => r.getal(naam));

const golf = (t: number, k: number): number[] => [
  Math.sin((2 * k * Math.PI * t) / 12),
  Math.cos((2 * k * Math.PI * t) / 12),
];
const maandfactor = (r: Rij): number[] =>
  Array.from({ length: 11 }, (_, m) => (r.getal('maand') === m + 2 ? 1 : 0));
const basis = (r: Rij): number[] => [1, r.getal('t'), r.getal('wet')];
const ontwerp = (extra: (r: Rij) => number[]): number[][] => maanden.map(r => [...basis(r), ...extra(r)]);
const metGolf = ontwerp(r => golf(r.getal('t'), 1));
const inGat = (r: Rij): boolean => r.getal('t') < 158 || r.getal('t') >= 170;
const jaarreeks = (uitkomst: number[]): Regressievraag => ({ uitkomst, ontwerp: uitkomst.map((_, i) => [1, i]) });

const VRAGEN: Readonly<Record<string, Regressievraag>> = {
  jaarreeks_33: jaarreeks([437, 353, 307, 231]),
  jaarreeks_35: jaarreeks([687, 635, 669, 559]),
  maand: { uitkomst: kolom('bestelwagen'), ontwerp: ontwerp(maandfactor) },
  maand_helling: {
    uitkomst: kolom('bestelwagen'),
    ontwerp: ontwerp(r => [Math.max(0, r.getal('t') - 170), ...maandfactor(r)]),
  },
  golf: { uitkomst: kolom('bestelwagen'), ontwerp: metGolf },
  twee_golven: {
    uitkomst: kolom('bestelwagen'),
    ontwerp: ontwerp(r => [...golf(r.getal('t'), 1), ...golf(r.getal('t'), 2)]),
  },
  offset: { uitkomst: kolom('bestelwagen'), ontwerp: metGolf, offset: kolom('kilometers').map(Math.log) },
  controle: { uitkomst: kolom('bestuurders'), ontwerp: metGolf, offset: kolom('achterbank').map(Math.log) },
  gewogen: {
    uitkomst: kolom('bestuurders'),
    ontwerp: ontwerp(() => []),
    gewichten: maanden.map(r => 1 + (r.getal('t') % 3) / 4),
  },
  gat: {
    uitkomst: maanden.filter(inGat).map(r => r.getal('bestelwagen')),
    ontwerp: metGolf.filter((_, i) => inGat(maanden[i] as Rij)),
  },
};
const namen = Object.keys(VRAGEN);
const vraagVan = (naam: string): Regressievraag => VRAGEN[naam] as Regressievraag;
const wortels = (v: readonly (readonly number[])[]): number[] => v.map((rij, k) => Math.sqrt(rij[k] as number));

// @eis B1.5
test.each(namen)('Poisson-regressie %s: coëfficiënten, fouten en deviantie zijn die van glm', naam => {
  const uit = poissonRegressie(vraagVan(naam));
  const fouten = standaardfouten(uit, 1);
  rijen(`coef_${naam}`).forEach((r, k) => {
    verwachtGelijk(uit.coefficienten[k] as number, r.getal('coef'), `coef ${k}`, MARGE);
    verwachtGelijk(fouten[k] as number, r.getal('fout'), `fout ${k}`, 2e-8);
  });
  const maat = rijen(`maat_${naam}`)[0] as Rij;
  verwachtGelijk(uit.deviantie, maat.getal('deviantie'), 'deviantie', MARGE);
  verwachtGelijk(uit.spreiding, maat.getal('spreiding'), 'spreiding', MARGE);
  expect(uit.vrijheidsgraden).toBe(maat.getal('vrijheidsgraden'));
  verwachtGelijk(uit.hefboom[0] as number, maat.getal('hefboom_1'), 'hefboom', 5e-8);
  verwachtGelijk(uit.hefboom.at(-1) as number, maat.getal('hefboom_laatst'), 'hefboom', 5e-8);
});

// @eis B1.5
test.each(namen)('Newey-West bij %s is die van sandwich, ook met vertraging 0', naam => {
  const vraag = vraagVan(naam);
  const uit = poissonRegressie(vraag);
  const maat = rijen(`maat_${naam}`)[0] as Rij;
  const nw = wortels(neweyWest(vraag, uit, { vertraging: maat.getal('vertraging') }));
  const white = wortels(neweyWest(vraag, uit, { vertraging: 0 }));
  rijen(`coef_${naam}`).forEach((r, k) => {
    verwachtGelijk(nw[k] as number, r.getal('fout_newey_west'), `Newey-West ${k}`, 1e-8);
    verwachtGelijk(white[k] as number, r.getal('fout_white'), `White ${k}`, 1e-8);
  });
});

// @eis B1.5
test('Newey-West telt een gat in de tijd als gat: als punten zonder uitslag', () => {
  const vraag = vraagVan('gat');
  const momenten = maanden.filter(inGat).map(r => r.getal('t'));
  const nw = wortels(neweyWest(vraag, poissonRegressie(vraag), { vertraging: 4, momenten }));
  rijen('gat_newey_west').forEach((r, k) => {
    verwachtGelijk(nw[k] as number, r.getal('fout'), `fout ${k}`, 1e-8);
  });
});

// @eis B1.5
test('de negatief-binomiale regressie en theta zijn die van MASS::glm.nb', () => {
  for (const [naam, offset] of [
    ['nb_bestuurders', undefined],
    ['nb_controle', kolom('achterbank').map(Math.log)],
  ] as const) {
    const vraag = { uitkomst: kolom('bestuurders'), ontwerp: metGolf, ...(offset ? { offset } : {}) };
    const uit = negatiefBinomialeRegressie(vraag);
    const maat = rijen(`maat_${naam}`)[0] as Rij;
    verwachtGelijk(uit.theta, maat.getal('theta'), 'theta', 1e-8);
    verwachtGelijk(uit.thetaStandaardfout, maat.getal('fout_theta'), 'fout van theta', 1e-7);
    verwachtGelijk(uit.regressie.deviantie, maat.getal('deviantie'), 'deviantie', 1e-8);
    verwachtGelijk(uit.logAannemelijkheid, maat.getal('loglik'), 'loglik', 1e-9);
    const fouten = standaardfouten(uit.regressie, 1);
    const nw = wortels(neweyWest(vraag, uit.regressie, { vertraging: 4, theta: uit.theta as number }));
    rijen(`coef_${naam}`).forEach((r, k) => {
      verwachtGelijk(uit.regressie.coefficienten[k] as number, r.getal('coef'), `coef ${k}`, 1e-8);
      verwachtGelijk(fouten[k] as number, r.getal('fout'), `fout ${k}`, 1e-8);
      verwachtGelijk(nw[k] as number, r.getal('fout_newey_west'), `Newey-West ${k}`, 1e-7);
    });
  }
});

// @eis B1.5
test.each(namen)('de autocorrelatie van de resten bij %s is die van acf', naam => {
  const vraag = vraagVan(naam);
  const { gemiddelden } = poissonRegressie(vraag);
  const resten = vraag.uitkomst.map((y, i) => {
    const mu = gemiddelden[i] as number;
    return ((y - mu) / Math.sqrt(mu)) * Math.sqrt(vraag.gewichten?.[i] ?? 1);
  });
  const maat = rijen(`maat_${naam}`)[0] as Rij;
  verwachtGelijk(autocorrelatie(resten), maat.getal('autocorrelatie'), naam, 1e-8);
});

const reeks = (teller: string, noemer?: string) =>
  maanden.map(r => ({
    moment: r.getal('t'),
    telling: r.getal(teller),
    blootstelling: noemer ? r.getal(noemer) : 1,
  }));

// @eis B1.5
test('de schijndata geven op elke datum het getal dat R bij hetzelfde model geeft', () => {
  const model = { ingreep: 170, vertraging: 0, vorm: 'niveau', seizoen: 'een_golf', perJaar: 12 } as const;
  const uit = beproefSchijndata(reeks('bestelwagen'), model, 12);
  const bron = rijen('schijndata');
  expect(uit.map(d => d.moment)).toEqual(bron.map(r => r.getal('moment')));
  bron.forEach((r, i) => {
    // A change near 0 keeps its absolute digits only.
    expect(Math.abs((uit[i]?.coefficient as number) - r.getal('coef')), r.tekst).toBeLessThan(1e-8);
    expect(Math.abs((uit[i]?.z as number) - r.getal('z')), r.tekst).toBeLessThan(1e-6);
  });
  // The place of the true date, counted from R's own numbers.
  const echt = Math.abs(bron.find(r => r.getal('moment') === 170)?.getal('z') as number);
  const plaats = bron.filter(r => Math.abs(r.getal('z')) >= echt).length;
  const geheel = beoordeelReeks(reeks('bestelwagen'), model);
  expect(geheel).toMatchObject({ soort: 'geschat', schijndata: { aantal: bron.length, plaats } });
});

// @eis B1.5
test('een onderbroken reeks met overgang en controlereeks: verhouding, interval en p zijn die van R', () => {
  const uit = beoordeelReeks(reeks('bestuurders', 'achterbank'), {
    ingreep: 170,
    vertraging: 2,
    vorm: 'niveau',
    seizoen: 'een_golf',
    perJaar: 12,
  });
  const r = rijen('onderbroken')[0] as Rij;
  if (uit.soort !== 'geschat') throw new Error(uit.reden);
  verwachtGelijk(uit.ratio.verhouding, r.getal('verhouding'), 'verhouding', 1e-9);
  verwachtGelijk(uit.ratio.ondergrens, r.getal('ondergrens'), 'ondergrens', 1e-7);
  verwachtGelijk(uit.ratio.bovengrens, r.getal('bovengrens'), 'bovengrens', 1e-7);
  verwachtGelijk(uit.p, r.getal('p'), 'p', 1e-6);
  expect(uit.fout).toBe(r.getal('quasi') > r.getal('newey_west') ? 'quasi_poisson' : 'newey_west');
  expect([uit.voor.telling, uit.overgang, uit.na.telling]).toEqual([r.getal('voor'), 2, r.getal('na')]);
});

// @eis B1.5
test('kansen en kwantielen van de t-verdeling zijn die van pt en qt', () => {
  for (const r of rijen('student_kwantiel'))
    verwachtGelijk(studentKwantiel(r.getal('kans'), r.getal('vrijheidsgraden')), r.getal('t'), r.tekst);
  for (const r of rijen('student_verdeling')) {
    const uit = studentVerdeling(r.getal('t'), r.getal('vrijheidsgraden'));
    verwachtGelijk(uit.onder, r.getal('onder'), `onder ${r.tekst}`);
    verwachtGelijk(uit.boven, r.getal('boven'), `boven ${r.tekst}`);
  }
});

// The printed reference values of the research note on methods (its section 8, rows 33-55), printed by `glm` at its usual
// stop of 1e-8: its errors, one step behind, then differ by up to some 1e-6.
describe('de gedrukte referentiewaarden van regressie', () => {
  const fit = (naam: string) => {
    const uit = poissonRegressie(vraagVan(naam));
    return { b: uit.coefficienten, fout: standaardfouten(uit, 1), deviantie: uit.deviantie };
  };

  // @eis B1.5
  test('jaarreeksen van vier punten', () => {
    const a = fit('jaarreeks_33');
    const b = fit('jaarreeks_35');
    const gedrukt: [number | undefined, number, number][] = [
      [a.b[0], 6.0831659224, 1e-9],
      [a.b[1], -0.202309993063, 1e-9],
      [a.fout[0], 0.0415609018603, 5e-6],
      [a.fout[1], 0.0249709765546, 5e-6],
      [a.deviantie, 1.05004707618, 1e-9],
      [b.b[1], -0.0549489149322, 1e-9],
      [b.fout[1], 0.0177350183553, 5e-6],
      [b.deviantie, 5.76648698715, 1e-9],
    ];
    for (const [gevonden, bron, marge] of gedrukt)
      verwachtGelijk(gevonden ?? null, bron, `${bron}`, marge);
  });

  // @eis B1.5
  test('de gordelwet: niveau met maandfactor, met helling erbij, en met één golf', () => {
    const m = fit('maand');
    verwachtGelijk(m.b[2] as number, -0.248006221756, 'wet', 1e-9);
    verwachtGelijk(m.fout[2] as number, 0.109166019165, 'fout', 5e-6);
    verwachtGelijk(m.b[1] as number, -0.00360964770872, 't', 1e-9);
    verwachtGelijk(m.deviantie, 163.666428705, 'deviantie', 1e-9);
    const g = fit('golf');
    verwachtGelijk(g.b[2] as number, -0.257402143473, 'wet', 1e-8);
    verwachtGelijk(g.fout[2] as number, 0.109077553425, 'fout', 5e-6);
    // Row 53 counts its slope from t = 169, one month before the law: the same model, read one month earlier.
    const h = fit('maand_helling');
    verwachtGelijk(h.b[3] as number, 0.0106900431291, 'helling', 1e-8);
    verwachtGelijk(h.fout[3] as number, 0.0139832612239, 'fout van de helling', 5e-6);
    verwachtGelijk((h.b[2] as number) - (h.b[3] as number), -0.379406354274, 'wet', 1e-8);
  });
});
