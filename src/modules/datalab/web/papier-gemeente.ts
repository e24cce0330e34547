import type { Blok, Document } from '#platform/documenten/index.ts';
import type { Taal } from '#platform/ui/index.ts';
import type { Gemeente } from '../domain/gemeente.ts';
import { inTaal } from '../domain/indicator.ts';
import type { Regio } from '../domain/plaats.ts';
import { type Gemeenterij, naastRegio, vijfVan } from './pages/gemeente-regio.ts';
import { alinea, bronBlok, cijferdocument, kop, tabel } from './papier.ts';
import { tekstenVan } from './taal.ts';
import {
  intervalKort,
  oordeelWoord,
  oordeelZin,
  tempoKort,
  toonBron,
  toonPeriode,
  toonStand,
  toonWaarde,
} from './woorden.ts';

const naamVan = ({ beeld }: Gemeenterij, taal: Taal) => inTaal(beeld.indicator.naam, taal);

function oordeelVan({ beeld, plaats }: Gemeenterij, taal: Taal): string {
  const { telling } = beeld.indicator;
  if (!telling) return tekstenVan(taal).nvt;
  return `${oordeelWoord(plaats, taal)}. ${oordeelZin(plaats.verandering, telling, taal)}`;
}

function deelVijf(rijen: readonly Gemeenterij[], gemeente: Gemeente, taal: Taal): Blok[] {
  const t = tekstenVan(taal);
  const vijf = vijfVan(rijen).map(r => [
    naamVan(r, taal),
    toonPeriode(r.plaats.laatste.waarneming, taal),
    toonWaarde(r.plaats.laatste.waarneming, taal),
    intervalKort(r.plaats.laatste, taal),
    oordeelVan(r, taal),
  ]);
  if (vijf.length === 0) return [];
  const k = t.kolom;
  const kolommen = [k.indicator, k.periode, k.waarde, k.interval, k.oordeel];
  return [
    kop(t.gemeente.vijf),
    ...tabel(t.dashboard.bijschrift(gemeente.naam), kolommen, vijf, [3, 1.4, 1.2, 1.8, 5], [2]),
  ];
}

function deelRegio(rijen: readonly Gemeenterij[], gemeente: Gemeente, regio: Regio, taal: Taal): Blok[] {
  const t = tekstenVan(taal);
  const p = t.gebieden.profiel;
  const naast = naastRegio(rijen, taal).map(n => [
    `${naamVan(n.rij, taal)}, ${toonPeriode(n.rij.plaats.laatste.waarneming, taal)}`,
    n.gemeente,
    n.regio,
    n.trechter,
  ]);
  if (naast.length === 0) return [];
  const kolommen = [t.kolom.indicator, p.gemeente, p.regio, p.tussenKop];
  return [
    kop(p.regioKop(regio.naam)),
    alinea(p.regioUitleg),
    ...tabel(p.tabel(gemeente.naam, regio.naam), kolommen, naast, [3, 2.6, 2.6, 3]),
  ];
}

function deelAlle(rijen: readonly Gemeenterij[], gemeente: Gemeente, taal: Taal): Blok[] {
  const t = tekstenVan(taal);
  const k = t.kolom;
  const alle = rijen
    .filter(r => r.beeld.indicator.groep !== 'programma')
    .map(r => [
      naamVan(r, taal),
      `${toonPeriode(r.plaats.laatste.waarneming, taal)}, ${toonStand(r.plaats.laatste.waarneming, taal)}`,
      toonWaarde(r.plaats.laatste.waarneming, taal),
      tempoKort(r.plaats.laatste, taal),
      toonBron(r.plaats.laatste.waarneming, taal),
    ]);
  const kolommen = [k.indicator, k.periode, k.waarde, k.perDuizend, k.bron];
  return alle.length === 0
    ? []
    : [
        kop(t.gemeente.alle),
        ...tabel(t.dashboard.bijschrift(gemeente.naam), kolommen, alle, [3, 2, 1.2, 1.8, 5], [2]),
      ];
}

/** The profile of a municipality on paper: the same as on the screen, from public figures only. */
export function gemeenteDocument(
  gemeente: Gemeente,
  regio: Regio,
  rijen: readonly Gemeenterij[],
  grenzen: string,
  taal: Taal,
  vandaag: Temporal.PlainDate,
): Document {
  const t = tekstenVan(taal);
  const leeg = rijen.length === 0 ? [alinea(`${t.gemeente.geen} ${t.gemeente.geenUitleg}`)] : [];
  const beperking = t.pagina.beperking;
  return cijferdocument(t.gemeente.titel(gemeente.naam), regio.naam, grenzen, taal, vandaag, [
    alinea(t.gemeente.inleiding(regio.naam, gemeente.subregio ?? '')),
    ...leeg,
    ...deelVijf(rijen, gemeente, taal),
    ...deelRegio(rijen, gemeente, regio, taal),
    ...deelAlle(rijen, gemeente, taal),
    kop(t.gebieden.papier.nietGezegd),
    alinea(beperking.charAt(0).toUpperCase() + beperking.slice(1)),
    kop(t.gebieden.papier.methode),
    alinea(t.pagina.methodeTekst),
    ...bronBlok(
      rijen.map(r => r.plaats.laatste.waarneming),
      taal,
    ),
  ]);
}
