import { formatDag } from '#kern/datum/index.ts';

/** The words of a reminder. */
export interface Herinnering {
  regio: string;
  regioNaam: string;
  omschrijving: string;
  vervaldag: Temporal.PlainDate;
  dagen: number;
  /** Address of this installation without slash at the end; null when it has none. */
  basisUrl: string | null;
}

const over = (dagen: number): string =>
  dagen === 0 ? 'vandaag' : dagen === 1 ? 'morgen' : `over ${dagen} dagen`;

/** Subject and text of a reminder: what is due when, and where to make the report. */
export function herinneringTekst(h: Herinnering): { onderwerp: string; inhoud: string } {
  const dag = formatDag(h.vervaldag);
  const waar = h.basisUrl
    ? `Maak het bericht over de voortgang op deze pagina:\n${h.basisUrl}/programma/${h.regio}/verslag`
    : 'Maak het bericht over de voortgang op de pagina Voortgangsbericht van uw regio.';
  return {
    onderwerp: `Rapportage van ${h.regioNaam}: uiterlijk ${dag}`,
    inhoud: [
      'Dag projectleider,',
      `Uiterlijk ${dag} (${over(h.dagen)}) is nodig: ${h.omschrijving}.`,
      waar,
      'U krijgt dit bericht omdat u projectleider bent van deze regio. Is de rapportage al weg? Dan hoeft u niets te doen.',
    ].join('\n\n'),
  };
}
