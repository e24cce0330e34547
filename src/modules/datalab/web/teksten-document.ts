import type { Veldfout } from '../domain/documentveld.ts';

/** Texts of documents for every reader, and the words around their templates, Dutch and English. */
const nl = {
  documenten: 'Documenten',
  lijstTitel: (r: string) => `Documenten van ${r}`,
  lijstInleiding:
    'Evaluaties, brieven aan de raad en bijlagen. Elk getal erin verwijst naar de publicatie waar het uit komt. Een vastgesteld document wijzigt niet meer.',
  lijstGeen: 'Er is nog geen document vastgesteld.',
  lijstGeenUitleg: 'De gepubliceerde tabellen staan bij de cijfers.',
  lijstBijschrift: 'Documenten, de nieuwste eerst',
  titel: 'Titel',
  wanneer: 'Vastgesteld op',
  stand: 'Stand',
  standen: {
    vastgesteld: 'vastgesteld',
    ingetrokken: 'ingetrokken',
    stil: 'niet meer te lezen: een publicatie erin is ingetrokken',
  },
  soorten: {
    evaluatie: 'Evaluatie',
    raadsbrief: 'Brief aan de raad',
    indicatorenbijlage: 'Bijlage',
  },
  soort: 'Soort',
  onbekend: 'Dit document kennen wij niet. Kies er een uit de lijst.',
  ingetrokken: (dag: string) => `Dit document is ingetrokken op ${dag}.`,
  ingetrokkenUitleg: (reden: string) => `De tekst staat hier niet meer. Reden: ${reden}`,
  bronIngetrokken: 'Een publicatie in dit document is ingetrokken.',
  bronIngetrokkenUitleg:
    'Daarom staan de tekst en de bestanden hier niet meer. Gebruik de getallen ook niet uit een eerdere kopie.',
  bronWeg: (titel: string, dag: string, reden: string) => `${titel}, ingetrokken op ${dag}. Reden: ${reden}`,
  downloadKop: 'Meenemen',
  vormen: { pdf: 'PDF', docx: 'Word' },
  publicatiesKop: 'Publicaties waarop dit document rust',
  zegel: (zegel: string) => `Zegel ${zegel}`,

  periode: 'Periode',
  gemeente: 'Gemeente',
  sjabloon: 'Sjabloon',
  sjabloonregel: (naam: string, versie: string) => `${naam}, versie ${versie}`,
  vastgesteld: 'Vastgesteld op',
  concept: 'Concept, nog niet vastgesteld',
  voet: (titel: string, stand: string) => `${titel}. ${stand}`,
  aanRaad: (g: string) => `De gemeenteraad van ${g}`,
  afzender: (r: string) => `Regio ${r}`,
  nogInvullen: (label: string) => `[Nog invullen: ${label}]`,
  ongeveer: (n: string) => `ongeveer ${n}`,
  weg: '×',
  wegVoluit: 'een aantal dat niet is gepubliceerd',
  geenCel: '–',
  plaats: 'Plaats',
  geenGetal: (indicator: string, plaats: string, periode: string, reden: string) =>
    `${indicator} in ${plaats} over ${periode}: niet beschikbaar, want ${reden}.`,
  geenOordeel: (indicator: string) =>
    `${indicator}: de gekozen publicaties zeggen niet of het in deze periode anders was dan daarvoor.`,
  geenNorm: 'niet vastgelegd in de catalogus',
  norm: (tekst: string, bron: string) => `${tekst} (${bron})`,
  normKop: (norm: string) => `Norm: ${norm}.`,
  redenen: {
    alleenIntern: 'het is stuurinformatie binnen één organisatie en wordt niet gepubliceerd',
    geenAantal:
      'een publicatie geeft alleen aantallen, en een percentage, gemiddelde of verdeling wordt er niet achteraf uit berekend',
    geenPublicatie: 'geen van de gekozen publicaties geeft dit voor deze plaats en periode',
    meerBronnen: 'openbare bronnen geven verschillende getallen',
  },
  zonder: (reden: string) => `Hierover staat geen getal: ${reden}.`,
  zonderLijst: (indicatoren: string, reden: string) => `Geen getal over ${indicatoren}: ${reden}.`,
  ontbreekt: (reden: string) => `Deze onderwerpen staan er niet in, want ${reden}:`,
  allesEr: 'Van elk onderwerp staat er een getal in dit document.',
  oordeel: (indicator: string, regio: string, zin: string) => `${indicator} in ${regio}. ${zin}`,
  tabel: (indicator: string) => `${indicator}, per plaats en periode`,
  openbareTabel: (indicator: string) => `${indicator}, zoals een openbare bron het drukte`,
  getal: (noot: string) => `Getallen uit ${noot}`,
  verwijzingen: 'Waar de getallen vandaan komen',
  verwijzing: (titel: string, regio: string, dag: string, code: string, versie: string) =>
    `${titel}. ${regio}, ${dag}. Publicatie ${code}, versie ${versie}. `,
  verwijzingZegel: (zegel: string, hoe: string) => `. Zegel ${zegel}. ${hoe}`,
  verwijzingenGeen: 'In dit document staat geen getal uit een publicatie of openbare bron.',

  veldfout: (f: Veldfout, label: string): string => {
    switch (f.code) {
      case 'leeg':
        return `Vul in: ${label}`;
      case 'geen_datum':
        return 'Vul een datum in, zoals 1-12-2026.';
      case 'geen_kenmerk':
        return 'Gebruik in een kenmerk alleen letters, cijfers, punten en streepjes.';
      case 'te_lang':
        return `Maak deze tekst korter: zij telt ${f.lengte} tekens, en er passen er ${f.hoogstens}.`;
      case 'los_getal':
        return `Het getal ${f.wat} staat los in de tekst. Zet er een verwijzing naar een gepubliceerd getal neer, of laat het weg.`;
      case 'onbekend_cijfer':
        return `De verwijzing ${f.wat} staat niet in de gekozen publicaties. Kies er een uit de lijst met getallen.`;
    }
  },
};

export type Documentteksten = typeof nl;

const en: Documentteksten = {
  ...nl,
  documenten: 'Documents',
  lijstTitel: r => `Documents of ${r}`,
  lijstInleiding:
    'Evaluations, letters to councils and annexes. Every number in them refers to the release that it comes from. A fixed document does not change any more.',
  lijstGeen: 'No document has been fixed yet.',
  lijstGeenUitleg: 'The published tables are with the figures.',
  lijstBijschrift: 'Documents, newest first',
  titel: 'Title',
  wanneer: 'Fixed on',
  stand: 'State',
  standen: {
    vastgesteld: 'fixed',
    ingetrokken: 'withdrawn',
    stil: 'no longer to be read: a release in it was withdrawn',
  },
  soorten: { evaluatie: 'Evaluation', raadsbrief: 'Letter to the council', indicatorenbijlage: 'Annex' },
  soort: 'Kind',
  onbekend: 'We do not know this document. Choose one from the list.',
  ingetrokken: dag => `This document was withdrawn on ${dag}.`,
  ingetrokkenUitleg: reden => `Its text is no longer here. Reason: ${reden}`,
  bronIngetrokken: 'A release in this document was withdrawn.',
  bronIngetrokkenUitleg:
    'That is why its text and files are no longer here. Please do not use the numbers from an earlier copy either.',
  bronWeg: (titel, dag, reden) => `${titel}, withdrawn on ${dag}. Reason: ${reden}`,
  downloadKop: 'Take with you',
  publicatiesKop: 'Releases that this document rests on',
  zegel: zegel => `Seal ${zegel}`,
  periode: 'Period',
  gemeente: 'Municipality',
  sjabloon: 'Template',
  sjabloonregel: (naam, versie) => `${naam}, version ${versie}`,
  vastgesteld: 'Fixed on',
  concept: 'Draft, not fixed yet',
  aanRaad: g => `The council of ${g}`,
  afzender: r => `Region ${r}`,
  nogInvullen: label => `[To be filled in: ${label}]`,
  ongeveer: n => `about ${n}`,
  wegVoluit: 'a number that was not published',
  plaats: 'Place',
  geenGetal: (indicator, plaats, periode, reden) =>
    `${indicator} in ${plaats} over ${periode}: not available, because ${reden}.`,
  geenOordeel: indicator =>
    `${indicator}: the chosen releases do not say whether this period differed from the one before.`,
  geenNorm: 'not laid down in the catalogue',
  normKop: norm => `Norm: ${norm}.`,
  redenen: {
    alleenIntern: 'it is steering information within one organisation and is not published',
    geenAantal:
      'a release gives counts only, and no percentage, mean or distribution is worked out from it afterwards',
    geenPublicatie: 'none of the chosen releases gives this for this place and period',
    meerBronnen: 'public sources give different numbers',
  },
  zonder: reden => `On this there is no number: ${reden}.`,
  zonderLijst: (indicatoren, reden) => `No number on ${indicatoren}: ${reden}.`,
  ontbreekt: reden => `These subjects are not in it, because ${reden}:`,
  allesEr: 'On every subject there is a number in this document.',
  tabel: indicator => `${indicator}, by place and period`,
  openbareTabel: indicator => `${indicator}, as a public source printed it`,
  getal: noot => `Numbers from ${noot}`,
  verwijzingen: 'Where the numbers come from',
  verwijzing: (titel, regio, dag, code, versie) =>
    `${titel}. ${regio}, ${dag}. Release ${code}, version ${versie}. `,
  verwijzingZegel: (zegel, hoe) => `. Seal ${zegel}. ${hoe}`,
  verwijzingenGeen: 'There is no number from a release or a public source in this document.',
};

export const documentteksten = { nl, en };
