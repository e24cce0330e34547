import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leesSjabloon } from '../usecases/documentsjablonen.ts';
import { leesJson } from '../usecases/gegevensbestanden.ts';
import {
  type Documentsjabloon,
  geldigeSjablonen,
  ontleedBlok,
  ontleedSjabloon,
  type Sjabloonblok,
  type Sjabloonstuk,
  schrijfBlok,
} from './documentsjabloon.ts';

const sjabloon = (rest: Partial<Documentsjabloon> = {}): Documentsjabloon => ({
  code: 'proef',
  versie: 1,
  taal: 'nl',
  soort: 'evaluatie',
  naam: 'Proef',
  uitleg: 'Een proef',
  titel: 'Proef {regio}',
  perioden: ['jaar'],
  gemeente: 'geen',
  geldigVanaf: '2026-01-01',
  bron: 'Een besluit',
  velden: [
    { naam: 'regio', soort: 'regio' },
    { naam: 'aantal', soort: 'getal', indicator: 'vt_meldingen', plaats: 'regio', periode: 'deze' },
    { naam: 'mening', soort: 'vrij', label: 'Mening', uitleg: 'Kort', verplicht: true, hoogstens: 500 },
  ],
  tekst: ['## Over {regio}', 'Er waren {aantal} meldingen.', '{mening}'],
  ...rest,
});
const melding = (s: Documentsjabloon): string => {
  const uit = ontleedSjabloon(s);
  return uit.ok ? '' : (uit.weigering.melding ?? '');
};

// @eis B4.5
describe('een sjabloon wordt als geheel nagekeken', () => {
  test('de meegeleverde sjablonen kloppen allemaal en noemen wat om het document vraagt', () => {
    const alle = (leesJson('documentsjablonen.json') as unknown[]).map(s => leesSjabloon(s).sjabloon);
    expect(new Set(alle.map(s => s.soort))).toEqual(
      new Set(['evaluatie', 'raadsbrief', 'indicatorenbijlage']),
    );
    for (const s of alle) expect(s.bron, s.code).toMatch(/Alkmaar, 20 maart 2025/);
  });

  test('een goed sjabloon mag', () => {
    expect(melding(sjabloon())).toBe('');
  });

  test.each([
    [{ tekst: ['Er waren {aantalen} meldingen in {regio}.', '{aantal}', '{mening}'] }, '{aantalen} kent dit'],
    [{ tekst: ['Er waren {aantal}.', 'Wij vinden {mening}'] }, '{mening} staat op een eigen regel'],
    [{ tekst: ['## Er waren {aantal}', '{mening}'] }, '{aantal} hoort niet in een kop'],
    [{ tekst: ['Er waren {aantal}.'] }, '{mening} staat nergens'],
    [{ tekst: ['Er waren {aantal} van de 37.', '{mening}'] }, 'het getal 37 staat los'],
    [{ tekst: ['Er waren {Aantal}.', '{aantal}', '{mening}'] }, 'een accolade hoort'],
    [{ tekst: ['### Diep', '{aantal}', '{mening}'] }, 'slaat een niveau over'],
    [{ titel: 'Proef {regio} {aantal}' }, '{aantal} hoort niet in een kop'],
    [{ velden: [...sjabloon().velden, { naam: 'regio', soort: 'regio' } as const] }, 'twee keer'],
    [
      { velden: [...sjabloon().velden, { naam: 'gemeente', soort: 'gemeente' } as const] },
      '{gemeente} vraagt een gemeente',
    ],
  ])('een fout in het sjabloon wordt bij naam genoemd (%#)', (fout, woorden) => {
    expect(melding(sjabloon(fout))).toContain(woorden);
  });

  test('een briefkop verwijst naar een datum en een kenmerk die er zijn', () => {
    const brief = { naam: 'kop', soort: 'briefkop', datum: 'mening', kenmerk: 'weg' } as const;
    const uit = melding(
      sjabloon({
        gemeente: 'verplicht',
        velden: [...sjabloon().velden, brief],
        tekst: ['{kop}', ...sjabloon().tekst],
      }),
    );
    expect(uit).toContain('{mening}, en dat is geen datum');
    expect(uit).toContain('{weg}, en dat is geen kenmerk');
  });

  test('een verkeerde vorm wordt geweigerd voordat er iets mee gebeurt', () => {
    expect(() => leesSjabloon({ ...sjabloon(), velden: [{ naam: 'x', soort: 'teller' }] })).toThrow(
      'niet de goede vorm',
    );
    expect(() => leesSjabloon({ ...sjabloon(), kleur: 'rood' })).toThrow('niet de goede vorm');
  });

  test('van elk sjabloon en elke taal is de laatste versie te kiezen die op die dag geldt', () => {
    const alle = [
      sjabloon(),
      sjabloon({ versie: 2, geldigVanaf: '2026-06-01' }),
      sjabloon({ taal: 'en', geldigVanaf: '2027-01-01' }),
    ];
    expect(geldigeSjablonen(alle, '2026-05-31').map(s => s.versie)).toEqual([1]);
    expect(geldigeSjablonen(alle, '2026-06-01').map(s => s.versie)).toEqual([2]);
    expect(geldigeSjablonen(alle, '2027-01-01')).toHaveLength(2);
  });
});

// @eis B4.5
describe('de tekst van een sjabloon heen en terug', () => {
  const woord = fc
    .stringMatching(/^[A-Za-z ,.;:]{1,20}$/)
    .filter(t => t.trim() === t && t !== '' && !t.startsWith('- '));
  const veld = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).map(v => ({ veld: v }));
  // Two pieces of text side by side are one piece.
  const stukken = fc
    .array(fc.tuple(woord, veld), { minLength: 1, maxLength: 4 })
    .map(paren => paren.flat() as Sjabloonstuk[]);
  const blok: fc.Arbitrary<Sjabloonblok> = fc.oneof(
    fc.record({
      soort: fc.constant('kop' as const),
      niveau: fc.constantFrom(2 as const, 3 as const),
      stukken,
    }),
    fc.record({ soort: fc.constantFrom('alinea' as const, 'punt' as const), stukken }),
    veld.map(v => ({ soort: 'veld' as const, veld: v.veld })),
  );

  test('wat is opgeschreven wordt gelezen zoals het was', () => {
    fc.assert(
      fc.property(blok, b => {
        expect(ontleedBlok(schrijfBlok(b), () => true)).toEqual(b);
      }),
    );
  });

  test('een veld dat niet bestaat wordt altijd genoemd, waar het ook staat', () => {
    fc.assert(
      fc.property(veld, fc.nat(2), woord, (v, plek, tekst) => {
        fc.pre(!sjabloon().velden.some(w => w.naam === v.veld));
        const regels = sjabloon().tekst.toSpliced(plek, 0, `${tekst} {${v.veld}}`);
        expect(melding(sjabloon({ tekst: regels }))).toContain(`{${v.veld}} kent dit sjabloon niet`);
      }),
    );
  });
});
