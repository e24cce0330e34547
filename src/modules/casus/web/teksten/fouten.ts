/** Sentence per field and fault; the fault alone where every field says the same. */
export const foutzinnen: Readonly<Record<string, string>> = {
  leeg: 'Vul dit veld in.',
  te_lang: 'Deze tekst is te lang. Maak hem korter of splits hem.',
  geen_datum: 'Schrijf de datum als dag-maand-jaar, bijvoorbeeld 3-11-2026.',
  toekomst: 'Vul een datum in die niet in de toekomst ligt.',
  geen_keuze: 'Kies een van de mogelijkheden.',
  onbruikbaar_teken: 'Er staat een teken in dat niet bewaard kan worden. Typ de tekst opnieuw.',
  'soort.leeg': 'Kies de soort notitie.',
  'over_dag.leeg': 'Vul de dag in waarover het gaat.',
  'inhoud.leeg': 'Schrijf de tekst.',
  'taak.leeg': 'Kies op welke taak dit dossier rust.',
  'taak.geen_veilig_thuis':
    'De organisatie waarvoor u dit dossier aanlegt is geen Veilig Thuis. Kies een andere taak.',
  'lidmaatschap.leeg': 'Kies voor welke organisatie u dit dossier aanlegt.',
  naam_leeg: 'Vul een voornaam of achternaam in.',
  niemand: 'Vul ten minste één persoon in.',
  geboren: 'Schrijf de geboortedatum als dag-maand-jaar, of alleen het jaar; niet in de toekomst.',
  'anonimiteit.leeg': 'Kies hoe anoniem de melder blijft, of maak de velden van de melder leeg.',
  'meldergrond.leeg': 'Kies waarom.',
  'meldergrond.geen_keuze': 'Deze reden hoort niet bij deze mate van anonimiteit. Kies een andere.',
  'melder_naam.leeg': 'Vul de naam van de melder in, of kies dat die ook voor ons onbekend is.',
  'melder_naam.dubbel_anoniem':
    'Van een melder die onbekend is legt u geen naam of bereikbaarheid vast. Maak deze velden leeg.',
  'geheim_persoon.leeg': 'Kies van wie dit adres is.',
  'geheim_persoon.geen_keuze': 'Kies een persoon die u hierboven hebt ingevuld.',
  'geheim_postcode.postcode': 'Schrijf de postcode als vier cijfers en twee letters, zoals 1234 AB.',
  'geheim_nummer.nummer': 'Een huisnummer begint met een cijfer. Zet letters in de toevoeging.',
  'geheim_plaats.leeg': 'Vul ten minste een plaats of een postcode in.',
  'partij.leeg': 'Kies wie verklaarde.',
  'partij.geen_keuze': 'Kies iemand uit dit dossier.',
  'grond.leeg': 'Kies een grond.',
  'grond.geen_keuze': 'Kies een grond uit de lijst.',
  'fase.leeg': 'Kies een fase.',
  'reden.leeg': 'Schrijf waarom.',
  'doel.leeg': 'Kies waarvoor.',
  'bestand.leeg': 'Kies een document; een leeg bestand telt niet.',
  'bestand.te_groot': 'Dit document is groter dan 20 MB. Kies een kleiner of splits het.',
  'bestand.soort_onbekend':
    'Dit soort bestand kan niet. Kies een PDF, JPEG, PNG, Word, Excel, OpenDocument of gewone tekst, zonder programma erin. Een foto van een telefoon kunt u eerst als JPEG bewaren.',
  'bestand.beschadigd': 'Deze foto is beschadigd. Maak of bewaar haar opnieuw.',
  gesloten: 'Dit dossier is gesloten. Heropen het eerst.',
  beperkt:
    'In dit dossier wordt niet geschreven, omdat de verwerking is beperkt. Is het nodig om iemand te beschermen, vraag dan de regisseur of de privacyfunctionaris het toe te staan. Wat u typte, kunt u als concept bewaren.',
  'ontvangen_op.leeg': 'Vul de dag in waarop u dit van de politie kreeg.',
  'ontvangen_van.leeg': 'Vul in van wie bij de politie u dit kreeg, met functie of dienst.',
  'voorwaarde.leeg': 'Kies onder welke voorwaarde de politie dit gaf.',
  geen_verstrekgrond: 'Voor dit gegeven is er geen grond om het verder te verstrekken.',
  'grond.geen_grond':
    'Deze grond geldt niet voor hoe dit gegeven is verkregen. Kies een andere of verstrek het niet.',
  'grond.niet_verder':
    'De politie gaf dit onder de voorwaarde dat het niet verder gaat. Dat kan alleen als een wet het verplicht.',
  'overlegd_op.eerst_overleg': 'Overleg eerst met de politie en vul de dag van dat overleg in.',
  'overlegd_op.na_verstrekken': 'Dit overleg was na de dag van verstrekken. Overleg gaat eraan vooraf.',
  'ontvanger.leeg': 'Kies wat voor organisatie het krijgt.',
  'organisatie.leeg': 'Vul de organisatie in.',
  'functie.leeg': 'Vul de functie in van wie het krijgt.',
  'waarvoor.leeg': 'Schrijf waarvoor de ontvanger het nodig heeft.',
  'toelichting.leeg':
    'Schrijf waarom de taak het noodzakelijk maakt, of welk voorschrift of welke beslissing het is.',
  'verstrekt_op.leeg': 'Vul de dag van verstrekken in.',
  'tekst.leeg': 'Schrijf de tekst die u verstrekt.',
  geen_grond: 'Voor deze taak is er geen grond voor politiegegevens.',
  conflict: 'Iemand anders wijzigde dit dossier net. Bekijk wat er nu staat en probeer het opnieuw.',
  niet_toegestaan_overgang: 'Dit kan nu niet: het dossier is al gesloten of al open.',
  persoon_ongeldig: 'Controleer de gegevens van de personen.',
  onbekend_adres: 'Met dit werkadres kunt u niemand uitnodigen. Controleer het adres.',
  'adres.leeg': 'Vul het werkadres in.',
  'naar.leeg': 'Kies een organisatie.',
  'tot.leeg': 'Vul de laatste dag in.',
  'tot.toekomst': 'Kies een dag binnen een maand.',
  'collega.leeg': 'Kies een collega.',
  'nummer.leeg': 'Vul het zaaknummer in.',
  nummer: 'Schrijf het zaaknummer als 2026-123456.',
  'nummer.nummer': 'Schrijf het zaaknummer als 2026-123456.',
  'wijze.leeg': 'Kies wat u van het dossier weet.',
  'voornaam.leeg': 'Vul de voornaam in.',
  'achternaam.leeg': 'Vul de achternaam in.',
  hele_datum: 'Vul de hele geboortedatum in, als dag-maand-jaar.',
  zoek_leeg: 'Vul een zaaknummer, een naam of een geboortedatum in.',
  doel_onbekend: 'Kies waarvoor.',
  anders: 'Controleer dit veld.',
};

/** The sentence for a refused field; a sentence that came with the refusal is kept. */
export function foutzin(veld: string, code: string): string {
  return (
    foutzinnen[`${veld}.${code}`] ??
    foutzinnen[code] ??
    (/\s/.test(code) ? code : (foutzinnen['anders'] ?? ''))
  );
}

/** Before the title of a page on which a form came back. */
export const foutVoor = 'Fout: ';
