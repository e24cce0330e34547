import { describe, expect, test } from 'vitest';
import { formatPeriode, parsePeriode, periodeCode } from '#kern/datum/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';

import { toegestaneHandelingen, zoekGebreken } from '#kern/toestand/index.ts';
import {
  type Documentkeuze,
  documenttabel,
  keuzefouten,
  kiesbarePerioden,
  vorigePeriode,
} from './document.ts';
import type { Documentsjabloon } from './documentsjabloon.ts';

const keuze: Documentkeuze = {
  regio: 'r',
  sjabloon: 's',
  taal: 'nl',
  periode: '2025-H2',
  gemeente: 'GM0361',
  publicaties: ['a'],
  ookOpenbaar: false,
};
const x = (s: Partial<Documentsjabloon> = {}) => ({
  sjabloon: { perioden: ['halfjaar'], gemeente: 'verplicht', ...s } as unknown as Documentsjabloon,
  perioden: kiesbarePerioden(Temporal.PlainDate.from('2026-03-01')),
  gemeenten: ['GM0361'],
  publicaties: ['a', 'b'],
});

// @eis B4.5
describe('wat een document kan zijn', () => {
  test('alleen wie publiceert stelt vast; een adviseur schrijft mee', () => {
    expect(toegestaneHandelingen(documenttabel, 'concept', ['beleidsmedewerker'])).toEqual([
      'laat_vervallen',
    ]);
    expect(toegestaneHandelingen(documenttabel, 'concept', ['datalab_analist'])).toContain('stel_vast');
    expect(toegestaneHandelingen(documenttabel, 'ingetrokken', ['projectleider'])).toEqual([]);
    const gebreken = zoekGebreken(documenttabel, 'concept');
    expect(Object.values(gebreken).flat()).toEqual([]);
  });

  test('een goede keuze mag, en elke verkeerde heeft haar eigen fout', () => {
    expect(keuzefouten(keuze, x())).toEqual({});
    expect(keuzefouten(keuze, { ...x(), sjabloon: undefined })).toEqual({ sjabloon: 'sjabloon' });
    expect(keuzefouten({ ...keuze, periode: '2025' }, x())).toEqual({ periode: 'periode_past_niet' });
    expect(keuzefouten({ ...keuze, periode: '2031-H1' }, x())).toEqual({ periode: 'periode' });
    expect(keuzefouten({ ...keuze, gemeente: '' }, x())).toEqual({ gemeente: 'gemeente' });
    expect(keuzefouten({ ...keuze, gemeente: 'GM9999' }, x())).toEqual({ gemeente: 'gemeente' });
    expect(keuzefouten(keuze, x({ gemeente: 'geen' }))).toEqual({ gemeente: 'gemeente_niet' });
    expect(keuzefouten({ ...keuze, publicaties: ['z'] }, x())).toEqual({ publicaties: 'publicaties' });
    expect(keuzefouten({ ...keuze, publicaties: [] }, x())).toEqual({ publicaties: 'publicaties' });
    expect(keuzefouten({ ...keuze, publicaties: [], ookOpenbaar: true }, x())).toEqual({});
  });

  test('te kiezen zijn perioden die zijn begonnen; de vorige is van dezelfde soort', () => {
    const codes = x().perioden.map(periodeCode);
    expect(codes.slice(0, 4)).toEqual(['2026', '2026-H1', '2025', '2025-H2']);
    const vorig = (code: string) => {
      const p = vorigePeriode(waardeOf(parsePeriode(code)));
      return p && formatPeriode(p);
    };
    expect(vorig('2025')).toBe('2024');
    expect(vorig('2025-H2')).toBe('eerste halfjaar 2025');
    expect(vorig('2025-H1')).toBe('tweede halfjaar 2024');
    expect(vorig('2025-Q1')).toBeNull();
  });
});
