import type { Weglaatgrond } from './inzage.ts';

/** What is wrong when parts of a file are chosen and given. */
export const inzagefouten = {
  kies: 'Kies meegeven of een grond om weg te laten.',
  eigenKeuze: 'Er is geen keuze van een ander om mee akkoord te gaan. Wie koos, gaat niet zelf akkoord.',
  nietBesloten:
    'Er is nog geen besluit van twee mensen om inzage te geven; zonder besluit gaat er niets uit.',
  geenBrief: 'Maak eerst de brief met het besluit; dit gaat daarmee mee.',
  geenReden: 'Kies waarom u dit toch wilt laten zien.',
  veranderd: 'De tekst van dit onderdeel is intussen veranderd. Lees hem opnieuw en kies dan.',
  zonderMeegeven: 'U koos zinnen om weg te laten. Kies daarbij ‘Meegeven’, of laat het hele onderdeel weg.',
  zin: 'Kies een grond voor elke zin die u weglaat.',
  document: 'Kies het document dat u bewerkte.',
  bestand: {
    leeg: 'Kies een bestand met inhoud.',
    te_groot: 'Het bestand is groter dan 20 MB. Maak het kleiner of deel het op.',
    soort_onbekend: 'Dit soort bestand kan niet. Geef een PDF, een Word-bestand, tekst of een afbeelding.',
    beschadigd: 'Het bestand is beschadigd. Maak het opnieuw.',
  } as Readonly<Record<'leeg' | 'te_groot' | 'soort_onbekend' | 'beschadigd', string>>,
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
  rol: (rol: string) => `In dit huishouden: ${rol}`,
  sinds: (van: string) => `Vanaf ${van}`,
  vanTot: (van: string, tot: string) => `Vanaf ${van} tot ${tot}`,
  anderen: 'Wie er verder woonde',
} as const;

const LAKREDENEN: Readonly<Record<Weglaatgrond, string>> = {
  niet_over_hem: 'gaat niet over de betrokkene',
  privacy_ander: 'gaat over een ander',
  belang_kind: 'belang van het kind',
  taak: 'nodig voor onze taak',
};

/** What stands where something was taken out by hand. */
export const lakmerk = (grond: Weglaatgrond): string => `[weggelaten: ${LAKREDENEN[grond]}]`;

/** The copy that goes with the letter. Plain words: whoever reads it may be having the worst week of his life. */
export const afschriftteksten = {
  titel: 'Wat wij over u hebben vastgelegd',
  titelVertegenwoordiger: 'Wat wij hebben vastgelegd over wie u vertegenwoordigt',
  bij: 'Dit hoort bij ons besluit van',
  gemaakt: 'Gemaakt op',
  door: 'Verstrekt door',
  uitleg:
    'Hieronder staat wat wij meegeven uit het dossier. Waar [weggelaten] staat, met of zonder reden, haalden wij iets weg dat over een ander gaat of iemand in gevaar kan brengen (AVG art. 15 lid 4, Wmo 2015 art. 5.3.2).',
  weg: 'Soms geven wij een heel onderdeel niet mee. Dat kan zijn omdat het niet over u gaat, over een ander gaat, of omdat de wet dat zegt (AVG art. 15, Wmo 2015 art. 5.3.1 en 5.3.2, UAVG art. 41).',
  bijlage: (naam: string) => `Dit document zit hierbij als ${naam}.`,
  bewerkteBijlage: (naam: string) =>
    `Dit document zit hierbij als ${naam}. Wij haalden er iets uit dat over een ander gaat of iemand in gevaar kan brengen.`,
  niets: 'Er is niets dat wij kunnen meegeven.',
  gewist: 'De tekst hiervan is vernietigd.',
  soorten: {
    persoon: 'Gegevens',
    adres: 'Adres',
    huishouden: 'Huishouden',
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
