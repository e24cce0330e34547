import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leesBestand } from './bestand.ts';
import { SOORTEN } from './soorten.ts';
import { isSchrijfbaar, kapAf, leesVersie } from './tekens.ts';
import { toets, toetsReden } from './toets.ts';
import type { Inhoud } from './veld.ts';

const bron = (): Inhoud & Record<string, Inhoud[]> =>
  JSON.parse(
    readFileSync(
      path.resolve(import.meta.dirname, '../../../../gegevens/programma/kennemerland.json'),
      'utf8',
    ),
  );
const geen = { codes: () => new Set<string>(), gemeenten: new Set<string>() };

// @eis A5.3
describe('tekens die niet bewaard kunnen worden', () => {
  test.each(['a\u0000b', '\ud800', 'x\udc00'])('%j wordt geweigerd in een tekst en in een reden', teken => {
    expect(toets(SOORTEN.aandachtspunt, { tekst: teken }, geen).map(b => b.gebrek.code)).toEqual([
      'onbruikbaar_teken',
    ]);
    expect(toetsReden(teken)).toHaveLength(1);
  });

  test('gewone tekens, ook emoji en samengestelde letters, mogen', () => {
    expect(isSchrijfbaar('é e\u0301 👩‍👧 \t\n ﷽')).toBe(true);
    expect(toetsReden(null)).toEqual([]);
  });

  test('een afgekapte tekst eindigt nooit op een half teken', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (t, n) => kapAf(t, n).isWellFormed()));
    expect(kapAf('ab👩', 3)).toBe('ab');
  });

  test('staan in een bestand met hun plek, ook in een deel van een andere kamer', () => {
    const b = bron();
    Object.assign(b.acties?.[1] ?? {}, { titel: 'een\u0000twee' });
    b.hulpaanbod = [{ naam: '\ud800' }];
    expect(leesBestand(b).fouten.map(f => [f.lijst, f.nummer, f.veld, f.gebrek.code])).toEqual([
      ['hulpaanbod.0.naam', null, '', 'onbruikbaar_teken'],
      ['acties', 2, 'titel', 'onbruikbaar_teken'],
    ]);
  });
});

// @eis A5.3
describe('een versie in een formulier', () => {
  test.each([
    ['1', 1],
    ['2147483647', 2_147_483_647],
    [7, 7],
  ])('%s is een versie', (ruw, uit) => expect(leesVersie(ruw)).toBe(uit));

  test.each([
    '2147483648',
    '0',
    '-1',
    '-0.1',
    '1.5',
    '1e3',
    '0x10',
    'Infinity',
    '',
    ' ',
    null,
    undefined,
    NaN,
    [1],
  ])('%j is er geen', ruw => expect(leesVersie(ruw)).toBe(0));
});

// @eis A5.3 A3.9
describe('een bestand dat te groot is om een programma te zijn', () => {
  const codes = (b: Inhoud) => leesBestand(b).fouten.map(f => [f.lijst, f.gebrek.code]);

  test('na duizend fouten stopt het zoeken, en dat staat erbij', () => {
    const { fouten } = leesBestand({ ...bron(), partners: Array.from({ length: 9_000 }, () => ({})) });
    expect(fouten).toHaveLength(1_001);
    expect(fouten[0]?.gebrek).toEqual({ code: 'meer_fouten', hoogstens: 1_000 });
  });

  test('een lijst van meer dan tienduizend wordt niet nagekeken, ook niet binnen een onderdeel', () => {
    const lang = Array.from({ length: 1_600_000 }, () => ({}));
    const begin = process.cpuUsage().user;
    expect(codes({ ...bron(), partners: lang })).toEqual([['partners', 'te_veel_stukken']]);
    const b = bron();
    Object.assign(b.acties?.[0] ?? {}, { stappen: lang });
    expect(codes(b)).toEqual([['acties.0.stappen', 'te_veel_stukken']]);
    expect(process.cpuUsage().user - begin).toBeLessThan(3_000_000);
  });

  test('honderdduizend lijsten in elkaar lopen nergens op stuk', () => {
    const diep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    const [fout] = codes({ ...bron(), zelfscan: diep });
    expect(fout?.[1]).toBe('te_diep');
  });
});
