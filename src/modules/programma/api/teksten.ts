/** Texts of this room's interface for programs. */
export const apiTeksten = {
  label: 'Programma',
  labelUitleg: 'Regio’s, hun programma en alle onderdelen daarvan, zoals gepubliceerd',
  regios: 'Alle regio’s met een gepubliceerd programma',
  regio: 'Eén regio met haar gemeenten',
  programma: 'Het programma van een regio: kader, opbouw en het aantal onderdelen per soort',
  onderdelen: 'De gepubliceerde onderdelen van een programma, te beperken tot één soort',
  onderdeel: 'Eén gepubliceerd onderdeel',
  regiocode: 'Code van de regio, zoals in het adres van haar pagina',
  soort: 'Soort onderdeel',
  code: 'Code van het onderdeel binnen zijn soort en regio',
  versie: 'Nummer van de gepubliceerde versie',
  geldigVanaf: 'Dag vanaf welke deze versie geldt',
  deeldatum: 'Datum zo precies als de bron die geeft: JJJJ, JJJJ-MM of JJJJ-MM-DD',
  kwartaal: 'Kwartaal, JJJJ-Qn',
  bedrag: 'Hele euro’s; null als de bron geen bedrag geeft',
  cbsCode: 'CBS-code van de gemeente; null voor de hele regio',
  bron: 'Stuk waar dit uit komt',
  regioOnbekend: (naam: string) => `De regio ‘${naam}’ kennen wij niet, of heeft geen openbaar programma.`,
  soortOnbekend: (naam: string, keuzes: readonly string[]) =>
    `De soort ‘${naam}’ kennen wij niet. Kies uit: ${keuzes.join(', ')}.`,
  codeOnbekend: (soort: string, code: string) =>
    `Het onderdeel ‘${code}’ van de soort ‘${soort}’ kennen wij niet, of is niet openbaar.`,
};
