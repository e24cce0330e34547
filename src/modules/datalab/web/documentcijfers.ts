import { formatPeriode, laatsteDag, type Periode, parsePeriode, periodeCode } from '#kern/datum/index.ts';
import { type Afgedrukt, eisPubliceerbaar, type Publiceerbaar } from '#kern/onthulling/index.ts';
import type { Blok, Stuk } from '#platform/documenten/index.ts';
import { type Taal, toonGetal } from '#platform/ui/index.ts';
import { type Indicator, inTaal } from '../domain/indicator.ts';
import type { Publicatie } from '../domain/publicatie.ts';
import type { Velgroep, Velrij } from '../domain/publicatievel.ts';
import type { OpenbareWaarneming } from '../domain/waarneming.ts';
import { merk, type Noot, type Noten } from './documentnoten.ts';
import { documentteksten } from './teksten-document.ts';
import { toonWaarde } from './woorden.ts';

/** Where the numbers of a document come from: releases as tables, and what public sources print. */
export interface Cijferstof {
  readonly taal: Taal;
  readonly periode: Periode;
  /** Code of the region. */
  readonly regio: string;
  /** CBS code of the municipality that the document is for. */
  readonly gemeente: string | null;
  readonly vellen: readonly { readonly publicatie: Publicatie; readonly groepen: readonly Velgroep[] }[];
  readonly openbaar: readonly OpenbareWaarneming[];
  readonly indicatoren: readonly Indicator[];
  readonly noten: Noten;
}

const MEESTE_KOLOMMEN = 4;
const JAREN_IN_ZICHT = 4;

/** The usual definition of an indicator; else any. */
export const definitieVan = (x: Cijferstof, code: string): Indicator | undefined =>
  x.indicatoren.find(i => i.code === code && i.gangbaar) ?? x.indicatoren.find(i => i.code === code);

export const naamVan = (x: Cijferstof, code: string): string => {
  const i = definitieVan(x, code);
  return i ? inTaal(i.naam, x.taal) : code;
};

/** The groups of an indicator, those under the usual definition first. */
function groepenVan(x: Cijferstof, indicator: string): { publicatie: Publicatie; groep: Velgroep }[] {
  const gangbaar = definitieVan(x, indicator)?.definitieversie;
  return x.vellen
    .flatMap(v =>
      v.groepen.filter(g => g.indicator === indicator).map(groep => ({ publicatie: v.publicatie, groep })),
    )
    .toSorted(
      (a, b) => Number(b.groep.definitieversie === gangbaar) - Number(a.groep.definitieversie === gangbaar),
    );
}

/** Is a period in sight of the document: not after its end, and not longer before it than some years? */
const isInZicht = (x: Cijferstof, code: string): boolean => {
  const p = parsePeriode(code);
  if (!p.ok) return false;
  const [tot, einde] = [laatsteDag(p.waarde), laatsteDag(x.periode)];
  return Temporal.PlainDate.compare(tot, einde) <= 0 && tot.year > einde.year - JAREN_IN_ZICHT;
};

/** A printed count in running text: rounded and left out are said in words. */
export function celInZin(cel: Publiceerbaar<Afgedrukt>, taal: Taal): string {
  const t = documentteksten[taal];
  const a = eisPubliceerbaar(cel).waarde;
  if (a.getoond === null) return t.wegVoluit;
  const getal = toonGetal(a.getoond, taal);
  return a.aard === 'gerond' ? t.ongeveer(getal) : getal;
}

/** A number with its note, in running text. */
export const metNoot = (getal: string, noot: Noot): Stuk[] => [`${getal}\u00a0`, merk(noot)];

type Plek = { readonly code: string; readonly soort: 'regio' | 'gemeente' };

/** One number for a sentence; or why there is none. */
export function zoekGetal(
  x: Cijferstof,
  indicator: string,
  plek: Plek,
  periode: Periode | null,
): { stukken: Stuk[] } | { reden: string } {
  const code = periode ? periodeCode(periode) : '';
  for (const { publicatie, groep } of groepenVan(x, indicator)) {
    const cel = groep.rijen.find(r => r.soort === plek.soort && r.code === plek.code)?.cellen[
      groep.kolommen.findIndex(k => k.code === code)
    ];
    if (cel) return { stukken: metNoot(celInZin(cel, x.taal), x.noten.bijPublicatie(publicatie)) };
  }
  const t = documentteksten[x.taal].redenen;
  const bronnen = openbaarVan(x, indicator).filter(
    w => w.plaats.soort === plek.soort && w.plaats.code === plek.code && w.periodeCode === code,
  );
  const [bron] = bronnen;
  if (!bron) return { reden: redenVan(x, indicator) };
  if (bronnen.length > 1) return { reden: t.meerBronnen };
  return { stukken: metNoot(toonWaarde(bron, x.taal), x.noten.bijBron(bron)) };
}

const openbaarVan = (x: Cijferstof, indicator: string): readonly OpenbareWaarneming[] =>
  x.openbaar.filter(w => w.indicator === indicator && isInZicht(x, w.periodeCode));

/** Why no chosen source gives a number. */
export function redenVan(x: Cijferstof, indicator: string): string {
  const t = documentteksten[x.taal].redenen;
  const i = definitieVan(x, indicator);
  if (i?.onthulling.klasse === 'alleen_intern') return t.alleenIntern;
  if (i && (i.eenheid !== 'aantal' || !['telling', 'verschil'].includes(i.formule.vorm))) return t.geenAantal;
  return t.geenPublicatie;
}

/** The verdict of a release on the region, when it is about the period of the document. */
export function zoekOordeel(
  x: Cijferstof,
  indicator: string,
): { oordeel: NonNullable<Velgroep['oordeel']>; noot: Noot } | null {
  const periode = formatPeriode(x.periode, x.taal);
  const raak = groepenVan(x, indicator).find(({ groep }) => groep.oordeel?.tot === periode);
  return raak?.groep.oordeel
    ? { oordeel: raak.groep.oordeel, noot: x.noten.bijPublicatie(raak.publicatie) }
    : null;
}

const hoortErbij = (x: Cijferstof, r: Velrij, alle: boolean): boolean =>
  alle || r.soort === 'regio' || r.code === x.gemeente;

function celInTabel(cel: Publiceerbaar<Afgedrukt> | null | undefined, taal: Taal): string {
  const t = documentteksten[taal];
  if (!cel) return t.geenCel;
  const { getoond } = eisPubliceerbaar(cel).waarde;
  return getoond === null ? t.weg : toonGetal(getoond, taal);
}

/** The table of one release, with its note below; nothing where no row or period of it is asked for. */
function publicatietabel(x: Cijferstof, g: Velgroep, p: Publicatie, alle: boolean): Blok[] {
  const t = documentteksten[x.taal];
  const kolommen = g.kolommen
    .map((k, i) => ({ ...k, i }))
    .filter(k => isInZicht(x, k.code))
    .slice(-MEESTE_KOLOMMEN);
  const rijen = g.rijen.filter(r => hoortErbij(x, r, alle) && kolommen.some(k => r.cellen[k.i]));
  if (kolommen.length === 0 || rijen.length === 0) return [];
  return [
    {
      soort: 'tabel',
      bijschrift: t.tabel(g.naam),
      kop: [t.plaats, ...kolommen.map(k => k.naam)],
      rijen: rijen.map(r => [r.plaats, ...kolommen.map(k => celInTabel(r.cellen[k.i], x.taal))]),
      numeriek: kolommen.map((_, i) => i + 1),
    },
    bronblok(x, x.noten.bijPublicatie(p), p.titel),
  ];
}

const bronblok = (x: Cijferstof, noot: Noot, titel: string): Blok => ({
  soort: 'bron',
  tekst: [merk(noot), ` ${documentteksten[x.taal].getal(titel)}.`],
});

/** The table of one public source, as it printed its figures. */
function brontabel(x: Cijferstof, lijst: readonly OpenbareWaarneming[], alle: boolean): Blok[] {
  const t = documentteksten[x.taal];
  const [eerste] = lijst;
  const passend = lijst.filter(w => alle || w.plaats.soort === 'regio' || w.plaats.code === x.gemeente);
  if (!eerste || passend.length === 0) return [];
  const perioden = [...new Map(passend.map(w => [w.periodeCode, w.periode]))]
    .toSorted((a, b) => Temporal.PlainDate.compare(laatsteDag(a[1]), laatsteDag(b[1])))
    .slice(-MEESTE_KOLOMMEN);
  const plaatsen = [...new Map(passend.map(w => [w.plaats.code, w.plaats.naam]))].toSorted((a, b) =>
    a[1].localeCompare(b[1], 'nl'),
  );
  const cel = (plaats: string, periode: string) => {
    const w = passend.find(v => v.plaats.code === plaats && v.periodeCode === periode);
    if (!w) return t.geenCel;
    eisPubliceerbaar(w.cijfer.publiceerbaar);
    return toonWaarde(w, x.taal);
  };
  return [
    {
      soort: 'tabel',
      bijschrift: t.openbareTabel(naamVan(x, eerste.indicator)),
      kop: [t.plaats, ...perioden.map(([, p]) => formatPeriode(p, x.taal))],
      rijen: plaatsen.map(([code, naam]) => [naam, ...perioden.map(([p]) => cel(code, p))]),
      numeriek: perioden.map((_, i) => i + 1),
    },
    bronblok(x, x.noten.bijBron(eerste), eerste.citaat.titel),
  ];
}

/** Every table of an indicator; empty when no chosen source gives one. Two sources never share a table. */
export function tabellenVan(x: Cijferstof, indicator: string, alle: boolean): Blok[] {
  const openbaar = Map.groupBy(
    openbaarVan(x, indicator),
    w => `${w.bron}|${w.definitieversie}|${w.eenheid}|${w.citaat.plek}`,
  );
  return [
    ...groepenVan(x, indicator).flatMap(({ publicatie, groep }) =>
      publicatietabel(x, groep, publicatie, alle),
    ),
    ...[...openbaar.values()].flatMap(lijst => brontabel(x, lijst, alle)),
  ];
}

/** Indicators whose number in a list begins so, by that number. */
export function genummerd(x: Cijferstof, nummers: string): { nummer: string; indicator: Indicator }[] {
  return x.indicatoren
    .filter(i => i.gangbaar)
    .flatMap(indicator =>
      indicator.nummers.filter(n => n.startsWith(`${nummers}-`)).map(nummer => ({ nummer, indicator })),
    )
    .toSorted((a, b) => Number(a.nummer.split('-')[1]) - Number(b.nummer.split('-')[1]));
}
