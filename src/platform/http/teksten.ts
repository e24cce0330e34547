import type { Taal } from '#platform/ui/index.ts';

export type Foutsoort =
  | 'niet_gevonden'
  | 'vervalst'
  | 'verlopen'
  | 'te_groot'
  | 'te_vaak'
  | 'ongeldig'
  | 'storing'
  | 'verkeerd_adres';

type Tekst = { titel: string; uitleg: string };

export const foutTeksten: Record<Taal, Record<Foutsoort, Tekst> & { nummer: string; terug: string }> = {
  nl: {
    nummer: 'Nummer van deze fout',
    terug: 'Naar het begin',
    niet_gevonden: {
      titel: 'Deze pagina is er niet, of is niet voor u',
      uitleg:
        'Controleer het adres. Was de pagina er eerder wel? Meld u dan opnieuw aan of vraag het uw beheerder.',
    },
    vervalst: {
      titel: 'Deze handeling is niet uitgevoerd',
      uitleg: 'Het verzoek kwam niet van onze eigen pagina. Open de pagina opnieuw en probeer het daar.',
    },
    verlopen: {
      titel: 'Deze pagina was te oud',
      uitleg:
        'U bent intussen aan- of afgemeld. Ga terug, laad de pagina opnieuw en verstuur uw gegevens nog eens; er is niets opgeslagen.',
    },
    te_groot: {
      titel: 'Dit is te groot',
      uitleg: 'Stuur een kleiner bestand of kortere tekst. Er is niets opgeslagen.',
    },
    te_vaak: { titel: 'Te veel pogingen', uitleg: 'Wacht een paar minuten en probeer het dan opnieuw.' },
    ongeldig: {
      titel: 'Dit verzoek is niet te begrijpen',
      uitleg: 'Controleer het adres en wat u hebt ingevuld. Er is niets opgeslagen.',
    },
    storing: {
      titel: 'Er ging iets mis aan onze kant',
      uitleg:
        'Wat u het laatst hebt ingevuld is misschien niet opgeslagen. Probeer het over een paar minuten opnieuw. Blijft het misgaan? Geef dan dit nummer door.',
    },
    verkeerd_adres: {
      titel: 'Dit adres hoort niet bij deze site',
      uitleg: 'Gebruik het adres dat u van uw beheerder hebt gekregen.',
    },
  },
  en: {
    nummer: 'Number of this error',
    terug: 'Back to the start',
    niet_gevonden: {
      titel: 'This page does not exist, or is not for you',
      uitleg: 'Check the address. Was the page here before? Sign in again or ask your administrator.',
    },
    vervalst: {
      titel: 'Nothing was done',
      uitleg: 'The request did not come from our own page. Open the page again and retry there.',
    },
    verlopen: {
      titel: 'This page was too old',
      uitleg:
        'You have signed in or out in the meantime. Go back, reload the page and send your data again; nothing was saved.',
    },
    te_groot: {
      titel: 'This is too large',
      uitleg: 'Send a smaller file or a shorter text. Nothing was saved.',
    },
    te_vaak: { titel: 'Too many attempts', uitleg: 'Wait a few minutes and try again.' },
    ongeldig: {
      titel: 'We do not understand this request',
      uitleg: 'Check the address and what you filled in. Nothing was saved.',
    },
    storing: {
      titel: 'Something went wrong on our side',
      uitleg:
        'What you filled in last may not have been saved. Try again in a few minutes. Does it keep failing? Tell us this number.',
    },
    verkeerd_adres: {
      titel: 'This address does not belong to this site',
      uitleg: 'Use the address that your administrator gave you.',
    },
  },
};
