/** The letter with a decision. Plain words: whoever reads it may be having the worst week of his life. */
export const brief = {
  titel: (soort: string) => `Besluit op uw verzoek om ${soort}`,
  aanhef: 'Geachte heer of mevrouw,',
  soorten: {
    inzage: 'inzage',
    afschrift: 'een afschrift',
    verbetering: 'verbetering',
    beperking: 'beperking',
    bezwaar: 'te stoppen met verwerken (bezwaar)',
    vernietiging: 'vernietiging',
  },
  gevraagd: (soort: string, dag: string) => `Op ${dag} ontvingen wij uw verzoek om ${soort}.`,
  besluiten: {
    toegewezen: 'Wij doen wat u vraagt.',
    gedeeltelijk: 'Wij doen een deel van wat u vraagt. Een deel doen wij niet, op deze grond:',
    geweigerd: 'Wij doen niet wat u vraagt, op deze grond:',
  },
  waarom: 'Waarom',
  oneensKop: 'Bent u het er niet mee eens?',
  oneens:
    'Laat het ons weten; dan kijkt iemand anders er opnieuw naar. U kunt een klacht indienen bij de Autoriteit Persoonsgegevens. Ook kunt u binnen zes weken bezwaar maken als wij een overheid zijn, of anders de rechter vragen ons besluit te beoordelen (UAVG art. 34 en 35).',
  aanvragerInvullen: '[naam van wie vroeg invullen]',
  adresInvullen: '[adres invullen nadat veilig contact is besproken]',
  bijlage:
    'Wat wij meegeven uit het dossier, staat in de bijlage bij deze brief. Wat over anderen gaat, is weggelaten.',
} as const;
