import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '#kern/resultaat/index.ts';
import { type Behandelstand, toetsVoorstel, type Voorstel } from './besluit.ts';
import {
  AANVRAGERS,
  BELANGEN_ANDER,
  BELANGEN_KIND,
  beoordeelBevoegdheid,
  bepaalVerzoektermijn,
  LEEFTIJDEN,
  leeftijdsgroep,
  VERZOEKSOORTEN,
  type Verzoekgegevens,
  type Weigergrond,
} from './verzoek.ts';

const dag = (iso: string) => Temporal.PlainDate.from(iso);
const uiterlijk = (...a: Parameters<typeof bepaalVerzoektermijn>) =>
  waardeOf(bepaalVerzoektermijn(...a)).uiterlijk.toString();

// @eis C4.4
describe('termijn van een verzoek', () => {
  test('inzage gevraagd op 31 januari 2026: uiterlijk 28 februari, ook op een zaterdag; verlengd 30 april', () => {
    expect(uiterlijk('inzage', 'wmo', dag('2026-01-31'), false)).toBe('2026-02-28');
    expect(uiterlijk('inzage', 'wmo', dag('2026-01-31'), true)).toBe('2026-04-30');
    expect(waardeOf(bepaalVerzoektermijn('inzage', 'wmo', dag('2026-01-31'), false)).zoSpoedigMogelijk).toBe(
      true,
    );
  });
  test('vernietiging: drie maanden, niet te verlengen; eindigt op een feestdag, dan de volgende werkdag', () => {
    expect(uiterlijk('vernietiging', 'veilig_thuis', dag('2026-08-10'), false)).toBe('2026-11-10');
    // 26 December 2026 is a Saturday and Boxing Day; 28 December is the Monday after.
    expect(uiterlijk('vernietiging', 'wmo', dag('2026-09-26'), true)).toBe('2026-12-28');
    expect(
      waardeOf(bepaalVerzoektermijn('vernietiging', 'jeugdhulp', dag('2026-08-10'), false)),
    ).toMatchObject({ verlengbaar: false });
    expect(
      waardeOf(bepaalVerzoektermijn('vernietiging', 'jeugdhulp', dag('2026-08-10'), false)).stappen[0],
    ).toMatchObject({ wet: 'Jeugdwet', artikel: '7.3.9' });
  });
});

// @eis C4.4
describe('wie mag vragen', () => {
  test.each([
    ['zelf', 'onder_12', true, ['onder_12'], false],
    ['zelf', '12_tot_16', true, [], false],
    ['zelf', '12_tot_16', false, ['niet_wilsbekwaam'], false],
    ['zelf', '16_plus', true, [], false],
    ['zelf', '16_plus', false, ['niet_wilsbekwaam'], false],
    ['vertegenwoordiger', 'onder_12', true, [], true],
    ['vertegenwoordiger', '12_tot_16', true, [], true],
    ['vertegenwoordiger', '16_plus', true, ['zelf_bevoegd'], false],
    ['vertegenwoordiger', '16_plus', false, [], true],
  ] as const)(
    '%s, %s, wilsbekwaam %s: weigeren op %j, belang van het kind wegen: %s',
    (door, leeftijd, wilsbekwaam, weiger, weegKind) => {
      expect(beoordeelBevoegdheid({ soort: 'inzage', door, leeftijd, wilsbekwaam })).toEqual({
        weiger,
        weegKind,
      });
    },
  );
});

const goed: Voorstel = {
  besluit: 'toegewezen',
  gronden: [],
  motivering: 'Niets staat in de weg.',
  belangAnder: 'geen',
  belangKind: 'geen',
  omvang: null,
};
const volwassene: Verzoekgegevens = { soort: 'inzage', door: 'zelf', leeftijd: '16_plus', wilsbekwaam: true };
const ouder: Verzoekgegevens = {
  soort: 'inzage',
  door: 'vertegenwoordiger',
  leeftijd: 'onder_12',
  wilsbekwaam: true,
};
const rond: Behandelstand = { identiteit: 'digid', gekoppeld: true, gezag: 'gezagsregister' };
const fouten = (v: Verzoekgegevens, p: Partial<Voorstel>, stand: Partial<Behandelstand> = {}) => {
  const r = toetsVoorstel(v, { ...rond, ...stand }, { ...goed, ...p });
  return r.ok ? [] : Object.keys(r.weigering.velden ?? {});
};

// @eis C4.4
describe('besluit op een verzoek', () => {
  test('zonder vastgestelde identiteit kan alleen op die grond worden geweigerd: elk ander antwoord zegt iets', () => {
    const weiger = (...gronden: Weigergrond[]) => ({ besluit: 'geweigerd', gronden }) as const;
    expect(fouten(volwassene, {})).toEqual([]);
    expect(fouten(volwassene, {}, { identiteit: null })).toEqual(['identiteit']);
    const zonder = { identiteit: null, gekoppeld: false };
    expect(fouten(volwassene, weiger('identiteit_niet_vastgesteld'), zonder)).toEqual([]);
    for (const grond of ['niets_vastgelegd', 'privacy_ander', 'buitensporig'] as const) {
      expect(fouten(volwassene, weiger(grond), zonder)).toEqual(['identiteit']);
      expect(fouten(volwassene, weiger('identiteit_niet_vastgesteld', grond), zonder)).toEqual([
        'identiteit',
      ]);
    }
  });
  test('een kind dat zelf vraagt en zich niet bekend maakt, krijgt ook alleen dat antwoord', () => {
    const kind = { ...volwassene, leeftijd: 'onder_12' } as const;
    const weiger = { besluit: 'geweigerd', gronden: ['identiteit_niet_vastgesteld'] } as const;
    expect(fouten(kind, weiger, { identiteit: null, gekoppeld: false })).toEqual([]);
  });
  test('zonder dossier en persoon: niets toewijzen, en weigeren alleen waar dat niets over een dossier zegt', () => {
    const los = { gekoppeld: false };
    expect(fouten(volwassene, {}, los)).toEqual(['besluit']);
    const weiger = (g: Weigergrond) =>
      fouten(volwassene, { besluit: 'geweigerd', gronden: [g], belangAnder: null }, los);
    expect(weiger('niets_vastgelegd')).toEqual([]);
    expect(weiger('buitensporig')).toEqual([]);
    expect(weiger('privacy_ander')).toEqual(['besluit', 'belang_ander']);
  });
  test('een vertegenwoordiger van wie niet is gezien dat hij mag, krijgt niets toegewezen', () => {
    const p = { belangKind: 'niet_strijdig' } as const;
    expect(fouten(ouder, p, { gezag: null })).toEqual(['gezag']);
    expect(
      fouten(ouder, { ...p, besluit: 'geweigerd', gronden: ['gezag_niet_gebleken'] }, { gezag: null }),
    ).toEqual([]);
  });
  test.each([
    [0, 'onder_12'],
    [11, 'onder_12'],
    [12, '12_tot_16'],
    [15, '12_tot_16'],
    [16, '16_plus'],
    [40, '16_plus'],
  ])('%i jaar hoort bij %s (Wmo 2015 art. 5.3.2)', (jaren, groep) => {
    expect(leeftijdsgroep(jaren)).toBe(groep);
  });
  test('vraagt een ouder namens een kind, dan weegt een mens eerst het belang van het kind', () => {
    expect(fouten(ouder, { belangKind: null })).toEqual(['belang_kind']);
    expect(fouten(ouder, { belangKind: 'geen' })).toEqual(['belang_kind']);
    expect(fouten(ouder, { belangKind: 'niet_strijdig' })).toEqual([]);
    expect(fouten(ouder, { belangKind: 'strijdig' })).toEqual(['besluit']);
    expect(fouten(ouder, { belangKind: 'strijdig', besluit: 'geweigerd', gronden: ['belang_kind'] })).toEqual(
      [],
    );
  });
  test('heeft een ander aanmerkelijk belang bij bewaren, dan wordt vernietiging geweigerd en inzage niet', () => {
    const vernietig = { ...volwassene, soort: 'vernietiging' } as const;
    expect(fouten(vernietig, { belangAnder: 'aanmerkelijk' })).toEqual(['besluit']);
    expect(
      fouten(vernietig, { belangAnder: 'aanmerkelijk', besluit: 'geweigerd', gronden: ['belang_ander'] }),
    ).toEqual([]);
    expect(fouten(volwassene, { belangAnder: 'aanmerkelijk' })).toEqual([]);
  });
  test('een weigering heeft een grond die bij het verzoek past', () => {
    expect(fouten(volwassene, { besluit: 'geweigerd' })).toEqual(['gronden']);
    expect(fouten(volwassene, { besluit: 'geweigerd', gronden: ['feitelijk_juist'] })).toEqual(['gronden']);
    expect(fouten(volwassene, { besluit: 'gedeeltelijk', gronden: ['privacy_ander'] })).toEqual([]);
  });
  test('wie niet mag vragen, krijgt nooit toegewezen, wat er ook wordt gewogen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VERZOEKSOORTEN),
        fc.constantFrom(...AANVRAGERS),
        fc.constantFrom(...LEEFTIJDEN),
        fc.boolean(),
        fc.constantFrom(...BELANGEN_ANDER),
        fc.constantFrom(...BELANGEN_KIND),
        (soort, door, leeftijd, wilsbekwaam, belangAnder, belangKind) => {
          const v = { soort, door, leeftijd, wilsbekwaam };
          const r = toetsVoorstel(v, rond, { ...goed, belangAnder, belangKind });
          if (beoordeelBevoegdheid(v).weiger.length > 0) expect(r.ok).toBe(false);
          if (door === 'vertegenwoordiger' && belangKind !== 'niet_strijdig' && leeftijd === 'onder_12')
            expect(r.ok).toBe(false);
        },
      ),
      { seed: 20261122 },
    );
  });
});
