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
  /** Kinds that are carried out otherwise than a file, and how. */
  andereUitvoering: {
    logboek:
      'Elke week op een vernietigingslijst per organisatie, in hele maanden, als de termijn om is; twee mensen beslissen. Regels over een dossier dat wordt aangehouden blijven. De schakels in de ketting blijven, zodat de controle klopt; wat is vernietigd staat ondertekend buiten de database.',
    huisverbod:
      'In deze installatie staan nog geen besluiten of stukken van een huisverbod; er is dus nog niets te vernietigen. Staat er een dossier van deze soort, dan komt het na de termijn op de lijst zoals elk ander.',
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
