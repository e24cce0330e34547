// The description of releases for catalogues of data, after DCAT-AP-NL 3.0 (Geonovum,
// https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/), the Dutch profile of DCAT-AP 3.0.0 and DCAT 3. It tells of releases
// what every reader finds of them, and holds no figure.
import type { Rdfding, Rdfgraaf, Rdfwaarde } from '#platform/documenten/index.ts';
import { type Indicator, inTaal } from './indicator.ts';
import type { Regio } from './plaats.ts';
import {
  beschermzinnen,
  dagVanMoment,
  LICENTIE,
  LICENTIE_ONBEKEND,
  licentieVan,
  type Publicatie,
  type Publicatiereikwijdte,
  publicatiepad,
  publicatiespad,
  type Vindbaar,
} from './publicatie.ts';
import { dcatteksten as t } from './teksten-dcat.ts';
import { beschermteksten } from './teksten-publicatie.ts';

/** Where the description is about, and what stands where. */
export interface Dcatgrond {
  /** Public address of this installation, without slash at the end. */
  readonly basis: string;
  /** Path of the interface for programs. */
  readonly api: string;
  readonly regio: Regio;
  readonly definities: readonly Indicator[];
}

const VOORVOEGSELS = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Lists of values of the EU that the profile prescribes (chapter on lists of values). */
const EU = 'http://publications.europa.eu/resource/authority/';
const THEMA = `${EU}data-theme`;
const STATUS = `${EU}dataset-status`;
const OPENBAAR = `${EU}access-right/PUBLIC`;
const NEDERLANDS = `${EU}language/NLD`;
const NEDERLAND = `${EU}country/NLD`;
/** A release does not change any more. */
const NOOIT = `${EU}frequency/NEVER`;
const PROFIEL = 'https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/';

const IANA = 'https://www.iana.org/assignments/media-types';
/** The files of a release that others can take along. */
const BESTANDEN = [
  { vorm: 'csv', soort: 'CSV', type: 'text/csv' },
  { vorm: 'json', soort: 'JSON', type: 'application/json' },
  {
    vorm: 'xlsx',
    soort: 'XLSX',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { vorm: 'pdf', soort: 'PDF', type: 'application/pdf' },
  {
    vorm: 'docx',
    soort: 'DOCX',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
] as const;

type Eigenschap = readonly [string, Rdfwaarde];
const naar = (eigenschap: string, adres: string): Eigenschap => [eigenschap, { naar: adres }];
const nl = (eigenschap: string, tekst: string): Eigenschap => [eigenschap, { tekst, taal: 'nl' }];
const dag = (eigenschap: string, dag: string): Eigenschap => [eigenschap, { tekst: dag, soort: 'xsd:date' }];
const ding = (adres: string, soorten: string[], ...heeft: readonly Eigenschap[]): Rdfding => ({
  adres,
  soorten,
  heeft,
});

/** Addresses in the description of one region. */
const adressen = (g: Dcatgrond) => {
  const lijst = g.basis + publicatiespad(g.regio.id);
  return {
    lijst,
    regio: `${g.basis}/regio/${g.regio.id}`,
    uitgever: `${lijst}#uitgever`,
    contact: `${lijst}#contact`,
    gebied: `${lijst}#gebied`,
    api: `${g.basis}${g.api}`,
    service: `${g.basis}${g.api}#api`,
    publicatie: (p: Publicatie) => g.basis + publicatiepad(p.regio, p.code),
    apiVan: (p: Publicatie) => `${g.basis}${g.api}/regios/${p.regio}/publicaties/${p.code}`,
  };
};

const uitgegeven = (p: Publicatie): string => (p.gepubliceerd ? dagVanMoment(p.gepubliceerd).toString() : '');
/** The last that happened to a release. */
const gewijzigd = (p: Publicatie): string =>
  p.ingetrokken ? dagVanMoment(p.ingetrokken).toString() : uitgegeven(p);

const namenVan = (g: Dcatgrond, v: Vindbaar): string[] =>
  (v.reikwijdte?.indicatoren ?? []).map(i => {
    const d = g.definities.find(x => x.code === i.code && x.definitieversie === i.definitieversie);
    return d ? inTaal(d.naam, 'nl') : i.code;
  });

function uitleg(g: Dcatgrond, v: Vindbaar): string {
  const { publicatie: p, reikwijdte } = v;
  const eerst =
    p.toelichting ||
    (reikwijdte
      ? t.zonderToelichting(namenVan(g, v).join(', '), g.regio.naam)
      : t.zonderReikwijdte(g.regio.naam));
  if (!reikwijdte) return `${eerst} ${t.ingetrokken(p.redenIntrekking ?? '')}`;
  return [eerst, ...beschermzinnen(p, 'nl'), beschermteksten.nl.niet].join(' ');
}

/** What every catalogued thing of a region has: who gives it out, whom to ask, for whom it is. */
const gemeenschappelijk = (g: Dcatgrond): Eigenschap[] => {
  const a = adressen(g);
  return [
    naar('dct:publisher', a.uitgever),
    naar('dct:creator', a.uitgever),
    naar('dcat:contactPoint', a.contact),
    naar('dct:language', NEDERLANDS),
  ];
};
const THEMAS = [naar('dcat:theme', `${THEMA}/SOCI`), naar('dcat:theme', `${THEMA}/JUST`)];

function bestandenVan(g: Dcatgrond, p: Publicatie): Rdfding[] {
  const a = adressen(g);
  const hier = a.publicatie(p);
  const rechten = [naar('dct:license', licentieVan(p)), naar('dct:language', NEDERLANDS)];
  const bestanden = BESTANDEN.map(b =>
    ding(
      `${hier}#${b.vorm}`,
      ['dcat:Distribution'],
      nl('dct:title', `${p.titel} (${b.soort})`),
      naar('dcat:accessURL', hier),
      naar('dcat:downloadURL', `${hier}.${b.vorm}`),
      naar('dct:format', `${EU}file-type/${b.soort}`),
      naar('dcat:mediaType', `${IANA}/${b.type}`),
      ...rechten,
      ...(b.vorm === 'csv' ? [naar('dct:conformsTo', `${hier}.csv-metadata.json`)] : []),
    ),
  );
  const api = ding(
    `${hier}#api`,
    ['dcat:Distribution'],
    nl('dct:title', `${p.titel} (API)`),
    naar('dcat:accessURL', a.apiVan(p)),
    naar('dcat:accessService', a.service),
    naar('dct:format', `${EU}file-type/JSON`),
    naar('dcat:mediaType', `${IANA}/application/json`),
    ...rechten,
  );
  const kolommen = ding(`${hier}.csv-metadata.json`, ['dct:Standard'], nl('dct:title', t.kolommen));
  return [...bestanden, api, kolommen];
}

const statusVan = ({ publicatie: p, reikwijdte }: Vindbaar): 'COMPLETED' | 'DEPRECATED' | 'WITHDRAWN' =>
  !reikwijdte ? 'WITHDRAWN' : p.vervangenDoor === null ? 'COMPLETED' : 'DEPRECATED';

const vervanger = (g: Dcatgrond, p: Publicatie): string =>
  g.basis + publicatiepad(p.regio, p.vervangenDoor ?? p.code);

/** The release itself. A withdrawn one stays described, as withdrawn, and has no files. */
function dataset(g: Dcatgrond, v: Vindbaar, bestanden: readonly Rdfding[]): Rdfding {
  const a = adressen(g);
  const { publicatie: p, reikwijdte } = v;
  const hier = a.publicatie(p);
  const trefwoorden = [...t.trefwoorden, ...namenVan(g, v), ...(reikwijdte?.plaatsen ?? [])];
  return ding(
    `${hier}#dataset`,
    ['dcat:Dataset'],
    nl('dct:title', p.titel),
    nl('dct:description', uitleg(g, v)),
    ['dct:identifier', { tekst: hier }],
    ...gemeenschappelijk(g),
    naar('dct:accessRights', OPENBAAR),
    ...THEMAS,
    ...[...new Set(trefwoorden)].map(w => nl('dcat:keyword', w)),
    dag('dct:issued', uitgegeven(p)),
    dag('dct:modified', gewijzigd(p)),
    naar('dct:accrualPeriodicity', NOOIT),
    ['dcat:version', { tekst: '1' }],
    naar('adms:status', `${STATUS}/${statusVan(v)}`),
    ...(reikwijdte ? [] : [nl('adms:versionNotes', t.ingetrokken(p.redenIntrekking ?? ''))]),
    ...(reikwijdte && p.vervangenDoor ? [nl('adms:versionNotes', t.vervangen(vervanger(g, p)))] : []),
    naar('dct:spatial', NEDERLAND),
    naar('dct:spatial', a.gebied),
    ...(reikwijdte ? [naar('dct:temporal', `${hier}#periode`)] : []),
    naar('dcat:landingPage', hier),
    ...bestanden
      .filter(b => b.soorten.includes('dcat:Distribution'))
      .map(b => naar('dcat:distribution', b.adres)),
  );
}

const periode = (hier: string, { van, tot }: Publicatiereikwijdte): Rdfding =>
  ding(`${hier}#periode`, ['dct:PeriodOfTime'], dag('dcat:startDate', van), dag('dcat:endDate', tot));

/** A release with its record in the catalogue, its period and its files. */
function datasetVan(g: Dcatgrond, v: Vindbaar): Rdfding[] {
  const { publicatie: p, reikwijdte } = v;
  const hier = adressen(g).publicatie(p);
  const bestanden = reikwijdte ? bestandenVan(g, p) : [];
  const beschrijving = ding(
    `${hier}#beschrijving`,
    ['dcat:CatalogRecord'],
    naar('foaf:primaryTopic', `${hier}#dataset`),
    naar('dct:language', NEDERLANDS),
    naar('dct:conformsTo', PROFIEL),
    dag('dct:issued', uitgegeven(p)),
    dag('dct:modified', gewijzigd(p)),
  );
  return [
    dataset(g, v, bestanden),
    beschrijving,
    ding(hier, ['foaf:Document']),
    ...(reikwijdte ? [periode(hier, reikwijdte)] : []),
    ...bestanden,
  ];
}

/** Values of lists, with the kind that the profile asks for, so that the description can be judged on its own. */
function waarden(bestanden: boolean): Rdfding[] {
  const begrip = (adres: string, naam: string) => ding(adres, ['skos:Concept'], nl('skos:prefLabel', naam));
  return [
    begrip(`${THEMA}/SOCI`, t.namen.SOCI),
    begrip(`${THEMA}/JUST`, t.namen.JUST),
    begrip(`${STATUS}/COMPLETED`, t.namen.COMPLETED),
    begrip(`${STATUS}/WITHDRAWN`, t.namen.WITHDRAWN),
    begrip(`${STATUS}/DEPRECATED`, t.namen.DEPRECATED),
    ding(OPENBAAR, ['dct:RightsStatement']),
    ding(NEDERLANDS, ['dct:LinguisticSystem']),
    ding(NEDERLAND, ['dct:Location']),
    ding(NOOIT, ['dct:Frequency']),
    ding(PROFIEL, ['dct:Standard'], nl('dct:title', t.profiel)),
    ding(LICENTIE, ['dct:LicenseDocument']),
    ding(LICENTIE_ONBEKEND, ['dct:LicenseDocument'], nl('dct:title', t.licentieOnbekend)),
    ...(bestanden
      ? BESTANDEN.flatMap(b => [
          ding(`${EU}file-type/${b.soort}`, ['dct:MediaTypeOrExtent']),
          ding(`${IANA}/${b.type}`, ['dct:MediaType']),
        ])
      : []),
  ];
}

function service(g: Dcatgrond, lijst: readonly Vindbaar[]): Rdfding {
  const a = adressen(g);
  return ding(
    a.service,
    ['dcat:DataService'],
    nl('dct:title', t.api),
    nl('dct:description', t.apiUitleg),
    ['dct:identifier', { tekst: a.api }],
    ...gemeenschappelijk(g),
    naar('dct:accessRights', OPENBAAR),
    ...THEMAS,
    naar('dct:license', LICENTIE),
    naar('dcat:endpointURL', a.api),
    naar('dcat:endpointDescription', `${a.api}/openapi.json`),
    ...lijst
      .filter(v => v.reikwijdte)
      .map(v => naar('dcat:servesDataset', `${a.publicatie(v.publicatie)}#dataset`)),
  );
}

function rondom(g: Dcatgrond, lijst: readonly Vindbaar[]): Rdfding[] {
  const a = adressen(g);
  const inDruk = lijst.some(v => v.reikwijdte);
  return [
    ding(a.uitgever, ['foaf:Agent'], nl('foaf:name', g.regio.naam)),
    ding(a.contact, ['vcard:Kind'], nl('vcard:fn', t.contact(g.regio.naam)), naar('vcard:hasURL', a.regio)),
    ding(a.gebied, ['dct:Location'], nl('skos:prefLabel', g.regio.naam)),
    ...(inDruk ? [service(g, lijst)] : []),
    ...waarden(inDruk),
  ];
}

/** The description of one release. */
export function publicatiegraaf(g: Dcatgrond, v: Vindbaar): Rdfgraaf {
  return { voorvoegsels: VOORVOEGSELS, dingen: [...datasetVan(g, v), ...rondom(g, [v])] };
}

/** The catalogue of a region: all its releases. @throws RangeError for none: the profile knows no empty catalogue. */
export function catalogusgraaf(g: Dcatgrond, lijst: readonly Vindbaar[]): Rdfgraaf {
  if (lijst.length === 0) throw new RangeError('a catalogue has at least one dataset');
  const a = adressen(g);
  const dagen = lijst.map(v => gewijzigd(v.publicatie)).toSorted();
  const hier = (v: Vindbaar, deel: string) => `${a.publicatie(v.publicatie)}#${deel}`;
  const catalogus = ding(
    `${a.lijst}#catalogus`,
    ['dcat:Catalog'],
    nl('dct:title', t.catalogus(g.regio.naam)),
    nl('dct:description', t.catalogusUitleg(g.regio.naam)),
    ...gemeenschappelijk(g),
    naar('foaf:homepage', a.lijst),
    naar('dct:license', LICENTIE),
    dag('dct:issued', lijst.map(v => uitgegeven(v.publicatie)).toSorted()[0] ?? ''),
    dag('dct:modified', dagen.at(-1) ?? ''),
    naar('dct:spatial', NEDERLAND),
    naar('dct:spatial', a.gebied),
    naar('dcat:themeTaxonomy', THEMA),
    ...lijst.map(v => naar('dcat:dataset', hier(v, 'dataset'))),
    ...lijst.map(v => naar('dcat:record', hier(v, 'beschrijving'))),
    ...(lijst.some(v => v.reikwijdte) ? [naar('dcat:service', a.service)] : []),
  );
  return {
    voorvoegsels: VOORVOEGSELS,
    dingen: [
      catalogus,
      ding(a.lijst, ['foaf:Document']),
      ding(THEMA, ['skos:ConceptScheme'], nl('dct:title', t.namen.THEMAS)),
      ...lijst.flatMap(v => datasetVan(g, v)),
      ...rondom(g, lijst),
    ],
  };
}
