import { Cijferblok } from '../cijfer/cijferblok.tsx';
import { DocumentOpScherm } from '../document/documentopscherm.tsx';
import { Tabel } from '../tabel/tabel.tsx';
import { Afdrukregel } from '../tekst/afdrukregel.tsx';
import { Alinea } from '../tekst/alinea.tsx';
import { BeschrijvingsLijst } from '../tekst/beschrijvingslijst.tsx';
import { Bron } from '../tekst/bron.tsx';
import { Details } from '../tekst/details.tsx';
import { Kaartje } from '../tekst/kaartje.tsx';
import { Kop2, Kop3 } from '../tekst/kop.tsx';
import { LegeStaat } from '../tekst/legestaat.tsx';
import { Lijst } from '../tekst/lijst.tsx';
import { Link } from '../tekst/link.tsx';
import { Rooster } from '../tekst/rooster.tsx';
import type { Voorbeeld } from './voorbeeld.ts';

/** Text: headings, paragraphs, links, sources. Kop1 is the heading of the page itself. */
export const tekst: Voorbeeld[] = [
  {
    onderdeel: 'Kop2',
    gebruik: { nl: 'Titel van een deel van de bladzijde.', en: 'Title of a part of the page.' },
    toon: () => <Kop2>Wat doen we aan: versterken van lokale teams</Kop2>,
  },
  {
    onderdeel: 'Kop3',
    gebruik: { nl: 'Titel binnen een deel.', en: 'Title inside a part.' },
    toon: () => <Kop3>Wie antwoordt waarvoor</Kop3>,
  },
  {
    onderdeel: 'Alinea',
    gebruik: { nl: 'Lopende tekst: inleiding, gewoon, klein.', en: 'Running text: lead, plain, small.' },
    toon: () => (
      <>
        <Alinea soort="inleiding">Wie geweld meemaakt, krijgt binnen vijf dagen een eerste gesprek.</Alinea>
        <Alinea>
          Lokale teams werken met één plan per gezin. Veilig Thuis kijkt mee zolang de veiligheid niet zeker
          is. De casusregisseur spreekt met het gezin af wat er gebeurt en wanneer.
        </Alinea>
        <Alinea soort="klein">Verzonnen tekst, alleen om de letters te laten zien.</Alinea>
      </>
    ),
  },
  {
    onderdeel: 'Link',
    gebruik: {
      nl: 'Zegt waar u uitkomt, ook los gelezen.',
      en: 'Says where it leads, even read on its own.',
    },
    toon: () => (
      <Alinea>
        Lees <Link href="#tekst">hoe lokale teams werken</Link> en wat de gemeente bijdraagt.
      </Alinea>
    ),
  },
  {
    onderdeel: 'Details',
    gebruik: {
      nl: 'Voor wie meer wil weten; op papier altijd open.',
      en: 'For who wants more; always open on paper.',
    },
    toon: () => (
      <Details titel="Hoe is dit berekend?">
        <Alinea>Het aantal gezinnen per duizend huishoudens, met een interval van 95 procent.</Alinea>
      </Details>
    ),
  },
  {
    onderdeel: 'Bron',
    gebruik: {
      nl: 'Titel, gemeente, datum en paragraaf; nooit een bestandsnaam.',
      en: 'Title, municipality, date and section.',
    },
    toon: taal => (
      <Bron
        taal={taal}
        bron={{
          titel: 'Regiovisie Voorbeeldland',
          van: 'gemeente Duindorp',
          datum: '3 november 2026',
          paragraaf: '4.2',
        }}
      />
    ),
  },
  {
    onderdeel: 'Afdrukregel',
    gebruik: { nl: 'Staat alleen op papier: wie, wanneer, waarom.', en: 'On paper only: who, when, why.' },
    toon: taal => (
      <Afdrukregel
        door="R. Voorbeeld"
        moment="3 november 2026, 14.05 uur"
        reden="overleg met het gezin"
        taal={taal}
      />
    ),
  },
];

const actieKolommen = [
  { naam: 'Gemeente', rijkop: true },
  { naam: 'Stand' },
  { naam: 'Gezinnen', getal: true },
  { naam: 'Budget', getal: true },
];

/** Lists, tables, figures and cards. */
export const lijsten: Voorbeeld[] = [
  {
    onderdeel: 'Lijst',
    gebruik: { nl: 'Met punten, genummerd of kaal.', en: 'With dots, numbered or bare.' },
    toon: () => (
      <>
        <Lijst items={['Eerst veiligheid', 'Dan herstel', 'Altijd met het gezin']} />
        <Lijst soort="genummerd" items={['Signaal bespreken', 'Plan maken', 'Samen terugkijken']} />
        <Lijst
          soort="kaal"
          items={[<Link href="#lijsten">Jaarverslag 2025</Link>, <Link href="#lijsten">Begroting 2026</Link>]}
        />
      </>
    ),
  },
  {
    onderdeel: 'BeschrijvingsLijst',
    gebruik: { nl: 'Eigenschappen van één ding.', en: 'Properties of one thing.' },
    toon: () => (
      <BeschrijvingsLijst
        items={[
          { term: 'Trekker', waarde: 'Gemeente Duindorp' },
          { term: 'Gereed', waarde: '31 december 2026' },
          {
            term: 'Doel',
            waarde:
              'Elk lokaal team heeft een vaste aandachtsfunctionaris die andere teamleden helpt bij twijfel.',
          },
        ]}
      />
    ),
  },
  {
    onderdeel: 'Tabel',
    gebruik: { nl: 'Op een telefoon wordt elke rij een blokje.', en: 'On a phone each row becomes a block.' },
    toon: () => (
      <Tabel
        bijschrift="Gezinnen met een plan per gemeente, 2025, op alfabet"
        kolommen={actieKolommen}
        rijen={[
          ['Duindorp', 'op koers', '1.226', '€ 186.000'],
          ['Polderstad', 'drie weken later', '84', '€ 42.500'],
          ['Sint Annakerk aan de Zeedijk en Omstreken', 'nog niet begonnen', '9', 'PM'],
        ]}
        totaal={['Samen', '', '1.319', '€ 228.500']}
      />
    ),
  },
  {
    onderdeel: 'Cijferblok',
    gebruik: {
      nl: 'Eén getal met de woorden die het betekenis geven.',
      en: 'One number with the words that give it meaning.',
    },
    toon: () => (
      <Rooster
        items={[
          <Cijferblok
            getal="1.226"
            woorden="meldingen in Voorbeeldland in 2025"
            toelichting="Tussen 1.160 en 1.290 had ook toeval kunnen zijn."
          />,
          <Cijferblok getal="4,5 %" woorden="van de gezinnen kwam binnen een jaar terug" />,
          <Cijferblok getal="3" woorden="acties lopen achter, van de 18" />,
        ]}
      />
    ),
  },
  {
    onderdeel: 'Kaartje',
    gebruik: {
      nl: 'Alleen als het één ding is waar u op klikt.',
      en: 'Only for one thing that can be clicked.',
    },
    toon: () => (
      <Kaartje href="#lijsten" titel="Elk lokaal team een aandachtsfunctionaris" boven="Actie 2.3" niveau={3}>
        Loopt sinds maart 2026. Volgende stap: training in december.
      </Kaartje>
    ),
  },
  {
    onderdeel: 'Rooster',
    gebruik: {
      nl: 'Gelijke dingen naast elkaar waar ruimte is.',
      en: 'Equal things side by side where there is room.',
    },
    toon: () => (
      <Rooster
        kolommen={2}
        items={[
          <Kaartje href="#lijsten" titel="Duindorp" niveau={3}>
            Vier acties, alle op koers.
          </Kaartje>,
          <Kaartje href="#lijsten" titel="Polderstad" niveau={3}>
            Drie acties, één later.
          </Kaartje>,
        ]}
      />
    ),
  },
  {
    onderdeel: 'DocumentOpScherm',
    gebruik: {
      nl: 'Een document zoals het ook als PDF en tekstdocument bestaat.',
      en: 'A document as it also exists as PDF and text document.',
    },
    toon: () => (
      <DocumentOpScherm
        doc={{
          titel: 'Brief over Voorbeeldland',
          taal: 'nl',
          metagegevens: [{ label: 'Periode', waarde: 'tweede halfjaar 2025' }],
          blokken: [
            { soort: 'alinea', tekst: ['Er waren ongeveer ', { vet: '1.225' }, ' meldingen.'] },
            { soort: 'lijst', punten: ['Duindorp', 'Polderstad'] },
            { soort: 'bron', tekst: 'Jaarcijfers van Voorbeeldland.' },
          ],
        }}
      />
    ),
  },
  {
    onderdeel: 'LegeStaat',
    gebruik: { nl: 'In plaats van een lege lijst: wat nu?', en: 'Instead of an empty list: what now?' },
    toon: () => (
      <LegeStaat titel="Er zijn geen meldingen die bij deze filters passen.">
        <Alinea>
          Maak de periode langer of <Link href="#lijsten">wis alle filters</Link>.
        </Alinea>
      </LegeStaat>
    ),
  },
];
