import { z } from 'zod';
import { GEBRUIKELIJKE_BETROUWBAARHEID, MEESTE_PUNTEN, type Volgtijd } from '#kern/statistiek/index.ts';

/** A method as the command and its documentation know it. */
export interface Methode {
  /** What it answers, in one Dutch sentence. */
  readonly wat: string;
  /** Publication and the program it was compared with. */
  readonly bron: string;
  /** What the input must be; its descriptions are the documentation. */
  readonly invoer: z.ZodType;
  /** A whole input, for the documentation. */
  readonly voorbeeld: unknown;
  /** Computes from an input that `invoer` accepted. Throws RangeError or TypeError on what the method itself refuses. */
  reken(invoer: unknown): unknown;
}

/** One line of the table of methods: what, source, schema, function, example. */
export function methode<S extends z.ZodType>(
  wat: string,
  bron: string,
  invoer: S,
  reken: (invoer: z.output<S>) => unknown,
  voorbeeld: z.input<S>,
): Methode {
  return { wat, bron, invoer, voorbeeld, reken: i => reken(i as z.output<S>) };
}

/** Parts of inputs that methods share, each with its meaning and range. */
export const telling = z.number().int().min(0).max(1e8).describe('telling: heel getal van 0 tot 100.000.000');
export const kans = z.number().min(0).max(1).describe('kans tussen 0 en 1');
export const openKans = z.number().gt(0).lt(1).describe('kans tussen 0 en 1, die zelf niet meedoen');
export const positief = z.number().positive().max(1e12).describe('getal groter dan 0');
export const betrouwbaarheid = z
  .number()
  .min(0.5)
  .max(0.999999)
  .default(GEBRUIKELIJKE_BETROUWBAARHEID)
  .describe('zekerheid van het interval, van 0,5 tot 0,999999');
export const waarneming = z
  .strictObject({ telling, blootstelling: positief.min(1e-9) })
  .describe('telling met de duur of omvang waarover is geteld, overal in dezelfde eenheid');
export const pWaarden = z.array(kans).max(100_000).describe('p-waarden, één per vergelijking');

/** Values or counts of successive periods, as long as the methods over time accept. */
export const getal = z.number().min(-1e6).max(1e6);
export const waarden = (minstens: number) =>
  z.array(getal).min(minstens).max(MEESTE_PUNTEN).describe('waarde per periode, de oudste eerst');
export const tellingen = (minstens: number) =>
  z.array(telling).min(minstens).max(MEESTE_PUNTEN).describe('telling per periode, de oudste eerst');
export const gemiddelde = z
  .number()
  .positive()
  .max(1e4)
  .describe('gemiddelde telling per periode, hoogstens 10.000');
export const spreiding = z
  .number()
  .min(1)
  .max(1000)
  .describe('variantie gedeeld door gemiddelde, van 1 (toeval) tot 1000');

/** A share: never more with the trait than there are. */
export const aandeel = {
  telling,
  aantal: z.number().int().min(1).max(1e8).describe('het geheel: heel getal vanaf 1'),
};
export const nietBoven = (i: { telling: number; aantal: number }): boolean => i.telling <= i.aantal;
export const NIET_BOVEN = { error: 'mag niet groter zijn dan aantal.', path: ['telling'] };

export const volgtijden = z
  .array(
    z.strictObject({
      tijd: z.number().min(0).max(1e12),
      oorzaak: z.number().int().min(0).max(9),
    }) satisfies z.ZodType<Volgtijd>,
  )
  .min(1)
  .max(100_000)
  .describe(
    'alle zaken vanaf hun begin: tijd tot het eind of tot de peildatum, en oorzaak (0: nog open, 1 tot en met 9: zo geëindigd)',
  );
