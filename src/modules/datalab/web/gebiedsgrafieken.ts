import {
  type KleineLijnenProps,
  type Taal,
  type TrechterProps,
  type TrechterVorm,
  toonGetal,
} from '#platform/ui/index.ts';
import { type Indicator, inTaal } from '../domain/indicator.ts';
import type { Trechterbeeld } from '../domain/trechterbeeld.ts';
import type { Verlooplijn } from '../domain/verloop.ts';
import { tekstenVan } from './taal.ts';
import { toonTempo, trechterRegels, trechterTitel } from './trechterwoorden.ts';

type Oordeel = Trechterbeeld['gemeenten'][number]['plek']['oordeel'];
const VORMEN: Readonly<Record<Oordeel, TrechterVorm>> = {
  binnen: 'rond',
  erboven: 'omhoog',
  eronder: 'omlaag',
  niet_te_zeggen: 'half',
};
const OORDELEN = Object.keys(VORMEN) as Oordeel[];

/** A funnel as the chart shows it, on the screen and on paper. */
export function trechterGrafiek(
  indicator: Indicator,
  jaar: number,
  beeld: Trechterbeeld,
  taal: Taal,
): TrechterProps {
  const t = tekstenVan(taal).gebieden.trechter;
  const namen = beeld.gemeenten.map(g => g.naam);
  const tempo = (n: number) => toonGetal(n, taal, 1);
  return {
    id: 'trechter',
    taal,
    titel: trechterTitel(beeld, taal),
    subtitel: t.onder(inTaal(indicator.naam, taal), String(jaar)),
    beschrijving: t.beschrijving(
      trechterRegels(beeld, namen, taal).join('; '),
      toonTempo(beeld.gemiddeld, taal),
    ),
    bron: t.bron,
    beperking: t.beperking,
    punten: beeld.gemeenten.map(g => ({
      naam: g.naam,
      grootte: g.inwoners,
      waarde: g.perDuizend,
      vorm: VORMEN[g.plek.oordeel],
    })),
    grenzen: beeld.lijn.map(l => ({ grootte: l.inwoners, rand: l.rand, binnenrand: l.binnenrand })),
    midden: beeld.gemiddeld,
    grootteNaam: t.grootte,
    waardeNaam: t.waarde,
    toonGrootte: n => toonGetal(n, taal),
    toonWaarde: tempo,
    vormen: OORDELEN.map(o => ({ vorm: VORMEN[o], naam: t.oordeel[o] })),
    lijnen: { rand: t.rand, binnenrand: t.binnenrand, midden: t.midden },
  };
}

/** One cell of the table beside the small lines: rate with interval, or why there is none. */
export function verloopCel(p: Verlooplijn['punten'][number] | undefined, taal: Taal): string {
  const t = tekstenVan(taal);
  if (!p?.tempo) return p?.teKlein ? t.teKlein : t.vergelijk.geenCijfer;
  const { perDuizend, van, tot } = p.tempo;
  return t.gebieden.profiel.tempo(toonTempo(perDuizend, taal), toonTempo(van, taal), toonTempo(tot, taal));
}

/** Small lines as the chart shows them, on the screen and on paper. */
export function verloopGrafiek(
  indicator: Indicator,
  lijnen: readonly Verlooplijn[],
  taal: Taal,
): KleineLijnenProps {
  const t = tekstenVan(taal).gebieden;
  const regel = (l: Verlooplijn) =>
    `${l.naam}: ${l.punten.map(p => `${p.jaar} ${verloopCel(p, taal)}`).join(', ') || t.verloop.leeg}`;
  return {
    id: 'verloop-per-gemeente',
    taal,
    titel: t.verloop.titel,
    subtitel: t.verloop.onder(inTaal(indicator.naam, taal)),
    beschrijving: t.verloop.beschrijving(lijnen.map(regel).join('; ')),
    bron: t.trechter.bron,
    beperking: t.verloop.beperking,
    bandNaam: t.verloop.band,
    leeg: t.verloop.leeg,
    toon: n => toonGetal(n, taal, 1),
    breuken: indicator.breuken.map(b => b.jaar),
    reeksen: lijnen.map(l => ({
      naam: l.naam,
      punten: l.punten.map(p => ({
        jaar: p.jaar,
        waarde: p.tempo?.perDuizend ?? null,
        voorlopig: p.voorlopig,
        ...(p.tempo ? { onder: p.tempo.van, boven: p.tempo.tot } : {}),
      })),
    })),
  };
}
