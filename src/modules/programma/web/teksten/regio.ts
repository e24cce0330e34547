const nl = {
  // A soft hyphen, so that the long word breaks well on a narrow phone.
  welkomKop: 'De aanpak van huiselijk geweld en kinder\u00ADmishandeling, per regio',
  welkomTitel: 'De aanpak van huiselijk geweld en kindermishandeling, per regio',
  welkomTekst:
    'Kies een regio. U ziet wat zij wil bereiken, wat er gebeurt, wat het kost, wat raden vroegen en welke cijfers er zijn.',
  gemeenten: (n: number) => `${n} gemeenten`,
  kop: (regio: string) => `De aanpak in ${regio}`,
  voorbij: (dag: string) =>
    `De periode van dit programma liep tot en met ${dag}. Een vervolg is hier nog niet ingevoerd. U leest wat er was afgesproken, niet de stand van vandaag.`,
  periode: 'Periode',
  nuGebeurt: 'Wat er nu gebeurt',
  geenKomende: 'Er staan geen mijlpalen meer op de planning.',
  geenVerdere: 'Daarna staan er geen mijlpalen op de planning.',
  hoeGaatHet: 'Hoe het gaat',
  actiesZonderStand: (n: number) => `${n} acties; geen gemeente heeft gemeld hoe het ermee staat`,
  opKoers: (n: number, totaal: number) => `${n} van de ${totaal} acties op koers`,
  actieLaat: 'Vertraagd:',
  zonderStand: (n: number) =>
    n === 1
      ? '1 actie waarover geen gemeente iets heeft gemeld'
      : `${n} acties waarover geen gemeente iets heeft gemeld`,
  gereed: (n: number, totaal: number) => `${n} van de ${totaal} mijlpalen gereed gemeld`,
  laat: (n: number) =>
    n === 1
      ? '1 mijlpaal is over zijn datum of vertraagd:'
      : `${n} mijlpalen zijn over hun datum of vertraagd, de oudste eerst:`,
  meerLaat: (n: number) =>
    n === 1
      ? 'Nog 1 mijlpaal over zijn datum of vertraagd'
      : `Nog ${n} mijlpalen over hun datum of vertraagd`,
  watCijfers: 'Wat de cijfers toelaten',
  geenVerandering:
    'Uit de openbare cijfers over deze regio blijkt geen verandering. Dat betekent niet dat er niets veranderde.',
  naarCijfers: 'Bekijk de cijfers per gemeente en jaar, met bron en onzekerheid',
  lijnen: 'Actielijnen en doelen',
  geenActies: 'De bron noemt bij deze lijn geen actie.',
  overProgramma: 'Over dit programma',
  deelnemers: 'Gemeenten in deze regio',
  gemeente: 'Gemeente',
  subregio: 'Subregio',
  status: 'Status van het programma volgens de bron',
  opdrachtgever: 'Bestuurlijk opdrachtgever',
  centrum: 'Centrumgemeente',
  veiligThuis: 'Veilig Thuis-organisatie',
  werkversie: 'U bekijkt de werkversie. Lezers buiten zien alleen wat gepubliceerd is.',
  meer: 'Meer over deze aanpak',
  naarOrganisatie: 'Wie wat doet: projectorganisatie en partners',
  naarAgenda: 'Wat elk overleg wanneer moet besluiten',
  naarZelfscan: 'Zelfscan van de lokale teams',
  naarVerslag: 'Bericht over de voortgang opstellen',
  naarOnderdelen: 'Alles wat in dit programma staat, per soort',
  naarConcepten: 'Wat nog niet openbaar is',
  naarBestand: 'Programma ophalen of inlezen als bestand',
  naarWerk: 'Naar de werkversie van dit programma',
  naarOpenbaar: 'Naar de openbare pagina’s van deze regio',
};
const en: typeof nl = {
  welkomKop: 'The approach to domestic violence and child abuse, by region',
  welkomTitel: 'The approach to domestic violence and child abuse, by region',
  welkomTekst:
    'Choose a region. You see what it wants to achieve, what is being done, what it costs, what councils asked and which figures there are.',
  gemeenten: n => `${n} municipalities`,
  kop: regio => `The approach in ${regio}`,
  voorbij: dag =>
    `The period of this programme ended on ${dag}. A successor has not been entered here yet. You read what was agreed, not how things stand today.`,
  periode: 'Period',
  nuGebeurt: 'What happens now',
  geenKomende: 'No more milestones are planned.',
  geenVerdere: 'No milestones are planned after that.',
  hoeGaatHet: 'How it goes',
  actiesZonderStand: n => `${n} actions; no municipality has reported how they stand`,
  opKoers: (n, totaal) => `${n} of ${totaal} actions on course`,
  actieLaat: 'Late:',
  zonderStand: n =>
    n === 1
      ? '1 action on which no municipality has reported'
      : `${n} actions on which no municipality has reported`,
  gereed: (n, totaal) => `${n} of ${totaal} milestones reported done`,
  laat: n =>
    n === 1
      ? '1 milestone is past its date or delayed:'
      : `${n} milestones are past their date or delayed, oldest first:`,
  meerLaat: n =>
    n === 1 ? '1 more milestone past its date or delayed' : `${n} more milestones past their date or delayed`,
  watCijfers: 'What the figures allow',
  geenVerandering:
    'The public figures on this region show no change. That does not mean that nothing changed.',
  naarCijfers: 'See the figures by municipality and year, with source and uncertainty',
  lijnen: 'Lines of action and goals',
  geenActies: 'The source names no action for this line.',
  overProgramma: 'About this programme',
  deelnemers: 'Municipalities in this region',
  gemeente: 'Municipality',
  subregio: 'Subregion',
  status: 'Status of the programme according to the source',
  opdrachtgever: 'Commissioned by',
  centrum: 'Central municipality',
  veiligThuis: 'Veilig Thuis organisation',
  werkversie: 'You are looking at the working version. Outside readers see only what is published.',
  meer: 'More about this approach',
  naarOrganisatie: 'Who does what: project organisation and partners',
  naarAgenda: 'What each body must decide when',
  naarZelfscan: 'Self-scan of the local teams',
  naarVerslag: 'Draw up a progress message',
  naarOnderdelen: 'Everything in this programme, by kind',
  naarConcepten: 'What is not public yet',
  naarBestand: 'Fetch or read in the programme as a file',
  naarWerk: 'To the working version of this programme',
  naarOpenbaar: 'To the public pages of this region',
};
export const regioTeksten = { nl, en };
