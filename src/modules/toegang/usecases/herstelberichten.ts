/** Messages about recovery through the organisation. They hold no code: a mailbox alone opens nothing. */
export const herstelberichten = {
  gevraagd: (naam: string) => ({
    soort: 'herstel_gevraagd',
    onderwerp: 'Herstel van uw account voor Lange Adem is aangevraagd',
    inhoud: `Beste ${naam},

Een collega vroeg om u weer toegang te geven zonder uw tweede stap. Twee mensen van uw organisatie moeten daarmee
instemmen; een van hen geeft u daarna zelf een herstelcode.

Bent u uw tweede stap niet kwijt? Waarschuw dan meteen uw accountbeheerder.
`,
  }),
  /** Instead of a link: this account has no second step of its own, so that a mailbox alone would open it. */
  viaOrganisatie: (naam: string) => ({
    soort: 'herstel_via_organisatie',
    onderwerp: 'Een nieuw wachtwoord voor Lange Adem',
    inhoud: `Beste ${naam},

Iemand, waarschijnlijk u, vroeg om een nieuw wachtwoord. Uw account heeft nu geen eigen tweede stap. Daarom sturen wij
geen link. Meld u aan via uw organisatie, of vraag uw accountbeheerder om hulp.

Vroeg u dit niet? Dan hoeft u niets te doen.
`,
  }),
  gebruikt: (naam: string) => ({
    soort: 'herstel_gebruikt',
    onderwerp: 'Uw account voor Lange Adem is hersteld',
    inhoud: `Beste ${naam},

Met een herstelcode is de tweede stap van uw account gewist. U bent overal afgemeld en stelt een nieuwe tweede stap in.

Deed u dit niet zelf? Waarschuw dan meteen uw accountbeheerder.
`,
  }),
};
