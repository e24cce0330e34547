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
  gebruikt: (naam: string) => ({
    soort: 'herstel_gebruikt',
    onderwerp: 'Uw account voor Lange Adem is hersteld',
    inhoud: `Beste ${naam},

Met een herstelcode is de tweede stap van uw account gewist. U bent overal afgemeld en stelt een nieuwe tweede stap in.

Deed u dit niet zelf? Waarschuw dan meteen uw accountbeheerder.
`,
  }),
};
