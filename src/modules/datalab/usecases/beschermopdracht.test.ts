import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORTEL } from '#platform/config/wortel.ts';
import { bescherm, controleerBestanden } from './beschermopdracht.ts';

/** The example of the manual, as its reader would copy it. */
const VOORBEELD =
  /```json\n([\s\S]*?)```/.exec(readFileSync(path.join(WORTEL, 'docs/bescherm.md'), 'utf8'))?.[1] ?? '';

const gelukt = async (tekst = VOORBEELD) => {
  const uit = await bescherm(tekst);
  if (uit.code !== 0) throw new Error(uit.regels.join('\n'));
  return uit;
};

// @eis B1.8
describe('de opdracht bescherm', () => {
  test('het voorbeeld uit de handleiding wordt beveiligd, telt op en heeft een certificaat dat klopt', async () => {
    const { bestanden, regels } = await gelukt();
    const { tellingen } = JSON.parse(bestanden['publicatie.json'] ?? '') as {
      tellingen: { naam: string; getoond: number }[];
    };
    const getal = Object.fromEntries(tellingen.map(t => [t.naam, t.getoond]));
    expect(Object.values(getal).every(n => n % 5 === 0)).toBe(true);
    expect(getal['waterland']).toBeGreaterThan(0);
    expect((getal['waterland'] ?? 0) + (getal['oostzaan'] ?? 0) + (getal['edam'] ?? 0)).toBe(getal['regio']);
    expect(regels[0]).toContain('1 kleine beschermd tegen 2 aanvallers');
    const controle = controleerBestanden({ 'certificaat.json': bestanden['certificaat.json'] ?? '' });
    expect(controle).toMatchObject({ code: 0 });
  });

  test('een totaal dat niet klopt en een fout veld worden geweigerd met wat te doen', async () => {
    expect((await bescherm(VOORBEELD.replace('"waarde": 22', '"waarde": 23'))).regels[0]).toContain(
      'controleer',
    );
    expect((await bescherm('{"tellingen": [{"naam": "3", "waarde": -1}]}')).code).toBe(2);
    expect((await bescherm('geen json')).regels).toContain('Dit is geen JSON.');
  });

  test('wat niet te beschermen is wordt niet uitgegeven: niets op papier', async () => {
    const uit = await bescherm(
      JSON.stringify({
        methode: 'afronden',
        tellingen: [1, 1, 1, 1]
          .map((waarde, i) => ({ naam: `k${i}`, waarde }))
          .concat({ naam: 'j', waarde: 4 }),
        optellingen: [{ som: 'j', delen: ['k0', 'k1', 'k2', 'k3'] }],
      }),
    );
    expect(uit).toMatchObject({ code: 1, bestanden: {} });
  });
});

// @eis B1.8 B2.5
describe('de opdracht certificaat:controleer vindt elk bedrog', () => {
  const knoei = async (bewerk: (c: { regels: { laag: object }[]; [k: string]: unknown }) => void) => {
    const { bestanden } = await gelukt();
    const c = JSON.parse(bestanden['certificaat.json'] ?? '');
    bewerk(c);
    return controleerBestanden({ 'certificaat.json': JSON.stringify(c) });
  };

  test('een regel die weg is', async () => {
    expect((await knoei(c => void c.regels.pop())).regels.join()).toContain('er is geen bewijs');
  });

  test('een tabel die niet optelt', async () => {
    const uit = await knoei(c => {
      const [regel] = c.regels;
      if (regel) regel.laag = Object.fromEntries(Object.entries(regel.laag).map(([n, w]) => [n, w + 1]));
    });
    expect(uit.regels.join()).toContain('het bewijs klopt niet');
  });

  test('een lezer die zogenaamd minder weet dan er gedrukt staat', async () => {
    const uit = await knoei(c => {
      const { stof } = c['toetsvraag'] as { stof: { kennis: { boven: number }[] } };
      for (const k of stof.kennis) k.boven = 1000;
    });
    expect(uit.regels.join()).toContain('minder weet dan er gedrukt staat');
  });

  test('een bestand dat geen certificaat is, en een lege map', () => {
    expect(controleerBestanden({ 'certificaat.json': '{}' }).code).toBe(2);
    expect(controleerBestanden({}).code).toBe(2);
  });
});
