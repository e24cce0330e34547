import type { BewaardVerzoek } from '../db/bewaarde-verzoeken.ts';
import { isBewaarbaar, type Verzoekinhoud } from '../domain/bewaard-verzoek.ts';
import { als, boek, type Diensten, persoon, stelsel } from './diensten.ts';
import { herkenBezoeker } from './herkenning.ts';

/**
 * Keeps a form that somebody sent when his session had run out, for him alone. False when the cookie bears no
 * strong session of an active person that ran out, or when this form is not kept: then nothing happened.
 */
export async function bewaarVerzoek(
  d: Diensten,
  cookie: string | undefined,
  inhoud: Verzoekinhoud,
): Promise<boolean> {
  if (!isBewaarbaar(inhoud.pad)) return false;
  const { verlopen } = await herkenBezoeker(d, cookie);
  if (!verlopen?.sterk) return false;
  const sleutel = await d.kluis.nieuweSleutel('bewaard_verzoek');
  let bewaard = false;
  try {
    bewaard = await als(d, stelsel('bewaren'), async tx => {
      const p = await d.personen.find(tx, verlopen.persoonId);
      if (!p?.actief) return false;
      await d.bewaard.voegToe(tx, sleutel, p.id, inhoud, d.klok.nu());
      await boek(tx, { handeling: 'verzoek_bewaard', door: null, persoonId: p.id, gelukt: true });
      return true;
    });
  } finally {
    if (!bewaard) await d.kluis.vernietig(sleutel);
  }
  return bewaard;
}

/** Has this browser a session that ran out? Then the reader is told to sign in rather than that nothing is there. */
export async function isVerlopen(d: Diensten, cookie: string | undefined): Promise<boolean> {
  return (await herkenBezoeker(d, cookie)).verlopen !== null;
}

/** What somebody has kept of his own, newest first. */
export function leesBewaard(d: Diensten, id: string): Promise<BewaardVerzoek[]> {
  return als(d, persoon(id), tx => d.bewaard.list(tx, d.klok.nu()));
}

/** Removes a kept form of one's own: it was sent after all, or thrown away. False when there is none. */
export function verwijderBewaard(d: Diensten, id: string, verzoekId: string): Promise<boolean> {
  return als(d, persoon(id), async tx => {
    const weg = await d.bewaard.verwijder(tx, verzoekId);
    if (weg) await boek(tx, { handeling: 'bewaard_verzoek_weg', door: id, persoonId: id, gelukt: true });
    return weg;
  });
}
