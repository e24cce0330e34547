import {
  bekend,
  LEGE_GEGEVENS,
  listPersonenVanDossiers,
  ONBEKEND,
  parseGeboortedatum,
  volleNaam,
  zoekPersonen,
  zonderDubbelen,
} from '#modules/gezin/index.ts';
import { betrokkenhedenVanPersoon, legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { findOpNummer, type Lijstvraag, listCasussen } from '../db/casussen.ts';
import type { Casus } from '../domain/casus.ts';
import { leesZaaknummer } from '../domain/zaaknummer.ts';
import { alsActor, type Doen, verwerking } from './doen.ts';
import { nummerindex } from './geheim.ts';

export const PER_BLAD = 20;

/** A file on the reader's list, with whom it is about. */
export interface Lijstregel extends Casus {
  mensen: string[];
}
export interface Casuslijst {
  rijen: Lijstregel[];
  totaal: number;
}

async function metMensen(tx: Transactie, d: Doen, rijen: readonly Casus[]): Promise<Lijstregel[]> {
  const personen = await listPersonenVanDossiers(
    tx,
    d.kluis,
    rijen.map(c => c.id),
  );
  return rijen.map(c => {
    const mensen = zonderDubbelen(personen.get(c.id) ?? []);
    return { ...c, mensen: mensen.map(p => volleNaam(p.gegevens)) };
  });
}

/** The reader's own files: of no others does a row, a count or a page number tell. */
export function leesLijst(d: Doen, v: Omit<Lijstvraag, 'alleen'>, blad: number): Promise<Casuslijst> {
  return alsActor(d, async tx => {
    const gevonden = await listCasussen(
      tx,
      { ...v, alleen: null },
      { vanaf: (blad - 1) * PER_BLAD, aantal: PER_BLAD },
    );
    await legVerwerkingVast(tx, verwerking('lijst', 'casus', null));
    return { rijen: await metMensen(tx, d, gevonden.rijen), totaal: gevonden.totaal };
  });
}

export interface Zoekvraag {
  nummer: string;
  voornaam: string;
  achternaam: string;
  geboren: string;
}

/** Nothing that can be searched for was filled in, or what was filled in cannot be read. */
export type Zoekgebrek = 'leeg' | 'nummer' | 'geboren';

/**
 * Finds among the reader's own files, by case number or by name and date of birth. What is asked for stays out of the
 * address and out of the log.
 */
export async function zoekEigen(
  d: Doen,
  v: Zoekvraag,
): Promise<{ ok: true; lijst: Casuslijst } | { ok: false; gebrek: Zoekgebrek }> {
  const [nr, voornaam, achternaam, geboren] = [v.nummer, v.voornaam, v.achternaam, v.geboren].map(w =>
    w.trim(),
  );
  if (!nr && !voornaam && !achternaam && !geboren) return { ok: false, gebrek: 'leeg' };
  const nummer = nr ? leesZaaknummer(nr) : null;
  if (nr && !nummer) return { ok: false, gebrek: 'nummer' };
  const datum = geboren ? parseGeboortedatum(geboren, d.vandaag) : null;
  if (datum && !datum.ok) return { ok: false, gebrek: 'geboren' };
  const lijst = await alsActor(d, async tx => {
    const ids = nummer
      ? [await findOpNummer(tx, nummerindex(d, nummer))].filter(id => id !== null)
      : await vindOpNaam(tx, d, {
          ...LEGE_GEGEVENS,
          voornamen: voornaam ? bekend(voornaam) : ONBEKEND,
          achternaam: achternaam ? bekend(achternaam) : ONBEKEND,
          geboortedatum: datum?.ok ? bekend(datum.waarde) : ONBEKEND,
        });
    if (nummer) await legVerwerkingVast(tx, verwerking('zoeken', 'casus', ids[0] ?? null));
    const vraag = { stand: null, fase: null, taak: null, alleen: ids };
    const gevonden = await listCasussen(tx, vraag, { vanaf: 0, aantal: PER_BLAD });
    return { rijen: await metMensen(tx, d, gevonden.rijen), totaal: gevonden.totaal };
  });
  return { ok: true, lijst };
}

async function vindOpNaam(tx: Transactie, d: Doen, gegevens: typeof LEGE_GEGEVENS): Promise<string[]> {
  const vraag = { gegevens, geslacht: 'onbekend' as const, adressen: [], bsn: null };
  const vondsten = await zoekPersonen(tx, d.kluis, vraag);
  const personen = vondsten.slice(0, PER_BLAD).map(v => v.persoon.id);
  const perPersoon = Map.groupBy(await betrokkenhedenVanPersoon(tx, ...personen), b => b.betrokkene);
  return [...new Set(personen.flatMap(id => (perPersoon.get(id) ?? []).map(b => b.dossier)))];
}
