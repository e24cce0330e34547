import { expect, test } from 'vitest';
import { maakProefverslag, type Proef } from '../../scripts/proefverslag.ts';
import { suites } from '../../scripts/testsuites.ts';

const proef: Proef = {
  dag: '2026-03-22',
  commit: { code: 'abc123', schoon: true },
  machine: '2 kernen, 8 GB geheugen',
  volledig: true,
  gekozen: [],
  uitslagen: [
    {
      naam: 'wandeling',
      stand: 'geslaagd',
      geslaagd: 12,
      gefaald: 0,
      overgeslagen: 1,
      seconden: 1234.5,
      budget: 2700,
      mislukt: [],
    },
  ],
  wandeling: {
    stappen: 60_000,
    seconden: 1200,
    zaad: 7,
    tabel: { kop: ['Rol', 'Stappen'], rijen: [['lezer', '9.000']] },
    nieuw: [],
    bekend: ['storing bij POST /x'],
  },
  herstel: {
    oefening: {
      ...{ gezinnen: 1200, personen: 4000, notities: 3500, gewist: 10, rijen: 70_000, tabellen: 82 },
      bytes: 12_811_397,
      seconden: { kopie: 2.34, terugzetten: 8.06, vergelijken: 0.5, naspelen: 61 },
    },
    opwaarderingen: [{ uitgave: '0.1.0', rijen: 6489, seconden: 2.07 }],
  },
};

// @eis A1.4
test('het verslag van een hele proef noemt dag, commit, machine, elke suite en de wandeling', () => {
  const tekst = maakProefverslag(proef);
  expect(tekst).toContain('op 2026-03-22; niet met de hand wijzigen');
  expect(tekst).toContain('- Commit: abc123\n- Machine: 2 kernen, 8 GB geheugen');
  expect(tekst).toContain('| wandeling | geslaagd | 12 | 0 | 1 | 1.235 s | 2.700 s |');
  expect(tekst).toContain('60.000 stappen in 1.200 s, vanaf zaad 7');
  expect(tekst).toContain('| lezer | 9.000 |');
  expect(tekst).toContain('Nieuwe gebreken: geen.');
  expect(tekst).toContain('- storing bij POST /x');
  expect(tekst).not.toContain('Geen hele proef');
});

// @eis C4.7
test('het verslag noemt van de hersteloefening de omvang en de seconden van elke stap, en die van opwaarderen', () => {
  const tekst = maakProefverslag(proef);
  expect(tekst).toContain('1.200 verzonnen gezinnen (4.000 personen, 3.500 notities, 70.000 rijen');
  expect(tekst).toContain('kopie van 12,8 MB');
  expect(tekst).toContain('| Reservekopie maken | 2,3 s |');
  expect(tekst).toContain('| Terugzetten | 8,1 s |');
  expect(tekst).toContain('| Elke tabel vergelijken | 0,5 s |');
  expect(tekst).toContain('| Wislijst naspelen en de schijf herschrijven | 61,0 s |');
  expect(tekst).toContain('| 0.1.0 | 6.489 | 2,1 s |');
});

test('zonder hersteloefening in de proef staat er niets over in het verslag', () => {
  const zonder = maakProefverslag({ ...proef, herstel: { oefening: null, opwaarderingen: [] } });
  expect(zonder).not.toMatch(/Hersteloefening|Opwaarderen/);
});

test('wat faalde staat er bij naam in', () => {
  const uitslagen = proef.uitslagen.map(u => ({ ...u, mislukt: ['een voorbeeldtest'] }));
  expect(maakProefverslag({ ...proef, uitslagen })).toContain('Gefaald:\n\n- wandeling: een voorbeeldtest');
  expect(maakProefverslag(proef)).not.toContain('Gefaald:');
});

test('wat geen hele proef was, of niet van een vastgelegde stand, zegt dat', () => {
  const deel = maakProefverslag({ ...proef, gekozen: ['wandeling'], commit: { code: 'abc', schoon: false } });
  expect(deel).toContain('**Geen hele proef:** gevraagd is wandeling.');
  expect(deel).toContain('met wijzigingen die nog niet waren vastgelegd');
  expect(maakProefverslag({ ...proef, volledig: false })).toContain('alleen het gewone deel');
});

test('de wandeling is een eigen suite, met een ruimer budget in de volledige proef', () => {
  const w = suites.find(s => s.naam === 'wandeling');
  expect(w?.alleenVolledig).toBeUndefined();
  expect(w?.budgetVolledig).toBeGreaterThan(w?.budgetSeconden ?? 0);
});
