import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uitOpenbareBron } from '#kern/onthulling/index.ts';
import { bestondTussen, type Gemeente, slugVan, vindGemeente } from './gemeente.ts';
import { gemeenteOp, naarGrenzenVan } from './grenzen.ts';
import { draagtAfleiding, type Waarneming, waardeVan } from './waarneming.ts';

const g = (
  code: string,
  naam: string,
  van: string | null,
  tot: string | null,
  opvolgers: string[],
): Gemeente => ({
  code,
  naam,
  cbsNaam: naam,
  slug: slugVan(naam),
  provincie: 'Noord-Holland',
  regio: 'zaanstreek-waterland',
  subregio: 'Waterland',
  geldigVanaf: van,
  geldigTot: tot,
  opvolgers,
});
// Beemster joined Purmerend on 1-1-2022; Haaren was divided over four on 1-1-2021 (Staatsblad; CBS).
const GEMEENTEN = [
  g('GM0370', 'Beemster', null, '2022-01-01', ['GM0439']),
  g('GM0439', 'Purmerend', null, null, []),
  g('GM0852', 'Waterland', null, null, []),
  g('GM0788', 'Haaren', null, '2021-01-01', ['GM0757', 'GM0824']),
];
const citaat = { titel: 'Plan', van: 'regio', datum: '2020', plek: 'Bijlage 1' };

function w(code: string, waarde: number, jaar = 2019, eenheid = 'aantal'): Waarneming {
  const naam = GEMEENTEN.find(x => x.code === code)?.naam ?? code;
  return {
    id: `${code}-${jaar}`,
    plaats: { soort: 'gemeente', code, naam },
    regio: 'zaanstreek-waterland',
    gemeente: code,
    periode: { soort: 'jaar', jaar },
    periodeCode: String(jaar),
    periodeTekst: 'jaar',
    indicator: 'politie_misdrijven_hg',
    definitieversie: 1,
    cijfer: { openbaarheid: 'openbaar_in_bron', publiceerbaar: uitOpenbareBron(citaat, waarde) },
    decimalen: 0,
    eenheid,
    voorlopig: false,
    overgenomen: '2026-11-22',
    opmerking: null,
    bron: 'plan',
    citaat,
    versie: 1,
  };
}
const VANDAAG = '2026-11-22';
const omgezet = (...lijst: Waarneming[]) => naarGrenzenVan(lijst, GEMEENTEN, VANDAAG);

// @eis A4.1
describe('een reeks op de grenzen van vandaag', () => {
  test('Beemster telt bij Purmerend: 11 en 95 misdrijven in 2019 worden 106, met de delen erbij', () => {
    const uit = omgezet(w('GM0370', 11), w('GM0439', 95), w('GM0852', 4));
    expect(uit.waarnemingen.map(x => [x.plaats.naam, waardeVan(x.cijfer)])).toEqual([
      ['Purmerend', 106],
      ['Waterland', 4],
    ]);
    expect(uit.waarnemingen[0]?.delen).toEqual([
      { naam: 'Beemster', waarde: 11 },
      { naam: 'Purmerend', waarde: 95 },
    ]);
  });

  test('ontbreekt een deel, dan wordt er niet opgeteld en staat er waarom', () => {
    const uit = omgezet(w('GM0439', 95));
    expect(uit.waarnemingen).toEqual([]);
    expect(uit.weggelaten).toEqual([{ naam: 'Purmerend', periodeCode: '2019', reden: 'onvolledig' }]);
  });

  test('delen uit twee bronnen met dezelfde titel worden niet bij elkaar opgeteld', () => {
    const uit = omgezet(w('GM0370', 11), { ...w('GM0439', 95), bron: 'plan-tweede-druk' });
    expect(uit.waarnemingen).toEqual([]);
    expect(uit.weggelaten.map(x => x.reden)).toEqual(['onvolledig', 'onvolledig']);
  });

  test('na de herindeling is Purmerend alleen zichzelf', () => {
    const uit = omgezet(w('GM0439', 120, 2022));
    expect(uit.waarnemingen).toHaveLength(1);
    expect(uit.waarnemingen[0]?.delen).toBeUndefined();
  });

  test('een gemeente die is verdeeld, krijgt nergens een plek', () => {
    expect(gemeenteOp(GEMEENTEN, 'GM0788', VANDAAG)).toBeNull();
    expect(omgezet(w('GM0788', 20)).weggelaten[0]?.reden).toBe('opgesplitst');
  });

  test('percentages worden niet opgeteld', () => {
    const uit = omgezet(w('GM0370', 20, 2019, 'procent'), w('GM0439', 30, 2019, 'procent'));
    expect(uit.waarnemingen).toEqual([]);
    expect(uit.weggelaten[0]?.reden).toBe('niet_optelbaar');
  });

  // @eis A4.2
  test('op een som waar een aantal van 1 tot en met 4 in zit, wordt niets gebouwd', () => {
    // Bijlage 1 Politiecijfers: Beemster 2 en Purmerend 31, januari tot en met mei 2020.
    const [som] = omgezet(w('GM0370', 2), w('GM0439', 31)).waarnemingen;
    expect(som && waardeVan(som.cijfer)).toBe(33);
    expect(som && draagtAfleiding(som)).toBe(false);
  });

  test('optellen verandert het totaal nooit', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.nat(5000), (a, b, c) => {
        const uit = omgezet(w('GM0370', a), w('GM0439', b), w('GM0852', c)).waarnemingen;
        expect(uit.reduce((s, x) => s + waardeVan(x.cijfer), 0)).toBe(a + b + c);
      }),
    );
  });
});

describe('een gemeente vinden', () => {
  // @eis A4.1
  test('bij naam, code of oude schrijfwijze, in de dagen van het cijfer', () => {
    for (const naam of ['Beemster', 'beemster', 'GM0370', ' gm0370 ']) {
      const r = vindGemeente(GEMEENTEN, naam, '2019-01-01', '2019-12-31');
      expect(r.ok && r.waarde.code).toBe('GM0370');
    }
  });

  test('een onbekende gemeente en een gemeente die niet meer bestond, worden bij naam geweigerd', () => {
    const onbekend = vindGemeente(GEMEENTEN, 'Nergenshuizen', '2019-01-01', '2019-12-31');
    expect(!onbekend.ok && onbekend.weigering.melding).toContain('Nergenshuizen');
    const weg = vindGemeente(GEMEENTEN, 'Beemster', '2023-01-01', '2023-12-31');
    expect(!weg.ok && weg.weigering.melding).toContain('Purmerend');
  });

  test('een gemeente bestond niet na haar laatste dag', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2015, max: 2030 }), jaar => {
        const beemster = GEMEENTEN[0] as Gemeente;
        expect(bestondTussen(beemster, `${jaar}-01-01`, `${jaar}-12-31`)).toBe(jaar < 2022);
      }),
    );
  });
});
