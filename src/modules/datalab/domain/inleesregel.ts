import { eersteDag, laatsteDag, type Periode, parsePeriode, periodeCode } from '#kern/datum/index.ts';
import type { Bijdragers } from '#kern/onthulling/index.ts';
import { gelukt, geweigerd, type Result, type Weigering, weigering } from '#kern/resultaat/index.ts';
import { BIJDRAAGNAMEN, BIJDRAAGVELDEN, type Bijdraagveld, leesBijdragers } from './bijdragers.ts';
import { eisBekendJaar } from './bronperiode.ts';
import { type Gemeente, slugVan, vindGemeente } from './gemeente.ts';
import { leesGetal } from './getal.ts';
import { type Indicator, indicatorSlug, versieSlug } from './indicator.ts';
import type { Plaats, Regio } from './plaats.ts';
import type { Teken } from './waarneming.ts';

export type Cel = string | number | null;
/** A row; `kolom` names the column of the file that its value came from, where that is not the value column. */
export interface Tabelregel {
  readonly nr: number;
  readonly cellen: readonly Cel[];
  readonly kolom?: string;
}
/** A table as read from a file: header and rows of cells. */
export interface Tabelinhoud {
  readonly kop: readonly string[];
  /** `nr` as the sender sees it: line of the file or row of the sheet. */
  readonly rijen: readonly Tabelregel[];
}

/** What a column of a file can hold. */
export const VELDEN = [
  'plaats',
  'periode',
  'indicator',
  'waarde',
  'voorlopig',
  'rondingsstap',
  'opmerking',
  ...BIJDRAAGVELDEN,
] as const;
export type Veld = (typeof VELDEN)[number];

/** Which column (index) holds what; null, or nothing for who stand behind a count: no column. */
export type Kolomkeuze = Readonly<Record<Exclude<Veld, Bijdraagveld>, number | null>> &
  Readonly<Partial<Record<Bijdraagveld, number | null>>>;

/** The columns of a file, and `vasteIndicator` when the whole file is about one indicator. */
export interface Koppeling {
  readonly kolommen: Kolomkeuze;
  readonly vasteIndicator: string | null;
}

/** What rows are checked against. */
export interface Inleeskennis {
  readonly regio: Regio;
  readonly gemeenten: readonly Gemeente[];
  /** Every version of every definition; a row means the usual one unless it says 'vt_meldingen versie 3'. */
  readonly indicatoren: readonly Indicator[];
  readonly eersteJaar: number;
  readonly laatsteJaar: number;
}

/** A fault in a cell, with the row as the sender sees it. */
export interface Rijfout {
  readonly rij: number;
  readonly kolom: string;
  readonly melding: string;
}

/** A row that may be stored. */
export interface Inleesrij {
  readonly rij: number;
  readonly plaats: Plaats;
  readonly gemeente: string | null;
  readonly periode: Periode;
  readonly periodeTekst: string;
  readonly indicator: Indicator;
  /** null where the source gives a sign. */
  readonly waarde: string | null;
  readonly decimalen: number;
  readonly rondingsstap: number | null;
  readonly teken: Teken | null;
  readonly voorlopig: boolean;
  readonly opmerking: string | null;
  /** Who stand behind the count, where the file says so. */
  readonly bijdragers: Bijdragers | null;
}

const tekstVan = (cel: Cel | undefined): string =>
  cel === null || cel === undefined ? '' : String(cel).trim();

const NAMEN: Readonly<Record<Veld, readonly string[]>> = {
  plaats: ['plaats', 'gemeente', 'municipality', 'regio', 'gebied', 'plaatscode'],
  periode: ['periode', 'jaar', 'year', 'period'],
  indicator: ['indicator', 'onderwerp', 'maat'],
  waarde: ['waarde', 'aantal', 'value', 'cijfer'],
  voorlopig: ['voorlopig', 'status'],
  rondingsstap: ['rondingsstap', 'afgerond-op'],
  opmerking: ['opmerking', 'toelichting', 'note'],
  huishoudens: ['huishoudens', 'aantal-huishoudens', 'gezinnen'],
  personen: ['personen', 'aantal-personen'],
  grootste: ['grootste-aandeel', 'grootste'],
  tweede: ['tweede-aandeel', 'tweede'],
};

const isBijdraagveld = (v: Veld): v is Bijdraagveld => (BIJDRAAGVELDEN as readonly Veld[]).includes(v);

/** A first guess by the names of the columns; the reader corrects it. */
export function raadKoppeling(kop: readonly string[]): Koppeling {
  const slugs = kop.map(slugVan);
  const kolom = (veld: Veld): number | null => {
    const gevonden = NAMEN[veld].map(n => slugs.indexOf(n)).find(i => i >= 0);
    return gevonden ?? null;
  };
  const kolommen = Object.fromEntries(VELDEN.map(v => [v, kolom(v)])) as Record<Veld, number | null>;
  return { kolommen, vasteIndicator: null };
}

type Geplaatst = { plaats: Plaats; gemeente: string | null };

function leesPlaats(k: Inleeskennis, tekst: string, p: Periode): Result<Geplaatst, Weigering> {
  const slug = slugVan(tekst);
  if (slug === '') return geweigerd(weigering('plaats_leeg', 'Vul een gemeente, subregio of de regio in.'));
  if (slug === k.regio.id || slug === slugVan(k.regio.naam)) {
    return gelukt({ plaats: { soort: 'regio', code: k.regio.id, naam: k.regio.naam }, gemeente: null });
  }
  const gevonden = vindGemeente(k.gemeenten, tekst, eersteDag(p).toString(), laatsteDag(p).toString());
  // A name such as 'Haarlemmermeer' is a municipality and a subregion: the municipality goes first.
  const sub = k.gemeenten.find(
    g => g.regio === k.regio.id && g.subregio && slugVan(g.subregio) === slug,
  )?.subregio;
  if (!gevonden.ok && sub) {
    const plaats: Plaats = { soort: 'subregio', code: `${k.regio.id}/${slug}`, naam: sub };
    return gelukt({ plaats, gemeente: null });
  }
  if (!gevonden.ok) return gevonden;
  const g = gevonden.waarde;
  if (g.regio !== k.regio.id) {
    return geweigerd(
      weigering(
        'gemeente_andere_regio',
        `De gemeente ${g.naam} hoort niet bij ${k.regio.naam}. Haal de regel weg.`,
      ),
    );
  }
  return gelukt({ plaats: { soort: 'gemeente', code: g.code, naam: g.naam }, gemeente: g.code });
}

function leesPeriodeCel(k: Inleeskennis, tekst: string): Result<Periode, Weigering> {
  if (tekst === '')
    return geweigerd(weigering('periode_leeg', 'Vul een periode in, bijvoorbeeld 2024 of 2024-H1.'));
  const p = parsePeriode(tekst);
  if (!p.ok) {
    return geweigerd(
      weigering(
        'periode_onleesbaar',
        `De periode ‘${tekst}’ kennen wij niet. Schrijf 2024, 2024-H1, 2024-Q3, 2024-05 of 2024-01/2024-05.`,
      ),
    );
  }
  return eisBekendJaar(p.waarde, k.eersteJaar, k.laatsteJaar);
}

function leesIndicatorCel(k: Inleeskennis, tekst: string): Result<Indicator, Weigering> {
  const slug = slugVan(tekst.replaceAll('_', '-'));
  const i =
    k.indicatoren.find(x => x.gangbaar && (indicatorSlug(x.code) === slug || slugVan(x.naam.nl) === slug)) ??
    k.indicatoren.find(x => versieSlug(x) === slug);
  if (i) return gelukt(i);
  const melding =
    tekst === ''
      ? 'Vul een indicator in.'
      : `De indicator ‘${tekst}’ kennen wij niet. Gebruik een code uit de catalogus, zoals vt_meldingen.`;
  return geweigerd(weigering('indicator_onbekend', melding));
}

/** The sign of CBS for unknown, unreliable or secret. */
const PUNT = '.';

type GelezenWaarde = Pick<Inleesrij, 'waarde' | 'decimalen' | 'teken'>;

function leesWaarde(indicator: Indicator, cel: Cel): Result<GelezenWaarde, Weigering> {
  if (tekstVan(cel) === PUNT) return gelukt({ waarde: null, decimalen: 0, teken: 'onbekend_of_geheim' });
  const g = leesGetal(cel);
  if (!g.ok) return g;
  if (indicator.eenheid === 'aantal' && g.waarde.decimalen > 0) {
    return geweigerd(
      weigering('geen_geheel_getal', `‘${cel}’ is geen geheel getal; ${indicator.naam.nl} is een aantal.`),
    );
  }
  if (g.waarde.tekst.startsWith('-') && !indicator.code.endsWith('_groei')) {
    return geweigerd(weigering('negatief', `‘${cel}’ kan niet: een waarde is hier nooit kleiner dan nul.`));
  }
  return gelukt({ waarde: g.waarde.tekst, decimalen: g.waarde.decimalen, teken: null });
}

function leesRondingsstap(tekst: string): Result<{ stap: number | null }, Weigering> {
  if (tekst === '') return gelukt({ stap: null });
  const stap = /^\d{1,4}$/.test(tekst) ? Number(tekst) : 0;
  if (stap >= 2 && stap <= 1000) return gelukt({ stap });
  return geweigerd(
    weigering(
      'rondingsstap_onleesbaar',
      `‘${tekst}’ is geen stap om op af te ronden. Schrijf 5, of laat leeg.`,
    ),
  );
}

function leesVoorlopig(tekst: string): Result<boolean, Weigering> {
  const w = tekst.toLowerCase();
  if (['', 'nee', 'n', 'definitief', '0', 'false', 'onwaar'].includes(w)) return gelukt(false);
  if (['ja', 'j', 'voorlopig', '1', 'true', 'waar', '*'].includes(w)) return gelukt(true);
  return geweigerd(weigering('voorlopig_onleesbaar', `‘${tekst}’ kennen wij niet. Schrijf ja of nee.`));
}

/** The cells of one row by what they hold, and the faults found in them. */
class Rijlezer {
  readonly fouten: Rijfout[] = [];
  readonly #koppeling: Koppeling;
  readonly #kop: readonly string[];
  readonly #cellen: readonly Cel[];
  readonly #regel: Tabelregel;

  constructor(koppeling: Koppeling, kop: readonly string[], regel: Tabelregel) {
    this.#koppeling = koppeling;
    this.#kop = kop;
    this.#cellen = regel.cellen;
    this.#regel = regel;
  }

  cel(veld: Veld): Cel {
    const i = this.#koppeling.kolommen[veld];
    return i === null || i === undefined ? null : (this.#cellen[i] ?? null);
  }

  tekst(veld: Veld): string {
    return tekstVan(this.cel(veld));
  }

  /** The value of an outcome, or null with its refusal kept as a fault of this row and column. */
  neem<T>(veld: Veld, r: Result<T, Weigering>): T | null {
    if (r.ok) return r.waarde;
    this.fouten.push({
      rij: this.#regel.nr,
      kolom: this.#kolom(veld),
      melding: r.weigering.melding ?? r.weigering.code,
    });
    return null;
  }

  /** The column as the sender knows it: of a fixed spreadsheet that of the file, and not of the rows made of it. */
  #kolom(veld: Veld): string {
    const van = this.#regel.kolom;
    if (van !== undefined && veld === 'waarde') return van;
    if (van !== undefined && isBijdraagveld(veld)) return `${van}: ${BIJDRAAGNAMEN[veld]}`;
    const i = this.#koppeling.kolommen[veld];
    return i == null ? veld : (this.#kop[i] ?? veld);
  }
}

/** Who stand behind the count of a row; null: it does not say, or says what cannot be (kept as a fault). */
function leesWie(lezer: Rijlezer, exact: number | null): Bijdragers | null {
  const cellen = Object.fromEntries(BIJDRAAGVELDEN.map(v => [v, lezer.cel(v)])) as Record<Bijdraagveld, Cel>;
  const uit = leesBijdragers(exact, cellen);
  return lezer.neem(uit.veld ?? 'huishoudens', uit);
}

function leesRij(k: Inleeskennis, vast: string | null, lezer: Rijlezer, rij: number): Inleesrij | null {
  const periode = lezer.neem('periode', leesPeriodeCel(k, lezer.tekst('periode')));
  const indicator = lezer.neem('indicator', leesIndicatorCel(k, vast ?? lezer.tekst('indicator')));
  const plaats = periode && lezer.neem('plaats', leesPlaats(k, lezer.tekst('plaats'), periode));
  const waarde = indicator && lezer.neem('waarde', leesWaarde(indicator, lezer.cel('waarde')));
  const voorlopig = lezer.neem('voorlopig', leesVoorlopig(lezer.tekst('voorlopig')));
  const ronding = lezer.neem('rondingsstap', leesRondingsstap(lezer.tekst('rondingsstap')));
  const opmerking = lezer.tekst('opmerking').slice(0, 500) || null;
  if (!periode || !indicator || !plaats || !waarde || !ronding || voorlopig === null) return null;
  const periodeTekst = lezer.tekst('periode');
  const rondingsstap = ronding.stap;
  const exact = indicator.eenheid === 'aantal' && rondingsstap === null && waarde.waarde !== null;
  const bijdragers = leesWie(lezer, exact ? Number(waarde.waarde) : null);
  return {
    rij,
    ...plaats,
    periode,
    periodeTekst,
    indicator,
    ...waarde,
    rondingsstap,
    voorlopig,
    opmerking,
    bijdragers,
  };
}

/**
 * Checks every row of a file: all that may be stored, and every fault with row and column, in order of rows. A file
 * with one fault is stored not at all (`rijen` is then what would have been).
 */
export function beoordeelTabel(
  tabel: Tabelinhoud,
  koppeling: Koppeling,
  k: Inleeskennis,
): { rijen: Inleesrij[]; fouten: Rijfout[] } {
  const rijen: Inleesrij[] = [];
  const fouten: Rijfout[] = [];
  const gezien = new Map<string, number>();
  for (const regel of tabel.rijen) {
    const lezer = new Rijlezer(koppeling, tabel.kop, regel);
    const r = leesRij(k, koppeling.vasteIndicator, lezer, regel.nr);
    fouten.push(...lezer.fouten);
    if (!r) continue;
    const sleutel = [r.plaats.soort, r.plaats.code, periodeCode(r.periode), versieSlug(r.indicator)].join(
      ' ',
    );
    const eerder = gezien.get(sleutel);
    if (eerder !== undefined) {
      const kolom = tabel.kop[koppeling.kolommen.waarde ?? 0] ?? 'waarde';
      fouten.push({
        rij: r.rij,
        kolom,
        melding: `Deze regel staat er al, op rij ${eerder}. Haal er een weg.`,
      });
      continue;
    }
    gezien.set(sleutel, r.rij);
    rijen.push(r);
  }
  return { rijen, fouten };
}
