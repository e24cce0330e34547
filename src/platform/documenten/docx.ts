import {
  AlignmentType,
  Document as Bestand,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { blok, briefkop, regels, type Werk } from './docxblokken.ts';
import { LIJSTEN, stijlen } from './docxstijl.ts';
import { controleerDocument, type Document, metTeksten, zonderStuurtekens } from './model.ts';
import { documentteksten } from './teksten.ts';

function voet(doc: Document, w: Werk): Footer {
  const children = [
    new TextRun({
      size: 17,
      children: [w.woorden.pagina, ' ', PageNumber.CURRENT, ` ${w.woorden.van} `, PageNumber.TOTAL_PAGES],
    }),
  ];
  const tekst =
    doc.voettekst === undefined ? [] : [new Paragraph({ children: regels(doc.voettekst, { size: 17 }) })];
  return new Footer({ children: [...tekst, new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

/**
 * Makes an editable text document (Office Open XML) with real headings, lists, table heads that repeat, captions
 * and texts with pictures, in the document's language. Throws DocumentFout when the document lacks what
 * accessibility asks. Pictures are SVG: a word processor that shows none gets a white space with the text.
 */
export async function maakDocx(doc: Document): Promise<Uint8Array> {
  controleerDocument(doc);
  const d = metTeksten(doc, zonderStuurtekens);
  const w: Werk = { taal: d.taal, woorden: documentteksten[d.taal], tabellen: 0, figuren: 0, lijsten: 0 };
  const hoofd = d.blokken.flatMap(b => (b.soort === 'briefkop' ? briefkop(b, w) : []));
  const gegevens = d.metagegevens.map(
    m =>
      new Paragraph({
        spacing: { after: 40 },
        children: [...regels(`${m.label}: `, { bold: true }), ...regels(m.waarde)],
      }),
  );
  const bestand = new Bestand({
    title: d.titel,
    creator: '',
    lastModifiedBy: '',
    ...(d.onderwerp === undefined ? {} : { subject: d.onderwerp, description: d.onderwerp }),
    styles: stijlen(d.taal),
    numbering: { config: LIJSTEN },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1361, bottom: 1474, left: 1361, right: 1361 },
          },
        },
        footers: { default: voet(d, w) },
        children: [
          ...hoofd,
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: regels(d.titel) }),
          ...gegevens,
          ...d.blokken.flatMap(b => blok(b, w)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(bestand));
}
