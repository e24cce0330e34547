import type { Geval, Leestabel } from './geval.ts';
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
  werkt,
  zietCijfers,
} from './wie.ts';
import { CONCEPTDOCUMENT, CONCEPTPUBLICATIE, GEHEIME_CODE, ZOEKWOORD } from './zaaigoed.ts';

const ONBEKEND = 'bestaat-niet';
const NUL = '00000000-0000-4000-8000-000000000000';

/** A3.10, A4.2: what is published is for everyone; what does not exist, or only as a draft, for nobody. */
const openbaar = (pad: string, naam = 'openbaar'): Geval => ({ naam, pad, wie: iedereen });
const ontbreekt = (pad: string, naam = 'onbekend'): Geval => ({ naam, pad, wie: niemand });

/** Pages of a programme, the same below the public address and below that of the working version. */
function programmapaden(v: Voorbeelden): Record<string, { goed: string[]; fout: string[] }> {
  const uit: Record<string, { goed: string[]; fout: string[] }> = {
    '/programma/acties/:code': { goed: [`/programma/acties/${v.actie}`], fout: ['/programma/acties/zz'] },
    '/programma/acties/:code/evaluaties/:nummer{[0-9]+}': {
      goed: [`/programma/acties/${v.actie}/evaluaties/1`],
      fout: [`/programma/acties/${v.actie}/evaluaties/9`],
    },
    '/planning/mijlpalen/:code': {
      goed: [`/planning/mijlpalen/${v.mijlpaal}`],
      fout: ['/planning/mijlpalen/zz'],
    },
    '/programma/acties/:code/gemeente/:slug': {
      goed: [`/programma/acties/${v.actie}/gemeente/haarlem`],
      fout: [`/programma/acties/${v.actie}/gemeente/alkmaar`],
    },
    '/planning/jaar/:jaar': { goed: [`/planning/jaar/${v.jaar}`], fout: ['/planning/jaar/999'] },
    '/zoek': { goed: [`/zoek?q=${ZOEKWOORD}`], fout: [] },
    '/onderdeel/:soort/:code': {
      goed: [`/onderdeel/actie/${v.actie}`],
      fout: ['/onderdeel/actie/zz', '/onderdeel/iets/1'],
    },
    '/raad/:code': { goed: [`/raad/${v.raadHaarlem}`, `/raad/${v.raadBeverwijk}`], fout: ['/raad/zz'] },
    '/verslag.pdf': { goed: ['/verslag.pdf?van=2021-01&tot=2021-12'], fout: [] },
    '/verslag.docx': { goed: ['/verslag.docx?van=2021-01&tot=2021-12'], fout: [] },
    '/verslag': { goed: ['/verslag?van=2021-01&tot=2021-12'], fout: [] },
    '/onderdelen': { goed: ['/onderdelen', '/onderdelen?soort=document'], fout: [] },
    '/hulpaanbod/:code': { goed: [`/hulpaanbod/${v.hulpaanbod}`], fout: ['/hulpaanbod/zz'] },
  };
  const gewoon = ['', '/programma', '/planning', '/planning.csv', '/planning/agenda', '/geld', '/geld.csv'];
  for (const pad of [...gewoon, '/organisatie', '/raad', '/raad.csv', '/hulpaanbod', '/zelfscan'])
    uit[pad] = { goed: [pad], fout: [] };
  return uit;
}

/** B4.4: an evaluation of internal figures stands on working pages only. */
const INTERNE_EVALUATIE = 2;

/** Addresses of items that only exist as a draft. */
const CONCEPTEN: Readonly<Record<string, string>> = {
  '/programma/acties/:code': `/programma/acties/${GEHEIME_CODE}`,
  '/planning/mijlpalen/:code': `/planning/mijlpalen/${GEHEIME_CODE}`,
  '/onderdeel/:soort/:code': `/onderdeel/document/${GEHEIME_CODE}`,
  '/raad/:code': `/raad/${GEHEIME_CODE}`,
};

function openbarePaginas(v: Voorbeelden, taal: '' | '/en'): Leestabel {
  const uit: Record<string, Geval[]> = {};
  const r = `${taal}/regio/${REGIO}`;
  for (const [patroon, { goed, fout }] of Object.entries(programmapaden(v))) {
    const concept = CONCEPTEN[patroon];
    uit[`${taal}/regio/:regio${patroon}`] = [
      ...goed.map((p, i) => openbaar(r + p, `openbaar ${i + 1}`)),
      ...fout.map((p, i) => ontbreekt(r + p, `onbekend ${i + 1}`)),
      ...(concept ? [ontbreekt(r + concept, 'alleen concept')] : []),
    ];
  }
  uit[`${taal}/regio/:regio/programma/acties/:code/evaluaties/:nummer{[0-9]+}`]?.push(
    ontbreekt(`${r}/programma/acties/${v.actie}/evaluaties/${INTERNE_EVALUATIE}`, 'over interne cijfers'),
  );
  uit[`${taal}/regio/:regio`]?.push(ontbreekt(`${taal}/regio/${ONBEKEND}`));
  // Deciding how an action ends a year is work for the project leader, and never on the public address.
  uit[`${taal}/regio/:regio/planning/jaar/:jaar/:code`] = [
    ontbreekt(`${r}/planning/jaar/${v.jaar}/${v.actie}`),
  ];
  return {
    ...uit,
    [taal || '/']: [openbaar(taal || '/')],
    [`${taal}/geld`]: [openbaar(`${taal}/geld`)],
    [`${taal}/zoeken`]: [openbaar(`${taal}/zoeken?q=${ZOEKWOORD}`)],
    ...Object.fromEntries(
      ['hulp', 'toegankelijkheid', 'privacy', 'open-data', 'stijl'].map(naam => [
        `${taal}/${naam}`,
        [openbaar(`${taal}/${naam}`)],
      ]),
    ),
    ...cijferpaginas(v, taal),
  };
}

function cijferpaginas(v: Voorbeelden, taal: '' | '/en'): Leestabel {
  const p = `${taal}/regio/:regio`;
  const r = `${taal}/regio/${REGIO}`;
  const vormen = (pad: string) =>
    ['', '.csv', '.json'].map(x => openbaar(r + pad + x, `openbaar ${x || 'html'}`));
  return {
    [`${p}/:blad{cijfers(\\.csv|\\.json)?}`]: [
      ...vormen('/cijfers'),
      ontbreekt(`${taal}/regio/${ONBEKEND}/cijfers`),
    ],
    [`${p}/cijfers/:blad{indicatoren(\\.csv|\\.json)?}`]: vormen('/cijfers/indicatoren'),
    [`${p}/cijfers/:blad{kwaliteit(\\.csv|\\.json)?}`]: vormen('/cijfers/kwaliteit'),
    [`${p}/metingen`]: [openbaar(`${r}/metingen`, 'openbaar')],
    [`${p}/metingen/:meting`]: [ontbreekt(`${r}/metingen/nulmeting-1999`)],
    [`${p}/cijfers/:indicator`]: [...vormen(`/cijfers/${v.indicator}`), ontbreekt(`${r}/cijfers/zz`)],
    [`${p}/publicaties`]: [openbaar(`${r}/publicaties`)],
    // A region that published nothing has no catalogue: a draft does not make one.
    [`${p}/:blad{publicaties\\.(jsonld|ttl)}`]: ['jsonld', 'ttl'].map(x =>
      ontbreekt(`${r}/publicaties.${x}`, `alleen concept ${x}`),
    ),
    [`${p}/publicaties/:blad`]: ['', '.csv', '.pdf', '.jsonld', '.ttl'].map(x =>
      ontbreekt(`${r}/publicaties/voorbeeldconcept${x}`, `alleen concept ${x}`),
    ),
    [`${p}/documenten`]: [openbaar(`${r}/documenten`)],
    [`${p}/documenten/:blad`]: ['', '.pdf', '.docx'].map(x =>
      ontbreekt(`${r}/documenten/voorbeelddocument${x}`, `alleen concept ${x}`),
    ),
    [`${p}/vergelijk/:indicator`]: [...vormen(`/vergelijk/${v.indicator}`), ontbreekt(`${r}/vergelijk/zz`)],
    [`${taal}/regios/cijfers`]: [openbaar(`${taal}/regios/cijfers`)],
    [`${taal}/regios/cijfers/:indicator`]: [
      ...['', '.csv', '.json'].map(x =>
        openbaar(`${taal}/regios/cijfers/${v.indicator}${x}`, `openbaar ${x || 'html'}`),
      ),
      ontbreekt(`${taal}/regios/cijfers/zz`),
    ],
    [`${p}/gemeente/:gemeente`]: [
      openbaar(`${r}/gemeente/haarlem`, 'Haarlem'),
      openbaar(`${r}/gemeente/zandvoort`, 'Zandvoort'),
      openbaar(`${r}/gemeente/haarlem.csv`, 'Haarlem csv'),
      openbaar(`${r}/gemeente/haarlem.json`, 'Haarlem json'),
      // Making a PDF is dear: one language of one page stands for the others, which share its address and its rule.
      ...(taal === '' ? [openbaar(`${r}/gemeente/haarlem.pdf`, 'Haarlem pdf')] : []),
      ontbreekt(`${r}/gemeente/alkmaar`, 'van een andere regio'),
    ],
  };
}

/** The working version of the programme: A3.10. */
function werkpaginas(v: Voorbeelden): Leestabel {
  const uit: Record<string, Geval[]> = {};
  const w = `/programma/${REGIO}`;
  const mag = (pad: string, naam = 'werkversie'): Geval => ({ naam, pad, wie: werkt(REGIO) });
  for (const [patroon, { goed, fout }] of Object.entries(programmapaden(v))) {
    const concept = CONCEPTEN[patroon];
    uit[`/programma/:regio${patroon}`] = [
      ...goed.map((p, i) => mag(w + p, `werkversie ${i + 1}`)),
      ...fout.map((p, i) => ontbreekt(w + p, `onbekend ${i + 1}`)),
      ...(concept ? [mag(w + concept, 'concept')] : []),
    ];
  }
  uit['/programma/:regio']?.push(
    { naam: 'elders', pad: `/programma/${ELDERS}`, wie: werkt(ELDERS) },
    ontbreekt(`/programma/${ONBEKEND}`),
  );
  const evaluaties = `/programma/acties/${v.actie}/evaluaties`;
  uit['/programma/:regio/programma/acties/:code/evaluaties/:nummer{[0-9]+}']?.push(
    mag(`${w}${evaluaties}/${INTERNE_EVALUATIE}`, 'over interne cijfers'),
  );
  uit['/programma/:regio/programma/acties/:code/evaluaties/nieuw'] = [
    { naam: 'formulier', pad: `${w}${evaluaties}/nieuw`, wie: zietCijfers(REGIO) },
    ontbreekt(`${w}/programma/acties/zz/evaluaties/nieuw`),
  ];
  uit['/programma/:regio/planning/jaar/:jaar/:code'] = [
    { naam: 'besluit', pad: `${w}/planning/jaar/${v.jaar}/${v.actie}`, wie: leidt(REGIO) },
    ontbreekt(`${w}/planning/jaar/${v.jaar}/zz`),
  ];
  return { ...uit, ...bewerkpaginas(v, w) };
}

/** Forms of who may change something: A3.10. */
function bewerkpaginas(v: Voorbeelden, w: string): Leestabel {
  const vormen = ['json', 'xlsx'].flatMap(vorm =>
    ['werk', 'openbaar'].map(
      (versie): Geval => ({
        naam: `${vorm} ${versie}`,
        pad: `${w}/bestand/ophalen?vorm=${vorm}&versie=${versie}`,
        wie: werkt(REGIO),
      }),
    ),
  );
  const items = (doe: string): Geval[] => [
    { naam: 'van de regio', pad: `${w}/onderdeel/actie/${v.actie}/${doe}`, wie: leidt(REGIO) },
    {
      naam: 'eigen gemeente',
      pad: `${w}/onderdeel/raadsopmerking/${v.raadHaarlem}/${doe}`,
      wie: leidtOfAdviseert(REGIO, 'GM0392'),
    },
    {
      naam: 'andere gemeente',
      pad: `${w}/onderdeel/raadsopmerking/${v.raadBeverwijk}/${doe}`,
      wie: leidtOfAdviseert(REGIO, 'GM0375'),
    },
    ontbreekt(`${w}/onderdeel/actie/zz/${doe}`),
  ];
  return {
    '/programma/:regio/onderdeel/:soort/nieuw': [
      { naam: 'actie', pad: `${w}/onderdeel/actie/nieuw`, wie: leidt(REGIO) },
      { naam: 'elders', pad: `/programma/${ELDERS}/onderdeel/actie/nieuw`, wie: leidt(ELDERS) },
      ontbreekt(`${w}/onderdeel/iets/nieuw`),
    ],
    '/programma/:regio/onderdeel/:soort/:code/wijzig': items('wijzig'),
    '/programma/:regio/onderdeel/:soort/:code/publiceer': items('publiceer'),
    '/programma/:regio/onderdeel/:soort/:code/vervalt': items('vervalt'),
    '/programma/:regio/concepten': [{ naam: 'lijst', pad: `${w}/concepten`, wie: werkt(REGIO) }],
    '/programma/:regio/bestand': [{ naam: 'pagina', pad: `${w}/bestand`, wie: werkt(REGIO) }],
    '/programma/:regio/bestand/ophalen': vormen,
    '/programma/:regio/bestand/sjabloon': [{ naam: 'leeg', pad: `${w}/bestand/sjabloon`, wie: werkt(REGIO) }],
  };
}

/** Secret calendar addresses, by the role of their owner. */
export interface Agendas {
  projectleider: string;
  raadslid: string;
}

/** Rooms of one kind of reader, and the own account. */
function eigenKamers(inlezing: string, agenda: Agendas): Leestabel {
  const aanmelden = (pad: string): Geval => ({ naam: 'aanmelden', pad, wie: iedereen, dan: [200, 303] });
  return {
    '/gezondheid': [openbaar('/gezondheid')],
    '/aanmelden': [aanmelden('/aanmelden')],
    '/aanmelden/tweede-stap': [aanmelden('/aanmelden/tweede-stap')],
    '/aanmelden/instellen': [
      { naam: 'tweede stap', pad: '/aanmelden/instellen', wie: aangemeld, dan: [200, 303], anders: [303] },
    ],
    '/aanmelden/instellen/app': [
      { naam: 'geheim', pad: '/aanmelden/instellen/app', wie: aangemeld, dan: [200, 303], anders: [303] },
    ],
    '/aanmelden/passkey.js': [openbaar('/aanmelden/passkey.js')],
    '/aanmelden/herstel': [aanmelden('/aanmelden/herstel')],
    '/aanmelden/herstel/:code': [ontbreekt(`/aanmelden/herstel/${'x'.repeat(43)}`)],
    '/uitnodiging/:code': [ontbreekt(`/uitnodiging/${'x'.repeat(43)}`)],
    '/account': [{ naam: 'eigen', pad: '/account', wie: aangemeld }],
    '/account/agenda': [{ naam: 'eigen', pad: '/account/agenda', wie: aangemeld }],
    '/agenda/:adres{[A-Za-z0-9_-]+\\.ics}': [
      // A3.4: who has the secret address reads the calendar of its owner's role; a guessed one is nothing.
      { ...openbaar(agenda.projectleider, 'geheim adres van de projectleider'), draagt: ['concepttekst'] },
      openbaar(agenda.raadslid, 'geheim adres van het raadslid'),
      ontbreekt(`/agenda/${'x'.repeat(43)}.ics`),
    ],
    '/beheer/accounts': [{ naam: 'accounts', pad: '/beheer/accounts', wie: accounts }],
    '/beheer/techniek': [{ naam: 'techniek', pad: '/beheer/techniek', wie: techniek }],
    '/datalab': [{ naam: 'overzicht', pad: '/datalab', wie: kijktInDatalab }],
    '/datalab/publicaties': [{ naam: 'lijst', pad: '/datalab/publicaties', wie: leestIn }],
    '/datalab/publicaties/nieuw': [{ naam: 'maken', pad: '/datalab/publicaties/nieuw', wie: leestIn }],
    '/datalab/publicaties/:id': [
      {
        naam: 'van de regio',
        pad: `/datalab/publicaties/${CONCEPTPUBLICATIE}`,
        wie: zietCijfers(REGIO),
      },
      ontbreekt(`/datalab/publicaties/${NUL}`),
    ],
    // B4.5: advisers write along; who has no region of the datalab knows of no document.
    '/datalab/documenten': [{ naam: 'lijst', pad: '/datalab/documenten', wie: kijktInDatalab }],
    '/datalab/documenten/nieuw': [{ naam: 'maken', pad: '/datalab/documenten/nieuw', wie: kijktInDatalab }],
    '/datalab/documenten/:id': [
      { naam: 'van de regio', pad: `/datalab/documenten/${CONCEPTDOCUMENT}`, wie: steltOp(REGIO) },
      ontbreekt(`/datalab/documenten/${NUL}`),
    ],
    '/datalab/invoer': [{ naam: 'invoer', pad: '/datalab/invoer', wie: leestIn }],
    // B3.2: who imports sees the terms; the norms of a region are for who works there.
    '/datalab/termijnen': [{ naam: 'termijnen', pad: '/datalab/termijnen', wie: leestIn }],
    '/datalab/termijnen/invoer': [{ naam: 'invoer', pad: '/datalab/termijnen/invoer', wie: leestIn }],
    '/datalab/termijnen/invoer/sjabloon.csv': [
      { naam: 'sjabloon', pad: '/datalab/termijnen/invoer/sjabloon.csv', wie: leestIn },
    ],
    '/datalab/termijnen/normen/:regio': [
      { naam: 'van de regio', pad: `/datalab/termijnen/normen/${REGIO}`, wie: zietCijfers(REGIO) },
      ontbreekt('/datalab/termijnen/normen/nergens'),
    ],
    '/datalab/invoer/sjabloon.csv': [{ naam: 'sjabloon', pad: '/datalab/invoer/sjabloon.csv', wie: leestIn }],
    '/datalab/metingen': [{ naam: 'vaststellen', pad: '/datalab/metingen', wie: leestIn }],
    '/datalab/invoer/sjabloon/:sjabloon': [
      { naam: 'politie', pad: '/datalab/invoer/sjabloon/politie.xlsx', wie: leestIn },
      ontbreekt('/datalab/invoer/sjabloon/brandweer.xlsx'),
    ],
    '/datalab/invoer/indicatoren.json': [
      { naam: 'codes', pad: '/datalab/invoer/indicatoren.json', wie: leestIn },
    ],
    '/datalab/waarschuwingen': [{ naam: 'waarschuwingen', pad: '/datalab/waarschuwingen', wie: leestIn }],
    '/datalab/gebeurtenissen': [{ naam: 'gebeurtenissen', pad: '/datalab/gebeurtenissen', wie: leestIn }],
    '/datalab/invoer/:id': [
      { naam: 'van de regio', pad: `/datalab/invoer/${inlezing}`, wie: zietCijfers(REGIO) },
      ontbreekt(`/datalab/invoer/${NUL}`),
    ],
    '/datalab/invoer/:id/fouten.csv': [
      { naam: 'van de regio', pad: `/datalab/invoer/${inlezing}/fouten.csv`, wie: zietCijfers(REGIO) },
      ontbreekt(`/datalab/invoer/${NUL}/fouten.csv`),
    ],
  };
}

/** A5.7: the interface for programs needs no account. */
function api(v: Voorbeelden): Leestabel {
  const a = '/api/v1';
  const cijfers = `${a}/waarnemingen?regio=${REGIO}&perPagina=100`;
  return {
    [`${a}/openapi.json`]: [openbaar(`${a}/openapi.json`)],
    [`${a}/regios`]: [openbaar(`${a}/regios`)],
    [`${a}/regios/:regio`]: [openbaar(`${a}/regios/${REGIO}`), ontbreekt(`${a}/regios/${ONBEKEND}`)],
    [`${a}/regios/:regio/programma`]: [openbaar(`${a}/regios/${REGIO}/programma`)],
    [`${a}/regios/:regio/onderdelen`]: [openbaar(`${a}/regios/${REGIO}/onderdelen?perPagina=100`)],
    [`${a}/regios/:regio/onderdelen/:soort/:code`]: [
      openbaar(`${a}/regios/${REGIO}/onderdelen/actie/${v.actie}`),
      ontbreekt(`${a}/regios/${REGIO}/onderdelen/document/${GEHEIME_CODE}`, 'alleen concept'),
    ],
    [`${a}/regios/:regio/publicaties`]: [
      openbaar(`${a}/regios/${REGIO}/publicaties`),
      ontbreekt(`${a}/regios/${ONBEKEND}/publicaties`),
    ],
    [`${a}/regios/:regio/publicaties/:publicatie`]: [
      ontbreekt(`${a}/regios/${REGIO}/publicaties/voorbeeldconcept`, 'alleen concept'),
    ],
    [`${a}/indicatoren`]: [openbaar(`${a}/indicatoren`)],
    [`${a}/indicatoren/:indicator`]: [
      openbaar(`${a}/indicatoren/${v.indicator}`),
      ontbreekt(`${a}/indicatoren/zz`),
    ],
    [`${a}/documenten`]: [openbaar(`${a}/documenten?regio=${REGIO}`)],
    [`${a}/waarnemingen`]: [
      openbaar(cijfers, 'van de regio'),
      openbaar(`${a}/waarnemingen?gemeente=GM0392&indicator=${v.indicator}`, 'van Haarlem'),
    ],
  };
}

/** What the samples need that only exists once the application runs. */
export interface Lopend {
  inlezing: string;
  agenda: Agendas;
  /** Address of each static file, by its route without digest. */
  statisch: Readonly<Record<string, string>>;
}
const STATISCH = [
  'stijl.css',
  'script.js',
  ...['400', '700'].map(d => `source-sans-3-latin-${d}-normal.woff2`),
];

/** Every page and file of the application by its route, decided from the requirements. */
export function leestabel(v: Voorbeelden, l: Lopend): Leestabel {
  const vast = STATISCH.map(naam => `/statisch/:hash/${naam}`);
  return {
    ...Object.fromEntries(vast.map(r => [r, [openbaar(l.statisch[r] ?? r)]])),
    ...openbarePaginas(v, ''),
    ...openbarePaginas(v, '/en'),
    '/regio/:regio/programma.json': [
      openbaar(`/regio/${REGIO}/programma.json`),
      ontbreekt(`/regio/${ONBEKEND}/programma.json`),
    ],
    ...werkpaginas(v),
    ...eigenKamers(l.inlezing, l.agenda),
    ...api(v),
  };
}
