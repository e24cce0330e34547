import type { Weerwijze } from '../domain/blokkade.ts';

/** Texts of the page where a privacy officer bars somebody from what he does not see. */
export const weerteksten = {
  titel: 'Weer iemand zonder het dossier te zien',
  link: 'Weer iemand van een dossier, persoon of huishouden dat u niet ziet',
  inleiding:
    'Hiermee houdt u iemand weg bij een dossier van uw organisatie, of bij een persoon of huishouden daarin, zonder dat u het zelf ziet. U kunt ook iemand van een andere organisatie in de regio weren. De blokkade wint van elke toegang, ook van noodtoegang. Wie geweerd is merkt er niets van.',
  geteld:
    'Zoeken gaat alleen precies: het hele zaaknummer, of beide namen en de hele geboortedatum. Elke poging telt, ook als wij niets vinden, en staat in het gebruik van gegevens.',
  wie: 'Wie wordt geweerd',
  collega: 'Collega van uw eigen organisatie',
  adres: 'Of: werkadres van iemand van een andere organisatie',
  adresUitleg: 'Het e-mailadres waarmee die persoon zich aanmeldt.',
  waarvoor: 'Waarvan',
  wijze: 'Waarvan weert u deze persoon?',
  wijzen: {
    nummer: 'Van één dossier, met het zaaknummer',
    persoon: 'Van alle dossiers over één persoon, met de precieze gegevens hieronder',
    huishouden:
      'Van alle dossiers over ieder in het huishouden van deze persoon, ook wie er later bij komt. Is er geen huishouden vastgelegd, dan geldt het voor de persoon zelf',
  } satisfies Record<Weerwijze, string>,
  voornaam: 'Voornamen van de persoon',
  achternaam: 'Achternaam van de persoon',
  geboren: 'Geboortedatum van de persoon',
  hoeLang: 'Waarom en hoe lang',
  van: 'Vanaf',
  vanUitleg: 'Leeg is vandaag.',
  tot: 'Tot',
  totUitleg: 'De eerste dag waarop de blokkade niet meer geldt. Leeg is: tot u haar opheft.',
  knop: 'Leg de blokkade vast',
  nietGevonden:
    'Er is niets vastgelegd: wij vonden niets waarvan u deze persoon kunt weren. Controleer wat u invulde.',
  adresOnbekend:
    'Wij vonden niemand met dit werkadres die in deze regio met dossiers werkt. Controleer het adres.',
  /** By field and code, or by field alone. */
  fouten: {
    wijze: 'Kies waarvan u deze persoon weert.',
    nummer: 'Vul het zaaknummer in.',
    voornaam: 'Vul de voornamen in.',
    achternaam: 'Vul de achternaam in.',
    geboren: 'Vul de hele geboortedatum in, bijvoorbeeld 3-11-1988.',
    collega: 'Kies een collega, of vul een werkadres in.',
    adres: 'Kies een collega of vul een werkadres in, niet allebei.',
    reden: 'Kies een reden uit de lijst.',
    'van:datum': 'Vul een dag in, bijvoorbeeld 3-11-2026.',
    'van:verleden': 'Een blokkade begint vandaag of later.',
    'tot:datum': 'Vul een dag in, bijvoorbeeld 3-11-2026.',
    'tot:volgorde': 'De blokkade moet eindigen nadat zij begint.',
  } as Record<string, string>,
};
