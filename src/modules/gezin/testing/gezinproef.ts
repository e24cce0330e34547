import { randomUUID } from 'node:crypto';
import { gelukt } from '#kern/resultaat/index.ts';
import { legDossierAan } from '#modules/toegang/index.ts';
import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import type { Adres } from '../domain/adres.ts';
import { bekend } from '../domain/graad.ts';
import { LEGE_GEGEVENS, type Persooninvoer, type Persoonsgegevens } from '../domain/persoon.ts';
import { legPersoonVast, metPersoonsleutels } from '../usecases/persoon.ts';

export type Mens = Actor & { soort: 'persoon' };

export const VANDAAG = Temporal.PlainDate.from('2026-11-22');
/** A scene starts no clock of notice: tests of the clock record people through the pages. */
export const VASTLEGGING = { vandaag: VANDAAG, demo: false, beginKennisgeving: async () => {} };

/** Details of an invented person, for tests. */
export function maakGegevens(
  voornamen: string,
  achternaam: string,
  meer: Partial<Persoonsgegevens> = {},
): Persoonsgegevens {
  return { ...LEGE_GEGEVENS, voornamen: bekend(voornamen), achternaam: bekend(achternaam), ...meer };
}

export function maakInvoer(gegevens: Persoonsgegevens, meer: Partial<Persooninvoer> = {}): Persooninvoer {
  return { gegevens, geslacht: 'onbekend', gemeente: null, bsn: null, ...meer };
}

export const VOORBEELDADRES: Adres = {
  straat: 'Voorbeeldstraat',
  nummer: '12',
  toevoeging: 'a',
  postcode: '1234 AB',
  plaats: 'Voorbeeldstad',
};

/** Lays files with people behind row security, by the same use cases as the house. */
export function maakGezinproef(db: Databank, kluis: Kluis) {
  const als = <T>(wie: Actor, werk: (tx: Transactie) => Promise<T>, dag = VANDAAG): Promise<T> =>
    metActor(db, wie, dag, werk);
  return {
    als,
    /** A file, laid down by `wie`, about these people. */
    async dossier(wie: Mens, organisatie: string, personen: readonly Persooninvoer[]) {
      const uit = await metPersoonsleutels(kluis, personen.length, sleutels =>
        als(wie, async tx => {
          const dossier = await legDossierAan(tx, {
            regio: 'kennemerland',
            organisatieId: organisatie,
            persoonId: wie.id,
            grond: 'wmo_veilig_thuis',
          });
          if (!dossier.ok) throw new Error(dossier.weigering.code);
          const ids: string[] = [];
          for (const [i, p] of personen.entries()) {
            const vast = { id: randomUUID(), sleutel: sleutels[i] ?? '', dossier: dossier.waarde };
            const r = await legPersoonVast(
              tx,
              kluis,
              { ...p, ...vast, regio: 'kennemerland', organisatie },
              VASTLEGGING,
            );
            if (!r.ok) throw new Error(JSON.stringify(r.weigering));
            ids.push(r.waarde.id);
          }
          return gelukt({ id: dossier.waarde, personen: ids });
        }),
      );
      if (!uit.ok) throw new Error('dossier niet aangelegd');
      return uit.waarde;
    },
  };
}
