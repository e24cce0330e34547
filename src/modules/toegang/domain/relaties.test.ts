import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BLOKKADEREDENEN } from './blokkade.ts';
import { OPENINGEN, openingen } from './dossierdelen.ts';
import { GRONDCODES, isGrond } from './gronden.ts';
import {
  AANLEIDINGEN,
  DOELEN,
  EINDEN,
  GEBEURTENISSEN,
  type Gebeurteniscode,
  gebeurtenis,
  magGebeuren,
} from './relaties.ts';
import { toegangsdocument } from './toegangsdocument.ts';
import { PARAMETERS, parameterOp } from './toegangsparameters.ts';

const wortel = path.resolve(import.meta.dirname, '../../../..');
const sql = readFileSync(path.join(wortel, 'src/modules/toegang/db/0220-relatie.sql'), 'utf8');
/** The values of a check on this column, as the database has them. */
const inDatabase = (kolom: string) =>
  [
    ...(
      new RegExp(`\\n  ${kolom} text[^\\n]*check \\(${kolom} in \\(([^)]*)\\)`).exec(sql)?.[1] ?? ''
    ).matchAll(/'(\w+)'/g),
  ].map(m => m[1]);

// @eis C2.1
describe('de tabel van gebeurtenissen', () => {
  test('database en tabel kennen dezelfde aanleidingen, einden, doelen en redenen', () => {
    expect(inDatabase('aanleiding')).toEqual(AANLEIDINGEN);
    expect(inDatabase('einde_aanleiding')).toEqual(EINDEN);
    expect(inDatabase('doel')).toEqual([...DOELEN]);
    expect(inDatabase('reden')).toEqual([...BLOKKADEREDENEN]);
  });

  test('elke gebeurtenis die opent heeft een doel en een grond die wij kennen, en een bron', () => {
    for (const c of Object.keys(GEBEURTENISSEN) as Gebeurteniscode[]) {
      const g = gebeurtenis(c);
      expect(g.bron.length, c).toBeGreaterThan(5);
      expect(g.wie.length, c).toBeGreaterThan(0);
      if (g.soort === 'opent') expect(g.gronden.length, c).toBeGreaterThan(0);
      if (g.soort === 'opent' && c !== 'noodtoegang') expect(g.doelen.length, c).toBeGreaterThan(0);
      for (const grond of g.gronden) expect(GRONDCODES).toContain(grond);
    }
  });

  test('niemand opent iets voor zichzelf, dan wie aanlegt of noodtoegang neemt', () => {
    const zelf = (Object.keys(GEBEURTENISSEN) as Gebeurteniscode[]).filter(
      c => gebeurtenis(c).soort === 'opent' && gebeurtenis(c).voor !== 'een ander',
    );
    expect(zelf).toEqual(['aanleg', 'noodtoegang']);
    expect(magGebeuren(['accountbeheer'])).toEqual(['functiewissel']);
    expect(magGebeuren([])).toEqual([]);
    expect(magGebeuren(['regie'])).toEqual(['overleg', 'afsluiting', 'intrekking', 'overdracht_voltooid']);
  });

  test('een grond is een code van de lijst en niets dat toevallig op een object zit', () => {
    expect(isGrond('jeugdwet')).toBe(true);
    for (const fout of ['', 'toString', '__proto__', 'Jeugdwet']) expect(isGrond(fout)).toBe(false);
  });
});

// @eis C2.5 C1.4
describe('wat een doel opent', () => {
  test('noodtoegang en overleg schrijven niets en openen geen bijzonder onderdeel', () => {
    for (const bron of ['noodtoegang', 'overleg'] as const) {
      for (const deel of ['melder', 'geheim_adres', 'politiegegeven'] as const) {
        expect(OPENINGEN[bron][deel].lezen).toBe('nee');
      }
      expect(Object.values(OPENINGEN[bron]).every(o => o.schrijven === 'nee')).toBe(true);
    }
    expect(OPENINGEN.noodtoegang.verklaring.lezen).toBe('nee');
  });

  test('van meer doelen geldt per onderdeel het ruimste, en zonder doel niets', () => {
    const o = openingen(['overleg', 'melder'], true);
    expect(o.melder).toEqual({ lezen: 'alles', schrijven: 'alles' });
    expect(o.notitie).toEqual({ lezen: 'gedeeld_en_eigen', schrijven: 'nee' });
    expect(openingen(['behandeling', 'regie']).verklaring.lezen).toBe('alles');
    expect(Object.values(openingen([])).every(x => x.lezen === 'nee' && x.schrijven === 'nee')).toBe(true);
  });
});

// @eis C2.5
test('een grens geldt vanaf haar dag, heeft een bron, en wordt ervoor niet geraden', () => {
  expect(parameterOp('noodtoegang_duur', Temporal.PlainDate.from('2026-11-22'))).toBe(24);
  expect(() => parameterOp('noodtoegang_duur', Temporal.PlainDate.from('2025-12-31'))).toThrow('Geen waarde');
  for (const p of PARAMETERS) {
    expect(p.bron).toContain('Keuze van dit huis');
    expect(p.waarde).toBeGreaterThan(0);
  }
  // The database has the last word on how long: no parameter may ask for more.
  expect(sql).toContain("interval '72 hours'");
  expect(PARAMETERS.filter(p => p.code === 'noodtoegang_duur').every(p => p.waarde <= 72)).toBe(true);
});

// @eis C2.1
test('docs/toegang.md is gemaakt uit deze tabellen (npm run toegang:document)', () => {
  expect(readFileSync(path.join(wortel, 'docs/toegang.md'), 'utf8')).toBe(toegangsdocument());
});
