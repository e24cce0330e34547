import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '../resultaat/index.ts';
import {
  dagInNederland,
  formatDag,
  formatDagKort,
  formatDagMetWeekdag,
  formatTijd,
  formatTijdstip,
  maandNaam,
  parseDag,
} from './index.ts';

const derde = Temporal.PlainDate.from('2026-11-03');
const elkeDag = fc
  .integer({ min: 0, max: 73_000 })
  .map(aantal => Temporal.PlainDate.from('1900-01-01').add({ days: aantal }));

// @eis A2.1
describe('dagen schrijven', () => {
  test('een dag staat voluit, met weekdag en kort', () => {
    expect(formatDag(derde)).toBe('3 november 2026');
    expect(formatDagMetWeekdag(derde)).toBe('dinsdag 3 november 2026');
    expect(formatDagKort(derde)).toBe('3-11-2026');
    expect(formatDag(derde, 'en')).toBe('3 November 2026');
    expect(formatDagMetWeekdag(derde, 'en')).toBe('Tuesday 3 November 2026');
  });

  test('een tijd staat met een punt en uur, in het Engels met een dubbele punt', () => {
    expect(formatTijd(Temporal.PlainTime.from('14:05'))).toBe('14.05 uur');
    expect(formatTijd(Temporal.PlainTime.from('09:30'), 'en')).toBe('09:30');
  });

  test('een tijdstip staat op de Nederlandse klok, in zomer en winter', () => {
    expect(formatTijdstip(Temporal.Instant.from('2026-07-01T12:05:00Z'))).toBe('1 juli 2026, 14.05 uur');
    expect(formatTijdstip(Temporal.Instant.from('2026-12-01T12:05:00Z'))).toBe('1 december 2026, 13.05 uur');
  });

  test('half twaalf op oudejaarsavond in UTC is hier al nieuwjaarsdag', () => {
    expect(dagInNederland(Temporal.Instant.from('2026-12-31T23:30:00Z')).toString()).toBe('2027-01-01');
  });

  test('een maand die niet bestaat heeft geen naam', () => {
    expect(() => maandNaam(13)).toThrow(RangeError);
  });

  test('wet: wat er staat is wat de taalgegevens van Unicode schrijven', () => {
    fc.assert(
      fc.property(elkeDag, dag => {
        expect(formatDagMetWeekdag(dag)).toBe(dag.toLocaleString('nl-NL', { dateStyle: 'full' }));
        expect(formatDag(dag, 'en')).toBe(dag.toLocaleString('en-GB', { dateStyle: 'long' }));
      }),
    );
  });
});

// @eis A2.1
describe('dagen lezen', () => {
  test.each([
    '3-11-2026',
    '03-11-2026',
    '3/11/2026',
    '3.11.2026',
    '3 11 2026',
    '2026-11-03',
    '3 november 2026',
    '  3  November  2026 ',
    '3 nov 2026',
    '3 nov. 2026',
    '3-nov-2026',
    'dinsdag 3 november 2026',
    'Tuesday 3 November 2026',
    'dinsdag 3-11-2026',
  ])('%s is 3 november 2026', invoer => {
    expect(waardeOf(parseDag(invoer)).toString()).toBe('2026-11-03');
  });

  test.each([
    ['3 mrt 2026', '2026-03-03'],
    ['3 maa 2026', '2026-03-03'],
    ['3 sept. 2026', '2026-09-03'],
    ['3 may 2026', '2026-05-03'],
    ['29-2-2024', '2024-02-29'],
    ['1-2-1931', '1931-02-01'],
  ])('%s is %s', (invoer, verwacht) => {
    expect(waardeOf(parseDag(invoer)).toString()).toBe(verwacht);
  });

  test.each([
    ['', 'datum_leeg'],
    ['   ', 'datum_leeg'],
    ['morgen', 'datum_onleesbaar'],
    ['3 brumaire 2026', 'datum_onleesbaar'],
    ['blunderdag 3-11-2026', 'datum_onleesbaar'],
    ['2026-11-3', 'datum_onleesbaar'],
    ['3-11', 'datum_onleesbaar'],
    ['3-11-26', 'datum_jaar_onvolledig'],
    ['3 november 26', 'datum_jaar_onvolledig'],
    ['3-11-20266', 'datum_jaar_onvolledig'],
    ['30-2-2026', 'datum_bestaat_niet'],
    ['29-2-2026', 'datum_bestaat_niet'],
    ['11-13-2026', 'datum_bestaat_niet'],
    ['0-1-2026', 'datum_bestaat_niet'],
    ['maandag 3 november 2026', 'datum_weekdag_klopt_niet'],
  ])('%j wordt geweigerd als %s, met een zin voor de lezer', (invoer, code) => {
    expect(parseDag(invoer)).toMatchObject({
      ok: false,
      weigering: { code, melding: expect.stringMatching(/^[A-Z].*\.$/) },
    });
  });

  test('wet: alles wat wij schrijven kunnen wij lezen', () => {
    fc.assert(
      fc.property(elkeDag, dag => {
        const vormen = [
          dag.toString(),
          formatDagKort(dag),
          ...(['nl', 'en'] as const).flatMap(taal => [formatDag(dag, taal), formatDagMetWeekdag(dag, taal)]),
        ];
        for (const vorm of vormen) expect(waardeOf(parseDag(vorm)).equals(dag)).toBe(true);
      }),
    );
  });

  test('wet: geen enkele invoer doet het lezen struikelen', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9\-/. a-z]{0,14}$/)), invoer => {
        const uitkomst = parseDag(invoer);
        expect(uitkomst.ok || uitkomst.weigering.code.startsWith('datum_')).toBe(true);
      }),
    );
  });
});
