// What DCAT-AP-NL 3.0 asks of a description, as a table with the source of every rule, and a judge that knows nothing of
// what writes it: it sees triples only.
import type { Quad } from 'n3';

const RUIMTE: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
export const voluit = (kort: string): string => kort.replace(/^([a-z]+):/, (_, v: string) => RUIMTE[v] ?? '');
const SOORT = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Kind, property, least, most, and where it is written. */
export type Regel = readonly [soort: string, eigenschap: string, min: number, max: number, bron: string];

/** Geonovum, DCAT-AP-NL 3.0.0, shapes/300/dcat-ap-nl-SHACL.ttl: name of the shape. */
const NL = (naam: string) => `DCAT-AP-NL 3.0.0, ${naam}`;
/** SEMIC, DCAT-AP 3.0.0, on which the profile builds ("alle regels zijn nog steeds van toepassing"): class and property. */
const AP = (naam: string) => `DCAT-AP 3.0.0, ${naam}`;
const VEEL = Number.POSITIVE_INFINITY;

export const REGELS: readonly Regel[] = [
  ['dcat:Catalog', 'dct:title', 1, VEEL, AP('Catalogue.title')],
  ['dcat:Catalog', 'dct:description', 1, VEEL, AP('Catalogue.description')],
  ['dcat:Catalog', 'dct:publisher', 1, 1, AP('Catalogue.publisher')],
  ['dcat:Catalog', 'dcat:contactPoint', 1, 1, NL('CatalogShape_contactPoint_minCount, _maxCount')],
  ['dcat:Catalog', 'dcat:dataset', 1, VEEL, NL('CatalogShape_dataset_minCount')],
  ['dcat:Catalog', 'dct:creator', 0, 1, AP('Catalogue.creator')],
  ['dcat:Catalog', 'foaf:homepage', 0, 1, AP('Catalogue.homepage')],
  ['dcat:Catalog', 'dct:license', 0, 1, AP('Catalogue.licence')],
  ['dcat:Catalog', 'dct:issued', 0, 1, AP('Catalogue.releasedate')],
  ['dcat:Catalog', 'dct:modified', 0, 1, AP('Catalogue.modificationdate')],
  ['dcat:CatalogRecord', 'foaf:primaryTopic', 1, 1, AP('CatalogueRecord.primarytopic')],
  ['dcat:CatalogRecord', 'dct:modified', 1, 1, AP('CatalogueRecord.modificationdate')],
  ['dcat:CatalogRecord', 'dct:issued', 0, 1, AP('CatalogueRecord.listingdate')],
  ['dcat:CatalogRecord', 'dct:language', 1, VEEL, NL('CatalogRecordShape_language_minCount')],
  ['dcat:Dataset', 'dct:title', 1, VEEL, AP('Dataset.title')],
  ['dcat:Dataset', 'dct:description', 1, VEEL, AP('Dataset.description')],
  ['dcat:Dataset', 'dct:accessRights', 1, 1, NL('DatasetShape_accessRights_minCount')],
  ['dcat:Dataset', 'dcat:contactPoint', 1, 1, NL('DatasetShape_contactPoint_minCount, _maxCount')],
  ['dcat:Dataset', 'dct:creator', 1, VEEL, NL('DatasetShape_creator_minCount')],
  ['dcat:Dataset', 'dct:identifier', 1, 1, NL('DatasetShape_identifier_minCount, _maxCount')],
  ['dcat:Dataset', 'dct:publisher', 1, 1, NL('DatasetShape_publisher_minCount')],
  ['dcat:Dataset', 'dcat:theme', 1, VEEL, NL('DatasetShape_theme_minCount')],
  ['dcat:Dataset', 'adms:status', 0, 1, NL('DatasetShape_status_maxCount')],
  ['dcat:Dataset', 'dcat:version', 0, 1, NL('DatasetShape_version_maxCount')],
  ['dcat:Dataset', 'dct:accrualPeriodicity', 0, 1, AP('Dataset.frequency')],
  ['dcat:Dataset', 'dct:issued', 0, 1, AP('Dataset.releasedate')],
  ['dcat:Dataset', 'dct:modified', 0, 1, AP('Dataset.modificationdate')],
  ['dcat:Distribution', 'dcat:accessURL', 1, 1, NL('DistributionShape_accessURL_maxCount')],
  ['dcat:Distribution', 'dct:license', 1, 1, NL('DistributionShape_license_minCount')],
  ['dcat:Distribution', 'dcat:downloadURL', 0, 1, NL('DistributionShape_downloadURL_maxCount')],
  ['dcat:Distribution', 'dcat:accessService', 0, 1, NL('DistributionShape_accessService_maxCount')],
  // Conditional in the profile (DistributionShape_format_opt, _mediaType_opt): there is a file, so they are asked for.
  ['dcat:Distribution', 'dct:format', 1, 1, NL('DistributionShape_format_opt')],
  ['dcat:Distribution', 'dcat:mediaType', 1, 1, NL('DistributionShape_mediaType_opt')],
  ['dcat:DataService', 'dct:title', 1, VEEL, AP('DataService.title')],
  ['dcat:DataService', 'dcat:endpointURL', 1, 1, NL('DataServiceShape_endpointURL_maxCount')],
  ['dcat:DataService', 'dcat:endpointDescription', 1, 1, NL('DataServiceShape_endpointDescription_minCount')],
  ['dcat:DataService', 'dct:accessRights', 1, 1, NL('DataServiceShape_accessRights_minCount')],
  ['dcat:DataService', 'dcat:contactPoint', 1, 1, NL('DataServiceShape_contactPoint_minCount, _maxCount')],
  ['dcat:DataService', 'dct:creator', 0, 1, NL('DataServiceShape_creator_maxCount')],
  ['dcat:DataService', 'dct:description', 1, VEEL, NL('DataServiceShape_description_minCount')],
  ['dcat:DataService', 'dct:identifier', 1, 1, NL('DataServiceShape_identifier_minCount, _maxCount')],
  ['dcat:DataService', 'dct:license', 1, 1, NL('DataServiceShape_license_minCount')],
  ['dcat:DataService', 'dct:publisher', 1, 1, NL('DataServiceShape_publisher_minCount, _maxCount')],
  ['dcat:DataService', 'dcat:theme', 1, VEEL, NL('DataServiceShape_theme_minCount')],
  ['foaf:Agent', 'foaf:name', 1, VEEL, AP('Agent.name')],
  ['skos:Concept', 'skos:prefLabel', 1, VEEL, AP('Concept.preferredlabel')],
  ['skos:ConceptScheme', 'dct:title', 1, VEEL, AP('ConceptScheme.title')],
  ['dct:PeriodOfTime', 'dcat:startDate', 0, 1, AP('PeriodOfTime.startdate')],
  ['dct:PeriodOfTime', 'dcat:endDate', 0, 1, AP('PeriodOfTime.enddate')],
];

/** What a property may point at: kind of the thing (range of the class), from the same two documents. */
export const BEREIK: Readonly<Record<string, string>> = {
  'dct:publisher': 'foaf:Agent',
  'dct:creator': 'foaf:Agent',
  'dcat:contactPoint': 'vcard:Kind',
  'dct:accessRights': 'dct:RightsStatement',
  'dcat:theme': 'skos:Concept',
  'adms:status': 'skos:Concept',
  'dcat:themeTaxonomy': 'skos:ConceptScheme',
  'dct:language': 'dct:LinguisticSystem',
  'dct:license': 'dct:LicenseDocument',
  'dct:accrualPeriodicity': 'dct:Frequency',
  'dct:spatial': 'dct:Location',
  'dct:temporal': 'dct:PeriodOfTime',
  'dct:conformsTo': 'dct:Standard',
  'dct:format': 'dct:MediaTypeOrExtent',
  'dcat:mediaType': 'dct:MediaType',
  'dcat:distribution': 'dcat:Distribution',
  'dcat:dataset': 'dcat:Dataset',
  'dcat:record': 'dcat:CatalogRecord',
  'dcat:service': 'dcat:DataService',
  'dcat:accessService': 'dcat:DataService',
  'dcat:servesDataset': 'dcat:Dataset',
  'foaf:primaryTopic': 'dcat:Dataset',
  'foaf:homepage': 'foaf:Document',
  'dcat:landingPage': 'foaf:Document',
};

/** Lists of values of the EU from which a property must take its value (chapter 'Waardelijsten' of the profile). */
export const WAARDELIJSTEN: Readonly<Record<string, string>> = {
  'dcat:theme': 'http://publications.europa.eu/resource/authority/data-theme/',
  'dct:accrualPeriodicity': 'http://publications.europa.eu/resource/authority/frequency/',
  'dct:format': 'http://publications.europa.eu/resource/authority/file-type/',
  'dct:language': 'http://publications.europa.eu/resource/authority/language/',
  'dct:accessRights': 'http://publications.europa.eu/resource/authority/access-right/',
  'adms:status': 'http://publications.europa.eu/resource/authority/dataset-status/',
  'dcat:mediaType': 'https://www.iana.org/assignments/media-types/',
};

const vanSoort = (quads: readonly Quad[], soort: string): string[] =>
  quads.flatMap(q =>
    q.predicate.value === SOORT && q.object.value === voluit(soort) ? [q.subject.value] : [],
  );
const heeft = (quads: readonly Quad[], ding: string, eigenschap: string): Quad[] =>
  quads.filter(q => q.subject.value === ding && q.predicate.value === voluit(eigenschap));

/** What is wrong with a description; empty: nothing that the table knows. */
export function dcatfouten(quads: readonly Quad[]): string[] {
  const aantallen = REGELS.flatMap(([soort, eigenschap, min, max, bron]) =>
    vanSoort(quads, soort).flatMap(ding => {
      const n = heeft(quads, ding, eigenschap).length;
      return n < min || n > max ? [`${ding}: ${n} keer ${eigenschap} (${bron})`] : [];
    }),
  );
  const bereik = Object.entries(BEREIK).flatMap(([eigenschap, soort]) => {
    const goed = new Set(vanSoort(quads, soort));
    return quads
      .filter(q => q.predicate.value === voluit(eigenschap) && !goed.has(q.object.value))
      .map(q => `${q.subject.value}: ${eigenschap} is geen ${soort} (${q.object.value})`);
  });
  const lijsten = Object.entries(WAARDELIJSTEN).flatMap(([eigenschap, begin]) =>
    quads
      .filter(q => q.predicate.value === voluit(eigenschap) && !q.object.value.startsWith(begin))
      .map(q => `${q.subject.value}: ${eigenschap} niet uit ${begin}`),
  );
  return [...aantallen, ...bereik, ...lijsten];
}

/** The same description without what a rule asks for. */
export const zonder = (quads: readonly Quad[], [soort, eigenschap]: Regel): Quad[] => {
  const dingen = new Set(vanSoort(quads, soort));
  return quads.filter(q => !(dingen.has(q.subject.value) && q.predicate.value === voluit(eigenschap)));
};
