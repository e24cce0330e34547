import { z } from 'zod';
import {
  binomiaalToets,
  binomiaalToetsMidden,
  byarInterval,
  clopperPearsonInterval,
  corrigeerBenjaminiHochberg,
  corrigeerHolm,
  exacteVerhouding,
  garwoodInterval,
  kleinsteAantoonbareDaling,
  onderscheidingsvermogen,
  oordeelVeranderingen,
  voorspellingsinterval,
  wilsonInterval,
} from '#kern/statistiek/index.ts';
import {
  aandeel,
  betrouwbaarheid,
  type Methode,
  methode,
  NIET_BOVEN,
  nietBoven,
  openKans,
  positief,
  pWaarden,
  telling,
  waarneming,
} from './methode.ts';

const vraag = z
  .strictObject({
    verwacht: positief.max(1e5).describe('verwachte telling in de eerste periode, hoogstens 100.000'),
    blootstelling: positief.describe('duur van de eerste periode'),
    blootstellingNa: positief.describe('duur van de tweede periode, in dezelfde eenheid'),
    alfa: openKans.describe('niveau van de tweezijdige toets'),
  })
  .describe('de twee perioden en de toets');
const VRAAG = { verwacht: 20, blootstelling: 1, blootstellingNa: 1, alfa: 0.05 };
const aandeelInvoer = z.strictObject({ ...aandeel, betrouwbaarheid }).refine(nietBoven, NIET_BOVEN);
const tellingInvoer = z.strictObject({ telling, betrouwbaarheid });

/** Intervals, comparisons, corrections, prediction and power of counts and shares. */
export const tellingmethoden: Readonly<Record<string, Methode>> = {
  garwood: methode(
    'Exact interval bij één telling.',
    'Garwood (1936), Biometrika 28; R poisson.test',
    tellingInvoer,
    i => garwoodInterval(i.telling, i.betrouwbaarheid),
    { telling: 12 },
  ),
  byar: methode(
    'Interval bij één telling vanaf 10, zoals de Engelse OHID het drukt; ter controle van garwood.',
    'Breslow en Day (1987), IARC; OHID Technical Guide',
    z.strictObject({ telling: telling.min(10).describe('telling: heel getal vanaf 10'), betrouwbaarheid }),
    i => byarInterval(i.telling, i.betrouwbaarheid),
    { telling: 12 },
  ),
  wilson: methode(
    'Interval bij een aandeel.',
    'Wilson (1927), JASA 22; R prop.test(correct = FALSE)',
    aandeelInvoer,
    i => wilsonInterval(i.telling, i.aantal, i.betrouwbaarheid),
    { telling: 142, aantal: 617 },
  ),
  clopper_pearson: methode(
    'Exact interval bij een aandeel; dekt nooit minder dan beloofd.',
    'Clopper en Pearson (1934), Biometrika 26; R binom.test',
    aandeelInvoer,
    i => clopperPearsonInterval(i.telling, i.aantal, i.betrouwbaarheid),
    { telling: 2, aantal: 17 },
  ),
  binomiaaltoets: methode(
    'Past een aandeel bij een kans? Exacte tweezijdige p-waarde en mid-p.',
    'R binom.test; Lancaster (1961), JASA 56, voor de mid-p',
    z.strictObject({ ...aandeel, kans: openKans }).refine(nietBoven, NIET_BOVEN),
    i => ({
      p: binomiaalToets(i.telling, i.aantal, i.kans),
      pMidden: binomiaalToetsMidden(i.telling, i.aantal, i.kans),
    }),
    { telling: 9, aantal: 24, kans: 0.5 },
  ),
  verhouding: methode(
    'Exacte verhouding van twee tellingen, met interval en p-waarde.',
    'Przyborowski en Wilenski (1940), Biometrika 31; R poisson.test',
    z
      .strictObject({ teller: waarneming, noemer: waarneming, betrouwbaarheid })
      .refine(i => i.teller.telling + i.noemer.telling > 0, {
        error: 'mag niet 0 zijn als de noemer ook 0 telt.',
        path: ['teller', 'telling'],
      }),
    i => exacteVerhouding(i.teller, i.noemer, i.betrouwbaarheid),
    { teller: { telling: 246, blootstelling: 1 }, noemer: { telling: 165, blootstelling: 1 } },
  ),
  oordeel: methode(
    'Oordeel over veranderingen: signaal, geen signaal of niet te zeggen; gecorrigeerd voor het aantal.',
    'Exacte toets met Holm; de regel staat in de uitkomst',
    z.strictObject({
      vergelijkingen: z
        .array(z.strictObject({ voor: waarneming, na: waarneming }))
        .min(1)
        .max(1000)
        .describe('hetzelfde geteld voor en na, één per gemeente of onderwerp'),
    }),
    i => oordeelVeranderingen(i.vergelijkingen),
    {
      vergelijkingen: [
        { voor: { telling: 7, blootstelling: 1 }, na: { telling: 12, blootstelling: 1 } },
        { voor: { telling: 165, blootstelling: 1 }, na: { telling: 246, blootstelling: 1 } },
      ],
    },
  ),
  holm: methode(
    'p-waarden gecorrigeerd: ook maar één vals signaal blijft onwaarschijnlijk.',
    'Holm (1979), Scandinavian Journal of Statistics 6; R p.adjust("holm")',
    z.strictObject({ pWaarden }),
    i => corrigeerHolm(i.pWaarden),
    { pWaarden: [0.01, 0.04, 0.03] },
  ),
  benjamini_hochberg: methode(
    'p-waarden gecorrigeerd: het deel valse onder de signalen blijft klein.',
    'Benjamini en Hochberg (1995), JRSS B 57; R p.adjust("BH")',
    z.strictObject({ pWaarden }),
    i => corrigeerBenjaminiHochberg(i.pWaarden),
    { pWaarden: [0.01, 0.04, 0.03] },
  ),
  voorspelling: methode(
    'Wat een volgende periode zonder verandering kan tellen.',
    'Nelson (1970), IEEE Transactions on Reliability 19; Krishnamoorthy en Peng (2011)',
    z
      .strictObject({
        waargenomen: z.strictObject({
          telling: telling.max(1e6).describe('telling: heel getal tot 1.000.000'),
          blootstelling: positief.min(1e-9),
        }),
        blootstelling: positief.optional().describe('duur van de volgende periode; anders even lang'),
        betrouwbaarheid,
      })
      .refine(i => (i.blootstelling ?? 0) <= 10 * i.waargenomen.blootstelling, {
        error: 'mag hoogstens tien keer zo lang zijn als de waargenomen periode.',
        path: ['blootstelling'],
      }),
    i => voorspellingsinterval(i.waargenomen, i.blootstelling, i.betrouwbaarheid),
    { waargenomen: { telling: 12, blootstelling: 1 } },
  ),
  vermogen: methode(
    'Hoe vaak een exacte vergelijking een verandering zou zien.',
    'Opsomming van alle uitkomsten; vergeleken met R poisson.test',
    z.strictObject({
      vraag,
      factor: z.number().min(0).max(100).describe('na gedeeld door voor: 0,8 is een daling van 20 %'),
    }),
    i => onderscheidingsvermogen(i.vraag, i.factor),
    { vraag: VRAAG, factor: 0.5 },
  ),
  kleinste_daling: methode(
    'De kleinste daling die een vergelijking vaak genoeg zou zien, als factor na/voor; leeg als zelfs nul te vaak gemist wordt.',
    'Halvering over vermogen',
    z
      .strictObject({ vraag, gewenst: openKans.describe('hoe vaak de daling gezien moet worden') })
      .refine(i => i.gewenst > i.vraag.alfa, {
        error: 'moet groter zijn dan alfa.',
        path: ['gewenst'],
      }),
    i => kleinsteAantoonbareDaling(i.vraag, i.gewenst),
    { vraag: { ...VRAAG, verwacht: 60 }, gewenst: 0.8 },
  ),
};
