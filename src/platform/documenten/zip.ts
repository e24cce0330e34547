import { inflateRawSync } from 'node:zlib';

/** The archive is not one, or damaged. */
export class ZipFout extends Error {}
/** The archive holds more than is allowed. */
export class ZipTeGroot extends Error {}

const EIND = 0x06054b50;
const REGEL = 0x02014b50;
const BEGIN = 0x04034b50;

interface Ingang {
  naam: string;
  wijze: number;
  vlaggen: number;
  ingepakt: number;
  uitgepakt: number;
  plaats: number;
}

function inhoudsopgave(zip: Buffer): Ingang[] {
  let eind = zip.length - 22;
  const grens = Math.max(0, zip.length - 22 - 65_535);
  while (eind >= grens && zip.readUInt32LE(eind) !== EIND) eind--;
  if (eind < grens || eind < 0) throw new ZipFout('geen inhoudsopgave');
  const aantal = zip.readUInt16LE(eind + 10);
  if (aantal > 2000) throw new ZipTeGroot('te veel bestanden');
  const uit: Ingang[] = [];
  let p = zip.readUInt32LE(eind + 16);
  for (let i = 0; i < aantal; i++) {
    if (zip.readUInt32LE(p) !== REGEL) throw new ZipFout('inhoudsopgave beschadigd');
    const naamlengte = zip.readUInt16LE(p + 28);
    uit.push({
      naam: zip.toString('utf8', p + 46, p + 46 + naamlengte),
      vlaggen: zip.readUInt16LE(p + 8),
      wijze: zip.readUInt16LE(p + 10),
      ingepakt: zip.readUInt32LE(p + 20),
      uitgepakt: zip.readUInt32LE(p + 24),
      plaats: zip.readUInt32LE(p + 42),
    });
    p += 46 + naamlengte + zip.readUInt16LE(p + 30) + zip.readUInt16LE(p + 32);
  }
  return uit;
}

function pakUit(zip: Buffer, i: Ingang): Buffer {
  if (zip.readUInt32LE(i.plaats) !== BEGIN) throw new ZipFout('bestand ontbreekt');
  const van = i.plaats + 30 + zip.readUInt16LE(i.plaats + 26) + zip.readUInt16LE(i.plaats + 28);
  const ruw = zip.subarray(van, van + i.ingepakt);
  if (i.vlaggen & 1 || (i.wijze !== 0 && i.wijze !== 8))
    throw new ZipFout('versleuteld of onbekend ingepakt');
  // What it says it holds is the most it may become: an archive that lies about its size stops here.
  const inhoud = i.wijze === 0 ? ruw : inflateRawSync(ruw, { maxOutputLength: Math.max(i.uitgepakt, 1) });
  if (inhoud.length !== i.uitgepakt) throw new ZipFout('lengte klopt niet');
  return inhoud;
}

/**
 * Unpacks an archive (PKWARE APPNOTE 6.3, without ZIP64) when all of it together stays within `hoogstens` bytes,
 * judged before unpacking and held to while unpacking. Throws ZipTeGroot, or ZipFout for anything damaged.
 */
export function leesZip(bytes: Uint8Array, hoogstens: number): Map<string, Buffer> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const ingangen = inhoudsopgave(zip);
    const samen = ingangen.reduce((n, i) => n + i.uitgepakt, 0);
    if (samen > hoogstens) throw new ZipTeGroot('uitgepakt te groot');
    return new Map(ingangen.map(i => [i.naam, pakUit(zip, i)]));
  } catch (e) {
    if (e instanceof ZipTeGroot || e instanceof ZipFout) throw e;
    if ((e as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new ZipTeGroot('groter dan opgegeven');
    throw new ZipFout('beschadigd');
  }
}
