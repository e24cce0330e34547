import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectMap } from '../projectmap.ts';
import { bouwScript } from '../script/script.ts';
import { themas } from '../stijlgids/stijlpagina.tsx';
import { type Bouwsel, bouwStijl } from './stijl.ts';

/** Relative luminance and contrast ratio by WCAG 2.2, definitions in section 'terms'. */
function helderheid(hex: string): number {
  const vol = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const [r, g, b] = [1, 3, 5].map(i => {
    const deel = Number.parseInt(vol.slice(i, i + 2), 16) / 255;
    return deel <= 0.03928 ? deel / 12.92 : ((deel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(een: string, ander: string): number {
  const [hoog, laag] = [helderheid(een), helderheid(ander)].sort((a, b) => b - a);
  return (hoog! + 0.05) / (laag! + 0.05);
}

type Kleuren = Map<string, string>;
let licht: Kleuren;
let donker: Kleuren;
let stijl: Bouwsel;
/** Milliseconds of computing, so that a busy machine does not decide. */
let bouwtijd: number;

function leesKleuren(css: string): Kleuren {
  return new Map(Array.from(css.matchAll(/(--la-[\w-]+):\s*(#[0-9a-f]{3,6});/gi), m => [m[1]!, m[2]!]));
}

function leesAccenten(css: string): Kleuren {
  const vind = /\[data-thema='([\w-]+)'\]\s*\{\s*--la-accent:\s*(#[0-9a-f]{6})/gi;
  return new Map(Array.from(css.matchAll(vind), m => [m[1]!, m[2]!]));
}

let bronLicht: string;
let bronDonker: string;

beforeAll(async () => {
  const bron = await readFile(path.join(projectMap(), 'src/platform/ui/stijl/kleur.css'), 'utf8');
  const grens = bron.indexOf('@media screen and (prefers-color-scheme: dark)');
  const einde = bron.indexOf('/* The vendor parts');
  bronLicht = bron.slice(0, grens);
  bronDonker = bron.slice(grens, einde);
  licht = leesKleuren(bronLicht);
  donker = new Map([...licht, ...leesKleuren(bronDonker)]);
  const begin = process.cpuUsage();
  stijl = await bouwStijl();
  const { user, system } = process.cpuUsage(begin);
  bouwtijd = (user + system) / 1000;
});

// WCAG 2.2, 1.4.3: 4.5 for text; 1.4.11: 3 for edges of controls and parts of drawings.
const tekstparen: [string, string][] = [
  ['--la-inkt', '--la-papier'],
  ['--la-inkt', '--la-vlak'],
  ['--la-inkt-2', '--la-papier'],
  ['--la-inkt-2', '--la-vlak'],
  ['--la-actie', '--la-papier'],
  ['--la-actie', '--la-vlak'],
  ['--la-actie-2', '--la-info-vlak'],
  ['--la-op-actie', '--la-actie'],
  ['--la-op-actie', '--la-actie-2'],
  ['--la-goed', '--la-goed-vlak'],
  ['--la-let-op', '--la-let-op-vlak'],
  ['--la-fout', '--la-fout-vlak'],
  ['--la-fout', '--la-papier'],
  ['--la-info', '--la-info-vlak'],
  ['--la-actie', '--la-fout-vlak'],
  ['--la-inkt', '--la-fout-vlak'],
  ['--la-inkt', '--la-let-op-vlak'],
  ['--la-inkt', '--la-goed-vlak'],
  ['--la-op-focus', '--la-focus-vlak'],
  ['--la-inkt', '--la-kaart-1'],
  ['--la-inkt', '--la-kaart-2'],
  ['--la-papier', '--la-kaart-3'],
  ['--la-papier', '--la-kaart-4'],
];
const randparen: [string, string][] = [
  ['--la-rand', '--la-papier'],
  ['--la-focus', '--la-papier'],
  ['--la-reeks-1', '--la-papier'],
  ['--la-reeks-2', '--la-papier'],
  ['--la-reeks-3', '--la-papier'],
];

// @eis A2.4
describe('kleuren', () => {
  test.each(tekstparen)('%s is als tekst leesbaar op %s, licht en donker', (voor, achter) => {
    expect(contrast(licht.get(voor)!, licht.get(achter)!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(donker.get(voor)!, donker.get(achter)!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(randparen)('%s is als rand te zien op %s, licht en donker', (voor, achter) => {
    expect(contrast(licht.get(voor)!, licht.get(achter)!)).toBeGreaterThanOrEqual(3);
    expect(contrast(donker.get(voor)!, donker.get(achter)!)).toBeGreaterThanOrEqual(3);
  });

  test.each(themas)('het accent van %s is leesbaar, licht en donker, en van niemand anders', thema => {
    const bijLicht = leesAccenten(bronLicht);
    const bijDonker = leesAccenten(bronDonker);
    expect(contrast(bijLicht.get(thema)!, licht.get('--la-papier')!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(bijDonker.get(thema)!, donker.get('--la-papier')!)).toBeGreaterThanOrEqual(4.5);
    expect([...bijLicht.values()].filter(k => k === bijLicht.get(thema))).toHaveLength(1);
  });

  test('het accent is geen kleur die iets betekent', () => {
    const betekenis = ['actie', 'goed', 'let-op', 'fout', 'info'].map(n => licht.get(`--la-${n}`));
    for (const accent of leesAccenten(bronLicht).values()) expect(betekenis).not.toContain(accent);
  });

  test('de vier kleuren van een grafiek blijven in grijs uit elkaar', () => {
    for (const palet of [licht, donker]) {
      const grijs = [1, 2, 3, 4].map(n => helderheid(palet.get(`--la-reeks-${n}`)!)).sort((a, b) => a - b);
      for (let i = 1; i < grijs.length; i++)
        expect((grijs[i]! + 0.05) / (grijs[i - 1]! + 0.05)).toBeGreaterThanOrEqual(1.25);
    }
  });
});

// @eis A2.4
describe('papier', () => {
  let druk: Kleuren;
  beforeAll(async () => {
    druk = leesKleuren(await readFile(path.join(projectMap(), 'src/platform/ui/stijl/druk.css'), 'utf8'));
  });

  test('grafieken en kaarten zijn op papier grijs', () => {
    expect(druk.size).toBeGreaterThanOrEqual(9);
    for (const [naam, kleur] of druk) {
      const vol = kleur.length === 4 ? kleur.replace(/[0-9a-f]/gi, '$&$&') : kleur;
      expect([naam, vol.slice(1, 3), vol.slice(3, 5)]).toEqual([naam, vol.slice(5, 7), vol.slice(5, 7)]);
    }
  });

  test.each(['reeks', 'kaart'])('de vier grijzen van %s zijn op een kopie uit elkaar te houden', soort => {
    const grijs = [1, 2, 3, 4].map(n => helderheid(druk.get(`--la-${soort}-${n}`)!)).sort((a, b) => a - b);
    for (let i = 1; i < grijs.length; i++)
      expect((grijs[i]! + 0.05) / (grijs[i - 1]! + 0.05)).toBeGreaterThanOrEqual(1.4);
  });

  test('een naam op een kaart is op papier leesbaar', () => {
    const paren = [
      ['--la-inkt', 1],
      ['--la-inkt', 2],
      ['--la-papier', 3],
      ['--la-papier', 4],
    ] as const;
    for (const [voor, n] of paren)
      expect(contrast(licht.get(voor)!, druk.get(`--la-kaart-${n}`)!)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('gewicht en vorm van het stijlblad', () => {
  test('de stijl is ingepakt hoogstens 14 kB en kost minder dan een halve seconde rekenen', () => {
    expect(gzipSync(stijl.css).length).toBeLessThanOrEqual(14_000);
    expect(bouwtijd).toBeLessThan(500);
  });

  test('stijl, script en letters laten van de 60 kB van een eerste bezoek ruimte voor de bladzijde', async () => {
    const { js } = await bouwScript();
    const letters = stijl.bestanden.reduce((som, b) => som + b.inhoud.length, 0);
    expect(gzipSync(stijl.css).length + gzipSync(js).length + letters).toBeLessThanOrEqual(48_000);
  });

  test('er zijn twee gewichten van één letter, als woff2', () => {
    expect(stijl.bestanden.map(b => b.type)).toEqual(['font/woff2', 'font/woff2']);
    for (const b of stijl.bestanden) expect(b.inhoud.subarray(0, 4).toString('latin1')).toBe('wOF2');
  });

  test('elk bestand dat het stijlblad vraagt, wordt erbij geleverd; niets komt van elders', () => {
    const gevraagd = Array.from(stijl.css.matchAll(/url\(([^)]+)\)/g), m => m[1]!.replace(/["']/g, ''));
    expect(gevraagd.toSorted()).toEqual(stijl.bestanden.map(b => `./${b.naam}`).toSorted());
    expect(stijl.css).not.toMatch(/https?:|@import/);
  });

  test('de stijl van anderen staat in lagen, zodat de onze wint', () => {
    expect(stijl.css).toContain('@layer voorbeeld,utrecht;');
    const eigen = stijl.css.slice(0, stijl.css.indexOf('@layer utrecht{'));
    expect(eigen).not.toMatch(/\.utrecht-/);
  });

  test('op papier verdwijnen menu, zoekveld en knoppen', () => {
    const druk = stijl.css.slice(stijl.css.lastIndexOf('@page'));
    for (const klasse of [
      'la-nav',
      'la-zoek',
      'la-knoppen',
      'la-account',
      'la-filters',
      'la-paginering',
      'la-voet nav',
    ])
      expect(druk).toContain(`.${klasse}`);
  });

  test('twee keer bouwen geeft hetzelfde, met dezelfde vingerafdruk', async () => {
    expect((await bouwStijl()).hash).toBe(stijl.hash);
    expect(stijl.hash).toMatch(/^[0-9a-f]{16}$/);
  });
});
