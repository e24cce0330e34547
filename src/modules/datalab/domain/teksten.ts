/** Sentences about a file with lead times. They name a place in the file, never what stood there. */
export const doorloopbestandteksten = {
  herkenbaar: (kolom: number) =>
    `Kolom ${kolom} lijkt te zeggen om wie of om welk dossier het gaat. Haal die kolom weg en kies het bestand opnieuw. Er is niets bewaard.`,
  vreemd: (kolom: number) =>
    `Kolom ${kolom} hoort hier niet, of staat er twee keer. Bewaar alleen de kolommen gemeente, soort, start, eind en afloop, met hun naam op de eerste regel. Er is niets bewaard.`,
  mist: (namen: string) => `Deze kolommen ontbreken: ${namen}. Gebruik het voorbeeld.`,
  dagOnleesbaar: 'Dit is geen dag. Schrijf dag, maand en jaar, zoals 3-11-2026.',
  naPeildatum: 'Deze dag ligt na de peildatum. Controleer de dag of de peildatum.',
  voorInstroom:
    'Dit begon voor de dag vanaf welke alles in het bestand staat. Haal de regel weg of kies een eerdere dag.',
  eindMist:
    'Er is een afloop, maar geen dag van het eind. Vul de dag in, of laat beide leeg als het nog loopt.',
  eindVoorStart: 'Het eind ligt voor het begin. Controleer beide dagen.',
  afloopOnbekend: 'Schrijf afgerond of anders_geeindigd.',
  soortOnbekend: 'Schrijf veiligheidsbeoordeling of onderzoek.',
  gemeenteOnbekend: 'Deze gemeente kennen wij niet. Schrijf de naam zoals het CBS dat doet, of de code.',
  gemeenteBestondNiet: 'Deze gemeente bestond niet op de dag van het begin. Controleer beide.',
  andereRegio: 'Deze gemeente hoort niet bij de regio waarvoor u inleest. Haal de regel weg.',
} as const;
