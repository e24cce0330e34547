import { formatDag, formatPeriode, parsePeriode } from '#kern/datum/index.ts';
import { type Taal, toonGetal } from '#platform/ui/index.ts';
import type { Plaatsbeeld, Regel } from '../domain/cijferbeeld.ts';
import { bereikVan } from '../domain/ronding.ts';
import { schommeltMeerDanToeval, type Verandering } from '../domain/verandering.ts';
import { isOpenbaar, isTelling, type Waarneming, waardeVan } from '../domain/waarneming.ts';
import { tekstenVan } from './taal.ts';

/** A value as its source prints it, in the numbers of the language, with its unit where that is not a count. */
export function toonWaarde(w: Waarneming, taal: Taal): string {
  const getal = toonGetal(waardeVan(w.cijfer), taal, w.decimalen);
  if (w.eenheid === 'aantal') return getal;
  if (w.eenheid === 'procent') return taal === 'nl' ? `${getal}\u00a0%` : `${getal}%`;
  if (w.eenheid === 'euro') return `€\u00a0${getal}`;
  return `${getal} ${w.eenheid}`;
}

/** That figures which a source printed were taken over and not protected; null where none of these is one. */
export function overgenomenZin(lijst: readonly Waarneming[], taal: Taal): string | null {
  const t = tekstenVan(taal);
  if (!lijst.some(isOpenbaar)) return null;
  return lijst.every(isOpenbaar) ? t.overgenomen : t.overgenomenDeels;
}

/** The period in words; where the source words it differently from the period itself, its own words too. */
export function toonPeriode(w: Waarneming, taal: Taal): string {
  return formatPeriode(w.periode, taal);
}

/** Interval in words, or why there is none. */
export function intervalZin(r: Regel, taal: Taal): string {
  const t = tekstenVan(taal);
  if (r.interval) return t.interval(toonGetal(r.interval.van, taal), toonGetal(r.interval.tot, taal));
  return r.teKlein ? t.teKlein : '';
}

/** Short form of the interval for a table. */
export function intervalKort(r: Regel, taal: Taal): string {
  const t = tekstenVan(taal);
  if (r.interval) return t.intervalKort(toonGetal(r.interval.van, taal), toonGetal(r.interval.tot, taal));
  return r.teKlein ? t.teKlein : t.nvt;
}

/** Rate per 1,000 inhabitants, or why there is none. */
export function tempoKort(r: Regel, taal: Taal): string {
  if (r.perDuizend !== null) return toonGetal(r.perDuizend, taal, 1);
  return r.teKlein ? tekstenVan(taal).teKlein : tekstenVan(taal).nvt;
}

/** What the verdict is and why, in one plain sentence; changes are numbers, never percentages. */
export function oordeelZin(v: Verandering | null, telling: boolean, taal: Taal): string {
  const t = tekstenVan(taal).zin;
  if (!telling) return t.geenTelling;
  if (!v || v.oordeel.redenen.includes('beide_nul')) return t.geenPaar;
  if (v.oordeel.redenen.includes('telling_te_klein')) return t.teKlein;
  const delen: [string, string, string, string] = [
    toonWaarde(v.voor, taal),
    toonPeriode(v.voor, taal),
    toonWaarde(v.na, taal),
    toonPeriode(v.na, taal),
  ];
  if (v.oordeel.oordeel === 'signaal') {
    return schommeltMeerDanToeval(v.na.indicator) ? t.mogelijk(...delen) : t.signaal(...delen);
  }
  return v.oordeel.oordeel === 'geen_signaal' ? t.geen(...delen) : t.vermogen(...delen);
}

/** The verdict as a word: signal, no signal, cannot be said. */
export function oordeelWoord(b: Plaatsbeeld, taal: Taal): string {
  return tekstenVan(taal).oordeel[b.verandering?.oordeel.oordeel ?? 'niet_te_zeggen'];
}

/** Year, month or day of a source as its readers write it. */
export function toonBrondatum(datum: string | null, taal: Taal): string | null {
  return datum !== null && /^\d{4}-\d{2}-\d{2}$/.test(datum)
    ? formatDag(Temporal.PlainDate.from(datum), taal)
    : datum;
}

/** Where a figure stands in its source, in one line. */
export function toonBron(w: Waarneming, taal: Taal): string {
  const { titel, van, datum, plek } = w.citaat;
  return [titel, van, toonBrondatum(datum, taal), plek].filter(d => d !== null).join(', ');
}

/** A period code in words; a code that cannot be read stays as it is. */
export function toonPeriodecode(code: string, taal: Taal): string {
  const p = parsePeriode(code);
  return p.ok ? formatPeriode(p.waarde, taal) : code;
}

/** Provisional or final, revised, internal, added up: what a reader must know beside the value. */
export function toonStand(w: Waarneming, taal: Taal): string {
  const t = tekstenVan(taal);
  const delen = [w.voorlopig ? t.voorlopig : t.definitief];
  if (w.cijfer.openbaarheid === 'intern') delen.push(t.intern);
  if (w.rondingsstap !== undefined && isTelling(w) && !w.delen) {
    const { van, tot } = bereikVan(w);
    delen.push(t.afgerond(toonGetal(van, taal), toonGetal(tot, taal)));
  }
  if (w.versie > 1) delen.push(t.herzien(String(w.versie)));
  if (w.delen) delen.push(t.opgeteld(w.delen.map(d => `${d.naam} ${toonGetal(d.waarde, taal)}`).join(' + ')));
  return delen.join(', ');
}
