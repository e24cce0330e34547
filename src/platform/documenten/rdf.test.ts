import fc from 'fast-check';
import jsonld from 'jsonld';
import { Parser, type Quad, Writer } from 'n3';
import { expect, test } from 'vitest';
import { alsJsonLd, alsTurtle, type Rdfgraaf } from './rdf.ts';

const voorvoegsels = { dct: 'http://purl.org/dc/terms/', xsd: 'http://www.w3.org/2001/XMLSchema#' };
const zonderVolgorde = (quads: readonly Quad[]) =>
  new Writer()
    .quadsToString([...quads])
    .split('\n')
    .sort();

/** Two parsers that share nothing with the writer. */
const uitTurtle = (g: Rdfgraaf) => zonderVolgorde(new Parser({ format: 'text/turtle' }).parse(alsTurtle(g)));
async function uitJsonLd(g: Rdfgraaf): Promise<string[]> {
  const nquads = await jsonld.toRDF(alsJsonLd(g) as jsonld.JsonLdDocument, { format: 'application/n-quads' });
  return zonderVolgorde(new Parser({ format: 'N-Quads' }).parse(nquads as unknown as string));
}

const graaf = (tekst: string, adres = 'https://regio.voorbeeld.invalid/a'): Rdfgraaf => ({
  voorvoegsels,
  dingen: [
    {
      adres,
      soorten: ['dct:Agent'],
      heeft: [
        ['dct:title', { tekst, taal: 'nl' }],
        ['dct:title', { tekst }],
        ['dct:issued', { tekst: '2026-11-29', soort: 'xsd:date' }],
        ['dct:creator', { naar: `${adres}#b.c` }],
      ],
    },
  ],
});

// @eis B4.6
test('wet: wat er ook in een tekst staat, Turtle en JSON-LD geven dezelfde graaf, met precies die tekst', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async tekst => {
      const heel = tekst.toWellFormed();
      const g = graaf(heel);
      const turtle = uitTurtle(g);
      expect(turtle).toEqual(await uitJsonLd(g));
      const titels = new Parser()
        .parse(alsTurtle(g))
        .filter(q => q.predicate.value === `${voorvoegsels.dct}title`);
      expect(titels.map(q => q.object.value)).toEqual([heel, heel]);
    }),
    { numRuns: 200 },
  );
});

test('een adres dat geen adres is wordt geweigerd en niet geschreven', () => {
  for (const adres of ['https://a/> . <https://b', 'geen adres', 'https://a/"b"', 'https://a/\n']) {
    expect(() => alsTurtle(graaf('x', adres))).toThrow(RangeError);
    expect(() => alsJsonLd(graaf('x', adres))).toThrow(RangeError);
  }
});
