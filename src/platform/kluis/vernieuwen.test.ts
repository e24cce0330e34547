import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { KluisWeigering, maakKluis } from './index.ts';

const wortel = mkdtempSync(path.join(os.tmpdir(), 'la-vernieuwen-'));
afterAll(() => rmSync(wortel, { recursive: true, force: true }));
const HOOFD = Buffer.alloc(32, 7);
const NIEUW = Buffer.alloc(32, 9);
const BIJ = { tabel: 'a.b', kolom: 'c', rij: '1' };

/** A process that works on with the old master key: follows renewals, and reads and makes keys when it is asked to. */
function beginWerker(map: string) {
  const bron = `
    import { createInterface } from 'node:readline';
    import { maakKluis } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
    const k = maakKluis({ hoofdsleutel: Buffer.alloc(32, 7), map: ${JSON.stringify(map)} });
    k.controleer();
    const bij = ${JSON.stringify(BIJ)};
    setInterval(() => k.volgVernieuwing(), 10);
    console.log('gereed');
    for await (const regel of createInterface({ input: process.stdin })) {
      try {
        const tekst = k.ontsleutel(Buffer.from(regel, 'base64'), bij);
        const nieuw = k.versleutel(await k.nieuweSleutel('proef'), 'van de werker', bij);
        console.log(tekst + ' ' + nieuw.toString('base64'));
      } catch (e) {
        console.log('geweigerd ' + e.code);
      }
    }`;
  const proces = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', bron], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const regels = createInterface({ input: proces.stdout })[Symbol.asyncIterator]();
  const volgende = async () => String((await regels.next()).value);
  return {
    gereed: volgende,
    vraag: (cijfer: Buffer) => {
      proces.stdin.write(`${cijfer.toString('base64')}\n`);
      return volgende();
    },
    stop: () => proces.kill(),
  };
}

// @eis C4.1
describe('hoofdsleutel vernieuwen terwijl er gewerkt wordt', () => {
  test('een ander proces dat stil zit, leest daarna wat het niet in het geheugen had en maakt nieuwe sleutels', async () => {
    const map = path.join(wortel, 'a');
    const k = maakKluis({ hoofdsleutel: HOOFD, map });
    const cijfer = k.versleutel(await k.nieuweSleutel('proef'), 'Voorbeeld', BIJ);
    const werker = beginWerker(map);
    try {
      expect(await werker.gereed()).toBe('gereed');
      const wacht = () => new Promise<void>(klaar => setTimeout(klaar, 1000));
      expect(await k.vernieuwHoofdsleutel(NIEUW, undefined, wacht)).toEqual({ vernieuwd: 1 });
      const [tekst, gemaakt = ''] = (await werker.vraag(cijfer)).split(' ');
      expect(tekst).toBe('Voorbeeld');
      expect(maakKluis({ hoofdsleutel: NIEUW, map }).ontsleutel(Buffer.from(gemaakt, 'base64'), BIJ)).toBe(
        'van de werker',
      );
    } finally {
      werker.stop();
    }
  });
  test('wie niet volgt, wordt daarna geweigerd en leest niets verkeerds', async () => {
    const map = path.join(wortel, 'b');
    const k = maakKluis({ hoofdsleutel: HOOFD, map });
    const stil = maakKluis({ hoofdsleutel: HOOFD, map });
    stil.controleer();
    const cijfer = k.versleutel(await k.nieuweSleutel('proef'), 'Voorbeeld', BIJ);
    await k.vernieuwHoofdsleutel(NIEUW);
    expect(() => stil.ontsleutel(cijfer, BIJ)).toThrow(KluisWeigering);
    expect(() => stil.ontsleutel(cijfer, BIJ)).toThrow(/hoort niet bij deze sleutelmap/);
  });
  test('wat een proces onder de oude sleutel maakt terwijl wordt gewacht, gaat mee', async () => {
    const map = path.join(wortel, 'c');
    const k = maakKluis({ hoofdsleutel: HOOFD, map });
    const ander = maakKluis({ hoofdsleutel: HOOFD, map });
    ander.controleer();
    let cijfer: Buffer = Buffer.alloc(0);
    await k.vernieuwHoofdsleutel(NIEUW, undefined, async () => {
      cijfer = ander.versleutel(await ander.nieuweSleutel('proef'), 'ertussen', BIJ);
    });
    expect(maakKluis({ hoofdsleutel: NIEUW, map }).ontsleutel(cijfer, BIJ)).toBe('ertussen');
  });
});
