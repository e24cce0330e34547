import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { controleerTeksten, type Tekstboom } from '#platform/ui/index.ts';

interface Veld {
  keuzes?: readonly string[];
  velden?: readonly Veld[];
}
type Uitvoer = Readonly<Record<string, unknown>>;
const wortel = path.resolve(import.meta.dirname, '../..');

/** Files with texts that only professionals on working pages, administrators or programs read, in Dutch. */
const ALLEEN_NEDERLANDS = [
  'src/kern/controle/teksten.ts',
  'src/kern/datum/teksten.ts',
  'src/kern/termijn/teksten.ts',
  'src/kern/toestand/teksten.ts',
  'src/modules/casus/web/teksten/codes.ts',
  'src/modules/casus/web/teksten/dossier.ts',
  'src/modules/casus/web/teksten/fouten.ts',
  'src/modules/casus/web/teksten/lijst.ts',
  'src/modules/datalab/api/teksten.ts',
  'src/modules/datalab/domain/teksten-dcat.ts',
  'src/modules/datalab/domain/teksten.ts',
  'src/modules/datalab/usecases/teksten-invoermap.ts',
  'src/modules/datalab/usecases/teksten-overname.ts',
  'src/modules/datalab/usecases/weekbericht-teksten.ts',
  'src/modules/datalab/web/teksten-documentwerk.ts',
  'src/modules/datalab/web/teksten-publicatiewerk.ts',
  'src/modules/datalab/web/teksten-termijnen.ts',
  'src/modules/datalab/web/teksten-termijninvoer.ts',
  'src/modules/datalab/web/teksten-waarschuwing.ts',
  'src/modules/datalab/web/teksten-werk.ts',
  'src/modules/gezin/domain/teksten.ts',
  'src/modules/gezin/web/teksten-contact.ts',
  'src/modules/gezin/web/teksten.ts',
  'src/modules/privacy/domain/teksten-brief.ts',
  'src/modules/privacy/domain/teksten-inzage.ts',
  'src/modules/privacy/domain/teksten-verzoek.ts',
  'src/modules/privacy/domain/teksten.ts',
  'src/modules/privacy/web/teksten-logboek.ts',
  'src/modules/privacy/web/teksten-inzage.ts',
  'src/modules/privacy/web/teksten-verzoek.ts',
  'src/modules/privacy/web/teksten.ts',
  'src/modules/programma/api/teksten.ts',
  'src/modules/programma/usecases/herinnering-teksten.ts',
  'src/modules/programma/web/teksten/agenda.ts',
  'src/modules/programma/web/teksten/bestand.ts',
  'src/modules/programma/web/teksten/bewerken.ts',
  'src/modules/programma/web/teksten/evaluatieform.ts',
  'src/modules/programma/web/teksten/gebreken.ts',
  'src/modules/toegang/web/teksten.ts',
  'src/modules/toegang/web/teksten-dossiers.ts',
  'src/modules/toegang/web/teksten-herstel.ts',
  'src/modules/toegang/web/teksten-oidc.ts',
  'src/modules/toegang/web/teksten-sessie.ts',
  'src/modules/toegang/web/teksten-weren.ts',
  'src/platform/audit/teksten.ts',
  'src/platform/http/teksten-api.ts',
  'src/platform/kluis/teksten.ts',
  'src/platform/reservekopie/teksten.ts',
  'src/samenstelling/techniek-teksten.ts',
  'src/samenstelling/wis-teksten.ts',
];
/** Holds Dutch and English behind a function that is asked per word; see the test below. */
const ACHTER_FUNCTIE = ['src/modules/programma/web/teksten/keuzes.ts'];
/** Types only, or one language of a pair that another file exports. */
const DEEL_VAN_PAAR = /(^|[-/])(veldtekst|velden-(nl|en)|teksten-en)\.ts$/;

/** Texts that one language does not need, by file: the reason stands beside each. */
const UITGEZONDERD: Readonly<Record<string, RegExp>> = {
  // The status of the source is a Dutch word itself; English translates it.
  'src/modules/hulpaanbod/web/teksten.ts': /\bstatusNamen\b/,
  // Explanations stand in the forms of the working pages, which are Dutch; labels are also shown in English.
  'src/modules/programma/web/teksten/velden.ts': /\.uitleg ontbreekt$/,
};

const isGroep = (v: unknown): v is Uitvoer => typeof v === 'object' && v !== null && !Array.isArray(v);
const isPaar = (v: unknown): v is { nl: Tekstboom; en: unknown } => isGroep(v) && 'nl' in v && 'en' in v;

/** Texts of three words or more that are the same in both languages: copied, not translated. */
function nietVertaald(nl: unknown, en: unknown, pad: string): string[] {
  if (typeof nl === 'string') return nl === en && nl.split(/\s+/).length > 3 ? [`${pad} niet vertaald`] : [];
  if (typeof nl !== 'object' || nl === null || typeof en !== 'object' || en === null) return [];
  return Object.entries(nl).flatMap(([k, v]) => nietVertaald(v, (en as Uitvoer)[k], `${pad}.${k}`));
}

/** Two exports called xNl and xEn are a pair as well. */
const naastElkaar = (uitvoer: Uitvoer): [string, { nl: Tekstboom; en: unknown }][] =>
  Object.entries(uitvoer).flatMap(([naam, nl]) => {
    const basis = /^(.+)Nl$/.exec(naam)?.[1];
    const en = basis === undefined ? undefined : uitvoer[`${basis}En`];
    return en === undefined ? [] : [[naam, { nl: nl as Tekstboom, en }]];
  });

/** Empty texts and empty groups, at any depth. */
function leeg(waarde: unknown, pad: string): string[] {
  if (typeof waarde === 'string') return waarde.trim() === '' ? [`${pad} leeg`] : [];
  if (typeof waarde !== 'object' || waarde === null) return [];
  const delen = Object.entries(waarde);
  return delen.length === 0 ? [`${pad} leeg`] : delen.flatMap(([k, v]) => leeg(v, `${pad}.${k}`));
}

/** What is wrong with the texts that a file exports; `paar` when both languages must be there. */
function gebreken(uitvoer: Uitvoer, paar: boolean): string[] {
  const paren = [...Object.entries(uitvoer).filter(([, v]) => isPaar(v)), ...naastElkaar(uitvoer)];
  if (isPaar(uitvoer)) paren.push(['', uitvoer]);
  const uit = Object.entries(uitvoer).flatMap(([naam, v]) => leeg(v, naam));
  if (paar && paren.length === 0) uit.push('geen paar van nl en en');
  for (const [naam, v] of paren) {
    const { nl, en } = v as { nl: Tekstboom; en: unknown };
    uit.push(...controleerTeksten(nl, en).map(g => `${naam}.${g.sleutel} ${g.gebrek}`));
    uit.push(...nietVertaald(nl, en, naam));
  }
  return [...new Set(uit)];
}

const bestanden = globSync(
  ['src/**/teksten.ts', 'src/**/teksten-*.ts', 'src/**/*-teksten.ts', 'src/**/teksten/*.ts'],
  {
    cwd: wortel,
  },
)
  .map(b => b.split(path.sep).join('/'))
  .filter(b => !b.endsWith('.test.ts'))
  .sort();

/** What a file exports; Dutch that lies beside a file of its own with the English is one pair with it. */
async function uitvoerVan(bestand: string): Promise<Uitvoer> {
  const uitvoer: Uitvoer = await import(path.join(wortel, bestand));
  const naast = bestand.replace(/\.ts$/, '-en.ts');
  if (!('nl' in uitvoer) || 'en' in uitvoer || !bestanden.includes(naast)) return uitvoer;
  const ander: Uitvoer = await import(path.join(wortel, naast));
  return { ...uitvoer, en: ander['en'] };
}

// @eis A2.4
describe('alle teksten van de site', () => {
  test('de teksten van elke kamer zijn gevonden', () => {
    const kamers = new Set(bestanden.map(b => /^src\/(?:modules|platform)\/(\w+)/.exec(b)?.[1]));
    for (const kamer of [
      'datalab',
      'hulpaanbod',
      'programma',
      'publiek',
      'toegang',
      'zelfscan',
      'ui',
      'http',
    ])
      expect(kamers).toContain(kamer);
  });

  test.each(bestanden)('geen tekst is leeg en geen vertaling ontbreekt: %s', async bestand => {
    const paar = ![...ALLEEN_NEDERLANDS, ...ACHTER_FUNCTIE].includes(bestand) && !DEEL_VAN_PAAR.test(bestand);
    const uit = gebreken(await uitvoerVan(bestand), paar);
    expect(uit.filter(g => !UITGEZONDERD[bestand]?.test(g))).toEqual([]);
  });

  test('wat als alleen Nederlands bekend staat, bestaat en is dat ook', async () => {
    for (const bestand of ALLEEN_NEDERLANDS) {
      expect(bestanden).toContain(bestand);
      expect(Object.values(await uitvoerVan(bestand)).filter(isPaar)).toEqual([]);
    }
  });

  test('elke code van een keuzelijst heeft een Engels woord, tenzij zij in beide talen zo heet', async () => {
    const { SOORTEN } = await import('../../src/modules/programma/domain/soorten.ts');
    const { keuzeWoord } = await import('../../src/modules/programma/web/teksten/keuzes.ts');
    const codes = (velden: readonly Veld[]): string[] =>
      velden.flatMap(v => [...(v.keuzes ?? []), ...codes(v.velden ?? [])]);
    const alle = new Set(Object.values(SOORTEN).flatMap(s => codes(s.velden)));
    expect(alle.size).toBeGreaterThan(20);
    const zelfde = [...alle].filter(c => keuzeWoord(c, 'en') === c).sort();
    expect(zelfde).toEqual(['open', 'partners', 'product']);
  });
});

// @eis A2.4
describe('het zoeken naar ontbrekende teksten', () => {
  const goed = { titel: 'Wat wij doen', groep: { regel: 'Een regel tekst die iets zegt' } };
  const vertaald = { titel: 'What we do', groep: { regel: 'A line of text that says something' } };

  test('een volledig paar heeft geen gebreken', () => {
    expect(gebreken({ x: { nl: goed, en: vertaald } }, true)).toEqual([]);
    expect(gebreken({ nl: goed, en: vertaald }, true)).toEqual([]);
  });

  test.each<[string, Uitvoer, string]>([
    [
      'een ontbrekende tekst',
      { x: { nl: goed, en: { titel: 'What we do', groep: {} } } },
      'x.groep.regel ontbreekt',
    ],
    ['een lege tekst', { x: { nl: goed, en: { ...vertaald, titel: ' ' } } }, 'x.titel leeg'],
    ['een lege tekst zonder vertaling', { x: { diep: { a: [''] } } }, 'x.diep.a.0 leeg'],
    [
      'een gekopieerde tekst',
      { x: { nl: goed, en: { ...vertaald, groep: goed.groep } } },
      'x.groep.regel niet vertaald',
    ],
    ['een bestand zonder Engels', { x: goed }, 'geen paar van nl en en'],
  ])('%s valt op', (_, uitvoer, verwacht) => {
    expect(gebreken(uitvoer, true)).toContain(verwacht);
  });
});
