import { gelukt, geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import { beeindigLid, beheert, type Lidregel, listLidmaatschappen } from '../db/lidmaatschappen.ts';
import type { Persoon } from '../db/personen.ts';
import type { Lidmaatschap } from '../domain/rollen.ts';
import { CASUSROLLEN } from '../domain/sessie.ts';
import { beheerdeRegios } from '../domain/uitnodiging.ts';
import { berichten } from './berichten.ts';
import { als, boek, type Diensten, persoon } from './diensten.ts';
import { eindigNaFunctiewissel } from './functiewissel.ts';

/** Who administers: the reader and his memberships of today. */
export interface Beheerder {
  id: string;
  lidmaatschappen: readonly Lidmaatschap[];
}
export interface Accountregel extends Persoon {
  leden: Lidregel[];
  /** May this reader switch the person off or wipe the second step? */
  geheel: boolean;
}

/** Of somebody whom the administrator knows by address only, the address stands where the name would. */
const zoalsGekend = (p: Persoon, leden: readonly Lidregel[]): Persoon =>
  leden.every(l => l.naamVerborgen) ? { ...p, naam: p.email } : p;

/** The people with a role in the regions of this administrator, by name; null for anyone else. */
export async function listAccounts(d: Diensten, b: Beheerder): Promise<Accountregel[] | null> {
  const regios = beheerdeRegios(b.lidmaatschappen);
  if (regios.length === 0) return null;
  return als(d, persoon(b.id), async tx => {
    const leden = (await listLidmaatschappen(tx)).filter(l => l.regio !== null && regios.includes(l.regio));
    const mensen = (await d.personen.list(tx)).filter(p => leden.some(l => l.persoonId === p.id));
    await boek(tx, { handeling: 'accounts_gelezen', door: b.id, persoonId: null, gelukt: true });
    const uit: Accountregel[] = [];
    for (const p of mensen) {
      const eigen = leden.filter(l => l.persoonId === p.id);
      uit.push({ ...zoalsGekend(p, eigen), leden: eigen, geheel: await beheert(tx, p.id) });
    }
    // Again by name: the place in the list would tell what the name begins with.
    return uit.sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
  });
}

/** Ends a role today, for a subregion in all its municipalities at once, in a region that the reader administers; never one of his own. */
export async function eindigRol(d: Diensten, b: Beheerder, lidId: string): Promise<Result<null, Weigering>> {
  const regios = beheerdeRegios(b.lidmaatschappen);
  return als(d, persoon(b.id), async tx => {
    const lid = (await listLidmaatschappen(tx)).find(l => l.id === lidId);
    if (!lid?.regio || !regios.includes(lid.regio)) return geweigerd(nietGevonden());
    if (lid.persoonId === b.id) return geweigerd({ code: 'eigen_rol' });
    if (!(await beeindigLid(tx, lid, d.klok.vandaag()))) return geweigerd(nietGevonden());
    await eindigNaFunctiewissel(tx, lid, b.id);
    await boek(tx, { handeling: 'rol_beeindigd', door: b.id, persoonId: lid.persoonId, gelukt: true });
    return gelukt(null);
  });
}

/** Switches a person off (ends every session) or on again. Row security decides whose person it is. */
export async function zetActief(
  d: Diensten,
  b: Beheerder,
  persoonId: string,
  actief: boolean,
): Promise<Result<null, Weigering>> {
  const goed = await als(d, persoon(b.id), async tx => {
    if (!(await beheert(tx, persoonId)) || !(await d.personen.zetActief(tx, persoonId, actief))) return false;
    const handeling = actief ? 'account_aangezet' : 'account_uitgezet';
    await boek(tx, { handeling, door: b.id, persoonId, gelukt: true });
    return true;
  });
  if (!goed) return geweigerd(nietGevonden());
  if (!actief) await d.sessies.beeindigAlle(persoonId);
  return gelukt(null);
}

/** Does this person work with files, or did he until today? Then one administrator alone opens nothing. */
async function doetCasuswerk(d: Diensten, tx: Transactie, persoonId: string): Promise<boolean> {
  const vandaag = d.klok.vandaag().toString();
  const leden = await listLidmaatschappen(tx, persoonId);
  return leden.some(l => CASUSROLLEN.includes(l.rol) && (l.tot === null || l.tot >= vandaag));
}

/**
 * Takes a lost second step away and tells the person; at the next sign-in a new one is set up. Refused
 * ('twee_personen') for whoever works with files: that takes two people, see herstelverzoek.ts.
 */
export async function wisTweedeStap(
  d: Diensten,
  b: Beheerder,
  persoonId: string,
): Promise<Result<null, Weigering>> {
  let tweePersonen = false;
  const goed = await als(d, persoon(b.id), async tx => {
    const p = (await beheert(tx, persoonId)) ? await d.personen.find(tx, persoonId) : null;
    if (!p?.aangesloten) return false;
    if (await doetCasuswerk(d, tx, persoonId)) {
      tweePersonen = true;
      await boek(tx, { handeling: 'tweede_stap_gewist', door: b.id, persoonId, gelukt: false });
      return false;
    }
    await d.mail?.zetInWachtrij(tx, { aan: p.email, ...berichten.tweedeStapGewist(p.naam, d.basisUrl) });
    await boek(tx, { handeling: 'tweede_stap_gewist', door: b.id, persoonId, gelukt: true });
    return true;
  });
  if (!goed) return geweigerd(tweePersonen ? { code: 'twee_personen' } : nietGevonden());
  await d.tweedeStap.wis(persoonId);
  return gelukt(null);
}
