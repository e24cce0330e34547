import type { Verwerkingsactiviteit } from './register.ts';

/** The activities of this house. A new table with personal data asks for a line here; a test says so. */
export const VERWERKINGSACTIVITEITEN: readonly Verwerkingsactiviteit[] = [
  {
    code: 'casusvoering',
    naam: 'Casusvoering bij huiselijk geweld en kindermishandeling',
    doel: 'Geweld stoppen, veiligheid herstellen en hulp op elkaar afstemmen',
    grondslag:
      'Wmo 2015 art. 4.1.1 en 5.1.6 (Veilig Thuis), art. 2.1.2 en 5.1.1 (college); Jeugdwet art. 7.4.0 en 7.4.1; bijzondere en strafrechtelijke gegevens alleen voor zover die artikelen het toelaten (AVG art. 6(1)(e), 9(2)(g) en 10)',
    betrokkenen: 'Slachtoffers, plegers, kinderen, gezinsleden, melders, informanten',
    ontvangers:
      'Professionals met een relatie tot het dossier; andere organisaties alleen per gedeeld onderdeel, op een grond; de privacyfunctionaris van de houder zolang een verzoek om inzage loopt',
    bewaarsoorten: ['veilig_thuis', 'wmo', 'jeugdhulp'],
    bewaring: 'Naar de taak van het dossier, vanaf de laatste wijziging',
    tabellen: ['casus', 'gezin'],
  },
  {
    code: 'toegang',
    naam: 'Toegang: accounts, rollen en relaties met dossiers',
    doel: 'Alleen wie een dossier nodig heeft, ziet het; elke toegang is te herleiden',
    grondslag: 'AVG art. 5(1)(f), 24, 25 en 32',
    betrokkenen: 'Medewerkers; betrokkenen alleen als kenmerk zonder naam',
    ontvangers: 'Accountbeheer en teamleiders van de eigen organisatie',
    bewaarsoorten: [],
    bewaring:
      'Accounts zolang iemand werkt en daarna zolang het logboek naar hem verwijst; relaties met het dossier',
    tabellen: ['toegang', 'aanmelden'],
  },
  {
    code: 'logboek',
    naam: 'Logboek van gebruik',
    doel: 'Nagaan wie welk gegeven zag of wijzigde, en betrokkenen dat kunnen vertellen',
    grondslag: 'AVG art. 5(2) en 32; NEN 7513:2018',
    betrokkenen: 'Medewerkers; betrokkenen alleen als kenmerk zonder naam',
    ontvangers: 'Privacyfunctionaris van de verwerkingsverantwoordelijke',
    bewaarsoorten: ['logboek'],
    bewaring: 'Eigen termijn, vanaf vastlegging',
    tabellen: ['audit'],
  },
  {
    code: 'rechten_betrokkenen',
    naam: 'Rechten van betrokkenen, bewaren en vernietigen',
    doel: 'Verzoeken behandelen, op tijd berichten en vernietigen wat niet meer bewaard mag worden',
    grondslag:
      'AVG art. 12 tot en met 22; Wmo 2015 art. 5.3.1 tot en met 5.3.5; Jeugdwet art. 7.3.8 tot en met 7.3.15',
    betrokkenen: 'Betrokkenen en hun vertegenwoordigers',
    ontvangers: 'Privacyfunctionaris en regisseur van de verwerkingsverantwoordelijke',
    bewaarsoorten: ['verzoek'],
    bewaring: 'Vanaf het besluit; wie vroeg, verdwijnt met het dossier als dat eerder wordt vernietigd',
    tabellen: ['privacy'],
  },
  {
    code: 'berichten',
    naam: 'Berichten van het platform',
    doel: 'Accounts uitnodigen en herinneren; nooit over een gezin',
    grondslag: 'AVG art. 6(1)(e)',
    betrokkenen: 'Medewerkers',
    ontvangers: 'De mailserver van de installatie',
    bewaarsoorten: [],
    bewaring: 'Inhoud gewist na verzending, het bericht zelf na 90 dagen',
    tabellen: ['mail'],
  },
  {
    code: 'programma',
    naam: 'Programma en cijfers van de regio',
    doel: 'Plannen, voortgang en cijfers van de aanpak',
    grondslag: 'Wmo 2015 art. 2.1.2 en 2.6.1; AVG art. 6(1)(e)',
    betrokkenen: 'Namen van bestuurders en medewerkers bij acties; in cijfers niemand',
    ontvangers: 'Wie in de regio werkt; openbaar alleen wat is gepubliceerd',
    bewaarsoorten: [],
    bewaring: 'Zo lang als het programma, naar de selectielijst van de gemeente',
    tabellen: ['programma', 'datalab', 'hulpaanbod', 'zelfscan'],
  },
];

/** Measures that hold for every activity, and what a data-protection impact assessment must still answer (AVG art. 35). */
export const WAARBORGEN: readonly string[] = [
  'Rijbeveiliging op elke tabel; zonder relatie met het dossier bestaat een rij niet',
  'Identificerende gegevens en inhoud versleuteld met AES-256-GCM, per persoon en per dossier en organisatie een eigen sleutel',
  'Sleutels apart van de gegevens en hun kopieën; een vernietigde sleutel maakt ook kopieën onleesbaar',
  'Logboek van elk gebruik, verzegeld, met ondertekende wortels buiten de database',
  'Tweede factor voor casuïstiek; noodtoegang eindigt vanzelf en wordt beoordeeld',
  'Vernietiging en weigering alleen door twee mensen; geen geautomatiseerd besluit en geen score van een mens',
];

export const DPIA_VRAGEN: readonly string[] = [
  'Wie is per organisatie de verwerkingsverantwoordelijke en wie de functionaris voor gegevensbescherming?',
  'Waar staat de installatie, wie beheert haar en met welke verwerkersovereenkomst?',
  'Welke risico’s blijven voor slachtoffers als een collega, een ouder met gezag of een huisgenoot de pleger is, en wie aanvaardt die?',
  'Zijn betrokkenen of hun vertegenwoordigers gehoord over deze verwerking (AVG art. 35 lid 9)?',
  'Welke eigen bewaartermijnen wijken af van die van de wet, en waarom?',
];
