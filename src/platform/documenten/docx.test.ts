import { describe, expect, test } from 'vitest';
import { type Blok, type Document, DocumentFout, maakDocx } from './index.ts';
import { leesZip } from './zip.ts';

const doc = (blokken: Blok[], rest: Partial<Document> = {}): Document => ({
  titel: 'Proefverslag',
  taal: 'nl',
  metagegevens: [{ label: 'Datum', waarde: '2 maart 2026' }],
  blokken,
  ...rest,
});
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="30" height="10"/></svg>';

async function open(d: Document) {
  const delen = leesZip(await maakDocx(d), 50_000_000);
  const deel = (naam: string) => delen.get(naam)?.toString('utf8') ?? '';
  return { delen, deel, tekst: deel('word/document.xml') };
}
/** The paragraphs with their style and words, as a word processor shows them. */
const alineas = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([p]) => ({
    stijl: /<w:pStyle w:val="([^"]+)"/.exec(p)?.[1] ?? null,
    tekst: [...p.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)].map(m => m[1] ?? '\n').join(''),
  }));

// @eis A3.8
describe('tekstdocument om in verder te schrijven', () => {
  test('heeft echte koppen, tabelkop, bijschriften, lijsten en tekst bij beeld', async () => {
    const { delen, tekst } = await open(
      doc([
        { soort: 'kop', niveau: 2, tekst: 'Cijfers' },
        { soort: 'kop', niveau: 3, tekst: 'Per gemeente' },
        { soort: 'lijst', punten: ['een', 'twee'] },
        { soort: 'lijst', genummerd: true, punten: ['eerst'] },
        {
          soort: 'tabel',
          kop: ['Gemeente', 'Aantal'],
          rijen: [['Gouda', 1234.5]],
          bijschrift: 'Aantallen',
          numeriek: [1],
        },
        { soort: 'afbeelding', svg, alt: 'Een balk van dertig', bijschrift: 'Balk', breedte: 50 },
        { soort: 'citaat', tekst: 'Zo is het.', bron: 'Kamerbrief' },
      ]),
    );
    const p = alineas(tekst);
    expect(p).toContainEqual({ stijl: 'Heading1', tekst: 'Proefverslag' });
    expect(p).toContainEqual({ stijl: 'Heading2', tekst: 'Cijfers' });
    expect(p).toContainEqual({ stijl: 'Heading3', tekst: 'Per gemeente' });
    expect(p).toContainEqual({ stijl: 'Caption', tekst: 'Tabel 1: Aantallen' });
    expect(p).toContainEqual({ stijl: 'Caption', tekst: 'Figuur 1: Balk' });
    expect(p).toContainEqual({ stijl: 'Quote', tekst: 'Zo is het.\n— Kamerbrief' });
    expect(p.map(a => a.tekst)).toContain('1.234,5');
    expect(tekst.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(tekst.match(/<w:numPr>/g)).toHaveLength(3);
    expect(tekst).toContain('descr="Een balk van dertig"');
    expect([...delen.keys()].filter(n => n.endsWith('.svg'))).toHaveLength(1);
    // 306 by 153 pixels at 9525 units each: the picture keeps its shape.
    expect(tekst).toContain(`cx="${306 * 9525}" cy="${153 * 9525}"`);
  });

  test.each(['nl', 'en'] as const)('is in de taal van het document: %s', async taal => {
    const { deel } = await open(doc([], { taal }));
    expect(deel('word/styles.xml')).toContain(`<w:lang w:val="${taal === 'nl' ? 'nl-NL' : 'en-GB'}"`);
  });

  test('noemt zijn titel en niet wie het maakte', async () => {
    const { deel } = await open(doc([]));
    expect(deel('docProps/core.xml')).toContain('<dc:title>Proefverslag</dc:title>');
    expect(deel('docProps/core.xml')).not.toMatch(/Un-named|docx/);
  });

  test('een brief begint met afzender, ontvanger en kenmerk, de voet noemt wie afdrukte', async () => {
    const kop: Blok = {
      soort: 'briefkop',
      afzender: ['Regio'],
      ontvanger: ['R. Proef', 'Straat 1'],
      plaatsDatum: 'Gouda, 2 maart',
      kenmerk: 'K1',
    };
    const { delen, tekst } = await open(
      doc([{ soort: 'alinea', tekst: 'Beste' }, kop], { voettekst: 'Afgedrukt door een proef' }),
    );
    expect(
      alineas(tekst)
        .slice(0, 4)
        .map(a => a.tekst),
    ).toEqual(['Regio', 'R. Proef\nStraat 1', 'Gouda, 2 maart\nKenmerk: K1', 'Proefverslag']);
    const voeten = [...delen].filter(([n]) => /^word\/footer\d*\.xml$/.test(n)).map(([, b]) => b.toString());
    expect(voeten.join('')).toContain('Afgedrukt door een proef');
    expect(voeten.join('')).toContain('NUMPAGES');
  });

  // @eis A5.3
  test.each([
    '</w:t><w:br/>',
    '<script>alert(1)</script>',
    '&amp; &#x0; ]]>',
    '{ DDEAUTO c:\\x }',
    '\u0000\u0007\u202eabc',
  ])('tekst van gebruikers blijft tekst: %j', async aanval => {
    const { tekst } = await open(
      doc(
        [
          { soort: 'alinea', tekst: aanval },
          { soort: 'tabel', kop: [aanval], rijen: [[aanval]] },
        ],
        { titel: `T ${aanval}` },
      ),
    );
    const verwacht = aanval
      .replaceAll('\u0000\u0007\u202e', '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;');
    const gelezen = alineas(tekst).map(a => a.tekst);
    expect(gelezen.filter(t => t === verwacht)).toHaveLength(3);
    expect(tekst).not.toMatch(/<script|<w:fldSimple|<w:instrText/);
  });

  test('een link gaat naar een adres en naar niets anders', async () => {
    const link = (naar: string) => doc([{ soort: 'alinea', tekst: [{ tekst: 'de wet', naar }] }]);
    const { deel } = await open(link('https://voorbeeld.invalid/wet'));
    expect(deel('word/_rels/document.xml.rels')).toContain('Target="https://voorbeeld.invalid/wet"');
    await expect(maakDocx(link('file:///etc/passwd'))).rejects.toThrow(DocumentFout);
  });
});
