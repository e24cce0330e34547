import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kijkregel, maakOverzicht, WEGLAATREGELS } from './logboek-overzicht.ts';

const LEZER = '11111111-1111-4111-8111-111111111111';
const ANDER = '22222222-2222-4222-8222-222222222222';
const VT = {
  id: 'a0000000-0000-4000-8000-000000000001',
  naam: 'Veilig Thuis Voorbeeld',
  soort: 'veilig_thuis',
};
const OPVANG = { id: 'a0000000-0000-4000-8000-000000000002', naam: 'Opvang Geheimstad', soort: 'partner' };
const VER = { id: 'a0000000-0000-4000-8000-000000000003', naam: 'Gemeente Verweg', soort: 'gemeente' };
const GEBRUIKER = 'b0000000-0000-4000-8000-000000000001';
const regel = (meer: Partial<Kijkregel> = {}): Kijkregel => ({
  tijdstip: '2026-03-02T08:05:00.000000Z',
  gebruiker: GEBRUIKER,
  gebruikersnaam: 'Voorbeeld Werker',
  organisatie: VT,
  houder: VT.id,
  rol: 'professional',
  handeling: 'inzien',
  uitkomst: 'toegestaan',
  deel: 'casus',
  doel: 'behandeling',
  grond: 'wmo_4_1_1',
  ontvanger: null,
  namens: null,
  nood: false,
  ...meer,
});
const ZELF = { ids: [LEZER], vertegenwoordiger: false };
const OUDER = { ids: [LEZER], vertegenwoordiger: true };
const maak = (regels: Kijkregel[], vrij: string[] = [], lezer = ZELF) =>
  maakOverzicht(regels, lezer, new Set(vrij));

// @eis C3.3
describe('wat de betrokkene hoort', () => {
  test('wie keek, wanneer en waarom, zonder naam van de medewerker', () => {
    const [r] = maak([regel()]).regels;
    expect(r).toMatchObject({
      eerste: '09.05 uur',
      organisatie: 'Veilig Thuis Voorbeeld',
      functie: 'professional',
      naam: null,
      handeling: 'inzien',
      onderdeel: 'dossier',
      doel: 'behandeling',
      nood: false,
    });
    expect(r?.dag.toString()).toBe('2026-03-02');
  });

  test('gelijke regels van één dag worden er één, met de tijden en het aantal', () => {
    const tijden = ['08:05', '11:30', '09:00'].map(t => regel({ tijdstip: `2026-03-02T${t}:00.000000Z` }));
    const r = maak([...tijden, regel({ tijdstip: '2026-03-03T08:05:00.000000Z' })]).regels;
    expect(r.map(x => [x.dag.toString(), x.aantal, x.eerste, x.laatste])).toEqual([
      ['2026-03-03', 1, '09.05 uur', '09.05 uur'],
      ['2026-03-02', 3, '09.05 uur', '12.30 uur'],
    ]);
  });

  test('noodtoegang is gemerkt, staat vooraan en verdwijnt niet tussen gewone regels', () => {
    const r = maak([
      regel(),
      regel({ nood: true, doel: null, tijdstip: '2026-03-02T08:01:00.000000Z' }),
    ]).regels;
    expect(r.map(x => [x.nood, x.doel])).toEqual([
      [true, 'noodtoegang'],
      [false, 'behandeling'],
    ]);
  });

  test.each([
    ['het onderdeel melder', { deel: 'melder' }],
    ['een relatie voor de melder', { doel: 'melder' }],
    ['een geheim adres', { deel: 'geheim_adres' }],
    ['een politiegegeven', { deel: 'politiegegeven' }],
    ['een verstrekking van een politiegegeven', { deel: 'politieverstrekking' }],
    ['zoeken zonder relatie', { handeling: 'zoeken' }],
  ])('een regel over %s staat er niet in', (_, meer) => {
    expect(maak([regel(meer)]).regels).toEqual([]);
  });

  test('een plaats of opvang is niet te herkennen aan de organisatie', () => {
    for (const organisatie of [OPVANG, VER, null]) {
      expect(maak([regel({ organisatie })]).regels[0]).toMatchObject({
        organisatie: null,
        functie: 'professional',
      });
    }
    const eigen = { organisatie: VER, houder: VER.id };
    expect(maak([regel(eigen)]).regels[0]?.organisatie).toBe('Gemeente Verweg');
  });

  test('wie voor de andere partij werkt blijft verborgen; wie voor de lezer werkt niet', () => {
    const ander = maak([regel({ namens: ANDER })], [`naam:${GEBRUIKER}`]).regels[0];
    expect(ander).toMatchObject({ organisatie: null, functie: null, naam: null, doel: null });
    expect(maak([regel({ namens: LEZER })]).regels[0]).toMatchObject({ functie: 'professional' });
  });

  test('een ouder namens een kind is een andere lezer: wie voor het kind werkt blijft verborgen en niets is vrij te geven', () => {
    const vrij = [`plaats:${OPVANG.id}`, `naam:${GEBRUIKER}`, 'geheim_adres', 'politie', 'zoeken'];
    for (const r of [regel({ namens: LEZER }), regel({ organisatie: OPVANG, rol: 'intaker' })])
      expect(maak([r], vrij, OUDER).regels[0]).toMatchObject({
        organisatie: null,
        functie: null,
        naam: null,
      });
    for (const weg of [{ deel: 'geheim_adres' }, { deel: 'politie' }, { handeling: 'zoeken' }])
      expect(maak([regel(weg)], vrij, OUDER).regels).toEqual([]);
  });

  test('is iemand met een ander kenmerk dezelfde mens, dan hoort ook dat bij hem', () => {
    const beide = { ids: [LEZER, ANDER], vertegenwoordiger: false };
    expect(maak([regel({ namens: ANDER })], [], beide).regels[0]).toMatchObject({ functie: 'professional' });
  });

  test('de privacyfunctionaris kan tonen wat vrij te geven is, nooit de melder', () => {
    const vrij = [`plaats:${OPVANG.id}`, `naam:${GEBRUIKER}`, 'geheim_adres', 'melder'];
    expect(maak([regel({ organisatie: OPVANG })], vrij).regels[0]).toMatchObject({
      organisatie: 'Opvang Geheimstad',
      naam: 'Voorbeeld Werker',
    });
    expect(maak([regel({ deel: 'geheim_adres' })], vrij).regels).toHaveLength(1);
    expect(maak([regel({ deel: 'melder' })], vrij).regels).toEqual([]);
    expect(maak([regel({ deel: 'melder' })], vrij).weggelaten.get('melder')).toBe(1);
  });

  // @eis C1.4
  test('aan wie een politiegegeven is verstrekt staat er na vrijgave bij, en nooit dat het een opvang was', () => {
    const aan = (ontvanger: string) =>
      regel({ deel: 'politieverstrekking', doel: 'politie', handeling: 'delen', ontvanger });
    expect(maak([aan('raad_kinderbescherming')], ['politie']).regels[0]).toMatchObject({
      handeling: 'delen',
      ontvanger: 'raad_kinderbescherming',
      onderdeel: 'dossier',
    });
    for (const plaats of ['opvang', 'gemeente', 'zorgaanbieder', 'andere'])
      expect(maak([aan(plaats)], ['politie', 'ontvanger']).regels[0]).toMatchObject({ ontvanger: null });
    expect(maak([aan('raad_kinderbescherming')], ['politie'], OUDER).regels).toEqual([]);
  });

  test('zonder vrijgave verraadt geen enkele regel melder, plaats, naam of andere partij', () => {
    const gemaakt = fc.record({
      deel: fc.constantFrom('casus', 'melder', 'geheim_adres', 'politie', 'verklaring', 'notitie', 'persoon'),
      doel: fc.constantFrom(null, 'behandeling', 'regie', 'melder', 'geheim_adres', 'politie'),
      organisatie: fc.constantFrom(VT, OPVANG, VER, null),
      houder: fc.constantFrom(VT.id, OPVANG.id, null),
      namens: fc.constantFrom(null, LEZER, ANDER),
      handeling: fc.constantFrom('inzien', 'zoeken', 'wijzigen'),
      nood: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(gemaakt, { maxLength: 8 }), delen => {
        const tekst = JSON.stringify(maak(delen.map(d => regel(d))).regels);
        expect(tekst).not.toMatch(/melder|geheim|Geheimstad|Verweg|politie|verklaring|Werker|22222222/);
      }),
      { seed: 20_260_303, numRuns: 500 },
    );
  });

  test('elke weglaatregel kan iets weglaten', () => {
    const geval: Record<string, Partial<Kijkregel>> = {
      melder: { deel: 'melder' },
      geheim_adres: { deel: 'geheim_adres' },
      politie: { deel: 'politie' },
      zoeken: { handeling: 'zoeken' },
      namens_ander: { namens: ANDER },
      plaats: { organisatie: OPVANG },
      ontvanger: { ontvanger: 'opvang' },
      naam: {},
      vertegenwoordiger: {},
    };
    for (const w of WEGLAATREGELS) {
      const voor = w.code === 'vertegenwoordiger' ? OUDER : ZELF;
      expect(w.geldt(regel(geval[w.code]), voor), w.code).toBe(true);
      if (w.code !== 'naam') expect(w.geldt(regel(), ZELF), w.code).toBe(false);
    }
  });
});
