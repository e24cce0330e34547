import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import type { Aanmelddienst } from '../db/oidc-diensten.ts';
import type { OidcVraag } from '../db/oidc-vragen.ts';
import { toonteTweedeFactor } from '../domain/oidc.ts';
import { type Aangemeld, type Afzender, beeindigVorige, vervolgVan } from './aanmelden.ts';
import { als, boek, type Diensten, persoon, stelsel } from './diensten.ts';
import { leesSessie } from './herkenning.ts';
import { type Aanbieder, type Antwoord, leesAntwoord, maakVraag } from './oidc-aanbieder.ts';
import { koppelberichten } from './oidc-berichten.ts';
import { rem } from './rem.ts';

/** The path that a provider sends the browser back to; this address is registered there. */
export const TERUGPAD = '/aanmelden/terug';
export const terugadres = (d: Diensten): string => `${d.basisUrl}${TERUGPAD}`;

export type Oidcweigering =
  | { code: 'niet_gevonden' | 'onbereikbaar' | 'mislukt' | 'niet_gekoppeld' | 'al_gekoppeld' }
  | { code: 'te_vaak'; minuten: number };

/** Providers that anyone may choose from on the sign-in page. */
export async function listAanmelddiensten(d: Diensten): Promise<Aanmelddienst[]> {
  return (await als(d, stelsel('aanmelden'), tx => d.oidc.list(tx))).filter(a => a.actief);
}

/** What a sign-in at a provider is for. */
export interface Oidcdoel {
  dienstId: string;
  terug: string;
  /** Who binds his account; left out: signing in. */
  koppelPersoon?: string;
  /** Code of the invitation by which it begins. */
  uitnodiging?: string;
}

/** Sends a browser to a provider: returns the address. `browser` is what its visit or session is known by. */
export async function beginOidc(
  d: Diensten,
  doel: Oidcdoel,
  browser: string,
  van: Afzender,
): Promise<Result<string, Oidcweigering>> {
  const vrij = await rem(d, [['oidc_herkomst', van.herkomst]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const dienst = await als(d, stelsel('aanmelden'), tx => d.oidc.find(tx, doel.dienstId));
  if (!dienst) return geweigerd({ code: 'niet_gevonden' });
  const vraag = await maakVraag(dienst, terugadres(d));
  if (!vraag.ok) {
    d.log.warn({ oorzaak: vraag.weigering.oorzaak, dienst: dienst.id }, 'aanmelddienst onbereikbaar');
    return geweigerd({ code: 'onbereikbaar' });
  }
  const { url, state, nonce, verifier } = vraag.waarde;
  const koppelPersoon = doel.koppelPersoon ?? null;
  const linkHash = doel.uitnodiging ? d.links.hash(doel.uitnodiging) : null;
  const v: OidcVraag = { dienstId: dienst.id, nonce, verifier, terug: doel.terug, koppelPersoon, linkHash };
  await d.oidcVragen.voegToe(state, browser, v, d.klok.nu());
  return gelukt(url);
}

export interface Oidcuitkomst {
  verder: Aangemeld['verder'] | 'gekoppeld';
  terug: string;
  koekjes: string[];
}

/**
 * Takes the answer of a provider. The question it belongs to is used up first, whatever comes of it. An account is
 * found by issuer and subject only, and only while its person works for the organisation of the provider; no
 * account is made, and no address that the provider tells is read.
 */
export async function rondOidcAf(
  d: Diensten,
  zoek: string,
  browser: string,
  van: Afzender,
): Promise<Result<Oidcuitkomst, Oidcweigering>> {
  const adres = new URL(`${terugadres(d)}${zoek}`);
  const state = adres.searchParams.get('state') ?? '';
  const v = browser && state ? await d.oidcVragen.neem(state, browser, d.klok.nu()) : null;
  if (!v) return weiger(d, 'mislukt');
  const dienst = await als(d, stelsel('aanmelden'), tx => d.oidc.find(tx, v.dienstId));
  if (!dienst) return weiger(d, 'mislukt');
  const r = await leesAntwoord(dienst, { state, nonce: v.nonce, verifier: v.verifier }, adres);
  if (!r.ok) {
    d.log.warn({ oorzaak: r.weigering.oorzaak, dienst: dienst.id }, 'antwoord van aanmelddienst geweigerd');
    return weiger(d, 'mislukt');
  }
  if (v.koppelPersoon) return koppelEigen(d, v, r.waarde, van);
  const wie = v.linkHash
    ? await sluitGenodigdeAan(d, dienst, v.linkHash, r.waarde)
    : await vindGekoppelde(d, dienst, r.waarde);
  return wie.ok ? meldBinnen(d, wie.waarde, { v, dienst, antwoord: r.waarde, van }) : wie;
}

async function weiger(
  d: Diensten,
  code: 'mislukt' | 'niet_gekoppeld' | 'al_gekoppeld',
  persoonId: string | null = null,
): Promise<Result<never, Oidcweigering>> {
  await als(d, stelsel('aanmelden'), tx =>
    boek(tx, { handeling: 'oidc_aanmelden', door: null, persoonId, gelukt: false }),
  );
  return geweigerd({ code });
}

async function vindGekoppelde(
  d: Diensten,
  dienst: Aanmelddienst,
  a: Antwoord,
): Promise<Result<string, Oidcweigering>> {
  const gevonden = await als(d, stelsel('aanmelden'), async tx => {
    const id = await d.oidc.findPersoon(tx, dienst.id, a.iss, a.sub);
    const mag = id !== null && (await d.oidc.isLid(tx, id, dienst.organisatieId));
    return { id, mag };
  });
  return gevonden.mag && gevonden.id ? gelukt(gevonden.id) : weiger(d, 'niet_gekoppeld', gevonden.id);
}

/** Binds the account of whoever is signed in, in the session in which he began. */
async function koppelEigen(
  d: Diensten,
  v: OidcVraag,
  a: Antwoord,
  van: Afzender,
): Promise<Result<Oidcuitkomst, Oidcweigering>> {
  const sessie = await leesSessie(d, van.headers.get('cookie') ?? undefined);
  const id = v.koppelPersoon;
  if (!id || !sessie?.sterk || sessie.persoonId !== id) return weiger(d, 'mislukt');
  const gelegd = await als(d, persoon(id), async tx => {
    const dienst = (await d.oidc.list(tx)).find(x => x.id === v.dienstId);
    if (!dienst || !(await d.oidc.isLid(tx, id, dienst.organisatieId))) return false;
    const k = { dienstId: v.dienstId, persoonId: id, iss: a.iss, sub: a.sub };
    if (!(await d.oidc.koppel(tx, k, d.klok.nu()))) return false;
    const p = await d.personen.find(tx, id);
    if (p)
      await d.mail?.zetInWachtrij(tx, {
        aan: p.email,
        ...koppelberichten.gekoppeld(p.naam, dienst.organisatie),
      });
    await boek(tx, { handeling: 'oidc_gekoppeld', door: id, persoonId: id, gelukt: true });
    return true;
  });
  if (!gelegd) return weiger(d, 'al_gekoppeld', id);
  return gelukt({ verder: 'gekoppeld', terug: '/account', koekjes: [] });
}

/** Uses an invitation up by signing in at the provider: no password is chosen. */
async function sluitGenodigdeAan(
  d: Diensten,
  dienst: Aanmelddienst,
  linkHash: Buffer,
  a: Antwoord,
): Promise<Result<string, Oidcweigering>> {
  const nu = d.klok.nu();
  const id = await d.links.gebruikOpHash('uitnodiging', linkHash, nu);
  if (!id) return weiger(d, 'mislukt');
  const p = await als(d, stelsel('aanmelden'), async tx => {
    const gevonden = await d.personen.find(tx, id);
    if (!gevonden?.actief || !(await d.oidc.isLid(tx, id, dienst.organisatieId))) return null;
    const k = { dienstId: dienst.id, persoonId: id, iss: a.iss, sub: a.sub };
    if (!(await d.oidc.koppel(tx, k, nu))) return null;
    await d.personen.sluitAan(tx, id);
    await boek(tx, { handeling: 'uitnodiging_aanvaard', door: id, persoonId: id, gelukt: true });
    return gevonden;
  });
  if (!p) return weiger(d, 'al_gekoppeld', id);
  await d.accounts.maak(id, d.personen.aanmeldadres(p.email), nu);
  return gelukt(id);
}

async function meldBinnen(
  d: Diensten,
  persoonId: string,
  o: { v: OidcVraag; dienst: Aanbieder; antwoord: Antwoord; van: Afzender },
): Promise<Result<Oidcuitkomst, Oidcweigering>> {
  const sterk = d.demo || toonteTweedeFactor(o.antwoord, o.dienst.acr);
  await beeindigVorige(d, o.van.headers);
  const koekje = await nieuweSessie(d, persoonId, sterk, o.van);
  await als(d, stelsel('aanmelden'), tx =>
    boek(tx, { handeling: 'oidc_aanmelden', door: persoonId, persoonId, gelukt: true }),
  );
  const verder = sterk ? 'binnen' : await vervolgVan(d, persoonId);
  return gelukt({ verder, terug: o.v.terug, koekjes: [koekje] });
}

/** A session of our own making with its cookie, for what did not pass through the sign-in library. */
export async function nieuweSessie(
  d: Diensten,
  persoonId: string,
  sterk: boolean,
  van: Afzender,
): Promise<string> {
  const agent = van.headers.get('user-agent');
  const token = await d.sessies.maak({ persoonId, sterk, agent }, d.klok.nu());
  return d.kern.sessieKoek(token);
}
