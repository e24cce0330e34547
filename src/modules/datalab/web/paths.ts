import { indicatorSlug } from '../domain/indicator.ts';

/** Addresses of this room, in Dutch; `adres(c, pad)` puts them in the language of the page. */
export const paden = {
  regio: (regio: string) => `/regio/${regio}`,
  cijfers: (regio: string) => `/regio/${regio}/cijfers`,
  indicator: (regio: string, code: string) => `/regio/${regio}/cijfers/${indicatorSlug(code)}`,
  kwaliteit: (regio: string) => `/regio/${regio}/cijfers/kwaliteit`,
  gemeente: (regio: string, slug: string) => `/regio/${regio}/gemeente/${slug}`,
  vergelijk: (regio: string, code: string) => `/regio/${regio}/vergelijk/${indicatorSlug(code)}`,
  datalab: () => '/datalab',
  invoer: () => '/datalab/invoer',
  inlezing: (id: string) => `/datalab/invoer/${id}`,
};

/** An address with a query; values that are left out are not in it. */
export function metKeuzes(pad: string, keuzes: Readonly<Record<string, string | undefined>>): string {
  const q = new URLSearchParams(
    Object.entries(keuzes).filter((p): p is [string, string] => p[1] !== undefined && p[1] !== ''),
  ).toString();
  return q === '' ? pad : `${pad}?${q}`;
}
