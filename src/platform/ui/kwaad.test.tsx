import type { Child } from 'hono/jsx';
import { describe, expect, test } from 'vitest';
import * as ui from './index.ts';
import { voorbeeldland } from './stijlgids/voorbeeldland.ts';

const K = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
const dag = Temporal.PlainDate.from('2026-11-22');
const grafiek = {
  id: 'g',
  titel: K,
  subtitel: K,
  beschrijving: K,
  bron: K,
  beperking: K,
  download: K,
  tabel: K,
};
const veld = { naam: K, label: K, uitleg: K, fout: K, waarde: K };
const opties = [{ waarde: K, naam: K, uitleg: K }];
const omgeving: ui.PaginaOmgeving = {
  taal: 'nl',
  pad: K,
  andereTaalPad: K,
  gebruiker: { naam: K, rol: K },
  demo: true,
  thema: K,
  csrf: K,
  navigatie: [{ href: K, naam: K }],
  druk: { oorsprong: K, moment: K },
  stijlPad: K,
  scriptPad: K,
};

/** Every component with the same hostile text in each of its texts and addresses. */
const onderdelen: Record<string, Child> = {
  Afdrukregel: <ui.Afdrukregel door={K} moment={K} reden={K} />,
  Alinea: <ui.Alinea>{K}</ui.Alinea>,
  BeschrijvingsLijst: <ui.BeschrijvingsLijst items={[{ term: K, waarde: K }]} />,
  BestandVeld: <ui.BestandVeld {...veld} soorten={K} maximum={K} />,
  Bron: <ui.Bron bron={{ titel: K, van: K, datum: K, paragraaf: K, href: K }} />,
  Cijferblok: <ui.Cijferblok getal={K} woorden={K} toelichting={K} />,
  DatumVeld: <ui.DatumVeld {...veld} />,
  Details: <ui.Details titel={K}>{K}</ui.Details>,
  DocumentOpScherm: (
    <ui.DocumentOpScherm
      doc={{
        titel: K,
        taal: 'nl',
        metagegevens: [{ label: K, waarde: K }],
        blokken: [
          { soort: 'briefkop', afzender: [K], ontvanger: [K], plaatsDatum: K },
          { soort: 'kop', niveau: 2, tekst: K },
          { soort: 'alinea', tekst: [K, { vet: K }, { cursief: K }, { tekst: K, naar: K }] },
          { soort: 'lijst', punten: [K] },
          { soort: 'tabel', bijschrift: K, kop: [K], rijen: [[K]] },
          { soort: 'citaat', tekst: K, bron: K },
          { soort: 'bron', tekst: K },
        ],
      }}
    />
  ),
  Filters: (
    <ui.Filters actie={K} aantal={2} volgorde={K} actief>
      {K}
    </ui.Filters>
  ),
  Formulier: (
    <ui.Formulier actie={K} csrf={K} naam={K}>
      {K}
    </ui.Formulier>
  ),
  FoutSamenvatting: <ui.FoutSamenvatting fouten={[{ veld: K, tekst: K }, { tekst: K }]} />,
  GestapeldeStaaf: (
    <ui.GestapeldeStaaf {...grafiek} delen={[K]} rijen={[{ naam: K, waarden: [3], woorden: K }]} />
  ),
  Kaart: (
    <ui.Kaart
      {...grafiek}
      topologie={voorbeeldland}
      laag="vlakken"
      gebieden={[{ code: 'VB1', naam: K, klasse: 1 }]}
      klassen={[{ klasse: 1, naam: K }]}
    />
  ),
  Kaartje: (
    <ui.Kaartje href={K} titel={K} boven={K}>
      {K}
    </ui.Kaartje>
  ),
  KeuzeVeld: <ui.KeuzeVeld {...veld} opties={opties} leeg={K} />,
  KleineLijnen: (
    <ui.KleineLijnen
      {...grafiek}
      bandNaam={K}
      leeg={K}
      toon={() => K}
      reeksen={[
        { naam: K, punten: [{ jaar: 2019, waarde: 1 }] },
        { naam: K, punten: [] },
      ]}
    />
  ),
  Knop: (
    <ui.Knop naam={K} waarde={K} actie={K}>
      {K}
    </ui.Knop>
  ),
  KnopGroep: <ui.KnopGroep>{K}</ui.KnopGroep>,
  KnopLink: <ui.KnopLink href={K}>{K}</ui.KnopLink>,
  Kop1: (
    <ui.Kop1 id={K} boven={K}>
      {K}
    </ui.Kop1>
  ),
  Kop2: <ui.Kop2 id={K}>{K}</ui.Kop2>,
  Kop3: <ui.Kop3 id={K}>{K}</ui.Kop3>,
  Kruimelpad: <ui.Kruimelpad naam={K} kruimels={[{ naam: K, href: K }, { naam: K }]} />,
  LegeStaat: <ui.LegeStaat titel={K}>{K}</ui.LegeStaat>,
  LijnGrafiek: (
    <ui.LijnGrafiek
      {...grafiek}
      bandNaam={K}
      jaarlijnen={[{ jaar: 2020, tekst: K, soort: 'breuk' }]}
      reeksen={[1, 2].map(n => ({
        naam: K,
        punten: [
          { jaar: 2019, waarde: n },
          { jaar: 2021, waarde: n, voorlopig: true },
        ],
      }))}
    />
  ),
  Lijst: <ui.Lijst items={[K]} />,
  Link: (
    <ui.Link href={K} taal={K}>
      {K}
    </ui.Link>
  ),
  Melding: <ui.Melding titel={K}>{K}</ui.Melding>,
  Pagina: (
    <ui.Pagina omgeving={omgeving} titel={K} kruimels={[{ naam: K, href: K }]} gemaakt={K}>
      {K}
    </ui.Pagina>
  ),
  Paginering: <ui.Paginering bladzijde={2} totaal={3} adres={() => K} />,
  PlanningGrafiek: (
    <ui.PlanningGrafiek
      {...grafiek}
      vandaag={dag}
      rijen={[{ naam: K, punten: [{ datum: dag, naam: K, status: 'loopt' }] }]}
    />
  ),
  RadioGroep: <ui.RadioGroep {...veld} opties={opties} />,
  Regelkaart: (
    <ui.Regelkaart
      {...grafiek}
      punten={[
        { naam: K, waarde: 5, onder: 1, boven: 9, valtOp: false },
        { naam: `${K}!`, waarde: 12, onder: 1, boven: 9, valtOp: true },
      ]}
      midden={5}
      gebeurtenissen={[{ naam: K, tekst: K }]}
      legenda={{ midden: K, grenzen: K, valtOp: K }}
    />
  ),
  Rooster: <ui.Rooster items={[K]} />,
  StaafGrafiek: <ui.StaafGrafiek {...grafiek} staven={[{ naam: K, waarde: 1, tekst: K }]} />,
  StatusMerk: <ui.StatusMerk woord={K} vorm="half" toon="neutraal" />,
  TaalWissel: <ui.TaalWissel taal="nl" pad={K} />,
  Tabel: <ui.Tabel bijschrift={K} kolommen={[{ naam: K, rijkop: true }]} rijen={[[K]]} totaal={[K]} />,
  TekstGebied: <ui.TekstGebied {...veld} />,
  TekstVeld: <ui.TekstVeld {...veld} aanvullen={K} />,
  Tijdstappen: <ui.Tijdstappen stappen={[{ titel: K, staat: 'huidig', datum: K, tekst: K }]} />,
  VerborgenVeld: <ui.VerborgenVeld naam={K} waarde={K} />,
  Verschil: <ui.Verschil bijschrift={K} rijen={[{ veld: K, hun: K, uw: `${K}!` }]} />,
  TrapGrafiek: (
    <ui.TrapGrafiek
      {...grafiek}
      asnaam={K}
      bandNaam={K}
      bij={{ plek: 5, tekst: K }}
      hoogte={{ plek: 0.9, tekst: K }}
      reeksen={[{ naam: K, tot: 9, treden: [{ x: 2, waarde: 0.4, onder: 0.2, boven: 0.6 }] }]}
    />
  ),
  TrechterGrafiek: (
    <ui.TrechterGrafiek
      {...grafiek}
      punten={[{ naam: K, grootte: 10, waarde: 1, vorm: 'half' }]}
      grenzen={[9, 11].map(grootte => ({
        grootte,
        rand: { onder: 0, boven: 2 },
        binnenrand: { onder: 0, boven: 1 },
      }))}
      midden={1}
      grootteNaam={K}
      waardeNaam={K}
      toonGrootte={() => K}
      toonWaarde={() => K}
      vormen={[{ vorm: 'half', naam: K }]}
      lijnen={{ rand: K, binnenrand: K, midden: K }}
    />
  ),
  Veldset: (
    <ui.Veldset titel={K} uitleg={K} id={K}>
      {K}
    </ui.Veldset>
  ),
  VinkVeld: <ui.VinkVeld {...veld} />,
};

// @eis A2.4
describe('tekst van een ander blijft tekst', () => {
  test.each(Object.entries(onderdelen))(
    '%s maakt van opmaak in een tekst geen opmaak',
    async (_, onderdeel) => {
      const opmaak = String(await (onderdeel as { toString(): string | Promise<string> }).toString());
      expect(opmaak).toContain('alert(1)');
      // The only script there may be is the one of the page itself, with an address.
      expect(opmaak.match(/<script(?! defer)/)).toBeNull();
      expect(opmaak).not.toMatch(/<img|"><script/);
      // What is open in an attribute stays inside its quotes.
      expect(opmaak.replace(/"[^"]*"/g, '""').replace(/>[^<]*</g, '><')).not.toContain('onerror');
    },
  );

  test('elk onderdeel van de deur is op deze manier beproefd', () => {
    const namen = Object.entries(ui).filter(([n, w]) => typeof w === 'function' && /^[A-Z]/.test(n));
    expect(Object.keys(onderdelen).sort()).toEqual(namen.map(([n]) => n).sort());
  });
});
