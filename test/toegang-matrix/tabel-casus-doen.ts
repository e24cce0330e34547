import { maakPolitievelden, maakVerstrekvelden } from '#modules/casus/testing/politieproef.ts';
import { maakContactvelden } from '#modules/gezin/testing/contactproef.ts';
import { type Casuswereld, DAG, type Gezin } from './casuswereld.ts';
import type { Doetabel, Handeling, Lijf } from './geval.ts';
import { doetRadar, metRol, NUL, neemtNood, over, toezicht, werktMetGezinnen } from './tabel-casus-lezen.ts';
import { niemand, type Wie } from './wie.ts';
import {
  type Feiten,
  heeftDoel,
  leestDossier,
  schrijftDossier,
  verdeelt,
  voertRegie,
  type Werker,
} from './wie-casus.ts';

/** Done, or back with what to mend. */
const GEDAAN = [200, 303, 409, 422];
const GEEN: Lijf = {};
/** A number that no file has. */
const GEEN_NUMMER = '1999-999999';
const VERZOEK: Lijf = {
  soort: 'inzage',
  aanvrager: 'Voorbeeld',
  door: 'zelf',
  leeftijd: '16_plus',
  wilsbekwaam: 'ja',
  taak: 'veilig_thuis',
  ontvangen: DAG,
  nummer: GEEN_NUMMER,
};
const WIL: Lijf = { inhoud: 'Voorbeeld', soort: 'contact', over_dag: DAG };
type Regel = (f: Feiten, w: Werker, dossier: string) => boolean;

const doe = (naam: string, pad: string, wie: Wie, lijven: readonly Lijf[] = [GEEN]): Handeling => ({
  naam,
  pad,
  wie,
  lijven,
  dan: GEDAAN,
});

/** An act in every file and in none. The first body changes nothing, so that many can try it with the right. */
const perGezin = (
  w: Casuswereld,
  pad: (id: Gezin) => string,
  onbekend: string,
  regel: Regel,
  lijven: readonly Lijf[],
): Handeling[] => [
  ...Object.entries(w.gezinnen).map(([naam, g]) => doe(`gezin ${naam}`, pad(g), over(w, g, regel), lijven)),
  doe('onbekend', onbekend, niemand, lijven),
];

function dossiers(w: Casuswereld): Doetabel {
  const { een, twee } = w.gezinnen;
  const op = (deel: string, regel: Regel, lijven: readonly Lijf[]) =>
    perGezin(w, g => `/casus/${g.id}/${deel}`, `/casus/${NUL}/${deel}`, regel, [GEEN, ...lijven]);
  const politie: Regel = (f, x, d) => heeftDoel(f, x, d, 'politie');
  const melder: Regel = (f, x, d) => heeftDoel(f, x, d, 'melder');
  const bestand = new File(['Voorbeeld'], 'voorbeeld.txt', { type: 'text/plain' });
  const gift: Lijf = {
    collega: `${w.werkers.vreemde.persoon}|${w.werkers.vreemde.organisatie}`,
    doel: 'regie',
    grond: 'wmo_veilig_thuis',
  };
  // A draft is its writer's own, in a file that he reads.
  const alsConcept = (deel: string): Handeling[] =>
    perGezin(w, g => `/casus/${g.id}/${deel}`, `/casus/${NUL}/${deel}`, leestDossier, [
      { _doe: 'weg' },
      { ...WIL, _doe: 'concept' },
    ]).map(h => ({ ...h, naam: `${h.naam}, concept` }));
  const deel = { _doe: 'deel', grond: 'wmo_5_3_3' };
  const van = (soort: 'notities' | 'documenten', id: (g: Gezin) => string, daad: string, lijven: Lijf[]) => [
    ...perGezin(
      w,
      g => `/casus/${g.id}/${soort}/${id(g)}${daad}`,
      `/casus/${een.id}/${soort}/${NUL}${daad}`,
      // Of the organisation that wrote it: in these files that is the one that holds the file.
      schrijftDossier,
      [GEEN, ...lijven],
    ),
    doe('onder ander dossier', `/casus/${twee.id}/${soort}/${id(een)}${daad}`, niemand, lijven),
  ];
  return {
    '/casus/zoek': [doe('op nummer', '/casus/zoek', werktMetGezinnen, [GEEN, { nummer: een.nummer }])],
    '/casus/nieuw': [
      doe('nieuw', '/casus/nieuw', werktMetGezinnen, [
        GEEN,
        { taak: 'veilig_thuis', persoon1_achternaam: 'Voorbeeld', persoon1_rol: 'kind' },
        { _doe: 'concept', persoon1_achternaam: 'Voorbeeld' },
      ]),
    ],
    '/casus/verdelen/:id': perGezin(w, g => `/casus/verdelen/${g.id}`, `/casus/verdelen/${NUL}`, verdeelt, [
      GEEN,
      gift,
    ]),
    '/casus/verdelen/:id/terug': Object.values(w.gezinnen).map(g =>
      doe(`zonder relatie ${g.id}`, `/casus/verdelen/${g.id}/terug`, niemand, [GEEN, { relatie: NUL }]),
    ),
    '/casus/radar': [doe('zoeken', '/casus/radar', doetRadar(w), [GEEN])],
    '/casus/noodtoegang': [
      doe('op nummer', '/casus/noodtoegang', neemtNood, [
        GEEN,
        { wijze: 'nummer', nummer: een.nummer, reden: 'Een reden die lang genoeg is om te gelden' },
      ]),
    ],
    '/casus/:id/documenten': op('documenten', schrijftDossier, [{ bestand }]),
    '/casus/:id/druk': op('druk', leestDossier, [{ doel: 'huisbezoek' }]),
    '/casus/:id/uitvoer': op('uitvoer', leestDossier, [{ doel: 'overleg', vorm: 'json' }]),
    '/casus/:id/notities': [...op('notities', schrijftDossier, [WIL]), ...alsConcept('notities')],
    '/casus/:id/verklaringen': [
      ...op('verklaringen', schrijftDossier, [{ partij: een.kind, over_dag: DAG, inhoud: 'Voorbeeld' }]),
      ...alsConcept('verklaringen'),
    ],
    '/casus/:id/politie': [
      ...op('politie', politie, [
        maakPolitievelden({ over_dag: DAG, ontvangen_op: DAG, inhoud: 'Voorbeeld' }),
      ]),
      ...alsConcept('politie'),
    ],
    // One record, tried under every file: only under its own, by who has the direction and may read it.
    '/casus/:id/politie/:gegeven/verstrek': perGezin(
      w,
      g => `/casus/${g.id}/politie/${een.politie}/verstrek`,
      `/casus/${een.id}/politie/${NUL}/verstrek`,
      (f, x, d) => d === een.id && voertRegie(f, x, d) && politie(f, x, d),
      [GEEN, maakVerstrekvelden({ verstrekt_op: DAG })],
    ),
    '/casus/:id/melder': op('melder', melder, [
      { anonimiteit: 'open', meldergrond: 'stemt_in', melder_naam: 'Voorbeeld' },
    ]),
    '/casus/:id/stand': op('stand', voertRegie, [{ handeling: 'sluit', versie: '1', reden: 'voorbeeld' }]),
    '/casus/:id/fase': op('fase', schrijftDossier, [{ fase: 'herstel', versie: '1', reden: 'voorbeeld' }]),
    '/casus/:id/toegang/overleg': op('toegang/overleg', voertRegie, [
      { adres: 'overlegger.werkt@voorbeeld.invalid', grond: 'wmo_medewerking', tot: DAG },
    ]),
    '/casus/:id/toegang/overdracht': op('toegang/overdracht', voertRegie, [
      { naar: w.werkers.buurleider.organisatie, grond: 'wmo_medewerking' },
    ]),
    '/casus/:id/toegang/terug': op('toegang/terug', () => false, [{ relatie: NUL }]),
    '/casus/:id/notities/:notitie': van('notities', g => g.notitie, '', [{ ...WIL, versie: '1' }]),
    '/casus/:id/notities/:notitie/deel': van('notities', g => g.notitie, '/deel', [deel]),
    '/casus/:id/documenten/:document/deel': van('documenten', g => g.document, '/deel', [deel]),
  };
}

function gezinnen(w: Casuswereld): Doetabel {
  const { een, twee } = w.gezinnen;
  const persoon = (deel: string, regel: Regel, lijven: readonly Lijf[]) =>
    perGezin(w, g => `/gezin/personen/${g.ouder}/${deel}`, `/gezin/personen/${NUL}/${deel}`, regel, [
      GEEN,
      ...lijven,
    ]);
  const adres = { straat: 'Voorbeeldlaan', nummer: '1', postcode: '2011 AA', plaats: 'Haarlem', van: DAG };
  const geheim: Regel = (f, x, d) => heeftDoel(f, x, d, 'geheim_adres') && schrijftDossier(f, x, d);
  const contact = maakContactvelden({ bellen: 'ja', schrijven: 'ja', mailen: 'ja' }, { versie: '1' });
  const mens = { voornamen: 'Voorbeeld', achternaam: 'Voorbeeld', geslacht: 'onbekend' };
  const gezin = (deel: string, lijven: readonly Lijf[]) =>
    perGezin(w, g => `/gezin/dossiers/${g.id}${deel}`, `/gezin/dossiers/${NUL}${deel}`, schrijftDossier, [
      GEEN,
      ...lijven,
    ]);
  return {
    '/gezin/zoeken': [
      doe('op naam', '/gezin/zoeken', werktMetGezinnen, [
        GEEN,
        { achternaam: 'Voorbeeld', geboortedatum: '3-11-1988' },
      ]),
    ],
    '/gezin/personen/:id/wijzig': persoon('wijzig', schrijftDossier, [{ ...mens, versie: '1' }]),
    '/gezin/personen/:id/contact': persoon('contact', schrijftDossier, [contact]),
    '/gezin/personen/:id/contact/toets': persoon('contact/toets', leestDossier, [{ wijze: 'bellen' }]),
    '/gezin/personen/:id/adressen': persoon('adressen', schrijftDossier, [
      { ...adres, soort: 'woon' },
      { geheim: NUL, dossier: een.id },
    ]),
    '/gezin/personen/:id/geheim-adres': persoon('geheim-adres', geheim, [
      { ...adres, soort: 'woon', dossier: een.id },
    ]),
    '/gezin/personen/:id/betrekkingen': persoon('betrekkingen', schrijftDossier, [
      { ander: een.kind, soort: 'ouder_van', van: DAG },
    ]),
    '/gezin/personen/:id/dezelfde': [
      doe('ander gezin', `/gezin/personen/${een.ouder}/dezelfde`, niemand, [
        { doe: 'bevestigd', ander: w.gezinnen.buur.ouder },
        { doe: 'afgewezen', ander: w.gezinnen.ver.ouder },
        { doe: 'terug', samenvoeging: NUL },
      ]),
      doe('onbekend', `/gezin/personen/${NUL}/dezelfde`, niemand, [{ doe: 'bevestigd', ander: twee.ouder }]),
    ],
    '/gezin/dossiers/:id': gezin('', [{ doe: 'huishouden', gemeente: 'GM0392', van: DAG }]).map(h => ({
      ...h,
      // An empty form names no household: that is not there, for anybody.
      lijven: [{ doe: 'huishouden' }, ...h.lijven],
    })),
    '/gezin/dossiers/:id/persoon-erbij': gezin('/persoon-erbij', [mens]),
    '/gezin/dossiers/:id/bekende-erbij': gezin('/bekende-erbij', [{ achternaam: 'Voorbeeld' }]),
  };
}

/** C4: acts of oversight; what they are done to does not exist here, so with the right there is nothing either. */
function toezichtkamers(): Doetabel {
  const p = '/privacy';
  const niets = (pad: string, lijf: Lijf = GEEN) => [
    doe('onbekend', pad.replace(/:\w+/g, NUL), niemand, [lijf]),
  ];
  const inzage = ['inzage', 'inzage/akkoord', 'inzage/document', 'inzage/afschrift', 'logboek'];
  const paden = [
    ...['identiteit', 'dossier', 'persoon', 'leeftijd', 'vertegenwoordiger', 'gezag', 'verleng', 'voorstel'],
    ...['besluit', 'merk', 'brief', 'intrekken', ...inzage],
  ];
  const voor = (pad: string, wie: Wie, lijven: readonly Lijf[] = [GEEN]) => [
    doe('formulier', pad, wie, lijven),
  ];
  return {
    ...Object.fromEntries(paden.map(d => [`${p}/verzoeken/:id/${d}`, niets(`${p}/verzoeken/:id/${d}`)])),
    [`${p}/verzoeken/nieuw`]: voor(`${p}/verzoeken/nieuw`, toezicht, [GEEN, VERZOEK]),
    [`${p}/bewaren`]: voor(`${p}/bewaren`, toezicht),
    [`${p}/bewaren/voorstel/:id/vast`]: niets(`${p}/bewaren/voorstel/:id/vast`),
    [`${p}/bewaren/voorstel/:id/weg`]: niets(`${p}/bewaren/voorstel/:id/weg`),
    [`${p}/bewaren/aanhouding`]: voor(`${p}/bewaren/aanhouding`, toezicht, [
      GEEN,
      { nummer: GEEN_NUMMER, grond: 'klacht' },
    ]),
    [`${p}/bewaren/aanhouding/:id/op`]: niets(`${p}/bewaren/aanhouding/:id/op`),
    [`${p}/vernietigen/:id/akkoord`]: niets(`${p}/vernietigen/:id/akkoord`),
    [`${p}/vernietigen/:id/eraf/:regel`]: niets(`${p}/vernietigen/:id/eraf/:regel`),
    [`${p}/kennisgevingen/:id/gedaan`]: niets(`${p}/kennisgevingen/:id/gedaan`),
    [`${p}/kennisgevingen/:id/uitstel`]: niets(`${p}/kennisgevingen/:id/uitstel`),
    [`${p}/logboek`]: voor(`${p}/logboek`, toezicht),
    [`${p}/logboek/opvallend`]: voor(`${p}/logboek/opvallend`, toezicht),
    [`${p}/logboek/opvallend/oordeel`]: niets(`${p}/logboek/opvallend/oordeel`),
    '/toegang/noodtoegang': niets('/toegang/noodtoegang', { noodtoegang: NUL, oordeel: 'terecht' }),
    '/toegang/overdrachten': niets('/toegang/overdrachten', { overdracht: NUL, besluit: 'ingetrokken' }),
    '/toegang/blokkades': voor('/toegang/blokkades', metRol('teamleider', 'privacyfunctionaris')),
    '/toegang/blokkades/weren': voor('/toegang/blokkades/weren', toezicht),
    '/toegang/blokkades/opheffen': niets('/toegang/blokkades/opheffen', { blokkade: NUL }),
  };
}

/** Every act on families, relations and their oversight. */
export const casusdoetabel = (w: Casuswereld): Doetabel => ({
  ...dossiers(w),
  ...gezinnen(w),
  ...toezichtkamers(),
});
