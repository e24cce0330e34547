/** Texts of the pages on which a copy and an overview are put together. */
export const inzageteksten = {
  titel: 'Onderdelen van het dossier',
  naar: 'Kies wat u meegeeft uit het dossier',
  naarLogboek: 'Maak het overzicht van wie keek',
  kop: 'Inzage uitvoeren',
  inleiding:
    'Dit zijn de onderdelen die over de betrokkene kunnen gaan. Namen van anderen, van de melder en van plaatsen zijn er al uit. Politiegegevens, geheime adressen en wat een ander verklaarde, staan hier nooit.',
  gelogd:
    'U leest dit alleen om dit verzoek uit te voeren. Dat u keek, staat in het logboek. Als het afschrift is gemaakt, is dit niet meer te lezen.',
  vertegenwoordiger:
    'Een vertegenwoordiger krijgt geen adres, geen telefoonnummer en niet wat de betrokkene zelf vertelde. Lees elk onderdeel met deze vraag: wat gebeurt er als de bedreiger dit leest?',
  lees: 'Lees elke tekst helemaal. Een mens kan ook zonder naam te herkennen zijn. Kunt u een deel niet laten lezen, laat dan die zinnen weg, of het hele onderdeel.',
  zinnen: (n: number) => (n === 1 ? 'Laat de zin weg' : `Laat zinnen weg (${n} zinnen)`),
  zinnenUitleg:
    'Kies bij elke zin die de lezer niet mag lezen een grond. Kies hieronder ook ‘Meegeven’: de rest gaat mee, en op de plaats van de zin staat dat er iets is weggelaten.',
  zin: (nummer: number, deel: string) => `Zin ${nummer} van ${deel}`,
  zinMee: 'Gaat mee',
  zinGronden: {
    niet_over_hem: 'Weg: gaat niet over de betrokkene',
    privacy_ander: 'Weg: gaat over een ander',
    belang_kind: 'Weg: belang van het kind',
    taak: 'Weg: nodig voor onze taak',
  },
  zoGaatHetMee: 'Zo gaat het mee',
  document: 'Lees het document voordat u kiest: er kan van alles in staan over anderen.',
  leesDocument: (deel: string) => `Download: ${deel}`,
  leesBewerkt: (deel: string) => `Download de bewerkte versie: ${deel}`,
  meegevenDocument: 'Meegeven zoals het is',
  bewerkt: 'Meegeven in de bewerkte versie',
  kopBewerkt: 'Bewerkte versie van een document',
  bewerktUitleg:
    'Staat in een document iets over een ander? Haal dat er zelf uit en geef hier de bewerkte versie. Zwart maken in een PDF of Word-bestand is niet genoeg: de tekst zit er dan nog in. Controleer dat u de tekst niet meer kunt zoeken of kopiëren.',
  welkDocument: 'Document',
  bestand: 'Bewerkt bestand',
  geefBewerkt: 'Voeg de bewerkte versie toe',
  bewerktGedaan: 'De bewerkte versie staat klaar om te kiezen.',
  geen: 'Er zijn geen onderdelen om mee te geven.',
  gewist: 'De tekst hiervan is vernietigd.',
  weggelaten: (n: number) => (n === 1 ? '1 keer iets weggelaten' : `${n} keer iets weggelaten`),
  keuze: (deel: string) => `Wat doet u met: ${deel}`,
  meegeven: 'Meegeven',
  gronden: {
    niet_over_hem: 'Weglaten: het gaat niet over de betrokkene',
    privacy_ander: 'Weglaten: het zegt iets over een ander, en dat weegt zwaarder',
    belang_kind: 'Weglaten: het is in strijd met het belang van het kind',
    taak: 'Weglaten: wij kunnen anders onze taak niet uitvoeren',
  },
  bewaar: 'Leg deze keuzes vast',
  bewaard: 'De keuzes zijn vastgelegd. Een ander gaat akkoord.',
  standen: {
    kiezen: 'Er zijn nog onderdelen zonder keuze.',
    akkoord: 'Op elk onderdeel is gekozen. Een ander dan wie koos moet nog akkoord gaan.',
    gereed: 'Twee mensen kozen op elk onderdeel.',
  },
  door: { akkoord: 'akkoord van een tweede', wacht: 'wacht op een tweede', nog: 'nog te kiezen' },
  kopAkkoord: 'Akkoord van een tweede',
  akkoordUitleg: (n: number) =>
    n === 1 ? 'Een ander koos op 1 onderdeel.' : `Een ander koos op ${n} onderdelen.`,
  akkoord: 'Ik las deze onderdelen en ga akkoord met de keuzes van de ander',
  akkoordGedaan: 'Uw akkoord is vastgelegd.',
  kopAfschrift: 'Afschrift',
  afschriftUitleg:
    'Het afschrift gaat mee met de brief. Gaan er documenten mee, dan zijn het samen één zip-bestand. Of schrijven veilig is, wordt hier opnieuw gevraagd. Lees het afschrift voordat u het stuurt.',
  eerstBesluit: 'Het afschrift kan pas als twee mensen inzage gaven en de brief is gemaakt.',
  maak: 'Maak het afschrift',
  logboek: {
    titel: 'Wie keek, voor de betrokkene',
    inleiding:
      'Hier maakt u voor de betrokkene het overzicht van wie naar zijn gegevens keek. Dat kan alleen bij een besluit om inzage te geven, en met de brief.',
    vertegenwoordiger:
      'Dit overzicht gaat naar een vertegenwoordiger, niet naar de betrokkene zelf. Daarom staan er geen namen en functies in, en kunt u niets laten zien wat de regels weglaten.',
    periode: 'Periode',
    toon: 'Toon deze periode',
  },
} as const;
