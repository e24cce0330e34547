import { bladVan, z } from '#platform/http/api.ts';
import {
  FORMULEVORMEN,
  GETELDEN,
  INDICATORGROEPEN,
  MEETRITMES,
  ONTHULLINGSKLASSEN,
} from '../domain/indicator.ts';
import { PLAATSSOORTEN } from '../domain/plaats.ts';
import { apiTeksten as t } from './teksten.ts';

const Tweetalig = z
  .object({ nl: z.string(), en: z.string().nullable() })
  .openapi('Tweetalig', { description: t.tweetalig });

/** An entry of the catalogue. */
export const Indicator = z
  .object({
    code: z.string().openapi({ description: t.indicatorcode }),
    definitieversie: z.int().openapi({ description: t.definitieversie }),
    groep: z.enum(INDICATORGROEPEN),
    soort: z.enum(['gemeten', 'prognose', 'streefwaarde', 'regel', 'programma']),
    naam: Tweetalig,
    definitie: Tweetalig,
    eenheid: z.string(),
    telling: z.boolean(),
    perDuizend: z.boolean(),
    teller: Tweetalig,
    noemer: Tweetalig,
    richting: z.enum(['hoger', 'lager', 'geen']),
    richtingWaarom: Tweetalig,
    norm: z.object({ tekst: Tweetalig, bron: z.string(), jaar: z.int() }).nullable(),
    eigenaar: z.string(),
    valkuilen: z.array(Tweetalig),
    breuken: z.array(z.object({ jaar: z.int(), tekst: Tweetalig, bron: z.string() })),
    variant: Tweetalig.nullable(),
    gangbaar: z.boolean().openapi({ description: t.gangbaar }),
    formule: z.object({
      vorm: z.enum(FORMULEVORMEN),
      teller: z.array(z.string()).openapi({ description: t.formuledelen }),
      noemer: z.array(z.string()).openapi({ description: t.formuledelen }),
      maal: z.number(),
      herkomst: z.enum(['bron', 'eigen_lezing']),
      bron: z.string(),
    }),
    periode: z.enum(MEETRITMES).openapi({ description: t.meetritme }),
    onthulling: z
      .object({
        klasse: z.enum(ONTHULLINGSKLASSEN),
        telt: z.enum(GETELDEN),
        drempel: z.int(),
        nulGevoelig: z.boolean(),
        waarom: Tweetalig,
      })
      .openapi({ description: t.onthulling }),
    bronnen: z.array(z.string()),
    nummers: z.array(z.string()).openapi({ description: t.nummers }),
  })
  .openapi('Indicator');
export const Indicatorblad = bladVan(Indicator, 'Indicatorblad');

const Citaat = z
  .object({
    titel: z.string(),
    van: z.string().nullable(),
    datum: z.string().nullable().openapi({ format: 'deeldatum', description: t.deeldatum }),
    plek: z.string().openapi({ description: t.plek }),
  })
  .openapi('Citaat');

/** One observation as its source gives it: nothing computed. */
export const Waarneming = z
  .object({
    id: z.uuid(),
    indicator: z.string().openapi({ description: t.indicatorcode }),
    definitieversie: z.int().openapi({ description: t.definitieversie }),
    plaats: z.object({ soort: z.enum(PLAATSSOORTEN), code: z.string(), naam: z.string() }),
    regio: z.string().nullable().openapi({ description: t.regiocode }),
    gemeente: z.string().nullable().openapi({ description: t.gemeente }),
    periode: z.object({
      code: z.string().openapi({ description: t.periodecode }),
      tekst: z.string().openapi({ description: t.periodetekst }),
      van: z.iso.date(),
      tot: z.iso.date(),
    }),
    waarde: z.number().openapi({ description: t.waarde }),
    decimalen: z.int().openapi({ description: t.decimalen }),
    rondingsstap: z.int().nullable().openapi({ description: t.rondingsstap }),
    eenheid: z.string(),
    voorlopig: z.boolean(),
    versie: z.int().openapi({ description: t.versie }),
    overgenomen: z.iso.date().openapi({ description: t.overgenomen }),
    openbaarheid: z.enum(['openbaar_in_bron', 'intern']).openapi({ description: t.openbaarheid }),
    bron: Citaat,
  })
  .openapi('Waarneming');
export const Waarnemingenblad = bladVan(Waarneming, 'Waarnemingenblad');
