import { bladVan, z } from '#platform/http/api.ts';
import { SOORTEN } from '../domain/soorten.ts';
import { type Inhoud, SOORTCODES, type Soort, type Veld } from '../domain/veld.ts';
import { apiTeksten as t } from './teksten.ts';

/** A date that may lack its day or month: it has its own format, so that no reader takes it for a full date. */
const Deeldatum = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .openapi({ format: 'deeldatum', description: t.deeldatum });

/** Where an item comes from: title and place, never the name of a file. */
const Herkomst = z
  .object({
    titel: z.string().nullable(),
    van: z.string().nullable(),
    datum: Deeldatum.nullable(),
    paragraaf: z.string().nullable(),
  })
  .openapi('Herkomst', { description: t.bron });

/** Fields that name a file and therefore never leave. */
export const isBestandsnaam = (soort: Soort, veld: Veld): boolean =>
  soort.code === 'document' && veld.naam === 'bestand';
export const isHerkomst = (veld: Veld): boolean => veld.naam === 'bron' && veld.soort === 'deel';

function kaal(veld: Veld): z.ZodType {
  switch (veld.soort) {
    case 'getal':
      return z.number();
    case 'bedrag':
      return z.int().openapi({ description: t.bedrag });
    case 'datum':
      return Deeldatum;
    case 'kwartaal':
      return z
        .string()
        .regex(/^\d{4}-Q[1-4]$/)
        .openapi({ description: t.kwartaal });
    case 'ja_nee':
      return z.boolean();
    case 'keuze':
      return z.enum(veld.keuzes ?? []);
    case 'verwijzingen':
    case 'lijst':
      return z.array(z.string());
    case 'groep':
      return z.array(groep(veld.velden ?? []));
    case 'deel':
      return groep(veld.velden ?? []);
    default:
      return z.string();
  }
}

const NOOIT_LEEG: readonly Veld['soort'][] = ['ja_nee', 'verwijzingen', 'lijst', 'groep'];

function alsSchema(veld: Veld): z.ZodType {
  if (isHerkomst(veld)) return Herkomst.nullable();
  const schema = kaal(veld);
  return veld.verplicht || NOOIT_LEEG.includes(veld.soort) ? schema : schema.nullable();
}

function groep(velden: readonly Veld[]): z.ZodObject {
  return z.strictObject(Object.fromEntries(velden.map(v => [v.naam, alsSchema(v)])));
}

const hoofdletter = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);

/** The content of one kind, from the same table of fields that makes its form and its check. */
function inhoudVan(soort: Soort): z.ZodType<Inhoud> {
  return groep(soort.velden.filter(v => !isBestandsnaam(soort, v))).openapi(
    `Inhoud${hoofdletter(soort.code)}`,
  );
}

const inhouden = SOORTCODES.map(code => ({ code, inhoud: inhoudVan(SOORTEN[code]) }));

const onderdeelVan = (code: (typeof SOORTCODES)[number], inhoud: z.ZodType<Inhoud>) =>
  z
    .object({
      soort: z.literal(code).openapi({ description: t.soort }),
      code: z.string().openapi({ description: t.code }),
      titel: z.string(),
      gemeente: z.string().nullable().openapi({ description: t.cbsCode }),
      versie: z.int().openapi({ description: t.versie }),
      geldigVanaf: z.iso.date().openapi({ description: t.geldigVanaf }),
      inhoud,
    })
    .openapi(`Onderdeel${hoofdletter(code)}`);

/** One item, by kind. */
export const Onderdeel = z
  .union(inhouden.map(x => onderdeelVan(x.code, x.inhoud)))
  .openapi('Onderdeel', { description: t.onderdeel });
export const Onderdelenblad = bladVan(Onderdeel, 'Onderdelenblad');

export const Regio = z
  .object({
    code: z.string().openapi({ description: t.regiocode, example: 'kennemerland' }),
    naam: z.string(),
    programma: z.string().nullable(),
    periodeVan: Deeldatum.nullable(),
    periodeTot: Deeldatum.nullable(),
    status: z.string().nullable(),
    gemeenten: z.array(z.object({ code: z.string(), naam: z.string(), subregio: z.string().nullable() })),
  })
  .openapi('Regio');
export const Regioblad = bladVan(Regio, 'Regioblad');

const Verwijzing = z.object({ code: z.string(), titel: z.string() }).openapi('Verwijzing');

export const Programma = z
  .object({
    regio: z.string().openapi({ description: t.regiocode }),
    naam: z.string(),
    programma: z.string().nullable(),
    kader: (inhouden.find(x => x.code === 'kader')?.inhoud ?? z.record(z.string(), z.unknown())).nullable(),
    actielijnen: z.array(
      z.object({
        code: z.string(),
        titel: z.string(),
        doelstellingen: z.array(Verwijzing),
        acties: z.array(Verwijzing),
      }),
    ),
    overigeDoelstellingen: z.array(Verwijzing),
    overigeActies: z.array(Verwijzing),
    aantallen: z.array(z.object({ soort: z.enum(SOORTCODES), aantal: z.int() })),
  })
  .openapi('Programma');
