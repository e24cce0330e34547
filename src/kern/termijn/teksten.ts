import { feestdagNaam, formatDagMetWeekdag, formatTijdstip, type VrijeDagReden } from '../datum/index.ts';
import type { Termijneenheid } from './regel.ts';
import type { Stap } from './stap.ts';

export const GEEN_REGEL = 'Voor deze termijn is op deze dag geen regel bekend.';
export const MEER_REGELS = 'Voor deze termijn gelden op deze dag twee regels die elkaar tegenspreken.';
export const LENGTE_ONGELDIG = 'De lengte van deze termijn moet een heel getal van minstens 1 zijn.';
export const OPSCHORTING_OMGEKEERD = 'Het einde van de opschorting ligt voor het begin.';
export const OPSCHORTING_LOOPT = 'De termijn is opgeschort. Er is nog geen einddatum.';
export const EENHEID_NIET_IN_DAGEN = 'Deze termijn loopt in uren en heeft een begintijd nodig.';
export const EENHEID_NIET_IN_UREN = 'Deze termijn loopt niet in uren, maar in hele dagen.';

const EENHEDEN: Readonly<Record<Termijneenheid, readonly [string, string]>> = {
  uur: ['uur', 'uur'],
  dag: ['dag', 'dagen'],
  werkdag: ['werkdag', 'werkdagen'],
  week: ['week', 'weken'],
  maand: ['maand', 'maanden'],
  jaar: ['jaar', 'jaar'],
};

/** '1 dag', '5 werkdagen', '24 uur'. */
export function lengteTekst(lengte: number, eenheid: Termijneenheid): string {
  return `${lengte} ${EENHEDEN[eenheid][lengte === 1 ? 0 : 1]}`;
}

const opDag = (iso: string) => formatDagMetWeekdag(Temporal.PlainDate.from(iso));
const opTijd = (iso: string) => formatTijdstip(Temporal.Instant.from(iso));

function redenTekst(reden: VrijeDagReden): string {
  return reden === 'zaterdag' || reden === 'zondag' ? `een ${reden}` : feestdagNaam(reden);
}

/** A step of the calculation as a Dutch sentence for the page that shows the date. */
export function stapTekst(stap: Stap): string {
  switch (stap.code) {
    case 'regel':
      return `${stap.naam}: ${lengteTekst(stap.lengte, stap.eenheid)} (${stap.wet}, artikel ${stap.artikel}).`;
    case 'regel_niet_bevestigd':
      return `Let op: deze regel is niet bevestigd. Bron: ${stap.bron}.`;
    case 'eerste_dag':
      return stap.startTelt
        ? `De termijn begint op ${opDag(stap.dag)}; die dag telt mee.`
        : `De eerste dag die telt, is ${opDag(stap.dag)}: de dag na het begin.`;
    case 'laatste_dag':
      return `De laatste dag is ${opDag(stap.dag)}.`;
    case 'vrije_dagen_overgeslagen':
      return `Niet geteld: ${stap.dagen.map(({ dag, reden }) => `${opDag(dag)} (${redenTekst(reden)})`).join(', ')}.`;
    case 'opgeschort':
      return `Opgeschort van ${opDag(stap.van)} tot en met ${opDag(stap.totEnMet)}: ${lengteTekst(stap.dagen, 'dag')} (${stap.grond}).`;
    case 'geen_verschuiving':
      return 'Weekeinden en feestdagen schuiven de laatste dag niet op: de Algemene termijnenwet verlengt deze termijn niet.';
    case 'uitgezonderd_artikel_4':
      return 'Weekeinden en feestdagen schuiven de laatste dag niet op: de termijn is daarvoor te lang (Algemene termijnenwet, artikel 4, onder a).';
    case 'verlengd_artikel_1':
      return `${opDag(stap.van)} is ${redenTekst(stap.reden)}; de termijn loopt door tot en met ${opDag(stap.naar)} (Algemene termijnenwet, artikel 1).`;
    case 'verlengd_artikel_2':
      return `In de termijn vielen geen twee werkdagen; hij loopt door van ${opDag(stap.van)} tot en met ${opDag(stap.naar)} (Algemene termijnenwet, artikel 2).`;
    case 'gelijkstelling_onzeker':
      return `Let op: welke dagen in ${stap.jaar} met een feestdag zijn gelijkgesteld, is hier niet met zekerheid bekend. De laatste dag kan later zijn.`;
    case 'tijdstip':
      return `De termijn loopt van ${opTijd(stap.van)} tot ${opTijd(stap.tot)}; nachten en weekeinden tellen mee.`;
  }
}
