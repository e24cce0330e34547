import { gelukt } from '#kern/resultaat/index.ts';
import { vindTeWeren } from '#modules/gezin/index.ts';
import type { Dossierlening } from '#modules/toegang/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { findTeWeren, listNummers } from '../db/dossiernummers.ts';
import { leesZaaknummer } from '../domain/zaaknummer.ts';
import { nummerindex } from './geheim.ts';
import { leesIdentiteit } from './vind.ts';

/** What this room lends to that of access: how files are called, to who may know it. */
export const maakDossierlening = (kluis: Kluis): Dossierlening => ({
  nummers: listNummers,
  vind: async (tx, tekst) => {
    const nummer = leesZaaknummer(tekst);
    return nummer === null ? null : findTeWeren(tx, nummerindex({ kluis }, nummer));
  },
  mensen: (wie, vandaag) => {
    const gelezen = leesIdentiteit(wie, vandaag);
    if (!gelezen.ok) return gelezen;
    return gelukt((tx, metHuishouden) => vindTeWeren(tx, kluis, gelezen.waarde, metHuishouden));
  },
});
