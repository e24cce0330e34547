import type { Doetabel, Handeling, Lijf } from './geval.ts';
import type { Voorbeelden } from './voorbeelden.ts';
import {
  aangemeld,
  accounts,
  ELDERS,
  iedereen,
  kijktInDatalab,
  leestIn,
  leidt,
  leidtOfAdviseert,
  niemand,
  REGIO,
  steltOp,
  techniek,
  type Wie,
  zietCijfers,
} from './wie.ts';
import { CONCEPTDOCUMENT, CONCEPTPUBLICATIE, GEHEIME_CODE } from './zaaigoed.ts';

/** An act that was done, or that came back with what to mend. */
const GEDAAN = [200, 303, 409, 422];
const NUL = '00000000-0000-4000-8000-000000000000';
const JSONBESTAND = new File(['{}'], 'programma.json', { type: 'application/json' });
const CIJFERS = new File(['plaats;periode;waarde\nHaarlem;2024;7\n'], 'cijfers.csv', { type: 'text/csv' });
const GEEN: Lijf = {};

const doe = (
  naam: string,
  pad: string,
  wie: Wie,
  lijven: readonly Lijf[] = [GEEN],
  dan: readonly number[] = GEDAAN,
): Handeling => ({ naam, pad, wie, lijven, dan });

/** Editing, publishing, removing: A3.10. Version 2 is the draft that waits. */
function onderdelen(v: Voorbeelden): Doetabel {
  const w = `/programma/${REGIO}`;
  const item = (daad: string, lijf: Record<string, string>): Handeling[] => [
    doe('van de regio', `${w}/onderdeel/actie/${v.actie}/${daad}`, leidt(REGIO), [GEEN, lijf]),
    doe('concept van de regio', `${w}/onderdeel/document/${GEHEIME_CODE}/${daad}`, leidt(REGIO), [lijf]),
    doe(
      'eigen gemeente',
      `${w}/onderdeel/raadsopmerking/${v.raadHaarlem}/${daad}`,
      leidtOfAdviseert(REGIO, 'GM0392'),
      [GEEN, lijf],
    ),
    doe(
      'andere gemeente',
      `${w}/onderdeel/raadsopmerking/${v.raadBeverwijk}/${daad}`,
      leidtOfAdviseert(REGIO, 'GM0375'),
      [GEEN, lijf],
    ),
    doe('elders', `/programma/${ELDERS}/onderdeel/actie/${v.elders}/${daad}`, leidt(ELDERS), [
      { ...lijf, _versie: '1' },
    ]),
    doe('onbekend', `${w}/onderdeel/actie/zz/${daad}`, niemand, [lijf]),
  ];
  const antwoord = { antwoord: 'Voorbeeldantwoord', status: 'beantwoord', versie: '2', daarna: 'openbaar' };
  return {
    '/programma/:regio/onderdeel/:soort/nieuw': [
      doe('actie', `${w}/onderdeel/actie/nieuw`, leidt(REGIO), [
        GEEN,
        { code: 'NW', titel: 'Voorbeeldactie' },
      ]),
      doe('elders', `/programma/${ELDERS}/onderdeel/actie/nieuw`, leidt(ELDERS), [
        { code: 'NW', titel: 'Voorbeeld' },
      ]),
    ],
    '/programma/:regio/onderdeel/:soort/:code/wijzig': item('wijzig', {
      _versie: '2',
      code: v.actie,
      titel: 'Voorbeeldwijziging',
      onderwerp: 'Voorbeeldwijziging',
      opmerking: 'Voorbeeldwijziging',
      gemeente: 'Haarlem',
    }),
    '/programma/:regio/onderdeel/:soort/:code/publiceer': item('publiceer', { _versie: '2' }),
    '/programma/:regio/onderdeel/:soort/:code/vervalt': item('vervalt', { _versie: '2', reden: 'voorbeeld' }),
    '/programma/:regio/onderdeel/:soort/:code/terug': item('terug', { _versie: '2' }),
    '/programma/:regio/raad/:code': [
      doe('eigen gemeente', `${w}/raad/${v.raadHaarlem}`, leidtOfAdviseert(REGIO, 'GM0392'), [
        GEEN,
        antwoord,
      ]),
      doe('andere gemeente', `${w}/raad/${v.raadBeverwijk}`, leidtOfAdviseert(REGIO, 'GM0375'), [
        GEEN,
        antwoord,
      ]),
    ],
  };
}

/** The acts on the programme as a whole and in time. */
function programma(v: Voorbeelden, programmabestand: string): Doetabel {
  const w = `/programma/${REGIO}`;
  const stap = { handeling: 'start', versie: '2', reden: 'voorbeeld' };
  const stand = (slug: string) => `${w}/programma/acties/${v.actie}/gemeente/${slug}`;
  const evaluaties = `${w}/programma/acties/${v.actie}/evaluaties`;
  const item = JSON.stringify(['raadsopmerking', v.raadHaarlem, 2]);
  const regel = JSON.stringify(['document', GEHEIME_CODE, 2]);
  const besluit = { versie: '2', afronding: 'borging', afrondingToelichting: 'voorbeeld' };
  return {
    '/programma/:regio/planning/mijlpalen/:code': [
      doe('mijlpaal', `${w}/planning/mijlpalen/${v.mijlpaal}`, leidt(REGIO), [GEEN, stap]),
      doe('concept', `${w}/planning/mijlpalen/${GEHEIME_CODE}`, leidt(REGIO), [stap]),
    ],
    '/programma/:regio/programma/acties/:code/gemeente/:slug': [
      doe('eigen gemeente', stand('haarlem'), leidtOfAdviseert(REGIO, 'GM0392'), [
        GEEN,
        { ...stap, versie: '0' },
      ]),
      doe('andere gemeente', stand('beverwijk'), leidtOfAdviseert(REGIO, 'GM0375'), [
        GEEN,
        { ...stap, versie: '0' },
      ]),
    ],
    // B4.4: project leader and analyst lay down and compute; only the project leader settles and withdraws.
    '/programma/:regio/programma/acties/:code/evaluaties/nieuw': [
      doe('vraag', `${evaluaties}/nieuw`, zietCijfers(REGIO), [
        GEEN,
        { vraag: 'voorbeeld', stap: 'vastleggen' },
      ]),
    ],
    '/programma/:regio/programma/acties/:code/evaluaties/:nummer{[0-9]+}': [
      doe('berekenen', `${evaluaties}/1`, zietCijfers(REGIO), [{ handeling: 'voer_uit' }]),
      doe('vaststellen', `${evaluaties}/2`, leidt(REGIO), [{ handeling: 'stel_vast' }]),
      doe('intrekken', `${evaluaties}/2`, leidt(REGIO), [{ handeling: 'trek_in', reden: 'voorbeeld' }]),
      doe('onbekend', `${evaluaties}/9`, niemand, [{ handeling: 'voer_uit' }]),
    ],
    '/programma/:regio/planning/jaar/:jaar/:code': [
      doe('besluit', `${w}/planning/jaar/${v.jaar}/${v.actie}`, leidt(REGIO), [GEEN, besluit]),
    ],
    '/programma/:regio/concepten': [
      doe('van de gemeente', `${w}/concepten`, leidtOfAdviseert(REGIO, 'GM0392'), [{ item }]),
      doe('van de regio', `${w}/concepten`, leidt(REGIO), [{ item: regel }]),
    ],
    '/programma/:regio/bestand': [
      doe('programma', `${w}/bestand`, leidt(REGIO), [GEEN, { bestand: JSONBESTAND }]),
      doe('elders', `/programma/${ELDERS}/bestand`, leidt(ELDERS), [{ bestand: JSONBESTAND }]),
    ],
    // What another person offered is for nobody else: to a project leader it looks like what is no longer there.
    '/programma/:regio/bestand/inlezen': [
      doe('van een ander', `${w}/bestand/inlezen`, leidt(REGIO), [{ inlezing: programmabestand }], [409]),
      doe('onbekend', `${w}/bestand/inlezen`, leidt(REGIO), [{ inlezing: NUL }], [409]),
    ],
    '/programma/:regio/hulpaanbod': [
      doe('publiceren', `${w}/hulpaanbod`, leidt(REGIO)),
      doe('elders', `/programma/${ELDERS}/hulpaanbod`, leidt(ELDERS)),
    ],
    '/programma/:regio/zelfscan': [
      doe('publiceren', `${w}/zelfscan`, leidt(REGIO)),
      doe('elders', `/programma/${ELDERS}/zelfscan`, leidt(ELDERS)),
    ],
  };
}

/** Sign-in itself is for everybody; what comes of it hangs on what is known. */
function aanmelden(): Doetabel {
  const NIETS = [303, 400, 401, 403, 404, 422, 429];
  // Guessing is slowed down.
  const link = (pad: string) => ({
    ...doe('onbekend', `${pad}/${'x'.repeat(43)}`, niemand),
    anders: [404, 429],
  });
  const open = (pad: string) => [doe('zonder kennis', pad, iedereen, [GEEN], [200, ...NIETS])];
  return {
    '/aanmelden': open('/aanmelden'),
    '/aanmelden/tweede-stap': open('/aanmelden/tweede-stap'),
    '/aanmelden/instellen': open('/aanmelden/instellen'),
    '/aanmelden/instellen/app': open('/aanmelden/instellen/app'),
    '/aanmelden/passkey/vraag': open('/aanmelden/passkey/vraag'),
    '/aanmelden/passkey': open('/aanmelden/passkey'),
    '/aanmelden/passkey/maak-vraag': open('/aanmelden/passkey/maak-vraag'),
    '/aanmelden/passkey/maak': open('/aanmelden/passkey/maak'),
    '/aanmelden/herstel': open('/aanmelden/herstel'),
    '/aanmelden/herstel/:code': [link('/aanmelden/herstel')],
    '/uitnodiging/:code': [link('/uitnodiging')],
  };
}

/** The own account, and the accounts of others. A2.5: an account administrator of the own region. */
function mensen(v: Voorbeelden, agendaId: string): Doetabel {
  const eigen: Wie = x => x.naam === 'lezer';
  const overal: Wie = x => x.naam === 'accountbeheerder';
  const b = '/beheer/accounts';
  const elders = (veld: string, id: string) => doe('mens van elders', '', accounts, [{ [veld]: id }]);
  const inRegio = (veld: string, id: string) => doe('mens van drie regio’s', '', overal, [{ [veld]: id }]);
  const op = (pad: string, veld: string, id: string, anderId: string, dan: readonly number[] = GEDAAN) => [
    { ...elders(veld, anderId), pad: `${b}/${pad}`, dan },
    { ...inRegio(veld, id), pad: `${b}/${pad}`, dan },
    doe('onbekend', `${b}/${pad}`, niemand, [{ [veld]: NUL }]),
  ];
  const uitnodiging = {
    naam: 'Voorbeeld Nieuw',
    adres: 'nieuw@voorbeeld.invalid',
    rol: 'lezer',
    organisatie: 'Voorbeeld',
  };
  return {
    '/account/sessie': [
      doe('van een ander', '/account/sessie', eigen, [{ sessie: v.sessie }]),
      doe('onbekend', '/account/sessie', niemand, [{ sessie: NUL }]),
    ],
    '/account/wachtwoord': [doe('eigen', '/account/wachtwoord', aangemeld, [GEEN], [...GEDAAN, 429])],
    '/account/passkey': [doe('onbekend', '/account/passkey', niemand, [{ passkey: NUL }])],
    '/account/reservecodes': [doe('eigen', '/account/reservecodes', aangemeld, [GEEN], [...GEDAAN, 429])],
    '/account/agenda': [
      doe('rol van een ander', '/account/agenda', niemand, [{ regio: 'bestaat-niet', rol: 'projectleider' }]),
      doe('leider elders', '/account/agenda', leidt(ELDERS), [{ regio: ELDERS, rol: 'projectleider' }]),
    ],
    '/account/agenda/:id/intrekken': [
      doe('van een ander', `/account/agenda/${agendaId}/intrekken`, x => x.naam === 'projectleider'),
      doe('onbekend', `/account/agenda/${NUL}/intrekken`, niemand),
    ],
    [b]: [doe('elders', b, accounts, [GEEN, { ...uitnodiging, regio: ELDERS }], [...GEDAAN, 429])],
    [`${b}/opnieuw`]: [doe('onbekend', `${b}/opnieuw`, niemand, [{ persoon: NUL }])],
    [`${b}/tweede-stap`]: op('tweede-stap', 'persoon', v.persoon, v.persoonElders),
    [`${b}/uit`]: op('uit', 'persoon', v.persoon, v.persoonElders),
    [`${b}/aan`]: op('aan', 'persoon', v.persoon, v.persoonElders),
    [`${b}/rol`]: op('rol', 'lidmaatschap', v.lidmaatschap, v.lidmaatschapElders).map(h => ({
      ...h,
      eenmalig: true,
    })),
    '/beheer/techniek': [
      doe('mislukt bericht', '/beheer/techniek', techniek, [{ bericht: v.bericht }]),
      doe('onbekend', '/beheer/techniek', niemand, [{ bericht: NUL }]),
    ],
  };
}

function datalab({ inlezing, waarschuwing, gebeurtenis }: Wachtend): Doetabel {
  const pad = `/datalab/invoer/${inlezing}`;
  const concept = `/datalab/publicaties/${CONCEPTPUBLICATIE}`;
  const document = `/datalab/documenten/${CONCEPTDOCUMENT}`;
  const lees = {
    doe: 'lees_in',
    openbaarheid: 'openbaar_in_bron',
    bronTitel: 'Voorbeeld',
    plek: 'Voorbeeld',
  };
  return {
    '/datalab/metingen': [
      {
        ...doe('van de regio', '/datalab/metingen', zietCijfers(REGIO), [
          { regio: REGIO, soort: 'nulmeting', jaar: '2021', bekend_op: '2026-01-01' },
        ]),
        // Who works elsewhere has the form: a region that is not his is refused by name, as an unknown one.
        anders: [404, 422],
      },
    ],
    '/datalab/invoer': [
      doe('elders', '/datalab/invoer', leestIn, [GEEN, { regio: ELDERS, bestand: CIJFERS }]),
      {
        ...doe('van de regio', '/datalab/invoer', zietCijfers(REGIO), [{ regio: REGIO, bestand: CIJFERS }]),
        // Who imports elsewhere has the form: a region that is not his is refused by name, as an unknown one.
        anders: [404, 422],
      },
    ],
    '/datalab/termijnen/invoer': [
      doe('elders', '/datalab/termijnen/invoer', leestIn, [GEEN, { regio: ELDERS, bestand: CIJFERS }]),
      {
        ...doe('van de regio', '/datalab/termijnen/invoer', zietCijfers(REGIO), [{ regio: REGIO }]),
        anders: [404, 422],
      },
    ],
    '/datalab/termijnen/invoer/:id/terug': [
      doe('onbekend', `/datalab/termijnen/invoer/${NUL}/terug`, niemand),
    ],
    '/datalab/termijnen/normen/:regio': [
      doe('van de regio', `/datalab/termijnen/normen/${REGIO}`, zietCijfers(REGIO)),
      doe('onbekend', '/datalab/termijnen/normen/nergens', niemand),
    ],
    '/datalab/waarschuwingen': [
      doe('van de regio', '/datalab/waarschuwingen', zietCijfers(REGIO), [{ regio: REGIO }]),
    ],
    '/datalab/waarschuwingen/:id': [
      doe('van de regio', `/datalab/waarschuwingen/${waarschuwing}`, zietCijfers(REGIO), [
        { doe: 'neem_over' },
      ]),
      doe('onbekend', `/datalab/waarschuwingen/${NUL}`, niemand, [{ doe: 'neem_over' }]),
    ],
    '/datalab/gebeurtenissen': [
      doe('van de regio', '/datalab/gebeurtenissen', zietCijfers(REGIO), [{ regio: REGIO }]),
    ],
    '/datalab/gebeurtenissen/:id/weg': [
      {
        ...doe('van de regio', `/datalab/gebeurtenissen/${gebeurtenis}/weg`, zietCijfers(REGIO)),
        eenmalig: true,
      },
      doe('onbekend', `/datalab/gebeurtenissen/${NUL}/weg`, niemand),
    ],
    '/datalab/invoer/:id': [
      doe('van de regio', pad, zietCijfers(REGIO), [GEEN, lees]),
      doe('onbekend', `/datalab/invoer/${NUL}`, niemand, [lees]),
    ],
    '/datalab/publicaties/nieuw': [
      doe('zonder keuze', '/datalab/publicaties/nieuw', leestIn, [GEEN, { regio: ELDERS }]),
    ],
    '/datalab/publicaties/overnemen': [
      doe('zonder bron', '/datalab/publicaties/overnemen', niemand, [GEEN, { bron: `${ELDERS} x` }]),
    ],
    '/datalab/publicaties/:id': [
      doe('van de regio', concept, zietCijfers(REGIO), [GEEN, { doe: 'keur_goed', versie: '1' }]),
      doe('onbekend', `/datalab/publicaties/${NUL}`, niemand, [{ doe: 'keur_goed', versie: '1' }]),
    ],
    '/datalab/documenten/nieuw': [
      doe('zonder keuze', '/datalab/documenten/nieuw', kijktInDatalab, [GEEN, { regio: ELDERS }]),
    ],
    '/datalab/documenten/:id': [
      doe('van de regio', document, steltOp(REGIO), [GEEN, { doe: 'bewaar', versie: '7' }]),
      // Fixing is for who publishes: an adviser who tries is told that there is no such act.
      doe('vaststellen', document, zietCijfers(REGIO), [{ doe: 'stel_vast', versie: '1' }]),
      doe('onbekend', `/datalab/documenten/${NUL}`, niemand, [{ doe: 'stel_vast', versie: '1' }]),
    ],
    '/datalab/invoer/:id/terug': [
      doe('van de regio', `${pad}/terug`, zietCijfers(REGIO)),
      doe('onbekend', `/datalab/invoer/${NUL}/terug`, niemand),
    ],
  };
}

export interface Wachtend {
  inlezing: string;
  waarschuwing: string;
  gebeurtenis: string;
  programmabestand: string;
  agendaId: string;
}

/** Signing out ends the session that asks; these two are proven last and apart. */
export const AFMELDEN = ['/afmelden', '/account/overal-afmelden'];

/** Every changing route, decided from the requirements. */
export function doetabel(v: Voorbeelden, w: Wachtend): Doetabel {
  return {
    ...onderdelen(v),
    ...programma(v, w.programmabestand),
    ...aanmelden(),
    ...mensen(v, w.agendaId),
    ...datalab(w),
    '/afmelden': [doe('eigen sessie', '/afmelden', iedereen, [GEEN], [303])],
    '/account/overal-afmelden': [doe('eigen sessies', '/account/overal-afmelden', aangemeld, [GEEN], [303])],
  };
}
