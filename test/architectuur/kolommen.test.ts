import { describe, expect, test } from 'vitest';
import { alsRegels, leesBoom, plant } from './bron.ts';
import { commentaarBezwaar, kolomFouten } from './regels-kolommen.ts';
import { leesTabellen } from './sql.ts';

const goed = `
CREATE TABLE IF NOT EXISTS casus.besluit (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "soort" text NOT NULL CHECK (soort IN ('a', 'b;c')), -- twee soorten; en een puntkomma
  bedrag numeric(10, 2),
  CONSTRAINT positief CHECK (bedrag > 0),
  UNIQUE (id, soort)
);
/* toelichting; met puntkomma */
COMMENT ON TABLE casus.besluit IS 'Besluiten in een casus';
COMMENT ON COLUMN casus.besluit.id IS 'Sleutel [klasse: stelsel]';
COMMENT ON COLUMN casus.besluit.soort IS 'Soort besluit, d''r zijn er twee [klasse: feit]';
COMMENT ON COLUMN casus.besluit.bedrag IS 'Bedrag in euro [klasse: inhoud]';
ALTER TABLE casus.besluit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE FUNCTION casus.f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;
`;
const fouten = (...migraties: string[]) =>
  kolomFouten(
    plant(Object.fromEntries(migraties.map((sql, i) => [`src/modules/casus/db/000${i + 1}-a.sql`, sql]))),
  ).map(o => o.wat);

// @eis A1.1
describe('kolomklassen en rijbeveiliging', () => {
  test('elke kolom van de boom heeft betekenis en klasse, elke tabel gedwongen rijbeveiliging', () => {
    expect(alsRegels(kolomFouten(leesBoom(['src'])))).toEqual([]);
  });

  test('een goede migratie mag', () => {
    expect(fouten(goed)).toEqual([]);
  });

  test.each([
    [/COMMENT ON TABLE.*\n/, 'casus.besluit heeft geen COMMENT ON TABLE'],
    [/COMMENT ON COLUMN casus.besluit.bedrag.*\n/, 'casus.besluit.bedrag heeft geen COMMENT'],
    [/ \[klasse: inhoud\]/, 'casus.besluit.bedrag commentaar zonder betekenis'],
    [/Bedrag in euro /, 'casus.besluit.bedrag commentaar zonder betekenis'],
    [/ENABLE ROW LEVEL SECURITY, /, 'casus.besluit heeft geen ENABLE ROW LEVEL SECURITY'],
    [/, FORCE ROW LEVEL SECURITY/, 'casus.besluit heeft geen FORCE ROW LEVEL SECURITY'],
  ])('zonder %s wordt een tabel geweigerd', (weg, wat) => {
    const gevonden = fouten(goed.replace(weg, ''));
    expect(gevonden).toHaveLength(1);
    expect(gevonden[0]).toContain(wat);
  });

  test('een onbekende klasse wordt geweigerd', () => {
    expect(commentaarBezwaar('Naam [klasse: geheim]')).toBe('onbekende klasse "geheim"');
    expect(commentaarBezwaar('Naam [klasse: identificerend]')).toBeNull();
  });

  test('een kolom die later bijkomt heeft ook een klasse nodig', () => {
    const later = 'ALTER TABLE casus.besluit ADD COLUMN IF NOT EXISTS reden text, ADD datum date;';
    expect(fouten(goed, later)).toEqual([
      'casus.besluit.reden heeft geen COMMENT met betekenis en klasse',
      'casus.besluit.datum heeft geen COMMENT met betekenis en klasse',
    ]);
  });

  test('wat later weggaat of anders heet telt zo mee', () => {
    expect(fouten(goed, 'ALTER TABLE casus.besluit RENAME COLUMN bedrag TO euro;')).toEqual([]);
    expect(fouten(goed, 'ALTER TABLE casus.besluit NO FORCE ROW LEVEL SECURITY;')).toHaveLength(1);
    expect(leesTabellen([['a.sql', `${goed}; DROP TABLE casus.besluit;`]])).toEqual([]);
  });

  test('een tabel zonder schema wordt geweigerd; een vrijgesteld schema hoeft geen rijbeveiliging', () => {
    expect(fouten('CREATE TABLE los (a int);')).toEqual(['los: noem de tabel met haar schema']);
    const taak = `CREATE TABLE taken.t (a int); COMMENT ON TABLE taken.t IS 'x';
      COMMENT ON COLUMN taken.t.a IS 'x [klasse: stelsel]';`;
    expect(fouten(taak)).toEqual([]);
  });
});
