import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EINDTOESTAND,
  naarMermaid,
  type Overgangstabel,
  pasToe,
  tabelregels,
  toegestaneHandelingen,
  toestandenVan,
  zoekGebreken,
} from './index.ts';

// An invented process: borrowing a book.
type Boek = 'beschikbaar' | 'uitgeleend' | 'vermist' | 'afgeschreven';
type Handeling = 'leen_uit' | 'neem_in' | 'meld_vermist' | 'schrijf_af';
type Rol = 'lezer' | 'balie' | 'beheerder';
type Veld = 'reden' | 'grondslag';

const boeken: Overgangstabel<Boek, Handeling, Rol, Veld> = {
  beschikbaar: {
    leen_uit: { naar: 'uitgeleend', door: ['lezer', 'balie'] },
    schrijf_af: {
      naar: 'afgeschreven',
      door: ['beheerder'],
      vereist: ['reden', 'grondslag'],
      grondslag: 'Regels art. 4',
    },
  },
  uitgeleend: {
    neem_in: { naar: 'beschikbaar', door: ['balie'] },
    meld_vermist: { naar: 'vermist', door: ['lezer', 'balie'], vereist: ['reden'] },
  },
  vermist: {
    neem_in: { naar: 'beschikbaar', door: ['balie'] },
    schrijf_af: { naar: 'afgeschreven', door: ['beheerder'], vereist: ['reden'] },
  },
  afgeschreven: EINDTOESTAND,
};

const toestanden = toestandenVan(boeken);
const handelingen: Handeling[] = ['leen_uit', 'neem_in', 'meld_vermist', 'schrijf_af'];
const rollen = fc.subarray<Rol>(['lezer', 'balie', 'beheerder']);

// @eis A2.1
describe('toestandstabel', () => {
  test('de knoppen zijn de handelingen die iemand met deze rol nu mag doen', () => {
    expect(toegestaneHandelingen(boeken, 'beschikbaar', ['lezer'])).toEqual(['leen_uit']);
    expect(toegestaneHandelingen(boeken, 'uitgeleend', ['lezer'])).toEqual(['meld_vermist']);
    expect(toegestaneHandelingen(boeken, 'beschikbaar', ['balie', 'beheerder'])).toEqual([
      'leen_uit',
      'schrijf_af',
    ]);
    expect(toegestaneHandelingen(boeken, 'beschikbaar', [])).toEqual([]);
    expect(toegestaneHandelingen(boeken, 'afgeschreven', ['lezer', 'balie', 'beheerder'])).toEqual([]);
  });

  test('een toegestane handeling geeft de regel uit de tabel', () => {
    expect(
      pasToe(boeken, 'uitgeleend', 'meld_vermist', { rollen: ['lezer'], velden: { reden: 'In de trein.' } }),
    ).toEqual({
      ok: true,
      waarde: {
        van: 'uitgeleend',
        handeling: 'meld_vermist',
        naar: 'vermist',
        door: ['lezer', 'balie'],
        vereist: ['reden'],
      },
    });
  });

  test('wie de handeling mag doen maar niet nu, hoort in welke toestand het is', () => {
    expect(pasToe(boeken, 'uitgeleend', 'leen_uit', { rollen: ['lezer'] })).toEqual({
      ok: false,
      weigering: {
        code: 'niet_toegestaan_overgang',
        gegevens: { toestand: 'uitgeleend', handeling: 'leen_uit' },
      },
    });
  });

  test('wie de handeling nergens mag doen, leert niets over de toestand', () => {
    for (const toestand of toestanden) {
      expect(pasToe(boeken, toestand, 'schrijf_af', { rollen: ['lezer'] })).toEqual({
        ok: false,
        weigering: { code: 'niet_gevonden' },
      });
    }
  });

  test('elk verplicht veld dat leeg is of alleen spaties heeft, wordt gemeld', () => {
    const invoer = { rollen: ['beheerder'], velden: { reden: '  ' } } as const;
    expect(pasToe(boeken, 'beschikbaar', 'schrijf_af', invoer)).toEqual({
      ok: false,
      weigering: { code: 'ongeldig', velden: { reden: 'Vul dit in.', grondslag: 'Vul dit in.' } },
    });
  });

  test('een onbevoegde hoort niet welke velden verplicht zijn', () => {
    expect(pasToe(boeken, 'uitgeleend', 'meld_vermist', { rollen: ['beheerder'] })).toMatchObject({
      weigering: { code: 'niet_gevonden' },
    });
  });

  test('wet: een handeling lukt precies dan wanneer haar knop er staat', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...toestanden),
        fc.constantFrom(...handelingen),
        rollen,
        (toestand, handeling, mijn) => {
          const velden = { reden: 'Proef.', grondslag: 'Proef.' };
          const uitkomst = pasToe(boeken, toestand, handeling, { rollen: mijn, velden });
          expect(uitkomst.ok).toBe(toegestaneHandelingen(boeken, toestand, mijn).includes(handeling));
        },
      ),
    );
  });

  test('wet: meer rollen geven nooit minder knoppen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...toestanden), rollen, rollen, (toestand, mijn, extra) => {
        const minder = toegestaneHandelingen(boeken, toestand, mijn);
        expect(toegestaneHandelingen(boeken, toestand, [...mijn, ...extra])).toEqual(
          expect.arrayContaining(minder),
        );
      }),
    );
  });

  test('het schema noemt elke toestand, elke pijl met wie hem mag zetten, begin en einde', () => {
    expect(naarMermaid(boeken, 'beschikbaar')).toBe(`stateDiagram-v2
  beschikbaar: beschikbaar
  uitgeleend: uitgeleend
  vermist: vermist
  afgeschreven: afgeschreven
  [*] --> beschikbaar
  beschikbaar --> uitgeleend: leen uit (lezer, balie)
  beschikbaar --> afgeschreven: schrijf af (beheerder)
  uitgeleend --> beschikbaar: neem in (balie)
  uitgeleend --> vermist: meld vermist (lezer, balie)
  vermist --> beschikbaar: neem in (balie)
  vermist --> afgeschreven: schrijf af (beheerder)
  afgeschreven --> [*]
`);
  });

  test('een gezonde tabel heeft geen onbereikbare toestand en geen toestand zonder uitweg', () => {
    expect(zoekGebreken(boeken, 'beschikbaar')).toEqual({ onbereikbaar: [], zonderUitweg: [] });
    expect(zoekGebreken(boeken, 'vermist')).toEqual({ onbereikbaar: [], zonderUitweg: [] });
    const ziek: Overgangstabel<'a' | 'b' | 'c' | 'd', 'ga', 'ik'> = {
      a: { ga: { naar: 'b', door: ['ik'] } },
      b: { ga: { naar: 'a', door: ['ik'] } },
      c: { ga: { naar: 'd', door: ['ik'] } },
      d: EINDTOESTAND,
    };
    expect(zoekGebreken(ziek, 'a')).toEqual({ onbereikbaar: ['c', 'd'], zonderUitweg: ['a', 'b'] });
  });

  test('de regels van de tabel staan op volgorde en volledig bij elkaar', () => {
    expect(tabelregels(boeken).map(({ van, handeling }) => `${van}/${handeling}`)).toEqual([
      'beschikbaar/leen_uit',
      'beschikbaar/schrijf_af',
      'uitgeleend/neem_in',
      'uitgeleend/meld_vermist',
      'vermist/neem_in',
      'vermist/schrijf_af',
    ]);
  });
});

// Compile-time proof: each line below that is marked would compile if the types were looser, and then the mark
// itself is the error that the type check reports.
// @eis A2.1
test('de types weigeren een tabel waarin niet over alles is beslist', () => {
  type Tabel = Overgangstabel<'open' | 'dicht', 'sluit', 'balie', 'reden'>;
  const sluit = { naar: 'dicht', door: ['balie'] } as const;
  const goed: Tabel = { open: { sluit }, dicht: EINDTOESTAND };
  // @ts-expect-error a state without decided acts
  const vergeten: Tabel = { open: { sluit } };
  // @ts-expect-error an empty object decides nothing
  const leeg: Tabel = { open: {}, dicht: EINDTOESTAND };
  // @ts-expect-error a state that does not exist
  const verzonnen: Tabel = { open: { sluit: { naar: 'kwijt', door: ['balie'] } }, dicht: EINDTOESTAND };
  // @ts-expect-error an act that does not exist
  const onbekend: Tabel = { open: { sluit, verbrand: sluit }, dicht: EINDTOESTAND };
  // @ts-expect-error an act that nobody may do
  const niemand: Tabel = { open: { sluit: { naar: 'dicht', door: [] } }, dicht: EINDTOESTAND };
  // @ts-expect-error a role that does not exist
  const vreemd: Tabel = { open: { sluit: { naar: 'dicht', door: ['koning'] } }, dicht: EINDTOESTAND };
  // @ts-expect-error a field that does not exist
  const veld: Tabel = { open: { sluit: { ...sluit, vereist: ['kleur'] } }, dicht: EINDTOESTAND };
  expect([goed, vergeten, leeg, verzonnen, onbekend, niemand, vreemd, veld]).toHaveLength(8);
});
