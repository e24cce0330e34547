import { setTimeout as wacht } from 'node:timers/promises';
import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import { wasSterkDoorOrganisatie } from '../db/herstelverzoeken.ts';
import type { Linksoort } from '../db/links.ts';
import type { Persoon } from '../db/personen.ts';
import { keurWachtwoord, type Wachtwoordfout } from '../domain/wachtwoord.ts';
import type { Afzender } from './aanmelden.ts';
import { berichten } from './berichten.ts';
import { als, boek, type Diensten, stelsel } from './diensten.ts';
import { herstelberichten } from './herstelberichten.ts';
import { rem } from './rem.ts';

/** Every answer takes at least this long, in ms, so that it does not tell whether an address is known. */
const GELIJKE_TIJD = 350;

/**
 * Sends a link for a new password, when this address has an account. The answer is the same when it has not,
 * and takes as long.
 */
export async function vraagHerstel(
  d: Diensten,
  adres: string,
  van: Afzender,
): Promise<Result<null, { code: 'te_vaak'; minuten: number }>> {
  const vrij = await rem(d, [['herstel_herkomst', van.herkomst]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  // More messages than enough to one address: nothing is sent, and nobody is told, so that a stranger can
  // neither fill a mailbox nor shut its owner out of this page.
  const genoeg = !(await rem(d, [['herstel_account', d.personen.aanmeldadres(adres)]])).vrij;
  await Promise.all([genoeg ? null : stuurHerstel(d, adres), wacht(GELIJKE_TIJD)]);
  return gelukt(null);
}

/**
 * Would a link in mail alone open this casework account? So it is when it has no second step of its own, because its
 * organisation's provider stands for it or because two people took it away a moment ago.
 */
async function alleenViaOrganisatie(d: Diensten, persoonId: string): Promise<boolean> {
  const stap = await d.tweedeStap.lees(persoonId);
  if (stap.app || stap.passkeys > 0) return false;
  return als(d, stelsel('herstel'), tx => wasSterkDoorOrganisatie(tx, persoonId));
}

async function stuurHerstel(d: Diensten, adres: string): Promise<void> {
  const p = await als(d, stelsel('herstel'), tx => d.personen.findOpAdres(tx, adres));
  if (!p?.actief || !p.aangesloten) return;
  if (await alleenViaOrganisatie(d, p.id)) {
    await als(d, stelsel('herstel'), async tx => {
      await d.mail?.zetInWachtrij(tx, { aan: p.email, ...herstelberichten.viaOrganisatie(p.naam) });
      await boek(tx, { handeling: 'herstel_gevraagd', door: null, persoonId: p.id, gelukt: false });
    });
    return;
  }
  const code = await d.links.maak('herstel', p.id, d.klok.nu());
  await als(d, stelsel('herstel'), async tx => {
    await d.mail?.zetInWachtrij(tx, {
      aan: p.email,
      ...berichten.herstel(p.naam, `${d.basisUrl}/aanmelden/herstel/${code}`),
    });
    await boek(tx, { handeling: 'herstel_gevraagd', door: null, persoonId: p.id, gelukt: true });
  });
}

export type Linkweigering =
  | { code: 'link_onbruikbaar' }
  | { code: Wachtwoordfout }
  | { code: 'te_vaak'; minuten: number };

/** The person that a link is for, when it can still be used. Guessing is braked. */
export async function leesLink(
  d: Diensten,
  soort: Linksoort,
  code: string,
  van: Afzender,
): Promise<Result<Persoon, Linkweigering>> {
  const vrij = await rem(d, [['link_herkomst', van.herkomst]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const id = await d.links.find(soort, code, d.klok.nu());
  const p = id ? await als(d, stelsel('link'), tx => d.personen.find(tx, id)) : null;
  const mag = p?.actief && !(soort === 'herstel' && (await alleenViaOrganisatie(d, p.id)));
  if (!p || !mag) return geweigerd({ code: 'link_onbruikbaar' });
  await vrij.geefTerug();
  return gelukt(p);
}

/**
 * Uses a link to set a password. Of two at once one succeeds. Ends every session; a second step that was set
 * up stays: a mailbox alone does not open an account.
 */
export async function zetWachtwoordMetLink(
  d: Diensten,
  soort: Linksoort,
  invoer: { code: string; wachtwoord: string; nogEens: string },
  van: Afzender,
): Promise<Result<null, Linkweigering>> {
  const gelezen = await leesLink(d, soort, invoer.code, van);
  if (!gelezen.ok) return gelezen;
  const p = gelezen.waarde;
  const goed = keurWachtwoord(invoer.wachtwoord, invoer.nogEens, p.email);
  if (!goed.ok) return goed;
  if ((await d.links.gebruik(soort, invoer.code, d.klok.nu())) !== p.id) {
    return geweigerd({ code: 'link_onbruikbaar' });
  }
  await d.accounts.maakOfZet(p.id, d.personen.aanmeldadres(p.email), goed.waarde, d.klok.nu());
  await als(d, stelsel('link'), async tx => {
    await d.personen.sluitAan(tx, p.id);
    if (soort === 'herstel') {
      await d.mail?.zetInWachtrij(tx, { aan: p.email, ...berichten.wachtwoordGewijzigd(p.naam, d.basisUrl) });
    }
    const handeling = soort === 'herstel' ? 'wachtwoord_hersteld' : 'uitnodiging_aanvaard';
    await boek(tx, { handeling, door: p.id, persoonId: p.id, gelukt: true });
  });
  return gelukt(null);
}
