import type { JSXNode } from 'hono/jsx';
import { beforeAll, describe, expect, test } from 'vitest';
import * as ui from '../index.ts';
import type { PaginaOmgeving, Taal } from '../omgeving.ts';
import { eigenVormgeving, gebruikteKlassen } from '../stijl/klassen.ts';
import { geldig } from '../testing/geldig.ts';
import { stijlPagina, voorbeelden } from './stijlpagina.tsx';
import type { Voorbeeld } from './voorbeeld.ts';

const omgeving = (taal: Taal): PaginaOmgeving => ({
  taal,
  pad: taal === 'nl' ? '/stijl' : '/en/stijl',
  andereTaalPad: taal === 'nl' ? '/en/stijl' : '/stijl',
  gebruiker: null,
  demo: true,
  thema: 'kennemerland',
  csrf: 'geheim-van-de-proef',
  navigatie: [{ href: '/regio', naam: 'Regio', actief: true }],
  stijlPad: '/statisch/0/stijl.css',
  scriptPad: '/statisch/0/gemak.js',
});

const isNode = (v: unknown): v is JSXNode => typeof v === 'object' && v !== null && 'tag' in v;

/** Every component that is called somewhere in a tree that has not been rendered yet. */
function aangeroepen(boom: unknown, uit: Set<unknown> = new Set()): Set<unknown> {
  if (Array.isArray(boom)) for (const deel of boom) aangeroepen(deel, uit);
  else if (isNode(boom)) {
    uit.add(boom.tag);
    aangeroepen(boom.children, uit);
    for (const waarde of Object.values(boom.props)) aangeroepen(waarde, uit);
  } else if (typeof boom === 'object' && boom !== null) {
    for (const waarde of Object.values(boom)) aangeroepen(waarde, uit);
  }
  return uit;
}

/** True when the example of a component calls it, or, without one of its own, the frame of the page does. */
function wordtGetoond(naam: string, onderdeel: unknown, lijst: readonly Voorbeeld[]): boolean {
  const voorbeeld = lijst.find(v => v.onderdeel === naam);
  return aangeroepen(voorbeeld?.toon('nl') ?? stijlPagina(omgeving('nl'))).has(onderdeel);
}

const onderdelen = Object.entries(ui).filter(
  ([naam, waarde]) => typeof waarde === 'function' && /^[A-Z]/.test(naam),
);
const paginas: Partial<Record<Taal, string>> = {};

beforeAll(async () => {
  for (const taal of ['nl', 'en'] as const) paginas[taal] = String(await stijlPagina(omgeving(taal)));
});

// @eis A2.4
describe('de levende stijlgids', () => {
  test.each(onderdelen)('%s staat op de stijlgids en wordt daar echt getoond', (naam, onderdeel) => {
    expect(wordtGetoond(naam, onderdeel, voorbeelden)).toBe(true);
    if (voorbeelden.some(v => v.onderdeel === naam)) expect(paginas.nl).toContain(`id="onderdeel-${naam}"`);
  });

  test('een onderdeel zonder voorbeeld valt op, ook als er iets anders onder zijn naam staat', () => {
    const zonder = voorbeelden.filter(v => v.onderdeel !== 'Paginering');
    expect(wordtGetoond('Paginering', ui.Paginering, zonder)).toBe(false);
    const vals = { onderdeel: 'Paginering', gebruik: { nl: 'x', en: 'x' }, toon: () => <p>1 2 3</p> };
    expect(wordtGetoond('Paginering', ui.Paginering, [...zonder, vals])).toBe(false);
    expect(wordtGetoond('Nieuw', () => null, voorbeelden)).toBe(false);
  });

  test('er staat geen voorbeeld van iets dat niet bestaat', () => {
    const namen = new Set(onderdelen.map(([naam]) => naam));
    expect(voorbeelden.map(v => v.onderdeel).filter(n => !namen.has(n))).toEqual([]);
  });

  test.each(['nl', 'en'] as const)(
    'de bladzijde is geldige HTML zonder stijl of script in de opmaak: %s',
    async taal => {
      expect(await geldig(paginas[taal])).toContain('<html');
      expect(paginas[taal]).not.toMatch(/\sstyle=|<style|javascript:|\son[a-z]+=/);
      expect(paginas[taal]?.match(/<script/g)).toHaveLength(1);
    },
  );

  test.each(['nl', 'en'] as const)('geen id komt twee keer voor: %s', taal => {
    const ids = Array.from((paginas[taal] ?? '').matchAll(/\sid="([^"]+)"/g), m => m[1]);
    expect(ids.length).toBe(new Set(ids).size);
  });

  test('elke klasse van het ontwerpsysteem die wij dragen komt uit de lijst waarmee wordt gesnoeid', () => {
    const gedragen = new Set(Array.from((paginas.nl ?? '').matchAll(/utrecht-[\w-]+/g), m => m[0]));
    const onbekend = [...gedragen].filter(k => !gebruikteKlassen.has(k) && !eigenVormgeving.has(k));
    expect(onbekend).toEqual([]);
  });
});
