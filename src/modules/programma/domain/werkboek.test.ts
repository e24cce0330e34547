import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bronbestand, REGIOS } from '../testing/proefapp.ts';
import { leesBestand, schrijfBestand } from './bestand.ts';
import { leesWaarde, toonWaarde } from './invoer.ts';
import { koppel } from './koppel.ts';
import { SOORTEN } from './soorten.ts';
import type { Veld } from './veld.ts';
import { type Cel, naarWerkboek, uitWerkboek, type Werkblad } from './werkboek.ts';

const boek = (regio: string) => naarWerkboek(bronbestand(regio), (_s, pad) => pad);
const items = (regio: string) => leesBestand(bronbestand(regio)).items;

/** A workbook with one cell changed, by sheet, row number from 1 and name of the column. */
function met(bladen: Werkblad[], blad: string, rij: number, kolom: string, waarde: Cel): Werkblad[] {
  return bladen.map(b => {
    if (b.naam !== blad) return b;
    const k = b.rijen[0]?.indexOf(kolom) ?? -1;
    expect(k).toBeGreaterThanOrEqual(0);
    return {
      ...b,
      rijen: b.rijen.map((r, i) => (i === rij - 1 ? r.map((c, j) => (j === k ? waarde : c)) : r)),
    };
  });
}

// @eis A3.9
describe.each([...REGIOS])('werkboek van %s', regio => {
  test('komt als spreadsheet en terug gelijk uit: inlezen wijzigt niets', () => {
    const { bestand, fouten } = uitWerkboek(boek(regio));
    expect(fouten).toEqual([]);
    const terug = leesBestand(bestand);
    expect(terug.fouten).toEqual([]);
    const bestaand = items(regio).map(i => ({ ...i, verwijderd: false }));
    const anders = koppel(bestaand, terug.items).filter(k => k.wat !== 'gelijk');
    expect(anders).toEqual([]);
    const bron = bronbestand(regio);
    const { hulpaanbod, zelfscan } = bron;
    expect(schrijfBestand(terug.items, { hulpaanbod, zelfscan })).toEqual(bron);
  });
});

// @eis A3.9
describe('een werkboek met fouten', () => {
  test('noemt per fout blad, rij en kolom', () => {
    let b = boek('kennemerland');
    b = met(b, 'mijlpalen', 5, 'kwartaal', '2021-Q5');
    b = met(b, 'acties', 4, 'titel', '');
    b = met(b, 'acties.stappen', 3, 'gereed', '31-2-2021');
    b = met(b, 'begroting.regels', 3, 'bedrag', 'veel');
    const boekje = uitWerkboek(b);
    const fouten = leesBestand(boekje.bestand).fouten;
    const gevonden = fouten.map(f => {
      const { blad, rij, kolom } = boekje.plek(f);
      return `${blad} ${kolom}${rij} ${f.gebrek.code}`;
    });
    expect(gevonden.sort()).toEqual([
      'acties B4 verplicht',
      'acties.stappen E3 geen_datum',
      'begroting.regels D3 geen_bedrag',
      'mijlpalen F5 geen_kwartaal',
    ]);
  });

  test('mist een blad of kolom, of kent een blad, kolom of ouder niet', () => {
    const b = boek('kennemerland');
    const kapot: Werkblad[] = [
      ...met(b, 'acties.stappen', 4, 'bij', '99')
        .filter(x => x.naam !== 'partners')
        .map(x =>
          x.naam === 'projecten'
            ? { ...x, rijen: x.rijen.map((r, i) => (i === 0 ? ['KODE', ...r.slice(1)] : r)) }
            : x,
        ),
      { naam: 'Blad1', rijen: [] },
    ];
    expect(uitWerkboek(kapot).fouten.map(f => [f.blad, f.rij, f.kolom, f.gebrek, f.waarde])).toEqual([
      ['Blad1', null, null, 'blad_onbekend', 'Blad1'],
      ['projecten', 1, 'A', 'kolom_onbekend', 'KODE'],
      ['projecten', 1, null, 'kolom_ontbreekt', 'code'],
      ['partners', null, null, 'blad_ontbreekt', 'partners'],
      ['acties.stappen', 4, 'A', 'ouder_onbekend', '99'],
    ]);
  });
});

describe('lege sjabloon', () => {
  test('heeft elk blad met kop en uitleg, en elke soort met regels past erin', () => {
    const bladen = naarWerkboek(null, (_s, pad) => pad);
    for (const b of bladen) expect([b.naam, b.rijen.length, b.naam.length <= 31]).toEqual([b.naam, 2, true]);
    // A kind with groups is found again by its code, or stands once.
    for (const s of Object.values(SOORTEN))
      if (s.velden.some(v => v.soort === 'groep'))
        expect(s.codeVeld !== null || s.bestand?.enkel === true).toBe(true);
  });
});

// @eis A3.1
describe('invoer in Nederlandse notatie', () => {
  const veld = (soort: Veld['soort']): Veld => ({ naam: 'x', soort });

  test('wat een veld toont, leest het ook weer', () => {
    const heen = (soort: Veld['soort'], w: unknown): void => {
      expect(leesWaarde(veld(soort), toonWaarde(veld(soort), w))).toEqual(w);
    };
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), n => heen('bedrag', n)));
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), n => heen('getal', n / 100)));
    fc.assert(fc.property(fc.boolean(), w => heen('ja_nee', w)));
    const regel = fc.string({ minLength: 1 }).filter(s => s.trim() === s && !s.includes('\r'));
    fc.assert(fc.property(fc.array(regel), w => heen('lijst', w)));
    fc.assert(fc.property(regel, w => heen('tekst', w)));
  });

  test.each([
    ['bedrag', '186.000', 186000],
    ['bedrag', '€ 186.000,-', 186000],
    ['bedrag', '186000,00', 186000],
    ['bedrag', '186.0000', '186.0000'],
    ['bedrag', '12,50', '12,50'],
    ['bedrag', '1.5', '1.5'],
    ['getal', '12,5', 12.5],
    ['getal', '1.226', 1226],
    ['datum', '3-11-2026', '2026-11-03'],
    ['datum', '3 november 2026', '2026-11-03'],
    ['datum', 'november 2026', '2026-11'],
    ['datum', '11-2026', '2026-11'],
    ['datum', '2026-11', '2026-11'],
    ['datum', '2026', '2026'],
    ['datum', '31-2-2026', '31-2-2026'],
    ['datum', 'morgen', 'morgen'],
    ['kwartaal', '1e kwartaal 2026', '2026-Q1'],
    ['kwartaal', 'q3 2026', '2026-Q3'],
    ['kwartaal', '2026-Q5', '2026-Q5'],
    ['ja_nee', 'Ja', true],
    ['ja_nee', 'misschien', 'misschien'],
    ['lijst', ' een \r\n\r\ntwee', ['een', 'twee']],
    ['tekst', '', null],
  ] as const)('%s "%s" wordt %j', (soort, tekst, waarde) => {
    expect(leesWaarde(veld(soort), tekst)).toEqual(waarde);
  });
});
