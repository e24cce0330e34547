/** Texts of signing in by one's own organisation. */
export const oidcteksten = {
  titel: 'Of met het account van uw organisatie',
  uitleg: 'U meldt zich aan bij uw eigen organisatie en komt daarna hier terug.',
  via: (organisatie: string) => `Meld aan via ${organisatie}`,
  mislukt: {
    titel: 'Aanmelden via uw organisatie is niet gelukt',
    mislukt: 'Het antwoord van uw organisatie klopte niet of kwam te laat. Begin opnieuw met aanmelden.',
    onbereikbaar:
      'De aanmelding van uw organisatie antwoordt nu niet. Probeer het over enkele minuten opnieuw, of meld u aan met uw wachtwoord.',
    niet_gekoppeld:
      'Dit account van uw organisatie is hier niet gekoppeld. Meld u aan met uw wachtwoord en koppel het bij Uw account. Hebt u nog geen account? Vraag uw accountbeheerder om een uitnodiging.',
    al_gekoppeld:
      'Koppelen is niet gelukt: dit account van uw organisatie is al aan iemand gekoppeld, of u hebt geen rol meer bij deze organisatie. Vraag uw accountbeheerder.',
    niet_gevonden: 'Deze manier van aanmelden bestaat niet (meer). Meld u aan met uw wachtwoord.',
    opnieuw: 'Naar aanmelden',
  },
  account: {
    titel: 'Aanmelden via uw organisatie',
    wel: (organisatie: string) => `Uw account is gekoppeld aan ${organisatie}.`,
    niet: (organisatie: string) => `U kunt uw account koppelen aan ${organisatie}.`,
    koppel: (organisatie: string) => `Koppel aan ${organisatie}`,
    los: (organisatie: string) => `Maak de koppeling met ${organisatie} los`,
    gekoppeld: 'Uw account is gekoppeld. U kunt zich voortaan ook via uw organisatie aanmelden.',
    losgemaakt: 'De koppeling is losgemaakt.',
    bevestigTitel: 'Uw account koppelen',
    bevestig: (organisatie: string) =>
      `Ga verder naar ${organisatie} en meld u daar aan met uw eigen account. Staat daar iemand anders aangemeld? Meld die eerst af.`,
    verder: (organisatie: string) => `Ga verder naar ${organisatie}`,
  },
  uitnodiging: 'U kunt ook zonder wachtwoord beginnen, met het account van uw organisatie.',
  beheer: {
    titel: 'Aanmelden via de organisatie',
    link: 'Aanmelden via de organisatie instellen',
    inleiding:
      'Een organisatie kan haar mensen laten aanmelden met haar eigen account (OpenID Connect). Er komen geen accounts bij: wie is uitgenodigd, koppelt zelf.',
    terugadres: 'Adres om bij de aanbieder op te geven (redirect URI)',
    geen: 'Er is nog geen aanbieder ingesteld.',
    lijst: 'Ingesteld',
    kolommen: ['Organisatie', 'Aanbieder', 'Stand'],
    aan: 'in gebruik',
    uit: 'uitgezet',
    zet: 'Instellen of wijzigen',
    organisatie: 'Organisatie',
    issuer: 'Adres van de aanbieder (issuer)',
    issuerUitleg: 'Precies zoals de aanbieder het zelf voert, met https://.',
    clientId: 'Naam van deze site bij de aanbieder (client id)',
    geheim: 'Geheim (client secret)',
    geheimUitleg: 'Wordt versleuteld bewaard en niet meer getoond. Leeg laten houdt het geheim dat er is.',
    acr: 'Waarden voor een tweede stap (acr)',
    acrUitleg:
      'Waarmee de aanbieder zegt dat een tweede stap is gezet, een per regel. Zegt hij dat niet, dan vragen wij er zelf om.',
    actief: 'In gebruik',
    bewaar: 'Bewaar',
    bewaard: 'De aanbieder is ingesteld.',
    fouten: {
      organisatie: 'Kies een organisatie in uw regio.',
      issuer: 'Vul een adres in dat begint met https://, zonder vraagteken of hekje.',
      client_id: 'Vul de naam in die de aanbieder aan deze site gaf, zonder spaties.',
      geheim: 'Vul het geheim in dat de aanbieder aan deze site gaf.',
      acr: 'Vul hooguit tien waarden in, elk zonder spaties.',
    } as Record<string, string>,
  },
} as const;
