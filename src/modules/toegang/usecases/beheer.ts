import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  beeindigLid,
  beheert,
  borgOrganisatie,
  findOrganisatie,
  gaatNietSamen,
  heeftVeiligThuis,
  type Lidregel,
  listLidmaatschappen,
  type Organisatie,
  voegLidToe,
  voegSubregioToe,
  wachtOpBeurt,
  wordActor,
} from '../db/lidmaatschappen.ts';
import type { Persoon } from '../db/personen.ts';
import type { Lidmaatschap } from '../domain/rollen.ts';
import { CASUSROLLEN } from '../domain/sessie.ts';
import {
  beheerdeRegios,
  GEMEENTEROLLEN,
  leesUitnodiging,
  type Ruw,
  type Uitnodiging,
} from '../domain/uitnodiging.ts';
import { berichten } from './berichten.ts';
import { als, boek, type Diensten, persoon, stelsel } from './diensten.ts';
import { eindigNaFunctiewissel } from './functiewissel.ts';
import { rem } from './rem.ts';

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

/**
 * Invites someone: makes the person when the address is new, gives the role and sends the link, or a message
 * when the account exists. The answer does not tell which, nor whose account it is. Nobody gives himself a role.
 */
export async function nodigUit(d: Diensten, b: Beheerder, ruw: Ruw): Promise<Result<Uitnodiging, Weigering>> {
  const regios = beheerdeRegios(b.lidmaatschappen);
  if (regios.length === 0) return geweigerd(nietGevonden());
  const gelezen = leesUitnodiging(ruw, regios, d.gebieden);
  if (!gelezen.ok) return gelezen;
  const vrij = await rem(d, [['uitnodigen_account', b.id]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', gegevens: { minuten: vrij.minuten } });
  const u = gelezen.waarde;
  const zelf = await als(d, persoon(b.id), tx => d.personen.find(tx, b.id));
  if (zelf?.email === u.adres) return geweigerd(ongeldig({ adres: 'eigen_rol' }));
  const r = await verwerkUitnodiging(d, u, b.id);
  return r.ok ? gelukt(u) : r;
}

/** The first account of an installation or region, by whoever runs it. Returns the link for its password. */
export async function nodigEersteUit(
  d: Diensten,
  u: Omit<Uitnodiging, 'regio' | 'gemeente' | 'subregio'> & { regio: string | null },
): Promise<string> {
  if (u.rol !== 'technisch_beheerder' && (u.regio === null || GEMEENTEROLLEN.includes(u.rol))) {
    throw new Error('Het eerste account is een technisch beheerder, of heeft een rol in een regio.');
  }
  const r = await verwerkUitnodiging(d, { ...u, gemeente: null, subregio: null }, null);
  if (!r.ok) throw new Error('Dit account kan deze rol niet krijgen bij deze organisatie.');
  return r.waarde;
}

type Opdracht = Omit<Uitnodiging, 'regio'> & { regio: string | null };

/**
 * What stands in the way of this role for this person or organisation. An intake worker works at Veilig Thuis, of which a
 * region has one: no other organisation becomes it by being typed in.
 */
async function toetsRol(
  tx: Transactie,
  u: Opdracht,
  er: Persoon | null,
  door: string | null,
): Promise<Result<null, Weigering>> {
  if (er && (await gaatNietSamen(tx, er.id, u.rol, u.regio)))
    return geweigerd(ongeldig({ rol: 'niet_samen' }));
  if (u.rol !== 'intaker') return gelukt(null);
  const organisatie = await findOrganisatie(tx, { naam: u.organisatie, regio: u.regio, gemeente: null });
  if (organisatie && organisatie.soort !== 'veilig_thuis')
    return geweigerd(ongeldig({ organisatie: 'geen_veilig_thuis' }));
  if (!organisatie && door !== null && (await heeftVeiligThuis(tx, u.regio)))
    return geweigerd(ongeldig({ organisatie: 'ander_veilig_thuis' }));
  return gelukt(null);
}

async function verwerkUitnodiging(
  d: Diensten,
  u: Opdracht,
  door: string | null,
): Promise<Result<string, Weigering>> {
  return als(d, stelsel('uitnodiging'), async tx => {
    await wachtOpBeurt(tx, 'uitnodiging');
    const er = await d.personen.findOpAdres(tx, u.adres);
    const kan = await toetsRol(tx, u, er, door);
    if (!kan.ok) return kan;
    const persoonId = er?.id ?? (await d.personen.voegToe(tx, u.naam, u.adres));
    // The role itself is given by the administrator, under his own row security.
    if (door) await wordActor(tx, persoon(door));
    const naamVerborgen = er !== null && door !== null && !(await kentNaam(tx, persoonId));
    await geefRol(d, tx, { persoonId, naamVerborgen }, u);
    if (door) await wordActor(tx, stelsel('uitnodiging'));
    const link = await meld(d, tx, {
      id: persoonId,
      naam: er?.naam ?? u.naam,
      adres: u.adres,
      nieuw: !er?.aangesloten,
    });
    await boek(tx, { handeling: 'uitgenodigd', door, persoonId, gelukt: true });
    return gelukt(link);
  });
}

/** Has this actor a role of the person before him that shows the name? Row security shows those of his regions. */
const kentNaam = async (tx: Transactie, persoonId: string): Promise<boolean> =>
  (await listLidmaatschappen(tx, persoonId)).some(l => !l.naamVerborgen);

function soortVan(u: Opdracht): Organisatie['soort'] {
  if (u.rol === 'intaker') return 'veilig_thuis';
  return u.gemeente ? 'gemeente' : u.regio ? 'samenwerkingsverband' : 'partner';
}

async function geefRol(
  d: Diensten,
  tx: Transactie,
  wie: { persoonId: string; naamVerborgen: boolean },
  u: Opdracht,
): Promise<void> {
  const { regio, gemeente, subregio, rol } = u;
  const organisatieId = await borgOrganisatie(tx, {
    naam: u.organisatie,
    soort: soortVan(u),
    regio,
    gemeente,
  });
  const lid = { ...wie, organisatieId, rol, van: d.klok.vandaag() };
  if (!subregio || regio === null) {
    await voegLidToe(tx, { ...lid, regio, gemeente });
    return;
  }
  const gemeenten = subregio.gemeenten.map(g => g.code);
  await voegSubregioToe(tx, { ...lid, regio, subregio: subregio.naam, gemeenten });
}

async function meld(
  d: Diensten,
  tx: Transactie,
  p: { id: string; naam: string; adres: string; nieuw: boolean },
): Promise<string> {
  if (!p.nieuw) {
    await d.mail?.zetInWachtrij(tx, { aan: p.adres, ...berichten.nieuweRol(p.naam, d.basisUrl) });
    return '';
  }
  const link = `${d.basisUrl}/uitnodiging/${await d.links.maak('uitnodiging', p.id, d.klok.nu())}`;
  await d.mail?.zetInWachtrij(tx, { aan: p.adres, ...berichten.uitnodiging(p.naam, link) });
  return link;
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

/** Sends a new link to someone who has not used his invitation. */
export async function nodigOpnieuwUit(
  d: Diensten,
  b: Beheerder,
  persoonId: string,
): Promise<Result<null, Weigering>> {
  const vrij = await rem(d, [['uitnodigen_account', b.id]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', gegevens: { minuten: vrij.minuten } });
  return als(d, persoon(b.id), async tx => {
    const p = (await beheert(tx, persoonId)) ? await d.personen.find(tx, persoonId) : null;
    if (!p?.actief || p.aangesloten) return geweigerd(nietGevonden());
    await meld(d, tx, { id: p.id, naam: p.naam, adres: p.email, nieuw: true });
    await boek(tx, { handeling: 'uitgenodigd', door: b.id, persoonId, gelukt: true });
    return gelukt(null);
  });
}
