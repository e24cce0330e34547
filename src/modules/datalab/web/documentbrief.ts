import { formatDag, formatPeriode, parsePeriode } from '#kern/datum/index.ts';
import { uitPublicatie } from '#kern/onthulling/index.ts';
import { waardeOf } from '#kern/resultaat/index.ts';
import type { Blok, Document, Stuk, Tekst } from '#platform/documenten/index.ts';
import { vorigePeriode } from '../domain/document.ts';
import { isInvulveld, type Sjabloonstuk, type Sjabloonveld } from '../domain/documentsjabloon.ts';
import type { Celverwijzing, Vrijalinea } from '../domain/documenttekst.ts';
import { type Ingevuld, leesInvulveld } from '../domain/documentveld.ts';
import { type Indicator, inTaal } from '../domain/indicator.ts';
import type { OpenPublicatie, Publicatie } from '../domain/publicatie.ts';
import { maakVel } from '../domain/publicatievel.ts';
import type { Documentstof, Opgesteld } from '../usecases/documentstof.ts';
import {
  type Cijferstof,
  celInZin,
  definitieVan,
  genummerd,
  metNoot,
  naamVan,
  redenVan,
  tabellenVan,
  zoekGetal,
  zoekOordeel,
} from './documentcijfers.ts';
import { maakNoten } from './documentnoten.ts';
import { type Documentteksten, documentteksten } from './teksten-document.ts';
import { publicatieteksten } from './teksten-publicatie.ts';

interface Werk {
  readonly stof: Documentstof;
  readonly x: Cijferstof;
  readonly t: Documentteksten;
  readonly velden: ReadonlyMap<string, Sjabloonveld>;
  readonly ingevuld: ReadonlyMap<string, Ingevuld>;
  readonly fouten: Readonly<Record<string, string>>;
}

/** Text of an inline field; a whole sentence that takes the place of the paragraph; or nothing at all. */
type Inline = { readonly stukken: readonly Stuk[] } | { readonly inPlaats: string } | { readonly weg: true };

const alinea = (tekst: Tekst): Blok => ({ soort: 'alinea', tekst });

/** The release and count that a reference means, or undefined. */
function vindCel(stof: Documentstof, v: Celverwijzing): OpenPublicatie | undefined {
  return stof.publicaties.find(
    o => o.publicatie.code === v.publicatie && o.cellen.some(c => c.naam === v.cel),
  );
}

function leesVelden(stof: Documentstof, t: Documentteksten) {
  const ingevuld = new Map<string, Ingevuld>();
  const fouten: Record<string, string> = {};
  for (const veld of stof.ontleed.sjabloon.velden.filter(isInvulveld)) {
    const uit = leesInvulveld(veld, stof.werk.velden[veld.naam] ?? '', v => vindCel(stof, v) !== undefined);
    if (uit.ok) ingevuld.set(veld.naam, uit.waarde);
    else fouten[veld.naam] = t.veldfout(uit.weigering, veld.label);
  }
  return { ingevuld, fouten };
}

function invullingVan(w: Werk, veld: Sjabloonveld & { label: string }): Inline {
  const i = w.ingevuld.get(veld.naam);
  if (!i) return { stukken: [{ vet: w.t.nogInvullen(veld.label) }] };
  if (i.soort === 'dag') return { stukken: [formatDag(i.dag, w.x.taal)] };
  return i.soort === 'regel' ? { stukken: [i.tekst] } : { weg: true };
}

function getalVan(w: Werk, veld: Extract<Sjabloonveld, { soort: 'getal' }>): Inline {
  const { x, t, stof } = w;
  const eigen = veld.plaats === 'gemeente';
  const plek = { soort: veld.plaats, code: eigen ? (x.gemeente ?? '') : x.regio };
  const periode = veld.periode === 'deze' ? x.periode : vorigePeriode(x.periode);
  const uit = zoekGetal(x, veld.indicator, plek, periode);
  if ('stukken' in uit) return uit;
  const plaats = eigen ? (stof.gemeente?.naam ?? '') : stof.regio.naam;
  const wanneer = periode ? formatPeriode(periode, x.taal) : '';
  return { inPlaats: t.geenGetal(naamVan(x, veld.indicator), plaats, wanneer, uit.reden) };
}

function normVan(w: Werk, i: Indicator | undefined): string {
  if (!i?.norm) return w.t.geenNorm;
  const { bron, jaar } = i.norm;
  return w.t.norm(inTaal(i.norm.tekst, w.x.taal), bron.includes(String(jaar)) ? bron : `${bron}, ${jaar}`);
}

function inlineVan(w: Werk, naam: string): Inline {
  const veld = w.velden.get(naam);
  if (!veld) throw new TypeError(`a checked template has no field ${naam}`);
  if (isInvulveld(veld)) return invullingVan(w, veld);
  switch (veld.soort) {
    case 'regio':
      return { stukken: [w.stof.regio.naam] };
    case 'gemeente':
      return { stukken: [w.stof.gemeente?.naam ?? ''] };
    case 'periode':
      return { stukken: [formatPeriode(w.x.periode, w.x.taal)] };
    case 'getal':
      return getalVan(w, veld);
    case 'norm':
      return { stukken: [normVan(w, definitieVan(w.x, veld.indicator))] };
    default:
      throw new TypeError(`the field ${naam} makes a block of its own`);
  }
}

/** A paragraph with its fields; where a number is missing the reason stands in its place, never a gap. */
function regelVan(w: Werk, stukken: readonly Sjabloonstuk[]): Tekst | null {
  const uit: Stuk[] = [];
  for (const s of stukken) {
    const deel = typeof s === 'string' ? { stukken: [s] } : inlineVan(w, s.veld);
    if ('inPlaats' in deel) return deel.inPlaats;
    if ('weg' in deel) return null;
    uit.push(...deel.stukken);
  }
  return uit;
}

function vrijeRegel(w: Werk, a: Vrijalinea): Tekst {
  return a.stukken.flatMap((s): Stuk[] => {
    if (typeof s === 'string') return [s];
    const o = vindCel(w.stof, s);
    if (!o) throw new TypeError('a checked text refers to a count that is not there');
    return metNoot(
      celInZin(uitPublicatie(o.uitgave, s.cel), w.x.taal),
      w.x.noten.bijPublicatie(o.publicatie),
    );
  });
}

function vrijeBlokken(w: Werk, naam: string, label: string): Blok[] {
  const i = w.ingevuld.get(naam);
  if (!i) return [alinea([{ vet: w.t.nogInvullen(label) }])];
  if (i.soort !== 'vrij') return [];
  return i.alineas.map(a =>
    a.soort === 'punt' ? { soort: 'lijst', punten: [vrijeRegel(w, a)] } : alinea(vrijeRegel(w, a)),
  );
}

function oordeelBlok(w: Werk, indicator: string): Blok {
  const { x, t, stof } = w;
  const naam = naamVan(x, indicator);
  const raak = zoekOordeel(x, indicator);
  if (!raak) return alinea(t.geenOordeel(naam));
  const zin = publicatieteksten[x.taal].oordeel[raak.oordeel.wat](raak.oordeel.van, raak.oordeel.tot);
  return alinea(metNoot(t.oordeel(naam, stof.regio.naam, zin), raak.noot));
}

/** Indicators without a number, by the reason; in the order in which they came. */
const perReden = (w: Werk, codes: readonly string[]): [string, string[]][] => [
  ...Map.groupBy(codes, code => redenVan(w.x, code)),
];

function tabelBlokken(w: Werk, veld: Extract<Sjabloonveld, { soort: 'tabel' }>): Blok[] {
  const delen = veld.indicatoren.map(code => ({
    code,
    blokken: tabellenVan(w.x, code, veld.plaatsen === 'alle'),
  }));
  const zonder = delen.filter(d => d.blokken.length === 0).map(d => d.code);
  return [
    ...delen.flatMap(d => d.blokken),
    ...perReden(w, zonder).map(([reden, codes]) =>
      alinea(w.t.zonderLijst(codes.map(c => `‘${naamVan(w.x, c)}’`).join(', '), reden)),
    ),
  ];
}

function catalogusBlokken(w: Werk, nummers: string): Blok[] {
  const { x, t } = w;
  return genummerd(x, nummers).flatMap(({ nummer, indicator: i }): Blok[] => {
    const tabellen = tabellenVan(x, i.code, x.gemeente === null);
    return [
      { soort: 'kop', niveau: 3, tekst: `${nummer} ${inTaal(i.naam, x.taal)}` },
      alinea(inTaal(i.definitie, x.taal)),
      ...(i.norm ? [alinea(t.normKop(normVan(w, i)))] : []),
      ...(tabellen.length > 0 ? tabellen : [alinea(t.zonder(redenVan(x, i.code)))]),
    ];
  });
}

function ontbrekendBlokken(w: Werk, nummers: string): Blok[] {
  const { x, t } = w;
  const zonder = genummerd(x, nummers).filter(
    ({ indicator: i }) => tabellenVan(x, i.code, true).length === 0,
  );
  if (zonder.length === 0) return [alinea(t.allesEr)];
  return [...Map.groupBy(zonder, z => redenVan(x, z.indicator.code))].flatMap(([reden, lijst]): Blok[] => [
    alinea(t.ontbreekt(reden)),
    { soort: 'lijst', punten: lijst.map(z => `${z.nummer} ${inTaal(z.indicator.naam, x.taal)}`) },
  ]);
}

function briefkopBlok(w: Werk, veld: Extract<Sjabloonveld, { soort: 'briefkop' }>): Blok {
  const { stof, t, x } = w;
  const plaats = stof.gemeente?.naam ?? stof.regio.naam;
  const dag = w.ingevuld.get(veld.datum);
  const kenmerk = w.ingevuld.get(veld.kenmerk);
  const label = [...w.velden.values()].find(v => v.naam === veld.datum);
  const datum =
    dag?.soort === 'dag'
      ? formatDag(dag.dag, x.taal)
      : t.nogInvullen(label && isInvulveld(label) ? label.label : veld.datum);
  return {
    soort: 'briefkop',
    afzender: [t.afzender(stof.regio.naam)],
    ontvanger: [t.aanRaad(plaats)],
    plaatsDatum: `${plaats}, ${datum}`,
    ...(kenmerk?.soort === 'regel' ? { kenmerk: kenmerk.tekst } : {}),
  };
}

function blokkenVan(w: Werk, naam: string): Blok[] {
  const veld = w.velden.get(naam);
  switch (veld?.soort) {
    case 'vrij':
      return vrijeBlokken(w, naam, veld.label);
    case 'oordeel':
      return [oordeelBlok(w, veld.indicator)];
    case 'tabel':
      return tabelBlokken(w, veld);
    case 'catalogus':
      return catalogusBlokken(w, veld.nummers);
    case 'niet_beschikbaar':
      return ontbrekendBlokken(w, veld.nummers);
    case 'briefkop':
      return [briefkopBlok(w, veld)];
    default:
      throw new TypeError(`the field ${naam} makes no block of its own`);
  }
}

/** Points one after another are one list; a heading under which nothing came falls out. */
function ruimOp(blokken: readonly Blok[]): Blok[] {
  const samen = blokken.reduce<Blok[]>((uit, b) => {
    const vorig = uit.at(-1);
    if (b.soort === 'lijst' && vorig?.soort === 'lijst' && !b.genummerd && !vorig.genummerd)
      uit[uit.length - 1] = { soort: 'lijst', punten: [...vorig.punten, ...b.punten] };
    else uit.push(b);
    return uit;
  }, []);
  return samen.filter((b, i) => {
    const volgend = samen[i + 1];
    if (b.soort !== 'kop') return true;
    return volgend !== undefined && (volgend.soort !== 'kop' || volgend.niveau > b.niveau);
  });
}

function tekstBlokken(w: Werk): Blok[] {
  return w.stof.ontleed.blokken.flatMap((b): Blok[] => {
    if (b.soort === 'veld') return blokkenVan(w, b.veld);
    const tekst = regelVan(w, b.stukken);
    if (tekst === null) return [];
    if (b.soort === 'kop') return [{ soort: 'kop', niveau: b.niveau, tekst: [tekst].flat().join('') }];
    return [b.soort === 'punt' ? { soort: 'lijst', punten: [tekst] } : alinea(tekst)];
  });
}

function verwijzingBlokken(w: Werk): Blok[] {
  const noten = w.x.noten.lijst();
  return [
    { soort: 'kop', niveau: 2, tekst: w.t.verwijzingen },
    noten.length === 0
      ? alinea(w.t.verwijzingenGeen)
      : { soort: 'lijst', genummerd: true, punten: noten.map(n => n.tekst) },
  ];
}

function maakWerk(stof: Documentstof, adresVan: (p: Publicatie) => string): Werk {
  const taal = stof.document.taal;
  const t = documentteksten[taal];
  return {
    stof,
    t,
    velden: new Map(stof.ontleed.sjabloon.velden.map(v => [v.naam, v])),
    ...leesVelden(stof, t),
    x: {
      taal,
      periode: waardeOf(parsePeriode(stof.document.periode)),
      regio: stof.regio.id,
      gemeente: stof.gemeente?.code ?? null,
      vellen: stof.publicaties.map(o => ({
        publicatie: o.publicatie,
        groepen: maakVel(o, stof.indicatoren, taal),
      })),
      openbaar: stof.openbaar,
      indicatoren: stof.indicatoren,
      noten: maakNoten(stof.regio.naam, taal, adresVan),
    },
  };
}

function kopgegevens(w: Werk, stand: string | null): Document['metagegevens'] {
  const { t, stof, x } = w;
  const s = stof.ontleed.sjabloon;
  return [
    { label: t.periode, waarde: formatPeriode(x.periode, x.taal) },
    ...(stof.gemeente ? [{ label: t.gemeente, waarde: stof.gemeente.naam }] : []),
    stand ? { label: t.vastgesteld, waarde: stand } : { label: t.stand, waarde: t.concept },
    { label: t.sjabloon, waarde: t.sjabloonregel(s.naam, String(s.versie)) },
  ];
}

/**
 * A document from its template, what was filled in and the chosen releases. Every number comes through the gate and
 * carries a note; the list of notes is always there. `adresVan` gives the permanent address of a release.
 */
export function stelDocumentOp(
  stof: Documentstof,
  vastgesteld: Temporal.PlainDate | null,
  adresVan: (p: Publicatie) => string,
): Opgesteld {
  const w = maakWerk(stof, adresVan);
  const stand = vastgesteld ? formatDag(vastgesteld, w.x.taal) : null;
  const blokken = ruimOp(tekstBlokken(w));
  return {
    document: {
      titel: stof.document.titel,
      taal: w.x.taal,
      onderwerp: stof.ontleed.sjabloon.naam,
      metagegevens: kopgegevens(w, stand),
      voettekst: w.t.voet(stof.document.titel, stand ?? w.t.concept),
      blokken: [...blokken, ...verwijzingBlokken(w)],
    },
    fouten: w.fouten,
    gebruikt: w.x.noten.publicaties(),
  };
}
