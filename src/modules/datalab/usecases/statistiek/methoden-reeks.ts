import { z } from 'zod';
import {
  autocorrelatie,
  beoordeelReeks,
  beproefSchijndata,
  gebruikelijkeVertraging,
  kiesMethode,
  MEESTE_KOLOMMEN,
  negatiefBinomialeRegressie,
  neweyWest,
  poissonRegressie,
  type Regressie,
  standaardfouten,
} from '#kern/statistiek/index.ts';
import { getal, type Methode, methode, positief, telling, tellingen } from './methode.ts';

const regressievraag = z.strictObject({
  uitkomst: z.array(z.number().min(0).max(1e8)).min(2).max(5000).describe('telling per punt'),
  ontwerp: z
    .array(z.array(getal).min(1).max(MEESTE_KOLOMMEN))
    .min(2)
    .max(5000)
    .describe('per punt een rij met kolommen; de eerste kolom is meestal 1'),
  offset: z.array(getal).optional().describe('logaritme van de blootstelling per punt'),
  gewichten: z.array(positief).optional().describe('gewicht per punt'),
});

type Vraag = z.output<typeof regressievraag>;

// A field that was left out is not there: the methods tell undefined from absent.
const alsVraag = ({ uitkomst, ontwerp, offset, gewichten }: Vraag) => ({
  uitkomst,
  ontwerp,
  ...(offset === undefined ? {} : { offset }),
  ...(gewichten === undefined ? {} : { gewichten }),
});

const kort = (r: Regressie) => ({
  coefficienten: r.coefficienten,
  gemiddelden: r.gemiddelden,
  deviantie: r.deviantie,
  spreiding: r.spreiding,
});

function reken(i: Vraag) {
  const vraag = alsVraag(i);
  const fit = poissonRegressie(vraag);
  const vertraging = gebruikelijkeVertraging(vraag.uitkomst.length);
  return {
    ...kort(fit),
    standaardfouten: standaardfouten(fit, 1),
    standaardfoutenQuasi: standaardfouten(fit, Math.max(1, fit.spreiding)),
    standaardfoutenNeweyWest: neweyWest(vraag, fit, { vertraging }).map((rij, k) =>
      Math.sqrt(Math.max(0, rij[k] ?? 0)),
    ),
    vertraging,
  };
}

const model = z
  .strictObject({
    ingreep: z.number().int().describe('moment waarop de actie begon'),
    vertraging: z.number().int().min(0).max(1000).describe('momenten overgang die niet meetellen'),
    vorm: z.enum(['niveau', 'helling']).describe('wat mag veranderen'),
    seizoen: z.enum(['geen', 'een_golf', 'twee_golven', 'maand']).describe('hoe het seizoen meedoet'),
    perJaar: z.number().int().min(1).max(366).describe('momenten in een jaar'),
  })
  .describe('het model, vooraf gekozen');
const reekspunten = z
  .array(z.strictObject({ moment: z.number().int(), telling, blootstelling: positief.min(1e-9) }))
  .min(2)
  .max(2000)
  .describe('telling en blootstelling per moment, oplopend');
const reeksInvoer = z
  .strictObject({
    periode: z.enum(['jaar', 'kwartaal', 'maand']).describe('lengte van een periode'),
    tellingen: tellingen(0).describe('telling per volledige periode, de oudste eerst'),
    blootstellingen: z.array(positief).optional().describe('omvang per periode; anders overal gelijk'),
  })
  .refine(i => (i.blootstellingen ?? i.tellingen).length === i.tellingen.length, {
    error: 'moet even lang zijn als tellingen.',
    path: ['blootstellingen'],
  });

const ONTWERP = [0, 1, 2, 3].map(t => [1, t]);

/** Counts over time: which method a series can bear, regression, overdispersion, interrupted series. */
export const reeksmethoden: Readonly<Record<string, Methode>> = {
  methodekeuze: methode(
    'Welke methode een reeks tellingen kan dragen, waarmee nieuwe perioden te bewaken zijn, en waarom.',
    'Benneyan et al. (2003), Qual. Saf. Health Care 12; Sonesson en Bock (2003), JRSS A 166; Noufaily et al. (2013)',
    reeksInvoer,
    ({ blootstellingen, ...rest }) =>
      kiesMethode({ ...rest, ...(blootstellingen === undefined ? {} : { blootstellingen }) }),
    { periode: 'maand', tellingen: [52, 47, 55, 49, 51, 58, 60, 62, 50, 46, 44, 71] },
  ),
  poisson_regressie: methode(
    'Regressie van tellingen, met fouten voor Poisson, voor meer spreiding en voor samenhang in de tijd.',
    'R glm(family = poisson); sandwich::NeweyWest',
    regressievraag,
    reken,
    { uitkomst: [437, 353, 307, 231], ontwerp: ONTWERP },
  ),
  negatief_binomiaal: methode(
    'Regressie van tellingen die meer verschillen dan toeval geeft.',
    'R MASS::glm.nb',
    regressievraag,
    i => {
      const { regressie, ...rest } = negatiefBinomialeRegressie(alsVraag(i));
      return { ...kort(regressie), standaardfouten: standaardfouten(regressie, 1), ...rest };
    },
    { uitkomst: [4, 30, 7, 42, 3, 19], ontwerp: [0, 1, 2, 3, 4, 5].map(t => [1, t]) },
  ),
  onderbroken_reeks: methode(
    'Veranderde een reeks na een actie? Een oordeel, of bij te weinig punten alleen een beschrijving; met schijndata.',
    'Bottomley et al. (2019); Turner et al. (2021); de regel staat in het datalab',
    z.strictObject({
      punten: reekspunten,
      model,
      minstensPunten: z
        .number()
        .int()
        .min(2)
        .max(1000)
        .default(12)
        .describe('punten aan elke kant van een schijndatum'),
    }),
    i => ({
      beoordeling: beoordeelReeks(i.punten, i.model),
      schijndata: beproefSchijndata(i.punten, i.model, i.minstensPunten),
    }),
    {
      punten: [9, 11, 8, 12, 6, 5].map((t, moment) => ({ moment, telling: t, blootstelling: 1 })),
      model: { ingreep: 4, vertraging: 0, vorm: 'niveau', seizoen: 'geen', perJaar: 12 },
    },
  ),
  autocorrelatie: methode(
    'Hoe sterk een hoog punt door een hoog punt wordt gevolgd.',
    'Box en Jenkins, Time Series Analysis; R acf(demean = FALSE)',
    z.strictObject({ resten: z.array(getal).min(3).max(5000).describe('resten van een model, op volgorde') }),
    i => autocorrelatie(i.resten),
    { resten: [1, -0.5, 0.8, -0.2] },
  ),
};
