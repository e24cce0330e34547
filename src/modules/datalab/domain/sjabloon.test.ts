import { describe, expect, test } from 'vitest';
import { leesIndicatoren } from '../usecases/gegevensbestanden.ts';
import { versieSlug } from './indicator.ts';
import { herkenSjabloon, indicatorkolommen, leesSjabloon, SJABLONEN, sjabloonVan } from './sjabloon.ts';

const politie = sjabloonVan('politie');
const rij = (...cellen: (string | number | null)[]) => ({
  kop: politie.kolommen,
  rijen: [{ nr: 2, cellen }],
});
const kop = (k: readonly string[]) => ({ kop: k, rijen: [{ nr: 2, cellen: [] }] });
const melding = (k: readonly string[]) => {
  const uit = leesSjabloon(politie, kop(k));
  return uit.ok ? 'gelezen' : (uit.weigering.melding ?? '');
};

// @eis B3.3
describe('sjablonen met een vaste kop', () => {
  test.each(SJABLONEN)('het sjabloon %s vraagt alleen indicatoren uit de catalogus', code => {
    const catalogus = leesIndicatoren();
    const bekend = new Set(catalogus.flatMap(i => [i.code, versieSlug(i)]));
    const vreemd = indicatorkolommen(sjabloonVan(code)).filter(
      k => !bekend.has(k) && !bekend.has(k.replaceAll('_', '-').replaceAll(' ', '-')),
    );
    expect(vreemd).toEqual([]);
    expect(herkenSjabloon(sjabloonVan(code).kolommen)).toEqual({ ok: true, waarde: sjabloonVan(code) });
  });

  test('leeg is geen cijfer, 0 is nul en een punt blijft een punt', () => {
    const uit = leesSjabloon(politie, rij('Alkmaar', 2024, 'nee', 437, 0, '.', null, '', 'let op', null));
    expect(uit.ok && uit.waarde.rijen.map(r => [r.kolom, r.cellen[3], r.cellen[5]])).toEqual([
      ['politie_incidenten_hg', 437, 'let op'],
      ['politie_misdrijven_hg', 0, 'let op'],
      ['poging_of_moord_doodslag_vrouwelijke_expartner', '.', 'let op'],
    ]);
  });

  test('een verschoven, ontbrekende of extra kolom stopt en zegt waar', () => {
    const [a = '', b = '', ...rest] = politie.kolommen;
    expect(melding([b, a, ...rest])).toContain('In kolom A staat ‘periode’; daar hoort ‘gemeente’.');
    expect(melding(politie.kolommen.filter(k => k !== 'politie_misdrijven_hg'))).toContain('In kolom E');
    expect(melding([...politie.kolommen, 'extra'])).toContain('daar hoort niets');
  });

  // @eis B2.3
  test.each(SJABLONEN)(
    'achter de vaste kolommen van %s mag staan wie er achter elk aantal staan, in elke volgorde',
    code => {
      const s = sjabloonVan(code);
      const [eerste = ''] = indicatorkolommen(s);
      const kop = [...s.kolommen, `${eerste}: grootste aandeel`, `${eerste}: huishoudens`];
      const cellen = kop.map((_, i) => (i === 0 ? 'Alkmaar' : i === 1 ? 2024 : i === 3 ? 12 : null));
      const uit = leesSjabloon(s, { kop, rijen: [{ nr: 2, cellen: [...cellen.slice(0, -2), 7, 2] }] });
      expect(uit.ok && uit.waarde.rijen.map(r => r.cellen.slice(6))).toEqual([[2, null, 7, null]]);
      const dubbel = leesSjabloon(s, { kop: [...kop, `${eerste}: huishoudens`], rijen: [] });
      expect(dubbel.ok ? '' : dubbel.weigering.melding).toContain('die kolom staat er al');
      // A share without the count it is a share of is kept as a row, so that the check names it.
      const los = leesSjabloon(s, {
        kop,
        rijen: [{ nr: 2, cellen: kop.map((_, i) => (i === kop.length - 1 ? 2 : null)) }],
      });
      expect(los.ok && los.waarde.rijen.length).toBe(1);
    },
  );

  test('een ouder of onbekend sjabloon wordt geweigerd; een gewoon bestand is geen sjabloon', () => {
    const oud = herkenSjabloon(['gemeente', 'sjabloon politie 0']);
    expect(oud && !oud.ok && oud.weigering.code).toBe('sjabloon_onbekend');
    expect(herkenSjabloon(['gemeente', 'jaar'])).toBeNull();
  });
});
