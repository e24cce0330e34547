import { describe, expect, test } from 'vitest';
import { alsRegels, type Boom, leesBoom, type Overtreding, plant } from './bron.ts';
import {
  groteBestanden,
  inlineFouten,
  klokFouten,
  langeFuncties,
  naamFouten,
  omvangFouten,
  tekstFouten,
  testFouten,
  uitstelFouten,
} from './regels-code.ts';
import { langeFunctiesHoogstens } from './uitzonderingen.ts';

const boom = leesBoom();
const aantal = (regel: (b: Boom) => Overtreding[], bestand: string, code: string) =>
  regel(plant({ [bestand]: code })).length;
const lang = (n: number) => 'export const a = 1;\n'.repeat(n);

// @eis A1.1
describe('klok en toeval', () => {
  test('de regels lezen zelf geen klok en gooien geen dobbelsteen', () => {
    expect(alsRegels(klokFouten(boom))).toEqual([]);
  });
  test.each([
    'const a = new Date();',
    "const a = new Date('2026-01-01');",
    'const a = Date.now();',
    'const a = Temporal.Now.plainDateISO();',
    'const a = [1].map(Math.random);',
    'const a = globalThis.Date.now();',
  ])('geweigerd: %s', code => {
    expect(aantal(klokFouten, 'src/modules/casus/domain/a.ts', code)).toBe(1);
    expect(aantal(klokFouten, 'src/platform/klok/a.ts', code)).toBe(0);
  });
  test('een bekend moment omzetten mag in het platform, de klok lezen niet', () => {
    expect(aantal(klokFouten, 'src/platform/mail/a.ts', 'new Date(nu.epochMilliseconds);')).toBe(0);
    expect(aantal(klokFouten, 'src/platform/mail/a.ts', 'new Date();')).toBe(1);
  });
  test('een datum noemen in een tekst of opmerking mag', () => {
    expect(aantal(klokFouten, 'src/kern/a.ts', "// new Date()\nexport const a = 'Date.now()';")).toBe(0);
  });
});

// @eis A1.1
describe('omvang en namen', () => {
  test('geen bestand is langer dan 400 regels', () => {
    expect(alsRegels(omvangFouten(boom))).toEqual([]);
    const groot = groteBestanden(boom);
    if (groot.length > 0) console.info(`boven de zachte grens van 200 regels: ${groot.join(', ')}`);
  });
  test('401 regels wordt geweigerd, 400 mag', () => {
    expect(aantal(omvangFouten, 'src/kern/a.ts', lang(401))).toBe(1);
    expect(aantal(omvangFouten, 'src/kern/a.ts', lang(400))).toBe(0);
    expect(groteBestanden(plant({ 'src/kern/a.ts': lang(201) }))).toEqual(['src/kern/a.ts (201)']);
  });
  test('het aantal functies boven 40 regels groeit niet', () => {
    const gevonden = alsRegels(langeFuncties(boom));
    expect(gevonden.length, gevonden.join('\n')).toBeLessThanOrEqual(langeFunctiesHoogstens);
  });
  test('een functie van 41 regels wordt gezien, een van 40 niet', () => {
    const functie = (n: number) => `function f() {\n${'g();\n'.repeat(n - 2)}}\n`;
    expect(aantal(langeFuncties, 'src/kern/a.ts', functie(41))).toBe(1);
    expect(aantal(langeFuncties, 'src/kern/a.ts', functie(40))).toBe(0);
  });
  test('elke naam zegt iets', () => {
    expect(alsRegels(naamFouten(boom))).toEqual([]);
  });
  test.each([
    'src/kern/utils.ts',
    'src/platform/helpers/a.ts',
    'src/modules/casus/common.ts',
    'test/misc/a.ts',
  ])('geweigerd: %s', pad => expect(aantal(naamFouten, pad, '')).toBe(1));
});

// @eis A1.1
describe('wat niet landt', () => {
  test('geen uitgesteld werk, geen uitgezette controle, geen pad van één machine', () => {
    expect(alsRegels(uitstelFouten(new Map([...boom, ...leesBoom(['docs'])])))).toEqual([]);
  });
  test.each([
    `// ${'TO' + 'DO'}: later`,
    `// ${'FIX' + 'ME'}`,
    `// @ts-${'ignore'}`,
    `// biome-${'ignore'} lint/a/b`,
    `const a = '/${'ho' + 'me'}/iemand/data';`,
  ])('geweigerd: %s', code => expect(aantal(uitstelFouten, 'src/kern/a.ts', code)).toBe(1));

  test('geen test staat uit of draait alleen', () => {
    expect(alsRegels(testFouten(boom))).toEqual([]);
  });
  test.each(["test.only('a', () => {});", "describe.skip('a', () => {});", "it.todo('a');"])(
    'geweigerd: %s',
    code => expect(aantal(testFouten, 'src/kern/a.test.ts', code)).toBe(1),
  );
  test('overslaan onder een voorwaarde mag', () => {
    expect(aantal(testFouten, 'src/kern/a.test.ts', "test.skipIf(!x)('a', () => {});")).toBe(0);
  });
});

// @eis A1.1
describe('opmaak', () => {
  test('geen stijl en geen script in de opmaak', () => {
    expect(alsRegels(inlineFouten(boom))).toEqual([]);
  });
  test.each(['<p style="color:red">x</p>', '<p style={{ a: 1 }} />', '<a onclick="f()">x</a>'])(
    'geweigerd: %s',
    code => expect(aantal(inlineFouten, 'src/platform/ui/a.tsx', `export const a = ${code};`)).toBe(1),
  );
  test('teksten voor gebruikers staan in teksten.ts', () => {
    expect(alsRegels(tekstFouten(boom))).toEqual([]);
  });
  test.each(['<p>Opslaan</p>', '<img alt="Kaart van de regio" />', "<p>{'Opslaan'}</p>"])(
    'geweigerd: %s',
    code => {
      expect(aantal(tekstFouten, 'src/modules/casus/web/a.tsx', `export const a = ${code};`)).toBe(1);
      expect(aantal(tekstFouten, 'src/modules/casus/web/teksten.tsx', `export const a = ${code};`)).toBe(0);
    },
  );
  test('leestekens en waarden tussen de tags mogen', () => {
    const code = 'export const a = <p class="lang woord">{t.titel} · {n} %</p>;';
    expect(aantal(tekstFouten, 'src/modules/casus/web/a.tsx', code)).toBe(0);
  });
});
