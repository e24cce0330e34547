import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { KluisWeigering, maakKluis, opdrachtSleutelHerstel, opdrachtSleutelSplits } from './index.ts';
import { splitsHoofdsleutel, voegHoofdsleutelSamen } from './splitsing.ts';

const map = mkdtempSync(path.join(os.tmpdir(), 'la-splitsing-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const sleutel = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(b => Buffer.from(b));
const code = (werk: () => unknown): string => {
  try {
    werk();
  } catch (e) {
    if (e instanceof KluisWeigering) return e.code;
    throw e;
  }
  return 'geen weigering';
};

// @eis C4.1
describe('hoofdsleutel in drie delen', () => {
  test('elke twee van de drie delen geven de sleutel terug, in elke volgorde', () => {
    fc.assert(
      fc.property(
        sleutel,
        fc.constantFrom([0, 1], [1, 0], [0, 2], [2, 0], [1, 2], [2, 1]),
        (k, [i = 0, j = 0]) => {
          const delen = splitsHoofdsleutel(k);
          expect(voegHoofdsleutelSamen(delen[i] ?? '', `  ${delen[j]}\n`).equals(k)).toBe(true);
        },
      ),
      { seed: 20261122 },
    );
  });
  test('één deel zegt niets: bij elke andere sleutel bestaat een splitsing met precies dezelfde stukken', () => {
    const stukken = (deel: string | undefined) => deel?.split('-')[3];
    const [a, b] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const reeks = (lijst: Buffer[]) => () => lijst.shift() ?? Buffer.alloc(32);
    const [r1, r2] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
    const van = (k: Buffer, x: Buffer, y: Buffer) => splitsHoofdsleutel(k, reeks([x, y]));
    const xor = (...l: Buffer[]) => l.reduce((p, q) => Buffer.from(p.map((v, i) => v ^ q[i]!)));
    // Part 3 holds r1 and r2, whatever the key; part 1 holds r2 and r3, and another r1 makes it fit the other key.
    expect(stukken(van(a, r1, r2)[2])).toBe(stukken(van(b, r1, r2)[2]));
    expect(stukken(van(a, r1, r2)[0])).toBe(stukken(van(b, xor(r1, a, b), r2)[0]));
    expect(stukken(van(a, r1, r2)[1])).toBe(stukken(van(b, r1, xor(r2, a, b))[1]));
  });
  test('een verschreven deel, tweemaal hetzelfde deel en delen van een andere sleutel worden geweigerd', () => {
    const delen = splitsHoofdsleutel(Buffer.alloc(32, 3));
    const anders = splitsHoofdsleutel(Buffer.alloc(32, 4));
    const nogEens = splitsHoofdsleutel(Buffer.alloc(32, 3));
    const een = delen[0] ?? '';
    for (let i = 0; i < een.length; i++) {
      const fout = een.slice(0, i) + (een[i] === 'a' ? 'b' : 'a') + een.slice(i + 1);
      expect(code(() => voegHoofdsleutelSamen(fout, delen[1] ?? ''))).toBe('deel_onleesbaar');
    }
    expect(code(() => voegHoofdsleutelSamen(een, een))).toBe('delen_horen_niet');
    expect(code(() => voegHoofdsleutelSamen(een, anders[1] ?? ''))).toBe('delen_horen_niet');
    expect(code(() => voegHoofdsleutelSamen(een, nogEens[1] ?? ''))).toBe('delen_horen_niet');
  });
  test('verlies van de hoofdsleutel: met twee delen en een kopie van de sleutelmap is alles weer leesbaar', async () => {
    const sleutelmap = path.join(map, 'sleutels');
    const hoofd = Buffer.alloc(32, 7);
    const k = maakKluis({ hoofdsleutel: hoofd, map: sleutelmap });
    const bij = { tabel: 'a.b', kolom: 'c', rij: '1' };
    const cijfer = k.versleutel(await k.nieuweSleutel('proef'), 'Voorbeeld', bij);
    const regels: string[] = [];
    const i = { sleutel: hoofd.toString('hex'), sleutelmap };
    expect(opdrachtSleutelSplits(i, r => regels.push(r))).toBe(0);
    const delen = regels.filter(r => r.startsWith('LA1-'));
    expect(delen).toHaveLength(3);
    expect(regels.join()).not.toContain(hoofd.toString('hex'));
    const [een, twee, doel] = ['een', 'twee', 'terug'].map(n => path.join(map, n)) as [
      string,
      string,
      string,
    ];
    writeFileSync(een, `${delen[2]}\n`);
    writeFileSync(twee, `${delen[0]}\n`);
    expect(opdrachtSleutelHerstel([een, twee, doel], () => {})).toBe(0);
    if (process.platform !== 'win32') expect(statSync(doel).mode & 0o777).toBe(0o600);
    const terug = Buffer.from(readFileSync(doel, 'utf8').trim(), 'hex');
    expect(maakKluis({ hoofdsleutel: terug, map: sleutelmap }).ontsleutel(cijfer, bij)).toBe('Voorbeeld');
    expect(opdrachtSleutelHerstel([een, twee, doel], r => regels.push(r))).toBe(1);
    expect(regels.at(-1)).toMatch(/bestaat al/);
    expect(opdrachtSleutelHerstel([een], r => regels.push(r))).toBe(1);
  });
});
