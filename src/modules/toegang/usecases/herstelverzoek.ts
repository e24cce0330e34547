import { gelukt, geweigerd, nietGevonden, type Result, type Weigering } from '#kern/resultaat/index.ts';
import type { Transactie } from '#platform/db/index.ts';
import {
  gebruikHerstelcode,
  geefHerstelakkoord,
  type Herstelverzoekrij,
  listHerstelbaar,
  listHerstelverzoeken,
  maakHerstelcode,
  openHerstelverzoek,
  wijsHerstelverzoekAf,
} from '../db/herstelverzoeken.ts';
import { leesHerstelcode } from '../domain/herstelcode.ts';
import type { Afzender } from './aanmelden.ts';
import { als, boek, type Diensten, persoon, stelsel } from './diensten.ts';
import { herstelberichten } from './herstelberichten.ts';
import { rem } from './rem.ts';

export interface Herstelmens {
  persoonId: string;
  naam: string;
  organisatieId: string;
  organisatie: string;
}
export interface Herstelverzoek extends Omit<Herstelverzoekrij, 'akkoorden'> {
  naam: string;
  akkoorden: { naam: string; rol: Herstelverzoekrij['akkoorden'][number]['rol'] }[];
  /** The reader has agreed already: another has to. */
  gaf: boolean;
}
export interface Hersteloverzicht {
  mensen: Herstelmens[];
  open: Herstelverzoek[];
}

const namen = async (d: Diensten, tx: Transactie, id: string) => (await d.personen.find(tx, id))?.naam ?? '';

/** Whom the reader may help and what waits for a second person; null when he decides for nobody. */
export function leesHerstel(d: Diensten, door: string): Promise<Hersteloverzicht | null> {
  return als(d, persoon(door), async tx => {
    const baar = await listHerstelbaar(tx);
    if (baar.length === 0) return null;
    const mensen: Herstelmens[] = [];
    for (const m of baar) mensen.push({ ...m, naam: await namen(d, tx, m.persoonId) });
    const open: Herstelverzoek[] = [];
    for (const v of await listHerstelverzoeken(tx, d.klok.nu())) {
      const akkoorden = [];
      for (const a of v.akkoorden) akkoorden.push({ naam: await namen(d, tx, a.persoonId), rol: a.rol });
      const gaf = v.akkoorden.some(a => a.persoonId === door);
      open.push({ ...v, naam: await namen(d, tx, v.persoonId), akkoorden, gaf });
    }
    return { mensen: mensen.sort((a, b) => a.naam.localeCompare(b.naam, 'nl')), open };
  });
}

const noteer = (tx: Transactie, handeling: string, door: string, persoonId: string, goed = true) =>
  boek(tx, { handeling, door, persoonId, gelukt: goed });

/**
 * Asks that somebody gets back in without the second step; who asks agrees by it. Refused for whom the reader does
 * not decide, for himself, and while a request for this person waits.
 */
export async function vraagHerstelverzoek(
  d: Diensten,
  door: string,
  voor: { persoonId: string; organisatieId: string },
): Promise<Result<null, Weigering>> {
  const goed = await als(d, persoon(door), async tx => {
    const nu = d.klok.nu();
    const er = (await listHerstelbaar(tx)).some(
      h => h.persoonId === voor.persoonId && h.organisatieId === voor.organisatieId,
    );
    if (!er || (await listHerstelverzoeken(tx, nu)).some(v => v.persoonId === voor.persoonId)) return false;
    const id = await openHerstelverzoek(tx, voor, nu);
    await geefHerstelakkoord(tx, id, voor.organisatieId, nu);
    const p = await d.personen.find(tx, voor.persoonId);
    if (p) await d.mail?.zetInWachtrij(tx, { aan: p.email, ...herstelberichten.gevraagd(p.naam) });
    await noteer(tx, 'herstel_gevraagd_door_collega', door, voor.persoonId);
    return true;
  });
  if (goed) return gelukt(null);
  await als(d, persoon(door), tx => noteer(tx, 'herstel_gevraagd_door_collega', door, voor.persoonId, false));
  return geweigerd(nietGevonden());
}

/**
 * Agrees with a request of another. With the second person, one of them an account administrator, the code comes
 * out; it is shown this once, to be given to the person himself. Null: another has to agree as well.
 */
export async function stemInMetHerstel(
  d: Diensten,
  door: string,
  verzoekId: string,
): Promise<Result<{ code: string | null }, Weigering>> {
  return als(d, persoon(door), async tx => {
    const nu = d.klok.nu();
    const v = (await listHerstelverzoeken(tx, nu)).find(x => x.id === verzoekId);
    if (!v) return geweigerd(nietGevonden());
    if (!(await geefHerstelakkoord(tx, v.id, v.organisatieId, nu))) {
      return geweigerd({ code: 'al_akkoord' });
    }
    const code = await maakHerstelcode(tx, v.id, nu);
    await noteer(tx, 'herstel_akkoord', door, v.persoonId);
    return gelukt({ code });
  });
}

/** Refuses a request. */
export async function wijsHerstelAf(
  d: Diensten,
  door: string,
  verzoekId: string,
): Promise<Result<null, Weigering>> {
  return als(d, persoon(door), async tx => {
    const voor = await wijsHerstelverzoekAf(tx, verzoekId, d.klok.nu());
    if (!voor) return geweigerd(nietGevonden());
    await noteer(tx, 'herstel_afgewezen', door, voor);
    return gelukt(null);
  });
}

export type Herstelweigering = { code: 'onjuist' } | { code: 'te_vaak'; minuten: number };

/**
 * Uses a recovery code: address, password and code together, in one answer that does not tell which was wrong.
 * Takes the second step away, ends every session and signs in as far as setting up a new one.
 */
export async function herstelMetCode(
  d: Diensten,
  invoer: { adres: string; wachtwoord: string; code: string },
  van: Afzender,
): Promise<Result<{ koekjes: string[] }, Herstelweigering>> {
  const adres = d.personen.aanmeldadres(invoer.adres);
  const vrij = await rem(d, [
    ['herstelcode_herkomst', van.herkomst],
    ['herstelcode_account', adres],
  ]);
  if (!vrij.vrij) return geweigerd({ code: 'te_vaak', minuten: vrij.minuten });
  const eerst = await d.kern.meldAan(adres, invoer.wachtwoord, van.headers);
  // What the library gave for the password alone is of no use here and does not stay.
  if (eerst.ok && 'token' in eerst.waarde) await d.sessies.beeindigOpToken(eerst.waarde.token);
  if (!(await gebruik(d, invoer, eerst.ok))) return geweigerd({ code: 'onjuist' });
  const opnieuw = await d.kern.meldAan(adres, invoer.wachtwoord, van.headers);
  if (!opnieuw.ok) return geweigerd({ code: 'onjuist' });
  await vrij.geefTerug();
  return gelukt({ koekjes: opnieuw.koekjes });
}

async function gebruik(
  d: Diensten,
  invoer: { adres: string; code: string },
  wachtwoordGoed: boolean,
): Promise<boolean> {
  const code = leesHerstelcode(invoer.code);
  const wie = await als(d, stelsel('herstel'), async tx => {
    const p = await d.personen.findOpAdres(tx, invoer.adres);
    const goed =
      wachtwoordGoed && p?.actief === true && (await gebruikHerstelcode(tx, p.id, code, d.klok.nu()));
    await boek(tx, { handeling: 'herstelcode_gebruikt', door: null, persoonId: p?.id ?? null, gelukt: goed });
    if (!goed || !p) return null;
    await d.mail?.zetInWachtrij(tx, { aan: p.email, ...herstelberichten.gebruikt(p.naam) });
    return p.id;
  });
  if (!wie) return false;
  await d.tweedeStap.wis(wie);
  return true;
}
