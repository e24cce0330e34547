import { crc32 } from 'node:zlib';

/** A file in an archive. The name is ASCII without a path. */
export interface Zipbestand {
  naam: string;
  inhoud: Uint8Array;
}

/** 1 January 1980, 0:00 (PKWARE APPNOTE 6.3, 4.4.6): the archive says nothing of when. */
const GEEN_DATUM = 0x00210000;

function kop(b: Zipbestand, soort: 'bestand' | 'inhoudsopgave', plaats: number): Buffer {
  const naam = Buffer.from(b.naam, 'ascii');
  const opgave = soort === 'inhoudsopgave';
  const h = Buffer.alloc(opgave ? 46 : 30);
  h.writeUInt32LE(opgave ? 0x02014b50 : 0x04034b50, 0);
  let p = 4;
  if (opgave) p = h.writeUInt16LE(20, p);
  p = h.writeUInt16LE(20, p);
  // No flags, stored as it is: documents are packed already.
  p = h.writeUInt32LE(0, p);
  p = h.writeUInt32LE(GEEN_DATUM, p);
  p = h.writeUInt32LE(crc32(b.inhoud), p);
  p = h.writeUInt32LE(b.inhoud.length, p);
  p = h.writeUInt32LE(b.inhoud.length, p);
  h.writeUInt16LE(naam.length, p);
  if (opgave) h.writeUInt32LE(plaats, 42);
  return Buffer.concat([h, naam]);
}

/** An archive of these files, stored without packing (PKWARE APPNOTE 6.3, without ZIP64: at most 65,535 files, 4 GB). */
export function maakZip(bestanden: readonly Zipbestand[]): Buffer {
  const delen: Uint8Array[] = [];
  const opgave: Buffer[] = [];
  let plaats = 0;
  for (const b of bestanden) {
    const begin = kop(b, 'bestand', plaats);
    opgave.push(kop(b, 'inhoudsopgave', plaats));
    delen.push(begin, b.inhoud);
    plaats += begin.length + b.inhoud.length;
  }
  const lijst = Buffer.concat(opgave);
  const eind = Buffer.alloc(22);
  eind.writeUInt32LE(0x06054b50, 0);
  eind.writeUInt16LE(bestanden.length, 8);
  eind.writeUInt16LE(bestanden.length, 10);
  eind.writeUInt32LE(lijst.length, 12);
  eind.writeUInt32LE(plaats, 16);
  return Buffer.concat([...delen, lijst, eind]);
}
