/** Texts in the description of releases for catalogues of data: Dutch, as the data. */
export const dcatteksten = {
  catalogus: (regio: string) => `Gepubliceerde tabellen van ${regio}`,
  catalogusUitleg: (regio: string) =>
    `Cijfers van de partners in de aanpak van huiselijk geweld en kindermishandeling in ${regio}, zo bewerkt dat niemand eruit te herkennen is, en cijfers zoals een openbare bron ze drukt; die zijn niet beveiligd en zo gemerkt. Elke publicatie heeft een blijvend adres en wijzigt niet meer.`,
  zonderToelichting: (indicatoren: string, regio: string) => `Tabellen over ${indicatoren} in ${regio}.`,
  zonderReikwijdte: (regio: string) => `Een publicatie van ${regio}.`,
  ingetrokken: (reden: string) =>
    `Ingetrokken: de cijfers zijn er niet meer. Gebruik ze ook niet uit een eerdere kopie. Reden: ${reden}`,
  vervangen: (adres: string) => `Vervangen: de bron drukt intussen iets anders. Zie ${adres}`,
  contact: (regio: string) => `Regio ${regio}, aanpak van huiselijk geweld en kindermishandeling`,
  api: 'API van Lange Adem',
  apiUitleg: 'Publicaties, indicatoren en cijfers uit openbare bronnen als JSON, zonder aanmelden.',
  trefwoorden: ['huiselijk geweld', 'kindermishandeling'],
  kolommen: 'Beschrijving van de kolommen (CSVW)',
  licentieOnbekend: 'De voorwaarden van de bron, hier niet bekend',
  profiel: 'DCAT-AP-NL 3.0',
  namen: {
    SOCI: 'Bevolking en samenleving',
    JUST: 'Justitie, rechtsstelsel en openbare veiligheid',
    COMPLETED: 'voltooid',
    WITHDRAWN: 'ingetrokken',
    DEPRECATED: 'verouderd',
    THEMAS: 'Datathema',
  },
} as const;
