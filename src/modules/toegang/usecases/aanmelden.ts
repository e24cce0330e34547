import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import { als, boek, type Diensten, persoon, stelsel } from './diensten.ts';
import { leesSessie } from './herkenning.ts';
import { rem } from './rem.ts';

/** Why signing in did not go on. `onjuist` is the same for an unknown address and a wrong password. */
export type Aanmeldweigering = { code: 'onjuist' } | { code: 'te_vaak'; minuten: number };

export interface Aangemeld {
  /** Where to now: in, to the second step, or to set one up. */
  verder: 'binnen' | 'tweede_stap' | 'instellen';
  koekjes: string[];
}

/** The request as the sign-in library sees it: cookies and browser. */
export interface Afzender {
  headers: Headers;
  herkomst: string;
}

/** The first step: address and password. Takes the same work for an unknown address as for a wrong password. */
export async function meldAan(
  d: Diensten,
  invoer: { adres: string; wachtwoord: string },
  van: Afzender,
): Promise<Result<Aangemeld, Aanmeldweigering>> {
  const adres = d.personen.aanmeldadres(invoer.adres);
  const vrij = await rem(d, [
    ['aanmelden_account_herkomst', `${adres} ${van.herkomst}`],
    ['aanmelden_herkomst', van.herkomst],
    ['aanmelden_account', adres],
  ]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const antwoord = await d.kern.meldAan(adres, invoer.wachtwoord, van.headers);
  const gevonden = await als(d, stelsel('aanmelden'), async tx => {
    const p = await d.personen.findOpAdres(tx, invoer.adres);
    const goed = antwoord.ok && p?.actief === true;
    await boek(tx, { handeling: 'aanmelden', door: null, persoonId: p?.id ?? null, gelukt: goed });
    return goed ? p : null;
  });
  if (!antwoord.ok) return geweigerd({ code: 'onjuist' });
  if (!gevonden) {
    await d.sessies.beeindigOpAdres(adres);
    return geweigerd({ code: 'onjuist' });
  }
  await vrij.geefTerug();
  await beeindigVorige(d, van.headers);
  const code = 'twoFactorRedirect' in antwoord.waarde;
  if (code) return gelukt({ verder: 'tweede_stap', koekjes: antwoord.koekjes });
  return gelukt({ verder: await vervolgVan(d, gevonden.id), koekjes: antwoord.koekjes });
}

/** Whoever signs in anew leaves no earlier session of this browser behind. */
export async function beeindigVorige(d: Diensten, headers: Headers): Promise<void> {
  const vorige = await leesSessie(d, headers.get('cookie') ?? undefined);
  if (vorige) await d.sessies.beeindig(vorige.persoonId, vorige.id);
}

/** Where somebody goes on to whose first step is done: in, to his second step, or to set one up. */
export async function vervolgVan(d: Diensten, persoonId: string): Promise<Aangemeld['verder']> {
  if (d.demo) return 'binnen';
  const stap = await d.tweedeStap.lees(persoonId);
  return stap.app || stap.passkeys > 0 ? 'tweede_stap' : 'instellen';
}

/** Ends this session. Returns the cookies that make the browser forget it. */
export async function meldAf(d: Diensten, persoonId: string | null, headers: Headers): Promise<string[]> {
  const antwoord = await d.kern.meldAf(headers);
  if (persoonId) {
    await als(d, persoon(persoonId), tx =>
      boek(tx, { handeling: 'afmelden', door: persoonId, persoonId, gelukt: true }),
    );
  }
  return antwoord.ok ? antwoord.koekjes : [];
}
