import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser';
import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import type { Sessie } from '../domain/sessie.ts';
import { type Afzender, beeindigVorige } from './aanmelden.ts';
import { als, boek, type Diensten, stelsel } from './diensten.ts';
import { leesSessie } from './herkenning.ts';
import { nieuweSessie } from './oidc.ts';
import { rem } from './rem.ts';

export type Stapweigering =
  | { code: 'onjuist' }
  /** The step is not this reader's to set now: sign in (again) first. */
  | { code: 'opnieuw_aanmelden' }
  | { code: 'te_vaak'; minuten: number };

/** Where a reader stands between password and access. */
export type Stand =
  | { soort: 'buiten' }
  | { soort: 'stap_zetten'; sessie: Sessie; app: boolean; passkeys: number }
  | { soort: 'stap_instellen'; sessie: Sessie; wachtwoord: boolean }
  | { soort: 'binnen'; sessie: Sessie; app: boolean; passkeys: number };

/**
 * Reads where this browser stands. After a password with an app there is no session yet but a pending check,
 * so 'buiten' may still send a code.
 */
export async function leesStand(d: Diensten, headers: Headers): Promise<Stand> {
  const sessie = await leesSessie(d, headers.get('cookie') ?? undefined);
  if (!sessie) return { soort: 'buiten' };
  const stap = await d.tweedeStap.lees(sessie.persoonId);
  if (sessie.sterk) return { soort: 'binnen', sessie, ...stap };
  return stap.app || stap.passkeys > 0
    ? { soort: 'stap_zetten', sessie, ...stap }
    : { soort: 'stap_instellen', sessie, wachtwoord: await d.accounts.kentWachtwoord(sessie.persoonId) };
}

/** May this browser set up a second step? Only before there is one, or from inside: a password alone never adds one. */
const magInstellen = (s: Stand): Sessie | null =>
  s.soort === 'stap_instellen' || s.soort === 'binnen' ? s.sessie : null;

async function boekStap(
  d: Diensten,
  handeling: string,
  persoonId: string | null,
  goed: boolean,
): Promise<void> {
  await als(d, stelsel('aanmelden'), tx =>
    boek(tx, { handeling, door: goed ? persoonId : null, persoonId, gelukt: goed }),
  );
}

/** Without the session cookie: then the library counts wrong codes and gives a new session. */
function zonderSessie(d: Diensten, headers: Headers): Headers {
  const uit = new Headers(headers);
  const koekjes = (headers.get('cookie') ?? '').split(/;\s*/);
  uit.set('cookie', koekjes.filter(k => !k.startsWith(`${d.kern.sessieKoekje}=`)).join('; '));
  return uit;
}

/** The second step after a password: a code of the app, or one of the reserve codes. */
export async function controleerCode(
  d: Diensten,
  invoer: { code: string; reserve: boolean },
  van: Afzender,
): Promise<Result<{ koekjes: string[] }, Stapweigering>> {
  const vrij = await rem(d, [['tweede_stap_herkomst', van.herkomst]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const code = invoer.code.replaceAll(/\s/g, '');
  const stand = await leesStand(d, van.headers);
  if (stand.soort === 'stap_zetten' && stand.app) {
    return maakSterk(d, { ...invoer, code }, { van, sessie: stand.sessie, geefTerug: vrij.geefTerug });
  }
  const headers = zonderSessie(d, van.headers);
  const antwoord = invoer.reserve
    ? await d.kern.controleerReservecode(code, headers)
    : await d.kern.controleerCode(code, headers);
  const goed = antwoord.ok && (invoer.reserve || (await isEersteKeer(d, antwoord.waarde.user.id, code)));
  await boekStap(d, 'tweede_stap', antwoord.ok ? antwoord.waarde.user.id : null, goed);
  if (!antwoord.ok) return geweigerd(alsWeigering(antwoord.code));
  if (!goed) {
    await d.sessies.beeindigOpToken(antwoord.waarde.token ?? '');
    return geweigerd({ code: 'opnieuw_aanmelden' });
  }
  await vrij.geefTerug();
  await beeindigVorige(d, van.headers);
  return gelukt({ koekjes: antwoord.koekjes });
}

/**
 * The second step of a session that began at the provider of an organisation: the library does not count wrong codes
 * here, so our own brake does. Gives a new, strong session; the half one ends.
 */
async function maakSterk(
  d: Diensten,
  invoer: { code: string; reserve: boolean },
  o: { van: Afzender; sessie: Sessie; geefTerug(): Promise<void> },
): Promise<Result<{ koekjes: string[] }, Stapweigering>> {
  const { persoonId } = o.sessie;
  const vrij = await rem(d, [['tweede_stap_account', persoonId]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const antwoord = invoer.reserve
    ? await d.kern.controleerReservecode(invoer.code, o.van.headers)
    : await d.kern.controleerCode(invoer.code, o.van.headers);
  const goed = antwoord.ok && (invoer.reserve || (await isEersteKeer(d, persoonId, invoer.code)));
  await boekStap(d, 'tweede_stap', persoonId, goed);
  if (!goed) return geweigerd({ code: 'onjuist' });
  await vrij.geefTerug();
  await o.geefTerug();
  await d.sessies.beeindig(persoonId, o.sessie.id);
  return gelukt({ koekjes: [await nieuweSessie(d, persoonId, true, o.van)] });
}

/** A code of the app works once (RFC 6238, 5.2), also for who looked over a shoulder. */
async function isEersteKeer(d: Diensten, persoonId: string, code: string): Promise<boolean> {
  const sleutel = d.kluis.blindeIndex('rem/gebruikte_code', `${persoonId} ${code}`);
  return (await d.rem.tel(sleutel, 5, d.klok.nu())).aantal === 1;
}

function alsWeigering(code: string): Stapweigering {
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return { code: 'te_vaak', minuten: 15 };
  if (code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') {
    return { code: 'opnieuw_aanmelden' };
  }
  return { code: 'onjuist' };
}

/** Starts setting up an app: makes its secret. Asks the password again. */
export async function zetAppKlaar(
  d: Diensten,
  wachtwoord: string,
  van: Afzender,
): Promise<Result<null, Stapweigering>> {
  const stand = await leesStand(d, van.headers);
  const sessie = magInstellen(stand);
  if (!sessie || (stand.soort === 'binnen' && stand.app)) return geweigerd({ code: 'opnieuw_aanmelden' });
  const vrij = await rem(d, [['wachtwoord_account', sessie.persoonId]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const antwoord = await d.kern.zetAppKlaar(wachtwoord, van.headers);
  if (!antwoord.ok) return geweigerd({ code: 'onjuist' });
  await vrij.geefTerug();
  return gelukt(null);
}

/** The secret of the app that is being set up, with the address it is for; null when none is. */
export async function leesAppGeheim(
  d: Diensten,
  headers: Headers,
): Promise<{ geheim: string; adres: string } | null> {
  const sessie = magInstellen(await leesStand(d, headers));
  if (!sessie) return null;
  const geheim = await d.tweedeStap.findAppGeheim(sessie.persoonId);
  const p = await als(d, stelsel('aanmelden'), tx => d.personen.find(tx, sessie.persoonId));
  return geheim && p ? { geheim, adres: p.email } : null;
}

/** Takes the app into use with a first code. Gives a strong session and the reserve codes, which are shown once. */
export async function neemAppInGebruik(
  d: Diensten,
  code: string,
  van: Afzender,
): Promise<Result<{ koekjes: string[]; reservecodes: string[] }, Stapweigering>> {
  const stand = await leesStand(d, van.headers);
  const sessie = magInstellen(stand);
  if (!sessie || (stand.soort === 'binnen' && stand.app)) return geweigerd({ code: 'opnieuw_aanmelden' });
  const vrij = await rem(d, [['tweede_stap_account', sessie.persoonId]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const antwoord = await d.kern.controleerCode(code.replaceAll(/\s/g, ''), van.headers);
  if (!antwoord.ok) return geweigerd({ code: 'onjuist' });
  await vrij.geefTerug();
  await boekStap(d, 'tweede_stap_ingesteld', sessie.persoonId, true);
  const reservecodes = await d.kern.leesReservecodes(sessie.persoonId);
  return gelukt({ koekjes: antwoord.koekjes, reservecodes });
}

/** What a browser needs to make a passkey, in the names of WebAuthn. */
export async function passkeyMaakOpties(
  d: Diensten,
  van: Afzender,
): Promise<Result<{ opties: unknown; koekjes: string[] }, Stapweigering>> {
  const sessie = magInstellen(await leesStand(d, van.headers));
  if (!sessie) return geweigerd({ code: 'opnieuw_aanmelden' });
  const p = await als(d, stelsel('aanmelden'), tx => d.personen.find(tx, sessie.persoonId));
  const antwoord = await d.kern.passkeyMaakOpties(p?.email ?? '', van.headers);
  if (!antwoord.ok) return geweigerd({ code: 'opnieuw_aanmelden' });
  // The device shows this name to its owner; the library would show the blind index.
  const opties = { ...antwoord.waarde, user: { ...antwoord.waarde.user, displayName: p?.naam ?? '' } };
  return gelukt({ opties, koekjes: antwoord.koekjes });
}

/** Keeps a passkey that the browser made. A half session stays half: signing in with it is the next step. */
export async function maakPasskey(
  d: Diensten,
  antwoordVanBrowser: RegistrationResponseJSON,
  van: Afzender,
): Promise<Result<null, Stapweigering>> {
  const sessie = magInstellen(await leesStand(d, van.headers));
  if (!sessie) return geweigerd({ code: 'opnieuw_aanmelden' });
  const antwoord = await d.kern.passkeyMaak(antwoordVanBrowser, sessie.apparaat, van.headers);
  if (!antwoord.ok) return geweigerd({ code: 'onjuist' });
  await boekStap(d, 'passkey_gemaakt', sessie.persoonId, true);
  return gelukt(null);
}

/** What a browser needs to sign in with a passkey. */
export async function passkeyVraag(
  d: Diensten,
  van: Afzender,
): Promise<Result<{ opties: unknown; koekjes: string[] }, Stapweigering>> {
  const antwoord = await d.kern.passkeyVraagOpties(van.headers);
  if (!antwoord.ok) return geweigerd({ code: 'onjuist' });
  return gelukt({ opties: { ...antwoord.waarde, userVerification: 'required' }, koekjes: antwoord.koekjes });
}

/** Signs in with a passkey: two factors in one, since the device has checked its holder. */
export async function meldAanMetPasskey(
  d: Diensten,
  antwoordVanBrowser: AuthenticationResponseJSON,
  van: Afzender,
): Promise<Result<{ koekjes: string[] }, Stapweigering>> {
  const vrij = await rem(d, [['tweede_stap_herkomst', van.herkomst]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const antwoord = await d.kern.passkeyAanmelden(antwoordVanBrowser, van.headers);
  await boekStap(d, 'aanmelden_passkey', antwoord.ok ? antwoord.waarde.user.id : null, antwoord.ok);
  if (!antwoord.ok) return geweigerd({ code: 'onjuist' });
  await vrij.geefTerug();
  await beeindigVorige(d, van.headers);
  return gelukt({ koekjes: antwoord.koekjes });
}
