import { Formulier } from '../formulier/formulier.tsx';
import { FoutSamenvatting } from '../formulier/foutsamenvatting.tsx';
import { KeuzeVeld, RadioGroep, Veldset, VinkVeld } from '../formulier/keuzevelden.tsx';
import { Knop, KnopGroep, KnopLink } from '../formulier/knop.tsx';
import { BestandVeld, DatumVeld, TekstGebied, TekstVeld, VerborgenVeld } from '../formulier/tekstvelden.tsx';
import { Verschil } from '../formulier/verschil.tsx';
import { Melding } from '../melding/melding.tsx';
import { StatusMerk } from '../melding/statusmerk.tsx';
import { Alinea } from '../tekst/alinea.tsx';
import { Lijst } from '../tekst/lijst.tsx';
import type { Voorbeeld } from './voorbeeld.ts';

const soorten = [
  { waarde: 'lokaal_team', naam: 'Lokaal team' },
  { waarde: 'veilig_thuis', naam: 'Veilig Thuis' },
];

/** Forms. */
export const formulier: Voorbeeld[] = [
  {
    onderdeel: 'FoutSamenvatting',
    gebruik: {
      nl: 'Boven aan de bladzijde als iets geweigerd is.',
      en: 'On top of the page when something was refused.',
    },
    toon: taal => (
      <FoutSamenvatting
        taal={taal}
        fouten={[
          { veld: 'naam', tekst: 'Vul de naam van de actie in' },
          { veld: 'gereed', tekst: 'Vul een datum in die niet in het verleden ligt' },
        ]}
      />
    ),
  },
  {
    onderdeel: 'Formulier',
    gebruik: {
      nl: 'Alles wat iets verandert gaat per POST, met een geheim van de sessie.',
      en: 'Every change is a POST.',
    },
    toon: taal => (
      <Formulier actie="#formulier" csrf="voorbeeld" naam="Actie (voorbeeld)">
        <TekstVeld
          naam="naam"
          label="Naam van de actie"
          verplicht
          fout="Vul de naam van de actie in"
          taal={taal}
        />
        <DatumVeld
          naam="gereed"
          label="Wanneer is de actie gereed?"
          waarde="3-11-2020"
          fout="Vul een datum in die niet in het verleden ligt"
          taal={taal}
        />
        <KnopGroep>
          <Knop>Bewaar de actie</Knop>
        </KnopGroep>
      </Formulier>
    ),
  },
  {
    onderdeel: 'TekstVeld',
    gebruik: { nl: 'Eén regel tekst.', en: 'One line of text.' },
    toon: taal => (
      <TekstVeld
        naam="contact"
        label="E-mailadres"
        soort="email"
        uitleg="Alleen voor vragen over deze actie."
        waarde="r.voorbeeld@voorbeeld.invalid"
        verplicht={false}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'TekstGebied',
    gebruik: { nl: 'Meer regels tekst.', en: 'More lines of text.' },
    toon: taal => (
      <TekstGebied
        naam="doel"
        label="Wat wilt u bereiken?"
        waarde="Minder gezinnen komen terug."
        rijen={3}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'DatumVeld',
    gebruik: { nl: 'Eén veld, zoals mensen het schrijven.', en: 'One field, as people write it.' },
    toon: taal => <DatumVeld naam="begin" label="Wanneer begint de actie?" waarde="3-11-2026" taal={taal} />,
  },
  {
    onderdeel: 'KeuzeVeld',
    gebruik: { nl: 'Kiezen uit een lange lijst.', en: 'Choose from a long list.' },
    toon: taal => (
      <KeuzeVeld
        naam="trekker"
        label="Wie trekt de actie?"
        opties={soorten}
        waarde="lokaal_team"
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'RadioGroep',
    gebruik: {
      nl: 'Kiezen uit een paar antwoorden, alle zichtbaar.',
      en: 'Choose from a few answers, all in sight.',
    },
    toon: taal => (
      <RadioGroep
        naam="veilig"
        label="Is het nu veilig?"
        uitleg="Weet u het niet zeker, kies dan ‘weet ik niet’."
        waarde="weet_niet"
        opties={[
          { waarde: 'ja', naam: 'Ja' },
          { waarde: 'nee', naam: 'Nee', uitleg: 'Bel bij direct gevaar 112.' },
          { waarde: 'weet_niet', naam: 'Weet ik niet' },
        ]}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'VinkVeld',
    gebruik: { nl: 'Eén ding aan of uit.', en: 'One thing on or off.' },
    toon: taal => (
      <VinkVeld naam="bericht" label="Stuur mij een bericht als de stand verandert" aan taal={taal} />
    ),
  },
  {
    onderdeel: 'BestandVeld',
    gebruik: { nl: 'Een bestand meesturen.', en: 'Send a file along.' },
    toon: taal => (
      <BestandVeld
        naam="besluit"
        label="Besluit van de raad"
        uitleg="Een pdf."
        soorten=".pdf"
        maximum="20 MB"
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'VerborgenVeld',
    gebruik: {
      nl: 'Reist ongezien mee; nooit voor iets dat de server moet vertrouwen.',
      en: 'Travels along unseen.',
    },
    toon: () => <VerborgenVeld naam="versie" waarde="7" />,
  },
  {
    onderdeel: 'Veldset',
    gebruik: { nl: 'Velden die bij één vraag horen.', en: 'Fields that belong to one question.' },
    toon: taal => (
      <Veldset titel="Budget" uitleg="In hele euro’s." id="budget">
        <TekstVeld
          naam="gevraagd"
          label="Gevraagd"
          breedte="kort"
          toetsen="numeric"
          waarde="186.000"
          taal={taal}
        />
        <TekstVeld naam="toegekend" label="Toegekend" breedte="kort" toetsen="numeric" taal={taal} />
      </Veldset>
    ),
  },
  {
    onderdeel: 'Knop',
    gebruik: { nl: 'Een knop is een daad, nooit ‘OK’.', en: 'A button is an act, never ‘OK’.' },
    toon: () => (
      <form method="get" action="#formulier">
        <KnopGroep>
          <Knop>Draag over aan lokaal team</Knop>
          <Knop soort="bij">Bewaar als concept</Knop>
          <Knop soort="gevaar">Trek de actie in</Knop>
        </KnopGroep>
      </form>
    ),
  },
  {
    onderdeel: 'KnopLink',
    gebruik: { nl: 'Gaat ergens heen en verandert niets.', en: 'Goes somewhere, changes nothing.' },
    toon: () => <KnopLink href="#formulier">Maak een nieuwe actie</KnopLink>,
  },
  {
    onderdeel: 'KnopGroep',
    gebruik: { nl: 'Knoppen bij elkaar.', en: 'Buttons together.' },
    toon: () => (
      <KnopGroep>
        <KnopLink href="#formulier" soort="hoofd">
          Controleer uw antwoorden
        </KnopLink>
        <KnopLink href="#formulier">Terug</KnopLink>
      </KnopGroep>
    ),
  },
  {
    onderdeel: 'Verschil',
    gebruik: {
      nl: 'Twee mensen tegelijk: kies welke versie geldt.',
      en: 'Two people at once: choose which version holds.',
    },
    toon: taal => (
      <Verschil
        bijschrift="M. Verzonnen bewaarde deze actie om 14.05 uur"
        rijen={[
          { veld: 'Naam', hun: 'Aandachtsfunctionaris', uw: 'Aandachtsfunctionaris' },
          { veld: 'Gereed', hun: '31 december 2026', uw: '31 maart 2027' },
        ]}
        taal={taal}
      />
    ),
  },
];

/** Messages and status. */
export const melding: Voorbeeld[] = [
  {
    onderdeel: 'Melding',
    gebruik: {
      nl: 'Wat is er gebeurd en wat gebeurt er nu.',
      en: 'What has happened and what happens next.',
    },
    toon: taal => (
      <>
        <Melding taal={taal}>
          <Alinea>De cijfers over 2025 zijn voorlopig. In juli 2026 volgen de definitieve.</Alinea>
        </Melding>
        <Melding soort="gelukt" titel="De actie is overgedragen aan lokaal team Duindorp" taal={taal}>
          <Alinea>Het team antwoordt uiterlijk donderdag 5 november 2026.</Alinea>
        </Melding>
        <Melding soort="waarschuwing" titel="Twee mijlpalen zijn over de datum" taal={taal} />
        <Melding soort="fout" titel="Het bestand is niet gelezen" taal={taal}>
          <Alinea>Het is groter dan 20 MB. Maak het kleiner of stuur het in delen.</Alinea>
        </Melding>
      </>
    ),
  },
  {
    onderdeel: 'StatusMerk',
    gebruik: {
      nl: 'Woord, vorm en kleur; nooit kleur alleen.',
      en: 'Word, shape and colour; never colour alone.',
    },
    toon: taal => (
      <Lijst
        soort="kaal"
        items={[
          <StatusMerk status="gepland" taal={taal} />,
          <StatusMerk status="loopt" taal={taal} />,
          <StatusMerk status="gereed" taal={taal} />,
          <StatusMerk status="vertraagd" taal={taal} />,
          <StatusMerk status="vervallen" taal={taal} />,
          <StatusMerk woord="wacht op de raad" vorm="half" toon="neutraal" />,
        ]}
      />
    ),
  },
];
