import type { Gebrek } from '../../domain/toets.ts';
import { algemeen } from './algemeen.ts';

/** What a fault is about: the name of the field for a reader and the value as it was given. */
export interface Foutplek {
  label: string;
  waarde: string;
}

const kort = (waarde: string): string => (waarde.length > 60 ? `${waarde.slice(0, 60)}…` : waarde);

/** Every refusal of a value in clear Dutch: what is wrong, with the value, and what to do. */
export function gebrekTekst(gebrek: Gebrek, { label, waarde }: Foutplek): string {
  const naam = `${label}: `;
  const met = kort(waarde.replace(/\s+/g, ' ').trim());
  switch (gebrek.code) {
    case 'verplicht':
      return `${naam}vul dit in; het mag niet leeg blijven`;
    case 'geen_tekst':
      return `${naam}hier hoort gewone tekst`;
    case 'te_lang':
      return `${naam}dit is te lang; gebruik hoogstens ${gebrek.hoogstens} tekens`;
    case 'geen_getal':
      return `${naam}"${met}" is geen getal; schrijf bijvoorbeeld 12 of 12,5`;
    case 'geen_bedrag':
      return `${naam}"${met}" is geen bedrag in hele euro's; schrijf bijvoorbeeld 186.000`;
    case 'geen_datum':
      return `${naam}"${met}" is geen bestaande datum; schrijf bijvoorbeeld 3-11-2026, november 2026 of 2026`;
    case 'geen_kwartaal':
      return `${naam}"${met}" is geen kwartaal; schrijf bijvoorbeeld 2026-Q1`;
    case 'geen_ja_nee':
      return `${naam}"${met}" is geen ja of nee`;
    case 'onbekende_keuze':
      return `${naam}"${kort(gebrek.waarde)}" is geen keuze; kies uit ${gebrek.keuzes.join(', ')}`;
    case 'onbekende_code':
      return `${naam}${algemeen.nl.soort[gebrek.soort].toLowerCase()} "${kort(gebrek.waarde)}" bestaat niet in deze regio; kies uit de lijst`;
    case 'onbekende_gemeente':
      return `Gemeente "${kort(gebrek.waarde)}" hoort niet bij deze regio; kies uit de lijst`;
    case 'geen_lijst':
      return `${naam}hier hoort een lijst, één regel per stuk`;
    case 'onbruikbaar_teken':
      return `${naam}hier staat een onzichtbaar of half teken dat niet bewaard kan worden; typ de tekst opnieuw in plaats van haar te plakken`;
    case 'te_veel_stukken':
      return `${naam}dit zijn er te veel voor een programma; neem er hoogstens ${gebrek.hoogstens.toLocaleString('nl-NL')} op`;
    case 'te_diep':
      return `${naam}hier staan te veel lijsten in elkaar; gebruik een bestand dat hier is opgehaald als voorbeeld`;
    case 'meer_fouten':
      return `Er zijn meer dan ${gebrek.hoogstens.toLocaleString('nl-NL')} fouten; dit zijn de eerste. Verbeter die en bied het bestand opnieuw aan`;
    case 'bestaat_al':
      return `${naam}"${kort(gebrek.waarde)}" bestaat al in deze regio; kies een andere`;
  }
}
