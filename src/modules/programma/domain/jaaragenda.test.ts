import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bronbestand } from '../testing/proefapp.ts';
import { leesBestand } from './bestand.ts';
import { type Afronding, jaaragenda, jarenVan, looptijd, rondActieAf } from './jaaragenda.ts';
import { AFRONDINGEN } from './keuzes.ts';
import { bundel, type Programma, vind } from './programma.ts';

/** A source programme in which some actions were decided on. */
function programma(regio: string, besluiten: Record<string, [Afronding, number]> = {}): Programma {
  const { items } = leesBestand(bronbestand(regio));
  const vast = { versie: 1, openbareVersie: 1, geldigVanaf: '2021-01-01', doorRol: null };
  const rijen = items.map((i, n) => {
    const besluit = i.soort === 'actie' ? besluiten[i.code] : undefined;
    const meer = besluit ? { afronding: besluit[0], afrondingJaar: besluit[1] } : {};
    return { ...i, ...vast, id: `${n}`, inhoud: { ...i.inhoud, ...meer } };
  });
  return bundel(regio, 'openbaar', rijen);
}
const standIn = (p: Programma, jaar: number, code: string) => {
  const a = jaaragenda(p, jaar);
  const van = (l: typeof a.acties) => l.find(x => x.actie.code === code);
  return van(a.acties)?.stand ?? (van(a.blijvenLiggen) ? 'ligt' : null);
};

// @eis A3.4
describe('de actieagenda van een jaar', () => {
  test('de looptijd is die van de actie, van het programma waar zij niets noemt, en ten minste die van haar mijlpalen', () => {
    const zw = programma('zaanstreek-waterland');
    const nhn = programma('noord-holland-noord');
    const van = (p: Programma, code: string) => Object.values(looptijd(p, vind(p, 'actie', code)!));
    // 2D: June to October 2020 in the text, milestones in 2021. 2C names nothing. 1f: milestones from 2024.
    expect(van(zw, '2D')).toEqual([2020, 2021]);
    expect(van(zw, '2C')).toEqual([2020, 2021]);
    expect(van(nhn, '1f')).toEqual([2024, 2025]);
    expect(van(nhn, 'T-1')).toEqual([2023, 2027]);
  });

  test('Kennemerland: zeven acties in 2021, en in 2022 blijven ze zichtbaar liggen tot er is besloten', () => {
    const ken = programma('kennemerland');
    expect(jaaragenda(ken, 2021).acties.map(a => a.stand)).toEqual(Array(7).fill('te_beslissen'));
    expect(jaaragenda(ken, 2022)).toMatchObject({ acties: [], blijvenLiggen: { length: 7 } });
    expect(jaaragenda(ken, 2020)).toMatchObject({ acties: [], blijvenLiggen: [] });
  });

  test('wat doorloopt staat volgend jaar op de agenda met het jaar waaruit; wat klaar is niet meer', () => {
    const ken = programma('kennemerland', {
      '1': ['loopt_door', 2021],
      '2': ['afgesloten', 2021],
      '3': ['geborgd', 2021],
      '4': ['opgevolgd', 2021],
    });
    expect(['1', '2', '3', '4', '5'].map(c => standIn(ken, 2021, c))).toEqual([
      'loopt_door',
      'afgesloten',
      'geborgd',
      'opgevolgd',
      'te_beslissen',
    ]);
    expect(['1', '2', '3', '4', '5'].map(c => standIn(ken, 2022, c))).toEqual([
      'te_beslissen',
      null,
      null,
      null,
      'ligt',
    ]);
    expect(jaaragenda(ken, 2022).acties.map(a => a.uitJaar)).toEqual([2021]);
    expect(standIn(ken, 2023, '1')).toBe('ligt');
  });

  test('een besluit over een later jaar laat zien dat de actie in de jaren ervoor doorliep', () => {
    const ken = programma('kennemerland', { '1': ['afgesloten', 2023] });
    expect([2021, 2022, 2023, 2024].map(j => standIn(ken, j, '1'))).toEqual([
      'loopt_door',
      'loopt_door',
      'afgesloten',
      null,
    ]);
  });

  test('wet: een actie verdwijnt nooit van de agenda zonder dat iemand haar heeft afgerond', () => {
    const codes = ['1', '2', '3', '4', '5', '6', '7'];
    const besluit = fc.tuple(fc.constantFrom(...AFRONDINGEN), fc.integer({ min: 2021, max: 2026 }));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...codes), besluit),
        fc.integer({ min: 2021, max: 2030 }),
        (b, jaar) => {
          const p = programma('kennemerland', b);
          const a = jaaragenda(p, jaar);
          const opAgenda = [...a.acties, ...a.blijvenLiggen].map(x => x.actie.code).toSorted();
          const afgerond = (c: string) => b[c] !== undefined && b[c][0] !== 'loopt_door' && b[c][1] < jaar;
          expect(opAgenda).toEqual(codes.filter(c => !afgerond(c)));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('wet: wat doorloopt, staat het jaar erna op de agenda', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2021, max: 2030 }), jaar => {
        const p = programma('kennemerland', { '6': ['loopt_door', jaar] });
        expect(jaaragenda(p, jaar + 1).acties.find(x => x.actie.code === '6')?.uitJaar).toBe(jaar);
        expect(jarenVan(p)).toContain(jaar + 1);
      }),
      { numRuns: 10 },
    );
  });
});

// @eis A3.4
describe('een actie afronden', () => {
  const invoer = {
    jaar: 2021,
    afronding: 'opgevolgd',
    toelichting: ' Gaat verder. ',
    opvolger: 'Programma 2025-2028',
  };
  test('legt keuze, jaar, reden en opvolger vast', () => {
    expect(rondActieAf({ code: '1' }, invoer)).toEqual({
      ok: true,
      waarde: {
        code: '1',
        afronding: 'opgevolgd',
        afrondingJaar: 2021,
        afrondingToelichting: 'Gaat verder.',
        opvolger: 'Programma 2025-2028',
      },
    });
  });

  test('zonder keuze, reden of opvolger wordt elk gebrek genoemd', () => {
    expect(rondActieAf({}, { ...invoer, afronding: '', toelichting: ' ' })).toMatchObject({
      weigering: { velden: { afronding: 'onbekende_keuze', afrondingToelichting: 'verplicht' } },
    });
    expect(rondActieAf({}, { ...invoer, opvolger: '' })).toMatchObject({
      weigering: { velden: { opvolger: 'verplicht' } },
    });
  });
});
