/** What a taken over release is called and says of itself; as its source, in Dutch. */
export const overnameteksten = {
  titel: (bron: string) => `Cijfers uit ${bron}`,
  toelichting: (titel: string, van: string | null, datum: string | null) =>
    `Overgenomen uit openbare bron, niet beveiligd. Bron: ${[titel, van, datum].filter(Boolean).join(', ')}.`,
  weg: 'De bron geeft deze cijfers niet meer, of het inlezen ervan is teruggedraaid.',
} as const;
