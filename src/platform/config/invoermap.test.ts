import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { leesInstellingen } from './index.ts';

// @eis B3.3
describe('de map waarin andere systemen bestanden zetten', () => {
  const wortel = mkdtempSync(path.join(os.tmpdir(), 'la-map-'));
  const map = path.join(wortel, 'invoer');
  mkdirSync(map);
  const lees = (invoermap: string) => leesInstellingen({ LA_DATA: 'data', LA_INVOERMAP: invoermap }, wortel);

  test('is er een, dan staat zij klaar; zonder instelling is er geen', () => {
    expect(lees(map).invoermap).toBe(map);
    expect(lees('invoer').invoermap).toBe(map);
    expect(lees('').invoermap).toBeNull();
  });

  test('een map die er niet is, of die tussen de gegevens ligt, wordt bij de start geweigerd', () => {
    expect(() => lees(path.join(wortel, 'nergens'))).toThrow(/LA_INVOERMAP/);
    expect(() => lees(path.join(wortel, 'data', 'invoer'))).toThrow(/buiten LA_DATA/);
  });
});
