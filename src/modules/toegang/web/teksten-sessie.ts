/** Texts of what happens when a session has run out. */
export const sessieteksten = {
  bewaardMelding:
    'U was te lang weg en bent afgemeld. Wat u invulde is bewaard. Meld u aan, dan kunt u het alsnog versturen. Alleen u ziet het.',
  titel: 'Bewaard toen u was afgemeld',
  uitleg:
    'Deze formulieren kwamen aan toen uw aanmelding was verlopen. Er is nog niets mee gedaan. Kijk ze na en verstuur ze, of gooi ze weg. Na een dag verdwijnen ze vanzelf.',
  geen: 'Er is niets bewaard.',
  geenUitleg: 'Alles wat u verstuurde is aangekomen, of ouder dan een dag, of van een ander account.',
  formulier: (nummer: number, moment: string) => `Formulier ${nummer}, van ${moment}`,
  zonderTekst: 'Alleen keuzes, geen tekst.',
  bestand: 'Was er een bestand bij? Kies dat daarna opnieuw.',
  verstuur: 'Verstuur alsnog',
  gooiWeg: 'Gooi weg',
  weg: 'Het bewaarde formulier is weggegooid.',
  opAccount: (n: number) =>
    n === 1 ? 'Er is een formulier voor u bewaard' : `Er zijn ${n} formulieren voor u bewaard`,
} as const;

/** Texts of staying signed in while a form is open in another tab. */
export const blijfteksten = {
  titel: 'U blijft aangemeld',
  tot: (tijd: string) =>
    `U kunt verder tot ${tijd}. Met elke pagina die u opent of verstuurt, begint die tijd opnieuw.`,
  vast: (tijd: string) => `Om ${tijd} eindigt deze aanmelding. Dat is niet te verlengen.`,
  verder: 'Sluit dit tabblad en ga verder met uw formulier.',
  afgemeldTitel: 'U bent afgemeld',
  afgemeld:
    'Meld u hier nog niet aan. Sluit dit tabblad, ga naar uw formulier en verstuur het: wat u typte wordt dan bewaard.',
  daarna:
    'Daarna meldt u zich aan en verstuurt u het alsnog. Had u geen formulier open? Meld u dan gewoon aan.',
} as const;
