/** Texts of the working pages for changing, publishing and removing. Dutch only: no public page shows them. */
export const bewerkTeksten = {
  wijzigTitel: (soort: string) => `Wijzig ${soort}`,
  nieuwTitel: (soort: string) => `Voeg toe: ${soort}`,
  nieuw: 'Voeg een nieuw onderdeel van deze soort toe',
  inleiding:
    'Wat u bewaart, komt in de werkversie. Lezers buiten zien het pas als u het openbaar maakt. Weet u iets niet? Laat het leeg.',
  vasteCode: 'Code (ligt vast)',
  bewaar: 'Bewaar in de werkversie',
  bewaarToch: 'Bewaar mijn versie alsnog',
  neemHun: 'Neem de andere versie over, mijn invoer vervalt',
  reden: 'Waarom wijzigt u dit?',
  redenUitleg: 'Komt in de geschiedenis te staan. Schrijf geen namen van personen op.',
  nogEen: 'Nog een regel',
  regel: (label: string, n: number) => `${label} ${n}`,
  nieuweRegel: (label: string) => `${label}: nieuwe regel`,
  haalWeg: 'Haal deze regel weg bij het bewaren',
  doorHandeling: (velden: string) => `Niet op deze pagina: ${velden}. Dat verandert u met een handeling.`,
  conflictTitel: 'Iemand anders heeft dit intussen gewijzigd',
  conflictTekst:
    'Er is nog niets van u bewaard. Hieronder staan beide versies naast elkaar. Bewaar uw versie alsnog, pas haar eerst aan, of neem de andere over.',
  conflictBijschrift: 'Wat er nu staat naast wat u invulde',
  verwijderdTitel: 'Iemand anders heeft dit onderdeel intussen laten vervallen',
  publiceerTitel: (naam: string) => `Maak openbaar: ${naam}`,
  gelijkGebleven: (n: number) =>
    n === 1 ? 'Eén ander veld blijft gelijk.' : `De andere ${n} velden blijven gelijk.`,
  publiceerTekst: 'Controleer wat er verandert. Na publicatie ziet iedereen de werkversie.',
  publiceerNieuw: 'Hiervan is nog niets openbaar. Na publicatie ziet iedereen dit onderdeel.',
  publiceerVervalt:
    'Dit onderdeel is uit de werkversie gehaald. Na publicatie zien lezers het niet meer; de geschiedenis blijft.',
  publiceerKnop: 'Maak deze versie openbaar',
  publiceerVervaltKnop: 'Haal dit van de openbare pagina’s',
  alOpenbaar: 'De werkversie is al openbaar. Er is niets te publiceren.',
  veranderd: 'Dit onderdeel is gewijzigd sinds u keek. Bekijk het hieronder opnieuw.',
  veld: 'Veld',
  openbaarNu: 'Openbaar nu',
  werkversie: 'Werkversie',
  anders: '(anders)',
  verwijderTitel: (soort: string) => `Laat vervallen: ${soort}`,
  verwijderTekst:
    'Het onderdeel verdwijnt uit de werkversie. Lezers zien het nog tot u ook dat openbaar maakt. De geschiedenis blijft en u kunt het terugzetten.',
  verwijderGenoemd: (n: number) =>
    n === 1
      ? 'Let op: één ander onderdeel verwijst hiernaar:'
      : `Let op: ${n} andere onderdelen verwijzen hiernaar:`,
  verwijderKnop: 'Laat dit onderdeel vervallen',
  verwijderReden: 'Waarom vervalt dit?',
  zetTerug: 'Zet terug in de werkversie',
  concepten: 'Nog niet openbaar',
  conceptenKop: (regio: string) => `Wat van ${regio} nog niet openbaar is`,
  conceptenLeeg: 'Alles is openbaar',
  conceptenLeegTekst:
    'Er is niets gewijzigd sinds de laatste publicatie. Wijzig een onderdeel, dan verschijnt het hier.',
  conceptenTelling: (n: number) => (n === 1 ? '1 onderdeel' : `${n} onderdelen`),
  conceptenAlles: (n: number) =>
    n === 1 ? 'Maak dit ene onderdeel openbaar' : `Maak deze ${n} onderdelen openbaar`,
  soortWijziging: { nieuw: 'nieuw', gewijzigd: 'gewijzigd', vervalt: 'vervalt' },
  soort: 'Soort',
  onderdeel: 'Onderdeel',
  wat: 'Wat',
  waarom: 'Reden',
  bekijk: 'Bekijk en publiceer',
  overgeslagen: (namen: string) =>
    `Niet openbaar gemaakt, want intussen gewijzigd: ${namen}. Bekijk die opnieuw.`,
  gedaan: {
    bewaard: 'Bewaard in de werkversie. Lezers zien het nog niet; maak het openbaar als het klopt.',
    toegevoegd: 'Toegevoegd aan de werkversie. Lezers zien het nog niet; maak het openbaar als het klopt.',
    openbaar: 'Openbaar gemaakt. Iedereen ziet nu deze versie.',
    vervallen: 'Uit de werkversie gehaald. Lezers zien het nog tot u ook dat openbaar maakt.',
    teruggezet: 'Teruggezet in de werkversie.',
    ingelezen: 'Het bestand is ingelezen in de werkversie. Maak openbaar wat klopt.',
  } as Readonly<Record<string, string>>,
  leegWaarde: 'niet ingevuld',
};
