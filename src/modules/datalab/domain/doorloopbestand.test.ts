import { describe, expect, test } from 'vitest';
import { leesDoorloopbestand } from './doorloopbestand.ts';
import type { Gemeente } from './gemeente.ts';
import type { Cel } from './inleesregel.ts';

const gemeente = (code: string, naam: string, regio: string, geldigTot: string | null = null): Gemeente => ({
  code,
  naam,
  cbsNaam: naam,
  slug: naam.toLowerCase(),
  provincie: 'Noord-Holland',
  regio,
  subregio: null,
  geldigVanaf: null,
  geldigTot,
  opvolgers: [],
});
const kennis = {
  regio: 'zaanstreek-waterland',
  gemeenten: [
    gemeente('GM0479', 'Zaanstad', 'zaanstreek-waterland'),
    gemeente('GM0370', 'Beemster', 'zaanstreek-waterland', '2022-01-01'),
    gemeente('GM0392', 'Haarlem', 'kennemerland'),
  ],
  peildatum: Temporal.PlainDate.from('2024-12-31'),
  instroomVanaf: Temporal.PlainDate.from('2020-01-01'),
};
const KOP = ['Gemeente', 'Soort', 'Start', 'Eind', 'Afloop'];
const lees = (kop: readonly string[], ...rijen: Cel[][]) =>
  leesDoorloopbestand({ kop, rijen: rijen.map((cellen, i) => ({ nr: i + 2, cellen })) }, kennis);

describe('een bestand met doorlooptijden', () => {
  // @eis B3.2
  test('goede regels: een naam of code, dagen zoals mensen ze schrijven, open met lege cellen', () => {
    const uit = lees(
      KOP,
      ['Zaanstad', 'veiligheidsbeoordeling', '1-2-2024', '2024-02-08', 'afgerond'],
      ['GM0479', 'Onderzoek', '2024-03-01 09:30', '', ''],
      ['', null, '', '', ''],
      ['zaanstad', 'onderzoek', '3 april 2024', '4-4-2024', 'Anders geeindigd'],
    );
    expect(uit).toMatchObject({ ok: true, waarde: { fouten: [] } });
    const d = uit.ok ? uit.waarde.doorlopen : [];
    expect(d.map(x => [x.gemeente, x.soort, String(x.start), String(x.eind), x.afloop])).toEqual([
      ['GM0479', 'veiligheidsbeoordeling', '2024-02-01', '2024-02-08', 'afgerond'],
      ['GM0479', 'onderzoek', '2024-03-01', 'null', null],
      ['GM0479', 'onderzoek', '2024-04-03', '2024-04-04', 'anders_geeindigd'],
    ]);
  });

  // @eis B3.2
  test.each([
    'naam',
    'Achternaam',
    'Naam cliënt',
    'BSN',
    'BSN-nummer',
    'Geboortedatum',
    'geb. datum geboorte',
    'Adres',
    'Zaaknummer',
    'dossier-id',
    'E-mail',
  ])('een kolom %s stopt het inlezen, zonder die naam of een inhoud te herhalen', kolom => {
    const uit = lees([...KOP, kolom], ['Zaanstad', 'onderzoek', '1-2-2024', '', '', 'V. Erzonnen']);
    expect(uit).toMatchObject({ ok: false, weigering: { code: 'ongeldig' } });
    const melding = uit.ok ? '' : (uit.weigering.velden?.['bestand'] ?? '');
    expect(melding).toContain('Kolom 6 lijkt te zeggen om wie');
    expect(melding).toContain('niets bewaard');
    expect(melding).not.toContain('Erzonnen');
  });

  // @eis B3.2
  test('zonder kopregel, met een onbekende of dubbele kolom, of met te weinig kolommen wordt niets gelezen', () => {
    const melding = (kop: string[]) => {
      const uit = lees(kop, ['x']);
      return uit.ok ? 'gelezen' : (uit.weigering.velden?.['bestand'] ?? '');
    };
    expect(melding(['Verzonnen Jansen', '12-3-1980'])).toMatch(/^Kolom 1 hoort hier niet/);
    expect(melding(['Verzonnen Jansen', '12-3-1980'])).not.toContain('Jansen');
    expect(melding([...KOP, 'wijk'])).toMatch(/^Kolom 6 hoort hier niet/);
    expect(melding([...KOP, 'soort'])).toMatch(/^Kolom 6 hoort hier niet, of staat er twee keer/);
    expect(melding(['gemeente', 'start'])).toMatch(/ontbreken: soort, eind, afloop/);
  });

  // @eis B3.2
  test('elke fout staat er met rij en kolom, en nooit met wat er in de cel stond', () => {
    const uit = lees(
      KOP,
      ['Jan Verzonnen', 'onderzoek', '1-2-2024', '', ''],
      ['Beemster', 'onderzoek', '1-2-2024', '', ''],
      ['Haarlem', 'onderzoek', '1-2-2024', '', ''],
      ['Zaanstad', 'huisbezoek', '31-2-2024', '', ''],
      ['Zaanstad', 'onderzoek', '1-2-2025', '', ''],
      ['Zaanstad', 'onderzoek', '1-2-2019', '', ''],
      ['Zaanstad', 'onderzoek', '1-2-2024', '31-1-2024', 'afgerond'],
      ['Zaanstad', 'onderzoek', '1-2-2024', '1-1-2025', 'afgerond'],
      ['Zaanstad', 'onderzoek', '1-2-2024', '', 'afgerond'],
      ['Zaanstad', 'onderzoek', '1-2-2024', '2-2-2024', ''],
    );
    const fouten = uit.ok ? uit.waarde.fouten : [];
    expect(fouten.map(f => [f.rij, f.kolom])).toEqual([
      [2, 'gemeente'],
      [3, 'gemeente'],
      [4, 'gemeente'],
      [5, 'soort'],
      [5, 'start'],
      [6, 'start'],
      [7, 'start'],
      [8, 'eind'],
      [9, 'eind'],
      [10, 'eind'],
      [11, 'afloop'],
    ]);
    expect(JSON.stringify(fouten)).not.toMatch(/Verzonnen|huisbezoek|31-2/);
    expect(uit.ok && uit.waarde.doorlopen).toEqual([]);
  });
});
