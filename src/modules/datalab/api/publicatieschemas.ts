import { bladVan, z } from '#platform/http/api.ts';
import { apiTeksten as t } from './teksten.ts';

const p = t.publicatie;

const kop = {
  code: z.string().openapi({ description: p.code, example: 'evaluatie-2025' }),
  regio: z.string().openapi({ description: p.regio }),
  soort: z.enum(['eigen', 'overgenomen']).openapi({ description: p.soort }),
  titel: z.string(),
  toelichting: z.string(),
  toestand: z.enum(['gepubliceerd', 'ingetrokken']).openapi({ description: p.toestand }),
  gepubliceerd: z.iso.datetime(),
  ingetrokken: z.iso.datetime().nullable(),
  redenIntrekking: z.string().nullable(),
  adres: z.url().openapi({ description: p.adres }),
  vervangenDoor: z.url().nullable().openapi({ description: p.vervangenDoor }),
};

/** A release without its figures; one that was withdrawn stays in the list. */
export const Publicatiekop = z.object(kop).openapi('Publicatiekop');
export const Publicatieblad = bladVan(Publicatiekop, 'Publicatieblad');

const Publicatiecel = z
  .object({
    periode: z.string().openapi({ description: t.periodecode }),
    waarde: z.int().nullable().openapi({ description: p.waarde }),
    aard: z.enum(['gerond', 'exact', 'weggelaten']).openapi({ description: p.aard }),
    kanZijnVanaf: z.int().openapi({ description: p.onder }),
    kanZijnTotEnMet: z.int().nullable().openapi({ description: p.boven }),
  })
  .openapi('Publicatiecel');

const Publicatietabel = z
  .object({
    indicator: z.string().openapi({ description: t.indicatorcode }),
    definitieversie: z.int().openapi({ description: t.definitieversie }),
    naam: z.string(),
    definitie: z.string(),
    perioden: z.array(
      z.object({ code: z.string(), tekst: z.string(), van: z.iso.date(), tot: z.iso.date() }),
    ),
    rijen: z.array(
      z.object({
        plaats: z.object({
          soort: z.enum(['gemeente', 'subregio', 'regio']),
          code: z.string(),
          naam: z.string(),
        }),
        cellen: z.array(Publicatiecel),
      }),
    ),
    oordeel: z
      .object({
        van: z.string(),
        tot: z.string(),
        wat: z.enum(['meer', 'minder', 'geen_aanwijzing', 'niet_te_zeggen']),
        schommelt: z.boolean().openapi({ description: p.schommelt }),
      })
      .nullable()
      .openapi({ description: p.oordeel }),
  })
  .openapi('Publicatietabel');

/** A release with its linked tables: what is printed, and nothing else. */
export const Publicatie = z
  .object({
    ...kop,
    licentie: z.url(),
    bescherming: z.object({
      methode: z.enum(['afronden', 'onderdrukken', 'overgenomen']),
      basis: z.int().nullable().openapi({ description: p.basis }),
      ruim: z.boolean().openapi({ description: p.ruim }),
      uitleg: z.array(z.string()),
      weggelaten: z.string().openapi({ description: p.teken }),
    }),
    waarborg: z
      .object({
        toets: z.literal('veilig'),
        bewijs: z.literal('volledig'),
        tweeMensen: z.literal(true),
        zegel: z.string().openapi({ description: p.zegel }),
      })
      .nullable()
      .openapi({ description: p.waarborg }),
    nietUitTeConcluderen: z.string(),
    tabellen: z.array(Publicatietabel),
  })
  .openapi('Publicatie');
