import { geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import {
  type Collega,
  type Doel,
  geefRelatie,
  legVerwerkingVast,
  listCollegas,
  listRelaties,
  namenVan,
  type Relatie,
  sluitRelatie,
} from '#modules/toegang/index.ts';
import { findWerkregel, kentPolitiegrond, listWerkvoorraad, type Werkregel } from '../db/vinden.ts';
import { alsActor, type Doen, kenmerk, Teruggedraaid, verwerking, weiger } from './doen.ts';
import { PER_BLAD } from './lijst.ts';

export type { Werkregel } from '../db/vinden.ts';

export interface Werkvoorraad {
  rijen: Werkregel[];
  totaal: number;
}

/** The work of a team leader: numbers and dates, no name and no content; null for who is none. */
export async function leesWerkvoorraad(
  d: Doen,
  stand: 'open' | 'gesloten' | null,
  blad: number,
): Promise<Werkvoorraad | null> {
  if (!d.lidmaatschappen.some(l => l.rol === 'teamleider')) return null;
  return alsActor(d, async tx => {
    await legVerwerkingVast(tx, verwerking('lijst', 'werkvoorraad', null));
    return listWerkvoorraad(tx, stand, { vanaf: (blad - 1) * PER_BLAD, aantal: PER_BLAD });
  });
}

/** One file to give out: who has it now, and who could. */
export interface Verdeelblad {
  regel: Werkregel;
  relaties: (Relatie & { naam: string })[];
  collegas: Collega[];
}

/** Refuses `niet_gevonden` for what is not his to give out, along one way. */
export async function leesVerdeling(d: Doen, id: string): Promise<Result<Verdeelblad, Weigering>> {
  const blad = await alsActor(d, async tx => {
    const regel = await findWerkregel(tx, kenmerk(id));
    if (!regel) return null;
    const relaties = await listRelaties(tx, regel.id);
    const namen = await namenVan(
      tx,
      d.kluis,
      relaties.map(r => r.persoonId),
    );
    await legVerwerkingVast(tx, verwerking('inzien', 'relatie', regel.id, { object: regel.id }));
    const zelf = d.actor.soort === 'persoon' ? d.actor.id : '';
    return {
      regel,
      relaties: relaties.map(r => ({ ...r, naam: namen.get(r.persoonId) ?? '' })),
      collegas: (await listCollegas(tx, d.kluis)).filter(c => c.persoonId !== zelf),
    };
  });
  if (blad) return { ok: true, waarde: blad };
  return weiger(d, verwerking('inzien', 'relatie', kenmerk(id), { object: kenmerk(id) }));
}

export interface Toewijzing {
  /** Person and organisation as one choice of the form. */
  collega: string;
  doel: Doel;
  grond: string;
}

const BIJZONDER: readonly Doel[] = ['melder', 'geheim_adres', 'politie'];

/** Runs one act on access; what it refuses is undone and, when it was not his, logged. */
async function doe<T>(
  d: Doen,
  id: string,
  handeling: 'toegang_geven' | 'toegang_nemen',
  werk: Parameters<typeof alsActor<Result<T>>>[1],
): Promise<Result<T>> {
  try {
    return await alsActor(d, async tx => {
      const uit = (await findWerkregel(tx, kenmerk(id))) ? await werk(tx) : geweigerd(nietGevonden());
      if (!uit.ok) throw new Teruggedraaid(uit.weigering);
      return uit;
    });
  } catch (e) {
    if (!(e instanceof Teruggedraaid)) throw e;
    if (e.weigering.code !== 'niet_gevonden') return geweigerd(e.weigering);
    return weiger(d, verwerking(handeling, 'relatie', kenmerk(id)));
  }
}

/**
 * Gives a colleague access to a file that the actor gives out; never himself. Refusals as of `geefRelatie`, and police
 * information only in a file whose task has a ground for it.
 */
export function wijsToe(d: Doen, id: string, t: Toewijzing): Promise<Result<string>> {
  const [persoonId = '', organisatieId = ''] = t.collega.split('|');
  return doe(d, id, 'toegang_geven', async tx => {
    const regel = await findWerkregel(tx, kenmerk(id));
    const collega = (await listCollegas(tx, d.kluis)).find(
      c => c.persoonId === persoonId && c.organisatieId === organisatieId,
    );
    if (!collega) return geweigerd({ code: 'ongeldig', velden: { collega: 'leeg' } });
    if (t.doel === 'politie' && !(await kentPolitiegrond(tx, kenmerk(id))))
      return geweigerd({ code: 'ongeldig', velden: { doel: 'geen_grond' } });
    const gewoon = regel?.stand === 'gesloten' ? 'heropening' : 'toewijzing';
    return geefRelatie(tx, {
      dossierId: kenmerk(id),
      persoonId,
      organisatieId,
      doel: t.doel,
      grond: t.grond,
      aanleiding: BIJZONDER.includes(t.doel) ? 'bijzonder' : gewoon,
    });
  });
}

/** Ends one relation with a file that the actor gives out. */
export function neemTerug(d: Doen, id: string, relatie: string): Promise<Result<Relatie>> {
  const lezer = d.actor.soort === 'persoon' ? d.actor.id : '';
  return doe(d, id, 'toegang_nemen', async tx => {
    const hier = (await listRelaties(tx, kenmerk(id))).some(r => r.id === relatie);
    return hier ? sluitRelatie(tx, relatie, lezer) : geweigerd(nietGevonden());
  });
}
