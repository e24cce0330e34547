export { type Cel, type Celvorm, herstel, ontwapen } from './celtekst.ts';
export { maakCsv } from './csv.ts';
export { maakDocx } from './docx.ts';
export { leesTabel } from './leestabel.ts';
export {
  type Blok,
  type Briefkop,
  controleerDocument,
  type Document,
  DocumentFout,
  type Stuk,
  type Tabelblok,
  type Tekst,
} from './model.ts';
export { maakPdf } from './pdf.ts';
export { alsJsonLd, alsTurtle, type Rdfding, type Rdfgraaf, type Rdfwaarde } from './rdf.ts';
export { TABELGRENZEN, type Tabelblad, type Tabelcode, type Tabelrij } from './tabelvorm.ts';
export { type Blad, maakXlsx } from './xlsx.ts';
export { maakZip, type Zipbestand } from './zipschrijf.ts';
