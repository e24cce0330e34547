import {
  conflict,
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import { metActor } from '#platform/db/index.ts';
import { findOnderdeel, schrijfVersie, voegToe, volgendeCode, zetOpenbaar } from '../db/repository.ts';
import { gemeenten, lijst, type Onderdeel, omgevingVan, type Programma } from '../domain/programma.ts';
import { SOORTEN } from '../domain/soorten.ts';
import { type Bevinding, toets, toetsReden } from '../domain/toets.ts';
import type { Inhoud, Soortcode } from '../domain/veld.ts';
import { gelijk, normaliseer } from '../domain/waarde.ts';
import { type Doen, magWijzigen, vastlegging } from './doen.ts';
import { findProgramma } from './lees.ts';

/** Refusals of an edit: faults per field, or the item as someone else left it. */
export type Bewaarweigering = Weigering & { bevindingen?: Bevinding[]; nu?: Onderdeel };

export interface Wijziging {
  regio: string;
  soort: Soortcode;
  code: string;
  /** Version that the writer saw. */
  versie: number;
  inhoud: Inhoud;
  reden: string | null;
}

const cbsCode = (p: Programma, soort: Soortcode, inhoud: Inhoud): string | null => {
  const veld = SOORTEN[soort].gemeenteVeld;
  return (veld && gemeenten(p).find(g => g.naam === inhoud[veld])?.code) || null;
};

const foutief = (bevindingen: Bevinding[]): Result<never, Bewaarweigering> =>
  geweigerd({ ...ongeldig(Object.fromEntries(bevindingen.map(b => [b.veld, b.gebrek.code]))), bevindingen });

/** Changes one item: a new version, unless someone was first; then both versions come back. */
export function bewaarOnderdeel(d: Doen, w: Wijziging): Promise<Result<Onderdeel, Bewaarweigering>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const p = await findProgramma(tx, w.regio, 'werk');
    const nu = p && (await findOnderdeel(tx, w.regio, w.soort, w.code));
    if (!p || !nu || !magWijzigen(d.lidmaatschappen, w.regio, w.soort, nu.gemeente))
      return geweigerd(nietGevonden());
    const soort = SOORTEN[w.soort];
    const inhoud = normaliseer(soort, w.inhoud);
    // The code is how others refer to an item: it does not change.
    if (soort.codeVeld) inhoud[soort.codeVeld] = nu.inhoud[soort.codeVeld];
    if (nu.versie !== w.versie) return geweigerd({ ...conflict(nu.versie), nu });
    const bevindingen = [...toets(soort, inhoud, omgevingVan(p)), ...toetsReden(w.reden)];
    if (bevindingen.length > 0) return foutief(bevindingen);
    if (gelijk(inhoud, nu.inhoud)) return gelukt(nu);
    const gemeente = cbsCode(p, w.soort, inhoud);
    if (!magWijzigen(d.lidmaatschappen, w.regio, w.soort, gemeente)) return geweigerd(nietGevonden());
    const gelukte = await schrijfVersie(
      tx,
      { id: nu.id, vanVersie: nu.versie, inhoud, gemeente },
      vastlegging(d, w.regio, w.reden),
    );
    const na = await findOnderdeel(tx, w.regio, w.soort, w.code);
    if (!na) throw new Error('Onderdeel na wijziging niet leesbaar.');
    return gelukte ? gelukt(na) : geweigerd({ ...conflict(na.versie), nu: na });
  });
}

/** Adds one item to the working version; it is not public until it is published. */
export function voegOnderdeelToe(
  d: Doen,
  w: { regio: string; soort: Soortcode; inhoud: Inhoud; reden: string | null },
): Promise<Result<{ id: string; code: string }, Bewaarweigering>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const p = await findProgramma(tx, w.regio, 'werk');
    if (!p) return geweigerd(nietGevonden());
    const soort = SOORTEN[w.soort];
    // What stands once in a programme is there already.
    if (soort.bestand?.enkel) return geweigerd(nietGevonden());
    const inhoud = normaliseer(soort, w.inhoud);
    const gemeente = cbsCode(p, w.soort, inhoud);
    if (!magWijzigen(d.lidmaatschappen, w.regio, w.soort, gemeente)) return geweigerd(nietGevonden());
    const bevindingen = [...toets(soort, inhoud, omgevingVan(p)), ...toetsReden(w.reden)];
    if (bevindingen.length > 0) return foutief(bevindingen);
    const bestaand = lijst(p, w.soort);
    const volgorde = Math.max(-1, ...bestaand.map(o => o.volgorde)) + 1;
    const code = soort.codeVeld ? String(inhoud[soort.codeVeld]) : await volgendeCode(tx, w.regio, w.soort);
    const item = { soort: w.soort, code, volgorde, gemeente, inhoud };
    const id = await voegToe(tx, w.regio, item, false, vastlegging(d, w.regio, w.reden));
    if (!id) return foutief([{ veld: soort.codeVeld ?? '', gebrek: { code: 'bestaat_al', waarde: code } }]);
    return gelukt({ id, code });
  });
}

/** Makes the working version of one item public, as the writer saw it. */
export function publiceerOnderdeel(
  d: Doen,
  w: { regio: string; soort: Soortcode; code: string; versie: number },
): Promise<Result<Onderdeel, Bewaarweigering>> {
  return metActor(d.db, d.actor, d.vandaag, async tx => {
    const nu = await findOnderdeel(tx, w.regio, w.soort, w.code);
    if (!nu || !magWijzigen(d.lidmaatschappen, w.regio, w.soort, nu.gemeente))
      return geweigerd(nietGevonden());
    if (!(await zetOpenbaar(tx, nu.id, w.versie))) return geweigerd({ ...conflict(nu.versie), nu });
    return gelukt({ ...nu, openbareVersie: nu.versie });
  });
}
