/**
 * Grounds on which somebody is given access to a file. A code is stored with the relation; the article is told on the
 * page and in docs/toegang.md.
 */
export const GRONDEN = {
  wmo_veilig_thuis: {
    naam: 'Taak van Veilig Thuis',
    bron: 'Wmo 2015 art. 4.1.1 lid 2 en art. 5.1.6',
  },
  wmo_lokaal_team: {
    naam: 'Taak van de gemeente of aanbieder volgens de Wmo 2015',
    bron: 'Wmo 2015 art. 5.1.1',
  },
  jeugdwet: {
    naam: 'Taak van de gemeente volgens de Jeugdwet',
    bron: 'Jeugdwet art. 2.3',
  },
  wmo_medewerking: {
    naam: 'Beroepshalve medewerking is vereist',
    bron: 'Wmo 2015 art. 5.3.3',
  },
  toestemming: {
    naam: 'Toestemming van de betrokkene',
    bron: 'AVG art. 6 lid 1 onder a en art. 9 lid 2 onder a',
  },
  wmo_melder: {
    naam: 'Terugkoppeling aan en geheimhouding van de melder',
    bron: 'Wmo 2015 art. 4.1.1 lid 2 onder g; Uitvoeringsbesluit Wmo 2015 art. 4.1.8 lid 3',
  },
  veiligheid: {
    naam: 'Veiligheid van de betrokkene',
    bron: 'AVG art. 6 lid 1 onder d en art. 9 lid 2 onder c',
  },
  bpg_4_2: {
    naam: 'Politiegegevens voor een genoemde taak',
    bron: 'Besluit politiegegevens art. 4:2 lid 1',
  },
  recht_betrokkene: {
    naam: 'Verzoek van de betrokkene over zijn gegevens',
    bron: 'AVG art. 12 en art. 15 tot en met 21; Wmo 2015 art. 5.3.2 en 5.3.5',
  },
} as const;

export type Grond = keyof typeof GRONDEN;
export const GRONDCODES = Object.keys(GRONDEN) as readonly Grond[];

/** Is this text, from a form or the database, a ground that we know? */
export const isGrond = (code: string): code is Grond => Object.hasOwn(GRONDEN, code);
