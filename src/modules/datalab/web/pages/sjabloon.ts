import { maakXlsx } from '#platform/documenten/index.ts';
import { alsLezer, type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import type { Indicator } from '../../domain/indicator.ts';
import {
  bijdraagkolommen,
  indicatorkolommen,
  SJABLONEN,
  type Sjabloon,
  sjabloonVan,
} from '../../domain/sjabloon.ts';
import { listDefinities } from '../../usecases/lees-cijfers.ts';
import { werk } from '../teksten-werk.ts';

const SOORT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a column holds: the definition of its indicator, or how to fill it. */
function uitleg(kolom: string, definities: readonly Indicator[]): [string, string, string] {
  const [code = '', versie] = kolom.split(' versie ');
  const i = definities.find(
    d => d.code === code && (versie === undefined ? d.gangbaar : d.definitieversie === Number(versie)),
  );
  return [kolom, i?.naam.nl ?? '', i ? `${i.definitie.nl} Eenheid: ${i.eenheid}.` : ''];
}

function bladen(s: Sjabloon, definities: readonly Indicator[]) {
  const t = werk.sjabloonUitleg;
  return [
    { naam: s.code, kolommen: s.kolommen, rijen: [] },
    {
      naam: t.blad,
      kolommen: [t.kolom, t.naam, t.wat],
      rijen: [
        ['gemeente', t.gemeente, t.gemeenteUitleg],
        ['periode', t.periode, t.periodeUitleg],
        ['voorlopig', t.voorlopig, t.voorlopigUitleg],
        ...indicatorkolommen(s).map(k => uitleg(k, definities)),
        ['opmerking', t.opmerking, t.opmerkingUitleg],
        [s.kolommen.at(-1) ?? '', t.merk, t.merkUitleg],
        ...bijdraagkolommen(s).map(k => [k, t.bijdragers, t.bijdragersUitleg(k.split(': ')[1] ?? '')]),
      ],
    },
  ];
}

/** A spreadsheet of a fixed shape to fill in, with an explanation of each column on a second sheet. */
export async function sjabloonBestand(c: Ctx): Promise<Response> {
  const code = SJABLONEN.find(s => `${s}.xlsx` === c.req.param('sjabloon'));
  if (!code) return nietGevondenPagina(c);
  const definities = await alsLezer(c, listDefinities);
  const inhoud = await maakXlsx(bladen(sjabloonVan(code), definities));
  return c.body(new Uint8Array(inhoud), 200, {
    'content-type': SOORT,
    'content-disposition': `attachment; filename="sjabloon-${code}.xlsx"`,
    'cache-control': 'private, no-store',
  });
}
