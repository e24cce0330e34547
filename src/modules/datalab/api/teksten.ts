/** Texts of this room's interface for programs. */
export const apiTeksten = {
  label: 'Cijfers',
  labelUitleg: 'De catalogus van indicatoren, en waarnemingen met hun bron',
  indicatoren: 'De catalogus van indicatoren, elk onder haar gangbare definitie',
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
  rondingsstap: 'De bron rondt elk aantal af op een veelvoud hiervan; null als zij drukt wat is geteld',
  openbaarheid:
    'openbaar_in_bron: overgenomen uit openbare bron, niet beveiligd; intern: alleen voor wie daar recht op heeft',
  periodecode: 'Code van de periode, zoals 2023, 2020-H1 of 2023-Q2',
  periodetekst: 'De periode in de woorden van de bron',
  overgenomen: 'Dag waarop het cijfer uit de bron is overgenomen',
  definitieversie: 'Versie van de definitie waaronder is geteld',
  gangbaar: 'Telt een cijfer onder deze versie als zijn bron niets anders zegt',
  formuledelen: 'Codes van indicatoren; leeg als de teller of noemer in woorden is beschreven',
  meetritme: 'Hoe vaak wordt gemeten',
  onthulling: 'Wat er van een waarde naar buiten mag',
  nummers: 'Nummers waaronder lijsten van indicatoren deze kennen',
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
  publicatie: {
    lijst:
      'De publicaties van een regio, de nieuwste eerst: stellen tabellen uit cijfers van de partners die zo zijn bewerkt dat niemand eruit te herkennen is, en tabellen die zijn overgenomen zoals een openbare bron ze drukt (soort: overgenomen, niet beveiligd). Een ingetrokken publicatie blijft in de lijst staan.',
    een: 'Eén publicatie met al haar tabellen. Wat hier staat is wat is gepubliceerd; er is niets anders uit te lezen.',
    code: 'Naam van de publicatie in haar blijvende adres',
    regio: 'Code van de regio',
    soort:
      'eigen: door de poort, met waarborg; overgenomen: zoals een openbare bron het drukt, niet beveiligd en zonder waarborg',
    vervangenDoor: 'Adres van de publicatie die haar verving toen de bron iets anders drukte; anders null',
    toestand: 'gepubliceerd, of ingetrokken: dan zijn de cijfers er niet meer',
    adres: 'Blijvend adres van de publicatie',
    waarde: 'Het gepubliceerde getal; null als het niet is gepubliceerd',
    aard: 'gerond: een veelvoud van de basis; exact: zoals geteld; weggelaten: niet gepubliceerd, om welke reden ook',
    onder: 'Kleinste getal dat erachter kan zitten',
    boven: 'Grootste getal dat erachter kan zitten; null: niet te zeggen',
    oordeel:
      'Wat over de regio te zeggen is tussen haar laatste twee hele jaren, met wat toeval en afronding kunnen schelen; null als die er niet zijn',
    schommelt:
      'Schommelen de jaren van deze reeks vaker meer dan toeval alleen; dan heet een verschil hier te snel duidelijk',
    basis: 'Elk getal is een veelvoud hiervan; null als er niet is afgerond',
    ruim: 'Ligt het echte getal minder dan tweemaal de basis van het gepubliceerde; anders minder dan eenmaal',
    teken: 'Zo staat een getal dat niet is gepubliceerd op de pagina en in de bestanden',
    zegel: 'Vingerafdruk (SHA-256) van precies wat is goedgekeurd',
    waarborg:
      'Waarom dit naar buiten mag: de toets vond het veilig, het bewijs in hele getallen is volledig, en een ander dan wie het voorbereidde keurde het goed; null bij wat is overgenomen',
    onbekend: 'Deze publicatie kennen wij niet.',
    ingetrokken: (dag: string, reden: string) =>
      `Deze publicatie is ingetrokken op ${dag}. Gebruik haar cijfers ook niet uit een eerdere kopie. Reden: ${reden}`,
  },
  documenten:
    'Vastgestelde documenten (evaluaties, raadsbrieven, bijlagen) met hun sjabloon en de publicaties waarop zij rusten, ook als zij zijn ingetrokken. Concepten staan er nooit in.',
  documentcode: 'Naam in het blijvende adres',
  documentgemeente: 'CBS-code van de gemeente voor wie het is; null als het voor de hele regio is',
  documentregio: 'Code van de regio: alleen documenten van die regio',
  documentpad: 'Adres van de pagina; met .pdf of .docx erachter het bestand',
  leesbaar: 'Is de tekst te lezen; niet meer als het document of een publicatie erin is ingetrokken',
  zegel: 'Vingerafdruk (SHA-256) van de vastgestelde tekst',
  geenRegio: 'Deze regio kennen wij niet. Laat regio weg voor alle regio’s.',
};
