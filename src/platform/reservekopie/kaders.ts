import { Lezer } from './cijferstroom.ts';
import { KopieWeigering } from './weigering.ts';

/** What the copy consists of, piece by piece: a folder, the start of a file, bytes of it, the manifest. */
export type Kader =
  | { soort: 'map'; pad: string }
  | { soort: 'bestand'; pad: string }
  | { soort: 'bytes'; bytes: Buffer }
  | { soort: 'manifest'; manifest: Manifest };

/** Rows of a table and the sum of their hashes, whatever the order. */
export interface Tabelsom {
  tabel: string;
  rijen: number;
  som: string;
}

/** What the copy promises. The database is restored to the exact instant at which `tabellen` were counted. */
export interface Manifest {
  formaat: 1;
  gemaakt: string;
  postgres: string;
  database: string;
  herstelpunt: string;
  migraties: string[];
  bestanden: { pad: string; bytes: number; sha256: string }[];
  tabellen: Tabelsom[];
}

const CODES = { map: 1, bestand: 2, bytes: 3, manifest: 4 } as const;
const GRENS = 256 * 1024 * 1024;

function inhoudVan(k: Kader): Buffer {
  switch (k.soort) {
    case 'map':
    case 'bestand':
      return Buffer.from(k.pad, 'utf8');
    case 'bytes':
      return k.bytes;
    case 'manifest':
      return Buffer.from(JSON.stringify(k.manifest), 'utf8');
  }
}

/** As bytes: code (1) · length (4) · content. */
export async function* alsBytes(kaders: AsyncIterable<Kader>): AsyncGenerator<Buffer> {
  for await (const k of kaders) {
    const inhoud = inhoudVan(k);
    const kop = Buffer.alloc(5);
    kop.writeUInt8(CODES[k.soort], 0);
    kop.writeUInt32BE(inhoud.length, 1);
    yield Buffer.concat([kop, inhoud]);
  }
}

/** A path inside the folder that is restored, never above it. */
function veiligPad(bytes: Buffer): string {
  const pad = bytes.toString('utf8');
  if (pad === '' || pad.startsWith('/') || pad.split(/[\\/]/).includes('..') || /^[a-z]:/i.test(pad)) {
    throw new KopieWeigering('kopie_geschonden');
  }
  return pad;
}

function alsKader(code: number, inhoud: Buffer): Kader {
  switch (code) {
    case CODES.map:
      return { soort: 'map', pad: veiligPad(inhoud) };
    case CODES.bestand:
      return { soort: 'bestand', pad: veiligPad(inhoud) };
    case CODES.bytes:
      return { soort: 'bytes', bytes: inhoud };
    case CODES.manifest: {
      const manifest = JSON.parse(inhoud.toString('utf8')) as Manifest;
      if (manifest.formaat !== 1) throw new KopieWeigering('formaat_onbekend');
      return { soort: 'manifest', manifest };
    }
    default:
      throw new KopieWeigering('kopie_geschonden');
  }
}

/** Reads back what `alsBytes` wrote. */
export async function* leesKaders(bron: AsyncIterable<Uint8Array>): AsyncGenerator<Kader> {
  const lezer = new Lezer(bron);
  while (!(await lezer.isLeeg())) {
    const kop = await lezer.neem(5);
    const n = kop.length === 5 ? kop.readUInt32BE(1) : GRENS + 1;
    if (n > GRENS) throw new KopieWeigering('kopie_geschonden');
    const inhoud = await lezer.neem(n);
    if (inhoud.length < n) throw new KopieWeigering('kopie_geschonden');
    yield alsKader(kop.readUInt8(0), inhoud);
  }
}
