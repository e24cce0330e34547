import type { Tekstboom } from '../teksten.ts';

/** Fixed words of the style page; the examples have their own. */
export const nl = {
  titel: 'Stijlgids',
  h1: 'Stijlgids: zo ziet Lange Adem eruit',
  home: 'Begin',
  inleiding:
    'Alle onderdelen waaruit de bladzijden bestaan, met verzonnen voorbeelden. Rustig, precies en zonder script te gebruiken.',
  uitleg:
    'De basis is NL Design System (Utrecht en Voorbeeld). Elke regio heeft één eigen accentkleur, die nooit een betekenis draagt. Licht, donker en papier zijn elk ontworpen.',
  themas: 'Accent per regio',
  letters: 'Vijf lettergroottes',
  letterVoorbeeld: 'Samen staan we op tijd om het gezin heen',
  groepen: {
    tekst: 'Tekst',
    lijsten: 'Lijsten en tabellen',
    formulier: 'Formulieren',
    melding: 'Meldingen en status',
    navigatie: 'De weg vinden',
    grafiek: 'Grafieken en kaarten',
  },
  inhoud: 'Op deze bladzijde',
} as const satisfies Tekstboom;

/** The same in English. */
export const en = {
  titel: 'Style guide',
  h1: 'Style guide: what Lange Adem looks like',
  home: 'Home',
  inleiding:
    'All parts that the pages are made of, with invented examples. Calm, exact and usable without script.',
  uitleg:
    'The basis is NL Design System (Utrecht and Voorbeeld). Each region has one accent colour of its own, which never carries a meaning. Light, dark and paper are each designed.',
  themas: 'Accent per region',
  letters: 'Five type sizes',
  letterVoorbeeld: 'Together we stand around the family in time',
  groepen: {
    tekst: 'Text',
    lijsten: 'Lists and tables',
    formulier: 'Forms',
    melding: 'Messages and status',
    navigatie: 'Finding the way',
    grafiek: 'Charts and maps',
  },
  inhoud: 'On this page',
} as const satisfies Tekstboom;
