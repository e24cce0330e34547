import { trechterrand } from '#kern/statistiek/index.ts';
import { toonGetal } from '../getal.ts';
import { KleineLijnen } from '../grafiek/kleinelijnen.tsx';
import { TrechterGrafiek, type TrechterVorm } from '../grafiek/trechtergrafiek.tsx';
import { Tabel } from '../tabel/tabel.tsx';
import type { Voorbeeld } from './voorbeeld.ts';

const TEMPO = 0.0034;
const PLAATSEN: [string, number, number, TrechterVorm][] = [
  ['Duindorp', 31_000, 3.1, 'rond'],
  ['Oosterbroek', 58_000, 5.2, 'omhoog'],
  ['Polderstad', 142_000, 3.6, 'rond'],
  ['Veenwijk', 24_000, 1.4, 'omlaag'],
  ['Zeedijk', 4_000, 4.1, 'half'],
];
const grens = (grootte: number, zekerheid: number) => {
  const { ondergrens, bovengrens } = trechterrand(TEMPO * grootte, 0.005, zekerheid);
  return { onder: ondergrens * TEMPO * 1000, boven: bovengrens * TEMPO * 1000 };
};
const grenzen = Array.from({ length: 31 }, (_, i) => {
  const grootte = 3000 * (190_000 / 3000) ** (i / 30);
  return { grootte, rand: grens(grootte, 0.998), binnenrand: grens(grootte, 0.95) };
});

const trechterTabel = (
  <Tabel
    bijschrift="Meldingen per 1.000 inwoners, Voorbeeldland (verzonnen), op alfabet"
    kolommen={[
      { naam: 'Plaats', rijkop: true },
      { naam: 'Inwoners', getal: true },
      { naam: 'Per 1.000', getal: true },
    ]}
    rijen={PLAATSEN.map(([naam, n, w]) => [naam, toonGetal(n), toonGetal(w, 'nl', 1)])}
  />
);

const JAREN = [2021, 2022, 2023, 2024, 2025];
const VERLOOP: [string, (number | null)[]][] = [
  ['Duindorp', [2.8, 2.9, 3.2, 3.0, 3.1]],
  ['Oosterbroek', [3.9, 4.1, 4.6, 5.0, 5.2]],
  ['Polderstad', [3.8, 3.7, 3.5, 3.6, 3.6]],
  ['Veenwijk', [1.9, null, 1.7, 1.5, 1.4]],
  ['Zeedijk', [null, null, null, null, null]],
];
const verloopTabel = (
  <Tabel
    bijschrift="Meldingen per 1.000 inwoners per jaar, Voorbeeldland (verzonnen), op alfabet"
    kolommen={[{ naam: 'Plaats', rijkop: true }, ...JAREN.map(j => ({ naam: String(j), getal: true }))]}
    rijen={VERLOOP.map(([naam, rij]) => [
      naam,
      ...rij.map(w => (w === null ? 'te klein' : toonGetal(w, 'nl', 1))),
    ])}
  />
);

/** Charts of many areas side by side. */
export const gebieden: Voorbeeld[] = [
  {
    onderdeel: 'TrechterGrafiek',
    gebruik: {
      nl: 'Gebieden onderling, in plaats van een ranglijst.',
      en: 'Areas among themselves, instead of a ranking.',
    },
    toon: taal => (
      <TrechterGrafiek
        id="voorbeeld-trechter"
        titel="Boven de trechter: Oosterbroek; onder de trechter: Veenwijk; de andere niet"
        subtitel="Meldingen per 1.000 inwoners naar inwonertal, Voorbeeldland, 2025 (verzonnen)"
        beschrijving="Oosterbroek 5,2 ligt boven de trechter, Veenwijk 1,4 eronder, Duindorp 3,1 en Polderstad 3,6 erbinnen; over Zeedijk is niets te zeggen."
        bron="Verzonnen cijfers, 3 november 2026"
        beperking="waar meer geweld is."
        punten={PLAATSEN.map(([naam, grootte, waarde, vorm]) => ({ naam, grootte, waarde, vorm }))}
        grenzen={grenzen}
        midden={TEMPO * 1000}
        grootteNaam="inwoners"
        waardeNaam="per 1.000 inwoners"
        toonGrootte={n => toonGetal(n, taal)}
        toonWaarde={n => toonGetal(n, taal, 1)}
        vormen={[
          { vorm: 'rond', naam: 'binnen de trechter' },
          { vorm: 'omhoog', naam: 'erboven' },
          { vorm: 'omlaag', naam: 'eronder' },
          { vorm: 'half', naam: 'niet te zeggen' },
        ]}
        lijnen={{ rand: 'grens (99,8 procent)', binnenrand: 'grens van 95 procent', midden: 'samen' }}
        tabel={trechterTabel}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'KleineLijnen',
    gebruik: {
      nl: 'Het verloop van veel gebieden, op één schaal.',
      en: 'The course of many areas, on one scale.',
    },
    toon: taal => (
      <KleineLijnen
        id="voorbeeld-kleine-lijnen"
        titel="Alleen in Oosterbroek loopt het op"
        subtitel="Meldingen per 1.000 inwoners per jaar, Voorbeeldland, 2021-2025 (verzonnen)"
        beschrijving="Oosterbroek loopt op van 3,9 naar 5,2; Veenwijk daalt van 1,9 naar 1,4; Zeedijk heeft geen punt."
        bron="Verzonnen cijfers, 3 november 2026"
        leeg="te klein"
        toon={n => toonGetal(n, taal, 1)}
        reeksen={VERLOOP.map(([naam, rij]) => ({
          naam,
          punten: rij.map((waarde, i) => ({ jaar: JAREN[i] as number, waarde })),
        }))}
        tabel={verloopTabel}
        taal={taal}
      />
    ),
  },
];
