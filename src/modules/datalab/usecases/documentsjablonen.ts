import { z } from 'zod';
import { waardeOf } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { listSjablonen as listInOpslag, schrijfSjablonen } from '../db/document-opslag.ts';
import {
  DOCUMENTPERIODEN,
  DOCUMENTSOORTEN,
  type Documentsjabloon,
  geldigeSjablonen,
  type Ontleed,
  ontleedSjabloon,
} from '../domain/documentsjabloon.ts';
import { leesJson } from './gegevensbestanden.ts';

const tekst = z.string().min(1);
const naam = z.string().regex(/^[a-z][a-z0-9_]*$/);
const invul = {
  naam,
  label: tekst,
  uitleg: tekst,
  verplicht: z.boolean(),
  hoogstens: z.number().int().min(1).max(10_000),
};

const veld = z.discriminatedUnion('soort', [
  z.strictObject({ naam, soort: z.enum(['regio', 'gemeente', 'periode']) }),
  z.strictObject({ ...invul, soort: z.enum(['datum', 'kenmerk', 'regel', 'vrij']) }),
  z.strictObject({
    naam,
    soort: z.literal('getal'),
    indicator: tekst,
    plaats: z.enum(['regio', 'gemeente']),
    periode: z.enum(['deze', 'vorige']),
  }),
  z.strictObject({ naam, soort: z.enum(['oordeel', 'norm']), indicator: tekst }),
  z.strictObject({
    naam,
    soort: z.literal('tabel'),
    indicatoren: z.array(tekst).min(1),
    plaatsen: z.enum(['alle', 'eigen']),
  }),
  z.strictObject({ naam, soort: z.enum(['catalogus', 'niet_beschikbaar']), nummers: tekst }),
  z.strictObject({ naam, soort: z.literal('briefkop'), datum: naam, kenmerk: naam }),
]);

const sjabloon: z.ZodType<Documentsjabloon> = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  versie: z.number().int().min(1),
  taal: z.enum(['nl', 'en']),
  soort: z.enum(DOCUMENTSOORTEN),
  naam: tekst,
  uitleg: tekst,
  titel: tekst,
  perioden: z.array(z.enum(DOCUMENTPERIODEN)).min(1),
  gemeente: z.enum(['geen', 'mag', 'verplicht']),
  geldigVanaf: z.iso.date(),
  bron: tekst,
  velden: z.array(veld),
  tekst: z.array(tekst).min(1),
});

/** A template from any source, parsed and checked. @throws Error in Dutch that says what is wrong with it. */
export function leesSjabloon(inhoud: unknown): Ontleed {
  const gelezen = sjabloon.safeParse(inhoud);
  if (!gelezen.success)
    throw new Error(`Een documentsjabloon heeft niet de goede vorm: ${z.prettifyError(gelezen.error)}`);
  return waardeOf(ontleedSjabloon(gelezen.data));
}

/** Brings the templates of this release. @throws Error when a text changed under a number that is in use. */
export async function laadSjablonen(tx: Transactie, meld: (tekst: string) => void): Promise<void> {
  const lijst = z.array(z.unknown()).parse(leesJson('documentsjablonen.json'));
  const ontleed = lijst.map(s => leesSjabloon(s).sjabloon);
  const anders = await schrijfSjablonen(tx, ontleed);
  if (anders.length > 0)
    throw new Error(
      `gegevens/documentsjablonen.json: ${anders.join(', ')} is gewijzigd. Een andere tekst is een andere versie.`,
    );
  meld(`${ontleed.length} sjablonen van documenten`);
}

/** The templates one can choose on a day: of each the latest version that holds. */
export async function listSjablonen(tx: Transactie, dag: string): Promise<Documentsjabloon[]> {
  return geldigeSjablonen(await listInOpslag(tx), dag);
}
