import type { Periode } from './periode.ts';
import { maandNaam, type Taal } from './taal.ts';

const RANGWOORDEN: Readonly<Record<Taal, readonly [string, string, string, string]>> = {
  nl: ['eerste', 'tweede', 'derde', 'vierde'],
  en: ['first', 'second', 'third', 'fourth'],
};

/** A period in running text: 'eerste kwartaal 2020', 'januari tot en met mei 2020', 'first quarter of 2020'. */
export function formatPeriode(periode: Periode, taal: Taal = 'nl'): string {
  const nl = taal === 'nl';
  const totEnMet = nl ? 'tot en met' : 'to';
  switch (periode.soort) {
    case 'jaar':
      return String(periode.jaar);
    case 'halfjaar': {
      const rang = RANGWOORDEN[taal][periode.halfjaar === 1 ? 0 : 1];
      return nl ? `${rang} halfjaar ${periode.jaar}` : `${rang} half of ${periode.jaar}`;
    }
    case 'kwartaal': {
      const rang = RANGWOORDEN[taal][periode.kwartaal - 1];
      return nl ? `${rang} kwartaal ${periode.jaar}` : `${rang} quarter of ${periode.jaar}`;
    }
    case 'maand':
      return `${maandNaam(periode.maand, taal)} ${periode.jaar}`;
    case 'deeljaar': {
      const van = maandNaam(periode.vanMaand, taal);
      return `${van} ${totEnMet} ${maandNaam(periode.totEnMetMaand, taal)} ${periode.jaar}`;
    }
    case 'jarenreeks':
      return `${periode.vanJaar} ${totEnMet} ${periode.totEnMetJaar}`;
  }
}
