import { z } from 'zod';
import { geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { leesTabel } from '#platform/documenten/index.ts';
import type { Statlinelezing, Statlinetabel } from '../domain/statline.ts';
import { leesStatlineCsv } from '../domain/statline-csv.ts';
import { leesStatlineOdata, type Odatapakket } from '../domain/statline-odata.ts';
import { leesJson } from './gegevensbestanden.ts';

const tekst = z.string().min(1);
const tabellen = z.array(
  z.strictObject({
    tabel: tekst,
    titel: tekst,
    bevestigd: z.boolean(),
    herkomst: tekst,
    dimensies: z.array(tekst).refine(d => d.includes('RegioS') && d.includes('Perioden')),
    kenmerken: z.array(
      z.strictObject({
        dimensie: tekst,
        categorieen: z.array(z.strictObject({ titel: tekst, code: tekst.nullable() })),
      }),
    ),
    maten: z.array(
      z.strictObject({
        titel: tekst,
        kolom: tekst,
        eenheid: z.enum(['aantal', 'procent']),
        rondingsstap: z.number().int().nullable(),
      }),
    ),
    reeksen: z.array(
      z.strictObject({
        maat: tekst,
        categorieen: z.record(tekst, tekst),
        indicator: tekst,
        definitieversie: z.number().int().min(1),
      }),
    ),
  }),
);

/** What we know of the tables of CBS. Throws when the shipped file is damaged. */
export function listStatlinetabellen(): readonly Statlinetabel[] {
  return tabellen.parse(leesJson('statline-tabellen.json'));
}

/** The table from which an import of StatLine came, by the place that the import names; null: none that we know. */
export function statlinetabelVan(plek: string): Statlinetabel | null {
  const id = /^tabel (\w+)$/.exec(plek)?.[1];
  return id === undefined ? null : findTabel(id);
}

const MAX_BYTES = 20 * 1024 * 1024;
const code = z.looseObject({
  Identifier: tekst,
  Title: z.string(),
  Unit: z.string().nullish(),
  Status: z.string().nullish(),
});
const lijst = <T extends z.ZodType>(van: T) => z.looseObject({ value: z.array(van) });
const pakket = z.looseObject({
  Properties: z.looseObject({ Identifier: tekst, Title: z.string(), Modified: z.string().optional() }),
  Dimensions: lijst(z.looseObject({ Identifier: tekst })),
  MeasureCodes: lijst(code),
  Observations: lijst(
    z.looseObject({
      Id: z.number().int(),
      Measure: z.string(),
      Value: z.number().nullable(),
      ValueAttribute: z.string().nullish(),
    }),
  ),
});

/** A table of StatLine as read from a file, with what we know of it. */
export interface Statlinebestand {
  readonly tabel: Statlinetabel;
  readonly lezing: Statlinelezing;
}

const weiger = (reden: string, melding: string): Result<never, Weigering> =>
  geweigerd(weigering(reden, melding));

function findTabel(id: string): Statlinetabel | null {
  return listStatlinetabellen().find(t => t.tabel === id.toUpperCase()) ?? null;
}
const onbekend = (id: string) =>
  weiger(
    'tabel_onbekend',
    `De tabel ${id} van het CBS kennen wij niet. Wij kennen ${listStatlinetabellen()
      .map(t => t.tabel)
      .join(', ')}.`,
  );

function leesOdata(inhoud: Buffer): Result<Statlinebestand, Weigering> {
  let ruw: unknown;
  try {
    ruw = JSON.parse(inhoud.toString('utf8'));
  } catch {
    return weiger('json_kapot', 'Dit JSON-bestand is niet te lezen: het is beschadigd of niet volledig.');
  }
  const gelezen = pakket.safeParse(ruw);
  if (!gelezen.success) {
    const plek = gelezen.error.issues[0]?.path.join('.') ?? '';
    return weiger(
      'json_vorm',
      `Dit JSON-bestand is geen tabel in OData v4 met Properties, Dimensions, MeasureCodes en Observations; het gaat mis bij ‘${plek}’.`,
    );
  }
  const p = gelezen.data;
  const tabel = findTabel(p.Properties.Identifier);
  if (!tabel) return onbekend(p.Properties.Identifier);
  const codes: Record<string, Odatapakket['MeasureCodes']> = {};
  for (const dimensie of tabel.dimensies) {
    const gevonden = lijst(code).safeParse(p[`${dimensie}Codes`]);
    if (gevonden.success) codes[dimensie] = gevonden.data.value;
  }
  const uit = leesStatlineOdata(tabel, {
    Properties: p.Properties,
    Dimensions: p.Dimensions.value,
    MeasureCodes: p.MeasureCodes.value,
    codes,
    Observations: p.Observations.value,
  });
  return uit.ok ? { ok: true, waarde: { tabel, lezing: uit.waarde } } : uit;
}

async function leesCsv(
  inhoud: Buffer,
  naam: string,
  id: string,
): Promise<Result<Statlinebestand, Weigering>> {
  const tabel = findTabel(id);
  if (!tabel) return onbekend(id);
  const gelezen = await leesTabel(inhoud, naam);
  if (!gelezen.ok) return gelezen;
  const regels = (gelezen.waarde.bladen[0]?.rijen ?? []).map(r => ({
    nr: r.nr,
    cellen: r.cellen.map(c => String(c ?? '')),
  }));
  const uit = leesStatlineCsv(tabel, regels);
  return uit.ok ? { ok: true, waarde: { tabel, lezing: uit.waarde } } : uit;
}

const CSVNAAM = /^(\d{5}ned)\b.*\.csv$/i;

/**
 * Reads a file that is a table of StatLine: a package of OData v4 in JSON, or the CSV file as StatLine names it
 * ('85361NED_UntypedDataSet_….csv'). null when it is neither; a refusal when it is one and cannot be trusted.
 */
export async function leesStatline(
  inhoud: Buffer,
  naam: string,
): Promise<Result<Statlinebestand, Weigering> | null> {
  const isJson = /\.json$/i.test(naam);
  const csv = CSVNAAM.exec(naam.replaceAll('_', ' '));
  if (!isJson && !csv) return null;
  if (inhoud.length > MAX_BYTES)
    return weiger('te_groot', 'Dit bestand is groter dan 20 MB. Haal alleen de gebieden van uw regio op.');
  return isJson ? leesOdata(inhoud) : leesCsv(inhoud, naam, csv?.[1] ?? '');
}
