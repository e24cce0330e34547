import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controleer } from '#kern/controle/index.ts';
import { parsePeriode } from '#kern/datum/index.ts';
import { uitOpenbareBron } from '#kern/onthulling/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';
import { KWALITEITSCONTROLES, raaktKlein } from './kwaliteit.ts';
import type { Waarneming } from './waarneming.ts';

const citaat = { titel: 'Jaarbericht', van: 'regio', datum: '2025', plek: 'tabel 1' };
const REGIO = { soort: 'regio', code: 'kennemerland', naam: 'Kennemerland' } as const;
const gemeente = (code: string) => ({ soort: 'gemeente', code, naam: code }) as const;

function w(
  plaats: Waarneming['plaats'],
  periode: string,
  waarde: number,
  meer: Partial<Waarneming> = {},
): Waarneming {
  return {
    id: `${plaats.code}-${periode}-${waarde}`,
    plaats,
    regio: REGIO.code,
    gemeente: plaats.soort === 'gemeente' ? plaats.code : null,
    periode: waardeOf(parsePeriode(periode)),
    periodeCode: periode,
    periodeTekst: periode,
    indicator: 'vt_meldingen',
    definitieversie: 1,
    cijfer: { openbaarheid: 'openbaar_in_bron', publiceerbaar: uitOpenbareBron(citaat, waarde) },
    decimalen: 0,
    eenheid: 'aantal',
    voorlopig: false,
    overgenomen: '2026-11-22',
    opmerking: null,
    bron: 'jaarbericht',
    citaat,
    versie: 1,
    ...meer,
  };
}

const bevind = (...waarnemingen: Waarneming[]) =>
  controleer(KWALITEITSCONTROLES, { waarnemingen, aantalGemeenten: () => 2 }).map(b => [
    b.code,
    b.gegevens['klein'] === 1,
  ]);
const optelling = (totaal: number, a: number, b: number) =>
  bevind(w(REGIO, '2024', totaal), w(gemeente('GM0392'), '2024', a), w(gemeente('GM0453'), '2024', b));
const halfjaren = (jaar: number, h1: number, h2: number) =>
  bevind(w(REGIO, '2024', jaar), w(REGIO, '2024-H1', h1), w(REGIO, '2024-H2', h2));
const groei = (voor: number, na: number) =>
  bevind(
    w(REGIO, '2022', voor),
    w(REGIO, '2023', na),
    w(REGIO, '2022/2023', 77, { indicator: 'vt_meldingen_groei', eenheid: 'procent' }),
  );
const aandelen = (meldingen: number, aantal: number, procent: number) =>
  bevind(
    w(REGIO, '2024', meldingen),
    w(REGIO, '2024', aantal, { indicator: 'vervolg' }),
    w(REGIO, '2024', procent, { indicator: 'aandeel_vervolg', eenheid: 'procent' }),
  );

// @eis A4.2 A4.4
describe('een bevinding die aan een klein aantal raakt', () => {
  test.each([
    ['een gemeente telt 3', optelling(40, 3, 20), [['DK101', true]]],
    ['het totaal is 3', optelling(3, 0, 0), [['DK101', true]]],
    ['het verschil is 2', optelling(40, 18, 20), [['DK101', true]]],
    ['het verschil is 2 de andere kant op', optelling(40, 22, 20), [['DK101', true]]],
    ['niets is klein: optelling', optelling(40, 10, 20), [['DK101', false]]],
    ['een jaar telt 4', groei(4, 40), [['DK102', true]]],
    ['de groei is 3', groei(20, 23), [['DK102', true]]],
    ['niets is klein: groei', groei(20, 40), [['DK102', false]]],
    ['een half jaar telt 2', halfjaren(20, 2, 8), [['DK106', true]]],
    ['het jaar telt 4', halfjaren(4, 5, 5), [['DK106', true]]],
    ['een half jaar wijkt 1 af', halfjaren(20, 11, 10), [['DK106', true]]],
    ['niets is klein: halfjaren', halfjaren(20, 10, 15), [['DK106', false]]],
    // 10 of 20 is 50 per cent, and of no other multiple of 5.
    ['de melding telt 3', aandelen(3, 10, 50), [['DK105', true]]],
    ['het verschil met het totaal is 2', aandelen(18, 10, 50), [['DK105', true]]],
    ['niets is klein: aandelen', aandelen(60, 10, 50), [['DK105', false]]],
  ])('%s', (_naam, uit, verwacht) => {
    expect(uit).toEqual(verwacht);
  });

  test('een begroting is geen telling van mensen: een verschil van drie euro is openbaar', () => {
    const plek = { ...citaat, plek: 'tabel 3' };
    const geld = (waarde: number, meer: Partial<Waarneming>) =>
      w(REGIO, '2021', waarde, { eenheid: 'euro', citaat: plek, ...meer });
    expect(
      bevind(
        geld(476_715, { indicator: 'budget_totaal_duvo' }),
        geld(476_712, { indicator: 'budget_post', opmerking: 'financiering: DUVO' }),
      ),
    ).toEqual([['DK103', false]]);
  });

  test('een optelling van twee bronnen met dezelfde titel wordt niet nagerekend', () => {
    expect(
      bevind(
        w(REGIO, '2024', 40),
        w(gemeente('GM0392'), '2024', 10),
        w(gemeente('GM0453'), '2024', 20, { bron: 'tweede druk' }),
      ),
    ).toEqual([]);
  });

  test('raakt klein: precies als er een 1 tot en met 4 tussen zit, met of zonder minteken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), getallen => {
        expect(raaktKlein(...getallen)).toBe(getallen.some(g => [1, 2, 3, 4, -1, -2, -3, -4].includes(g)));
      }),
    );
  });
});
