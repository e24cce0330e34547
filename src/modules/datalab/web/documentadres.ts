import { basisUrlVan } from '#platform/config/index.ts';
import type { Ctx } from '#platform/http/index.ts';
import type { Opsteller } from '../usecases/documentstof.ts';
import { stelDocumentOp } from './documentbrief.ts';
import { paden } from './paths.ts';

/** How documents are made for this site: notes point to the permanent addresses of their releases here. */
export const opstellerVan =
  (c: Ctx): Opsteller =>
  (stof, vastgesteld) =>
    stelDocumentOp(
      stof,
      vastgesteld,
      p => `${basisUrlVan(c.get('diensten').instellingen)}${paden.publicatie(p.regio, p.code)}`,
    );
