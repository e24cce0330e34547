/** Sentences of the rules on requests, and the names of their codes. */
export const verzoekregelteksten = {
  termijnen: {
    avg: 'Beslissen op een verzoek',
    avgVerlengd: 'Beslissen op een verzoek, verlengd',
    wmo: 'Vernietigen op verzoek',
    jeugdwet: 'Vernietigen op verzoek',
  },
  fouten: {
    identiteit: 'Stel eerst vast wie de aanvrager is; zonder dat gaat niets de deur uit.',
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
    buitensporig: 'Kennelijk ongegrond of buitensporig',
  },
} as const;
