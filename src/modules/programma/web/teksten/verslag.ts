const nl = {
  titel: 'Voortgangsbericht',
  kop: (regio: string) => `Stel een bericht op over de voortgang in ${regio}`,
  uitleg:
    'Kies een periode en zo nodig een gemeente. U krijgt de tekst van een raadsinformatiebrief uit wat openbaar is. U kunt hem afdrukken, als pdf bewaren of in een tekstverwerker aanpassen.',
  uitlegWerk:
    'U kijkt naar de werkversie: dit bericht kan wijzigingen bevatten die nog niet openbaar zijn. Gebruik voor een brief de openbare pagina.',
  van: 'Eerste maand',
  tot: 'Laatste maand',
  maandUitleg: 'Jaar en maand, bijvoorbeeld 2026-01',
  gemeente: 'Aan de raad van',
  alleRaden: 'Alle raden in de regio',
  toon: 'Toon het bericht',
  pdf: 'Download als pdf',
  docx: 'Download als Word-bestand',
  fouten: {
    geen_maand: 'Vul een maand in als jaar en maand, bijvoorbeeld 2026-01',
    omgekeerd: 'De laatste maand ligt voor de eerste. Kies een latere maand',
    gemeente: (naam: string) => `Gemeente '${naam}' hoort niet bij deze regio. Kies er een uit de lijst`,
  },
  // the letter
  briefTitel: (programma: string, periode: string) => `Voortgang ${programma}, ${periode}`,
  onderwerp:
    'Raadsinformatiebrief over de voortgang van de aanpak van huiselijk geweld en kindermishandeling',
  vanTot: (van: string, tot: string) => (van === tot ? van : `${van} tot en met ${tot}`),
  afzender: (regio: string) => `Regio ${regio}`,
  aanRaad: (gemeente: string) => `De gemeenteraad van ${gemeente}`,
  aanRaden: 'De gemeenteraden in de regio',
  periode: 'Periode',
  stand: 'Stand van de gegevens',
  soort: 'Status van deze brief',
  concept: 'Concept, samengesteld uit het openbare programma; nog niet vastgesteld door een college',
  conceptWerk: 'Concept met wijzigingen die nog niet openbaar zijn; niet verspreiden',
  voettekst: (regio: string, dag: string) => `Regio ${regio}, opgesteld op ${dag}`,
  aanhef: 'Geachte raadsleden,',
  aanleiding: 'Aanleiding',
  aanleidingTekst: (programma: string, regio: string, maanden: string) =>
    `Met deze brief informeren wij u over de voortgang van ${programma} in de regio ${regio}, in de periode ${maanden}.`,
  plicht: (wat: string, maanden: string) => `Afgesproken is: ${wat}, elk jaar in ${maanden}.`,
  looptijd: (van: string, tot: string) => `Het programma loopt van ${van} tot ${tot}.`,
  bereikt: 'Wat is bereikt',
  bereiktGeen:
    'In deze periode is van geen enkele mijlpaal gemeld dat zij gereed is. Dat wil niet zeggen dat er niets is gebeurd: alleen wat is gemeld, staat in deze brief.',
  bereiktTekst: (n: number) =>
    n === 1
      ? 'In deze periode is 1 mijlpaal gereed gemeld:'
      : `In deze periode zijn ${n} mijlpalen gereed gemeld:`,
  metingen: 'In deze periode is gemeten:',
  meting: (tekst: string, gemeten: string, streef: string | null, dag: string) =>
    `${tekst}: ${gemeten}${streef ? ` (streefwaarde ${streef})` : ''}, gemeten ${dag}`,
  besluiten: 'In deze periode is besproken of besloten:',
  geplandeBesluiten: 'Voor deze periode was gepland; of het is gebeurd, staat niet in de bron:',
  loopt: 'Wat loopt',
  looptGeen: 'In deze periode lopen volgens het programma geen acties.',
  looptTekst: (n: number) =>
    n === 1
      ? 'Volgens het programma loopt in deze periode 1 actie. De stand volgt uit wat gemeenten opgaven.'
      : `Volgens het programma lopen in deze periode ${n} acties. De stand volgt uit wat gemeenten opgaven.`,
  actie: 'Actie',
  doel: 'Waarvoor',
  standRegio: 'Stand in de regio',
  standGemeente: (gemeente: string) => `Stand in ${gemeente}`,
  looptMijlpalen: 'Onderweg zijn deze mijlpalen:',
  vertraagd: 'Wat is vertraagd en waarom',
  vertraagdGeen:
    'Van geen enkele mijlpaal is gemeld dat zij is vertraagd, en van geen enkele is de datum voorbij.',
  vertraagdTekst: 'Vertraagd zijn:',
  redenOnbekend: 'geen reden opgegeven',
  sinds: (dag: string) => `sinds ${dag}`,
  nietGemeld: 'Van deze mijlpalen is de datum voorbij, zonder dat is gemeld dat zij gereed zijn:',
  eerder: (n: number) =>
    n === 1
      ? 'Van 1 mijlpaal uit een eerdere periode is niet gemeld dat zij gereed is; zie de planning van de regio.'
      : `Van ${n} mijlpalen uit een eerdere periode is niet gemeld dat zij gereed zijn; zie de planning van de regio.`,
  later: 'Na deze periode alsnog gereed gemeld:',
  vervallen: 'Vervallen zijn:',
  geld: 'Geld',
  geldGeen: 'De openbare stukken noemen voor dit programma geen begroting.',
  geldTekst: (periode: string) =>
    periode
      ? `Deze bedragen zijn van de hele begroting (${periode}), niet van deze periode alleen.`
      : 'Deze bedragen zijn van de hele begroting, niet van deze periode alleen.',
  geldbron: 'Geldbron',
  begroot: 'Begroot (euro)',
  toegekend: 'Toegekend (euro)',
  besteed: 'Besteed (euro)',
  zonderBedrag: 'Regels zonder bedrag',
  geldTabel: 'Begroting per geldbron',
  verschil: (bron: string, som: string, document: string) =>
    `Bij ${bron} tellen de regels op tot ${som}; het document noemt ${document}.`,
  geldWoorden: 'Een regel zonder bedrag is capaciteit, een PM-post of onbekend; die telt niet als nul.',
  raad: 'Antwoorden op opmerkingen van uw raad',
  raadAlle: 'Opmerkingen van raden',
  raadGeen: 'In de openbare stukken staan geen opmerkingen van uw raad bij dit programma.',
  raadGeenAlle: 'In de openbare stukken staan geen opmerkingen van raden bij dit programma.',
  raadTekst: (n: number) =>
    n === 1
      ? 'Uw raad maakte 1 opmerking. Dit is de stand:'
      : `Uw raad maakte ${n} opmerkingen. Dit is de stand:`,
  raadTabel: 'Opmerkingen per gemeente',
  onderwerpOpmerking: 'Onderwerp',
  opmerking: 'Opmerking',
  antwoord: 'Antwoord',
  geenAntwoord: 'nog geen antwoord',
  status: 'Stand',
  totaal: 'Opmerkingen',
  open: 'Open',
  cijfers: 'Cijfers',
  cijfersElders:
    'De gepubliceerde cijfers per gemeente en jaar, met bron en onzekerheid, staan op de cijferpagina van de regio.',
  vervolg: 'Vervolg',
  vervolgGeen: 'Na deze periode staan geen mijlpalen meer op de planning van dit programma.',
  vervolgTekst: 'Na deze periode staat als eerste op de planning:',
  volgendeKeer: (dag: string) => `Het volgende bericht komt uiterlijk ${dag}.`,
  nietGezegd: 'Wat deze brief niet zegt',
  grenzen: [
    'Een status is wat iemand heeft gemeld. Waar niets is gemeld, kan er toch iets zijn gedaan.',
    'Deze brief zegt niet dat een verandering in de cijfers door een actie komt.',
    'Cijfers staan er alleen in als zij openbaar zijn. Kleine aantallen kunnen daarom ontbreken.',
    'De stand is die van de dag waarop de brief is opgesteld, ook bij een periode die al langer voorbij is.',
  ],
  bronnen: 'Opgesteld uit',
  slot: 'Hoogachtend,',
  ondertekening: 'het college van burgemeester en wethouders',
  slotRegio: 'namens de samenwerkende colleges in de regio',
};
const en: typeof nl = {
  titel: 'Progress report',
  kop: regio => `Compose a report on progress in ${regio}`,
  uitleg:
    'Choose a period and, if you wish, a municipality. You get the text of a letter to the council from what is public. You can print it, keep it as PDF or change it in a word processor.',
  uitlegWerk:
    'You are looking at the working version: this report may hold changes that are not public yet. Use the public page for a letter.',
  van: 'First month',
  tot: 'Last month',
  maandUitleg: 'Year and month, for instance 2026-01',
  gemeente: 'To the council of',
  alleRaden: 'All councils in the region',
  toon: 'Show the report',
  pdf: 'Download as PDF',
  docx: 'Download as Word file',
  fouten: {
    geen_maand: 'Give a month as year and month, for instance 2026-01',
    omgekeerd: 'The last month lies before the first. Choose a later month',
    gemeente: naam => `Municipality '${naam}' is not part of this region. Choose one from the list`,
  },
  briefTitel: (programma, periode) => `Progress of ${programma}, ${periode}`,
  onderwerp: 'Letter to the council on the progress of the approach to domestic violence and child abuse',
  vanTot: (van, tot) => (van === tot ? van : `${van} to ${tot}`),
  afzender: regio => `Region ${regio}`,
  aanRaad: gemeente => `The council of ${gemeente}`,
  aanRaden: 'The councils in the region',
  periode: 'Period',
  stand: 'Figures and statuses as on',
  soort: 'Status of this letter',
  concept: 'Draft, composed from the public programme; not yet adopted by a college',
  conceptWerk: 'Draft with changes that are not public yet; do not distribute',
  voettekst: (regio, dag) => `Region ${regio}, composed on ${dag}`,
  aanhef: 'Dear members of the council,',
  aanleiding: 'Reason',
  aanleidingTekst: (programma, regio, maanden) =>
    `With this letter we inform you of the progress of ${programma} in the region ${regio}, in the period ${maanden}.`,
  plicht: (wat, maanden) => `It has been agreed: ${wat}, every year in ${maanden}.`,
  looptijd: (van, tot) => `The programme runs from ${van} to ${tot}.`,
  bereikt: 'What has been achieved',
  bereiktGeen:
    'In this period no milestone has been reported done. That does not mean that nothing happened: only what was reported stands in this letter.',
  bereiktTekst: n =>
    n === 1
      ? 'In this period 1 milestone was reported done:'
      : `In this period ${n} milestones were reported done:`,
  metingen: 'In this period was measured:',
  meting: (tekst, gemeten, streef, dag) =>
    `${tekst}: ${gemeten}${streef ? ` (target ${streef})` : ''}, measured ${dag}`,
  besluiten: 'In this period was discussed or decided:',
  geplandeBesluiten: 'Planned for this period; no source says whether it happened:',
  loopt: 'What is under way',
  looptGeen: 'According to the programme no actions run in this period.',
  looptTekst: n =>
    n === 1
      ? 'According to the programme 1 action runs in this period. How it stands follows from what municipalities gave.'
      : `According to the programme ${n} actions run in this period. How they stand follows from what municipalities gave.`,
  actie: 'Action',
  doel: 'What for',
  standRegio: 'Stand in the region',
  standGemeente: gemeente => `Stand in ${gemeente}`,
  looptMijlpalen: 'These milestones are under way:',
  vertraagd: 'What is delayed and why',
  vertraagdGeen: 'No milestone has been reported delayed, and of none has the date passed.',
  vertraagdTekst: 'Delayed are:',
  redenOnbekend: 'no reason given',
  sinds: dag => `since ${dag}`,
  nietGemeld: 'Of these milestones the date has passed without a report that they are done:',
  eerder: n =>
    n === 1
      ? 'Of 1 milestone from an earlier period it has not been reported that it is done; see the planning of the region.'
      : `Of ${n} milestones from an earlier period it has not been reported that they are done; see the planning of the region.`,
  later: 'Reported done after this period:',
  vervallen: 'Dropped are:',
  geld: 'Money',
  geldGeen: 'The public documents give no budget for this programme.',
  geldTekst: periode =>
    periode
      ? `These amounts are of the whole budget (${periode}), not of this period alone.`
      : 'These amounts are of the whole budget, not of this period alone.',
  geldbron: 'Source of funds',
  begroot: 'Budgeted (euro)',
  toegekend: 'Granted (euro)',
  besteed: 'Spent (euro)',
  zonderBedrag: 'Lines without amount',
  geldTabel: 'Budget by source of funds',
  verschil: (bron, som, document) => `For ${bron} the lines add up to ${som}; the document says ${document}.`,
  geldWoorden: 'A line without amount is capacity, a PM item or unknown; it does not count as zero.',
  raad: 'Answers to remarks of your council',
  raadAlle: 'Remarks of councils',
  raadGeen: 'The public documents hold no remarks of your council on this programme.',
  raadGeenAlle: 'The public documents hold no remarks of councils on this programme.',
  raadTekst: n =>
    n === 1
      ? 'Your council made 1 remark. This is how it stands:'
      : `Your council made ${n} remarks. This is how they stand:`,
  raadTabel: 'Remarks by municipality',
  onderwerpOpmerking: 'Subject',
  opmerking: 'Remark',
  antwoord: 'Answer',
  geenAntwoord: 'no answer yet',
  status: 'Stand',
  totaal: 'Remarks',
  open: 'Open',
  cijfers: 'Figures',
  cijfersElders:
    'The published figures by municipality and year, with source and uncertainty, are on the figures page of the region.',
  vervolg: 'Next',
  vervolgGeen: 'After this period no more milestones are planned in this programme.',
  vervolgTekst: 'First to come after this period:',
  volgendeKeer: dag => `The next report comes by ${dag} at the latest.`,
  nietGezegd: 'What this letter does not say',
  grenzen: [
    'A status is what somebody reported. Where nothing was reported, something may still have been done.',
    'This letter does not say that a change in the figures is due to an action.',
    'Figures are given only where they are public. Small numbers may therefore be missing.',
    'Everything stands as on the day on which the letter was composed, also for a period long past.',
  ],
  bronnen: 'Composed from',
  slot: 'Yours faithfully,',
  ondertekening: 'the college of mayor and aldermen',
  slotRegio: 'on behalf of the cooperating colleges in the region',
};
export const verslagTeksten = { nl, en };
