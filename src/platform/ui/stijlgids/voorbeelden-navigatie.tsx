import { KeuzeVeld } from '../formulier/keuzevelden.tsx';
import { TekstVeld } from '../formulier/tekstvelden.tsx';
import { Filters } from '../navigatie/filters.tsx';
import { Kruimelpad } from '../navigatie/kruimelpad.tsx';
import { Paginering } from '../navigatie/paginering.tsx';
import { TaalWissel } from '../navigatie/taalwissel.tsx';
import { Tijdstappen } from '../navigatie/tijdstappen.tsx';
import { padIn } from '../omgeving.ts';
import type { Voorbeeld } from './voorbeeld.ts';

/** Finding the way. */
export const navigatie: Voorbeeld[] = [
  {
    onderdeel: 'Kruimelpad',
    gebruik: { nl: 'Van de regio naar beneden.', en: 'From the region down.' },
    toon: taal => (
      <Kruimelpad
        taal={taal}
        naam={taal === 'nl' ? 'Kruimelpad (voorbeeld)' : 'Breadcrumb (example)'}
        kruimels={[
          { naam: 'Voorbeeldland', href: '#navigatie' },
          { naam: 'Programma', href: '#navigatie' },
          { naam: 'Versterken van lokale teams' },
        ]}
      />
    ),
  },
  {
    onderdeel: 'Filters',
    gebruik: { nl: 'De keuzes staan in het adres.', en: 'The choices are in the address.' },
    toon: taal => (
      <Filters actie="#navigatie" aantal={1226} volgorde="oudste eerst" actief taal={taal}>
        <TekstVeld naam="zoek" label="Woord in de titel" taal={taal} />
        <KeuzeVeld
          naam="gemeente"
          label="Gemeente"
          leeg="Alle gemeenten"
          opties={[
            { waarde: 'duindorp', naam: 'Duindorp' },
            { waarde: 'polderstad', naam: 'Polderstad' },
          ]}
          taal={taal}
        />
      </Filters>
    ),
  },
  {
    onderdeel: 'Paginering',
    gebruik: { nl: 'Bladeren door een lange lijst.', en: 'Leaf through a long list.' },
    toon: taal => <Paginering bladzijde={4} totaal={12} adres={n => `#bladzijde-${n}`} taal={taal} />,
  },
  {
    onderdeel: 'Tijdstappen',
    gebruik: { nl: 'De weg van een besluit.', en: 'The route of a decision.' },
    toon: taal => (
      <Tijdstappen
        taal={taal}
        stappen={[
          { titel: 'College stemt in', staat: 'gereed', datum: '3 november 2026' },
          {
            titel: 'Raad bespreekt',
            staat: 'huidig',
            datum: 'donderdag 3 december 2026',
            tekst: 'De commissie vroeg om cijfers per wijk.',
          },
          { titel: 'Raad besluit', staat: 'komend', datum: 'donderdag 21 januari 2027' },
        ]}
      />
    ),
  },
  {
    onderdeel: 'TaalWissel',
    gebruik: { nl: 'Dezelfde bladzijde in de andere taal.', en: 'The same page in the other language.' },
    toon: taal => <TaalWissel taal={taal} pad={padIn(taal === 'nl' ? 'en' : 'nl', '/stijl')} />,
  },
];
