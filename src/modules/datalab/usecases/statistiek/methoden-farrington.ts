import { z } from 'zod';
import { type FarringtonRegel, farrington } from '#kern/statistiek/index.ts';
import { type Methode, methode, openKans, tellingen } from './methode.ts';

// Five and a half years of months, with a rise in the last one.
const MAANDEN = [
  52, 47, 55, 49, 51, 58, 60, 62, 50, 46, 44, 53, 55, 50, 49, 47, 56, 61, 63, 59, 52, 48, 45, 50, 49, 53, 51,
  46, 58, 64, 57, 66, 54, 47, 43, 52, 50, 48, 54, 52, 55, 60, 62, 61, 49, 45, 47, 51, 53, 49, 52, 48, 57, 63,
  59, 64, 51, 44, 46, 55, 51, 50, 53, 47, 54, 80,
];
/** Residual above which a past period weighs less: of the original method, and of Noufaily et al. */
const DREMPEL = { oorspronkelijk: 1, flexibel: 2.58 } as const;

const perioden = (minstens: number) => z.number().int().min(minstens).max(366);
const gedeeld = {
  perJaar: perioden(1).default(12).describe('perioden in een jaar'),
  jaren: perioden(1).max(40).describe('jaren om op terug te kijken'),
  halfbreedte: perioden(0).describe(
    'perioden aan elke kant van dezelfde periode in eerdere jaren; zo veel perioden vlak voor de beoordeelde doen niet mee',
  ),
  trend: z.boolean().default(true).describe('een trend mag meedoen, vanaf drie jaren'),
};
const oorspronkelijk = z.strictObject({
  ...gedeeld,
  alfa: openKans.default(0.05).describe('kans op een telling buiten de grenzen, aan beide kanten samen'),
});
const flexibel = z.strictObject({
  ...gedeeld,
  seizoenen: perioden(1)
    .default(4)
    .describe('delen van het jaar met een eigen niveau; 1: alleen dezelfde tijd van het jaar'),
  alfa: openKans.default(0.01).describe('kans op loos alarm per periode'),
  gewogen: z.boolean().default(true).describe('eerdere uitschieters wegen minder'),
  drempel: z
    .enum(['nb', 'nb_bovengrens', 'nb_voorspelling'])
    .default('nb_voorspelling')
    .describe(
      'grens bij de verwachting, bij de bovengrens daarvan (veel voorzichtiger), of bij de verwachting met haar onzekerheid (zoals het datalab)',
    ),
});
const REGEL = 'welke eerdere perioden meedoen en hoe de grens wordt gemaakt';
const reeks = tellingen(2).describe('telling per volledige periode, de oudste eerst');
const plek = z
  .number()
  .int()
  .min(0)
  .optional()
  .describe('plek van de beoordeelde periode, geteld vanaf 0; anders de laatste');

type Venster = Pick<FarringtonRegel, 'perJaar' | 'jaren' | 'halfbreedte'>;
interface Vraag<R extends Venster> {
  readonly reeks: readonly number[];
  readonly plek?: number | undefined;
  readonly regel: R;
}
const plekVan = (i: Vraag<Venster>): number => i.plek ?? i.reeks.length - 1;
const binnen = (i: Vraag<Venster>): boolean => plekVan(i) < i.reeks.length;
const BINNEN = { error: 'moet binnen de reeks liggen.', path: ['plek'] };
const terug = (i: Vraag<Venster>): boolean =>
  plekVan(i) >= i.regel.jaren * i.regel.perJaar + i.regel.halfbreedte;
const TERUG = {
  error: 'heeft voor de beoordeelde periode niet zo veel jaren en perioden als regel vraagt.',
  path: ['reeks'],
};

/** Is one period more than earlier years lead one to expect? The original method and the one that came after it. */
export const farringtonmethoden: Readonly<Record<string, Methode>> = {
  farrington: methode(
    'Is een telling meer dan dezelfde tijd van eerdere jaren doet verwachten? De oorspronkelijke methode. Leeg als er niets te passen is; geen alarm onder 5 in vier perioden.',
    'Farrington et al. (1996), JRSS A 159; R surveillance::farrington',
    z
      .strictObject({ reeks, plek, regel: oorspronkelijk.describe(REGEL) })
      .refine(binnen, BINNEN)
      .refine(terug, TERUG),
    i =>
      farrington(i.reeks, plekVan(i), {
        ...i.regel,
        seizoenen: 1,
        gewichtsdrempel: DREMPEL.oorspronkelijk,
        drempel: 'tweederde',
      }),
    { reeks: MAANDEN, regel: { jaren: 4, halfbreedte: 3, trend: false } },
  ),
  farrington_flexibel: methode(
    'Is een telling meer dan eerdere jaren doen verwachten, met alle perioden en een niveau per deel van het jaar? Leeg als er niets te passen is; geen alarm onder 5 in vier perioden.',
    'Noufaily et al. (2013), Statistics in Medicine 32; R surveillance::farringtonFlexible',
    z
      .strictObject({ reeks, plek, regel: flexibel.describe(REGEL) })
      .refine(binnen, BINNEN)
      .refine(terug, TERUG),
    i => {
      const { gewogen, ...regel } = i.regel;
      const gewichtsdrempel = gewogen ? DREMPEL.flexibel : null;
      return farrington(i.reeks, plekVan(i), { ...regel, gewichtsdrempel });
    },
    { reeks: MAANDEN, regel: { jaren: 5, halfbreedte: 1, drempel: 'nb' } },
  ),
};
