import { indicatorSlug } from '../domain/indicator.ts';
import { publicatiepad, publicatiespad } from '../domain/publicatie.ts';

/** Addresses of this room, in Dutch; `adres(c, pad)` puts them in the language of the page. */
export const paden = {
  regio: (regio: string) => `/regio/${regio}`,
  cijfers: (regio: string) => `/regio/${regio}/cijfers`,
  indicator: (regio: string, code: string) => `/regio/${regio}/cijfers/${indicatorSlug(code)}`,
  catalogus: (regio: string) => `/regio/${regio}/cijfers/indicatoren`,
  metingen: (regio: string) => `/regio/${regio}/metingen`,
  meting: (regio: string, slug: string) => `/regio/${regio}/metingen/${slug}`,
  kwaliteit: (regio: string) => `/regio/${regio}/cijfers/kwaliteit`,
  gemeente: (regio: string, slug: string) => `/regio/${regio}/gemeente/${slug}`,
  vergelijk: (regio: string, code: string) => `/regio/${regio}/vergelijk/${indicatorSlug(code)}`,
  publicaties: publicatiespad,
  publicatie: publicatiepad,
  /** Below the interface for programs. */
  publicatiesapi: (regio: string) => `/regios/${regio}/publicaties`,
  publicatieapi: (regio: string, code: string) => `/regios/${regio}/publicaties/${code}`,
  documenten: (regio: string) => `/regio/${regio}/documenten`,
  document: (regio: string, code: string) => `/regio/${regio}/documenten/${code}`,
  regios: () => '/regios/cijfers',
  regiosNaastElkaar: (code: string) => `/regios/cijfers/${indicatorSlug(code)}`,
  datalab: () => '/datalab',
  publicatiewerk: () => '/datalab/publicaties',
  overnemen: () => '/datalab/publicaties/overnemen',
  nieuwePublicatie: () => '/datalab/publicaties/nieuw',
  conceptpublicatie: (id: string) => `/datalab/publicaties/${id}`,
  documentwerk: () => '/datalab/documenten',
  nieuwDocument: () => '/datalab/documenten/nieuw',
  conceptdocument: (id: string) => `/datalab/documenten/${id}`,
  invoer: () => '/datalab/invoer',
  stelMetingVast: () => '/datalab/metingen',
  sjabloon: (code: string) => `/datalab/invoer/sjabloon/${code}.xlsx`,
  waarschuwingen: () => '/datalab/waarschuwingen',
  waarschuwing: (id: string) => `/datalab/waarschuwingen/${id}`,
  gebeurtenissen: () => '/datalab/gebeurtenissen',
  gebeurtenisWeg: (id: string) => `/datalab/gebeurtenissen/${id}/weg`,
  inlezing: (id: string) => `/datalab/invoer/${id}`,
  termijnen: () => '/datalab/termijnen',
  termijninvoer: () => '/datalab/termijnen/invoer',
  termijnnormen: (regio: string) => `/datalab/termijnen/normen/${regio}`,
};

/** An address with a query; values that are left out are not in it. */
export function metKeuzes(pad: string, keuzes: Readonly<Record<string, string | undefined>>): string {
  const q = new URLSearchParams(
    Object.entries(keuzes).filter((p): p is [string, string] => p[1] !== undefined && p[1] !== ''),
  ).toString();
  return q === '' ? pad : `${pad}?${q}`;
}
