import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GEPLANT, metGebrek, zonderKop } from './gebreken.ts';
import { alsBestand, alsRegels, uitBestand, verkort } from './naspelen.ts';
import { wandel } from './wandeling.ts';
import { bouwWereld, type Wereld } from './wereld.ts';

let wereld: Wereld;
beforeAll(async () => {
  wereld = await bouwWereld();
}, 180_000);
afterAll(() => wereld?.stop());

// @eis A1.4 A5.3
describe('de wandeling kan falen', () => {
  test.each(GEPLANT.map(g => [g.naam, g] as const))(
    '%s wordt gevonden',
    async (_, g) => {
      const app = metGebrek(wereld, g);
      // What has to be typed into a form may not come by in one walk: others start elsewhere.
      const gezien: string[] = [];
      for (let zaad = 7; zaad < 13 && !gezien.some(x => g.soort.test(x)); zaad++) {
        const u = await wandel({ wereld, app, zaad, stappen: 1_000, stopBij: g.soort });
        gezien.push(...u.vondsten.map(v => v.soort));
      }
      expect(gezien.filter(x => g.soort.test(x))).not.toEqual([]);
    },
    240_000,
  );

  test('een antwoord zonder wering voor de browser wordt gevonden', async () => {
    for (const naam of ['content-security-policy', 'x-content-type-options']) {
      const app = zonderKop(wereld, naam);
      const u = await wandel({ wereld, app, zaad: 7, stappen: 3, stopBij: /^kop$/ });
      expect(u.vondsten.map(v => v.tekst)).toContain(`${naam} is er niet`);
    }
  });

  test('een gevonden gebrek is in een nieuwe wereld na te spelen, met zo weinig stappen als nodig', async () => {
    const g = GEPLANT[0];
    if (!g) throw new Error('niets geplant');
    const u = await wandel({ wereld, app: metGebrek(wereld, g), zaad: 8, stappen: 500, stopBij: g.soort });
    const v = u.vondsten.find(x => g.soort.test(x.soort));
    expect(v).toBeDefined();
    if (!v) return;
    const n = { bouw: bouwWereld, app: (w: Wereld) => metGebrek(w, g) };
    const stappen = (await verkort(n, u.stappen, v)) ?? [];
    expect(stappen.map(x => x.z.pad)).toEqual(['/hulp/geplant']);
    expect(uitBestand(alsBestand(stappen))).toEqual(stappen);
    expect(alsRegels(stappen)[0]).toContain(`GET /hulp/geplant → 200`);
  }, 180_000);
});
