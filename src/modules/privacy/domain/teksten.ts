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
  inRegio: (soort: string, regio: string, van: string) =>
    `${soort}, eigen termijn van regio ${regio} vanaf ${van}`,
  uitvoering: 'Elke week op een vernietigingslijst als de termijn om is; twee mensen beslissen.',
  /** Kinds whose term nothing carries out yet, and why. */
  nietUitgevoerd: {
    logboek:
      'Nog niet uitgevoerd: er wordt niets uit het logboek vernietigd. De regels zijn aan elkaar verzegeld en een regel weghalen maakt de controle onmogelijk. Er staan alleen kenmerken in, geen namen.',
    huisverbod: 'Nog niet uitgevoerd: deze software legt nog geen huisverboden vast.',
  } as Partial<Record<string, string>>,
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
  teKort: (jaren: number) => `Korter dan de algemene termijn mag niet. Vul ${jaren} jaar of meer in.`,
  alVoorgesteld: 'Voor deze soort ligt al een voorstel. Trek dat eerst in.',
  eigenVoorstel: 'U deed dit voorstel zelf; een ander stelt de termijn vast.',
  voorbij:
    'De ingangsdag is voorbij of er geldt al een latere termijn. Trek dit voorstel in en doe een nieuw voorstel.',
  tekst: 'Vul dit in; zonder bron geldt een termijn niet.',
  van: 'Kies een dag na vandaag.',
  naVorige: 'Er staat al een latere termijn klaar; kies een dag daarna.',
  grond: 'Kies een reden.',
} as const;
