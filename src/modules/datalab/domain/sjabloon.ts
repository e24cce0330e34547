import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { BIJDRAAGNAMEN, BIJDRAAGVELDEN } from './bijdragers.ts';
import type { Cel, Koppeling, Tabelinhoud, Tabelregel } from './inleesregel.ts';

/** Who delivers by a spreadsheet of a fixed shape. */
export const SJABLONEN = ['politie', 'opvang', 'veilig-thuis'] as const;
export type Sjablooncode = (typeof SJABLONEN)[number];

/** A spreadsheet with a fixed head: one row per municipality and period, one column per indicator. */
export interface Sjabloon {
  readonly code: Sjablooncode;
  /** A changed head is a new version: a file says which one it fills. */
  readonly versie: number;
  readonly kolommen: readonly string[];
}

const VAST = ['gemeente', 'periode', 'voorlopig'];

/** Columns of the fixed spreadsheets, by code of the indicator ('code/3' for one version of its definition). */
const INDICATOREN: Readonly<Record<Sjablooncode, readonly string[]>> = {
  politie: [
    'politie_incidenten_hg',
    'politie_misdrijven_hg',
    'poging_of_moord_doodslag_vrouwelijke_expartner',
    'tijdelijk_huisverbod',
    'huisverbod_verlengd',
  ],
  opvang: ['vrouwenopvang_noodbedopnames', 'vrouwenopvang_plekken'],
  'veilig-thuis': [
    'vt_adviezen',
    'vt_meldingen versie 2',
    'vt_meldingen versie 3',
    'vervolgmelding_totaal',
    'vt_hermeldingen',
    'vt_meldingen_termijn_verstreken',
    'vt_meldingen_op_tijd_beoordeeld',
    'vt_onderzoeken_gestart',
    'vt_onderzoeken_afgerond',
    'vt_voorwaarden_gestart',
    'vt_voorwaarden_afgerond',
    'vt_werkvoorraad_onderzoek',
  ],
};

/** The spreadsheet of a sender, in its present version. */
export function sjabloonVan(code: Sjablooncode): Sjabloon {
  const versie = 1;
  // The last column names the spreadsheet: a file tells what it is even when its name was changed.
  const kolommen = [...VAST, ...INDICATOREN[code], 'opmerking', `sjabloon ${code} ${versie}`];
  return { code, versie, kolommen };
}

/** The columns of indicators in a spreadsheet. */
export function indicatorkolommen(s: Sjabloon): readonly string[] {
  return INDICATOREN[s.code];
}

/** Columns that may follow the fixed ones, in any order: who stand behind the count of a column. */
export function bijdraagkolommen(s: Sjabloon): readonly string[] {
  return indicatorkolommen(s).flatMap(k => BIJDRAAGVELDEN.map(v => `${k}: ${BIJDRAAGNAMEN[v]}`));
}

/** The spreadsheet that a head says it is, or null when it says nothing. An unknown version is refused. */
export function herkenSjabloon(kop: readonly string[]): Result<Sjabloon, Weigering> | null {
  const merk = kop.map(k => /^sjabloon ([a-z-]+) (\d+)$/.exec(k.trim())).find(m => m !== null);
  if (!merk) return null;
  const code = SJABLONEN.find(c => c === merk[1]);
  const s = code && sjabloonVan(code);
  if (s && s.versie === Number(merk[2])) return gelukt(s);
  return geweigerd(
    weigering(
      'sjabloon_onbekend',
      `Het sjabloon ‘${merk[1]} ${merk[2]}’ kennen wij niet. Haal het nieuwste sjabloon op en vul dat in.`,
    ),
  );
}

const KOLOMLETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letters by which a spreadsheet shows a column. */
const letters = (i: number): string =>
  i < 26 ? (KOLOMLETTERS[i] ?? '') : `${letters(Math.floor(i / 26) - 1)}${letters(i % 26)}`;

function kopFout(s: Sjabloon, kop: readonly string[]): string | null {
  const extra = bijdraagkolommen(s);
  const gezien = new Set<string>();
  for (let i = 0; i < Math.max(s.kolommen.length, kop.length); i++) {
    const hoort = s.kolommen[i];
    const staat = (kop[i] ?? '').trim();
    const plek = `In kolom ${letters(i)} staat ‘${staat}’`;
    if (hoort !== undefined && staat !== hoort) return `${plek}; daar hoort ‘${hoort}’.`;
    if (hoort !== undefined || staat === '') continue;
    if (!extra.includes(staat))
      return `${plek}; daar hoort niets, of een kolom zoals ‘${extra[0]}’ uit de uitleg bij het sjabloon.`;
    if (gezien.has(staat)) return `${plek}; die kolom staat er al. Haal er een weg.`;
    gezien.add(staat);
  }
  return null;
}

const KOP = [
  'gemeente',
  'periode',
  'indicator',
  'waarde',
  'voorlopig',
  'opmerking',
  ...BIJDRAAGVELDEN.map(v => BIJDRAAGNAMEN[v]),
];
/** Which column of `leesSjabloon` is what. */
export const SJABLOONKOPPELING: Koppeling = {
  kolommen: {
    plaats: 0,
    periode: 1,
    indicator: 2,
    waarde: 3,
    voorlopig: 4,
    rondingsstap: null,
    opmerking: 5,
    huishoudens: 6,
    personen: 7,
    grootste: 8,
    tweede: 9,
  },
  vasteIndicator: null,
};

/**
 * The rows of a filled spreadsheet, one per figure; an empty cell is no figure. Stops when one column is not where it
 * belongs: a shifted column would put every figure under another name.
 */
export function leesSjabloon(s: Sjabloon, t: Tabelinhoud): Result<Tabelinhoud, Weigering> {
  const fout = kopFout(s, t.kop);
  if (fout !== null) {
    return geweigerd(
      weigering(
        'sjabloon_wijkt_af',
        `De kop is anders dan die van het sjabloon ${s.code}, versie ${s.versie}. ${fout} Er is niets ingelezen.`,
      ),
    );
  }
  const opmerking = s.kolommen.indexOf('opmerking');
  const plek = new Map(t.kop.map((k, i) => [k.trim(), i]));
  const gevuld = (c: Cel) => c !== null && String(c).trim() !== '';
  const rijen = t.rijen.flatMap(r =>
    indicatorkolommen(s).flatMap((kolom, i): Tabelregel[] => {
      const waarde: Cel = r.cellen[VAST.length + i] ?? null;
      const wie = BIJDRAAGVELDEN.map(v => r.cellen[plek.get(`${kolom}: ${BIJDRAAGNAMEN[v]}`) ?? -1] ?? null);
      if (!gevuld(waarde) && !wie.some(gevuld)) return [];
      const [gemeente = null, periode = null, voorlopig = null] = r.cellen;
      const cellen = [gemeente, periode, kolom, waarde, voorlopig, r.cellen[opmerking] ?? null, ...wie];
      return [{ nr: r.nr, kolom, cellen }];
    }),
  );
  if (rijen.length === 0)
    return geweigerd(weigering('geen_cijfers', 'In dit sjabloon is nog geen enkel cijfer ingevuld.'));
  return gelukt({ kop: KOP, rijen });
}
