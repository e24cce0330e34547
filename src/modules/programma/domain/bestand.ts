import { grensfouten, MEESTE_FOUTEN } from './bestandsgrens.ts';
import { SOORTEN } from './soorten.ts';
import { type Bevinding, type Gebrek, type Omgeving, toets } from './toets.ts';
import type { Inhoud, Soort, Soortcode, Veld } from './veld.ts';
import { alsBestand, normaliseer } from './waarde.ts';

/** One item as it stands in a file: its kind, code, place in the list and content. */
export interface Ingelezen {
  soort: Soortcode;
  code: string;
  volgorde: number;
  gemeente: string | null;
  inhoud: Inhoud;
}

/** A fault in a file, with its place: list, number from 1 and field. */
export interface Bestandsfout {
  lijst: string;
  nummer: number | null;
  code: string | null;
  veld: string;
  gebrek:
    | Gebrek
    | { code: 'dubbel' }
    | { code: 'ontbreekt' }
    | { code: 'onbekend_deel' }
    | { code: 'geen_onderdeel' }
    | { code: 'andere_regio'; waarde: string };
  /** The value as it was given, when it is a plain one. */
  waarde?: string;
}

/** Parts of a programme file that belong to other rooms. */
export const ANDERE_DELEN = ['hulpaanbod', 'zelfscan'] as const;
const SCHEMAVERSIE = 1;

const isObject = (x: unknown): x is Inhoud => typeof x === 'object' && x !== null && !Array.isArray(x);

const uitPad = (bron: Inhoud, pad: string): unknown =>
  pad.split('.').reduce<unknown>((x, deel) => (isObject(x) ? x[deel] : undefined), bron);

/** Kinds of our own travel beside the source's lists under their own name, and only when there are any. */
export const lijstVan = (soort: Soort): string => soort.bestand?.pad ?? `eigen.${soort.code}`;

function stukken(soort: Soort, bestand: Inhoud): unknown[] {
  const waarde = uitPad(bestand, lijstVan(soort));
  if (soort.bestand?.enkel) return isObject(waarde) ? [waarde] : [];
  const veld = soort.bestand?.waarde;
  return Array.isArray(waarde) ? waarde.map(x => (veld ? { [veld]: x } : x)) : [];
}

const codeVan = (soort: Soort, stuk: unknown, i: number): string => {
  const eigen = soort.codeVeld && isObject(stuk) ? stuk[soort.codeVeld] : null;
  return typeof eigen === 'string' && eigen !== '' ? eigen : `${i + 1}`;
};

/** Everything of the room's own kinds that stands in a file, kind by kind, in the order of the file. */
export function stukkenVan(bestand: Inhoud): { soort: Soort; stukken: unknown[] }[] {
  return Object.values(SOORTEN).map(soort => ({ soort, stukken: stukken(soort, bestand) }));
}

/** Codes and municipalities that a file itself declares, to judge its references against. */
function omgevingVan(bestand: Inhoud): Omgeving {
  const perSoort = new Map(
    stukkenVan(bestand).map(({ soort, stukken: s }) => [
      soort.code,
      new Set(s.map((x, i) => codeVan(soort, x, i))),
    ]),
  );
  return {
    codes: soort => perSoort.get(soort) ?? new Set(),
    gemeenten: new Set(gemeenteCodesVan(bestand).keys()),
  };
}

type Melder = (
  nummer: number | null,
  code: string | null,
  veld: string,
  gebrek: Bestandsfout['gebrek'],
) => void;

/** Parts of an object that no field knows, and rows that are no rows: what would be lost without a word. */
function vormfouten(
  velden: readonly Veld[],
  waarde: unknown,
  voor: string,
  extra: readonly string[],
): Bevinding[] {
  const fout = (veld: string, code: string) => [{ veld, gebrek: { code } } as unknown as Bevinding];
  if (!isObject(waarde)) return fout(voor.replace(/\.$/, ''), 'geen_onderdeel');
  const bekend = new Set([...velden.map(v => v.naam), ...extra]);
  return [
    ...Object.keys(waarde)
      .filter(k => !bekend.has(k))
      .flatMap(k => fout(voor + k, 'onbekend_deel')),
    ...velden.flatMap(veld => {
      const w = waarde[veld.naam];
      const onder = veld.velden ?? [];
      if (w === null || w === undefined) return [];
      if (veld.soort === 'deel') return vormfouten(onder, w, `${voor}${veld.naam}.`, []);
      if (veld.soort !== 'groep' || !Array.isArray(w)) return [];
      return w.flatMap((x, i) => vormfouten(onder, x, `${voor}${veld.naam}.${i}.`, []));
    }),
  ];
}

/** Keys that other kinds keep inside the object of this one (the lines of a budget). */
const inliggend = (soort: Soort): string[] =>
  Object.values(SOORTEN)
    .map(s => lijstVan(s))
    .filter(pad => soort.bestand?.enkel && pad.startsWith(`${soort.bestand.pad}.`))
    .map(pad => pad.split('.')[1] ?? '');

function leesStuk(
  soort: Soort,
  ruw: unknown,
  plek: { i: number; omgeving: Omgeving; meld: Melder },
): Inhoud | null {
  const code = codeVan(soort, ruw, plek.i);
  const vorm = vormfouten(soort.velden, ruw, '', inliggend(soort));
  const inhoud = isObject(ruw) ? toets(soort, ruw, plek.omgeving) : [];
  for (const b of [...vorm, ...inhoud]) plek.meld(plek.i + 1, code, b.veld, b.gebrek);
  return vorm.length + inhoud.length === 0 ? normaliseer(soort, ruw as Inhoud) : null;
}

function kopfouten(bestand: Inhoud, meld: (lijst: string, gebrek: Bestandsfout['gebrek']) => void): void {
  if (bestand.schemaVersie !== SCHEMAVERSIE) meld('schemaVersie', { code: 'ontbreekt' });
  const lijsten = Object.values(SOORTEN).map(lijstVan);
  const bekend = new Set(['schemaVersie', 'eigen', ...ANDERE_DELEN, ...lijsten.map(l => l.split('.')[0])]);
  for (const sleutel of Object.keys(bestand))
    if (!bekend.has(sleutel)) meld(sleutel, { code: 'onbekend_deel' });
  if (isObject(bestand.eigen))
    for (const sleutel of Object.keys(bestand.eigen))
      if (!lijsten.includes(`eigen.${sleutel}`)) meld(`eigen.${sleutel}`, { code: 'onbekend_deel' });
  for (const soort of Object.values(SOORTEN)) {
    const waarde = uitPad(bestand, lijstVan(soort));
    if (waarde === undefined || waarde === null) {
      if (soort.bestand) meld(lijstVan(soort), { code: 'ontbreekt' });
    } else if (soort.bestand?.enkel ? !isObject(waarde) : !Array.isArray(waarde))
      meld(lijstVan(soort), { code: soort.bestand?.enkel ? 'geen_onderdeel' : 'geen_lijst' });
  }
}

const alsTekst = (stuk: unknown, veld: string): string | undefined => {
  const waarde =
    isObject(stuk) && veld
      ? veld.split('.').reduce<unknown>((x, d) => (x as Inhoud | undefined)?.[d], stuk)
      : null;
  return typeof waarde === 'string' || typeof waarde === 'number' ? String(waarde).slice(0, 200) : undefined;
};

/** The faults of a file, the first thousand; what comes after those is known to be there and no more. */
class Foutenlijst {
  readonly fouten: Bestandsfout[] = [];
  vol = false;

  meld(fout: Bestandsfout): void {
    if (this.fouten.length < MEESTE_FOUTEN) this.fouten.push(fout);
    else this.vol = true;
  }

  /** All of them, under a first line that says so when there are more. */
  alle(): Bestandsfout[] {
    if (!this.vol) return this.fouten;
    const gebrek = { code: 'meer_fouten', hoogstens: MEESTE_FOUTEN } as const;
    return [opHoogste('bestand', gebrek), ...this.fouten];
  }
}

const opHoogste = (lijst: string, gebrek: Bestandsfout['gebrek']): Bestandsfout => ({
  lijst,
  nummer: null,
  code: null,
  veld: '',
  gebrek,
});

/** The items of one kind, with their faults in `fouten`. */
function leesLijst(
  soort: Soort,
  lijst: readonly unknown[],
  bij: { omgeving: Omgeving; gemeenteCodes: ReadonlyMap<string, string>; fouten: Foutenlijst },
): Ingelezen[] {
  const gezien = new Set<string>();
  const items: Ingelezen[] = [];
  for (const [i, ruw] of lijst.entries()) {
    if (bij.fouten.vol) break;
    const meld: Melder = (nummer, code, veld, gebrek) => {
      const waarde = alsTekst(ruw, veld);
      const plek = { lijst: lijstVan(soort), nummer, code, veld, gebrek };
      bij.fouten.meld({ ...plek, ...(waarde === undefined ? {} : { waarde }) });
    };
    const code = codeVan(soort, ruw, i);
    if (gezien.has(code)) meld(i + 1, code, soort.codeVeld ?? '', { code: 'dubbel' });
    gezien.add(code);
    const inhoud = leesStuk(soort, ruw, { i, omgeving: bij.omgeving, meld });
    if (!inhoud) continue;
    const naam = soort.gemeenteVeld ? String(inhoud[soort.gemeenteVeld]) : '';
    const gemeente = bij.gemeenteCodes.get(naam) ?? null;
    items.push({ soort: soort.code, code, volgorde: i, gemeente, inhoud });
  }
  return items;
}

/**
 * Reads a whole programme file: all its items, or its faults with their place (of many the first thousand). Nothing
 * in between. A file with a list too long to be one of a programme is refused before its items are looked at.
 */
export function leesBestand(bestand: Inhoud): { items: Ingelezen[]; fouten: Bestandsfout[] } {
  const fouten = new Foutenlijst();
  const grenzen = grensfouten(bestand, ANDERE_DELEN);
  for (const { pad, gebrek } of grenzen) fouten.meld(opHoogste(pad, gebrek));
  if (grenzen.some(g => g.gebrek.code !== 'onbruikbaar_teken')) return { items: [], fouten: fouten.alle() };
  kopfouten(bestand, (lijst, gebrek) => fouten.meld(opHoogste(lijst, gebrek)));
  const bij = { omgeving: omgevingVan(bestand), gemeenteCodes: gemeenteCodesVan(bestand), fouten };
  const items = stukkenVan(bestand).flatMap(({ soort, stukken: lijst }) => leesLijst(soort, lijst, bij));
  const alle = fouten.alle();
  return alle.length > 0 ? { items: [], fouten: alle } : { items, fouten: [] };
}

/** CBS code by name of the municipalities that the file lists. */
function gemeenteCodesVan(bestand: Inhoud): Map<string, string> {
  const lijst = uitPad(bestand, 'regio.gemeenten');
  const rijen = Array.isArray(lijst) ? lijst.filter(isObject) : [];
  return new Map(rijen.map(g => [String(g.naam), String(g.code)]));
}

/** A file in the shape of the source from the pieces of every kind. */
export function stelBestand(
  stukkenPer: ReadonlyMap<Soortcode, readonly Inhoud[]>,
  anders: Readonly<Record<string, unknown>>,
): Inhoud {
  const uit: Inhoud = { schemaVersie: SCHEMAVERSIE };
  const zet = (pad: string, waarde: unknown) => {
    const delen = pad.split('.');
    const laatste = delen.pop() as string;
    let doel = uit;
    for (const d of delen) {
      doel[d] ??= {};
      doel = doel[d] as Inhoud;
    }
    const bestaand = doel[laatste];
    doel[laatste] =
      bestaand && !Array.isArray(waarde) ? { ...(waarde as Inhoud), ...(bestaand as Inhoud) } : waarde;
  };
  for (const soort of Object.values(SOORTEN)) {
    const stuk = stukkenPer.get(soort.code) ?? [];
    const veld = soort.bestand?.waarde;
    if (!soort.bestand) {
      if (stuk.length > 0) zet(lijstVan(soort), stuk);
    } else if (soort.bestand.enkel) zet(soort.bestand.pad, stuk[0] ?? {});
    else zet(soort.bestand.pad, veld ? stuk.map(x => x[veld]) : stuk);
  }
  return { ...uit, ...anders };
}

/** The file that these items make: the shape of the source, item for item in their order. */
export function schrijfBestand(
  items: readonly Ingelezen[],
  anders: Readonly<Record<string, unknown>>,
): Inhoud {
  const per = Object.values(SOORTEN).map(soort => {
    const eigen = items.filter(i => i.soort === soort.code).sort((a, b) => a.volgorde - b.volgorde);
    return [soort.code, eigen.map(i => alsBestand(soort, i.inhoud))] as const;
  });
  return stelBestand(new Map(per), anders);
}
