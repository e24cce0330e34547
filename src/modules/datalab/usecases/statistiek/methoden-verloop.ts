import { z } from 'zod';
import {
  anhoej,
  cGrenzen,
  exacteGrenzen,
  FINGERTIPS_JAREN,
  fingertipsTrend,
  jaarhelling,
  MEESTE_PUNTEN,
  nhsLoosAlarm,
  nhsSignalen,
  samenhangtoets,
  spreidingstoets,
  uKaart,
  xmrGrenzen,
} from '#kern/statistiek/index.ts';
import {
  gemiddelde,
  getal,
  type Methode,
  methode,
  openKans,
  spreiding,
  tellingen,
  waarden,
  waarneming,
} from './methode.ts';

const MAANDEN = [52, 47, 55, 49, 51, 58, 60, 62, 50, 46, 44, 71];
const gezeefd = z
  .boolean()
  .default(true)
  .describe('laat zeer grote sprongen weg bij het maken van de grenzen');

const nhsInvoer = z
  .strictObject({
    reeks: waarden(2),
    basislijn: z
      .number()
      .int()
      .min(2)
      .optional()
      .describe('aantal eerste perioden waaruit de grenzen komen; anders alle'),
  })
  .refine(i => (i.basislijn ?? 0) <= i.reeks.length, {
    error: 'mag niet groter zijn dan het aantal perioden.',
    path: ['basislijn'],
  });

/** Limits, what the four rules say per period, and how often an unchanged chart would say something. */
function leesRegels({ reeks, basislijn }: z.output<typeof nhsInvoer>) {
  const grenzen = xmrGrenzen(reeks.slice(0, basislijn));
  return {
    grenzen,
    signalen: nhsSignalen(reeks, grenzen),
    // Simulated for limits from the series itself: with a baseline it is another chance.
    loosAlarm: basislijn === undefined ? nhsLoosAlarm(reeks.length) : null,
  };
}

const kaartpunten = z
  .array(waarneming)
  .min(2)
  .max(MEESTE_PUNTEN)
  .describe('telling en omvang per periode, de oudste eerst; niet alles 0');

/** One series over time: its charts and their rules, its tests and its trend. */
export const verloopmethoden: Readonly<Record<string, Methode>> = {
  anhoej: methode(
    'Ligt een reeks te lang aan één kant van het midden, of kruist zij het te weinig? Geen verdeling nodig.',
    'Anhøj en Olesen (2014), PLoS ONE 9, e113825',
    z.strictObject({
      reeks: waarden(10).describe(
        'waarde per periode, de oudste eerst; minstens 10 die niet op het midden liggen',
      ),
      midden: getal.describe('meestal de mediaan van een basislijn'),
    }),
    i => anhoej(i.reeks, i.midden),
    { reeks: MAANDEN, midden: 51.5 },
  ),
  xmr: methode(
    'Grenzen van een kaart van losse waarden, uit de sprong van periode naar periode; vanaf gemiddeld 10.',
    'Wheeler en Chambers (1992), Understanding Statistical Process Control; R NHSRplotthedots',
    z.strictObject({ reeks: waarden(2), gezeefd }),
    i => xmrGrenzen(i.reeks, i.gezeefd),
    { reeks: MAANDEN },
  ),
  nhs_regels: methode(
    'Wat per periode bijzonder is op een XmR-kaart (vier regels), en de kans dat een kaart zonder verandering iets meldt; die kans is gesimuleerd voor 12 tot 60 perioden, bij meer is zij groter, bij minder staat die van 12.',
    'NHS England, Making Data Count; R NHSRplotthedots; loos alarm uit eigen simulatie in R',
    nhsInvoer,
    leesRegels,
    { reeks: MAANDEN },
  ),
  c_kaart: methode(
    'Grenzen op drie standaardafwijkingen voor tellingen bij gelijke omvang; ter vergelijking met andere programma’s, onder gemiddeld 9 is exacte_grenzen nodig.',
    'Montgomery (2009), Introduction to Statistical Quality Control, 7.3',
    z.strictObject({ reeks: tellingen(2) }),
    i => cGrenzen(i.reeks),
    { reeks: MAANDEN },
  ),
  exacte_grenzen: methode(
    'Grenzen voor tellingen uit de verdeling zelf, ook bij kleine aantallen, met de kans op loos alarm per periode.',
    'Benneyan (2001), Health Care Management Science 4; R qpois, qnbinom',
    z.strictObject({
      gemiddelde,
      spreiding: spreiding.default(1),
      buiten: openKans
        .default(0.00135)
        .describe('kans buiten elke grens, hoogstens; 0,00135 hoort bij drie standaardafwijkingen'),
    }),
    i => exacteGrenzen(i.gemiddelde, i.spreiding, i.buiten),
    { gemiddelde: 9.6 },
  ),
  u_kaart: methode(
    'Grenzen per periode als de omvang verschilt; naar Laney verbreed als de reeks meer schommelt dan toeval.',
    'Laney (2002), Quality Engineering 14; R qicharts2',
    z.strictObject({
      punten: kaartpunten,
      laney: z.boolean().default(true).describe('verbreed de grenzen naar Laney; anders een gewone u-kaart'),
    }),
    i =>
      uKaart(
        i.punten.map(p => p.telling),
        i.punten.map(p => p.blootstelling),
        i.laney,
      ),
    {
      punten: [
        { telling: 437, blootstelling: 1010 },
        { telling: 353, blootstelling: 980 },
        { telling: 307, blootstelling: 1205 },
        { telling: 231, blootstelling: 870 },
      ],
    },
  ),
  spreidingstoets: methode(
    'Schommelen tellingen meer dan toeval geeft? Ook een trend of seizoen telt als schommeling.',
    'Fisher (1925), Statistical Methods for Research Workers, 16',
    z.strictObject({ reeks: tellingen(2).describe('telling per periode, de oudste eerst; niet alles 0') }),
    i => spreidingstoets(i.reeks),
    { reeks: [437, 353, 307, 231] },
  ),
  samenhang: methode(
    'Lijken perioden op die ervoor? Ljung-Box; in een reeks onder 20 ziet de toets alleen sterke samenhang.',
    'Ljung en Box (1978), Biometrika 65; R Box.test(type = "Ljung-Box")',
    z.strictObject({
      reeks: waarden(8),
      afstanden: z
        .number()
        .int()
        .min(1)
        .default(1)
        .describe('tot hoeveel perioden terug, hoogstens een kwart van de reeks'),
    }),
    i => samenhangtoets(i.reeks, i.afstanden),
    { reeks: MAANDEN, afstanden: 2 },
  ),
  jaarhelling: methode(
    'Helling per periode van een korte reeks tellingen; bij drie of vier jaren een aanwijzing, geen bewijs. Leeg als alles 0 is.',
    'McCullagh en Nelder (1989), 6.2; R glm(family = quasipoisson)',
    z.strictObject({ reeks: tellingen(3) }),
    i => jaarhelling(i.reeks),
    { reeks: [437, 353, 307, 231] },
  ),
  fingertips: methode(
    'Gaat een cijfer over vijf jaren omhoog of omlaag? De regel van de Engelse OHID.',
    'OHID Fingertips, broncode (2020); R lm met gewichten',
    z.strictObject({
      punten: z
        .array(
          z.strictObject({
            waarde: getal.describe('cijfer van het jaar'),
            ondergrens: getal.describe('ondergrens van het interval'),
            bovengrens: getal.describe('bovengrens van het interval'),
          }),
        )
        .length(FINGERTIPS_JAREN)
        .describe('vijf jaren op rij, de oudste eerst, elk met zijn interval van 95 %'),
    }),
    i => fingertipsTrend(i.punten),
    {
      punten: [
        { waarde: 24.67, ondergrens: 23.16, bovengrens: 26.25 },
        { waarde: 24.6, ondergrens: 23.15, bovengrens: 26.19 },
        { waarde: 28, ondergrens: 26.44, bovengrens: 29.64 },
        { waarde: 30.2, ondergrens: 28.63, bovengrens: 31.9 },
        { waarde: 30.6, ondergrens: 28.98, bovengrens: 32.25 },
      ],
    },
  ),
};
