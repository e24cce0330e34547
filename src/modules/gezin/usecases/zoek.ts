import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { selectAdressen } from '../db/adressen.ts';
import { selectPersonen } from '../db/personen.ts';
import { selectRadar, selectTreffers, type Treffer } from '../db/zoektermen.ts';
import {
  gewicht,
  isVoorstel,
  score,
  type Vergelijkbaar,
  vergelijk,
  vergelijkTermen,
} from '../domain/gelijkenis.ts';
import type { Persoon } from '../domain/persoon.ts';
import { sleutelVan, type Zoekterm, zoektermenVan } from '../domain/zoektermen.ts';
import { ACTIVITEIT, adresUit, blind, plek } from './geheim.ts';
import { openPersoon } from './persoon.ts';

/** A person who was found, with how well he fits; best first. */
export interface Vondst {
  readonly persoon: Persoon;
  /** Chance between 0 and 1 that this is who was asked for; not shown as a figure. */
  readonly score: number;
}

/** Terms that bring two records together. A year or a postcode alone is shared by too many to be a find. */
const ZWAK = new Set<Zoekterm['deel']>(['jaar', 'voorletter', 'postcode']);
const HOOGSTENS = 50;
const RADARTERMEN = 40;
const RADARTREFFERS = 20;

/** The terms of a question, and what each is once blinded. */
export function blindeVraag(kluis: Pick<Kluis, 'blindeIndex'>, vraag: Vergelijkbaar) {
  const termen = zoektermenVan(vraag);
  const sterk = termen.filter(t => !ZWAK.has(t.deel));
  const perTerm = new Map(termen.map(t => [blind(kluis, t).term.toString('base64'), t]));
  return { termen, sterk: sterk.map(t => blind(kluis, t).term), perTerm };
}

/** Most shared terms first; what shares only a given name comes last and falls off a long list. */
export function besteIds(
  treffers: readonly Pick<Treffer, 'persoon' | 'term'>[],
  perTerm: ReadonlyMap<string, Zoekterm>,
  aantal: number,
): string[] {
  const punten = new Map<string, number>();
  for (const t of treffers) {
    const deel = perTerm.get(t.term.toString('base64'))?.deel;
    const waard = deel === 'nummer' ? 20 : deel === 'dag' || deel === 'deur' ? 3 : 1;
    punten.set(t.persoon, (punten.get(t.persoon) ?? 0) + waard);
  }
  return [...punten]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, aantal)
    .map(([id]) => id);
}

/** The persons behind these ids as they are compared: with their open addresses. */
export async function leesVergelijkbaren(
  tx: Transactie,
  kluis: Kluis,
  ids: readonly string[],
): Promise<(Vergelijkbaar & { readonly persoon: Persoon })[]> {
  const adressen = (await selectAdressen(tx, { personen: ids })).filter(a => a.tot === null);
  return (await selectPersonen(tx, ids)).map(r => {
    const persoon = openPersoon(kluis, r);
    const eigen = adressen.filter(a => a.persoon === r.id);
    return {
      ...persoon,
      persoon,
      adressen: eigen.flatMap(a => adresUit(kluis.ontsleutelOfGewist(a.gegevens, plek.adres(a.id))) ?? []),
    };
  });
}

/**
 * Persons within the actor's own files who may be the one that is asked for, best first, at most fifty. Row security
 * gives no others, so that no count and no order tells of them. Asked for by whatever is known; the search is logged
 * with whom it showed, never with what was typed.
 */
export async function zoekPersonen(tx: Transactie, kluis: Kluis, vraag: Vergelijkbaar): Promise<Vondst[]> {
  const { sterk, perTerm } = blindeVraag(kluis, vraag);
  const treffers = sterk.length === 0 ? [] : await selectTreffers(tx, sterk);
  const kandidaten = await leesVergelijkbaren(tx, kluis, besteIds(treffers, perTerm, HOOGSTENS));
  const gewogen = kandidaten.map(k => {
    const patroon = vergelijk(vraag, k);
    return { persoon: k.persoon, score: score(patroon), gewicht: gewicht(patroon) };
  });
  await legVerwerkingVast(tx, {
    handeling: 'zoeken',
    soort: 'persoon',
    object: null,
    dossier: null,
    betrokkenen: gewogen.map(g => g.persoon.id),
    activiteit: ACTIVITEIT,
  });
  return gewogen
    .sort((a, b) => b.gewicht - a.gewicht || (a.persoon.id < b.persoon.id ? -1 : 1))
    .map(({ persoon, score: s }) => ({ persoon, score: s }));
}

/**
 * The radar of Veilig Thuis (Wmo 2015 art. 4.1.1 lid 2): which persons in the region are so alike that they are
 * probably the one asked for; ids only, at most twenty, best first. Nothing of them is read. The caller counts and
 * limits the search before (`toegang`), and says of each file no more than number, team and last day.
 */
export async function radar(
  tx: Transactie,
  kluis: Kluis,
  vraag: Vergelijkbaar,
): Promise<{ persoon: string; score: number }[]> {
  const { sterk, termen, perTerm } = blindeVraag(kluis, vraag);
  const gezocht = sterk.slice(0, RADARTERMEN);
  const treffers = gezocht.length === 0 ? [] : await selectRadar(tx, gezocht);
  const perPersoon = Map.groupBy(treffers, t => t.persoon);
  const gevonden = [...perPersoon].map(([persoon, rijen]) => {
    const gedeeld = rijen.flatMap(r => {
      const term = perTerm.get(r.term.toString('base64'));
      return term ? [`${term.soort}/${sleutelVan(term)}`] : [];
    });
    return { persoon, patroon: vergelijkTermen(termen, new Set(gedeeld)) };
  });
  const genoeg = gevonden
    .filter(g => isVoorstel(g.patroon))
    .map(g => ({ persoon: g.persoon, score: score(g.patroon) }));
  await legVerwerkingVast(tx, {
    handeling: 'zoeken',
    soort: 'radar',
    object: null,
    dossier: null,
    betrokkenen: genoeg.map(g => g.persoon),
    activiteit: 'radar',
  });
  return genoeg.sort((a, b) => b.score - a.score || (a.persoon < b.persoon ? -1 : 1)).slice(0, RADARTREFFERS);
}
