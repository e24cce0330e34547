import { formatDag } from '#kern/datum/index.ts';
import { leesCasusstuk, leesMeldernaam } from '#modules/casus/index.ts';
import {
  type Adres,
  formatGeboortedatum,
  leesAdresstuk,
  leesGegevensstuk,
  listAdressen,
  listGeheimeAdressen,
  listPersonenVanDossier,
  type Persoon,
  volleNaam,
  waardeVan,
} from '#modules/gezin/index.ts';
import { type Actor, type Databank, metActor, type Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { type Inzagerecht, type Inzagerij, listDossierorganisaties, listZelfdeMens } from '../db/inzage.ts';
import type { Inzagestuk } from '../domain/inzage.ts';
import { type Lakstof, lakStuk } from '../domain/inzage-lakken.ts';
import { VAN_DE_REGIO } from '../domain/logboek-overzicht.ts';
import { lakmerk, stukteksten as t } from '../domain/teksten-inzage.ts';

/** Reads what must be taken out: names and places that nobody who carries out a request gets to see. */
export const LAKKER: Actor = { soort: 'stelsel', taak: 'inzage_lakken' };

const woorden = (a: Adres | null): string[] => (a ? [a.straat, a.plaats] : []);

async function leesPlaatsen(tx: Transactie, kluis: Kluis, persoon: string) {
  const gewoon = (await listAdressen(tx, kluis, persoon)).flatMap(a => woorden(a.adres));
  const geheim = (await listGeheimeAdressen(tx, kluis, persoon)).flatMap(a => woorden(a.adres));
  return { gewoon, geheim };
}

const namen = (p: Persoon): string => volleNaam(p.gegevens);

/**
 * Gathers, as the system and after the right was found, what may not be read by who gets the copy. What the person
 * knows of himself stays; a representative is another reader, for whom also where the person lives goes.
 */
export async function leesLakstof(
  d: { db: Databank; kluis: Kluis; vandaag: Temporal.PlainDate },
  r: Inzagerecht,
): Promise<Lakstof & { mensen: string[] }> {
  return metActor(d.db, LAKKER, d.vandaag, async tx => {
    const mensen = await listPersonenVanDossier(tx, d.kluis, r.dossier);
    const zelfde = new Set(await listZelfdeMens(tx, r.betrokkene));
    const stof = { eigen: [] as string[], anderen: [] as string[], geheim: [] as string[] };
    for (const p of mensen) {
      const zelf = zelfde.has(p.id);
      const plaatsen = await leesPlaatsen(tx, d.kluis, p.id);
      (zelf ? stof.eigen : stof.anderen).push(namen(p));
      (zelf && r.door === 'zelf' ? stof.eigen : stof.anderen).push(...plaatsen.gewoon);
      stof.geheim.push(...plaatsen.geheim);
    }
    stof.anderen.push(await leesMeldernaam(tx, d.kluis, r.dossier));
    const organisaties = await listDossierorganisaties(tx, r.dossier);
    const verraadt = organisaties.filter(o => o.id !== r.organisatie && !VAN_DE_REGIO.has(o.soort));
    return { ...stof, zinsdelen: verraadt.map(o => o.naam), mensen: mensen.map(p => p.id) };
  });
}

function gegevens(kluis: Kluis, rij: Inzagerij, r: Inzagerecht): string[] {
  const g = leesGegevensstuk(kluis, rij);
  const geboren = waardeVan(g.geboortedatum);
  const regel = (naam: string, waarde: string | null) => `${naam}: ${waarde || t.onbekend}`;
  const wie = [
    regel(t.naam, volleNaam(g)),
    regel(t.geboren, geboren ? formatGeboortedatum(geboren) : null),
    regel(t.geslacht, rij.nader),
  ];
  if (r.door !== 'zelf') return wie;
  return [...wie, regel(t.telefoon, waardeVan(g.telefoon)), regel(t.email, waardeVan(g.email))];
}

function adres(kluis: Kluis, rij: Inzagerij): string[] {
  const a = leesAdresstuk(kluis, rij);
  return a ? [`${a.straat} ${a.nummer}${a.toevoeging}, ${a.postcode} ${a.plaats}`.trim()] : [];
}

const dagVan = (iso: string): string => formatDag(Temporal.PlainDate.from(iso), 'nl');

/** That somebody lived in a household, and when. Who else did is of others, and is not read here at all. */
function huishouden(rij: Inzagerij): string[] {
  const tot = rij.inhoud.toString('utf8');
  return [
    t.rol(rij.nader ?? t.onbekend),
    tot === '' ? t.sinds(dagVan(rij.dag)) : t.vanTot(dagVan(rij.dag), dagVan(tot)),
    `${t.anderen}: ${lakmerk('privacy_ander')}`,
  ];
}

/** Opens one part as it would be given to this reader. */
export function opentStuk(kluis: Kluis, rij: Inzagerij, r: Inzagerecht, stof: Lakstof): Inzagestuk {
  const { soort, id, versie, dag, nader } = rij;
  const basis = { soort, id, versie, dag, nader };
  if (soort === 'persoon') return { ...basis, regels: gegevens(kluis, rij, r), weggelaten: 0 };
  if (soort === 'huishouden') return { ...basis, regels: huishouden(rij), weggelaten: 0 };
  if (soort === 'adres') return { ...basis, regels: adres(kluis, rij), weggelaten: 0 };
  const tekst = leesCasusstuk(kluis, { soort, id, versie, inhoud: rij.inhoud });
  if (tekst === null) return { ...basis, regels: [], weggelaten: 0 };
  const gelakt = lakStuk(tekst, stof);
  return { ...basis, regels: gelakt.tekst.split(/\r?\n/u), weggelaten: gelakt.weggelaten };
}
