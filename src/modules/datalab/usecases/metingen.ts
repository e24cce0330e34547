import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import { actorTekst, type Transactie } from '#platform/db/index.ts';
import { listDefinities } from '../db/indicator-opslag.ts';
import {
  findMeting as findUitOpslag,
  legVast,
  listMetingwaarnemingen,
  listMetingen as listUitOpslag,
  volgendNummer,
} from '../db/meting-opslag.ts';
import type { Indicator } from '../domain/indicator.ts';
import { type Meting, type Metingsoort, metingslug } from '../domain/meting.ts';
import type { Waarneming } from '../domain/waarneming.ts';
import type { Inlezer } from './lees-in.ts';

/** Measurements of a region, newest year first. */
export function listMetingen(tx: Transactie, regio: string): Promise<Meting[]> {
  return listUitOpslag(tx, regio);
}

/** A measurement with those of its figures that this reader may see, and the definitions they were counted under. */
export async function findMeting(
  tx: Transactie,
  regio: string,
  slug: string,
): Promise<{ meting: Meting; waarnemingen: Waarneming[]; definities: Indicator[] } | null> {
  const meting = await findUitOpslag(tx, regio, slug);
  if (!meting) return null;
  const waarnemingen = await listMetingwaarnemingen(tx, meting.id);
  return { meting, waarnemingen, definities: await listDefinities(tx) };
}

/**
 * Lays down a measurement of a region: every figure over the year, as known at the end of a day. Refuses one without a
 * figure. Gives its name in the address. Who may not is stopped by row security.
 */
export async function stelMetingVast(
  tx: Transactie,
  v: { regio: string; soort: Metingsoort; jaar: number; bekendOp: Temporal.PlainDate },
  wie: Inlezer,
): Promise<Result<string, Weigering<'geen_cijfers'>>> {
  const volgnummer = await volgendNummer(tx, v.regio, v.soort, v.jaar);
  const slug = metingslug(v.soort, v.jaar, volgnummer);
  const meting = { ...v, slug, volgnummer, bekendOp: v.bekendOp.toString() };
  const aantal = await legVast(tx, meting, { door: actorTekst(wie.actor), nu: wie.nu });
  if (aantal === 0) {
    return geweigerd(
      weigering('geen_cijfers', `Over ${v.jaar} was op die dag geen enkel cijfer van deze regio bekend.`),
    );
  }
  await logGebruik(tx, {
    handeling: 'cijfers.vaststellen',
    soort: 'meting',
    object: slug,
    uitkomst: 'toegestaan',
    details: { aantal },
  });
  return gelukt(slug);
}
