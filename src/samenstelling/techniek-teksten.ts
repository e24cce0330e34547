/** Texts of the technical administrator's page; Dutch only, as all working pages. */
export const t = {
  titel: 'Techniek',
  kop: 'Wat de techniek van u vraagt',
  inleiding:
    'Deze pagina toont werk en post van het platform zelf. Zij toont geen inhoud, geen namen en geen adressen.',
  post: 'Post die niet is verstuurd',
  postGeen: 'Alle post is verstuurd of wacht nog op zijn beurt.',
  postUitleg:
    'Een bericht komt hier na herhaalde pogingen. Herstel eerst de oorzaak en probeer het dan opnieuw.',
  soort: 'Soort bericht',
  fout: 'Code van de fout',
  pogingen: 'Pogingen',
  sinds: 'Sinds',
  doe: 'Wat u kunt doen',
  opnieuw: 'Probeer opnieuw',
  opnieuwVan: (soort: string) => `Probeer opnieuw: ${soort}`,
  gedaan: 'Het bericht staat weer in de wachtrij. Het wordt binnen een paar minuten opnieuw geprobeerd.',
  wacht: (n: number) =>
    n === 1 ? '1 bericht wacht op verzending.' : `${n} berichten wachten op verzending.`,
  zonderSmtp: 'LA_SMTP_URL is niet ingesteld: post blijft wachten en wordt niet verstuurd.',
  demoPost: 'Wachtende post (alleen in een demonstratie te lezen)',
  aan: 'Aan',
  onderwerp: 'Onderwerp',
  inhoud: 'Inhoud',
  taken: 'Achtergrondwerk',
  taak: 'Taak',
  wachtend: 'Wachtend',
  actief: 'Bezig',
  mislukt: 'Mislukt',
  opslag: 'Wissen en reservekopieën',
  wissen: (n: number) =>
    n === 0
      ? 'Van alles wat is gewist, is de plaats op schijf herschreven.'
      : `Van ${n} ${n === 1 ? 'wissing' : 'wissingen'} is de plaats op schijf nog niet herschreven.`,
  nietHerschreven:
    'Deze installatie kan de schijf niet herschrijven: LA_EIGENAAR_URL is niet ingesteld. Sleutels van wat is gewist zijn vernietigd, maar feiten zonder naam blijven in de bestanden van de database staan. Stel LA_EIGENAAR_URL in; de nacht daarna gebeurt het alsnog.',
  kopieElders: 'Reservekopieën maakt en bewaart u met de middelen van uw eigen databaseserver.',
  geenKopie: (dagen: number) =>
    `Er is geen reservekopie in de eigen map. Kopieën ouder dan ${dagen} dagen worden elke nacht verwijderd. Draai npm run reservekopie, elke dag.`,
  kopie: (wanneer: string, dagen: number) =>
    `Laatste reservekopie in de eigen map: ${wanneer}. Kopieën ouder dan ${dagen} dagen worden elke nacht verwijderd.`,
  parameters: 'Vastgelegde waarden en hun bron',
  parametersUitleg:
    'Deze waarden staan niet vast in de wet of in een norm, of de bron kon niet worden bevestigd. Controleer ze voordat u erop vertrouwt.',
  parameter: 'Waarde',
  bron: 'Bron',
  bevestigd: 'Bevestigd',
  ja: 'ja',
  nee: 'nee, nog te bevestigen',
  jaren: (van: number, tot: number) => `Gelijkgestelde feestdagen ${van} tot en met ${tot}`,
  jarenOnbekend: (jaren: string) => `Gelijkgestelde feestdagen ${jaren}: besluit niet bekend`,
  jarenOnbekendBron: 'Geen besluit gevonden; termijnen in deze jaren dragen een voorbehoud.',
  oordeel: (r: { alfa: number; kleinste: number; daling: number; vermogen: number }) =>
    `Oordeel over een verandering: kans op vals alarm ${r.alfa * 100} %, geen oordeel onder ${r.kleinste}, "geen signaal" pas als een daling van ${r.daling * 100} % met kans ${r.vermogen * 100} % was gezien`,
};
