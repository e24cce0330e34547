/** Texts of this room's interface for programs. */
export const apiTeksten = {
  label: 'Cijfers',
  labelUitleg: 'De catalogus van indicatoren, en waarnemingen met hun bron',
  indicatoren: 'De catalogus van indicatoren, elk onder haar laatste definitie',
  indicator: 'Eén indicator met definitie, norm en valkuilen',
  waarnemingen:
    'Waarnemingen zoals de bron ze geeft, met die bron. Zonder aanmelden alleen wat openbaar is in de bron. Waarnemingen over het land, een provincie of een ander groter gebied horen bij geen regio.',
  indicatorcode: 'Code van de indicator',
  regiocode: 'Code van de regio: alleen waarnemingen die bij die regio horen',
  gemeente: 'CBS-code of naam van de gemeente',
  jaar: 'Jaar waarover de waarneming gaat; een periode van meer jaren telt in elk van die jaren',
  tweetalig: 'Tekst in het Nederlands, en in het Engels als die er is',
  deeldatum: 'Datum zo precies als de bron die geeft: JJJJ, JJJJ-MM of JJJJ-MM-DD',
  waarde: 'Waarde zoals de bron die geeft',
  decimalen: 'Aantal decimalen dat de bron geeft',
  openbaarheid:
    'openbaar_in_bron: een openbare bron drukte dit cijfer; intern: alleen voor wie daar recht op heeft',
  periodecode: 'Code van de periode, zoals 2023, 2020-H1 of 2023-Q2',
  periodetekst: 'De periode in de woorden van de bron',
  overgenomen: 'Dag waarop het cijfer uit de bron is overgenomen',
  definitieversie: 'Versie van de definitie waaronder is geteld',
  versie: 'Nummer van deze stand; boven 1 is het cijfer herzien',
  plek: 'Paragraaf, tabel of bladzijde in de bron',
  regioOnbekend: (naam: string) => `De regio ‘${naam}’ kennen wij niet.`,
  teLang: 'Deze waarde is te lang: een code of naam heeft hoogstens 100 tekens.',
  geenJaar: 'De parameter ‘jaar’ is een jaartal van vier cijfers.',
  jaarOnbekend: (jaar: number, eerste: number, laatste: number) =>
    `Het jaar ${jaar} kennen wij niet: er zijn cijfers over ${eerste} tot en met ${laatste}.`,
  geenCijfers: (jaar: number) => `Het jaar ${jaar} kennen wij niet: er zijn nog geen cijfers.`,
  anderegio: (gemeente: string, regio: string) =>
    `De gemeente ‘${gemeente}’ hoort niet bij de regio ‘${regio}’.`,
};
