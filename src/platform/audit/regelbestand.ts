import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { borgMap } from '#platform/kluis/index.ts';

/** Whole lines of the file; what a writer that died half-way left at the end is no line. */
export function leesRegels(pad: string): string[] {
  if (!existsSync(pad)) return [];
  return readFileSync(pad, 'utf8').split('\n').slice(0, -1);
}

/** Writes at this place and cuts what stood behind it: the torn end of a write that never finished. */
export function voegToe(pad: string, vanaf: number, tekst: string): void {
  const nieuw = !existsSync(pad);
  const fd = openSync(pad, nieuw ? 'w' : 'r+', 0o600);
  try {
    ftruncateSync(fd, vanaf);
    writeSync(fd, tekst, vanaf);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  if (nieuw) borgMap(path.dirname(pad));
}

/** Where the whole lines of a file end, how many there are, and the last one ('' when none). Reads when it has grown. */
export function maakStaartlezer(pad: string): {
  nu(): { grootte: number; aantal: number; regel: string };
  schreef(regel: string): void;
} {
  let gezien = { grootte: -1, aantal: 0, regel: '' };
  return {
    nu: () => {
      const grootte = statSync(pad, { throwIfNoEntry: false })?.size ?? 0;
      if (grootte !== gezien.grootte) {
        const regels = leesRegels(pad);
        const heel = regels.reduce((n, r) => n + Buffer.byteLength(r) + 1, 0);
        gezien = { grootte: heel, aantal: regels.length, regel: regels.at(-1) ?? '' };
      }
      return gezien;
    },
    schreef: regel => {
      const { grootte, aantal } = gezien;
      gezien = { grootte: grootte + Buffer.byteLength(regel) + 1, aantal: aantal + 1, regel };
    },
  };
}
