import { alsLezer, type Ctx } from '#platform/http/index.ts';
import { catalogusgraaf, publicatiegraaf } from '../../domain/dcat.ts';
import type { Regio } from '../../domain/plaats.ts';
import { listDefinities } from '../../usecases/lees-cijfers.ts';
import { listVindbaar } from '../../usecases/lees-publicatie.ts';
import {
  BESCHRIJVINGSVORMEN,
  type Beschrijvingsvorm,
  dcatgrond,
  stuurBeschrijving,
} from '../publicatie-dcat.ts';
import { publicatieteksten } from '../teksten-publicatie.ts';
import { onbekend } from '../vraag.ts';

const lees = (c: Ctx, regio: Regio) =>
  alsLezer(c, async tx => ({
    lijst: await listVindbaar(tx, regio.id),
    grond: dcatgrond(c, regio, await listDefinities(tx)),
  }));

/** The catalogue of a region, for catalogues of data. A region that published nothing has none. */
export async function catalogusbeschrijving(c: Ctx, regio: Regio): Promise<Response> {
  const vorm = BESCHRIJVINGSVORMEN.find(v => c.req.path.endsWith(`.${v}`)) ?? 'ttl';
  const { lijst, grond } = await lees(c, regio);
  if (lijst.length === 0) return onbekend(c, publicatieteksten[c.get('taal')].geenCatalogus, regio);
  return stuurBeschrijving(c, catalogusgraaf(grond, lijst), vorm);
}

/** The description of one release, also of a withdrawn one. */
export async function publicatiebeschrijving(
  c: Ctx,
  regio: Regio,
  code: string,
  vorm: Beschrijvingsvorm,
): Promise<Response> {
  const { lijst, grond } = await lees(c, regio);
  const gevonden = lijst.find(v => v.publicatie.code === code);
  if (!gevonden) return onbekend(c, publicatieteksten[c.get('taal')].onbekend, regio);
  return stuurBeschrijving(c, publicatiegraaf(grond, gevonden), vorm);
}
