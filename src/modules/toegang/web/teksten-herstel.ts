/** Texts of recovery through the organisation. */
export const herstelteksten = {
  titel: 'Collega zonder tweede stap',
  inleiding:
    'Is een collega de telefoon of sleutel kwijt? Dan geven twee mensen van de organisatie akkoord: een teamleider en een accountbeheerder, of twee accountbeheerders. Spreek uw collega eerst zelf, zodat u zeker weet wie het vraagt.',
  link: 'Een collega helpen die de tweede stap kwijt is',
  open: 'Wacht op een tweede akkoord',
  niets: 'Er wacht niets.',
  gevraagd: (organisatie: string, moment: string) => `${organisatie}, aangevraagd op ${moment}.`,
  akkoord: (naam: string, rol: string) => `Akkoord van ${naam} (${rol}).`,
  alGegeven: 'U gaf al akkoord. Nu moet een ander dat doen.',
  stemIn: 'Geef akkoord',
  wijsAf: 'Wijs af',
  mensen: 'Mensen voor wie u dit kunt vragen',
  vraag: 'Vraag herstel aan',
  aangevraagd: 'Het herstel is aangevraagd, met uw akkoord. Vraag nu een tweede om akkoord te geven.',
  wachtNog:
    'Uw akkoord is opgeslagen. Er is nog een akkoord nodig; een van de twee is van een accountbeheerder.',
  afgewezen: 'Het verzoek is afgewezen.',
  codeTitel: 'Herstelcode',
  code: (naam: string) => `Twee mensen gaven akkoord. Geef deze code zelf aan ${naam}.`,
  codeUitleg:
    'Niet per e-mail of chat: geef de code van mens tot mens. Hij werkt eenmaal, tot morgen deze tijd, samen met het wachtwoord. Wij tonen hem alleen nu.',
  codeWaar: (adres: string) => `Uw collega vult hem in op ${adres}.`,
  naarOverzicht: 'Terug naar het overzicht',
  gebruik: {
    titel: 'Weer toegang met een herstelcode',
    uitleg:
      'Bent u uw tweede stap kwijt en hebt u geen reservecode? Vraag uw teamleider of accountbeheerder. Als twee van hen akkoord geven, krijgt u een code. Daarna stelt u een nieuwe tweede stap in.',
    code: 'Herstelcode',
    codeUitleg: 'Zestien tekens, zoals u ze van uw collega kreeg.',
    knop: 'Herstel mijn account',
    onjuist: 'Deze gegevens horen niet bij elkaar, of de code is gebruikt of verlopen. Controleer alle drie.',
    leeg: 'Vul uw e-mailadres, uw wachtwoord en de code in.',
    link: 'Ook geen reservecode? Gebruik een herstelcode van uw organisatie',
  },
  tweePersonen:
    'Wie met casussen werkt, krijgt een nieuwe tweede stap alleen met akkoord van twee mensen. Ga daarvoor naar Collega zonder tweede stap (/beheer/herstel).',
} as const;
