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
