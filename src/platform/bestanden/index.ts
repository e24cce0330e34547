import { gelukt, geweigerd, type Result } from '#kern/resultaat/index.ts';
import { BeeldFout, schoonJpeg } from './jpeg.ts';
import { schoonPng } from './png.ts';
import { bepaalSoort, GROOTSTE_BESTAND, type Mediatype } from './soort.ts';

export { bepaalSoort, GROOTSTE_BESTAND, MEDIATYPEN, type Mediatype } from './soort.ts';
export { type Bestandsplek, bergOp, haalOp, type Stukkenopslag } from './stukken.ts';

export type Bestandsweigering = 'leeg' | 'te_groot' | 'soort_onbekend' | 'beschadigd';

/** A file that may be kept: what it is, and its bytes without what pictures tell about place, time and device. */
export interface Schoonbestand {
  soort: Mediatype;
  inhoud: Buffer;
}

/**
 * Judges a file that somebody sent. Refuses an empty one, one over 20 MB, a kind that is not accepted (by its
 * content) and a damaged picture. Pictures inside an office file or a PDF keep what they carry.
 */
export function keurBestand(bytes: Uint8Array): Result<Schoonbestand, { code: Bestandsweigering }> {
  if (bytes.length === 0) return geweigerd({ code: 'leeg' });
  if (bytes.length > GROOTSTE_BESTAND) return geweigerd({ code: 'te_groot' });
  const soort = bepaalSoort(bytes);
  if (soort === null) return geweigerd({ code: 'soort_onbekend' });
  const ruw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (soort === 'image/jpeg') return gelukt({ soort, inhoud: schoonJpeg(ruw) });
    if (soort === 'image/png') return gelukt({ soort, inhoud: schoonPng(ruw) });
  } catch (e) {
    if (e instanceof BeeldFout || e instanceof RangeError) return geweigerd({ code: 'beschadigd' });
    throw e;
  }
  return gelukt({ soort, inhoud: ruw });
}
