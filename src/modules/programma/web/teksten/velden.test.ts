import { expect, test } from 'vitest';
import { controleerTeksten, type Tekstboom } from '#platform/ui/index.ts';
import { SOORTEN } from '../../domain/soorten.ts';
import type { Veld } from '../../domain/veld.ts';
import { findVeldtekst, veldTeksten } from './velden.ts';

const paden = (velden: readonly Veld[], voor = ''): string[] =>
  velden.flatMap(v => [voor + v.naam, ...paden(v.velden ?? [], `${voor}${v.naam}.`)]);

// @eis A3.1
test.each(Object.values(SOORTEN).map(s => [s.code, s] as const))(
  'elk veld van soort %s heeft een naam voor de lezer, in het Nederlands en Engels',
  (code, soort) => {
    const zonder = (['nl', 'en'] as const).flatMap(taal =>
      paden(soort.velden).filter(pad => !findVeldtekst(code, pad, taal)?.label),
    );
    expect(zonder).toEqual([]);
  },
);

test('Nederlands en Engels kennen dezelfde velden, en geen veld dat geen soort heeft', () => {
  const labels = (taal: 'nl' | 'en'): Tekstboom =>
    Object.fromEntries(Object.entries(veldTeksten[taal]).map(([k, v]) => [k.replaceAll('.', '/'), v.label]));
  expect(controleerTeksten(labels('nl'), labels('en'))).toEqual([]);
  const bekend = new Set(
    Object.values(SOORTEN).flatMap(s => paden(s.velden).flatMap(p => [p, `${s.code}.${p}`])),
  );
  expect(Object.keys(veldTeksten.nl).filter(k => !bekend.has(k))).toEqual([]);
});
