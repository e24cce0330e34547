import { z } from 'zod';
import {
  type CusumRegel,
  cusumLooplengte,
  cusumPad,
  ewmaLooplengte,
  ewmaPad,
  MEESTE_TOESTANDEN,
  nbReferentie,
  poissonReferentie,
  stelCusumAf,
  stelEwmaAf,
} from '#kern/statistiek/index.ts';
import { gemiddelde, type Methode, methode, positief, spreiding, tellingen } from './methode.ts';

const TELLINGEN = [12, 15, 9, 14, 11, 18, 13, 21, 19, 22, 20, 23];

const stijging = {
  reeks: tellingen(1),
  voor: gemiddelde.describe('gemiddelde per periode zonder verandering, hoogstens 10.000'),
  na: gemiddelde.describe('gemiddelde dat snel gezien moet worden, groter dan voor'),
};
const stijgt = (i: { voor: number; na: number }): boolean => i.na > i.voor;
const STIJGT = { error: 'moet groter zijn dan voor.', path: ['na'] };

const cusumvelden = z.strictObject({
  ...stijging,
  h: positief.describe('alarmgrens, afgerond op een veelvoud van 1/noemer'),
  noemer: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe('de som telt in stappen van 1/noemer; hoger bij een klein gemiddelde'),
});
type Cusumvraag = z.output<typeof cusumvelden>;

const past = (i: { h: number; noemer: number }): boolean => {
  const stappen = Math.round(i.h * i.noemer);
  return stappen >= 1 && stappen <= MEESTE_TOESTANDEN;
};
const PAST = { error: `moet keer noemer van 1 tot en met ${MEESTE_TOESTANDEN} zijn.`, path: ['h'] };

/** Places at which a path gives an alarm, from 0. */
const plekken = (pad: readonly number[], alarm: (waarde: number) => boolean): number[] =>
  pad.flatMap((waarde, plek) => (alarm(waarde) ? [plek] : []));

// The size of the negative binomial stays when its mean rises, as in nbReferentie: the variance then rises faster.
const spreidingNa = (i: { voor: number; na: number }, voor: number): number =>
  1 + ((voor - 1) * i.na) / i.voor;

/** The rule in whole steps, its path and alarms, and the periods until an alarm without and with the rise. */
function leesCusum(i: Cusumvraag, referentie: number, spreidingVoor: number) {
  const rond = (x: number) => Math.round(x * i.noemer) / i.noemer;
  const regel: CusumRegel = { k: rond(referentie), h: rond(i.h), noemer: i.noemer };
  const looplengte = {
    voor: cusumLooplengte(i.voor, spreidingVoor, regel),
    na: cusumLooplengte(i.na, spreidingNa(i, spreidingVoor), regel),
  };
  const pad = cusumPad(i.reeks, regel.k);
  return { referentie, regel, pad, alarmen: plekken(pad, s => s >= regel.h), looplengte };
}

const ewmaInvoer = z
  .strictObject({
    ...stijging,
    spreiding: spreiding.default(1),
    gewicht: z
      .number()
      .min(0.01)
      .max(1)
      .default(0.2)
      .describe('gewicht van de nieuwste telling, van 0,01 tot 1'),
    grens: positief.max(1e5).describe('alarm boven deze waarde; groter dan voor, hoogstens 100.000'),
  })
  .refine(stijgt, STIJGT)
  .refine(i => i.grens > i.voor, { error: 'moet groter zijn dan voor.', path: ['grens'] });

function leesEwma(i: z.output<typeof ewmaInvoer>) {
  const regel = { gewicht: i.gewicht, grens: i.grens };
  const pad = ewmaPad(i.reeks, i.gewicht, i.voor);
  const looplengte = {
    voor: ewmaLooplengte(i.voor, i.spreiding, regel),
    na: ewmaLooplengte(i.na, spreidingNa(i, i.spreiding), regel, i.voor),
  };
  return { pad, alarmen: plekken(pad, w => w > i.grens), looplengte };
}

const bewakingsvraag = z.strictObject({
  gemiddelde,
  perioden: z.number().int().min(1).max(1000).describe('perioden van de basislijn'),
  spreiding: spreiding.default(1),
  perJaar: z.number().int().min(1).max(366).default(12).describe('perioden in een jaar'),
  loosPerJaar: positief.max(366).describe('loze alarmen die de reeks per jaar hoogstens mag geven'),
  kant: z
    .enum(['omhoog', 'omlaag'])
    .default('omhoog')
    .describe('stijging of daling; wie allebei bewaakt, geeft elk de helft van het loos alarm'),
});

const VRAAG = { gemiddelde: 12, perioden: 24, loosPerJaar: 0.5 };
const STIJGING = { reeks: TELLINGEN, voor: 12, na: 15.6 };

/** Watching one series for a rise: path and alarms, run lengths, and the rule that keeps a number of false alarms. */
export const bewakingsmethoden: Readonly<Record<string, Methode>> = {
  cusum_poisson: methode(
    'Opgetelde som boven wat te verwachten was, met haar alarmen en de perioden die het tot een alarm gemiddeld duurt; voor tellingen die schommelen als toeval. Een duur van 10 miljard is: zo goed als nooit.',
    'Lucas (1985), Technometrics 27; Brook en Evans (1972), Biometrika 59; R spc::pois.cusum.arl',
    cusumvelden.refine(stijgt, STIJGT).refine(past, PAST),
    i => leesCusum(i, poissonReferentie(i.voor, i.na), 1),
    { ...STIJGING, h: 25 },
  ),
  cusum_negatief_binomiaal: methode(
    'Als cusum_poisson, voor tellingen die meer schommelen dan toeval.',
    'Hawkins en Olwell (1998), Cumulative Sum Charts, 5.4; Brook en Evans (1972), Biometrika 59',
    cusumvelden.extend({ spreiding }).refine(stijgt, STIJGT).refine(past, PAST),
    i => leesCusum(i, nbReferentie(i.voor, i.na, i.spreiding), i.spreiding),
    { ...STIJGING, h: 30, spreiding: 1.5 },
  ),
  ewma: methode(
    'Lopend gemiddelde waarin de nieuwste telling het zwaarst weegt, met zijn alarmen en de perioden die het tot een alarm gemiddeld duurt (benaderd, binnen 4 %).',
    'Roberts (1959), Technometrics 1; Borror et al. (1998), J. Quality Technology 30; R spc::pois.ewma.arl',
    ewmaInvoer,
    leesEwma,
    { ...STIJGING, grens: 15 },
  ),
  cusum_afstellen: methode(
    'De cusum die een stijging van 30 % (of de daling die zij ongedaan maakt) het snelst ziet en niet meer loze alarmen geeft dan afgesproken; leeg als geen grens dat haalt.',
    'Jones, Champ en Rigdon (2004), J. Quality Technology 36; Brook en Evans (1972), Biometrika 59',
    bewakingsvraag,
    ({ kant, ...i }) => stelCusumAf(i, kant),
    VRAAG,
  ),
  ewma_afstellen: methode(
    'De ewma met gewicht 0,2 die niet meer loze alarmen geeft dan afgesproken; leeg als geen grens dat haalt.',
    'Jones, Champ en Rigdon (2004), J. Quality Technology 36; Borror et al. (1998), J. Quality Technology 30',
    bewakingsvraag,
    ({ kant, ...i }) => stelEwmaAf(i, kant),
    VRAAG,
  ),
};
