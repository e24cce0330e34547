import type { Agendarol } from '../../domain/agendafeed.ts';

/** Texts of subscriptions and of the events themselves. Own pages and calendars are in Dutch only. */
export const agendaTeksten = {
  titel: 'Agenda-abonnement',
  kop: 'Zet de datums van het programma in uw agenda',
  uitleg:
    'U maakt een geheim adres en geeft dat aan uw agendaprogramma. Dat haalt er zelf de datums op: mijlpalen, geplande besluiten en vaste rapportages, zo nauwkeurig als de bron ze geeft.',
  geheim:
    'Wie het adres heeft, ziet wat er in staat. Deel het niet. Trek het in als het toch bij een ander terechtkomt.',
  geen: 'Bij uw account hoort geen rol met een programma-agenda.',
  rollen: {
    projectleider: 'projectleider: alles, ook wat nog niet openbaar is',
    beleidsmedewerker: 'beleidsmedewerker: de regio en uw gemeente',
    datalab_analist: 'datalab-analist: alles wat openbaar is',
    raadslid: 'raadslid: wat naar raad of commissie gaat, besluiten en rapportages',
    lezer: 'lezer: alles wat openbaar is',
  } satisfies Record<Agendarol, string>,
  heeft: (dag: string) => `U hebt een adres, gemaakt op ${dag}.`,
  heeftNiet: 'U hebt nog geen adres.',
  maak: 'Maak een geheim adres',
  maakNieuw: 'Maak een nieuw adres; het oude werkt dan niet meer',
  trekIn: 'Trek dit adres in',
  nieuwTitel: 'Uw adres is gemaakt. U ziet het alleen nu.',
  nieuwUitleg: 'Kopieer het en voeg het in uw agendaprogramma toe als agenda van internet (abonnement).',
  adres: 'Geheim adres',
  ingetrokken: 'Het adres is ingetrokken. Agenda’s die het gebruiken, krijgen niets meer.',
  // events
  naam: (regio: string) => `Programma ${regio}`,
  klaar: (titel: string) => `Gereed: ${titel}`,
  vervallen: (titel: string) => `Vervallen: ${titel}`,
  besluit: (titel: string, orgaan: string) => `Besluit: ${titel}${orgaan ? `, ${orgaan}` : ''}`,
  rapportage: (titel: string) => `Rapportage: ${titel}`,
  uiterlijk: (titel: string, wanneer: string) => `${titel} (${wanneer}, dit is de laatste dag)`,
  concept: (titel: string) => `${titel} [nog niet openbaar]`,
  actie: (actie: string) => `Actie ${actie}`,
  status: (status: string) => `Status: ${status}`,
};
