/** Texts of one file. */
export const dossierteksten = {
  /** Of which organisation, for who is not told. */
  andereOrganisatie: 'een andere organisatie',
  titel: 'Dossier',
  kop: (nummer: string) => `Dossier ${nummer}`,
  afdrukNood: 'noodtoegang',
  stand: 'Stand',
  fase: 'Fase',
  taak: 'Taak',
  gemeente: 'Gemeente',
  organisatie: 'Organisatie',
  geopend: 'Geopend',
  gesloten: 'Gesloten',
  gewijzigd: 'Laatst gewijzigd',
  onbekend: 'niet bekend',
  gewist: 'Deze inhoud is vernietigd.',
  nood: 'U leest dit met noodtoegang',
  noodUitleg:
    'U kunt lezen, niet schrijven. De melder, een geheim adres en politiegegevens blijven dicht. Deze toegang eindigt vanzelf en wordt beoordeeld.',
  noodGenomen: (aantal: number) =>
    aantal === 1
      ? 'Iemand nam noodtoegang tot dit dossier'
      : `Er is ${aantal} keer noodtoegang tot dit dossier genomen`,
  noodGenomenUitleg:
    'Bekijk wie dat was, waarom en tot wanneer. Bel uw privacyfunctionaris als u dit niet vertrouwt.',
  noodBekijk: 'Bekijk de noodtoegang',
  meelezen: 'U leest mee',
  meelezenUitleg: 'U ziet wat met u is gedeeld. Schrijven kan wie dit gezin behandelt of de regie heeft.',
  isGesloten: 'Dit dossier is gesloten',
  geslotenUitleg: 'Lezen kan, schrijven niet. Wie de regie heeft, kan het heropenen.',
  opPagina: 'Op deze pagina',
  gedaan: {
    aangelegd: 'Het dossier is aangelegd. U hebt de regie.',
    notitie: 'De notitie staat in het dossier.',
    gewijzigd: 'De notitie is gewijzigd. De vorige versie blijft bewaard.',
    document: 'Het document staat in het dossier, versleuteld en zonder plaatsgegevens van een foto.',
    verklaring: 'De verklaring staat in het dossier.',
    politie: 'Het politiegegeven staat in het dossier.',
    verstrekt: 'Het is vastgelegd dat dit verder is verstrekt.',
    melder: 'De melder is vastgelegd.',
    gedeeld: 'Gedeeld: ieder met een relatie met dit dossier kan het nu lezen.',
    ingetrokken: 'Niet meer gedeeld: alleen uw eigen organisatie leest het.',
    uitgenodigd: 'De uitnodiging geldt vanaf nu.',
    beeindigd: 'De toegang is beëindigd.',
    aangeboden: 'De overdracht is aangeboden; u houdt de regie tot hun teamleider aanvaardt.',
    fase: 'De fase is gewijzigd; het besluit staat bij de notities.',
    heropend: 'Het dossier is weer open.',
    concept: 'Uw concept is bewaard. Alleen u ziet het.',
    weg: 'Uw concept is weggegooid.',
    leeg: 'Er was niets ingevuld om te bewaren.',
  } as Readonly<Record<string, string>>,
  geslotenGedaan:
    'Het dossier is gesloten en niemand heeft er nog toegang toe. De teamleider kan iemand de regie geven om het te heropenen.',
};

export const gezinteksten = {
  kop: 'Gezin',
  naam: 'Naam',
  geboren: 'Geboren',
  rol: 'In het huishouden',
  bijschrift: 'Mensen over wie dit dossier gaat',
  niemand: 'Er staat niemand in dit dossier.',
  beheer: 'Huishoudens, personen erbij en adressen',
  naamOnbekend: 'naam niet bekend',
  geweigerd: 'wil niet zeggen',
  gewist: 'Gewist',
  gewistTitel: 'Namen in notities en documenten beoordelen',
  gewistTekst:
    'Een persoon is op zijn verzoek uit dit dossier gewist. Zijn naam kan nog in notities en documenten staan. Beoordeel die met de hand en leg bij het gezin vast dat dit is gedaan.',
};

export const notitieteksten = {
  kop: 'Notities',
  geen: 'Er staan nog geen notities die u mag lezen.',
  nieuw: 'Schrijf een notitie',
  soort: 'Soort',
  overDag: 'Over welke dag',
  inhoud: 'Tekst',
  inhoudUitleg: 'Feiten en meningen uit elkaar: wat zag of hoorde u zelf, wat zei wie, wat denkt u.',
  bewaar: 'Zet in het dossier',
  titel: 'Notitie',
  van: (dag: string) => `Notitie over ${dag}`,
  door: (naam: string, organisatie: string, moment: string) => `${naam}, ${organisatie}, ${moment}`,
  wijzig: 'Wijzig deze notitie',
  bekijk: 'Bekijk en wijzig',
  versies: 'Eerdere versies',
  versie: (n: number) => `Versie ${n}`,
  gedeeld: 'gedeeld',
  eigen: 'Alleen de eigen organisatie leest dit',
  conflict: 'Iemand anders wijzigde deze notitie',
  conflictTekst:
    'Er is niets verloren. Links staat wat er nu staat, rechts wat u schreef. Pas uw tekst aan en bewaar, of laat de andere staan.',
  conflictBijschrift: 'Uw tekst naast die van de ander',
  bewaarToch: 'Bewaar mijn tekst als nieuwe versie',
  neemHun: 'Laat de andere tekst staan',
  nu: 'Wat er nu staat',
  iemand: 'een collega',
};

export const documentteksten = {
  kop: 'Documenten',
  geen: 'Er staan nog geen documenten die u mag lezen.',
  nieuw: 'Voeg een document toe',
  bestand: 'Document',
  uitleg:
    'PDF, JPEG, PNG, Word, Excel, OpenDocument of gewone tekst. Van een foto verdwijnen plaats, tijd en toestel; controleer zelf wat er op staat.',
  maximum: '20 MB',
  voegToe: 'Zet in het dossier',
  haal: 'Haal op',
  bijschrift: 'Documenten in dit dossier, nieuwste eerst',
  naam: 'Naam',
  omvang: 'Omvang',
  van: 'Van',
  delen: 'Delen',
  kB: (n: string) => `${n} kB`,
};

export const deelteksten = {
  deel: 'Deel met de anderen in dit dossier',
  grond: 'Op welke grond',
  knop: 'Deel',
  stop: 'Deel niet meer',
  gedeeldOp: (grond: string) => `Gedeeld: ${grond}`,
  nietGedeeld: 'Niet gedeeld',
};

export const bijzonderteksten = {
  verklaringen: 'Verklaringen van één partij',
  verklaringUitleg: 'Wat één partij verklaarde leest alleen wie de regie heeft of voor die partij werkt.',
  verklaringNieuw: 'Leg een verklaring vast',
  partij: 'Wie verklaarde',
  overDag: 'Op welke dag',
  inhoud: 'Verklaring',
  bewaarVerklaring: 'Leg de verklaring vast',
  verklaringVan: (naam: string, dag: string) => `${naam}, ${dag}`,
  geenVerklaring: 'Er zijn geen verklaringen die u mag lezen.',
  melder: 'Melder',
  geenMelder: 'Er is geen melder vastgelegd.',
  melderWijzig: 'Leg de melder vast',
  anonimiteit: 'Hoe anoniem',
  meldergrond: 'Waarom',
  melderNaam: 'Naam',
  melderBereikbaar: 'Hoe bereikbaar',
  bewaarMelder: 'Leg de melder vast',
  politie: 'Politiegegevens',
  politieUitleg:
    'Wie politiegegevens krijgt houdt ze geheim. Verder verstrekken mag alleen als een wet ertoe verplicht of de taak het noodzakelijk maakt, per gegeven en met naam (Wet politiegegevens art. 7 lid 2).',
  politieOntvangen: (op: string, van: string) => `Ontvangen op ${op} van ${van}.`,
  politieNietBekend: 'niet bekend',
  politieBlad: (n: number) =>
    n === 0
      ? 'Nog niet verder verstrekt: bekijk of verstrek'
      : n === 1
        ? 'Eén keer verder verstrekt: bekijk of verstrek'
        : `${n} keer verder verstrekt: bekijk of verstrek`,
  politieOntvangenOp: 'Op welke dag ontvangen',
  politieOntvangenVan: 'Van wie bij de politie',
  politieOntvangenVanUitleg: 'Naam en functie of dienst, zoals: wijkagent Voorbeeldstad.',
  voorwaarde: 'Onder welke voorwaarde mag het verder',
  politieNietMee:
    'Politiegegevens gaan niet mee in een afdruk of uitvoer van het dossier. Verder verstrekken gaat per gegeven, op een eigen grond.',
  geenPolitie: 'Er zijn geen politiegegevens vastgelegd.',
  politieNieuw: 'Leg een politiegegeven vast',
  grond: 'Op welke grond verkregen',
  politieDag: 'Over welke dag',
  politieInhoud: 'Gegeven',
  bewaarPolitie: 'Leg het politiegegeven vast',
  geenGrond:
    'Voor een dossier op de Wmo-taak van de gemeente noemt het Besluit politiegegevens art. 4:2 geen grond. Leg hier geen politiegegevens vast.',
};

export const verstrekteksten = {
  titel: 'Politiegegeven',
  kop: (dag: string) => `Politiegegeven over ${dag}`,
  gegeven: 'Gegeven',
  verkregen: 'Verkregen',
  grond: 'Op welke grond verkregen',
  bron: 'Bron',
  ontvangen: 'Ontvangen',
  voorwaarde: 'Voorwaarde',
  door: 'Vastgelegd door',
  lijst: 'Verder verstrekt',
  geen: 'Dit gegeven is niet verder verstrekt',
  aan: (organisatie: string, dag: string) => `${organisatie}, ${dag}`,
  soort: 'Soort ontvanger',
  functie: 'Functie van de ontvanger',
  waarvoor: 'Waarvoor',
  opGrond: 'Grond',
  toelichting: 'Toelichting op de grond',
  overlegd: 'Overlegd met de politie',
  nietOverlegd: 'nee',
  besloot: 'Besloten door',
  tekst: 'Verstrekte tekst',
  nieuw: 'Verstrek dit gegeven verder',
  uitleg:
    'U besluit op uw eigen naam. Wat u hier vastlegt, is dat u het verstrekt en wat u verstrekt: niemand krijgt er toegang door. Zeg de ontvanger dat ook voor hem geheimhouding geldt.',
  geenGrond:
    'Voor dit gegeven is er geen grond om het verder te verstrekken. Vraagt iemand erom, verwijs dan naar de politie.',
  alleenRegie: 'Alleen wie de regie heeft en politiegegevens mag lezen, verstrekt ze verder.',
  nietAanBetrokkene:
    'Aan een betrokkene kan dit niet: hij vraagt inzage bij de politie (Wet politiegegevens art. 25).',
  grondVeld: 'Op welke grond verstrekt u',
  ontvanger: 'Aan wat voor organisatie',
  organisatie: 'Welke organisatie',
  functieVeld: 'Aan wie, in welke functie',
  waarvoorVeld: 'Waarvoor heeft de ontvanger het nodig',
  toelichtingVeld: 'Waarom maakt de taak het noodzakelijk, of welk voorschrift of welke beslissing is het',
  overlegdVeld: 'Op welke dag overlegde u met de politie',
  overlegdUitleg:
    'Dag-maand-jaar. Nodig als de politie die voorwaarde stelde, of als de voorwaarde niet bekend is.',
  verstrektOp: 'Op welke dag verstrekt u',
  tekstVeld: 'Wat verstrekt u',
  tekstUitleg:
    'Haal weg wat de ontvanger niet nodig heeft. Deze tekst blijft hier staan zoals u hem verstrekt.',
  knop: 'Besluit en leg vast dat dit wordt verstrekt',
  iemand: 'een collega',
};

export const deelnemerteksten = {
  kop: 'Wie toegang heeft',
  bijschrift: 'Mensen met een relatie met dit dossier, wie nu toegang heeft eerst',
  naam: 'Naam',
  organisatie: 'Organisatie',
  doel: 'Doel',
  waarom: 'Waarom',
  sinds: 'Sinds',
  tot: 'Tot',
  nu: 'geldt nu',
  onbekendeNaam: 'naam niet bekend',
  geldtNiet: 'geldt niet meer',
  geefTerug: 'Geef terug',
  trekIn: 'Trek in',
  eindeVan: (naam: string, doel: string) => `Beëindig de toegang van ${naam} voor ${doel}`,
  nodigUit: 'Nodig iemand uit voor een overleg',
  nodigUitUitleg: 'De genodigde leest wat is gedeeld en schrijft niet. De toegang eindigt vanzelf.',
  nodigUitKnop: 'Nodig uit',
  adres: 'Werkadres (e-mail)',
  grond: 'Op welke grond',
  totEnMet: 'Tot en met welke dag',
  draagOver: 'Draag over aan een andere organisatie',
  draagOverUitleg:
    'Er gaat niets open voordat hun teamleider aanvaardt en iemand toewijst. Tot dan houdt u de regie.',
  draagOverKnop: 'Bied de overdracht aan',
  naar: 'Aan welke organisatie',
};

export const verloopteksten = {
  kop: 'Fase en afsluiten',
  fase: 'Naar welke fase',
  reden: 'Waarom',
  redenUitleg: 'Het besluit en de reden komen als notitie in het dossier.',
  zetFase: 'Zet deze fase',
  faseNieuw: 'Wijzig de fase',
  sluitNieuw: 'Sluit dit dossier',
  sluitUitleg: 'Alle toegang eindigt, ook de uwe. De bewaartermijn loopt vanaf de laatste wijziging.',
  sluit: 'Sluit het dossier',
  heropenNieuw: 'Heropen dit dossier',
  heropen: 'Heropen het dossier',
  besluitSluit: 'Besluit: dossier gesloten.',
  besluitHeropen: 'Besluit: dossier heropend.',
  besluitFase: (van: string, naar: string) => `Besluit: van de fase ${van} naar de fase ${naar}.`,
};

export const drukteksten = {
  kop: 'Afdrukken en meenemen',
  uitleg: 'Op papier staat wie het afdrukte, wanneer en waarvoor. U neemt alleen mee wat u hier mag zien.',
  doel: 'Waarvoor',
  druk: 'Maak een afdruk',
  titel: 'Dossier op papier',
  kopPapier: (nummer: string) => `Dossier ${nummer}`,
  regel: (door: string, moment: string, doel: string) =>
    `Afgedrukt door ${door} op ${moment}. Doel: ${doel}.`,
  uitvoerRegel: (door: string, moment: string, doel: string) =>
    `Meegenomen door ${door} op ${moment}. Doel: ${doel}.`,
  terug: 'Terug naar het dossier',
  hint: 'Druk af met de knop van uw browser. Bewaar het papier zo lang als nodig en niet langer.',
  vorm: 'Bestand',
  vormen: { docx: 'Word-document', pdf: 'PDF', json: 'Gegevens (JSON)' } as Readonly<Record<string, string>>,
  neemMee: 'Neem mee als bestand',
  bestandsnaam: 'dossier',
};
