import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { App, Ctx } from './omgeving.ts';

export interface Bestand {
  naam: string;
  inhoud: Buffer;
  type: string;
}

/** Files of the interface under an address with their hash: kept for a year, compressed once at start. */
export function dienStatischOp(app: App, hash: string, bestanden: Bestand[]): void {
  for (const b of bestanden) {
    const pakbaar = /^(text|application\/(javascript|json)|image\/svg)/.test(b.type);
    const br = pakbaar
      ? brotliCompressSync(b.inhoud, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : null;
    const gz = pakbaar ? gzipSync(b.inhoud) : null;
    app.get(`/statisch/${hash}/${b.naam}`, (c: Ctx) => {
      const wil = c.req.header('accept-encoding') ?? '';
      const koppen: Record<string, string> = {
        'content-type': b.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      };
      if (br && /\bbr\b/.test(wil))
        return c.body(new Uint8Array(br), 200, { ...koppen, 'content-encoding': 'br' });
      if (gz && /\bgzip\b/.test(wil))
        return c.body(new Uint8Array(gz), 200, { ...koppen, 'content-encoding': 'gzip' });
      return c.body(new Uint8Array(b.inhoud), 200, koppen);
    });
  }
}
