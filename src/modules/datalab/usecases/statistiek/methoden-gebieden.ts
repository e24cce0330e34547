import { z } from 'zod';
import {
  directGestandaardiseerd,
  GEBRUIKELIJK_AFKAPDEEL,
  indirectGestandaardiseerd,
  krimpMarshall,
  meetSpreiding,
  oordeelTrechter,
  trechtergrenzen,
  trechtergrenzenAdditief,
  trechtergrenzenChiKwadraat,
  trechtergrenzenMultiplicatief,
  trechterrand,
} from '#kern/statistiek/index.ts';
import { betrouwbaarheid, type Methode, methode, positief, telling, waarneming } from './methode.ts';

const verwacht = z.number().min(0.1).max(1e8).describe('verwachte telling, van 0,1 tot 100.000.000');
const nietNegatief = z.number().min(0).max(1e12).describe('getal vanaf 0');
const meetfout = nietNegatief.describe('variantie van afronden door de bron: 2 bij vijftallen, 0 is geen');
const punten = z
  .array(z.strictObject({ telling, verwacht, meetfout: meetfout.default(0) }))
  .min(2)
  .max(1000)
  .describe('per gebied de telling, wat er verwacht werd, en de variantie van afronden door de bron');

const PUNTEN = [
  { telling: 12, verwacht: 10 },
  { telling: 30, verwacht: 22 },
  { telling: 8, verwacht: 12 },
  { telling: 95, verwacht: 80 },
  { telling: 41, verwacht: 62 },
];
const TREFBAAR = { verwacht: 20, betrouwbaarheid: 0.998 };

/** Many areas side by side: funnel, spread, shrinkage and standardisation. */
export const gebiedmethoden: Readonly<Record<string, Methode>> = {
  trechter: methode(
    'Waar tellingen van gebieden in een trechter liggen; geen ranglijst.',
    'Spiegelhalter (2005), Statistics in Medicine 24',
    z.strictObject({ punten: punten.min(5) }),
    i => oordeelTrechter(i.punten),
    { punten: PUNTEN },
  ),
  trechtergrenzen: methode(
    'Grenzen van een trechter bij een verwachting: exact, naar chi-kwadraat, en verbreed met phi en tau2.',
    'Spiegelhalter (2005), Statistics in Medicine 24; FunnelPlotR',
    z.strictObject({
      verwacht,
      phi: nietNegatief.default(1).describe('spreiding als factor: 1 is toeval'),
      tau2: nietNegatief.default(0).describe('spreiding tussen gebieden op de wortelschaal: 0 is geen'),
      meetfout: meetfout.default(0),
      betrouwbaarheid,
    }),
    i => ({
      exact: trechtergrenzen(i.verwacht, i.betrouwbaarheid),
      chiKwadraat: trechtergrenzenChiKwadraat(i.verwacht, i.betrouwbaarheid),
      multiplicatief: trechtergrenzenMultiplicatief(i.verwacht, i.phi, i.betrouwbaarheid),
      additief: trechtergrenzenAdditief(i.verwacht, i.tau2, i.betrouwbaarheid),
      rand: trechterrand(i.verwacht, i.tau2, i.betrouwbaarheid, i.meetfout),
    }),
    TREFBAAR,
  ),
  spreiding: methode(
    'Hoeveel gebieden meer verschillen dan toeval geeft.',
    'Spiegelhalter (2005), Qual. Saf. Health Care 14; FunnelPlotR',
    z.strictObject({
      punten,
      afkapdeel: z
        .number()
        .min(0)
        .lt(0.5)
        .default(GEBRUIKELIJK_AFKAPDEEL)
        .describe('deel dat aan elke kant wordt ingetrokken'),
    }),
    i => meetSpreiding(i.punten, i.afkapdeel),
    { punten: PUNTEN },
  ),
  krimp: methode(
    'Tempo van elk gebied getrokken naar het gezamenlijke, meer naarmate het minder telt.',
    'Marshall (1991), JRSS C 40; R spdep::EBest',
    z.strictObject({
      gebieden: z.array(waarneming).min(2).max(1000).describe('telling en omvang per gebied'),
    }),
    i => krimpMarshall(i.gebieden),
    {
      gebieden: [
        { telling: 12, blootstelling: 100 },
        { telling: 30, blootstelling: 400 },
      ],
    },
  ),
  standaardisatie_direct: methode(
    'Tempo dat een standaardbevolking zou hebben.',
    'Fay en Feuer (1997), Statistics in Medicine 16; R epitools::ageadjust.direct',
    z.strictObject({
      groepen: z
        .array(waarneming.extend({ standaard: positief }))
        .min(1)
        .max(200)
        .describe('telling, omvang en standaardbevolking per groep'),
      betrouwbaarheid,
    }),
    i => directGestandaardiseerd(i.groepen, i.betrouwbaarheid),
    {
      groepen: [
        { telling: 12, blootstelling: 1000, standaard: 5000 },
        { telling: 30, blootstelling: 1500, standaard: 4000 },
      ],
    },
  ),
  standaardisatie_indirect: methode(
    'Wat er was tegen wat de referentie zou geven.',
    'Breslow en Day (1987), IARC; R poisson.test',
    z.strictObject({
      groepen: z
        .array(waarneming.extend({ referentietempo: nietNegatief }))
        .min(1)
        .max(200)
        .describe('telling, omvang en tempo van de referentie per groep'),
      ruwTempo: positief.describe('tempo van de referentie als geheel'),
      betrouwbaarheid,
    }),
    i => indirectGestandaardiseerd(i.groepen, i.ruwTempo, i.betrouwbaarheid),
    {
      groepen: [
        { telling: 12, blootstelling: 1000, referentietempo: 0.01 },
        { telling: 30, blootstelling: 1500, referentietempo: 0.015 },
      ],
      ruwTempo: 0.013,
    },
  ),
};
