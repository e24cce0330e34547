import type { Rol } from '../domain/rollen.ts';
import type { Wachtwoordfout } from '../domain/wachtwoord.ts';

/** The roles as readers know them. */
export const rolwoorden: Record<Rol, string> = {
  technisch_beheerder: 'technisch beheerder',
  accountbeheerder: 'accountbeheerder',
  projectleider: 'projectleider',
  beleidsmedewerker: 'beleidsmedewerker',
  datalab_analist: 'analist datalab',
  raadslid: 'raadslid',
  lezer: 'lezer',
  professional: 'professional',
  teamleider: 'teamleider',
  intaker: 'intaker bij Veilig Thuis',
  privacyfunctionaris: 'privacyfunctionaris',
};

export const wachtwoordfouten: Record<Wachtwoordfout, string> = {
  te_kort: 'Kies een wachtwoord van minstens 12 tekens. Een zin van vier of meer woorden werkt goed.',
  te_lang: 'Kies een wachtwoord van hooguit 200 tekens.',
  veelgebruikt: 'Dit wachtwoord is te makkelijk te raden. Kies een ander.',
  lijkt_op_adres: 'Dit wachtwoord lijkt op uw e-mailadres. Kies een ander.',
  ongelijk: 'De twee wachtwoorden zijn niet gelijk. Vul ze opnieuw in.',
};

const minuten = (n: number) => (n === 1 ? '1 minuut' : `${n} minuten`);

export const teksten = {
  fout: 'Fout',
  passkey: {
    aanmelden: {
      titel: 'Of met een passkey',
      uitleg:
        'Een passkey staat op uw telefoon, computer of beveiligingssleutel. U hebt dan geen code nodig.',
      knop: 'Meld aan met een passkey',
      mislukt: 'Aanmelden met een passkey is niet gelukt. Probeer het opnieuw of kies een andere manier.',
    },
    maken: {
      titel: 'Met een passkey',
      uitleg: 'Uw telefoon, computer of beveiligingssleutel bewaart een sleutel die alleen u kunt gebruiken.',
      knop: 'Maak een passkey op dit apparaat',
      mislukt: 'De passkey is niet gemaakt. Probeer het opnieuw, of meld u eerst opnieuw aan.',
    },
  },
  adres: 'E-mailadres',
  wachtwoord: 'Wachtwoord',
  teVaak: {
    titel: 'Te veel pogingen',
    uitleg: (n: number) =>
      `Voor uw veiligheid wachten wij even. Probeer het over ${minuten(n)} opnieuw. U hoeft niets te doen.`,
    terug: 'Naar aanmelden',
  },
  aanmelden: {
    titel: 'Aanmelden',
    inleiding:
      'Voor wie aan de aanpak werkt. Gegevens over het programma en de cijfers kunt u zonder account lezen.',
    knop: 'Meld aan',
    onjuist: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.',
    adresLeeg: 'Vul uw e-mailadres in.',
    wachtwoordLeeg: 'Vul uw wachtwoord in.',
    vergeten: 'Wachtwoord vergeten?',
    afgemeld: 'U bent afgemeld.',
    verlopen: 'Dat duurde te lang of ging te vaak mis. Meld u opnieuw aan.',
    wachtwoordGezet: 'Uw wachtwoord is ingesteld. Meld u nu aan.',
    demoTitel: 'Demonstratie',
    demo: 'Alle mensen hier zijn verzonnen. Kies een rol; het wachtwoord staat in het venster waarin de demonstratie is gestart.',
  },
  tweedeStap: {
    titel: 'Tweede stap',
    uitleg: 'Open de app met codes op uw telefoon. Vul de zes cijfers in die daar bij Lange Adem staan.',
    code: 'Code uit de app',
    codeUitleg: 'Zes cijfers; elke 30 seconden komt er een nieuwe.',
    knop: 'Controleer de code',
    onjuist: 'Deze code klopt niet of is verlopen. Vul de code in die nu in de app staat.',
    geenApp: 'Geen toegang tot de app?',
    geenAppUitleg:
      'Gebruik een van de reservecodes die u hebt bewaard. Elke code werkt eenmaal. Hebt u die niet? Vraag uw accountbeheerder om uw tweede stap te wissen.',
    reservecode: 'Reservecode',
    reserveKnop: 'Gebruik deze reservecode',
    reserveOnjuist: 'Deze reservecode klopt niet of is al gebruikt.',
    opnieuw: 'Begin opnieuw met aanmelden',
  },
  instellen: {
    titel: 'Tweede stap instellen',
    verplicht:
      'Een wachtwoord alleen is niet genoeg voor deze gegevens. Kies een tweede stap; daarna kunt u verder.',
    vrij: 'Voeg nog een tweede stap toe. Zo komt u er ook in als u een apparaat kwijt bent.',
    appTitel: 'Met een app op uw telefoon',
    appUitleg:
      'De app laat elke 30 seconden een nieuwe code zien. Elke app voor eenmalige codes (TOTP) is goed.',
    wachtwoord: 'Uw wachtwoord, nog een keer',
    wachtwoordOnjuist: 'Dit wachtwoord klopt niet.',
    appKnop: 'Toon de sleutel voor mijn app',
    scan: 'Voeg Lange Adem toe in de app: scan het vierkant, of typ de sleutel over.',
    qrNaam: 'Vierkant met de sleutel voor de app; dezelfde sleutel staat hieronder als tekst',
    sleutel: 'Sleutel',
    account: 'Account',
    open: 'Open de app op dit apparaat',
    eersteCode: 'Vul de zes cijfers in die de app nu laat zien.',
    neemInGebruik: 'Neem de app in gebruik',
    klaar: 'De app is in gebruik. U bent aangemeld.',
    codesTitel: 'Uw reservecodes',
    codesUitleg:
      'Bewaar deze codes op een veilige plek buiten uw telefoon. Met elke code kunt u zich eenmaal aanmelden als u de app niet hebt. Wij tonen ze alleen nu.',
    verder: 'Ik heb de codes bewaard, ga verder',
  },
  link: {
    vraagTitel: 'Nieuw wachtwoord aanvragen',
    vraagUitleg: 'Vul uw e-mailadres in. Heeft dat adres een account, dan krijgt u een bericht met een link.',
    vraagKnop: 'Stuur mij een link',
    adresFout: 'Vul een e-mailadres in, zoals naam@gemeente.nl.',
    verstuurdTitel: 'Kijk in uw e-mail',
    verstuurd: 'Als dit adres een account heeft, is er een bericht onderweg.',
    verstuurdUitleg:
      'De link in het bericht werkt een uur. Geen bericht? Kijk bij ongewenste post, of vraag uw accountbeheerder.',
    onbruikbaarTitel: 'Deze link werkt niet meer',
    onbruikbaar: {
      herstel: 'De link is al gebruikt of ouder dan een uur. Vraag een nieuwe aan.',
      uitnodiging:
        'De link is al gebruikt of ouder dan 7 dagen. Hebt u al een wachtwoord? Meld u dan aan. Vraag anders uw accountbeheerder om een nieuwe.',
    },
    kiesTitel: { herstel: 'Kies een nieuw wachtwoord', uitnodiging: 'Welkom: kies uw wachtwoord' },
    voor: (naam: string, adres: string) => `Voor het account van ${naam} (${adres}).`,
    nieuw: 'Nieuw wachtwoord',
    nieuwUitleg: 'Minstens 12 tekens. Een zin van vier of meer woorden onthoudt u makkelijk.',
    nogEens: 'Nieuw wachtwoord, nog een keer',
    kiesKnop: 'Stel dit wachtwoord in',
  },
  rolInSubregio: (rol: string, subregio: string) => `${rol}, subregio ${subregio}`,
  account: {
    titel: 'Uw account',
    naam: 'Naam',
    rollen: 'Uw rollen',
    geenRol: 'U hebt nu geen rol. Vraag uw accountbeheerder.',
    agenda: 'Zet de data van het programma in uw eigen agenda',
    sessies: 'Waar u bent aangemeld',
    sessiesUitleg: 'Een apparaat dat u niet kent? Beëindig die sessie en kies een nieuw wachtwoord.',
    sinds: (begonnen: string, gezien: string) => `Aangemeld op ${begonnen}. Laatst gebruikt op ${gezien}.`,
    gemaakt: (moment: string) => `Gemaakt op ${moment}.`,
    passkey: (apparaat: string) => `Passkey van ${apparaat}`,
    dit: 'Dit apparaat',
    beeindig: 'Beëindig deze sessie',
    overal: 'Meld mij overal af',
    sessieWeg: 'De sessie op dat apparaat is beëindigd.',
    wachtwoord: 'Wachtwoord',
    oud: 'Uw wachtwoord van nu',
    wijzig: 'Wijzig mijn wachtwoord',
    gewijzigd: 'Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld.',
    stap: 'Tweede stap',
    appAan: 'U gebruikt een app met codes.',
    appUit: 'U gebruikt geen app met codes.',
    appErbij: 'Voeg een app met codes toe',
    codesNieuw: 'Maak nieuwe reservecodes',
    codesVernieuwd: 'De oude reservecodes werken niet meer.',
    verwijder: 'Verwijder deze passkey',
    passkeyWeg: 'De passkey is verwijderd. Verwijder hem ook op het apparaat zelf.',
    laatsteStap: 'Dit is uw enige tweede stap. Voeg eerst een andere toe.',
    demo: 'In deze demonstratie delen alle bezoekers de accounts. Daarom kunt u het wachtwoord hier niet wijzigen.',
  },
  beheer: {
    titel: 'Accounts beheren',
    inleiding:
      'Mensen met een rol in uw regio. U geeft en beëindigt rollen; uw eigen rollen beheert een ander.',
    nodigUit: 'Iemand uitnodigen',
    naam: 'Naam',
    organisatie: 'Organisatie',
    organisatieUitleg: 'Voor welke organisatie deze persoon werkt. Gebruik steeds dezelfde naam.',
    rol: 'Rol',
    regio: 'Regio',
    gemeente: 'Gemeente',
    gemeenteUitleg: (rollen: string[]) => `Alleen voor ${rollen.join(' en ')}.`,
    geenGemeente: 'Geen gemeente',
    gemeenteOfSubregio: 'Gemeente of subregio',
    subregio: (naam: string, gemeenten: string[]) => `Subregio ${naam} (${gemeenten.join(', ')})`,
    verstuur: 'Verstuur de uitnodiging',
    uitgenodigdMelding:
      'De uitnodiging is onderweg. Wie nog geen account had, heeft 7 dagen om een wachtwoord te kiezen.',
    gedaan: 'De wijziging is opgeslagen en geldt meteen.',
    mensen: 'Mensen in uw regio',
    niemand: 'Er is nog niemand met een rol in uw regio.',
    actief: 'Actief',
    uitgenodigd: 'Uitgenodigd, nog geen wachtwoord',
    uit: 'Uitgezet',
    zelf: 'Dit bent u.',
    naamVerborgen: 'De naam is bekend bij de regio die dit account maakte.',
    gemeenteElders: (gemeente: string, regio: string) =>
      `${gemeente} ligt niet in ${regio}. Kies een gemeente van ${regio}, of kies een andere regio.`,
    elders: 'Heeft ook een rol buiten uw regio; u kunt alleen de rol hier beëindigen.',
    eindigRol: 'Beëindig deze rol',
    zetUit: 'Zet dit account uit',
    zetAan: 'Zet dit account aan',
    wisStap: 'Wis de tweede stap',
    opnieuw: 'Stuur de uitnodiging opnieuw',
    fouten: {
      naam: 'Vul een naam in van hooguit 120 tekens.',
      adres: 'Vul een e-mailadres in, zoals naam@gemeente.nl.',
      rol: 'Kies een rol.',
      regio: 'Kies een regio die u beheert.',
      gemeente: 'Kies de gemeente waarvoor deze rol geldt (code GM en vier cijfers).',
      geen_gemeente:
        'Deze rol geldt voor de hele regio. Kies geen gemeente, of kies een rol voor één gemeente.',
      geen_subregio: 'Deze rol geldt voor de hele regio. Kies geen subregio, of kies een andere rol.',
      organisatie: 'Vul de naam van de organisatie in.',
      geen_veilig_thuis:
        'Een intaker werkt bij Veilig Thuis, en deze organisatie staat hier al als iets anders. Vul de naam van Veilig Thuis in.',
      ander_veilig_thuis:
        'In deze regio is al een Veilig Thuis, onder een andere naam. Vul die naam in zoals zij bij de rollen hieronder staat.',
      niet_samen:
        'Deze rol gaat niet samen met een rol die deze mens al heeft: wie accounts of de techniek beheert, werkt niet in dossiers. Beëindig eerst de andere rol, of kies een andere mens.',
      eigen_rol: 'Uw eigen rollen kunt u niet zelf geven of beëindigen. Vraag een andere accountbeheerder.',
    } as Record<string, string>,
  },
} as const;
