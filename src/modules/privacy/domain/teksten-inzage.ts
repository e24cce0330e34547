/** What is wrong when parts of a file are chosen and given. */
export const inzagefouten = {
  kies: 'Kies meegeven of een grond om weg te laten.',
  eigenKeuze: 'Er is geen keuze van een ander om mee akkoord te gaan. Wie koos, gaat niet zelf akkoord.',
  nietBesloten:
    'Er is nog geen besluit van twee mensen om inzage te geven; zonder besluit gaat er niets uit.',
  geenBrief: 'Maak eerst de brief met het besluit; dit gaat daarmee mee.',
  geenReden: 'Kies waarom u dit toch wilt laten zien.',
  nietGereed: 'Er is nog niet op elk onderdeel gekozen door twee mensen. Kies eerst; daarna kan dit.',
} as const;

/** Words in the parts themselves. */
export const stukteksten = {
  naam: 'Naam',
  geboren: 'Geboortedatum',
  geslacht: 'Geslacht',
  telefoon: 'Telefoon',
  email: 'E-mail',
  onbekend: 'niet vastgelegd',
} as const;

/** The copy that goes with the letter. Plain words: whoever reads it may be having the worst week of his life. */
export const afschriftteksten = {
  titel: 'Wat wij over u hebben vastgelegd',
  titelVertegenwoordiger: 'Wat wij hebben vastgelegd over wie u vertegenwoordigt',
  bij: 'Dit hoort bij ons besluit van',
  gemaakt: 'Gemaakt op',
  door: 'Verstrekt door',
  uitleg:
    'Hieronder staat wat wij meegeven uit het dossier. Waar [weggelaten] staat, haalden wij iets weg dat over een ander gaat of iemand in gevaar kan brengen (AVG art. 15 lid 4, Wmo 2015 art. 5.3.2).',
  weg: 'Soms geven wij een heel onderdeel niet mee. Dat kan zijn omdat het niet over u gaat, over een ander gaat, of omdat de wet dat zegt (AVG art. 15, Wmo 2015 art. 5.3.1 en 5.3.2, UAVG art. 41).',
  documenten:
    'Van een document staat hier alleen de naam. Wilt u het lezen? Vraag dat; dan kijken wij of dat kan.',
  niets: 'Er is niets dat wij kunnen meegeven.',
  gewist: 'De tekst hiervan is vernietigd.',
  soorten: {
    persoon: 'Gegevens',
    adres: 'Adres',
    verklaring: 'Verklaring',
    notitie: 'Notitie',
    document: 'Document',
  },
  /** Words for the kind of a part; what is not here is shown as it is. */
  nader: {
    contact: 'contact',
    overleg: 'overleg',
    besluit: 'besluit',
    overig: 'overig',
    woon: 'woonadres',
    brief: 'briefadres',
    tijdelijk: 'tijdelijk adres',
    werk: 'werkadres',
    school: 'school',
  } as Readonly<Record<string, string>>,
} as const;
