/** What one attempt came to. `zeker`: is it certain that the server did not take the message? */
export interface Afloop {
  fout: string;
  blijvend: boolean;
  zeker: boolean;
}

interface SmtpFout {
  code?: string;
  command?: string;
  responseCode?: number;
  syscall?: string;
}

const ZEKER = new Set(['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EREQUIRETLS', 'EENVELOPE', 'ECONFIG', 'EPROXY']);

/**
 * Translates an error of the mail client into a code without address or text. A 5xx answer about this message
 * is final (RFC 5321, 4.2.1); a refused login or a server that cannot be reached is not about the message and is
 * tried again. Without an answer after the connection was made nobody knows whether the server took it.
 */
export function foutVan(e: unknown): Afloop {
  const { code = '', command = '', responseCode, syscall } = (e ?? {}) as SmtpFout;
  const overBericht = /^(MAIL FROM|RCPT TO|DATA)$/.test(command);
  if (responseCode && responseCode >= 400 && responseCode < 600) {
    if (/^E(NO|O)?AUTH/.test(code)) return { fout: 'aanmelding_geweigerd', blijvend: false, zeker: true };
    const blijvend = responseCode >= 500 && overBericht;
    return { fout: `smtp_${responseCode}`, blijvend, zeker: true };
  }
  if (code === 'EENVELOPE') return { fout: 'adres_ongeldig', blijvend: true, zeker: true };
  if (syscall === 'connect' || ZEKER.has(code)) {
    return { fout: 'server_onbereikbaar', blijvend: false, zeker: true };
  }
  return { fout: 'verbinding_verbroken', blijvend: false, zeker: false };
}

/** Attempts before a message counts as failed; the pauses add up to about eight and a half hours. */
export const MEESTE_POGINGEN = 10;

/** Minutes until the next attempt, after `pogingen` attempts (1 or more): doubling from one, at most six hours. */
export function wachtMinuten(pogingen: number): number {
  return Math.min(2 ** (Math.max(pogingen, 1) - 1), 360);
}
