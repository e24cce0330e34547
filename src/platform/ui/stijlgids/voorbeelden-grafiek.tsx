import { toonEuro } from '../getal.ts';
import { GestapeldeStaaf } from '../grafiek/gestapeldestaaf.tsx';
import { Kaart } from '../grafiek/kaart.tsx';
import { LijnGrafiek } from '../grafiek/lijngrafiek.tsx';
import { PlanningGrafiek } from '../grafiek/planninggrafiek.tsx';
import { Regelkaart } from '../grafiek/regelkaart.tsx';
import { StaafGrafiek } from '../grafiek/staafgrafiek.tsx';
import { TrapGrafiek } from '../grafiek/trapgrafiek.tsx';
import { Tabel } from '../tabel/tabel.tsx';
import type { Voorbeeld } from './voorbeeld.ts';
import { voorbeeldland } from './voorbeeldland.ts';

const dag = (tekst: string) => Temporal.PlainDate.from(tekst);
const meldingen = [980, 1010, 1105, 1180, 1160, 1215, 1226];
const tweede = [1420, 1390, 1510, 1640, 1850, 1930, 2010];
const reeks = (waarden: number[], naam: string, interval: boolean) => ({
  naam,
  punten: waarden.map((waarde, i) => ({
    jaar: 2019 + i,
    waarde,
    voorlopig: i === waarden.length - 1,
    ...(interval ? { onder: waarde - 65, boven: waarde + 65 } : {}),
  })),
});

const lijnTabel = (
  <Tabel
    bijschrift="Meldingen en adviezen per jaar, Voorbeeldland (verzonnen)"
    kolommen={[
      { naam: 'Jaar', rijkop: true },
      { naam: 'Meldingen', getal: true },
      { naam: 'Adviezen', getal: true },
    ]}
    rijen={meldingen.map((m, i) => [String(2019 + i), String(m), String(tweede[i])])}
  />
);

const maanden = [92, 88, 101, 95, 84, 97, 90, 104, 80, 93, 131, 96];
const maandTabel = (
  <Tabel
    bijschrift="Meldingen per maand, Voorbeeldland (verzonnen)"
    kolommen={[
      { naam: 'Maand', rijkop: true },
      { naam: 'Meldingen', getal: true },
    ]}
    rijen={maanden.map((m, i) => [`2025-${String(i + 1).padStart(2, '0')}`, String(m)])}
  />
);

/** Charts, each with its finding as a title. */
export const grafiek: Voorbeeld[] = [
  {
    onderdeel: 'LijnGrafiek',
    gebruik: { nl: 'Waarden over de jaren.', en: 'Values over the years.' },
    toon: taal => (
      <LijnGrafiek
        id="voorbeeld-lijn"
        titel="Er kwamen meer adviezen; het aantal meldingen bleef na 2022 ongeveer gelijk"
        subtitel="Adviezen en meldingen per jaar, Voorbeeldland, 2019-2025, aantallen (verzonnen)"
        beschrijving="Adviezen stijgen van 1.420 in 2019 naar 2.010 in 2025, meldingen van 980 naar 1.226. Het laatste jaar is voorlopig."
        bron="Verzonnen cijfers, 3 november 2026"
        beperking="meer meldingen betekent niet dat er meer geweld is."
        bandNaam="Licht gebied: binnen deze grenzen had het aantal ook door toeval kunnen liggen"
        reeksen={[reeks(meldingen, 'Meldingen', true), reeks(tweede, 'Adviezen', false)]}
        jaarlijnen={[
          { jaar: 2020, tekst: 'corona', soort: 'gebeurtenis' },
          { jaar: 2023, tekst: 'nieuwe telling: advies per gezin', soort: 'breuk' },
        ]}
        tabel={lijnTabel}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'Regelkaart',
    gebruik: { nl: 'Maanden of kwartalen met grenzen.', en: 'Months or quarters with limits.' },
    toon: taal => (
      <Regelkaart
        id="voorbeeld-regelkaart"
        titel="Eén maand valt buiten wat te verwachten was"
        subtitel="Meldingen per maand, Voorbeeldland, 2025, aantallen (verzonnen)"
        beschrijving="Twaalf maanden tussen 80 en 104, behalve november met 131; de bovengrens ligt op 120."
        bron="Verzonnen cijfers, 3 november 2026"
        punten={maanden.map((waarde, i) => ({
          naam: `2025-${String(i + 1).padStart(2, '0')}`,
          waarde,
          onder: 66,
          boven: 120,
          valtOp: waarde > 120,
        }))}
        midden={93}
        gebeurtenissen={[{ naam: '2025-05', tekst: 'campagne' }]}
        legenda={{ midden: 'Gemiddelde', grenzen: 'Grenzen', valtOp: 'Valt op' }}
        tabel={maandTabel}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'StaafGrafiek',
    gebruik: {
      nl: 'Aantallen naast elkaar, vanaf nul; geen ranglijst.',
      en: 'Counts side by side, from zero; no ranking.',
    },
    toon: taal => (
      <StaafGrafiek
        id="voorbeeld-staaf"
        titel="In Duindorp heeft ruim de helft van de gezinnen een plan"
        subtitel="Gezinnen met een plan per gemeente, 2025, op alfabet (verzonnen)"
        beschrijving="Duindorp 640 van 1.226, Oosterbroek 120, Polderstad 310, Veenwijk 86, Zeedijk niet gepubliceerd."
        bron="Verzonnen cijfers, 3 november 2026"
        staven={[
          { naam: 'Duindorp', waarde: 640, tekst: '640 van 1.226', nadruk: true, onder: 590, boven: 690 },
          { naam: 'Oosterbroek', waarde: 120, onder: 99, boven: 143 },
          { naam: 'Polderstad', waarde: 310, onder: 276, boven: 346 },
          { naam: 'Veenwijk', waarde: 86, onder: 69, boven: 106 },
          { naam: 'Zeedijk', waarde: null, tekst: 'niet gepubliceerd: te klein' },
        ]}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'TrapGrafiek',
    gebruik: {
      nl: 'Een deel dat in de tijd groeit, met wat nog open is meegeteld.',
      en: 'A share that grows over time, with what is still open counted.',
    },
    toon: taal => (
      <TrapGrafiek
        id="voorbeeld-trap"
        titel="Na vijf dagen was 80 procent klaar"
        subtitel="Deel dat klaar is, naar dagen sinds het begin, Voorbeeldland, 2025 (verzonnen)"
        beschrijving="Van 0 procent aan het begin naar 40 procent na twee dagen, 80 na vijf en 90 na negen dagen."
        bron="Verzonnen cijfers, 3 november 2026"
        reeksen={[
          {
            naam: 'klaar',
            tot: 12,
            treden: [
              { x: 2, waarde: 0.4, onder: 0.32, boven: 0.48 },
              { x: 5, waarde: 0.8, onder: 0.73, boven: 0.86 },
              { x: 9, waarde: 0.9, onder: 0.84, boven: 0.94 },
            ],
          },
        ]}
        asnaam="dagen sinds het begin"
        bij={{ plek: 5, tekst: 'termijn: 5 dagen' }}
        hoogte={{ plek: 0.9, tekst: 'norm: 90 %' }}
        bandNaam="Licht gebied: binnen deze grenzen kan het deel ook liggen"
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'GestapeldeStaaf',
    gebruik: { nl: 'Eén staaf per bron, met woorden.', en: 'One bar per source, with words.' },
    toon: taal => (
      <GestapeldeStaaf
        id="voorbeeld-stapel"
        titel="Twee derde van het geld is toegekend"
        subtitel="Gevraagd en toegekend per bron, 2026, in euro (verzonnen)"
        beschrijving="Rijk: 186.000 toegekend en 40.000 nog gevraagd. Gemeenten: 95.000 besteed, 60.000 toegekend en 80.000 gevraagd, met capaciteit."
        bron="Verzonnen begroting, 3 november 2026"
        delen={['besteed', 'toegekend', 'gevraagd']}
        rijen={[
          { naam: 'Rijk (decentralisatie-uitkering vrouwenopvang)', waarden: [0, 186000, 40000] },
          { naam: 'Gemeenten', waarden: [95000, 60000, 80000], woorden: 'en eigen capaciteit (PM)' },
        ]}
        toon={n => toonEuro(n, taal)}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'PlanningGrafiek',
    gebruik: {
      nl: 'Kwartalen opzij, acties omlaag, een streep voor vandaag.',
      en: 'Quarters across, actions down, a line for today.',
    },
    toon: taal => (
      <PlanningGrafiek
        id="voorbeeld-planning"
        titel="Eén mijlpaal is te laat: de training van lokale teams"
        subtitel="Acties en mijlpalen, Voorbeeldland, 2026-2027 (verzonnen)"
        beschrijving="Drie acties. De training had op 1 oktober 2026 klaar moeten zijn."
        bron="Verzonnen planning, 22 november 2026"
        vandaag={dag('2026-11-22')}
        rijen={[
          {
            naam: 'Elk lokaal team een aandachtsfunctionaris',
            van: dag('2026-01-15'),
            tot: dag('2027-03-31'),
            punten: [
              { datum: dag('2026-04-01'), naam: 'Profiel vastgesteld', status: 'gereed' },
              { datum: dag('2026-10-01'), naam: 'Training gegeven', status: 'vertraagd' },
              { datum: dag('2027-03-31'), naam: 'Alle teams bezet', status: 'gepland' },
            ],
          },
          {
            naam: 'Handle with Care op scholen',
            van: dag('2026-06-01'),
            tot: dag('2027-06-30'),
            punten: [
              { datum: dag('2026-12-15'), naam: 'Proef op zes scholen', status: 'loopt' },
              { datum: dag('2027-06-30'), naam: 'Alle scholen', status: 'gepland' },
            ],
          },
          { naam: 'Campagne', punten: [{ datum: dag('2026-09-01'), naam: 'Start', status: 'vervallen' }] },
        ]}
        taal={taal}
      />
    ),
  },
  {
    onderdeel: 'Kaart',
    gebruik: { nl: 'Altijd met een lijst ernaast.', en: 'Always with a list beside it.' },
    toon: taal => (
      <Kaart
        id="voorbeeld-kaart"
        titel="In Duindorp stijgt het aantal adviezen duidelijk, elders niet aantoonbaar"
        subtitel="Oordeel over 2019-2025 per gemeente, Voorbeeldland (verzonnen)"
        beschrijving="Duindorp duidelijk meer, Polderstad en Oosterbroek mogelijk meer, Veenwijk geen aanwijzing, Zeedijk te klein."
        bron="Verzonnen cijfers, 3 november 2026"
        topologie={voorbeeldland}
        laag="vlakken"
        gebieden={[
          { code: 'VB1', naam: 'Duindorp', klasse: 4 },
          { code: 'VB2', naam: 'Polderstad', klasse: 2 },
          { code: 'VB3', naam: 'Zeedijk', klasse: 'geen' },
          { code: 'VB4', naam: 'Veenwijk', klasse: 1 },
          { code: 'VB5', naam: 'Oosterbroek', klasse: 3 },
        ]}
        klassen={[
          { klasse: 1, naam: 'geen aanwijzing voor verandering' },
          { klasse: 2, naam: 'mogelijk iets meer' },
          { klasse: 3, naam: 'mogelijk meer' },
          { klasse: 4, naam: 'duidelijk meer' },
          { klasse: 'geen', naam: 'te klein om iets te zeggen' },
        ]}
        taal={taal}
      />
    ),
  },
];
