/**
 * The forms of which a half-filled one is kept, with the fields that belong to it. Nothing else that a browser sends
 * is stored, and no file: a browser cannot put one back.
 */
export const CONCEPTVELDEN = {
  casus: [
    'lidmaatschap',
    'taak',
    'gemeente',
    'persoon1_voornaam',
    'persoon1_tussenvoegsel',
    'persoon1_achternaam',
    'persoon1_geboren',
    'persoon1_rol',
    'persoon2_voornaam',
    'persoon2_tussenvoegsel',
    'persoon2_achternaam',
    'persoon2_geboren',
    'persoon2_rol',
    'persoon3_voornaam',
    'persoon3_tussenvoegsel',
    'persoon3_achternaam',
    'persoon3_geboren',
    'persoon3_rol',
    'persoon4_voornaam',
    'persoon4_tussenvoegsel',
    'persoon4_achternaam',
    'persoon4_geboren',
    'persoon4_rol',
    'eerste_notitie',
    'anonimiteit',
    'meldergrond',
    'melder_naam',
    'melder_bereikbaar',
    'geheim_persoon',
    'geheim_soort',
    'geheim_straat',
    'geheim_nummer',
    'geheim_toevoeging',
    'geheim_postcode',
    'geheim_plaats',
  ],
  notitie: ['soort', 'over_dag', 'inhoud'],
  verklaring: ['partij', 'over_dag', 'inhoud'],
  politie: ['grond', 'over_dag', 'ontvangen_op', 'ontvangen_van', 'voorwaarde', 'inhoud'],
} as const;
export type Conceptformulier = keyof typeof CONCEPTVELDEN;
export type Ingevuld = Readonly<Record<string, string>>;

const LANGSTE = 20_000;

/** The fields of this form, cut off at what a field may hold; empty ones and foreign ones are left out. */
export function alleenVelden(formulier: Conceptformulier, ingevuld: Ingevuld): Ingevuld {
  const paren = CONCEPTVELDEN[formulier].flatMap(naam => {
    const waarde = (ingevuld[naam] ?? '').toWellFormed().replaceAll('\u0000', '').slice(0, LANGSTE);
    return waarde === '' ? [] : [[naam, waarde] as const];
  });
  return Object.fromEntries(paren);
}
