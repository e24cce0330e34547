import { expect } from 'vitest';
import { gebreken } from './keur.ts';
import { loopAf } from './paden.ts';
import type { Site } from './site.ts';

const SMAL = { breedte: 320, kleur: 'light' as const, script: true, taal: 'nl' as const };
const DONKER = { breedte: 1280, kleur: 'dark' as const, script: true, taal: 'en' as const };
const ALLE = [
  SMAL,
  DONKER,
  { ...SMAL, kleur: 'dark' as const },
  { ...DONKER, kleur: 'light' as const, taal: 'nl' as const },
  { ...SMAL, taal: 'en' as const },
];
export const volledig = process.env['LA_TEST_VOLLEDIG'] === '1';
const vormen = volledig ? ALLE : [SMAL, DONKER];

/** Only what the public reads is there in English too. */
function doelVan(patroon: string, pad: string, taal: 'nl' | 'en'): string {
  const engels =
    taal === 'en' && /^\/(regio\/:regio|hulp|privacy$|toegankelijkheid|open-data|stijl|$)/.test(patroon);
  return engels && !pad.startsWith('/en') ? (pad === '/' ? '/en' : `/en${pad}`) : pad;
}

/** Walks from these addresses as a role and returns what is wrong with each kind of page, in every form. */
export async function onderzoek(
  site: Site,
  rol: string | null,
  begin: string[],
  alleen = /./,
  ook: string[] = [],
): Promise<string[]> {
  const eerste = rol ? await site.als(rol) : await (await site.open()).newPage();
  const paden = await loopAf(eerste, begin, site.adres, alleen);
  expect(paden.size).toBeGreaterThan(rol ? 3 : 8);
  // Of a kind of page with several faces the walk meets one; the others are named.
  for (const pad of ook) paden.set(pad, pad);
  await eerste.context().close();
  // Each form in a window of its own, at once: the browser and the application are each a process.
  const perVorm = vormen.map(async vorm => {
    const pagina = rol ? await site.als(rol, vorm) : await (await site.open(vorm)).newPage();
    const gevonden: string[] = [];
    for (const [patroon, pad] of paden)
      gevonden.push(...(await gebreken(pagina, doelVan(patroon, pad, vorm.taal), vorm)));
    await pagina.context().close();
    return gevonden;
  });
  return (await Promise.all(perVorm)).flat();
}
