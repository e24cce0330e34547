import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maakUitgave } from '#kern/onthulling/index.ts';
import { controleerDocument, type Document } from '#platform/documenten/index.ts';
import type { Regiodocument } from '../domain/document.ts';
import type { OpenPublicatie, Publicatie, Publicatiecel } from '../domain/publicatie.ts';
import { leesSjabloon } from '../usecases/documentsjablonen.ts';
import type { Documentstof } from '../usecases/documentstof.ts';
import { findRegio, leesIndicatoren, leesJson } from '../usecases/gegevensbestanden.ts';
import { stelDocumentOp } from './documentbrief.ts';

const REGIO = 'zaanstreek-waterland';
const regio = findRegio(REGIO);
if (!regio) throw new Error('no region');
const sjablonen = (leesJson('documentsjablonen.json') as unknown[]).map(leesSjabloon);
const indicatoren = leesIndicatoren();

type Cel = { plaats: string; jaar: number; getoond: number | null; indicator?: string };

function publicatie(
  code: string,
  methode: 'afronden' | 'onderdrukken',
  cellen: readonly Cel[],
): OpenPublicatie {
  const p: Publicatie = {
    id: code,
    regio: REGIO,
    code,
    titel: `Tabellen ${code}`,
    toelichting: '',
    toestand: 'gepubliceerd',
    methode,
    basis: 5,
    ruim: false,
    waarborg: 'veilig',
    bewezen: true,
    vierOgen: true,
    zegel: 'a'.repeat(64),
    gepubliceerd: '2026-02-01T10:00:00Z',
    ingetrokken: null,
    redenIntrekking: null,
    vervangenDoor: null,
    versie: 3,
  };
  const heel = methode === 'onderdrukken' ? ('exact' as const) : ('gerond' as const);
  const rijen = cellen.map(
    (c, i): Publicatiecel => ({
      naam: `c${i}`,
      indicator: c.indicator ?? 'vt_meldingen',
      definitieversie: 2,
      plaatssoort: c.plaats === REGIO ? 'regio' : 'gemeente',
      plaats: c.plaats,
      plaatsnaam: c.plaats === REGIO ? 'Zaanstreek-Waterland' : c.plaats,
      periode: String(c.jaar),
      van: `${c.jaar}-01-01`,
      tot: `${c.jaar}-12-31`,
      getoond: c.getoond,
      aard: c.getoond === null ? 'weggelaten' : heel,
      nulGevoelig: false,
    }),
  );
  const citaat = { titel: p.titel, van: null, datum: null, plek: 'tabel' };
  const uitgave = maakUitgave(
    { ...p, methode, zegelNu: p.zegel },
    rijen.map(c => ({ ...c, citaat })),
  );
  return { publicatie: p, uitgave, cellen: rijen };
}

function stof(
  soort: string,
  publicaties: readonly OpenPublicatie[],
  velden = {},
  periode = '2025',
): Documentstof {
  const ontleed = sjablonen.find(s => s.sjabloon.soort === soort && s.sjabloon.taal === 'nl');
  if (!ontleed || !regio) throw new Error('no template');
  const document = { titel: 'Proef', taal: 'nl', periode, regio: REGIO } as Regiodocument;
  return {
    document,
    werk: { velden, ookOpenbaar: false },
    ontleed,
    regio,
    gemeente: null,
    gekozen: [],
    publicaties,
    openbaar: [],
    indicatoren,
  };
}

const stelOp = (s: Documentstof) =>
  stelDocumentOp(s, null, p => `https://voorbeeld.invalid/publicaties/${p.code}`);
/** All words of a document, pieces of running text together. */
const lees = (d: Document): string =>
  d.blokken
    .map(b => ('tekst' in b ? [b.tekst] : 'punten' in b ? b.punten : 'rijen' in b ? b.rijen.flat() : []))
    .map(delen =>
      delen
        .map(t =>
          [t]
            .flat()
            .map(s =>
              typeof s !== 'object' ? String(s) : 'tekst' in s ? s.tekst : 'vet' in s ? s.vet : s.cursief,
            )
            .join(''),
        )
        .join(' | '),
    )
    .join('\n')
    .replaceAll('\u00a0', ' ');
const tabellen = (d: Document) => d.blokken.flatMap(b => (b.soort === 'tabel' ? [b] : []));

// @eis B4.5
describe('getallen in een document', () => {
  test('een afgerond getal heet ongeveer, een weggelaten getal heet niet gepubliceerd, met de uitleg erbij', () => {
    const rond = lees(
      stelOp(stof('evaluatie', [publicatie('a', 'afronden', [{ plaats: REGIO, jaar: 2025, getoond: 360 }])]))
        .document,
    );
    expect(rond).toContain('kreeg in 2025 ongeveer 360 [1] meldingen');
    expect(rond).toContain('Elk getal is een veelvoud van 5');
    const cellen = [
      { plaats: REGIO, jaar: 2025, getoond: null },
      { plaats: 'Waterland', jaar: 2025, getoond: null },
      { plaats: 'Zaanstad', jaar: 2025, getoond: 187 },
    ];
    const weg = stelOp(stof('evaluatie', [publicatie('a', 'onderdrukken', cellen)])).document;
    expect(lees(weg)).toContain('kreeg in 2025 een aantal dat niet is gepubliceerd [1] meldingen');
    expect(tabellen(weg)[0]?.rijen).toEqual([
      ['Waterland', '×'],
      ['Zaanstad', '187'],
      ['Zaanstreek-Waterland', '×'],
    ]);
    expect(lees(weg)).toContain('Een × betekent: niet gepubliceerd');
  });

  test('een oordeel is dat van de publicatie, en alleen over de periode van het document', () => {
    const p = publicatie('a', 'afronden', [
      { plaats: REGIO, jaar: 2024, getoond: 100 },
      { plaats: REGIO, jaar: 2025, getoond: 400 },
    ]);
    expect(lees(stelOp(stof('evaluatie', [p])).document)).toMatch(
      /Duidelijk meer in 2025 dan in 2024[^\n]*\[1\]/,
    );
    const eerder = lees(stelOp(stof('evaluatie', [p], {}, '2024')).document);
    expect(eerder).not.toContain('Duidelijk meer');
    expect(eerder).toContain('zeggen niet of het in deze periode anders was');
    expect(eerder).not.toContain('400');
  });

  test('elke publicatie heeft haar eigen noot met code, versie en adres; wie geen getal gaf staat er niet', () => {
    const uit = stelOp(
      stof('evaluatie', [
        publicatie('a', 'afronden', [{ plaats: REGIO, jaar: 2025, getoond: 360 }]),
        publicatie('b', 'afronden', [{ plaats: REGIO, jaar: 2025, getoond: 40, indicator: 'vt_adviezen' }]),
        publicatie('c', 'afronden', [{ plaats: REGIO, jaar: 2001, getoond: 95 }]),
      ]),
    );
    expect(uit.gebruikt).toEqual(['a', 'b']);
    const noten = uit.document.blokken.findLast(b => b.soort === 'lijst');
    expect(noten).toMatchObject({ genummerd: true });
    expect(noten?.punten).toHaveLength(2);
    expect(lees(uit.document)).toMatch(
      /Publicatie b, versie 3\. https:\/\/voorbeeld\.invalid\/publicaties\/b\. Zegel a{16}/,
    );
    for (const t of tabellen(uit.document)) {
      const onder = uit.document.blokken[uit.document.blokken.indexOf(t) + 1];
      expect(onder).toMatchObject({
        soort: 'bron',
        tekst: [{ naar: expect.stringContaining('/publicaties/') }, expect.anything()],
      });
    }
  });

  test('wat er ook in druk staat: elk getal in een tabel is gedrukt, en er blijft geen veld of gat over', () => {
    const cel = fc.record({
      plaats: fc.constantFrom(REGIO, 'Zaanstad', 'Waterland', 'Purmerend'),
      jaar: fc.integer({ min: 2020, max: 2027 }),
      getoond: fc.option(fc.nat(200).map(n => 5 * n)),
      indicator: fc.constantFrom('vt_meldingen', 'vt_adviezen', 'vt_hermeldingen'),
    });
    const cellen = fc.uniqueArray(cel, {
      minLength: 1,
      maxLength: 12,
      selector: c => `${c.indicator} ${c.plaats} ${c.jaar}`,
    });
    fc.assert(
      fc.property(cellen, fc.constantFrom('evaluatie', 'indicatorenbijlage'), (rijen, soort) => {
        const { document } = stelOp(stof(soort, [publicatie('a', 'afronden', rijen)]));
        controleerDocument(document);
        const gedrukt = new Set(
          rijen.map(r => (r.getoond === null ? '×' : r.getoond.toLocaleString('nl-NL'))),
        );
        for (const t of tabellen(document))
          for (const w of t.rijen.flatMap(r => r.slice(1)))
            expect(w === '–' || gedrukt.has(String(w))).toBe(true);
        expect(lees(document)).not.toMatch(/[{}]|undefined|NaN|null/);
      }),
      { numRuns: 60 },
    );
  });

  test('zonder wat is ingevuld noemt een document elk verplicht veld, en met alles erin geen', () => {
    const leeg = stelOp(stof('evaluatie', []));
    expect(Object.keys(leeg.fouten)).toEqual(['uitleg_tijdigheid', 'uitleg_kwaliteit', 'oordeel_regio']);
    const velden = { uitleg_tijdigheid: 'Zo.', uitleg_kwaliteit: 'Zo.', oordeel_regio: 'Zo.' };
    const vol = stelOp(stof('evaluatie', [], velden));
    expect(vol.fouten).toEqual({});
    expect(lees(vol.document)).not.toContain('Nog invullen');
    expect(lees(vol.document)).toContain('In dit document staat geen getal uit een publicatie');
  });
});
