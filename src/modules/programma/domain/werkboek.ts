import { type Bestandsfout, lijstVan, stelBestand, stukkenVan } from './bestand.ts';
import { leesWaarde, toonWaarde } from './invoer.ts';
import { SOORTEN } from './soorten.ts';
import type { Inhoud, Soort, Soortcode, Veld } from './veld.ts';
import { leegVan, normaliseer } from './waarde.ts';

/** One cell as a person sees it: text, or a number. Empty is ''. */
export type Cel = string | number;

/** One sheet: a name and rows of cells; the first row holds the names of the columns. */
export interface Werkblad {
  naam: string;
  rijen: readonly (readonly Cel[])[];
}

/** Where something stands in a workbook; row 1 is the row with the names of the columns. */
export interface Celplek {
  blad: string;
  rij: number | null;
  kolom: string | null;
}

/** A fault in the layout of a workbook, before its content is looked at. */
export interface Werkboekfout extends Celplek {
  gebrek:
    | 'blad_ontbreekt'
    | 'blad_onbekend'
    | 'kolom_ontbreekt'
    | 'kolom_onbekend'
    | 'kolom_dubbel'
    | 'ouder_onbekend';
  waarde: string;
}

/** Column that names the item to which a row of a group belongs. */
const OUDER = 'bij';
/** First words of the row of explanations under the names of the columns. */
export const UITLEGMERK = 'Uitleg:';

interface Kolom {
  pad: string;
  veld: Veld;
}

const kolommenVan = (velden: readonly Veld[], voor = ''): Kolom[] =>
  velden.flatMap(veld => {
    if (veld.soort === 'groep') return [];
    if (veld.soort === 'deel') return kolommenVan(veld.velden ?? [], `${voor}${veld.naam}.`);
    return [{ pad: voor + veld.naam, veld }];
  });

interface Bladvorm {
  naam: string;
  soort: Soort;
  /** The group of which this sheet holds the rows; null: the items themselves. */
  groep: Veld | null;
  kolommen: Kolom[];
}

/** Every sheet of a programme workbook: one per kind, and one per repeated group. */
const BLADVORMEN: readonly Bladvorm[] = Object.values(SOORTEN).flatMap(soort => [
  { naam: lijstVan(soort), soort, groep: null, kolommen: kolommenVan(soort.velden) },
  ...soort.velden
    .filter(v => v.soort === 'groep')
    .map(groep => ({
      naam: `${lijstVan(soort)}.${groep.naam}`,
      soort,
      groep,
      kolommen: kolommenVan(groep.velden ?? []),
    })),
]);

const waardeOp = (inhoud: Inhoud, pad: string): unknown =>
  pad.split('.').reduce<unknown>((x, d) => (x as Inhoud | null | undefined)?.[d], inhoud);

const cel = (kolom: Kolom, inhoud: Inhoud): Cel => {
  const waarde = waardeOp(inhoud, kolom.pad);
  if (kolom.veld.soort === 'ja_nee' && waarde === undefined) return '';
  return typeof waarde === 'number' ? waarde : toonWaarde(kolom.veld, waarde);
};

function rijenVan(vorm: Bladvorm, stukken: readonly Inhoud[]): Cel[][] {
  const { groep, soort, kolommen } = vorm;
  if (!groep) return stukken.map(s => kolommen.map(k => cel(k, s)));
  return stukken.flatMap(s =>
    ((s[groep.naam] ?? []) as Inhoud[]).map(rij => [
      soort.codeVeld ? String(s[soort.codeVeld]) : '',
      ...kolommen.map(k => cel(k, rij)),
    ]),
  );
}

/**
 * The workbook of a programme file (or the empty template, without `bestand`): per sheet the names of the
 * columns, a row of explanations and the rows. What belongs to other rooms is not in it.
 */
export function naarWerkboek(
  bestand: Inhoud | null,
  uitleg: (soort: Soortcode, pad: string) => string,
): Werkblad[] {
  const per = new Map(
    bestand
      ? stukkenVan(bestand).map(({ soort, stukken }) => [
          soort.code,
          stukken.map(s => normaliseer(soort, s as Inhoud)),
        ])
      : [],
  );
  return BLADVORMEN.map(vorm => {
    const voor = vorm.groep ? `${vorm.groep.naam}.` : '';
    const uitlegrij = vorm.kolommen.map(k => uitleg(vorm.soort.code, voor + k.pad));
    const kop = vorm.kolommen.map(k => k.pad);
    if (vorm.groep) {
      kop.unshift(OUDER);
      uitlegrij.unshift(uitleg(vorm.soort.code, vorm.soort.codeVeld ?? ''));
    }
    uitlegrij[0] = `${UITLEGMERK} ${uitlegrij[0]}`;
    return { naam: vorm.naam, rijen: [kop, uitlegrij, ...rijenVan(vorm, per.get(vorm.soort.code) ?? [])] };
  });
}

const tekstVan = (c: Cel | undefined): string =>
  typeof c === 'number' ? `${c}`.replace('.', ',') : (c ?? '');

/** The rows of one sheet by column, with their number in the sheet. */
interface Gelezen {
  rijen: { nummer: number; waarde: (kolom: string) => string }[];
  letters: ReadonlyMap<string, string>;
}

/** Letter of a column as a spreadsheet shows it: 0 is A, 26 is AA. */
function kolomLetter(i: number): string {
  return (i >= 26 ? kolomLetter(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26));
}

function leesBlad(vorm: Bladvorm, blad: Werkblad, meld: (f: Werkboekfout) => void): Gelezen {
  const kop = (blad.rijen[0] ?? []).map(c => tekstVan(c).trim());
  const verwacht = [...(vorm.groep ? [OUDER] : []), ...vorm.kolommen.map(k => k.pad)];
  const op = new Map<string, number>();
  kop.forEach((naam, i) => {
    const plek = { blad: vorm.naam, rij: 1, kolom: kolomLetter(i) };
    if (naam === '') return;
    if (!verwacht.includes(naam)) meld({ ...plek, gebrek: 'kolom_onbekend', waarde: naam });
    else if (op.has(naam)) meld({ ...plek, gebrek: 'kolom_dubbel', waarde: naam });
    else op.set(naam, i);
  });
  for (const naam of verwacht)
    if (!op.has(naam))
      meld({ blad: vorm.naam, rij: 1, kolom: null, gebrek: 'kolom_ontbreekt', waarde: naam });
  const rijen = blad.rijen.flatMap((rij, i) => {
    const leeg = rij.every(c => tekstVan(c).trim() === '');
    if (i === 0 || leeg || (i === 1 && tekstVan(rij[0]).startsWith(UITLEGMERK))) return [];
    return [{ nummer: i + 1, waarde: (k: string) => tekstVan(rij[op.get(k) ?? -1]) }];
  });
  return { rijen, letters: new Map([...op].map(([naam, i]) => [naam, kolomLetter(i)])) };
}

function inhoudUit(velden: readonly Veld[], waarde: (pad: string) => string, voor = ''): Inhoud {
  const uit: Inhoud = {};
  for (const veld of velden) {
    if (veld.soort === 'groep') uit[veld.naam] = [];
    else if (veld.soort === 'deel') {
      const deel = inhoudUit(veld.velden ?? [], waarde, `${voor}${veld.naam}.`);
      uit[veld.naam] = Object.values(deel).every(w => w === null || w === false) ? leegVan(veld) : deel;
    } else uit[veld.naam] = leesWaarde(veld, waarde(voor + veld.naam));
  }
  return uit;
}

/** What was read from a workbook, and how to find the cell of a fault in it. */
export interface Werkboek {
  bestand: Inhoud;
  fouten: Werkboekfout[];
  plek(fout: Bestandsfout): Celplek;
}

class Lezing {
  readonly fouten: Werkboekfout[] = [];
  readonly gelezen = new Map<string, Gelezen>();
  /** Row in the sheet of the items, per sheet and number of the item. */
  readonly itemrij = new Map<string, number>();
  readonly bladen: readonly Werkblad[];

  constructor(bladen: readonly Werkblad[]) {
    this.bladen = bladen;
    const meld = (f: Werkboekfout) => this.fouten.push(f);
    const namen = new Set(BLADVORMEN.map(v => v.naam));
    for (const b of bladen)
      if (!namen.has(b.naam))
        meld({ blad: b.naam, rij: null, kolom: null, gebrek: 'blad_onbekend', waarde: b.naam });
    for (const vorm of BLADVORMEN) {
      const blad = bladen.find(b => b.naam === vorm.naam);
      if (blad) this.gelezen.set(vorm.naam, leesBlad(vorm, blad, meld));
      else meld({ blad: vorm.naam, rij: null, kolom: null, gebrek: 'blad_ontbreekt', waarde: vorm.naam });
    }
  }

  /** The items of one kind with their groups. */
  stukken(soort: Soort): Inhoud[] {
    const naam = lijstVan(soort);
    const stukken = (this.gelezen.get(naam)?.rijen ?? []).map((rij, i) => {
      this.itemrij.set(`${naam} ${i + 1}`, rij.nummer);
      const stuk = inhoudUit(soort.velden, rij.waarde);
      if (soort.codeVeld && typeof stuk[soort.codeVeld] === 'string')
        stuk[soort.codeVeld] = String(stuk[soort.codeVeld]).trim();
      return stuk;
    });
    for (const groep of soort.velden.filter(v => v.soort === 'groep')) this.groep(soort, groep, stukken);
    return stukken;
  }

  private groep(soort: Soort, groep: Veld, stukken: Inhoud[]): void {
    const naam = `${lijstVan(soort)}.${groep.naam}`;
    const g = this.gelezen.get(naam);
    for (const rij of g?.rijen ?? []) {
      const ouder = rij.waarde(OUDER).trim();
      const i = soort.codeVeld ? stukken.findIndex(s => s[soort.codeVeld ?? ''] === ouder) : 0;
      const stuk = stukken[i];
      if (!stuk) {
        const kolom = g?.letters.get(OUDER) ?? null;
        this.fouten.push({ blad: naam, rij: rij.nummer, kolom, gebrek: 'ouder_onbekend', waarde: ouder });
        continue;
      }
      const lijst = stuk[groep.naam] as Inhoud[];
      lijst.push(inhoudUit(groep.velden ?? [], rij.waarde));
      this.itemrij.set(`${lijstVan(soort)} ${i + 1} ${groep.naam} ${lijst.length - 1}`, rij.nummer);
    }
  }

  plek(f: Bestandsfout): Celplek {
    const [groep, index, ...rest] = f.veld.split('.');
    const rij = this.itemrij.get(`${f.lijst} ${f.nummer} ${groep} ${index}`);
    if (rij !== undefined) {
      const blad = `${f.lijst}.${groep}`;
      return { blad, rij, kolom: this.gelezen.get(blad)?.letters.get(rest.join('.')) ?? null };
    }
    const kolom = this.gelezen.get(f.lijst)?.letters.get(f.veld) ?? null;
    return { blad: f.lijst, rij: this.itemrij.get(`${f.lijst} ${f.nummer}`) ?? null, kolom };
  }
}

/** Reads a workbook into the shape of a programme file; faults of layout come with sheet, row and column. */
export function uitWerkboek(bladen: readonly Werkblad[]): Werkboek {
  const lezing = new Lezing(bladen);
  const per = new Map(Object.values(SOORTEN).map(soort => [soort.code, lezing.stukken(soort)]));
  return { bestand: stelBestand(per, {}), fouten: lezing.fouten, plek: f => lezing.plek(f) };
}
