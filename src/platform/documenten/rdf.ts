/** What something in a graph (RDF) has: another thing, by its address, or a text with its language or kind. */
export type Rdfwaarde =
  | { readonly naar: string }
  | { readonly tekst: string; readonly taal?: string; readonly soort?: string };

/** One thing with its kinds and what it has. Addresses are whole, or begin with one of the prefixes: 'dct:title'. */
export interface Rdfding {
  readonly adres: string;
  readonly soorten: readonly string[];
  readonly heeft: readonly (readonly [eigenschap: string, waarde: Rdfwaarde])[];
}

export interface Rdfgraaf {
  readonly voorvoegsels: Readonly<Record<string, string>>;
  readonly dingen: readonly Rdfding[];
}

/** Characters that an address in Turtle may not have (IRIREF); what is written by a machine never has them. */
const geenAdres = (adres: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that the grammar forbids
  !/^[a-z][a-z0-9+.-]*:/i.test(adres) || /[\u0000-\u0020<>"{}|^`\\]/.test(adres);

function heel(g: Rdfgraaf, adres: string): string {
  const [, voor = '', rest = ''] = /^([a-z]+):(.*)$/.exec(adres) ?? [];
  const ruimte = g.voorvoegsels[voor];
  const uit = ruimte === undefined ? adres : ruimte + rest;
  if (geenAdres(uit)) throw new RangeError(`no address for a graph: ${uit}`);
  return uit;
}

const ONTSNAPT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};
const ontsnap = (t: string): string => t.replace(/["\\\n\r\t\b\f]/g, x => ONTSNAPT[x] ?? x);

/** The graph in Turtle (W3C). Every address is written whole but for those with a prefix. */
export function alsTurtle(g: Rdfgraaf): string {
  const adres = (a: string) =>
    Object.hasOwn(g.voorvoegsels, a.split(':')[0] ?? '') && /^[a-z]+:[A-Za-z]+$/.test(a)
      ? a
      : `<${heel(g, a)}>`;
  const waarde = (w: Rdfwaarde) => {
    if ('naar' in w) return adres(w.naar);
    const kern = `"${ontsnap(w.tekst)}"`;
    if (w.taal) return `${kern}@${w.taal}`;
    return w.soort ? `${kern}^^${adres(w.soort)}` : kern;
  };
  const kop = Object.entries(g.voorvoegsels).map(([v, ruimte]) => `@prefix ${v}: <${ruimte}> .`);
  const dingen = g.dingen.map(d => {
    const regels = [
      `a ${d.soorten.map(adres).join(', ')}`,
      ...d.heeft.map(([e, w]) => `${adres(e)} ${waarde(w)}`),
    ];
    return `${adres(d.adres)} ${regels.join(' ;\n  ')} .`;
  });
  return `${[...kop, '', ...dingen].join('\n')}\n`;
}

/** The graph as JSON-LD with its own context: nothing has to be fetched to read it. */
export function alsJsonLd(g: Rdfgraaf): object {
  const waarde = (w: Rdfwaarde) => {
    if ('naar' in w) return { '@id': heel(g, w.naar) };
    if (w.taal) return { '@value': w.tekst, '@language': w.taal };
    return w.soort ? { '@value': w.tekst, '@type': w.soort } : { '@value': w.tekst };
  };
  return {
    '@context': g.voorvoegsels,
    '@graph': g.dingen.map(d => ({
      '@id': heel(g, d.adres),
      '@type': d.soorten,
      ...Object.fromEntries(
        [...Map.groupBy(d.heeft, ([e]) => e)].map(([e, lijst]) => [e, lijst.map(([, w]) => waarde(w))]),
      ),
    })),
  };
}
