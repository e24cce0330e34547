/** One page as headed paragraphs; a line that starts with '- ' is an item of a list. */
export interface Bladtekst {
  titel: string;
  inleiding: string;
  delen: { kop: string; regels: string[] }[];
}

const nl = {
  weg: 'Verlaat deze site',
  gevaar: 'Bent u nu in gevaar?',
  bel112: 'Bel 112.',
  belVt: 'Praten of advies? Bel Veilig Thuis: 0800-2000. Gratis, dag en nacht, ook anoniem.',
  publicaties: {
    kop: 'Gepubliceerde tabellen per regio',
    uitleg:
      'Cijfers van de partners, zo bewerkt dat niemand eruit te herkennen is. Voor datacatalogi staat er een beschrijving naar DCAT-AP-NL 3.0 bij, voor programma’s de API.',
    geen: 'Er is nog geen regio die tabellen heeft gepubliceerd.',
    catalogus: (vorm: string) => `catalogus (${vorm})`,
    api: 'API (JSON)',
  },
  bladen: {
    hulp: {
      // A soft hyphen, so that the word breaks well on a narrow phone.
      titel: 'Hulp bij huiselijk geweld en kinder\u00ADmishandeling',
      inleiding: 'U hoeft dit niet alleen op te lossen. Veilig Thuis luistert, denkt mee en helpt u verder.',
      delen: [
        {
          kop: 'Wat kunt u doen',
          regels: [
            '- Bel 112 als er nu gevaar is. Kunt u niet praten? Blijf aan de lijn en volg wat de stem vraagt.',
            '- Bel Veilig Thuis op 0800-2000 als u zich zorgen maakt over uzelf, een kind of iemand anders. U hoeft uw naam niet te noemen.',
            '- Praat met iemand die u vertrouwt: uw huisarts, een leraar, een vriend of familielid.',
          ],
        },
        {
          kop: 'Wat doet Veilig Thuis',
          regels: [
            'Veilig Thuis geeft advies en neemt meldingen aan. Vraagt u alleen advies? Dan bespreekt Veilig Thuis met u wat u zelf kunt doen. Er gebeurt niets zonder dat u het weet.',
          ],
        },
        {
          kop: 'Maakt u zich zorgen over iemand anders',
          regels: [
            'Ook dan kunt u bellen. Vertel wat u ziet en hoort. U hoeft niet zeker te weten of er geweld is.',
          ],
        },
        {
          kop: 'Leest er iemand mee op uw telefoon of computer',
          regels: [
            'Deze site zet geen cookies als u leest en vraagt niets van andere sites. Maar uw browser onthoudt zelf wel welke pagina’s u opende.',
            '- Gebruik liever een apparaat waar niemand anders bij kan, of een privévenster.',
            '- De knop Verlaat deze site brengt u meteen naar een gewone pagina van een andere site. Hij wist uw geschiedenis niet; dat kan geen enkele site voor u doen.',
            '- Bellen naar 0800-2000 kan op de rekening of in de belgeschiedenis staan. Bel zo nodig met de telefoon van iemand anders.',
          ],
        },
      ],
    },
    toegankelijkheid: {
      titel: 'Toegankelijkheid',
      inleiding:
        'Iedereen moet deze site kunnen gebruiken: zonder muis, met een schermlezer, op een klein scherm, zonder script.',
      delen: [
        {
          kop: 'Waaraan wij ons houden',
          regels: [
            'De norm is WCAG 2.2, niveau A en AA, voor elke pagina, ook voor de pagina’s na aanmelden.',
            'Elke uitgave wordt met een geautomatiseerd onderzoek getoetst. Een onafhankelijk onderzoek door mensen is nog niet gedaan; een officiële toegankelijkheidsverklaring is er daarom nog niet.',
          ],
        },
        {
          kop: 'Werkt iets niet voor u',
          regels: [
            'Vertel het de beheerder van uw regio. Noem de pagina en wat u gebruikt. De beheerder moet u binnen twee weken antwoorden.',
          ],
        },
      ],
    },
    privacy: {
      titel: 'Privacy',
      inleiding: 'Wat deze site van u weet, en wat niet.',
      delen: [
        {
          kop: 'Als u alleen leest',
          regels: [
            '- Er staat geen cookie op uw apparaat.',
            '- Er wordt niets geladen van andere sites en niets met andere sites gedeeld.',
            '- Het logboek van de site bewaart welke soort pagina is opgevraagd en wanneer. Het bewaart geen adres van uw apparaat en niet welke gegevens u zocht.',
          ],
        },
        {
          kop: 'Als u zich aanmeldt',
          regels: [
            '- Uw naam en e-mailadres zijn versleuteld opgeslagen met een eigen sleutel.',
            '- Een cookie houdt u aangemeld. Hij verdwijnt als u zich afmeldt.',
            '- Wat u wijzigt, wordt bewaard met uw rol en het tijdstip.',
          ],
        },
        {
          kop: 'Cijfers',
          regels: [
            'Cijfers op openbare pagina’s staan in openbare bronnen en worden zo getoond als zij daar staan, met de bron erbij. Op aantallen van 1 tot en met 4 bouwt de site geen nieuwe uitkomst.',
          ],
        },
      ],
    },
    'open-data': {
      titel: 'Open data',
      inleiding: 'De programma’s en openbare cijfers zijn vrij te gebruiken, ook door andere programma’s.',
      delen: [
        {
          kop: 'Bestanden en API',
          regels: [
            '- Elke tabel met cijfers heeft een knop om haar als CSV of JSON op te halen.',
            '- De API staat op /api/v1; de beschrijving op /api/v1/openapi.json.',
          ],
        },
        {
          kop: 'Bronnen en licenties',
          regels: [
            'Gepubliceerde tabellen van een regio: CC BY 4.0, met de regio als bron. Voor wat uit een bron is overgenomen gelden de voorwaarden van die bron.',
            'Cijfers en grenzen van het CBS: bron CBS en CBS/Kadaster, CC BY 4.0. De software heeft de licentie EUPL-1.2.',
          ],
        },
      ],
    },
  } satisfies Record<string, Bladtekst>,
};

const en: typeof nl = {
  weg: 'Leave this site',
  gevaar: 'Are you in danger now?',
  bel112: 'Call 112.',
  belVt: 'Talk or advice? Call Veilig Thuis: 0800-2000. Free, day and night, also without your name.',
  publicaties: {
    kop: 'Published tables by region',
    uitleg:
      'Figures of the partners, treated so that nobody can be recognised in them. For catalogues of data there is a description after DCAT-AP-NL 3.0, for programs the API.',
    geen: 'No region has published tables yet.',
    catalogus: vorm => `catalogue (${vorm})`,
    api: 'API (JSON)',
  },
  bladen: {
    hulp: {
      titel: 'Help with domestic violence and child abuse',
      inleiding: 'You do not have to solve this alone. Veilig Thuis listens, thinks along and helps you on.',
      delen: [
        {
          kop: 'What you can do',
          regels: [
            '- Call 112 if there is danger now. Can you not speak? Stay on the line and follow what the voice asks.',
            '- Call Veilig Thuis on 0800-2000 if you worry about yourself, a child or someone else. You need not give your name.',
            '- Talk to someone you trust: your doctor, a teacher, a friend or relative.',
          ],
        },
        {
          kop: 'What Veilig Thuis does',
          regels: [
            'Veilig Thuis gives advice and takes reports. Do you only want advice? Then Veilig Thuis talks with you about what you can do yourself. Nothing happens without you knowing.',
          ],
        },
        {
          kop: 'Are you worried about someone else',
          regels: [
            'You can call then too. Tell what you see and hear. You need not be sure that there is violence.',
          ],
        },
        {
          kop: 'Does someone read along on your phone or computer',
          regels: [
            'This site sets no cookies while you read and asks nothing of other sites. But your browser itself remembers which pages you opened.',
            '- Rather use a device that nobody else can reach, or a private window.',
            '- The button Leave this site takes you at once to an ordinary page of another site. It does not wipe your history; no site can do that for you.',
            '- A call to 0800-2000 may show on the bill or in the call history. Use someone else’s phone if you need to.',
          ],
        },
      ],
    },
    toegankelijkheid: {
      titel: 'Accessibility',
      inleiding:
        'Everyone must be able to use this site: without a mouse, with a screen reader, on a small screen, without script.',
      delen: [
        {
          kop: 'What we hold ourselves to',
          regels: [
            'The standard is WCAG 2.2, levels A and AA, for every page, also those behind sign-in.',
            'Each release is tested automatically. An independent test by people has not been done yet; so there is no official accessibility statement yet.',
          ],
        },
        {
          kop: 'Does something not work for you',
          regels: [
            'Tell the administrator of your region. Name the page and what you use. The administrator must answer within two weeks.',
          ],
        },
      ],
    },
    privacy: {
      titel: 'Privacy',
      inleiding: 'What this site knows of you, and what not.',
      delen: [
        {
          kop: 'If you only read',
          regels: [
            '- There is no cookie on your device.',
            '- Nothing is loaded from other sites and nothing is shared with them.',
            '- The site’s log keeps which kind of page was asked for and when. It keeps no address of your device and not what you looked for.',
          ],
        },
        {
          kop: 'If you sign in',
          regels: [
            '- Your name and e-mail address are stored encrypted with a key of their own.',
            '- A cookie keeps you signed in. It goes when you sign out.',
            '- What you change is kept with your role and the time.',
          ],
        },
        {
          kop: 'Figures',
          regels: [
            'Figures on public pages stand in public sources and are shown as they stand there, with the source. On counts of 1 to 4 the site builds no new result.',
          ],
        },
      ],
    },
    'open-data': {
      titel: 'Open data',
      inleiding: 'The programmes and public figures are free to use, also by other programs.',
      delen: [
        {
          kop: 'Files and API',
          regels: [
            '- Every table of figures has a button to download it as CSV or JSON.',
            '- The API stands at /api/v1; its description at /api/v1/openapi.json.',
          ],
        },
        {
          kop: 'Sources and licences',
          regels: [
            'Published tables of a region: CC BY 4.0, with the region as source. For what was taken over the terms of its source hold.',
            'Figures and boundaries of Statistics Netherlands (CBS): source CBS and CBS/Kadaster, CC BY 4.0. The software has the licence EUPL-1.2.',
          ],
        },
      ],
    },
  },
};

export const publiekTeksten = { nl, en };
export type Bladnaam = keyof typeof nl.bladen;
