import type { Controleteksten } from '#kern/controle/index.ts';

/** The wording of the checks of this room, apart from the rules. Numbers are never used again. */
export type Contactcode = `GZ10${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | 'GZ110';
export type Persooncode = 'GZ201' | 'GZ202' | 'GZ203' | 'GZ204' | 'GZ205' | 'GZ206' | 'GZ207';

export const CONTACTTEKSTEN: Controleteksten<Contactcode> = {
  GZ101: 'Er is niet vastgelegd hoe deze persoon veilig te bereiken is. Vraag het eerst en leg het vast.',
  GZ102: 'Zo mag deze persoon niet worden benaderd. Kies een andere wijze.',
  GZ103: 'Of dit veilig kan, is niet bekend. Onbekend telt als nee: vraag het eerst en leg het vast.',
  GZ104: 'Er leest of luistert op deze weg iemand mee. Iemand met naam moet beslissen of dit toch kan.',
  GZ105:
    'Of er op deze weg iemand meeleest, is niet bekend. Onbekend telt als ja: iemand met naam moet beslissen.',
  GZ106:
    'Een andere partij in het dossier woont op dit adres, of heeft dit nummer of e-mailadres ook. Iemand met naam moet beslissen of dit kan.',
  GZ107:
    'Of een andere partij dit deelt, is niet bekend. Leg van ieder in het dossier vast waar hij woont en hoe hij te bereiken is, of beslis met naam.',
  GZ108: 'Deze persoon heeft geen telefoon of geen e-mail. Kies een andere wijze.',
  GZ109:
    'Iemand die zelf in het dossier staat, leest of luistert op deze weg mee. Iemand met naam moet beslissen of dit toch kan.',
  GZ110:
    'Dit is geen dag of dagdeel waarop bellen veilig is. Wacht tot een veilig moment, of beslis met naam.',
};

export const PERSOONTEKSTEN: Controleteksten<Persooncode> = {
  GZ201: 'Dit burgerservicenummer bestaat niet: het voldoet niet aan de elfproef. Controleer de cijfers.',
  GZ202: 'Dit is een demonstratie: gebruik alleen een testnummer (begint met 0000 of 99999).',
  GZ203: 'De geboortedatum ligt in de toekomst of voor 1900. Controleer de datum.',
  GZ204: 'Een naam heeft hoogstens 200 tekens, zonder regels en stuurtekens.',
  GZ205: 'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.',
  GZ206: 'Dit is geen telefoonnummer. Gebruik cijfers, spaties, streepjes en eventueel een + vooraan.',
  GZ207: 'Deze gemeente bestaat niet. Kies uit de lijst.',
};

export const PERSOONFOUTEN = {
  bsn_grond:
    'U werkt in dit dossier niet op een grond waarop de wet het burgerservicenummer noemt. Laat het nummer weg.',
} as const;

/** Why a household, a relationship or an address could not be written, and what to do. */
export const HUISHOUDFOUTEN = {
  voor_huishouden: 'Deze dag ligt voor het begin van het huishouden. Kies een latere dag.',
  al_lid: 'Deze persoon hoort al bij dit huishouden. Sluit eerst de lopende periode.',
  tot_voor_van: 'De laatste dag ligt voor de eerste, of de periode was al gesloten. Controleer de datum.',
  al_gesloten: 'Deze periode is al gesloten. Voeg de persoon opnieuw toe als hij terug is.',
  huishouden_gesloten: 'Dit huishouden is al gesloten. Open het eerst weer als dat een vergissing was.',
  later_bewoond: 'Na deze dag woonde hier nog iemand, of kwam er iemand bij. Kies een latere dag.',
  zichzelf: 'Kies een andere persoon: niemand is familie van zichzelf.',
  al_betrekking: 'Deze betrekking staat er al.',
} as const;

export const ADRESFOUTEN = {
  postcode: 'Dit is geen postcode. Schrijf vier cijfers en twee letters, zoals 1234 AB, of laat leeg.',
  nummer: 'Een huisnummer begint met een cijfer. Zet letters in de toevoeging.',
  leeg: 'Vul ten minste een plaats of een postcode in.',
  te_lang: 'Een regel van een adres heeft hoogstens 200 tekens, zonder stuurtekens.',
  tot_voor_van: 'De laatste dag ligt voor de eerste, of dit adres was al gesloten. Controleer de datum.',
} as const;

export const CONTACTFOUTEN = {
  taal: 'Dit is geen taalcode. Kies een taal uit de lijst.',
  mag: 'Deze keuze hoort niet bij deze wijze. Maak een andere keuze.',
  nummer: 'Dit is geen telefoonnummer. Gebruik cijfers, spaties, streepjes en eventueel een + vooraan.',
  email: 'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.',
  adres: 'Dit adres hoort niet bij deze persoon of geldt niet meer. Kies uit de lijst.',
  wanneer: 'Dit heeft hoogstens 1.000 tekens.',
  meeWie: 'Dit heeft hoogstens 500 tekens.',
  meePersoon: 'Kies iemand die in een dossier over deze persoon staat.',
} as const;

export const SAMENVOEGFOUTEN = {
  al_samengevoegd: 'Een van deze twee is al met iemand samengevoegd. Draai dat eerst terug.',
  niet_vastgelegd:
    'Dit besluit is niet vastgelegd. Laat de andere vastlegging blijven, of overleg met uw privacyfunctionaris.',
  al_teruggedraaid: 'Deze samenvoeging was al teruggedraaid.',
} as const;
