import { type Api, paginavraag, pagineer, voegRouteToe, weiger, z } from '#platform/http/api.ts';
import { alsLezer } from '#platform/http/index.ts';
import { kiesIndicator, listIndicatoren } from '../usecases/lees-cijfers.ts';
import { voegDocumentenToe } from './documenten.ts';
import { kiesWaarnemingen, waarnemingAntwoord } from './keuze.ts';
import { voegPublicatiesToe } from './publicaties.ts';
import { Indicator, Indicatorblad, Waarnemingenblad } from './schemas.ts';
import { apiTeksten as t } from './teksten.ts';

export const apiLabel = { name: t.label, description: t.labelUitleg };

const geen = z.object({});
const korte = z.string().max(100, t.teLang);

const waarnemingvraag = paginavraag.extend({
  indicator: korte.optional().openapi({ description: t.indicatorcode, example: 'vt_meldingen' }),
  regio: korte.optional().openapi({ description: t.regiocode, example: 'kennemerland' }),
  gemeente: korte.optional().openapi({ description: t.gemeente, example: 'GM0392' }),
  jaar: z.coerce
    .number({ error: t.geenJaar })
    .int(t.geenJaar)
    .min(1000, t.geenJaar)
    .max(9999, t.geenJaar)
    .optional()
    .openapi({ description: t.jaar, example: 2023 }),
});

function voegIndicatorenToe(api: Api): void {
  voegRouteToe(
    api,
    {
      pad: '/indicatoren',
      naam: 'lijstIndicatoren',
      label: t.label,
      samenvatting: 'Indicatoren',
      plaats: geen,
      vraag: paginavraag,
      antwoord: Indicatorblad,
      omschrijving: t.indicatoren,
      gepagineerd: true,
    },
    async (c, _, v) => pagineer(c, (await alsLezer(c, listIndicatoren)).map(kopie), v),
  );
  voegRouteToe(
    api,
    {
      pad: '/indicatoren/{indicator}',
      naam: 'leesIndicator',
      label: t.label,
      samenvatting: 'Indicator',
      plaats: z.object({
        indicator: z.string().openapi({ description: t.indicatorcode, example: 'vt_meldingen' }),
      }),
      vraag: geen,
      antwoord: Indicator,
      omschrijving: t.indicator,
    },
    async (c, plaats) => {
      const gekozen = kiesIndicator(await alsLezer(c, listIndicatoren), plaats.indicator.slice(0, 100));
      return gekozen.ok ? kopie(gekozen.waarde) : weiger(c, 404, gekozen.weigering.melding ?? '');
    },
  );
}

/** Exactly the described fields, in their order. */
const kopie = (i: Parameters<typeof Indicator.parse>[0]) => Indicator.parse(i);

/** The catalogue, the observations and the releases, for programs. */
export function voegApiToe(api: Api): void {
  voegIndicatorenToe(api);
  voegPublicatiesToe(api);
  voegDocumentenToe(api);
  voegRouteToe(
    api,
    {
      pad: '/waarnemingen',
      naam: 'lijstWaarnemingen',
      label: t.label,
      samenvatting: 'Waarnemingen',
      plaats: geen,
      vraag: waarnemingvraag,
      antwoord: Waarnemingenblad,
      omschrijving: t.waarnemingen,
      gepagineerd: true,
    },
    async (c, _, v) => {
      const gekozen = await alsLezer(c, tx => kiesWaarnemingen(tx, v));
      if (!gekozen.ok) return weiger(c, 400, gekozen.weigering.melding ?? '');
      const uit = pagineer(c, gekozen.waarde, v);
      return uit instanceof Response ? uit : { ...uit, gegevens: uit.gegevens.map(waarnemingAntwoord) };
    },
  );
}
