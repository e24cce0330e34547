/** Police information as the form sends it: came in without a condition, unless told otherwise. */
export const maakPolitievelden = (meer: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  grond: 'bpg_4_2_veilig_thuis',
  over_dag: '20-11-2026',
  ontvangen_op: '21-11-2026',
  ontvangen_van: 'Wijkagent Voorbeeldstad',
  voorwaarde: 'geen',
  inhoud: 'Mutatie: ruzie, geen aangifte.',
  ...meer,
});

/** Giving such a record on, as the form sends it. */
export const maakVerstrekvelden = (meer: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  grond: 'wpg_7_2_taak',
  ontvanger: 'raad_kinderbescherming',
  organisatie: 'Raad voor de Kinderbescherming, Voorbeeldstad',
  functie: 'raadsonderzoeker',
  waarvoor: 'Onderzoek naar de veiligheid van het kind.',
  toelichting: 'De raad kan zonder dit niet beoordelen of een maatregel nodig is.',
  overlegd_op: '',
  verstrekt_op: '22-11-2026',
  tekst: 'Op 20 november was de politie aan de deur.',
  ...meer,
});
