import { type Api, bladVan, paginavraag, pagineer, voegRouteToe, weiger, z } from '#platform/http/api.ts';
import { alsLezer } from '#platform/http/index.ts';
import { DOCUMENTSOORTEN } from '../domain/documentsjabloon.ts';
import { findRegio, listRegios } from '../usecases/gegevensbestanden.ts';
import { type Documentregel, listVasteDocumenten } from '../usecases/lees-document.ts';
import { apiTeksten as t } from './teksten.ts';

/** A fixed document: where it is read, from which template and on which releases. */
export const Document = z
  .object({
    code: z.string().openapi({ description: t.documentcode }),
    regio: z.string(),
    soort: z.enum(DOCUMENTSOORTEN),
    taal: z.enum(['nl', 'en']),
    titel: z.string(),
    periode: z.string().openapi({ description: t.periodecode }),
    gemeente: z.string().nullable().openapi({ description: t.documentgemeente }),
    sjabloon: z.object({ code: z.string(), versie: z.int() }),
    toestand: z.enum(['vastgesteld', 'ingetrokken']),
    leesbaar: z.boolean().openapi({ description: t.leesbaar }),
    vastgesteld: z.iso.datetime().nullable(),
    zegel: z.string().openapi({ description: t.zegel }),
    pad: z.string().openapi({ description: t.documentpad }),
    publicaties: z.array(z.object({ code: z.string(), ingetrokken: z.boolean() })),
  })
  .openapi('Document');
const Documentblad = bladVan(Document, 'Documentblad');

const vraag = paginavraag.extend({
  regio: z
    .string()
    .max(100, t.teLang)
    .optional()
    .openapi({ description: t.documentregio, example: 'kennemerland' }),
});

function antwoordVan({ document: d, publicaties }: Documentregel) {
  return {
    code: d.code,
    regio: d.regio,
    soort: d.soort,
    taal: d.taal,
    titel: d.titel,
    periode: d.periode,
    gemeente: d.gemeente,
    sjabloon: { code: d.sjabloon, versie: d.sjabloonversie },
    toestand: d.toestand === 'ingetrokken' ? ('ingetrokken' as const) : ('vastgesteld' as const),
    leesbaar: d.toestand === 'vastgesteld' && publicaties.every(p => !p.ingetrokken),
    vastgesteld: d.vastgesteld,
    zegel: d.zegel,
    pad: `/regio/${d.regio}/documenten/${d.code}`,
    publicaties: publicaties.map(p => ({ code: p.code, ingetrokken: p.ingetrokken })),
  };
}

/** The fixed documents, for programs. Drafts are not in it, whoever asks. */
export function voegDocumentenToe(api: Api): void {
  voegRouteToe(
    api,
    {
      pad: '/documenten',
      naam: 'lijstDocumenten',
      label: t.label,
      samenvatting: 'Documenten',
      plaats: z.object({}),
      vraag,
      antwoord: Documentblad,
      omschrijving: t.documenten,
      gepagineerd: true,
    },
    async (c, _, v) => {
      const regio = v.regio === undefined ? null : findRegio(v.regio);
      if (v.regio !== undefined && !regio) return weiger(c, 400, t.geenRegio);
      const regios = regio ? [regio.id] : listRegios().map(r => r.id);
      const uit = pagineer(c, await alsLezer(c, tx => listVasteDocumenten(tx, regios)), v);
      return uit instanceof Response ? uit : { ...uit, gegevens: uit.gegevens.map(antwoordVan) };
    },
  );
}
