/** Messages about binding an account to an organisation's own provider. */
export const koppelberichten = {
  gekoppeld: (naam: string, organisatie: string) => ({
    soort: 'account_gekoppeld',
    onderwerp: 'Uw account voor Lange Adem is gekoppeld aan uw organisatie',
    inhoud: `Beste ${naam},

Uw account is gekoppeld aan de aanmelding van ${organisatie}. U kunt zich voortaan ook zo aanmelden.

Deed u dit niet zelf? Maak de koppeling los bij uw account en waarschuw uw accountbeheerder.
`,
  }),
};
