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
  beheert,
  borgOrganisatie,
  findOrganisatie,
  gaatNietSamen,
  heeftVeiligThuis,
  listLidmaatschappen,
  type Organisatie,
  voegLidToe,
  voegSubregioToe,
  wachtOpBeurt,
  wordActor,
} from '../db/lidmaatschappen.ts';
import type { Persoon } from '../db/personen.ts';
import {
  beheerdeRegios,
  GEMEENTEROLLEN,
  leesUitnodiging,
  type Ruw,
  type Uitnodiging,
} from '../domain/uitnodiging.ts';
import type { Beheerder } from './beheer.ts';
import { berichten } from './berichten.ts';
import { als, boek, type Diensten, persoon, stelsel } from './diensten.ts';
import { rem } from './rem.ts';

/**
 * Invites someone: makes the person when the address is new, gives the role and sends the link, or a message
 * when the account exists. The answer does not tell which, nor whose account it is; only that a role does not go
 * together with one that the person has. Nobody gives himself a role.
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
