import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasToe, tabelregels, toegestaneHandelingen, zoekGebreken } from '#kern/toestand/index.ts';
import { beslisMijlpaal, GEMEENTESTANDTABEL, pasStatusToe } from './handeling.ts';
import { STATUSSEN } from './keuzes.ts';
import { MIJLPAALTABEL, type Mijlpaalhandeling } from './mijlpaal.ts';
import type { Inhoud } from './veld.ts';

const vandaag = Temporal.PlainDate.from('2021-06-15');
const TABELLEN = [
  ['mijlpaal', MIJLPAALTABEL],
  ['gemeentestand', GEMEENTESTANDTABEL],
] as const;
const HANDELINGEN: Mijlpaalhandeling[] = [
  'start',
  'meld_gereed',
  'meld_vertraagd',
  'hervat',
  'laat_vervallen',
  'heropen',
];
const doe = (inhoud: Inhoud, handeling: Mijlpaalhandeling, meer: { reden?: string; datum?: string } = {}) =>
  beslisMijlpaal(
    inhoud,
    { handeling, reden: meer.reden ?? '', datum: meer.datum ?? '' },
    ['projectleider'],
    vandaag,
  );

// @eis A3.4
describe.each(TABELLEN)('de overgangstabel van een %s', (_naam, tabel) => {
  test('elke status is bereikbaar vanuit gepland en geen status loopt dood', () => {
    expect(zoekGebreken(tabel, 'gepland').onbereikbaar).toEqual([]);
    for (const status of STATUSSEN)
      expect(toegestaneHandelingen(tabel, status, ['projectleider'])).not.toEqual([]);
  });

  test('wet: welke weg ook, men komt altijd nog bij gereed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...HANDELINGEN), { maxLength: 8 }), stappen => {
        let inhoud: Inhoud = { status: null };
        const zet = (h: Mijlpaalhandeling) => {
          const uit = pasStatusToe(
            tabel,
            inhoud,
            { handeling: h, reden: 'Proef.' },
            ['projectleider'],
            vandaag,
          );
          if (uit.ok) inhoud = uit.waarde;
        };
        stappen.forEach(zet);
        for (const h of ['heropen', 'meld_gereed'] as const) if (inhoud.status !== 'gereed') zet(h);
        expect(inhoud.status).toBe('gereed');
      }),
    );
  });

  test('wie laat, laat vallen of terugkomt, zegt waarom; wie vooruitgaat hoeft dat niet', () => {
    const metReden = new Set(['meld_vertraagd', 'laat_vervallen', 'heropen']);
    for (const regel of tabelregels(tabel)) {
      const zonder = pasToe(tabel, regel.van, regel.handeling, { rollen: ['projectleider'] });
      expect([regel.handeling, zonder.ok]).toEqual([regel.handeling, !metReden.has(regel.handeling)]);
    }
  });
});

// @eis A3.3 A3.4
test('een beleidsmedewerker verzet een stand van de gemeente, nooit een mijlpaal van de regio', () => {
  for (const status of STATUSSEN) {
    expect(toegestaneHandelingen(MIJLPAALTABEL, status, ['beleidsmedewerker'])).toEqual([]);
    expect(toegestaneHandelingen(GEMEENTESTANDTABEL, status, ['beleidsmedewerker'])).toEqual(
      toegestaneHandelingen(MIJLPAALTABEL, status, ['projectleider']),
    );
  }
});

// @eis A3.4
describe('een mijlpaal die verschuift', () => {
  const januari: Inhoud = { kwartaal: '2021-Q1', kwartaalTot: null, datum: '2021-01', status: null };

  test('krijgt status, reden, dag en nieuwe datum met het kwartaal daarvan', () => {
    expect(doe(januari, 'meld_vertraagd', { reden: ' Personeel ziek. ', datum: '2021-11' })).toEqual({
      ok: true,
      waarde: {
        kwartaal: '2021-Q4',
        kwartaalTot: null,
        datum: '2021-11',
        periodeAfgeleid: false,
        status: 'vertraagd',
        statusReden: 'Personeel ziek.',
        statusSinds: '2021-06-15',
      },
    });
  });

  test('zonder reden of naar een eerdere datum wordt geweigerd', () => {
    expect(doe(januari, 'meld_vertraagd', { reden: '  ' })).toMatchObject({
      ok: false,
      weigering: { code: 'ongeldig', velden: { reden: expect.any(String) } },
    });
    expect(doe(januari, 'meld_vertraagd', { reden: 'x', datum: '2021-01-31' })).toMatchObject({
      weigering: { velden: { datum: 'niet_later' } },
    });
    expect(doe(januari, 'meld_vertraagd', { reden: 'x', datum: 'straks' })).toMatchObject({
      weigering: { velden: { datum: 'geen_datum' } },
    });
  });

  test('een balk over kwartalen krijgt een nieuw laatste kwartaal en houdt zijn begin', () => {
    const balk: Inhoud = { kwartaal: '2021-Q1', kwartaalTot: '2021-Q4', datum: null, status: 'loopt' };
    const uit = doe(balk, 'meld_vertraagd', { reden: 'x', datum: '2022-05' });
    expect(uit.ok && uit.waarde).toMatchObject({ kwartaal: '2021-Q1', kwartaalTot: '2022-Q2', datum: null });
  });

  test('kan nog eens verschuiven; een datum bij gereed wordt geweigerd, niet stil weggelaten', () => {
    const een = doe(januari, 'meld_vertraagd', { reden: 'x', datum: '2021-11' });
    const twee = een.ok && doe(een.waarde, 'meld_vertraagd', { reden: 'y', datum: '2022-02' });
    expect(twee && (twee.ok ? twee.waarde.datum : null)).toBe('2022-02');
    expect(doe(januari, 'meld_gereed', { datum: '2030' })).toMatchObject({
      ok: false,
      weigering: { velden: { datum: 'hoort_niet' } },
    });
  });
});
