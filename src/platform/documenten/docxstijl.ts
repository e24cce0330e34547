import { AlignmentType, LevelFormat } from 'docx';
import type { Document } from './model.ts';

const LETTER = 'Calibri';
export const OPSOMMING = 'opsomming';
export const NUMMERING = 'nummering';

const kopstijl = (size: number) => ({
  run: { size, bold: true, color: '1A1A1A', font: LETTER },
  paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
});

/** Styles of the word processor, with the language that its spelling check uses. */
export function stijlen(taal: Document['taal']) {
  return {
    default: {
      document: {
        run: { font: LETTER, size: 22, language: { value: taal === 'nl' ? 'nl-NL' : 'en-GB' } },
        paragraph: { spacing: { after: 160, line: 288 } },
      },
      heading1: kopstijl(40),
      heading2: kopstijl(30),
      heading3: kopstijl(26),
      heading4: kopstijl(23),
    },
    paragraphStyles: [
      { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { bold: true, size: 19, color: '1A1A1A' } },
      { id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { italics: true } },
    ],
  };
}

const niveau = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 500, hanging: 300 } } },
  },
];

/** The two kinds of list. */
export const LIJSTEN = [
  { reference: OPSOMMING, levels: niveau(LevelFormat.BULLET, '•') },
  { reference: NUMMERING, levels: niveau(LevelFormat.DECIMAL, '%1.') },
];
