import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Verwerkingregel } from './verwerking.ts';
import { alsUitvoerregel, uitvoerTekst } from './verwerking-uitvoer.ts';

/**
 * The interface of the component Logboek, written over from the standard (Logius-standaarden/logboek-dataverwerkingen,
 * sections/03-specificaties/02-component-logboek.md, commit 1b58406, working version 0.8.0): sizes in bytes as hex,
 * times to the millisecond, three status codes, attributes in the name space dpl.
 */
const Standaard = z.strictObject({
  trace_id: z.string().regex(/^(?!0{32})[0-9a-f]{32}$/),
  span_id: z.string().regex(/^(?!0{16})[0-9a-f]{16}$/),
  parent_span_id: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  status_code: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  name: z.string().min(1),
  start_time: z.iso.datetime({ precision: 3 }),
  end_time: z.iso.datetime({ precision: 3 }),
  resource: z
    .strictObject({ attributes: z.record(z.string(), z.union([z.string(), z.number()])) })
    .optional(),
  attributes: z
    .looseObject({
      'dpl.core.processing_activity_id': z.url(),
      'dpl.core.data_subject_id': z.string().optional(),
      'dpl.core.data_subject_id_type': z.string().optional(),
    })
    .refine(a => Object.keys(a).every(k => k.startsWith('dpl.')))
    // A subject is told with its type, or not at all.
    .refine(a => 'dpl.core.data_subject_id' in a === 'dpl.core.data_subject_id_type' in a),
});

const ACT = '0f8fad5b-d9cb-469f-a165-70867728950e';
const MENS = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const basis: Verwerkingregel = {
  id: ACT,
  volgorde: 1,
  xid: '100',
  tijdstip: '2026-03-02T08:05:00.123456Z',
  actor: 'persoon:6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  handeling: 'inzien',
  soort: 'casus',
  object: 'a1b2c3d4-0000-4000-8000-000000000001',
  uitkomst: 'toegestaan',
  reden: null,
  details: {
    activiteit: 'casusvoering',
    dossier: 'a1b2c3d4-0000-4000-8000-000000000001',
    houder: 'c0000000-0000-4000-8000-000000000001',
    organisatie: 'c0000000-0000-4000-8000-000000000001',
    rol: 'professional',
    regel: 'relatie',
    doel: 'behandeling',
    grond: 'wmo_4_1_1',
    relatie: 'd0000000-0000-4000-8000-000000000001',
    nood: false,
    punt: 'toepassing',
    duur: 23,
    mensen: 1,
  },
};
const mens: Verwerkingregel = {
  ...basis,
  id: 'e0000000-0000-4000-8000-000000000009',
  volgorde: 2,
  soort: 'betrokkene',
  object: MENS,
  details: { ...basis.details, bij: ACT, deel: 'casus', record: basis.object ?? '' },
};

// @eis C3.1
describe('uitvoer in de vorm van het Logboek dataverwerkingen', () => {
  test('elke soort regel voldoet aan de interface van de standaard', () => {
    const { dossier: _, ...zonder } = basis.details;
    const gevallen: Verwerkingregel[] = [
      basis,
      mens,
      {
        ...basis,
        uitkomst: 'geweigerd',
        reden: 'geen_relatie',
        object: null,
        details: { ...zonder, regel: 'geen' },
      },
      {
        ...basis,
        actor: 'stelsel:vernietigen',
        details: { ...basis.details, regel: 'stelsel', punt: 'taak' },
      },
    ];
    for (const g of gevallen) expect(Standaard.safeParse(alsUitvoerregel(g)).error).toBeUndefined();
  });

  test('de regel van een mens hangt in hetzelfde spoor onder de handeling', () => {
    const [a, m] = [alsUitvoerregel(basis), alsUitvoerregel(mens)];
    expect(m.trace_id).toBe(a.trace_id);
    expect(m.parent_span_id).toBe(a.span_id);
    expect(m.span_id).not.toBe(a.span_id);
    expect(a.parent_span_id).toBeUndefined();
    expect([a, m].map(r => r.attributes['dpl.core.data_subject_id'])).toEqual([undefined, MENS]);
  });

  test('begin, einde, status en de velden van NEN 7513 komen uit de logregel', () => {
    const r = alsUitvoerregel(mens);
    expect([r.start_time, r.end_time]).toEqual(['2026-03-02T08:05:00.100Z', '2026-03-02T08:05:00.123Z']);
    expect(r.status_code).toBe(1);
    expect(alsUitvoerregel({ ...mens, uitkomst: 'geweigerd' }).status_code).toBe(0);
    expect(r.attributes['dpl.nen7513.eventActionCode']).toBe('R');
    expect(r.attributes['dpl.nen7513.users']).toEqual([
      expect.objectContaining({
        userID: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
        roleIDCode: 'professional',
        purposeOfUse: 'behandeling',
      }),
      expect.objectContaining({ userID: basis.details.organisatie, userIsRequestor: false }),
    ]);
    expect(JSON.stringify(r)).not.toMatch(/\b\d{1,3}(\.\d{1,3}){3}\b/);
  });

  test('de tekst is één JSON-regel per logregel, de oudste eerst; niets is een lege tekst', () => {
    const regels = uitvoerTekst([mens, basis]).split('\n');
    expect(regels).toHaveLength(3);
    expect(regels.slice(0, 2).map(r => JSON.parse(r).span_id)).toEqual([
      alsUitvoerregel(basis).span_id,
      alsUitvoerregel(mens).span_id,
    ]);
    expect(uitvoerTekst([])).toBe('');
  });
});
