import { describe, expect, test } from 'vitest';
import { geldig, waarden } from '../testing/geldig.ts';
import { Tabel } from './tabel.tsx';

const kolommen = [
  { naam: 'Gemeente', rijkop: true },
  { naam: 'Gezinnen', getal: true },
];

// @eis A2.4
describe('tabel', () => {
  test('elke tabel heeft een bijschrift en elke kop een bereik', async () => {
    const opmaak = await geldig(
      <Tabel bijschrift="Gezinnen, 2025" kolommen={kolommen} rijen={[['Duindorp', '1.226']]} />,
    );
    expect(opmaak).toMatch(/<caption[^>]*>Gezinnen, 2025<\/caption>/);
    expect(waarden(opmaak, 'scope')).toEqual(['col', 'col', 'row']);
  });

  test('elke cel draagt de naam van haar kolom, voor wie op een telefoon kijkt', async () => {
    const opmaak = await geldig(
      <Tabel
        bijschrift="T"
        kolommen={kolommen}
        rijen={[
          ['a', '1'],
          ['b', '2'],
        ]}
        totaal={['Samen', '3']}
      />,
    );
    expect(waarden(opmaak, 'data-label')).toEqual(Array(3).fill(['Gemeente', 'Gezinnen']).flat());
  });

  test('getallen staan rechts, ook in kop en totaal', async () => {
    const opmaak = await geldig(
      <Tabel bijschrift="T" kolommen={kolommen} rijen={[['a', '1']]} totaal={['Samen', '1']} />,
    );
    expect(opmaak.match(/class="[^"]*la-getal[^"]*"/g)).toHaveLength(3);
    expect(opmaak).toContain('<tfoot');
  });

  test('een rij met te weinig cellen blijft een hele rij', async () => {
    expect(
      (await geldig(<Tabel bijschrift="T" kolommen={kolommen} rijen={[['a']]} />)).match(/<td/g),
    ).toHaveLength(1);
  });

  test('een tabel zonder rijen is geldig', async () => {
    expect(
      await geldig(<Tabel bijschrift="T" kolommen={kolommen} rijen={[]} bijschriftVerborgen />),
    ).toContain('<tbody');
  });
});
