import { describe, expect, test } from 'vitest';
import { type Periode, periodeCode, periodeVanMaanden } from '#kern/datum/index.ts';
import { uitOpenbareBron } from '#kern/onthulling/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';
import { exacteVerhouding } from '#kern/statistiek/index.ts';
import { legNaast, maakUitslag, type Reeksopdracht, toetsOpdracht } from './reeksoordeel.ts';
import { momentOp, momentVan, type Reekskeuze, reekssleutel, telreeksen } from './telreeks.ts';
import type { Waarneming } from './waarneming.ts';

const citaat = { titel: 'Voorbeeld', van: null, datum: '2026', plek: 'blad 1' };
const maand = (i: number): Periode =>
  waardeOf(periodeVanMaanden(2021 + Math.floor(i / 12), (i % 12) + 1, (i % 12) + 1));

function waarneming(periode: Periode, n: number, deel: Partial<Waarneming> = {}): Waarneming {
  return {
    id: `${periodeCode(periode)} ${deel.plaats?.code ?? 'GM0392'} ${deel.bron ?? 'bron'}`,
    plaats: { soort: 'gemeente', code: 'GM0392', naam: 'Haarlem' },
    regio: 'kennemerland',
    gemeente: 'GM0392',
    periode,
    periodeCode: periodeCode(periode),
    periodeTekst: periodeCode(periode),
    indicator: 'vt_meldingen',
    definitieversie: 1,
    cijfer: { openbaarheid: 'openbaar_in_bron', publiceerbaar: uitOpenbareBron(citaat, n) },
    decimalen: 0,
    eenheid: 'aantal',
    voorlopig: false,
    overgenomen: '2026-01-01',
    opmerking: null,
    bron: 'bron',
    citaat,
    versie: 1,
    ...deel,
  };
}
const velsen = { soort: 'gemeente', code: 'GM0453', naam: 'Velsen' } as const;
const reeksVan = (waarden: number[], deel: Partial<Waarneming> = {}) => {
  const [reeks] = telreeksen(waarden.map((n, i) => waarneming(maand(i), n, deel)));
  if (!reeks) throw new Error('geen reeks');
  return reeks;
};
const vlak = Array.from({ length: 48 }, (_, i) => 50 + (i % 3));
const reeks = reeksVan(vlak);
const opdracht: Reeksopdracht = {
  reeks: reeks.keuze,
  controle: null,
  van: '2021-01',
  tot: '2024-12',
  ingreep: '2023-01-15',
  vorm: 'niveau',
  vertraging: 0,
  seizoen: 'een_golf',
};
const leg = (o: Reeksopdracht, r = reeks, controle: typeof reeks | null = null, compleet = true) => {
  const uit = legNaast(o, { reeks: r, controle, breuken: [], compleet });
  return uit.ok ? uit.waarde : uit.weigering.code;
};

// @eis B1.5
describe('reeksen van tellingen', () => {
  test('nooit twee bronnen, definities, plaatsen, soorten periode of openbaarheden in één reeks', () => {
    const p = maand(3);
    const anders: Partial<Waarneming>[] = [
      {},
      { bron: 'andere' },
      { definitieversie: 2 },
      { plaats: velsen },
      { cijfer: { openbaarheid: 'intern', waarde: 9 } },
    ];
    const alle = [
      ...anders.map(d => waarneming(p, 9, d)),
      waarneming({ soort: 'kwartaal', jaar: 2021, kwartaal: 1 }, 30),
    ];
    const uit = telreeksen(alle);
    expect(uit).toHaveLength(6);
    expect(new Set(uit.map(r => reekssleutel(r.keuze))).size).toBe(6);
  });

  test('percentages, delen van jaren en een bron die zichzelf tegenspreekt horen in geen reeks', () => {
    expect(telreeksen([waarneming(maand(1), 9, { eenheid: 'procent' })])).toEqual([]);
    const deel: Periode = { soort: 'deeljaar', jaar: 2021, vanMaand: 1, totEnMetMaand: 5 };
    expect(telreeksen([waarneming(deel, 9)])).toEqual([]);
    expect(telreeksen([waarneming(maand(1), 9), waarneming(maand(1), 8)])).toEqual([]);
    expect(telreeksen([waarneming(maand(1), 9), waarneming(maand(1), 9)])[0]?.momenten).toHaveLength(1);
  });

  test('opeenvolgende perioden hebben opeenvolgende nummers, ook over de jaarwisseling', () => {
    expect([11, 12, 13].map(i => momentVan(maand(i)))).toEqual([24263, 24264, 24265]);
    const dag = Temporal.PlainDate.from('2023-12-31');
    expect(momentOp(dag, 'maand') + 1).toBe(momentVan({ soort: 'maand', jaar: 2024, maand: 1 }));
    expect(momentOp(dag, 'kwartaal')).toBe(momentVan({ soort: 'kwartaal', jaar: 2023, kwartaal: 4 }));
    expect(momentOp(dag, 'halfjaar')).toBe(momentVan({ soort: 'halfjaar', jaar: 2023, halfjaar: 2 }));
    expect(momentOp(dag, 'jaar')).toBe(2023);
  });
});

// @eis B1.5 B4.4
describe('een vraag aan een reeks', () => {
  const code = (o: Partial<Reeksopdracht>, breuken: Parameters<typeof toetsOpdracht>[1] = []) => {
    const uit = toetsOpdracht({ ...opdracht, ...o }, breuken);
    return uit.ok ? null : uit.weigering.code;
  };

  test.each([
    [{ van: '2021' }, 'periode_onleesbaar'],
    [{ tot: '2020-12' }, 'periode_omgekeerd'],
    [{ ingreep: '2021-01-20' }, 'ingreep_buiten_periode'],
    [{ ingreep: '2024-12-01', vertraging: 1 }, 'ingreep_buiten_periode'],
    [{ controle: { ...reeks.keuze, periode: 'kwartaal' } as Reekskeuze }, 'controle_past_niet'],
    [{}, null],
  ])('%o geeft %s', (deel, verwacht) => {
    expect(code(deel)).toBe(verwacht);
  });

  test('een breuk in de telling binnen de periode wordt geweigerd, aan de rand niet', () => {
    const breuk = (jaar: number) => [{ jaar, tekst: { nl: 'x', en: null }, bron: 'x' }];
    expect(code({}, breuk(2022))).toBe('breuk');
    expect(code({}, breuk(2021))).toBeNull();
    expect(code({}, breuk(2025))).toBeNull();
  });

  test('op een telling van 1 tot en met 4 wordt niets gebouwd, ook niet in de controlereeks; op 0 wel', () => {
    const met = (n: number) => vlak.map((x, i) => (i === 7 ? n : x));
    for (const n of [1, 2, 3, 4]) {
      expect(leg(opdracht, reeksVan(met(n)))).toBe('kleine_telling');
      const controle = reeksVan(met(n), { plaats: velsen });
      expect(leg({ ...opdracht, controle: controle.keuze }, reeks, controle)).toBe('kleine_telling');
    }
    expect(leg(opdracht, reeksVan(met(0)))).toMatchObject({ ontbrekend: 0 });
    const nul = reeksVan(met(0), { plaats: velsen });
    expect(leg({ ...opdracht, controle: nul.keuze }, reeks, nul)).toBe('controle_nul');
  });

  test('een reeks die de laatste periode nog niet haalt, wordt wel vastgelegd en niet berekend', () => {
    const later = { ...opdracht, tot: '2025-06' };
    expect(leg(later)).toBe('nog_niet_compleet');
    expect(leg(later, reeks, null, false)).toMatchObject({ ontbrekend: 6 });
    expect(leg({ ...opdracht, van: '2030-01', tot: '2031-12', ingreep: '2030-06-01' })).toBe('geen_punten');
  });

  test('een periode zonder controle telt niet mee en wordt gemeld', () => {
    const controle = reeksVan(vlak.slice(0, 40), { plaats: velsen });
    const o = { ...opdracht, controle: controle.keuze, tot: '2024-04' };
    const uit = leg(o, reeksVan(vlak.filter((_, i) => i !== 48)), controle);
    expect(uit).toMatchObject({ ontbrekend: 0 });
    const korter = leg({ ...o, tot: '2024-12' }, reeks, controle, false);
    expect(korter).toMatchObject({ ontbrekend: 8 });
  });

  test('een uitslag uit openbare cijfers noemt de totalen, een interne niet', () => {
    const kort = { ...opdracht, van: '2022-06', tot: '2023-06' };
    const stof = leg(kort);
    if (typeof stof === 'string') throw new Error(stof);
    const som = (van: number, tot: number) => vlak.slice(van, tot).reduce((a, b) => a + b, 0);
    const [voor, na] = [som(17, 24), som(24, 30)];
    const exact = exacteVerhouding({ telling: na, blootstelling: 6 }, { telling: voor, blootstelling: 7 });
    expect(maakUitslag(stof)).toEqual({
      soort: 'beschrijvend',
      reden: 'te_weinig_voor',
      voor: { punten: 7, telling: voor },
      na: { punten: 6, telling: na },
      ontbrekend: 0,
      voorlopig: 0,
      afgerond: 0,
      ratio: {
        verhouding: exact.verhouding,
        ondergrens: exact.ondergrens,
        bovengrens: exact.bovengrens,
      },
    });
    const rond = leg(kort, reeksVan(vlak, { rondingsstap: 5 }));
    if (typeof rond === 'string') throw new Error(rond);
    expect(maakUitslag(rond)).toMatchObject({ afgerond: 13 });
    const [intern] = telreeksen(
      vlak.map((n, i) => waarneming(maand(i), n, { cijfer: { openbaarheid: 'intern', waarde: n } })),
    );
    if (!intern) throw new Error('geen reeks');
    const uit = leg({ ...kort, reeks: intern.keuze }, intern);
    if (typeof uit === 'string') throw new Error(uit);
    expect(maakUitslag(uit)).toMatchObject({ voor: { telling: null }, na: { telling: null } });
  });
});
