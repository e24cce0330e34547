/** Messages of this room. Nothing in them tells what the reader may see; links work once. */
export const berichten = {
  uitnodiging: (naam: string, link: string) => ({
    soort: 'uitnodiging',
    onderwerp: 'Uw account voor Lange Adem',
    inhoud: `Beste ${naam},

Voor u is een account gemaakt voor Lange Adem, het platform van de regionale aanpak van huiselijk geweld.
Open deze link en kies een wachtwoord:

${link}

De link werkt eenmaal, tot 7 dagen na vandaag. Verwachtte u dit bericht niet? Dan hoeft u niets te doen.
`,
  }),
  nieuweRol: (naam: string, adres: string) => ({
    soort: 'nieuwe_rol',
    onderwerp: 'Uw account voor Lange Adem heeft een rol erbij',
    inhoud: `Beste ${naam},

Uw account voor Lange Adem heeft een rol erbij gekregen. Meld u aan om te zien wat u kunt doen:

${adres}/aanmelden
`,
  }),
  herstel: (naam: string, link: string) => ({
    soort: 'herstel',
    onderwerp: 'Een nieuw wachtwoord voor Lange Adem',
    inhoud: `Beste ${naam},

Iemand, waarschijnlijk u, vroeg om een nieuw wachtwoord. Open deze link en kies er een:

${link}

De link werkt eenmaal, een uur lang. Vroeg u dit niet? Dan hoeft u niets te doen; uw wachtwoord blijft wat het was.
`,
  }),
  wachtwoordGewijzigd: (naam: string, adres: string) => ({
    soort: 'wachtwoord_gewijzigd',
    onderwerp: 'Uw wachtwoord voor Lange Adem is gewijzigd',
    inhoud: `Beste ${naam},

Het wachtwoord van uw account is zojuist gewijzigd en u bent overal afgemeld.
Deed u dit niet zelf? Kies dan meteen een nieuw wachtwoord en waarschuw uw accountbeheerder:

${adres}/aanmelden/herstel
`,
  }),
  tweedeStapGewist: (naam: string, adres: string) => ({
    soort: 'tweede_stap_gewist',
    onderwerp: 'Uw tweede stap voor Lange Adem is gewist',
    inhoud: `Beste ${naam},

Uw accountbeheerder heeft de tweede stap van uw account gewist. Bij de volgende aanmelding stelt u een nieuwe in:

${adres}/aanmelden

Vroeg u hier niet om? Waarschuw dan uw accountbeheerder.
`,
  }),
};
