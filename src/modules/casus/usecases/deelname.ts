import { geweigerd, nietGevonden, ongeldig, type Result, type Weigering } from '#kern/resultaat/index.ts';
import {
  biedOverdrachtAan,
  geefRelatie,
  listRelaties,
  sluitRelatie,
  vindCollega,
} from '#modules/toegang/index.ts';
import { findOpenstelling, zietDossier } from '../db/casussen.ts';
import { leesDag } from '../domain/velden.ts';
import { type Doen, metDossier } from './doen.ts';

export interface Uitnodiging {
  /** Work address of who is invited. */
  adres: string;
  grond: string;
  /** Last day, as typed. */
  tot: string;
}

/** The day after, in ISO: an end is the first day on which it no longer holds. */
function leesEinde(d: Doen, ruw: string): Result<string, Weigering> {
  const dag = leesDag(ruw, d.vandaag.add({ years: 1 }));
  if (!dag.ok) return geweigerd(ongeldig({ tot: dag.weigering.code }));
  return { ok: true, waarde: dag.waarde.add({ days: 1 }).toString() };
}

/**
 * Invites somebody to a table meeting, by who has the direction: reading what is shared, until a day. Whoever has no
 * work here under that address is not told apart from who may not be invited. Refusals as of `geefRelatie`.
 */
export function nodigUit(d: Doen, casus: string, u: Uitnodiging): Promise<Result<string, Weigering>> {
  const wat = { handeling: 'toegang_geven', soort: 'relatie' } as const;
  return metDossier<string, Weigering>(d, casus, wat, async (tx, c) => {
    if (!(await findOpenstelling(tx, c.id)).regie) return geweigerd(nietGevonden());
    const tot = leesEinde(d, u.tot);
    if (!tot.ok) return tot;
    const gevonden = u.adres.trim() === '' ? [] : await vindCollega(tx, d.kluis, u.adres);
    const wie = gevonden.find(g => g.organisatieId !== c.organisatie) ?? gevonden[0];
    if (!wie) return geweigerd(ongeldig({ adres: 'onbekend_adres' }));
    const r = await geefRelatie(tx, {
      dossierId: c.id,
      persoonId: wie.persoonId,
      organisatieId: wie.organisatieId,
      doel: 'overleg',
      grond: u.grond,
      aanleiding: 'overleg',
      tot: tot.waarde,
    });
    if (r.ok || r.weigering.code !== 'niet_gevonden') return r;
    return geweigerd(ongeldig({ adres: 'onbekend_adres' }));
  });
}

/**
 * Ends a relation with this file: one's own, or with the direction that of another. Says whether the actor still sees the
 * file. Refusals as of `sluitRelatie`.
 */
export function eindigRelatie(
  d: Doen,
  casus: string,
  relatie: string,
): Promise<Result<{ nog: boolean }, Weigering>> {
  const wat = { handeling: 'toegang_nemen', soort: 'relatie' } as const;
  const lezer = d.actor.soort === 'persoon' ? d.actor.id : '';
  return metDossier<{ nog: boolean }, Weigering>(d, casus, wat, async (tx, c) => {
    const hier = (await listRelaties(tx, c.id)).find(r => r.id === relatie);
    if (!hier) return geweigerd(nietGevonden());
    const r = await sluitRelatie(tx, hier.id, lezer);
    return r.ok ? { ok: true, waarde: { nog: await zietDossier(tx, c.id) } } : r;
  });
}

/** Offers the file to another organisation of the region; nothing opens before that accepts. */
export function biedAan(
  d: Doen,
  casus: string,
  o: { naar: string; grond: string },
): Promise<Result<string, Weigering>> {
  const wat = { handeling: 'delen', soort: 'overdracht' } as const;
  return metDossier<string, Weigering>(d, casus, wat, async (tx, c) => {
    if (!(await findOpenstelling(tx, c.id)).regie) return geweigerd(nietGevonden());
    if (!/^[0-9a-f-]{36}$/.test(o.naar)) return geweigerd(ongeldig({ naar: 'leeg' }));
    return biedOverdrachtAan(tx, {
      dossierId: c.id,
      vanOrganisatie: c.organisatie,
      naarOrganisatie: o.naar,
      grond: o.grond,
    });
  });
}
