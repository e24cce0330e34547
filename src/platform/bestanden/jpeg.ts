/** The picture cannot be read as what it says it is. */
export class BeeldFout extends Error {}

const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

const zonderLengte = (merk: number): boolean => merk === 0x01 || (merk >= 0xd0 && merk <= 0xd8);

/** The turn of the picture (Exif 2.32, tag 0x0112): 1 to 8; null when the block does not say. */
function stand(exif: Buffer): number | null {
  if (exif.subarray(0, 6).toString('latin1') !== 'Exif\0\0' || exif.length < 20) return null;
  const t = exif.subarray(6);
  const klein = t.toString('latin1', 0, 2) === 'II';
  const kort = (p: number) => (klein ? t.readUInt16LE(p) : t.readUInt16BE(p));
  const lang = (p: number) => (klein ? t.readUInt32LE(p) : t.readUInt32BE(p));
  try {
    const map = lang(4);
    for (let i = 0; i < kort(map); i++) {
      const p = map + 2 + i * 12;
      if (kort(p) !== 0x0112) continue;
      const waarde = kort(p + 8);
      return waarde >= 1 && waarde <= 8 ? waarde : null;
    }
  } catch {
    return null;
  }
  return null;
}

/** A block that says nothing but how the picture is turned. */
function alleenStand(waarde: number): Buffer {
  const b = Buffer.alloc(36);
  b.writeUInt16BE(0xffe1, 0);
  b.writeUInt16BE(34, 2);
  b.write('Exif\0\0MM\0*', 4, 'latin1');
  b.writeUInt32BE(8, 14);
  b.writeUInt16BE(1, 18);
  b.writeUInt16BE(0x0112, 20);
  b.writeUInt16BE(3, 22);
  b.writeUInt32BE(1, 24);
  b.writeUInt16BE(waarde, 28);
  return b;
}

/** What is kept of an application block: colours yes, everything that tells of a place, a time or a device no. */
function bewaard(merk: number, heel: Buffer): Buffer | null {
  if (merk === COM) return null;
  if (merk < APP0 || merk > APP15) return heel;
  const inhoud = heel.subarray(4);
  if (merk === APP1) {
    const waarde = stand(inhoud);
    return waarde === null || waarde === 1 ? null : alleenStand(waarde);
  }
  if (merk === APP0) return inhoud.subarray(0, 5).toString('latin1') === 'JFIF\0' ? heel : null;
  if (merk === APP2) return inhoud.subarray(0, 12).toString('latin1') === 'ICC_PROFILE\0' ? heel : null;
  return merk === APP14 ? heel : null;
}

/** End of the compressed data that starts at `p`: the next marker that is no stuffed byte and no restart. */
function eindeScan(b: Buffer, p: number): number {
  let q = p;
  for (;;) {
    q = b.indexOf(0xff, q);
    if (q < 0 || q + 1 >= b.length) throw new BeeldFout('afgekapt');
    const merk = b[q + 1] ?? 0;
    if (merk === 0xff) q += 1;
    else if (merk === 0x00 || (merk >= 0xd0 && merk <= 0xd7)) q += 2;
    else return q;
  }
}

/**
 * The same JPEG (ITU-T T.81) without Exif, XMP, IPTC, comments and whatever follows the picture; only its turn
 * and its colours stay. Throws BeeldFout when it is damaged.
 */
export function schoonJpeg(b: Buffer): Buffer {
  const uit: Buffer[] = [b.subarray(0, 2)];
  let p = 2;
  for (;;) {
    while (b[p] === 0xff && b[p + 1] === 0xff) p++;
    const merk = b[p + 1];
    if (b[p] !== 0xff || merk === undefined) throw new BeeldFout('geen merkteken');
    if (merk === EOI) return Buffer.concat([...uit, b.subarray(p, p + 2)]);
    if (zonderLengte(merk)) {
      uit.push(b.subarray(p, p + 2));
      p += 2;
      continue;
    }
    if (p + 4 > b.length) throw new BeeldFout('afgekapt');
    const eind = p + 2 + b.readUInt16BE(p + 2);
    if (eind > b.length || eind < p + 4) throw new BeeldFout('afgekapt');
    const deel = bewaard(merk, b.subarray(p, eind));
    if (deel) uit.push(deel);
    p = eind;
    if (merk !== SOS) continue;
    const na = eindeScan(b, p);
    uit.push(b.subarray(p, na));
    p = na;
  }
}
