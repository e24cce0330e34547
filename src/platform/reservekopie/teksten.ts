/** Why a copy is refused, in words for the person at the keyboard. */
export const weigerteksten = {
  eigen_server:
    'Deze installatie gebruikt een eigen PostgreSQL (DATABASE_URL): maak en bewaar reservekopieën met de middelen van die server.',
  geen_database: 'Er is hier geen database om te kopiëren; controleer LA_DATA.',
  doel_bestaat: 'Het bestand voor de reservekopie bestaat al; kies een andere naam.',
  doel_in_gegevens: 'Zet de reservekopie niet in de gegevensmap zelf; kies een andere plaats.',
  bron_ontbreekt: 'De reservekopie is niet te lezen; geef het pad van een bestand dat eindigt op .lakopie.',
  geen_kopie: 'Dit bestand is geen reservekopie van Lange Adem.',
  formaat_onbekend: 'Deze reservekopie is van een nieuwere uitgave van Lange Adem; gebruik die uitgave.',
  sleutel_onjuist:
    'Deze reservekopie is met een andere hoofdsleutel gemaakt; zet LA_SLEUTEL op de sleutel van toen.',
  kopie_geschonden: 'De reservekopie is beschadigd of onvolledig; er is niets teruggezet.',
  map_niet_leeg: 'De map om in terug te zetten is niet leeg. Kies met LA_DATA een lege of nieuwe map.',
  tabelruimte: 'De database gebruikt extra tabelruimten; die kan deze reservekopie niet meenemen.',
  geen_rust: 'De database kwam niet lang genoeg tot rust voor een momentopname; probeer het later opnieuw.',
  niet_nagespeeld:
    'Teruggezet, maar wat sinds de kopie is gewist, kon niet opnieuw worden gewist; draai npm run naspelen voordat u start.',
  vergelijking_wijkt_af:
    'Wat is teruggezet, is niet gelijk aan wat de reservekopie belooft; de map is weer leeggemaakt.',
} as const;

const duur = (ms: number): string => `${(ms / 1000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} s`;
const omvang = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;

export const kopieteksten = {
  gemaakt: (bestand: string) => `Reservekopie gemaakt: ${bestand}`,
  verwijderd: (namen: readonly string[], dagen: number) =>
    `Ouder dan ${dagen} dagen en verwijderd: ${namen.join(', ')}. Verwijder ook wat u elders bewaart.`,
  teruggezet: (map: string) => `Teruggezet en vergeleken: ${map}`,
  maten: (bytes: number, ms: number, tabellen: number, rijen: number) =>
    `Omvang ${omvang(bytes)}, duur ${duur(ms)}, ${tabellen} tabellen, ${rijen} rijen.`,
  sleutelsApart: (sleutelmap: string) =>
    `De sleutels zitten er NIET in. Bewaar de sleutelmap ${sleutelmap} en de hoofdsleutel elk apart: zonder die twee is de kopie onleesbaar.`,
  gebruikTerugzetten: 'Gebruik: npm run terugzetten -- <bestand.lakopie>   (LA_DATA wijst een lege map aan)',
};
