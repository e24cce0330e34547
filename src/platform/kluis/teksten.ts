/** Why the vault refuses, in words for the person at the keyboard or in the log. Never a key, never a value. */
export const kluisteksten = {
  sleutel_onbekend: 'Deze sleutel staat niet in de sleutelmap.',
  sleutel_vernietigd: 'Deze sleutel is vernietigd; wat ermee versleuteld is, is voorgoed onleesbaar.',
  gegeven_geschonden: 'Dit versleutelde gegeven is beschadigd of hoort op een andere plek.',
  formaat_onbekend: 'Dit gegeven is versleuteld door een nieuwere uitgave van Lange Adem.',
  sleutelbestand_geschonden:
    'Een bestand in de sleutelmap is beschadigd; zet het terug uit uw kopie van die map.',
  hoofdsleutel_onjuist:
    'De hoofdsleutel (LA_SLEUTEL) hoort niet bij deze sleutelmap (LA_SLEUTELMAP). Geef de sleutel waarmee deze map is gemaakt of het laatst is vernieuwd.',
  hoofdsleutel_ontbreekt:
    'Er is geen hoofdsleutel: zet LA_SLEUTEL op 64 hexadecimale tekens of op het pad van een bestand daarmee.',
  hoofdsleutel_ongeldig: 'Een hoofdsleutel bestaat uit 32 bytes (64 hexadecimale tekens).',
  vernieuwing_loopt:
    'Er loopt al een vernieuwing naar een andere hoofdsleutel; maak die eerst af met die sleutel.',
  deel_onleesbaar:
    'Dit deel van de hoofdsleutel is niet goed overgenomen; een deel begint met LA1- en is één regel.',
  delen_horen_niet: 'Deze delen horen niet bij elkaar; geef twee verschillende delen van dezelfde splitsing.',
  wislijst_geschonden:
    'De wislijst in de sleutelmap is beschadigd of onvolledig; zet haar terug uit uw nieuwste kopie van die map.',
  map_onbruikbaar: 'De sleutelmap is niet te lezen of te beschrijven; zet LA_SLEUTELMAP op een eigen map.',
} as const;

export const vernieuwteksten = {
  gebruik:
    'Gebruik: npm run sleutel:vernieuw -- <bestand met de nieuwe hoofdsleutel>   (64 hexadecimale tekens)',
  klaar: (aantal: number) => `De hoofdsleutel is vernieuwd; ${aantal} sleutels zijn opnieuw ingepakt.`,
  wacht: (seconden: number) =>
    `Alle sleutels zijn ingepakt. Nog ${seconden} seconden, zodat elk draaiend proces de nieuwe hoofdsleutel leert …`,
  hierna:
    'Draaiende processen werken door. Zet LA_SLEUTEL nu op de nieuwe sleutel: elke volgende start vraagt die. Bewaar de oude sleutel zolang u reservekopieën van daarvoor bewaart.',
  demo: 'De nieuwe sleutel staat in de sleutelmap; draaiende processen werken door.',
};

export const splitsteksten = {
  uitleg:
    'Drie delen van de hoofdsleutel. Elke twee samen geven hem terug; één deel alleen zegt niets. Geef elk deel aan een ander mens, op papier, in een gesloten envelop, en bewaar ze op drie plaatsen:',
  gebruik:
    'Gebruik: npm run sleutel:herstel -- <bestand met deel> <bestand met ander deel> <nieuw bestand voor de hoofdsleutel>',
  bestaat: 'Het bestand voor de hoofdsleutel bestaat al; kies een nieuwe naam.',
  hersteld: (pad: string) => `De hoofdsleutel staat in ${pad}; zet LA_SLEUTEL op dat pad.`,
};
