import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { WORTEL } from '#platform/config/wortel.ts';
import {
  FORMULEVORMEN,
  GETELDEN,
  INDICATORGROEPEN,
  type Indicator,
  MEETRITMES,
  ONTHULLINGSKLASSEN,
} from '../domain/indicator.ts';
import type { Regio } from '../domain/plaats.ts';

const pad = (naam: string) => path.join(WORTEL, 'gegevens', naam);

/** Rows of a shipped CSV file, by column name. Throws with the file's name when it is damaged. */
export function leesCsv(naam: string): Record<string, string>[] {
  try {
    return parse(readFileSync(pad(naam)), { columns: true, bom: true, skip_empty_lines: true });
  } catch (e) {
    throw new Error(`gegevens/${naam} is niet te lezen: ${(e as Error).message}`);
  }
}

/** A shipped JSON file, not yet checked. */
export function leesJson(naam: string): unknown {
  return JSON.parse(readFileSync(pad(naam), 'utf8'));
}

const tekst = z.string().min(1);
const tweetalig = z.object({ nl: tekst, en: tekst.nullable() });

const code = z.string().regex(/^[A-Za-z0-9_]+$/);

const formule = z.strictObject({
  vorm: z.enum(FORMULEVORMEN),
  teller: z.array(code),
  noemer: z.array(code),
  maal: z.number().positive(),
  herkomst: z.enum(['bron', 'eigen_lezing']),
  bron: tekst,
});

const onthulling = z.strictObject({
  klasse: z.enum(ONTHULLINGSKLASSEN),
  telt: z.enum(GETELDEN),
  drempel: z.union([z.literal(5), z.literal(10)]),
  nulGevoelig: z.boolean(),
  waarom: tweetalig,
});

const indicator: z.ZodType<Indicator> = z.strictObject({
  code,
  definitieversie: z.number().int().min(1),
  groep: z.enum(INDICATORGROEPEN),
  soort: z.enum(['gemeten', 'prognose', 'streefwaarde', 'regel', 'programma']),
  naam: tweetalig,
  definitie: tweetalig,
  eenheid: tekst,
  telling: z.boolean(),
  perDuizend: z.boolean(),
  teller: tweetalig,
  noemer: tweetalig,
  richting: z.enum(['hoger', 'lager', 'geen']),
  richtingWaarom: tweetalig,
  norm: z.object({ tekst: tweetalig, bron: tekst, jaar: z.number().int() }).nullable(),
  eigenaar: tekst,
  valkuilen: z.array(tweetalig),
  breuken: z.array(z.strictObject({ jaar: z.number().int(), tekst: tweetalig, bron: tekst })),
  variant: tweetalig.nullable(),
  gangbaar: z.boolean(),
  formule,
  periode: z.enum(MEETRITMES),
  onthulling,
  bronnen: z.array(tekst).min(1),
  nummers: z.array(z.string().regex(/^[A-Z]+-I?\d+$/)),
});

/** The catalogue as shipped: every entry complete, or an error that names the entry and the field. */
export function leesIndicatoren(): Indicator[] {
  return z.array(indicator).parse(leesJson('indicatoren.json'));
}

/** A source as shipped; `sleutel` is how the files with figures name it. */
export const bronBestand = z.array(
  z.object({
    id: tekst,
    sleutel: tekst,
    titel: tekst,
    van: tekst,
    datum: tekst.nullable(),
    overgenomen: z.iso.date(),
    /** Version of a definition that this source counts by, where there are more; else the usual one. */
    definities: z.record(code, z.number().int().min(1)).default({}),
  }),
);

const kant = z.object({ waarde: tekst, plek: tekst });
/** A contradiction between sources as shipped and stored. */
export const bevindingSchema = z.object({
  code: z.string().regex(/^DK2\d\d$/),
  regio: tekst,
  gemeente: tekst.optional(),
  bron: tekst,
  klein: z.boolean(),
  titel: tweetalig,
  uitleg: tweetalig,
  a: kant,
  b: kant,
});
export type Bronbevinding = z.infer<typeof bevindingSchema>;

const regioBestand = z.object({
  programmaregios: z.record(tekst, z.object({ id: tekst, naam: tekst, vtRegio: tekst, vrCode: tekst })),
});

let regios: readonly Regio[] | null = null;

/** The programme regions of this installation, by name. */
export function listRegios(): readonly Regio[] {
  regios ??= Object.values(regioBestand.parse(leesJson('regios.json')).programmaregios).toSorted((a, b) =>
    a.naam.localeCompare(b.naam, 'nl'),
  );
  return regios;
}

/** The region with this id, or null. */
export function findRegio(id: string): Regio | null {
  return listRegios().find(r => r.id === id) ?? null;
}
