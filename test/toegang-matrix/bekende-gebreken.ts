/**
 * Cells in which the application still does otherwise than the requirement says. Each line is the cell as the test
 * prints it; the test fails when one no longer occurs, so that the list can only shrink.
 */
export const bekendeGebreken: readonly string[] = [
  // A form without file, or without an act chosen, is judged before the right is.
  'POST /programma/:regio/bestand [programma] beleidsmedewerker, lijf 1 → 422',
  'POST /programma/:regio/bestand [programma] datalab_analist, lijf 1 → 422',
  'POST /programma/:regio/bestand [programma] lezer, lijf 1 → 422',
  'POST /programma/:regio/planning/mijlpalen/:code [mijlpaal] beleidsmedewerker, lijf 1 → 422',
  'POST /programma/:regio/planning/mijlpalen/:code [mijlpaal] datalab_analist, lijf 1 → 422',
  'POST /programma/:regio/planning/mijlpalen/:code [mijlpaal] lezer, lijf 1 → 422',
  'POST /programma/:regio/programma/acties/:code/gemeente/:slug [andere gemeente] beleidsmedewerker, lijf 1 → 422',
  'POST /programma/:regio/programma/acties/:code/gemeente/:slug [andere gemeente] datalab_analist, lijf 1 → 422',
  'POST /programma/:regio/programma/acties/:code/gemeente/:slug [andere gemeente] lezer, lijf 1 → 422',
  'POST /programma/:regio/programma/acties/:code/gemeente/:slug [eigen gemeente] datalab_analist, lijf 1 → 422',
  'POST /programma/:regio/programma/acties/:code/gemeente/:slug [eigen gemeente] lezer, lijf 1 → 422',
];
