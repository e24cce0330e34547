/** Hours that a recovery code works, and that a request waits for a second person. */
export const HERSTELDUUR = {
  code: 24,
  verzoek: 7 * 24,
  bron: 'Afspraak van dit huis (C2.7); NIST SP 800-63B-4 (2025), 4.2: herstel naar de sterkte van het account',
} as const;

/** A code as people read it out: groups of four. */
export const toonHerstelcode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** What somebody typed, as it was given out: capitals, without spaces and dashes; 0 and 1 are read as O and I. */
export const leesHerstelcode = (getypt: string): string =>
  getypt.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('0', 'O').replaceAll('1', 'I');
