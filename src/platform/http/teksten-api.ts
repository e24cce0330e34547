/** Texts of the interface for programs: Dutch only, as its addresses and fields. */
export const apiTeksten = {
  titel: 'Lange Adem API',
  omschrijving:
    'Programma’s van de aanpak van huiselijk geweld en kindermishandeling, en hun cijfers, per regio. Zonder aanmelden krijgt u wat is gepubliceerd, en cijfers zoals een openbare bron die drukte, met die bron erbij. Afgeleide cijfers zijn er niet, op het oordeel bij een publicatie na, dat alleen op haar gepubliceerde cijfers rust. Onbekend is null; geen is een lege lijst.',
  contact: { name: 'Lange Adem', email: 'post@voorbeeld.invalid', url: 'https://voorbeeld.invalid/contact' },
  server:
    'Voorbeeldadres. Vervang voorbeeld.invalid door het adres van de installatie die u gebruikt; het pad blijft gelijk.',
  probleem: 'Waarom een verzoek niet is uitgevoerd, en wat u kunt doen (RFC 9457).',
  versiekop: 'Volledig versienummer van de API',
  linkkop: 'Adressen van deze, eerste, laatste, vorige en volgende pagina (RFC 8288)',
  antwoord400: 'Een parameter klopt niet; het antwoord noemt welke en waarom',
  antwoord404: 'Dit bestaat niet, of is niet openbaar',
  antwoord410: 'Dit was er en is ingetrokken; het antwoord zegt wanneer en waarom',
  pagina: 'Nummer van de pagina, vanaf 1',
  perPagina: 'Aantal regels per pagina',
  aantal: 'Aantal regels op alle pagina’s samen',
  paginas: 'Aantal pagina’s',
  nietGevonden: 'Niet gevonden',
  weggehaald: 'Niet meer beschikbaar',
  ongeldig: 'Dit verzoek klopt niet',
  geenPagina: 'De parameter ‘pagina’ is een heel getal vanaf 1.',
  geenPerPagina: (hoogste: number) =>
    `De parameter ‘perPagina’ is een heel getal van 1 tot en met ${hoogste}.`,
  paginaOnbekend: (pagina: number, paginas: number) =>
    `Pagina ${pagina} bestaat niet; de laatste pagina is ${paginas}.`,
  onbekendeParameter: (naam: string) => `De parameter ‘${naam}’ kennen wij hier niet.`,
  tweemaal: (naam: string) => `De parameter ‘${naam}’ staat er meer dan één keer; geef hem één keer.`,
};
