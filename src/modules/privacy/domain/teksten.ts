/** Sentences of the rules of this room, kept apart from the rules. */
export const bewaarteksten = {
  geenTermijn: 'Voor deze soort geldt op deze dag geen bewaartermijn; stel er een vast.',
  meerTermijnen: 'Voor deze soort gelden op deze dag meer bewaartermijnen; beëindig er een.',
  soorten: {
    veilig_thuis: 'Dossier van Veilig Thuis',
    wmo: 'Dossier voor een andere taak van de Wmo',
    jeugdhulp: 'Dossier van jeugdhulp',
    huisverbod: 'Besluit en stukken van een huisverbod',
    logboek: 'Logboek van gebruik',
    verzoek: 'Verzoek van een betrokkene',
  },
  vanaf: {
    laatste_wijziging: 'laatste wijziging',
    besluit: 'dag van het besluit',
    vastlegging: 'dag van vastlegging',
  },
} as const;

export const kennisgevingteksten = {
  termijn: 'Bericht aan de betrokkene',
  uitstel: 'Uitstel van het bericht',
  reden: 'Kies waarom uitstel nodig is.',
  wijze: 'Kies hoe het bericht is gegeven.',
  nietVeilig:
    'Zo is het niet zeker veilig. Lees wat hieronder staat; bericht op een andere manier, of beslis zelf waar dat kan.',
  teLang:
    'Uitstel duurt telkens ten hoogste twee weken; kies een dag na de huidige dag en binnen twee weken daarna.',
  teLaat:
    'De dag voor het bericht is al voorbij; uitstel achteraf kan niet. Bericht de betrokkene zo snel als veilig kan.',
} as const;

/** What is wrong with what was filled in about retention. */
export const bewaarfouten = {
  soort: 'Kies een soort.',
  jaren: 'Vul een heel aantal jaren in van 1 tot en met 100.',
  tekst: 'Vul dit in; zonder bron geldt een termijn niet.',
  van: 'Kies een dag na vandaag.',
  naVorige: 'Er staat al een latere termijn klaar; kies een dag daarna.',
  grond: 'Kies een reden.',
} as const;
