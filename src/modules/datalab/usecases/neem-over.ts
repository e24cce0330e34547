import { randomUUID } from 'node:crypto';
import { gelukt, geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import { logGebruik } from '#platform/audit/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  listAlleOvernamen,
  listOvernamen,
  listOverneembaar,
  listOverneembronnen,
  maakOvername,
  type Overneembron,
  type Overneemcel,
  vervang,
} from '../db/overname-opslag.ts';
import {
  findPublicatie,
  isCodeVrij,
  listCellen,
  wachtOpPublicatiebeurt,
  zetToestand,
} from '../db/publicatie-opslag.ts';
import { slugVan } from '../domain/gemeente.ts';
import { zegelVan } from './keur-publicatie.ts';
import { overnameteksten as t } from './teksten-overname.ts';

/** What is there to take over, and what of it was. */
export interface Overneemaanbod extends Overneembron {
  readonly cijfers: number;
  /** `nieuw`: never taken over; `herzien`: the source prints something else now; `bij`: as in print. */
  readonly stand: 'nieuw' | 'herzien' | 'bij';
}

const LANGSTE_CODE = 55;

const sleutel = (c: Pick<Overneemcel, 'indicator' | 'definitieversie' | 'plaats' | 'van' | 'tot'>): string =>
  [c.indicator, c.definitieversie, c.plaats, c.van, c.tot].join('|');
const inhoud = (cellen: readonly Omit<Overneemcel, 'stap'>[]): string =>
  JSON.stringify(cellen.map(c => [sleutel(c), c.getoond, c.aard]));

/** Public sources of regions with what was taken over of each. */
export async function listOverneemaanbod(
  tx: Transactie,
  regios: readonly string[],
): Promise<Overneemaanbod[]> {
  const uit: Overneemaanbod[] = [];
  for (const bron of await listOverneembronnen(tx, regios)) {
    const cellen = await listOverneembaar(tx, bron.regio, bron.id);
    const eigen = (await listOvernamen(tx, bron.regio, bron.id)).find(o => o.bron === bron.id);
    const stand = !eigen
      ? 'nieuw'
      : inhoud(await listCellen(tx, eigen.id)) === inhoud(cellen)
        ? 'bij'
        : 'herzien';
    if (cellen.length > 0) uit.push({ ...bron, cijfers: cellen.length, stand });
  }
  return uit;
}

async function vrijeCode(tx: Transactie, regio: string, titel: string): Promise<string> {
  // Whole words: an address is read out and written down.
  const woorden = slugVan(titel);
  const kort =
    woorden.length <= LANGSTE_CODE ? woorden : woorden.slice(0, LANGSTE_CODE + 1).replace(/-[^-]*$/, '');
  const basis = `overgenomen-${kort.slice(0, LANGSTE_CODE) || 'bron'}`;
  for (let n = 1; ; n++) {
    const code = n === 1 ? basis : `${basis}-${n}`;
    if (await isCodeVrij(tx, regio, code)) return code;
  }
}

async function maak(
  tx: Transactie,
  bron: Overneembron,
  cellen: readonly Overneemcel[],
  nu: Temporal.Instant,
): Promise<string> {
  const id = randomUUID();
  const stap = Math.max(0, ...cellen.map(c => c.stap ?? 0));
  await maakOvername(tx, {
    id,
    regio: bron.regio,
    code: await vrijeCode(tx, bron.regio, bron.titel),
    titel: bron.titel.length < 3 ? t.titel(bron.titel) : bron.titel.slice(0, 160),
    toelichting: t.toelichting(bron.titel, bron.van, bron.datum),
    bron: bron.id,
    basis: Math.max(2, stap),
  });
  const p = await findPublicatie(tx, id, true);
  if (!p) throw new Error('a release that was just made is not there');
  const zegel = zegelVan(p, await listCellen(tx, id));
  await zetToestand(tx, id, { naar: 'gepubliceerd', zegel, gepubliceerd: nu });
  await logGebruik(tx, {
    handeling: 'publicatie.overnemen',
    soort: 'publicatie',
    object: id,
    uitkomst: 'toegestaan',
    details: { aantal: cellen.length, zegel },
  });
  return id;
}

/**
 * Puts what a public source prints of a region in print as it stands, marked as taken over and not protected. When that is
 * in print already nothing happens; when the source prints something else now, the new release takes the place of the old
 * one, which stays at its address and says so. So does a source of the same title and publisher, when it has every figure
 * of the old one. Nothing left in the source: what was taken over is withdrawn. Gives the id of what stands, or null.
 */
export async function neemOver(
  tx: Transactie,
  v: { regio: string; bron: string },
  nu: Temporal.Instant,
): Promise<Result<string | null, Weigering>> {
  await wachtOpPublicatiebeurt(tx, v.regio);
  const staan = await listOvernamen(tx, v.regio, v.bron);
  const cellen = await listOverneembaar(tx, v.regio, v.bron);
  const eigen = staan.find(o => o.bron === v.bron);
  if (cellen.length === 0) {
    if (eigen) await zetToestand(tx, eigen.id, { naar: 'ingetrokken', ingetrokken: nu, reden: t.weg });
    return gelukt(null);
  }
  if (eigen && inhoud(await listCellen(tx, eigen.id)) === inhoud(cellen)) return gelukt(eigen.id);
  const bron = (await listOverneembronnen(tx, [v.regio])).find(b => b.id === v.bron);
  if (!bron) return geweigerd(nietGevonden());
  const id = await maak(tx, bron, cellen, nu);
  const heeft = new Set(cellen.map(sleutel));
  for (const oud of staan) {
    const alles = oud === eigen || (await listCellen(tx, oud.id)).every(c => heeft.has(sleutel(c)));
    if (alles) await vervang(tx, oud.id, id);
  }
  return gelukt(id);
}

/**
 * Lets what was taken over follow its source after figures came in or went: of these sources, and of those that have their
 * title and publisher. What was never taken over stays as it is.
 */
export async function volgBronnen(
  tx: Transactie,
  regio: string,
  bronnen: readonly string[],
  nu: Temporal.Instant,
): Promise<void> {
  for (const bron of bronnen) {
    const staan = await listOvernamen(tx, regio, bron);
    if (staan.length === 0) continue;
    const heeft = new Set((await listOverneembaar(tx, regio, bron)).map(sleutel));
    let volgt = staan.some(o => o.bron === bron);
    for (const o of staan) volgt ||= (await listCellen(tx, o.id)).every(c => heeft.has(sleutel(c)));
    if (volgt) await neemOver(tx, { regio, bron }, nu);
  }
}

/** The same for all that was ever taken over, after the figures that are shipped were brought. */
export async function volgAlleBronnen(tx: Transactie, nu: Temporal.Instant): Promise<void> {
  for (const o of await listAlleOvernamen(tx)) await neemOver(tx, { regio: o.regio, bron: o.bron }, nu);
}
