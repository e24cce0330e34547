import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alsRegels, leesBoom, plant, wortel } from './bron.ts';
import { kamers } from './regels-imports.ts';
import { bekendeTabel, onbekendeNamen, platformWoordFouten, synoniemFouten } from './regels-woorden.ts';
import { bevat, inDelen, leesWoordenlijst } from './woordenlijst.ts';

const lijst = leesWoordenlijst(readFileSync(join(wortel, 'docs/woordenlijst.md'), 'utf8'));
const boom = leesBoom(['src']);

// @eis A1.1
describe('woordenlijst', () => {
  test('elk woord staat er één keer, met een eigen identifier en een bron', () => {
    expect(lijst.woorden.length).toBeGreaterThan(80);
    for (const kies of ['woord', 'identifier'] as const) {
      const namen = lijst.woorden.map(w => w[kies]);
      expect(namen.filter((n, i) => namen.indexOf(n) !== i)).toEqual([]);
    }
  });
  test('geen verboden synoniem is elders een goed woord', () => {
    const goed = new Set(lijst.woorden.flatMap(w => [w.identifier, w.meervoud]));
    expect(lijst.woorden.flatMap(w => w.niet).filter(s => goed.has(s))).toEqual([]);
  });
  test('de kamers van de lijst zijn de kamers van het plan', () => {
    expect([...lijst.kamers].sort()).toEqual([...kamers].sort());
  });
  test('een regel met een lege cel wordt geweigerd', () => {
    expect(() => leesWoordenlijst('| melding | | Wmo | melding | meldingen | - | nee |')).toThrow(/zeven/);
  });

  test('geen verboden synoniem in code of database', () => {
    expect(alsRegels(synoniemFouten(boom, lijst))).toEqual([]);
  });
  test.each([
    ['src/modules/casus/domain/a.ts', 'export const leesMilestones = 1;'],
    ['src/modules/casus/domain/a.ts', 'export function f(budgetLine: string) {}'],
    ['src/modules/casus/domain/a.ts', 'export type A = { municipality: string };'],
    ['src/modules/casus/domain/handover.ts', ''],
    ['src/modules/casus/db/0001-a.sql', 'CREATE TABLE casus.triage (id int);'],
    ['src/modules/casus/db/0001-a.sql', 'CREATE TABLE casus.fase (kpi_code text);'],
  ])('geweigerd in %s: %s', (bestand, code) => {
    expect(synoniemFouten(plant({ [bestand]: code }), lijst)).toHaveLength(1);
  });
  test('een verboden woord in een tekst of als deel van een ander woord mag', () => {
    const code = "export const a = 'triage'; export const personeel = 1; // milestone";
    expect(synoniemFouten(plant({ 'src/kern/a.ts': code }), lijst)).toEqual([]);
  });

  test('het platform kent geen woord van het domein', () => {
    expect(alsRegels(platformWoordFouten(boom, lijst))).toEqual([]);
  });
  test.each([
    ['src/platform/db/a.ts', 'export const leesMijlpalen = 1;'],
    ['src/platform/http/huisverbod.ts', ''],
    ['src/platform/ui/a.ts', 'export type A = { gemeente: string };'],
    ['src/platform/db/0001-a.sql', 'CREATE TABLE stelsel.casus (id int);'],
  ])('geweigerd in %s: %s', (bestand, code) => {
    expect(platformWoordFouten(plant({ [bestand]: code }), lijst)).toHaveLength(1);
  });
  test('de component Melding mag in het platform', () => {
    const code = 'export function Melding(titel: string) {}';
    expect(platformWoordFouten(plant({ 'src/platform/ui/melding.ts': code }), lijst)).toEqual([]);
  });

  test('elke kamer en elke tabel staat in de lijst', () => {
    expect(alsRegels(onbekendeNamen(boom, lijst))).toEqual([]);
  });
  test('een onbekende kamer en een onbekende tabel worden geweigerd', () => {
    const gevonden = onbekendeNamen(
      plant({
        'src/modules/dossiers/index.ts': '',
        'src/modules/casus/db/0001-a.sql': 'CREATE TABLE casus.dossierkast (id int);',
        'src/modules/casus/db/0002-a.sql': 'CREATE TABLE casus.fase_koppeling (id int);',
      }),
      lijst,
    );
    expect(gevonden.map(o => o.wat)).toEqual([
      'kamer "dossiers" staat niet in de woordenlijst',
      'tabel "casus.dossierkast" staat niet in de woordenlijst',
    ]);
  });
  test('namen worden in woorden gelezen', () => {
    expect(inDelen('draagOverAanHTMLTeam_x-y')).toEqual(['draag', 'over', 'aan', 'html', 'team', 'x', 'y']);
    expect(bevat(['a', 'b', 'c'], ['b', 'c'])).toBe(true);
    expect(bekendeTabel('raadsopmerking_antwoord_versie', lijst)).toBe(true);
    expect(bekendeTabel('voorwaarden_en_vervolg', lijst)).toBe(true);
  });
});
