import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bevindingTekst,
  type Controle,
  type Controleteksten,
  controleer,
  dubbeleCodes,
  type Ernst,
  maakControles,
  oordeel,
} from './index.ts';

interface Afspraak {
  readonly titel: string;
  readonly begin: number;
  readonly eind: number;
  readonly gasten: readonly string[];
}
type Code = 'AF101' | 'AF102' | 'AF201';

const controles = maakControles<Afspraak, Code>([
  { code: 'AF101', ernst: 'fout', velden: ['titel'], toets: ({ titel }) => titel.trim() !== '' },
  { code: 'AF102', ernst: 'fout', velden: ['begin', 'eind'], toets: ({ begin, eind }) => begin < eind },
  {
    code: 'AF201',
    ernst: 'signalering',
    velden: ['gasten'],
    toets: ({ gasten }) =>
      gasten.flatMap((gast, plaats) =>
        gasten.indexOf(gast) < plaats
          ? [{ velden: [`gasten.${plaats}`], gegevens: { plaats: plaats + 1 } }]
          : [],
      ),
  },
]);
const teksten: Controleteksten<Code> = {
  AF101: 'Geef een titel.',
  AF102: 'Het eind moet na het begin liggen.',
  AF201: 'Gast {plaats} staat er al.',
};
const goed: Afspraak = { titel: 'Overleg', begin: 9, eind: 10, gasten: ['a', 'b'] };

// @eis A2.1
describe('controles', () => {
  test('wat in orde is, geeft geen bevindingen en mag door', () => {
    expect(controleer(controles, goed)).toEqual([]);
    expect(oordeel(controleer(controles, goed), teksten)).toEqual({ ok: true, waarde: [] });
  });

  test('alle controles lopen door na de eerste bevinding, op volgorde van hun nummer', () => {
    const bevindingen = controleer(controles, { titel: ' ', begin: 10, eind: 9, gasten: ['a', 'a'] });
    expect(bevindingen).toEqual([
      { code: 'AF101', ernst: 'fout', velden: ['titel'], gegevens: {} },
      { code: 'AF102', ernst: 'fout', velden: ['begin', 'eind'], gegevens: {} },
      { code: 'AF201', ernst: 'signalering', velden: ['gasten.1'], gegevens: { plaats: 2 } },
    ]);
  });

  test('een controle kan meer bevindingen geven, elk met haar eigen veld en gegevens', () => {
    const bevindingen = controleer(controles, { ...goed, gasten: ['a', 'a', 'b', 'a'] });
    expect(bevindingen.map(bevinding => bevindingTekst(bevinding, teksten))).toEqual([
      'Gast 2 staat er al.',
      'Gast 4 staat er al.',
    ]);
  });

  test('een gegeven dat ontbreekt blijft zichtbaar in de tekst', () => {
    const bevinding = { code: 'AF201', ernst: 'signalering', velden: [], gegevens: {} } as const;
    expect(bevindingTekst<Code>(bevinding, teksten)).toBe('Gast {plaats} staat er al.');
  });

  test('een fout houdt tegen, ook als iemand haar bevestigt', () => {
    const bevindingen = controleer(controles, { ...goed, titel: '', begin: 11 });
    expect(oordeel(bevindingen, teksten, ['AF101', 'AF102'])).toEqual({
      ok: false,
      weigering: {
        code: 'controle_fout',
        melding: 'Dit kan nog niet: er is iets niet in orde.',
        velden: {
          titel: 'Geef een titel.',
          begin: 'Het eind moet na het begin liggen.',
          eind: 'Het eind moet na het begin liggen.',
        },
        gegevens: { codes: 'AF101 AF102' },
      },
    });
  });

  test('een signalering vraagt bevestiging en laat daarna door', () => {
    const bevindingen = controleer(controles, { ...goed, gasten: ['a', 'a'] });
    expect(oordeel(bevindingen, teksten)).toMatchObject({
      weigering: { code: 'signalering_niet_bevestigd', velden: { 'gasten.1': 'Gast 2 staat er al.' } },
    });
    expect(oordeel(bevindingen, teksten, ['AF201'])).toEqual({ ok: true, waarde: bevindingen });
  });

  test('twee bevindingen bij een veld staan er allebei', () => {
    const alles = { velden: ['titel'], gegevens: {}, ernst: 'fout' } as const;
    const bevindingen = [{ ...alles, code: 'AF101' } as const, { ...alles, code: 'AF102' } as const];
    expect(oordeel<Code>(bevindingen, teksten)).toMatchObject({
      weigering: { velden: { titel: 'Geef een titel. Het eind moet na het begin liggen.' } },
    });
  });

  test('een nummer dat twee keer voorkomt of geen nummer is, wordt bij het maken geweigerd', () => {
    const controle = (code: string): Controle<Afspraak> => ({
      code,
      ernst: 'fout',
      velden: [],
      toets: () => true,
    });
    expect(() => maakControles([controle('AF101'), controle('AF102'), controle('AF101')])).toThrow('AF101');
    for (const code of ['', 'AF1', 'af101', 'AF1011', '101', 'ABCDE101', 'AF101 ']) {
      expect(() => maakControles([controle(code)])).toThrow('Geen controlecode');
    }
  });

  test('dubbele nummers tussen kamers worden gevonden', () => {
    const anders = [{ code: 'AF102' }, { code: 'ZB101' }];
    expect(dubbeleCodes(controles, anders)).toEqual(['AF102']);
    expect(dubbeleCodes(controles)).toEqual([]);
  });

  test('een controle zonder tekst past niet in de types', () => {
    // @ts-expect-error AF201 has no wording
    const onvolledig: Controleteksten<Code> = { AF101: 'Geef een titel.', AF102: 'Nee.' };
    expect(Object.keys(onvolledig)).toHaveLength(2);
  });

  test('wet: door mag precies wie geen fout heeft en elke signalering heeft bevestigd', () => {
    const bevindingen = fc.array(
      fc.record({
        code: fc.constantFrom<Code>('AF101', 'AF102', 'AF201'),
        ernst: fc.constantFrom<Ernst>('fout', 'signalering'),
        velden: fc.constant(['titel']),
        gegevens: fc.constant({}),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(bevindingen, fc.subarray(['AF101', 'AF102', 'AF201']), (lijst, bevestigd) => {
        const mag = lijst.every(({ code, ernst }) => ernst === 'signalering' && bevestigd.includes(code));
        expect(oordeel(lijst, teksten, bevestigd).ok).toBe(mag);
      }),
    );
  });
});
