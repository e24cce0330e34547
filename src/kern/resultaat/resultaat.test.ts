import { describe, expect, test } from 'vitest';
import {
  BASISCODES,
  combineerVelden,
  conflict,
  gelukt,
  geweigerd,
  nietGevonden,
  nietToegestaneOvergang,
  ongeldig,
  type Result,
  type Weigering,
  waardeOf,
  weigering,
} from './index.ts';

// @eis A2.1
describe('resultaat', () => {
  test('een gelukte uitkomst draagt haar waarde en een geweigerde haar reden', () => {
    const deel = (a: number, b: number): Result<number, Weigering<'delen_door_nul'>> =>
      b === 0 ? geweigerd(weigering('delen_door_nul')) : gelukt(a / b);
    expect(deel(6, 3)).toEqual({ ok: true, waarde: 2 });
    expect(deel(6, 0)).toEqual({ ok: false, weigering: { code: 'delen_door_nul' } });
  });

  test('niet gevonden en niet toegestaan zijn niet van elkaar te onderscheiden', () => {
    expect(Object.keys(nietGevonden())).toEqual(['code']);
  });

  test('een conflict noemt de versie die nu is opgeslagen', () => {
    expect(conflict(7)).toEqual({ code: 'conflict', versie: 7 });
  });

  test('een overgang die nu niet kan, noemt toestand en handeling', () => {
    expect(nietToegestaneOvergang('afgesloten', 'verleng')).toEqual({
      code: 'niet_toegestaan_overgang',
      gegevens: { toestand: 'afgesloten', handeling: 'verleng' },
    });
  });

  test('elke weigering overleeft de weg door JSON ongeschonden', () => {
    const alle = [
      nietGevonden(),
      ongeldig({ reden: 'Vul dit in.' }, 'Niet alles is ingevuld.'),
      conflict(2),
      nietToegestaneOvergang('a', 'b'),
      weigering('te_laat', 'De termijn is verstreken.', { einddatum: '2026-11-03' }),
    ];
    expect(JSON.parse(JSON.stringify(alle))).toEqual(alle);
    expect(alle.slice(0, 4).map(w => w.code)).toEqual([...BASISCODES]);
  });

  test('een formulier meldt alle foute velden tegelijk', () => {
    const uitkomst = combineerVelden({
      naam: gelukt('Voorbeeld'),
      datum: geweigerd(weigering('datum_leeg', 'Vul een datum in.')),
      reden: geweigerd(weigering('leeg')),
    });
    expect(uitkomst).toEqual({
      ok: false,
      weigering: { code: 'ongeldig', velden: { datum: 'Vul een datum in.', reden: 'leeg' } },
    });
  });

  test('een formulier zonder fouten geeft de waarden met hun eigen type', () => {
    const uitkomst = combineerVelden({ naam: gelukt('Voorbeeld'), aantal: gelukt(3) });
    const { naam, aantal }: { naam: string; aantal: number } = waardeOf(uitkomst);
    expect([naam, aantal]).toEqual(['Voorbeeld', 3]);
  });

  test('een waarde nemen uit een weigering is een fout in het programma en gooit', () => {
    expect(() => waardeOf(geweigerd(weigering('leeg', 'Niets gevonden.')))).toThrow('leeg: Niets gevonden.');
  });
});
