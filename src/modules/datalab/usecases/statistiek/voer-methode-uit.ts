import type { z } from 'zod';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import type { Methode } from './methode.ts';
import { methodetabel } from './methodetabel.ts';

/** What a run gives: the method, where it comes from, what it computed. */
export interface Methodeuitkomst {
  readonly methode: string;
  readonly bron: string;
  readonly uitkomst: unknown;
}

export type Methodeweigering = Weigering<'methode_onbekend' | 'invoer_ongeldig' | 'methode_weigert'>;

const SOORTEN: Readonly<Record<string, string>> = {
  number: 'een getal',
  int: 'een heel getal',
  array: 'een lijst',
  object: 'een object',
  boolean: 'true of false',
};

/** A fault as a Dutch sentence; what a schema says itself goes first. */
function nederlands(fout: z.core.$ZodRawIssue): string {
  switch (fout.code) {
    case 'invalid_type':
      if (fout.input === undefined) return 'ontbreekt.';
      return `moet ${SOORTEN[fout.expected] ?? fout.expected} zijn.`;
    case 'too_small': {
      const eis = fout.inclusive === false ? 'groter dan' : 'minstens';
      return `moet ${eis} ${fout.minimum}${fout.origin === 'array' ? ' lang' : ''} zijn.`;
    }
    case 'too_big': {
      const eis = fout.inclusive === false ? 'kleiner dan' : 'hoogstens';
      return `moet ${eis} ${fout.maximum}${fout.origin === 'array' ? ' lang' : ''} zijn.`;
    }
    case 'invalid_value':
      return `moet een van deze zijn: ${fout.values.join(', ')}.`;
    case 'unrecognized_keys':
      return `kent het veld ${fout.keys.join(', ')} niet.`;
    default:
      return 'klopt niet.';
  }
}

/** Whether a method of this name exists; its refusal names the methods that do. */
export function eisMethode(naam: string): Result<Methode, Weigering<'methode_onbekend'>> {
  const m = Object.hasOwn(methodetabel, naam) ? methodetabel[naam] : undefined;
  if (m) return gelukt(m);
  const keus = Object.keys(methodetabel).join(', ');
  return geweigerd(weigering('methode_onbekend', `De methode ‘${naam}’ bestaat niet. Kies uit: ${keus}.`));
}

/** Place of a fault in the input: 'volgtijden[3].tijd'. */
function plek(pad: readonly PropertyKey[]): string {
  const tekst = pad.map(p => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`)).join('');
  return tekst.replace(/^\./, '') || 'invoer';
}

// What a method refuses is written for programmers; the analyst gets the same in Dutch, with the same argument.
function inHetNederlands(bericht: string): string {
  const [naam = '', ...rest] = bericht.split(' must ');
  const eis = rest.join(' must ');
  const regel = /^be (at most|at least|greater than) ([\d.e+-]+)/.exec(eis);
  const woord = { 'at most': 'hoogstens', 'at least': 'minstens', 'greater than': 'groter dan' };
  if (regel) return `${naam} moet ${woord[regel[1] as keyof typeof woord]} ${regel[2]} zijn.`;
  return `${naam.split(' ')[0]} past niet bij deze methode.`;
}

/**
 * Runs one method on an input. Refuses by name: `methode_onbekend`, `invoer_ongeldig` (`velden`: what is wrong where) and
 * `methode_weigert` (the input has the right form, but the method cannot answer it).
 */
export function voerMethodeUit(naam: string, invoer: unknown): Result<Methodeuitkomst, Methodeweigering> {
  const gekozen = eisMethode(naam);
  if (!gekozen.ok) return gekozen;
  const m = gekozen.waarde;
  const gelezen = m.invoer.safeParse(invoer, { error: nederlands });
  if (!gelezen.success) {
    const regels = gelezen.error.issues.map(i => `${plek(i.path)} ${i.message}`);
    return geweigerd(weigering('invoer_ongeldig', `De invoer klopt niet.\n${regels.join('\n')}`));
  }
  try {
    return gelukt({ methode: naam, bron: m.bron, uitkomst: m.reken(gelezen.data) });
  } catch (e) {
    if (!(e instanceof RangeError || e instanceof TypeError)) throw e;
    return geweigerd(
      weigering('methode_weigert', `De methode weigert deze invoer: ${inHetNederlands(e.message)}`),
    );
  }
}
