import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import { listHerstelbaar } from '../db/herstelverzoeken.ts';
import type { Passkeyregel, TweedeStap } from '../db/tweede-stap.ts';
import { type Sessie, sessieGeldt } from '../domain/sessie.ts';
import { keurWachtwoord, type Wachtwoordfout } from '../domain/wachtwoord.ts';
import type { Afzender } from './aanmelden.ts';
import { berichten } from './berichten.ts';
import { leesBewaard } from './bewaard-verzoek.ts';
import { als, boek, type Diensten, persoon } from './diensten.ts';
import { duurVoor, leesSessie } from './herkenning.ts';
import { rem } from './rem.ts';

export interface EigenAccount {
  naam: string;
  adres: string;
  sessies: (Sessie & { dit: boolean })[];
  passkeys: Passkeyregel[];
  stap: TweedeStap;
  /** Number of forms that are kept for him. */
  bewaard: number;
  /** Decides whether colleagues get back in without their second step. */
  herstelt: boolean;
}

/** What someone sees of his own account. */
export async function leesAccount(d: Diensten, id: string, headers: Headers): Promise<EigenAccount> {
  const deze = await leesSessie(d, headers.get('cookie') ?? undefined);
  const nu = d.klok.nu();
  const p = await als(d, persoon(id), tx => d.personen.find(tx, id));
  const duur = await duurVoor(d, id);
  const sessies = (await d.sessies.listVan(id)).filter(s => s.sterk && sessieGeldt(s, nu, duur));
  return {
    naam: p?.naam ?? '',
    adres: p?.email ?? '',
    sessies: sessies.map(s => ({ ...s, dit: s.id === deze?.id })),
    passkeys: await d.tweedeStap.listPasskeys(id),
    stap: await d.tweedeStap.lees(id),
    bewaard: (await leesBewaard(d, id)).length,
    herstelt: (await als(d, persoon(id), listHerstelbaar)).length > 0,
  };
}

const noteer = (d: Diensten, id: string, handeling: string) =>
  als(d, persoon(id), tx => boek(tx, { handeling, door: id, persoonId: id, gelukt: true }));

/** Ends one of one's own sessions; false when there is no such session. */
export async function beeindigSessie(d: Diensten, id: string, sessieId: string): Promise<boolean> {
  const weg = await d.sessies.beeindig(id, sessieId);
  if (weg) await noteer(d, id, 'sessie_beeindigd');
  return weg;
}

/** Signs out everywhere, here too. */
export async function meldOveralAf(d: Diensten, id: string): Promise<void> {
  await d.sessies.beeindigAlle(id);
  await noteer(d, id, 'overal_afgemeld');
}

export type Wijzigweigering =
  | { code: Wachtwoordfout | 'oud_onjuist' | 'niet_in_demonstratie' }
  | { code: 'te_vaak'; minuten: number };

/** Changes the password: the other sessions end, this one gets a new number. */
export async function wijzigWachtwoord(
  d: Diensten,
  id: string,
  invoer: { oud: string; nieuw: string; nogEens: string },
  van: Afzender,
): Promise<Result<{ koekjes: string[] }, Wijzigweigering>> {
  if (d.demo) return geweigerd({ code: 'niet_in_demonstratie' });
  const p = await als(d, persoon(id), tx => d.personen.find(tx, id));
  const goed = keurWachtwoord(invoer.nieuw, invoer.nogEens, p?.email ?? '');
  if (!goed.ok) return goed;
  const vrij = await rem(d, [['wachtwoord_account', id]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const antwoord = await d.kern.wijzigWachtwoord(invoer.oud, goed.waarde, van.headers);
  if (!antwoord.ok) return geweigerd({ code: 'oud_onjuist' });
  await vrij.geefTerug();
  await als(d, persoon(id), async tx => {
    if (p) {
      await d.mail?.zetInWachtrij(tx, { aan: p.email, ...berichten.wachtwoordGewijzigd(p.naam, d.basisUrl) });
    }
    await boek(tx, { handeling: 'wachtwoord_gewijzigd', door: id, persoonId: id, gelukt: true });
  });
  return gelukt({ koekjes: antwoord.koekjes });
}

/** Removes a passkey of one's own, unless it is the last second step. */
export async function verwijderPasskey(
  d: Diensten,
  id: string,
  passkeyId: string,
): Promise<Result<null, { code: 'laatste_stap' | 'niet_gevonden' }>> {
  const stap = await d.tweedeStap.lees(id);
  if (!stap.app && stap.passkeys <= 1 && !d.demo) return geweigerd({ code: 'laatste_stap' });
  if (!(await d.tweedeStap.verwijderPasskey(id, passkeyId))) return geweigerd({ code: 'niet_gevonden' });
  await noteer(d, id, 'passkey_verwijderd');
  return gelukt(null);
}

/** New reserve codes instead of the old ones; asks the password. */
export async function nieuweReservecodes(
  d: Diensten,
  id: string,
  wachtwoord: string,
  van: Afzender,
): Promise<Result<string[], Wijzigweigering>> {
  const vrij = await rem(d, [['wachtwoord_account', id]]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const antwoord = await d.kern.nieuweReservecodes(wachtwoord, van.headers);
  if (!antwoord.ok) return geweigerd({ code: 'oud_onjuist' });
  await vrij.geefTerug();
  await noteer(d, id, 'reservecodes_vernieuwd');
  return gelukt(antwoord.waarde.backupCodes);
}
