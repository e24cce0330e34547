import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Invulveld } from './documentsjabloon.ts';
import { leesVrijeTekst, losseGetallen, schrijfVerwijzing, verwijzingenIn } from './documenttekst.ts';
import { leesInvulveld } from './documentveld.ts';

const veld = (rest: Partial<Invulveld> = {}): Invulveld => ({
  naam: 'mening',
  soort: 'vrij',
  label: 'Mening',
  uitleg: 'Kort',
  verplicht: true,
  hoogstens: 200,
  ...rest,
});
const kent = (v: { publicatie: string; cel: string }) => v.publicatie === 'evaluatie-2025' && v.cel === 'c1';
const lees = (v: Invulveld, tekst: string) => {
  const uit = leesInvulveld(v, tekst, kent);
  return uit.ok ? uit.waarde.soort : uit.weigering.code;
};

// @eis B4.5
describe('getallen in een vrije tekst', () => {
  test.each([
    'Op 20 maart 2025 besloot de raad, en op 1-12-2026 volgt de rest.',
    'Artikel 4.1.7 van het Uitvoeringsbesluit; zie bijlage 2 en paragraaf 3.1.',
    'In het 2e halfjaar van 2025, in Q2 en over 2024-2027.',
    'De campagne kost € 186.000 en begint om 14.05 uur.',
    'Bel 112 bij gevaar, of Veilig Thuis: 0800-2000.',
    'Binnen vijf dagen, met twee partners: één gezin, één plan.',
    'Indicator VT-8, stand 2026-01-01, zie https://voorbeeld.invalid/raad/2025-17.',
  ])('wat geen telling is mag: %s', tekst => {
    expect(losseGetallen(tekst)).toEqual([]);
  });

  test.each([
    ['In Waterland waren het er 3.', ['3']],
    ['In 2025 3 keer, en 1.226 in de regio.', ['3', '1.226']],
    ['Dat is 45 procent, of 4,5 per inwoner.', ['45', '4,5']],
    ['Zaanstad telde er 246 in 2019.', ['246']],
    ['Het waren er 20255.', ['20255']],
    ['Het waren er ３ of ⁴.', ['3', '4']],
    ['In 2024 kwamen er 2024 meldingen.', ['2024']],
    ['Het ging om drie gezinnen en Vier kinderen.', ['drie gezinnen', 'Vier kinderen']],
  ])('een telling staat los: %s', (tekst, los) => {
    expect(losseGetallen(tekst)).toEqual(los);
  });

  test('elk klein aantal in gewone woorden wordt gevonden', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1800 }), fc.constantFrom('', 'er ', 'ruim '), (n, voor) => {
        expect(losseGetallen(`Het waren ${voor}${n} meldingen.`)).toEqual([String(n)]);
      }),
    );
  });

  test('een verwijzing is geen los getal en komt er heelhuids uit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,3}$/),
        fc.nat(9999),
        (publicatie, n) => {
          const v = { publicatie, cel: `c${n}` };
          const tekst = `Het waren er ${schrijfVerwijzing(v)}, zegt de regio.`;
          expect(losseGetallen(tekst)).toEqual([]);
          expect(verwijzingenIn(tekst)).toEqual([v]);
          expect(leesVrijeTekst(tekst)[0]?.stukken[1]).toEqual(v);
        },
      ),
    );
  });
});

// @eis B4.5
describe('een veld wordt gelezen als de soort die het sjabloon zegt', () => {
  test('leeg, te lang, een los getal en een vreemde verwijzing hebben elk hun eigen melding', () => {
    expect(lees(veld(), ' \n ')).toBe('leeg');
    expect(lees(veld({ verplicht: false }), '')).toBe('leeg');
    expect(lees(veld(), 'x'.repeat(201))).toBe('te_lang');
    expect(lees(veld(), 'Het waren er 3.')).toBe('los_getal');
    expect(lees(veld(), 'Het waren er [evaluatie-2025/c9].')).toBe('onbekend_cijfer');
    expect(lees(veld(), 'Het waren er [evaluatie-2025/c1].')).toBe('vrij');
  });

  test('een datum is een datum, een kenmerk een kenmerk, en in een regel past geen telling', () => {
    expect(lees(veld({ soort: 'datum' }), '31-2-2026')).toBe('geen_datum');
    expect(lees(veld({ soort: 'datum' }), '1 december 2026')).toBe('dag');
    expect(lees(veld({ soort: 'kenmerk' }), '2026-0123')).toBe('regel');
    expect(lees(veld({ soort: 'kenmerk' }), 'drie & [x]')).toBe('geen_kenmerk');
    expect(lees(veld({ soort: 'regel' }), 'Burgemeester en wethouders')).toBe('regel');
    expect(lees(veld({ soort: 'regel' }), 'Namens 4 gezinnen')).toBe('los_getal');
    expect(lees(veld({ soort: 'regel' }), 'Zie [evaluatie-2025/c1]')).toBe('onbekend_cijfer');
  });

  test('een lege regel begint een alinea en een streepje een punt', () => {
    const uit = leesVrijeTekst('Eerst dit.\nEn dat.\n\n- een punt\n- nog een\nDaarna.\r\n\r\nSlot.');
    expect(uit.map(a => [a.soort, a.stukken[0]])).toEqual([
      ['alinea', 'Eerst dit.\nEn dat.'],
      ['punt', 'een punt'],
      ['punt', 'nog een'],
      ['alinea', 'Daarna.'],
      ['alinea', 'Slot.'],
    ]);
  });
});
