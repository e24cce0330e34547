import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { leesBestand, schrijfBestand } from './bestand.ts';
import type { Inhoud } from './veld.ts';

const map = path.resolve(import.meta.dirname, '../../../../gegevens/programma');
const lees = (regio: string): Inhoud => JSON.parse(readFileSync(path.join(map, `${regio}.json`), 'utf8'));
const regios = ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland'];

// @eis A3.1 A3.9
describe.each(regios)('programmabestand van %s', regio => {
  test('wordt zonder fout gelezen', () => {
    expect(leesBestand(lees(regio)).fouten).toEqual([]);
  });

  test('komt na inlezen en uitschrijven gelijk terug', () => {
    const bron = lees(regio);
    const { items } = leesBestand(bron);
    expect(schrijfBestand(items, { hulpaanbod: bron.hulpaanbod, zelfscan: bron.zelfscan })).toEqual(bron);
  });
});

// @eis A3.9
describe('een programmabestand met fouten', () => {
  const met = (wijzig: (b: Inhoud & Record<string, Inhoud[]>) => void) => {
    const b = lees('kennemerland') as Inhoud & Record<string, Inhoud[]>;
    wijzig(b);
    return leesBestand(b);
  };

  test('noemt elke fout met lijst, nummer, code en veld, en levert niets', () => {
    const { items, fouten } = met(b => {
      Object.assign(b.mijlpalen?.[2] ?? {}, { kwartaal: '2021-Q5', actie: '99' });
      Object.assign(b.raadsopmerkingen?.[0] ?? {}, { gemeente: 'Nergenshuizen' });
      Object.assign(b.acties?.[1] ?? {}, { titel: '' });
    });
    expect(items).toEqual([]);
    expect(fouten.map(f => [f.lijst, f.nummer, f.code, f.veld, f.gebrek.code])).toEqual([
      ['acties', 2, '2', 'titel', 'verplicht'],
      ['mijlpalen', 3, 'KEN-M3', 'actie', 'onbekende_code'],
      ['mijlpalen', 3, 'KEN-M3', 'kwartaal', 'geen_kwartaal'],
      ['raadsopmerkingen', 1, 'BLO-1', 'gemeente', 'onbekende_gemeente'],
    ]);
  });

  test('laat geen dubbele code, onbekend veld of 31 februari door', () => {
    const { fouten } = met(b => {
      Object.assign(b.mijlpalen?.[1] ?? {}, { code: 'KEN-M1' });
      Object.assign(b.mijlpalen?.[0] ?? {}, { verrassing: 1 });
      Object.assign(b.mijlpalen?.[3] ?? {}, { datum: '2021-02-31' });
    });
    expect(fouten.map(f => [f.nummer, f.veld, f.gebrek.code])).toEqual([
      [1, 'verrassing', 'onbekend_deel'],
      [2, 'code', 'dubbel'],
      [4, 'datum', 'geen_datum'],
    ]);
  });
});
