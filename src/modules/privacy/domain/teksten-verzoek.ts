/** Sentences of the rules on requests, and the names of their codes. */
export const verzoekregelteksten = {
  termijnen: {
    avg: 'Beslissen op een verzoek',
    avgVerlengd: 'Beslissen op een verzoek, verlengd',
    wmo: 'Vernietigen op verzoek',
    jeugdwet: 'Vernietigen op verzoek',
  },
  fouten: {
    identiteit:
      'Stel eerst vast wie de aanvrager is. Lukt dat niet, weiger dan alleen op die grond: elk ander antwoord zegt iets over een dossier.',
    koppel:
      'Koppel eerst het dossier en de persoon, of weiger omdat de identiteit niet vaststaat, er niets is vastgelegd of het verzoek buitensporig is.',
    gezag:
      'Leg eerst vast waaruit blijkt dat deze vertegenwoordiger mag vragen, of weiger omdat dat niet is gebleken.',
    besluit: 'Kies een besluit.',
    motivering: 'Schrijf op waarom, in woorden die de aanvrager kan lezen.',
    belangAnder: 'Weeg het belang van anderen over wie in het dossier iets staat.',
    belangKind:
      'Weeg of vertegenwoordiging in strijd is met het belang van de betrokkene. De vertegenwoordiger kan zelf de bedreiging zijn.',
    gronden: 'Noem ten minste één weigeringsgrond met haar artikel.',
    grondPast: 'Deze grond past niet bij dit soort verzoek.',
    moetWeigeren: (gronden: readonly string[]) =>
      `Uit wat is ingevuld volgt een weigering op: ${gronden.map(g => verzoekregelteksten.gronden[g as keyof typeof verzoekregelteksten.gronden].toLowerCase()).join('; ')}.`,
  },
  omvang: {
    kies: 'Kies of het hele dossier wordt vernietigd, of alleen de gegevens van deze persoon.',
    koppelEerst:
      'Koppel eerst de persoon in het dossier. Daarna kunt u kiezen om alleen zijn gegevens te vernietigen.',
    andereOrganisatie:
      'Alleen deze persoon vernietigen kan hier niet: een andere organisatie legde hem vast of houdt ook een dossier over hem, en heeft een eigen bewaarplicht. Overleg met haar, en weiger op een wettelijke plicht zolang zij bewaart.',
    verzoekLoopt:
      'Deze persoon heeft nog een ander verzoek dat wacht. Beslis daar eerst op: na vernietiging kan dat niet meer.',
    aangehouden:
      'Op een dossier met deze persoon ligt een aanhouding. Zolang die geldt, blijven zijn gegevens. Hef de aanhouding op als zij niet meer nodig is, of weiger op een wettelijke plicht.',
  },
  gronden: {
    onder_12: 'De betrokkene is jonger dan 12 jaar en vraagt zelf',
    niet_wilsbekwaam: 'De betrokkene kan zijn belangen niet redelijk waarderen en vraagt zelf',
    zelf_bevoegd: 'De betrokkene is 16 jaar of ouder en vraagt zelf',
    belang_kind: 'Vertegenwoordiging is in strijd met het belang van de betrokkene',
    privacy_ander: 'De persoonlijke levenssfeer van een ander',
    taak: 'Nodig om geweld te beëindigen of een vermoeden te onderzoeken',
    belang_ander: 'Aanmerkelijk belang van een ander bij bewaren',
    wettelijke_plicht: 'Een wet verplicht tot bewaren',
    feitelijk_juist: 'Het gegeven is juist en volledig voor het doel',
    dwingende_grond: 'Dwingende gronden die zwaarder wegen',
    geen_beperkingsgrond: 'Geen van de gronden voor beperking doet zich voor',
    identiteit_niet_vastgesteld: 'De identiteit is niet vast te stellen',
    niets_vastgelegd: 'Wij hebben niets over de betrokkene vastgelegd',
    gezag_niet_gebleken: 'Niet is gebleken dat wie vraagt de betrokkene mag vertegenwoordigen',
    buitensporig: 'Kennelijk ongegrond of buitensporig',
  },
} as const;

/** What is wrong with what was filled in, and what to do. */
export const verzoekfouten = {
  kies: 'Maak een keuze.',
  aanvrager: 'Vul in wie vraagt en hoe hij zegt bereikbaar te zijn, in hoogstens 500 tekens.',
  teLang: 'Gebruik hoogstens 5000 tekens.',
  toekomst: 'De dag van ontvangst ligt in de toekomst; vul de dag in waarop het verzoek binnenkwam.',
  nummer:
    'Er is bij uw organisatie geen dossier met dit nummer dat u mag behandelen. Laat het veld leeg als u het niet weet.',
  gewijzigd: 'Iemand anders heeft dit verzoek intussen gewijzigd, of het is al verder. Bekijk het opnieuw.',
  nietTeVerlengen:
    'Deze termijn is niet (meer) te verlengen: dat kan één keer en voordat zij om is, en niet bij vernietiging.',
  vernietigd: 'De tekst van dit verzoek is vernietigd; er is niets meer te besluiten.',
  eigenVoorstel: 'U stelde dit besluit zelf voor; een ander beslist.',
  nietBesloten: 'Er is nog geen besluit van twee mensen; zonder besluit gaat er geen brief uit.',
  nietOpen: 'Dit verzoek is al voorgesteld of afgehandeld; haal het eerst terug.',
  zelfdePersoon: 'Kies een ander dan de betrokkene: de vertegenwoordiger vraagt namens hem.',
  geenVertegenwoordiger:
    'Koppel eerst de vertegenwoordiger uit het dossier. Staat hij er niet in, voeg hem dan eerst toe: ook van hem hangt af of een brief veilig is.',
  ingelicht: 'Licht de betrokkene eerst in dat de beperking ophoudt; dat moet (AVG art. 18 lid 3).',
  geenMerk: 'Dit is al afgehandeld. Bekijk het opnieuw.',
  geenPersoon: 'Koppel eerst de persoon in het dossier; van hem hangt af of een brief veilig is.',
} as const;
