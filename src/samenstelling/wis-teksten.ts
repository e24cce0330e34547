/** What the person at the keyboard reads about replaying erasures. */
export const wisteksten = {
  nietNagespeeld:
    'Deze gegevensmap is teruggezet, maar wat sindsdien is gewist, is nog niet opnieuw gewist. Draai npm run naspelen en start daarna.',
  lijstOuder:
    'De wislijst in de sleutelmap (LA_SLEUTELMAP) is ouder dan deze database: er ontbreken regels. Zet de map wislijst uit uw nieuwste kopie terug en start opnieuw; zie docs/sleutels.md.',
  nagespeeld: (aantal: number) =>
    aantal === 0
      ? 'De wislijst is vergeleken: hier hoefde niets opnieuw te worden gewist.'
      : `De wislijst is nagespeeld: ${aantal} ${aantal === 1 ? 'wissing is' : 'wissingen zijn'} hier opnieuw uitgevoerd.`,
};
