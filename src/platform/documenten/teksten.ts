/** Words that a made document adds of itself. */
export const documentteksten = {
  nl: {
    tabel: 'Tabel',
    figuur: 'Figuur',
    bron: 'Bron',
    kenmerk: 'Kenmerk',
    pagina: 'Pagina',
    van: 'van',
    onbekendTeken: 'Tekens die dit document niet kan tonen, staan er als [?].',
  },
  en: {
    tabel: 'Table',
    figuur: 'Figure',
    bron: 'Source',
    kenmerk: 'Reference',
    pagina: 'Page',
    van: 'of',
    onbekendTeken: 'Characters that this document cannot show appear as [?].',
  },
} as const;

/** What is said when an uploaded table cannot be read. */
export const tabelteksten = {
  te_groot: 'Dit bestand is groter dan 20 MB. Deel het op in kleinere bestanden.',
  te_veel_rijen:
    'Dit bestand heeft meer dan 50.000 rijen of 300.000 cellen. Deel het op in kleinere bestanden.',
  te_veel_kolommen: 'Dit bestand heeft meer dan 500 kolommen. Haal kolommen weg die niet nodig zijn.',
  uitgepakt_te_groot: 'Dit bestand wordt uitgepakt te groot om veilig te lezen.',
  te_zwaar:
    'Dit bestand is te zwaar: het lezen kost te veel tijd of geheugen. Zet alleen de gegevens in een nieuw bestand en probeer het opnieuw.',
  onbewaarbaar:
    'Het bestand bevat tekens die niet zijn op te slaan (een nulteken of een half teken). Sla het opnieuw op als .xlsx of als .csv in UTF-8 en probeer het nog eens.',
  leeg: 'Dit bestand is leeg.',
  oud_excel: 'Dit is een oud Excel-bestand (.xls). Sla het op als .xlsx of .csv en probeer het opnieuw.',
  beveiligd:
    'Dit Excel-bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw.',
  geen_tabel: 'Dit is geen tabel. Gebruik een bestand van het soort .xlsx of .csv.',
  beschadigd: 'Dit bestand is beschadigd en niet te lezen. Sla het opnieuw op en probeer het nog eens.',
  aanhalingsteken: (regel: number) =>
    `Regel ${regel}: een aanhalingsteken staat verkeerd of is niet gesloten.`,
} as const;
