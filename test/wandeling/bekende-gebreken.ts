/**
 * Faults that a walk found and that are not mended yet, by the key under which the walk counts them. Each line says
 * how to see it. The list may only shrink.
 */
export const bekendeGebreken: Readonly<Record<string, string>> = {
  'storing bij POST /datalab/invoer/:x':
    'datalab_analist of projectleider: bied een bestand aan, zet in bron_titel of bron_datum het teken U+0000 en verstuur',
  'dode link bij GET /beheer/herstel':
    'accountbeheerder van een organisatie zonder mensen met een dossierrol: /account biedt de link aan, het antwoord is 404',
};
