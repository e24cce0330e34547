import {
  gelukt,
  geweigerd,
  nietGevonden,
  ongeldig,
  type Result,
  type Weigering,
} from '#kern/resultaat/index.ts';
import type { Aanmelddienst } from '../db/oidc-diensten.ts';
import { leesAcr, leesIssuer } from '../domain/oidc.ts';
import { beheerdeRegios } from '../domain/uitnodiging.ts';
import type { Beheerder } from './beheer.ts';
import { als, boek, type Diensten, persoon } from './diensten.ts';

export interface Dienstformulier {
  organisatie: string;
  issuer: string;
  clientId: string;
  geheim: string;
  acr: string;
  actief: boolean;
}
export interface Dienstoverzicht {
  diensten: Aanmelddienst[];
  organisaties: { id: string; naam: string }[];
}

/** The providers of the organisations in the reader's regions; null for who administers no accounts. */
export function leesDienstoverzicht(d: Diensten, b: Beheerder): Promise<Dienstoverzicht | null> {
  const regios = beheerdeRegios(b.lidmaatschappen);
  if (regios.length === 0) return Promise.resolve(null);
  return als(d, persoon(b.id), async tx => {
    const organisaties = await d.oidc.listOrganisaties(tx, regios);
    const diensten = (await d.oidc.list(tx)).filter(a => organisaties.some(o => o.id === a.organisatieId));
    return { diensten, organisaties };
  });
}

/**
 * Sets the provider of an organisation in a region that the reader administers. An empty secret keeps the one there
 * is. Refused per field: organisatie, issuer, clientId, geheim, acr.
 */
export async function zetAanmelddienst(
  d: Diensten,
  b: Beheerder,
  f: Dienstformulier,
): Promise<Result<null, Weigering>> {
  const overzicht = await leesDienstoverzicht(d, b);
  if (!overzicht) return geweigerd(nietGevonden());
  const issuer = leesIssuer(f.issuer, d.basisUrl);
  const acr = leesAcr(f.acr);
  const clientId = f.clientId.trim();
  const organisatie = overzicht.organisaties.find(o => o.id === f.organisatie);
  const nieuw = !overzicht.diensten.some(x => x.organisatieId === f.organisatie);
  const fouten: Record<string, string> = {
    ...(organisatie ? {} : { organisatie: 'organisatie' }),
    ...(issuer ? {} : { issuer: 'issuer' }),
    ...(/^[\x21-\x7e]{1,200}$/.test(clientId) ? {} : { clientId: 'client_id' }),
    ...((f.geheim === '' && nieuw) || f.geheim.length > 500 ? { geheim: 'geheim' } : {}),
    ...(acr ? {} : { acr: 'acr' }),
  };
  if (!organisatie || !issuer || !acr || Object.keys(fouten).length > 0) return geweigerd(ongeldig(fouten));
  const invoer = { organisatieId: organisatie.id, issuer, clientId, acr, actief: f.actief };
  const sleutel = await d.kluis.nieuweSleutel('aanmelddienst');
  // Afterwards one of two keys is of no use: the new one when nothing was set, else the old one.
  let over: string | null = sleutel;
  try {
    over = await als(d, persoon(b.id), async tx => {
      const oud = await d.oidc.zet(tx, sleutel, { ...invoer, geheim: f.geheim || null }, d.klok.nu());
      if (oud === undefined) return sleutel;
      await boek(tx, { handeling: 'aanmelddienst_gewijzigd', door: b.id, persoonId: null, gelukt: true });
      return oud;
    });
  } finally {
    if (over) await d.kluis.vernietig(over);
  }
  return over === sleutel ? geweigerd(ongeldig({ geheim: 'geheim' })) : gelukt(null);
}

export interface EigenKoppeling {
  dienstId: string;
  organisatie: string;
  gekoppeld: boolean;
}

/** The providers of the reader's own organisations, and to which his account is bound. */
export function listEigenKoppelingen(d: Diensten, id: string): Promise<EigenKoppeling[]> {
  return als(d, persoon(id), async tx => {
    const gekoppeld = await d.oidc.listEigen(tx);
    const uit: EigenKoppeling[] = [];
    for (const a of await d.oidc.list(tx)) {
      if (!a.actief || !(await d.oidc.isLid(tx, id, a.organisatieId))) continue;
      uit.push({ dienstId: a.id, organisatie: a.organisatie, gekoppeld: gekoppeld.includes(a.id) });
    }
    return uit;
  });
}

/** Takes the reader's own binding away; false when there is none. */
export function ontkoppel(d: Diensten, id: string, dienstId: string): Promise<boolean> {
  return als(d, persoon(id), async tx => {
    const weg = await d.oidc.ontkoppel(tx, dienstId);
    if (weg) await boek(tx, { handeling: 'oidc_ontkoppeld', door: id, persoonId: id, gelukt: true });
    return weg;
  });
}
