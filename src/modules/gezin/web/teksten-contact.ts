/** Texts on how somebody is reached without danger. */
export const contactteksten = {
  titel: 'Veilig contact',
  vastgelegd: 'Hoe contact veilig is',
  uitleg:
    'Zonder deze vastlegging gaat er niets uit: geen brief, geen mail, geen telefoontje. Vraag het de persoon zelf, alleen. De ander kan meelezen of meeluisteren.',
  nogNiet: 'Er is nog niet vastgelegd hoe deze persoon veilig te bereiken is.',
  nogNietUitleg: 'Tot dat is gebeurd mag er niets worden verstuurd.',
  mag: {
    bellen: 'Mag er worden gebeld of een sms gestuurd?',
    schrijven: 'Mag er een brief worden gestuurd?',
    mailen: 'Mag er worden gemaild?',
  },
  waar: {
    bellen: 'Op welk nummer?',
    schrijven: 'Naar welk adres?',
    mailen: 'Naar welk e-mailadres?',
  },
  waarUitleg: {
    bellen: 'Leeg is het nummer dat bij de gegevens van deze persoon staat.',
    schrijven: 'Alleen adressen die niet geheim zijn. Staat het adres er niet bij, leg het dan eerst vast.',
    mailen: 'Leeg is het e-mailadres dat bij de gegevens van deze persoon staat.',
  },
  waarVast: {
    bellen: 'het nummer bij de gegevens',
    schrijven: 'elk adres dat is vastgelegd',
    mailen: 'het e-mailadres bij de gegevens',
  },
  adresWeg: 'een adres dat niet meer geldt',
  dagdeel: (naam: string, van: number, tot: number) => `${naam} (${van} tot ${tot} uur)`,
  momenten: 'Op welke dagen en dagdelen is bellen veilig?',
  momentenUitleg: 'Vink niets aan als geen dag of dagdeel beter is dan een ander.',
  wanneer: {
    bellen: 'Wanneer en hoe wel of niet bellen',
    schrijven: 'Wanneer en hoe wel of niet schrijven',
    mailen: 'Wanneer en hoe wel of niet mailen',
  },
  wanneerUitleg: {
    bellen: 'Bijvoorbeeld: alleen als de kinderen op school zijn, voicemail niet inspreken.',
    schrijven: 'Bijvoorbeeld: zonder afzender op de envelop, niet in de vakantie.',
    mailen: 'Bijvoorbeeld: niets in het onderwerp, alleen als antwoord.',
  },
  mee: {
    bellen: 'Wie luistert of leest er mee als u belt of een sms stuurt?',
    schrijven: 'Wie leest er mee met brieven?',
    mailen: 'Wie leest er mee met e-mail?',
  },
  meeUitleg: 'Alleen nodig als het op deze wijze mag.',
  meeWie: {
    bellen: 'Opmerking over wie meeluistert',
    schrijven: 'Opmerking over wie brieven meeleest',
    mailen: 'Opmerking over wie e-mail meeleest',
  },
  meeGewist: 'Een partij die uit het dossier is gewist',
  kort: { waar: 'Waar', momenten: 'Veilige momenten', wanneer: 'Wanneer en hoe', mee: 'Wie leest mee' },
  altijd: 'geen dag of dagdeel aangewezen',
  taal: 'In welke taal?',
  tolk: 'Er is een tolk nodig',
  eerderGenoteerd: 'Eerder genoteerd',
  eerderGenoteerdUitleg:
    'Dit stond in één tekst, voordat er aparte velden waren. Neem over wat nog geldt en vink dan aan dat het is verwerkt.',
  eerderVerwerkt: 'Wat eerder is genoteerd staat nu in de velden, haal het hier weg',
  eerderVerwerktUitleg: 'Het blijft te lezen bij wat er eerder stond.',
  bewaar: 'Bewaar hoe contact veilig is',
  besproken: 'Besproken op',
  eerder: 'Wat er eerder stond',
  versie: (n: number) => `Versie ${n}`,
  toetsKop: 'Mag dit nu?',
  toetsUitleg:
    'Kijk vlak voor u belt, schrijft of mailt. Een antwoord van eerder geldt niet: er kan intussen iets zijn veranderd.',
  wijze: 'Wat wilt u doen?',
  toets: 'Kijk of het mag',
  stand: {
    mag: 'Dit mag.',
    besluit_nodig: 'Dit mag alleen na een besluit met naam.',
    mag_niet: 'Dit mag niet.',
  },
  besluitKop: 'Besluit',
  besluitUitleg:
    'U beslist op uw eigen naam. Het besluit staat in het logboek en geldt alleen voor deze keer.',
  bevestig: (code: string, tekst: string) => `Ik heb dit gezien en vind dat het toch kan (${code}): ${tekst}`,
  besluit: 'Beslis dat het kan',
  besloten: 'U hebt besloten dat dit kan. Het geldt alleen voor deze keer.',
} as const;
