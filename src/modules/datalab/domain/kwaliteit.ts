import { type Bezwaar, maakControles } from '#kern/controle/index.ts';
import { bevatPeriode } from '#kern/datum/index.ts';
import { isKleineTelling } from '#kern/onthulling/index.ts';
import { bereikVan, somBereik, verenigbaar } from './ronding.ts';
import { isTelling, type Waarneming, waardeVan } from './waarneming.ts';

/** What the checks look at: the figures of a region and those of the country that stand beside them. */
export interface Kwaliteitsinvoer {
  readonly waarnemingen: readonly Waarneming[];
  /** How many municipalities the region had in a year. */
  readonly aantalGemeenten: (jaar: number) => number;
}

export type Kwaliteitscode = 'DK101' | 'DK102' | 'DK103' | 'DK104' | 'DK105' | 'DK106';

const jaarVan = (w: Waarneming): number =>
  w.periode.soort === 'jarenreeks' ? w.periode.totEnMetJaar : w.periode.jaar;
const n = (w: Waarneming): number => waardeVan(w.cijfer);

/**
 * Does a finding touch a count of 1 to 4? True when one of the numbers it is computed from is one, or a difference
 * between two of them in either direction, since the one can then be worked out from the other. Give it counts only: an
 * amount of money or a percentage points at nobody.
 */
export function raaktKlein(...getallen: readonly number[]): boolean {
  return getallen.some(getal => isKleineTelling(Math.abs(getal)));
}

/** Both values of a contradiction, as facts that a sentence is filled with. `klein` is 1 when it touches a count of 1 to 4. */
function bezwaar(a: Waarneming, waardeA: number, waardeB: number, plekB: string, klein: boolean): Bezwaar {
  return {
    gegevens: {
      indicator: a.indicator,
      plaats: a.plaats.naam,
      periode: a.periodeCode,
      bron: a.citaat.titel,
      waardeA,
      plekA: a.citaat.plek,
      waardeB,
      plekB,
      verschil: Math.round((waardeB - waardeA) * 10) / 10,
      eenheid: a.eenheid,
      klein: klein ? 1 : 0,
    },
  };
}

/** Pairs (total of the region, its municipalities) that can be added up. */
export function optellingen(x: Kwaliteitsinvoer): { totaal: Waarneming; delen: Waarneming[] }[] {
  return x.waarnemingen
    .filter(w => w.plaats.soort === 'regio' && isTelling(w))
    .flatMap(totaal => {
      const delen = x.waarnemingen.filter(
        d =>
          d.plaats.soort === 'gemeente' &&
          d.indicator === totaal.indicator &&
          d.periodeTekst === totaal.periodeTekst &&
          d.periodeCode === totaal.periodeCode &&
          d.bron === totaal.bron,
      );
      return delen.length > 0 && delen.length === x.aantalGemeenten(jaarVan(totaal))
        ? [{ totaal, delen }]
        : [];
    });
}

/** Stated percentages of growth with the two counts that they are about. */
export function groeiparen(x: Kwaliteitsinvoer): { gezegd: Waarneming; voor: Waarneming; na: Waarneming }[] {
  return x.waarnemingen
    .filter(w => w.indicator.endsWith('_groei') && w.periode.soort === 'jarenreeks')
    .flatMap(gezegd => {
      const p = gezegd.periode;
      if (p.soort !== 'jarenreeks') return [];
      const zoek = (jaar: number) =>
        x.waarnemingen.find(
          w =>
            `${w.indicator}_groei` === gezegd.indicator &&
            w.plaats.code === gezegd.plaats.code &&
            w.periode.soort === 'jaar' &&
            w.periode.jaar === jaar,
        );
      const voor = zoek(p.vanJaar);
      const na = zoek(p.totEnMetJaar);
      return voor && na ? [{ gezegd, voor, na }] : [];
    });
}

const GELDBRONNEN: Readonly<Record<string, RegExp>> = {
  budget_totaal_duvo: /^financiering: DUVO/,
  budget_totaal_subsidie_verstrekt: /^financiering: verstrekt/,
  budget_totaal_subsidie_aan_te_vragen: /^financiering: aan te vragen/,
};

/** Budget totals with the lines of the same source of funds. */
export function begrotingstotalen(x: Kwaliteitsinvoer): { totaal: Waarneming; som: number }[] {
  return x.waarnemingen.flatMap(totaal => {
    const soort = GELDBRONNEN[totaal.indicator];
    if (!soort) return [];
    const regels = x.waarnemingen.filter(
      w =>
        w.citaat.plek === totaal.citaat.plek &&
        w.plaats.code === totaal.plaats.code &&
        soort.test(w.opmerking ?? ''),
    );
    return [{ totaal, som: regels.reduce((s, w) => s + n(w), 0) }];
  });
}

function genest(x: Kwaliteitsinvoer): Bezwaar[] {
  const delen = x.waarnemingen.filter(
    w => isTelling(w) && w.periode.soort !== 'jaar' && w.periode.soort !== 'jarenreeks',
  );
  return delen.flatMap(a =>
    delen
      .filter(
        b =>
          b.indicator === a.indicator &&
          b.plaats.code === a.plaats.code &&
          b.periodeCode !== a.periodeCode &&
          b.bron === a.bron &&
          b.citaat.plek !== a.citaat.plek &&
          bevatPeriode(b.periode, a.periode),
      )
      .map(b =>
        bezwaar(a, n(a), n(b), `${b.citaat.plek} (${b.periodeTekst})`, raaktKlein(n(a), n(b), n(b) - n(a))),
      ),
  );
}

/**
 * The totals (multiples of 5, as CBS prints them) that agree with every printed pair of count and share at a place in
 * a year; the count itself may be 2.5 off by rounding and the share 0.05.
 */
export function volgendeTotalen(paren: readonly { aantal: number; procent: number }[]): number[] {
  if (paren.length === 0) return [];
  const hoogste =
    Math.ceil(Math.max(...paren.map(p => (p.aantal + 2.5) / ((p.procent - 0.05) / 100))) / 5) * 5;
  return Array.from({ length: hoogste / 5 }, (_, i) => (i + 1) * 5).filter(t =>
    paren.every(p => Math.abs(Math.round((p.aantal / t) * 1000) / 10 - p.procent) < 1e-9),
  );
}

function uitAandelen(x: Kwaliteitsinvoer): Bezwaar[] {
  const gezegd = x.waarnemingen.filter(w => w.indicator === 'vt_meldingen' && w.periode.soort === 'jaar');
  return gezegd.flatMap(m => {
    const zelfde = x.waarnemingen.filter(
      w => w.plaats.code === m.plaats.code && w.periodeCode === m.periodeCode,
    );
    const paren = zelfde.flatMap(w => {
      const aandeel = zelfde.find(v => v.indicator === `aandeel_${w.indicator}` && v.bron === w.bron);
      return aandeel ? [{ aantal: n(w), procent: n(aandeel), w }] : [];
    });
    const totalen = volgendeTotalen(paren);
    const [eerste] = paren;
    const [totaal] = totalen;
    if (!eerste || totalen.length !== 1 || totaal === undefined || totaal === n(m)) return [];
    const klein = raaktKlein(n(m), totaal, ...paren.map(p => p.aantal), totaal - n(m));
    return [bezwaar(m, n(m), totaal, `${eerste.w.citaat.van ?? ''}, ${eerste.w.citaat.titel}`, klein)];
  });
}

function halven(x: Kwaliteitsinvoer): Bezwaar[] {
  return x.waarnemingen
    .filter(w => w.periode.soort === 'jaar' && isTelling(w))
    .flatMap(jaar => {
      const h = x.waarnemingen.filter(
        w =>
          w.periode.soort === 'halfjaar' &&
          w.periode.jaar === jaarVan(jaar) &&
          w.indicator === jaar.indicator &&
          w.plaats.soort === jaar.plaats.soort &&
          w.plaats.code === jaar.plaats.code &&
          w.bron === jaar.bron,
      );
      const som = h.reduce((s, w) => s + n(w), 0);
      if (h.length !== 2 || verenigbaar(somBereik(h.map(bereikVan)), bereikVan(jaar))) return [];
      const klein = raaktKlein(n(jaar), ...h.map(n), som, som - n(jaar));
      return [bezwaar(jaar, n(jaar), som, 'H1 + H2', klein)];
    });
}

/** The numbered checks on figures of sources. Each finding is a signal: a source is shown as it is, never mended. */
export const KWALITEITSCONTROLES = maakControles<Kwaliteitsinvoer, Kwaliteitscode>([
  {
    code: 'DK101',
    ernst: 'signalering',
    velden: [],
    toets: x =>
      optellingen(x).flatMap(({ totaal, delen }) => {
        const som = delen.reduce((s, d) => s + n(d), 0);
        return verenigbaar(somBereik(delen.map(bereikVan)), bereikVan(totaal))
          ? []
          : [
              bezwaar(
                totaal,
                n(totaal),
                som,
                totaal.citaat.plek,
                raaktKlein(n(totaal), ...delen.map(n), som, som - n(totaal)),
              ),
            ];
      }),
  },
  {
    code: 'DK102',
    ernst: 'signalering',
    velden: [],
    toets: x =>
      groeiparen(x).flatMap(({ gezegd, voor, na }) => {
        const groei = ((n(na) - n(voor)) / n(voor)) * 100;
        return Math.round(groei) === n(gezegd)
          ? []
          : [
              bezwaar(
                gezegd,
                n(gezegd),
                Math.round(groei * 10) / 10,
                `${n(voor)} → ${n(na)}, ${na.citaat.plek}`,
                raaktKlein(n(voor), n(na), n(na) - n(voor)),
              ),
            ];
      }),
  },
  {
    code: 'DK103',
    ernst: 'signalering',
    velden: [],
    toets: x =>
      begrotingstotalen(x).flatMap(({ totaal, som }) =>
        som === n(totaal)
          ? []
          : [
              bezwaar(
                totaal,
                n(totaal),
                som,
                totaal.citaat.plek,
                isTelling(totaal) && raaktKlein(n(totaal), som, som - n(totaal)),
              ),
            ],
      ),
  },
  { code: 'DK104', ernst: 'signalering', velden: [], toets: genest },
  { code: 'DK105', ernst: 'signalering', velden: [], toets: uitAandelen },
  { code: 'DK106', ernst: 'signalering', velden: [], toets: halven },
]);
