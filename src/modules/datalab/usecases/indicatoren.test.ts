import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { WORTEL } from '#platform/config/wortel.ts';
import type { Indicator } from '../domain/indicator.ts';
import { leesCsv, leesIndicatoren, leesJson } from './gegevensbestanden.ts';

const catalogus = leesIndicatoren();
const lijst = JSON.parse(
  readFileSync(path.join(WORTEL, 'test/vectors/datalab/indicatoren-veilig-thuis.json'), 'utf8'),
) as { indicatoren: { nr: number; eenheid: string; norm: string | null }[] };

/** Paths of empty texts, missing translations and empty lists that must hold something. */
function gebreken(iets: unknown, pad: string): string[] {
  if (typeof iets === 'string') return iets.trim() === '' ? [pad] : [];
  if (Array.isArray(iets)) return iets.flatMap((x, i) => gebreken(x, `${pad}[${i}]`));
  if (iets === null || typeof iets !== 'object') return [];
  return Object.entries(iets).flatMap(([k, v]) =>
    k === 'en' && v === null ? [`${pad}.en`] : gebreken(v, `${pad}.${k}`),
  );
}

const metNummer = (nr: string): Indicator[] => catalogus.filter(i => i.gangbaar && i.nummers.includes(nr));

// @eis B3.1
describe('de catalogus van indicatoren is volledig', () => {
  test('geen enkel veld is leeg, in geen van beide talen', () => {
    expect(catalogus.flatMap(i => gebreken(i, `${i.code}/${i.definitieversie}`))).toEqual([]);
  });

  test('elke indicator noemt haar bronnen en minstens een valkuil, en elke norm haar bron en jaar', () => {
    expect(catalogus.filter(i => i.bronnen.length === 0 || i.valkuilen.length === 0)).toEqual([]);
    for (const { norm } of catalogus) {
      if (norm) expect(norm.jaar).toBeGreaterThan(1990);
    }
  });

  test.each(lijst.indicatoren)('nummer $nr van Veilig Thuis staat erin', ({ nr, eenheid, norm }) => {
    const gevonden = metNummer(`VT-${nr}`);
    const goed = gevonden.find(i => i.eenheid === eenheid && (norm === null || i.norm !== null));
    expect(goed).toBeDefined();
    if (norm !== null) expect(goed?.norm?.tekst.nl).toContain(norm);
  });

  test('elke indicator van de drie programma’s staat erin', () => {
    const codes = ['kennemerland', 'noord-holland-noord', 'zaanstreek-waterland'].flatMap(r =>
      (leesJson(`programma/${r}.json`) as { indicatoren: { code: string }[] }).indicatoren.map(i => i.code),
    );
    expect(codes).toHaveLength(28);
    expect(codes.filter(code => metNummer(code).length === 0)).toEqual([]);
  });

  test('van elke indicator is precies één versie gangbaar, en meer versies noemen wat hen onderscheidt', () => {
    for (const [code, versies] of Map.groupBy(catalogus, i => i.code)) {
      expect([code, versies.filter(i => i.gangbaar).length]).toEqual([code, 1]);
      if (versies.length > 1) expect(versies.filter(i => i.variant === null)).toEqual([]);
    }
  });

  test('een gevoelige kruising heeft drempel 10 en een gevoelige nul; een openbare telling niet', () => {
    for (const { code, onthulling: o } of catalogus) {
      if (o.klasse === 'gevoelige_kruising')
        expect([code, o.drempel, o.nulGevoelig]).toEqual([code, 10, true]);
      else expect([code, o.nulGevoelig]).toEqual([code, false]);
    }
  });
});

// @eis B3.1
describe('de formules kloppen met wat bronnen drukten', () => {
  const cbs = leesCsv('veilig-thuis-cbs.csv');
  const gedrukt = (code: string) =>
    cbs.find(r => r['indicator'] === code && r['regio_niveau'] === 'land' && r['periode'] === '2023');
  const som = (codes: readonly string[]) => codes.reduce((s, c) => s + Number(gedrukt(c)?.['waarde']), 0);
  const aandelen = catalogus.filter(i => i.code.startsWith('aandeel_vervolgmelding'));

  test.each(aandelen)('$code volgt uit de afgeronde aantallen van Nederland in 2023', i => {
    const { teller, noemer, maal } = i.formule;
    const berekend = (maal * som(teller)) / som(noemer);
    // CBS prints one decimal.
    expect(Math.round(berekend * 10) / 10).toBe(Number(gedrukt(i.code)?.['waarde']));
  });

  test('een formule noemt alleen codes die in de catalogus staan', () => {
    const codes = new Set(catalogus.map(i => i.code));
    const los = catalogus.flatMap(i => [...i.formule.teller, ...i.formule.noemer]).filter(c => !codes.has(c));
    expect(los).toEqual([]);
  });
});
