/** The words of the weekly message: how many, and where to look; nothing about what or where. */
export function weekberichtTekst(b: { regioNaam: string; aantal: number; basisUrl: string | null }): {
  onderwerp: string;
  inhoud: string;
} {
  const hoeveel = b.aantal === 1 ? 'is 1 nieuwe waarschuwing' : `zijn ${b.aantal} nieuwe waarschuwingen`;
  const waar = b.basisUrl
    ? `Bekijk ze na het aanmelden:\n${b.basisUrl}/datalab/waarschuwingen`
    : 'Bekijk ze na het aanmelden op de pagina Waarschuwingen van het datalab.';
  return {
    onderwerp: `Datalab ${b.regioNaam}: er ${hoeveel}`,
    inhoud: [
      'Dag,',
      `Er ${hoeveel} in het datalab van ${b.regioNaam}.`,
      waar,
      'In dit bericht staan geen cijfers: mail kan door anderen worden gelezen. U krijgt het omdat u projectleider of datalab-analist bent van deze regio.',
    ].join('\n\n'),
  };
}
