import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import { VEELGEBRUIKT } from './veelgebruikt.ts';

/** Shortest password in characters. NIST SP 800-63B-4, 3.1.1.2: length counts, composition rules do not. */
export const WACHTWOORD_MIN = 12;
/** Longest password in characters: bounds the work of one hash. */
export const WACHTWOORD_MAX = 200;

export type Wachtwoordfout = 'te_kort' | 'te_lang' | 'veelgebruikt' | 'lijkt_op_adres' | 'ongelijk';

const kaal = (s: string) => s.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * May this be a password? Refused: too short, on the list of common ones (also with other marks, case or
 * trailing digits), one character repeated, or made of the address. `nogEens` is the second field of the form.
 */
export function keurWachtwoord(
  wachtwoord: string,
  nogEens: string,
  adres: string,
): Result<string, { code: Wachtwoordfout }> {
  const lengte = [...wachtwoord].length;
  if (lengte < WACHTWOORD_MIN) return geweigerd({ code: 'te_kort' });
  if (lengte > WACHTWOORD_MAX) return geweigerd({ code: 'te_lang' });
  const vorm = kaal(wachtwoord);
  const stam = vorm.replace(/\d+$/, '');
  if (VEELGEBRUIKT.has(vorm) || VEELGEBRUIKT.has(stam) || new Set(vorm).size < 4) {
    return geweigerd({ code: 'veelgebruikt' });
  }
  const voor = kaal(adres.split('@')[0] ?? '');
  if (voor.length >= 4 && stam.replaceAll(voor, '').length < 4) return geweigerd({ code: 'lijkt_op_adres' });
  if (wachtwoord !== nogEens) return geweigerd({ code: 'ongelijk' });
  return gelukt(wachtwoord);
}
