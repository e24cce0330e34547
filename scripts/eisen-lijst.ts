/** A numbered requirement: code and a short wording. The full texts are the issues of the project. */
export type Eis = { code: string; tekst: string };

export const eisGroepen: Readonly<Record<string, string>> = {
  A1: 'Het huis',
  A2: 'Platform',
  A3: 'Programma',
  A4: 'Datalab, eerste verdieping',
  A5: 'Bewijs',
  C1: 'Personen en gezinnen',
  C2: 'Relaties',
  C3: 'Logboek van gebruik',
  C4: 'Sleutels, bewaren, rechten',
  C5: 'Voorbeeldkamer en bewijs',
};

const teksten: Readonly<Record<string, readonly string[]>> = {
  A1: [
    'Indeling, anatomie van de kamers, importlijst, namen en kolomklassen volgens het plan; de tests die dat bewaken staan er vóór de eerste functie en falen aantoonbaar bij een geplante overtreding',
    '`npm start` op een verse kloon installeert, start de database, migreert, laadt drie regio’s met zichtbare voortgang en serveert: hoogstens 60 s, 5 s bij de tweede start, 512 MB',
    'Ctrl-C stopt alles; na kill -9 gaat niets vastgelegds verloren en herstelt de volgende start zelf; een tweede start, bezette poort, onschrijfbare map en nieuwere gegevens geven één duidelijke regel; als root maakt het een systeemgebruiker voor de database',
    '`npm test` zet zelf klaar wat het nodig heeft en draait alles binnen 20 minuten met een tijdbudget per suite; `test:volledig` draait alles; `.ci/run` roept `npm test` aan; databasetests ook tegen een PostgreSQL van buiten',
    'Instellingen uit de omgeving, gecontroleerd bij het starten, één tabel in de README; `GET /gezondheid`; demonstratie alleen op loopback en onuitwisbaar gemerkt; `npm run serve` weigert onveilige omstandigheden',
    '`npm run reservekopie` en `npm run terugzetten`: versleuteld, met controlesom, getimed, getest door terug te zetten in een lege map en te vergelijken',
    'Migraties alleen vooruit; een bewaarde database van de eerst gelande stand wordt bij elke latere test bijgewerkt',
    'README voor een nieuwkomer, CONTRIBUTING, architectuur, eerste ADR’s, EUPL-1.2, afhankelijkheden; Dockerfile en compose, met de mededeling dat zij niet zijn getest waar dat zo is',
    'Dit overzicht, gemaakt uit merktekens in tests en metingen; een lege eis is zichtbaar',
  ],
  A2: [
    '`kern`: datum, feestdagen 2000-2099, werkdagen, termijn, toestand, controle, resultaat; statistiek (Garwood, Wilson, exacte verhouding) tot 1e-10 relatief',
    'Database met rollen, gedwongen rijbeveiliging, actor en uitzonderingenlijst; `kluis` met sleutels en vernieuwing; logboek met zegelaar, ondertekende wortels buiten de database en `npm run logboek:controleer`',
    'Web: beveiligingskoppen, CSRF-verweer, grenzen aan de invoer, sessies op de server, foutpagina’s, problem+json, verzoeken gelogd zonder persoonsgegevens',
    'Componenten van het NL Design System met eigen test en stijlpagina op `/stijl`; thema’s per regio; licht, donker, druk; Nederlands overal, Engels op openbare pagina’s, met een test op ontbrekende teksten',
    '`toegang`: organisaties, mensen, lidmaatschappen, rollen, aanmelden met wachtwoord plus TOTP of passkey, grenzen, sessies, uitnodiging en herstel per mail',
    'Demonstratie: één verzonnen account per rol, in de README, wachtwoord uit `LA_DEMO_WACHTWOORD`, geen tweede factor, zichtbare balk',
    'Achtergrondtaken; mailwachtrij met herhaling en een zichtbare lijst van mislukte berichten',
  ],
  A3: [
    'Alles uit de drie programmabestanden is zichtbaar, doorzoekbaar en te wijzigen door wie mag; niets gaat verloren bij uitvoer en invoer; hulpaanbod en zelfscan als eigen tabellen met een leespagina',
    'Regiopagina; visie, uitgangspunten, fasen, definities; boom actielijn → doelstelling → actie; één pagina per actie; doelstellingen zonder meetbaar doel zijn gemerkt',
    'Actie × gemeente: eigen status, resultaat, rol en datum; de status van de regio is afgeleid en zegt hoe; subregio’s als niveau',
    'Planning: tijdlijn per kwartaal en maand; mijlpalen met één overgangstabel en reden; wat eerst komt; agenda per orgaan; agenda-adres; jaarlijkse actieagenda',
    'Geld: gevraagd, toegekend, besteed per actie en bron; capaciteit en PM nooit als 0; totalen naast die van het document, verschillen gemerkt; nooit dubbel geteld; een beeld',
    'Raadsopmerkingen per gemeente met antwoord, code, actie, status en historie, in twee richtingen te volgen; besluiten en hun route',
    'Projectorganisatie, partners, communicatiekalender, rapportageplichten met volgende datum en herinnering per mail',
    'Voortgangsverslag over een periode op scherm, in druk, als PDF/UA en DOCX, met alleen publiceerbare cijfers',
    'Invoer uit JSON en rekenblad, uitvoer naar beide, heen en terug gelijk; een fout bestand geeft elke fout met rij en kolom en wijzigt niets',
    'Rechten: projectleider de regio, adviseur de eigen gemeente, raadslid en publiek lezen het gepubliceerde; bij gelijktijdig wijzigen ziet de tweede het verschil',
  ],
  A4: [
    'Waarnemingen met plaats, periode, indicator, waarde, bron, definitieversie en openbaarheid; een herziening overschrijft nooit; herindelingen; een reeks zegt op welke grenzen zij staat',
    'Zonder intern recht alleen `openbaar_in_bron`, zoals gedrukt, met citaat; niets afgeleid van een gedrukt aantal van 1 tot 4; `Publiceerbaar` heeft één maker',
    'Indicatorencatalogus als gegevens: definitie, eenheid, teller, noemer, richting, norm, eigenaar, valkuilen',
    'Pagina’s: regio, indicator, gemeente, vergelijking met kaart, gegevenskwaliteit; CSV en JSON van elke tabel binnen het recht van de lezer',
    'Invoer van CSV en XLSX met kolomkoppeling, proef, fouten per rij in het Nederlands, alles of niets, terugdraaien',
  ],
  A5: [
    'Reizen in een echte browser, met en zonder script: nieuwkomer, projectleider, adviseur, raadslid, invoerder',
    'axe-core: geen overtreding op enige pagina; geldige HTML, één h1, toetsenbord, drukstijl',
    'Toegangsmatrix tegen een onafhankelijk predicaat; één aanval per bestand',
    'Valproef: schrijven onder belasting, kill -9, herstart, elke bevestigde schrijfactie aanwezig, logboek gecontroleerd',
    'Twee processen op één PostgreSQL: sessies, sloten, geplande taken één keer',
    '`npm run bench`: doorvoer en wachttijd tegen een kale handler, starttijden, geheugen, bytes van de eerste aanblik',
    'API `/api/v1` met een vers OpenAPI-document, 0 fouten en 0 waarschuwingen met de regels van de overheid',
  ],
  C1: [
    'Personen met graad van zekerheid, huishoudens met gedateerd lidmaatschap (een kind kan bij twee horen), adressen met soort en geheimhouding, betrekkingen; BSN alleen waar de wet het noemt, met elfproef en proefnummers in de demonstratie',
    'Veilig contact per persoon; zonder wordt niets verstuurd; een adres dat partijen delen houdt verzending tegen en vraagt een besluit',
    'Vinden met blinde indexen op naamdelen, klank, geboortedatum en postcode met nummer; voorstellen met een score, door een mens bevestigd, terug te draaien; precisie minstens 0,98 en vindkans minstens 0,90 bij 10 % bedorven velden, afgedrukt door een opdracht',
    'Onderdelen met een eigen regel in eigen tabellen: melder in drie graden, geheim adres, politiegegeven, verklaring van één partij',
  ],
  C2: [
    'Toegang is een relatie; één tabel noemt elke gebeurtenis die een relatie opent of sluit; niemand geeft zichzelf er een; knoppen, beleid, `docs/toegang.md` en tests volgen eruit',
    'Geen relatie, geen rij: niet in lijst, telling, zoeken, aanvullen, uitvoer of fout; tijd voor afwezig en verboden gelijk binnen 5 %',
    'Drie wettige wegen zonder relatie: radar binnen de taak van Veilig Thuis, noodtoegang, aangeboden overdracht; alle gelogd, begrensd en nagekeken',
    'Blokkades winnen van alles; wie geblokkeerd is leert nooit dat het dossier bestaat',
    'Noodtoegang: reden, één dossier, eindigt vanzelf, bericht aan regisseur en privacyfunctionaris, een rij die niet vanzelf leeg raakt; opent nooit melder of geheim adres',
    'Technisch beheerders zien geen persoonsgegevens; accountrechten en relatierechten zijn aparte rollen',
    'Aanmelden voor casuswerk: tweede factor verplicht, herstel door twee mensen van de organisatie, OIDC per organisatie, verlooptijden die een concept bewaren, apparatenlijst, afmelden dat de terugknop leegt',
  ],
  C3: [
    'Elk lezen en schrijven van persoonsgegevens, toegestaan en geweigerd, met de velden van NEN 7513 en van het Logboek dataverwerkingen; uitvoer in die vorm',
    'Zegelaar, ondertekende wortels buiten de database en controle: wijziging, invoeging, verwijdering, omwisseling, afgekapte staart, gat en onverzegelde regel worden elk gevonden',
    'Een betrokkene kan horen wie keek, wanneer en waarom, noodtoegang gemerkt; wat een opvang, adres of melder zou verraden wordt per lezer op een grond weggelaten',
    'De privacyfunctionaris ziet ongewoon gebruik als lijst om te beoordelen, nooit als score van een mens',
  ],
  C4: [
    '`kluis` voor persoonsgegevens: sleutel per persoon en per dossier × organisatie × bewaarklasse; vernieuwing van de hoofdsleutel terwijl het draait; verlies en noodsleutel beschreven en getest',
    'Wissen bewezen: met de hoofdsleutel en elke kopie van na het wissen is niets van de persoon te lezen; oude reservekopieën worden vernietigd; terugzetten herhaalt de wislijst voor het serveert',
    'Bewaartermijn per soort als parameter met bron en geldigheid; aanhouding wint; vernietigen alleen langs een goedgekeurde lijst en met een bewijs dat niemand noemt',
    'Verzoeken om inzage, afschrift, verbetering, beperking, bezwaar en vernietiging: identiteit, leeftijd, weigeringsgronden, gegevens van anderen weg, afweging door een mens met vier ogen, termijn, brief',
    'Register van verwerkingsactiviteiten en invoer voor een effectbeoordeling, gemaakt uit kolomklassen, gronden en bewaarregels',
    'Kennisgeving binnen vier weken na vastleggen, uitgesteld met telkens hoogstens twee weken en een reden: als klok voor latere kamers',
    '`reservekopie` voor dit alles, met de sleutels apart; terugzetoefening getimed en gecontroleerd; bijwerkoefening vanaf de bewaarde databases',
  ],
  C5: [
    'Een minimaal dossier met huishouden, notities, document en deelnemers, met echte pagina’s',
    'Maker van verzonnen gezinnen (`npm run gezin:voorbeeld`), herhaalbaar, drukt zijn snelheid af; gebruikt door demonstratie, tests en metingen',
    'Gemaakte matrix relatie × onderdeel × handeling × vlak tegen een onafhankelijk predicaat; wandelingen van elke rol; intrekken tijdens lezen; twee mensen tegelijk',
    'Aanvallen, één per bestand: opsommen, zoekorakel, telorakel, massatoewijzing, concept van een ander, uitvoer, mailbericht, gedeelde computer, herhaalde link, vervalst logboek, verwisselde sleutel, oude reservekopie',
    '`npm run bench:toegang`: lijst, openen, zoeken, opslaan met log en versleuteling; kosten van need-to-know tegen een uitgeschreven join; logboek en controle',
    'axe schoon, alleen toetsenbord, zonder script, 320 px, druk met naam, tijd en doel',
  ],
};

/** Every numbered requirement, in order. */
export const eisen: readonly Eis[] = Object.entries(teksten).flatMap(([groep, regels]) =>
  regels.map((tekst, i) => ({ code: `${groep}.${i + 1}`, tekst })),
);
