import type { Taal } from '#platform/ui/index.ts';
import { type Indicator, inTaal } from '../domain/indicator.ts';
import { type Catalogusteksten, catalogusEn, catalogusNl } from './teksten-catalogus.ts';

/** The texts about the catalogue in a language. */
export function catalogusteksten(taal: Taal): Catalogusteksten {
  return taal === 'en' ? catalogusEn : catalogusNl;
}

/** Names of indicators by code, in the language of the page. */
export type Naamgever = (code: string) => string;

/** Names by code out of a catalogue; a code that is not in it stays a code. */
export function naamgever(indicatoren: readonly Indicator[], taal: Taal): Naamgever {
  const namen = new Map(indicatoren.map(i => [i.code, inTaal(i.naam, taal)]));
  return code => namen.get(code) ?? code;
}

const noem = (codes: readonly string[], beschreven: string, naam: Naamgever): string =>
  codes.length === 0 ? beschreven : codes.map(naam).join(' + ');

/** The formula in one line: its parts by name, or by the count that the definition describes. */
export function formuleZin(i: Indicator, naam: Naamgever, taal: Taal): string {
  const t = catalogusteksten(taal);
  const { vorm, teller, noemer, maal } = i.formule;
  const boven = noem(teller, inTaal(i.teller, taal), naam);
  const onder = noem(noemer, inTaal(i.noemer, taal), naam);
  if (vorm === 'gegeven') return `${boven}, ${t.gegeven}`;
  if (vorm === 'telling') return boven;
  if (vorm === 'verschil') return `${boven} ${t.min} ${onder}`;
  const breuk = `${boven} ${t.gedeeld} ${onder}`;
  if (vorm === 'gemiddelde') return `${breuk} (${t.gemiddelde})`;
  const per = vorm === 'verdeling' ? ` (${t.verdeling})` : '';
  return maal === 1 ? `${breuk}${per}` : `${t.keer(String(maal))} ${breuk}${per}`;
}

/** Where the formula comes from. */
export function formuleHerkomst(i: Indicator, taal: Taal): string {
  const t = catalogusteksten(taal);
  const wie = t.volgens(i.formule.bron);
  return i.formule.herkomst === 'eigen_lezing' ? `${t.eigenLezing}, ${wie}` : wie;
}

/** The disclosure class in words. */
export function onthullingZin(i: Indicator, taal: Taal): string {
  const t = catalogusteksten(taal);
  const { klasse, telt, drempel, nulGevoelig } = i.onthulling;
  if (telt === 'geen_personen') return `${t.klassen[klasse]}, ${t.telt[telt]}`;
  const nul = nulGevoelig ? t.nulWel : t.nulNiet;
  return [t.klassen[klasse], t.telt[telt], t.drempel(String(drempel)), nul].join(', ');
}

/** The norm with source and year, or null. */
export function normZin(i: Indicator, taal: Taal): string | null {
  return i.norm ? `${inTaal(i.norm.tekst, taal)} (${i.norm.bron}, ${i.norm.jaar})` : null;
}

/** What sets the versions of one definition apart, by number; empty when there is one version. */
export function variantnamen(definities: readonly Indicator[], taal: Taal): ReadonlyMap<number, string> {
  if (definities.length < 2) return new Map();
  return new Map(definities.map(i => [i.definitieversie, i.variant ? inTaal(i.variant, taal) : '']));
}

/** Name of an indicator with what sets this version apart. */
export function naamMetVariant(i: Indicator, taal: Taal): string {
  const naam = inTaal(i.naam, taal);
  return i.variant === null ? naam : `${naam}, ${inTaal(i.variant, taal)}`;
}
