import { type Lidmaatschap, lidmaatschappen } from '#modules/toegang/index.ts';
import { type Ctx, nietGevondenPagina } from '#platform/http/index.ts';
import type { Regio } from '../domain/plaats.ts';
import { findRegio } from '../usecases/gegevensbestanden.ts';
import type { Inlezer } from '../usecases/lees-in.ts';

const INLEZERS = ['projectleider', 'datalab_analist'] as const;
const KIJKERS = [...INLEZERS, 'beleidsmedewerker'] as const;

function regiosMet(c: Ctx, rollen: readonly string[]): Regio[] {
  const ids = lidmaatschappen(c).flatMap(l => (rollen.includes(l.rol) && l.regio ? [l.regio] : []));
  return [...new Set(ids)].map(findRegio).filter(r => r !== null);
}

/** Regions whose internal figures the reader may see, at least for one municipality. */
export function kijkregios(c: Ctx): Regio[] {
  return regiosMet(c, KIJKERS);
}

/** Regions for which the reader may import. */
export function inleesregios(c: Ctx): Regio[] {
  return regiosMet(c, INLEZERS);
}

/** Who imports, for a region. */
export function inlezerVoor(c: Ctx, regio: string): Inlezer {
  const lid = lidmaatschappen(c).find(
    (l: Lidmaatschap) => l.regio === regio && INLEZERS.some(rol => rol === l.rol),
  );
  return {
    actor: c.get('actor'),
    organisatieId: lid?.organisatieId ?? null,
    vandaag: c.get('vandaag'),
    nu: c.get('nu'),
  };
}

/** Runs a page for who works with figures; for others it does not exist. */
export function metKijkrecht(
  c: Ctx,
  werk: (regios: Regio[]) => Promise<Response>,
): Response | Promise<Response> {
  const regios = kijkregios(c);
  return regios.length === 0 ? nietGevondenPagina(c) : werk(regios);
}

/** Runs a page for who may import; for others it does not exist. */
export function metInleesrecht(
  c: Ctx,
  werk: (regios: Regio[]) => Promise<Response>,
): Response | Promise<Response> {
  const regios = inleesregios(c);
  return regios.length === 0 ? nietGevondenPagina(c) : werk(regios);
}
