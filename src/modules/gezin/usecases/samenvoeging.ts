import { randomUUID } from 'node:crypto';
import {
  gelukt,
  geweigerd,
  nietGevonden,
  type Result,
  type Weigering,
  weigering,
} from '#kern/resultaat/index.ts';
import { legVerwerkingVast } from '#modules/toegang/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import type { Kluis } from '#platform/kluis/index.ts';
import { selectRechten } from '../db/rechten.ts';
import {
  insertSamenvoeging,
  type Samenvoegingrij,
  selectSamenvoegingen,
  updateTeruggedraaid,
} from '../db/samenvoegingen.ts';
import { selectTreffers } from '../db/zoektermen.ts';
import { isVoorstel, type Patroon, score, vergelijk } from '../domain/gelijkenis.ts';
import type { Persoon } from '../domain/persoon.ts';
import { SAMENVOEGFOUTEN } from '../domain/teksten.ts';
import { ACTIVITEIT } from './geheim.ts';
import { besteIds, blindeVraag, leesVergelijkbaren } from './zoek.ts';

/** Somebody who is probably the same person, with what agrees and what was decided about it. */
export interface Voorstel {
  readonly ander: Persoon;
  readonly score: number;
  readonly patroon: Patroon;
  /** The last decision; null when nobody decided yet. */
  readonly besluit: Samenvoegingrij | null;
}

const HOOGSTENS = 50;

const raakt = (s: Samenvoegingrij, a: string, b: string): boolean =>
  (s.blijft === a && s.opgegaan === b) || (s.blijft === b && s.opgegaan === a);

async function vergelijkMetAnderen(tx: Transactie, kluis: Kluis, id: string) {
  const [zelf] = await leesVergelijkbaren(tx, kluis, [id]);
  if (!zelf) return null;
  const { sterk, perTerm } = blindeVraag(kluis, zelf);
  const treffers = (sterk.length === 0 ? [] : await selectTreffers(tx, sterk)).filter(t => t.persoon !== id);
  const anderen = await leesVergelijkbaren(tx, kluis, besteIds(treffers, perTerm, HOOGSTENS));
  const gewogen = anderen.map(a => {
    const patroon = vergelijk(zelf, a);
    return { ander: a.persoon, patroon, score: score(patroon) };
  });
  return { zelf: zelf.persoon, gewogen };
}

/**
 * Who, of the people whom the actor sees, is probably the same as this one: proposals of the house, to be decided by
 * a human. Decisions that were taken stay in the list, also when the two no longer look alike. Null for who may not
 * see the person.
 */
export async function listVoorstellen(tx: Transactie, kluis: Kluis, id: string): Promise<Voorstel[] | null> {
  const uit = await vergelijkMetAnderen(tx, kluis, id);
  if (!uit) return null;
  const besluiten = await selectSamenvoegingen(tx, [id]);
  const gekend = new Set(uit.gewogen.map(g => g.ander.id));
  const verder = besluiten.map(b => (b.blijft === id ? b.opgegaan : b.blijft)).filter(a => !gekend.has(a));
  const [zelf] = await leesVergelijkbaren(tx, kluis, [id]);
  const oud = (await leesVergelijkbaren(tx, kluis, [...new Set(verder)])).flatMap(a => {
    const patroon = zelf ? vergelijk(zelf, a) : null;
    return patroon ? [{ ander: a.persoon, patroon, score: score(patroon) }] : [];
  });
  const lijst = [...uit.gewogen, ...oud]
    .map(g => ({ ...g, besluit: besluiten.find(b => raakt(b, id, g.ander.id)) ?? null }))
    .filter(g => g.besluit !== null || isVoorstel(g.patroon))
    .sort((a, b) => b.score - a.score || (a.ander.id < b.ander.id ? -1 : 1));
  await log(tx, 'zoeken', null, [id, ...lijst.map(v => v.ander.id)]);
  return lijst;
}

function log(
  tx: Transactie,
  handeling: 'zoeken' | 'wijzigen',
  object: string | null,
  betrokkenen: readonly string[],
): Promise<void> {
  return legVerwerkingVast(tx, {
    handeling,
    soort: 'samenvoeging',
    object,
    dossier: null,
    betrokkenen,
    activiteit: ACTIVITEIT,
  });
}

async function magBeide(tx: Transactie, a: string, b: string): Promise<boolean> {
  const rechten = await selectRechten(tx, [a, b]);
  return [a, b].every(id => rechten.some(r => r.id === id && r.aanvullen));
}

/**
 * A human says whether two records are of one person. Confirming hides nothing and moves nothing: both records stay
 * as they were, and the one refers to the other. Refuses `niet_gevonden` (also when the house did not propose it: an
 * id from elsewhere is no proposal), `al_samengevoegd` and `niet_vastgelegd`.
 */
export async function beslisSamenvoeging(
  tx: Transactie,
  kluis: Kluis,
  b: { blijft: string; opgegaan: string; besluit: 'bevestigd' | 'afgewezen' },
): Promise<Result<{ id: string }, Weigering>> {
  if (b.blijft === b.opgegaan || !(await magBeide(tx, b.blijft, b.opgegaan)))
    return geweigerd(nietGevonden());
  const voorstel = (await listVoorstellen(tx, kluis, b.blijft))?.find(v => v.ander.id === b.opgegaan);
  if (!voorstel) return geweigerd(nietGevonden());
  const lopend = (await selectSamenvoegingen(tx, [b.blijft, b.opgegaan])).filter(
    s => s.stand === 'bevestigd',
  );
  // One step deep: a record refers to one that stands by itself, and nobody refers to one that refers on.
  const dieper = lopend.some(
    s => s.opgegaan === b.blijft || s.opgegaan === b.opgegaan || s.blijft === b.opgegaan,
  );
  if (dieper) return geweigerd(weigering('al_samengevoegd', SAMENVOEGFOUTEN.al_samengevoegd));
  const id = randomUUID();
  const rij = { ...b, id, score: voorstel.score, stand: b.besluit };
  // Of a merge in a file that is not the actor's he learns nothing: this answer names no reason.
  if (!(await insertSamenvoeging(tx, rij))) {
    return geweigerd(weigering('niet_vastgelegd', SAMENVOEGFOUTEN.niet_vastgelegd));
  }
  await log(tx, 'wijzigen', id, [b.blijft, b.opgegaan]);
  return gelukt({ id });
}

/** Undoes a merge: both records stand by themselves again, as they were. Refuses `niet_gevonden`. */
export async function draaiSamenvoegingTerug(
  tx: Transactie,
  s: { id: string; persoon: string },
): Promise<Result<null, Weigering>> {
  const rij = (await selectSamenvoegingen(tx, [s.persoon])).find(x => x.id === s.id);
  if (!rij || !(await magBeide(tx, rij.blijft, rij.opgegaan))) return geweigerd(nietGevonden());
  if (!(await updateTeruggedraaid(tx, s.id))) {
    return geweigerd(weigering('al_teruggedraaid', SAMENVOEGFOUTEN.al_teruggedraaid));
  }
  await log(tx, 'wijzigen', s.id, [rij.blijft, rij.opgegaan]);
  return gelukt(null);
}
