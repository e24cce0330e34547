import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bijdraagcellen, leesBijdragers, telSamen } from './bijdragers.ts';

const cellen = (b: Partial<Bijdraagcellen>): Bijdraagcellen => ({
  huishoudens: null,
  personen: null,
  grootste: null,
  tweede: null,
  ...b,
});
const fout = (waarde: number | null, b: Partial<Bijdraagcellen>) => {
  const uit = leesBijdragers(waarde, cellen(b));
  return uit.ok ? 'goed' : `${uit.veld}: ${uit.weigering.melding}`;
};

// @eis B2.3
describe('wie er achter een telling staan', () => {
  test('lege cellen zeggen niets; wat is ingevuld wordt gelezen zoals mensen het schrijven', () => {
    expect(leesBijdragers(12, cellen({ huishoudens: ' ' }))).toEqual({ ok: true, waarde: null });
    expect(leesBijdragers(1200, cellen({ huishoudens: '1.100', grootste: 7 }))).toEqual({
      ok: true,
      waarde: { huishoudens: 1100, personen: null, grootste: 7, tweede: null },
    });
    expect(leesBijdragers(0, cellen({ huishoudens: 0, personen: 0 })).ok).toBe(true);
  });

  test.each([
    [{ huishoudens: 13 }, 'huishoudens: 13 huishoudens is meer dan het aantal, 12'],
    [{ huishoudens: 0 }, 'huishoudens: Bij een aantal van 12 hoort minstens 1'],
    [{ huishoudens: 4, personen: 3 }, 'personen: 3 personen is minder dan 4 huishoudens'],
    [{ grootste: 13 }, 'grootste: Het grootste aandeel, 13, is meer dan het aantal, 12'],
    [{ huishoudens: 4, grootste: 10 }, 'grootste: Het grootste aandeel kan hier hoogstens 9 zijn'],
    [{ huishoudens: 4, grootste: 2 }, 'grootste: Het grootste aandeel, 2, is te klein: 4 keer 2'],
    [{ grootste: 8, tweede: 5 }, 'tweede: Het tweede aandeel, 5, past niet naast het grootste'],
    [{ grootste: 4, tweede: 5 }, 'tweede: Het tweede aandeel, 5, past niet'],
    [{ tweede: 2 }, 'tweede: Hier staat het tweede aandeel zonder het grootste'],
    [{ personen: 2.5 }, 'personen: ‘2.5’ is geen heel getal vanaf 0'],
    [{ personen: 'veel' }, 'personen: ‘veel’ is geen getal'],
  ])('%j bij twaalf kan niet, en er staat wat te doen', (b, melding) => {
    expect(fout(12, b)).toContain(melding);
  });

  test('bij een punt, een percentage of een afgerond aantal hoort niets', () => {
    expect(fout(null, { personen: 3 })).toBe(
      'personen: Dit hoort alleen bij een precies aantal. Maak deze cel leeg.',
    );
  });

  test('wet: wat echte gezinnen opleveren wordt nooit geweigerd', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }), gezinnen => {
        const [grootste = null, tweede = null] = gezinnen.toSorted((a, b) => b - a);
        const som = gezinnen.reduce((n, g) => n + g, 0);
        return leesBijdragers(som, cellen({ huishoudens: gezinnen.length, grootste, tweede })).ok;
      }),
    );
  });

  test('van gemeenten samen: huishoudens tellen op, het grootste aandeel blijft het grootste', () => {
    const a = { huishoudens: 3, personen: null, grootste: 9, tweede: 2 };
    const b = { huishoudens: 4, personen: 8, grootste: 5, tweede: 4 };
    expect(telSamen([a, b])).toEqual({ huishoudens: 7, personen: null, grootste: 9, tweede: 5 });
    expect(telSamen([a, null])).toBeNull();
  });
});
