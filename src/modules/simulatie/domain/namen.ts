/** First names in use in the Netherlands, from several languages; the surname says that the person is invented. */
export const VOORNAMEN = {
  man: 'Jan Daan Sem Lucas Mohammed Ali Youssef Pieter Willem Hendrik Kees Bram Luuk Finn Noah Emre Mehmet Piotr Tomasz Ahmad Yusuf Ruben Thijs Stijn Jesse Gijs Joris Koen Sander Mark Bas Tim Rik Wouter Maarten Dennis Jeroen Sjoerd Douwe Sietse'.split(
    ' ',
  ),
  vrouw:
    'Anna Emma Julia Mila Sophie Fatima Aisha Khadija Maria Johanna Cornelia Lotte Sanne Femke Eva Zoë Noor Elif Zeynep Agnieszka Katarzyna Samira Leila Roos Fleur Iris Ilse Esther Marijke Annelies Wilma Petra Ingrid Linda Kim Anouk Maaike Tjitske Froukje Sjoukje'.split(
      ' ',
    ),
} as const;

const BEGIN = ['Voorbeeld', 'Verzonnen', 'Fictie', 'Proef', 'Bedacht', 'Schijn', 'Sjabloon', 'Oefen'];
const EIND = [
  '',
  'sma',
  'stra',
  'man',
  'huis',
  'beek',
  'berg',
  'veld',
  'dijk',
  'horst',
  'meer',
  'wijk',
  'ink',
  'hof',
  'brink',
  'mans',
  'sen',
  'ga',
];

/** Surnames that nobody bears and that say so. */
export const ACHTERNAMEN: readonly string[] = BEGIN.flatMap(b => EIND.map(e => `${b}${e}`));
export const TUSSENVOEGSELS = ['van', 'de', 'van der', 'van den', 'ten', 'el', 'in ’t'] as const;

export const STRATEN = [
  'Voorbeeldstraat',
  'Verzonnenlaan',
  'Proefplein',
  'Oefenweg',
  'Sjabloonkade',
  'Fictiepad',
  'Bedachte Dijk',
  'Schijnsingel',
] as const;

/** What notes and statements say: plain, and visibly an example. */
export const NOTITIES = [
  'Voorbeeldtekst. Gesprek gevoerd met de ouders over wat er nu nodig is om direct veilig te zijn.',
  'Voorbeeldtekst. De school zegt dat het kind de afgelopen weken stil is. Afspraak gemaakt om dit te bespreken.',
  'Voorbeeldtekst. Huisbezoek. Er zijn afspraken gemaakt over wie er is als het misgaat.',
  'Voorbeeldtekst. Overleg met de wijkagent: geen nieuwe incidenten sinds de vorige keer.',
  'Voorbeeldtekst. De afspraken uit het veiligheidsplan zijn nagelopen. Twee van de drie lukken.',
  'Voorbeeldtekst. Moeder wil hulp bij geldzorgen. Doorverwezen naar het lokale team.',
] as const;
