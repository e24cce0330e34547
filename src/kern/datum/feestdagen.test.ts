import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waardeOf } from '../resultaat/index.ts';
import {
  feestdagenIn,
  feestdagNaam,
  type Gelijkstelling,
  gelijkstellingstand,
  verjaardagKoning,
} from './index.ts';

const lijst = (jaar: number, besluiten?: readonly Gelijkstelling[]) =>
  waardeOf(feestdagenIn(jaar, besluiten)).dagen.map(({ dag, code }) => `${dag} ${code}`);

// @eis A2.1
describe('feestdagen', () => {
  test('de feestdagen van 2023 zijn die van de lijst van een gerechtsdeurwaarder', () => {
    // Published list: houwelingen-partners.nl, "Feestdagen en ATW-dagen 2023"; New Year's Day 2023 was a Sunday.
    expect(lijst(2023)).toEqual([
      '2023-01-01 nieuwjaarsdag',
      '2023-04-07 goede_vrijdag',
      '2023-04-10 tweede_paasdag',
      '2023-04-27 verjaardag_koning',
      '2023-04-28 gelijkgestelde_dag',
      '2023-05-05 bevrijdingsdag',
      '2023-05-18 hemelvaartsdag',
      '2023-05-19 gelijkgestelde_dag',
      '2023-05-29 tweede_pinksterdag',
      '2023-12-25 eerste_kerstdag',
      '2023-12-26 tweede_kerstdag',
    ]);
  });

  test('de feestdagen van 2026 zijn die van de gepubliceerde kalender, met twee gelijkgestelde dagen', () => {
    // alle-feestdagen.be/nederland/feestdagen-2026.html, and the decree for 2026-2028.
    expect(lijst(2026)).toEqual([
      '2026-01-01 nieuwjaarsdag',
      '2026-01-02 gelijkgestelde_dag',
      '2026-04-03 goede_vrijdag',
      '2026-04-06 tweede_paasdag',
      '2026-04-27 verjaardag_koning',
      '2026-05-05 bevrijdingsdag',
      '2026-05-14 hemelvaartsdag',
      '2026-05-15 gelijkgestelde_dag',
      '2026-05-25 tweede_pinksterdag',
      '2026-12-25 eerste_kerstdag',
      '2026-12-26 tweede_kerstdag',
    ]);
  });

  test('in 2021 was alleen de vrijdag na Hemelvaart gelijkgesteld', () => {
    // boitenluhrs.nl/explootvrije-dagen, the list for 2021: no equated day beside King's Day or Liberation Day.
    expect(lijst(2021).filter(regel => regel.endsWith('gelijkgestelde_dag'))).toEqual([
      '2021-05-14 gelijkgestelde_dag',
    ]);
  });

  test('in 2019 waren 31 mei en 27 december gelijkgesteld', () => {
    // visservansolkema.com, "Wanneer geen ambtshandelingen in 2019?"
    expect(lijst(2019).filter(regel => regel.endsWith('gelijkgestelde_dag'))).toEqual([
      '2019-05-31 gelijkgestelde_dag',
      '2019-12-27 gelijkgestelde_dag',
    ]);
  });

  test('de verjaardag van de Koning wijkt voor de zondag uit naar zaterdag', () => {
    // 30 April 2000 and 2006 and 27 April 2014 and 2025 were Sundays.
    expect([2000, 2006, 2013, 2014, 2024, 2025].map(jaar => verjaardagKoning(jaar).toString())).toEqual([
      '2000-04-29',
      '2006-04-29',
      '2013-04-30',
      '2014-04-26',
      '2024-04-27',
      '2025-04-26',
    ]);
  });

  test('twee feestdagen kunnen op een dag vallen: Hemelvaartsdag 2016 was 5 mei', () => {
    expect(lijst(2016).filter(regel => regel.startsWith('2016-05-05'))).toEqual([
      '2016-05-05 bevrijdingsdag',
      '2016-05-05 hemelvaartsdag',
    ]);
  });

  test('een jaar buiten 2000 tot en met 2099 wordt geweigerd en niet geraden', () => {
    for (const jaar of [1999, 2100, 2026.5]) {
      expect(feestdagenIn(jaar)).toMatchObject({ ok: false, weigering: { code: 'jaar_onbekend' } });
    }
  });

  test('een jaar zonder bekend besluit zegt dat, in plaats van geen gelijkgestelde dagen te beweren', () => {
    expect([2013, 2014, 2028, 2029].map(jaar => gelijkstellingstand(jaar))).toEqual([
      'onbekend',
      'bekend',
      'bekend',
      'onbekend',
    ]);
    expect(waardeOf(feestdagenIn(2029)).gelijkstelling).toBe('onbekend');
  });

  test('een besluit dat niet is bevestigd, telt mee en wordt als niet bevestigd gemeld', () => {
    const vermoed: Gelijkstelling = {
      besluit: 'vermoed besluit',
      jaren: [2029],
      dagen: ['2029-05-11'],
      bron: 'geen',
      bevestigd: false,
    };
    const jaar = waardeOf(feestdagenIn(2029, [vermoed]));
    expect(jaar.gelijkstelling).toBe('niet_bevestigd');
    expect(jaar.dagen.find(({ lid }) => lid === 3)).toMatchObject({ besluit: 'vermoed besluit' });
  });

  test('een feestdag heeft een naam in beide talen', () => {
    expect(feestdagNaam('tweede_paasdag')).toBe('tweede paasdag');
    expect(feestdagNaam('hemelvaartsdag', 'en')).toBe('Ascension Day');
  });

  test('wet: elk jaar heeft de acht dagen van lid 1 en die ene van lid 2, op volgorde', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), jaar => {
        const { dagen } = waardeOf(feestdagenIn(jaar));
        expect(dagen.filter(({ lid }) => lid === 1)).toHaveLength(8);
        expect(dagen.filter(({ lid }) => lid === 2).map(({ dag }) => dag.dayOfWeek)).toEqual([5]);
        const isoDagen = dagen.map(({ dag }) => dag.toString());
        expect(isoDagen).toEqual([...isoDagen].sort());
        expect(dagen.find(({ code }) => code === 'hemelvaartsdag')?.dag.dayOfWeek).toBe(4);
        expect(dagen.find(({ code }) => code === 'tweede_pinksterdag')?.dag.dayOfWeek).toBe(1);
        expect(verjaardagKoning(jaar).dayOfWeek).not.toBe(7);
      }),
    );
  });

  test('wet: elke gelijkgestelde dag is een maandag of vrijdag naast een feestdag of weekeinde', () => {
    for (let jaar = 2014; jaar <= 2028; jaar += 1) {
      for (const { dag } of waardeOf(feestdagenIn(jaar)).dagen.filter(({ lid }) => lid === 3)) {
        expect([1, 5]).toContain(dag.dayOfWeek);
        const buur = dag.add({ days: dag.dayOfWeek === 1 ? 1 : -1 });
        expect(lijst(buur.year).some(regel => regel.startsWith(buur.toString()))).toBe(true);
      }
    }
  });
});
