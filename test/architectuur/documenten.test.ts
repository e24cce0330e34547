import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wortel } from './bron.ts';
import { kamergraaf } from './regels-imports.ts';

const lees = (pad: string): string => readFileSync(join(wortel, pad), 'utf8');

/** Packages that have a filled row of five cells in docs/afhankelijkheden.md. */
function beschrevenPakketten(markdown: string): string[] {
  return markdown.split('\n').flatMap(regel => {
    const cellen = regel.split('|').map(c => c.trim());
    const naam = /^`([^`]+)`$/.exec(cellen[1] ?? '')?.[1];
    const gevuld = cellen.length === 7 && cellen.slice(1, 6).every(c => c !== '');
    return naam && gevuld ? [naam] : [];
  });
}

type Pakket = Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Record<string, string>>;

// @eis A1.8
describe('documenten', () => {
  test('elke afhankelijkheid heeft een regel en elke regel een afhankelijkheid', () => {
    const p = JSON.parse(lees('package.json')) as Pakket;
    const namen = [p.dependencies, p.optionalDependencies, p.devDependencies].flatMap(d => Object.keys(d));
    expect(beschrevenPakketten(lees('docs/afhankelijkheden.md')).sort()).toEqual(namen.sort());
  });
  test('een regel met een lege cel telt niet', () => {
    expect(beschrevenPakketten('| `a` | x | y | z | MIT |\n| `b` | x | | z | MIT |')).toEqual(['a']);
  });
  test('elke versie staat vast', () => {
    const p = JSON.parse(lees('package.json')) as Pakket;
    const versies = [p.dependencies, p.optionalDependencies, p.devDependencies].flatMap(d =>
      Object.values(d),
    );
    expect(versies.filter(v => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(v))).toEqual([]);
  });
  test.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/adr/0001-kamers-en-grenzen.md'])(
    '%s is er',
    pad => expect(existsSync(join(wortel, pad))).toBe(true),
  );
  test('de licentie is de EUPL 1.2, in LICENSE en in package.json', () => {
    expect(lees('LICENSE')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
    expect((JSON.parse(lees('package.json')) as { license: string }).license).toBe('EUPL-1.2');
  });
  test('de lijst van toegestane imports in docs/architecture.md is die van de test', () => {
    const regels = [...lees('docs/architecture.md').matchAll(/^\| `(\w+)` \| ([^|]+) \|$/gm)];
    const gelezen = Object.fromEntries(
      regels.map(m => [m[1], [...(m[2] ?? '').matchAll(/`(\w+)`/g)].map(n => n[1])]),
    );
    expect(gelezen).toEqual(kamergraaf);
  });
  test('de tabel met instellingen in de README noemt precies de instellingen die worden gelezen', () => {
    const schema = /const schema = z\.object\(\{([\s\S]*?)\n\}\);/.exec(
      lees('src/platform/config/index.ts'),
    )?.[1];
    const gelezen = [...(schema ?? '').matchAll(/^ {2}([A-Z_]+):/gm)].map(m => m[1]);
    const beschreven = [...lees('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(m => m[1]);
    expect(gelezen.length).toBeGreaterThan(8);
    expect(beschreven.sort()).toEqual(gelezen.sort());
  });
  test.each(['Dockerfile', 'compose.yaml', 'README.md'])('%s zegt dat de container niet is getest', pad => {
    expect(lees(pad).toLowerCase()).toContain('niet getest: op de ontwikkelmachine draait geen docker-motor');
  });
});
