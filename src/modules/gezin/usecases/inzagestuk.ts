import type { Kluis } from '#platform/kluis/index.ts';
import type { Adres } from '../domain/adres.ts';
import type { Persoonsgegevens } from '../domain/persoon.ts';
import { adresUit, gegevensUit, plek } from './geheim.ts';

/** Details of a person that the room of privacy found for a request, on a right of its own. */
export const leesGegevensstuk = (kluis: Kluis, s: { id: string; inhoud: Buffer }): Persoonsgegevens =>
  gegevensUit(kluis.ontsleutelOfGewist(s.inhoud, plek.gegevens(s.id)));

/** An address that is not secret, found likewise; null when it was destroyed. */
export const leesAdresstuk = (kluis: Kluis, s: { id: string; inhoud: Buffer }): Adres | null =>
  adresUit(kluis.ontsleutelOfGewist(s.inhoud, plek.adres(s.id)));
